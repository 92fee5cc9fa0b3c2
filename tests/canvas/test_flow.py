"""Those who pass while time passes: on their way, beside the number, and only where movement is wanted."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from canvas import LIGHT, CanvasView
from canvas.demo.model import MemoryModel
from canvas.flow import Passing
from canvas.navigation import Place
from canvas.views import Count, CountState

DOT = QColor(LIGHT.selection)


def _dots(canvas: CanvasView) -> QRectF:
    """The rectangle around all dots that are seen, in scene coordinates; empty where there is none."""
    canvas.viewport().repaint()
    picture: QImage = canvas.viewport().grab().toImage()
    found = QRectF()
    for x in range(picture.width()):
        for y in range(picture.height()):
            if picture.pixelColor(x, y) == DOT:
                found = found.united(QRectF(canvas.to_scene(QPointF(x, y)), canvas.to_scene(QPointF(x + 1, y + 1))))
    return found


def _only(share: float, many: int = 1) -> Passing:
    """One group on one transition."""
    return lambda edge, _most: [(share, many)] if edge == "t1" else []


@pytest.mark.parametrize("zoom", [1.0, 0.5, 0.25])
def test_a_group_stands_where_it_is_on_its_way(canvas: CanvasView, zoom: float) -> None:
    canvas.glide.enabled = True
    canvas.go_to(Place(300, 40, zoom))
    flow = canvas.overlays.flow
    assert _dots(canvas).isEmpty()
    way = canvas.graph_scene.edges["t1"].way()
    for share in (0.25, 0.75):
        flow.follow(_only(share))
        dots = _dots(canvas)
        assert (dots.center() - way.pointAtPercent(share)).manhattanLength() < 4 / zoom + 4
        assert 3 / zoom < dots.width() < 9 / zoom, "as large on the screen at any zoom"
    flow.follow(None)
    assert _dots(canvas).isEmpty()


def test_more_make_a_larger_dot(canvas: CanvasView) -> None:
    canvas.glide.enabled = True
    canvas.go_to(Place(300, 40, 1.0))
    canvas.overlays.flow.follow(_only(0.5))
    one = _dots(canvas).width()
    canvas.overlays.flow.follow(_only(0.5, 1_000))
    assert _dots(canvas).width() > one


def test_nothing_runs_over_a_number(canvas: CanvasView, model: MemoryModel) -> None:
    canvas.glide.enabled = True
    model.set_counts({"t1": Count(CountState.EXACT, 12_431)})
    for zoom in (1.0, 0.3):
        canvas.go_to(Place(300, 40, zoom))
        canvas.viewport().grab()
        item, overview = canvas.graph_scene.edges["t1"], canvas.graph_scene.overview
        number = item.pill() if zoom == 1.0 else overview.number_of("t1")
        assert not number.isEmpty()
        share = (number.center().x() - item.x1) / (item.x2 - item.x1)
        canvas.overlays.flow.follow(_only(share))
        assert _dots(canvas).isEmpty()


def test_where_less_motion_is_wanted_nothing_runs(canvas: CanvasView) -> None:
    canvas.glide.enabled = False
    canvas.go_to(Place(300, 40, 1.0))
    canvas.overlays.flow.follow(_only(0.5))
    assert _dots(canvas).isEmpty()
