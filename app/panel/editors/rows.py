"""Rows of lists to choose from: an icon and a title, quiet words on the right, headings between."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.panel.editors.look import current_tokens, shown_icon

VALUE, DETAIL, HEADING, OPENS, HELP = (Qt.ItemDataRole.UserRole + number for number in range(5))


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose. `opens` says that choosing it shows what is inside; `help` is said below the list."""

    value: object
    title: str
    detail: str = ""
    icon: str = ""
    accent: str = ""
    help: str = ""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Choices under a heading; without a title there is none."""

    title: str
    choices: tuple[Choice, ...]


class RowDelegate(QStyledItemDelegate):
    """Paints what stands beside a title, and headings."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        owner, rect = _owner(option), _rect(option)
        quiet = QColor(current_tokens().text_quiet)
        painter.save()
        if index.data(HEADING):
            font = QFont(owner.font())
            font.setPointSizeF(font.pointSizeF() * 0.85)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(quiet)
            painter.drawText(rect.adjusted(8, 4, -8, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data(HEADING)))
            painter.restore()
            return
        super().paint(painter, option, index)
        painter.setPen(quiet)
        right = -8
        if index.data(OPENS):
            painter.drawText(rect.adjusted(0, 0, right, 0), _RIGHT, "›")
            right -= 14
        metrics = QFontMetrics(owner.font())
        left = metrics.horizontalAdvance(str(index.data(Qt.ItemDataRole.DisplayRole))) + 44
        room = rect.adjusted(left, 0, right, 0)
        if index.data(DETAIL) and room.width() > 24:
            shown = metrics.elidedText(str(index.data(DETAIL)), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _RIGHT, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), QFontMetrics(_owner(option).font()).height() + 10)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _owner(option: QStyleOptionViewItem) -> QWidget:
    return option.widget


class ChoiceList(QListWidget):
    """A list of choices under headings; headings cannot be marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)

    def fill(self, sections: tuple[Section, ...]) -> None:
        """Show these choices; the first one is marked."""
        self.clear()
        for section in sections:
            if section.title and section.choices:
                heading = QListWidgetItem()
                heading.setData(HEADING, section.title)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            for choice in section.choices:
                item = QListWidgetItem(choice.title)
                if choice.icon:
                    item.setIcon(shown_icon(choice.icon, choice.accent))
                item.setData(VALUE, choice)
                item.setData(DETAIL, choice.detail)
                item.setData(OPENS, choice.opens)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.title}, {choice.detail}".rstrip(", "))
                self.addItem(item)
        self.setCurrentRow(-1)
        self.step(1)

    @property
    def current(self) -> Choice | None:
        """What is marked."""
        row = self.currentRow()
        value = self.item(row).data(VALUE) if row >= 0 else None
        return value if isinstance(value, Choice) else None

    def step(self, rows: int) -> None:
        """Mark another choice; it goes round at both ends."""
        places = [row for row in range(self.count()) if not self.item(row).data(HEADING)]
        if not places:
            return
        here = self.currentRow()
        if here in places:
            self.setCurrentRow(places[(places.index(here) + rows) % len(places)])
        else:
            self.setCurrentRow(places[0])

    def rows_height(self, most: int) -> int:
        """The height at which at most so many rows are seen."""
        return min(self.count(), most) * max(self.sizeHintForRow(0), 1) + 8
