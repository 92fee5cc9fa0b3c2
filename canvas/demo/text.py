"""The demo's graph as readable text and back: sorted, one part a line, so that two graphs compare byte for byte."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, cast

from canvas.views import EdgeView, FrameView, NodeView, NoteView, Parts, PartView, PortRef, PortView

FORMAT = "node-graph/1"


def write(shelves: Mapping[str, Mapping[str, PartView]]) -> str:
    """The parts as JSON: one line a part, sorted by id, so that equal graphs give equal bytes."""
    lines = [f'{{"format": "{FORMAT}"']
    for name in ("nodes", "edges", "notes", "frames"):
        parts = shelves.get(name, {})
        rows = [json.dumps(asdict(parts[part]), sort_keys=True, ensure_ascii=False) for part in sorted(parts)]
        lines.append(f'"{name}": [' + ("\n  " + ",\n  ".join(rows) + "\n" if rows else "") + "]")
    return ",\n".join(lines) + "}\n"


def read(text: str) -> list[PartView]:
    """The parts that a text describes. Errors: ValueError, in a sentence, when the text is something else."""
    try:
        value: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError("The clipboard holds no part of a graph.") from error
    rows = cast("dict[str, Any]", value if isinstance(value, dict) else {})
    if rows.get("format") != FORMAT:
        raise ValueError("The clipboard holds no part of a graph.")
    found: list[PartView] = [_node(row) for row in rows["nodes"]]
    found += [_edge(row) for row in rows["edges"]]
    found += [NoteView(**_tuples(row, "rect")) for row in rows["notes"]]
    found += [FrameView(**_tuples(row, "rect", "nodes")) for row in rows["frames"]]
    return found


def _tuples(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {**row, **{name: tuple(row[name]) for name in names}}


def _node(row: dict[str, Any]) -> NodeView:
    values = _tuples(row, "summary")
    for side in ("inputs", "outputs"):
        values[side] = tuple(PortView(**port) for port in row[side])
    return NodeView(**values)


def _edge(row: dict[str, Any]) -> EdgeView:
    values = dict(row)
    values["source"] = PortRef(*row["source"])
    values["target"] = PortRef(*row["target"]) if row["target"] else None
    values["points"] = tuple((x, y) for x, y in row["points"])
    return EdgeView(**values)


def inside(graph: Mapping[str, Mapping[str, PartView]], parts: Parts) -> dict[str, dict[str, PartView]]:
    """The selected parts, plus every transition that runs between two selected nodes."""
    edges: dict[str, PartView] = {
        name: edge
        for name, edge in graph["edges"].items()
        if isinstance(edge, EdgeView)
        and edge.source.node in parts.nodes
        and edge.target is not None
        and edge.target.node in parts.nodes
    }
    return {
        "nodes": {name: graph["nodes"][name] for name in parts.nodes},
        "edges": edges,
        "notes": {name: graph["notes"][name] for name in parts.notes},
        "frames": {name: graph["frames"][name] for name in parts.frames},
    }
