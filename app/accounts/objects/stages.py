"""The stage model: the steps of a buying group towards a purchase, and which may follow which."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.accounts.ledger import Ledger
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.words import as_typed, said, tr
from engine.account_data.rows import as_one, current_rows
from engine.account_data.stage_models import create_model, publish_model, read_model, remove_model, save_stages
from engine.accounts.buying_groups.stages import Stage, StageModel, check_stages
from engine.texts import sentences
from engine.workspace import Workspace


class StagesScreen(ObjectsScreen):
    """One model at most."""

    columns = (("name", "", 170), ("status", "", 80), ("stages", "", 70), ("interests", "", 80),
               ("updated_at", "", 130))  # fmt: skip

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Stage model"), tr("New stage model…"), StagePane(ledger))
        self.split.setSizes([300, 760])

    def list(self, workspace: Workspace) -> list[Entry]:
        users = [row["model_id"] for row in current_rows(workspace, "solution_interest")]
        found: list[Entry] = []
        for row in current_rows(workspace, "stage_model"):
            model = read_model(workspace, row["model_id"])
            more = {"stages": len(model.stages), "interests": users.count(row["model_id"]), "model": model}
            found.append(Entry(str(row["model_id"]), row, more))
        return found

    async def read(self) -> None:
        await super().read()
        # There is only ever one; without it, the notice offers to make it.
        self.new.hide()

    def say_empty(self) -> None:
        self.notice.say(
            "flow-arrow", tr("There is no stage model yet"),
            tr("Stages tell how far a buying group has come; journeys move groups along them."),
        )  # fmt: skip

    def make_new(self) -> None:
        dialog = FormDialog(tr("New stage model"), tr("Create"), self, tr("The name cannot be changed later."))
        name, about = dialog.name_and_description()

        dialog.run = lambda: self.ledger.write(
            create_model,
            name.text().strip(),
            self.ledger.now,
            about.text().strip(),
            then=self.made(dialog, "model_id"),
            told=dialog.refuse,
        )
        dialog.open()


class StagePane(ObjectPane):
    """A line per stage. What is wrong with the model is said below as it changes."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.lines: list[StageLine] = []
        self._saved: set[str] = set()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(3, 3)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 6, 0)
        box.addLayout(self._grid)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        self.hint, self.problems = self.quiet(""), QLabel()
        self.problems.setWordWrap(True)
        self.problems.setProperty("warning", True)
        self.add = QPushButton(tr("Add a stage"))
        self.body.addWidget(self.hint)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.problems)
        self.foot.insertWidget(0, self.add)
        self.delete, self.save, self.publish = (
            self.action(tr("Delete")), self.action(tr("Save")), self.action(tr("Publish"), primary=True)
        )  # fmt: skip
        self.add.clicked.connect(self._add)
        self.save.clicked.connect(self._save)
        self.publish.clicked.connect(self._publish)
        self.delete.clicked.connect(self._delete)

    def fill(self, entry: Entry) -> None:
        draft = entry.status != "live"
        self.hint.setText(
            tr("A stage that was saved stays; it can be renamed until the model is published.") if draft
            else tr("This model is live; it cannot be changed any more. It can be deleted when no interest uses it.")
        )  # fmt: skip
        for button in (self.add, self.save, self.publish):
            button.setVisible(draft)
        model: StageModel = entry.value("model")
        self._saved = {stage.id for stage in model.stages}
        self._show(model.stages, editable=draft)

    def _show(self, stages: Sequence[Stage], *, editable: bool) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, title in enumerate((tr("Stage"), tr("Entry point"), tr("Destination"), tr("Allowed transit to"))):
            label = QLabel(title)
            label.setProperty("quiet", True)
            self._grid.addWidget(label, 0, place)
        self.lines = []
        for place, stage in enumerate(stages, start=1):
            line = StageLine(stage, editable=editable, saved=stage.id in self._saved)
            self.lines.append(line)
            for column, widget in enumerate((line.name, line.entry, line.destination, line.allowed, line.remove)):
                self._grid.addWidget(widget, place, column)
            line.changed.connect(self._check)
            # What was refused is not what stands there now.
            line.changed.connect(self.told.hide)
            line.remove.clicked.connect(partial(self._drop, line))
        self._check()

    @property
    def stages(self) -> list[Stage]:
        """The stages as they stand."""
        return [line.stage() for line in self.lines]

    def _check(self) -> None:
        stages = self.stages
        for line in self.lines:
            line.offer([(one.id, one.name) for one in stages if one.id != line.id])
        draft = self.entry is not None and self.entry.status != "live"
        model = StageModel("", self.entry.name if self.entry is not None else "", stages)
        found = [f"• {said(sentences(one.what, one.fix))}" for one in check_stages(model)] if draft and stages else []
        self.problems.setText("\n".join(found[:5]))
        self.problems.setVisible(bool(found))

    def _add(self) -> None:
        stages = self.stages
        name = tr("Stage {number}", number=len(stages) + 1)
        known = {one.id for one in stages}
        key = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        while key in known:
            key += "-2"
        self._show([*stages, Stage(f"{self.entry.id if self.entry else ''}-{key}", name, not stages)], editable=True)
        self.lines[-1].name.setFocus()
        self.lines[-1].name.selectAll()

    def _drop(self, line: "StageLine") -> None:
        self._show([one for one in self.stages if one.id != line.id], editable=True)

    def standing(self) -> list[Stage]:
        return self.stages

    def _save(self) -> None:
        if self.entry is not None:
            self.keep(save_stages, self.entry.id, self.stages, self.ledger.now)

    def _publish(self) -> None:
        if self.entry is not None:
            self.ledger.write(_save_and_publish, self.entry.id, self.stages, self.ledger.now, told=self.refuse)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove_model, self.entry.id)


class StageLine(QWidget):
    """The fields of a stage; they stand in the grid of the pane."""

    changed = Signal()

    def __init__(self, stage: Stage, *, editable: bool, saved: bool) -> None:
        super().__init__()
        self.id = stage.id
        self._stage = stage
        self._chosen = set(stage.allowed)
        self.name, self.entry, self.destination = QLineEdit(stage.name), QCheckBox(), QComboBox()
        self.allowed, self.remove = QToolButton(), QToolButton()
        self.name.setAccessibleName(tr("Stage"))
        self.entry.setAccessibleName(tr("{stage} is an entry point", stage=stage.name))
        self.entry.setChecked(stage.is_entry)
        for value, text in (("none", "–"), ("success", tr("Success")), ("failure", tr("Failure"))):
            self.destination.addItem(text, value)
        self.destination.setAccessibleName(tr("Destination"))
        self.destination.setCurrentIndex(max(0, self.destination.findData(stage.destination)))
        self.allowed.setProperty("filter", True)
        self.allowed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.allowed.setAccessibleName(tr("Allowed transit to"))
        self.menu = QMenu(self.allowed)
        self.allowed.setMenu(self.menu)
        self.remove.setText("✕")
        self.remove.setProperty("quiet", True)
        self.remove.setAccessibleName(tr("Remove this stage"))
        self.remove.setVisible(editable and not saved)
        for widget in (self.name, self.entry, self.destination, self.allowed):
            widget.setEnabled(editable)
        self.name.textChanged.connect(self.changed)
        self.entry.toggled.connect(self.changed)
        self.destination.currentIndexChanged.connect(self.changed)

    def offer(self, stages: Sequence[tuple[str, str]]) -> None:
        """The other stages, to be ticked."""
        self._chosen &= {key for key, _ in stages}
        self.menu.clear()
        for key, name in stages:
            action = self.menu.addAction(as_typed(name))
            action.setCheckable(True)
            action.setChecked(key in self._chosen)
            action.toggled.connect(partial(self._choose, key))
        names = [name for key, name in stages if key in self._chosen]
        self.allowed.setText(", ".join(names) if names else tr("none"))
        self.allowed.setProperty("chosen", bool(names) and self.allowed.isEnabled())

    def _choose(self, key: str, wanted: bool) -> None:
        self._chosen = self._chosen | {key} if wanted else self._chosen - {key}
        self.changed.emit()

    def stage(self) -> Stage:
        """The stage as it stands."""
        order = [action_key for action_key in self._stage.allowed if action_key in self._chosen]
        order += sorted(self._chosen - set(order))
        return Stage(
            self.id, self.name.text().strip(), self.entry.isChecked(), str(self.destination.currentData()),
            tuple(order), self._stage.description,
        )  # fmt: skip


@as_one
def _save_and_publish(workspace: Workspace, model: str, stages: Sequence[Stage], now: datetime) -> None:
    save_stages(workspace, model, stages, now)
    publish_model(workspace, model, now)
