"""Width and colour by population, switched on and off, with the legend that says what they mean."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvas.guard import painting
from canvas.heat import Heat
from canvas.look import Look
from canvas.style import HEAT_WIDTHS
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_MARGIN, _PAD, _ROW, _SAMPLE = 12, 12.0, 20.0, 34.0


def legend_size(look: Look) -> QSize:
    """How much room the legend takes, in pixels at 100 %."""
    wide = max(
        (look.style.metrics(look.style.text_font).horizontalAdvance(row) for row in legend_rows(look)), default=0
    )
    title = look.style.metrics(look.style.title_font).horizontalAdvance(legend_title())
    rows = len(look.heat.ranges()) if look.heat is not None else 0
    return QSize(round(2 * _PAD + max(_SAMPLE + 10 + wide, title)), round(2 * _PAD + _ROW * (rows + 1)))


def legend_title() -> str:
    """What widths and colours stand for."""
    return tr("Population")


def legend_rows(look: Look) -> list[str]:
    """Each bucket in words, from the largest to the smallest."""
    if look.heat is None:
        return []
    say = look.locale.toString
    rows: list[str] = []
    for _, low, high in reversed(look.heat.ranges()):
        if high is None:
            rows.append(tr("{low} and more").format(low=say(low)))
        else:
            rows.append(f"{say(low)} – {say(high)}" if high > low else say(low))
    return rows


def paint_legend(painter: QPainter, at: QPointF, look: Look) -> None:
    """Draw the legend with its top left corner at a point, at 100 %."""
    if look.heat is None:
        return
    style, tokens, size = look.style, look.style.tokens, legend_size(look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(style.pen(tokens.card_border, 1.0))
    painter.setBrush(style.brush(tokens.card))
    painter.drawRoundedRect(QRectF(at.x() + 0.5, at.y() + 0.5, size.width() - 1, size.height() - 1), 8, 8)
    left, top = at.x() + _PAD, at.y() + _PAD
    painter.setPen(style.pen(tokens.text))
    style.text(legend_title(), style.title_font).draw(painter, QPointF(left, top - 2))
    for row, (words, (bucket, _, _)) in enumerate(
        zip(legend_rows(look), reversed(look.heat.ranges()), strict=True), start=1
    ):
        middle = top + _ROW * row + _ROW / 2
        painter.setPen(style.pen(tokens.heat[bucket], HEAT_WIDTHS[bucket]))
        painter.drawLine(QPointF(left + 5, middle), QPointF(left + _SAMPLE - 5, middle))
        text = style.text(words, style.text_font)
        painter.setPen(style.pen(tokens.text))
        text.draw(painter, QPointF(left + _SAMPLE + 10, middle - text.height / 2))


class Legend(QWidget):
    """The legend in the lower left corner of a canvas, there while widths and colours mean something."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)  # a child of the viewport would scroll with it
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        canvas.viewport().installEventFilter(self)
        canvas.restyled.connect(self.update)
        canvas.model.counted.connect(self._counted)
        canvas.graph_scene.applied.connect(self._counted)

    def toggle(self) -> None:
        """Begin or stop to show populations by width and colour."""
        look, scene = self._canvas.look, self._canvas.graph_scene
        look.heat = None if look.heat is not None else self._found()
        scene.overview.forget_heat()
        scene.repaint_views()
        self._show_it()

    def _found(self) -> Heat:
        model = self._canvas.model
        return Heat.of(model.count(edge).value for edge in self._canvas.graph_scene.edges)

    def _counted(self) -> None:
        if self._canvas.look.heat is not None:
            self._canvas.look.heat = self._found()
            self._canvas.graph_scene.overview.forget_heat()
            self._canvas.viewport().update()
            self._show_it()

    def _show_it(self) -> None:
        self._canvas.graph_scene.heated.emit()
        look = self._canvas.look
        self.setVisible(look.heat is not None)
        self.setAccessibleName(f"{legend_title()}: {'; '.join(legend_rows(look))}")
        self._stand()
        self.update()

    def _stand(self) -> None:
        size = legend_size(self._canvas.look) * self._canvas.text_scale
        room = self._canvas.viewport().geometry()
        self.setGeometry(room.left() + _MARGIN, room.bottom() - size.height() - _MARGIN, size.width(), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._stand()
        return False

    @painting
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self._canvas.text_scale, self._canvas.text_scale)
        paint_legend(painter, QPointF(0, 0), self._canvas.look)
        painter.end()
