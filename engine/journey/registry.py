"""Finds every node of journeys: one module, one class. Nothing is listed by hand."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from engine.journey import nodes
from engine.journey.action_registry import all_actions, by_id, classes_in
from engine.journey.contract import JourneyNode

AnyNode = JourneyNode[Any]


@cache
def all_nodes() -> Mapping[str, AnyNode]:
    """Type id to the node, sorted by id."""
    return by_id(classes_in(nodes, JourneyNode))


__all__ = ["AnyNode", "all_actions", "all_nodes"]
