"""Who did what in a workspace, and when: written in the transaction of the deed, so neither is without the other.

What people make is watched, not what programs note of their own work. The contents are never copied here. What was
refused is noted by whoever refuses it. The entries are a chain; `seals` says what that shows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import String, Text, delete, event, func, inspect, select, update
from sqlalchemy.orm import Mapped, ORMExecuteState, Session, mapped_column

from engine.workspace.models import (
    ApprovalPolicyRow,
    Audience,
    Base,
    BundleImport,
    CalendarRow,
    DocumentRow,
    Load,
    PersonGroupRow,
    RecurringLoadRow,
    ReviewRow,
    Run,
    SchemaObject,
    TemplateRow,
)
from engine.workspace.person import present_person
from engine.workspace.seals import Chain, Link, look_through, seal_of
from engine.workspace.store import MetadataStore, utc_now

ADDED, CHANGED, REMOVED, DENIED = "added", "changed", "removed", "denied"
AUDIT = "audit"
"""The kind of the entries about the entries."""


class AuditRow(Base):
    """One deed. `time` is UTC; `details` names what changed, with the values where they are short."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    time: Mapped[datetime] = mapped_column(index=True)
    person: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    about: Mapped[str] = mapped_column(String(400))
    name: Mapped[str] = mapped_column(Text)
    details: Mapped[JsonValue] = mapped_column(nullable=False)
    seal: Mapped[str] = mapped_column(String(64), default="", server_default="")


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One deed: `kind` is what was added, changed or removed, `about` its id. `details` maps what changed to values."""

    time: datetime
    person: str
    action: str
    kind: str
    about: str
    name: str
    details: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Watch:
    """What a table holds; the columns of its id and name; which changes are deeds, and which of them are short."""

    kind: str
    id: str
    name: str
    short: tuple[str, ...] = ()
    long: tuple[str, ...] = ()


_WATCHED: Mapping[type[Base], _Watch] = {
    DocumentRow: _Watch("document", "id", "name", ("name", "status", "version"), ("tags", "deleted")),
    Load: _Watch("load", "table", "file", ("status",)),
    Audience: _Watch(
        "audience", "id", "label",
        ("label", "status", "folder", "description", "external", "evaluated", "expires"), ("tags",),
    ),
    SchemaObject: _Watch("schema", "name", "name", (), ("content",)),
    TemplateRow: _Watch("template", "id", "name"),
    CalendarRow: _Watch("calendar", "id", "name", ("hidden",)),
    RecurringLoadRow: _Watch("recurring-load", "table", "folder", ("active",), ("settings",)),
    ApprovalPolicyRow: _Watch("policy", "id", "id", ("active",), ("content",)),
    PersonGroupRow: _Watch("group", "name", "name", (), ("members",)),
    ReviewRow: _Watch("review", "document", "document", ("state",)),
    BundleImport: _Watch("bundle", "id", "title", ("undone",)),
    Run: _Watch("run", "document", "mode"),
}  # fmt: skip
KINDS = (*(watch.kind for watch in _WATCHED.values()), AUDIT)


class AuditedSession(Session):
    """A session that notes the deeds which it stores."""


@event.listens_for(AuditedSession, "before_flush")
def _flushing(session: Session, _context: object, _instances: object) -> None:
    found = [_note(row, ADDED, {}) for row in session.new]
    for row in session.dirty:
        changes = _changes(row)
        found.append(_note(row, CHANGED, changes) if changes else None)
    found += [_note(row, REMOVED, {}) for row in session.deleted]
    session.add_all(one for one in found if one is not None)
    _seal(session)


def _seal(session: Session) -> None:
    """Seal the entries that are about to be written, one after the other."""
    fresh = [row for row in session.new if isinstance(row, AuditRow) and not row.seal]
    if not fresh:
        return
    with session.no_autoflush:
        # It changes nothing, and lets no other transaction add entries between reading the last seal and this commit.
        session.execute(update(AuditRow).where(AuditRow.id < 0).values(seal=""))
        before = session.scalar(select(AuditRow.seal).order_by(AuditRow.id.desc()).limit(1)) or ""
    for row in fresh:
        row.seal = before = seal_of(before, _content(row))


def _content(row: AuditRow) -> tuple[JsonValue, ...]:
    return (row.time.isoformat(), row.person, row.action, row.kind, row.about, row.name, row.details)


@event.listens_for(AuditedSession, "do_orm_execute")
def _executing(state: ORMExecuteState) -> None:
    """What a statement removes is noted before it is gone."""
    mapper = state.bind_mapper
    if not state.is_delete or mapper is None or mapper.class_ not in _WATCHED or mapper.class_ is Run:
        return
    where = getattr(state.statement, "whereclause", None)
    query = select(mapper.class_) if where is None else select(mapper.class_).where(where)
    found = [_note(row, REMOVED, {}) for row in state.session.scalars(query)]
    state.session.add_all(one for one in found if one is not None)


def _note(row: object, action: str, details: Mapping[str, JsonValue]) -> AuditRow | None:
    watch = _WATCHED.get(type(row)) if isinstance(row, Base) else None
    if watch is None:
        return None
    about, name = str(getattr(row, watch.id)), str(getattr(row, watch.name))
    if isinstance(row, ApprovalPolicyRow) and isinstance(row.content, dict):
        name = str(row.content.get("name", name))
    kind = str(getattr(row, "kind", "")) if watch.kind == "schema" else watch.kind
    return AuditRow(time=utc_now(), person=present_person(), action=action, kind=kind, about=about, name=name,
                    details=dict(details))  # fmt: skip


def _changes(row: object) -> dict[str, JsonValue]:
    """What changed of a row, with the values where they are short."""
    watch = _WATCHED.get(type(row)) if isinstance(row, Base) else None
    if watch is None:
        return {}
    state = inspect(row)
    found: dict[str, JsonValue] = {}
    for name in (*watch.short, *watch.long):
        history = state.attrs[name].history
        if history.has_changes() and tuple(history.added) != tuple(history.deleted):
            found[name] = str(history.added[0]) if name in watch.short and history.added else ""
    return found


class Audit:
    """What was done, newest first."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def entries(self, *, about: str = "", most: int | None = 1_000) -> tuple[AuditEntry, ...]:
        """The latest deeds, of one thing where its id is given; all of them without `most`."""
        query = select(AuditRow).order_by(AuditRow.id.desc()).limit(most)
        if about:
            query = query.where(AuditRow.about == about)
        with self._store.session() as session:
            return tuple(_entry(row) for row in session.scalars(query))

    def count(self) -> int:
        """How many there are."""
        with self._store.session() as session:
            return session.scalar(select(func.count()).select_from(AuditRow)) or 0

    def denied(self, kind: str, about: str, name: str, wanted: str, why: str) -> None:
        """Note that something was refused: what was wanted, and the code of the reason."""
        with self._store.session() as session:
            details: dict[str, JsonValue] = {"wanted": wanted, "why": why}
            session.add(AuditRow(time=utc_now(), person=present_person(), action=DENIED, kind=kind, about=about,
                                 name=name, details=details))  # fmt: skip

    def verify(self, noted: str = "") -> Chain:
        """Whether the entries are as they were written; with `noted`, also whether that seal is still among them."""
        with self._store.session() as session:
            rows = session.scalars(select(AuditRow).order_by(AuditRow.id)).all()
        last = next((row for row in reversed(rows) if (row.kind, row.action) == (AUDIT, REMOVED)), None)
        details = {} if last is None or not isinstance(last.details, dict) else last.details
        return look_through(
            (Link(row.id, _content(row), row.seal) for row in rows), str(details.get("seal", "")), noted
        )

    def forget(self, before: datetime) -> None:
        """Remove what is older than an instant in UTC, and note how much that was and the seal that it ended with."""
        with self._store.session() as session:
            kept = session.scalar(select(func.min(AuditRow.id)).where(AuditRow.time >= before))
            old = select(AuditRow).order_by(AuditRow.id.desc())
            old = old if kept is None else old.where(AuditRow.id < kept)
            last = session.scalar(old.limit(1))
            if last is None:
                return
            gone = session.scalar(select(func.count()).select_from(AuditRow).where(AuditRow.id <= last.id)) or 0
            details: dict[str, JsonValue] = {"entries": str(gone), "until": last.time.isoformat(), "seal": last.seal}
            session.add(AuditRow(time=utc_now(), person=present_person(), action=REMOVED, kind=AUDIT, about=AUDIT,
                                 name="", details=details))  # fmt: skip
            session.flush()
            session.execute(delete(AuditRow).where(AuditRow.id <= last.id))


def _entry(row: AuditRow) -> AuditEntry:
    details = row.details if isinstance(row.details, dict) else {}
    return AuditEntry(row.time, row.person, row.action, row.kind, row.about, row.name,
                      {name: str(value) for name, value in details.items()})  # fmt: skip


def as_csv(entries: Iterable[AuditEntry]) -> str:
    """The deeds as CSV, with a line of titles."""
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("time", "person", "action", "kind", "id", "name", "details"))
    for one in entries:
        details = "; ".join(f"{name}={value}" if value else name for name, value in one.details.items())
        writer.writerow((f"{one.time.isoformat()}Z", one.person, one.action, one.kind, one.about, one.name, details))
    return text.getvalue()
