"""Remove account from journey."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import ACCOUNT_ONLY, Action, Context, Place, Settings, Work
from engine.journey.linking import check_target, removing
from engine.journey.properties import JourneyType
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem


class RemoveAccountFromJourneySettings(Settings):
    """Which journey."""

    journey: Annotated[str, Hint("journey", "account")] = Field(
        default="", title="Journey", description="A live account journey."
    )


class RemoveAccountFromJourney(Action[RemoveAccountFromJourneySettings]):
    """Take the account out of another journey."""

    type_id = "acct.remove_from_journey"
    title = "Remove account from journey"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = RemoveAccountFromJourneySettings

    def check(self, place: Place[RemoveAccountFromJourneySettings]) -> Iterator[Problem]:
        yield from check_target(place, place.settings.journey, JourneyType.ACCOUNT)

    def work(self, place: Place[RemoveAccountFromJourneySettings], rows: Rows) -> Work:
        return removing(place, rows, place.settings.journey, Entity.ACCOUNT)
