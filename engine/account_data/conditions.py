"""Conditions of role cards, lists and audiences over the stored rows, as they stand at one instant."""

import json
from collections.abc import Mapping

from pydantic import ValidationError
from sqlglot import exp

from engine.account_data.linked_conditions import Stored, linked
from engine.accounts.intent import level_of
from engine.catalog.model import Table
from engine.catalog.paths import unknown
from engine.catalog.sources import Typed
from engine.journey.conditions import Condition
from engine.journey.conditions.comparing import holds
from engine.journey.conditions.logic import combined
from engine.journey.conditions.model import AttributeFilter, Filter, IntentFilter, Logic
from engine.problems import EngineError, Problem
from engine.trees import all_of, any_of, col, negated, number, query, text


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


def predicate(condition: Condition, table: Table, alias: str, tables: Mapping[str, exp.Table], now: int) -> exp.Expr:
    """Whether a condition holds for a row of `table` known as `alias`; always decided. `now` is in microseconds.

    `tables` are the stored ones. Errors: unknown-attribute, unfit-filter and those of the comparison.
    """
    found = [_filter(one, table, alias, tables, now) for one in condition.filters]
    if condition.logic is Logic.ADVANCED:
        return combined(condition.expression, found)
    return any_of(found) if condition.logic is Logic.ANY and found else all_of(found)


def _filter(one: Filter, table: Table, alias: str, tables: Mapping[str, exp.Table], now: int) -> exp.Expr:
    match one:
        case AttributeFilter():
            attribute = table.by_name.get(one.attribute)
            if attribute is None:
                raise EngineError(unknown("attribute", one.attribute, table.by_name, inside=table.name))
            return holds(one, Typed(col(alias, attribute.name), attribute.type), number(now))
        case IntentFilter() if table.name == "person" and "intent_score" in tables:
            said = _intent(one, alias, tables["intent_score"])
            return said if one.holds else negated(said)
        case _:
            return linked(one, Stored(table.name, alias, tables, now))


def _intent(one: IntentFilter, alias: str, scores: exp.Table) -> exp.Expr:
    """The newest score for one of the keys is of one of the levels."""
    keys = [text(key.strip().lower()) for key in one.keys]
    levels = [text(level) for level in one.levels]
    newest = query(
        "SELECT s.entity_id, LOWER(s.key) AS key, s.score FROM scores AS s"
        " WHERE s.level = 'person' AND s.kind = $of"
        " QUALIFY ROW_NUMBER() OVER (PARTITION BY s.entity_id, LOWER(s.key) ORDER BY s.at_ts DESC) = 1",
        scores=scores, of=text(one.of),
    )  # fmt: skip
    asked: list[exp.Expr] = [col("s", "entity_id").eq(col(alias, "person_id"))]
    asked += [exp.In(this=col("s", "key"), expressions=keys)] if keys else []
    asked += [exp.In(this=level_of(col("s", "score")), expressions=levels)] if levels else []
    return exp.Exists(this=exp.select("1").from_(newest.subquery("s")).where(*asked))
