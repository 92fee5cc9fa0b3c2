"""A line or two on a card that say what its node does, made from its settings and nothing else."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import cast

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.words import capital, headed, language, number, option_words, said, tr
from engine.catalog.model import Catalog
from engine.checking import CheckedNode
from engine.contract import Hint, Settings
from engine.registry import all_activities
from engine.rules import Rule
from engine.rules.sentences import to_sentence
from engine.schedule_sentences import schedule_sentence
from engine.schedules import AsSoonAsPossible, Once, OnSignal, Recurring

MOST_LINES = 2
_TEXT_NAMES = ("label", "alias", "attribute", "name", "target")


def summary_of(settings: Settings | None, checked: CheckedNode | None, catalog: Catalog) -> tuple[str, ...]:
    """At most two lines, of what differs from a new node's settings."""
    if settings is None:
        return (tr("Needs its settings"),)
    lines: list[str] = []
    for line in _lines(settings, checked, catalog):
        lines.append(line)
        if len(lines) == MOST_LINES:
            break
    return tuple(lines)


def _lines(settings: Settings, checked: CheckedNode | None, catalog: Catalog) -> Iterator[str]:
    for name, field in type(settings).model_fields.items():
        value = cast("object", getattr(settings, name))
        if value is None or (value == field.get_default(call_default_factory=True) and not isinstance(value, Enum)):
            continue
        hint = next((one for one in field.metadata if isinstance(one, Hint)), None)
        if hint is not None and hint.kind == "rule":
            table = table_of(settings, hint.of, checked, catalog)
            if table:
                sentence = to_sentence(cast("Rule", value), catalog, table, language())
                yield capital(sentence)
        else:
            text = _said_value(value, field, hint, catalog)
            if text:
                yield text


def table_of(settings: BaseModel, of: str, checked: CheckedNode | None, catalog: Catalog) -> str:
    """The table that a setting's names are looked up in; empty when it is not known."""
    dimension = str(getattr(settings, of, "") or "") or dimension_of(checked)
    found = catalog.dimension_by_name.get(dimension)
    return found.table if found else ""


def dimension_of(checked: CheckedNode | None) -> str:
    """Whom a node gets: the dimension of what comes in, or of the document; empty before the first check."""
    if checked is None:
        return ""
    inbound = checked.place.inputs
    relation = inbound[0].relation if inbound else None
    return (relation.dimension if relation else None) or checked.place.world.default_dimension


@cache
def has_rule(kind: str) -> bool:
    """Whether one of the settings of an activity is a rule, which its card says as a sentence."""
    activity = all_activities().get(kind)
    fields = activity.settings.model_fields.values() if activity is not None else ()
    return any(isinstance(one, Hint) and one.kind == "rule" for field in fields for one in field.metadata)


def _said_value(value: object, field: FieldInfo, hint: Hint | None, catalog: Catalog) -> str:
    title = said(field.title or "")
    if isinstance(value, bool):
        return title if value else ""
    if isinstance(value, Enum):
        return words_of(value)
    if isinstance(value, tuple):
        return _said_list(title, cast("tuple[object, ...]", value))
    if isinstance(value, AsSoonAsPossible | Once | OnSignal | Recurring):
        return schedule_sentence(value, language())
    if isinstance(value, BaseModel):
        return ""
    shown = number(value) if isinstance(value, int | float) else str(value)
    if hint is not None and hint.kind == "dimension" and shown in catalog.dimension_by_name:
        return catalog.dimension_by_name[shown].title
    return headed(title, shown) if title else shown


def _said_list(title: str, values: tuple[object, ...]) -> str:
    names = [name for name in (_name_of(value) for value in values) if name]
    if names and len(names) == len(values):
        return ", ".join(names)
    return headed(title, number(len(values)))


def _name_of(value: object) -> str:
    if isinstance(value, str):
        return value
    for name in _TEXT_NAMES:
        found = getattr(value, name, None)
        if isinstance(found, str) and found:
            return found
    return ""


def words_of(choice: Enum) -> str:
    """A choice as users read it: "at-most-one" becomes "At most one"."""
    return option_words(str(choice.value))
