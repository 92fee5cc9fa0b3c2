"""The rows of the list: a model over the lines that were read, and what of them passes the filters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QIcon

from app.life.journey_dates import day_words
from app.life.words import run_word, status_look, status_word
from app.words import moment, number, said, tr
from canvas import Tokens
from canvas.icons import icon
from engine.registry import all_activities
from engine.runner.inventory import Line
from engine.workspace.statuses import OVER, Status

Index = QModelIndex | QPersistentModelIndex
SHOWN_BY_DEFAULT = frozenset(Status) - OVER
_NAME, _STATUS, CHANGED = 0, 1, 6
"""The places of columns that all kinds have."""
_EVER, _NEVER = datetime(1, 1, 1, tzinfo=UTC).replace(tzinfo=None), datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, what stands in it, and what it is sorted by."""

    title: str
    text: Callable[[Line], str]
    key: Callable[[Line], Any]
    width: int


def columns(kind: str) -> tuple[Column, ...]:
    """The columns for documents of a kind, in the order in which they stand at first."""
    return _of_journeys() if kind == "journey" else _of_campaigns()


def _of_journeys() -> tuple[Column, ...]:
    return (
        Column(tr("Name"), lambda one: one.name, lambda one: one.name.casefold(), 300),
        Column(tr("Status"), lambda one: status_word(one.status, one.kind),
               lambda one: list(Status).index(one.status), 120),
        Column(tr("Start date"), lambda one: _day(one.facts.starts), lambda one: one.facts.starts or date.min, 100),
        Column(tr("End date"), lambda one: _day(one.facts.ends), lambda one: one.facts.ends or date.min, 100),
        Column(tr("Created"), lambda one: shown(one.created), lambda one: one.created, 140),
        Column(tr("Created by"), lambda one: one.created_by, lambda one: one.created_by.casefold(), 100),
        Column(tr("Changed"), lambda one: shown(one.changed), lambda one: one.changed, 140),
        Column(tr("Changed by"), lambda one: one.changed_by, lambda one: one.changed_by.casefold(), 100),
        Column(tr("Published"), lambda one: shown(one.published), lambda one: one.published or _EVER, 140),
        Column(tr("Published by"), lambda one: one.published_by, lambda one: one.published_by.casefold(), 100),
        Column(tr("Tags"), lambda one: ", ".join(one.tags), lambda one: one.tags, 90),
        Column(tr("Version"), lambda one: number(one.version) if one.version else "", lambda one: one.version, 80),
    )  # fmt: skip


def hidden_at_first(kind: str) -> frozenset[int]:
    """The places of the columns that only show when they are asked for."""
    return frozenset({7, 9, 10, 11}) if kind == "journey" else frozenset({7, 8})


def _day(day: date | None) -> str:
    return "" if day is None else day_words(day)


def _of_campaigns() -> tuple[Column, ...]:
    return (
        Column(tr("Name"), lambda one: one.name, lambda one: one.name.casefold(), 320),
        Column(tr("Status"), lambda one: status_word(one.status), lambda one: list(Status).index(one.status), 108),
        Column(tr("Channels"), channels_of, channels_of, 78),
        Column(tr("Tags"), lambda one: ", ".join(one.tags), lambda one: one.tags, 90),
        Column(tr("Last run"), last_run_of, lambda one: one.last_run.started if one.last_run else _EVER, 186),
        Column(tr("Next run"), lambda one: shown(one.next_run),
               lambda one: (one.next_run or _NEVER).replace(tzinfo=None), 132),
        Column(tr("Changed"), lambda one: shown(one.changed), lambda one: one.changed, 140),
        Column(tr("Created"), lambda one: shown(one.created), lambda one: one.created, 140),
        Column(tr("Version"), lambda one: number(one.version) if one.version else "", lambda one: one.version, 80),
    )  # fmt: skip


def shown(instant: datetime | None) -> str:
    """An instant, UTC where it does not say, as wall time of this machine."""
    if instant is None:
        return ""
    return moment((instant if instant.tzinfo else instant.replace(tzinfo=UTC)).astimezone())


def channels_of(line: Line) -> str:
    """The channels that a document sends by."""
    known = all_activities()
    return ", ".join(said(known[name].title) for name in line.facts.channels if name in known)


def last_run_of(line: Line) -> str:
    """When it ran last, and how that ended."""
    run = line.last_run
    return f"{run_word(run.status)}, {shown(run.started)}" if run is not None else ""


class Lines(QAbstractTableModel):
    """One row per document."""

    def __init__(self, tokens: Tokens, kind: str) -> None:
        super().__init__()
        self.columns = columns(kind)
        self.lines: list[Line] = []
        self._tokens = tokens
        self._icons: dict[str, QIcon] = {}
        self._column, self._order = -1, Qt.SortOrder.AscendingOrder

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Order the rows by what their column means.

        Here and not in the proxy, which would cross from C++ for each of many thousand comparisons.
        """
        self._column, self._order = column, order
        self.beginResetModel()
        self.lines = self._sorted(self.lines)
        self.endResetModel()

    def _sorted(self, lines: Sequence[Line]) -> list[Line]:
        if self._column < 0:
            return list(lines)
        descending = self._order is Qt.SortOrder.DescendingOrder
        return sorted(lines, key=self.columns[self._column].key, reverse=descending)

    def show(self, lines: Sequence[Line]) -> None:
        """Take the lines; where only their values changed, the rows stay what they are."""
        fresh = self._sorted(lines)
        if [one.id for one in fresh] == [one.id for one in self.lines]:
            self.lines = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.lines = fresh
        self.endResetModel()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self._icons.clear()
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        roles = Qt.ItemDataRole
        if role == roles.DisplayRole:
            return self.columns[index.column()].text(line)
        if role == roles.DecorationRole and index.column() == _STATUS:
            return self._icon(line)
        if role == roles.ToolTipRole and index.column() == _STATUS and line.failed:
            return tr("Something needs your attention; see its runs.")
        if role == roles.ToolTipRole and index.column() == _NAME:
            return line.facts.description or None
        if role == roles.ForegroundRole and (index.column() not in {_NAME, _STATUS} or line.status in OVER):
            return QColor(self._tokens.text_quiet)
        return None

    def _icon(self, line: Line) -> QIcon:
        name, colour = status_look(line, self._tokens)
        key = f"{name}{colour}"
        if key not in self._icons:
            self._icons[key] = icon(name, colour)
        return self._icons[key]


@dataclass
class Wanted:
    """What passes: nothing chosen means everything, but for the statuses."""

    text: str = ""
    statuses: frozenset[Status] = SHOWN_BY_DEFAULT
    channels: frozenset[str] = field(default_factory=frozenset[str])
    tags: frozenset[str] = field(default_factory=frozenset[str])
    since: date | None = None
    until: date | None = None

    def passes(self, line: Line) -> bool:
        """Whether a document is wanted."""
        text = " ".join((line.name, line.id, line.facts.description, *line.tags)).casefold()
        created = line.created.replace(tzinfo=UTC).astimezone().date()
        return (
            line.status in self.statuses
            and all(word in text for word in self.text.casefold().split())
            and (not self.channels or bool(self.channels & set(line.facts.channels)))
            and (not self.tags or bool(self.tags & set(line.tags)))
            and (self.since or created) <= created <= (self.until or created)
        )


class WantedLines(QSortFilterProxyModel):
    """The rows that pass, in the order of the lines."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self.wanted = Wanted()
        self._lines = lines
        self.setSourceModel(lines)
        self.setDynamicSortFilter(True)

    def refresh(self) -> None:
        """Filter anew."""
        self.beginFilterChange()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        del parent
        return self.wanted.passes(self._lines.lines[row])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._lines.sort_by(column, order)

    def line(self, index: Index) -> Line | None:
        """The document of a row."""
        row = self.mapToSource(index).row() if index.isValid() else -1
        return self._lines.lines[row] if row >= 0 else None
