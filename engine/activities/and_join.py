"""And-join: wait until all ticked branches have arrived, and go on with the population of one."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.catalog.sources import Sources
from engine.contract import RESULT, Activity, Arity, Category, Compiled, Hint, Inbound, Outputs, Place, Same, Settings
from engine.problems import Problem
from engine.selecting import missing_setting
from engine.texts import quoted, say


class AndJoinSettings(Settings):
    """Which branches, and whose population goes on."""

    sets: Annotated[tuple[str, ...], Hint("transition")] = Field(
        default=(), title="Branches to wait for", description="Empty means all."
    )
    primary_set: Annotated[str | None, Hint("transition")] = Field(
        default=None, title="Primary set", description="Whose population goes on."
    )


class AndJoin(Activity[AndJoinSettings]):
    """Wait for all branches, then go on with the population of one."""

    type_id = "and-join"
    title = "And-join"
    category = Category.FLOW
    icon = "ph.git-merge"
    synonyms = ("join", "synchronise", "wait for all")
    settings = AndJoinSettings
    arity = Arity(least=2, most=None)
    starts = True

    def check(self, place: Place[AndJoinSettings]) -> Iterator[Problem]:
        ticked = place.settings.sets
        if ticked and len(ticked) < 2:
            yield missing_setting("At least two branches must be ticked.", "sets", "Tick another.", "V09")
        if place.settings.primary_set is None:
            yield missing_setting("The primary set is not chosen.", "primary_set", "Choose whose people go on.", "V09")
        elif _primary(place) is None:
            yield missing_setting(
                say("{primary_set} does not enter here.", primary_set=quoted(place.settings.primary_set)),
                "primary_set",
                "Choose another.",
                "V09",
            )

    def shapes(self, place: Place[AndJoinSettings]) -> Outputs:
        primary = _primary(place)
        return {RESULT: None if primary is None else primary.relation}

    def compile(self, place: Place[AndJoinSettings], sources: Sources) -> Compiled | None:
        del sources
        primary = _primary(place)
        return None if primary is None or primary.relation is None else Same(primary.relation)

    def needs(self, place: Place[AndJoinSettings]) -> tuple[str, ...]:
        ticked = {*place.settings.sets, place.settings.primary_set}
        wanted = [one.transition for one in place.inputs if {one.transition, one.node} & ticked]
        return tuple(wanted) if place.settings.sets else super().needs(place)

    def entering(self, place: Place[AndJoinSettings]) -> tuple[str, ...]:
        primary = _primary(place)
        return () if primary is None else (primary.transition,)


def _primary(place: Place[AndJoinSettings]) -> Inbound | None:
    chosen = place.settings.primary_set
    return next((one for one in place.inputs if chosen in {one.transition, one.node}), None)
