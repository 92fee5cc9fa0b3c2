"""From a checked document to what would run: one step per population, and shared scans before them. Pure values.

A step whose population is stored already is not in the plan; equal nodes share one step. Collections that several steps
need, or that an edit is likely to ask for again, are reduced once, in one scan, and stored for all.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlglot import exp

from engine.catalog.sources import Reduction
from engine.checking import Checked, CheckedNode
from engine.compiler.sources import NodeSources, Snapshot, scan, value_name
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
    """For a shared scan: the reductions that it holds, by their aliases."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would run, in order, and every node of the document that can be counted."""

    checked: Checked
    nodes: Mapping[str, PlannedNode]
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...] = ()
    reused: tuple[str, ...] = ()
    """Tables that are stored already and that the plan relies on."""


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
    shared = _shared_scans(missing, nodes, stored_reductions, prefix)
    places = dict(stored_reductions) | {alias: step.table for step in shared for alias in step.shared}
    steps = tuple(replace(step, query=_with_stored_reductions(step.query, places, store)) for step in missing)
    return Plan(checked, nodes, (*shared, *steps), tuple(problems), tuple(reused))


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


def _shared_scans(
    steps: Iterable[Step],
    nodes: Mapping[str, PlannedNode],
    stored_reductions: Mapping[str, str],
    prefix: str,
) -> list[Step]:
    """The scans worth doing once for all: those of plain aggregates, and those that more than one step asks for."""
    uses: Counter[str] = Counter()
    wanted: dict[str, Reduction] = {}
    for step in steps:
        top = _reductions_in(step.query)
        known = {alias: one for name in step.nodes[:1] for alias, one in nodes[name].sources.reductions.items()}
        for alias in top:
            if alias in known and alias not in stored_reductions:
                uses[alias] += 1
                wanted[alias] = known[alias]
    groups: dict[tuple[str, ...], list[str]] = {}
    for alias, reduction in wanted.items():
        base = (reduction.rows.sql(), *(owner.sql() for owner in reduction.owner))
        groups.setdefault(base, []).append(alias)
    return [
        _shared_scan(aliases, wanted, prefix)
        for aliases in groups.values()
        if sum(uses[alias] for alias in aliases) > 1 or any(wanted[alias].where is None for alias in aliases)
    ]


def _reductions_in(query: exp.Expr) -> list[str]:
    """Aliases of the reductions that a query joins itself; those inside another reduction stay there."""
    return [
        subquery.alias
        for subquery in query.find_all(exp.Subquery)
        if subquery.alias.startswith("r_") and _outermost(subquery)
    ]


def _outermost(subquery: exp.Subquery) -> bool:
    above = subquery.find_ancestor(exp.Subquery)
    while above is not None:
        if above.alias.startswith("r_"):
            return False
        above = above.find_ancestor(exp.Subquery)
    return True


def _shared_scan(aliases: list[str], wanted: Mapping[str, Reduction], prefix: str) -> Step:
    reductions = [wanted[alias] for alias in aliases]
    query = scan(reductions)
    alone = len(reductions) == 1
    for alias, reduction in zip(aliases, reductions, strict=True):
        measure = reduction.measure.copy() if alone else _filtered(reduction)
        query = query.select(exp.alias_(measure, value_name(alias), quoted=True))
    return Step(f"{prefix}a_{fingerprint(query)}", query, shared=tuple(aliases))


def _filtered(reduction: Reduction) -> exp.Expr:
    """The measure over the records that its own condition lets through, within a scan of more."""
    measure = reduction.measure.copy()
    if reduction.where is None:
        return measure
    where = reduction.where

    def narrow(node: exp.Expr) -> exp.Expr:
        kept = exp.Filter(this=node, expression=exp.Where(this=where.copy()))
        if isinstance(node, exp.Count) and isinstance(node.this, exp.Star):
            # An owner of whom no record is wanted has no value, as if it were not in the scan.
            return exp.Nullif(this=kept, expression=exp.Literal.number(0))
        return kept

    if isinstance(measure, exp.AggFunc):
        return narrow(measure)
    for aggregate in list(measure.find_all(exp.AggFunc)):
        aggregate.replace(narrow(aggregate.copy()))
    return measure


def _with_stored_reductions(query: Query, places: Mapping[str, str], store: str) -> Query:
    """The same query, reading each reduction that is stored from where it stands."""
    if not any(alias in places for alias in _reductions_in(query)):
        return query
    changed = query.copy()
    for subquery in list(changed.find_all(exp.Subquery)):
        if subquery.alias in places and _outermost(subquery):
            table = exp.table_(places[subquery.alias], db="main", catalog=store, quoted=True)
            subquery.replace(exp.alias_(table, subquery.alias, table=True, quoted=True))
    return changed
