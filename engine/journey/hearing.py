"""The first event that a waiting token hears: when, and in which round it wakes the token."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from engine.catalog.sources import Typed
from engine.journey.conditions import Condition, ConditionCompiler, Constraint
from engine.journey.conditions.comparing import holds
from engine.journey.conditions.linked import unknown_field
from engine.journey.ground import Look, Read, activity_resource
from engine.journey.order import Phase, key, zero
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.world import JourneyWorld
from engine.problems import EngineError
from engine.trees import all_of, col, join, number, query, tree, union


@dataclass(frozen=True, slots=True)
class Hearing:
    """A type of event, what must be true of it, and the how manieth of a person counts."""

    event: str
    where: tuple[Constraint, ...] = ()
    times: int = 1


def first_heard(
    world: JourneyWorld,
    rows: Rows,
    hearings: Sequence[Hearing],
    *,
    of_people: bool,
    filters: Condition | None,
    deadline: exp.Expr,
) -> tuple[exp.Expr, exp.Expr]:
    """The instant and the round of the first event for each row, both null without one.

    Errors: unknown-attribute, and those of conditions.
    """
    found = [_candidates(world, rows, one, of_people=of_people, filters=filters) for one in hearings]
    first = query("SELECT c.token, MIN(c.turn) AS turn FROM found AS c GROUP BY c.token", found=union(found))
    rows.join("heard", join("LEFT JOIN f AS heard ON heard.token = v.token", f=first))
    last = key(rows.ground.start, deadline, _phase_at(deadline), rows.rank, rows["account"], rows["person"])
    in_time = exp.LTE(this=col("heard", "turn"), expression=last)
    turn = exp.Paren(this=exp.Case().when(in_time, col("heard", "turn"), copy=False))
    at = tree("($turn // 9223372036854775808) // 256 + $start", turn=turn, start=number(rows.ground.start))
    at = exp.Cast(this=at, to=exp.DataType(this=exp.DType.BIGINT))
    phase = tree("CAST(($turn // 9223372036854775808) % 256 AS INT)", turn=turn)
    awake = tree(
        "CASE WHEN $phase >= $nodes THEN $phase + 1 WHEN $at = v.at THEN v.phase ELSE $nodes END",
        phase=phase, at=at, nodes=number(Phase.NODES),
    )  # fmt: skip
    return at, awake


def _phase_at(deadline: exp.Expr) -> exp.Expr:
    return tree("CASE WHEN $deadline = v.at THEN v.phase ELSE $nodes END",
                deadline=deadline, nodes=number(Phase.NODES))  # fmt: skip


def _candidates(
    world: JourneyWorld, rows: Rows, hearing: Hearing, *, of_people: bool, filters: Condition | None
) -> exp.Select:
    """Shape: one row per token and event that counts: `token`, `turn`."""
    rows.reads.add(Read(activity_resource(hearing.event), Look.AFTER))
    ground = rows.ground
    matches = _matches(world, hearing.where)
    columns = _columns(hearing.where)
    turn = exp.Coalesce(
        this=col("a", "key"),
        expressions=[key(ground.start, col("a", "at"), number(Phase.RECORDED), 0, zero(), zero())],
    )
    events = query(
        "SELECT v.token, v.unit, v.entry, v.entered, v.account, $person AS person, a.at, v.phase, $turn AS key"
        " FROM input AS v JOIN activities AS a ON TRUE"
        " WHERE ((a.key IS NULL AND a.at >= v.at) OR a.key > v.key) AND $matches",
        input=rows.table, activities=ground.activities(hearing.event, columns), turn=turn, matches=matches,
        person=col("a", "person") if of_people else col("v", "person"),
    )  # fmt: skip
    events.set("joins", _met(events, rows, of_people=of_people, of_person=world.of_people))
    if filters is not None and filters.filters:
        done = Rows(ground, events, of_people=True, repeated=True)
        wanted = ConditionCompiler(world, done, of_people=True).condition(filters)
        terms = [exp.alias_(done[name], name, quoted=True) for name in ("token", "person", "key")]
        events = done.select(*terms).where(wanted, copy=False)
        rows.reads |= done.reads
    counted = query(
        "SELECT e.token, e.key AS turn FROM events AS e"
        " QUALIFY ROW_NUMBER() OVER (PARTITION BY e.token, e.person ORDER BY e.key) = $times",
        events=events, times=number(hearing.times),
    )  # fmt: skip
    if hearing.times == 1:
        return query("SELECT e.token, e.key AS turn FROM events AS e", events=events)
    return counted


def _met(events: exp.Select, rows: Rows, *, of_people: bool, of_person: bool) -> list[exp.Join]:
    """The joins from a token to the activities that it may hear of."""
    activities: exp.Join = events.args["joins"][0]
    if not of_people:
        activities.set("on", tree("a.account = v.account AND a.person = 0"))
        return [activities]
    if of_person:
        activities.set("on", tree("a.person = v.person"))
        return [activities]
    pairs = join("JOIN pairs AS p ON p.account = v.account", pairs=rows.ground.entity(Entity.PAIR))
    activities.set("on", tree(
        "a.person = p.person AND p.since <= $at AND $at < p.until", at=rows.carried_at(col("a", "at"), rows["entered"])
    ))  # fmt: skip
    return [pairs, activities]


def happened(
    world: JourneyWorld,
    rows: Rows,
    events: Sequence[tuple[str, tuple[Constraint, ...]]],
    filters: Condition | None,
) -> exp.Query:
    """The recorded events of some types that meet their constraints, from the start of the run on.

    Shape: one row per event: `person` and `at`. Errors: unknown-attribute, and those of conditions.
    """
    ground = rows.ground
    found = [
        query(
            "SELECT CAST(0 AS BIGINT) AS token, CAST(-a.person AS BIGINT) AS unit, 1 AS entry, a.at AS entered,"
            " 0 AS account, a.person, a.at, $phase AS phase, $turn AS key FROM activities AS a"
            " WHERE a.key IS NULL AND a.at >= $start AND a.person > 0 AND $matches",
            activities=ground.activities(kind, _columns(where)), phase=number(Phase.RECORDED),
            turn=key(ground.start, col("a", "at"), number(Phase.RECORDED), 0, zero(), zero()),
            start=number(ground.start), matches=_matches(world, where),
        )
        for kind, where in events
    ]  # fmt: skip
    done = Rows(ground, union(found), of_people=True, repeated=True)
    wanted = ConditionCompiler(world, done, of_people=True).condition(filters or Condition())
    rows.reads |= done.reads
    return done.select(done["person"], done["at"]).where(wanted, copy=False)


def _columns(where: tuple[Constraint, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.field for part in where))


def _matches(world: JourneyWorld, where: tuple[Constraint, ...]) -> exp.Expr:
    """All constraints hold for the activity `a`. Errors: unknown-attribute."""
    types = {name: one.type for name, one in world.catalog.table_by_name["activity"].by_name.items()}
    for part in where:
        if part.field not in types:
            raise EngineError(unknown_field(part.field, types))
    return all_of([holds(part, Typed(col("a", part.field), types[part.field]), col("a", "at")) for part in where])
