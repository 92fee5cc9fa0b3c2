"""Quick add: a searchable list at the pointer. What is chosen is added and connected; Esc gives everything back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from canvas.icons import icon
from canvas.placing import GAP, after_output, free_spot, room_for_insert
from canvas.requests import AddNode, InsertOnEdge
from canvas.style import CARD_HEIGHT, CARD_WIDTH
from canvas.views import NodeType, Point, PortRef
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_RECENT = 5


@dataclass(frozen=True, slots=True)
class AddPlace:
    """Where a new node goes: at a point, after an output, before an input, or into a transition."""

    at: Point
    source: PortRef | None = None
    target: PortRef | None = None
    edge: str = ""


def rank(kinds: Sequence[NodeType], words: str, first: Sequence[str] = ()) -> list[NodeType]:
    """The types that fit what was typed, the best first; types named in `first` win ties, in that order."""
    wanted = words.casefold().split()
    before = {name: position for position, name in enumerate(first)}
    found: list[tuple[int, int, int, NodeType]] = []
    for position, kind in enumerate(kinds):
        scores = [_score(kind, word) for word in wanted]
        if all(scores):
            found.append((-sum(scores), before.get(kind.id, len(before)), position, kind))
    return [kind for *_, kind in sorted(found, key=lambda row: row[:3])]


def _score(kind: NodeType, word: str) -> int:
    title = kind.title.casefold()
    if title.startswith(word):
        return 8
    if any(part.startswith(word) for part in title.split()):
        return 6
    if any(synonym.casefold().startswith(word) for synonym in kind.words):
        return 5
    if word in title:
        return 4
    if kind.category.casefold().startswith(word):
        return 3
    letters = iter(title)
    return 1 if all(letter in letters for letter in word) else 0


class QuickAdd(QFrame):
    """The list itself: a child of the canvas, open while a place waits for a choice."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self.place: AddPlace | None = None
        self._recent: list[str] = []
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("What comes next?"))
        self.search.setAccessibleName(tr("Search for a kind of node"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Kinds of nodes that fit here"))
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.search)
        box.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.choose)
        self.list.itemClicked.connect(lambda: self.choose())
        self.list.itemActivated.connect(lambda: self.choose())
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.hide()

    def open_at(self, place: AddPlace, typed: str = "") -> None:
        """Open for a place, with what the user already typed."""
        self.place = place
        canvas = self._canvas
        size = self.fontMetrics().height()
        self.resize(22 * size, 22 * size)
        shown = canvas.viewportTransform().map(QPointF(*place.at))
        room = canvas.viewport().rect()
        self.move(
            max(4, min(round(shown.x()), room.width() - self.width() - 4)),
            max(4, min(round(shown.y()), room.height() - self.height() - 4)),
        )
        self.search.setText(typed)
        self._fill(typed)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def kinds(self) -> list[NodeType]:
        """The types that may stand at the place."""
        place, model = self.place, self._canvas.model
        kinds = list(model.node_types())
        if place is None:
            return []
        if place.edge:
            return [kind for kind in kinds if model.can(InsertOnEdge(place.edge, place.at, type=kind.id))]
        if place.source:
            return [kind for kind in kinds if kind.inputs]
        return [kind for kind in kinds if kind.outputs] if place.target else kinds

    def _fill(self, text: str) -> None:
        self.list.clear()
        first = [*self._recent, *self._canvas.model.suggestions(self.place.source if self.place else None)]
        style = self._canvas.style_in_use
        for kind in rank(self.kinds(), text, first):
            item = QListWidgetItem(
                icon(kind.icon, style.accent(kind.accent).ink, selected=style.tokens.card),
                f"{kind.title}   ·   {kind.category}",
            )
            item.setData(Qt.ItemDataRole.UserRole, kind.id)
            item.setToolTip(kind.description)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def choose(self) -> None:
        """Add the marked type at the place."""
        chosen, place = self.list.selectedItems(), self.place
        if place is None:
            return
        self.close_again()
        if chosen:
            kind = str(chosen[0].data(Qt.ItemDataRole.UserRole))
            self._recent = [kind, *(name for name in self._recent if name != kind)][:_RECENT]
            add_at(self._canvas, kind, place)

    def close_again(self) -> None:
        """Close without a choice; the keyboard goes back to the canvas."""
        self.place = None
        self.hide()
        self._canvas.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_again()
                return True
            if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)


def add_at(canvas: "CanvasView", kind: str, place: AddPlace) -> None:
    """Ask for a new node at a place, where there is room."""
    scene = canvas.graph_scene
    if place.edge and place.edge in scene.edges:
        at, shift = room_for_insert(scene, place.edge)
        canvas.ask_and_select(InsertOnEdge(place.edge, at, type=kind, shift=shift))
    elif place.source:
        port = scene.nodes[place.source.node].port_at(place.source.port, output=True)
        near = abs(place.at[0] - port.x()) < GAP and abs(place.at[1] - port.y()) < CARD_HEIGHT
        at = (
            after_output(scene, *place.source)
            if near
            else free_spot(scene, (place.at[0], place.at[1] - CARD_HEIGHT / 2))
        )
        canvas.ask_and_select(AddNode(kind, at, source=place.source))
    elif place.target:
        at = free_spot(scene, (place.at[0] - CARD_WIDTH, place.at[1] - CARD_HEIGHT / 2))
        canvas.ask_and_select(AddNode(kind, at, target=place.target))
    else:
        at = free_spot(scene, (place.at[0] - CARD_WIDTH / 2, place.at[1] - CARD_HEIGHT / 2))
        canvas.ask_and_select(AddNode(kind, at))
