"""Asks where the dossier of the document in front goes, and has it written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.words import language, tr
from engine.dossier.writing import write_dossier

if TYPE_CHECKING:
    from app.main_window import MainWindow


def ask_for_dossier(window: "MainWindow") -> None:
    """Write the document in front, as it is being edited, in the language of the window."""
    if window.page is None:
        return
    name = f"{window.page.session.document.id}.pdf"
    path, _ = QFileDialog.getSaveFileName(window, tr("A dossier"), name, "PDF (*.pdf);;HTML (*.html)")
    if path:
        start_dossier(window, Path(path))


def start_dossier(window: "MainWindow", path: Path) -> None:
    """Write it to a file, away from the window's thread."""
    page, desk = window.page, window.desk
    if page is not None and desk is not None:
        window.say(tr("Writing {name}…", name=path.name))
        document = page.session.document

        async def write() -> None:
            await desk.life.runner.run(write_dossier, desk.workspace, document, path, language())
            window.say(tr("Written to {name}.", name=path.name))

        desk.tasks.start(write())
