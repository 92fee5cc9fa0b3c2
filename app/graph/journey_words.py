"""Conditions and settings of journeys in words, as cards, panels and explanations say them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from pydantic import BaseModel

from app.units import unit_word
from app.words import headed, number, said, tr
from engine.catalog.model import Catalog
from engine.journey.conditions.model import (
    AttributeFilter,
    Comparison,
    Condition,
    EventFilter,
    Logic,
    Operator,
)

NO_VALUE = frozenset({
    Operator.EMPTY, Operator.NOT_EMPTY, Operator.TRUE, Operator.FALSE, Operator.IS_ANY, Operator.SINCE_ENTRY,
    Operator.ANNIVERSARY,
})  # fmt: skip
"""Operators that need nothing beside them."""
SPANS = frozenset({Operator.IN_PAST, Operator.NOT_IN_PAST, Operator.IN_NEXT})
"""Operators that take a number of units of time."""


def operator_words() -> Mapping[Operator, str]:
    """Each operator as it stands between a field and its value."""
    return {
        Operator.IS: tr("is"), Operator.IS_NOT: tr("is not"), Operator.IS_ANY: tr("is anything"),
        Operator.STARTS_WITH: tr("starts with"), Operator.NOT_STARTS_WITH: tr("does not start with"),
        Operator.ENDS_WITH: tr("ends with"), Operator.NOT_ENDS_WITH: tr("does not end with"),
        Operator.CONTAINS: tr("contains"), Operator.NOT_CONTAINS: tr("does not contain"),
        Operator.MATCHES: tr("matches the pattern"), Operator.NOT_MATCHES: tr("does not match the pattern"),
        Operator.EMPTY: tr("is empty"), Operator.NOT_EMPTY: tr("is not empty"),
        Operator.GREATER: tr("is more than"), Operator.LESS: tr("is less than"),
        Operator.AT_LEAST: tr("is at least"), Operator.AT_MOST: tr("is at most"),
        Operator.BETWEEN: tr("is between"), Operator.TRUE: tr("is true"), Operator.FALSE: tr("is false"),
        Operator.ON: tr("is on"), Operator.BEFORE: tr("is before"), Operator.AFTER: tr("is after"),
        Operator.IN_PAST: tr("is in the past"), Operator.NOT_IN_PAST: tr("is not in the past"),
        Operator.IN_NEXT: tr("is in the next"), Operator.SINCE_ENTRY: tr("is since the entry"),
        Operator.ANNIVERSARY: tr("has its day today"),
    }  # fmt: skip


def attribute_title(catalog: Catalog, entity: str, name: str) -> str:
    """What users read for a field of accounts or people."""
    table = catalog.table_by_name.get(entity)
    found = None if table is None else next((one for one in table.attributes if one.name == name), None)
    return name if found is None else said(found.title)


def compared(title: str, one: Comparison) -> str:
    """A field compared: "Country is US or France"."""
    words = f"{title} {operator_words()[one.operator]}"
    if one.operator in NO_VALUE:
        return words
    if one.operator in SPANS:
        return f"{words} {number(one.count)} {unit_word(one.unit.value, one.count)}"
    glue = tr("{first} and {second}", first="\x00", second="\x01") if one.operator is Operator.BETWEEN else ""
    values = [number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
              for value in one.values]  # fmt: skip
    if glue and len(values) == 2:
        return f"{words} {glue.replace(chr(0), values[0]).replace(chr(1), values[1])}"
    return f"{words} {joined(values) or '…'}"


def joined(values: Sequence[str]) -> str:
    """Several values of which any will do."""
    return (
        tr("{first} or {last}", first=", ".join(values[:-1]), last=values[-1]) if len(values) > 1 else "".join(values)
    )


def kind_words() -> Mapping[str, str]:
    """Each kind of filter by its name."""
    return {
        "attribute": tr("Field"), "has-opportunity": tr("Opportunity"), "account-list": tr("Account list"),
        "journey-member": tr("Member of a journey"), "buying-group": tr("Buying group"),
        "buying-group-member": tr("Member of a buying group"), "event-history": tr("Event history"),
        "list-member": tr("Member of a list"), "program-member": tr("Member of a program"),
        "intent": tr("Intent"), "custom-object": tr("Custom object"), "role-in-account": tr("Role in the account"),
    }  # fmt: skip


def filter_words(one: BaseModel, catalog: Catalog, *, of_people: bool) -> str:
    """One filter as a sentence without its full stop."""
    if isinstance(one, AttributeFilter):
        return compared(attribute_title(catalog, "person" if of_people else "account", one.attribute), one)
    name = kind_words().get(str(getattr(one, "kind", "")), "")
    parts = list(_parts(one))
    words = headed(name, ", ".join(parts)) if parts else name
    refused = getattr(one, "holds", True) is False or (isinstance(one, EventFilter) and one.inactive)
    return tr("not {condition}", condition=words) if refused else words


def _parts(one: BaseModel) -> Iterable[str]:
    for name, field in type(one).model_fields.items():
        value = cast("object", getattr(one, name))
        if name in {"kind", "holds", "inactive", "classic"} or value == field.get_default(call_default_factory=True):
            continue
        title = said(field.title or name.replace("_", " ").capitalize())
        if isinstance(value, Comparison):
            yield compared(title, value)
        elif isinstance(value, tuple):
            each = cast("tuple[object, ...]", value)
            held = [part for part in each if isinstance(part, Comparison)]
            yield from (compared(str(getattr(part, "field", title)), part) for part in held)
            yield from ([] if held else [joined([str(part) for part in each])])
        else:
            yield str(value)


def condition_words(condition: Condition | None, catalog: Catalog, *, of_people: bool) -> str:
    """A condition in one line."""
    if condition is None or not condition.filters:
        return ""
    parts = [filter_words(one, catalog, of_people=of_people) for one in condition.filters]
    if condition.logic is Logic.ADVANCED:
        return headed(condition.expression, "; ".join(parts))
    glue = tr("or") if condition.logic is Logic.ANY else tr("and")
    return f" {glue} ".join(parts)
