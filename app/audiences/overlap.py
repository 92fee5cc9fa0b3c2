"""How many members an audience has in common with each other one about the same records; the common ones open."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.desk import Desk
from app.words import number, present, tr
from engine.runner.comparing import Comparison, compare
from engine.runner.records import members_of
from engine.workspace.audiences import AudienceStatus, SavedAudience

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PARTS = ((True, True), (True, False), (False, True))


class OverlapTab(QWidget):
    """One line for each other audience that has members, the largest overlap first."""

    part_wanted = Signal(object, str)
    """A StoredPopulation, and its words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._one: SavedAudience | None = None
        self._read = ""
        self._found: list[tuple[SavedAudience, Comparison]] = []
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Overlaps"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels(
            [tr("Audience"), tr("In both"), tr("% of this one"), tr("Only in this one"), tr("Only in the other")]
        )
        for place in range(1, 5):
            self.list.headerItem().setTextAlignment(place, _RIGHT)
        for place, width in enumerate((280, 120, 130, 190, 190)):
            self.list.setColumnWidth(place, width)
        self.list.header().setStretchLastSection(False)
        self.told = QLabel()
        self.told.setProperty("quiet", True)
        self.told.setWordWrap(True)
        self.parts = [QPushButton(tr("Show who is in both")), QPushButton(tr("Show who is only here")),
                      QPushButton(tr("Show who is only there"))]  # fmt: skip
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        for button, members in zip(self.parts, _PARTS, strict=True):
            button.clicked.connect(partial(self._open, members))
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.list, 1)
        box.addLayout(foot)
        self.list.currentItemChanged.connect(self._offer)

    def take(self, one: SavedAudience | None) -> None:
        """The audience to compare; nothing is counted before `show_overlaps`."""
        self._one, self._read = one, ""
        self._found = []
        self.list.clear()
        self._offer()

    def show_overlaps(self) -> None:
        """Count the overlaps, once for an audience."""
        one = self._one
        if one is not None and self._read != one.physical:
            self._read = one.physical
            self._desk.tasks.start(self._count(one), of=self)

    async def _count(self, one: SavedAudience) -> None:
        others = [
            other
            for other in self._desk.audiences
            if other.id != one.id and other.rows and other.status is not AudienceStatus.DELETED
            and (other.dimension, other.identity) == (one.dimension, one.identity)
        ]  # fmt: skip
        self.told.setText(tr("Counting…") if others else tr("No other audience is about the same records."))
        found: list[tuple[SavedAudience, Comparison]] = []
        for other in others:
            found.append((other, await self._desk.reader.run(self._compared, one, other)))
            if one is not self._one:
                return
        self._show(one, found)

    def _compared(self, one: SavedAudience, other: SavedAudience) -> Comparison:
        workspace, clock = self._desk.workspace, present()
        return compare(workspace, [members_of(workspace, each, clock) for each in (one, other)])

    def _show(self, one: SavedAudience, found: list[tuple[SavedAudience, Comparison]]) -> None:
        self._found = sorted(found, key=lambda pair: (-pair[1].common(0, 1), pair[0].label.casefold()))
        self.list.clear()
        for other, compared in self._found:
            common = compared.common(0, 1)
            counts = [number(common), number(round(100 * common / max(1, one.rows), 1)),
                      number(compared.targets(0) - common), number(compared.targets(1) - common)]  # fmt: skip
            item = QTreeWidgetItem([other.label, *counts])
            for place in range(1, 5):
                item.setTextAlignment(place, _RIGHT)
            self.list.addTopLevelItem(item)
        if found:
            self.told.clear()
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._offer()

    def _offer(self) -> None:
        place = self.list.currentIndex().row()
        chosen = self._found[place][1] if 0 <= place < len(self._found) else None
        numbers = {} if chosen is None else {part.members: part.targets for part in chosen.parts}
        for button, members in zip(self.parts, _PARTS, strict=True):
            button.setEnabled(numbers.get(members, 0) > 0)
            button.setVisible(bool(self._found))

    def _open(self, members: tuple[bool, bool], _checked: bool = False) -> None:
        other, compared = self._found[self.list.currentIndex().row()]
        here = "" if self._one is None else self._one.label
        words = {
            (True, True): tr("In both {one} and {other}", one=here, other=other.label),
            (True, False): tr("In {one} and not in {other}", one=here, other=other.label),
            (False, True): tr("In {other} and not in {one}", one=here, other=other.label),
        }[members]
        self.part_wanted.emit(compared.open(members), words)
