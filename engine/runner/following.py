"""Follows one record through a campaign: each node on its way, what its rules found, and the values it had there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.compiler.plan import Plan, PlannedNode
from engine.database import Cursor
from engine.document.model import Document
from engine.relations import RESERVED, SEGMENT, SEND_STATUS, Column, Relation, column
from engine.rules.sentences import Language
from engine.runner.answers import Key, Line, Stop
from engine.runner.tracing import Tracer, find_place
from engine.runner.why import counted_plan
from engine.workspace import Workspace

MOST_ROWS = 50
"""Rows of one record that are shown at one node."""
_SHOWN = frozenset({SEGMENT, SEND_STATUS})


@dataclass(frozen=True, slots=True)
class Passage:
    """A record at one node: how it passed, what the lines of the node's rules found, and its rows as it left.

    `columns` are what activities added so far; `rows` hold their values, at most MOST_ROWS rows.
    """

    stop: Stop
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


def follow(
    workspace: Workspace,
    document: Document,
    place: str,
    key: Key,
    *,
    as_of: datetime | None = None,
    language: Language = "en",
) -> tuple[Passage, ...]:
    """The way of a record of the unit that `place` counts, from its first node on. Errors: unknown-place.

    What is not counted yet is counted first. Nodes that count another unit are not on its way.
    """
    plan = counted_plan(workspace, document, as_of)
    return workspace.database.reader.run(lambda cursor: tuple(_passages(plan, cursor, place, key, language)))


def _passages(plan: Plan, cursor: Cursor, place: str, key: Key, language: Language) -> Iterator[Passage]:
    node, _ = find_place(plan, place)
    tracer = Tracer(plan, cursor, [key], plan.nodes[node], language)
    for stop in tracer.way(0):
        planned = plan.nodes[stop.node]
        columns, rows = _values(tracer, planned, stop)
        yield Passage(stop, tuple(tracer.lines(planned, 0, None)), columns, rows)


def _values(tracer: Tracer, node: PlannedNode, stop: Stop) -> tuple[tuple[Column, ...], tuple[tuple[Any, ...], ...]]:
    for port in stop.ports:
        relation = node.outputs[port]
        shown = [] if relation is None else [one for one in relation.columns if _is_shown(one.name)]
        if relation is not None and shown:
            return tuple(shown), _rows(tracer, relation, [one.name for one in shown])
    return (), ()


def _rows(tracer: Tracer, relation: Relation, names: list[str]) -> tuple[tuple[Any, ...], ...]:
    select = relation.rows("p").select(*(column("p", name) for name in names))
    select = select.join(tracer.asked(relation, "p", relation.key)).order_by(*relation.order("p"))
    return tuple(tracer.cursor.fetch(select.limit(MOST_ROWS)))


def _is_shown(name: str) -> bool:
    return name in _SHOWN or not name.startswith(RESERVED)
