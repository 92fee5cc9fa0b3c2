"""Finds every activity: one module in `engine/activities`, one class. Nothing is listed by hand.

It also brings settings that an older version wrote into today's form.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import JsonValue, ValidationError

from engine import activities
from engine.contract import Activity, Settings
from engine.misfits import misfit, title_at
from engine.problems import Problem, Severity, field_path
from engine.texts import declared, quoted, say

AnyActivity = Activity[Any]


@cache
def all_activities() -> Mapping[str, AnyActivity]:
    """Type id to the activity, sorted by id."""
    found: dict[str, AnyActivity] = {}
    for module in pkgutil.iter_modules(activities.__path__):
        for value in vars(importlib.import_module(f"{activities.__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Activity) and "type_id" in value.__dict__:
                kind: type[AnyActivity] = value  # pyright: ignore[reportUnknownVariableType] - narrowed from a class
                activity = kind()
                if type(found.setdefault(activity.type_id, activity)) is not value:
                    raise TypeError(f"two activities are called {activity.type_id!r}")
    return dict(sorted(found.items()))


def read_settings(
    activity: AnyActivity, raw: Mapping[str, JsonValue], version: int
) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The settings as a value, and all that is wrong with them; None when an error stands in the way (V06).

    A name that the activity does not know is a warning: it is kept in the document and takes no part in the count.
    """
    upgraded = dict(raw) if version >= activity.version else activity.upgrade(dict(raw), version)
    details = _details(activity, upgraded)
    problems = tuple(_problem(detail, activity, _real_path(upgraded, detail["loc"])) for detail in details)
    if any(problem.is_error for problem in problems):
        return None, problems
    known = _without(upgraded, {_real_path(upgraded, detail["loc"]) for detail in details})
    return activity.settings.model_validate(known), problems


Location = tuple[int | str, ...]


def _details(activity: AnyActivity, raw: Mapping[str, JsonValue]) -> list[Any]:
    """What pydantic finds wrong with settings; empty when they fit."""
    try:
        activity.settings.model_validate(dict(raw))
    except ValidationError as error:
        return list(error.errors(include_url=False))
    return []


def _real_path(raw: JsonValue, location: Location) -> Location:
    """pydantic names the member of a union in a location; the document has no such level, so it is left out."""
    path: list[int | str] = []
    here: JsonValue = raw
    for position, part in enumerate(location):
        found = _inside(here, part)
        if not found and position < len(location) - 1:
            continue
        here = found[0] if found else None
        path.append(part)
    return tuple(path)


def _inside(value: JsonValue, part: int | str) -> tuple[JsonValue] | None:
    """What stands under `part` of a JSON value, if anything does."""
    if isinstance(value, dict) and isinstance(part, str) and part in value:
        return (value[part],)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return (value[part],)
    return None


def _problem(detail: Any, activity: AnyActivity, location: Location) -> Problem:
    place = field_path(location)
    values = {"setting": place, "activity": activity.title}
    if detail["type"] == "extra_forbidden":
        return Problem(
            code="unknown-setting",
            what=say("{activity} has no setting {place}.", activity=declared(activity.title), place=quoted(place)),
            fix="It is kept, but has no effect. Check its spelling or remove it.",
            severity=Severity.WARNING,
            field=place,
            values=values,
        )
    if detail["type"] == "missing":
        return Problem(
            code="missing-setting",
            what=say("{setting} is not set.", setting=title_at(activity.settings, location)),
            fix="Fill it in.",
            field=place,
            check="V06",
            values=values,
        )
    return Problem(
        code="invalid-setting",
        what=say(
            "{setting} cannot be {shown}.",
            setting=title_at(activity.settings, location),
            shown=_shown(detail.get("input")),
        ),
        fix=misfit(detail),
        field=place,
        check="V06",
        values=values,
    )


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _without(raw: JsonValue, unwanted: set[Location]) -> JsonValue:
    """A deep copy without the values at the locations."""

    def prune(value: JsonValue, here: Location) -> JsonValue:
        if isinstance(value, dict):
            return {key: prune(inner, (*here, key)) for key, inner in value.items() if (*here, key) not in unwanted}
        if isinstance(value, list):
            return [prune(inner, (*here, index)) for index, inner in enumerate(value)]
        return value

    return prune(raw, ())
