"""Keeping a rule as a predefined filter: its name, who sees it, and which values are filled in each time."""

import re

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.panel.editors.conditions.checking import read_tree
from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.lines import RIGHTS
from app.panel.editors.conditions.tree import INSIDE, Part, field_of, kind_of, walk
from app.panel.editors.look import current_tokens, style_sheet
from app.shell.stepping import ReadDialog
from app.words import language, tr
from engine.catalog.model import Filter
from engine.rules.sentences import to_sentence

_PATH = Qt.ItemDataRole.UserRole


class FilterDialog(ReadDialog):
    """Asks for what a filter needs beside its rule."""

    kept = Signal(object)
    """The engine's Filter."""

    def __init__(self, root: Part, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Save as a predefined filter"))
        self.setStyleSheet(style_sheet(current_tokens()))
        self._rule = root
        self._context = context
        self.label = QLineEdit(self)
        self.label.setPlaceholderText(tr("Such as: buys often"))
        self.description = QLineEdit(self)
        self.favourite = QCheckBox(tr("Offer it first"), self)
        self.shared = QCheckBox(tr("Share it with everybody"), self)
        self.parameters = QListWidget(self)
        self.parameters.setAccessibleName(tr("Values that are filled in whenever the filter is used"))
        for path, words in parameters_of(root, context):
            item = QListWidgetItem(words)
            item.setData(_PATH, path)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.parameters.addItem(item)
        self.trouble = QLabel(self)
        self.trouble.setProperty("error", True)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Save | kinds.Cancel, self)
        save = buttons.button(kinds.Save)
        save.setProperty("primary", True)
        # It has its look already: the sheet of the dialog came before it.
        save.style().polish(save)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(24, 20, 24, 20)
        form.setSpacing(8)
        form.addRow(tr("Name"), self.label)
        form.addRow(tr("Description"), self.description)
        form.addRow(self.favourite)
        form.addRow(self.shared)
        if self.parameters.count():
            form.addRow(tr("Values that are filled in whenever the filter is used"), self.parameters)
        form.addRow(self.trouble)
        form.addRow(buttons)
        self.resize(460, 460 if self.parameters.count() else form.sizeHint().height())

    def accept(self) -> None:
        """Keep the filter, unless something is missing."""
        wrong = self._wrong()
        self.trouble.setText(wrong)
        self.trouble.setVisible(bool(wrong))
        if not wrong:
            self.kept.emit(self._filter())
            super().accept()

    def _wrong(self) -> str:
        if not self.label.text().strip():
            return tr("Give the filter a name, so that others find it.")
        if not self._dimension():
            return tr("No targeting dimension is made of {table}, so a filter on it could never be used.",
                      table=self._context.title)  # fmt: skip
        return ""

    def _dimension(self) -> str:
        fitting = (one.name for one in self._context.catalog.dimensions if one.table == self._context.table)
        return next(fitting, "")

    def _filter(self) -> Filter:
        items = [self.parameters.item(row) for row in range(self.parameters.count())]
        label = self.label.text().strip()
        return Filter(
            id=_new_id(label, self._context),
            label=label,
            dimension=self._dimension(),
            rule=self._rule,
            parameters=tuple(str(one.data(_PATH)) for one in items if one.checkState() is Qt.CheckState.Checked),
            description=self.description.text().strip(),
            favourite=self.favourite.isChecked(),
            shared=self.shared.isChecked(),
        )


def parameters_of(root: Part, context: Context) -> list[tuple[str, str]]:
    """What may be filled in anew: the path of each value outside of linked records, and its line in words."""
    found: list[tuple[str, str]] = []
    for address, part in walk(root):
        if INSIDE in address or kind_of(part) not in {"condition", "aggregate"} or not isinstance(part, dict):
            continue
        if part.get("disabled") is True:
            continue
        name = next((one for one in RIGHTS if _is_given(part.get(one))), None)
        if name is not None:
            rule, _ = read_tree(part)
            found.append((f"{field_of(address)}.{name}", to_sentence(rule, context.catalog, context.table, language())))
    return found


def _is_given(value: JsonValue) -> bool:
    return value is not None and value != []


def _new_id(label: str, context: Context) -> str:
    """A name for the filter that no other has, after its label."""
    base = re.sub(r"\W+", "-", label.casefold()).strip("-") or "filter"
    known, number = context.catalog.filter_by_id, 1
    while (name := base if number == 1 else f"{base}-{number}") in known:
        number += 1
    return name
