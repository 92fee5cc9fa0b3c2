"""The dry run of an import as a table: each thing of the bundle, how it stands here, and what is done with it."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.bundles.words import choice_words, kind_words, state_words
from app.words import said, tr
from engine.bundles.findings import Do, Finding, State

_MOST_TARGETS = 12
_MARKS = {State.CLASH: "●", State.UNKNOWN: "●", State.DIFFERENT: "○"}


class ReportTable(QTableWidget):
    """What asks for a decision stands first; what is the same here is left out unless asked for."""

    decided = Signal(str, str)
    """A finding's key, and the choice as it is kept, such as "keep" or "map:recipients"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels([tr("Kind"), tr("Name"), tr("How it stands here"), tr("What is done")])
        self.setAccessibleName(tr("What importing would do"))
        self.setProperty("rows", True)  # the row shows what is current, no cell does
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate((130, 220, 0, 280)):
            if width:
                self.setColumnWidth(place, width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.findings: list[Finding] = []
        self._names: Mapping[str, str] = {}

    def show_findings(self, findings: Iterable[Finding], names: Mapping[str, str], *, everything: bool) -> None:
        """Show findings; the place in the table and the chosen row stay. `names` are those of documents, by id."""
        self._names = names
        row, scrolled = self.currentRow(), self.verticalScrollBar().value()
        self.findings = [one for one in findings if everything or one.state is not State.SAME]
        self.setRowCount(len(self.findings))
        for place, one in enumerate(self.findings):
            self._show(place, one)
        self.resizeRowsToContents()
        if 0 <= row < self.rowCount():
            self.setCurrentCell(row, 3)
        self.verticalScrollBar().setValue(scrolled)

    def _show(self, row: int, one: Finding) -> None:
        mark = _MARKS.get(one.state, "")
        words = state_words(one)
        if one.matches and one.state is not State.SAME:
            words += " " + tr("Close to it: {names}.", names=", ".join(one.matches))
        name = self._names.get(one.name, one.name) if one.kind == "document" else one.name
        for column, text in enumerate((f"{mark} {kind_words(one.kind)}".strip(), name, words)):
            item = QTableWidgetItem(text)
            item.setToolTip("\n".join(said(text) for text in (one.what, *one.details)))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        before = self.cellWidget(row, 3)
        if isinstance(before, QComboBox):
            # It is deleted later only, and would be seen where it stood until then.
            before.hide()
            self.removeCellWidget(row, 3)
        if len(one.choices) > 1:
            self.setItem(row, 3, QTableWidgetItem())
            self.setCellWidget(row, 3, self._choices(one))
        else:
            self.setItem(row, 3, QTableWidgetItem(choice_words(one.chosen)))

    def _choices(self, one: Finding) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{kind_words(one.kind)} {one.name}")
        for choice in one.choices:
            targets = one.targets[:_MOST_TARGETS] if choice is Do.MAP else ("",)
            for target in targets:
                kept = f"{choice.value}:{target}" if target else choice.value
                box.addItem(choice_words(choice, target), kept)
        if one.target and box.findData(one.decision) < 0:
            box.addItem(choice_words(one.chosen, one.target), one.decision)
        box.setCurrentIndex(box.findData(one.decision))
        box.activated.connect(partial(self._decide, one.key, box))
        return box

    def _decide(self, key: str, box: QComboBox, _place: int) -> None:
        self.decided.emit(key, str(box.currentData()))
