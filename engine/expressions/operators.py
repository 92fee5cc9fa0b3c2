"""Operators: what they take, what they give, and how they are compiled."""

from sqlglot import exp

from engine.expressions.signatures import Sort
from engine.expressions.syntax import Operation
from engine.expressions.trees import binary, chain, exactly, like, nothing, number, unless
from engine.expressions.values import Value, Work, common, converted, fitted, mismatch, together
from engine.texts import declared, say
from engine.types import BOOLEAN, DOUBLE, LONG, STRING, DataType, Kind

_COMPARISONS = {"=": exp.EQ, "<>": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}
_ARITHMETIC = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}
_UNORDERED = {Sort.BOOLEAN, Sort.LIST}
_MOST_DIGITS = 38


def operation(work: Work, node: Operation) -> Value:
    """The value of an operation."""
    values = [work.compile(operand) for operand in node.operands]
    match node.operator:
        case "and" | "or":
            kind = exp.And if node.operator == "and" else exp.Or
            return Value(chain(kind, [_truth(work, value) for value in values]), BOOLEAN, node.position)
        case "not":
            return Value(exp.Paren(this=exp.Not(this=_truth(work, values[0]))), BOOLEAN, node.position)
        case "is null":
            return Value(binary(exp.Is, values[0].tree, exp.null()), BOOLEAN, node.position)
        case "||":
            return _concatenated(work, values, node.position)
        case "like":
            return _like(work, values[0], values[1], node.position)
        case "in" | "between":
            return _membership(work, node, values)
        case operator if operator in _COMPARISONS:
            return _comparison(work, node, values)
        case _:
            return _arithmetic(work, node, values)


def _truth(work: Work, value: Value) -> exp.Expr:
    found = fitted(value, Sort.BOOLEAN) or mismatch(work, value, Sort.BOOLEAN)
    return converted(found, BOOLEAN)


def _comparable(work: Work, node: Operation, values: list[Value]) -> list[Value]:
    """The values in one type, or what is wrong with comparing them so."""
    for value in values:
        if isinstance(value.tree, exp.Null):
            work.warn(
                "compared-with-null",
                "A comparison with null is never true.",
                value.position,
                "Write 'is null' or 'is not null'.",
            )
    found, _ = together(work, values)
    sort = next((value.sort for value in found if value.sort in _UNORDERED), None)
    if sort is Sort.LIST or (sort is not None and node.operator not in {"=", "<>", "in"}):
        what = say("{sort} cannot be compared like this.", sort=declared(sort.value.capitalize()))
        work.wrong("wrong-type", what, node.position, "Use 'is null', or = for true and false.", check="V07")
    return found


def _comparison(work: Work, node: Operation, values: list[Value]) -> Value:
    left, right = _comparable(work, node, values)
    return Value(binary(_COMPARISONS[node.operator], left.tree, right.tree), BOOLEAN, node.position)


def _membership(work: Work, node: Operation, values: list[Value]) -> Value:
    tested, *others = (value.tree for value in _comparable(work, node, values))
    tree: exp.Expr = (
        exp.In(this=tested, expressions=others)
        if node.operator == "in"
        else exp.Between(this=tested, low=others[0], high=others[1])
    )
    return Value(exp.Paren(this=tree), BOOLEAN, node.position)


def _like(work: Work, value: Value, pattern: Value, position: int) -> Value:
    tested = fitted(value, Sort.TEXT) or mismatch(work, value, Sort.TEXT)
    if pattern.literal is not None:
        return Value(exp.Paren(this=like(converted(tested, STRING), pattern.literal)), BOOLEAN, position)
    if pattern.free:
        return Value(nothing(BOOLEAN), BOOLEAN, position)
    return work.wrong(
        "wrong-pattern",
        "After 'like' comes a text in quotes, in which % stands for anything.",
        pattern.position,
        "Write @name like 'Jon%s', or use MemoContains(…).",
    )


def _concatenated(work: Work, values: list[Value], position: int) -> Value:
    found = [fitted(value, Sort.TEXT) or mismatch(work, value, Sort.TEXT) for value in values]
    return Value(chain(exp.DPipe, [converted(value, STRING) for value in found]), STRING, position)


def _arithmetic(work: Work, node: Operation, values: list[Value]) -> Value:
    sorts = {value.sort for value in values if value.sort is not None}
    if node.operator == "+" and sorts == {Sort.TEXT}:
        return _concatenated(work, values, node.position)
    found: list[Value] = []
    for value in values:
        fit = fitted(value, Sort.NUMBER)
        if fit is None:
            hint = say("Use AddDays, SubDays, DaysDiff and the like.") if value.sort is Sort.DATE else ""
            fit = mismatch(work, value, Sort.NUMBER, hint)
        found.append(fit)
    if len(found) == 1:
        return _signed(node, found[0])
    if node.operator in {"/", "%"}:
        return _divided(node, found)
    return _computed(node, found)


def _signed(node: Operation, value: Value) -> Value:
    if node.operator.endswith("+"):
        return value
    if value.type is not None and value.type.is_integer and not isinstance(value.tree, exp.Literal):
        return Value(exp.Paren(this=exp.Neg(this=converted(value, LONG))), LONG, node.position)
    return Value(exp.Paren(this=exp.Neg(this=value.tree.copy())), value.type, node.position)


def _divided(node: Operation, values: list[Value]) -> Value:
    """Division by zero has no value; it does not stop a count."""
    left, right = values
    if node.operator == "/":
        divisor = unless(converted(right, DOUBLE), number(0))
        return Value(binary(exp.Div, converted(left, DOUBLE), divisor), DOUBLE, node.position)
    kind = common([value.type for value in values if value.type is not None]) or LONG
    tree = binary(exp.Mod, converted(left, kind), unless(converted(right, kind), number(0)))
    return Value(tree, kind, node.position)


def _computed(node: Operation, values: list[Value]) -> Value:
    left, right = values
    kind = common([value.type for value in values if value.type is not None]) or LONG
    build = _ARITHMETIC[node.operator]
    if kind.kind is Kind.DECIMAL:
        scales = [value.type.scale for value in values if value.type is not None]
        scale = sum(scales) if node.operator == "*" else max(scales)
        if scale > _MOST_DIGITS // 2:
            kind = DOUBLE
        else:
            # Engines disagree on the width of a result, so it is said.
            exact = DataType(Kind.DECIMAL, _MOST_DIGITS, scale)
            return Value(exactly(binary(build, left.tree, right.tree), exact), exact, node.position)
    if kind.is_integer:
        kind = LONG
        # One wide side makes the whole operation wide.
        wide = left if left.type == LONG else right if right.type == LONG else None
        if wide is not None:
            return Value(binary(build, _known(left), _known(right)), LONG, node.position)
        return Value(binary(build, converted(left, LONG), _known(right)), LONG, node.position)
    return Value(binary(build, converted(left, kind), converted(right, kind)), kind, node.position)


def _known(value: Value) -> exp.Expr:
    return converted(value, value.type or LONG)
