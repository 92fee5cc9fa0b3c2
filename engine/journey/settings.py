"""From raw JSON to the settings of a node or an action, with words for everything that is wrong with it."""

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue, ValidationError

from engine.journey.contract import Settings
from engine.misfits import misfit, title_at
from engine.problems import Problem, Severity, field_path
from engine.texts import declared, quoted, say


def read_settings(
    kind: type[Settings], title: str, raw: Mapping[str, JsonValue], check: str = "V02"
) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Settings as a value, and all that is wrong with them; None when an error stands in the way.

    A name that they do not know is a warning: it is kept in the document and takes no part in the run.
    """
    known = dict(raw)
    problems: list[Problem] = []
    try:
        return kind.model_validate(known), ()
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            problems.append(_problem(detail, kind, title, check))
            if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1:
                known.pop(str(detail["loc"][0]), None)
    if any(problem.is_error for problem in problems):
        return None, tuple(problems)
    return kind.model_validate(known), tuple(problems)


def _problem(detail: Any, kind: type[Settings], title: str, check: str) -> Problem:
    place = field_path(part for part in detail["loc"])
    values = {"setting": place, "activity": title}
    if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1:
        return Problem(
            code="unknown-setting",
            what=say("{title} has no setting {place}.", title=declared(title), place=quoted(place)),
            fix="It is kept, but has no effect. Check its spelling or remove it.",
            severity=Severity.WARNING,
            field=place,
            values=values,
        )
    if detail["type"] == "missing":
        return Problem(
            code="missing-setting",
            what=say("{setting} is not set.", setting=title_at(kind, detail["loc"])),
            fix="Fill it in.",
            field=place,
            check=check,
            values=values,
        )
    return Problem(
        code="invalid-setting",
        what=say("{setting} does not fit.", setting=title_at(kind, detail["loc"])),
        why=misfit(detail),
        fix="Correct the value.",
        field=place,
        check=check,
        values=values,
    )
