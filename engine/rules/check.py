"""All that is wrong with a rule, each fault at its field: every line is compiled by itself, without data."""

from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp

from engine.catalog.paths import read_path
from engine.catalog.scope import RowScope
from engine.catalog.sources import Reduced, Reduction, Surroundings
from engine.problems import EngineError, Problem
from engine.rules.compile import compile_rule, referenced, too_deep
from engine.rules.model import (
    DEEPEST,
    Aggregate,
    AudienceReference,
    Condition,
    Exists,
    FilterReference,
    Group,
    Operator,
    Rule,
    takes_part,
)
from engine.texts import quoted, say


def _named(name: str, alias: str) -> exp.Table:
    """A table of that name, which is never read as SQL."""
    return exp.table_(exp.to_identifier(name, quoted=True), alias=alias)


class NoData:
    """`Sources` for checking: every table is there by name, nothing is stored."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    @property
    def surroundings(self) -> Surroundings:
        return self._surroundings

    def table(self, name: str, alias: str) -> exp.Table:
        return _named(name, alias)

    def audience(self, audience: str, alias: str) -> exp.Table:
        return _named(audience, alias)

    def history(self, node: str, alias: str) -> None:
        del node, alias

    def last_execution(self, node: str) -> None:
        del node

    def ran_with(self, node: str) -> None:
        del node

    def file(self, node: str, alias: str) -> exp.Table:
        return _named(node, alias)

    def rejects(self, node: str, alias: str) -> exp.Table:
        return self.file(node, alias)

    def reduce(self, reduction: Reduction, keys: tuple[exp.Expr, ...]) -> Reduced:
        del keys
        return Reduced(exp.Join(this=reduction.rows), exp.null())


def check_rule(rule: Rule, scope: RowScope) -> Iterator[Problem]:
    """Every problem of a rule, with the path of its field inside the rule ("items[2].value")."""
    yield from _check(rule, scope, "", (), 0)


def _check(rule: Rule, scope: RowScope, path: str, filters: tuple[str, ...], depth: int) -> Iterator[Problem]:
    if depth > DEEPEST:
        yield replace(too_deep(), field=path or None)
        return
    if not takes_part(rule):
        return
    match rule:
        case Group():
            for place, item in enumerate(rule.items):
                yield from _check(item, scope, f"{path}.items[{place}]".lstrip("."), filters, depth + 1)
        case FilterReference():
            try:
                inner = referenced(rule, scope, filters)
            except EngineError as error:
                yield replace(error.problem, field=f"{path}.filter".lstrip("."))
                return
            for problem in _check(inner, scope, "", (*filters, rule.filter), depth + 1):
                yield replace(problem, field=f"{path}.filter".lstrip("."))
        case Exists() | Aggregate():
            yield from _check_line(rule.model_copy(update={"rule": None}), scope, path)
            yield from _check_inside(rule, scope, path, filters, depth)
        case Condition() | AudienceReference():
            yield from _check_line(rule, scope, path)


def _check_line(rule: Rule, scope: RowScope, path: str) -> Iterator[Problem]:
    try:
        compile_rule(rule, scope, NoData(scope.surroundings))
    except EngineError as error:
        yield error.problem.at(field=path) if path else error.problem
        return
    if isinstance(rule, Condition) and rule.attribute is not None:
        yield from _check_enumeration(rule, scope, path)


def _check_inside(
    rule: Exists | Aggregate, scope: RowScope, path: str, filters: tuple[str, ...], depth: int
) -> Iterator[Problem]:
    if rule.rule is None:
        return
    link = rule.link if isinstance(rule, Exists) else rule.attribute
    try:
        collection, rest = scope.collection(link, or_record=isinstance(rule, Exists))
        inner: RowScope = collection.inner
        while isinstance(rule, Exists) and rest:
            collection, rest = inner.collection(rest, or_record=True)
            inner = collection.inner
    except EngineError:
        return  # the line itself already says so
    yield from _check(rule.rule, inner, f"{path}.rule".lstrip("."), filters, depth + 1)


def _check_enumeration(rule: Condition, scope: RowScope, path: str) -> Iterator[Problem]:
    """A value that the enumeration does not have would never match."""
    if scope.table is None or (scope.relation is not None and (rule.attribute or "") in scope.relation):
        return
    attribute = read_path(scope.surroundings.catalog, scope.table, rule.attribute or "").attribute
    if attribute is None or not attribute.values or rule.operator not in {Operator.EQUAL, Operator.IN}:
        return
    known = [one.value for one in attribute.values]
    for value in rule.values if rule.values is not None else (rule.value,):
        if isinstance(value, str) and value not in known:
            yield Problem(
                code="not-in-enumeration",
                what=say("{attribute} is never {value}.", attribute=attribute.title, value=quoted(value)),
                fix=say("Choose one of {names}.", names=", ".join(known[:12])),
                field=f"{path}.value".lstrip("."),
                check="V07",
                values={"value": value},
            )
