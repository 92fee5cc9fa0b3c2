"""What the canvas offers, reached in the window: pictures, search, comparison, first rows, shares, heat."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QInputDialog
from pytestqt.qtbot import QtBot

from canvas import Caption, Drawing
from canvas.difference import Mark
from canvas.drawing_form import ExportDialog, PrintDialog
from canvas.items.hit import Hit, Spot
from canvas.navigation import Place
from canvas.output import export_to
from canvas.tips import tip
from canvas.views import Parts
from engine.document.files import to_text
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window on the shop, with one campaign that was saved once: Londoners get a message."""
    document = campaign(
        [build("london", condition("city", value="London")), node("mail", "email")], "london>mail", name="Londoners"
    )
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    yield found
    found.window.close()


def _edge_of(user: User, node: str) -> str:
    """The transition that leaves a node."""
    return next(iter(user.page.canvas.graph_scene.outbound[node]))


@pytest.mark.req("CAN-85", "CAN-86", "CAN-87")
def test_pictures_and_prints_are_in_the_menus(user: User, tmp_path: Path) -> None:
    user.settled()
    window, canvas = user.window, user.page.canvas
    before = to_text(user.document)
    for name, kind in (("file.picture", ExportDialog), ("file.print", PrintDialog)):
        window.actions_by_id[name].trigger()
        dialog = next(found for found in canvas.findChildren(QDialog) if type(found) is kind)
        assert dialog.isVisible()
        dialog.reject()
    window.actions_by_id["edit.copy-image"].trigger()
    assert QGuiApplication.clipboard().image().width() > 400
    assert export_to(canvas, tmp_path / "a.svg", Drawing())
    assert to_text(user.document) == before


@pytest.mark.req("CAN-86")
def test_the_head_of_a_print_names_document_version_and_date(user: User) -> None:
    user.settled()
    assert user.page.canvas.caption().title == user.page.session.title
    assert user.page.canvas.caption().version == "Version 1"
    user.click_node("london")
    user.type(user.window.panel.head.line, "Capital")
    assert user.page.canvas.caption().version == "Version 1, edited since"
    user.window.actions_by_id["file.save"].trigger()
    user.until(lambda: user.page.canvas.caption().version == "Version 2")
    assert isinstance(user.page.canvas.caption(), Caption)
    assert user.page.canvas.caption().date


@pytest.mark.req("CAN-79")
def test_the_search_reads_the_settings_of_activities(user: User) -> None:
    user.settled()
    user.window.actions_by_id["edit.find"].trigger()
    finder = user.page.canvas.overlays.finder
    assert finder.isVisible()
    QTest.keyClicks(finder.search, "london")
    assert ("nodes", "london") in finder.found
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    assert user.page.selected_node
    QTest.keyClick(finder.search, Qt.Key.Key_Escape)
    assert user.page.canvas.look.found is None


@pytest.mark.req("CAN-71", "CAN-72")
def test_shares_and_heat_are_in_the_view_menu(user: User) -> None:
    user.settled()
    canvas = user.page.canvas
    user.window.actions_by_id["view.heat"].trigger()
    assert canvas.overlays.legend.isVisible()
    user.window.actions_by_id["view.of-entry"].trigger()
    words = tip(canvas, Hit(Spot.PILL, _edge_of(user, "london")))
    assert "of the entry" in words
    assert "As of " in words


@pytest.mark.req("CAN-77")
def test_the_first_people_behind_a_count_stand_in_a_card(user: User) -> None:
    user.settled()
    canvas, edge = user.page.canvas, _edge_of(user, "london")
    canvas.selection.set(Parts.of(edges=[edge]))
    canvas.actions_by_id["show.peek"].trigger()
    peek = canvas.overlays.peek
    user.until(lambda: peek.table.rowCount() > 0)
    assert peek.table.rowCount() == user.count("london")
    assert "3 rows" in peek.said.text()
    peek.whole.click()
    assert user.window.bench.sees("population")


@pytest.mark.req("CAN-80")
def test_a_saved_version_is_compared_on_the_canvas(user: User) -> None:
    user.settled()
    canvas = user.page.canvas
    user.page.hooks.compare_with(1)
    user.until(lambda: canvas.look.difference is not None)
    assert "no difference" in canvas.overlays.comparison.said.text()
    user.click_node("london")
    user.type(user.window.panel.head.line, "Capital")
    made = user.add_after("london", "Fork")
    found = canvas.look.difference
    assert found is not None
    assert "london" in found.parts[Mark.CHANGED].nodes
    assert made in found.parts[Mark.ADDED].nodes
    user.window.actions_by_id["view.compare"].trigger()
    user.until(lambda: bool(user.page.findChildren(QInputDialog)))
    dialog = user.page.findChildren(QInputDialog)[0]
    assert "Version 1" in dialog.comboBoxItems()[0]
    dialog.reject()


@pytest.mark.req("CAN-74")
def test_an_input_that_nothing_enters_is_ringed_and_the_badge_leads_to_the_list(user: User) -> None:
    user.settled()
    user.page.canvas.selection.clear()
    made = user.add("Split")
    user.until(lambda: bool(user.page.adapter.node(made).inputs[0].problem))
    user.page.canvas.remarks_wanted.emit(made)
    assert user.window.bench.sees("problems")


@pytest.mark.req("CAN-81")
def test_undo_from_the_menu_shows_what_it_changed(user: User) -> None:
    user.settled()
    canvas = user.page.canvas
    canvas.glide.enabled = False
    made = user.add_after("london", "Fork")
    card = canvas.graph_scene.nodes[made].card()
    canvas.scroll_by(3000, 0)
    assert not canvas.visible_area().intersects(card)
    user.window.actions_by_id["edit.undo"].trigger()
    assert made not in user.document.node_by_id
    user.window.actions_by_id["edit.redo"].trigger()
    assert made in user.document.node_by_id
    assert canvas.visible_area().intersects(card)


@pytest.mark.req("ORC-44")
def test_an_empty_campaign_shows_its_start_and_offers_only_what_may_stand_there(user: User) -> None:
    user.settled()
    canvas = user.page.canvas
    assert not canvas.start_mark.isVisible()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.start_mark.isVisible()
    middle = canvas.start_mark.geometry().center() - canvas.viewport().rect().center()
    assert middle.manhattanLength() <= 4

    def offered() -> set[str]:
        return {kind.id for kind in canvas.quick.kinds()}

    QTest.mouseClick(canvas.start_mark.plus, Qt.MouseButton.LeftButton)
    assert canvas.quick.isVisible()
    assert {"build-audience", "read-audience", "incremental-query", "fork", "wait"} <= offered()
    assert not offered() & {"split", "combine", "deduplication", "enrichment", "email", "sms", "save-audience"}
    by_mouse = offered()
    QTest.keyClick(canvas.quick.search, Qt.Key.Key_Escape)
    # The keyboard does the same.
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    assert offered() == by_mouse
    QTest.keyClicks(canvas.quick.search, "build")
    QTest.keyClick(canvas.quick.search, Qt.Key.Key_Return)
    (made,) = user.document.nodes
    assert made.type == "build-audience"
    assert not canvas.start_mark.isVisible()

    # After a population: what takes one, and nothing that always stands first.
    canvas.walk.go("nodes", made.id)
    QTest.keyClick(canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {"split", "combine", "deduplication", "enrichment", "email", "sms", "save-audience", "wait"} <= offered()
    assert "scheduler" not in offered()
    QTest.keyClick(canvas.quick.search, Qt.Key.Key_Escape)

    user.undo()
    assert canvas.start_mark.isVisible()


@pytest.mark.req("ORC-49")
def test_the_tools_of_the_canvas_stand_below_it(user: User, qtbot: QtBot) -> None:
    """Select several, turn the layout, fit, zoom and map, by clicks on buttons that name themselves and their keys."""
    user.settled()
    window, canvas = user.window, user.page.canvas
    buttons = window.status.tools.buttons

    def press(name: str) -> None:
        assert buttons[name].accessibleName()
        QTest.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
        user.until(lambda: not canvas.glide.running)

    def places() -> dict[str, tuple[float, float]]:
        nodes = canvas.graph_scene.nodes
        return {name: (item.node.x, item.node.y) for name, item in nodes.items()}

    press("select.several")
    for one in ("london", "mail", "london"):
        user.click_node(one)
    assert canvas.selection.parts.nodes == {"mail"}
    user.click_node("london")
    assert canvas.selection.parts.nodes == {"london", "mail"}
    press("select.several")
    user.click_node("mail")
    assert canvas.selection.parts.nodes == {"mail"}

    before = to_text(user.document)
    across = places()
    assert across["mail"][0] > across["london"][0]
    press("arrange.turn")
    down = places()
    assert down["mail"][0] == down["london"][0]
    assert down["mail"][1] > down["london"][1] + canvas.graph_scene.nodes["london"].card().height()
    press("arrange.turn")
    assert places()["mail"][0] > places()["london"][0]
    assert places()["mail"][1] == places()["london"][1]
    user.undo()
    user.undo()
    assert to_text(user.document) == before

    zoom = canvas.zoom
    press("view.zoom-in")
    assert canvas.zoom > zoom
    press("view.zoom-out")
    assert canvas.zoom == pytest.approx(zoom)
    canvas.go_to(Place(90_000, 90_000, 2.0))
    press("view.fit")
    assert canvas.visible_area().contains(canvas.graph_scene.content())
    assert not canvas.minimap.isVisible()
    press("view.minimap")
    assert canvas.minimap.isVisible()

    # They belong to the canvas in front, and go where there is none.
    window.show_section("settings")
    assert not window.status.tools.isVisible()
    assert not window.status.zooms.isVisible()
    window.tabs.show_tab(0)
    assert window.status.tools.isVisible()
