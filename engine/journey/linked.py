"""Journeys that run together: an action of one starts tokens in another, or takes them out, within the same run.

All of them stand in one plan, each with ranks of its own. A token that an action starts comes to its journey in the
next round of the same instant. One that is taken out leaves the node where it is: each node holds a token from the
token's turn there until its turn at the next node, so exactly one node is left by a removal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

from engine.journey.contract import Change, Exit, Role
from engine.journey.entries import EXITS, TOKENS
from engine.journey.memberships import inside_journey, journey_exited
from engine.journey.named import acted
from engine.journey.order import MOST_UNITS, Act, key
from engine.journey.plan import Plan, PlannedNode
from engine.journey.registers import Entity, Register
from engine.journey.rows import VISIT
from engine.journey.statements import Statements
from engine.journey.tables import RunGround, Writer
from engine.trees import col, number, query, text, union

MOST_HOPS = 10
"""After so many steps from journey to journey, a token starts no other: journeys may go round in circles."""
FIRST_EXITS = 3900
"""The exits of linked journeys change registers as actions do; their tables are numbered from here on."""


@dataclass(frozen=True, slots=True)
class Movers:
    """Who starts tokens in a linked journey, and who takes them out: ranks of actions."""

    journey: int
    entity: Entity
    registers: tuple[Register, ...]
    starting: tuple[int, ...]
    removing: tuple[int, ...]

    @property
    def exits(self) -> int:
        """The rank of the table of this journey's exits."""
        return FIRST_EXITS + self.journey


def movers_of(plan: Plan, ground: RunGround, every: Sequence[Statements]) -> tuple[Movers, ...]:
    """What moves tokens between the journeys of a plan; its exits are registered as what ends being inside."""
    found: list[Movers] = []
    for number_, other in enumerate(plan.linked, start=1):
        entity = Entity.PERSON if other.world.of_people else Entity.ACCOUNT
        moves = [(one.planned.rank, move) for one in every if one.work is not None for move in one.work.moves
                 if move.journey == other.document.id]  # fmt: skip
        registers = (
            inside_journey(ground, other.document.id, entity), journey_exited(ground, other.document.id, entity)
        )  # fmt: skip
        movers = Movers(
            number_, entity, registers,
            tuple(rank for rank, move in moves if move.starts),
            tuple(rank for rank, move in moves if not move.starts),
        )  # fmt: skip
        for place, register in enumerate(registers):
            ground.noted.registers.setdefault(register.name, register)
            writer = Writer(movers.exits, place, Change(register, exp.null()))
            ground.writers.setdefault(register.name, []).append(writer)
        found.append(movers)
    return tuple(found)


def started(movers: Movers, ground: RunGround) -> Iterator[exp.Select]:
    """The tokens that actions started in a linked journey, as far as they are known. Shape: as `tokens_query`."""
    whose = movers.entity.columns[0]
    sources = [
        query(
            "SELECT $whose AS whose, a.at, a.phase + 1 AS phase, a.key, t.hops + 1 AS hops FROM acts AS a"
            " JOIN tokens AS t ON t.token = a.token WHERE a.told AND t.hops < $most",
            acts=acted(rank), tokens=TOKENS, whose=col("a", whose), most=number(MOST_HOPS),
        )
        for rank in movers.starting
        if rank in ground.made
    ]  # fmt: skip
    if not sources:
        return
    of_people = movers.entity is Entity.PERSON
    nobody, somebody = number(0), col("r", "whose")
    yield query(
        "SELECT CAST(r.entry AS BIGINT) * 68719476736 + $journey * 16777216 + r.whose AS token,"
        " CAST($unit AS BIGINT) AS unit, r.entry, $account AS account, $person AS person, r.at, $journey AS journey,"
        " r.phase, r.hops, r.key AS started FROM (SELECT s.*,"
        " CAST(ROW_NUMBER() OVER (PARTITION BY s.whose ORDER BY s.key) AS INT) AS entry FROM sources AS s) AS r",
        sources=union(sources), journey=number(movers.journey),
        unit=exp.Neg(this=somebody) if of_people else somebody,
        account=nobody if of_people else somebody, person=somebody if of_people else nobody,
    )  # fmt: skip


def exits_query(movers: Movers) -> exp.Select:
    """The exits of a linked journey as changes of registers. Shape: as what an action did, with `c0` and `c1`."""
    return query(
        "SELECT t.account, t.person, x.at, x.key - $change AS key, TRUE AS acts, FALSE AS c0, x.at AS c1"
        " FROM exits AS x JOIN tokens AS t ON t.token = x.token WHERE t.journey = $journey AND x.reason <> $removed",
        exits=EXITS, tokens=TOKENS, journey=number(movers.journey), removed=text(Exit.REMOVED),
        change=number(Act.CHANGE),
    )  # fmt: skip


def cut(
    planned: PlannedNode,
    ground: RunGround,
    removing: Sequence[int],
    followers: Mapping[tuple[int, str], int],
    passing: exp.Query,
) -> exp.Query:
    """Where tokens go from a node of a linked journey, unless an action takes them out before their next turn."""
    made = [rank for rank in removing if rank in ground.made]
    if not made:
        return passing
    of_people = planned.place.world.of_people
    whose = "person" if of_people else "account"
    removals = union([
        query("SELECT $whose AS whose, a.at, a.phase, a.key + $move AS key FROM acts AS a WHERE a.told",
              acts=acted(rank), whose=col("a", whose), move=number(Act.MOVE))
        for rank in made
    ])  # fmt: skip
    gone = exp.Coalesce(
        this=exp.Paren(this=exp.LT(this=col("r", "key"), expression=_next_turn(planned, ground, followers))),
        expressions=[exp.false()],
    )
    if planned.role is Role.SOURCE:
        # Whoever is taken out between their start and their first turn has not got anywhere.
        passing = query("SELECT o.*, t.started FROM passing AS o JOIN tokens AS t ON t.token = o.token",
                        passing=passing, tokens=TOKENS)  # fmt: skip
    since = col("q", "started" if planned.role is Role.SOURCE else "key")
    found = query(
        "SELECT CASE WHEN $gone THEN NULL ELSE q.port END AS port, CASE WHEN $gone THEN $removed ELSE q.reason END"
        " AS reason, CASE WHEN $gone THEN r.at ELSE q.at_out END AS at_out,"
        " CASE WHEN $gone THEN r.phase ELSE q.phase_out END AS phase_out"
        " FROM passing AS q ASOF LEFT JOIN removals AS r ON r.whose = $mine AND $since < r.key",
        passing=passing, removals=removals, gone=gone, removed=text(Exit.REMOVED), mine=col("q", whose),
        since=since,
    )  # fmt: skip
    return found.select(*(col("q", name) for name in VISIT), copy=False)


def _next_turn(planned: PlannedNode, ground: RunGround, followers: Mapping[tuple[int, str], int]) -> exp.Expr:
    """The key of a token's turn at the node that follows, or of its exit, from the columns of `q`."""
    person = col("q", "person") if planned.place.world.of_people else number(MOST_UNITS - 1)
    gone = key(ground.start, col("q", "at_out"), col("q", "phase_out"), planned.rank, col("q", "account"), person,
               Act.MOVE)  # fmt: skip
    ranks = {port: rank for (source, port), rank in followers.items() if source == planned.rank}
    if not ranks:
        return gone
    rank = exp.Case(default=number(planned.rank))
    for port, follower in ranks.items():
        rank = rank.when(col("q", "port").eq(text(port)), number(follower), copy=False)
    there = key(ground.start, col("q", "at_out"), col("q", "phase_out"), exp.Paren(this=rank), col("q", "account"),
                col("q", "person"))  # fmt: skip
    onward = exp.In(this=col("q", "port"), expressions=[text(port) for port in ranks])
    return exp.Paren(this=exp.Case(default=gone).when(onward, there, copy=False))
