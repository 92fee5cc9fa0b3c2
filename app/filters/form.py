"""One predefined filter: its name, its rule, which of its values are filled in each time, and what it finds."""

import re
from collections.abc import Collection

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.editor import ConditionEditor
from app.panel.editors.conditions.saving import parameters_of
from app.panel.editors.conditions.workspace_counts import WorkspaceCounts
from app.words import present, tr
from engine.catalog.model import Filter
from engine.catalog.sources import Surroundings
from engine.document.model import Document

_PATH = Qt.ItemDataRole.UserRole


class FilterForm(QWidget):
    """Fields above, the rule below; nothing is kept before the user says so."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._before: Filter | None = None
        self._quiet = True
        self.label, self.description = QLineEdit(), QLineEdit()
        self.label.setPlaceholderText(tr("Such as: buys often"))
        self.dimension = QComboBox()
        self.favourite, self.shared = QCheckBox(tr("Offer it first")), QCheckBox(tr("Share it with everybody"))
        self.parameters = QListWidget()
        self.parameters.setMaximumHeight(120)
        self.editor = ConditionEditor(Context(Surroundings(desk.catalog, present()), ""))
        self._told = QLabel(tr("Tick the values that are filled in whenever the filter is used."))
        self._told.setProperty("quiet", True)
        self._arrange()
        for line in (self.label, self.description):
            line.textEdited.connect(self._tell)
        for box in (self.favourite, self.shared):
            box.clicked.connect(self._tell)
        self.dimension.currentIndexChanged.connect(self._aim)
        self.parameters.itemChanged.connect(self._tell)
        self.editor.edited.connect(self._edited)
        self.setFocusProxy(self.label)

    def _arrange(self) -> None:
        ticks = QWidget()
        line = QHBoxLayout(ticks)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(18)
        line.addWidget(self.favourite)
        line.addWidget(self.shared)
        line.addStretch(1)
        form = QFormLayout()
        form.setSpacing(8)
        for text, field in (
            (tr("Name"), self.label), (tr("Description"), self.description),
            (tr("Targeting dimension"), self.dimension), ("", ticks),
        ):  # fmt: skip
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.parameters.setAccessibleName(tr("Values that are filled in whenever the filter is used"))
        room = QWidget()
        inner = QVBoxLayout(room)
        inner.setContentsMargins(2, 2, 14, 2)
        inner.addWidget(self.editor)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(room)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(form)
        box.addWidget(area, 1)
        box.addWidget(self._told)
        box.addWidget(self.parameters)

    def show_filter(self, one: Filter | None) -> None:
        """Show a filter to be changed, or a new one."""
        self._quiet, self._before = True, one
        known = one or Filter(id="new", label="", dimension="?", rule={})
        self.label.setText(known.label)
        self.description.setText(known.description)
        self.favourite.setChecked(known.favourite)
        self.shared.setChecked(known.shared)
        self.dimension.clear()
        for dimension in self._desk.catalog.dimensions:
            self.dimension.addItem(dimension.title, dimension.name)
        self.dimension.setCurrentIndex(max(0, self.dimension.findData(known.dimension)))
        self.dimension.setEnabled(one is None)
        self._aim()
        self.editor.set_value(known.rule or None)
        self._show_parameters(known.parameters)
        self._quiet = False

    @property
    def _context(self) -> Context:
        found = self._desk.catalog.dimension_by_name.get(str(self.dimension.currentData()))
        names = {one.id: one.label for one in self._desk.audiences}
        return Context(Surroundings(self._desk.catalog, present()), "" if found is None else found.table, names)

    def _aim(self) -> None:
        """The rule is asked of the records of the dimension that is chosen."""
        context = self._context
        self.editor.set_context(context)
        counting = Document(id="filter", dimension=str(self.dimension.currentData() or ""))
        self.editor.set_counter(
            WorkspaceCounts(self._desk.workspace, counting, context.table) if context.table else None
        )
        self._show_parameters(self._ticked())
        self._tell()

    def _edited(self, _rule: object) -> None:
        self._show_parameters(self._ticked())
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()

    def _show_parameters(self, ticked: Collection[str]) -> None:
        self.parameters.blockSignals(True)
        self.parameters.clear()
        for path, words in parameters_of(self.editor.root, self._context) if self._context.table else ():
            item = QListWidgetItem(words)
            item.setData(_PATH, path)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if path in ticked else Qt.CheckState.Unchecked)
            self.parameters.addItem(item)
        self.parameters.blockSignals(False)
        for widget in (self._told, self.parameters):
            widget.setVisible(self.parameters.count() > 0)

    def _ticked(self) -> tuple[str, ...]:
        items = [self.parameters.item(row) for row in range(self.parameters.count())]
        return tuple(str(one.data(_PATH)) for one in items if one.checkState() is Qt.CheckState.Checked)

    def missing(self) -> str:
        """What keeps the filter from being kept; empty when nothing does."""
        if not self.label.text().strip():
            return tr("Give the filter a name, so that others find it.")
        if not self._context.table:
            return tr("Make a targeting dimension first; a filter is about its records.")
        rule = self.editor.value()
        if not isinstance(rule, dict) or not rule.get("items", True):
            return tr("Add a condition.")
        return tr("Correct the marked conditions.") if self.editor.wrong else ""

    def value(self) -> Filter:
        """The filter as the fields say."""
        label, rule = self.label.text().strip(), self.editor.value()
        content: dict[str, JsonValue] = rule if isinstance(rule, dict) else {}
        known = self._before
        return Filter(
            id=known.id if known is not None else _new_id(label, self._desk.catalog.filter_by_id),
            label=label,
            dimension=str(self.dimension.currentData()),
            rule=content,
            parameters=self._ticked(),
            description=self.description.text().strip(),
            favourite=self.favourite.isChecked(),
            shared=self.shared.isChecked(),
            owner="" if known is None else known.owner,
        )


def _new_id(label: str, taken: Collection[str]) -> str:
    base = re.sub(r"\W+", "-", label.casefold()).strip("-") or "filter"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
