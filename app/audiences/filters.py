"""What narrows the inventory: a search, status, origin, tags of which any or all are wanted, who and when."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.audiences.words import SHOWN_BY_DEFAULT, audience_word, frequencies, frequency_of, origin_of, origins
from app.documents.filters import Created, Ticks
from app.words import tr
from engine.workspace.audiences import AudienceStatus, SavedAudience


class AudienceFilters(QWidget):
    """All filters in a row. Nothing ticked lets everything pass, but for the statuses that are hidden at first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search for an audience"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(320)
        self._usual = frozenset(one.value for one in SHOWN_BY_DEFAULT)
        self.statuses, self.origins = Ticks(tr("Status"), self._usual), Ticks(tr("Origin"))
        self.updates = Ticks(tr("Updates"))
        self.tags, self.people, self.created = Ticks(tr("Tag")), Ticks(tr("Created by")), Created()
        self.every = QCheckBox(tr("All of these tags"))
        self.statuses.offer({one.value: audience_word(one) for one in AudienceStatus})
        self.origins.offer(origins())
        self.updates.offer(frequencies())
        self.reset = QToolButton()
        self.reset.setText(tr("Clear the filters"))
        self.reset.setProperty("quiet", True)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        buttons = (self.statuses, self.origins, self.updates, self.tags, self.people, self.created)
        for widget in (self.search, *buttons, self.every, self.reset):
            box.addWidget(widget)
        box.addStretch(1)
        self.search.textChanged.connect(self._tell)
        self.every.toggled.connect(self._tell)
        self.reset.clicked.connect(self.clear)
        for button in buttons:
            button.ticked.connect(self._tell)
        self._tell()

    def offer(self, audiences: Iterable[SavedAudience]) -> None:
        """Offer the tags and people that there are."""
        found = list(audiences)
        self.tags.offer({tag: tag for tag in sorted({tag for one in found for tag in one.tags})})
        self.people.offer({name: name for name in sorted({one.created_by for one in found if one.created_by})})

    def clear(self) -> None:
        """Let everything through that the list shows at first."""
        some = (self.origins, self.updates, self.tags, self.people)
        parts = (self.search, self.statuses, *some, self.every, self.created)
        for part in parts:  # the list is narrowed once, not after each of them
            part.blockSignals(True)
        self.search.clear()
        self.statuses.choose(self._usual)
        for button in some:
            button.choose(())
        self.every.setChecked(False)
        self.created.clear()
        for part in parts:
            part.blockSignals(False)
        self._tell()

    def passes(self, one: SavedAudience) -> bool:
        """Whether an audience is wanted."""
        text = " ".join((one.label, one.description, *one.tags)).casefold()
        day = one.created.date()
        return (
            one.status.value in (self.statuses.chosen or {status.value for status in AudienceStatus})
            and all(word in text for word in self.search.text().casefold().split())
            and (not self.origins.chosen or origin_of(one) in self.origins.chosen)
            and (not self.updates.chosen or frequency_of(one) in self.updates.chosen)
            and (not self.people.chosen or one.created_by in self.people.chosen)
            and self._tagged(one)
            and (self.created.since or day) <= day <= (self.created.until or day)
        )

    def _tagged(self, one: SavedAudience) -> bool:
        wanted = self.tags.chosen
        if self.every.isChecked():
            return wanted <= set(one.tags)
        return not wanted or bool(wanted & set(one.tags))

    def _tell(self) -> None:
        ticked = (self.origins.chosen, self.updates.chosen, self.tags.chosen, self.people.chosen)
        chosen = (*ticked, self.created.since, self.created.until)
        self.every.setVisible(len(self.tags.chosen) > 1)
        self.reset.setVisible(bool(self.search.text() or any(chosen)) or self.statuses.chosen != self._usual)
        self.changed.emit()
