"""The guide for other programs tells the truth: its example runs, and all the names it gives are there."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

import canvas
from canvas import CanvasView
from canvas.model import GraphModel
from canvas.navigation import Place
from tests.canvas.conftest import Hands

_GUIDE = (Path(__file__).parents[2] / "resources" / "guide" / "canvas.md").read_text(encoding="utf-8")
_EXAMPLE = "\n".join(re.findall(r"```python\n(.*?)```", _GUIDE, re.DOTALL))


@pytest.fixture
def example(qtbot: QtBot) -> tuple[QMainWindow, Any]:
    """The example's window over its model."""
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(_EXAMPLE, "canvas.md", "exec"), names)
    model = names["Tasks"]()
    make: Callable[[Any], QMainWindow] = names["window"]
    made = make(model)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    return made, model


def test_the_example_is_built_upon_by_hand_and_taken_back(example: tuple[QMainWindow, Any]) -> None:
    made, model = example
    view = made.centralWidget()
    assert isinstance(view, CanvasView)
    view.glide.enabled = False
    view.go_to(Place(400, 200, 1.0))
    hands = Hands(view)

    hands.drop_kind("task", (200, 100))
    hands.drop_kind("task", (640, 100))
    first, second = model.node_ids()
    out, into = (model.node(first).x + 216, model.node(first).y + 36), (model.node(second).x, model.node(second).y + 36)
    hands.drag(out, into)
    assert [(edge.source.node, edge.target.node) for edge in model.edges.values()] == [(first, second)]
    hands.drag((model.node(second).x + 100, model.node(second).y + 60), (740, 300))
    assert model.node(second).y > 200

    hands.drag(out, (out[0] + 10, out[1] + 300))
    hands.key(Qt.Key.Key_Return, to=view.quick.search)
    assert len(model.nodes) == 3
    while model.steps:
        view.actions_by_id["edit.undo"].trigger()
    assert (model.nodes, model.edges) == ({}, {})
    assert not view.graph_scene.everything()


def test_what_the_example_refuses_it_says(example: tuple[QMainWindow, Any]) -> None:
    made, model = example
    view = made.centralWidget()
    assert isinstance(view, CanvasView)
    hands = Hands(view)
    hands.drop_kind("task", (200, 100))
    view.actions_by_id["select.all"].trigger()
    view.actions_by_id["edit.disable"].trigger()
    assert view.notices.notice.text() == "Tasks can be added, named, moved, connected and deleted."
    assert len(model.steps) == 1


def test_every_name_in_the_tables_exists(qtbot: QtBot) -> None:
    from canvas.demo.model import MemoryModel

    view = CanvasView(MemoryModel())
    qtbot.addWidget(view)
    table = [row for row in _GUIDE.splitlines() if row.startswith("| ") and "---" not in row]
    found = {name for row in table for name in re.findall(r"`canvas\.([a-z_]+)", row)}
    assert found == {"actions_by_id", "dropping", "blocks"}
    for name in (*found, "opened", "opened_together", "menu_opening", "set_tokens", "set_text_scale", "tell", "refuse"):
        assert hasattr(view, name), name
    methods = re.findall(r"`([a-z_]+)(?:\([A-Za-z]*\))?`", "".join(row.split("|")[1] for row in table[1:14]))
    assert {name for name in methods if not hasattr(GraphModel, name)} == set()


def test_the_public_face_is_what_it_says_and_no_more() -> None:
    assert canvas.__all__ == sorted(canvas.__all__, key=lambda name: (not name.isupper(), name))
    assert all(getattr(canvas, name).__module__.startswith("canvas") for name in canvas.__all__)
    lines = Path(canvas.__file__).read_text(encoding="utf-8").splitlines()
    assert len(lines) < 70, "it is to be read in one sitting"
    assert all(name in _GUIDE or name in (canvas.__doc__ or "") for name in canvas.__all__)
