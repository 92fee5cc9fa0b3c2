"""A small graph, a canvas over it, and hands: real events sent to the viewport as a user's devices would."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.demo.types import TYPES
from canvas.navigation import Place
from canvas.palette import palette_data
from canvas.views import EdgeView, NodeView, PartView, PortRef

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NO_BUTTON = Qt.MouseButton.NoButton
_KINDS = {kind.id: kind for kind in TYPES}


def node(name: str, kind: str, x: float, y: float) -> NodeView:
    """A node of a demo type."""
    entry = _KINDS[kind]
    return NodeView(name, kind, name.title(), x, y, entry.title, entry.icon, (), entry.inputs, entry.outputs)


def edge(name: str, source: str, target: str, port: str = "out", entry: str = "in") -> EdgeView:
    """A transition between two nodes."""
    return EdgeView(name, PortRef(source, port), PortRef(target, entry))


def small_graph() -> list[PartView]:
    """read -> filter -> union -> end, a second source, and a lone wait below."""
    return [
        node("read", "read", 0, 0),
        node("filter", "filter", 408, 0),
        node("union", "union", 816, 0),
        node("end", "end", 1224, 0),
        node("query", "query", 0, 240),
        node("wait", "wait", 408, 240),
        edge("t1", "read", "filter"),
        edge("t2", "filter", "union"),
        edge("t3", "union", "end"),
    ]


class Hands:
    """Mouse, wheel, keys and drops on one canvas. Places are in scene coordinates."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas

    def screen(self, at: tuple[float, float] | QPointF) -> QPointF:
        place = at if isinstance(at, QPointF) else QPointF(*at)
        return QPointF(self.canvas.viewportTransform().map(place).toPoint())

    def _mouse(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton, keys: Qt.KeyboardModifier
    ) -> None:
        viewport = self.canvas.viewport()
        event = QMouseEvent(kind, at, QPointF(viewport.mapToGlobal(at.toPoint())), button, held, keys)
        QApplication.sendEvent(viewport, event)

    def press(
        self, at: tuple[float, float] | QPointF, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NO_KEY
    ) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, self.screen(at), button, button, keys)

    def move(
        self, at: tuple[float, float] | QPointF, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NO_KEY
    ) -> None:
        self._mouse(QEvent.Type.MouseMove, self.screen(at), NO_BUTTON, button, keys)

    def release(
        self, at: tuple[float, float] | QPointF, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NO_KEY
    ) -> None:
        self._mouse(QEvent.Type.MouseButtonRelease, self.screen(at), button, NO_BUTTON, keys)

    def click(
        self, at: tuple[float, float] | QPointF, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NO_KEY
    ) -> None:
        self.press(at, button, keys)
        self.release(at, button, keys)

    def double_click(self, at: tuple[float, float] | QPointF) -> None:
        self.click(at)
        self._mouse(QEvent.Type.MouseButtonDblClick, self.screen(at), LEFT, LEFT, NO_KEY)
        self.release(at)

    def hold(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = NO_KEY,
    ) -> None:
        """Press, and move to the end in steps, without letting go."""
        self.press(start, button, keys)
        for step in range(1, 6):
            share = step / 5
            self.move((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share), button, keys)

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = NO_KEY,
    ) -> None:
        self.hold(start, end, button, keys)
        self.release(end, button, keys)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY, text: str = "", to: QWidget | None = None) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(to or self.canvas, QKeyEvent(kind, key, keys, text))

    def wheel(self, notches: int, at: tuple[float, float], keys: Qt.KeyboardModifier = NO_KEY) -> None:
        place = self.screen(at)
        viewport = self.canvas.viewport()
        event = QWheelEvent(
            place, QPointF(viewport.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, 120 * notches),
            NO_BUTTON, keys, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def touchpad(self, x: int, y: int, at: tuple[float, float]) -> None:
        place = self.screen(at)
        viewport = self.canvas.viewport()
        event = QWheelEvent(
            place, QPointF(viewport.mapToGlobal(place.toPoint())), QPoint(x, y), QPoint(x, y),
            NO_BUTTON, NO_KEY, Qt.ScrollPhase.ScrollUpdate, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def drop_kind(self, kind: str, at: tuple[float, float], let_go: bool = True) -> None:
        """Drag a kind of node in from a palette, and drop it."""
        place, data = self.screen(at), palette_data(kind)
        copy = Qt.DropAction.CopyAction
        viewport = self.canvas.viewport()
        QApplication.sendEvent(viewport, QDragEnterEvent(place.toPoint(), copy, data, LEFT, NO_KEY))
        QApplication.sendEvent(viewport, QDragMoveEvent(place.toPoint(), copy, data, LEFT, NO_KEY))
        if let_go:
            QApplication.sendEvent(viewport, QDropEvent(place, copy, data, LEFT, NO_KEY))


@pytest.fixture
def model() -> MemoryModel:
    return MemoryModel(small_graph())


@pytest.fixture
def canvas(qtbot: QtBot, model: MemoryModel) -> CanvasView:
    view = CanvasView(model)
    qtbot.addWidget(view)
    view.resize(1800, 900)
    view.show()
    view.glide.enabled = False
    view.go_to(Place(720, 200, 1.0))
    return view


@pytest.fixture
def hands(canvas: CanvasView) -> Hands:
    return Hands(canvas)


@pytest.fixture
def keys(canvas: CanvasView, qtbot: QtBot) -> Callable[..., None]:
    """Press shortcuts, given as texts such as "Ctrl+Right", on the canvas that has the focus, or what has it then."""
    with qtbot.waitExposed(canvas):
        canvas.activateWindow()
        canvas.setFocus()

    def press(*texts: str) -> None:
        for text in texts:
            goal = QApplication.focusWidget() or canvas
            QTest.keySequence(goal, QKeySequence(text))

    return press


@pytest.fixture
def undone(model: MemoryModel) -> Callable[[], None]:
    """Call it after one edit: there is one undo step, and taking it back gives the very same bytes."""
    before = model.text()

    def check() -> None:
        after = model.text()
        assert after != before
        assert model.undo_count() == 1
        model.undo()
        assert model.text() == before
        model.redo()
        assert model.text() == after
        model.undo()

    return check
