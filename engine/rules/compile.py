"""From a rule to a predicate over the rows of a scope, and to what each of its lines says and finds.

Logic is three-valued as in SQL, and made two-valued where it is denied: a line that cannot be decided because a value
is missing does not match, so EXCEPT removes only what surely matches all that stands under it. Collections are reduced
to one value per owner before they are joined, so that no row is ever multiplied.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sqlglot import exp

from engine.catalog.paths import read_path, unknown
from engine.catalog.scope import Collection, RowScope
from engine.catalog.sources import Reduction, Sources, Typed
from engine.expressions import compile_expression, variable_value
from engine.problems import EngineError, Problem
from engine.rules.model import (
    DEEPEST,
    Aggregate,
    AudienceReference,
    Condition,
    Exists,
    FilterReference,
    Function,
    Group,
    Logic,
    Operator,
    Right,
    Rule,
    counted_items,
    takes_part,
)
from engine.rules.operators import FAMILIES, NEGATIVE, WITHOUT_VALUE, anniversary, compare, folded, literal, lowered
from engine.rules.periods import bounds, moment
from engine.rules.reading import filled
from engine.texts import declared, quoted, say
from engine.types import DOUBLE, LONG, Family

_MEASURES = {
    Function.SUM: exp.Sum,
    Function.AVERAGE: exp.Avg,
    Function.MIN: exp.Min,
    Function.MAX: exp.Max,
    Function.COUNT: exp.Count,
}


def compile_rule(rule: Rule, scope: RowScope, sources: Sources) -> exp.Expr:
    """The predicate of a rule; the scope then knows the joins it needs. Errors: the first problem (V07, V08)."""
    return RuleCompiler(scope, sources).rule(rule, ())


@dataclass(frozen=True, slots=True)
class Leaf:
    """A line of a rule: where it stands, whether it holds, and the value it looked at (none for an audience)."""

    path: str
    rule: Rule
    holds: exp.Expr
    value: exp.Expr | None


def explain_rule(rule: Rule, scope: RowScope, sources: Sources) -> list[Leaf]:
    """The lines of a rule in reading order, compiled one by one. Errors: as `compile_rule`."""
    compiler = RuleCompiler(scope, sources)
    return [Leaf(path, line, compiler.rule(line, ()), compiler.value(line)) for path, line in lines_of(rule)]


def lines_of(rule: Rule, path: str = "") -> Iterator[tuple[str, Rule]]:
    """The lines of a rule that are not groups and take part, each with its path such as "items[1]"."""
    if not takes_part(rule):
        return
    if isinstance(rule, Group):
        for place, item in enumerate(rule.items):
            yield from lines_of(item, f"{path}.items[{place}]".lstrip("."))
    else:
        yield path, rule


class RuleCompiler:
    """Compiles rules over one scope."""

    def __init__(self, scope: RowScope, sources: Sources) -> None:
        self._scope = scope
        self._sources = sources

    def rule(self, rule: Rule, filters: tuple[str, ...], depth: int = 0) -> exp.Expr:
        """`filters` are the predefined filters being followed, so that a circle among them is noticed."""
        if depth > DEEPEST:
            raise EngineError(too_deep())
        if not takes_part(rule):
            return exp.true()
        match rule:
            case Group():
                return self._group(rule, filters, depth)
            case Condition():
                return self._at(rule, partial(self._condition, rule))
            case Exists():
                value = self._exists(rule, filters, depth).is_(exp.null())
                return value if rule.negated else exp.Not(this=value)
            case Aggregate():
                return self._compared(rule, self._aggregate(rule, filters, depth), rule.operator)
            case FilterReference():
                return self.rule(referenced(rule, self._scope, filters), (*filters, rule.filter), depth + 1)
            case AudienceReference():
                return self._audience(rule)

    def value(self, rule: Rule) -> exp.Expr | None:
        """What a line looked at: the attribute's value, the aggregate, how many records there are."""
        match rule:
            case Condition():
                return self._left(rule).tree
            case Aggregate():
                return self._aggregate(rule, (), 0).tree
            case Exists():
                return exp.Coalesce(this=self._exists(rule, (), 0), expressions=[exp.Literal.number(0)])
            case _:
                return None

    def aggregate(self, aggregate: Aggregate) -> Typed:
        """The value of an aggregate, apart from what it is compared with."""
        return self._aggregate(aggregate, (), 0)

    def _group(self, group: Group, filters: tuple[str, ...], depth: int) -> exp.Expr:
        if not group.items:
            return exp.true()
        items = [exp.Paren(this=self.rule(item, filters, depth + 1)) for _, item in counted_items(group)]
        if group.operator is Logic.OR:
            return exp.Paren(this=exp.or_(*items, copy=False))
        if group.operator is Logic.AND or len(items) == 1:
            return exp.Paren(this=exp.and_(*items, copy=False))
        first, *rest = items
        removed = exp.Coalesce(this=exp.Paren(this=exp.and_(*rest, copy=False)), expressions=[exp.false()])
        return exp.Paren(this=exp.And(this=first, expression=exp.Not(this=removed)))

    def _at(self, condition: Condition, compiled: "partial[exp.Expr]") -> exp.Expr:
        try:
            return compiled()
        except EngineError as error:
            if error.problem.field is not None:
                raise
            field = "expression" if condition.attribute is None else "attribute"
            raise EngineError(error.problem.at(field=field)) from error

    def _left(self, condition: Condition) -> Typed:
        if condition.attribute is not None:
            return self._scope.attribute(condition.attribute)
        return compile_expression(condition.expression or "", self._scope)

    def _condition(self, condition: Condition) -> exp.Expr:
        return self._compared(condition, self._left(condition), condition.operator)

    def _compared(self, right: Right, left: Typed, operator: Operator) -> exp.Expr:
        if left.type.family not in FAMILIES[operator]:
            raise EngineError(wrong_operator(operator, left))
        if operator is Operator.ANNIVERSARY:
            return anniversary(left, self._scope.surroundings.clock.now)
        fold = right.ignore_case and left.type.family is Family.TEXT
        rights = [] if operator in WITHOUT_VALUE else self._rights(right, left, operator)
        if fold:
            left, rights = folded(left), [lowered(one) for one in rights]
        return compare(operator, left, rights, include_empty=right.include_empty)

    def _rights(self, right: Right, left: Typed, operator: Operator) -> list[exp.Expr]:
        try:
            return self._right_trees(right, left, operator)
        except EngineError as error:
            if error.problem.field is not None:
                raise
            raise EngineError(error.problem.at(field=_field_of(right))) from error

    def _right_trees(self, right: Right, left: Typed, operator: Operator) -> list[exp.Expr]:
        positive = NEGATIVE.get(operator, operator)
        if positive is Operator.WITHIN:
            if right.period is None:
                raise EngineError(_missing("period", "Choose a period, such as this month."))
            return [literal(one, left.type) for one in bounds(right.period, self._scope.surroundings.clock.now)]
        if positive in {Operator.IN, Operator.BETWEEN}:
            return self._several(right, left, positive)
        if right.relative is not None:
            return [literal(moment(right.relative, self._scope.surroundings.clock.now), left.type)]
        if right.value_expression is not None:
            return [self._same_family(self._value_of(right.value_expression), left)]
        if right.variable is not None:
            variable = self._scope.surroundings.variables.get(right.variable)
            if variable is None:
                raise EngineError(unknown("variable", right.variable, self._scope.surroundings.variables))
            return [exp.TryCast(this=variable_value(variable), to=left.type.to_sql())]
        if right.value is None:
            raise EngineError(_missing("value", "Give a value, or use 'is empty'."))
        return [literal(right.value, left.type)]

    def _several(self, right: Right, left: Typed, positive: Operator) -> list[exp.Expr]:
        values = right.values or ()
        if positive is Operator.BETWEEN and (len(values) != 2 or None in values):
            raise EngineError(_missing("values", "Give both bounds."))
        if not values:
            raise EngineError(_missing("values", "Give at least one value."))
        return [literal(value, left.type) for value in values]

    def _value_of(self, expression: str) -> Typed:
        try:
            return compile_expression(expression, self._scope)
        except EngineError as error:
            raise EngineError(error.problem.at(field="value_expression")) from error

    def _same_family(self, value: Typed, left: Typed) -> exp.Expr:
        if value.type.family is not left.type.family:
            raise EngineError(
                Problem(
                    code="wrong-value",
                    what=say(
                        "The expression gives a {value}, but the attribute is a {left}.",
                        value=value.type,
                        left=left.type,
                    ),
                    fix="Convert one of them, such as with ToDate or ToDouble.",
                    field="value_expression",
                    check="V07",
                )
            )
        return value.tree

    def _exists(self, rule: Exists, filters: tuple[str, ...], depth: int) -> exp.Expr:
        """How many linked records match; null for none."""
        collection, rest = self._open(rule.link, or_record=True)
        inner = rule.rule
        if rest:
            inner = Exists(link=rest, rule=inner)
        return self._reduced(collection, exp.Count(this=exp.Star()), inner, filters, depth)

    def _aggregate(self, rule: Aggregate, filters: tuple[str, ...], depth: int) -> Typed:
        collection, rest = self._open(rule.attribute)
        counts_records = not rest
        if counts_records and rule.function is not Function.COUNT:
            raise EngineError(_missing("attribute", "Choose the attribute to reduce, such as purchases/price."))
        measured = None if counts_records else collection.inner.attribute(rest)
        measure = _measure(rule.function, measured)
        value = self._reduced(collection, measure, rule.rule, filters, depth)
        if rule.function in {Function.COUNT, Function.COUNT_DISTINCT}:
            return Typed(exp.Coalesce(this=value, expressions=[exp.Literal.number(0)]), LONG)
        assert measured is not None
        plain = rule.function in {Function.MIN, Function.MAX}
        return Typed(value, measured.type if plain else DOUBLE)

    def _open(self, path: str, *, or_record: bool = False) -> tuple[Collection, str]:
        try:
            return self._scope.collection(path, or_record=or_record)
        except EngineError as error:
            raise EngineError(error.problem.at(field="link")) from error

    def _reduced(
        self, collection: Collection, measure: exp.Expr, inner: Rule | None, filters: tuple[str, ...], depth: int
    ) -> exp.Expr:
        nested = RuleCompiler(collection.inner, self._sources)
        wanted = [] if inner is None else [nested.rule(inner, filters, depth + 1)]
        conditions = [*collection.where, *wanted]
        reduction = Reduction(
            rows=collection.inner.rows(self._sources),
            owner=collection.owner,
            measure=measure,
            joins=tuple(collection.inner.joins()),
            where=exp.and_(*conditions) if conditions else None,
        )
        reduced = self._sources.reduce(reduction, collection.keys)
        self._scope.join(reduced.join.alias_or_name, reduced.join)
        return reduced.value

    def _audience(self, rule: AudienceReference) -> exp.Expr:
        members = self._sources.audience(rule.audience, "m")
        matches = [
            exp.column(f"_key{'' if part == 0 else f'_{part + 1}'}", table="m", quoted=True).eq(key)
            for part, key in enumerate(self._scope.key())
        ]
        inside = exp.Exists(this=exp.select("1").from_(members).where(*matches))
        return exp.Not(this=inside) if rule.negated else inside


def _measure(function: Function, measured: Typed | None) -> exp.Expr:
    if measured is None:
        return exp.Count(this=exp.Star())
    if function is Function.COUNT_DISTINCT:
        return exp.Count(this=exp.Distinct(expressions=[measured.tree]))
    if function in {Function.SUM, Function.AVERAGE} and measured.type.family is not Family.NUMBER:
        raise EngineError(
            Problem(
                code="wrong-type",
                what=say(
                    "{function} needs a number, and this is a {measured}.",
                    function=declared(function.value.capitalize()),
                    measured=measured.type,
                ),
                fix="Use count, min or max, or choose another attribute.",
                field="attribute",
                check="V07",
            )
        )
    return _MEASURES[function](this=measured.tree)


def referenced(rule: FilterReference, scope: RowScope, filters: tuple[str, ...]) -> Rule:
    """The rule of a predefined filter with its parameters filled. Errors: unknown-filter, circular-filter (V07)."""
    known = scope.surroundings.catalog.filter_by_id
    found = known.get(rule.filter)
    if found is None:
        raise EngineError(unknown("filter", rule.filter, known))
    if rule.filter in filters:
        raise EngineError(
            Problem(
                code="circular-filter",
                what=say(
                    "The filter {found} uses itself: {names}.",
                    found=quoted(found.label),
                    names=" → ".join([*filters, rule.filter]),
                ),
                fix="Remove one of these references.",
                check="V07",
            )
        )
    return filled(found, rule.parameters)


def wrong_operator(operator: Operator, left: Typed) -> Problem:
    """The problem that an operator does not fit an attribute's type."""
    fitting = [one.value for one in Operator if left.type.family in FAMILIES[one]]
    return Problem(
        code="wrong-operator",
        what=say("{operator} does not fit the type {left}.", operator=quoted(operator.value), left=left.type),
        fix=say("Choose one of {names}.", names=", ".join(fitting)),
        field="operator",
        check="V07",
        values={"operator": operator.value, "type": str(left.type)},
    )


def too_deep() -> Problem:
    """The problem that groups nest too deeply."""
    return Problem(
        code="rule-too-deep",
        what=say("The rule nests groups more than {deepest} levels deep.", deepest=DEEPEST),
        fix="Flatten it, or keep a part as a predefined filter.",
        check="V07",
    )


def _field_of(right: Right) -> str:
    """The field that says what is compared with."""
    filled = ("relative", "period", "values", "value_expression", "variable")
    return next((name for name in filled if getattr(right, name) is not None), "value")


def _missing(field: str, fix: str) -> Problem:
    return Problem(
        code="missing-value", what="Something to compare with is missing.", fix=fix, field=field, check="V06"
    )


__all__ = ["Leaf", "compile_rule", "explain_rule", "lines_of", "read_path", "referenced"]
