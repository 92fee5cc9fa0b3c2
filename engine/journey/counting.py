"""The counts of a stored run: per node, per transition, per reason and outcome, at the horizon or at any instant."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlglot import exp

from engine.database import Cursor
from engine.journey.plan import Plan
from engine.journey.simulate import Simulated
from engine.trees import number, query

Crossed = tuple[int, int, int]
"""Tokens, distinct units, people."""


@dataclass(frozen=True, slots=True)
class NodeCounts:
    """Tokens at a node: how many came, left, are still there, and left the journey there, by reason."""

    entered: int = 0
    distinct: int = 0
    left: int = 0
    at_step: int = 0
    exited: Mapping[str, int] = field(default_factory=dict[str, int])
    outcomes: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def conserved(self) -> bool:
        """Whether what came is what left, stays, and has gone."""
        return self.entered == self.left + self.at_step + sum(self.exited.values())


@dataclass(frozen=True, slots=True)
class JourneyCounts:
    """All counts of a run. `edges` are by rank and port; `reasons` counts tokens by how they ended."""

    nodes: Mapping[int, NodeCounts]
    edges: Mapping[tuple[int, str], Crossed]
    entered: int
    reasons: Mapping[str, int]
    excluded: int
    mean_days: float | None

    @property
    def in_progress(self) -> int:
        """Tokens that have not left."""
        return self.entered - sum(self.reasons.values())


def count(cursor: Cursor, plan: Plan, run: Simulated, until: int | None = None, journey: int = 0) -> JourneyCounts:
    """The counts of all that happened up to an instant, in microseconds; by default, up to the horizon.

    `journey` is the number of the plan's journey among those that ran together.
    """
    limit = number(run.end if until is None else min(until, run.end))
    crossings = run.stored.table("crossings")
    edges: dict[tuple[int, str], Crossed] = {}
    left: dict[int, int] = {}
    exited: dict[int, dict[str, int]] = {}
    rows = cursor.fetch(query(
        "SELECT c.rank, c.port, c.reason, COUNT(*) AS tokens, COUNT(DISTINCT c.unit) AS units, SUM(c.people) AS people"
        " FROM c AS c WHERE c.at_out <= $limit GROUP BY c.rank, c.port, c.reason",
        c=crossings, limit=limit,
    ))  # fmt: skip
    for rank, port, reason, tokens, units, people in rows:
        if reason is not None:
            exited.setdefault(rank, {})[str(reason)] = tokens
        elif port is not None:
            edges[rank, str(port)] = (tokens, units, int(people))
            left[rank] = left.get(rank, 0) + tokens
    came = cursor.fetch(query(
        "SELECT c.rank, COUNT(*) AS tokens, COUNT(DISTINCT c.unit) AS units FROM c AS c WHERE c.at <= $limit"
        " GROUP BY c.rank",
        c=crossings, limit=limit,
    ))  # fmt: skip
    edges |= _paths(cursor, run, limit)
    outcomes: dict[int, dict[str, int]] = {}
    acted = query("SELECT a.rank, a.outcome, COUNT(*) AS times FROM a AS a WHERE a.at <= $limit"
                  " GROUP BY a.rank, a.outcome ORDER BY a.rank, a.outcome",
                  a=run.stored.table("acts"), limit=limit)  # fmt: skip
    for rank, outcome, times in cursor.fetch(acted):
        outcomes.setdefault(rank, {})[str(outcome)] = times
    entered = {rank: (tokens, units) for rank, tokens, units in came}
    nodes: dict[int, NodeCounts] = {}
    for one in plan.nodes:
        tokens, units = entered.get(one.rank, (0, 0))
        gone = exited.get(one.rank, {})
        staying = max(0, tokens - left.get(one.rank, 0) - sum(gone.values()))
        nodes[one.rank] = NodeCounts(
            tokens, units, left.get(one.rank, 0), staying, gone, outcomes.get(one.rank, {})
        )  # fmt: skip
    return _whole(cursor, run, limit, nodes, edges, journey)


def _paths(cursor: Cursor, run: Simulated, limit: exp.Expr) -> dict[tuple[int, str], Crossed]:
    """The paths of people: the tokens that have anybody on one, and the people."""
    rows = cursor.fetch(query(
        "SELECT p.rank, p.port, COUNT(DISTINCT p.token) AS tokens, COUNT(DISTINCT p.unit) AS units, COUNT(*) AS people"
        " FROM p AS p WHERE p.at <= $limit GROUP BY p.rank, p.port",
        p=run.stored.table("people"), limit=limit,
    ))  # fmt: skip
    return {(rank, str(port)): (tokens, units, people) for rank, port, tokens, units, people in rows}


def _whole(
    cursor: Cursor,
    run: Simulated,
    limit: exp.Expr,
    nodes: Mapping[int, NodeCounts],
    edges: Mapping[tuple[int, str], Crossed],
    journey: int,
) -> JourneyCounts:
    ended = cursor.fetch(query(
        "SELECT t.reason, COUNT(*) AS tokens, SUM(CAST(t.exited - t.entered AS HUGEINT)) AS spent FROM t AS t"
        " WHERE t.exited <= $limit AND t.journey = $journey GROUP BY t.reason ORDER BY t.reason",
        t=run.stored.table("tokens"), limit=limit, journey=number(journey),
    ))  # fmt: skip
    came = query("SELECT COUNT(*) FROM t AS t WHERE t.entered <= $limit AND t.journey = $journey",
                 t=run.stored.table("tokens"), limit=limit, journey=number(journey))  # fmt: skip
    entered = cursor.value(came)
    excluded = cursor.value(query("SELECT COUNT(*) FROM t AS t WHERE t.at <= $limit",
                                  t=run.stored.table("excluded"), limit=limit))  # fmt: skip
    if journey:
        excluded = 0
    reasons = {str(reason): int(tokens) for reason, tokens, _ in ended}
    done = sum(reasons.values())
    spent = sum(int(one) for _, _, one in ended)
    mean = spent / done / 86_400_000_000 if done else None
    return JourneyCounts(nodes, edges, int(entered), reasons, int(excluded), mean)
