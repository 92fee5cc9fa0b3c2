"""Solution interests: what is sold, with its roles template and stages, and the jobs that make its buying groups."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton

from app.accounts.ledger import Ledger
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.runs.table import Row, TextTable
from app.words import moment, tr
from engine.account_data.interests import remove_job, save_interest
from engine.account_data.inventory import count_members
from engine.account_data.objects import remove
from engine.account_data.rows import current_rows
from engine.workspace import Workspace


class InterestsScreen(ObjectsScreen):
    """The list; the newest change first."""

    columns = (("name", "", 170), ("template", "", 140), ("jobs", "", 90), ("groups", "", 90),
               ("update_existing", "", 70), ("updated_at", "", 130), ("updated_by", "", 100), ("created_at", "", 130),
               ("created_by", "", 100))  # fmt: skip

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Solution interests"), tr("New interest…"), InterestPane(ledger))

    def list(self, workspace: Workspace) -> list[Entry]:
        templates = {row["template_id"]: row["name"] for row in current_rows(workspace, "role_template")}
        models = {row["model_id"]: row["name"] for row in current_rows(workspace, "stage_model")}
        audiences = {row["audience_id"]: row["name"] for row in current_rows(workspace, "account_audience")}
        jobs = current_rows(workspace, "bg_job")
        groups = count_members(workspace, "buying_group", "si_id")
        return [
            Entry(
                str(row["si_id"]), row,
                {
                    "template": templates.get(row["template_id"], row["template_id"]),
                    "model": models.get(row["model_id"]),
                    "jobs": sum(job["si_id"] == row["si_id"] for job in jobs),
                    "groups": groups.get(str(row["si_id"]), 0),
                    "job_rows": [{**job, "audience": audiences.get(job["audience_id"], job["audience_id"])}
                                 for job in jobs if job["si_id"] == row["si_id"]],
                    "models": models,
                },
            )
            for row in current_rows(workspace, "solution_interest")
        ]  # fmt: skip

    def say_empty(self) -> None:
        self.notice.say(
            "lightbulb", tr("There is no solution interest yet"),
            tr("An interest is what you sell. It takes a live roles template, which says who decides about it."),
        )  # fmt: skip

    def make_new(self) -> None:
        self.ledger.tasks.start(self._ask(), of=self)

    async def _ask(self) -> None:
        await self.ledger.prepare()
        templates, models = await self.ledger.ask(_live)
        dialog = InterestDialog(templates, models, self)

        def done(row: Mapping[str, Any]) -> None:
            dialog.accept()
            self._id = str(row["si_id"])

        dialog.run = lambda: self.ledger.write(
            save_interest, dialog.values(), self.ledger.now, then=done, told=dialog.refuse
        )
        dialog.make.clicked.connect(dialog.reject)
        dialog.make.clicked.connect(lambda: self.wanted.emit("templates", ""))
        dialog.open()


class InterestDialog(FormDialog):
    """A name, a live template that never changes, and a stage model if there is one."""

    def __init__(self, templates: Mapping[str, str], models: Mapping[str, str], parent: InterestsScreen) -> None:
        super().__init__(
            tr("New solution interest"), tr("Create"), parent,
            tr("The roles template cannot be changed later; create another interest for another template."),
        )  # fmt: skip
        self.name, self.about = QLineEdit(), QLineEdit()
        self.template, self.model = QComboBox(), QComboBox()
        self.keep = QCheckBox(tr("Refresh members of existing groups each day"))
        for key, name in templates.items():
            self.template.addItem(name, key)
        self.model.addItem(tr("(no stage model)"), "")
        for key, name in models.items():
            self.model.addItem(name, key)
        self.make = QPushButton(tr("Make a roles template"))
        for text, field in ((tr("Name"), self.name), (tr("Description"), self.about),
                            (tr("Roles template"), self.template), (tr("Stage model"), self.model)):  # fmt: skip
            self.row(text, field)
        self.form.addRow(self.keep)
        self.need(self.name)
        if not templates:
            self.told.setText(tr("There is no live roles template yet."))
            self.told.show()
            self.template.setEnabled(False)
            self.form.addRow(self.make)

    def values(self) -> dict[str, Any]:
        """The row that is asked for."""
        return {"name": self.name.text().strip(), "description": self.about.text().strip(),
                "template_id": self.template.currentData(), "model_id": self.model.currentData() or None,
                "update_existing": self.keep.isChecked()}  # fmt: skip


class InterestPane(ObjectPane):
    """Name, description and stages can change; the template cannot. The jobs stand below."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.name, self.about, self.model = QLineEdit(), QLineEdit(), QComboBox()
        self.template = QLabel()
        self.keep_up = QCheckBox(tr("Refresh members of existing groups each day"))
        form = QFormLayout()
        form.setSpacing(8)
        for text, field in ((tr("Name"), self.name), (tr("Description"), self.about),
                            (tr("Roles template"), self.template), (tr("Stage model"), self.model)):  # fmt: skip
            field.setAccessibleName(text)
            form.addRow(text, field)
        form.addRow(self.keep_up)
        self.jobs = TextTable((tr("Account audience"), tr("Created by"), tr("Last run")), (190, 110, 140),
                              tr("Creation jobs"),
                              empty=tr("None yet: create buying groups of this interest"))  # fmt: skip
        self.drop = QPushButton(tr("Delete the job"))
        title = QLabel(tr("Creation jobs"))
        title.setProperty("fieldTitle", True)
        self.body.addLayout(form)
        self.body.addWidget(title)
        self.body.addWidget(self.quiet(tr("Each day a job makes a group for every account of its audience.")))
        self.body.addWidget(self.jobs, 1)
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"), primary=True)
        self.foot.insertWidget(0, self.drop)
        self.drop.clicked.connect(self._drop)
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)

    def fill(self, entry: Entry) -> None:
        self.name.setText(entry.name)
        self.about.setText(str(entry.row["description"] or ""))
        self.template.setText(str(entry.value("template")))
        self.model.clear()
        self.model.addItem(tr("(no stage model)"), "")
        for key, name in entry.value("models").items():
            self.model.addItem(str(name), key)
        self.model.setCurrentIndex(max(0, self.model.findData(entry.row["model_id"])))
        self.keep_up.setChecked(bool(entry.row["update_existing"]))

    def follow(self, entry: Entry) -> None:
        jobs = entry.value("job_rows")
        self.jobs.rows.show([
            Row((str(job["audience"]), str(job["created_by"] or ""), _when(job["last_run_at"])),
                (str(job["audience"]), "", str(job["last_run_at"])), str(job["job_id"]))
            for job in jobs
        ])  # fmt: skip
        if jobs:
            self.jobs.selectRow(0)
        self.drop.setEnabled(bool(jobs))

    def standing(self) -> dict[str, Any]:
        return {
            "name": self.name.text().strip(),
            "description": self.about.text().strip(),
            "model_id": self.model.currentData() or None,
            "update_existing": self.keep_up.isChecked(),
        }

    def _save(self) -> None:
        if self.entry is not None:
            self.keep(save_interest, {"si_id": self.entry.id, **self.standing()}, self.ledger.now)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove, "solution_interest", self.entry.id)

    def _drop(self) -> None:
        row = self.jobs.current
        if row is not None:
            self.agree(
                tr("Delete the job over “{audience}”?", audience=row.cells[0]),
                tr("The buying groups that it made stay."), tr("Delete the job"), remove_job, row.id,
            )  # fmt: skip


def _live(workspace: Workspace) -> tuple[dict[str, str], dict[str, str]]:
    templates = {str(row["template_id"]): str(row["name"]) for row in current_rows(workspace, "role_template")
                 if row["status"] == "live"}  # fmt: skip
    models = {str(row["model_id"]): str(row["name"]) for row in current_rows(workspace, "stage_model")
              if row["status"] == "live"}  # fmt: skip
    return templates, models


def _when(value: Any) -> str:
    return "" if value is None else moment(value)
