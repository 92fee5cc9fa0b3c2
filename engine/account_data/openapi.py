"""Reads the description of an external service (OpenAPI 3.0.x, as JSON): what it is called, takes and answers.

What a journey needs beyond OpenAPI stands in `info` under "x-external-action": `enableSplitPath`, `context` (account,
people, people-in-account), and lists of fields with `name`, `type` and perhaps `required`: `attributes` that the node
asks for, `outgoing` fields that the service is sent, `incoming` ones that it writes, `accessors` that a split looks at.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.problems import EngineError, Problem
from engine.texts import quoted, say

EXTENSION = "x-external-action"
CONTEXTS = ("account", "people", "people-in-account")
TYPES = ("string", "integer", "number", "boolean")
LONGEST_NAME, LONGEST_TEXT = 100, 300
_VERBS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


class ServiceField(BaseModel):
    """A value that goes to a service or comes from it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    type: str = "string"
    required: bool = False


class Extension(BaseModel):
    """What a journey needs beyond OpenAPI."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    splits: bool = Field(alias="enableSplitPath")
    context: str
    attributes: tuple[ServiceField, ...] = ()
    outgoing: tuple[ServiceField, ...] = ()
    incoming: tuple[ServiceField, ...] = ()
    accessors: tuple[ServiceField, ...] = ()

    @property
    def fields(self) -> tuple[ServiceField, ...]:
        return (*self.attributes, *self.outgoing, *self.incoming, *self.accessors)


@dataclass(frozen=True, slots=True)
class Described:
    """A service as its description says: nothing of it can be changed but by reading the description anew."""

    name: str
    description: str
    url: str
    authentication: str
    extension: Extension


def read_description(content: str) -> Described:
    """What a description says. Errors: the first of its faults, each with a code of its own kind."""
    whole = _parsed(content)
    for problem in _faults(whole):
        raise EngineError(problem)
    info = _part(whole, "info")
    extension = Extension.model_validate(info[EXTENSION])
    return Described(
        str(info["title"]).strip(),
        str(info.get("description") or "").strip(),
        _url(whole),
        _schemes(whole)[0],
        extension,
    )


def _parsed(content: str) -> Mapping[str, Any]:
    try:
        found: Any = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise EngineError(
            _fault("not-openapi", "The file is no OpenAPI document.", "Save it as JSON.", str(error))
        ) from error
    if not isinstance(found, dict) or "openapi" not in found:
        raise EngineError(_fault("not-openapi", "The file is no OpenAPI document.", "Choose another."))
    return cast("Mapping[str, Any]", found)


def _faults(whole: Mapping[str, Any]) -> Iterator[Problem]:
    version = str(whole["openapi"])
    if not version.startswith("3.0."):
        yield _fault(
            "unsupported-version",
            say("OpenAPI {version} is not supported.", version=version),
            "Describe it in version 3.0.x.",
        )
    info = _part(whole, "info")
    title = str(info.get("title") or "").strip()
    if not title or not _url(whole):
        missing = "info.title" if not title else "servers[0].url"
        yield _fault("missing-field", say("The field {missing} is missing.", missing=quoted(missing)), "Fill it in.")
    for name, words, most in (
        ("info.title", title, LONGEST_NAME),
        ("info.description", str(info.get("description") or ""), LONGEST_TEXT),
    ):
        if len(words) > most:
            yield _fault(
                "text-too-long",
                say("{name} has {n} character(s).", name=quoted(name), n=len(words)),
                say("Shorten it to {most}.", most=most),
            )
    yield from _endpoints(whole)
    yield from _security(whole)
    yield from _extended(info)


def _endpoints(whole: Mapping[str, Any]) -> Iterator[Problem]:
    paths = _part(whole, "paths")
    operations = [(verb, _part(_part(paths, path), verb)) for path in paths for verb in _part(paths, path)
                  if verb in _VERBS]  # fmt: skip
    if not any(verb == "post" for verb, _ in operations):
        yield _fault("missing-endpoint", "There is no endpoint that takes a POST.", "Add the one that is called.")
    named = [str(one["operationId"]) for _, one in operations if one.get("operationId")]
    for name, times in Counter(named).items():
        if times > 1:
            yield _fault(
                "duplicate-operation",
                say("{n} operation(s) (has|have) the id {name}.", n=times, name=quoted(name)),
                "Give each its own.",
            )


def _security(whole: Mapping[str, Any]) -> Iterator[Problem]:
    schemes = _schemes(whole)
    if not schemes:
        yield _fault("no-security", "There is no security scheme.", "Add an API key, OAuth2 or HTTP Basic.")
    elif len(set(schemes)) > 1:
        kinds = ", ".join(sorted(set(schemes)))
        yield _fault(
            "several-securities", say("There are several types of authentication: {kinds}.", kinds=kinds), "Keep one."
        )
    elif schemes[0] not in {"apiKey", "oauth2", "basic"}:
        yield _fault(
            "unsupported-type",
            say("Authentication by {schemes} is not supported.", schemes=quoted(schemes[0])),
            "Use an API key, OAuth2 or HTTP Basic.",
        )


def _extended(info: Mapping[str, Any]) -> Iterator[Problem]:
    if not isinstance(info.get(EXTENSION), dict):
        yield _fault(
            "missing-extension",
            say("The extension {extension} of 'info' is missing.", extension=quoted(EXTENSION)),
            "Add it.",
        )
        return
    try:
        extension = Extension.model_validate(info[EXTENSION])
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        yield _fault(
            "missing-field",
            say("{extension}.{where} is missing or does not fit.", extension=EXTENSION, where=where),
            "Correct it.",
            first["msg"],
        )
        return
    if extension.context not in CONTEXTS:
        yield _fault(
            "invalid-entity",
            say("{context} is no entity that a service can be about.", context=quoted(extension.context)),
            say("Choose one of {names}.", names=", ".join(CONTEXTS)),
        )
    for one in extension.fields:
        if one.type not in TYPES:
            yield _fault(
                "unsupported-type",
                say("{one} has the type {type}, which is not supported.", one=quoted(one.name), type=quoted(one.type)),
                say("Use one of {types}.", types=", ".join(TYPES)),
            )
    if extension.splits and not extension.accessors:
        yield _fault("missing-field", "A service that chooses a path answers no accessor.", "Declare one.")


def _part(whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = whole.get(name)
    return cast("Mapping[str, Any]", found) if isinstance(found, dict) else {}


def _url(whole: Mapping[str, Any]) -> str:
    servers: Any = whole.get("servers")
    first = cast("list[object]", servers)[0] if isinstance(servers, list) and servers else None
    return str(cast("Mapping[str, Any]", first).get("url") or "") if isinstance(first, dict) else ""


def _schemes(whole: Mapping[str, Any]) -> list[str]:
    """The types of authentication; of HTTP, its scheme."""
    schemes = _part(_part(whole, "components"), "securitySchemes")
    found = [_part(schemes, name) for name in schemes]
    return [str(one.get("scheme") if one.get("type") == "http" else one.get("type")) for one in found]


def _fault(code: str, what: str, fix: str, why: str = "") -> Problem:
    return Problem(code=code, what=what, why=why, fix=fix, field="spec")
