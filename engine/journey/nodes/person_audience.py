"""Person audience: which people enter a person journey, by a saved audience, a list, or what they do."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.conditions import Condition, ConditionCompiler, Constraint
from engine.journey.contract import OUT, PERSON_ONLY, Category, JourneyNode, Place, Port, Role, Settings, unset
from engine.journey.hearing import happened
from engine.journey.memberships import people_list
from engine.journey.rows import Rows
from engine.journey.saved import belongs, check_saved
from engine.problems import Problem
from engine.texts import say

MOST_EVENTS = 10


class PersonInput(StrEnum):
    """Where the people come from."""

    AUDIENCE = "audience"
    EVENTS = "events"
    LIST = "list"
    SAVED = "saved"


class EntryEvent(BaseModel):
    """An event that lets a person enter, and what must be true of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    event: Annotated[str, Hint("event")] = Field(default="", title="Event")
    where: tuple[Constraint, ...] = Field(default=(), title="Constraints")


class PersonAudienceSettings(Settings):
    """An audience described here or saved by a campaign, a people list, or events."""

    input: PersonInput = Field(default=PersonInput.AUDIENCE, title="Input type")
    condition: Condition | None = Field(default=None, title="Profile audience", description="Without filters, all.")
    list: Annotated[str, Hint("reference", "people_list")] = Field(default="", title="People list")
    saved: Annotated[str, Hint("audience")] = Field(default="", title="Audience of a campaign")
    events: tuple[EntryEvent, ...] = Field(default=(), title="Events")
    filters: Condition | None = Field(default=None, title="Filters", description="Who must have done it.")


class PersonAudience(JourneyNode[PersonAudienceSettings]):
    """Let people enter: members of an audience or a list every day, or whoever does something at once."""

    type_id = "person-audience"
    title = "Person audience"
    category = Category.AUDIENCE
    icon = "ph.users"
    role = Role.SOURCE
    journeys = PERSON_ONLY
    settings = PersonAudienceSettings
    most_inputs = 0

    def ports(self, settings: PersonAudienceSettings) -> tuple[Port, ...]:
        del settings
        return (Port(OUT, say("Entered")),)

    def check(self, place: Place[PersonAudienceSettings]) -> Iterator[Problem]:
        settings = place.settings
        match settings.input:
            case PersonInput.SAVED:
                yield from check_saved(place, settings.saved)
            case PersonInput.LIST:
                yield from place.check_reference("people_list", settings.list, "list", live=True)
            case PersonInput.EVENTS:
                if not settings.events or not all(one.event for one in settings.events):
                    yield unset("No event is chosen.", "events", "Choose the events that let people enter.", "V01")
                if len(settings.events) > MOST_EVENTS:
                    yield Problem(
                        code="many-triggers",
                        what=say("{n} event(s) (is|are) given.", n=len(settings.events)),
                        why=say("At most {most_events} are allowed.", most_events=MOST_EVENTS),
                        fix="Remove some.",
                        field="events",
                        check="V02",
                    )
            case PersonInput.AUDIENCE:
                if settings.condition is None:
                    yield unset("No audience is chosen.", "condition", "Describe who may enter.", "V01")

    def members(self, place: Place[PersonAudienceSettings], rows: Rows) -> exp.Expr:
        settings = place.settings
        if settings.input is PersonInput.SAVED:
            return belongs(place.world, rows, settings.saved)
        if settings.input is PersonInput.LIST:
            row = place.reference("people_list", settings.list, "list")
            return rows.value(people_list(rows.ground, row))
        compiler = ConditionCompiler(place.world, rows, of_people=True)
        return compiler.condition(settings.condition or Condition())

    def happenings(self, place: Place[PersonAudienceSettings], rows: Rows) -> exp.Query | None:
        settings = place.settings
        if settings.input is not PersonInput.EVENTS:
            return None
        events = [(one.event, one.where) for one in settings.events]
        return happened(place.world, rows, events, settings.filters)
