"""How a list shows an item with a title and a few quieter words below: its text up to the line break, and the rest."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.inspector.colours import tokens_of

_EDGE = 6
_GAP = 2
_MOST_LINES = 3


class TwoLines(QStyledItemDelegate):
    """Titles in bold. The words below wrap, or lose their middle when they are a place on disk."""

    def __init__(self, view: QListView, *, wraps: bool = True) -> None:
        super().__init__(view)
        self._view, self._wraps = view, wraps
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setItemDelegate(self)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        title, _, words = str(index.data()).partition("\n")
        option.text = ""
        widget: QWidget = self._view
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        area = option.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        tokens = tokens_of(widget.window())
        bold = _bold(option.font)
        metrics = QFontMetrics(bold)
        there = widget.isEnabled()
        painter.save()
        painter.setFont(bold)
        painter.setPen(tokens.text if there else tokens.edge)
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, metrics.elidedText(title, _MIDDLE, area.width()))
        painter.setFont(option.font)
        painter.setPen(tokens.text_quiet if there else tokens.edge)
        area.setTop(area.top() + metrics.height() + _GAP)
        if self._wraps:
            painter.drawText(area, int(Qt.TextFlag.TextWordWrap), words)
        else:
            painter.drawText(
                area, Qt.AlignmentFlag.AlignTop, option.fontMetrics.elidedText(words, _MIDDLE, area.width())
            )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self.initStyleOption(option, index)
        title, _, words = str(index.data()).partition("\n")
        width = max(self._view.viewport().width() - 2 * _EDGE, 60)
        height = QFontMetrics(_bold(option.font)).height() + _GAP
        line = option.fontMetrics.lineSpacing()
        if self._wraps:
            room = QRect(0, 0, width, _MOST_LINES * line)
            height += option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
        else:
            height += line
        return QSize(min(width, option.fontMetrics.horizontalAdvance(title)), height + 2 * _EDGE)


_MIDDLE = Qt.TextElideMode.ElideMiddle


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
