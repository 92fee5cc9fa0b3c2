"""What published journeys use of the account data, so that nothing of it is taken from them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import JsonValue

from engine.account_data.rows import current_rows
from engine.contract import Hint
from engine.document.files import from_text
from engine.document.model import Document, Kind, Node
from engine.journey.registry import all_actions
from engine.journey.services import context_of, mapping_of
from engine.journey.settings import read_settings
from engine.workspace import Workspace
from engine.workspace.statuses import Status

HOLDING = frozenset({Status.SCHEDULED, Status.LIVE, Status.CLOSED, Status.COMPLETED})
_OF_ACCOUNTS = frozenset({"account-audience", "split-accounts"})
"""The nodes whose conditions speak of accounts; all others speak of people."""
Field = tuple[str, str]
"""A class, such as account, and a column of it."""


@dataclass(frozen=True)
class Uses:
    """What the published journeys use; each document is read once."""

    journeys: tuple[tuple[str, Document], ...]
    """Their names, and what was published."""
    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    """The rows of what they refer to: saved audiences and services."""

    @cached_property
    def fields(self) -> Mapping[Field, tuple[str, ...]]:
        """Field to the journeys that ask for it, send it to a service or write it."""
        found: dict[Field, dict[str, None]] = {}
        for name, document in self.journeys:
            for node in document.nodes:
                for one in self._fields(node):
                    found.setdefault(one, {})[name] = None
        return {one: tuple(names) for one, names in found.items()}

    def naming(self, setting: str, *names: str) -> tuple[str, ...]:
        """The journeys that name one of these in a setting, such as an event or an object."""
        return tuple(
            name for name, document in self.journeys
            if any({*names} & {*_named(node.settings, setting)} for node in document.nodes)
        )  # fmt: skip

    def _fields(self, node: Node) -> Iterator[Field]:
        entity = "account" if node.type in _OF_ACCOUNTS else "person"
        yield from _of_conditions(node.settings, entity)
        yield from _of_action(node.settings)
        audience = self._row("account_audience", "audience_id", node.settings.get("audience"))
        if audience is not None:
            yield from _of_conditions(json.loads(audience["definition"] or "{}"), entity)
        service = self._row("external_action", "action_id", node.settings.get("service"))
        if service is not None:
            mapping = mapping_of(service)
            whose = "account" if context_of(service) == "account" else "person"
            yield from ((whose, ours) for ours in (*mapping.outgoing.values(), *mapping.incoming.values()))

    def _row(self, table: str, key: str, reference: JsonValue) -> Mapping[str, Any] | None:
        if not isinstance(reference, str) or not reference:
            return None
        rows = self.tables.get(table, ())
        named = (row for row in rows if str(row["name"]).casefold() == reference.casefold())
        return next((row for row in rows if row[key] == reference), next(named, None))


def uses_of(workspace: Workspace) -> Uses:
    """What the published journeys of a workspace use now."""
    journeys = tuple(
        (entry.name or entry.id, from_text(workspace.documents.load(entry.id)))
        for entry in workspace.documents.list()
        if entry.kind == Kind.JOURNEY.value and entry.status in HOLDING
    )
    tables = ("account_audience", "external_action")
    return Uses(journeys, {name: current_rows(workspace, name) for name in tables} if journeys else {})


def _of_conditions(value: JsonValue, entity: str) -> Iterator[Field]:
    """The fields that the filters within a value ask for."""
    if isinstance(value, dict):
        if value.get("kind") == "attribute" and isinstance(value.get("attribute"), str):
            yield entity, str(value["attribute"])
        if value.get("kind") == "has-opportunity":
            yield from (("opportunity", name) for name in _named(value.get("where"), "field"))
        for inner in value.values():
            yield from _of_conditions(inner, entity)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_conditions(inner, entity)


def _of_action(settings: Mapping[str, JsonValue]) -> Iterator[Field]:
    """The fields that an action reads or writes, by what its settings say of themselves."""
    action, raw = all_actions().get(str(settings.get("action"))), settings.get("settings", {})
    if action is None or not isinstance(raw, dict):
        return
    read, _ = read_settings(action.settings, action.title, raw)
    for name, info in action.settings.model_fields.items():
        hint = next((one for one in info.metadata if isinstance(one, Hint) and one.kind == "field"), None)
        value = getattr(read, name, "")
        if hint is not None and isinstance(value, str) and value:
            yield hint.of, value


def _named(value: JsonValue, setting: str) -> Iterator[str]:
    """The texts that stand in a setting anywhere within a value."""
    if isinstance(value, dict):
        here = value.get(setting)
        if isinstance(here, str):
            yield here
        for inner in value.values():
            yield from _named(inner, setting)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner, setting)
