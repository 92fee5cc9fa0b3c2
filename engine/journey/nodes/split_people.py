"""Split paths by people: each person takes the first path whose condition holds.

In an account journey the paths are a group that a close node ends; the account itself waits on the split and goes on
from there at the same instant.
"""

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.journey.conditions import ConditionCompiler
from engine.journey.conditions.model import RoleFilter
from engine.journey.contract import (
    OTHER,
    SKIP,
    Exit,
    JourneyNode,
    Passage,
    Place,
    Port,
    Role,
    Settings,
)
from engine.journey.paths import ConditionPath, check_paths, chosen, path_output
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import text


class PeopleAttributes(StrEnum):
    """What the conditions are about."""

    PERSON = "people"
    ACCOUNT_PERSON = "account-person"


class SplitPeopleSettings(Settings):
    """The paths, from top to bottom, and what becomes of people who match none."""

    attributes: PeopleAttributes = Field(default=PeopleAttributes.PERSON, title="Attributes used for conditions")
    paths: tuple[ConditionPath, ...] = Field(default=(ConditionPath(id="1"),), title="Paths")
    other: bool = Field(default=False, title="Other people", description="A path for people who match none.")
    other_label: str = Field(default="", title="Label of the other people", json_schema_extra=asked_when("other", True))


class SplitPeople(JourneyNode[SplitPeopleSettings]):
    """Send each person of the account down the first path whose condition they meet."""

    type_id = "split-people"
    title = "Split paths by people"
    icon = "ph.users-three"
    role = Role.GROUP
    settings = SplitPeopleSettings

    def role_at(self, place: Place[SplitPeopleSettings]) -> Role:
        """In a person journey the paths are open, and each person goes on alone."""
        return Role.STEP if place.world.of_people else Role.GROUP

    def ports(self, settings: SplitPeopleSettings) -> tuple[Port, ...]:
        """The paths; in a group, those who match none skip it by a hidden output."""
        paths = (path_output(path.id, path.label, place) for place, path in enumerate(settings.paths, 1))
        rest = (
            Port.named(OTHER, settings.other_label, "Other people")
            if settings.other
            else Port(SKIP, say("Skipped"), hidden=True)
        )
        return (*paths, rest)

    def check(self, place: Place[SplitPeopleSettings]) -> Iterator[Problem]:
        yield from check_paths(place.settings.paths)
        by_role = place.settings.attributes is PeopleAttributes.ACCOUNT_PERSON
        for number, path in enumerate(place.settings.paths):
            for position, one in enumerate(path.condition.filters if path.condition else ()):
                if isinstance(one, RoleFilter) is not by_role:
                    yield Problem(
                        code="wrong-filter",
                        what=say("The filter {kind} does not belong to these conditions.", kind=quoted(one.kind)),
                        fix="Choose the other kind of attributes, or another filter.",
                        field=f"paths[{number}].condition.filters[{position}]",
                        check="V03",
                    )

    def passage(self, place: Place[SplitPeopleSettings], rows: Rows) -> Passage:
        settings = place.settings
        compiler = ConditionCompiler(place.world, rows, of_people=True)
        if place.world.of_people and not settings.other:
            port = chosen(settings.paths, compiler, exp.null())
            return Passage(port, reason=exp.Case().when(port.copy().is_(exp.null()), text(Exit.NO_MATCH), copy=False))
        return Passage(chosen(settings.paths, compiler, text(OTHER if settings.other else SKIP)))
