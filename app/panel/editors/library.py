"""The filters of a condition in a window of their own, beside a library of all that can be asked.

A filter is dragged over from the library, or added by a double click or Enter; every edit reaches the panel at once.
"""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.form_dialog import heading
from app.listing import EmptyWords
from app.panel.editors.rows import Choice, Section
from app.shell.stepping import ReadDialog
from app.words import said, tr
from engine.problems import Problem
from engine.texts import sentences

if TYPE_CHECKING:
    from app.panel.editors.filters import JourneyConditionEditor

_FILTER = "application/x-jalon-filter"
_VALUE = Qt.ItemDataRole.UserRole

Find = Callable[[str, tuple[Choice, ...]], tuple[Section, ...]]


def filter_data(value: tuple[str, str]) -> QMimeData:
    """A kind of filter and the field that it is about, as they are dragged."""
    data = QMimeData()
    data.setData(_FILTER, json.dumps(value).encode())
    return data


def dragged_filter(data: QMimeData) -> tuple[str, str] | None:
    """What was dragged out of the library; None when it is anything else."""
    if not data.hasFormat(_FILTER):
        return None
    try:
        value: object = json.loads(bytes(data.data(_FILTER).data()))
    except ValueError:
        return None
    match value:
        case [str(kind), str(name)]:
            return kind, name
        case _:
            # Another program, or another version of this one, says something else by that type.
            return None


class FilterLibrary(QTreeWidget):
    """Folders of what can be asked."""

    chosen = Signal(object)
    """The kind of a filter and its field."""

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self.setHeaderHidden(True)
        self.setAccessibleName(tr("Library of filters"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.itemActivated.connect(self._activated)
        EmptyWords(self, tr("Nothing fits what you typed."))
        self.narrow("")

    def narrow(self, text: str) -> None:
        """Show only what holds all words of a text; the first of it is marked."""
        self.clear()
        found: list[QTreeWidgetItem] = []
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        for section in self._find(text, ()):
            folder = QTreeWidgetItem(self, [section.title])
            folder.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for choice in section.choices:
                item = QTreeWidgetItem(folder, [choice.title])
                item.setToolTip(0, choice.detail)
                item.setData(0, _VALUE, choice.value)
                item.setFlags(flags)
                found.append(item)
        self.expandAll()
        if text and found:
            self.setCurrentItem(found[0])

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        """What a drag takes along."""
        return filter_data(tuple(items[0].data(0, _VALUE))) if items else QMimeData()

    def _activated(self, item: QTreeWidgetItem) -> None:
        value = item.data(0, _VALUE)
        if value is not None:
            self.chosen.emit(tuple(value))


class ConditionWindow(ReadDialog):
    """The library at the left, the filters at the right. Closing it loses nothing."""

    def __init__(self, small: "JourneyConditionEditor", large: "JourneyConditionEditor") -> None:
        super().__init__(small.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Conditions"))
        self.editor, self._behind = large, small
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the library"))
        self.search.setAccessibleName(tr("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.library = FilterLibrary(large.offered)
        hint = QLabel(tr("Drag a filter to the right, or double-click it, or press Enter."))
        hint.setProperty("quiet", True)
        hint.setWordWrap(True)
        left, right = QWidget(), QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.library, hint):
            side.addWidget(widget)
        room = QVBoxLayout(right)
        room.setContentsMargins(12, 0, 18, 0)
        room.addWidget(large)
        room.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(right)
        for one in (right, area.viewport()):
            one.setAutoFillBackground(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(area)
        split.setSizes([300, 560])
        self.problem = QLabel()
        self.problem.setProperty("error", True)
        self.problem.setWordWrap(True)
        self.problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.close)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(12)
        box.addWidget(heading(self.windowTitle()))
        box.addWidget(split, 1)
        box.addWidget(self.problem)
        box.addWidget(buttons)
        self.resize(900, 600)
        self.search.textChanged.connect(self.library.narrow)
        self.search.returnPressed.connect(self._first)
        self.library.chosen.connect(large.add_filter)
        large.edited.connect(self._pass_on)
        small.shown.connect(large.show_value)
        small.marked.connect(self._mark)
        self._mark(small.wrong)

    def _pass_on(self, raw: object) -> None:
        self._behind.take(raw, self.editor.step)

    def _mark(self, problem: Problem | None) -> None:
        """Say what is wrong with the filters, which the panel says behind this window."""
        self.problem.setText(said(sentences(problem.what, problem.fix)) if problem is not None else "")
        self.problem.setVisible(problem is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter adds a filter, or ends what is typed; it presses no button that the keys are not at.
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _first(self) -> None:
        """Enter in the search adds what was found first."""
        item = self.library.currentItem()
        if item is not None and self.search.text():
            self.library.itemActivated.emit(item, 0)
            self.search.setFocus()
