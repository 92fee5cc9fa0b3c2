"""How a file is laid out: read from the file itself with a click, then corrected field by field."""

import asyncio
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.panel.context import FormContext
from app.panel.editor import Editor
from app.panel.editors.more import push
from app.words import told, tr
from app.worker import Tasks
from engine.ingest.service import Preview, preview_file
from engine.problems import EngineError, Problem
from engine.workspace import Workspace


class LayoutEditor(Editor):
    """A layout's form below a button that fills it from the file that stands in the setting "path" beside it."""

    def __init__(self, form: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._context: FormContext | None = None
        self._tasks = Tasks(self._failed)
        self.read = push(tr("Take the layout from the file"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("quiet", True)
        self.words.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.words)
        box.addWidget(form)
        self.read.clicked.connect(self._read)
        form.edited.connect(self._inner)

    def take_context(self, context: FormContext) -> None:
        self._context = context
        self.form.take_context(context)
        self.read.setEnabled(bool(context.said("path")) and context.workspace is not None)

    def show_value(self, value: object) -> None:
        self.form.show_value(value)

    def mark(self, path: str, problem: Problem | None) -> bool:
        return self.form.mark(path, problem)

    def go_to(self, path: str) -> QWidget:
        return self.form.go_to(path) if path else super().go_to(path)

    def _inner(self, value: object) -> None:
        self.step = self.form.step
        self.edited.emit(value)

    def _read(self) -> None:
        if self._context is not None and self._context.workspace is not None:
            path = Path(self._context.said("path"))
            self._say(tr("Reading {name}…", name=path.name))
            self._tasks.start(self._preview(self._context.workspace, path), of=self)

    async def _preview(self, workspace: Workspace, path: Path) -> None:
        found = await asyncio.to_thread(preview_file, workspace, path)
        value = layout_of(found)
        self.step = f"read {path}"
        self.form.show_value(value)
        self.edited.emit(value)
        self._say(tr("{n} column(s) taken from {name}.", n=len(found.guesses), name=path.name))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, EngineError):
            raise error
        self._say(told(error.problem))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.show()


def layout_of(found: Preview) -> dict[str, Any]:
    """The JSON form of a layout with the columns that were guessed; what is as usual is left out."""
    columns = tuple(guess.layout for guess in found.guesses)
    layout = found.layout.model_copy(update={"columns": columns})
    value: dict[str, Any] = layout.model_dump(mode="json", exclude_defaults=True)
    return value
