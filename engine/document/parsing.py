"""From a text to a value of the model, with words for everything that may be wrong with the text.

It refuses what could not be written back as it was: a name that stands twice, a number that would be rounded, half of
a character. What it lets through, `engine.document.files` writes again value by value and in the same order.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar, cast

from pydantic import JsonValue, TypeAdapter, ValidationError

from engine.misfits import misfit
from engine.problems import EngineError, Problem, field_path
from engine.texts import declared, quoted, say

MOST_BYTES = 64_000_000
MOST_DIGITS = 300
DEEPEST = 150
"""How deep objects and lists may nest: more than any real document, less than any parser minds."""

T = TypeVar("T")

_WANTED = {
    "string_type": say("a text in double quotes"),
    "string_too_short": say("a text that is not empty"),
    "string_too_long": say("a shorter text"),
    "int_type": say("a whole number"),
    "int_from_float": say("a whole number"),
    "float_type": say("a number"),
    "bool_type": say("true or false"),
    "tuple_type": say("a list in square brackets"),
    "dict_type": say("an object in braces"),
    "model_type": say("an object in braces"),
    "dataclass_type": say("an object in braces"),
}


class _Repeating(dict[str, Any]):
    """An object in which a name stood twice; it only lives until `require_plain` meets it."""

    name = ""


@dataclass(frozen=True, slots=True)
class _Unexact:
    """A number that would not come out of the file as it went in."""

    text: str


def parse(text: str) -> dict[str, JsonValue]:
    """The object that a text holds.

    Errors: document-too-large, not-json (with line and column), not-a-document; and with the path of the place
    too-deep, duplicate-key, unexact-number, broken-text.
    """
    if len(text) > MOST_BYTES:
        raise too_large()
    try:
        value = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_constant=_Unexact,
            parse_float=_number,
            parse_int=_whole_number,
        )
    except json.JSONDecodeError as error:
        raise EngineError(
            Problem(
                code="not-json",
                what=say("This is not JSON: line {lineno}, column {colno}.", lineno=error.lineno, colno=error.colno),
                why=say("{reason}.", reason=error.msg),
                fix="Correct the text there; often a comma, a quote or a bracket is missing just before.",
                position=error.pos,
                values={"line": error.lineno, "column": error.colno},
            )
        ) from error
    except RecursionError as error:
        raise _too_deep(None) from error
    require_plain(value)
    if not isinstance(value, dict):
        raise EngineError(
            Problem(
                code="not-a-document",
                what="The text is JSON, but not an object.",
                fix='Begin with { and give at least an id, such as {"id": "my-campaign"}.',
            )
        )
    found: dict[str, JsonValue] = value  # pyright: ignore[reportUnknownVariableType] - json has no types
    return found


def too_large() -> EngineError:
    """Why a document beyond the limit is neither read nor written."""
    return EngineError(
        Problem(
            code="document-too-large",
            what="The document is larger than 64 MB.",
            why="A document holds a graph and its settings, never data.",
            fix="Import data as a file of its own, or choose another document.",
        )
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating = _Repeating(found)
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            repeating.name = name
        seen.add(name)
    return repeating


def _number(text: str) -> float | _Unexact:
    number = float(text)
    try:
        exact = math.isfinite(number) and Decimal(text) == Decimal(repr(number))
    except InvalidOperation:
        exact = False
    return number if exact else _Unexact(text)


def _whole_number(text: str) -> int | _Unexact:
    return int(text) if len(text) <= MOST_DIGITS else _Unexact(text)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands: the way back to the root."""

    around: "_Place | None"
    name: str | int


def require_plain(value: object, deepest: int = DEEPEST) -> None:
    """Refuse what cannot be written as JSON and read again as the same value.

    Errors: too-deep, duplicate-key, unexact-number, broken-text, not-json; each with the path of the place.
    """
    waiting: list[tuple[object, _Place | None, int]] = [(value, None, 1)]
    while waiting:
        here, place, depth = waiting.pop()
        if isinstance(here, dict | list | tuple):
            if depth > deepest:
                raise _too_deep(place)
            waiting += [(inner, _Place(place, name), depth + 1) for name, inner in _members(here, place)]
        else:
            _require_plain_scalar(here, place)


def _members(value: Any, place: _Place | None) -> list[tuple[str | int, object]]:
    if isinstance(value, _Repeating):
        what = say("The name {name} stands twice in one object", name=quoted(value.name))
        raise _refused("duplicate-key", what, "Remove one of the two.", place)
    if not isinstance(value, dict):
        return list(enumerate(cast("list[object]", value)))
    named = cast("dict[str, object]", value)
    for name in named:
        _require_plain_scalar(name, place)
    return list(named.items())


def _require_plain_scalar(value: object, place: _Place | None) -> None:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise _refused("broken-text", say("A text holds half of a character"), "Write it again.", place) from error
    elif isinstance(value, _Unexact) or (isinstance(value, float) and not math.isfinite(value)):
        text = value.text if isinstance(value, _Unexact) else str(value)
        shown = text if len(text) <= 40 else f"{text[:37]}..."
        fix = "Write fewer digits, or write it as a text in quotes."
        raise _refused("unexact-number", say("The number {shown} cannot be kept exactly", shown=shown), fix, place)
    elif value is not None and not isinstance(value, bool | int | float):
        raise _refused(
            "not-json",
            say("A {name} cannot stand in a document", name=type(value).__name__),
            "Use plain values.",
            place,
        )


def _too_deep(place: _Place | None) -> EngineError:
    what = say("Objects and lists nest more than {deepest} levels deep", deepest=DEEPEST)
    return _refused("too-deep", what, "Use flatter groups.", place)


def _refused(code: str, what: str, fix: str, place: _Place | None) -> EngineError:
    parts: list[str | int] = []
    while place is not None:
        parts.append(place.name)
        place = place.around
    path = field_path(parts[::-1])
    said = (
        say("{what}, at {place}.", what=declared(what), place=quoted(_short(path)))
        if path
        else say("{what}.", what=declared(what))
    )
    return EngineError(Problem(code=code, what=said, fix=fix, field=path or None))


def _short(path: str) -> str:
    return path if len(path) <= 100 else f"{path[:60]}...{path[-35:]}"


def as_type(adapter: TypeAdapter[T], value: Mapping[str, JsonValue]) -> T:
    """A JSON object as a part of the model, taking nothing for anything else: "7" is not 7. Errors: wrong-shape."""
    try:
        return adapter.validate_json(json.dumps(value), strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        raise wrong_shape(error) from error


def wrong_shape(error: ValidationError) -> EngineError:
    """The first of pydantic's findings in plain words, with the path of the field."""
    first, *others = error.errors(include_url=False)
    path = field_path(first["loc"])
    subject = quoted(_short(path)) if path else say("It")
    if first["type"] == "missing":
        what, fix = say("{subject} is missing.", subject=subject), say("Add it.")
    else:
        wanted = _WANTED.get(first["type"])
        what = (
            say("{subject} is not {wanted}.", subject=subject, wanted=wanted)
            if wanted
            else say("{subject} does not fit: {reason}", subject=subject, reason=misfit(first))
        )
        fix = say("Correct the value.")
    if others:
        fix = say("{fix} {n} more like this (follows|follow).", fix=declared(fix), n=len(others))
    return EngineError(Problem(code="wrong-shape", what=what, fix=fix, field=path or None))
