"""What is known of a part, in a small card beside it: after half a second under the pointer, or at a key.

It never covers what it speaks of, and goes as soon as anything else happens.
"""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtWidgets import QLabel

from canvas import spoken
from canvas.difference import mark_words
from canvas.items.counts import share_words
from canvas.items.edge import EdgeItem
from canvas.items.frame import summary_words
from canvas.items.hit import EDGE_SPOTS, FRAME_SPOTS, NODE_SPOTS, NOWHERE, Hit, Spot
from canvas.items.marks import run_words
from canvas.style import Tokens
from canvas.views import Count, CountState, NodeView, PortView
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

WAIT = 500
_GAP = 10
_MOST = 5
"""Remarks and ways out beyond these are left to the panels."""


class Tips(QObject):
    """One card for one canvas."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._hit = NOWHERE
        self._at = QPointF()
        self.card = QLabel(canvas.viewport())
        self.card.setObjectName("canvas-tip")
        self.card.setTextFormat(Qt.TextFormat.RichText)
        self.card.setWordWrap(True)
        self.card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.card.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(lambda: self.show_now(self._hit, self._at))
        canvas.moved.connect(self.hide)
        canvas.graph_scene.applying.connect(self.hide)

    def restyle(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self.card.setStyleSheet(
            f"QLabel {{ background: {tokens.card}; color: {tokens.text}; border: 1px solid {tokens.card_border};"
            " border-radius: 6px; padding: 7px 10px; }"
        )

    def follow(self, hit: Hit, at: QPointF) -> None:
        """The pointer is over this, at a point of the viewport."""
        self._at = at
        if hit != self._hit:
            self.hide()
            self._hit = hit
            if hit:
                self._timer.start()

    def hide(self) -> None:
        """Something else happens."""
        self._timer.stop()
        self._hit = NOWHERE
        self.card.hide()

    def show_now(self, hit: Hit, at: QPointF) -> None:
        """Show what is known of a place; `at` is where the pointer is, in the viewport."""
        words = tip(self._canvas, hit)
        if not words:
            return
        self._hit = hit
        self.card.setText(words)
        wide = round(self.card.fontMetrics().averageCharWidth() * 52)
        self.card.setFixedWidth(min(wide, self._canvas.viewport().width() - 2 * _GAP))
        self.card.adjustSize()
        target = self._target(hit, at)
        self.card.move(_beside(target, self.card.rect(), self._canvas.viewport().rect(), at))
        self.card.show()
        self.card.raise_()

    def show_at_focus(self) -> None:
        """Show what is known of the part the keyboard is at."""
        kind, name = self._canvas.walk.at
        spots = {"nodes": Spot.NODE, "edges": Spot.PILL, "notes": Spot.NOTE, "frames": Spot.FRAME}
        if kind:
            self._canvas.reveal(self._canvas.walk.area())
            shown = self._canvas.viewportTransform().map(self._canvas.walk.area().center())
            self.show_now(Hit(spots[kind], name), shown)
            self._canvas.announced.emit(spoken.part(self._canvas, kind, name))

    def _target(self, hit: Hit, at: QPointF) -> QRect:
        scene, to_view = self._canvas.graph_scene, self._canvas.viewportTransform()
        if hit.spot in (Spot.INPUT, Spot.OUTPUT):
            port = scene.nodes[hit.id].port_at(hit.port, hit.spot is Spot.OUTPUT)
            return to_view.mapRect(QRectF(port.x() - 8, port.y() - 8, 16, 16)).toAlignedRect()
        if hit.spot in NODE_SPOTS:
            return to_view.mapRect(scene.nodes[hit.id].card()).toAlignedRect()
        if hit.spot in FRAME_SPOTS:
            return to_view.mapRect(scene.frames[hit.id].card()).toAlignedRect()
        if hit.spot is Spot.PILL:
            return to_view.mapRect(scene.edges[hit.id].pill()).toAlignedRect()
        return QRect(round(at.x()) - 8, round(at.y()) - 8, 16, 16)


def _beside(target: QRect, card: QRect, room: QRect, at: QPointF) -> QPoint:
    """The first place that is in the room and leaves the target free; else below the pointer."""
    middle = target.center().x() - card.width() // 2
    middle = max(_GAP, min(middle, room.width() - card.width() - _GAP))
    height = max(_GAP, min(target.top(), room.height() - card.height() - _GAP))
    for place in (
        QPoint(middle, target.bottom() + _GAP),
        QPoint(middle, target.top() - card.height() - _GAP),
        QPoint(target.right() + _GAP, height),
        QPoint(target.left() - card.width() - _GAP, height),
    ):
        if room.contains(card.translated(place)):
            return place
    x = max(_GAP, min(round(at.x()) + 2 * _GAP, room.width() - card.width() - _GAP))
    return QPoint(x, max(_GAP, min(round(at.y()) + 2 * _GAP, room.height() - card.height() - _GAP)))


# What they say


def tip(canvas: "CanvasView", hit: Hit) -> str:
    """What is known of a place, as rich text; empty where there is nothing to say."""
    lines = _lines(canvas, hit)
    if not lines:
        return ""
    first, *others = lines
    quiet = canvas.style_in_use.tokens.text_quiet
    rest = "<br>".join(escape(line) for line in others)
    return f'<b>{escape(first)}</b><div style="color: {quiet}">{rest}</div>'


def _lines(canvas: "CanvasView", hit: Hit) -> list[str]:
    scene = canvas.graph_scene
    if hit.spot is Spot.BADGE and hit.id in scene.nodes:
        return [scene.nodes[hit.id].node.title, *_remarks(canvas, hit.id)]
    if hit.spot in (Spot.INPUT, Spot.OUTPUT) and hit.id in scene.nodes:
        return _port_lines(canvas, hit)
    if hit.spot in NODE_SPOTS and hit.id in scene.nodes:
        return _node_lines(canvas, scene.nodes[hit.id].node)
    if hit.spot in EDGE_SPOTS and hit.id in scene.edges:
        return edge_lines(canvas, hit.id)
    if hit.spot in FRAME_SPOTS and hit.id in scene.folding.folds:
        return _frame_lines(canvas, hit.id)
    return []


def _frame_lines(canvas: "CanvasView", name: str) -> list[str]:
    """A collapsed frame: what goes in and out, the worst state inside, and what it holds."""
    scene = canvas.graph_scene
    summary, fold = scene.folding.summary(name), scene.folding.folds[name]
    titles = sorted(scene.nodes[node].node.title for node in fold.nodes)
    more = " …" if len(titles) > _MOST else ""
    words = [scene.frames[name].frame.title, *summary_words(summary, canvas.look), run_words(summary.status)]
    words.append("; ".join(titles[:_MOST]) + more)
    badge = summary.status.badge
    words += [f"• {sentence}" for sentence in badge.sentences[:_MOST]] if badge is not None else []
    return [word for word in words if word]


def _remarks(canvas: "CanvasView", node: str) -> list[str]:
    badge = canvas.model.status(node).badge
    if badge is None:
        return []
    rest = badge.count - len(badge.sentences[:_MOST])
    more = [tr("and {count} more").format(count=rest)] if rest > 0 else []
    return [*(f"• {sentence}" for sentence in badge.sentences[:_MOST]), *more]


def _node_lines(canvas: "CanvasView", node: NodeView) -> list[str]:
    kind = next((kind for kind in canvas.model.node_types() if kind.id == node.type), None)
    status = canvas.model.status(node.id)
    words = [node.title]
    if kind is not None and kind.description:
        words.append(f"{node.type_title}: {kind.description}")
    elif node.type_title != node.title:
        words.append(node.type_title)
    words += node.summary
    if node.missing:
        words.append(tr("This kind of node is unknown here. It is kept as it is."))
    if node.disabled:
        words.append(tr("Switched off: what comes in goes on unchanged."))
    words.append(" – ".join(part for part in (run_words(status), status.detail) if part))
    words += _counts_around(canvas, node.id)
    return [word for word in [*words, *_remarks(canvas, node.id), *_differs(canvas, node.id)] if word]


def _differs(canvas: "CanvasView", node: str) -> list[str]:
    """How a node differs from the version compared with."""
    found = canvas.look.difference
    mark = found.mark("nodes", node) if found is not None else None
    if found is None or mark is None:
        return []
    return [mark_words(mark), *(f"• {sentence}" for sentence in found.sentences.get(node, ())[:_MOST])]


def _counts_around(canvas: "CanvasView", node: str) -> list[str]:
    scene, model = canvas.graph_scene, canvas.model
    found: list[str] = []
    for title, edges in ((tr("In"), scene.inbound), (tr("Out"), scene.outbound)):
        rows = sorted(edges.get(node, {}).values(), key=EdgeItem.rank)
        said = [
            f"{item.edge.label} {spoken.count_words(canvas, model.count(item.edge.id))}".strip()
            for item in rows[:_MOST]
        ]
        said = [words for words in said if words]
        if said:
            found.append(f"{title}: {'; '.join(said)}{' …' if len(rows) > _MOST else ''}")
    return found


def _port_lines(canvas: "CanvasView", hit: Hit) -> list[str]:
    item = canvas.graph_scene.nodes[hit.id]
    output = hit.spot is Spot.OUTPUT
    ports = item.node.outputs if output else item.node.inputs
    port = next((port for port in ports if port.id == hit.port), PortView(hit.port))
    edges = canvas.graph_scene.outbound if output else canvas.graph_scene.inbound
    ends = [link.edge.source if output else link.edge.target for link in edges.get(hit.id, {}).values()]
    count = sum(1 for end in ends if end is not None and end.port == hit.port)
    name = port.label or (tr("Output") if output else tr("Input"))
    words = [f"{item.node.title}: {name}", port.problem]
    words.append(tr("{n} transition(s)", count) if count else tr("Nothing is connected here."))
    if not output and not port.many:
        words.append(tr("Takes one transition."))
    return [word for word in words if word]


def edge_lines(canvas: "CanvasView", name: str) -> list[str]:
    """A transition: from where to where, the number with both shares, how long it took and which run found it."""
    model = canvas.model
    edge, count = model.edge(name), model.count(name)
    target = model.node(edge.target.node).title if edge.target is not None else tr("nothing yet")
    words = [f"{model.node(edge.source.node).title} → {target}", edge.label, spoken.count_words(canvas, count)]
    words.append(share_line(canvas, count))
    words.append(count.detail)
    words.append(_found_by(canvas, count))
    if count.state is CountState.STALE:
        words.append(tr("Out of date: something was edited since."))
    if count.state is CountState.UNKNOWN and count.value is None and not count.detail:
        words.append(tr("Not counted yet."))
    return [word for word in words if word]


def share_line(canvas: "CanvasView", count: Count) -> str:
    """Both shares of a count, as far as they are known."""
    found: list[str] = []
    if count.value is not None and count.previous is not None:
        found.append(tr("{share} of the step before").format(share=share_words(count.previous, canvas.look)))
    if count.value is not None and count.entry is not None:
        found.append(tr("{share} of the entry").format(share=share_words(count.entry, canvas.look)))
    return " · ".join(found)


def _found_by(canvas: "CanvasView", count: Count) -> str:
    took = ""
    if count.seconds is not None:
        took = tr("Counted in {seconds} s").format(seconds=canvas.look.locale.toString(count.seconds, "f", 2))
    return " · ".join(part for part in (took, count.run) if part)
