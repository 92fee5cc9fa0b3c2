"""When a setting is asked for: a note on its field that forms read. What was set before stays, asked for or not."""

from typing import Any, cast

from pydantic.fields import FieldInfo

_KEY = "asked_when"


def asked_when(field: str, *values: str | bool) -> dict[str, Any]:
    """For `json_schema_extra` of a field that only matters while a sibling field has one of these values."""
    return {_KEY: {field: list(values)}}


def asked_when_all(*conditions: dict[str, Any]) -> dict[str, Any]:
    """The same for a field that only matters while all of several conditions hold, each made by `asked_when`."""
    return {_KEY: {field: values for one in conditions for field, values in one[_KEY].items()}}


def is_asked(field: FieldInfo, raw: dict[str, Any], default: Any) -> bool:
    """Whether a field matters beside its siblings' raw values; `default` gives that of a sibling that is not there."""
    extra = field.json_schema_extra
    if not isinstance(extra, dict):
        return True
    condition = cast("dict[str, dict[str, list[str | bool]]]", extra).get(_KEY, {})
    return all((raw[name] if name in raw else default(name)) in values for name, values in condition.items())
