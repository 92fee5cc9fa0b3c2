"""A new value for a field of a profile: parsed as the field's type, and what is said of it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlglot import exp

from engine.catalog.model import Attribute
from engine.journey.contract import Check, Outcome, Place
from engine.problems import EngineError, Problem
from engine.rules.operators import literal
from engine.texts import quoted, say
from engine.types import DataType, Family, Kind

CLEAR = frozenset({"", "NULL"})
"""What clears a field."""


def attribute_of(place: Place[Any], table: str, name: str) -> Attribute:
    """The field of a profile. Errors: missing-setting, unknown-attribute (V02)."""
    known = place.world.catalog.table_by_name[table].by_name
    if name not in known:
        raise EngineError(
            Problem(
                code="unknown-attribute" if name else "missing-setting",
                what=say("There is no attribute {name}.", name=quoted(name)) if name else "No attribute is chosen.",
                fix=say("Choose one of {names}.", names=", ".join(sorted(updatable(place, table))))
                if name
                else "Choose an attribute.",
                field="attribute",
                check="V02",
                values={"name": name},
            )
        )
    return known[name]


def updatable(place: Place[Any], table: str) -> set[str]:
    """The fields that an administrator marked as updatable; in a workspace without such marks, all but the key."""
    marked = list(place.world.references.rows("field_catalog", entity=table))
    if not marked:
        known = place.world.catalog.table_by_name[table]
        return {one.name for one in known.attributes} - set(known.key)
    return {str(row["column"]) for row in marked if row.get("is_updatable")}


def check_update(place: Place[Any], table: str, name: str, value: str) -> Iterator[Problem]:
    """What is wrong with an update: the attribute, whether it may be updated, the value."""
    attribute = attribute_of(place, table, name)
    if name not in updatable(place, table):
        yield Problem(
            code="not-updatable",
            what=say("{attribute} may not be changed by journeys.", attribute=quoted(attribute.title)),
            fix=say("Choose one of {names}.", names=", ".join(sorted(updatable(place, table)))),
            field="attribute",
            check="V02",
        )
    wrong = wrong_value(attribute, value)
    if wrong:
        yield Problem(code="wrong-value", what=wrong, fix="Correct the value.", field="value", check="V02")


def wrong_value(attribute: Attribute, value: str) -> str:
    """What is wrong with a value for a field, in words; empty when it fits."""
    if attribute.required and value in CLEAR:
        return say("{attribute} cannot be cleared.", attribute=quoted(attribute.title))
    if value in CLEAR:
        return ""
    if attribute.max_length is not None and len(value) > attribute.max_length:
        return say(
            "{attribute} takes at most {n} character(s).",
            attribute=quoted(attribute.title),
            n=attribute.max_length,
        )
    if attribute.values and value not in {one.value for one in attribute.values}:
        return say(
            "{attribute} is one of {names}.",
            attribute=quoted(attribute.title),
            names=", ".join(one.value for one in attribute.values),
        )
    try:
        parsed(attribute.type, value)
    except EngineError as error:
        return error.problem.what
    return ""


def parsed(kind: DataType, value: str) -> exp.Expr:
    """A written value as a literal of a type; null for what clears. Errors: wrong-value."""
    if value in CLEAR:
        return exp.Cast(this=exp.null(), to=kind.to_sql())
    if kind.family is Family.BOOLEAN:
        return literal({"true": True, "false": False}.get(value.strip().lower(), value), kind)
    if kind.family is Family.MOMENT and kind.kind is not Kind.TIME:
        return exp.Cast(this=literal(_moment(value), kind), to=kind.to_sql())
    return exp.Cast(this=literal(value, kind), to=kind.to_sql())


def _moment(value: str) -> date | str:
    try:
        return date.fromisoformat(value) if len(value) <= len("2026-01-05") else datetime.fromisoformat(value)
    except ValueError:
        return value


def same(old: exp.Expr, new: exp.Expr) -> exp.Expr:
    """Whether two values are the same, or both missing."""
    return exp.Paren(this=exp.NullSafeEQ(this=old.copy(), expression=new.copy()))


def no_change(old: exp.Expr, new: exp.Expr) -> Check:
    """The check that there is nothing to change."""
    return Check(Outcome.NO_CHANGE, same(old, new), idle=True)


def as_text(value: exp.Expr) -> exp.Expr:
    """A value as logs and activities hold it."""
    return exp.Cast(this=value.copy(), to=exp.DataType(this=exp.DType.VARCHAR))


__all__ = ["CLEAR", "as_text", "attribute_of", "check_update", "no_change", "parsed", "same", "updatable"]
