"""Moving around: zoom about a point, scroll, fit, and the way back through the places one has been.

Zoom 1 is 100 % at the user's text size; the view's scale is zoom times text scale.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from canvas.style import ZOOM_MAX, ZOOM_MIN

FIT_LARGEST = 1.1
READABLE = 0.72
"""The smallest zoom at which the text of a card is easy to read."""
_FIT_MARGIN = 48.0
_OPENING_MARGIN = 24.0
_PLACES = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A viewpoint: what is in the middle, and how large."""

    x: float
    y: float
    zoom: float


class Navigation(QGraphicsView):
    """A graphics view without walls."""

    def __init__(self) -> None:
        super().__init__()
        self._zoom = 1.0
        self._text_scale = 1.0
        self._places: list[Place] = []
        self._ahead: list[Place] = []
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    @property
    def zoom(self) -> float:
        """1 is 100 %."""
        return self._zoom

    @property
    def scale_in_use(self) -> float:
        """Pixels per scene unit."""
        return self._zoom * self._text_scale

    @property
    def text_scale(self) -> float:
        """The user's text size; 2 is 200 %."""
        return self._text_scale

    def set_text_scale(self, scale: float) -> None:
        """Draw all at a larger text size: 2 is 200 %."""
        middle = self.place()
        self._text_scale = scale
        self.go_to(middle)

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom so that what is under `about`, in viewport pixels, stays there; without it, the middle stays."""
        anchor = about if about is not None else QPointF(self.viewport().rect().center())
        before = self.to_scene(anchor)
        self._zoom = min(max(zoom, ZOOM_MIN), ZOOM_MAX)
        with self._painted_anew():
            self._apply_scale()
            away = self.transform().map(before) - self.transform().map(self.to_scene(anchor))
            self.scroll_by(away.x(), away.y())
        self.view_moved()

    def _apply_scale(self) -> None:
        self.setTransform(QTransform.fromScale(self.scale_in_use, self.scale_in_use))
        self.move_walls()

    def move_walls(self) -> None:
        """Let the scroll bars reach all content and one screen beyond, from where the view is now."""
        room = self.viewport().size()
        wide, high = room.width() / self.scale_in_use, room.height() / self.scale_in_use
        self.setSceneRect(self.content_area().adjusted(-wide, -high, wide, high))

    def content_area(self) -> QRectF:
        """What the scroll bars must reach."""
        return self.scene().sceneRect()

    def view_moved(self) -> None:
        """The viewpoint changed; for subclasses."""

    def to_scene(self, at: QPointF) -> QPointF:
        """A point of the viewport in scene coordinates, without rounding."""
        return self.viewportTransform().inverted()[0].map(at)

    def scroll_by(self, x: float, y: float) -> None:
        """Scroll by pixels; beyond the content too."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, step in ((across, x), (down, y)):
            goal = bar.value() + round(step)
            if goal < bar.minimum():
                bar.setMinimum(goal)
            elif goal > bar.maximum():
                bar.setMaximum(goal)
            bar.setValue(goal)
        self.view_moved()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.view_moved()  # also when a scroll bar is dragged

    def visible_area(self) -> QRectF:
        """What the viewport shows, in scene coordinates."""
        return self.viewportTransform().inverted()[0].mapRect(QRectF(self.viewport().rect()))

    def place(self) -> Place:
        """The present viewpoint; keep it to restore a document as it was left."""
        middle = self.visible_area().center()
        return Place(middle.x(), middle.y(), self._zoom)

    def go_to(self, place: Place) -> None:
        """Show a viewpoint."""
        self._zoom = min(max(place.zoom, ZOOM_MIN), ZOOM_MAX)
        with self._painted_anew():
            self._apply_scale()
            away = self.transform().map(QPointF(place.x, place.y)) - self.transform().map(self.visible_area().center())
            self.scroll_by(away.x(), away.y())

    @contextmanager
    def _painted_anew(self) -> Generator[None]:
        """At another scale nothing of the old picture is of use: it is not shifted along at every scroll."""
        mode = self.viewportUpdateMode()
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        try:
            yield
        finally:
            self.setViewportUpdateMode(mode)
            self.viewport().update()

    def remember(self) -> None:
        """Keep the present viewpoint for the way back."""
        self._places = [*self._places[-_PLACES:], self.place()]
        self._ahead = []

    def jump(self, place: Place) -> None:
        """Go to a viewpoint and remember the present one for the way back."""
        self.remember()
        self.go_to(place)

    def step_back(self) -> Place | None:
        """The viewpoint before the last jump, which is left for it; None at the first."""
        if not self._places:
            return None
        self._ahead.append(self.place())
        return self._places.pop()

    def step_forward(self) -> Place | None:
        """The viewpoint that was left by a step back; None when there was none."""
        if not self._ahead:
            return None
        self._places.append(self.place())
        return self._ahead.pop()

    def fit(self, area: QRectF) -> None:
        """Show an area whole, but a small one no larger than 110 %."""
        if not area.isEmpty():
            self.jump(self.fitting(area))

    def fitting(self, area: QRectF) -> Place:
        """The viewpoint that shows an area whole."""
        room = self.viewport().size()
        wide, high = max(room.width() - 2 * _FIT_MARGIN, 50), max(room.height() - 2 * _FIT_MARGIN, 50)
        scale = min(wide / area.width(), high / area.height()) / self._text_scale
        middle = area.center()
        return Place(middle.x(), middle.y(), min(scale, FIT_LARGEST))

    def open_on(self, area: QRectF, about: QPointF | None = None) -> None:
        """Show an area whole if it can be read then, else readably about a point of it: its beginning if none is given.

        It is where the view begins: there is no way back to before it.
        """
        if area.isEmpty():
            return
        place = self.fitting(area)
        if place.zoom < READABLE:
            at = about if about is not None else QPointF(area.left(), area.center().y())
            room, scale = self.viewport().size(), READABLE * self._text_scale
            place = Place(
                _within(at.x(), area.left(), area.right(), room.width() / scale, scale),
                _within(at.y(), area.top(), area.bottom(), room.height() / scale, scale), READABLE,
            )  # fmt: skip
        self.go_to(place)

    def reveal(self, area: QRectF) -> None:
        """Scroll as little as needed to show an area."""
        seen = self.visible_area().adjusted(24, 24, -24, -24)
        if not seen.contains(area):
            x = _shift(area.left(), area.right(), seen.left(), seen.right())
            y = _shift(area.top(), area.bottom(), seen.top(), seen.bottom())
            self.scroll_by(x * self.scale_in_use, y * self.scale_in_use)

    def centre_on(self, area: QRectF) -> None:
        """Bring an area to the middle, at the present zoom."""
        self.jump(Place(area.center().x(), area.center().y(), self._zoom))

    def hide_needless_bars(self) -> None:
        """Show scroll bars only while something is out of sight: the walls lie a screen beyond it, so they would stay.

        To be called whenever the view or the graph changed.
        """
        whole = self.visible_area().contains(self.content_area())
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy is not self.horizontalScrollBarPolicy():
            self.setHorizontalScrollBarPolicy(policy)
            self.setVerticalScrollBarPolicy(policy)


def _shift(low: float, high: float, first: float, last: float) -> float:
    if low < first or high - low > last - first:
        return low - first
    return max(high - last, 0.0)


def _within(at: float, start: float, end: float, seen: float, scale: float) -> float:
    """The middle of a stretch that shows a coordinate, and no more beyond the ends than it must."""
    margin = _OPENING_MARGIN / scale
    first, last = start + seen / 2 - margin, end - seen / 2 + margin
    return (start + end) / 2 if first > last else min(max(at, first), last)
