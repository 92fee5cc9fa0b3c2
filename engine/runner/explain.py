"""What a plan would do, and why, without doing it: for people who want to see the SQL."""

from dataclasses import dataclass

from pydantic import JsonValue

from engine.compiler.plan import Plan, PlannedNode
from engine.texts import say


@dataclass(frozen=True, slots=True)
class ExplainedStep:
    """One step in running order, or one node that needs none. `sql` is there whether or not it would run now."""

    title: str
    reason: str
    table: str | None
    sql: str
    runs: bool = False
    node: str | None = None

    def to_json(self) -> dict[str, JsonValue]:
        return {"title": self.title, "reason": self.reason, "table": self.table, "sql": self.sql, "runs": self.runs,
                "node": self.node}  # fmt: skip


def explain_plan(plan: Plan) -> list[ExplainedStep]:
    """The steps of a plan and the nodes that need none, in running order."""
    steps = {step.table: step for step in plan.steps}
    found = [
        ExplainedStep(
            "Shared scan",
            say("Computes {n} value(s) per owner in one pass, for the steps below.", n=len(step.shared)),
            step.table,
            step.query.sql(dialect="duckdb", pretty=True),
            runs=True,
        )
        for step in plan.steps
        if step.shared
    ]
    for name, node in plan.nodes.items():
        step = steps.get(node.population or "")
        query = node.query if step is None else step.query
        sql = "" if query is None else query.sql(dialect="duckdb", pretty=True)
        title, reason = f"{name} ({node.checked.activity.title})", _reason(node, step is None)
        found.append(ExplainedStep(title, reason, node.population, sql, runs=step is not None, node=name))
    return found


def _reason(node: PlannedNode, stored: bool) -> str:
    if node.population is None:
        return say("Needs no query: its population is that of an input, or it has none.")
    return (
        say("Stored already under the same fingerprint; nothing runs.")
        if stored
        else say("Runs: nothing is stored for it.")
    )
