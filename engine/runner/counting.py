"""Counts a stored population once: rows and targets by port, rows out, reach. The numbers behind every label.

They are kept beside the population under its name, so that a label, its list and its export come from the same rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from pydantic import JsonValue, TypeAdapter
from sqlglot import exp

from engine.compiler.plan import PlannedNode
from engine.database import Cursor, Store, stored
from engine.fingerprints import fingerprint
from engine.relations import PORT, Relation
from engine.types import STRING


@dataclass(frozen=True, slots=True)
class Counts:
    """Port to rows and to distinct targets; `left` counts inbound rows that went on; `tally` counts a column's values.

    The port of a population with one output is "". `asked` are the answers to what its nodes asked beside it, such as
    how many records a source answers for, by the fingerprint of the question.
    """

    rows: Mapping[str, int]
    targets: Mapping[str, int]
    left: int
    tally: Mapping[str, int] = field(default_factory=dict[str, int])
    asked: Mapping[str, int] = field(default_factory=dict[str, int])

    def to_json(self) -> JsonValue:
        value: JsonValue = _ADAPTER.dump_python(self, mode="json")
        return value

    @classmethod
    def from_json(cls, value: JsonValue) -> "Counts":
        return _ADAPTER.validate_python(value)


_ADAPTER = TypeAdapter(Counts)


class Populations(Protocol):
    """The index of stored populations: what is there, and its counts."""

    sizes: dict[str, int]
    """Stored table of the data to its rows, as far as somebody asked: it never changes, so it is asked once."""

    def counts(self, table: str) -> Counts | None:
        """The counts of a stored population; None when it is not stored."""
        ...

    def record(self, table: str, counts: Counts | None, *, rows: int | None = None, shared: Sequence[str] = ()) -> None:
        """Remember that a step's result is stored, and what it counts; for a shared scan, how many rows it has."""
        ...


class Counting:
    """What a run asks of the populations that it stored, each question once."""

    def __init__(self, cursor: Cursor, populations: Populations) -> None:
        self._cursor = cursor
        self._populations = populations

    def counts(self, node: PlannedNode, rows: int | None) -> Counts | None:
        """The counts of a node's population; None when it has none. `rows` is how many this run has just stored."""
        if node.population is None:
            return None
        counts = self._populations.counts(node.population)
        if counts is None:
            counts = count(self._cursor, node, rows=rows, questions=self._questions(node))
            self._populations.record(node.population, counts)
        return counts

    def ask(self, node: PlannedNode, question: exp.Select) -> int:
        """A number that a query gives."""
        size = self._size(question)
        if size is not None:
            return size
        counts = None if node.population is None else self._populations.counts(node.population)
        name = fingerprint(question)
        if counts is not None and name in counts.asked:
            number = counts.asked[name]
        else:
            number = int(self._cursor.value(question))
            if node.population is not None and counts is not None:
                self._populations.record(node.population, replace(counts, asked={**counts.asked, name: number}))
        table = _whole_table(question)
        if table is not None:
            self._populations.sizes[table] = number
        return number

    def _questions(self, node: PlannedNode) -> list[exp.Select]:
        """What a node will ask beside its counts, so that one statement answers all."""
        activity = node.checked.activity
        entered = activity.answers_for(node.place, node.sources)
        asked = [] if entered is None or self._size(entered) is not None else [entered]
        return [*asked, *(remark.query for remark in activity.warnings(node.place, node.sources, node.outputs))]

    def _size(self, question: exp.Select) -> int | None:
        """How many rows a table of the data has, when that is all that is asked and somebody asked before."""
        table = _whole_table(question)
        return None if table is None else self._populations.sizes.get(table)


def count(
    cursor: Cursor, node: PlannedNode, *, rows: int | None = None, questions: Sequence[exp.Select] = ()
) -> Counts:
    """The counts of a node's stored population and the answers to its questions, in one statement at most.

    `rows` is how many were just stored, where that is known: often it is all there is to count.
    """
    relation = next(output for output in node.outputs.values() if output is not None)
    table = stored(Store(relation.store), relation.table)
    several, sure = len(node.outputs) > 1, relation.unique or not relation.key
    conserved, tally = node.checked.activity.conserves(node.place), node.checked.activity.tally
    parts: list[exp.Select] = []
    told = rows is not None and sure and not several
    if not told:
        parts.append(_by_port(table, relation, several=several, sure=sure))
    if conserved is not None:
        parts.append(_part(_LEFT, exp.null(), _rows_of(_distinct(table, conserved))))
    if tally:
        value = exp.Cast(this=exp.column(tally, quoted=True), to=STRING.to_sql())
        parts.append(_part(_TALLY, value, exp.Count(this=exp.Star())).from_(table.copy()).group_by(value.copy()))
    for place, question in enumerate(questions):
        asked = exp.Literal.string(str(place))
        parts.append(_part(_ASKED, asked, question.copy().subquery(copy=False)))
    found = _Found({"": rows} if told and rows is not None else {})
    for part, name, number, targets in cursor.fetch(_together(parts)) if parts else ():
        found.take(part, "" if name is None else str(name), int(number), targets)
    return Counts(
        found.rows,
        {port: found.targets.get(port, number) for port, number in found.rows.items()},
        sum(found.rows.values()) if conserved is None else found.left,
        dict(sorted(found.tally.items())),
        {fingerprint(question): found.asked[str(place)] for place, question in enumerate(questions)},
    )


_PORTS, _LEFT, _TALLY, _ASKED = "ports", "left", "tally", "asked"


@dataclass(slots=True)
class _Found:
    """What the rows of the one statement say, sorted by the part of it that they come from."""

    rows: dict[str, int]
    targets: dict[str, int] = field(default_factory=dict[str, int])
    left: int = 0
    tally: dict[str, int] = field(default_factory=dict[str, int])
    asked: dict[str, int] = field(default_factory=dict[str, int])

    def take(self, part: str, name: str, number: int, targets: int | None) -> None:
        if part == _LEFT:
            self.left = number
            return
        {_PORTS: self.rows, _TALLY: self.tally, _ASKED: self.asked}[part][name] = number
        if targets is not None:
            self.targets[name] = targets


def _by_port(table: exp.Table, relation: Relation, *, several: bool, sure: bool) -> exp.Select:
    port = exp.column(PORT, quoted=True) if several else exp.null()
    part = _part(_PORTS, port, exp.Count(this=exp.Star()), None if sure else distinct_targets(relation))
    part = part.from_(table.copy())
    return part.group_by(port.copy()) if several else part


def _part(part: str, name: exp.Expr, number: exp.Expr, targets: exp.Expr | None = None) -> exp.Select:
    return exp.select(exp.Literal.string(part), name, number, targets or exp.null())


def _together(parts: list[exp.Select]) -> exp.Query:
    whole: exp.Query = parts[0]
    for part in parts[1:]:
        whole = exp.union(whole, part, distinct=False, copy=False)
    return whole


def distinct_targets(relation: Relation) -> exp.Expr:
    """count(DISTINCT key); a key with a null part is no target."""
    parts: list[exp.Expr] = [exp.column(name, quoted=True) for name in relation.key]
    if len(parts) == 1:
        return exp.Count(this=exp.Distinct(expressions=parts))
    missing = exp.or_(*(part.is_(exp.null()) for part in parts))
    whole = exp.case().when(missing, exp.null()).else_(exp.func("struct_pack", *_named(relation, parts)))
    return exp.Count(this=exp.Distinct(expressions=[whole]))


def _named(relation: Relation, parts: list[exp.Expr]) -> list[exp.Expr]:
    return [
        exp.PropertyEQ(this=exp.to_identifier(name, quoted=True), expression=part)
        for name, part in zip(relation.key, parts, strict=True)
    ]


def _distinct(table: exp.Table, columns: tuple[str, ...]) -> exp.Select:
    return exp.select(*(exp.column(name, quoted=True) for name in columns)).distinct().from_(table.copy())


def _rows_of(query: exp.Select) -> exp.Expr:
    return exp.select(exp.Count(this=exp.Star())).from_(query.subquery("d")).subquery(copy=False)


def _whole_table(question: exp.Select) -> str | None:
    """The stored table of the data whose rows a query counts, when it does nothing else."""
    from_: exp.Expr | None = question.args.get("from_")
    plain = {name for name, value in question.args.items() if value} == {"expressions", "from_"}
    if not plain or from_ is None or not isinstance(from_.this, exp.Table) or from_.this.catalog != Store.DATA:
        return None
    counted = question.expressions[0]
    return from_.this.name if isinstance(counted, exp.Count) and isinstance(counted.this, exp.Star) else None
