"""Personalize web experience: show the person another content of a web page; here it is only recorded."""

from collections.abc import Iterator

from pydantic import Field

from engine.journey.contract import ACCOUNT_ONLY, Action, Context, Place, Settings, Work, unset
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.trees import text


class PersonalizeWebExperienceSettings(Settings):
    """Which experience."""

    experience: str = Field(default="", max_length=100, title="Web experience")


class PersonalizeWebExperience(Action[PersonalizeWebExperienceSettings]):
    """Show the person another content of a web page."""

    type_id = "ppl.web_experience"
    title = "Personalize web experience (beta)"
    context = Context.PEOPLE
    journeys = ACCOUNT_ONLY
    settings = PersonalizeWebExperienceSettings

    def check(self, place: Place[PersonalizeWebExperienceSettings]) -> Iterator[Problem]:
        if not place.settings.experience.strip():
            yield unset("No web experience is chosen.", "experience", "Name one.")

    def work(self, place: Place[PersonalizeWebExperienceSettings], rows: Rows) -> Work:
        del rows
        return Work(detail={"channel": text("web"), "content": text(place.settings.experience)})
