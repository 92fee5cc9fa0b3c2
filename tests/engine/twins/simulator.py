"""A slow simulator of whole campaigns in plain Python, written from the specification, sharing no code with the engine.

Every activity is a function from what enters it to what leaves by each output.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from tests.engine.twins.flow import CHANNELS, and_join, end, message, same, test
from tests.engine.twins.linking import change_dimension, enrichment, reconciliation
from tests.engine.twins.populations import Entering, Left, Memory, Population
from tests.engine.twins.targeting import (
    build_audience,
    combine,
    deduplication,
    incremental_query,
    load_file,
    read_audience,
    split,
)

ACTIVITIES: dict[str, Callable[[Entering], Left]] = {
    "build-audience": build_audience,
    "read-audience": read_audience,
    "incremental-query": incremental_query,
    "load-file": load_file,
    "combine": combine,
    "deduplication": deduplication,
    "split": split,
    "enrichment": enrichment,
    "reconciliation": reconciliation,
    "change-dimension": change_dimension,
    "save-audience": same,
    "extract-file": same,
    "update-data": same,
    "fork": same,
    "wait": same,
    "alert": same,
    "external-signal": same,
    "scheduler": same,
    "and-join": and_join,
    "test": test,
    "end": end,
    **{name: message(channel) for name, channel in CHANNELS.items()},
}


Act = Callable[[str, str, Entering, Left], str]
"""What a real run does at a node (id, type, what entered, what left): the state it comes to; only "done" goes on."""


def simulate(
    document: dict[str, Any],
    memory: Memory | None = None,
    act: Act = lambda _name, _kind, _node, _left: "done",
    passed: Mapping[str, Left] = MappingProxyType({}),
) -> dict[str, Left | None]:
    """Node to what became of it; None where nothing arrived.

    Nodes stand in running order; what a run has `passed` before stays as it was.
    """
    memory = memory or Memory()
    found: dict[str, Left | None] = {}
    for node in document["nodes"]:
        inputs: dict[str, Population | None] = {}
        reached = True
        for arrow in document["transitions"]:
            if arrow["to"] == node["id"]:
                before = found[arrow["from"]]
                reached = reached and before is not None and arrow["port"] in before.active
                if before is not None and reached:
                    inputs[arrow["id"]] = before.outputs[arrow["port"]]
        found[node["id"]] = None
        if node["id"] in passed:
            found[node["id"]] = passed[node["id"]]
        elif reached:
            memory.node = node["id"]
            entering = Entering(node["settings"], inputs, memory)
            left = ACTIVITIES[node["type"]](entering)
            state = act(node["id"], node["type"], entering, left)
            found[node["id"]] = left if state == "done" else replace(left, active=frozenset(), state=state)
    return found
