"""Search in the graph: what does not fit a text steps back, what does is listed, and keys walk from one to the next."""

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from canvas.bar import Bar
from canvas.icons import icon
from canvas.views import NOTHING, Parts
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_PART = Qt.ItemDataRole.UserRole
_ROWS = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Part = tuple[str, str]


class Finder(Bar):
    """Open while something is looked for. It follows the edits made meanwhile."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._texts: dict[Part, tuple[str, str]] = {}
        self._found: list[Part] = []
        self._at = -1
        self.setAccessibleName(tr("Find"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find titles, types, settings, notes"))
        self.search.setAccessibleName(tr("Find titles, types, settings, notes"))
        self.search.setClearButtonEnabled(True)
        self.row.insertWidget(0, self.search, 2)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("What was found"))
        self.list.setUniformItemSizes(True)
        self.box.addWidget(self.list)
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        canvas.graph_scene.applied.connect(self._follow)

    def open(self) -> None:
        """Open it, or come back to its field."""
        self.open_again()
        self._read()
        self._look()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def ended(self) -> None:
        self._show(None)

    @property
    def found(self) -> list[Part]:
        """What was found, kind and id, from left to right."""
        return self._found

    # Looking

    def _follow(self) -> None:
        if not self.isHidden():
            self._read()
            self._look(keep=True)

    def _read(self) -> None:
        """What each part says: a line for the list, and all its words for the search."""
        scene, model = self._canvas.graph_scene, self._canvas.model
        rows: list[tuple[tuple[float, float], Part, str, tuple[str, ...]]] = []
        for name, item in scene.nodes.items():
            node = item.node
            settings = (f"{key}: {value}" for key, value in model.settings(name).items())
            words = (node.title, node.type_title, *node.summary, *settings)
            rows.append(((node.x, node.y), ("nodes", name), node.title, words))
        for name, link in scene.edges.items():
            if link.edge.label:
                words = (link.edge.label,)
                rows.append(((link.x1, link.y1), ("edges", name), f"→ {link.edge.label}", words))
        for name, note in scene.notes.items():
            rows.append((note.note.rect[:2], ("notes", name), _line_of(note.note.text), (note.note.text,)))
        for name, frame in scene.frames.items():
            rows.append((frame.frame.rect[:2], ("frames", name), frame.frame.title, (frame.frame.title,)))
        rows.sort(key=lambda row: (row[0], row[1]))
        self._texts = {part: (line, plain("\n".join(words))) for _, part, line, words in rows}

    def _look(self, _text: str = "", keep: bool = False) -> None:
        here = self._found[self._at] if keep and 0 <= self._at < len(self._found) else None
        words = plain(self.search.text()).split()
        self._found = [part for part, (_, text) in self._texts.items() if words and all(word in text for word in words)]
        self._at = self._found.index(here) if here in self._found else -1
        self._fill()
        self._show(_parts(self._found) if words else None)
        self._say()
        self.stand()
        self._canvas.actions_by_id.refresh()

    def _fill(self) -> None:
        self.list.clear()
        scene, style = self._canvas.graph_scene, self._canvas.style_in_use
        names = {"edges": "ph.arrow-right", "notes": "ph.note", "frames": "ph.bounding-box"}
        for kind, name in self._found:
            row = QListWidgetItem(self._texts[kind, name][0])
            row.setData(_PART, (kind, name))
            shown = scene.nodes[name].node.icon if kind == "nodes" else names[kind]
            row.setIcon(icon(shown, style.tokens.text, selected=style.tokens.card))
            self.list.addItem(row)
        self.list.setVisible(bool(self._found))
        height = max(self.list.sizeHintForRow(0), self.fontMetrics().height())
        self.list.setFixedHeight(min(len(self._found), _ROWS) * height + 6)

    def _show(self, found: Parts | None) -> None:
        if found != self._canvas.look.found:
            self._canvas.look.found = found
            self._canvas.graph_scene.repaint_views()

    def _say(self) -> None:
        if not self.search.text().strip():
            self.said.setText("")
        elif not self._found:
            self.said.setText(tr("Nothing found"))
        elif self._at < 0:
            self.said.setText(tr("{n} found", len(self._found)))
        else:
            self.said.setText(tr("{number} of {count}").format(number=self._at + 1, count=len(self._found)))

    # Walking

    def step(self, by: int) -> None:
        """Go to the next one found, round again at the end."""
        if self._found:
            self._go((self._at + by) % len(self._found) if self._at >= 0 or by > 0 else len(self._found) - 1)

    def _chosen(self, row: QListWidgetItem) -> None:
        self._go(self.list.row(row))

    def _go(self, index: int) -> None:
        self._at = index
        self.list.setCurrentRow(index)
        kind, name = self._found[index]
        self._canvas.walk.go(kind, name)
        self._say()
        self._canvas.announced.emit(f"{self.said.text()}: {self._texts[kind, name][0]}")

    def wanted_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * 58

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        elif event.key() == Qt.Key.Key_F3 or (
            watched is self.search and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.step(-1 if back else 1)
        elif watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            return False
        return True


def _parts(found: list[Part]) -> Parts:
    shelves: dict[str, list[str]] = {}
    for kind, name in found:
        shelves.setdefault(kind, []).append(name)
    return Parts.of(**shelves) if shelves else NOTHING


def _line_of(markdown: str) -> str:
    """A note as one line, without the signs of its Markdown."""
    return " ".join(markdown.translate(str.maketrans("", "", "*#_`")).split())


def plain(text: str) -> str:
    """A text without capitals and accents, as it is compared."""
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
