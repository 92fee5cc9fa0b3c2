"""Who must agree before a document is published, the reviews that this led to, and what people are told.

Who may agree to what, `engine.runner.approvals` decides. People are known by their names alone.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Integer, literal_column, select
from sqlalchemy.orm import Session

from engine.catalog.paths import unknown
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace.models import ApprovalPolicyRow, NoticeRow, PersonGroupRow, ReviewRow
from engine.workspace.store import MetadataStore, utc_now


class Value(BaseModel):
    """A frozen value that refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class About(StrEnum):
    """What a condition of a policy looks at."""

    TYPE = "type"
    CHANNEL = "channel"
    TAG = "tag"
    NAME = "name"
    REQUESTER = "requester"
    GROUP = "group"


class Condition(Value):
    """One line of a policy: true when one of the values fits, or with `is-not` when none does."""

    about: About
    operator: Literal["is", "is-not", "contains"] = "is"
    values: tuple[str, ...] = Field(min_length=1)


class Policy(Value):
    """Documents that meet its conditions need the word of one of its approvers; without conditions, all of them."""

    name: str = Field(min_length=1)
    description: str = ""
    match: Literal["all", "any"] = "all"
    conditions: tuple[Condition, ...] = ()
    approvers: tuple[str, ...] = Field(default=(), description="Names of people.")
    groups: tuple[str, ...] = Field(default=(), description="Names of groups, any member of which may agree.")
    block_self_approval: bool = Field(default=True, description="Whoever asks may not agree.")


class PolicyEntry(Value):
    """A policy of the workspace; only an active one counts, and only one that is not can be changed."""

    id: str
    policy: Policy
    active: bool


class Decision(Value):
    """That somebody agreed on behalf of a policy; `at` is UTC."""

    policy: str
    by: str
    at: datetime
    comment: str = ""


class ReviewState(StrEnum):
    """How a review stands."""

    OPEN = "open"
    APPROVED = "approved"
    CHANGES = "changes"
    WITHDRAWN = "withdrawn"


class Review(Value):
    """A request to publish a version of a document. `policies` are those that it met, as they were then.

    `answer` is what was asked to be changed, by `answered_by`. Times are UTC.
    """

    id: str = ""
    document: str
    version: int
    requester: str
    comment: str = ""
    policies: tuple[Policy, ...]
    decisions: tuple[Decision, ...] = ()
    state: ReviewState = ReviewState.OPEN
    answer: str = ""
    answered_by: str = ""
    asked: datetime
    ended: datetime | None = None

    @property
    def waits_for(self) -> tuple[Policy, ...]:
        """The policies of which nobody has agreed yet."""
        done = {one.policy for one in self.decisions}
        return tuple(one for one in self.policies if one.name not in done)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person is told; `at` is UTC. The text can be said in another language (see engine.texts)."""

    id: int
    person: str
    document: str
    run: str
    text: str
    at: datetime


class Approvals:
    """The policies, groups, reviews and notices of a workspace."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    # Policies

    def policies(self) -> list[PolicyEntry]:
        """All policies, by name."""
        return [*self._store.remembered("policies", [ApprovalPolicyRow], _policies)]

    def policy(self, policy: str) -> PolicyEntry:
        """One policy. Errors: unknown-policy."""
        found = {one.id: one for one in self.policies()}
        if policy not in found:
            raise EngineError(unknown("policy", policy, found))
        return found[policy]

    def save(self, policy: Policy, policy_id: str = "") -> str:
        """Keep a new policy, or change the one that has this id; its id.

        A review tells its policies apart by their names. Errors: policy-active, unknown-policy, policy-name-taken.
        """
        if policy_id:
            self._require_inactive(policy_id)
        taken = {_plain(one.policy.name) for one in self.policies() if one.id != policy_id}
        if _plain(policy.name) in taken:
            what = say("There is a policy called {policy} already.", policy=quoted(policy.name))
            raise EngineError(
                Problem(
                    code="policy-name-taken", what=what, fix="Choose another name.", field="name",
                    values={"policy": policy.name},
                )
            )  # fmt: skip
        with self._store.session() as session:
            row = session.get(ApprovalPolicyRow, policy_id) if policy_id else None
            if row is None:
                row = ApprovalPolicyRow(id=uuid.uuid4().hex, active=False, content={}, created=utc_now())
                session.add(row)
            row.content = policy.model_dump(mode="json")
            return row.id

    def activate(self, policy: str, *, active: bool) -> None:
        """Let a policy count, or no longer. Errors: unknown-policy."""
        self.policy(policy)
        with self._store.session() as session:
            session.get_one(ApprovalPolicyRow, policy).active = active

    def remove(self, policy: str) -> None:
        """Take a policy away; reviews that it led to go on. Errors: policy-active, unknown-policy."""
        self._require_inactive(policy)
        with self._store.session() as session:
            session.delete(session.get_one(ApprovalPolicyRow, policy))

    def _require_inactive(self, policy: str) -> None:
        found = self.policy(policy)
        if found.active:
            raise EngineError(
                Problem(
                    code="policy-active",
                    what=say("{policy} is active, so it cannot be changed.", policy=quoted(found.policy.name)),
                    fix="Deactivate it first.",
                    values={"policy": found.policy.name},
                )
            )

    # Groups

    def groups(self) -> dict[str, tuple[str, ...]]:
        """Name of a group to its members."""
        return dict(self._store.remembered("person groups", [PersonGroupRow], _groups))

    def set_group(self, name: str, members: Iterable[str]) -> None:
        """Say who is in a group; nobody takes it away."""
        people = [*dict.fromkeys(one.strip() for one in members if one.strip())]
        with self._store.session() as session:
            row = session.get(PersonGroupRow, name)
            if row is not None and not people:
                session.delete(row)
            elif row is not None:
                row.members = [*people]
            elif people:
                session.add(PersonGroupRow(name=name, members=[*people]))

    # Reviews

    def ask(self, review: Review) -> Review:
        """Keep a new request; it has an id then. An older one of the document that is open is withdrawn by it."""
        kept = review.model_copy(update={"id": uuid.uuid4().hex})
        with self._store.session() as session:
            query = select(ReviewRow).where(ReviewRow.document == review.document, ReviewRow.state == ReviewState.OPEN)
            for row in session.scalars(query).all():
                _write(row, _review(row).model_copy(update={"state": ReviewState.WITHDRAWN, "ended": review.asked}))
            session.add(
                ReviewRow(id=kept.id, document=kept.document, state=kept.state.value, asked=kept.asked,
                          content=kept.model_dump(mode="json"))
            )  # fmt: skip
        return kept

    def update(self, review: Review) -> None:
        """Note how a review stands now."""
        with self._store.session() as session:
            _write(session.get_one(ReviewRow, review.id), review)

    def reviews(self, document: str) -> list[Review]:
        """The reviews of a document, newest first."""
        # Two can be asked for at one instant of a clock that stands still; the one noted last is the newer one.
        noted = literal_column("rowid", Integer).desc()
        query = select(ReviewRow).where(ReviewRow.document == document).order_by(ReviewRow.asked.desc(), noted)
        with self._store.session() as session:
            return [_review(row) for row in session.scalars(query)]

    def erase(self, document: str) -> None:
        """Forget the reviews of a document, and what people were told of it."""
        with self._store.session() as session:
            for table in (ReviewRow, NoticeRow):
                for row in session.scalars(select(table).where(table.document == document)).all():
                    session.delete(row)

    # Notices

    def tell(self, people: Iterable[str], *, document: str, run: str, text: str) -> None:
        """Tell people something, once for each run."""
        with self._store.session() as session:
            told = set(session.scalars(select(NoticeRow.person).where(NoticeRow.run == run, NoticeRow.text == text)))
            session.add_all(
                NoticeRow(person=one, document=document, run=run, text=text, created=utc_now(), seen=False)
                for one in dict.fromkeys(people)
                if one not in told
            )

    def notices(self, person: str = "") -> list[Notice]:
        """What a person, or anybody, was told and has not seen yet, oldest first."""
        query = select(NoticeRow).where(NoticeRow.seen.is_(False)).order_by(NoticeRow.id)
        with self._store.session() as session:
            return [
                Notice(id=row.id, person=row.person, document=row.document, run=row.run, text=row.text, at=row.created)
                for row in session.scalars(query)
                if not person or row.person.casefold() == person.casefold()
            ]

    def seen(self, notices: Iterable[int]) -> None:
        """They need not be told any more."""
        with self._store.session() as session:
            for row in session.scalars(select(NoticeRow).where(NoticeRow.id.in_(tuple(notices)))).all():
                row.seen = True


def _plain(name: str) -> str:
    return name.strip().casefold()


def _policies(session: Session) -> tuple[PolicyEntry, ...]:
    rows = session.scalars(select(ApprovalPolicyRow)).all()
    found = [PolicyEntry(id=one.id, policy=Policy.model_validate(one.content), active=one.active) for one in rows]
    return tuple(sorted(found, key=lambda one: (one.policy.name.casefold(), one.id)))


def _groups(session: Session) -> dict[str, tuple[str, ...]]:
    rows = session.scalars(select(PersonGroupRow).order_by(PersonGroupRow.name)).all()
    return {row.name: tuple(str(one) for one in row.members) if isinstance(row.members, list) else () for row in rows}


def _review(row: ReviewRow) -> Review:
    return Review.model_validate(row.content)


def _write(row: ReviewRow, review: Review) -> None:
    row.state, row.content = review.state.value, review.model_dump(mode="json")
