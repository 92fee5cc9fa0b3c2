"""Scoring models: how activities weigh for the engagement of people and groups; drafts are edited, one is active."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.accounts.ledger import Ledger
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.shell.steps import Steps
from app.words import headed, number, said, tr
from engine.account_data.rows import as_one, current_rows
from engine.account_data.scoring_models import (
    MOST_WEIGHT,
    activate_model,
    duplicate_model,
    remove_model,
    rename_model,
    save_bands,
    save_weights,
)
from engine.accounts.defaults import DAILY_CAP
from engine.workspace import Workspace

_NARROW = 92


class ScoringScreen(ObjectsScreen):
    """All models; a new one begins as the copy of another."""

    columns = (("name", "", 210), ("status", "", 85), ("updated_at", "", 130), ("created_at", "", 130))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Scoring models"), tr("New model…"), ScoringPane(ledger),
                         statuses=("active", "draft", "archived"))  # fmt: skip

    def list(self, workspace: Workspace) -> list[Entry]:
        bands, weights = current_rows(workspace, "scoring_band"), current_rows(workspace, "scoring_activity")
        events = {str(row["type"]): (str(row["label"]), str(row["folder"]))
                  for row in current_rows(workspace, "event_catalog")}  # fmt: skip
        return [
            Entry(str(row["model_id"]), row, {
                "bands": [(str(one["name"]), int(one["value"] or 0)) for one in bands
                          if one["model_id"] == row["model_id"]],
                "weights": {str(one["activity_type"]): int(one["weight"] or 0) for one in weights
                            if one["model_id"] == row["model_id"]},
                "events": events,
            })
            for row in current_rows(workspace, "scoring_model")
        ]  # fmt: skip

    def say_empty(self) -> None:
        self.notice.say(
            "sliders-horizontal", tr("There is no scoring model yet"),
            tr("Models come with the account data: import or generate accounts first."),
        )  # fmt: skip

    def make_new(self) -> None:
        if not self.entries:
            self.wanted.emit("accounts", "")
            return
        dialog = FormDialog(tr("New scoring model"), tr("Create"), self,
                            tr("It begins with the bands and weights of another model."))  # fmt: skip
        name, source = QLineEdit(), QComboBox()
        for entry in self.entries:
            source.addItem(entry.name, entry.id)
        source.setCurrentIndex(max(0, source.findData(self._id)))
        dialog.row(tr("Name"), name)
        dialog.row(tr("Copy of"), source)
        dialog.need(name)
        dialog.run = lambda: self.ledger.write(
            duplicate_model, str(source.currentData()), name.text().strip(), self.ledger.now,
            then=self.made(dialog, "model_id"), told=dialog.refuse,
        )  # fmt: skip
        dialog.open()


class ScoringPane(ObjectPane):
    """The name, the bands and the weight of each kind of activity."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.hint = self.quiet("")
        self.bands = grid((tr("Band"), tr("Weight")), tr("Bands of weights"))
        self.weights = grid((tr("Activity"), tr("Weight")), tr("Weights of activities"))
        self.add, self.drop = QPushButton(tr("Add")), QPushButton(tr("Remove"))
        self.add.setAccessibleName(tr("Add a band"))
        self.drop.setAccessibleName(tr("Remove the band"))
        tools = QHBoxLayout()
        tools.addWidget(self.add)
        tools.addWidget(self.drop)
        tools.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, words, widget in (
            (left, tr("Bands of weights"), self.bands), (right, tr("Weights of activities"), self.weights)
        ):  # fmt: skip
            heading = QLabel(words)
            heading.setProperty("fieldTitle", True)
            column.addWidget(heading)
            column.addWidget(widget, 1)
        left.addLayout(tools)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 4)
        both.addLayout(right, 5)
        self.body.addWidget(self.name)
        self.body.addWidget(self.hint)
        self.body.addLayout(both, 1)
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"))
        self.activate_ = self.action(tr("Activate"), primary=True)
        self.add.clicked.connect(lambda: self._add_band("", 0, editable=True))
        self.drop.clicked.connect(lambda: self.bands.removeRow(self.bands.currentRow()))
        self.delete.clicked.connect(self._delete)
        self.save.clicked.connect(self._save)
        self.activate_.clicked.connect(self._activate)

    def fill(self, entry: Entry) -> None:
        draft = entry.status == "draft"
        self.name.setText(entry.name)
        self.hint.setText(
            tr("What was done in the last 30 days counts, at most {most} times a day for each person and activity; a "
               "weight of 0 is ignored.", most=number(DAILY_CAP))
            if draft else tr("Only drafts change. Make a new model as a copy of this one.")
        )  # fmt: skip
        self.name.setEnabled(draft)
        self._show_bands(entry.value("bands"), editable=draft)
        self._show_weights(entry.value("weights"), entry.value("events"), editable=draft)
        for widget in (self.add, self.drop, self.delete, self.save, self.activate_):
            widget.setVisible(draft)

    def _show_bands(self, bands: Sequence[tuple[str, int]], *, editable: bool) -> None:
        self.bands.setRowCount(0)
        for name, value in sorted(bands, key=lambda one: one[1]):
            self._add_band(name, value, editable=editable)

    def _add_band(self, name: str, value: int, *, editable: bool) -> None:
        line = self.bands.rowCount()
        self.bands.insertRow(line)
        written, weight = QLineEdit(name), Steps()
        written.setCursorPosition(0)
        written.setAccessibleName(tr("Band"))
        weight.setRange(0, MOST_WEIGHT)
        weight.setValue(value)
        weight.setAccessibleName(tr("Weight"))
        for column, field in enumerate((written, weight)):
            field.setEnabled(editable)
            put(self.bands, line, column, field)

    def _show_weights(
        self, weights: Mapping[str, int], events: Mapping[str, tuple[str, str]], *, editable: bool
    ) -> None:
        self.weights.setRowCount(0)
        order = sorted(weights, key=lambda kind: (-weights[kind], events.get(kind, (kind, ""))))
        for line, kind in enumerate(order):
            label, folder = events.get(kind, (kind, ""))
            self.weights.insertRow(line)
            item = QTableWidgetItem(said(label))
            item.setToolTip(headed(said(folder), said(label)))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setData(Qt.ItemDataRole.UserRole, kind)
            self.weights.setItem(line, 0, item)
            weight = Steps()
            weight.setRange(0, MOST_WEIGHT)
            weight.setValue(weights[kind])
            weight.setAccessibleName(tr("Weight of {name}", name=said(label)))
            weight.setEnabled(editable)
            put(self.weights, line, 1, weight)

    @property
    def standing_bands(self) -> list[tuple[str, int]]:
        """The bands as they stand."""
        return [(_text(self.bands, line), _value(self.bands, line, 1)) for line in range(self.bands.rowCount())]

    @property
    def standing_weights(self) -> dict[str, int]:
        """Activity to its weight as it stands."""
        found: dict[str, int] = {}
        for line in range(self.weights.rowCount()):
            item = self.weights.item(line, 0)
            if item is not None:
                found[str(item.data(Qt.ItemDataRole.UserRole))] = _value(self.weights, line, 1)
        return found

    def standing(self) -> tuple[str, list[tuple[str, int]], dict[str, int]]:
        return self.name.text().strip(), self.standing_bands, self.standing_weights

    def _save(self) -> None:
        if self.entry is not None:
            self.keep(_keep, self.entry.id, *self.standing(), self.ledger.now)

    def _activate(self) -> None:
        if self.entry is not None:
            self.ledger.write(_keep_and_activate, self.entry.id, *self.standing(), self.ledger.now, told=self.refuse)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove_model, self.entry.id)


def grid(titles: Sequence[str], name: str) -> QTableWidget:
    """A table whose cells are fields; the first column takes the room."""
    found = QTableWidget(0, len(titles))
    found.setHorizontalHeaderLabels([*titles])
    found.setAccessibleName(name)
    found.setShowGrid(False)
    found.setTabKeyNavigation(False)
    found.verticalHeader().hide()
    found.setWordWrap(False)
    found.verticalHeader().setDefaultSectionSize(38)
    header = found.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, len(titles)):
        found.setColumnWidth(column, _NARROW)
    return found


def put(table: QTableWidget, line: int, column: int, field: QWidget) -> None:
    """A field in a cell, with room around it."""
    holder = QWidget()
    inner = QHBoxLayout(holder)
    inner.setContentsMargins(0, 3, 8, 3)
    inner.addWidget(field)
    table.setCellWidget(line, column, holder)


def field_at(table: QTableWidget, line: int, column: int) -> QWidget | None:
    """The field in a cell."""
    # The stubs do not say that a cell may have none.
    holder = cast("QWidget | None", table.cellWidget(line, column))
    inner = None if holder is None else holder.layout()
    item = None if inner is None else inner.itemAt(0)
    return None if item is None else item.widget()


def _text(table: QTableWidget, line: int) -> str:
    field = field_at(table, line, 0)
    return field.text().strip() if isinstance(field, QLineEdit) else ""


def _value(table: QTableWidget, line: int, column: int) -> int:
    field = field_at(table, line, column)
    return field.value() if isinstance(field, QSpinBox) else 0


@as_one
def _keep(workspace: Workspace, model: str, name: str, bands: Any, weights: Any, now: Any) -> None:
    rename_model(workspace, model, name, now)
    save_bands(workspace, model, bands, now)
    save_weights(workspace, model, weights, now)


@as_one
def _keep_and_activate(workspace: Workspace, model: str, name: str, bands: Any, weights: Any, now: Any) -> None:
    _keep(workspace, model, name, bands, weights, now)
    activate_model(workspace, model, now)
