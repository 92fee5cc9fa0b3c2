"""All tables and links as a diagram: draw a link from card to card, open one by double click, delete, lay out."""

import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.data.diagram_model import DiagramModel
from app.data.dialogs import LinkDialog
from app.desk import Desk
from app.inspector.notices import Notice
from app.sections import Shell
from app.shell.canvas_tools import CanvasTools
from app.words import tr
from canvas import CanvasView
from canvas.views import Point
from engine.catalog.model import Catalog, Link
from engine.runner.exporting import write_new

PLACES = "diagram.json"


def read_places(path: Path) -> dict[str, Point]:
    """Where tables stood when the diagram was seen last; what cannot be read is laid out anew."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): (float(at[0]), float(at[1])) for name, at in found.items()}
    except (OSError, ValueError, TypeError, AttributeError, IndexError):
        return {}


def write_places(path: Path, places: Mapping[str, Point]) -> None:
    """Keep where tables stand. Errors: storage-failed."""
    text = json.dumps({name: list(places[name]) for name in sorted(places)}, indent=1)
    write_new(path, lambda partly: partly.write_text(text, encoding="utf-8"))


class DiagramPage(QWidget):
    """The canvas with a line of commands above it."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._path = desk.workspace.files / PLACES
        self.model = DiagramModel(Catalog(), {}, read_places(self._path))
        self.canvas = CanvasView(self.model, shell.looks.tokens)
        shell.looks.changed.connect(self.canvas.set_tokens)
        title = QLabel(tr("Tables and links"))
        title.setProperty("heading", True)
        hint = QLabel(tr("Draw from the right of a table to the left of another to link them; Delete removes a link."))
        hint.setProperty("quiet", True)
        self.edit = QPushButton(tr("Edit the link…"))
        self.edit.setEnabled(False)
        self.tools = CanvasTools()
        self.tools.show_canvas(self.canvas)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(16)
        head.addWidget(title)
        head.addWidget(hint, 1)
        head.addWidget(self.tools)
        head.addWidget(self.edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.canvas, 1)
        self.notice = Notice()
        self.notice.say("tree-structure", tr("There is no table yet"),
                        tr("Import files; what links them is drawn here."))  # fmt: skip
        self.notice.action.setText(tr("Go to Data"))
        self.notice.action.clicked.connect(lambda: shell.show_section("data"))
        self.notice.action.show()
        box.addWidget(self.notice, 1)
        self.setFocusProxy(self.canvas)
        self.model.link_wanted.connect(self._draw)
        self.model.removal_wanted.connect(self._remove)
        self.model.moved.connect(self._keep_places)
        self.canvas.selection.changed.connect(self._offer)
        self.canvas.moved.connect(self.canvas.hide_needless_bars)
        self.edit.clicked.connect(self._edit)
        desk.catalog_changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        self._desk.tasks.start(self._show(), of=self)

    async def _show(self) -> None:
        stored = await self._desk.worker.run(self._desk.workspace.datasets.snapshot)
        first = not self.model.node_ids()
        self.canvas.setVisible(bool(self._desk.catalog.tables))
        self.notice.setVisible(not self._desk.catalog.tables)
        self.model.show_catalog(self._desk.catalog, {name: one.rows for name, one in stored.items()})
        if first:
            # The canvas was hidden until now, and has its size only when it was laid out.
            QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        """Show all tables if they can be read then, else those about the one with the most links."""
        scene = self.canvas.graph_scene
        card = scene.nodes.get(self.model.busiest())
        self.canvas.open_on(scene.content(), None if card is None else card.card().center())

    def _keep_places(self) -> None:
        self._desk.tasks.start(self._desk.worker.run(write_places, self._path, dict(self.model.places)))

    def _chosen(self) -> Link | None:
        edges = self.canvas.selection.parts.edges
        return self.model.link(next(iter(edges))) if len(edges) == 1 else None

    def _offer(self) -> None:
        self.edit.setEnabled(self._chosen() is not None)

    def _draw(self, source: str, target: str) -> None:
        dialog = LinkDialog(self._desk.catalog, self.model.table(source), None, self)
        dialog.target.setCurrentIndex(dialog.target.findData(target))
        self._open(dialog, None)

    def _edit(self) -> None:
        link = self._chosen()
        if link is not None:
            self._open(LinkDialog(self._desk.catalog, self.model.table(link.source), link, self), link)

    def _open(self, dialog: LinkDialog, before: Link | None) -> None:
        gone = [] if before is None else [before]

        def keep() -> None:
            self._desk.tasks.start(dialog.finish(self._change(gone, [dialog.value()])), of=self)

        dialog.run = keep
        dialog.open()

    def _remove(self, edges: frozenset[str]) -> None:
        self._desk.tasks.start(self._change([self.model.link(edge) for edge in sorted(edges)], []), of=self)

    async def _change(self, gone: list[Link], new: list[Link]) -> None:
        schemas = self._desk.workspace.schemas

        def change() -> None:
            with self._desk.workspace.together():
                if gone:
                    schemas.remove(*gone)
                if new:
                    schemas.add(*new)

        await self._desk.worker.run(change)
        await self._desk.load()
