"""The filters over the list: text, status, channel, tag, and when a document was created."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from app.date_fields import DayField
from app.documents.table import SHOWN_BY_DEFAULT, Wanted
from app.life.words import status_word
from app.words import as_typed, headed, said, tr
from engine.registry import all_activities
from engine.runner.inventory import Line
from engine.workspace.statuses import Status


class Ticks(QToolButton):
    """A button with a menu of things to tick; it shows what is ticked."""

    ticked = Signal()

    def __init__(self, title: str, usual: Iterable[str] = ()) -> None:
        """`usual` is what is ticked at first; then the button says only its title."""
        super().__init__()
        self._title = title
        self._usual = frozenset(usual)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("filter", True)
        self.setAccessibleName(title)
        self.actions_by_value: dict[str, QAction] = {}
        self._refresh()

    def offer(self, values: Mapping[str, str]) -> None:
        """Offer value to its words; what is ticked stays so."""
        values = {value: as_typed(words) for value, words in values.items()}
        if list(values.items()) == [(value, action.text()) for value, action in self.actions_by_value.items()]:
            return
        chosen = self.chosen if self.actions_by_value else self._usual
        self._menu.clear()
        self.actions_by_value.clear()
        for value, words in values.items():
            action = self.actions_by_value[value] = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.toggled.connect(self._toggled)
        self.setEnabled(bool(values))
        self._refresh()

    @property
    def chosen(self) -> frozenset[str]:
        """What is ticked."""
        return frozenset(value for value, action in self.actions_by_value.items() if action.isChecked())

    def choose(self, values: Iterable[str]) -> None:
        """Tick exactly these."""
        wanted = set(values)
        for value, action in self.actions_by_value.items():
            action.blockSignals(True)
            action.setChecked(value in wanted)
            action.blockSignals(False)
        self._toggled()

    def _toggled(self) -> None:
        self._refresh()
        self.ticked.emit()

    def _refresh(self) -> None:
        words = [action.text() for action in self.actions_by_value.values() if action.isChecked()]
        few = ", ".join(words[:3]) + ("…" if len(words) > 3 else "")
        some = words and self.chosen != self._usual and len(words) < len(self.actions_by_value)
        self.setText(headed(self._title, few) if some else self._title)
        self.setProperty("chosen", bool(some))
        self.style().unpolish(self)
        self.style().polish(self)


class Created(QToolButton):
    """A button that lets through what was created in a period."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.since: date | None = None
        self.until: date | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("filter", True)
        self.setAccessibleName(tr("Created"))
        menu = QMenu(self)
        for words, days in ((tr("Any time"), None), (tr("In the last 7 days"), 7), (tr("In the last 30 days"), 30),
                            (tr("In the last 365 days"), 365)):  # fmt: skip
            menu.addAction(words).triggered.connect(lambda _=False, words=words, days=days: self._last(words, days))
        menu.addSeparator()
        self.start, self.end = DayField(QDate.currentDate().addDays(-30)), DayField(QDate.currentDate())
        within = QWidget()
        form = QFormLayout(within)
        for edit, words in ((self.start, tr("From")), (self.end, tr("To"))):
            edit.setCalendarPopup(True)
            edit.dateChanged.connect(self._between)
            form.addRow(words, edit)
        action = QWidgetAction(menu)
        action.setDefaultWidget(within)
        menu.addAction(action)
        self.setMenu(menu)
        self._show(tr("Any time"), chosen=False)

    def clear(self) -> None:
        """Let everything through."""
        self._last(tr("Any time"), None)

    def _last(self, words: str, days: int | None) -> None:
        self.since = None if days is None else date.today() - timedelta(days=days)  # noqa: DTZ011 - the user's day
        self.until = None
        self._show(words, chosen=days is not None)

    def _between(self) -> None:
        start, end = self.start.date(), self.end.date()
        self.since = date(start.year(), start.month(), start.day())
        self.until = date(end.year(), end.month(), end.day())
        self._show(f"{self.start.text()} – {self.end.text()}", chosen=True)

    def _show(self, words: str, *, chosen: bool) -> None:
        created = tr("Created")
        self.setText(headed(created, words) if chosen else created)
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)
        self.ticked.emit()


class Filters(QWidget):
    """All filters in a row."""

    changed = Signal(object)
    """What is Wanted now."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the list"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(320)
        self.statuses, self.channels = Ticks(tr("Status"), SHOWN_BY_DEFAULT), Ticks(tr("Channel"))
        self.tags, self.created = Ticks(tr("Tag")), Created()
        self.statuses.offer({one.value: status_word(one, kind) for one in Status})
        self.reset = QToolButton()
        self.reset.setText(tr("Clear the filters"))
        self.reset.setProperty("quiet", True)
        self.reset.clicked.connect(self.clear)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.search, self.statuses, self.channels, self.tags, self.created, self.reset):
            box.addWidget(widget)
        box.addStretch(1)
        self.search.textChanged.connect(self._tell)
        for button in (self.statuses, self.channels, self.tags, self.created):
            button.ticked.connect(self._tell)
        self._tell()

    def offer(self, lines: Iterable[Line]) -> None:
        """Offer the channels and tags that there are."""
        known = all_activities()
        found = list(lines)
        channels = sorted({name for one in found for name in one.facts.channels if name in known})
        self.channels.offer({name: said(known[name].title) for name in channels})
        self.tags.offer({tag: tag for tag in sorted({tag for one in found for tag in one.tags})})

    @property
    def wanted(self) -> Wanted:
        """What passes."""
        return Wanted(
            text=self.search.text(),
            statuses=frozenset(Status(one) for one in self.statuses.chosen) or frozenset(Status),
            channels=self.channels.chosen,
            tags=self.tags.chosen,
            since=self.created.since,
            until=self.created.until,
        )

    def clear(self) -> None:
        """Let everything through that the list shows at first."""
        parts = (self.search, self.statuses, self.channels, self.tags, self.created)
        for part in parts:  # the list is narrowed once, not after each of them
            part.blockSignals(True)
        self.search.clear()
        self.statuses.choose(one.value for one in SHOWN_BY_DEFAULT)
        self.channels.choose(())
        self.tags.choose(())
        self.created.clear()
        for part in parts:
            part.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        wanted = self.wanted
        narrowed = bool(wanted.text or wanted.channels or wanted.tags or wanted.since or wanted.until)
        self.reset.setVisible(narrowed or wanted.statuses != SHOWN_BY_DEFAULT)
        self.changed.emit(wanted)
