"""A folder whose new files are loaded: which files, how much may be wrong with them, and when it is looked at."""

import re
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, Field
from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.data.opening import open_recurring
from app.data.wish import ImportWish
from app.desk import Desk
from app.form_dialog import heading
from app.life.schedule import SchedulePanel
from app.sections import Shell
from app.shell.stepping import ReadDialog
from app.theme import inset
from app.words import language, tr
from engine.runner.present import Present
from engine.runner.recurring import add_recurring
from engine.schedule_sentences import schedule_sentence
from engine.schedules import AsSoonAsPossible, Daily, Hours, Monthly, Periodic, Schedule, Weekly
from engine.workspace.recurring import RecurringLoad

_MOST_NAMES = 3
FolderSchedule = AsSoonAsPossible | Daily | Hours | Periodic | Weekly | Monthly


class _Fields(BaseModel):
    schedule: FolderSchedule = Field(default=AsSoonAsPossible(), title="Schedule", discriminator="mode")


class RecurringDialog(ReadDialog):
    """The folder and the names are permanent once it is kept; a table has one source."""

    kept = Signal(object)
    """The RecurringLoad as the fields say."""

    def __init__(self, load: RecurringLoad, present: Present, parent: QWidget, *, is_new: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Load {table} from a folder", table=load.table))
        self.setMinimumSize(820, 600)
        self._load = load
        self.folder, self.pattern = QLineEdit(load.folder), QLineEdit(load.pattern)
        self.browse = QPushButton(tr("Choose…"))
        self.threshold = QDoubleSpinBox()
        inset(self.threshold)
        self.threshold.setRange(0, 100)
        self.threshold.setDecimals(1)
        self.threshold.setSuffix(" %")
        self.threshold.setValue(load.threshold)
        self.threshold.setMaximumWidth(120)
        for field in (self.folder, self.pattern, self.browse):
            field.setEnabled(is_new)
        self.matching = QLabel()
        self.matching.setProperty("quiet", True)
        self.matching.setWordWrap(True)
        self.panel = SchedulePanel(
            _Fields, dict(load.schedule), load.zone, present, sentence=when, coming=tr("The next looks")
        )
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Cancel)
        self.keep = buttons.addButton(tr("Load from now on") if is_new else tr("Save"),
                                      QDialogButtonBox.ButtonRole.AcceptRole)  # fmt: skip
        self.keep.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._arrange(buttons)
        self.browse.clicked.connect(self._choose)
        for line in (self.folder, self.pattern):
            line.textChanged.connect(self._refresh)
        self.panel.changed.connect(self._refresh)
        self._refresh()

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        where = QWidget()
        line = QHBoxLayout(where)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.folder, 1)
        line.addWidget(self.browse)
        form = QFormLayout()
        form.setSpacing(8)
        for text, field, named in (
            (tr("Folder"), where, self.folder), (tr("Names of the files"), self.pattern, self.pattern),
            ("", self.matching, self.matching), (tr("Rows that may be wrong"), self.threshold, self.threshold),
        ):  # fmt: skip
            named.setAccessibleName(text)
            form.addRow(text, field)
        told = QLabel(
            tr("Each new file is loaded once, in the order of the names. Files stay where they are; what cannot be "
               "loaded stands in the ledger with the reason.")
        )  # fmt: skip
        told.setProperty("quiet", True)
        told.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(14)
        box.addWidget(heading(self.windowTitle()))
        box.addLayout(form)
        box.addWidget(told)
        box.addWidget(self.panel, 1)
        box.addWidget(buttons)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Folder"), self.folder.text())
        if found:
            self.folder.setText(found)

    def _refresh(self) -> None:
        names = matching(Path(self.folder.text()), self.pattern.text())
        shown = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        self.matching.setText(
            tr("{n} file(s) (matches|match) now: {names}", n=len(names), names=shown) if names
            else tr("No file matches yet; the first one that does will be loaded.")
        )  # fmt: skip
        self.keep.setEnabled(bool(self.folder.text().strip() and self.pattern.text().strip()) and self.panel.fine)

    def value(self) -> RecurringLoad:
        """The recurring load as the fields say."""
        return replace(
            self._load, folder=self.folder.text().strip(), pattern=self.pattern.text().strip(),
            threshold=self.threshold.value(), schedule=self.panel.plain,
        )  # fmt: skip

    def accept(self) -> None:
        """Hand it on, then close."""
        self.kept.emit(self.value())
        super().accept()


def matching(folder: Path, pattern: str) -> list[str]:
    """The names in a folder that a pattern is about, as far as they can be read."""
    try:
        names = sorted(one.name for one in folder.iterdir())
    except OSError:
        return []
    return [name for name in names if fnmatchcase(name.casefold(), pattern.casefold())]


def pattern_for(name: str) -> str:
    """What is proposed for the names of files like this one: its numbers may be any."""
    path = Path(name)
    stem = re.sub(r"\d[\d\-_.T:]*\d|\d", "*", path.stem)
    return f"{stem if '*' in stem else f'{stem}*'}{path.suffix}"


def when(schedule: Schedule) -> str:
    """When a folder is looked at, in the user's language."""
    if isinstance(schedule, AsSoonAsPossible):
        return tr("As soon as a file is there")
    return schedule_sentence(schedule, language())


def system_zone() -> str:
    """The time zone of this machine, or UTC where it has no name that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC"


def ask_regularly(desk: Desk, shell: Shell, wish: ImportWish, parent: QWidget) -> None:
    """Ask for what a recurring load needs beside what an import says already, and keep it."""
    load = RecurringLoad(
        table=wish.table, folder=str(wish.path.parent), pattern=pattern_for(wish.path.name), layout=wish.whole_layout,
        mode=wish.mode.value if wish.table in desk.catalog.table_by_name else "append", key=wish.key,
        zone=system_zone(),
    )  # fmt: skip
    dialog = RecurringDialog(load, desk.life.present, parent, is_new=True)

    async def keep(load: RecurringLoad) -> None:
        await desk.worker.run(add_recurring, desk.workspace, load, now=desk.life.present.now())
        desk.life.refresh()
        open_recurring(shell)
        desk.life.look()

    def kept(load: RecurringLoad) -> None:
        desk.tasks.start(keep(load))

    dialog.kept.connect(kept)
    dialog.open()
