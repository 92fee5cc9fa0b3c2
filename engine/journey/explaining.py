"""Why an account, or a person, took a path: each filter of each path with the value that it looked at, at that turn."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from engine.journey.calendar import moment
from engine.journey.conditions import ConditionCompiler
from engine.journey.conditions.model import AttributeFilter, Condition, Filter
from engine.journey.passes import Passes
from engine.journey.paths import ConditionPath, path_label
from engine.journey.plan import PlannedNode
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.tables import people_of, sent_on, temp
from engine.journey.values import as_text
from engine.trees import col, text
from engine.types import STRING


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One filter as it was at a visit: when, on which path, as it is written and in English, the value (none for a
    membership), and whether it held. `taken` is the output by which the visit went on."""

    at: str
    entity: str
    taken: str
    path: str
    filter: str
    value: str | None
    holds: bool
    asked: Filter
    of_people: bool


def evaluated(passes: Passes, node: str, key: str) -> list[Evaluated]:
    """The evaluations at a split for one account or person, in order of visits and paths; none for other nodes."""
    planned = next(one for one in passes.plan.nodes if one.id == node)
    paths: tuple[ConditionPath, ...] = tuple(
        one for one in getattr(planned.place.settings, "paths", ()) if isinstance(one, ConditionPath)
    )
    found: list[Evaluated] = []
    for number, path in enumerate(paths, start=1):
        for one in (path.condition or Condition()).filters:
            found += _visits(passes, planned, key, path_label(path.label, number), one)
    return sorted(found, key=lambda line: line.at)


def _visits(passes: Passes, planned: PlannedNode, key: str, path: str, one: Filter) -> Iterator[Evaluated]:
    grouped = planned.rank in passes.plan.closes
    of_people = grouped or planned.place.world.of_people
    entity = Entity.PERSON if of_people else Entity.ACCOUNT
    table = people_of(planned.rank) if grouped else sent_on(planned.rank)
    rows = Rows(passes.ground, table, of_people=of_people, rank=planned.rank)
    compiler = ConditionCompiler(planned.place.world, rows, of_people=of_people)
    holds = compiler.filter(one)
    value: exp.Expr = exp.Cast(this=exp.null(), to=STRING.to_sql())
    if isinstance(one, AttributeFilter):
        value = as_text(rows.field(entity, one.attribute).tree)
    column = entity.columns[0]
    whose = _only(column, key)
    found = rows.select(
        rows["at"], exp.alias_(rows["port"], "taken"), exp.alias_(value, "value"), exp.alias_(holds, "held")
    ).where(exp.In(this=rows[column], query=whose.subquery(copy=False)), copy=False)
    for at, taken, seen, held in passes.stage.fetch(found):
        yield Evaluated(
            moment(int(str(at))).isoformat(), key, str(taken), path, in_words(one),
            None if seen is None else str(seen), bool(held), one, of_people,
        )  # fmt: skip


def _only(column: str, key: str) -> exp.Select:
    """The small key of an id."""
    return exp.select(col("e", column)).from_(exp.alias_(temp(column), "e", table=True)).where(
        col("e", f"{column}_id").eq(text(key))
    )  # fmt: skip


def in_words(one: Filter) -> str:
    """A filter as people read it."""
    if isinstance(one, AttributeFilter):
        wanted = " or ".join(repr(part) for part in one.values)
        return f"{one.attribute} {one.operator.value} {wanted}".strip()
    told = {name: part for name, part in one.model_dump(exclude_defaults=True, mode="json").items() if name != "kind"}
    return f"{one.kind} {told}"
