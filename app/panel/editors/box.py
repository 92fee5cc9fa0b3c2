"""A box of choices that fits a narrow panel: it shrinks, and draws its own arrow, which a style sheet cannot."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.panel.editors.fields import ChoiceBox
from app.panel.editors.look import current_tokens

_LEAST = 52
_FRAME = 36


class Box(ChoiceBox):
    """The box. A `quiet` one reads as a word of a sentence and is as wide as what is chosen."""

    def __init__(self, parent: QWidget, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self.setProperty("quiet", quiet)
        self.setMinimumContentsLength(4)
        across = QSizePolicy.Policy.Maximum if quiet else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if not self._quiet:
            return size
        text = self.currentText() or self.placeholderText()
        return QSize(self.fontMetrics().horizontalAdvance(text) + _FRAME, size.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(current_tokens().text_quiet), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = self.width() - 11.0, self.height() / 2.0
        painter.drawPolyline(QPolygonF([QPointF(x - 3, y - 1.5), QPointF(x, y + 1.5), QPointF(x + 3, y - 1.5)]))
