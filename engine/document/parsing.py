"""From a text to a value of the model, with words for everything that may be wrong with the text.

It refuses what could not be written back as it was: a name that stands twice, a number that would be rounded, half of
a character. What it lets through, `engine.document.files` writes again value by value and in the same order.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from pydantic import BaseModel, JsonValue, TypeAdapter, ValidationError

from engine.problems import EngineError, Problem, field_path

MOST_CHARACTERS = 64_000_000
MOST_DIGITS = 300
DEEPEST = 150
"""How deep objects and lists may nest: more than any real document, less than any parser minds."""

M = TypeVar("M", bound=BaseModel)

_WANTED = {
    "string_type": "a text in double quotes",
    "string_too_short": "a text that is not empty",
    "string_too_long": "a shorter text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list in square brackets",
    "list_type": "a list in square brackets",
    "dict_type": "an object in braces",
    "model_type": "an object in braces",
    "dataclass_type": "an object in braces",
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

    Errors: document-too-large, not-json (with line and column), too-deep, duplicate-key, unexact-number, broken-text,
    not-a-document; all but the first two with the path of the place.
    """
    if len(text) > MOST_CHARACTERS:
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
                what=f"This is not JSON: line {error.lineno}, column {error.colno}.",
                why=f"{error.msg}.",
                fix="Correct the text there; often a comma, a quote or a bracket is missing just before.",
                position=error.pos,
                values={"line": error.lineno, "column": error.colno},
            )
        ) from error
    except RecursionError as error:
        raise _too_deep(()) from error
    require_plain(value)
    if not isinstance(value, dict):
        raise EngineError(
            Problem(
                code="not-a-document",
                what="The text is JSON, but not an object.",
                fix='Begin with { and give at least an id, such as {"id": "my-campaign"}.',
            )
        )
    return value


def too_large() -> EngineError:
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
    seen: set[str] = set()
    repeating = _Repeating(found)
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


_Place = tuple["_Place", str | int] | tuple[()]


def require_plain(value: object, deepest: int = DEEPEST) -> None:
    """Refuse what cannot be written as JSON and read again as the same value. Errors: those of `parse`."""
    waiting: list[tuple[object, _Place, int]] = [(value, (), 0)]
    while waiting:
        here, place, depth = waiting.pop()
        if isinstance(here, dict | list | tuple):
            if depth >= deepest:
                raise _too_deep(place)
            waiting += _members(here, place, depth + 1)
        else:
            _require_plain_scalar(here, place)


def _members(
    value: dict[Any, Any] | list[Any] | tuple[Any, ...], place: _Place, depth: int
) -> list[tuple[object, _Place, int]]:
    if isinstance(value, list | tuple):
        return [(inner, (place, index), depth) for index, inner in enumerate(value)]
    if isinstance(value, _Repeating):
        raise _refused(
            "duplicate-key", f"The name {value.name!r} stands twice in one object", "Remove one of them.", place
        )
    for name in value:
        _require_plain_scalar(name, place)
    return [(inner, (place, name), depth) for name, inner in value.items()]


def _require_plain_scalar(value: object, place: _Place) -> None:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise _refused("broken-text", "A text holds half of a character", "Write it again.", place) from error
    elif isinstance(value, _Unexact) or (isinstance(value, float) and not math.isfinite(value)):
        text = value.text if isinstance(value, _Unexact) else str(value)
        shown = text if len(text) <= 40 else f"{text[:37]}..."
        fix = "Write fewer digits, or put it in quotes."
        raise _refused("unexact-number", f"The number {shown} cannot be kept exactly", fix, place)
    elif value is not None and not isinstance(value, bool | int | float):
        raise _refused("not-json", f"A {type(value).__name__} cannot stand in a document", "Use plain values.", place)


def _too_deep(place: _Place) -> EngineError:
    return _refused("too-deep", f"Objects and lists nest more than {DEEPEST} levels deep", "Use flatter groups.", place)


def _refused(code: str, what: str, fix: str, place: _Place) -> EngineError:
    parts: list[str | int] = []
    while place:
        place, part = place
        parts.append(part)
    path = field_path(parts[::-1])
    where = f", at {_short(path)}." if path else "."
    return EngineError(Problem(code=code, what=what + where, fix=fix, field=path or None))


def _short(path: str) -> str:
    return path if len(path) <= 100 else f"{path[:60]}...{path[-35:]}"


def as_model(model: type[M], value: Mapping[str, JsonValue]) -> M:
    """A JSON object as a part of the model, taking nothing for anything else: "7" is not 7. Errors: wrong-shape."""
    try:
        return model.model_validate_json(json.dumps(value), strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        raise wrong_shape(error) from error


def as_type(adapter: TypeAdapter[Any], value: JsonValue) -> Any:
    """The same for what is not a model. Errors: wrong-shape."""
    try:
        return adapter.validate_json(json.dumps(value), strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        raise wrong_shape(error) from error


def wrong_shape(error: ValidationError, why: Callable[[int], str] = lambda _others: "") -> EngineError:
    """The first of pydantic's findings in plain words, with the path of the field."""
    first, *others = error.errors(include_url=False)
    path = field_path(first["loc"])
    subject = f"{_short(path)!r}" if path else "It"
    if first["type"] == "missing":
        what, fix = f"{subject} is missing.", "Add it."
    else:
        wanted = _WANTED.get(first["type"])
        what = f"{subject} is not {wanted}." if wanted else f"{subject} does not fit: {first['msg']}."
        fix = "Correct the value."
    if others:
        fix += f" ({len(others)} more like this.)"
    return EngineError(Problem(code="wrong-shape", what=what, why=why(len(others)), fix=fix, field=path or None))
