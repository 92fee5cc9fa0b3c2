"""The rows of the list: a model over the lines that were read, and what of them passes the filters."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon

from app.life.journey_dates import day_words
from app.life.words import run_word, status_look, status_word
from app.listing import Column, Index, ListModel
from app.words import moment, number, said, tr
from canvas import Tokens
from canvas.icons import icon
from engine.registry import all_activities
from engine.runner.inventory import Line
from engine.workspace.statuses import OVER, Status

SHOWN_BY_DEFAULT = frozenset(Status) - OVER
_NAME, _STATUS, CHANGED = 0, 1, 6
"""The places of columns that all kinds have."""
_EVER, _NEVER = datetime(1, 1, 1, tzinfo=UTC).replace(tzinfo=None), datetime(9999, 1, 1, tzinfo=UTC)


def columns(kind: str) -> tuple[Column[Line], ...]:
    """The columns for documents of a kind, in the order in which they stand at first."""
    return _of_journeys() if kind == "journey" else _of_campaigns()


def _of_journeys() -> tuple[Column[Line], ...]:
    return (
        Column(tr("Name"), lambda one: one.name, lambda one: one.name.casefold(), 300),
        Column(tr("Status"), lambda one: status_word(one.status, one.kind),
               lambda one: list(Status).index(one.status), 120),
        Column(tr("Start date"), lambda one: _day(one.facts.starts), lambda one: one.facts.starts or date.min, 100),
        Column(tr("End date"), lambda one: _day(one.facts.ends), lambda one: one.facts.ends or date.min, 100),
        Column(tr("Created"), lambda one: shown(one.created), lambda one: one.created, 140),
        Column(tr("Created by"), lambda one: one.created_by, lambda one: one.created_by.casefold(), 100),
        Column(tr("Changed"), lambda one: shown(one.changed), lambda one: one.changed, 140),
        Column(tr("Changed by"), lambda one: one.changed_by, lambda one: one.changed_by.casefold(), 100, hidden=True),
        Column(tr("Published on"), lambda one: shown(one.published), lambda one: one.published or _EVER, 140),
        Column(tr("Published by"), lambda one: one.published_by, lambda one: one.published_by.casefold(), 100,
               hidden=True),
        Column(tr("Tags"), lambda one: ", ".join(one.tags), lambda one: one.tags, 90, hidden=True),
        Column(tr("Version"), lambda one: number(one.version) if one.version else "", lambda one: one.version, 80,
               hidden=True),
    )  # fmt: skip


def _day(day: date | None) -> str:
    return "" if day is None else day_words(day)


def _of_campaigns() -> tuple[Column[Line], ...]:
    return (
        Column(tr("Name"), lambda one: one.name, lambda one: one.name.casefold(), 262),
        Column(tr("Status"), lambda one: status_word(one.status), lambda one: list(Status).index(one.status), 124),
        Column(tr("Channels"), channels_of, channels_of, 78),
        Column(tr("Tags"), lambda one: ", ".join(one.tags), lambda one: one.tags, 104),
        Column(tr("Last run"), last_run_of, lambda one: one.last_run.started if one.last_run else _EVER, 214),
        Column(tr("Next run"), lambda one: shown(one.next_run),
               lambda one: (one.next_run or _NEVER).replace(tzinfo=None), 144),
        Column(tr("Changed"), lambda one: shown(one.changed), lambda one: one.changed, 140),
        Column(tr("Created"), lambda one: shown(one.created), lambda one: one.created, 140, hidden=True),
        Column(tr("Version"), lambda one: number(one.version) if one.version else "", lambda one: one.version, 80,
               hidden=True),
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


class Lines(ListModel[Line]):
    """One row per document that passes."""

    def __init__(self, tokens: Tokens, kind: str) -> None:
        super().__init__(columns(kind), lambda one: one.id)
        self._tokens = tokens
        self._icons: dict[str, QIcon] = {}
        self.let_pass(Wanted().passes)

    def line(self, index: Index) -> Line | None:
        """The document of a row."""
        return self.rows[index.row()] if index.isValid() else None

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self._icons.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def decorated(self, one: Line, column: int, role: int) -> Any:
        roles = Qt.ItemDataRole
        if role == roles.DecorationRole and column == _STATUS:
            return self._icon(one)
        if role == roles.ToolTipRole and column == _STATUS and one.failed:
            return tr("Something needs your attention; see its runs.")
        if role == roles.ToolTipRole and column == _NAME:
            return one.facts.description or None
        if role == roles.ForegroundRole and (column not in {_NAME, _STATUS} or one.status in OVER):
            return QColor(self._tokens.text_quiet)
        return None

    def _icon(self, line: Line) -> QIcon:
        name, colour = status_look(line, self._tokens)
        key = f"{name}{colour}"
        if key not in self._icons:
            self._icons[key] = icon(name, colour)
        return self._icons[key]
