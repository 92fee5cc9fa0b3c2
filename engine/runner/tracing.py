"""Follows records through a plan whose populations are stored: where each is, where it was lost, which line decided.

It reads only. A record is known by the key of the unit that the place counts; nodes that count another unit are not
on its way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from sqlglot import exp

from engine.catalog.paths import unknown
from engine.catalog.scope import RowScope
from engine.compiler.plan import Plan, PlannedNode
from engine.database import Cursor
from engine.problems import EngineError
from engine.relations import Relation, column
from engine.rules import Rule, changed, deciding, explain_rule, holds, smallest_change
from engine.rules.sentences import Language, to_sentence
from engine.runner.answers import Answer, Key, Line, Remedy, Stop
from engine.selecting import joined
from engine.texts import say
from engine.types import STRING, DataType


def trace(plan: Plan, cursor: Cursor, place: str, keys: Sequence[Key], language: Language) -> tuple[Answer, ...]:
    """What became of each record on its way to a place, in the order asked. Errors: unknown-place."""
    node, port = find_place(plan, place)
    tracer = Tracer(plan, cursor, keys, plan.nodes[node], language)
    return tuple(tracer.answer(number, place, node, port) for number in range(len(keys)))


def find_place(plan: Plan, place: str) -> tuple[str, str | None]:
    """The node, and the port where one is meant, that a place names. Errors: unknown-place."""
    places: dict[str, tuple[str, str | None]] = {}
    for name, node in plan.nodes.items():
        places |= {f"{name}:{port}": (name, port) for port in node.outputs}
    places |= {one.id: (one.source, one.port) for one in plan.checked.document.transitions if one.source in plan.nodes}
    places |= {name: (name, None) for name in plan.nodes}
    if place not in places:
        raise EngineError(unknown("place", place, places))
    return places[place]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A line of a rule with what it found for every record that was asked for."""

    path: str
    rule: Rule
    found: Mapping[int, tuple[bool, Any]]


class Tracer:
    """What is known of the records that were asked for, read once for all of them."""

    def __init__(self, plan: Plan, cursor: Cursor, keys: Sequence[Key], asked: PlannedNode, language: Language) -> None:
        self._plan = plan
        self.cursor = cursor
        self._keys = keys
        self._language: Language = language
        self._unit = _unit(asked)
        self._there: dict[tuple[str, str, str], frozenset[int]] = {}
        self._leaves: dict[tuple[str, str], list[_Leaf]] = {}
        self._records: frozenset[int] | None = None

    def answer(self, record: int, place: str, asked: str, port: str | None) -> Answer:
        key, here = self._keys[record], self._plan.nodes[asked]
        way, ports = tuple(self.way(record)), self.ports(here, record)
        if (port in ports) if port is not None else (ports or self._passed(here, record)):
            return Answer(key, place, True, ports, way=way, status=self._status(here, record))
        lost = asked if ports else self._lost(asked, record)
        node = self._plan.nodes[lost]
        wanted = port if lost == asked else None
        lines = tuple(self.lines(node, record, wanted))
        cause, reason, inputs = self._cause(node, record, lines)
        remedy = self._remedy(node, record, wanted) if cause == "rule" else None
        ports = self.ports(node, record)
        return Answer(key, place, False, ports, lost, cause, reason, inputs, lines, way, remedy=remedy)

    def way(self, record: int) -> Iterator[Stop]:
        """The nodes that a record entered or left, in the order of the run."""
        for name, node in self._plan.nodes.items():
            entered = any(
                one.relation is not None and record in self.present(one.relation) for one in node.place.inputs
            )
            ports = self.ports(node, record)
            if entered or ports:
                yield Stop(name, entered, ports)

    def _lost(self, name: str, record: int) -> str:
        """The first node upstream that the record entered and did not leave, or the source that never had it."""
        node = self._plan.nodes[name]
        entering = set(node.checked.activity.entering(node.place))
        lacking = [
            one for one in node.place.inputs
            if one.transition in entering and one.relation is not None and one.relation.dimension == self._unit
            and record not in self.present(one.relation)
        ]  # fmt: skip
        if not lacking or len(lacking) < len(entering):
            return name
        inbound = lacking[0]
        # It left the node before by another way, or never came that far.
        return inbound.node if self.ports(self._plan.nodes[inbound.node], record) else self._lost(inbound.node, record)

    def _cause(self, node: PlannedNode, record: int, lines: tuple[Line, ...]) -> tuple[str, str, tuple[str, ...]]:
        deciding = [line for line in lines if line.decides]
        if deciding:
            return "rule", f"{_told(deciding)}.", ()
        ports = self.ports(node, record)
        if ports:
            return "left-by", say("It left there by {ports}.", ports=", ".join(ports)), ()
        led = any(one.relation is not None and one.relation.dimension != self._unit for one in node.place.inputs)
        # Where another unit enters, there may be no such record just as at a source.
        if (led or not node.place.inputs) and not self._known(node, record):
            return "unknown", say("There is no such record."), ()
        lacking = tuple(
            one.label for one in node.place.inputs
            if one.relation is not None and one.relation.dimension == self._unit
            and record not in self.present(one.relation)
        )  # fmt: skip
        if lacking and len(lacking) < len(node.place.inputs):
            return "missing-from", say("It does not come from {lacking}.", lacking=", ".join(lacking)), lacking
        if led:
            return "not-led-to", say("Nothing that entered there leads to it."), ()
        for code in node.checked.activity.losses(node.place, 1, 0):
            label = next((one.label for one in node.checked.activity.reasons if one.code == code), code)
            return code, f"{label}.", ()
        return "", "", ()

    def ports(self, node: PlannedNode, record: int) -> tuple[str, ...]:
        """The outputs by which a record left a node."""
        return tuple(
            port for port, output in node.outputs.items() if output is not None and record in self.present(output)
        )

    def _passed(self, node: PlannedNode, record: int) -> bool:
        """Whether the record reached a node from which no population leaves."""
        return not any(node.outputs.values()) and any(
            one.relation is not None and record in self.present(one.relation) for one in node.place.inputs
        )

    def present(self, relation: Relation) -> frozenset[int]:
        """Which of the records are in a stored population; none when it counts another unit."""
        where = (relation.store, relation.table, relation.port or "")
        if where not in self._there:
            found: frozenset[int] = frozenset()
            if relation.dimension == self._unit and relation.key:
                asked = self.asked(relation, "p", relation.key)
                select = relation.rows("p").select(column("a", "n")).distinct().join(asked)
                found = frozenset(int(row[0]) for row in self.cursor.fetch(select))
            self._there[where] = found
        return self._there[where]

    def _known(self, node: PlannedNode, record: int) -> bool:
        """Whether there is such a record at all, as far as a table says."""
        dimension = self._plan.checked.world.catalog.dimension_by_name.get(self._unit or "")
        if dimension is None:
            return True
        if self._records is None:
            table = self._plan.checked.world.catalog.table_by_name[dimension.table]
            types = {name: table.by_name[name].type for name in table.key}
            select = exp.select(column("a", "n")).from_(node.sources.table(table.name, "p"))
            rows = self.cursor.fetch(select.join(self._join_on(types, "p", table.key)))
            self._records = frozenset(int(row[0]) for row in rows)
        return record in self._records

    def _status(self, node: PlannedNode, record: int) -> str:
        tally = node.checked.activity.tally
        output = next((one for one in node.outputs.values() if one is not None), None)
        if not tally or output is None:
            return ""
        select = output.rows("p").select(column("a", "n"), column("p", tally))
        rows = self.cursor.fetch(select.join(self.asked(output, "p", output.key)))
        return ", ".join(sorted({str(row[1]) for row in rows if row[0] == record}))

    def lines(self, node: PlannedNode, record: int, port: str | None) -> Iterator[Line]:
        """Each line of the node's rules for this record alone; none when there is no such record."""
        for field, rule in _rules(node.checked.place.settings, port):
            leaves = self._explained(node, field, rule)
            truth = {leaf.path: leaf.found[record][0] for leaf in leaves if record in leaf.found}
            decides = frozenset[str]() if holds(rule, truth) else frozenset(deciding(rule, truth))
            for leaf in leaves:
                if record in leaf.found:
                    held, value = leaf.found[record]
                    path = f"{field}.{leaf.path}" if leaf.path else field
                    yield Line(path, self._said(node, leaf.rule), held, value, leaf.path in decides)

    def _remedy(self, node: PlannedNode, record: int, port: str | None) -> Remedy | None:
        """What would have let the record through, at the first rule that stopped it."""
        for field, rule in _rules(node.checked.place.settings, port):
            known = {
                leaf.path: leaf.found[record] for leaf in self._explained(node, field, rule) if record in leaf.found
            }
            truth = {path: held for path, (held, _) in known.items()}
            changes = smallest_change(rule, truth, {path: value for path, (_, value) in known.items()})
            if known and changes:
                said = tuple(
                    (self._said(node, one.before), "" if one.after is None else self._said(node, one.after))
                    for one in changes
                )
                return Remedy(field, changed(rule, changes), said)
        return None

    def _explained(self, node: PlannedNode, field: str, rule: Rule) -> list[_Leaf]:
        where = (node.place.node, field)
        if where not in self._leaves:
            self._leaves[where] = self._explain(node, rule)
        return self._leaves[where]

    def _explain(self, node: PlannedNode, rule: Rule) -> list[_Leaf]:
        inbound = next((one.relation for one in node.place.inputs if one.relation is not None), None)
        if inbound is None or not node.checked.activity.entering(node.place):
            return self._explain_records(node, rule)
        if inbound.dimension != self._unit:
            return []
        scope = RowScope.of_population(node.sources, inbound, "t")
        return self._read(rule, scope, node, inbound.rows("t"), self.asked(inbound, "t", inbound.key))

    def _explain_records(self, node: PlannedNode, rule: Rule) -> list[_Leaf]:
        catalog = self._plan.checked.world.catalog
        dimension = catalog.dimension_by_name.get(_unit(node) or "")
        if dimension is None or dimension.name != self._unit:
            return []
        table = catalog.table_by_name[dimension.table]
        scope = RowScope.of_table(node.sources, table.name, "t")
        types = {name: table.by_name[name].type for name in table.key}
        select = exp.Select().from_(node.sources.table(table.name, "t"))
        return self._read(rule, scope, node, select, self._join_on(types, "t", table.key))

    def _read(self, rule: Rule, scope: RowScope, node: PlannedNode, select: exp.Select, asked: exp.Join) -> list[_Leaf]:
        leaves = explain_rule(rule, scope, node.sources)
        select = select.select(column("a", "n"))
        for leaf in leaves:
            select = select.select(leaf.holds, leaf.value if leaf.value is not None else exp.null())
        rows = self.cursor.fetch(joined(select.join(asked), scope))
        return [
            _Leaf(leaf.path, leaf.rule, {int(row[0]): (bool(row[2 * n + 1]), row[2 * n + 2]) for row in rows})
            for n, leaf in enumerate(leaves)
        ]

    def _said(self, node: PlannedNode, rule: Rule) -> str:
        catalog = self._plan.checked.world.catalog
        dimension = catalog.dimension_by_name.get(_unit(node) or self._unit or "")
        return to_sentence(rule, catalog, "" if dimension is None else dimension.table, self._language)

    def asked(self, relation: Relation, alias: str, names: Sequence[str]) -> exp.Join:
        """The records, as rows "a" with their number "n", joined to a population by its key."""
        return self._join_on({name: relation[name].type for name in names}, alias, names)

    def _join_on(self, types: Mapping[str, DataType], alias: str, names: Sequence[str]) -> exp.Join:
        """The records that were asked for, joined by their key; a text that is no such value matches nothing."""
        rows = [
            (number, *key) for number, key in enumerate(self._keys) if len(key) == len(names)
        ] or [(-1, *("" for _ in names))]  # fmt: skip
        parts = [f"k{part}" for part in range(len(names))]
        values = exp.values(rows, alias="a", columns=["n", *parts])
        on = [
            column(alias, name).eq(_as(column("a", part), types[name])) for name, part in zip(names, parts, strict=True)
        ]
        return exp.Join(this=values, on=exp.and_(*on))


def _as(text: exp.Expr, kind: DataType) -> exp.Expr:
    return text if kind == STRING else exp.TryCast(this=text, to=kind.to_sql())


def _unit(node: PlannedNode) -> str | None:
    """The dimension that a node counts: that of what leaves it, or else of what enters."""
    outputs = [one for one in node.outputs.values() if one is not None]
    inputs = [one.relation for one in node.place.inputs if one.relation is not None]
    return next((one.dimension for one in (*outputs, *inputs)), None)


def _rules(settings: BaseModel, port: str | None) -> Iterator[tuple[str, Rule]]:
    """The rules that decide who goes on, with the fields they stand in; those of one output when it is named."""
    rule = getattr(settings, "rule", None)
    if rule is not None:
        yield "rule", rule
    for number, subset in enumerate(getattr(settings, "subsets", ()), start=1):
        if subset.filter is not None and port in {None, "result", f"subset:{number}"}:
            yield f"subsets[{number - 1}].filter", subset.filter


def _told(lines: Sequence[Line]) -> str:
    failed = [line.sentence for line in lines if not line.holds]
    taken = [line.sentence for line in lines if line.holds]
    parts = [
        say("It fails: {failed}", failed="; ".join(failed)) if failed else "",
        say("It is excluded by: {taken}", taken="; ".join(taken)) if taken else "",
    ]
    return ". ".join(part for part in parts if part)
