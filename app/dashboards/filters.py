"""What a dashboard is about: the period, and filters by interest, stage, role, industry, region or journey."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from app.date_fields import DayField
from app.words import tr
from engine.accounts.dashboards.model import Wanted
from engine.runner.dashboards import Choices

_YEAR = timedelta(days=365)


class FilterBar(QWidget):
    """Only the filters that the dashboard in front knows are seen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.since, self.until = DayField(), DayField()
        self.boxes = {name: QComboBox() for name in ("interest", "stage", "role", "industry", "region")}
        self.journey, self.from_journey = QComboBox(), QComboBox()
        self._all = {
            "interest": tr("All interests"), "stage": tr("All stages"), "role": tr("All roles"),
            "industry": tr("All industries"), "region": tr("All regions"),
        }  # fmt: skip
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._period = QWidget()
        inner = QHBoxLayout(self._period)
        inner.setContentsMargins(0, 0, 0, 0)
        for words, field in ((tr("From"), self.since), (tr("to before"), self.until)):
            field.setCalendarPopup(True)
            field.setAccessibleName(words)
            label = QLabel(words)
            label.setProperty("quiet", True)
            inner.addWidget(label)
            inner.addWidget(field)
            field.dateChanged.connect(self.changed)
        line.addWidget(self._period)
        self.journey.setAccessibleName(tr("Journey"))
        self.journey.setMinimumWidth(300)
        line.addWidget(self.journey)
        self.from_journey.setAccessibleName(tr("Journey"))
        self.from_journey.setMaximumWidth(260)
        self.from_journey.addItem(tr("All journeys"), "")
        self.from_journey.currentIndexChanged.connect(self.changed)
        line.addWidget(self.from_journey)
        for name, box in self.boxes.items():
            box.setAccessibleName(self._all[name])
            box.setMaximumWidth(170)
            box.addItem(self._all[name], "")
            box.currentIndexChanged.connect(self.changed)
            line.addWidget(box)
        line.addStretch(1)
        self.journey.currentIndexChanged.connect(self.changed)

    def begin(self, now: datetime) -> None:
        """The year up to an instant."""
        first = now - _YEAR
        for field, day in ((self.since, first), (self.until, now + timedelta(days=1))):
            field.blockSignals(True)
            field.setDate(QDate(day.year, day.month, day.day))
            field.blockSignals(False)

    def offer(self, choices: Choices, journeys: Sequence[tuple[str, str]]) -> None:
        """What can be chosen; what was chosen stays."""
        given = {"interest": choices.interests, "stage": choices.stages, "role": choices.roles,
                 "industry": choices.industries, "region": choices.regions}  # fmt: skip
        for name, box in self.boxes.items():
            _fill(box, [("", self._all[name]), *given[name]])
        _fill(self.journey, list(journeys))
        _fill(self.from_journey, [("", tr("All journeys")), *journeys])

    def show_for(self, names: Sequence[str]) -> None:
        """Show these filters alone: names of fields, "period", "journey", or "sender" for one journey or all."""
        self._period.setVisible("period" in names)
        self.journey.setVisible("journey" in names)
        self.from_journey.setVisible("sender" in names)
        for name, box in self.boxes.items():
            box.setVisible(name in names)

    @property
    def has_days(self) -> bool:
        """Whether there is a day in the period."""
        return self.since.date() < self.until.date()

    def wanted(self, names: Sequence[str]) -> Wanted:
        """The filters as they stand, of those that are seen."""
        chosen = {name: str(box.currentData() or "") for name, box in self.boxes.items() if name in names}
        if "sender" in names:
            chosen["journey"] = str(self.from_journey.currentData() or "")
        return Wanted(_instant(self.since.date()), _instant(self.until.date()), **chosen)


def _fill(box: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
    before = box.currentData()
    box.blockSignals(True)
    box.clear()
    for key, name in rows:
        box.addItem(name, key)
    box.setCurrentIndex(max(0, box.findData(before)))
    box.blockSignals(False)


def _instant(day: QDate) -> datetime:
    return datetime(day.year(), day.month(), day.day())  # noqa: DTZ001 - instants are kept in UTC without an offset
