"""The graph of a document as a picture in SVG: cards where the author put them, arrows with their counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from engine.document.graph import in_order
from engine.document.model import Document
from engine.dossier.settings import kind_title
from engine.dossier.speech import Speech
from engine.runner.results import RunResult, TransitionResult

_WIDE, _HIGH, _ACROSS, _DOWN, _EDGE = 190.0, 58.0, 290.0, 96.0, 30.0
_MOST = 24
_STUB = 60.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG text, with its size in pixels."""

    svg: str
    width: int
    height: int


def draw(document: Document, result: RunResult, speech: Speech) -> Drawing:
    """The picture of a document with the counts of a run."""
    places = _places(document)
    left = min((x for x, _ in places.values()), default=0.0) - _EDGE
    top = min((y for _, y in places.values()), default=0.0) - _EDGE
    at = {name: (x - left, y - top) for name, (x, y) in places.items()}
    width = max((x for x, _ in at.values()), default=0.0) + _WIDE + _EDGE + _STUB
    height = max((y for _, y in at.values()), default=0.0) + _HIGH + _EDGE
    parts = [_arrow(one, at, speech) for one in result.transitions if one.source in at]
    parts += [_card(document, name, point, speech) for name, point in at.items()]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        f' height="{height:.0f}" font-family="sans-serif" role="img" aria-label={quoteattr(document.name)}>'
    )
    return Drawing(f"{head}{''.join(parts)}</svg>", round(width), round(height))


def _places(document: Document) -> Mapping[str, Point]:
    """Where nodes stand: as laid out, or, if one has no place, in columns by how far they are from a start."""
    if document.nodes and all(node.id in document.layout for node in document.nodes):
        return {node.id: document.layout[node.id] for node in document.nodes}
    depth: dict[str, int] = {}
    for name in in_order(document):
        before = [depth.get(one.source, 0) + 1 for one in document.inbound.get(name, ()) if one.source in depth]
        depth[name] = max(before, default=0)
    rows: dict[int, int] = {}
    found: dict[str, Point] = {}
    for node in document.nodes:
        column = depth.get(node.id, 0)
        row = rows[column] = rows.get(column, -1) + 1
        found[node.id] = (column * _ACROSS, row * _DOWN)
    return found


def _card(document: Document, name: str, point: Point, speech: Speech) -> str:
    node = document.node_by_id[name]
    x, y = point
    kind = kind_title(node, speech)
    title = _short(node.label or kind)
    lines = f'<text x="{x + 12:.0f}" y="{y + 25:.0f}" font-size="12" font-weight="bold">{title}</text>'
    if node.label and node.label != kind:
        lines += f'<text x="{x + 12:.0f}" y="{y + 43:.0f}" font-size="11" fill="#555">{_short(kind)}</text>'
    dash = ' stroke-dasharray="4 3"' if node.disabled else ""
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{_WIDE:.0f}" height="{_HIGH:.0f}" rx="8" fill="#ffffff"'
        f' stroke="#5a6b8c"{dash}/>{lines}'
    )


def _arrow(one: TransitionResult, at: Mapping[str, Point], speech: Speech) -> str:
    x, y = at[one.source]
    x1, y1 = x + _WIDE, y + _HIGH / 2
    end = at.get(one.target or "")
    x2, y2 = (x1 + _STUB, y1) if end is None else (end[0], end[1] + _HIGH / 2)
    bend = max(40.0, abs(x2 - x1) / 2)
    line = (
        f'<path d="M{x1:.0f} {y1:.0f} C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"'
        f' fill="none" stroke="#8792a8"/>'
        f'<path d="M{x2:.0f} {y2:.0f} l-8 -4 v8 z" fill="#8792a8"/>'
    )
    if one.rows is None:
        return line
    said = count_words(one, speech)
    return line + (
        f'<text x="{(x1 + x2) / 2:.0f}" y="{(y1 + y2) / 2 - 6:.0f}" font-size="11" text-anchor="middle">{said}</text>'
    )


def count_words(one: TransitionResult, speech: Speech) -> str:
    """The count on a transition: rows, or, of a journey, accounts and people."""
    if one.rows is None:
        return "–"
    if one.accounts is not None and one.people is not None:
        return f"{speech.number(one.accounts)} / {speech.number(one.people)}"
    return speech.number(one.rows)


def _short(text: str) -> str:
    return escape(text if len(text) <= _MOST else f"{text[: _MOST - 1]}…")
