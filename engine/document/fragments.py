"""Parts of a canvas on their way to another place, as text that can be read and pasted anywhere."""

from collections.abc import Collection, Mapping
from typing import Literal

from pydantic import Field, JsonValue, TypeAdapter

from engine.document.drafts import changed
from engine.document.files import UPGRADES, Upgrade, canvas_text, read_as, upgraded
from engine.document.model import FORMAT, Document, Node, Part, Transition
from engine.document.parsing import parse
from engine.problems import EngineError, Problem


class Fragment(Part):
    """A part of a canvas on its way to another place: nodes, the transitions among them, their positions."""

    format: int = FORMAT
    kind: Literal["fragment"]
    nodes: tuple[Node, ...] = ()
    transitions: tuple[Transition, ...] = ()
    layout: Mapping[str, tuple[float, float]] = Field(default_factory=dict[str, tuple[float, float]])


_FRAGMENT = TypeAdapter(Fragment)


def fragment_text(document: Document, nodes: Collection[str]) -> str:
    """Nodes as text to be pasted elsewhere, with the transitions among them and their open outputs."""
    chosen = set(nodes)
    fragment = Fragment(
        kind="fragment",
        nodes=tuple(node for node in document.nodes if node.id in chosen),
        transitions=tuple(
            transition
            for transition in document.transitions
            if transition.source in chosen and (transition.target is None or transition.target in chosen)
        ),
        layout={name: at for name, at in document.layout.items() if name in chosen},
    )
    return canvas_text(fragment, fragment.layout, fragment.nodes)


def read_fragment(text: str, upgrades: Mapping[int, Upgrade] = UPGRADES) -> Fragment:
    """The fragment that a text holds. Errors: not-a-fragment, and those of `from_text`."""
    raw = upgraded(parse(text), upgrades)
    if raw.get("kind") != "fragment":
        raise EngineError(
            Problem(
                code="not-a-fragment",
                what="This text is not a part of a canvas.",
                fix="Copy activities on a canvas first.",
            )
        )
    fragment = read_as(_FRAGMENT, raw)
    names = [node.id for node in fragment.nodes]
    ends = {end for one in fragment.transitions for end in (one.source, one.target) if end is not None}
    transitions = [one.id for one in fragment.transitions]
    if len({*names}) < len(names) or len({*transitions}) < len(transitions) or not ends <= {*names}:
        raise EngineError(
            Problem(
                code="not-a-fragment",
                what="These activities cannot be pasted: an id stands twice, or a transition leads out of them.",
                fix="Copy them again.",
            )
        )
    return fragment


def with_new_ids(fragment: Fragment, document: Document, by: tuple[float, float] = (0.0, 0.0)) -> Fragment:
    """The fragment as it can be added to a document: ids that are taken get a new number, positions move by `by`.

    Settings that speak of a transition that enters their node, or of the node it comes from, follow the new ids.
    """
    nodes = _new_ids([node.id for node in fragment.nodes], document.node_by_id)
    arrows = _new_ids([one.id for one in fragment.transitions], {one.id for one in document.transitions})
    spoken: dict[str, dict[str, str]] = {node: {} for node in nodes}
    for one in fragment.transitions:
        if one.target is not None:
            spoken[one.target] |= {one.source: nodes[one.source], one.id: arrows[one.id]}
    return Fragment(
        kind="fragment",
        nodes=tuple(
            changed(node, id=nodes[node.id], settings=renamed(node.settings, spoken[node.id]))
            for node in fragment.nodes
        ),
        transitions=tuple(
            changed(one, id=arrows[one.id], source=nodes[one.source], target=one.target and nodes[one.target])
            for one in fragment.transitions
        ),
        layout={nodes[name]: (x + by[0], y + by[1]) for name, (x, y) in fragment.layout.items() if name in nodes},
    )


def _new_ids(names: Collection[str], taken: Collection[str]) -> dict[str, str]:
    """Each name to itself, or if it is taken to one with the next free number: "split" to "split-2"."""
    used, numbers, found = {*taken}, dict[str, int](), dict[str, str]()
    for name in names:
        new = name
        if name in used:
            stem, _, end = name.rpartition("-")
            stem = stem if stem and end.isdecimal() else name
            number = numbers.get(stem, 2)
            while (new := f"{stem[:180]}-{number}") in used:
                number += 1
            numbers[stem] = number + 1
        used.add(new)
        found[name] = new
    return found


_LITERALS = frozenset({"value", "values"})


def renamed(value: JsonValue, names: Mapping[str, str]) -> JsonValue:
    """Settings with references to other nodes renamed. What a rule compares with is no reference and stays."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [renamed(inner, names) for inner in value]
    if isinstance(value, dict):
        return {name: inner if name in _LITERALS else renamed(inner, names) for name, inner in value.items()}
    return value
