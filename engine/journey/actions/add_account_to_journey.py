"""Add account to (other) journey."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import ACCOUNT_ONLY, Action, Context, Place, Settings, Work
from engine.journey.linking import adding, check_target
from engine.journey.properties import JourneyType
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem


class AddAccountToJourneySettings(Settings):
    """Which journey."""

    journey: Annotated[str, Hint("journey", "account")] = Field(
        default="", title="Journey", description="A live account journey."
    )


class AddAccountToJourney(Action[AddAccountToJourneySettings]):
    """Let the account enter another journey at once, whatever its audience."""

    type_id = "acct.add_to_journey"
    title = "Add account to (other) journey"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = AddAccountToJourneySettings

    def check(self, place: Place[AddAccountToJourneySettings]) -> Iterator[Problem]:
        yield from check_target(place, place.settings.journey, JourneyType.ACCOUNT)

    def work(self, place: Place[AddAccountToJourneySettings], rows: Rows) -> Work:
        return adding(place, rows, place.settings.journey, Entity.ACCOUNT)
