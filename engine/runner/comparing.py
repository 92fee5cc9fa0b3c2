"""How populations of one unit overlap: who is in which of them, counted exactly once and stored.

The comparison is a population like any other, with an output per combination, so the people behind each number open
in the same way as those behind a transition.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlglot import exp

from engine.database import Cursor, Store, stored
from engine.fingerprints import fingerprint
from engine.problems import EngineError, Problem
from engine.relations import PORT, Relation, column
from engine.runner.keeping import keep_rows
from engine.runner.populations import StoredPopulation
from engine.selecting import named
from engine.texts import say
from engine.workspace import Workspace

FEWEST, MOST = 2, 16
_SET = "_set"


@dataclass(frozen=True, slots=True)
class Part:
    """The records that are in exactly the populations marked True, in the order in which they were compared."""

    members: tuple[bool, ...]
    targets: int


class Comparison:
    """Two or more populations side by side. `parts` hold every record of any of them exactly once, the largest first.

    A record counts once, however many rows it has; rows without a key name nobody and count nowhere.
    """

    def __init__(self, opened: StoredPopulation, parts: tuple[Part, ...]) -> None:
        self._opened = opened
        self.parts = parts

    @property
    def total(self) -> int:
        """Records in any of the populations."""
        return sum(one.targets for one in self.parts)

    def targets(self, place: int) -> int:
        """Records in one of the populations."""
        return sum(one.targets for one in self.parts if one.members[place])

    def common(self, one: int, other: int) -> int:
        """Records in both of two populations."""
        return sum(part.targets for part in self.parts if part.members[one] and part.members[other])

    def open(self, members: Sequence[bool]) -> StoredPopulation:
        """The records that are in exactly these populations. Shape: one row per record, its key."""
        return self._opened.at(replace(self._opened.relation, port=_port(members)))


def compare(workspace: Workspace, populations: Sequence[StoredPopulation]) -> Comparison:
    """Compare populations by the keys of their rows. Errors: wrong-number, different-units."""
    relations = [one.relation for one in populations]
    _check(relations)
    query = _membership(relations)
    table = f"c_{fingerprint(query)}"
    first = relations[0]
    columns = tuple(replace(first[name], origin="") for name in first.key)
    relation = Relation(
        columns, first.key, first.key, first.dimension, unique=True, store=Store.WORK.value, table=table
    )
    parts = workspace.database.reader.run(partial(_count, workspace, table, query, len(relations)))
    return Comparison(populations[0].at(relation), parts)


def _check(relations: Sequence[Relation]) -> None:
    if not FEWEST <= len(relations) <= MOST:
        raise EngineError(
            Problem(
                code="wrong-number",
                what=say("{n} population(s) cannot be compared.", n=len(relations)),
                fix=say("Choose {fewest} to {most} of them.", fewest=FEWEST, most=MOST),
                values={"count": len(relations)},
            )
        )
    units = sorted({one.dimension or "" for one in relations})
    if len(units) > 1 or not relations[0].key:
        raise EngineError(
            Problem(
                code="different-units",
                what=say(
                    "These populations count different things: {names}.",
                    names=", ".join(one or "lines" for one in units),
                ),
                why="Records of different tables cannot be the same record.",
                fix="Compare populations of one unit, or bring them to one with Change dimension first.",
                values={"units": ", ".join(units)},
            )
        )


def _membership(relations: Sequence[Relation]) -> exp.Select:
    """Shape: one row per record of any population: its key, and as its port a text such as "101"."""
    key = relations[0].key
    sets: list[exp.Query] = [
        one.rows("p").select(
            *(named(column("p", mine), name) for name, mine in zip(key, one.key, strict=True)),
            named(exp.Literal.number(place), _SET),
        )
        for place, one in enumerate(relations)
    ]
    every = sets[0]
    for one in sets[1:]:
        every = exp.union(every, one, distinct=False, copy=False)
    marks = [
        exp.case().when(exp.GT(this=_times(place), expression=exp.Literal.number(0)), exp.Literal.string("1")).else_(
            exp.Literal.string("0")
        )
        for place in range(len(relations))
    ]  # fmt: skip
    terms = [column("e", name) for name in key]
    members = exp.Concat(expressions=marks, safe=False, coalesce=False)
    select = exp.select(*terms, named(members, PORT)).from_(every.subquery("e"))
    return select.where(*(exp.Not(this=term.copy().is_(exp.null())) for term in terms)).group_by(
        *(term.copy() for term in terms)
    )


def _times(place: int) -> exp.Expr:
    here = exp.Case().when(column("e", _SET).eq(exp.Literal.number(place)), exp.Literal.number(1))
    return exp.Count(this=here)


def _count(workspace: Workspace, table: str, query: exp.Select, sets: int, cursor: Cursor) -> tuple[Part, ...]:
    port, number = exp.column(PORT, quoted=True), exp.Count(this=exp.Star())
    keep_rows(workspace, table, query, cursor)
    counted = exp.select(port, exp.alias_(number, "n")).from_(stored(Store.WORK, table)).group_by(port.copy())
    found = cursor.fetch(counted.order_by("n DESC", exp.Ordered(this=port.copy(), desc=True)))
    return tuple(Part(tuple(mark == "1" for mark in row[0]), row[1]) for row in found if len(row[0]) == sets)


def _port(members: Sequence[bool]) -> str:
    return "".join("1" if one else "0" for one in members)
