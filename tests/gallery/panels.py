"""The panel of every node of a journey, and of every action, side by side, over the generated companies."""

from collections.abc import Iterator
from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QScrollArea

from app.journeys.page import JourneyPage
from app.theme import Scheme, tokens_for
from canvas.requests import InsertOnEdge
from engine.document.edits import SetSettings
from engine.journey.registry import all_actions
from tests.gallery.app import SIZES, Stage, end_loop
from tests.gallery.journeys import open_journey
from tests.gallery.picture import Picture

_ACROSS, _WIDTH, _GAP = 6, 340, 12
_COUNTRY: dict[str, JsonValue] = {
    "filters": [{"kind": "attribute", "attribute": "country", "values": ["US", "Canada"]}]
}
_LEADER: dict[str, JsonValue] = {
    "filters": [
        {"kind": "attribute", "attribute": "job_title", "operator": "starts-with", "values": ["VP"]},
        {"kind": "buying-group-member", "interest": {"values": ["cloud-suite"]}},
    ],
    "logic": "any",
}
_OPENED: list[JsonValue] = [
    {"event": "directMarketing.emailOpened", "where": [{"field": "asset_name", "values": ["A"]}]}
]
NODES: dict[str, tuple[tuple[str, dict[str, JsonValue]], ...]] = {
    "action": (("action", {}), ("action", {"on": "people"})),
    "listen": (("listen", {}), ("listen", {"triggers": _OPENED, "must_end_on": {"days": ["mon", "tue"]}})),
    "wait": (("wait", {}), ("wait", {"type": "date", "date": "2026-02-01T09:00"})),
    "splits": (
        ("split-accounts", {"paths": [{"id": "1", "label": "America", "condition": _COUNTRY}]}),
        ("split-people", {"paths": [{"id": "1", "label": "Leaders", "condition": _LEADER}]}),
        ("variant", {}),
        ("variant", {"paths": [{"id": "1", "percent": 70}, {"id": "2", "percent": 50}]}),
    ),
    "others": (("merge", {}), ("external-action", {}), ("external-split", {})),
}
"""What stands beside each other: kinds of nodes, and how they are set."""


def _grabbed(stage: Stage, page: JourneyPage, node: str) -> QImage:
    """The whole panel of a node, however far it would have to be scrolled."""
    page.select_node(node)
    stage.settle()
    panel = stage.window.panel
    area = next(one for one in panel.findChildren(QScrollArea) if one.isVisible() and panel.head in _below(one))
    inner = area.widget()
    assert inner is not None, "the panel scrolls something"
    return inner.grab().toImage()


def _below(area: QScrollArea) -> list[object]:
    inner = area.widget()
    return [*inner.children()] if inner is not None else []


def _sheet(images: list[QImage], scheme: Scheme) -> QImage:
    rows = [images[at : at + _ACROSS] for at in range(0, len(images), _ACROSS)]
    heights = [max(one.height() for one in row) + _GAP for row in rows]
    sheet = QImage(_ACROSS * (_WIDTH + _GAP), sum(heights), QImage.Format.Format_RGB32)
    sheet.fill(QColor(tokens_for(scheme).ground))
    painter = QPainter(sheet)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for place, one in enumerate(row):
            painter.drawImage(QPoint(place * (_WIDTH + _GAP), top), one)
        top += height
    painter.end()
    return sheet


def _set(stage: Stage, page: JourneyPage, node: str, settings: dict[str, JsonValue]) -> None:
    """Set a node, and wait until it is known what is wrong with it."""
    told: list[bool] = []
    link = page.session.checked.connect(lambda: told.append(True))
    page.session.do(SetSettings(node, settings), "Set")
    stage.until(lambda: bool(told))
    page.session.checked.disconnect(link)


def _put(page: JourneyPage, kind: str) -> str:
    """A node of a kind after the audience; its id."""
    first = next(one.id for one in page.session.document.transitions if one.source == "audience")
    outcome = page.adapter.ask(InsertOnEdge(first, (0.0, 0.0), kind))
    assert outcome, outcome.reason
    return next(iter(outcome.created.nodes))


def _nodes(stage: Stage, page: JourneyPage) -> list[QImage]:
    found: list[QImage] = []
    for set_up in NODES.values():
        for kind, settings in set_up:
            name = _put(page, kind)
            _set(stage, page, name, settings)
            found.append(_grabbed(stage, page, name))
            page.session.undo()
            page.session.undo()
    return found


def _actions(stage: Stage, page: JourneyPage) -> list[QImage]:
    name = _put(page, "action")
    found: list[QImage] = []
    for action in sorted(all_actions().values(), key=lambda one: one.type_id):
        _set(stage, page, name, {"on": action.context.value, "action": action.type_id})
        found.append(_grabbed(stage, page, name))
    return found


def _take(do: str, scheme: Scheme, language: str) -> QImage:
    stage = Stage(SIZES["large"], scheme, language)
    page = open_journey(stage, "hand-off")
    stage.rest(1.0)
    images = (_nodes if do == "nodes" else _actions)(stage, page)
    stage.take()
    return _sheet(images, scheme)


def pictures() -> Iterator[Picture]:
    """All panels, light and French, dark and English."""
    for do in ("nodes", "actions"):
        yield Picture(f"{do}-dark", partial(_take, do, Scheme.DARK, "en"))
        yield Picture(f"{do}-french", partial(_take, do, Scheme.LIGHT, "fr"))
    # Its threads must end before Qt does.
    end_loop()
