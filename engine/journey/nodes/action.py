"""Take an action: do one thing for the accounts, or for their people, and go on."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, JsonValue

from engine.contract import Hint
from engine.journey.action_registry import all_actions
from engine.journey.contract import (
    Action,
    Category,
    Context,
    JourneyNode,
    Place,
    Role,
    Settings,
    collected,
    remark,
    unset,
)
from engine.journey.settings import read_settings
from engine.problems import Problem
from engine.texts import declared, quoted, say


class ActionSettings(Settings):
    """Which action, and its own settings."""

    on: Context | None = Field(default=None, title="Action on")
    action: Annotated[str, Hint("action")] = Field(default="", title="Action")
    settings: Annotated[Mapping[str, JsonValue], Hint("action-settings")] = Field(
        default_factory=dict[str, JsonValue], title="Settings"
    )


class ActionNode(JourneyNode[ActionSettings]):
    """Do something for the accounts on this path, or for their people."""

    type_id = "action"
    title = "Take an action"
    category = Category.ACTION
    icon = "ph.lightning"
    role = Role.ACTION
    settings = ActionSettings
    in_groups = True

    def check(self, place: Place[ActionSettings]) -> Iterator[Problem]:
        settings, world = place.settings, place.world
        action = all_actions().get(settings.action)
        if settings.on is None and not world.of_people:
            yield unset("Whom the action is for is not chosen.", "on", "Choose accounts or people.")
        if action is None:
            what = (
                say("There is no action {action}.", action=quoted(settings.action))
                if settings.action
                else "No action is chosen."
            )
            yield unset(what, "action", "Choose an action.")
            return
        if world.properties.type not in action.journeys:
            yield _misplaced(
                say(
                    "{action} does not belong to {type} journeys.",
                    action=declared(action.title),
                    type=declared(world.properties.type.value),
                ),
                "action",
            )
        if settings.on is not None and settings.on is not action.context:
            yield _misplaced(
                say(
                    "{action} is an action on {context}.",
                    action=declared(action.title),
                    context=declared(action.context.value),
                ),
                "on",
            )
        if place.in_group and action.context is not Context.PEOPLE:
            yield replace(_misplaced("Only actions on people belong on a path of people.", "on"), check="V10")
        if action.deprecated:
            yield remark(
                "deprecated",
                say("{action} is withdrawn in newer products.", action=declared(action.title)),
                check="V22",
                field_name="action",
            )
        value, problems = read_settings(action.settings, action.title, settings.settings)
        for problem in problems:
            yield problem.at(field="settings")
        if value is not None:
            for problem in collected(action.check(_inner(place, value))):
                yield problem.at(field="settings")

    def action(self, place: Place[ActionSettings]) -> tuple[Action[Any], Place[Any], Context] | None:
        action = all_actions().get(place.settings.action)
        if action is None:
            return None
        value, _ = read_settings(action.settings, action.title, place.settings.settings)
        return None if value is None else (action, _inner(place, value), action.context)


def _inner(place: Place[ActionSettings], settings: Settings) -> Place[Any]:
    return Place(place.node, place.label, settings, place.world, place.in_group)


def _misplaced(what: str, field: str) -> Problem:
    return Problem(code="misplaced-action", what=what, fix="Choose another action.", field=field, check="V02")
