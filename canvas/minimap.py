"""The minimap: the whole graph in a corner, the part that is seen framed on it.

Drag the frame or click to go there, turn the wheel to zoom. What needs attention is loud. Transitions are left out when
there are many, but for the large populations while these are shown by colour. The picture is made anew at most ten
times a second, and not at all while it is hidden.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from canvas.heat import BUCKETS
from canvas.navigation import Place
from canvas.style import LOUD, RUN_LOOKS
from canvas.words import tr
from canvas.zooming import STEP

if TYPE_CHECKING:
    from canvas.view import CanvasView

_SIZE = QSize(240, 160)
_MARGIN = 12
_DENSE = 400
"""From so many transitions on, lines would only be a grey area."""
_SMALLEST = QSizeF(2.0, 1.5)
_WAIT = 100


class Minimap(QWidget):
    """An overlay in a corner of the canvas; with another parent it fills that one, as in a dock."""

    shown = Signal(bool)
    """The user showed or hid it; a program remembers this."""

    def __init__(self, canvas: "CanvasView", parent: QWidget | None = None) -> None:
        super().__init__(parent if parent is not None else canvas)  # a child of the viewport would scroll with it
        self._canvas = canvas
        self._overlay = parent is None
        self._picture: QPixmap | None = None
        self._area = QRectF()
        self._grabbed: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.renew)
        self.setAccessibleName(tr("Map of the whole graph"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.moved.connect(self._moved)
        canvas.graph_scene.applied.connect(self._later)
        canvas.model.status_changed.connect(self._later)
        canvas.graph_scene.heated.connect(self._later)
        canvas.restyled.connect(self.renew)
        if self._overlay:
            self.resize(_SIZE)
            canvas.viewport().installEventFilter(self)
            self.hide()

    def sizeHint(self) -> QSize:
        return _SIZE

    def toggle(self) -> None:
        """Show or hide it."""
        self.setVisible(not self.isVisible())
        self.shown.emit(self.isVisible())

    # Keeping up

    def _later(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def renew(self) -> None:
        """Forget the picture; it is made when it is next painted."""
        self._picture = None
        self.update()

    def _moved(self) -> None:
        if self.isVisible():
            if not self._area.contains(self._canvas.visible_area()):
                self._later()
            self.update()

    def showEvent(self, event: QShowEvent) -> None:
        self._stand()
        self.renew()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._picture = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._stand()
        return False

    def _stand(self) -> None:
        """Take the lower right corner."""
        if self._overlay:
            room = self._canvas.viewport().geometry()
            self.move(room.right() - self.width() - _MARGIN + 1, room.bottom() - self.height() - _MARGIN + 1)
            self.raise_()

    # Geometry

    def view_to_map(self) -> QTransform:
        """From scene coordinates to pixels of this widget."""
        area = self._area
        scale = min((self.width() - 8) / area.width(), (self.height() - 8) / area.height())
        left = (self.width() - area.width() * scale) / 2
        top = (self.height() - area.height() * scale) / 2
        return QTransform().translate(left, top).scale(scale, scale).translate(-area.x(), -area.y())

    def frame(self) -> QRectF:
        """The visible part of the graph, in pixels of this widget."""
        return self.view_to_map().mapRect(self._canvas.visible_area())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            content = self._canvas.graph_scene.content()
            self._area = content.united(self._canvas.visible_area()).adjusted(-60, -60, 60, 60)
            self._picture = self._drawn()
        style = self._canvas.style_in_use
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        frame = self.frame()
        tint = QColor(style.tokens.selection)
        tint.setAlpha(36)
        painter.setPen(style.pen(style.tokens.selection, 1.6))
        painter.setBrush(tint)
        painter.drawRect(frame)
        painter.setPen(style.pen(style.tokens.card_border, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _drawn(self) -> QPixmap:
        style, scene = self._canvas.style_in_use, self._canvas.graph_scene
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(style.tokens.ground)
        painter = QPainter(picture)
        to_map = self.view_to_map()
        painter.setPen(Qt.PenStyle.NoPen)
        for frame in scene.frames.values():
            accent = style.accent(frame.frame.accent)
            painter.setBrush(style.brush(style.faded(accent.ink) if frame.frame.collapsed else accent.tint))
            painter.drawRect(to_map.mapRect(frame.card()))
        for note in (note for note in scene.notes.values() if note.isVisible()):
            painter.setBrush(style.brush(style.accent(note.note.accent).tint))
            painter.drawRect(to_map.mapRect(note.card()))
        for pen, lines in self._lines(to_map):
            painter.setPen(pen)
            painter.drawLines(lines)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, cards in self._cards(to_map).items():
            painter.setBrush(style.brush(colour))
            painter.drawRects(cards)
        painter.end()
        return picture

    def _lines(self, to_map: QTransform) -> list[tuple[QPen, list[QLineF]]]:
        """The transitions by pen, the largest populations last; of many, only those, or none."""
        style, scene = self._canvas.style_in_use, self._canvas.graph_scene
        heat, dense = self._canvas.look.heat, len(scene.edges) >= _DENSE
        if heat is None and dense:
            return []
        found: dict[int, list[QLineF]] = {}
        for name, item in scene.edges.items():
            bucket = heat.bucket(self._canvas.model.count(name).value) if heat is not None else None
            kept = not dense or (bucket is not None and bucket >= BUCKETS // 2)
            if item.isVisible() and kept:
                line = to_map.map(QLineF(item.x1, item.y1, item.x2, item.y2))
                found.setdefault(-1 if bucket is None else bucket, []).append(line)
        plain = style.pen(style.tokens.edge, 1.0)
        return [
            (plain if bucket < 0 else style.pen(style.tokens.heat[bucket], 1.0 + bucket * 0.3), lines)
            for bucket, lines in sorted(found.items())
        ]

    def _cards(self, to_map: QTransform) -> dict[str, list[QRectF]]:
        """The cards by colour, none thinner than a pixel, the loud ones last."""
        style, scene, model = self._canvas.style_in_use, self._canvas.graph_scene, self._canvas.model
        quiet: dict[str, list[QRectF]] = {}
        loud: dict[str, list[QRectF]] = {}
        for name, item in scene.nodes.items():
            if not item.isVisible():
                continue
            rect = to_map.mapRect(item.card())
            rect.setSize(rect.size().expandedTo(_SMALLEST))
            run = model.status(name).run
            if run in LOUD:
                loud.setdefault(style.tokens.states[RUN_LOOKS[run][0]].ink, []).append(rect)
            else:
                quiet.setdefault(style.faded(style.accent(item.node.accent).ink), []).append(rect)
        return quiet | loud

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        frame = self.frame()
        if not frame.contains(event.position()):
            self._canvas.remember()
            self._centre(event.position())
            frame = self.frame()
        self._grabbed = event.position() - frame.center()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._grabbed is not None:
            self._centre(event.position() - self._grabbed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._grabbed = None

    def _centre(self, at: QPointF) -> None:
        middle = self.view_to_map().inverted()[0].map(at)
        self._canvas.glide.stop()
        self._canvas.go_to(Place(middle.x(), middle.y(), self._canvas.zoom))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self._canvas.set_zoom(self._canvas.zoom * STEP ** event.angleDelta().y())
