"""Account interesting moment: note that something noteworthy happened with the account."""

from typing import Literal

from pydantic import Field

from engine.journey.contract import ACCOUNT_ONLY, Action, Context, Place, Settings, Telling, Work
from engine.journey.rows import Rows
from engine.trees import text


class AccountInterestingMomentSettings(Settings):
    """Of which type it is, and what it is about."""

    type: Literal["Email", "Milestone", "Web"] = Field(default="Milestone", title="Type")
    description: str = Field(default="", max_length=140, title="Description", description="Gives context.")
    people: bool = Field(
        default=False, title="Of each person, too", description="Then it counts in the engagement of persons."
    )


class AccountInterestingMoment(Action[AccountInterestingMomentSettings]):
    """Note that something noteworthy happened with the account."""

    type_id = "acct.interesting_moment"
    title = "Account interesting moment"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = AccountInterestingMomentSettings

    def work(self, place: Place[AccountInterestingMomentSettings], rows: Rows) -> Work:
        del rows
        told = {
            "asset_type": text(place.settings.type),
            "new_value": text(place.settings.description),
            "source": text(place.world.name),
        }
        of_people = (Telling("leadOperation.interestingMoment", told, of_person=True),) if place.settings.people else ()
        return Work(tellings=(Telling("account.interestingMoment", told), *of_people))
