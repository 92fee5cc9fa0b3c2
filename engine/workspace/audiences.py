"""Saved audiences and their snapshots. A snapshot is written first; one commit makes it the current one."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from pydantic import JsonValue
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.problems import EngineError, Problem
from engine.relations import Column
from engine.texts import quoted, say
from engine.types import DataType
from engine.workspace.audience_terms import EXPIRED, checked_evaluation, checked_external, folder_path, no_way
from engine.workspace.models import Audience, AudienceRead, AudienceSnapshot
from engine.workspace.runs import pinned_tables
from engine.workspace.store import MetadataStore, utc_now

TESTED_FOR = timedelta(hours=2)
DELETED_FOR = timedelta(days=30)
"""How long what is deleted can still be restored."""
_UNKNOWN = datetime.fromtimestamp(0, UTC).replace(tzinfo=None)


class AudienceStatus(StrEnum):
    """Whether an audience is offered to campaigns: an inactive one is still read by those that do already."""

    DRAFT = "draft"
    PUBLISHED = "published"
    INACTIVE = "inactive"
    DELETED = "deleted"


NEXT: Mapping[AudienceStatus, tuple[AudienceStatus, ...]] = {
    AudienceStatus.DRAFT: (AudienceStatus.PUBLISHED, AudienceStatus.DELETED),
    AudienceStatus.PUBLISHED: (AudienceStatus.INACTIVE, AudienceStatus.DELETED),
    AudienceStatus.INACTIVE: (AudienceStatus.PUBLISHED, AudienceStatus.DRAFT, AudienceStatus.DELETED),
    AudienceStatus.DELETED: (AudienceStatus.DRAFT,),
}
"""What an audience can become: a draft from nowhere but what was put away."""


@dataclass(frozen=True, slots=True)
class SavedAudience:
    """An audience with its current snapshot. `counts` tells who came, stayed and left since the one before."""

    id: str
    label: str
    document: str
    dimension: str
    identity: str
    namespace: str
    physical: str
    number: int
    rows: int
    columns: tuple[Column, ...]
    counts: Mapping[str, int]
    merge_policy: str = ""
    status: AudienceStatus = AudienceStatus.PUBLISHED
    description: str = ""
    tags: tuple[str, ...] = ()
    folder: str = ""
    """Its place among the others, such as "Spring/Loyalty"; empty for none."""
    created: datetime = _UNKNOWN
    changed: datetime = _UNKNOWN
    """When it got the members that it has (UTC, as all of these)."""
    created_by: str = ""
    changed_by: str = ""
    run: str = ""
    deleted: datetime | None = None
    external: str = ""
    """What other programs call it."""
    lasts: int | None = None
    """Days that its members last after each import; None for one that is not from a file."""
    expires: datetime | None = None
    evaluated: str = ""
    """When it is evaluated by itself: `before-run`, a time of the day such as "06:30", or never."""
    tried: datetime | None = None
    """When it was last evaluated by itself, or since when it is to be."""

    @property
    def expired(self) -> bool:
        """Whether its members from a file have come to their end."""
        return self.run.startswith(EXPIRED)

    @property
    def churn(self) -> float:
        """How much changed since the snapshot before, in per cent (0 and more) of the members that it had."""
        came, stayed, left = (self.counts.get(name, 0) for name in ("realized", "existing", "exiting"))
        return 100 * (came + left) / max(1, stayed + left)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One snapshot of an audience: its members as of a run, and when that was (UTC)."""

    audience: SavedAudience
    when: datetime
    run: str


class Audiences:
    """The audiences of a workspace."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def begin(self) -> str:
        """A new physical name for a snapshot; nobody sees it until `commit`."""
        return f"m_{uuid.uuid4().hex}"

    def commit(
        self,
        *,
        label: str,
        document: str,
        dimension: str,
        identity: str,
        namespace: str,
        physical: str,
        rows: int,
        columns: Sequence[Column],
        counts: Mapping[str, int],
        run: str,
        merge_policy: str = "",
        status: AudienceStatus = AudienceStatus.PUBLISHED,
        tags: Sequence[str] = (),
        folder: str = "",
        lasts: int | None = None,
    ) -> SavedAudience:
        """Make `physical` the current members of the audience called `label`, which is created if it is new.

        `status`, `tags` and `folder` are those of a new one. One that was deleted is there again: whoever writes it
        wants it. With `lasts`, these members end after so many days.

        Errors: audience-label-taken (V18), when another document saves an audience of that label.
        """
        with self._store.session() as session:
            row = session.scalar(select(Audience).where(Audience.label == label))
            if row is not None and row.document != document:
                _require_free(session, label)
                row = None
            if row is None:
                row = Audience(
                    id=uuid.uuid4().hex, label=label, document=document, dimension=dimension,
                    identity=identity, namespace=namespace, merge_policy=merge_policy, created=utc_now(),
                    status=status.value, tags=list[JsonValue](tags), folder=folder,
                )  # fmt: skip
                session.add(row)
                session.flush()
            row.dimension, row.identity, row.namespace = dimension, identity, namespace
            row.merge_policy = merge_policy
            if lasts is not None:
                row.lasts, row.expires = lasts, utc_now() + timedelta(days=lasts)
            if row.status == AudienceStatus.DELETED:
                row.status, row.deleted = AudienceStatus.PUBLISHED.value, None
            last = session.scalar(select(func.max(AudienceSnapshot.number)).where(AudienceSnapshot.audience == row.id))
            snapshot = AudienceSnapshot(
                physical=physical, audience=row.id, number=(last or 0) + 1, rows=rows,
                columns=[_column_to_json(column) for column in columns], counts=dict(counts), run=run,
                created=utc_now(),
            )  # fmt: skip
            session.add(snapshot)
            return _saved(row, snapshot)

    def bring(self, audience: "SavedAudience") -> None:
        """Add an audience, or new members of one that is there, from elsewhere; its id stays what it was there."""
        with self._store.session() as session:
            row = session.get(Audience, audience.id)
            if row is None:
                row = Audience(
                    id=audience.id, label=audience.label, document=audience.document, dimension=audience.dimension,
                    identity=audience.identity, namespace=audience.namespace, merge_policy=audience.merge_policy,
                    created=utc_now(),
                )  # fmt: skip
                session.add(row)
                session.flush()
            last = session.scalar(select(func.max(AudienceSnapshot.number)).where(AudienceSnapshot.audience == row.id))
            session.add(
                AudienceSnapshot(
                    physical=audience.physical,
                    audience=row.id,
                    number=(last or 0) + 1,
                    rows=audience.rows,
                    columns=[_column_to_json(column) for column in audience.columns],
                    counts=dict(audience.counts),
                    run="",
                    created=utc_now(),
                )
            )

    def take_back(self, audience: str, physical: str) -> None:
        """Forget members that were brought, and the audience with them if it has no others."""
        with self._store.session() as session:
            session.execute(delete(AudienceRead).where(AudienceRead.physical == physical))
            session.execute(delete(AudienceSnapshot).where(AudienceSnapshot.physical == physical))
            others = select(func.count()).select_from(AudienceSnapshot).where(AudienceSnapshot.audience == audience)
            if not session.scalar(others):
                session.execute(delete(AudienceRead).where(AudienceRead.audience == audience))
                session.execute(delete(Audience).where(Audience.id == audience))

    def list(self) -> "list[SavedAudience]":
        """All audiences with their current snapshots, by label; also those that were deleted lately."""
        return [*self._store.remembered("audiences", [Audience, AudienceSnapshot], _all)]

    def usable(self) -> tuple[SavedAudience, ...]:
        """The audiences that documents can read: all that are not deleted."""
        return tuple(one for one in self.list() if one.status is not AudienceStatus.DELETED)

    def history(self, audience: str) -> tuple[Evaluation, ...]:
        """The kept snapshots of an audience, oldest first."""
        query = select(Audience, AudienceSnapshot).join(AudienceSnapshot, AudienceSnapshot.audience == Audience.id)
        query = query.where(Audience.id == audience).order_by(AudienceSnapshot.number)
        with self._store.session() as session:
            return tuple(
                Evaluation(_saved(row, snapshot), snapshot.created, snapshot.run)
                for row, snapshot in session.execute(query)
            )

    def set_status(self, audience: str, status: AudienceStatus) -> None:
        """Make an audience a draft, publish, deactivate or delete it; its members stay. Errors: audience-status."""
        with self._store.session() as session:
            row = session.get(Audience, audience)
            if row is None:
                return
            before = AudienceStatus(row.status)
            if status is not before and status not in NEXT[before]:
                raise EngineError(no_way(row.label, before, status, NEXT[before]))
            row.status = status.value
            row.deleted = utc_now() if status is AudienceStatus.DELETED else None

    def change(
        self,
        audience: str,
        *,
        label: str | None = None,
        description: str | None = None,
        tags: "Sequence[str] | None" = None,
        folder: str | None = None,
        external: str | None = None,
    ) -> None:
        """Change what is said of an audience.

        Errors: audience-without-label, audience-label-taken (V18), AUD-022, AUD-023.
        """
        with self._store.session() as session:
            row = session.get(Audience, audience)
            if row is None:
                return
            if label is not None:
                row.label = _new_label(session, audience, label)
            if description is not None:
                row.description = description
            if tags is not None:
                row.tags = [*dict.fromkeys(one.strip() for one in tags if one.strip())]
            if folder is not None:
                row.folder = folder_path(folder)
            if external is not None:
                others = session.scalars(select(Audience.external).where(Audience.id != audience)).all()
                row.external = checked_external(external, others)

    def evaluate(self, audience: str, evaluated: str, since: datetime) -> None:
        """Say when an audience is evaluated by itself; `since` is UTC. Errors: AUD-025."""
        wanted = checked_evaluation(evaluated)
        with self._store.session() as session:
            row = session.get(Audience, audience)
            if row is not None:
                row.evaluated, row.tried = wanted, since

    def extend(self, audience: str, expires: datetime) -> None:
        """Let the members of an audience last until another instant (UTC)."""
        with self._store.session() as session:
            row = session.get(Audience, audience)
            if row is not None:
                row.expires = expires

    def erase(self, audience: str) -> tuple[str, ...]:
        """Forget an audience for good; the tables of its members, which nobody needs any more."""
        with self._store.session() as session:
            own = AudienceSnapshot.audience == audience
            pinned = pinned_tables(session)
            tables = [one for one in session.scalars(select(AudienceSnapshot.physical).where(own)) if one not in pinned]
            session.execute(delete(AudienceRead).where(AudienceRead.audience == audience))
            session.execute(delete(AudienceSnapshot).where(own))
            session.execute(delete(Audience).where(Audience.id == audience))
        return tuple(tables)

    def by_label(self, label: str) -> SavedAudience | None:
        """The audience of that label that documents can read; one that is deleted is none."""
        return next((audience for audience in self.usable() if audience.label == label), None)

    def for_test(self, document: str, audience: SavedAudience, attributes: Sequence[str], now: datetime) -> str:
        """The members that a test run of a campaign reads: those of its last test run for two hours, then today's.

        It is the current ones again as soon as the campaign takes other attributes. `now` is UTC.
        """
        with self._store.session() as session:
            row = session.get(AudienceRead, (document, audience.id))
            if row is None:
                row = AudienceRead(document=document, audience=audience.id)
                session.add(row)
            elif row.attributes == list(attributes) and now - row.read < TESTED_FOR:
                return row.physical
            row.physical, row.attributes, row.read = audience.physical, list[JsonValue](attributes), now
            return audience.physical

    def physical_names(self) -> set[str]:
        """Every physical table that a committed row names."""
        with self._store.session() as session:
            return set(session.scalars(select(AudienceSnapshot.physical)))


def _all(session: Session) -> tuple[SavedAudience, ...]:
    query = select(Audience, AudienceSnapshot).join(AudienceSnapshot, AudienceSnapshot.audience == Audience.id)
    found: dict[str, SavedAudience] = {}
    for audience, snapshot in session.execute(query.order_by(Audience.label, AudienceSnapshot.number)):
        found[audience.id] = _saved(audience, snapshot)
    return tuple(found.values())


def _new_label(session: Session, audience: str, label: str) -> str:
    """A label for an audience. Errors: audience-without-label, audience-label-taken."""
    wanted = label.strip()
    if not wanted:
        raise EngineError(
            Problem(code="audience-without-label", what="The audience has no label.", fix="Write one.", field="label")
        )
    _require_free(session, wanted, audience)
    return wanted


def _require_free(session: Session, label: str, audience: str = "") -> None:
    """See to it that no other audience has a label. Errors: audience-label-taken.

    What is put away keeps no label from others; it can still be restored under another.
    """
    row = session.scalar(select(Audience).where(Audience.label == label, Audience.id != audience))
    if row is None:
        return
    if row.status != AudienceStatus.DELETED:
        raise EngineError(label_taken(label))
    row.label = f"{label} ({row.id[:6]})"
    session.flush()


def label_taken(label: str) -> Problem:
    """The problem that two documents save audiences of one label."""
    return Problem(
        code="audience-label-taken",
        what=say("Another campaign already saves an audience called {label}.", label=quoted(label)),
        fix="Choose another label.",
        field="label",
        check="V18",
        values={"label": label},
    )


def _saved(audience: Audience, snapshot: AudienceSnapshot) -> SavedAudience:
    counts = snapshot.counts if isinstance(snapshot.counts, dict) else {}
    return SavedAudience(
        id=audience.id,
        label=audience.label,
        document=audience.document,
        dimension=audience.dimension,
        identity=audience.identity,
        namespace=audience.namespace,
        physical=snapshot.physical,
        number=snapshot.number,
        rows=snapshot.rows,
        columns=tuple(_column_from_json(one) for one in snapshot.columns) if isinstance(snapshot.columns, list) else (),
        counts={name: value for name, value in counts.items() if isinstance(value, int)},
        merge_policy=audience.merge_policy,
        status=AudienceStatus(audience.status),
        description=audience.description,
        tags=tuple(str(one) for one in audience.tags) if isinstance(audience.tags, list) else (),
        folder=audience.folder,
        created=audience.created,
        changed=snapshot.created,
        created_by=audience.made_by,
        changed_by=snapshot.made_by,
        run=snapshot.run,
        deleted=audience.deleted,
        external=audience.external,
        lasts=audience.lasts,
        expires=audience.expires,
        evaluated=audience.evaluated,
        tried=audience.tried,
    )


def _column_to_json(column: Column) -> JsonValue:
    return {"name": column.name, "type": str(column.type), "label": column.label}


def _column_from_json(value: JsonValue) -> Column:
    parts = value if isinstance(value, dict) else {}
    return Column(str(parts["name"]), DataType.parse(str(parts["type"])), str(parts.get("label", "")))
