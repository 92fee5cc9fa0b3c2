"""Parts of rules on the clipboard, as JSON that can be pasted into any rule, and into a mail to a colleague."""

import json
from collections.abc import Sequence

from pydantic import JsonValue, TypeAdapter, ValidationError

from app.panel.editors.conditions.tree import kind_of, normal, walk

_MOST_CHARACTERS = 1_000_000
_MOST_PARTS = 2_000
_DEEPEST = 80
_JSON: TypeAdapter[JsonValue] = TypeAdapter(JsonValue)


def written(parts: Sequence[JsonValue]) -> str:
    """The text that stands for parts."""
    return json.dumps(list(parts), ensure_ascii=False, indent=2)


def read(text: str) -> list[JsonValue]:
    """The parts that a text stands for; none when it is no rule, or one too large to have been copied from one."""
    if len(text) > _MOST_CHARACTERS or _depth(text) > _DEEPEST:
        return []
    try:
        found = _JSON.validate_python(json.loads(text))
    except (ValueError, ValidationError, RecursionError):
        return []
    parts = found if isinstance(found, list) else [found]
    if not parts or not all(kind_of(part) for part in parts):
        return []
    whole = [part for part in parts if sum(1 for _ in walk(part)) <= _MOST_PARTS]
    return [_inner_normal(part) for part in whole]


def _inner_normal(part: JsonValue) -> JsonValue:
    """The part with groups where the editor wants them, without one around itself."""
    found = normal(part)
    if kind_of(part) == "group":
        return found
    items = found["items"]
    return items[0] if isinstance(items, list) else part


def _depth(text: str) -> int:
    """How deeply brackets nest, counting those inside texts too."""
    depth = deepest = 0
    for sign in text:
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest
