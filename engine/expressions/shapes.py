"""The names that give an expression its shape rather than compute something: Case, RowNum, _Over_ and their parts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlglot import exp

from engine.expressions.functions import FUNCTIONS
from engine.expressions.signatures import Group, Sort
from engine.expressions.syntax import Call, Node
from engine.expressions.trees import case
from engine.expressions.values import Value, Work, converted, fitted, mismatch, together
from engine.relations import ascending, descending
from engine.texts import say
from engine.types import BOOLEAN, LONG, Kind


def _case(work: Work, node: Call) -> Value:
    conditions: list[exp.Expr] = []
    values: list[Value] = []
    for place, argument in enumerate(node.arguments):
        name, inner = _named(argument)
        if name == "when" and len(inner) == 2:
            tested = work.compile(inner[0])
            fit = fitted(tested, Sort.BOOLEAN) or mismatch(work, tested, Sort.BOOLEAN)
            conditions.append(converted(fit, BOOLEAN))
        elif not (name == "else" and len(inner) == 1 and place == len(node.arguments) - 1):
            return _wrong_case(work, "Case takes When(condition, value)… and at last Else(value).", argument.position)
        values.append(work.compile(inner[-1]))
    if not conditions:
        return _wrong_case(work, "Case needs at least one When(condition, value).", node.position)
    fitting, kind = together(work, values)
    exact = kind is not None and kind.kind is Kind.DECIMAL
    trees = [converted(value, kind) if kind is not None and exact else value.tree for value in fitting]
    otherwise = trees[-1] if len(trees) > len(conditions) else None
    return Value(case(*zip(conditions, trees, strict=False), otherwise=otherwise), kind, node.position)


def _wrong_case(work: Work, what: str, position: int) -> Value:
    return work.wrong("wrong-case", what, position, "Write Case(When(@age < 18, 'young'), Else('adult')).")


def _only_inside(outer: str) -> Callable[[Work, Call], Value]:
    def refuse(work: Work, node: Call) -> Value:
        function = FUNCTIONS[node.name.lower()]
        what = say("{function} stands only inside {outer}.", function=function.name, outer=outer)
        return work.wrong(
            "misplaced-function", what, node.position, say("Write {signature} there.", signature=function.signature)
        )

    return refuse


@dataclass
class _Rows:
    """The rows around a row: those that share the partition, in the order."""

    partition: list[exp.Expr] = field(default_factory=list[exp.Expr])
    order: list[exp.Expr] = field(default_factory=list[exp.Expr])


def _row_number(work: Work, node: Call) -> Value:
    rows = _rows(work, node, node.arguments)
    order = exp.Order(expressions=[*rows.order, *_by_key(work)])
    return Value(exp.Window(this=exp.RowNumber(), partition_by=rows.partition, order=order), LONG, node.position)


def _over(work: Work, node: Call) -> Value:
    first = node.arguments[0] if node.arguments else None
    function = FUNCTIONS.get(first.name.lower()) if isinstance(first, Call) else None
    if first is None or function is None or function.group is not Group.AGGREGATE:
        position = node.position if first is None else first.position
        return work.wrong(
            "wrong-window",
            "_Over_ begins with an aggregate.",
            position,
            "Write _Over_(Sum(@price), PartitionBy(@customer)).",
        )
    with work.within("over"):
        value = work.compile(first)
    rows = _rows(work, node, node.arguments[1:])
    # With no order all rows of the partition count; with one, those up to this row, and ties are broken by the key.
    order = exp.Order(expressions=[*rows.order, *_by_key(work)]) if rows.order else None
    tree = value.tree
    if isinstance(tree, exp.Cast):
        inner = exp.Window(this=tree.this.copy(), partition_by=rows.partition, order=order)
        return Value(exp.Cast(this=inner, to=tree.to.copy()), value.type, node.position)
    return Value(exp.Window(this=tree, partition_by=rows.partition, order=order), value.type, node.position)


def _by_key(work: Work) -> list[exp.Expr]:
    return [ascending(part.copy()) for part in work.moment.row_key]


def _rows(work: Work, node: Call, parts: tuple[Node, ...]) -> _Rows:
    found = _Rows()
    with work.within(say("window")):
        for part in parts:
            name, terms = _named(part)
            if name == "partitionby" and terms:
                found.partition += [work.compile(term).tree for term in terms]
            elif name == "orderby" and terms:
                found.order += [_term(work, term) for term in terms]
            else:
                work.wrong(
                    "wrong-window",
                    say(
                        "{functions} takes PartitionBy(…) and OrderBy(…) here.",
                        functions=FUNCTIONS[node.name.lower()].name,
                    ),
                    part.position,
                    "Write RowNum(PartitionBy(@city), OrderBy(Desc(@points))).",
                )
    return found


def _term(work: Work, term: Node) -> exp.Expr:
    name, inner = _named(term)
    if name == "desc" and len(inner) == 1:
        return descending(work.compile(inner[0]).tree)
    return ascending(work.compile(term).tree)


def _named(node: Node) -> tuple[str, tuple[Node, ...]]:
    return (node.name.lower(), node.arguments) if isinstance(node, Call) else ("", ())


SHAPES: Mapping[str, Callable[[Work, Call], Value]] = {
    "case": _case,
    "when": _only_inside("Case(…)"),
    "else": _only_inside("Case(…)"),
    "rownum": _row_number,
    "_over_": _over,
    "partitionby": _only_inside(say("RowNum(…) or _Over_(…)")),
    "orderby": _only_inside(say("RowNum(…) or _Over_(…)")),
    "desc": _only_inside("OrderBy(…)"),
}
"""Lower-case name to how it is compiled."""
