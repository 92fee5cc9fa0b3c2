"""Registers that follow from others: how complete a buying group is follows from its members, whenever they change.

A score is told of as well, as an activity of the account, each time that it changes.
"""

from collections.abc import Sequence

from sqlglot import exp

from engine.journey.evaluating import days_of
from engine.journey.ground import Ground, activity_resource, register_resource
from engine.journey.memberships import group_member, group_score, has_buying_group
from engine.journey.order import Act, Phase, key
from engine.journey.registers import Entity, Register
from engine.journey.world import JourneyWorld, Row
from engine.trees import col, number, query, text, tree, union

COMPLETENESS, ENGAGEMENT = "account.completenessScoreChanged", "account.engagementScoreChanged"
SCORES = {COMPLETENESS: "completeness", ENGAGEMENT: "engagement"}
"""The activities that tell of a new score, and which score it is."""


def implied_by(register: str) -> dict[str, Entity]:
    """What changes, or is told of, when a register changes. Shape: resource to whose it is."""
    kind, _, interest = register.partition(":")
    if kind in {"buying-group", "buying-group-member"}:
        score = register_resource(f"buying-group.completeness:{interest}")
        return {score: Entity.ACCOUNT, activity_resource(COMPLETENESS): Entity.ACCOUNT}
    if kind == "buying-group.engagement":
        return {activity_resource(ENGAGEMENT): Entity.ACCOUNT}
    return {}


def score_register(world: JourneyWorld, ground: Ground, interest: Row, column: str) -> Register:
    """A score of an account's buying group for an interest: `completeness` or `engagement`, 0 to 100."""
    standing = group_score(ground, str(interest["si_id"]), column)
    if column != "completeness":
        return standing
    sources = (group_member(ground, str(interest["si_id"])), has_buying_group(ground, str(interest["si_id"])))
    needed = {
        str(row["role_id"]): max(1, int(row.get("members_required") or 1))
        for row in world.references.rows("role_template_role", template_id=interest.get("template_id"))
        if row.get("required_for_completeness")
    }
    return standing.following(sources, lambda states: _completeness(ground, states, needed))


def _completeness(ground: Ground, states: Sequence[exp.Table], needed: dict[str, int]) -> exp.Select:
    """The score at each change of a group's members, and at the first daily job that the group sees.

    Shape: one row per account and such moment: `account`, `key`, `value`.
    """
    members, groups = states
    moments = [query("SELECT s.account, s.key FROM states AS s WHERE s.key > 0", states=members)]
    first = days_of(ground)[:1] if ground.options.bg_jobs else []
    for at in first:
        due = key(ground.start, number(at), number(Phase.COMPLETENESS), 0, number(0), number(0))
        moments.append(query(
            "SELECT g.account, GREATEST(g.key, $due) AS key FROM groups AS g WHERE g.value", groups=groups, due=due
        ))  # fmt: skip
    parts = [
        tree(
            "LEAST(COUNT(*) FILTER (WHERE m.value = $role), $many) * 100.0::DOUBLE / $many",
            role=text(role),
            many=number(many),
        )
        for role, many in sorted(needed.items())
    ]
    total: exp.Expr = exp.null()
    if parts:
        whole = parts[0]
        for one in parts[1:]:
            whole = exp.Add(this=whole, expression=one)
        total = exp.Div(this=exp.Paren(this=whole), expression=number(len(parts)))
    return query(
        "SELECT k.account, k.key, $score AS value FROM (SELECT DISTINCT q.account, q.key FROM moments AS q) AS k"
        " LEFT JOIN members AS m ON m.account = k.account AND m.key <= k.key AND k.key < m.until"
        " GROUP BY k.account, k.key",
        moments=union(moments), members=members, score=exp.Cast(this=total, to=exp.DataType(this=exp.DType.DOUBLE)),
    )  # fmt: skip


def scores_told(ground: Ground, state: exp.Table, interest: Row, names: Sequence[str]) -> exp.Select:
    """The activities that tell of a score's changes during the run. Shape: as `ground.activities`."""
    columns = {
        "asset_id": text(str(interest["si_id"])), "asset_name": text(str(interest["name"])), "source": text("job"),
        "old_value": _as_text(col("s", "old")), "new_value": _as_text(col("s", "value")),
    }  # fmt: skip
    terms = [exp.alias_(columns.get(name, exp.null()), name, quoted=True) for name in names]
    told = query(
        "SELECT s.account, 0 AS person, CAST((s.key // 9223372036854775808) // 256 + $start AS BIGINT) AS at,"
        " s.key + $after AS key FROM (SELECT q.*, LAG(q.value) OVER (PARTITION BY q.account ORDER BY q.key) AS old"
        " FROM states AS q) AS s WHERE s.key > 0 AND s.value IS DISTINCT FROM s.old",
        states=state, start=number(ground.start), after=number(Act.TELL - Act.CHANGE),
    )  # fmt: skip
    return told.select(*terms, copy=False)


def _as_text(value: exp.Expr) -> exp.Expr:
    return exp.Cast(this=value, to=exp.DataType(this=exp.DType.VARCHAR))
