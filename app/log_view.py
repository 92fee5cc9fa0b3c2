"""The log of a session at the window as a list, newest first: by kind, searched, copied."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.shell.elided import ElidedLabel
from app.words import tr

MOST = 5_000
"""Entries that are kept; the oldest go first."""


class Kind(StrEnum):
    """What an entry is about."""

    EDIT = "edit"
    COUNT = "count"
    PROBLEM = "problem"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened."""

    at: QDateTime
    kind: Kind
    document: str
    text: str


class LogView(QWidget):
    """The log as a list: by kind, searched, copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind"))
        words = {
            Kind.EDIT: tr("Edits"),
            Kind.COUNT: tr("Counts"),
            Kind.PROBLEM: tr("Problems"),
            Kind.NOTICE: tr("Notices"),
        }
        self.kind.addItem(tr("Everything"), "")
        for one, text in words.items():
            self.kind.addItem(text, one.value)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the log"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([tr("Time"), tr("Document"), tr("What happened")])
        self.list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(tr("Log"))
        self.list.header().resizeSection(0, 90)
        self.list.header().resizeSection(1, 180)
        hint = ElidedLabel()
        hint.say(tr("Since this window was opened; newest first."))
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        hint.setProperty("quiet", True)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 4)
        for widget in (self.search, self.kind):
            bar.addWidget(widget)
        bar.addWidget(hint, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(bar)
        box.addWidget(self.list, 1)
        self.kind.currentIndexChanged.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self.list, context=Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)
        self.setFocusProxy(self.list)

    def add(self, entry: Entry) -> None:
        """Show an entry above all others."""
        time = QLocale().toString(entry.at.time(), "HH:mm:ss")
        item = QTreeWidgetItem([time, entry.document, entry.text])
        item.setData(0, Qt.ItemDataRole.UserRole, entry.kind.value)
        item.setToolTip(2, entry.text)
        self.list.insertTopLevelItem(0, item)
        while self.list.topLevelItemCount() > MOST:
            self.list.takeTopLevelItem(self.list.topLevelItemCount() - 1)
        item.setHidden(not self._is_wanted(item))

    def copy(self) -> None:
        """Copy the selected lines."""
        lines = ["\t".join(item.text(column) for column in range(3)) for item in self.list.selectedItems()]
        QApplication.clipboard().setText("\n".join(lines))

    def _narrow(self) -> None:
        for place in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(place)
            if item is not None:
                item.setHidden(not self._is_wanted(item))

    def _is_wanted(self, item: QTreeWidgetItem) -> bool:
        kind, text = self.kind.currentData(), self.search.text().casefold()
        fits = not kind or item.data(0, Qt.ItemDataRole.UserRole) == kind
        return fits and text in f"{item.text(1)} {item.text(2)}".casefold()
