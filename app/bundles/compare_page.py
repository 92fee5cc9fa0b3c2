"""A document of a bundle compared with the one of the workspace."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.desk import Desk
from app.sections import Shell
from app.versions.pane import ComparisonPane
from app.words import tr
from engine.document.model import Document
from engine.runner.life import current


class ComparePage(QWidget):
    """The later of both is what the bundle brings."""

    def __init__(self, document: Document, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._document, self._desk = document, desk
        self.pane = ComparisonPane(desk, shell)
        heading = QLabel(tr("“{name}”: from here to the bundle", name=document.name or document.id))
        heading.setProperty("heading", True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(10)
        box.addWidget(heading)
        box.addWidget(self.pane, 1)
        desk.tasks.start(self._compare(), of=self)

    async def _compare(self) -> None:
        here = await self._desk.worker.run(current, self._desk.workspace, self._document.id)
        await self.pane.compare(here, self._document, tr("the document here"))


def show_comparison(document: Document, desk: Desk, shell: Shell) -> ComparePage | None:
    """Compare a document of a bundle with the one here, in a tab."""
    title = tr("Compare {name}", name=document.name or document.id)
    shell.close_page(f"compare:{document.id}")
    found = shell.open_page(
        f"compare:{document.id}", title, "ph.git-diff", lambda: ComparePage(document, desk, shell)
    )  # fmt: skip
    return found if isinstance(found, ComparePage) else None
