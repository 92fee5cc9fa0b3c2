"""Reads rules from their JSON form, and predefined filters with values for their parameters."""

from collections.abc import Mapping

from pydantic import JsonValue, TypeAdapter, ValidationError

from engine.catalog.model import Filter
from engine.misfits import misfit
from engine.problems import EngineError, Problem
from engine.rules.model import Rule

_RULE: TypeAdapter[Rule] = TypeAdapter(Rule)


def read_rule(raw: object) -> Rule:
    """A rule from its JSON form. Errors: wrong-rule."""
    try:
        return _RULE.validate_python(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise EngineError(
            Problem(code="wrong-rule", what="The rule cannot be read.", why=misfit(first), check="V07")
        ) from error


def filled(found: Filter, given: Mapping[str, JsonValue]) -> Rule:
    """The rule of a predefined filter with `given` at the paths that are its parameters. Errors: wrong-rule."""
    return read_rule(_filled(found.rule, found.parameters, given))


def _filled(raw: JsonValue, allowed: tuple[str, ...], given: Mapping[str, JsonValue], path: str = "") -> JsonValue:
    if path in allowed and path in given:
        return given[path]
    if isinstance(raw, dict):
        return {key: _filled(value, allowed, given, f"{path}.{key}".lstrip(".")) for key, value in raw.items()}
    if isinstance(raw, list):
        return [_filled(value, allowed, given, f"{path}[{place}]") for place, value in enumerate(raw)]
    return raw
