"""Combine: the union, the intersection or the difference of populations.

Rows without a key name nobody: they take no part in a union or intersection by keys, and stay in a primary set.
It is longer than other activities, because it has three modes by keys or by columns, and an activity is one file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.contract import (
    COMPLEMENT,
    RESULT,
    Activity,
    Arity,
    Category,
    Compiled,
    Entrants,
    Hint,
    Inbound,
    Outputs,
    Place,
    Port,
    Reason,
    Settings,
    warning,
)
from engine.problems import EngineError, Problem
from engine.relations import LINE, PORT, Column, Relation, column
from engine.selecting import check_comparable, check_pair, columns_of, joined, missing_setting, named, place_among
from engine.texts import quoted, say
from engine.types import LONG, DataType

SET = "_set"


class CombineMode(StrEnum):
    """How the populations come together."""

    UNION = "union"
    INTERSECTION = "intersection"
    EXCLUSION = "exclusion"


class Reconcile(StrEnum):
    """When two rows are the same."""

    KEYS = "keys"
    COLUMNS = "columns"


class Pair(Settings):
    """Two attributes that must be equal."""

    source: Annotated[str, Hint("attribute", "primary_set")] = Field(
        title="In the primary set", description="A path in the primary set."
    )
    target: Annotated[str, Hint("attribute", "set")] = Field(
        title="In the other set", description="A path in the other set."
    )


class ExclusionRule(Settings):
    """How a set of another dimension is brought to the primary one."""

    set: Annotated[str, Hint("transition")] = Field(
        title="Set", description="The transition, or the activity that it comes from."
    )
    pairs: tuple[Pair, ...] = Field(min_length=1, title="Equal attributes")


class CombineSettings(Settings):
    """What to combine, and how."""

    mode: CombineMode = Field(default=CombineMode.UNION, title="Operation")
    sets: Annotated[tuple[str, ...], Hint("transition")] = Field(
        default=(), title="Sets to join", description="Transitions; empty means all."
    )
    primary_set: Annotated[str | None, Hint("transition")] = Field(
        default=None, title="Primary set", description="Whose rows and columns are kept."
    )
    reconcile: Reconcile = Field(default=Reconcile.KEYS, title="Two rows are the same when")
    columns: Annotated[tuple[str, ...], Hint("column", "in")] = Field(
        default=(), title="These columns are equal", json_schema_extra=asked_when("reconcile", Reconcile.COLUMNS)
    )
    exclusion_rules: tuple[ExclusionRule, ...] = Field(
        default=(), title="Exclusion rules", json_schema_extra=asked_when("mode", CombineMode.EXCLUSION)
    )
    complement: bool = Field(default=False, title="Generate complement")


class Combine(Activity[CombineSettings]):
    """Join populations, keep what they share, or take one from another."""

    type_id = "combine"
    title = "Combine"
    category = Category.TARGETING
    icon = "ph.intersect"
    synonyms = ("union", "intersection", "exclusion", "merge", "join")
    settings = CombineSettings
    arity = Arity(least=2, most=None)
    reasons = (Reason("merged", "Merged with the same record"), Reason("not-in-every-set", "Not in every set"),
               Reason("excluded", "Found in an excluded set"))  # fmt: skip

    def ports(self, settings: CombineSettings) -> tuple[Port, ...]:
        """The result; with the complement, also what was left out."""
        has_complement = settings.complement and settings.mode is not CombineMode.UNION
        return (Port(RESULT, "Result"), *((Port(COMPLEMENT, "Complement"),) if has_complement else ()))

    def check(self, place: Place[CombineSettings]) -> Iterator[Problem]:
        settings = place.settings
        sets = _sets(place)
        if len(sets) < 2:
            yield missing_setting("At least two sets must be joined.", "sets", "Tick another set.", "V09")
        ticked = {inbound.transition for inbound in sets}
        for inbound in place.inputs:
            if inbound.transition not in ticked:
                yield warning(
                    "set-ignored",
                    say("{inbound} enters but is not ticked, so it is ignored.", inbound=quoted(inbound.label)),
                    field="sets",
                )
        needs_primary = settings.mode is CombineMode.EXCLUSION or settings.reconcile is Reconcile.COLUMNS
        if needs_primary and settings.primary_set is None:
            yield missing_setting("The primary set is not chosen.", "primary_set", "Choose the set to keep.", "V09")
            return
        if settings.reconcile is Reconcile.COLUMNS and settings.mode is not CombineMode.EXCLUSION:
            yield from self._check_columns(place, sets)
        else:
            yield from self._check_dimensions(place, sets)
        if settings.mode is CombineMode.EXCLUSION and sets:
            yield from self._check_rules(place, sets)

    def _check_rules(self, place: Place[CombineSettings], sets: list[Inbound]) -> Iterator[Problem]:
        primary = RowScope.to_check(place.surroundings, place.input(_primary(place).transition))
        for position, rule in enumerate(place.settings.exclusion_rules):
            if not any(rule.set in {one.transition, one.node} for one in sets):
                yield missing_setting(
                    say("{set} is not among the sets.", set=quoted(rule.set)),
                    f"exclusion_rules[{position}].set",
                    "Choose a set.",
                    "V11",
                )
                continue
            other = RowScope.to_check(place.surroundings, place.input(rule.set))
            for number, pair in enumerate(rule.pairs):
                field = f"exclusion_rules[{position}].pairs[{number}]"
                yield from check_pair((primary, pair.source), (other, pair.target), field, "target")

    def _check_columns(self, place: Place[CombineSettings], sets: list[Inbound]) -> Iterator[Problem]:
        if not place.settings.columns:
            yield missing_setting("No column is chosen to compare rows by.", "columns", "Add a column.")
        kinds: dict[str, DataType] = {}
        for inbound in sets:
            scope = RowScope.to_check(place.surroundings, place.input(inbound.transition))
            for position, path in enumerate(place.settings.columns):
                try:
                    kind = scope.attribute(path).type
                except EngineError as error:
                    yield error.problem.at(field=f"columns[{position}]")
                    continue
                yield from check_comparable(kinds.setdefault(path, kind), kind, f"columns[{position}]")

    def _check_dimensions(self, place: Place[CombineSettings], sets: list[Inbound]) -> Iterator[Problem]:
        if not sets:
            return
        primary = place.input(_primary(place).transition)
        bridged = {rule.set for rule in place.settings.exclusion_rules}
        for inbound in sets:
            relation = place.input(inbound.transition)
            if relation.dimension == primary.dimension and relation.key:
                continue
            if place.settings.mode is CombineMode.EXCLUSION and bridged & {inbound.transition, inbound.node}:
                continue
            exclusion = place.settings.mode is CombineMode.EXCLUSION
            yield Problem(
                code="other-dimension",
                what=say(
                    "{inbound} is made of {dimension}, not of {other}.",
                    inbound=quoted(inbound.label),
                    dimension=relation.dimension or say("lines of a file"),
                    other=primary.dimension or say("the same records"),
                ),
                why="Keys of different records cannot be compared.",
                fix="Add an exclusion rule." if exclusion else "Change its dimension first, or compare by columns.",
                field="exclusion_rules" if exclusion else "sets",
                check="V11" if exclusion else "V10",
            )

    def shapes(self, place: Place[CombineSettings]) -> Outputs:
        settings = place.settings
        primary = place.input(_primary(place).transition)
        if settings.mode is CombineMode.EXCLUSION:
            shape = primary
        elif settings.reconcile is Reconcile.KEYS:
            shape = _shape_by_keys(place)
        else:
            order = (Column(SET, LONG), Column(LINE, LONG))
            kept = tuple(one for one in primary.columns if one.name not in {SET, LINE})
            shape = replace(primary, columns=(*order, *kept), row_key=(SET, LINE), unique=False, distinct=False)
        return dict.fromkeys((port.id for port in self.ports(settings)), shape)

    def compile(self, place: Place[CombineSettings], sources: Sources) -> Compiled:
        settings = place.settings
        if settings.mode is CombineMode.EXCLUSION:
            return _exclusion(place, sources)
        if settings.reconcile is Reconcile.COLUMNS:
            return _by_columns(place, sources)
        return _by_keys(place)

    def needs(self, place: Place[CombineSettings]) -> tuple[str, ...]:
        return tuple(inbound.transition for inbound in _sets(place))

    def entering(self, place: Place[CombineSettings]) -> tuple[str, ...]:
        settings = place.settings
        if settings.mode is CombineMode.UNION or (settings.mode is CombineMode.INTERSECTION and settings.complement):
            return tuple(inbound.transition for inbound in _sets(place))
        return (_primary(place).transition,)

    def entrants(self, place: Place[CombineSettings], sources: Sources) -> Entrants | None:
        shape = self.shapes(place)[RESULT]
        if shape is None or place.settings.mode is CombineMode.EXCLUSION or SET not in shape.row_key:
            return None
        query = exp.select(*(column("u", name) for name in shape.names)).from_(_together(place, sources).subquery("u"))
        if len(self.entering(place)) == 1:
            query = query.where(column("u", SET).eq(exp.Literal.number(0)))
        return Entrants(shape, query, {SET: SET, LINE: LINE})

    def losses(self, place: Place[CombineSettings], entered: int, left: int) -> Mapping[str, int]:
        settings = place.settings
        reason = "excluded" if settings.mode is CombineMode.EXCLUSION else "merged"
        if settings.mode is CombineMode.INTERSECTION and not settings.complement:
            reason = "not-in-every-set"
        return {reason: entered - left} if entered != left else {}


def _sets(place: Place[CombineSettings]) -> list[Inbound]:
    ticked = place.settings.sets
    if not ticked:
        return list(place.inputs)
    return [one for name in ticked for one in place.inputs if name in {one.transition, one.node}]


def _primary(place: Place[CombineSettings]) -> Inbound:
    chosen = place.settings.primary_set
    sets = _sets(place)
    return next((one for one in sets if chosen in {one.transition, one.node}), sets[0])


def _in_order(place: Place[CombineSettings]) -> list[Relation]:
    """The populations, the primary one first."""
    primary = _primary(place)
    others = [one for one in _sets(place) if one is not primary]
    return [place.input(one.transition) for one in (primary, *others)]


def _shape_by_keys(place: Place[CombineSettings]) -> Relation:
    first, *rest = _in_order(place)
    columns = {name: first[name] for name in first.key}
    for relation in (first, *rest):
        for one in relation.added:
            columns.setdefault(one.name, one)
    return replace(first, columns=tuple(columns.values()), row_key=first.key, unique=True, origins=())


def _one_per_key(relation: Relation, alias: str) -> exp.Select:
    """Shape: one row per key, the first by row key; rows without a key are left out."""
    scope_key = [column(alias, name) for name in relation.key]
    select = relation.rows(alias).select(*(column(alias, name) for name in (*relation.key, *_names(relation))))
    if relation.unique:
        return select
    for part in scope_key:
        select = select.where(exp.Not(this=part.copy().is_(exp.null())))
    rank = exp.Window(
        this=exp.RowNumber(), partition_by=scope_key, order=exp.Order(expressions=list(relation.order(alias)))
    )
    return select.qualify(exp.EQ(this=rank, expression=exp.Literal.number(1)))


def _names(relation: Relation) -> list[str]:
    return [one.name for one in relation.added]


def _by_keys(place: Place[CombineSettings]) -> Compiled:
    settings = place.settings
    relations = _in_order(place)
    shape = _shape_by_keys(place)
    full = settings.mode is CombineMode.UNION or settings.complement
    if settings.mode is CombineMode.UNION and not shape.added:
        return _plain_union(relations)
    aliases = [f"s{place}" for place in range(len(relations))]
    sets = {
        alias: _one_per_key(relation, "p").subquery(alias) for alias, relation in zip(aliases, relations, strict=True)
    }
    select = exp.Select().from_(sets[aliases[0]])
    for position, alias in enumerate(aliases[1:], start=1):
        earlier = aliases[:position]
        on = exp.and_(*(column(alias, name).eq(_first_of(earlier, name)) for name in shape.key))
        select = select.join(sets[alias], on=on, join_type="full" if full else "inner")
    holding = aliases if full else aliases[:1]
    select = select.select(*(named(_first_of(holding, name), name) for name in shape.key))
    for one in shape.added:
        holders = [alias for alias, relation in zip(aliases, relations, strict=True) if one.name in relation]
        select = select.select(named(_first_of(holders, one.name), one.name))
    if settings.mode is CombineMode.INTERSECTION and settings.complement:
        everywhere = exp.and_(*(exp.Not(this=column(alias, shape.key[0]).is_(exp.null())) for alias in aliases))
        select = select.select(named(_port(everywhere), PORT))
    return select


def _plain_union(relations: list[Relation]) -> Compiled:
    """Keys alone: a set union. Of two sets with one row per key, the second adds what the first has not.

    Looking each key of the second up in the first costs half of what hashing both into one set does; with every
    further set there would be more to look up, and the advantage is gone.
    """
    if len(relations) == 2 and all(relation.unique for relation in relations):
        first, second = (_one_per_key(relation, alias) for relation, alias in zip(relations, "po", strict=True))
        there = relations[0].rows("i").select("1")
        pairs = zip(relations[1].key, relations[0].key, strict=True)
        there = there.where(*(column("i", mine).eq(column("o", theirs)) for theirs, mine in pairs))
        return exp.union(first, second.where(exp.Not(this=exp.Exists(this=there))), distinct=False)
    queries = [_one_per_key(relation, "p") for relation in relations]
    union = exp.union(queries[0], queries[1])
    for query in queries[2:]:
        union = exp.union(union, query)
    return union


def _first_of(aliases: list[str], name: str) -> exp.Expr:
    first, *rest = [column(alias, name) for alias in aliases]
    return exp.Coalesce(this=first, expressions=rest) if rest else first


def _port(inside: exp.Expr) -> exp.Expr:
    return exp.Case(default=exp.Literal.string(COMPLEMENT)).when(inside, exp.Literal.string(RESULT), copy=False)


def _exclusion(place: Place[CombineSettings], sources: Sources) -> Compiled:
    primary = _primary(place)
    relation = place.input(primary.transition)
    scope = RowScope.of_population(sources, relation, "p")
    removed: list[exp.Expr] = []
    for inbound in _sets(place):
        if inbound is not primary:
            removed.append(_found_in(place, inbound, scope, sources))
    anywhere = exp.Coalesce(this=exp.Paren(this=exp.or_(*removed)), expressions=[exp.false()])
    select = joined(relation.rows("p").select(*columns_of(relation, "p")), scope)
    if place.settings.complement:
        return select.select(named(_port(exp.Not(this=anywhere)), PORT))
    return select.where(exp.Not(this=anywhere))


def _found_in(place: Place[CombineSettings], inbound: Inbound, scope: RowScope, sources: Sources) -> exp.Expr:
    """Whether a row of the primary set stands in another set, by key or by the exclusion rule of that set."""
    other = place.input(inbound.transition)
    rule = next((one for one in place.settings.exclusion_rules if one.set in {inbound.transition, inbound.node}), None)
    inner = RowScope.of_population(sources, other, "o")
    if rule is None:
        pairs: list[tuple[exp.Expr, exp.Expr]] = list(zip(scope.key(), inner.key(), strict=True))
    else:
        pairs = [(scope.attribute(pair.source).tree, inner.attribute(pair.target).tree) for pair in rule.pairs]
    select = joined(other.rows("o").select("1"), inner)
    return exp.Exists(this=select.where(*(theirs.eq(mine) for mine, theirs in pairs)))


def _by_columns(place: Place[CombineSettings], sources: Sources) -> Compiled:
    """Rows are the same when all chosen columns are equal; a missing value equals nothing."""
    settings = place.settings
    relations = _in_order(place)
    chosen: list[exp.Expr] = [column("u", f"_c{position}") for position in range(len(settings.columns))]
    incomplete = exp.or_(*(one.copy().is_(exp.null()) for one in chosen))
    together, first = _together(place, sources), relations[0]
    order = exp.Order(expressions=[exp.Ordered(this=column("u", name)) for name in (SET, LINE)])
    rank = exp.Window(this=exp.RowNumber(), partition_by=[one.copy() for one in chosen], order=order)
    kept = exp.Paren(this=exp.or_(incomplete, exp.EQ(this=rank, expression=exp.Literal.number(1))))
    names = [SET, LINE, *(name for name in first.names if name not in {SET, LINE})]
    all_rows = exp.select(*(column("u", name) for name in names)).from_(together.subquery("u"))
    if settings.mode is CombineMode.UNION:
        return all_rows.qualify(kept)
    counted = exp.Window(
        this=exp.Count(this=exp.Distinct(expressions=[column("u", SET)])), partition_by=[one.copy() for one in chosen]
    )
    everywhere = exp.and_(
        exp.Not(this=exp.Paren(this=incomplete.copy())),
        exp.EQ(this=counted, expression=exp.Literal.number(len(relations))),
    )
    inner = all_rows.select(named(everywhere, "_all"), named(kept, "_kept"))
    outer = exp.select(*(column("v", name) for name in names)).from_(inner.subquery("v")).where(column("v", "_kept"))
    if settings.complement:
        return outer.select(named(_port(column("v", "_all")), PORT))
    return outer.where(column("v", "_all"))


def _together(place: Place[CombineSettings], sources: Sources) -> exp.Query:
    """The rows of all sets, one below the other, the primary set first."""
    sets = _in_order(place)
    return exp.union(*(_with_columns(place, one, n, sets[0], sources) for n, one in enumerate(sets)), distinct=False)


def _with_columns(
    place: Place[CombineSettings], relation: Relation, position: int, first: Relation, sources: Sources
) -> exp.Select:
    """The rows of one set, laid out as the primary set's, with the columns to compare by and their place."""
    scope = RowScope.of_population(sources, relation, "p")
    compared: list[Any] = [scope.attribute(path).tree for path in place.settings.columns]
    same = relation.dimension == first.dimension
    values = [
        column("p", name) if name in relation and (same or name not in first.row_key) else
        exp.Cast(this=exp.null(), to=first[name].type.to_sql())
        for name in first.names
    ]  # fmt: skip
    select = relation.rows("p").select(
        named(exp.Literal.number(position), SET),
        named(place_among([], scope), LINE),
        *(named(value, name) for value, name in zip(values, first.names, strict=True)),
        *(named(value, f"_c{number}") for number, value in enumerate(compared)),
    )
    return joined(select, scope)
