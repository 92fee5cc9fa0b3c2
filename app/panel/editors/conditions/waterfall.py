"""What each line of a rule does, as a table: in order, after the lines above it, and alone, as if it were the only one.

The bars are a waterfall: how many are left after a line, and what it took away (or added, under "or").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.panel.editors.look import current_tokens
from app.words import number, tr
from engine.runner.lines import LineCount, RuleCounts

_STEP, _BAR = 0, 1
_BAR_HIGH = 8.0
_PART, _DEPTH = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH, _MOST_HIGH, _ROW = 860, 460, 28
_MARGIN, _INDENT, _AIR = 14, 16, 8


@dataclass(frozen=True, slots=True)
class Step:
    """A line in words, how deep it stands, and its counts; None where it cannot be counted."""

    text: str
    depth: int
    count: LineCount | None


class _Plain(QStyledItemDelegate):
    """The row is marked as a whole; a frame around one of its cells would say that the cell can be edited."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.rect.adjust(_INDENT * (index.data(_DEPTH) or 0), 0, 0, 0)


class BarDelegate(_Plain):
    """Draws how many of all are left after a line, and what the line did to them."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        shares: tuple[float, float] | None = index.data(_PART)
        if shares is None:
            return
        tokens = current_tokens()
        before, after = shares
        room = QRectF(option.rect)
        rect = QRectF(room.x() + 6, room.center().y() - _BAR_HIGH / 2, room.width() - 12, _BAR_HIGH)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        low, high = sorted((before, after))
        for colour, start, end in (
            (tokens.grid_major, 0.0, 1.0),
            (tokens.accents["red" if after < before else "green"].ink, low, high),
            (tokens.accents["blue"].ink, 0.0, low),
        ):
            painter.setBrush(QColor(colour))
            bar = QRectF(rect.x() + start * rect.width(), rect.y(), (end - start) * rect.width(), rect.height())
            painter.drawRoundedRect(bar, 2, 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(104, _ROW)


class Waterfall(QFrame):
    """The table, with its own way to the clipboard. Arrow keys walk it; Esc closes it."""

    def __init__(self, steps: Sequence[Step], counts: RuleCounts | None, unit: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(tr("What each line does"), self)
        heading.setProperty("strong", True)
        self.table = _Table(self)
        note = QLabel(
            tr("In order: after the lines above it. Alone: as if the line were the only one. "
               "Without it: what the rule finds when the line is left out."), self)  # fmt: skip
        note.setProperty("quiet", True)
        note.setWordWrap(True)
        copy = QPushButton(tr("Copy"), self)
        copy.clicked.connect(self.copy)
        box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.setSpacing(8)
        for widget in (heading, self.table, note):
            box.addWidget(widget)
        box.addWidget(copy, 0, Qt.AlignmentFlag.AlignRight)
        if counts is None:
            self.table.hide()
            copy.hide()
            note.setText(tr("The lines are not counted yet. They are as soon as the rule can be."))
        else:
            self.table.show_steps(steps, counts, unit)

    def copy(self) -> None:
        """Put the table on the clipboard, as lines with tabs."""
        QApplication.clipboard().setText("\n".join("\t".join(row) for row in self.table.texts()))

    def open_at(self, at: QPoint) -> None:
        """Open at a place, whole on the screen."""
        self.setFixedWidth(min(_WIDTH, self.screen().availableGeometry().width()))
        self.show()
        self.table.fit_rows()
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        self.move(x, max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.table.setFocus()


class _Table(QTableWidget):
    """One row per line, between the row of all records and that of what the rule finds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 7, parent)
        heads = [tr("Line"), "", tr("In order"), tr("Left"), tr("Alone"), tr("Finds alone"), tr("Without it")]
        self.setAccessibleName(tr("What each line does"))
        self.setItemDelegate(_Plain(self))
        self.setItemDelegateForColumn(_BAR, BarDelegate(self))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for column, text in enumerate(heads):
            title = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignLeft if column <= _STEP else Qt.AlignmentFlag.AlignRight
            title.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, title)
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_STEP, QHeaderView.ResizeMode.Stretch)

    def show_steps(self, steps: Sequence[Step], counts: RuleCounts, unit: str) -> None:
        """Fill the table."""
        whole = max(counts.rows, 1)
        self._row(tr("All {unit}", unit=unit), ("", number(counts.rows), "", "", ""), (1.0, 1.0), strong=True)
        for step in steps:
            numbers, bar = _numbers(step.count, counts)
            self._row(step.text, numbers, (bar[0] / whole, bar[1] / whole) if bar else None, depth=step.depth)
        found = counts.matched / whole
        self._row(tr("The rule finds"), ("", number(counts.matched), "", "", ""), (found, found), strong=True)
        self.setCurrentCell(0, _STEP)

    def fit_rows(self) -> None:
        """Make each row as high as its sentence, which can be told only once the table has its width."""
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row) + _AIR, _ROW))
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(min(rows + self.horizontalHeader().sizeHint().height() + 4, _MOST_HIGH))

    def texts(self) -> list[list[str]]:
        """The table as it is read, with its heads."""
        columns = [column for column in range(self.columnCount()) if column != _BAR]
        heads = [self.horizontalHeaderItem(column) for column in columns]
        rows = [[self.item(row, column) for column in columns] for row in range(self.rowCount())]
        return [[one.text() if one is not None else "" for one in line] for line in (heads, *rows)]

    def _row(
        self,
        text: str,
        numbers: Sequence[str],
        bar: tuple[float, float] | None,
        *,
        depth: int = 0,
        strong: bool = False,
    ) -> None:
        row = self.rowCount()
        self.insertRow(row)
        shares = QTableWidgetItem()
        shares.setData(_PART, bar)
        self.setItem(row, _BAR, shares)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        for column, shown in zip((_STEP, *range(_BAR + 1, self.columnCount())), (text, *numbers), strict=True):
            item = QTableWidgetItem(shown)
            side = Qt.AlignmentFlag.AlignLeft if column == _STEP else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            item.setFont(font)
            if column == _STEP:
                item.setData(_DEPTH, depth)
            self.setItem(row, column, item)


def _numbers(count: LineCount | None, counts: RuleCounts) -> tuple[Sequence[str], tuple[int, int] | None]:
    """What a line does: in order and what is left, alone and what it finds, and the rule without it; and its bar."""
    if count is None:
        return (tr("not counted"), "", "", "", ""), None
    alone = (signed(count.matched - counts.rows), number(count.matched))
    if count.before is None or count.after is None or count.without is None:
        return (tr("switched off"), "", *alone, ""), None
    in_order = (signed(count.after - count.before), number(count.after))
    return (*in_order, *alone, number(count.without)), (count.before, count.after)


def signed(step: int) -> str:
    """A change with its sign."""
    return f"−{number(-step)}" if step < 0 else f"+{number(step)}" if step else "±0"
