"""What is no longer there, while two versions are compared: removed parts, and the old places of moved ones."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.difference import Difference, Mark, Snapshot
from canvas.geometry import shape_of, side_of
from canvas.guard import painting
from canvas.items.marks import paint_mark
from canvas.look import Level, Look
from canvas.style import CARD_RADIUS, CARD_WIDTH
from canvas.views import EdgeView, NodeView, PortRef

_EVERYWHERE = QRectF(-1e7, -1e7, 2e7, 2e7)


class Ghosts(QGraphicsItem):
    """Behind everything but frames; never hit, because nothing can be done with what is gone."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setZValue(-0.5)

    def boundingRect(self) -> QRectF:
        return _EVERYWHERE

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        found = self._look.difference
        if found is not None:
            paint_ghosts(painter, found, self._look)


def ghost_area(found: Difference, kind: str, name: str) -> QRectF:
    """Where a removed part stood."""
    before = found.before
    if kind == "nodes":
        return _card(before.nodes[name])
    if kind == "edges":
        return QRectF(*_ends(before, before.edges[name])).normalized().adjusted(-8, -8, 8, 8)
    return QRectF(*(before.notes[name] if kind == "notes" else before.frames[name]).rect)


def paint_ghosts(painter: QPainter, found: Difference, look: Look) -> None:
    """Draw them, in scene coordinates."""
    style, gone = look.style, found.parts[Mark.REMOVED]
    ink = style.tokens.states["error"].ink
    width = max(1.4, 1.0 / painter.worldTransform().m11())
    pen = style.pen(ink, width, dashed=True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for name in gone.edges:
        left, top, wide, high = _ends(found.before, found.before.edges[name])
        painter.drawLine(QLineF(left, top, left + wide, top + high))
    for kind in ("notes", "frames"):
        for name in getattr(gone, kind):
            painter.drawRoundedRect(ghost_area(found, kind, name), 8, 8)
    for name in gone.nodes:
        _paint_card(painter, found.before.nodes[name], look)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
    painter.setPen(style.pen(style.tokens.states["info"].ink, width, dashed=True))
    for name in found.parts[Mark.MOVED].nodes:
        painter.drawRoundedRect(_card(found.before.nodes[name]), CARD_RADIUS, CARD_RADIUS)


def _paint_card(painter: QPainter, node: NodeView, look: Look) -> None:
    style, card = look.style, _card(node)
    painter.setBrush(style.brush(style.tokens.ground))
    painter.drawRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
    if look.level is Level.FULL:
        painter.setPen(style.pen(style.tokens.text_quiet))
        style.fitted(node.title, style.title_font, CARD_WIDTH - 32).draw(
            painter, QPointF(card.x() + 16, card.center().y() - 9)
        )
        painter.save()
        painter.translate(card.topLeft())
        paint_mark(painter, style, Mark.REMOVED)
        painter.restore()


def _card(node: NodeView) -> QRectF:
    return shape_of(node).rect.translated(node.x, node.y)


def _ends(before: Snapshot, edge: EdgeView) -> tuple[float, float, float, float]:
    """Left, top, width and height of the straight line that stands for a transition; they may be negative."""
    start = _port(before, edge.source, True)
    away = QPointF(0, 96) if before.nodes[edge.source.node].down else QPointF(96, 0)
    end = _port(before, edge.target, False) if edge.target is not None else start + away
    return start.x(), start.y(), end.x() - start.x(), end.y() - start.y()


def _port(before: Snapshot, ref: PortRef, output: bool) -> QPointF:
    node = before.nodes[ref.node]
    shape = shape_of(node)
    ports, places = (node.outputs, shape.outs) if output else (node.inputs, shape.ins)
    found = (at for view, at in zip(ports, places, strict=True) if view.id == ref.port)
    x, y = next(found, side_of(shape, output=output))
    return QPointF(node.x + x, node.y + y)
