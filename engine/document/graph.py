"""Questions about a document's graph: order, cycles, what precedes and what follows.

It reads nodes and transitions only; broken transitions (to or from a node that is not there) take no part.
NetworkX is loaded when the first question is asked: a window is on the screen sooner without it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from engine.document.model import Document
from engine.problems import Problem
from engine.texts import quoted, say

if TYPE_CHECKING:
    import networkx as nx


def graph_of(document: Document) -> "nx.MultiDiGraph[str]":
    """The document as a NetworkX graph. Shape: one edge per transition whose two ends exist, keyed by its id."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(node.id for node in document.nodes)
    for transition in document.transitions:
        if transition.source in document.node_by_id and transition.target in document.node_by_id:
            graph.add_edge(transition.source, transition.target, key=transition.id)
    return graph


def in_order(document: Document) -> list[str]:
    """Node ids so that each comes after all that it depends on; nodes on a cycle, and what follows, are left out.

    Ties are broken by the order in the document, so that the result does not change from one machine to the next.
    """
    import networkx as nx

    graph = graph_of(document)
    rank = {node.id: place for place, node in enumerate(document.nodes)}
    blocked: set[str] = set()
    for component in nx.strongly_connected_components(graph):
        first = next(iter(component))
        if len(component) > 1 or graph.has_edge(first, first):
            blocked |= component
    for node in list(blocked):
        blocked |= _descendants(graph, node)
    graph.remove_nodes_from(blocked)
    return list(nx.lexicographical_topological_sort(graph, key=rank.__getitem__))


def cycles(document: Document) -> list[set[str]]:
    """The groups of nodes that wait for each other, each sorted into document order by the caller if needed."""
    import networkx as nx

    graph = graph_of(document)
    return [
        component
        for component in nx.strongly_connected_components(graph)
        if len(component) > 1 or any(graph.has_edge(node, node) for node in component)
    ]


def repeated_ids(document: Document) -> Iterator[Problem]:
    """What is wrong with nodes, and with transitions, that share an id (V02)."""
    for name, times in Counter(node.id for node in document.nodes).items():
        if times > 1:
            yield _repeated(say("{n} node(s) (has|have) the id {name}.", n=times, name=quoted(name)), name, name)
    for name, times in Counter(one.id for one in document.transitions).items():
        if times > 1:
            yield _repeated(say("{n} transition(s) (has|have) the id {name}.", n=times, name=quoted(name)), name)


def _repeated(what: str, name: str, node: str | None = None) -> Problem:
    fix = "Give each its own id."
    return Problem(code="duplicate-id", what=what, fix=fix, node=node, check="V02", values={"id": name})


def upstream(document: Document, node: str) -> set[str]:
    """All nodes that can reach `node`, without it."""
    import networkx as nx

    graph = graph_of(document)
    return set(nx.ancestors(graph, node))  # pyright: ignore[reportUnknownMemberType] - its stub has no type for `source`


def up_to(document: Document, node: str) -> Document:
    """The part of a document that a node's population depends on, and the node: what follows is left out."""
    kept = upstream(document, node) | {node}
    links = [one for one in document.transitions if one.source in kept and one.target in kept]
    nodes = tuple(one for one in document.nodes if one.id in kept)
    return document.model_copy(update={"nodes": nodes, "transitions": tuple(links)})


def affected(document: Document, nodes: Iterable[str]) -> set[str]:
    """The nodes of these that exist, and all that any of them can reach."""
    graph = graph_of(document)
    waiting = [node for node in nodes if node in graph]
    found = set(waiting)
    while waiting:
        for follower in graph.successors(waiting.pop()):
            if follower not in found:
                found.add(follower)
                waiting.append(follower)
    return found


def downstream(document: Document, node: str) -> set[str]:
    """All nodes that `node` can reach, without it."""
    return _descendants(graph_of(document), node)


def _descendants(graph: "nx.MultiDiGraph[str]", node: str) -> set[str]:
    import networkx as nx

    return set(nx.descendants(graph, node))  # pyright: ignore[reportUnknownMemberType] - its stub has no type for `source`
