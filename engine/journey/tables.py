"""The tables of one run, in memory while it lasts: names, what they hold, and the ground that statements stand on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from sqlglot import exp

from engine.accounts.model import CATALOG
from engine.catalog.model import Catalog
from engine.catalog.paths import unknown
from engine.journey.calendar import micros
from engine.journey.contract import Change, Telling
from engine.journey.derived import scores_told
from engine.journey.ground import activity_resource
from engine.journey.inventing import KINDS, SENT, invented
from engine.journey.named import acted, people_now, people_of, sent_on, taken_in, temp
from engine.journey.options import Carrying, RunMode, RunOptions
from engine.journey.order import Act
from engine.journey.properties import Recurrence
from engine.journey.registers import Entity, Register
from engine.journey.world import JourneyWorld, Row
from engine.problems import EngineError
from engine.trees import col, join, number, query, text, union
from engine.types import DataType

BEGINNING = -(1 << 120)
"""A key before all others."""
ENDLESS = 1 << 126
"""A key after all others."""

_CLASSES = {Entity.ACCOUNT: "account", Entity.PERSON: "person"}


@dataclass(frozen=True, slots=True)
class Writer:
    """An action that changes a register: its rank, and the how manieth of its changes."""

    rank: int
    place: int
    change: Change


@dataclass(frozen=True, slots=True)
class Teller:
    """An action that can be heard: its rank, the how manieth of its activities, and the column that marks the rows.

    `of_each`: its rows are accounts, and what it tells is told of each of their people.
    """

    rank: int
    place: int
    telling: Telling
    flag: str = "told"
    of_each: bool = False


@dataclass
class Noted:
    """What the statements of a run ask for."""

    columns: dict[Entity, set[str]] = field(default_factory=dict[Entity, set[str]])
    kinds: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    registers: dict[str, Register] = field(default_factory=dict[str, Register])
    attempts: set[int] = field(default_factory=set[int])


class RunGround:
    """The ground of one run. It notes what is asked of it; the effects that statements see are those in `effects`."""

    def __init__(
        self,
        sources: Mapping[str, exp.Table],
        catalog: Catalog,
        options: RunOptions,
        span: tuple[int, int],
        recorded: frozenset[str] = frozenset(),
    ) -> None:
        self._sources = sources
        self._catalog = catalog
        self.options = options
        self.start, self.end = span
        self.recurrence: Recurrence | None = None
        """When the audience is evaluated, where the journey says so."""
        self.noted = Noted()
        self.recorded = recorded
        """The names of registers that the tables tell changes of."""
        self.nodes: dict[int, str] = {}
        """Node ids by rank."""
        self.made: set[int] = set()
        """The ranks of actions and jobs that have a table by now; others cannot be heard yet."""
        self.pairs_move = True
        """Whether relations between accounts and people begin or end during the run, as far as it is known."""
        self.writers: dict[str, list[Writer]] = {}
        self.tellers: dict[str, list[Teller]] = {}
        self.scores: dict[str, list[tuple[Row, Register]]] = {}
        """By type of activity, the registers whose changes are told of so, with what they are about."""
        self.told_by: dict[str, set[str]] = {}
        """By resource of an activity, the names of registers whose states tell of it."""

    def end_of(self, world: JourneyWorld) -> int:
        """Up to when things happen in a journey: its own end, or the horizon."""
        last = world.properties.schedule.end_date
        return self.end if last is None else min(self.end, micros(datetime.combine(last, time())))

    def entity(self, entity: Entity, columns: Iterable[str] = ()) -> exp.Table:
        self.noted.columns.setdefault(entity, set()).update(columns)
        return temp(entity.name.lower())

    def attribute_type(self, entity: Entity, column: str) -> DataType:
        known = self._table(_CLASSES[entity])
        if column not in known:
            raise EngineError(unknown("attribute", column, known, inside=_CLASSES[entity]))
        return known[column]

    def source(self, table: str) -> exp.Query:
        known = self._table(table)
        if table in self._sources:
            return exp.select(*(col("t", name) for name in known)).from_(
                exp.alias_(self._sources[table].copy(), "t", table=True)
            )
        nothing = (exp.alias_(exp.Cast(this=exp.null(), to=kind.to_sql()), name, quoted=True)
                   for name, kind in known.items())  # fmt: skip
        return exp.select(*nothing).where(exp.false())

    def columns(self, table: str) -> Mapping[str, DataType]:
        """The columns of a table of the data model; none for one that does not exist."""
        return self._table(table)

    def _table(self, table: str) -> dict[str, DataType]:
        for catalog in (self._catalog, CATALOG):
            found = catalog.table_by_name.get(table)
            if found is not None:
                return {one.name: one.type for one in found.attributes}
        return {}

    def changes(self, register: Register) -> bool:
        if register.derive is not None and (self.options.bg_jobs or any(map(self.changes, register.sources))):
            return True
        return register.name in self.writers or register.name in self.recorded

    def state(self, register: Register) -> exp.Table | None:
        for source in register.sources:
            self.state(source)
        known = self.noted.registers.setdefault(register.name, register)
        if known.before is None and not self.changes(known):
            return None
        return state_table(register.name, self.noted)

    def activities(self, kind: str, columns: Iterable[str] = ()) -> exp.Query:
        names = tuple(columns)
        self.noted.kinds.setdefault(kind, set()).update(names)
        known = self._table("activity")
        terms = [exp.alias_(col("h", name) if name in known else exp.null(), name, quoted=True) for name in names]
        recorded = query(
            "SELECT h.account, h.person, h.at, CAST(NULL AS HUGEINT) AS key FROM heard AS h WHERE h.type = $kind",
            heard=temp("heard"), kind=text(kind),
        ).select(*terms, copy=False)  # fmt: skip
        tellers = (one for one in self.tellers.get(kind, ()) if one.rank in self.made)
        return union([
            recorded, *(_told(self, one, names) for one in tellers), *self._invented(kind, names),
            *self._scored(kind, names),
        ])  # fmt: skip

    def _scored(self, kind: str, names: tuple[str, ...]) -> Iterator[exp.Select]:
        """The changes of scores that are told of as activities of a type."""
        for interest, register in self.scores.get(kind, ()):
            if self.changes(register):
                state = self.state(register)
                assert state is not None
                self.told_by.setdefault(activity_resource(kind), set()).add(register.name)
                yield scores_told(self, state, interest, names)

    def _invented(self, kind: str, names: tuple[str, ...]) -> list[exp.Select]:
        """What is made up of the messages that were sent, in the mode that does so."""
        if self.options.mode is not RunMode.SYNTHETIC or kind not in KINDS:
            return []
        self.noted.columns.setdefault(Entity.PERSON, set())
        senders = {
            one.rank: self.nodes.get(one.rank, "") for one in self.tellers.get(SENT, ()) if one.rank in self.made
        }
        return invented(self, senders, kind, names)

    def attempts(self, rank: int) -> exp.Table:
        self.noted.attempts.add(rank)
        return temp(f"attempts_{rank}")

    def exits(self) -> exp.Table:
        return temp("exit")


def _told(ground: RunGround, teller: Teller, names: Iterable[str]) -> exp.Select:
    """The activities that an action tells of. Shape: as those that are recorded."""
    of_person = teller.telling.of_person
    told = query(
        "SELECT $account AS account, $person AS person, t.at, t.key + $act AS key FROM acts AS t WHERE $told",
        acts=acted(teller.rank), act=number(Act.TELL), told=col("t", teller.flag),
        account=number(0) if of_person else col("t", "account"),
        person=col("p" if teller.of_each else "t", "person") if of_person else number(0),
    )  # fmt: skip
    if teller.of_each:
        frozen = ground.options.people_membership is Carrying.FROZEN
        told = told.join(join(
            "JOIN pairs AS p ON p.account = t.account AND p.since <= $at AND $at < p.until",
            pairs=ground.entity(Entity.PAIR), at=col("t", "entered" if frozen else "at"),
        ), copy=False)  # fmt: skip
    for name in names:
        there = name in teller.telling.columns
        told = told.select(
            exp.alias_(col("t", told_column(teller.place, name)) if there else exp.null(), name, quoted=True),
            copy=False,
        )
    return told


__all__ = ["acted", "people_now", "people_of", "sent_on", "taken_in", "temp"]


def told_column(place: int, name: str) -> str:
    """The column of `acted` that holds a column of an activity."""
    return f"t{place}_{name}"


def changed_column(place: int) -> str:
    """The column of `acted` that holds the new value of a register."""
    return f"c{place}"


def state_table(name: str, noted: Noted) -> exp.Table:
    """The table of what a register held when."""
    return temp(f"state_{list(noted.registers).index(name)}")
