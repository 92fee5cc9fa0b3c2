"""Where accounts come from: a generated company, with progress and a way to stop it, or exports of other systems."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QFileDialog, QSpinBox, QWidget

from app.accounts.ledger import Ledger
from app.date_fields import DayField
from app.form_dialog import FormDialog
from app.inspector.notices import ProgressStrip
from app.shell.steps import Steps
from app.words import tr
from app.worker import finished
from engine.account_data.generator.generate import FILLED, start_company
from engine.account_data.generator.scale import Scale
from engine.problems import Cancelled

_MOST = 1_000_000


class CompanyDialog(FormDialog):
    """How large the company is, and when it lives."""

    def __init__(self, filled: bool, parent: QWidget) -> None:
        super().__init__(
            tr("Generate a sample company"), tr("Generate"), parent,
            tr("Accounts, people, opportunities, activities, lists and templates that are all made up. The same seed "
               "makes the same company on every machine."),
        )  # fmt: skip
        self.accounts = _spin(1_000, 1, _MOST)
        self.people = _spin(10, 1, 100)
        self.activities = _spin(10, 1, 100)
        self.seed = _spin(1, 1, 1_000_000)
        self.since = DayField(QDate(2025, 1, 6))
        self.since.setCalendarPopup(True)
        self.days = _spin(455, 1, 3_650)
        self.replace = QCheckBox(tr("Take the place of the records that are there"))
        self.row(tr("Accounts"), self.accounts)
        self.row(tr("People per account"), self.people)
        self.row(tr("Activities per person"), self.activities)
        self.row(tr("First day"), self.since)
        self.row(tr("Days with activities"), self.days)
        self.row(tr("Seed"), self.seed)
        self.replace.setVisible(filled)
        self.form.addRow(self.replace)
        if filled:
            self.ok.setEnabled(False)
            self.replace.toggled.connect(self.ok.setEnabled)

    def scale(self) -> Scale:
        """What is asked for."""
        accounts = self.accounts.value()
        people = accounts * self.people.value()
        day = self.since.date()
        since = datetime(day.year(), day.month(), day.day())  # noqa: DTZ001 - instants are kept in UTC without offset
        return Scale(accounts, people, people * self.activities.value(), self.seed.value(), since, self.days.value())


def ask_company(ledger: Ledger, progress: ProgressStrip, parent: QWidget) -> CompanyDialog:
    """Ask how large, then generate."""
    dialog = CompanyDialog(ledger.filled, parent)

    def begin() -> None:
        ledger.desk.tasks.start(_generate(ledger, progress, dialog.scale(), replace=dialog.replace.isChecked()))
        dialog.accept()

    dialog.run = begin
    dialog.open()
    return dialog


async def _generate(ledger: Ledger, progress: ProgressStrip, scale: Scale, *, replace: bool) -> None:
    """Each table is a step; stopping leaves everything as it was."""
    done: list[str] = []
    titles = {one.name: one.title for one in ledger.desk.catalog.tables}
    job = start_company(ledger.desk.workspace, scale, done.append, replace=replace)

    def share() -> float | None:
        if done:
            progress.tell(tr("Generating {name}…", name=titles.get(done[-1], done[-1])))
        return len(done) / (len(FILLED) + 1) if done else None

    progress.begin(tr("Generating…"), share)
    stop = progress.cancel.clicked.connect(job.cancel)
    try:
        made = await finished(job)
    except Cancelled:
        ledger.shell.say(tr("Nothing was generated; all is as it was."))
        return
    finally:
        progress.cancel.clicked.disconnect(stop)
        progress.end()
    await ledger.desk.load()
    ledger.shell.say(tr("{accounts} and {people} are there now.", accounts=tr("{n} account(s)", made["account"]),
                        people=tr("{n} (person|people)", made["person"])))  # fmt: skip
    ledger.desk.accounts_changed.emit()


def ask_import(ledger: Ledger, parent: QWidget) -> None:
    """Ask for files, then show what they are in a tab of their own."""
    kinds = tr("Tables (*.csv *.tsv *.txt *.json *.parquet *.duckdb *.xlsx)")
    paths, _ = QFileDialog.getOpenFileNames(parent, tr("Exports of Salesforce, HubSpot or Marketo"), "", kinds)
    if paths:
        open_import(ledger, tuple(Path(path) for path in paths))


def open_import(ledger: Ledger, paths: tuple[Path, ...]) -> QWidget:
    """The tab in which files become accounts, people and what belongs to them."""
    from app.accounts.import_page import AccountImportPage

    key = "accounts:import:" + "|".join(str(path) for path in paths)
    return ledger.shell.open_page(
        key, tr("Import accounts"), "ph.file-arrow-down", lambda: AccountImportPage(ledger, paths, key)
    )  # fmt: skip


def _spin(value: int, least: int, most: int) -> QSpinBox:
    box = Steps()
    box.setRange(least, most)
    box.setGroupSeparatorShown(True)
    box.setValue(value)
    return box
