"""Why a person or record is, or is not, at a node: back to the first node that lost it, and to the line that failed."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.scope import RowScope
from engine.compiler.plan import Plan, PlannedNode
from engine.compiler.sources import NodeSources
from engine.database import Cursor
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.relations import Relation, column
from engine.rules import Group, Rule, explain_rule
from engine.rules.sentences import to_sentence
from engine.runner.service import plan_document, prepare, run_document
from engine.types import STRING
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a rule for one record: what it says, whether it holds, and the value that it found."""

    path: str
    sentence: str
    holds: bool
    value: Any


@dataclass(frozen=True, slots=True)
class Answer:
    """`present` tells whether the record leaves the node; `lost_at` is the first node that it did not get past."""

    key: tuple[str, ...]
    node: str
    present: bool
    ports: tuple[str, ...] = ()
    lost_at: str | None = None
    reason: str = ""
    rule: tuple[Line, ...] = field(default=())

    @property
    def lines(self) -> list[str]:
        """The answer in words."""
        who = "/".join(self.key)
        if self.present:
            return [f"{who} is at {self.node}, and leaves by {', '.join(self.ports)}."]
        found = [f"{who} is not at {self.node}: it did not get past {self.lost_at}. {self.reason}"]
        for line in self.rule:
            shown = "nothing" if line.value is None else repr(line.value)
            found.append(f"  {'holds' if line.holds else 'fails'}: {line.sentence} (found {shown})")
        return found

    def to_json(self) -> dict[str, JsonValue]:
        return {
            "key": list(self.key),
            "node": self.node,
            "present": self.present,
            "ports": list(self.ports),
            "lost_at": self.lost_at,
            "reason": self.reason,
            "rule": [
                {"path": one.path, "sentence": one.sentence, "holds": one.holds,
                 "value": None if one.value is None else str(one.value)}
                for one in self.rule
            ],
        }  # fmt: skip


def why_not(workspace: Workspace, document: Document, node: str, key: tuple[str, ...]) -> Answer:
    """Where a record was lost on its way to a node, and why. Errors: unknown-node, not-counted."""
    run_document(workspace, document)
    plan = plan_document(workspace, prepare(workspace, document))
    if node not in plan.nodes:
        raise EngineError(
            Problem(
                code="unknown-node",
                what=f"There is no counted node {node!r}.",
                fix=f"Choose one of {', '.join(plan.nodes)}.",
            )
        )
    return workspace.database.reader.run(lambda cursor: _Search(plan, cursor, key).answer(node))


class _Search:
    def __init__(self, plan: Plan, cursor: Cursor, key: tuple[str, ...]) -> None:
        self._plan = plan
        self._cursor = cursor
        self._key = key

    def answer(self, asked: str) -> Answer:
        here = self._plan.nodes[asked]
        ports = self._ports(here)
        if ports:
            return Answer(self._key, asked, present=True, ports=ports)
        lost = self._lost(asked)
        node = self._plan.nodes[lost]
        rule = getattr(node.checked.place.settings, "rule", None)
        lines = () if rule is None else self._explain(node, rule)
        return Answer(self._key, asked, False, lost_at=lost, reason=self._reason(node, lines), rule=lines)

    def _lost(self, name: str) -> str:
        """The first node upstream that the record entered and did not leave, or the source that never had it."""
        node = self._plan.nodes[name]
        for inbound in node.place.inputs:
            source = self._plan.nodes[inbound.node]
            if inbound.relation is not None and not self._has(inbound.relation):
                # It left the node before by another way, or never came that far.
                return inbound.node if self._ports(source) else self._lost(inbound.node)
        return name

    def _reason(self, node: PlannedNode, lines: tuple[Line, ...]) -> str:
        failed = [line.sentence for line in lines if not line.holds]
        if failed:
            return f"It fails: {'; '.join(failed)}."
        ports = self._ports(node)
        if ports:
            return f"It left there by {', '.join(ports)}."
        reasons = node.checked.activity.reasons
        return f"{reasons[0].label}." if reasons else ""

    def _ports(self, node: PlannedNode) -> tuple[str, ...]:
        return tuple(port for port, output in node.outputs.items() if output is not None and self._has(output))

    def _has(self, relation: Relation) -> bool:
        if len(relation.key) != len(self._key):
            return False
        inside = relation.rows("p").select("1").where(*self._matches("p", relation.key))
        return bool(self._cursor.value(exp.select(exp.Exists(this=inside))))

    def _matches(self, alias: str, names: tuple[str, ...]) -> list[exp.Expr]:
        return [
            exp.Cast(this=column(alias, name), to=STRING.to_sql()).eq(exp.Literal.string(part))
            for name, part in zip(names, self._key, strict=True)
        ]

    def _explain(self, node: PlannedNode, rule: Rule) -> tuple[Line, ...]:
        """Each line of the rule for this record alone; none when there is no such record."""
        output = next((one for one in node.outputs.values() if one is not None), None)
        dimension = self._plan.checked.world.catalog.dimension_by_name.get(output.dimension or "") if output else None
        if dimension is None:
            return ()
        table = self._plan.checked.world.catalog.table_by_name[dimension.table]
        if len(table.key) != len(self._key):
            return ()
        sources: NodeSources = node.sources
        scope = RowScope.of_table(sources, table.name, "t")
        leaves = explain_rule(rule if isinstance(rule, Group) else Group(items=(rule,)), scope, sources)
        select = exp.Select().from_(sources.table(table.name, "t"))
        for leaf in leaves:
            select = select.select(leaf.holds, leaf.value if leaf.value is not None else exp.null())
        for join in scope.joins():
            select = select.join(join)
        rows = self._cursor.fetch(select.where(*self._matches("t", table.key)))
        if not rows:
            return ()
        catalog = self._plan.checked.world.catalog
        return tuple(
            Line(leaf.path, to_sentence(leaf.rule, catalog, table.name), bool(rows[0][2 * n]), rows[0][2 * n + 1])
            for n, leaf in enumerate(leaves)
        )
