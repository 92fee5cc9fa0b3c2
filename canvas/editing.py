"""Texts edited where they stand: a node's title, a transition's label, a note, a frame's title.

Enter, or leaving the field, keeps the text as one request; Esc gives the old one back. In a note, Enter starts a new
line and Ctrl+Enter keeps it. The field has an undo of its own while it is open.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from canvas.items.frame import TITLE_HEIGHT
from canvas.model import GraphChange
from canvas.requests import Rename, Request, SetEdge, SetFrame, SetNote
from canvas.style import PILL_HEIGHT, PILL_MAX
from canvas.walking import Part
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


class InPlaceEditor(QObject):
    """At most one text is edited at a time."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._part: Part = ("", "")
        self._before = ""
        self.line = QLineEdit(canvas.viewport())
        self.sheet = QPlainTextEdit(canvas.viewport())
        for field in (self.line, self.sheet):
            field.setAccessibleName(tr("Text"))
            field.installEventFilter(self)
            field.hide()
        self.sheet.setTabChangesFocus(True)
        canvas.moved.connect(self._place)
        canvas.graph_scene.applied.connect(self._applied)

    @property
    def open(self) -> bool:
        """Whether a text is being edited."""
        return bool(self._part[0])

    def edit(self, kind: str, name: str) -> None:
        """Open the text of a part, all of it selected."""
        self.close(keep=True)
        locked = self._canvas.model.read_only()
        if locked:
            self._canvas.refuse(locked)
            return
        self._part = (kind, name)
        self._before = self._text()
        self._canvas.reveal(self._area())
        self._place()
        if kind == "notes":
            self.sheet.setPlainText(self._before)
            self.sheet.selectAll()
        else:
            self.line.setText(self._before)
            self.line.selectAll()
        field = self._field()
        field.show()
        field.raise_()
        field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self, keep: bool) -> None:
        """Close the field; `keep` asks the model for the new text when there is one."""
        if not self.open:
            return
        part, text = self._part, self._typed()
        field, self._part = self._field(), ("", "")
        had_focus = field.hasFocus()
        field.hide()
        if had_focus:
            self._canvas.setFocus(Qt.FocusReason.PopupFocusReason)
        if keep and text != self._before:
            self._canvas.ask(_request(part, text))

    def _field(self) -> QLineEdit | QPlainTextEdit:
        return self.sheet if self._part[0] == "notes" else self.line

    def _typed(self) -> str:
        return self.sheet.toPlainText() if self._part[0] == "notes" else self.line.text()

    def _text(self) -> str:
        kind, name = self._part
        model = self._canvas.model
        match kind:
            case "nodes":
                return model.node(name).title
            case "edges":
                return model.edge(name).label
            case "notes":
                return model.note(name).text
            case _:
                return model.frame(name).title

    def _area(self) -> QRectF:
        kind, name = self._part
        scene = self._canvas.graph_scene
        match kind:
            case "nodes":
                card = scene.nodes[name].card()
                return QRectF(card.left(), card.center().y() - 16, card.width(), 32)
            case "edges":
                pill = scene.edges[name].pill()
                return QRectF(pill.left(), pill.top() - 3, max(pill.width(), PILL_MAX), PILL_HEIGHT + 6)
            case "notes":
                return scene.notes[name].card()
            case _:
                card = scene.frames[name].card()
                return QRectF(card.left(), card.top(), card.width(), TITLE_HEIGHT)

    def _place(self) -> None:
        if not self.open:
            return
        shown = self._canvas.viewportTransform().mapRect(self._area()).toAlignedRect()
        least = self.line.sizeHint()
        size = shown.size().expandedTo(least)
        self._field().setGeometry(QRect(shown.topLeft(), size))

    def _applied(self, change: GraphChange) -> None:
        kind, name = self._part
        if kind and name not in getattr(self._canvas.graph_scene, kind):
            self.close(keep=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.close(keep=True)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape:
                self.close(keep=False)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (ctrl or watched is self.line):
                self.close(keep=True)
                return True
        return super().eventFilter(watched, event)


def _request(part: Part, text: str) -> Request:
    kind, name = part
    match kind:
        case "nodes":
            return Rename(name, text)
        case "edges":
            return SetEdge(name, label=text)
        case "notes":
            return SetNote(name, text=text)
        case _:
            return SetFrame(name, title=text)
