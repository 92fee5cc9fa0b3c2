"""From a parsed expression to a piece of a query: names resolved, types checked, each fault with its place."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from sqlglot import exp

from engine.catalog.sources import Surroundings, Typed, Variable
from engine.expressions.functions import FUNCTIONS, REFUSED, Function, Group, Moment, cast, number, text
from engine.expressions.syntax import Attribute, Call, Literal, Node, Operation, VariableName, parse
from engine.problems import EngineError, Problem
from engine.types import BOOLEAN, DATE, DATETIME, DOUBLE, LONG, STRING, DataType, Family, Kind

_COMPARISONS = {"=": exp.EQ, "<>": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}
_ARITHMETIC = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}
_WINDOW = {"rownum", "_over_", "partitionby", "orderby", "desc"}
_NAMED = {
    Family.TEXT: "a text",
    Family.NUMBER: "a number",
    Family.MOMENT: "a date",
    Family.BOOLEAN: "true or false",
    Family.LIST: "a list",
}


class Scope(Protocol):
    """What names in an expression stand for."""

    @property
    def surroundings(self) -> Surroundings: ...

    def attribute(self, path: str) -> Typed:
        """The value of an attribute. Errors: unknown-attribute and its like (V07)."""
        ...

    def names(self) -> Iterable[str]:
        """The paths that may be written."""
        ...

    def row_key(self) -> tuple[exp.Expr, ...]:
        """The columns that tell rows apart."""
        ...


@dataclass(frozen=True, slots=True)
class _Value:
    """A compiled piece; `type` is None for null, which fits everywhere."""

    tree: exp.Expr
    type: DataType | None
    literal: str | None = None

    @property
    def family(self) -> Family | None:
        return None if self.type is None else self.type.family


def compile_expression(source: str, scope: Scope, *, aggregates: bool = False, windows: bool = False) -> Typed:
    """The expression as a piece of a query. Errors: the first problem, with its position (V07, V08).

    `aggregates` and `windows` say whether such functions make sense where the expression stands.
    """
    compiler = _Compiler(scope, aggregates=aggregates, windows=windows)
    value = compiler.compile(parse(source))
    if compiler.problems:
        raise EngineError(compiler.problems[0])
    return Typed(value.tree, value.type or STRING)


def check_expression(
    source: str, scope: Scope, *, aggregates: bool = False, windows: bool = False
) -> tuple[DataType | None, tuple[Problem, ...]]:
    """The type of the expression, if it has one, and all that is wrong with it. Errors: none."""
    compiler = _Compiler(scope, aggregates=aggregates, windows=windows)
    try:
        value = compiler.compile(parse(source))
    except EngineError as error:
        return None, (*compiler.problems, error.problem)
    return (None if compiler.problems else value.type or STRING), tuple(compiler.problems)


def paths_of(source: str) -> tuple[str, ...]:
    """The attribute paths that an expression reads. Errors: expression-syntax."""
    return tuple(node.path for node in _walk(parse(source)) if isinstance(node, Attribute))


def variables_of(source: str) -> tuple[str, ...]:
    """The variables that an expression reads. Errors: expression-syntax."""
    return tuple(node.name for node in _walk(parse(source)) if isinstance(node, VariableName))


def _walk(node: Node) -> Iterator[Node]:
    yield node
    children = node.operands if isinstance(node, Operation) else node.arguments if isinstance(node, Call) else ()
    for child in children:
        yield from _walk(child)


class _Compiler:
    """Collects problems and goes on with a null in the place of what is wrong, so that all are found at once."""

    def __init__(self, scope: Scope, *, aggregates: bool, windows: bool) -> None:
        self._scope = scope
        self._aggregates = aggregates
        self._windows = windows
        self.problems: list[Problem] = []

    def compile(self, node: Node) -> _Value:
        match node:
            case Literal():
                return _literal(node)
            case Attribute():
                return self._attribute(node)
            case VariableName():
                return self._variable(node)
            case Call():
                return self._call(node)
            case Operation():
                return self._operation(node)

    def _wrong(self, code: str, what: str, position: int, fix: str = "") -> _Value:
        self.problems.append(Problem(code=code, what=what, fix=fix, position=position, check="V08"))
        return _Value(exp.null(), None)

    def _attribute(self, node: Attribute) -> _Value:
        try:
            found = self._scope.attribute(node.path)
        except EngineError as error:
            self.problems.append(replace(error.problem, position=node.position))
            return _Value(exp.null(), None)
        return _Value(found.tree, found.type)

    def _variable(self, node: VariableName) -> _Value:
        variable = self._scope.surroundings.variables.get(node.name)
        if variable is None:
            # A signal may carry parameters that nobody declared; they read as null until one does.
            return _Value(exp.Cast(this=exp.null(), to=STRING.to_sql()), STRING)
        return _Value(variable_value(variable), variable.type)

    def _call(self, node: Call) -> _Value:
        name = node.name.lower()
        if name == "case":
            return self._case(node)
        if name in {"when", "else"}:
            return self._wrong("misplaced-function", f"{node.name} stands only inside Case(…).", node.position)
        if name in _WINDOW:
            return self._window(node)
        function = FUNCTIONS.get(name)
        if function is None:
            return self._unknown(node)
        if function.group is Group.AGGREGATE and not self._aggregates:
            return self._wrong(
                "misplaced-aggregate",
                f"{function.name} needs a group of records, and there is none here.",
                node.position,
                "Use it in an aggregate condition or an enrichment.",
            )
        arguments = [self.compile(argument) for argument in node.arguments]
        if not self._fits(function, node, arguments):
            return _Value(exp.null(), function.result)
        moment = Moment(self._scope.surroundings.clock, self._scope.surroundings.seed, self._scope.row_key())
        tree = function.build([argument.tree.copy() for argument in arguments], moment)
        return _Value(_closed(tree), self._result(function, arguments))

    def _unknown(self, node: Call) -> _Value:
        name = node.name.lower()
        if name in REFUSED:
            return self._wrong("refused-function", f"{node.name} is not available.", node.position, REFUSED[name])
        near = difflib.get_close_matches(name, FUNCTIONS, n=3, cutoff=0.6)
        fix = f"Did you mean {' or '.join(FUNCTIONS[one].name for one in near)}?" if near else ""
        return self._wrong("unknown-function", f"There is no function {node.name!r}.", node.position, fix)

    def _fits(self, function: Function, node: Call, arguments: list[_Value]) -> bool:
        count, most = len(arguments), function.most
        if count < function.least or (most is not None and count > most):
            self._wrong(
                "wrong-arity",
                f"{function.name} takes {function.least if most == function.least else f'{function.least} to {most}'} "
                f"value{'' if most == 1 else 's'}; there {'is' if count == 1 else 'are'} {count or 'none'}.",
                node.position,
                f"Write {function.signature}.",
            )
            return False
        fine = True
        for place, argument in enumerate(arguments):
            parameter = function.parameters[min(place, len(function.parameters) - 1)]
            coerced = _as_moment(argument) if Family.MOMENT in parameter.families else None
            if argument.family is None or argument.family in parameter.families:
                continue
            if coerced is not None:
                arguments[place] = coerced
                continue
            wanted = " or ".join(_NAMED[family] for family in Family if family in parameter.families)
            self._wrong(
                "wrong-type",
                f"{function.name} needs {wanted} for {parameter.name!r}, not {_NAMED[argument.family]}.",
                _position(node.arguments[place]),
                f"Write {function.signature}.",
            )
            fine = False
        return fine

    def _result(self, function: Function, arguments: list[_Value]) -> DataType | None:
        if function.result is not None:
            return function.result
        candidates = arguments[function.result_of :]
        known = [value.type for value in candidates if value.type is not None]
        if not known:
            return None
        if all(one.family is Family.NUMBER for one in known):
            return _widest(known)
        return known[0]

    def _case(self, node: Call) -> _Value:
        branches: list[tuple[exp.Expr, exp.Expr]] = []
        otherwise: exp.Expr = exp.null()
        found: DataType | None = None
        for argument in node.arguments:
            inner = argument if isinstance(argument, Call) else None
            kind = inner.name.lower() if inner else ""
            if inner is None or (kind, len(inner.arguments)) not in {("when", 2), ("else", 1)}:
                return self._wrong(
                    "wrong-case",
                    "Case takes When(condition, value)… and at last Else(value).",
                    _position(argument),
                    "Write Case(When(@age < 18, 'young'), Else('adult')).",
                )
            values = [self.compile(one) for one in inner.arguments]
            found = found or values[-1].type
            if kind == "else":
                otherwise = values[0].tree
            else:
                branches.append((self._truth(values[0], _position(inner.arguments[0])), values[1].tree))
        if not branches:
            return self._wrong("wrong-case", "Case needs at least one When(condition, value).", node.position)
        tree = exp.Case(default=otherwise)
        for condition, value in branches:
            tree = tree.when(condition, value, copy=False)
        return _Value(tree, found)

    def _window(self, node: Call) -> _Value:
        name = node.name.lower()
        if not self._windows or name in {"partitionby", "orderby", "desc"}:
            return self._wrong(
                "misplaced-window",
                f"{node.name} ranks rows, which makes no sense here.",
                node.position,
                "Use it in the expression of a deduplication or an enrichment.",
            )
        (*inner,) = node.arguments
        ranked: exp.Expr = exp.RowNumber()
        kind: DataType | None = LONG
        if name == "_over_":
            if not inner:
                return self._wrong("wrong-arity", "_Over_ needs a function first.", node.position)
            first = _Compiler(self._scope, aggregates=True, windows=False)
            value = first.compile(inner.pop(0))
            self.problems += first.problems
            ranked, kind = value.tree, value.type
        partition: list[exp.Expr] = []
        order: list[exp.Expr] = []
        for part in inner:
            if not isinstance(part, Call) or part.name.lower() not in {"partitionby", "orderby"}:
                return self._wrong("wrong-window", f"{node.name} takes PartitionBy(…) and OrderBy(…).", _position(part))
            for term in part.arguments:
                descending = isinstance(term, Call) and term.name.lower() == "desc" and len(term.arguments) == 1
                value = self.compile(term.arguments[0] if descending and isinstance(term, Call) else term)
                if part.name.lower() == "partitionby":
                    partition.append(value.tree)
                else:
                    order.append(exp.Ordered(this=value.tree, desc=descending, nulls_first=False))
        if name == "rownum" or order:
            order += [exp.Ordered(this=key.copy(), nulls_first=False) for key in self._scope.row_key()]
        window = exp.Window(this=ranked, partition_by=partition, order=exp.Order(expressions=order) if order else None)
        return _Value(window, kind)

    def _operation(self, node: Operation) -> _Value:
        values = [self.compile(operand) for operand in node.operands]
        match node.operator:
            case "and" | "or":
                sides = [self._truth(value, _position(at)) for value, at in zip(values, node.operands, strict=True)]
                kind = exp.And if node.operator == "and" else exp.Or
                return _Value(exp.Paren(this=kind(this=sides[0], expression=sides[1])), BOOLEAN)
            case "not":
                truth = self._truth(values[0], _position(node.operands[0]))
                return _Value(exp.Not(this=exp.Paren(this=truth)), BOOLEAN)
            case "is null":
                return _Value(exp.Paren(this=exp.Is(this=values[0].tree, expression=exp.null())), BOOLEAN)
            case "in" | "between":
                return self._membership(node, values)
            case "like" | "||":
                return self._textual(node, values)
            case operator if operator in _COMPARISONS:
                left, right = self._comparable(values[0], values[1], node)
                return _Value(exp.Paren(this=_COMPARISONS[operator](this=left.tree, expression=right.tree)), BOOLEAN)
            case _:
                return self._arithmetic(node, values)

    def _truth(self, value: _Value, position: int) -> exp.Expr:
        if value.family not in {None, Family.BOOLEAN}:
            self._wrong("wrong-type", "A condition is needed here.", position, "Compare it, such as @age >= 18.")
        return value.tree

    def _membership(self, node: Operation, values: list[_Value]) -> _Value:
        pairs = [self._comparable(values[0], other, node) for other in values[1:]]
        left = pairs[0][0].tree
        if node.operator == "between":
            tree: exp.Expr = exp.Between(this=left, low=pairs[0][1].tree, high=pairs[1][1].tree)
        else:
            tree = exp.In(this=left, expressions=[pair[1].tree for pair in pairs])
        return _Value(exp.Paren(this=tree), BOOLEAN)

    def _textual(self, node: Operation, values: list[_Value]) -> _Value:
        for value, operand in zip(values, node.operands, strict=True):
            if value.family not in {None, Family.TEXT}:
                self._wrong("wrong-type", "A text is needed here.", _position(operand), "Convert it with ToString(…).")
        if node.operator == "||":
            return _Value(exp.Paren(this=exp.DPipe(this=values[0].tree, expression=values[1].tree)), STRING)
        pattern = values[1].literal
        if pattern is None:
            return self._wrong("wrong-pattern", "After 'like' comes a text such as 'Jon%'.", node.position)
        return _Value(exp.Paren(this=like(values[0].tree, pattern)), BOOLEAN)

    def _comparable(self, left: _Value, right: _Value, node: Operation) -> tuple[_Value, _Value]:
        if left.family is None or right.family is None or left.family is right.family:
            return left, right
        if left.family is Family.MOMENT and (moment := _as_moment(right)):
            return left, moment
        if right.family is Family.MOMENT and (moment := _as_moment(left)):
            return moment, right
        self._wrong(
            "wrong-type",
            f"{_NAMED[left.family].capitalize()} cannot be compared with {_NAMED[right.family]}.",
            node.position,
            "Write dates as '2025-12-31'; convert with ToString, ToDouble or ToDate.",
        )
        return left, right

    def _arithmetic(self, node: Operation, values: list[_Value]) -> _Value:
        if node.operator == "+" and all(value.family is Family.TEXT for value in values):
            return _Value(exp.Paren(this=exp.DPipe(this=values[0].tree, expression=values[1].tree)), STRING)
        for value, operand in zip(values, node.operands, strict=True):
            if value.family not in {None, Family.NUMBER}:
                hint = "Use AddDays, SubDays and the like for dates." if value.family is Family.MOMENT else ""
                return self._wrong("wrong-type", "A number is needed here.", _position(operand), hint)
        kinds = [value.type for value in values if value.type is not None]
        if node.operator.startswith("sign"):
            tree = values[0].tree if node.operator.endswith("+") else exp.Paren(this=exp.Neg(this=values[0].tree))
            return _Value(tree, values[0].type)
        left, right = (value.tree for value in values)
        if node.operator in {"/", "%"}:
            # Division by zero has no value; it does not stop a count.
            divisor = exp.Nullif(this=right, expression=number(0))
            if node.operator == "%":
                return _Value(exp.Paren(this=exp.Mod(this=left, expression=divisor)), _widest(kinds))
            return _Value(exp.Paren(this=exp.Div(this=cast(left, DOUBLE), expression=divisor)), DOUBLE)
        return _Value(exp.Paren(this=_ARITHMETIC[node.operator](this=left, expression=right)), _widest(kinds))


def _position(node: Node) -> int:
    return node.position


def _literal(node: Literal) -> _Value:
    if node.value is None:
        return _Value(exp.null(), None)
    if isinstance(node.value, bool):
        return _Value(exp.true() if node.value else exp.false(), BOOLEAN)
    if node.is_number:
        plain = node.value.isdigit()
        return _Value(exp.Literal.number(node.value), LONG if plain else DOUBLE)
    return _Value(text(node.value), STRING, literal=node.value)


def _as_moment(value: _Value) -> _Value | None:
    """A text literal that reads as a date or a date-time, as such."""
    if value.literal is None:
        return None
    return _moment_literal(value.literal)


def _moment_literal(written: str) -> _Value | None:
    for parse_it, kind in ((date.fromisoformat, DATE), (datetime.fromisoformat, DATETIME)):
        try:
            parsed = parse_it(written)
        except ValueError:
            continue
        return _Value(exp.Cast(this=text(parsed.isoformat()), to=kind.to_sql()), kind)
    return None


def like(value: exp.Expr, pattern: str) -> exp.Expr:
    """`value` matches `pattern`, in which % stands for any characters and nothing else has a meaning."""
    escaped = pattern.replace("!", "!!").replace("_", "!_")
    return exp.Escape(this=exp.Like(this=value, expression=text(escaped)), expression=text("!"))


def variable_value(variable: Variable) -> exp.Expr:
    """The value of a variable as a literal of its type; null where it cannot be read so."""
    if variable.value is None:
        return exp.Cast(this=exp.null(), to=variable.type.to_sql())
    if variable.type.kind is Kind.STRING:
        return text(str(variable.value))
    return cast(text(str(variable.value)), variable.type)


def _widest(kinds: list[DataType]) -> DataType | None:
    if not kinds:
        return None
    if any(kind.kind is Kind.DOUBLE for kind in kinds):
        return DOUBLE
    decimals = [kind for kind in kinds if kind.kind is Kind.DECIMAL]
    return decimals[0] if decimals else LONG


def _closed(tree: exp.Expr) -> exp.Expr:
    """An operator in parentheses, so that what surrounds it cannot pull it apart."""
    return exp.Paren(this=tree) if isinstance(tree, exp.Binary | exp.Connector | exp.Unary) else tree
