"""The graph for screen readers: the canvas is a widget whose children are nodes, transitions, notes and frames.

Graphics items are invisible to them, so a factory answers for the canvas. Interfaces are made when they are asked for
and handed back to the toolkit when their part goes, which keeps a cache of its own.
"""

from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from canvas import spoken
from canvas.items.hit import kind_of
from canvas.views import Parts
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

Part = tuple[str, str]
_ROLES = {
    "nodes": QAccessible.Role.ListItem,
    "edges": QAccessible.Role.Link,
    "notes": QAccessible.Role.Note,
    "frames": QAccessible.Role.Grouping,
}
_canvases: "WeakSet[CanvasView]" = WeakSet()
_roots: "dict[CanvasView, GraphAccessible]" = {}


class PartAccessible(QAccessibleInterface):
    """One part. It is valid while the graph holds the part."""

    def __init__(self, root: "GraphAccessible", part: Part) -> None:
        super().__init__()
        self._root = root
        self.part = part

    def isValid(self) -> bool:
        kind, name = self.part
        return name in getattr(self._root.canvas.graph_scene, kind)

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # a part is no QObject, and the toolkit allows for that

    def window(self) -> QWindow:
        return self._root.window()

    def parent(self) -> QAccessibleInterface:
        return self._root

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]  # it has none

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]  # it has none

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, t: QAccessible.Text) -> str:
        if t != QAccessible.Text.Name or not self.isValid():
            return ""
        return spoken.part(self._root.canvas, *self.part)

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """The name is made of the graph; titles are edited with F2."""

    def rect(self) -> QRect:
        canvas = self._root.canvas
        if not self.isValid():
            return QRect()
        area = canvas.graph_scene.bounds_of(Parts.of(**{self.part[0]: [self.part[1]]}))
        shown = canvas.viewportTransform().mapRect(area).toAlignedRect()
        return QRect(canvas.viewport().mapToGlobal(shown.topLeft()), shown.size())

    def role(self) -> QAccessible.Role:
        return _ROLES[self.part[0]]

    def state(self) -> QAccessible.State:
        canvas, state = self._root.canvas, QAccessible.State()
        if not self.isValid():
            state.invalid = 1
            return state
        state.focusable = state.selectable = state.multiSelectable = 1
        state.focused = int(canvas.walk.at == self.part and canvas.hasFocus())
        state.selected = int(self.part[1] in getattr(canvas.selection.parts, self.part[0]))
        state.offscreen = int(not canvas.viewport().rect().intersects(self._shown()))
        state.invisible = int(self.part[1] in canvas.graph_scene.folding.homes and self.part[0] == "nodes")
        state.readOnly = int(bool(canvas.model.read_only()))
        return state

    def _shown(self) -> QRect:
        rect = self.rect()
        return QRect(self._root.canvas.viewport().mapFromGlobal(rect.topLeft()), rect.size())


class GraphAccessible(QAccessibleWidget):
    """The canvas. Its children are in reading order: nodes, transitions, notes, frames."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas, QAccessible.Role.Canvas, tr("Graph"))
        self.canvas = canvas
        self._made: dict[Part, PartAccessible] = {}
        self._order: list[Part] = []
        self._place: dict[Part, int] = {}
        canvas.graph_scene.applied.connect(self._applied)

    def _applied(self) -> None:
        scene = self.canvas.graph_scene
        self._order, self._place = [], {}
        for part in [part for part in self._made if part[1] not in getattr(scene, part[0])]:
            _hand_back(self._made.pop(part))

    def parts(self) -> list[Part]:
        """All parts, in reading order."""
        if not self._order:
            scene = self.canvas.graph_scene
            nodes = sorted(scene.nodes.values(), key=lambda item: (item.node.x, item.node.y, item.node.id))
            self._order = [("nodes", item.node.id) for item in nodes]
            for kind in ("edges", "notes", "frames"):
                self._order += [(kind, name) for name in getattr(scene, kind)]
            self._place = {part: index for index, part in enumerate(self._order)}
        return self._order

    def of(self, part: Part) -> PartAccessible:
        """The interface of a part."""
        made = self._made.get(part)
        if made is None:
            made = self._made[part] = PartAccessible(self, part)
        return made

    def childCount(self) -> int:
        return len(self.parts())

    def child(self, index: int) -> QAccessibleInterface:
        parts = self.parts()
        return self.of(parts[index]) if 0 <= index < len(parts) else None  # type: ignore[return-value]  # no such child

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        self.parts()
        return self._place.get(child.part, -1) if isinstance(child, PartAccessible) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        canvas = self.canvas
        at = canvas.viewport().mapFromGlobal(QPoint(x, y))
        hit = canvas.graph_scene.hit(canvas.to_scene(at.toPointF()), canvas.scale_in_use)
        kind = kind_of(hit.spot)
        return self.of((kind, hit.id)) if kind else None  # type: ignore[return-value]  # nothing is there

    def focusChild(self) -> QAccessibleInterface:
        part = self.canvas.walk.at
        return self.of(part) if part[0] else None  # type: ignore[return-value]  # nothing has the focus

    def hand_back(self) -> None:
        """The canvas goes: nothing may ask its parts any more."""
        for made in self._made.values():
            _hand_back(made)
        self._made.clear()


def _hand_back(made: PartAccessible) -> None:
    if shiboken6.isValid(made):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))


def make_accessible(canvas: "CanvasView") -> None:
    """Let screen readers into a canvas."""
    _canvases.add(canvas)
    _install()


@lru_cache(maxsize=1)
def _install() -> None:
    QAccessible.installFactory(_answer)


def _answer(_key: str, asked: QObject) -> QAccessibleInterface | None:
    canvas = next((canvas for canvas in _canvases if canvas is asked), None)
    if canvas is None:
        return None
    root = _roots[canvas] = GraphAccessible(canvas)
    canvas.destroyed.connect(lambda: _forget(canvas))
    return root


def _forget(canvas: "CanvasView") -> None:
    root = _roots.pop(canvas, None)
    if root is not None:
        root.hand_back()


def tell_focus(canvas: "CanvasView", part: Part) -> None:
    """The keyboard came to a part: a screen reader that listens says what it is."""
    if QAccessible.isActive():
        root = QAccessible.queryAccessibleInterface(canvas)
        if isinstance(root, GraphAccessible):
            QAccessible.updateAccessibility(QAccessibleEvent(root.of(part), QAccessible.Event.Focus))
