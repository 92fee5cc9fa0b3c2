"""Places to come back to: nine numbered bookmarks, and how a document was looked at when it was shut."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, cast

from canvas.navigation import Place
from canvas.views import NOTHING, Parts
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

NUMBERS = range(1, 10)


def keep(number: int) -> "Callable[[CanvasView], None]":
    """A command that keeps the present viewpoint under a number."""

    def command(canvas: "CanvasView") -> None:
        canvas.bookmarks[number] = canvas.place()
        canvas.actions_by_id.refresh()
        canvas.announced.emit(tr("Place {number} is kept.").format(number=number))

    return command


def go(number: int) -> "Callable[[CanvasView], None]":
    """A command that returns to the viewpoint of a number."""

    def command(canvas: "CanvasView") -> None:
        if number in canvas.bookmarks:
            canvas.glide.to(canvas.bookmarks[number])

    return command


@dataclass(frozen=True, slots=True)
class ViewState:
    """How a document was looked at: no part of the document, kept beside it and given back on reopening."""

    place: Place
    selection: Parts = NOTHING
    bookmarks: tuple[tuple[int, Place], ...] = ()

    @staticmethod
    def of(canvas: "CanvasView") -> "ViewState":
        """The present state."""
        return ViewState(canvas.place(), canvas.selection.parts, tuple(sorted(canvas.bookmarks.items())))

    def restore(self, canvas: "CanvasView") -> None:
        """Show the document as it was left; parts that are gone are not selected."""
        canvas.go_to(self.place)
        canvas.selection.set(self.selection & canvas.graph_scene.everything())
        canvas.bookmarks.clear()
        canvas.bookmarks.update(self.bookmarks)

    def to_json(self) -> dict[str, object]:
        """The state as plain values."""
        parts = self.selection
        return {
            "place": _row(self.place),
            "selection": {
                kind: sorted(getattr(parts, kind))
                for kind in ("nodes", "edges", "notes", "frames")
                if getattr(parts, kind)
            },
            "bookmarks": {str(number): _row(place) for number, place in self.bookmarks},
        }

    @staticmethod
    def from_json(value: object) -> "ViewState | None":
        """The state that plain values describe; None when they describe none, as after a change of format."""
        try:
            row = cast("dict[str, Any]", value)
            chosen = {kind: [str(name) for name in names] for kind, names in row["selection"].items()}
            marks = sorted((int(number), _place(place)) for number, place in row["bookmarks"].items())
            return ViewState(_place(row["place"]), Parts.of(**chosen), tuple(marks))
        except (KeyError, TypeError, ValueError, AttributeError):
            return None


def _row(place: Place) -> list[float]:
    return [place.x, place.y, place.zoom]


def _place(row: list[Any]) -> Place:
    x, y, zoom = (float(value) for value in row)
    if not (isfinite(x) and isfinite(y) and isfinite(zoom)):
        raise ValueError("a viewpoint of finite numbers was expected")
    return Place(x, y, zoom)
