"""What can be done with audiences: one, or up to 25 at once. Nothing here is lost: what is deleted can be restored."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from app.audiences.dialogs import (
    DependantsDialog,
    EvaluationDialog,
    FolderDialog,
    PropertiesDialog,
    TableDialog,
    TagsDialog,
    words_of,
)
from app.audiences.words import audience_word
from app.desk import Desk
from app.inspector.notices import ProgressStrip
from app.sections import Shell
from app.words import number, present, tr
from engine.problems import EngineError, Problem
from engine.runner.audiences import (
    copy_audience,
    erase_audience,
    export_members,
    export_to_table,
    file_name_of,
    refresh_audience,
    set_audience_status,
)
from engine.runner.evaluating import set_evaluation
from engine.runner.expiring import extend_audience
from engine.runner.lineage import lineage_of
from engine.workspace.audiences import AudienceStatus, SavedAudience
from engine.workspace.store import as_utc

MOST = 25
Some = Sequence[SavedAudience]


class Doing(QObject):
    """The commands of the inventory."""

    def __init__(self, desk: Desk, shell: Shell, progress: ProgressStrip, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._shell, self._parent, self._progress = desk, shell, parent, progress
        self.ask: Callable[[str, str], bool] = self._ask

    def _allowed(self, some: Some) -> bool:
        if len(some) > MOST:
            self._shell.tell(
                Problem(
                    code="too-many-selected",
                    what=tr("{n} audience(s) (is|are) selected.", n=len(some)),
                    fix=tr("Do it with at most {most} at once.", most=number(MOST)),
                )
            )
        return 0 < len(some) <= MOST

    def refresh(self, some: Some) -> None:
        """Evaluate audiences anew: their campaigns run."""
        if self._allowed(some):
            self._desk.tasks.start(self._refreshed(some), of=self)

    async def _refreshed(self, some: Some) -> None:
        done = 0
        self._progress.begin(tr("Evaluating…"), lambda: done / len(some))
        try:
            for one in some:
                # The page may have been closed; what was asked for is done nevertheless.
                if isValid(self._progress):
                    self._progress.tell(tr("Evaluating {label}…", label=one.label))
                await self._desk.life.runner.run(refresh_audience, self._desk.workspace, one)
                done += 1
        finally:
            await self._desk.load()
            self._progress.end()
        first = some[0].label
        self._shell.say(tr("{label} is refreshed.", label=first) if done == 1 else
                        tr("{n} audience(s) (is|are) refreshed.", n=done))  # fmt: skip

    def set_status(self, some: Some, status: AudienceStatus) -> None:
        """Publish, deactivate, delete or restore audiences; what is read is refused, with those who read it."""
        if self._allowed(some):
            self._desk.tasks.start(self._set_status(some, status), of=self)

    async def _set_status(self, some: Some, status: AudienceStatus) -> None:
        try:
            for one in some:
                if not await self._turned(one, status):
                    return
        finally:
            await self._desk.reload()
        if status is AudienceStatus.DELETED:
            said = tr("{label} is deleted; it can be restored for 30 days.", label=_names(some))
        else:
            said = tr("{label}: {status}.", label=_names(some), status=audience_word(status))
        self._shell.say(said)

    async def _turned(self, one: SavedAudience, status: AudienceStatus) -> bool:
        """Whether an audience has a status now; if something reads it, what does is shown."""
        workspace = self._desk.workspace
        try:
            await self._desk.worker.run(set_audience_status, workspace, one, status)
        except EngineError as error:
            if error.problem.code != "audience-in-use":
                raise
            found = await self._desk.reader.run(lineage_of, workspace, one)
            DependantsDialog(one, found, self._shell.open_document, self._parent).open()
            return False
        return True

    def erase(self, some: Some) -> None:
        """Remove deleted audiences with their members, which nothing brings back: so it asks."""
        question = tr("Remove “{label}” and its members for good? Nothing brings them back.", label=_names(some))
        if self._allowed(some) and self.ask(tr("Delete for good"), question):
            self._desk.tasks.start(self._each(some, erase_audience), of=self)

    def copy(self, some: Some) -> None:
        """A draft with the members of each."""
        if self._allowed(some):
            self._desk.tasks.start(self._each(some, copy_audience), of=self)

    async def _each(self, some: Some, do: Callable[..., object]) -> None:
        try:
            for one in some:
                await self._desk.worker.run(do, self._desk.workspace, one)
        finally:
            await self._desk.reload()

    def properties(self, one: SavedAudience) -> None:
        """Ask how an audience is called and what is said of it."""
        dialog = PropertiesDialog(one, self._parent)

        def keep() -> None:
            label = None if one.document else dialog.label.text()
            changed = partial(
                self._desk.workspace.audiences.change, one.id, label=label,
                description=dialog.description.toPlainText().strip(), tags=words_of(dialog.tags.text()),
                external=dialog.external.text(),
            )  # fmt: skip
            self._desk.tasks.start(dialog.finish(self._changed([changed])))

        dialog.run = keep
        dialog.open()

    def evaluation(self, some: Some) -> None:
        """Ask when audiences are evaluated by themselves."""
        if not self._allowed(some):
            return
        dialog = EvaluationDialog(some[0].evaluated, self._parent)

        def keep() -> None:
            workspace, now = self._desk.workspace, self._desk.life.present.now()
            wanted = [partial(set_evaluation, workspace, one, dialog.value, now) for one in some]
            self._desk.tasks.start(dialog.finish(self._changed(wanted)))

        dialog.run = keep
        dialog.open()

    def extend(self, one: SavedAudience) -> None:
        """Let members from a file last as long again."""
        now = as_utc(self._desk.life.present.now())
        self._desk.tasks.start(self._changed([partial(extend_audience, self._desk.workspace, one, now)]), of=self)

    def share(self, one: SavedAudience) -> None:
        """Ask what of an audience travels to a colleague, and write the bundle."""
        from app.bundles.export_dialog import ExportDialog

        ExportDialog(self._desk, self._shell, (), self._parent, one).open()

    def to_table(self, one: SavedAudience) -> None:
        """Ask for a table, and write the members into it."""
        dialog = TableDialog(one, self._parent)

        def write() -> None:
            self._desk.tasks.start(dialog.finish(self._to_table(one, dialog.table.text().strip(), dialog.chosen)))

        dialog.run = write
        dialog.open()

    async def _to_table(self, one: SavedAudience, table: str, attributes: list[str]) -> None:
        done = await self._desk.life.runner.run(
            export_to_table, self._desk.workspace, one, table, present(), attributes=attributes
        )
        await self._desk.load()
        self._shell.say(tr("{n} row(s) written to {file}.", n=done.rows, file=table))

    def tags(self, some: Some) -> None:
        """Ask for tags to add to audiences, or to take away."""
        if not self._allowed(some):
            return
        dialog = TagsDialog(sorted({tag for one in some for tag in one.tags}), self._parent)

        def keep() -> None:
            change = self._desk.workspace.audiences.change
            wanted = [partial(change, one.id, tags=dialog.value(one.tags)) for one in some]
            self._desk.tasks.start(dialog.finish(self._changed(wanted)))

        dialog.run = keep
        dialog.open()

    def move(self, some: Some) -> None:
        """Ask for the folder that audiences go to."""
        if not self._allowed(some):
            return
        folders = sorted({one.folder for one in self._desk.audiences if one.folder}, key=str.casefold)
        dialog = FolderDialog(folders, some[0].folder, self._parent)

        def keep() -> None:
            change, folder = self._desk.workspace.audiences.change, dialog.folder.currentText()
            wanted = [partial(change, one.id, folder=folder) for one in some]
            self._desk.tasks.start(dialog.finish(self._changed(wanted)))

        dialog.run = keep
        dialog.open()

    async def _changed(self, changes: Sequence[Callable[[], object]]) -> None:
        try:
            for change in changes:
                await self._desk.worker.run(change)
        finally:
            await self._desk.reload()

    def export(self, one: SavedAudience) -> None:
        """Ask for a file, and write the members to it."""
        kinds = f"{tr('Comma-separated values')} (*.csv);;Parquet (*.parquet);;Excel (*.xlsx);;JSON Lines (*.jsonl)"
        proposed = file_name_of(one, datetime.now())  # noqa: DTZ005 - a file is named by the user's wall time
        name, chosen = QFileDialog.getSaveFileName(self._parent, tr("Export members"), proposed, kinds)
        if name:
            path = Path(name)
            suffix = chosen.rpartition("*")[2].rstrip(")")
            self.export_to(one, path if path.suffix else path.with_suffix(suffix or ".csv"))

    def export_to(self, one: SavedAudience, path: Path) -> None:
        """Write the members to a file, and the manifest beside it; the rest goes on meanwhile."""
        self._desk.tasks.start(self._export(one, path), of=self)

    async def _export(self, one: SavedAudience, path: Path) -> None:
        written = [0]
        self._progress.begin(tr("Writing {n} row(s) to {file}…", n=one.rows, file=path.name),
                             lambda: written[-1] / max(one.rows, 1))  # fmt: skip
        try:
            done = await self._desk.life.runner.run(
                export_members, self._desk.workspace, one, path, present(), tell=written.append
            )
        finally:
            self._progress.end()
        self._shell.say(tr("{n} row(s) written to {file}.", n=done.rows, file=path.name))

    def _ask(self, title: str, question: str) -> bool:
        buttons = QMessageBox.StandardButton
        return QMessageBox.question(self._parent, title, question, buttons.Yes | buttons.No) == buttons.Yes


def _names(some: Some) -> str:
    return some[0].label if len(some) == 1 else tr("{n} audience(s)", n=len(some))
