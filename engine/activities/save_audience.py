"""Save audience: keep the population for other campaigns. Nothing is stored before a real run."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.contract import (
    RESULT,
    Activity,
    Category,
    Counted,
    Effect,
    Hint,
    Outputs,
    Place,
    Port,
    Settings,
    warning,
)
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, column
from engine.selecting import AttributePick, joined, missing_setting, named, unique_names
from engine.texts import quoted, say


class SaveMode(StrEnum):
    """What happens to an audience of that label."""

    CREATE = "create"
    REPLACE = "replace"
    APPEND = "append"


class WhenEmpty(StrEnum):
    """What happens when nobody enters."""

    WRITE = "write"
    KEEP = "keep"
    FAIL = "fail"


class SaveAudienceSettings(Settings):
    """The audience's label, who its members are, and what is kept of them."""

    label: str = Field(default="", title="Audience label")
    identity: Annotated[str | None, Hint("attribute", "in")] = Field(
        default=None, title="Primary identity field", description="Empty: the dimension's own."
    )
    namespace: str = Field(default="", title="Identity namespace", description="Empty: the dimension's own.")
    attributes: tuple[AttributePick, ...] = Field(default=(), title="Audience attributes")
    mode: SaveMode = Field(default=SaveMode.REPLACE, title="Mode")
    when_empty: WhenEmpty = Field(default=WhenEmpty.WRITE, title="When nobody enters")
    outbound: bool = Field(default=False, title="Generate outbound transition")


class SaveAudience(Activity[SaveAudienceSettings]):
    """Store the population as an audience that other campaigns can read."""

    type_id = "save-audience"
    title = "Save audience"
    category = Category.TARGETING
    icon = "ph.floppy-disk"
    synonyms = ("segment", "store", "list")
    settings = SaveAudienceSettings

    def ports(self, settings: SaveAudienceSettings) -> tuple[Port, ...]:
        """None, or the same population once more."""
        return (Port(RESULT, "Result"),) if settings.outbound else ()

    def check(self, place: Place[SaveAudienceSettings]) -> Iterator[Problem]:
        settings, source = place.settings, place.source
        if not settings.label.strip():
            yield missing_setting("The audience has no label.", "label", "Write a label.", "V18")
        for audience in place.world.audiences.values():
            if audience.label == settings.label and audience.document != place.world.document:
                yield missing_setting(
                    say("Another campaign already saves an audience called {label}.", label=quoted(settings.label)),
                    "label",
                    "Choose another label.",
                    "V18",
                )
        if source.dimension is None:
            yield missing_setting("Rows of a file are nobody yet.", "identity", "Reconcile them first.", "V18")
            return
        if _identity(place) is None:
            yield missing_setting("No field names the members.", "identity", "Choose a field.", "V18")
        scope = RowScope.to_check(place.surroundings, source)
        if settings.identity:
            try:
                scope.attribute(settings.identity)
            except EngineError as error:
                yield error.problem.at(field="identity")
        for position, pick in enumerate(settings.attributes):
            yield from pick.check(scope, f"attributes[{position}]")
        try:
            yield from unique_names((pick.column(scope, place.node) for pick in settings.attributes), "attributes")
        except EngineError:
            return  # said above, at its own field

    def warnings(self, place: Place[SaveAudienceSettings], sources: Sources, outputs: Outputs) -> Iterator[Counted]:
        del outputs
        scope = RowScope.of_population(sources, place.source, "p")
        identity = scope.attribute(_identity(place) or "")
        query = joined(place.source.rows("p").select(exp.Count(this=exp.Star())), scope)
        yield Counted(
            warning(
                "members-without-identity",
                say("{n} row(s) (has|have) no identity and (is|are) not saved."),
                fix="Exclude them before, or choose another identity field.",
                field="identity",
            ),
            query.where(_as_text(identity.tree).is_(exp.null())),
        )

    def effects(self, place: Place[SaveAudienceSettings], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        del outputs
        settings = place.settings
        dimension = place.dimension(place.source.dimension or "")
        scope = RowScope.to_check(place.surroundings, place.source)
        columns = [pick.column(scope, place.node) for pick in settings.attributes]
        values = {
            "label": settings.label,
            "mode": settings.mode.value,
            "when_empty": settings.when_empty.value,
            "dimension": dimension.name,
            "identity": _identity(place) or "",
            "namespace": settings.namespace or dimension.namespace,
            "columns": tuple(columns),
        }
        would = say("Would save {n} member(s) as {label}.", label=quoted(settings.label))
        return (Effect("save-audience", values, _members(place, sources), would=would),)


def _identity(place: Place[SaveAudienceSettings]) -> str | None:
    return place.settings.identity or place.dimension(place.source.dimension or "").identity


def _as_text(identity: exp.Expr) -> exp.Expr:
    text = exp.Cast(this=identity.copy(), to=exp.DataType(this=exp.DType.VARCHAR))
    return exp.Nullif(this=text, expression=exp.Literal.string(""))


def _members(place: Place[SaveAudienceSettings], sources: Sources) -> exp.Select:
    """Shape: one row per identity, the last by row key: the identity as text, the key, the attributes.

    An empty text is no identity: otherwise all who lack one would be the same member.
    """
    source = place.source
    scope = RowScope.of_population(sources, source, "p")
    text = _as_text(scope.attribute(_identity(place) or "").tree)
    values = [named(pick.value(scope).tree, pick.name) for pick in place.settings.attributes]
    order = [exp.Ordered(this=part, desc=True, nulls_first=False) for part in scope.row_key()]
    rank = exp.Window(this=exp.RowNumber(), partition_by=[text.copy()], order=exp.Order(expressions=order))
    keys = [named(column("p", name), name) for name in source.key]
    select = joined(source.rows("p").select(named(text, IDENTITY), *keys, *values), scope)
    select = select.where(exp.Not(this=text.copy().is_(exp.null())))
    return select.qualify(exp.EQ(this=rank, expression=exp.Literal.number(1)))
