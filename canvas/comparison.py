"""Comparing the graph with another version of it: marks on the parts, ghosts of what is gone, a bar to walk them."""

from typing import TYPE_CHECKING

from canvas.bar import Bar
from canvas.difference import KINDS, Difference, Mark, Snapshot, difference, mark_words
from canvas.items.ghosts import ghost_area
from canvas.views import Parts
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_Part = tuple[Mark, str, str]


class Comparison(Bar):
    """At most one comparison at a time. It follows the edits made meanwhile."""

    on_right = False

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._before: Snapshot | None = None
        self._title = ""
        self._at = -1
        self._order: list[_Part] = []
        self.setAccessibleName(tr("Comparison"))
        canvas.graph_scene.applied.connect(self._follow)

    @property
    def found(self) -> Difference | None:
        """The difference on show; None while nothing is compared."""
        return self._canvas.look.difference

    def show_against(self, before: Snapshot, title: str) -> None:
        """Mark what has become different since a version, which has a title for the user."""
        self._before, self._title, self._at = before, title, -1
        self._compare()
        self.open_again()
        self._canvas.actions_by_id.refresh()
        self._canvas.announced.emit(self.said.text())

    def ended(self) -> None:
        self._before = None
        self._show(None)

    def _follow(self) -> None:
        if self._before is not None:
            self._compare()
            self.stand()

    def _compare(self) -> None:
        if self._before is None:
            return
        found = difference(self._before, Snapshot.of(self._canvas.model))
        self._order = sorted(
            (
                (mark, kind, name)
                for mark, parts in found.parts.items()
                for kind in KINDS
                for name in getattr(parts, kind)
            ),
            key=lambda part: self._place(found, part),
        )
        self._show(found)
        self.said.setText(tr("Compared with {title}: {summary}").format(title=self._title, summary=found.summary()))
        self.on.setEnabled(bool(self._order))
        self.back.setEnabled(bool(self._order))

    def _show(self, found: Difference | None) -> None:
        scene = self._canvas.graph_scene
        self._canvas.look.difference = found
        scene.overview.forget()
        scene.repaint_views()

    def _place(self, found: Difference, part: _Part) -> tuple[float, float, str]:
        mark, kind, name = part
        if mark is Mark.REMOVED:
            area = ghost_area(found, kind, name)
        else:
            area = self._canvas.graph_scene.bounds_of(Parts.of(**{kind: [name]}))
        return area.x(), area.y(), name

    def step(self, by: int) -> None:
        """Go to the next difference from left to right, or to the one before."""
        found = self.found
        if found is None or not self._order:
            return
        self._at = (self._at + by) % len(self._order) if self._at >= 0 or by > 0 else len(self._order) - 1
        mark, kind, name = self._order[self._at]
        words = mark_words(mark)
        if mark is Mark.REMOVED:
            self._canvas.selection.clear()
            self._canvas.reveal(ghost_area(found, kind, name))
            self._canvas.announced.emit(words)
        else:
            self._canvas.walk.go(kind, name)
            self._canvas.announced.emit(". ".join([words, *found.sentences.get(name, ())]))
