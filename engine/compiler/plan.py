"""From a checked document to what would run: one step per population, and shared scans before them. Pure values.

A step whose population is stored already is not in the plan; equal nodes share one step. Collections that several steps
need, or that an edit is likely to ask for again, are reduced once, in one scan, and stored for all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlglot import exp

from engine.checking import Checked, CheckedNode
from engine.compiler.existence import looked_up
from engine.compiler.sharing import Keys, address, reading_stored, shared_scans
from engine.compiler.sources import NodeSources, Snapshot
from engine.contract import Inbound, Place, Query, Same
from engine.fingerprints import fingerprint
from engine.problems import EngineError, Problem
from engine.relations import Relation


@dataclass(frozen=True, slots=True)
class PlannedNode:
    """A node with its surroundings resolved: where its inputs stand and where its outputs will.

    `population` is the stored table's name, or None for a view of an input and for a node without people.
    """

    checked: CheckedNode
    place: Place[Any]
    sources: NodeSources
    outputs: Mapping[str, Relation | None]
    population: str | None
    query: Query | None


@dataclass(frozen=True, slots=True)
class Step:
    """One statement whose result is stored under `table`. `nodes` show it; a shared scan has none."""

    table: str
    query: Query
    nodes: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    """For a shared scan: the reductions that it holds, by the names they are known by."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would run, in order, and every node of the document that can be counted."""

    checked: Checked
    nodes: Mapping[str, PlannedNode]
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...] = ()
    reused: tuple[str, ...] = ()
    """Tables that are stored already and that the plan relies on."""

    @property
    def tables(self) -> set[str]:
        """All tables that hold, or will hold, what the document shows."""
        return {*self.reused, *(step.table for step in self.steps)}


def make_plan(
    checked: Checked,
    snapshot: Snapshot,
    is_stored: Callable[[str], bool],
    stored_reductions: Mapping[str, str],
    *,
    store: str = "work",
    prefix: str = "",
) -> Plan:
    """What would run. `is_stored` tells of a table's name whether it exists, `stored_reductions` where each stands.

    `prefix` keeps the tables of one real run apart from those of all others.

    Errors: none; a node that cannot be compiled is left out with a problem, and so is all that follows it.
    """
    nodes: dict[str, PlannedNode] = {}
    problems: list[Problem] = []
    for name, node in checked.nodes.items():
        try:
            planned = _plan_node(node, nodes, snapshot, store, prefix)
        except EngineError as error:
            problems.append(error.problem.at(node=name))
            continue
        if planned is not None:
            nodes[name] = planned
    missing, reused = _missing(nodes, is_stored)
    keys = _declared_keys(checked, snapshot)
    asking = [(step.query, nodes[step.nodes[0]].sources.reductions) for step in missing]
    scans = shared_scans(asking, keys, stored_reductions, prefix)
    places = dict(stored_reductions) | {name: one.table for one in scans for name in one.names}
    shared = [Step(one.table, looked_up(one.query), shared=one.names) for one in scans]
    steps = tuple(replace(step, query=looked_up(reading_stored(step.query, places, keys, store))) for step in missing)
    read = {table.name for step in steps for table in step.query.find_all(exp.Table)}
    reused += sorted(read & set(stored_reductions.values()))
    return Plan(checked, nodes, (*shared, *steps), tuple(problems), tuple(reused))


def _declared_keys(checked: Checked, snapshot: Snapshot) -> Keys:
    catalog = checked.world.surroundings.catalog
    known = ((stored, catalog.table_by_name.get(name)) for name, stored in snapshot.tables.items())
    return {address(stored): table.key for stored, table in known if table is not None and table.key}


def _plan_node(
    node: CheckedNode, nodes: Mapping[str, PlannedNode], snapshot: Snapshot, store: str, prefix: str
) -> PlannedNode | None:
    """Errors: EngineError, when data that the node needs is not there."""
    inputs: list[Inbound] = []
    for inbound in node.place.inputs:
        source = nodes.get(inbound.node)
        if source is None:
            return None
        inputs.append(replace(inbound, relation=source.outputs[node.input_ports[inbound.transition]]))
    place = replace(node.place, inputs=tuple(inputs))
    sources = NodeSources(place.surroundings, snapshot)
    compiled = node.activity.compile(place, sources)
    # Links made on the canvas lead to stored rows, so a shape that carries them is made anew from the stored inputs.
    shapes = node.activity.shapes(place)
    if compiled is None:
        return PlannedNode(node, place, sources, dict(shapes), None, None)
    if isinstance(compiled, Same):
        here = compiled.input
        outputs = {
            port: shape and replace(shape, store=here.store, table=here.table, port=here.port)
            for port, shape in shapes.items()
        }
        return PlannedNode(node, place, sources, outputs, None, None)
    table = f"{prefix}p_{fingerprint(compiled)}"
    several = len(shapes) > 1
    outputs = {
        port: shape and replace(shape, store=store, table=table, port=port if several else None)
        for port, shape in shapes.items()
    }
    return PlannedNode(node, place, sources, outputs, table, compiled)


def _missing(nodes: Mapping[str, PlannedNode], is_stored: Callable[[str], bool]) -> tuple[list[Step], list[str]]:
    showing: dict[str, list[str]] = {}
    for name, node in nodes.items():
        if node.population is not None:
            showing.setdefault(node.population, []).append(name)
    missing: list[Step] = []
    reused: list[str] = []
    for table, names in showing.items():
        query = nodes[names[0]].query
        if is_stored(table) or query is None:
            reused.append(table)
        else:
            missing.append(Step(table, query, tuple(names)))
    return missing, reused
