"""The counts of a stored run: per node, per transition, per reason and outcome, at the horizon or at any instant."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.database import Cursor
from engine.journey.plan import Plan
from engine.journey.simulate import Simulated
from engine.journey.tallying import sums_query
from engine.trees import number

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
    sums = cursor.fetch(sums_query(run.stored.table("tally"), limit))
    edges = {
        (rank, str(name)): (int(tokens), int(units), int(people))
        for kind, rank, name, tokens, units, people, _ in sums
        if kind in {"left", "path"}
    }
    found: dict[str, dict[int, dict[str, tuple[int, int, int]]]] = {}
    for kind, rank, name, tokens, units, _, spent in sums:
        found.setdefault(kind, {}).setdefault(rank, {})[str(name)] = (int(tokens), int(units), int(spent))
    nodes: dict[int, NodeCounts] = {}
    for one in plan.nodes:
        came = found.get("came", {}).get(one.rank, {}).get("", (0, 0, 0))
        left = sum(part[0] for part in found.get("left", {}).get(one.rank, {}).values())
        gone = _tokens(found, "gone", one.rank)
        staying = max(0, came[0] - left - sum(gone.values()))
        nodes[one.rank] = NodeCounts(came[0], came[1], left, staying, gone, _tokens(found, "done", one.rank))
    ended = found.get("ended", {}).get(journey, {})
    done = sum(tokens for tokens, _, _ in ended.values())
    spent = sum(part for _, _, part in ended.values())
    return JourneyCounts(
        nodes,
        edges,
        sum(_tokens(found, "entered", journey).values()),
        {reason: tokens for reason, (tokens, _, _) in ended.items()},
        0 if journey else sum(_tokens(found, "excluded", 0).values()),
        spent / done / 86_400_000_000 if done else None,
    )


def _tokens(
    found: Mapping[str, Mapping[int, Mapping[str, tuple[int, int, int]]]], kind: str, rank: int
) -> dict[str, int]:
    return {name: tokens for name, (tokens, _, _) in found.get(kind, {}).get(rank, {}).items()}
