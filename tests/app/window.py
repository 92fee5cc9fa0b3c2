"""A window over the specification's shop, and hands that use it as a person would."""

from collections.abc import Callable, Generator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.counts import Trust
from app.desk import Desk
from app.document_page import DocumentPage
from app.graph.kinds import ENTRY
from app.main_window import MainWindow
from app.preferences import Preferences
from app.worker import Worker
from engine.document.model import Document
from engine.runner.present import Present

SOON = 40_000


@dataclass
class User:
    """A person at the window."""

    bot: QtBot
    window: MainWindow

    @property
    def page(self) -> DocumentPage:
        found = self.window.page
        assert found is not None, "no document is open"
        return found

    @property
    def document(self) -> Document:
        return self.page.session.document

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.bot.waitUntil(holds, timeout=SOON)

    def settled(self) -> None:
        """Wait until all counts are fresh."""
        self.until(lambda: self.page.session.counts.last is not None and not self.page.controller.busy)

    def count(self, node: str, port: str = "result") -> int | None:
        """The exact count of an output."""
        self.settled()
        known = self.page.session.counts.output(node, port)
        assert known.trust is Trust.EXACT, known
        return None if known.result is None else known.result.rows

    def click_node(self, node: str) -> None:
        """Click in the middle of a card."""
        canvas = self.page.canvas
        self.until(lambda: not canvas.glide.running)
        card = canvas.graph_scene.nodes[node].card()
        self._click(canvas.viewport(), canvas.viewportTransform().map(card.center()).toPoint())

    def _click(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseMove(widget, at)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        """A real double click: press, release, double click, release."""
        self._click(widget, at)
        kinds = QEvent.Type
        for kind in (kinds.MouseButtonDblClick, kinds.MouseButtonRelease):
            left = Qt.MouseButton.LeftButton
            place = QPointF(at)
            event = QMouseEvent(
                kind, place, QPointF(widget.mapToGlobal(at)), left, left, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(widget, event)

    def type(self, field: QWidget, text: str) -> None:
        """Replace what stands in a field, key by key."""
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(field, letter)
                continue
            # The toolkit's own fingers know ASCII alone, and abort at any other letter.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def connect(self, source: str, target: str, port: str = "result") -> None:
        """Draw a transition with the mouse, from an output to a card, with the whole graph in view."""
        canvas, scene = self.page.canvas, self.page.canvas.graph_scene
        # The bar of a selection may lie over the port.
        canvas.selection.clear()
        canvas.actions_by_id["view.fit"].trigger()
        self.until(lambda: not canvas.glide.running)
        start, end = scene.nodes[source].port_at(port, output=True), scene.nodes[target].port_at(ENTRY, output=False)
        before = len(self.document.transitions)
        self._mouse(QEvent.Type.MouseMove, start, held=False)
        self._mouse(QEvent.Type.MouseButtonPress, start)
        for step in range(1, 6):
            self._mouse(QEvent.Type.MouseMove, start + (end - start) * (step / 5))
        self._mouse(QEvent.Type.MouseButtonRelease, end, held=False)
        assert len(self.document.transitions) == before + 1, f"{source}:{port} was not connected with {target}"

    def _mouse(self, kind: QEvent.Type, at: QPointF, *, held: bool = True) -> None:
        """Send the canvas a mouse event at a place of the scene."""
        viewport, none, left = self.page.canvas.viewport(), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        place = QPointF(self.page.canvas.viewportTransform().map(at).toPoint())
        button = none if kind == QEvent.Type.MouseMove else left
        event = QMouseEvent(
            kind, place, QPointF(viewport.mapToGlobal(place.toPoint())), button, left if held else none,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def undo(self) -> None:
        self.page.canvas.setFocus()
        QTest.keyClick(self.page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def add_after(self, node: str, kind: str) -> str:
        """Select a card and add a kind from the palette by its name, which follows the card; the id of it."""
        self.click_node(node)
        return self.add(kind)

    def add(self, kind: str) -> str:
        """Add a kind from the palette by its name; the id of what was added."""
        before = set(self.document.node_by_id)
        palette = self.window.current_palette
        assert palette is not None
        self.type(palette.search, kind)
        QTest.keyClick(palette.search, Qt.Key.Key_Return)
        (made,) = set(self.document.node_by_id) - before
        return made


def open_window(
    bot: QtBot, folder: Path, workspace: Path, present: Present | None = None, *, bare: bool = False
) -> User:
    """The window on a workspace, shown, with its settings in a folder of their own; at a present from the start on.

    A `bare` workspace has no tables to wait for.
    """
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Preferences(settings), folder / "sample")
    bot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    # It must be there before the window looks for the first time for what is due.
    with patch("app.life.life.ClockPresent", lambda: present) if present is not None else nullcontext():
        window.workspaces.open(workspace)
        bot.waitUntil(lambda: window.desk is not None and (bare or bool(window.desk.catalog.tables)), timeout=SOON)
    return User(bot, window)


@contextmanager
def held(desk: Desk, *workers: Worker) -> Generator[None]:
    """Let the threads of workers wait; what they are asked for meanwhile is done afterwards."""
    gate = Event()
    for worker in workers:
        desk.tasks.start(worker.run(gate.wait))
    try:
        yield
    finally:
        gate.set()
