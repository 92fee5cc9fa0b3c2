"""Person interesting moment: note that something noteworthy happened with the person."""

from typing import Literal

from pydantic import Field

from engine.journey.contract import Action, Context, Place, Settings, Telling, Work
from engine.journey.rows import Rows
from engine.trees import text


class PersonInterestingMomentSettings(Settings):
    """Of which type it is, and what it is about."""

    type: Literal["Email", "Milestone", "Web"] = Field(default="Milestone", title="Type")
    description: str = Field(default="", max_length=140, title="Description", description="Gives context.")


class PersonInterestingMoment(Action[PersonInterestingMomentSettings]):
    """Note that something noteworthy happened with the person."""

    type_id = "ppl.interesting_moment"
    title = "Person interesting moment"
    context = Context.PEOPLE
    settings = PersonInterestingMomentSettings

    def work(self, place: Place[PersonInterestingMomentSettings], rows: Rows) -> Work:
        del rows
        told = {
            "asset_type": text(place.settings.type),
            "new_value": text(place.settings.description),
            "source": text(place.world.name),
        }
        return Work(tellings=(Telling("leadOperation.interestingMoment", told, of_person=True),))
