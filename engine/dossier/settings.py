"""What is set in a node, line by line in words: rules and conditions as sentences, choices by their titles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import cast

from pydantic import BaseModel, JsonValue
from pydantic.fields import FieldInfo

from engine.catalog.model import Catalog
from engine.catalog.paths import read_path
from engine.checking import CheckedNode
from engine.contract import Hint
from engine.document.model import Node
from engine.dossier.conditions import condition_sentence
from engine.dossier.speech import Speech
from engine.journey.conditions import Condition
from engine.journey.registry import all_actions, all_nodes
from engine.journey.settings import read_settings as read_journey_settings
from engine.problems import EngineError
from engine.registry import all_activities, read_settings
from engine.rules import Rule
from engine.rules.model import RulePart
from engine.rules.sentences import to_sentence
from engine.schedule_sentences import schedule_sentence
from engine.schedules import AsSoonAsPossible, Daily, Hours, Monthly, Once, OnSignal, Periodic, Weekly

_SCHEDULES = (AsSoonAsPossible, Once, Daily, Hours, Periodic, Weekly, Monthly, OnSignal)


@dataclass(frozen=True, slots=True)
class Line:
    """One setting: what it is called, and what it is set to."""

    title: str
    text: str
    name: str = ""
    """The setting's own name."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What settings are read against: the catalogue, saved audiences by id, what a check found of the nodes."""

    speech: Speech
    catalog: Catalog
    audiences: Mapping[str, str] = field(default_factory=dict[str, str])
    nodes: Mapping[str, CheckedNode] = field(default_factory=dict[str, CheckedNode])
    dimension: str = ""


def kind_title(node: Node, speech: Speech) -> str:
    """What users call the kind of a node; an unknown type keeps its name."""
    activity = all_activities().get(node.type)
    step = all_nodes().get(node.type)
    if node.type == "action":
        action = all_actions().get(str(node.settings.get("action", "")))
        return speech.said(action.title) if action is not None else node.type
    title = activity.title if activity is not None else step.title if step is not None else node.type
    return speech.said(title)


def told_settings(node: Node, ground: Ground, *, journey: bool = False) -> tuple[Line, ...]:
    """What differs from a new node's settings. Those that cannot be read are told as they are written."""
    settings = _journey_settings(node) if journey else _activity_settings(node)
    if settings is None:
        return tuple(Line(name, _raw(value, ground.speech), name) for name, value in node.settings.items())
    return tuple(_Teller(node, ground).lines((settings,)))


def _activity_settings(node: Node) -> BaseModel | None:
    activity = all_activities().get(node.type)
    return None if activity is None else read_settings(activity, node.settings, node.version)[0]


def _journey_settings(node: Node) -> BaseModel | None:
    kind = all_nodes().get(node.type)
    settings, raw = (None, node.settings) if kind is None else (kind.settings, node.settings)
    inner = raw.get("settings")
    action = all_actions().get(str(raw.get("action", "")))
    if node.type == "action" and action is not None and isinstance(inner, dict):
        settings, raw = action.settings, inner
    return None if settings is None else read_journey_settings(settings, node.type, raw)[0]


def _raw(value: JsonValue, speech: Speech) -> str:
    if isinstance(value, bool):
        return speech.word("yes" if value else "no")
    if isinstance(value, dict):
        return "; ".join(speech.pair(name, _raw(inner, speech)) for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_raw(inner, speech) for inner in value)
    return speech.word("nothing") if value is None or value == "" else str(value)


class _Teller:
    """Walks the settings of one node."""

    def __init__(self, node: Node, ground: Ground) -> None:
        self._node = node
        self._ground = ground
        self._speech = ground.speech

    def lines(self, stack: tuple[BaseModel, ...]) -> Iterator[Line]:
        """The settings of the innermost model of the stack that somebody made."""
        settings = stack[-1]
        for name, info in type(settings).model_fields.items():
            value = cast("object", getattr(settings, name))
            default = cast("object", info.get_default(call_default_factory=True))
            if name == "id" or value is None or value == "" or (value == default and not isinstance(value, Enum)):
                continue
            text = self._value(value, info, stack)
            if text:
                yield Line(self._speech.said(info.title or name.replace("_", " ").capitalize()), text, name)

    def _value(self, value: object, info: FieldInfo, stack: tuple[BaseModel, ...]) -> str:
        hint = next((one for one in info.metadata if isinstance(one, Hint)), None)
        if isinstance(value, RulePart):
            table = self._table("in" if hint is None else hint.of, stack)
            return to_sentence(
                cast("Rule", value), self._ground.catalog, table, self._speech.language, self._ground.audiences
            )
        if isinstance(value, Condition):
            return condition_sentence(value, self._speech)
        if isinstance(value, tuple | list):
            return self._several(cast("tuple[object, ...]", value), info, stack)
        return self._one(value, hint, stack)

    def _several(self, values: tuple[object, ...], info: FieldInfo, stack: tuple[BaseModel, ...]) -> str:
        plain = not any(isinstance(one, BaseModel) for one in values)
        return (", " if plain else "; ").join(self._value(one, info, stack) for one in values)

    def _one(self, value: object, hint: Hint | None, stack: tuple[BaseModel, ...]) -> str:
        if isinstance(value, _SCHEDULES):
            return schedule_sentence(value, self._speech.language)
        if isinstance(value, BaseModel):
            inside = [self._speech.pair(one.title, one.text) for one in self.lines((*stack, value))]
            return ", ".join(inside)
        if isinstance(value, bool):
            return self._speech.word("yes" if value else "no")
        if isinstance(value, Enum):
            return self._speech.choice(value)
        if isinstance(value, int | float):
            return self._speech.number(value)
        if isinstance(value, dict):
            return _raw(cast("JsonValue", value), self._speech)
        return self._named(str(value), hint, stack)

    def _named(self, written: str, hint: Hint | None, stack: tuple[BaseModel, ...]) -> str:
        """A text; what it names is told by its title."""
        catalog, kind = self._ground.catalog, "" if hint is None else hint.kind
        if kind == "dimension" and written in catalog.dimension_by_name:
            return catalog.dimension_by_name[written].title
        if kind == "table" and written in catalog.table_by_name:
            return catalog.table_by_name[written].title
        if kind == "audience":
            return self._ground.audiences.get(written, written)
        if kind in {"attribute", "collected", "collection", "link"} and hint is not None:
            return self._path(written, self._table(hint.of, stack))
        return written

    def _path(self, written: str, table: str) -> str:
        for ends_on_link in (False, True):
            try:
                found = read_path(self._ground.catalog, table, written, ends_on_link=ends_on_link)
            except EngineError:
                continue
            titles = [end.title for end in found.links]
            return " › ".join([*titles, found.attribute.title] if found.attribute else titles)
        return written

    def _table(self, of: str, stack: tuple[BaseModel, ...]) -> str:
        """The table that names are looked up in: that of a setting, of this or an outer level, or of who enters."""
        catalog = self._ground.catalog
        for place in range(len(stack) - 1, -1, -1):
            named = getattr(stack[place], of, None)
            if not isinstance(named, str) or not named:
                continue
            if named in catalog.dimension_by_name:
                return catalog.dimension_by_name[named].table
            if named in catalog.table_by_name:
                return named
            return self._end(named)
        return self._entering()

    def _end(self, path: str) -> str:
        """The table that a path of links, with or without an attribute, ends in."""
        table = self._entering()
        for name in path.split("/"):
            end = self._ground.catalog.ends.get(table, {}).get(name)
            if end is None:
                break
            table = end.there
        return table

    def _entering(self) -> str:
        checked = self._ground.nodes.get(self._node.id)
        relation = checked.place.inputs[0].relation if checked is not None and checked.place.inputs else None
        dimension = (relation.dimension if relation is not None else None) or self._ground.dimension
        found = self._ground.catalog.dimension_by_name.get(dimension)
        return "" if found is None else found.table
