"""External action: hand the account or person to a service and go on with its answer, or without one."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, JsonValue

from engine.contract import Hint
from engine.journey.contract import ERROR, Category, Context, JourneyNode, Passage, Place, Port, Settings, Work
from engine.journey.rows import Rows
from engine.journey.services import Call, check_service
from engine.problems import Problem
from engine.texts import say
from engine.trees import text

PATH = "path"


class ExternalActionSettings(Settings):
    """Whom it is about, which service, and what it is told."""

    on: Context = Field(
        default=Context.ACCOUNTS,
        title="Action on",
        description="Of people, the service is asked about each; the account goes on after the last answer, by the "
        "path for failures only when it got none. Person journeys: people.",
    )
    service: Annotated[str, Hint("reference", "external_action")] = Field(default="", title="Service name")
    attributes: Annotated[Mapping[str, JsonValue], Hint("service-attributes")] = Field(
        default_factory=dict[str, JsonValue], title="Attributes"
    )


class ExternalAction(JourneyNode[ExternalActionSettings]):
    """Hand each account or person to a service of your own; here a stub answers."""

    type_id = "external-action"
    title = "External action"
    category = Category.ACTION
    icon = "ph.globe"
    settings = ExternalActionSettings

    def ports(self, settings: ExternalActionSettings) -> tuple[Port, ...]:
        del settings
        return (Port(PATH, say("Path")), Port(ERROR, say("Timeout or error")))

    def check(self, place: Place[ExternalActionSettings]) -> Iterator[Problem]:
        yield from check_service(place, place.settings.service, place.settings.attributes, splits=False,
                                 of_people=self.asks_people(place) or place.world.of_people)  # fmt: skip

    def asks_people(self, place: Place[ExternalActionSettings]) -> bool:
        return place.settings.on is Context.PEOPLE and not place.world.of_people

    def passage(self, place: Place[ExternalActionSettings], rows: Rows) -> Passage:
        call = Call(place, rows, place.settings.service)
        return call.passage(text(PATH), call.failed())

    def answer(self, place: Place[ExternalActionSettings], rows: Rows) -> Work:
        return Call(place, rows, place.settings.service).written()
