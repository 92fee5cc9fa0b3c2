"""A workspace whose folder was deleted or moved away behind the window: it is told at once, and the open work is saved.

On some systems the files of such a folder go on as long as somebody has them open, so that saving seems to work; what
is saved there is lost with the last window. From then on nothing is said to be saved, and documents go to files.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QVBoxLayout, QWidget

from app.shell.stepping import ReadDialog
from app.words import tr
from app.worker import Tasks, Worker
from engine.document.files import write_document
from engine.document.model import Document
from engine.problems import Problem

_SOON_MS = 400


def gone(folder: Path) -> Problem:
    """What is told when somebody saves into a folder that is not there any more."""
    return Problem(
        code="workspace-gone",
        what=tr("The folder {folder} is gone, so nothing was saved.", folder=folder),
        fix=tr("Write the document to a file, or put the folder back and open it again."),
    )


class FolderWatch(QObject):
    """Tells once when the folder of a workspace has vanished."""

    vanished = Signal()

    def __init__(self, folder: Path, worker: Worker, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self.gone = False
        self._worker, self._tasks = worker, tasks
        # The folder above tells when the folder itself is renamed.
        self._watcher = QFileSystemWatcher([str(folder), str(folder.parent)], self)
        # Files come and go there all the time: one look is enough for all of a moment.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(self._changed)

    def close(self) -> None:
        """Watch no longer."""
        self._soon.stop()
        self._watcher.directoryChanged.disconnect(self._changed)

    def _changed(self) -> None:
        if not self.gone and not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        self._tasks.start(self._ask())

    async def _ask(self) -> None:
        there = await self._worker.run(self.folder.is_dir)
        if not there and not self.gone:
            self.gone = True
            self.vanished.emit()


class VanishedDialog(ReadDialog):
    """Says what happened, and writes the open documents to a folder of the user's choice."""

    said = Signal(str)

    def __init__(
        self, folder: Path, documents: Sequence[Document], worker: Worker, tasks: Tasks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._documents, self._worker, self._tasks = documents, worker, tasks
        self.setWindowTitle(tr("The workspace is gone"))
        self.setMinimumWidth(460)
        words = QLabel(
            tr("The folder {folder} was deleted, renamed or moved away while it was open here. Nothing can be saved "
               "in it any more. What you see is still complete: write the open documents to another folder, or put "
               "this one back and open it again.", folder=folder))  # fmt: skip
        words.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        self.write = buttons.addButton(tr("Write the open documents…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.write.setProperty("primary", True)
        self.write.setEnabled(bool(documents))
        buttons.rejected.connect(self.reject)
        self.write.clicked.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addWidget(words)
        box.addWidget(buttons)
        # Only a button that stands in the dialog can be its default.
        (self.write if documents else buttons.button(kinds.Close)).setDefault(True)
        (self.write if documents else buttons.button(kinds.Close)).setFocus()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("A folder for the documents"))
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, folder: Path) -> None:
        """Write each document to a file of that folder."""
        self._tasks.start(self._write(folder), of=self)

    async def _write(self, folder: Path) -> None:
        for one in self._documents:
            await self._worker.run(write_document, one, folder / f"{one.id}.json")
        self.said.emit(tr("{n} document(s) written to {folder}.", n=len(self._documents), folder=folder))
        self.accept()
