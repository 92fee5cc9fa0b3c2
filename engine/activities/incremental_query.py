"""Incremental query: on each run, only the records that no earlier run returned."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.contract import (
    RESULT,
    Activity,
    Arity,
    Ask,
    Category,
    Compiled,
    Effect,
    Entrants,
    Hint,
    Outputs,
    Place,
    PortCounts,
    Reason,
    Settings,
    population_of,
)
from engine.problems import EngineError, Problem
from engine.relations import column
from engine.rules import Rule, check_rule, compile_rule
from engine.selecting import joined, missing_setting, named, records_of
from engine.texts import quoted, say
from engine.types import DATETIME, Family


class IncrementMode(StrEnum):
    """How a record is known to be new."""

    HISTORY = "history"
    DATE = "date"


class IncrementalQuerySettings(Settings):
    """Whom to target, and what counts as new."""

    dimension: Annotated[str, Hint("dimension")] = Field(default="", title="Targeting dimension")
    rule: Annotated[Rule | None, Hint("rule", "dimension")] = Field(default=None, title="Rule")
    mode: IncrementMode = Field(default=IncrementMode.HISTORY, title="New is")
    history_days: int = Field(
        default=0,
        ge=0,
        title="History in days",
        description="0 remembers forever.",
        json_schema_extra=asked_when("mode", IncrementMode.HISTORY),
    )
    date_field: Annotated[str | None, Hint("attribute", "dimension")] = Field(
        default=None, title="Date field", json_schema_extra=asked_when("mode", IncrementMode.DATE)
    )
    last_execution: str | None = Field(
        default=None,
        title="Last execution",
        description="Set by hand, it counts until a real run is later.",
        json_schema_extra=asked_when("mode", IncrementMode.DATE),
    )


class IncrementalQuery(Activity[IncrementalQuerySettings]):
    """Find the records that match a rule and were not found before."""

    type_id = "incremental-query"
    title = "Incremental query"
    category = Category.TARGETING
    icon = "ph.clock-counter-clockwise"
    synonyms = ("new", "delta", "recurring", "query")
    settings = IncrementalQuerySettings
    arity = Arity(least=0, most=1, trigger=True)
    starts = True
    makes_population = True
    reasons = (Reason("rule-or-known", "Does not match, or was returned before"),)

    def check(self, place: Place[IncrementalQuerySettings]) -> Iterator[Problem]:
        settings = place.settings
        scope = RowScope.to_check(place.surroundings, place.table(settings.dimension).name)
        if settings.rule is not None:
            for problem in check_rule(settings.rule, scope):
                yield problem.at(field="rule")
        if settings.mode is IncrementMode.DATE:
            yield from self._check_last_execution(place)
            if settings.date_field is None:
                yield missing_setting("The date field is not chosen.", "date_field", "Choose a date.")
                return
            try:
                kind = scope.attribute(settings.date_field).type
            except EngineError as error:
                yield error.problem.at(field="date_field")
                return
            if kind.family is not Family.MOMENT:
                yield missing_setting(
                    say("{date_field} is not a date.", date_field=quoted(settings.date_field)),
                    "date_field",
                    "Choose a date.",
                    "V07",
                )

    def _check_last_execution(self, place: Place[IncrementalQuerySettings]) -> Iterator[Problem]:
        try:
            _by_hand(place)
        except ValueError:
            yield missing_setting(
                say("{last_execution} is not a moment.", last_execution=quoted(place.settings.last_execution)),
                "last_execution",
                "Write it as 2025-12-01T09:00, or leave it empty.",
            )

    def shapes(self, place: Place[IncrementalQuerySettings]) -> Outputs:
        return {RESULT: population_of(place.dimension(place.settings.dimension), place.table(place.settings.dimension))}

    def compile(self, place: Place[IncrementalQuerySettings], sources: Sources) -> Compiled:
        settings, table = place.settings, place.table(place.settings.dimension)
        scope = RowScope.of_table(sources, table.name, "t")
        conditions: list[exp.Expr] = []
        if settings.rule is not None:
            conditions.append(compile_rule(settings.rule, scope, sources))
        shape = population_of(place.dimension(settings.dimension), table)
        if settings.mode is IncrementMode.DATE:
            conditions += _newer(place, scope, sources)
        else:
            conditions += _not_returned(place, shape.key, table.key, sources)
        keys = [named(column("t", part), name) for part, name in zip(table.key, shape.key, strict=True)]
        select = joined(exp.select(*keys).from_(sources.table(table.name, "t")), scope)
        return select.where(*conditions)

    def answers_for(self, place: Place[IncrementalQuerySettings], sources: Sources) -> exp.Select:
        table = place.table(place.settings.dimension)
        return exp.select(exp.Count(this=exp.Star())).from_(sources.table(table.name, "t"))

    def entrants(self, place: Place[IncrementalQuerySettings], sources: Sources) -> Entrants:
        return records_of(place.dimension(place.settings.dimension), place.table(place.settings.dimension), sources)

    def entering(self, place: Place[IncrementalQuerySettings]) -> tuple[str, ...]:
        del place
        return ()

    def activates(
        self, place: Place[IncrementalQuerySettings], entered: int, left: PortCounts, ask: Ask
    ) -> frozenset[str]:
        del place, entered, ask
        return frozenset((RESULT,)) if left[RESULT] else frozenset()

    def effects(self, place: Place[IncrementalQuerySettings], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        result = outputs[RESULT]
        if result is None:
            return ()
        now = place.surroundings.clock.now.isoformat()
        keys = result.rows("p").select(*(column("p", name) for name in result.key))
        when = exp.Cast(this=exp.Literal.string(now), to=DATETIME.to_sql())
        rows = keys.select(named(when, "returned_at"))
        before = sources.history(place.node, "h")
        history = rows if before is None else exp.union(exp.select("*").from_(before), rows, distinct=False)
        return (Effect("remember-returned", {"node": place.node, "now": now}, history, at_end=True),)


def _newer(place: Place[IncrementalQuerySettings], scope: RowScope, sources: Sources) -> list[exp.Expr]:
    """The date is after the last execution, set by hand or real; everything on the first run."""
    settings = place.settings
    last, before = _by_hand(place), sources.ran_with(place.node)
    # What was set by hand stands until a real run has used it.
    if last is None or (before is not None and before.get("last_execution") == settings.last_execution):
        last = sources.last_execution(place.node) or last
    if last is None:
        return []
    value = scope.attribute(settings.date_field or "")
    since = exp.Cast(this=exp.Literal.string(last.isoformat()), to=DATETIME.to_sql())
    return [exp.GT(this=value.tree, expression=since)]


def _by_hand(place: Place[IncrementalQuerySettings]) -> datetime | None:
    """The last execution that the settings give. Errors: ValueError, for a text that is no moment."""
    written = place.settings.last_execution
    return None if not written else place.surroundings.clock.wall_time(written)


def _not_returned(
    place: Place[IncrementalQuerySettings], names: tuple[str, ...], parts: tuple[str, ...], sources: Sources
) -> list[exp.Expr]:
    """The key is not in the history, or was forgotten since."""
    history = sources.history(place.node, "h")
    if history is None:
        return []
    known = exp.select("1").from_(history)
    known = known.where(*(column("h", name).eq(column("t", part)) for name, part in zip(names, parts, strict=True)))
    if place.settings.history_days:
        oldest = place.surroundings.clock.now - timedelta(days=place.settings.history_days)
        since = exp.Cast(this=exp.Literal.string(oldest.isoformat()), to=DATETIME.to_sql())
        known = known.where(exp.GTE(this=column("h", "returned_at"), expression=since))
    return [exp.Not(this=exp.Exists(this=known))]
