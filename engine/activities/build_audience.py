"""Build audience: the records of a targeting dimension that a rule describes."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.contract import (
    RESULT,
    Activity,
    Arity,
    Ask,
    Category,
    Compiled,
    Entrants,
    Hint,
    Outputs,
    Place,
    PortCounts,
    Reason,
    Settings,
    population_of,
    warning,
)
from engine.problems import Problem
from engine.relations import column
from engine.rules import Rule, check_rule, compile_rule
from engine.selecting import records_of
from engine.texts import say


class BuildAudienceSettings(Settings):
    """Whom to target."""

    dimension: Annotated[str, Hint("dimension")] = Field(
        default="",
        title="Targeting dimension",
        description="The table whose records are targeted; empty means the campaign's own.",
    )
    rule: Annotated[Rule | None, Hint("rule", "dimension")] = Field(
        default=None, title="Rule", description="Which records; without it, all of them."
    )
    emit_when_empty: bool = Field(
        default=True, title="Go on when empty", description="Whether the path goes on when nobody matches."
    )
    restrict_to_inbound: bool = Field(
        default=False,
        title="Only among those who enter",
        description="Keeps the records that the inbound transition carries; otherwise it only starts the activity.",
    )


class BuildAudience(Activity[BuildAudienceSettings]):
    """Find the people or records that match a rule."""

    type_id = "build-audience"
    title = "Build audience"
    category = Category.TARGETING
    icon = "ph.users-three"
    synonyms = ("query", "segment", "filter", "select")
    settings = BuildAudienceSettings
    arity = Arity(least=0, most=1, trigger=True)
    starts = True
    makes_population = True
    reasons = (Reason("rule", "Does not match the rule"),)

    def check(self, place: Place[BuildAudienceSettings]) -> Iterator[Problem]:
        settings = place.settings
        table = place.table(settings.dimension)
        if settings.rule is None:
            yield warning(
                "empty-rule",
                say("There is no rule, so every record of {table} is targeted.", table=table.title),
                fix="Add a condition, unless you mean everybody.",
                field="rule",
            )
        else:
            scope = RowScope.to_check(place.surroundings, table.name)
            for problem in check_rule(settings.rule, scope):
                yield problem.at(field="rule")
        if settings.restrict_to_inbound:
            yield from self._check_inbound(place)

    def _check_inbound(self, place: Place[BuildAudienceSettings]) -> Iterator[Problem]:
        wanted = place.dimension(place.settings.dimension).name
        entering = place.inputs[0].relation if place.inputs else None
        if entering is None or entering.dimension != wanted:
            yield Problem(
                code="other-dimension",
                what=say(
                    "The population that enters is not made of {wanted}, so it cannot be restricted to.", wanted=wanted
                ),
                fix="Change its dimension first, or switch the restriction off.",
                field="restrict_to_inbound",
                check="V10",
            )

    def shapes(self, place: Place[BuildAudienceSettings]) -> Outputs:
        dimension = place.dimension(place.settings.dimension)
        return {RESULT: population_of(dimension, place.table(place.settings.dimension))}

    def compile(self, place: Place[BuildAudienceSettings], sources: Sources) -> Compiled:
        settings = place.settings
        table = place.table(settings.dimension)
        scope = RowScope.of_table(sources, table.name, "t")
        condition = None if settings.rule is None else compile_rule(settings.rule, scope, sources)
        shape = population_of(place.dimension(settings.dimension), table)
        select = exp.select(
            *(exp.alias_(column("t", part), name, quoted=True) for part, name in zip(table.key, shape.key, strict=True))
        ).from_(sources.table(table.name, "t"))
        for join in scope.joins():
            select = select.join(join)
        if condition is not None:
            select = select.where(condition)
        if settings.restrict_to_inbound:
            entering = place.source
            matches = [
                column("i", there).eq(column("t", here)) for here, there in zip(table.key, entering.key, strict=True)
            ]
            inside = entering.rows("i").select("1").where(*matches)
            select = select.where(exp.Exists(this=inside))
        return select

    def entering(self, place: Place[BuildAudienceSettings]) -> tuple[str, ...]:
        return tuple(inbound.transition for inbound in place.inputs) if place.settings.restrict_to_inbound else ()

    def answers_for(self, place: Place[BuildAudienceSettings], sources: Sources) -> exp.Select | None:
        if place.settings.restrict_to_inbound:
            return None
        table = place.table(place.settings.dimension)
        return exp.select(exp.Count(this=exp.Star())).from_(sources.table(table.name, "t"))

    def entrants(self, place: Place[BuildAudienceSettings], sources: Sources) -> Entrants | None:
        if place.settings.restrict_to_inbound:
            return None
        return records_of(place.dimension(place.settings.dimension), place.table(place.settings.dimension), sources)

    def activates(
        self, place: Place[BuildAudienceSettings], entered: int, left: PortCounts, ask: Ask
    ) -> frozenset[str]:
        del entered, ask
        return frozenset((RESULT,)) if left[RESULT] or place.settings.emit_when_empty else frozenset()
