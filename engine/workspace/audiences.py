"""Saved audiences and their snapshots. A snapshot is written first; one commit makes it the current one."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import JsonValue
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.problems import EngineError, Problem
from engine.relations import Column
from engine.types import DataType
from engine.workspace.models import Audience, AudienceRead, AudienceSnapshot
from engine.workspace.store import MetadataStore, utc_now

TESTED_FOR = timedelta(hours=2)


class AudienceStatus(StrEnum):
    """Whether an audience is offered to campaigns: an inactive one is still read by those that do already."""

    PUBLISHED = "published"
    INACTIVE = "inactive"
    DELETED = "deleted"


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
    ) -> SavedAudience:
        """Make `physical` the current members of the audience called `label`, which is created if it is new.

        Errors: audience-label-taken (V18), when another document saves an audience of that label.
        """
        with self._store.session() as session:
            row = session.scalar(select(Audience).where(Audience.label == label))
            if row is not None and row.document != document:
                raise EngineError(label_taken(label))
            if row is None:
                row = Audience(
                    id=uuid.uuid4().hex, label=label, document=document, dimension=dimension,
                    identity=identity, namespace=namespace, merge_policy=merge_policy, created=utc_now(),
                )  # fmt: skip
                session.add(row)
                session.flush()
            row.dimension, row.identity, row.namespace = dimension, identity, namespace
            row.merge_policy = merge_policy
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
        """All audiences with their current snapshots, by label."""
        return [*self._store.remembered("audiences", [Audience, AudienceSnapshot], _all)]

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
        """Publish, deactivate or delete an audience, or take that back; its members stay."""
        with self._store.session() as session:
            row = session.get(Audience, audience)
            if row is not None:
                row.status = status.value

    def rename(self, audience: str, label: str, description: str) -> None:
        """Give an audience another label. Errors: audience-label-taken (V18)."""
        with self._store.session() as session:
            row = session.get(Audience, audience)
            other = session.scalar(select(Audience).where(Audience.label == label, Audience.id != audience))
            if other is not None:
                raise EngineError(label_taken(label))
            if row is not None:
                row.label, row.description = label, description

    def by_label(self, label: str) -> SavedAudience | None:
        """The audience of that label."""
        return next((audience for audience in self.list() if audience.label == label), None)

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


def label_taken(label: str) -> Problem:
    """The problem that two documents save audiences of one label."""
    return Problem(
        code="audience-label-taken",
        what=f"Another campaign already saves an audience called {label!r}.",
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
    )


def _column_to_json(column: Column) -> JsonValue:
    return {"name": column.name, "type": str(column.type), "label": column.label}


def _column_from_json(value: JsonValue) -> Column:
    parts = value if isinstance(value, dict) else {}
    return Column(str(parts["name"]), DataType.parse(str(parts["type"])), str(parts.get("label", "")))
