"""Conditions of role cards, lists and audiences over the stored rows, as they stand at one instant."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from pydantic import ValidationError
from sqlglot import exp

from engine.account_data.linked_conditions import Stored, in_account_list, in_marketo_list, in_people_list, linked
from engine.account_data.naming import Known
from engine.accounts.intent import those_interested
from engine.catalog.model import Table
from engine.catalog.paths import unknown
from engine.catalog.sources import Typed
from engine.journey.calendar import micros
from engine.journey.conditions import Condition
from engine.journey.conditions.comparing import holds
from engine.journey.conditions.logic import joined
from engine.journey.conditions.model import (
    AccountListFilter,
    AttributeFilter,
    Filter,
    IntentFilter,
    PeopleListFilter,
)
from engine.problems import EngineError, Problem
from engine.trees import any_of, col, negated
from engine.workspace import Workspace


def read_condition(written: str | None) -> Condition:
    """A condition from its JSON form; without one, it holds for everybody. Errors: wrong-condition."""
    if not written or not written.strip():
        return Condition()
    try:
        return Condition.model_validate(json.loads(written))
    except (ValueError, ValidationError, RecursionError) as error:
        why = str(error).splitlines()[0]
        raise EngineError(
            Problem(code="wrong-condition", what="The condition cannot be read.", why=why, fix="Write it anew.")
        ) from error


def asked(
    workspace: Workspace, written: str | None, entity: str, alias: str, tables: Mapping[str, exp.Table], now: datetime
) -> exp.Expr:
    """Whether a condition in JSON holds for a row of `entity` known as `alias` at an instant in UTC; always decided.

    `tables` are the stored ones. Errors: wrong-condition, unknown-attribute, unknown-reference, unfit-filter and those
    of the comparison.
    """
    table = workspace.catalog().table_by_name[entity]
    return _predicate(read_condition(written), table, Stored(entity, alias, tables, micros(now), Known(workspace)))


def _predicate(condition: Condition, table: Table, rows: Stored) -> exp.Expr:
    return joined(condition, [_filter(one, table, rows) for one in condition.filters])


def _filter(one: Filter, table: Table, rows: Stored) -> exp.Expr:
    match one:
        case AttributeFilter():
            attribute = table.by_name.get(one.attribute)
            if attribute is None:
                raise EngineError(unknown("attribute", one.attribute, table.by_name, inside=table.name))
            return holds(one, Typed(col(rows.alias, attribute.name), attribute.type), rows.instant)
        case IntentFilter() if table.name == "person" and "intent_score" in rows.tables:
            interested = those_interested(rows.table("intent_score"), one.of, one.keys, one.levels)
            found: exp.Expr = exp.In(this=rows.whose, query=interested.subquery(copy=False))
        case AccountListFilter() if table.name == "account":
            found = any_of([_in_list(name, "account_list", table, rows) for name in one.lists])
        case PeopleListFilter() if table.name == "person":
            found = any_of([_in_list(name, "people_list", table, rows) for name in one.lists])
        case _:
            return linked(one, rows)
    return found if one.holds else negated(found)


def _in_list(reference: str, kind: str, table: Table, rows: Stored) -> exp.Expr:
    """Whether a row belongs to a list: of a dynamic one that is live, whoever meets its filters at that instant.

    Of dynamic lists that ask for each other, the one that was asked first is taken as it stands.
    """
    own = rows.known.find(kind, reference)
    if own is None and kind == "people_list":
        other = rows.known.find("mkto_list", reference)
        if other is not None:
            return in_marketo_list(str(other["list_id"]), rows)
    own = rows.known.get(kind, reference, "lists")
    list_id, fills_itself = str(own["list_id"]), own["kind"] == "dynamic" and own["status"] == "live"
    if fills_itself and own["definition"] and list_id not in rows.known.asking:
        inside = replace(rows, known=rows.known.within(list_id))
        return exp.Paren(this=_predicate(read_condition(own["definition"]), table, inside))
    return in_account_list(list_id, rows) if kind == "account_list" else in_people_list(list_id, rows)
