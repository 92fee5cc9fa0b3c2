"""Engagement scores, daily: of everybody, from what they did in the last thirty days, and of buying groups."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlglot import exp

from engine.accounts.buying_groups.engagement import activity_lines, group_scores, member_lines, person_scores
from engine.journey.derived import score_register
from engine.journey.evaluating import days_of, days_relation
from engine.journey.ground import activity_resource, register_resource
from engine.journey.jobs.contract import Daily, Job
from engine.journey.memberships import group_member, has_buying_group
from engine.journey.order import Phase, key
from engine.journey.registers import Entity, Register
from engine.journey.rows import field_register
from engine.journey.tables import RunGround
from engine.journey.world import JourneyWorld, Row
from engine.trees import col, number, query, text, union
from engine.types import DOUBLE

DEFAULT_WEIGHT = 60
"""What a role weighs that its template does not name."""


def weights_of(world: JourneyWorld) -> Mapping[str, tuple[int, int]]:
    """The activities that count by the active model: type to weight and the most that count per day."""
    active = next(iter(world.references.rows("scoring_model", status="active")), None)
    if active is None:
        return {}
    rows = world.references.rows("scoring_activity", model_id=active["model_id"])
    return {
        str(row["activity_type"]): (int(row["weight"]), int(row.get("daily_cap") or 20))
        for row in rows
        if row.get("weight")
    }


@dataclass(frozen=True)
class ScorePeople(Job):
    """How engaged everybody is."""

    def daily(self, ground: RunGround) -> Daily:
        scores, reads = _people(self.world, ground)
        content = query(
            "SELECT 0 AS account, s.person, s.moment AS at, $key AS key, TRUE AS acts, s.score AS c0 FROM scores AS s"
            " QUALIFY s.score IS DISTINCT FROM LAG(s.score) OVER (PARTITION BY s.person ORDER BY s.moment)",
            scores=scores,
            key=key(ground.start, col("s", "moment"), number(Phase.ENGAGEMENT), self.place, number(0),
                    col("s", "person")),
        )  # fmt: skip
        register = field_register(Entity.PERSON, "engagement_score", DOUBLE)
        ground.entity(Entity.PERSON, ("engagement_score",))
        return Daily(content, (register,), reads=frozenset(reads))


@dataclass(frozen=True)
class ScoreGroups(Job):
    """How engaged buying groups are, all interests together: from their members' scores and the weights of roles."""

    def daily(self, ground: RunGround) -> Daily:
        interests = list(self.world.references.rows("solution_interest"))
        scores, reads = _people(self.world, ground)
        groups: list[exp.Select] = []
        members: list[exp.Select] = []
        registers: list[Register] = []
        for place, interest in enumerate(interests):
            there = has_buying_group(ground, str(interest["si_id"]))
            member = group_member(ground, str(interest["si_id"]))
            reads |= {register_resource(there.name), register_resource(member.name)}
            groups.append(self._standing(ground, there, place))
            members.append(self._members(ground, member, interest, place))
            registers.append(score_register(self.world, ground, interest, "engagement"))
        scored = group_scores(union(groups), member_lines(union(members), scores))
        content = query(
            "SELECT CAST(q.grp % 16777216 AS INT) AS account, 0 AS person, q.moment AS at, TRUE AS acts"
            " FROM scored AS q GROUP BY q.moment, q.grp % 16777216",
            scored=scored,
        )  # fmt: skip
        for place in range(len(interests)):
            mine = query("SELECT MAX(q.score) FILTER (WHERE q.grp // 16777216 = $place) AS score FROM scored AS q",
                         place=number(place), scored=exp.table_("unused")).selects[0].this  # fmt: skip
            content = content.select(exp.alias_(mine, f"c{place}", quoted=True), copy=False)
        keyed = query(
            "SELECT s.*, $key AS key FROM content AS s", content=content,
            key=key(ground.start, col("s", "at"), number(Phase.ENGAGEMENT), self.place, col("s", "account"), number(0)),
        )  # fmt: skip
        return Daily(keyed, tuple(registers), reads=frozenset(reads))

    def _standing(self, ground: RunGround, register: Register, place: int) -> exp.Select:
        """The groups of an interest on each day. Shape: `moment`, `grp` (the place of the interest and the account)."""
        state = ground.state(register)
        assert state is not None
        return query(
            "SELECT d.at AS moment, CAST($place * 16777216 AS BIGINT) + s.account AS grp FROM days AS d"
            " JOIN states AS s ON s.key < $now AND $now <= s.until WHERE s.value",
            days=days_relation(days_of(ground)), states=state, place=number(place), now=self._now(ground),
        )  # fmt: skip

    def _members(self, ground: RunGround, register: Register, interest: Row, place: int) -> exp.Select:
        state = ground.state(register)
        assert state is not None
        cards = list(self.world.references.rows("role_template_role", template_id=interest.get("template_id")))
        weight: exp.Expr = number(DEFAULT_WEIGHT)
        if cards:
            found = exp.Case(default=weight)
            for card in cards:
                role = col("s", "value").eq(text(str(card["role_id"])))
                found = found.when(role, number(int(card.get("weight") or DEFAULT_WEIGHT)), copy=False)
            weight = exp.Paren(this=found)
        return query(
            "SELECT d.at AS moment, CAST($place * 16777216 AS BIGINT) + s.account AS grp, s.person, s.value AS role,"
            " $weight AS weight FROM days AS d JOIN states AS s ON s.key < $now AND $now <= s.until"
            " WHERE NOT s.value IS NULL",
            days=days_relation(days_of(ground)), states=state, place=number(place), now=self._now(ground),
            weight=weight,
        )  # fmt: skip

    def _now(self, ground: RunGround) -> exp.Expr:
        return key(ground.start, col("d", "at"), number(Phase.ENGAGEMENT), self.place, number(0), number(0))


def _people(world: JourneyWorld, ground: RunGround) -> tuple[exp.Select, set[str]]:
    """The score of everybody on each day, and what is looked at. Shape: `moment`, `person`, `raw`, `score`."""
    weights = weights_of(world)
    heard = [
        query("SELECT a.person, $kind AS kind, a.at FROM heard AS a WHERE a.person > 0",
              heard=ground.activities(kind), kind=text(kind))
        for kind in sorted(weights)
    ]  # fmt: skip
    worth = [
        query("SELECT $kind AS kind, $weight AS weight, $cap AS cap", kind=text(kind), weight=number(weight),
              cap=number(cap))
        for kind, (weight, cap) in sorted(weights.items())
    ]  # fmt: skip
    moments = query("SELECT d.at AS moment FROM days AS d", days=days_relation(days_of(ground)))
    people = query("SELECT p.person FROM people AS p", people=ground.entity(Entity.PERSON))
    lines = activity_lines(moments, union(heard), union(worth))
    return person_scores(moments, people, lines), {activity_resource(kind) for kind in weights}
