"""A small reader of JSON Schema, large enough for ours. A word that it does not know is an error, never ignored."""

from typing import Any

Found = list[str]

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "null": (type(None),),
    "integer": (int,),
    "number": (int, float),
}
_SILENT = frozenset(
    {"$schema", "$defs", "$id", "title", "description", "default", "examples", "discriminator", "format", "asked_when"}
)


def faults(schema: Any, value: Any, root: Any = None, at: str = "$") -> Found:
    """Where a value does not fit a schema; empty when it does."""
    root = schema if root is None else root
    if schema is True:
        return []
    found: Found = []
    for word, argument in schema.items():
        if word not in _SILENT:
            found += _WORDS[word](argument, value, root, at, schema)
    return found


def _type(argument: Any, value: Any, _root: Any, at: str, _schema: Any) -> Found:
    fits = isinstance(value, _TYPES[argument]) and (argument in {"boolean"} or not isinstance(value, bool))
    return [] if fits else [f"{at}: {value!r} is no {argument}"]


def _properties(argument: Any, value: Any, root: Any, at: str, _schema: Any) -> Found:
    if not isinstance(value, dict):
        return []
    return [
        one for name in argument if name in value for one in faults(argument[name], value[name], root, f"{at}.{name}")
    ]


def _additional(argument: Any, value: Any, root: Any, at: str, schema: Any) -> Found:
    if not isinstance(value, dict):
        return []
    others = [name for name in value if name not in schema.get("properties", {})]
    if argument is False:
        return [f"{at}: no {name!r}" for name in others]
    return [one for name in others for one in faults(argument, value[name], root, f"{at}.{name}")]


def _required(argument: Any, value: Any, _root: Any, at: str, _schema: Any) -> Found:
    return [f"{at}: {name!r} is missing" for name in argument if isinstance(value, dict) and name not in value]


def _items(argument: Any, value: Any, root: Any, at: str, schema: Any) -> Found:
    if not isinstance(value, list):
        return []
    first = len(schema.get("prefixItems", []))
    return [
        one
        for place, item in enumerate(value)
        if place >= first
        for one in faults(argument, item, root, f"{at}[{place}]")
    ]


def _prefix_items(argument: Any, value: Any, root: Any, at: str, _schema: Any) -> Found:
    if not isinstance(value, list):
        return []
    return [one for place, item in enumerate(value[: len(argument)]) for one in faults(argument[place], item, root, at)]


def _any_of(argument: Any, value: Any, root: Any, at: str, _schema: Any) -> Found:
    tries = [faults(one, value, root, at) for one in argument]
    return [] if any(not one for one in tries) else min(tries, key=len)


def _one_of(argument: Any, value: Any, root: Any, at: str, _schema: Any) -> Found:
    tries = [faults(one, value, root, at) for one in argument]
    fitting = sum(not one for one in tries)
    return [] if fitting == 1 else [f"{at}: fits {fitting}", *min(tries, key=len)]


def _all_of(argument: Any, value: Any, root: Any, at: str, _schema: Any) -> Found:
    return [one for part in argument for one in faults(part, value, root, at)]


def _if(argument: Any, value: Any, root: Any, at: str, schema: Any) -> Found:
    return [] if faults(argument, value, root, at) else faults(schema["then"], value, root, at)


def _ref(argument: str, value: Any, root: Any, at: str, _schema: Any) -> Found:
    return faults(root["$defs"][argument.removeprefix("#/$defs/")], value, root, at)


def _limit(fits: Any) -> Any:
    def test(argument: Any, value: Any, _root: Any, at: str, _schema: Any) -> Found:
        return [] if fits(value, argument) else [f"{at}: {value!r} beyond {argument!r}"]

    return test


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_WORDS: dict[str, Any] = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
    "items": _items,
    "prefixItems": _prefix_items,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "allOf": _all_of,
    "if": _if,
    "then": lambda *_arguments: [],
    "$ref": _ref,
    "const": _limit(lambda value, argument: value == argument),
    "enum": _limit(lambda value, argument: value in argument),
    "minLength": _limit(lambda value, least: not isinstance(value, str) or len(value) >= least),
    "maxLength": _limit(lambda value, most: not isinstance(value, str) or len(value) <= most),
    "minItems": _limit(lambda value, least: not isinstance(value, list) or len(value) >= least),
    "maxItems": _limit(lambda value, most: not isinstance(value, list) or len(value) <= most),
    "minimum": _limit(lambda value, least: not _number(value) or value >= least),
    "maximum": _limit(lambda value, most: not _number(value) or value <= most),
    "exclusiveMinimum": _limit(lambda value, least: not _number(value) or value > least),
    "exclusiveMaximum": _limit(lambda value, most: not _number(value) or value < most),
}
