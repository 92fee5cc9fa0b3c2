"""Who enters a journey, and when: the audience at each evaluation, first entries, and entries anew after an exit."""

from dataclasses import dataclass, field

from sqlglot import exp

from engine.journey.evaluating import candidates, closing_of, instants_of, is_moving
from engine.journey.order import Phase, key
from engine.journey.plan import PlannedNode
from engine.journey.properties import ReEntry, Timing
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.stage import Stage
from engine.journey.tables import RunGround, temp
from engine.trees import col, number, query, tree

MEMBERS, EXCLUDED, FIRST, TOKENS, EXITS = (
    temp("member"), temp("excluded"), temp("first"), temp("token"), temp("exit"),
)  # fmt: skip


@dataclass
class Audience:
    """The source of a journey. With `moving`, membership differs from one evaluation to the next."""

    planned: PlannedNode
    moving: bool = False
    reads: set[str] = field(default_factory=set[str])


def lay_members(stage: Stage, ground: RunGround, audience: Audience) -> None:
    """Evaluate the audience. Shape: one row per member and evaluation, or, when it never moves, per member."""
    of_people = audience.planned.place.world.of_people
    rows = Rows(ground, temp("candidate"), of_people=of_people, rank=audience.planned.rank)
    happenings = audience.planned.kind.happenings(audience.planned.place, rows)
    if happenings is not None:
        audience.moving = True
        stage.make(MEMBERS, query(
            "SELECT DISTINCT CAST(-h.person AS BIGINT) AS unit, 0 AS account, h.person, h.at FROM h AS h"
            " WHERE h.at < $closes",
            h=happenings, closes=number(closing_of(ground)),
        ))  # fmt: skip
        stage.make(EXCLUDED, query("SELECT 0 AS account, CAST(0 AS BIGINT) AS at WHERE FALSE"))
        return
    belongs = audience.planned.kind.members(audience.planned.place, rows)
    named: exp.Expr = exp.true()
    if not of_people:
        name = rows.field(Entity.ACCOUNT, "name").tree
        named = tree("COALESCE(TRIM($name), '') <> ''", name=name)
    audience.moving = is_moving(rows, belongs, named)
    instants = instants_of(ground)
    entity = Entity.PERSON if of_people else Entity.ACCOUNT
    evaluated = candidates(ground, entity, instants if audience.moving else instants[:1], Phase.AUDIENCE)
    stage.make(temp("candidate"), evaluated)
    found = rows.select(rows["unit"], rows["account"], rows["person"], rows["at"], exp.alias_(named, "named"))
    stage.make(MEMBERS, found.where(belongs, copy=False))
    stage.make(EXCLUDED, query(
        "SELECT m.account, MIN(m.at) AS at FROM member AS m WHERE NOT m.named GROUP BY m.account", member=MEMBERS
    ))  # fmt: skip
    stage.remove(MEMBERS, tree("NOT named"))


def lay_first(stage: Stage) -> None:
    """The first entry of each member: the evaluation that first finds it."""
    stage.make(FIRST, query(
        "SELECT m.unit, m.account, m.person, MIN(m.at) AS at FROM member AS m GROUP BY m.unit, m.account, m.person",
        member=MEMBERS,
    ))  # fmt: skip


def tokens_query(ground: RunGround, audience: Audience, re_entry: ReEntry, *, begun: bool) -> exp.Query:
    """All tokens: first entries, and with `begun` those that follow the exits known so far.

    Shape: one row per token: `token`, `unit`, `entry`, `account`, `person`, `at`, the number of its `journey`, the
    `phase` in which it begins, by how many `hops` from journey to journey it came to be, and the key of its `started`.
    """
    first = query(
        "SELECT CAST(68719476736 AS BIGINT) + ABS(f.unit) AS token, f.unit, 1 AS entry, f.account, f.person, f.at,"
        " 0 AS journey, $phase AS phase, 0 AS hops, CAST(0 AS HUGEINT) AS started FROM first AS f",
        first=FIRST, phase=number(Phase.NODES),
    )  # fmt: skip
    if not begun or not re_entry.enabled:
        return first
    return exp.union(first, _next_entries(ground, audience, re_entry), distinct=False)


def _next_entries(ground: RunGround, audience: Audience, re_entry: ReEntry) -> exp.Select:
    since = "at" if re_entry.timing is Timing.FROM_START else "exited"
    delay = int(re_entry.delay.span.total_seconds()) * 1_000_000
    waiting = query(
        "SELECT t.*, GREATEST(x.at + 1, $since + $delay) AS earliest FROM tokens AS t"
        " JOIN exits AS x ON x.token = t.token WHERE t.journey = 0",
        tokens=TOKENS, exits=EXITS, delay=number(delay),
        since=col("t", "at") if since == "at" else col("x", "at"),
    )  # fmt: skip
    if re_entry.limit is not None:
        waiting = waiting.where(exp.LT(this=col("t", "entry"), expression=number(re_entry.limit)), copy=False)
    if audience.moving:
        return query(
            "SELECT w.token + 68719476736 AS token, w.unit, w.entry + 1 AS entry, w.account, w.person, MIN(m.at) AS at,"
            " 0 AS journey, $phase AS phase, 0 AS hops, CAST(0 AS HUGEINT) AS started FROM waiting AS w"
            " JOIN member AS m ON m.unit = w.unit AND m.at >= w.earliest"
            " GROUP BY w.token, w.unit, w.entry, w.account, w.person",
            waiting=waiting, member=MEMBERS, phase=number(Phase.NODES),
        )  # fmt: skip
    return query(
        "SELECT w.token + 68719476736 AS token, w.unit, w.entry + 1 AS entry, w.account, w.person, i.at,"
        " 0 AS journey, $phase AS phase, 0 AS hops, CAST(0 AS HUGEINT) AS started FROM waiting AS w"
        " ASOF JOIN (SELECT UNNEST($instants::BIGINT[]) AS at) AS i ON w.earliest <= i.at",
        waiting=waiting, instants=exp.Array(expressions=[number(one) for one in instants_of(ground)]),
        phase=number(Phase.NODES),
    )  # fmt: skip


def arrivals_query(ground: RunGround, rank: int, journey: int) -> exp.Select:
    """The tokens as they come to the source of a journey. Shape: the columns of `rows.VISIT`."""
    return query(
        "SELECT t.token, t.unit, t.entry, t.at AS entered, t.account, t.person, t.at, t.phase, $key AS key"
        " FROM tokens AS t WHERE t.journey = $journey",
        tokens=TOKENS, journey=number(journey),
        key=key(ground.start, col("t", "at"), col("t", "phase"), rank, col("t", "account"), col("t", "person")),
    )  # fmt: skip
