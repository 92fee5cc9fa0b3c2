"""From a checked document to what would run: one step per population, and shared scans before them. Pure values.

A step whose population is stored already is not in the plan; equal nodes share one step. Collections that several steps
need, or that an edit is likely to ask for again, are reduced once, in one scan, and stored for all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sqlglot import exp

from engine.checking import Checked, CheckedNode
from engine.compiler.counts import Asking
from engine.compiler.existence import looked_up
from engine.compiler.sharing import Keys, Use, address, reading_stored, shared_scans, uses_in
from engine.compiler.sources import NodeSources, Snapshot
from engine.contract import Inbound, Place, Query, Same, World
from engine.fingerprints import SqlText, digest, text_of
from engine.problems import EngineError, Problem
from engine.relations import Relation


@dataclass(frozen=True)
class PlannedNode:
    """A node with its surroundings resolved: where its inputs stand and where its outputs will.

    `population` is the stored table's name, or None for a view of an input and for a node without people; `text` is
    that of its query.
    """

    checked: CheckedNode
    place: Place[Any]
    sources: NodeSources
    outputs: Mapping[str, Relation | None]
    population: str | None
    query: Query | None
    text: SqlText | None = None
    uses: tuple[Use, ...] = ()
    """The reductions of collections that the query joins."""

    @cached_property
    def asking(self) -> Asking:
        """What is asked of its population once it is stored."""
        return Asking(self.checked.activity, self.place, self.sources, self.outputs)


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a node's statement depends on beside its place on the canvas."""

    world: World
    snapshot: Snapshot
    store: str
    prefix: str


@dataclass(frozen=True)
class Step:
    """One statement, and its `text`, whose result is stored under `table`. `nodes` show it; a shared scan has none."""

    table: str
    query: Query
    text: SqlText
    nodes: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    """What its port column may say, where it has one."""
    shared: tuple[str, ...] = ()
    """For a shared scan: the reductions that it holds, by the names they are known by."""

    @cached_property
    def reads(self) -> frozenset[str]:
        """The names of the stored tables that it reads."""
        return frozenset(table.name for table in self.query.find_all(exp.Table))


@dataclass(frozen=True, slots=True)
class Plan:
    """What would run, in order, and every node of the document that can be counted."""

    checked: Checked
    nodes: Mapping[str, PlannedNode]
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...] = ()
    reused: tuple[str, ...] = ()
    """Tables that are stored already and that the plan relies on."""
    ground: Ground | None = None
    reductions: Mapping[str, str] = field(default_factory=dict[str, str])
    """The reductions that were stored when it was made, and where."""

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
    before: Plan | None = None,
) -> Plan:
    """What would run. `is_stored` tells of a table's name whether it exists, `stored_reductions` where each stands.

    `prefix` keeps the tables of one real run apart from those of all others. `before` is an earlier plan of the same
    document: only the nodes whose place has changed since are compiled anew.

    Errors: none; a node that cannot be compiled is left out with a problem, and so is all that follows it.
    """
    ground = Ground(checked.world, snapshot, store, prefix)
    if before is not None and before.ground != ground:
        before = None
    keys = _declared_keys(checked, snapshot)
    if before is not None and before.checked is checked:
        nodes, problems = before.nodes, before.problems
    else:
        nodes, problems = _nodes(checked, ground, keys, {} if before is None else before.nodes)
    missing, reused = _missing(nodes, is_stored)
    steps = _kept_steps(before, nodes, missing, stored_reductions)
    if steps is None:
        steps = _steps(missing, nodes, keys, stored_reductions, ground)
    read = {table for step in steps for table in step.reads}
    reused += sorted(read & set(stored_reductions.values()))
    return Plan(checked, nodes, steps, problems, tuple(reused), ground, dict(stored_reductions))


def _nodes(
    checked: Checked, ground: Ground, keys: Keys, known: Mapping[str, PlannedNode]
) -> tuple[Mapping[str, PlannedNode], tuple[Problem, ...]]:
    """Every node that can be counted, compiled anew unless it is `known`; and the problems of the others."""
    nodes: dict[str, PlannedNode] = {}
    problems: list[Problem] = []
    for name, node in checked.nodes.items():
        inputs = _inputs(node, nodes)
        if inputs is None:
            continue
        place = replace(node.place, inputs=inputs)
        kept = known.get(name)
        if kept is not None and kept.checked.activity is node.activity and _same(kept.place, place):
            nodes[name] = replace(kept, checked=node, place=place)
            continue
        try:
            nodes[name] = _plan_node(node, place, ground, keys)
        except EngineError as error:
            problems.append(error.problem.at(node=name))
    return nodes, tuple(problems)


def _kept_steps(
    before: Plan | None, nodes: Mapping[str, PlannedNode], missing: list[Step], stored: Mapping[str, str]
) -> tuple[Step, ...] | None:
    """The steps of the plan before, when the same is to be done again; else None."""
    if before is None or before.reductions != stored:
        return None
    again = [(step.table, step.nodes) for step in before.steps if not step.shared]
    same = all(name in before.nodes and before.nodes[name].query is nodes[name].query for name in nodes)
    return before.steps if same and again == [(step.table, step.nodes) for step in missing] else None


def _steps(
    missing: list[Step], nodes: Mapping[str, PlannedNode], keys: Keys, stored: Mapping[str, str], ground: Ground
) -> tuple[Step, ...]:
    """What is missing, after the scans that are shared."""
    asking = [(first.uses, first.sources.reductions) for first in (nodes[step.nodes[0]] for step in missing)]
    scans = shared_scans(asking, stored, ground.prefix)
    places = dict(stored) | {name: one.table for one in scans for name in one.names}
    scanning = ((one, looked_up(one.query)) for one in scans)
    shared = [Step(one.table, query, text_of(query), shared=one.names) for one, query in scanning]
    own = (_reading(step, nodes[step.nodes[0]].uses, places, keys, ground.store) for step in missing)
    return (*shared, *own)


def _declared_keys(checked: Checked, snapshot: Snapshot) -> Keys:
    catalog = checked.world.surroundings.catalog
    known = ((stored, catalog.table_by_name.get(name)) for name, stored in snapshot.tables.items())
    return {address(stored): table.key for stored, table in known if table is not None and table.key}


def _inputs(node: CheckedNode, nodes: Mapping[str, PlannedNode]) -> tuple[Inbound, ...] | None:
    """What enters a node, with where it stands; None when some of it could not be planned."""
    inputs: list[Inbound] = []
    for inbound in node.place.inputs:
        source = nodes.get(inbound.node)
        if source is None:
            return None
        inputs.append(replace(inbound, relation=source.outputs[node.input_ports[inbound.transition]]))
    return tuple(inputs)


def _same(one: Place[Any], other: Place[Any]) -> bool:
    """Whether two places in one world are the same."""
    return (one.settings, one.inputs, one.label) == (other.settings, other.inputs, other.label)


def _reading(step: Step, uses: tuple[Use, ...], places: Mapping[str, str], keys: Keys, store: str) -> Step:
    """The step reading what is stored from where it stands, and looking up what is not."""
    if not uses:
        return step
    query = looked_up(reading_stored(step.query, places, keys, store))
    return replace(step, query=query, text=text_of(query))


def _plan_node(node: CheckedNode, place: Place[Any], ground: Ground, keys: Keys) -> PlannedNode:
    """Errors: EngineError, when data that the node needs is not there."""
    sources = NodeSources(place.surroundings, ground.snapshot)
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
    text = text_of(compiled)
    table = f"{ground.prefix}p_{digest(text)}"
    several = len(shapes) > 1
    outputs = {
        port: shape and replace(shape, store=ground.store, table=table, port=port if several else None)
        for port, shape in shapes.items()
    }
    uses = tuple(uses_in(compiled, keys)) if sources.reductions else ()
    return PlannedNode(node, place, sources, outputs, table, compiled, text, uses)


def _missing(nodes: Mapping[str, PlannedNode], is_stored: Callable[[str], bool]) -> tuple[list[Step], list[str]]:
    showing: dict[str, list[str]] = {}
    for name, node in nodes.items():
        if node.population is not None:
            showing.setdefault(node.population, []).append(name)
    missing: list[Step] = []
    reused: list[str] = []
    for table, names in showing.items():
        query, text = nodes[names[0]].query, nodes[names[0]].text
        if is_stored(table) or query is None or text is None:
            reused.append(table)
        else:
            ports = tuple(nodes[names[0]].outputs)
            missing.append(Step(table, query, text, tuple(names), ports if len(ports) > 1 else ()))
    return missing, reused
