"""One account, person or group beside its list: its name, its facts, and tabs with all that is around it."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QTabWidget, QToolButton, QVBoxLayout, QWidget

from app.inspector.values import shown
from app.runs.table import Row, TextTable
from app.words import number, said, tr
from engine.account_data.details import Detail, Listing
from engine.relations import Column
from engine.types import Family


class DetailPane(QFrame):
    """Shows a detail; its tabs are made once and filled for each."""

    wanted = Signal(str, str)
    """The screen of a row that was opened, and the id there."""
    closed = Signal()

    def __init__(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        """`tabs` are the listing, its title, and the screen that its rows belong to (or nothing)."""
        super().__init__()
        self.setProperty("card", True)
        self.name = QLabel()
        self.name.setProperty("heading", True)
        self.name.setWordWrap(True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setProperty("quiet", True)
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close"))
        self._close.clicked.connect(self.closed)
        self.head = QHBoxLayout()
        self.head.addWidget(self.name, 1)
        self.head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._shown = 0
        """How many facts are told."""
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tables: dict[str, ListingTable] = {}
        self._titles: dict[str, str] = {}
        for name, title, screen in tabs:
            self._titles[name] = title
            table = self.tables[name] = ListingTable(title, screen)
            table.wanted.connect(self.wanted)
            self.tabs.addTab(table, title)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(10)
        box.addLayout(self.head)
        box.addLayout(self._facts)
        box.addWidget(self.tabs, 1)
        self._box = box

    def add_below_tabs(self, widget: QWidget) -> None:
        """What can be done with what a tab shows."""
        self._box.addWidget(widget)

    def show_detail(self, detail: Detail) -> None:
        """Show what is known of one thing."""
        self.name.setText(detail.name)
        self.setAccessibleName(detail.name)
        self._show_facts(detail.facts)
        for name, table in self.tables.items():
            listing = detail.listings.get(name)
            table.show_listing(listing)
            count = 0 if listing is None else len(listing.rows)
            place = self.tabs.indexOf(table)
            self.tabs.setTabText(place, f"{self._titles[name]}  {number(count)}" if count else self._titles[name])

    def _show_facts(self, facts: Sequence[tuple[Column, Any]]) -> None:
        """Say them in the labels that are there: new ones would come a moment later, and the tabs jump meanwhile."""
        while len(self._labels) < len(facts):
            title, text = QLabel(), QLabel()
            title.setProperty("quiet", True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setWordWrap(True)
            text.setMinimumWidth(1)  # an address that is one long word makes the window no wider
            self._labels.append((title, text))
        for title, text in self._labels[len(facts) :]:
            title.hide()
            text.hide()
        for (title, text), (column, value) in zip(self._labels, facts, strict=False):
            title.setText(said(column.title))
            text.setText(_fact(column, value))
            text.setToolTip(text.text())
        self._shown = len(facts)
        self._arrange_facts()

    def _arrange_facts(self) -> None:
        """Two facts in a line where none of them has to be broken for that, else one below the other."""
        labels = self._labels[: self._shown]
        half = (len(labels) + 1) // 2
        sides = [[_width(pair[part] for pair in side) for part in (0, 1)] for side in (labels[:half], labels[half:])]
        beside = sum(map(sum, sides)) + 3 * self._facts.horizontalSpacing()
        room = self.contentsRect().marginsRemoved(self._box.contentsMargins()).width()
        lines = half if beside <= room else len(labels)
        # Where both fit, each has what is left in proportion to its longest text.
        for column, (_, texts) in zip((1, 3), sides, strict=True):
            self._facts.setColumnStretch(column, texts)
        if lines == len(labels):
            self._facts.setColumnStretch(3, 0)
        for place, pair in enumerate(labels):
            for at, label in enumerate(pair, start=2 if place >= lines else 0):
                self._facts.addWidget(label, place % lines, at, Qt.AlignmentFlag.AlignTop)
                label.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_facts()


def _width(labels: Iterable[QLabel]) -> int:
    """What labels below each other need so that each stands on one line."""
    return max((one.fontMetrics().horizontalAdvance(one.text()) for one in labels), default=0)


class ListingTable(TextTable):
    """The rows of a listing without their ids; Enter or a double click opens what a row is about."""

    wanted = Signal(str, str)

    def __init__(self, title: str, screen: str = "") -> None:
        super().__init__((), (), title)
        self._screen = screen
        self.setAlternatingRowColors(True)
        if screen:
            self.activated.connect(self._open)
            self.setToolTip(tr("Enter opens it."))

    def show_listing(self, listing: Listing | None) -> None:
        """Show other rows."""
        columns = () if listing is None else listing.columns[1:]
        rows = () if listing is None else listing.rows
        self.rows.show(
            [_row(columns, row) for row in rows],
            titles=[said(one.label) for one in columns],
            numbers=[place for place, one in enumerate(columns) if one.type.family is Family.NUMBER],
        )
        for place in range(len(columns)):
            self.resizeColumnToContents(place)
            self.setColumnWidth(place, min(max(self.columnWidth(place) + 10, 70), 230))

    def _open(self, index: QModelIndex) -> None:
        row = self.shown.row(index)
        if row is not None:
            self.wanted.emit(self._screen, row.id)


def _row(columns: Sequence[Column], values: Sequence[Any]) -> Row:
    cells = tuple(_cell(column, value) for column, value in zip(columns, values[1:], strict=True))
    keys = tuple(_key(value) for value in values[1:])
    return Row(cells, keys, str(values[0]))


def _fact(column: Column, value: Any) -> str:
    if column.name.startswith("consent_"):
        return {"y": tr("yes"), "n": tr("no")}.get(str(value), shown(value))
    return shown(value, name=column.name.endswith("_id"))


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return number(round(value, 1))
    if column.name in _WORDS and isinstance(value, str):
        return word(value)
    if column.name == "what" and isinstance(value, str):
        return said(value)
    return shown(value)


_WORDS = {"source", "field", "kind", "exit_reason"}


def word(value: str) -> str:
    """A code of the engine as a word."""
    return {
        "manual": tr("by hand"), "journey": tr("journey"), "job": tr("daily job"), "member": tr("member"),
        "completeness": tr("completeness"), "engagement": tr("engagement"), "stage": tr("stage"),
        "status": tr("status"), "static": tr("static"), "dynamic": tr("dynamic"), "completed": tr("completed"),
        "draft": tr("draft"), "live": tr("live"), "active": tr("active"), "inactive": tr("inactive"),
        "hourly": tr("hourly"), "daily": tr("daily"), "weekly": tr("weekly"), "monthly": tr("monthly"),
        "account": tr("account"), "person": tr("person"), "archived": tr("archived"), "waiting": tr("waiting"),
        "approved": tr("approved"), "bg": tr("buying group"), "low": tr("low"), "medium": tr("medium"),
        "high": tr("high"),
    }.get(value, value.replace("_", " "))  # fmt: skip


def _key(value: Any) -> tuple[bool, Any]:
    """What a cell is sorted by; nothing comes last."""
    return (value is None, "" if value is None else value.casefold() if isinstance(value, str) else value)
