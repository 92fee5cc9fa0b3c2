"""Add person to (other) journey."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import Action, Context, Place, Settings, Work
from engine.journey.linking import adding, check_target
from engine.journey.properties import JourneyType
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem


class AddPersonToJourneySettings(Settings):
    """Which journey."""

    journey: Annotated[str, Hint("journey", "person")] = Field(
        default="", title="Journey", description="A live person journey."
    )


class AddPersonToJourney(Action[AddPersonToJourneySettings]):
    """Let the person enter a person journey at once, whatever its audience."""

    type_id = "ppl.add_to_journey"
    title = "Add person to (other) journey"
    context = Context.PEOPLE
    settings = AddPersonToJourneySettings

    def check(self, place: Place[AddPersonToJourneySettings]) -> Iterator[Problem]:
        yield from check_target(place, place.settings.journey, JourneyType.PERSON)

    def work(self, place: Place[AddPersonToJourneySettings], rows: Rows) -> Work:
        return adding(place, rows, place.settings.journey, Entity.PERSON)
