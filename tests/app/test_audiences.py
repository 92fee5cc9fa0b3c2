"""The audiences section as a person uses it: from a file, compared, put in order, exported, put away and back."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.application import set_language
from app.audiences.dialogs import (
    DependantsDialog,
    EvaluationDialog,
    FolderDialog,
    PropertiesDialog,
    TableDialog,
    TagsDialog,
)
from app.audiences.import_dialog import ImportDialog
from app.audiences.page import AudiencesPage
from app.bundles.export_dialog import ExportDialog
from app.desk import Desk
from app.words import said, tr
from engine.bundles.manifest import Contents
from engine.bundles.reading import open_bundle
from engine.document.files import to_text
from engine.problems import Problem
from engine.runner.real import start_real_run
from engine.workspace import Workspace
from tests.app.window import User, held, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import ROWS, shop

Shown = TypeVar("Shown", bound=QWidget)

LEFT = Qt.MouseButton.LeftButton
ROWS_OF = {"crm_id": 0, "email": 3, "mobile_phone": 4, "push_token": 5}
"""The identities of a recipient, by their places in the rows of the fixture."""


both = pytest.mark.parametrize("user", ["en", "fr"], indirect=True)


@pytest.fixture
def user(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[User]:
    set_language(qapp, getattr(request, "param", "en"))
    with shop(tmp_path) as workspace:
        for label, city in (("Locals", "London"), ("Parisians", "Paris")):
            save(workspace, label, city)
        save(workspace, "Locals", "Paris")
    yield open_window(qtbot, tmp_path, tmp_path / "shop")
    set_language(qapp, "en")


def save(workspace: Workspace, label: str, city: str) -> None:
    """Save an audience as its campaign does."""
    nodes = [build("who", condition("city", "equal", city)), node("save", "save-audience", label=label)]
    document = campaign(nodes, "who>save", id=f"saver-of-{label.casefold()}")
    workspace.documents.save(document.id, to_text(document), name=f"Saver of {label}", kind="campaign")
    start_real_run(workspace, document)


def shown(user: User, kind: type[Shown]) -> Shown:
    user.until(lambda: any(one.isVisible() for one in user.window.findChildren(kind)))
    return next(one for one in user.window.findChildren(kind) if one.isVisible())


def audiences(user: User) -> tuple[AudiencesPage, Desk]:
    # A workspace opens with its newest document in front.
    user.until(lambda: user.window.page is not None)
    user.window.actions_by_id["go.audiences"].trigger()
    page = shown(user, AudiencesPage)
    assert isinstance(page, AudiencesPage)
    assert user.window.desk is not None
    return page, user.window.desk


def labels(page: AudiencesPage) -> list[str]:
    return [one.label for one in page.model.rows]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def tick(box: QWidget) -> None:
    """Click a box where its mark is: what follows its words is no part of it."""
    QTest.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))


def choose(page: AudiencesPage, *wanted: str) -> None:
    """Click rows, all but the first with Ctrl."""
    for place, label in enumerate(wanted):
        index = page.model.index(labels(page).index(label), 0)
        keys = Qt.KeyboardModifier.ControlModifier if place else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(page.list.viewport(), LEFT, keys, page.list.visualRect(index).center())


def pick(page: AudiencesPage, words: str) -> None:
    """Choose a line of the menu."""
    (action,) = [one for one in page.more.menu().actions() if one.text() == words]
    action.trigger()


def accept(user: User, kind: type[QDialog], fill: Callable[[QDialog], None]) -> None:
    dialog = shown(user, kind)
    fill(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def bring(user: User, page: AudiencesPage, path: Path, text: str) -> None:
    """Import a file as the audience VIP, by the keyboard."""
    path.write_text(text, encoding="utf-8")
    page.import_file(path)
    dialog = shown(user, ImportDialog)
    dialog.label.selectAll()
    QTest.keyClicks(dialog.label, "VIP")
    QTest.keyClick(dialog.label, Qt.Key.Key_Return)


@both
@pytest.mark.req("ORC-144", "PRC-126", "PRC-127", "PRC-128", "PRC-134", "PRC-135")
def test_a_file_becomes_an_audience_and_its_evaluations_are_compared(user: User, tmp_path: Path) -> None:
    page, desk = audiences(user)
    bring(user, page, tmp_path / "vip.csv", "crm_id,tier\nR01,gold\nR05,gold\n")
    user.until(lambda: labels(page) == ["Locals", "Parisians", "VIP"])
    user.until(lambda: page.detail.rows.grid.model.rowCount() == 2)

    bring(user, page, tmp_path / "vip.csv", "crm_id,tier\nR05,gold\nR07,silver\nR09,gold\n")
    user.until(lambda: page.current is not None and page.current.rows == 3)
    trend = page.detail.trend
    user.until(lambda: trend.list.topLevelItemCount() == 2)
    assert [(one.category != "", one.value) for one in trend.members.data] == [(True, 2), (True, 3)]
    assert [one.value for one in trend.came_left.data] == [2, 2, 0, 1]
    page.detail.tabs.setCurrentWidget(trend)
    # A click on the last point compares it with the one before.
    point = trend.members.marks[-1].path.boundingRect().center().toPoint()
    QTest.mouseClick(trend.members, LEFT, pos=point)
    came, stayed, left = trend.parts
    user.until(left.isVisible)
    words = [tr("{n} came", 2), tr("{n} stayed", 1), tr("{n} went", 1)]
    assert [button.text() for button in (came, stayed, left)] == words

    # One line alone is compared with nothing; with Ctrl a second one joins it.
    def line(row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        item = trend.list.topLevelItem(row)
        assert item is not None
        QTest.mouseClick(trend.list.viewport(), LEFT, keys, trend.list.visualItemRect(item).center())

    line(1)
    assert not any(button.isVisible() for button in trend.parts)
    assert trend.compared.text() == tr(
        "Select two evaluations to compare them, or a point of a chart to compare it with the one before."
    )
    line(0, Qt.KeyboardModifier.ControlModifier)
    user.until(left.isVisible)
    assert [button.text() for button in (came, stayed, left)] == words

    click(came)
    user.until(lambda: page.detail.rows.grid.model.rowCount() == 2)
    assert page.detail.part.isVisible()
    click(page.detail.whole)
    user.until(lambda: page.detail.rows.grid.model.rowCount() == 3)
    tier = page.detail.attributes.topLevelItem(0)
    assert tier is not None
    assert [tier.text(place) for place in range(5)] == ["tier", tr("text"), "3", "100", "gold"]
    assert [one.label for one in desk.audiences if one.created_by] == labels(page), "who made them is known"


@pytest.mark.req("PRC-130", "PRC-131")
def test_the_inventory_is_searched_filtered_tagged_and_put_into_folders(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, desk = audiences(user)
    user.until(lambda: len(labels(page)) == 2)
    choose(page, "Locals", "Parisians")
    pick(page, tr("Tags…"))

    def tags(dialog: QDialog) -> None:
        assert isinstance(dialog, TagsDialog)
        QTest.keyClicks(dialog.added, "spring, city")

    accept(user, TagsDialog, tags)
    user.until(lambda: all(one.tags == ("spring", "city") for one in desk.audiences))
    choose(page, "Parisians")
    pick(page, tr("Move to a folder…"))

    def folder(dialog: QDialog) -> None:
        assert isinstance(dialog, FolderDialog)
        line = dialog.folder.lineEdit()
        assert line is not None
        QTest.keyClicks(line, "France/Paris")

    accept(user, FolderDialog, folder)
    user.until(lambda: page.folders.isVisible() and page.folders.topLevelItemCount() == 2)
    france = page.folders.topLevelItem(1)
    assert france is not None
    QTest.mouseClick(page.folders.viewport(), LEFT, pos=page.folders.visualItemRect(france).center())
    assert labels(page) == ["Parisians"]
    QTest.keyClick(page.folders, Qt.Key.Key_Home)
    QTest.keyClicks(page.filters.search, "loc")
    assert labels(page) == ["Locals"]
    click(page.filters.reset)
    page.filters.tags.choose(["city"])
    page.filters.origins.choose(["file"])
    assert labels(page) == []
    assert page.nothing.isVisible()
    click(page.filters.reset)
    assert labels(page) == ["Locals", "Parisians"]

    told: list[Problem] = []
    with monkeypatch.context() as patched:
        patched.setattr(user.window, "tell", told.append)
        page.doing.tags([desk.audiences[0]] * 26)
    assert [one.code for one in told] == ["too-many-selected"]
    assert not any(one.isVisible() for one in user.window.findChildren(TagsDialog))


@both
@pytest.mark.req("PRC-132", "PRC-133")
def test_what_is_read_is_kept_with_its_readers_named_and_what_is_deleted_comes_back(user: User) -> None:
    page, desk = audiences(user)
    reader = campaign([node("read", "read-audience", audience="Locals")], id="reader")
    desk.workspace.documents.save("reader", to_text(reader), name="Reader", kind="campaign")
    choose(page, "Locals")
    click(page.status)
    dialog = shown(user, DependantsDialog)
    assert [dialog.list.item(place).text() for place in range(dialog.list.count())] == ["Reader"]
    dialog.reject()
    desk.workspace.documents.delete("reader")

    choose(page, "Locals", "Parisians")
    pick(page, tr("Delete"))
    user.until(lambda: labels(page) == [] and page.nothing.isVisible())
    page.filters.statuses.choose(["deleted"])
    user.until(lambda: labels(page) == ["Locals", "Parisians"])
    choose(page, "Locals")
    click(page.status)
    user.until(lambda: labels(page) == ["Parisians"])
    page.doing.ask = lambda _title, _question: True
    choose(page, "Parisians")
    pick(page, tr("Delete for good…"))
    user.until(lambda: [one.label for one in desk.audiences] == ["Locals"])
    click(page.filters.reset)
    user.until(lambda: labels(page) == ["Locals"])
    click(page.status)
    user.until(lambda: desk.audiences[0].status == "published")


@pytest.mark.req("PRC-137", "PRC-163", "PRC-165", "PRC-138")
def test_members_are_exported_overlaps_counted_and_the_lineage_leads_to_the_campaign(
    user: User, tmp_path: Path
) -> None:
    page, desk = audiences(user)
    choose(page, "Locals")
    page.doing.export_to(desk.audiences[0], tmp_path / "out.parquet")
    manifest = tmp_path / "out.parquet.manifest.json"
    user.until(manifest.exists)
    assert json.loads(manifest.read_text(encoding="utf-8"))["rows"] == 5

    detail = page.detail
    detail.tabs.setCurrentWidget(detail.overlap)
    user.until(lambda: detail.overlap.list.topLevelItemCount() == 1)
    line = detail.overlap.list.topLevelItem(0)
    assert line is not None
    assert [line.text(place) for place in range(5)] == ["Parisians", "5", "100", "0", "0"]
    click(detail.overlap.parts[0])
    user.until(lambda: detail.rows.grid.model.rowCount() == 5)

    click(page.refresh)
    user.until(lambda: bool(desk.audiences) and desk.audiences[0].number == 3)
    detail.tabs.setCurrentWidget(detail.canvas)
    user.until(lambda: "document:saver-of-locals" in detail.canvas.graph_scene.nodes)
    card = detail.canvas.graph_scene.nodes["document:saver-of-locals"].card()
    user.until(lambda: not detail.canvas.glide.running)
    user.double_click(detail.canvas.viewport(), detail.canvas.viewportTransform().map(card.center()).toPoint())
    user.until(lambda: user.window.page is not None and user.document.id == "saver-of-locals")


@pytest.mark.req("PRC-163")
def test_an_export_that_goes_nowhere_or_cannot_be_is_told_and_the_next_one_is_written(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, desk = audiences(user)
    told: list[str] = []
    desk.failed.connect(lambda problem: told.append(problem.code))
    answers = [
        ("", ""), (str(tmp_path / "no such folder" / "out.csv"), ""), (str(tmp_path / "out.txt"), ""),
        (str(tmp_path / "out"), "Parquet (*.parquet)"),
    ]  # fmt: skip
    proposed: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return answers.pop(0)

    monkeypatch.setattr("app.audiences.doing.QFileDialog.getSaveFileName", answer)
    choose(page, "Locals")
    click(page.export)
    click(page.export)
    user.until(lambda: len(told) == 1)
    click(page.export)
    user.until(lambda: len(told) == 2)
    assert told == ["storage-failed", "unknown-format"]
    page.export.setFocus()
    QTest.keyClick(page.export, Qt.Key.Key_Space)
    user.until((tmp_path / "out.parquet.manifest.json").exists)
    assert sorted(one.name for one in tmp_path.glob("out*")) == ["out.parquet", "out.parquet.manifest.json"]
    assert all(name.startswith("Locals_") and name.endswith(".csv") for name in proposed)


def test_what_others_do_meanwhile_takes_neither_the_members_nor_the_zoom_nor_typed_words_away(user: User) -> None:
    page, desk = audiences(user)
    detail = page.detail
    user.until(lambda: detail.rows.grid.total == 5 and detail.trend.list.topLevelItemCount() == 2)
    # While the other one is read, the list is read anew: the results are of what is still shown.
    with held(desk, desk.reader):
        choose(page, "Parisians")
        assert detail.rows.grid.population is None, "members of the one before do not stand under this heading"
        before = desk.audiences
        desk.tasks.start(desk.reload())
        user.until(lambda: desk.audiences is not before and detail.shown in desk.audiences)
    user.until(lambda: detail.trend.list.topLevelItemCount() == 1 and detail.rows.grid.total == 5)

    user.until(lambda: not desk.tasks)
    detail.tabs.setCurrentWidget(detail.canvas)
    user.until(lambda: not detail.canvas.glide.running)
    detail.canvas.scale(1.5, 1.5)
    zoom, read = detail.canvas.transform().m11(), list[None]()
    detail.lineage.shown.connect(lambda: read.append(None))
    QTest.keyClicks(page.filters.search, "paris")
    assert labels(page) == ["Parisians"]
    user.until(lambda: not desk.tasks)
    assert not read, "a search reads nothing of the one that is shown"
    reader = campaign([node("read", "read-audience", audience="Parisians")], id="reader", name="Reader")
    desk.tasks.start(desk.save(reader))
    user.until(lambda: "document:reader" in detail.lineage.node_ids())
    assert detail.canvas.transform().m11() == zoom

    click(page.filters.reset)
    with held(desk, desk.life.runner):
        choose(page, "Locals")
        click(page.refresh)
        page.doing.copy(page.selected)
        user.until(lambda: "Locals - copy" in labels(page))
        assert {one.label: one.number for one in desk.audiences}["Locals"] == 2, "its campaign runs on another thread"
    user.until(lambda: {one.label: one.number for one in desk.audiences}["Locals"] == 3)

    choose(page, "Locals - copy")
    pick(page, tr("Properties…"))
    dialog = shown(user, PropertiesDialog)
    user.type(dialog.label, "Parisians")
    QTest.keyClick(dialog.label, Qt.Key.Key_Return)
    user.until(dialog.told.isVisible)
    assert dialog.label.text() == "Parisians"
    user.type(dialog.label, "Neighbours")
    QTest.keyClick(dialog.label, Qt.Key.Key_Return)
    user.until(lambda: "Neighbours" in labels(page))
    user.until(lambda: not any(one.isVisible() for one in user.window.findChildren(PropertiesDialog)))


@both
@pytest.mark.req("PRC-136")
def test_a_member_opens_with_the_record_and_leads_to_another_audience(user: User) -> None:
    page, _ = audiences(user)
    choose(page, "Parisians")
    grid = page.detail.rows.grid
    user.until(lambda: grid.total == 5 and grid.value(0, "_identity") == "R02")
    cell = grid.table.visualRect(grid.table.model().index(0, 0)).center()
    QTest.mouseClick(grid.table.viewport(), LEFT, pos=cell)
    QTest.keyClick(grid.table, Qt.Key.Key_Return)
    member = page.detail.member
    user.until(lambda: member.isVisible() and member.pane is not None and member.pane.name.text() == "R02")
    assert member.pane is not None
    tables = member.pane.tables
    assert {name: table.rows.rowCount() for name, table in tables.items() if table.rows.rowCount()} == {
        "audiences": 2, "purchases": 1, "loyalty": 1,
    }  # fmt: skip
    member.pane.tabs.setCurrentWidget(tables["audiences"])
    table = tables["audiences"]
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(0, 0)).center())
    QTest.keyClick(table, Qt.Key.Key_Return)
    user.until(lambda: page.current is not None and page.current.label == "Locals" and not member.isVisible())


@pytest.mark.req("PRC-127", "PRC-159", "PRC-160", "PRC-165", "PRC-163")
def test_what_is_said_of_an_audience_stands_in_the_list_and_is_changed_from_its_menu(
    user: User, tmp_path: Path
) -> None:
    """Access labels are no column: there are no roles that would have to carry them."""
    page, desk = audiences(user)
    path = tmp_path / "vip.csv"
    path.write_text("crm_id,tier\nR01,gold\nR05,gold\n", encoding="utf-8")
    page.import_file(path)
    dialog = shown(user, ImportDialog)
    assert dialog.days.value() == 30
    user.type(dialog.external, "vip list")
    QTest.keyClick(dialog.external, Qt.Key.Key_Return)
    user.until(dialog.told.isVisible)
    user.type(dialog.external, "vip_list")
    QTest.keyClick(dialog.external, Qt.Key.Key_Return)
    user.until(lambda: labels(page) == ["Locals", "Parisians", "vip"])

    choose(page, "Locals", "Parisians")
    pick(page, tr("Evaluate by itself…"))

    def daily(dialog: QDialog) -> None:
        assert isinstance(dialog, EvaluationDialog)
        dialog.kind.setFocus()
        QTest.keyClick(dialog.kind, Qt.Key.Key_Down)
        user.until(dialog.time.isVisible)

    accept(user, EvaluationDialog, daily)
    user.until(lambda: [one.evaluated for one in desk.audiences] == ["06:00", "06:00", ""])
    titles = [one.title for one in page.model.columns]
    rows = {one.label: page.model.rows.index(one) for one in page.model.rows}

    def cell(label: str, title: str) -> str:
        return str(page.model.index(rows[label], titles.index(title)).data())

    assert cell("Locals", tr("Updates")) == tr("Daily at {time}", time="06:00")
    assert (cell("vip", tr("Updates")), cell("vip", tr("External id"))) == (tr("By hand"), "vip_list")
    assert cell("vip", tr("Lasts until")) != ""
    assert set(titles) >= {
        tr(one) for one in ("Audience", "Members", "Origin", "Status", "Updates", "Created", "Last updated",
                            "Created by", "Updated by", "Tags", "Description", "Breakdown", "Changed, %")
    }  # fmt: skip
    page.filters.updates.choose(["daily"])
    assert labels(page) == ["Locals", "Parisians"]
    click(page.filters.reset)

    choose(page, "vip")
    pick(page, tr("Write into a table…"))
    accept(user, TableDialog, lambda _dialog: None)
    user.until(lambda: "vip" in desk.catalog.table_by_name)
    assert desk.workspace.datasets.snapshot()["vip"].rows == 2


def right_click(page: AudiencesPage, words: str) -> None:
    """Choose a line of the context menu of the row in front, with the mouse."""
    at = page.list.visualRect(page.list.currentIndex()).center()
    viewport = page.list.viewport()
    QApplication.sendEvent(
        viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    )  # fmt: skip
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    (action,) = [one for one in menu.actions() if one.text() == words]
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


@both
@pytest.mark.req("PRC-164")
def test_an_audience_is_shared_once_what_is_wrong_with_the_wish_is_mended(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _ = audiences(user)
    user.until(lambda: len(labels(page)) == 2)
    choose(page, "Locals")
    right_click(page, tr("Share…"))
    dialog = shown(user, ExportDialog)
    assert list(dialog.choices) == [Contents.LOGIC, Contents.FULL]
    chosen = dialog.choices[Contents.LOGIC]
    assert chosen.isChecked()
    assert not dialog.said.text()
    # From the way it is made to its members, by the keyboard: real people, so they are to be encrypted.
    dialog.activateWindow()
    chosen.setFocus()
    user.until(chosen.hasFocus)
    QTest.keyClick(chosen, Qt.Key.Key_Down)
    assert dialog.choices[Contents.FULL].isChecked()
    assert dialog.said.property("warning")
    assert dialog.write.isEnabled()
    tick(dialog.encrypt)
    user.type(dialog.passphrase, "short")
    assert dialog.said.property("error")
    assert not dialog.write.isEnabled()
    user.type(dialog.passphrase, "long enough by far")
    user.type(dialog.again, "long enough, but other")
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.said.text() == tr("Both passphrases must be the same.")
    user.type(dialog.again, "long enough by far")
    tick(dialog.sign)
    assert not dialog.write.isEnabled()
    user.type(dialog.signer, "Ana")
    assert dialog.write.isEnabled()
    assert not dialog.said.text()

    # Where nothing can be written, it says so and stays as it was filled in.
    asked: list[str] = []
    places = [str(tmp_path / "no such folder" / "locals.jalon"), "", str(tmp_path / "locals.jalon")]

    def answer(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(proposed)
        return places.pop(0), ""

    monkeypatch.setattr("app.bundles.export_dialog.QFileDialog.getSaveFileName", answer)
    click(dialog.write)
    user.until(lambda: bool(dialog.said.property("error")) and dialog.write.isEnabled())
    click(dialog.write)
    assert dialog.isVisible(), "no place was chosen"
    click(dialog.write)
    path = tmp_path / "locals.jalon"
    user.until(lambda: path.exists() and not any(one.isVisible() for one in user.window.findChildren(ExportDialog)))
    assert asked[0].startswith("Locals_")
    assert asked[0].endswith(".jalon")
    with open_bundle(path, "long enough by far") as bundle:
        assert (bundle.manifest.contents, bundle.manifest.title) == (Contents.FULL, "Locals")
        assert bundle.manifest.personal
    assert user.window.preferences.signer == "Ana"

    # Nothing is written when one thinks better of it.
    right_click(page, tr("Share…"))
    dialog = shown(user, ExportDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    user.until(lambda: not any(one.isVisible() for one in user.window.findChildren(ExportDialog)))
    assert sorted(one.name for one in tmp_path.glob("*.jalon")) == ["locals.jalon"]


@both
@pytest.mark.req("PRC-138")
def test_identities_of_members_are_counted_together_and_over_time(user: User) -> None:
    """Size, its trend and what came and left stand in the trend, overlaps beside it; here are the identities.

    The trend tells of members that were there then by what their records hold now: records have no history.
    """
    page, _ = audiences(user)
    choose(page, "Locals")
    detail = page.detail
    user.until(lambda: detail.rows.grid.total == 5)
    detail.tabs.setCurrentWidget(detail.identities)
    tab = detail.identities
    user.until(lambda: bool(tab.trend.data))
    names = list(ROWS_OF)
    paris = [row for row in ROWS["recipients"] if row[7] == "Paris"]
    london = [row for row in ROWS["recipients"] if row[7] == "London"]
    expected = {said(name): sum(1 for row in paris if row[place]) for name, place in ROWS_OF.items()}
    assert {one.category: one.value for one in tab.members.data} == expected
    both_of = sum(1 for row in paris if row[0] and row[3])
    assert [one.value for one in tab.overlap.data] == [len(paris) - both_of, both_of, 0]
    over_time = {
        said(name): [sum(1 for row in part if row[ROWS_OF[name]]) for part in (london, paris)] for name in names
    }
    found = {said(name): [one.value for one in tab.trend.data if one.series == said(name)] for name in names}
    assert found == over_time
