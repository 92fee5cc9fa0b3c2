"""A look at the first rows behind a transition, in a small card beside it. The program fills it, when it has them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout

from canvas import spoken
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_WIDE, _HIGH = 560, 300
_GAP = 12


class Peek(QFrame):
    """Asks by `CanvasView.peek_wanted`; the answer comes by `show_rows` or `tell`, whenever it does."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)  # a child of the viewport would scroll with it
        self._canvas = canvas
        self.edge = ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("First rows"))
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.table = QTableWidget(self)
        self.table.setAccessibleName(tr("First rows"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().setVisible(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.whole = QPushButton(tr("Open the table"), self)
        self.whole.clicked.connect(self._open)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 8, 10, 8)
        for widget in (self.title, self.said, self.table, self.whole):
            box.addWidget(widget)
        canvas.moved.connect(self.hide)
        canvas.graph_scene.applied.connect(self._follow)
        self.hide()

    def ask(self, edge: str) -> None:
        """Open for a transition, and let the program know that its first rows are wanted."""
        canvas, self.edge = self._canvas, edge
        canvas.reveal(canvas.graph_scene.edges[edge].pill())
        self.title.setText(spoken.edge(canvas, edge))
        self.tell(edge, tr("Being read…"))
        self._stand()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        canvas.peek_wanted.emit(edge)

    def show_rows(self, edge: str, columns: Sequence[str], rows: Sequence[Sequence[str]], words: str = "") -> None:
        """The first rows, as texts, and what there is to say of them. An answer to an older question is dropped."""
        if edge != self.edge or self.isHidden():
            return
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.table.setColumnCount(len(columns))
        self.table.setHorizontalHeaderLabels(list(columns))
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self.table.setItem(number, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.show()
        self._shrink()
        if rows:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus(Qt.FocusReason.PopupFocusReason)

    def _shrink(self) -> None:
        """As high as its rows need; above a count it stays where it ends."""
        table, bottom = self.table, self.geometry().bottom()
        above = self.geometry().top() < self._target().top()
        table.resizeRowsToContents()
        rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
        table.setFixedHeight(min(rows + table.horizontalHeader().height() + 2 * _GAP, _HIGH - 2 * _GAP))
        self.resize(self.width(), min(self.sizeHint().height(), self.height()))
        if above:
            self.move(self.x(), bottom - self.height() + 1)

    def _target(self) -> QRect:
        """Where the count is, in the coordinates of the canvas."""
        canvas = self._canvas
        pill = canvas.viewportTransform().mapRect(canvas.graph_scene.edges[self.edge].pill()).toAlignedRect()
        return pill.translated(canvas.viewport().geometry().topLeft())

    def tell(self, edge: str, words: str) -> None:
        """A sentence instead of rows: why there are none."""
        if edge == self.edge:
            self.said.setText(words)
            self.said.show()
            self.table.hide()

    def close_again(self) -> None:
        """Close it; the keyboard goes back to the canvas."""
        self._canvas.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _open(self) -> None:
        edge = self.edge
        self.close_again()
        self._canvas.opened.emit("edges", edge)

    def _follow(self) -> None:
        if self.edge not in self._canvas.graph_scene.edges and not self.isHidden():
            self.close_again()

    def _stand(self) -> None:
        """Below the count, or above it where there is no room below."""
        canvas = self._canvas
        room = canvas.viewport().geometry()
        self.resize(min(_WIDE, room.width() - 2 * _GAP), min(_HIGH, room.height() - 2 * _GAP))
        pill = self._target()
        below = pill.bottom() + _GAP
        top = below if below + self.height() <= room.bottom() else pill.top() - self.height() - _GAP
        left = max(room.left() + _GAP, min(pill.left(), room.right() - self.width() - _GAP))
        self.move(left, max(room.top() + _GAP, min(top, room.bottom() - self.height() - _GAP)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        else:
            super().keyPressEvent(event)
