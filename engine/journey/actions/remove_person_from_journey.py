"""Remove person from journey."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import Action, Context, Place, Settings, Work
from engine.journey.linking import check_target, removing
from engine.journey.properties import JourneyType
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem


class RemovePersonFromJourneySettings(Settings):
    """Which journey."""

    journey: Annotated[str, Hint("journey", "person")] = Field(
        default="", title="Journey", description="A live person journey."
    )


class RemovePersonFromJourney(Action[RemovePersonFromJourneySettings]):
    """Take the person out of a person journey."""

    type_id = "ppl.remove_from_journey"
    title = "Remove person from journey"
    context = Context.PEOPLE
    settings = RemovePersonFromJourneySettings

    def check(self, place: Place[RemovePersonFromJourneySettings]) -> Iterator[Problem]:
        yield from check_target(place, place.settings.journey, JourneyType.PERSON)

    def work(self, place: Place[RemovePersonFromJourneySettings], rows: Rows) -> Work:
        return removing(place, rows, place.settings.journey, Entity.PERSON)
