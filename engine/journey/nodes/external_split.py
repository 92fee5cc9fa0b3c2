"""External split paths: a service answers, and the first path that fits its answer is taken."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue
from sqlglot import exp

from engine.contract import Hint
from engine.journey.conditions.comparing import holds
from engine.journey.conditions.model import Comparison
from engine.journey.contract import (
    ERROR,
    Context,
    JourneyNode,
    Passage,
    Place,
    Port,
    Role,
    Settings,
    Work,
    path_port,
    unset,
)
from engine.journey.paths import path_output
from engine.journey.rows import Rows
from engine.journey.services import Call, check_service
from engine.problems import Problem
from engine.texts import say
from engine.trees import text


class ExternalPath(BaseModel):
    """A path, the variable that it looks at, and what its value must be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1, max_length=50, title="Id")
    label: str = Field(default="", max_length=100, title="Label")
    variable: str = Field(default="", title="Variable")
    compared: Comparison = Field(default=Comparison(), title="Value")


class ExternalSplitSettings(Settings):
    """Which service, what it is told, and the paths in order."""

    by: Context = Field(default=Context.ACCOUNTS, title="Split by", description="Person journeys: people.")
    service: Annotated[str, Hint("reference", "external_action")] = Field(default="", title="Service name")
    attributes: Annotated[Mapping[str, JsonValue], Hint("service-attributes")] = Field(
        default_factory=dict[str, JsonValue], title="Attributes"
    )
    paths: tuple[ExternalPath, ...] = Field(default=(ExternalPath(id="1"),), title="Paths")


class ExternalSplit(JourneyNode[ExternalSplitSettings]):
    """Let a service of your own decide the path; here a stub answers."""

    type_id = "external-split"
    title = "External split paths"
    icon = "ph.tree-structure"
    settings = ExternalSplitSettings

    def role_at(self, place: Place[ExternalSplitSettings]) -> Role:
        """By people in an account journey, it is a group, which is passed at once however long the service takes."""
        grouped = place.settings.by is Context.PEOPLE and not place.world.of_people
        return Role.GROUP if grouped else Role.STEP

    def ports(self, settings: ExternalSplitSettings) -> tuple[Port, ...]:
        paths = (path_output(one.id, one.label, place) for place, one in enumerate(settings.paths, 1))
        return (*paths, Port(ERROR, say("Timeout or error")))

    def check(self, place: Place[ExternalSplitSettings]) -> Iterator[Problem]:
        settings = place.settings
        yield from check_service(place, settings.service, settings.attributes, splits=True,
                                 of_people=settings.by is Context.PEOPLE or place.world.of_people)  # fmt: skip
        for position, path in enumerate(settings.paths):
            if not path.variable or not path.compared.values:
                yield unset(
                    say("Path {position} has no condition.", position=position + 1),
                    f"paths[{position}]",
                    "Choose a variable.",
                    "V03",
                )

    def passage(self, place: Place[ExternalSplitSettings], rows: Rows) -> Passage:
        settings = place.settings
        call = Call(place, rows, settings.service)
        port = exp.Case(default=text(ERROR))
        for path in settings.paths:
            fits = holds(path.compared, call.typed(path.variable), rows["at"])
            port = port.when(fits, text(path_port(path.id)), copy=False)
        return call.passage(port, call.failed())

    def answer(self, place: Place[ExternalSplitSettings], rows: Rows) -> Work | None:
        return Call(place, rows, place.settings.service).written()
