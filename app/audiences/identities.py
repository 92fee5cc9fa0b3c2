"""By what the members of an audience can be reached or known: each identity, two of them together, and over time."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.audiences.trend import names_of
from app.charts.amounts import BarsChart, LineChart
from app.charts.chart import Datum
from app.desk import Desk
from app.words import said, tr
from engine.runner.identities import Identities, identities_of
from engine.workspace.audiences import Evaluation, SavedAudience

_MOST = 60
"""Evaluations whose identities are counted, the latest."""


class IdentitiesTab(QWidget):
    """Counted when it is looked at: all evaluations by what the records hold now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._one: SavedAudience | None = None
        self._read = ""
        self._found = Identities((), (), {})
        self.members, self.overlap = BarsChart(tr("Members by identity")), BarsChart(tr("Identities together"))
        self.trend = LineChart(tr("Members by identity, over time"))
        self.trend.height_wanted = 190
        self.first, self.second = QComboBox(), QComboBox()
        self.first.setAccessibleName(tr("First identity"))
        self.second.setAccessibleName(tr("Second identity"))
        self.told, self.alone = _quiet(""), _quiet("")
        for label in (self.told, self.alone):
            label.setWordWrap(True)
        self._charts = QWidget()
        self._arrange()
        for choice in (self.first, self.second):
            choice.activated.connect(self._show_overlap)

    def _arrange(self) -> None:
        pair = QHBoxLayout()
        pair.addWidget(self.first)
        pair.addWidget(self.second)
        pair.addStretch(1)
        # Side by side, so that the list above keeps its room when this is looked at.
        sides = QHBoxLayout(self._charts)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(20)
        parts: Sequence[tuple[str, Sequence[QWidget | QHBoxLayout], int]] = (
            (tr("Members by identity"), (self.members,), 3),
            (tr("Identities together"), (pair, self.alone, self.overlap), 3),
            (tr("Members by identity, over time"), (self.trend,), 4),
        )
        for title, shown, share in parts:
            column = QVBoxLayout()
            column.addWidget(_quiet(title))
            for one in shown:
                column.addWidget(one) if isinstance(one, QWidget) else column.addLayout(one)
            column.addStretch(1)
            sides.addLayout(column, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.told)
        box.addWidget(self._charts)
        box.addStretch(1)

    def take(self, one: SavedAudience | None) -> None:
        """The audience to look at; nothing is counted before `show_identities`."""
        self._one, self._read = one, ""
        self._charts.hide()
        self.told.setText("")

    def show_identities(self) -> None:
        """Count the identities, once for an audience."""
        one = self._one
        if one is not None and self._read != one.physical:
            self._read = one.physical
            self._desk.tasks.start(self._count(one), of=self)

    async def _count(self, one: SavedAudience) -> None:
        self.told.setText(tr("Counting…"))
        workspace, run = self._desk.workspace, self._desk.reader.run
        found = await run(identities_of, workspace, one)
        if one is not self._one:
            return
        self._show(found)
        kept = (await run(workspace.audiences.history, one.id))[-_MOST:]
        each: list[Identities] = []
        for evaluation in kept:
            each.append(await run(identities_of, workspace, evaluation.audience))
            if one is not self._one:
                return
        self._show_trend(kept, each)

    def _show(self, found: Identities) -> None:
        self._found = found
        several = len(found.names) > 1
        self.told.setText("" if found.names else tr("Its records are not there, so nothing is known of its members."))
        self._charts.setVisible(bool(found.names))
        pairs = list(zip(found.names, map(said, found.titles), strict=True))
        self.members.show_data([Datum(title, found.having(name)) for name, title in pairs])
        for choice, place in ((self.first, 0), (self.second, 1)):
            choice.clear()
            for name, title in pairs:
                choice.addItem(title, name)
            choice.setCurrentIndex(place if several else 0)
            choice.setVisible(several)
        self._show_overlap()

    def _show_overlap(self) -> None:
        one, other = str(self.first.currentData() or ""), str(self.second.currentData() or "")
        same = one == other
        self.alone.setText(tr("Choose two identities that differ.") if len(self._found.names) > 1 else
                           tr("Its records have no other identity."))  # fmt: skip
        self.alone.setVisible(same)
        self.overlap.setVisible(not same)
        if same or one not in self._found.names:
            return
        only, both, there = self._found.overlap(one, other)
        first, second = self.first.currentText(), self.second.currentText()
        self.overlap.show_data([
            Datum(tr("Only {name}", name=first), only), Datum(tr("Both"), both),
            Datum(tr("Only {name}", name=second), there),
        ])  # fmt: skip

    def _show_trend(self, kept: Sequence[Evaluation], each: Sequence[Identities]) -> None:
        times = names_of(kept)
        self.trend.show_data([
            Datum(time, found.having(name), said(title))
            for place, name in enumerate(self._found.names)
            for title in self._found.titles[place : place + 1]
            for time, found in zip(times, each, strict=True)
        ])  # fmt: skip


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("quiet", True)
    return label
