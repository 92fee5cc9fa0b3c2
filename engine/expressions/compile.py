"""From a parsed expression to a piece of a query: names resolved, types checked, each fault with its place."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

from sqlglot import exp

from engine.catalog.sources import Surroundings, Typed
from engine.expressions import calls, operators
from engine.expressions.functions import FUNCTIONS
from engine.expressions.signatures import Function, Group, Moment, Reads
from engine.expressions.syntax import Attribute, Call, Literal, Node, Operation, VariableName, parse, walk
from engine.expressions.trees import nothing
from engine.expressions.values import Value, literal, no_value, variable_value
from engine.problems import EngineError, Problem, Severity
from engine.texts import declared, say
from engine.types import STRING, DataType, Kind


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


def compile_expression(source: str, scope: Scope, *, aggregates: bool = False, windows: bool = False) -> Typed:
    """The expression as a piece of a query. Errors: the first error, with its position (V07, V08).

    `aggregates` and `windows` say whether such functions make sense where the expression stands.
    """
    compiler = _Compiler(scope, aggregates=aggregates, windows=windows)
    found = compiler.whole(source)
    for problem in compiler.errors():
        raise EngineError(problem)
    return found


def check_expression(
    source: str, scope: Scope, *, aggregates: bool = False, windows: bool = False
) -> tuple[DataType | None, tuple[Problem, ...]]:
    """The type of the expression, unless there is an error in it, and all problems from left to right. Errors: none."""
    compiler = _Compiler(scope, aggregates=aggregates, windows=windows)
    try:
        found = compiler.whole(source)
    except EngineError as error:
        return None, (error.problem,)
    return (None if compiler.errors() else found.type), tuple(compiler.problems)


def uses_clock(source: str) -> bool:
    """Whether the result depends on the frozen clock or its zone. Errors: expression-syntax (V08)."""
    called = (FUNCTIONS.get(node.name.lower()) for node in walk(parse(source)) if isinstance(node, Call))
    return any(Reads.CLOCK in function.reads for function in called if function is not None)


class _Compiler:
    """Collects problems and goes on with a null in the place of what is wrong, so that all are found at once."""

    def __init__(self, scope: Scope, *, aggregates: bool, windows: bool) -> None:
        self._scope = scope
        self._aggregates = aggregates
        self._windows = windows
        self._place = ""
        self._aggregate_at: int | None = None
        self._row_at: int | None = None
        self.problems: list[Problem] = []
        self.stopped = False
        surroundings = scope.surroundings
        self.moment = Moment(surroundings.clock, surroundings.seed, scope.row_key())

    def whole(self, source: str) -> Typed:
        """The value of a whole expression; `problems` are then complete. Errors: expression-syntax and its like."""
        value = self.compile(parse(source))
        if self._aggregate_at is not None and self._row_at is not None:
            self.wrong(
                "mixed-aggregate",
                "This has a value for each record, but the aggregate beside it has one for all of them.",
                self._row_at,
                "Put it inside an aggregate, such as Max(…).",
            )
        self.problems.sort(key=lambda problem: problem.position or 0)
        kind = value.type or STRING
        return Typed(nothing(kind) if value.type is None else value.tree, kind)

    def errors(self) -> list[Problem]:
        """The problems that leave no value."""
        return [problem for problem in self.problems if problem.is_error]

    def compile(self, node: Node) -> Value:
        match node:
            case Literal():
                found = literal(node)
                return found or self.wrong(
                    "wrong-number", "This number is too large.", node.position, "Use a smaller one."
                )
            case Attribute():
                return self._attribute(node)
            case VariableName():
                return self._variable(node)
            case Call():
                return calls.call(self, node)
            case Operation():
                return operators.operation(self, node)

    def wrong(self, code: str, what: str, position: int, fix: str = "", *, check: str = "V08") -> Value:
        self.problems.append(Problem(code=code, what=what, fix=fix, position=position, check=check))
        return no_value(position)

    def warn(self, code: str, what: str, position: int, fix: str) -> None:
        warning = Problem(code=code, what=what, fix=fix, severity=Severity.WARNING, position=position, check="V07")
        self.problems.append(warning)

    @contextmanager
    def within(self, place: str) -> Generator[None]:
        outer, self._place = self._place, place or self._place
        try:
            yield
        finally:
            self._place = outer

    def stop(self) -> None:
        self.stopped = True

    def allows(self, function: Function, position: int) -> bool:
        if function.group is Group.AGGREGATE:
            return self._allows_aggregate(function, position)
        if Reads.ROWS in function.reads and (not self._windows or self._place):
            self.wrong(
                "misplaced-window",
                say("{function} looks at other rows, which makes no sense here.", function=function.name),
                position,
                "Use it in a deduplication or an enrichment, and not inside another function of rows.",
            )
            return False
        if Reads.ROW in function.reads:
            self._reads_row(position)
        return True

    def _allows_aggregate(self, function: Function, position: int) -> bool:
        if self._place == "over":
            return True
        if self._place:
            self.wrong(
                "misplaced-aggregate",
                say(
                    "{function} stands inside another {place}, which has no such group of records.",
                    function=function.name,
                    place=declared(self._place),
                ),
                position,
                "Compute it in an earlier step.",
            )
            return False
        if not self._aggregates:
            self.wrong(
                "misplaced-aggregate",
                say("{function} needs a group of records, and there is none here.", function=function.name),
                position,
                "Use it in an aggregate condition or an enrichment, or inside _Over_(…).",
            )
            return False
        self._aggregate_at = position if self._aggregate_at is None else self._aggregate_at
        return True

    def _reads_row(self, position: int) -> None:
        if self._place != "aggregate" and self._row_at is None:
            self._row_at = position

    def _attribute(self, node: Attribute) -> Value:
        self._reads_row(node.position)
        try:
            found = self._scope.attribute(node.path)
        except EngineError as error:
            self.problems.append(replace(error.problem, position=node.position))
            return no_value(node.position)
        return Value(found.tree, found.type, node.position)

    def _variable(self, node: VariableName) -> Value:
        variable = self._scope.surroundings.variables.get(node.name)
        if variable is None:
            # A signal may carry parameters that nobody declared; they read as null until one does.
            return Value(nothing(STRING), STRING, node.position, free=True)
        is_text = variable.type.kind is Kind.STRING
        known = str(variable.value) if is_text and variable.value is not None else None
        return Value(variable_value(variable), variable.type, node.position, literal=known, free=is_text)
