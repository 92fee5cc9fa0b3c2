"""Ways between tables along their links, and the targeting dimensions that they lead to."""

from engine.catalog.model import Catalog, Dimension, End
from engine.problems import EngineError, Problem
from engine.texts import quoted, say

MOST_LINKS = 4


def shortest_ways(catalog: Catalog, start: str, goal: str) -> list[tuple[End, ...]]:
    """All ways of the least number of links; the empty way when the tables are the same."""
    if start == goal:
        return [()]
    ways: list[tuple[End, ...]] = [()]
    for _ in range(MOST_LINKS):
        ways = [
            (*way, end)
            for way in ways
            for end in catalog.ends.get(way[-1].there if way else start, {}).values()
            if end.there != start and all(end.there != before.there for before in way)
        ]
        arrived = [way for way in ways if way[-1].there == goal]
        if arrived:
            return arrived
    return []


def linked_dimensions(catalog: Catalog, dimension: str) -> list[Dimension]:
    """The targeting dimensions that rows of one can become: those whose table its own is, or is linked to.

    Errors: unknown-dimension.
    """
    start = catalog.dimension_by_name.get(dimension)
    if start is None:
        raise EngineError(
            Problem(
                code="unknown-dimension",
                what=say("There is no targeting dimension {dimension}.", dimension=quoted(dimension)),
                fix="Choose one of those that exist.",
                check="V07",
            )
        )
    return [one for one in catalog.dimensions if one != start and shortest_ways(catalog, start.table, one.table)]
