"""The index of stored populations. A row here says that a table is whole; what has none is swept away on opening.

Design-time populations are a cache: the least recently used go first when there are too many rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from pydantic import JsonValue
from sqlalchemy import Delete, delete, func, insert, select, update
from sqlalchemy.orm import Session

from engine.database import Database, Store
from engine.workspace.models import Population
from engine.workspace.store import MetadataStore, utc_now

MOST_CACHED_ROWS = 400_000_000


@dataclass(frozen=True, slots=True)
class NewPopulation:
    """A population that has just been stored; `shared` lists the reductions that a shared scan holds."""

    table: str
    rows: int
    counts: JsonValue
    shared: Sequence[str] = ()
    run: str | None = None


class PopulationIndex:
    """The populations of one store: design-time ones, or those of real runs."""

    def __init__(self, store: MetadataStore, database: Database, where: Store) -> None:
        self._store = store
        self._database = database
        self.where = where
        self.sizes: dict[str, int] = {}
        """Stored table of the data, which never changes, to its rows, as far as they were counted."""
        self._lock = Lock()
        self._at_most: int | None = None
        """No more rows than these are stored, when that is known."""

    def counts(self, table: str) -> JsonValue:
        """What a stored population counts; None when it is not stored or was never counted."""
        with self._store.session() as session:
            row = session.get(Population, (self.where.value, table))
            return None if row is None else row.counts

    def holds(self, table: str) -> bool:
        """Whether a population is stored."""
        with self._store.session() as session:
            return session.get(Population, (self.where.value, table)) is not None

    def names(self) -> set[str]:
        """The populations that are stored."""
        return set(self._stored())

    def reductions(self) -> dict[str, str]:
        """Reduction to the stored shared scan that holds it."""
        return {str(alias): name for name, (_, shared) in self._stored().items() for alias in shared}

    def all_counts(self) -> dict[str, JsonValue]:
        """Stored population to what it counts; None where it was never counted."""
        return {name: counts for name, (counts, _) in self._stored().items()}

    def _stored(self) -> dict[str, tuple[JsonValue, Sequence[JsonValue]]]:
        """Stored population to its counts, and to the reductions that it holds."""
        query = select(Population.name, Population.counts, Population.shared).where(
            Population.store == self.where.value
        )

        def read(session: Session) -> dict[str, tuple[JsonValue, Sequence[JsonValue]]]:
            return {
                name: (counts, shared if isinstance(shared, list) else ())
                for name, counts, shared in session.execute(query)
            }

        return self._store.remembered(("populations", self.where), [Population], read)

    def record(self, *stored: NewPopulation, used: Iterable[str] = ()) -> None:
        """Note that populations are stored whole, and that others were `used` just now, in one commit."""
        again, now = list(used), utc_now()
        if not stored and not again:
            return
        here = Population.store == self.where.value
        known = self.names() & {new.table for new in stored}
        with self._store.session() as session:
            if again:
                session.execute(update(Population).where(here, Population.name.in_(again)).values(used=now))
            if known:
                session.execute(_deleted(self.where, list(known)))
            if stored:
                session.execute(insert(Population), [self._row(new, now) for new in stored])
        with self._lock:
            if self._at_most is not None:
                self._at_most += sum(new.rows for new in stored)

    def _row(self, new: NewPopulation, now: datetime) -> dict[str, object]:
        return {"store": self.where.value, "name": new.table, "counts": new.counts, "shared": list(new.shared),
                "rows": new.rows, "run": new.run, "used": now}  # fmt: skip

    def evict(self, *, keep: set[str], most_rows: int | None = None) -> list[str]:
        """Forget the least recently used populations until at most `most_rows` rows are left; their names."""
        most_rows = MOST_CACHED_ROWS if most_rows is None else most_rows
        if self._at_most is not None and self._at_most <= most_rows:
            return []
        here = Population.store == self.where.value
        with self._store.session() as session:
            self._at_most = session.scalar(select(func.sum(Population.rows)).where(here)) or 0
            if self._at_most <= most_rows:
                return []
            rows = session.scalars(select(Population).where(here).order_by(Population.used.desc())).all()
            total, gone = 0, list[str]()
            for row in rows:
                total += row.rows
                if total > most_rows and row.name not in keep:
                    gone.append(row.name)
            session.execute(_deleted(self.where, gone))
        self._database.drop(self.where, gone)
        return gone

    def forget(self, names: Iterable[str]) -> None:
        """Take populations whose tables are gone out of the index."""
        with self._store.session() as session:
            session.execute(_deleted(self.where, list(names)))

    def forget_run(self, run: str) -> None:
        """Drop what one run stored."""
        with self._store.session() as session:
            names = list(session.scalars(select(Population.name).where(Population.run == run)))
            session.execute(_deleted(self.where, names))
        self._database.drop(self.where, names)


def _deleted(where: Store, names: list[str]) -> Delete:
    return delete(Population).where(Population.store == where.value, Population.name.in_(names))
