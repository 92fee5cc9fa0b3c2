"""Read audience: the members of a saved audience, reconciled with the records of a targeting dimension."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.paths import unknown
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.contract import (
    RESULT,
    Activity,
    Arity,
    AudienceShape,
    Category,
    Compiled,
    Entrants,
    Hint,
    Membership,
    Outputs,
    Place,
    Reason,
    Settings,
    population_of,
)
from engine.problems import EngineError, Problem, Severity
from engine.relations import IDENTITY, Column, ascending, column
from engine.selecting import AttributePick, joined, missing_setting, named, unique_names
from engine.texts import quoted, say
from engine.types import STRING


class ReadAudienceSettings(Settings):
    """Which audience, and whom its members are."""

    audience: Annotated[str, Hint("audience")] = Field(
        default="", title="Audience", description="The audience's id or label."
    )
    dimension: Annotated[str, Hint("dimension")] = Field(
        default="", title="Entity", description="The dimension whose identity names the members."
    )
    attributes: tuple[AttributePick, ...] = Field(
        default=(), title="Attributes", description="Columns saved with the audience, or attributes of the records."
    )


class ReadAudience(Activity[ReadAudienceSettings]):
    """Start from the members of a saved audience."""

    type_id = "read-audience"
    title = "Read audience"
    category = Category.TARGETING
    icon = "ph.book-open"
    synonyms = ("segment", "list", "members")
    settings = ReadAudienceSettings
    arity = Arity(least=0, most=1, trigger=True)
    starts = True
    makes_population = True
    reasons = (Reason("unreconciled", "Fits no record of the entity"),)

    def check(self, place: Place[ReadAudienceSettings]) -> Iterator[Problem]:
        if not place.settings.audience:
            yield missing_setting("No audience is chosen.", "audience", "Choose an audience.")
            return
        try:
            audience = _audience(place)
            place.table(place.settings.dimension)
        except EngineError as error:
            yield replace(error.problem, check="V19").at(field="audience")
            return
        if audience.status != "published":
            yield _not_published(audience)
        if audience.merge_policy != place.world.merge_policy:
            yield _other_policy(audience, place.world.merge_policy)
        if not place.dimension(place.settings.dimension).identity:
            yield missing_setting("The entity has no identity to find members by.", "dimension", "Choose another.")
        scope = _scope_to_check(place)
        for position, pick in enumerate(place.settings.attributes):
            if pick.attribute not in {one.name for one in audience.columns}:
                yield from pick.check(scope, f"attributes[{position}]")
        try:
            yield from unique_names(_added(place), "attributes")
        except EngineError:
            return  # said above, at its own field

    def shapes(self, place: Place[ReadAudienceSettings]) -> Outputs:
        dimension = place.dimension(place.settings.dimension)
        shape = population_of(dimension, place.table(place.settings.dimension))
        return {RESULT: shape.with_columns(_added(place))}

    def compile(self, place: Place[ReadAudienceSettings], sources: Sources) -> Compiled:
        audience = _audience(place)
        dimension, table = place.dimension(place.settings.dimension), place.table(place.settings.dimension)
        shape = population_of(dimension, table)
        scope = RowScope.of_table(sources, table.name, "t")
        own = {one.name for one in audience.columns}
        values = [
            named(column("m", pick.attribute) if pick.attribute in own else pick.value(scope).tree, pick.name)
            for pick in place.settings.attributes
        ]
        identity = exp.Cast(this=column("t", dimension.identity or ""), to=exp.DataType(this=exp.DType.VARCHAR))
        order = [ascending(column("t", part)) for part in table.key]
        rank = exp.Window(
            this=exp.RowNumber(), partition_by=[column("m", IDENTITY)], order=exp.Order(expressions=order)
        )
        keys = [named(column("t", part), name) for part, name in zip(table.key, shape.key, strict=True)]
        select = (
            exp.select(*keys, *values)
            .from_(sources.audience(audience.id, "m"))
            .join(sources.table(table.name, "t"), on=identity.eq(column("m", IDENTITY)))
        )
        return joined(select, scope).qualify(exp.EQ(this=rank, expression=exp.Literal.number(1)))

    def answers_for(self, place: Place[ReadAudienceSettings], sources: Sources) -> exp.Select:
        return exp.select(exp.Count(this=exp.Star())).from_(sources.audience(_audience(place).id, "m"))

    def entrants(self, place: Place[ReadAudienceSettings], sources: Sources) -> Entrants:
        audience = _audience(place)
        dimension, table = place.dimension(place.settings.dimension), place.table(place.settings.dimension)
        shape = population_of(dimension, table)
        identity = exp.Cast(this=column("t", dimension.identity or ""), to=STRING.to_sql())
        keys = [named(column("t", part), name) for part, name in zip(table.key, shape.key, strict=True)]
        order = exp.Order(expressions=[ascending(column("t", part)) for part in table.key])
        rank = exp.Window(this=exp.RowNumber(), partition_by=[column("m", IDENTITY)], order=order)
        members = exp.select(*keys, named(column("m", IDENTITY), IDENTITY)).from_(sources.audience(audience.id, "m"))
        members = members.join(
            sources.table(table.name, "t"), on=identity.eq(column("m", IDENTITY)), join_type="left"
        ).qualify(exp.EQ(this=rank, expression=exp.Literal.number(1)))
        shape = shape.with_columns([Column(IDENTITY, STRING, label=audience.label)])
        # A member that fits no record has no key, and what left has one.
        return Entrants(
            replace(shape, row_key=(IDENTITY,), unique=False, distinct=False),
            members,
            {name: name for name in shape.key},
        )

    def takes(self, place: Place[ReadAudienceSettings]) -> Membership:
        picks = place.settings.attributes
        return Membership(_audience(place).id, tuple(f"{one.name}={one.attribute or one.expression}" for one in picks))

    def entering(self, place: Place[ReadAudienceSettings]) -> tuple[str, ...]:
        del place
        return ()


def _audience(place: Place[ReadAudienceSettings]) -> AudienceShape:
    wanted = place.settings.audience
    known = place.world.audiences
    for audience in known.values():
        if wanted in {audience.id, audience.label}:
            return audience
    raise EngineError(unknown("audience", wanted, [one.label for one in known.values()]))


def _not_published(audience: AudienceShape) -> Problem:
    label = quoted(audience.label)
    if audience.status == "draft":
        what, why = say("The audience {audience} is a draft.", audience=label), "Its members may still change by hand."
    else:
        what = say("The audience {audience} is inactive.", audience=label)
        why = "Nobody refreshes it; its last members are read."
    return Problem(
        code="audience-not-published",
        what=what,
        why=why,
        fix="Publish it, or read another.",
        severity=Severity.WARNING,
        field="audience",
        values={"audience": audience.label},
    )


def _other_policy(audience: AudienceShape, policy: str) -> Problem:
    built, here = (
        say("the merge policy {policy}", policy=quoted(one)) if one else say("the default merge policy")
        for one in (audience.merge_policy, policy)
    )
    return Problem(
        code="other-merge-policy",
        what=say(
            "{audience} was built with {built}, and this campaign uses {here}.",
            audience=quoted(audience.label),
            built=built,
            here=here,
        ),
        fix="Choose an audience of the same merge policy, or change that of the campaign.",
        field="audience",
        check="V19",
        values={"audience": audience.label},
    )


def _scope_to_check(place: Place[ReadAudienceSettings]) -> RowScope:
    return RowScope.to_check(place.surroundings, place.table(place.settings.dimension).name)


def _added(place: Place[ReadAudienceSettings]) -> list[Column]:
    audience = _audience(place)
    own = {one.name: one for one in audience.columns}
    scope = _scope_to_check(place)
    return [
        replace(own[pick.attribute], name=pick.name, origin=place.node)
        if pick.attribute in own
        else pick.column(scope, place.node)
        for pick in place.settings.attributes
    ]
