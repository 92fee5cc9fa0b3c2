"""The data section as a person uses it: a foreign file with thirty faults, repaired and loaded; links; dimensions."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot
from sqlglot import exp

from app.application import set_language
from app.data.calculated_dialog import CalculatedDialog
from app.data.diagram_page import DiagramPage
from app.data.dialogs import LinkDialog
from app.data.import_page import ImportPage
from app.data.new_table import NewTableDialog
from app.data.page import DataPage
from app.data.recurring_dialog import RecurringDialog
from app.data.recurring_page import RecurringPage
from app.data.repair_page import RepairPage
from app.data.schemas import SchemaReview
from app.data.suggestions_page import SuggestionsPage
from app.data.wish import ImportWish
from app.form_dialog import FormDialog
from app.words import tr
from canvas.navigation import READABLE
from canvas.requests import Connect, Delete
from canvas.views import Parts, PortRef
from engine.catalog.model import Attribute, Cardinality, Catalog, Link, Table
from engine.database import Store
from engine.database import stored as table_of
from engine.ingest.mapping import Match
from engine.ingest.service import import_file
from engine.layouts import ColumnLayout, FileLayout
from engine.types import INTEGER, STRING, DataType
from engine.workspace import Workspace
from tests.app.window import SOON, User, open_window

GOOD = 200
LEFT = Qt.MouseButton.LeftButton


def faulty_lines() -> list[str]:
    """A header, 200 good rows, and thirty that are wrong in six ways, five of each, strewn among them."""
    lines = ["order_id;customer;ordered;amount"]
    for number in range(GOOD):
        lines.append(f"{number + 1};C{number % 7};{number % 28 + 1:02}/03/2025;{number}.50")
        if number % 40 == 7:
            place = 1000 + number
            lines += [
                f"{place};C1;31/02/2025;5.00",  # a day that does not exist
                f"{place + 1};C2;05/03/2025;five",  # no number
                f"{number + 1};C3;06/03/2025;6.00",  # a key that was there
                ";C4;07/03/2025;7.00",  # no key
                f"{place + 4};C5",  # too few fields
                f"{place + 5};C6;08/03/2025;8.00;extra",  # too many fields
            ]
    return [*lines, "", ""]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_bytes("\r\n".join(faulty_lines()).encode("cp1252"))
    return path


@pytest.fixture(params=["en", "fr"])
def user(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[User]:
    set_language(qapp, request.param)
    folder = tmp_path / "w"
    with Workspace.create(folder) as workspace:
        path = tmp_path / "customers.csv"
        path.write_text("customer,city\n" + "".join(f"C{n},Paris\n" for n in range(7)))
        import_file(workspace, path, key=["customer"])
    yield open_window(qtbot, tmp_path, folder)
    set_language(qapp, "en")


def page_of(user: User, kind: type[QWidget]) -> QWidget:
    """The page of a kind, as soon as it is there."""
    user.until(lambda: bool(user.window.findChildren(kind)))
    return user.window.findChildren(kind)[-1]


def drop(widget: QWidget, path: Path) -> None:
    """Drop a file as a file manager would."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = widget.rect().center()
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(place, Qt.DropAction.CopyAction, data, LEFT, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, LEFT, none))


def data_page(user: User) -> DataPage:
    user.window.actions_by_id["go.data"].trigger()
    found = page_of(user, DataPage)
    assert isinstance(found, DataPage)
    return found


def import_page(user: User, path: Path) -> ImportPage:
    drop(data_page(user), path)
    found = page_of(user, ImportPage)
    assert isinstance(found, ImportPage)
    user.until(lambda: found.rehearsal is not None)
    return found


def choose(page: ImportPage, row: int, kind: str) -> None:
    """Choose a type for a column with the keyboard."""
    box = page.columns.cellWidget(row, 3)
    assert isinstance(box, QComboBox)
    box.setFocus()
    way = box.findData(kind) - box.currentIndex()
    for _ in range(abs(way)):
        QTest.keyClick(box, Qt.Key.Key_Down if way > 0 else Qt.Key.Key_Up)


def type_into(table: QTableWidget, row: int, column: int, text: str) -> None:
    """Click a cell and type over what stands in it."""
    item = table.item(row, column)
    assert item is not None
    table.scrollToItem(item)
    place = table.visualItemRect(item).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    table.setCurrentItem(item)
    table.editItem(item)
    editor = table.findChildren(QLineEdit)[-1]
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


@pytest.mark.req("ORC-236", "ORC-231")
def test_a_foreign_file_with_thirty_faults_is_repaired_and_loaded(user: User, faulty: Path) -> None:
    page = import_page(user, faulty)
    for row, kind in ((0, "long"), (2, "date"), (3, "decimal(18,2)")):
        choose(page, row, kind)
    dates = page.columns.cellWidget(2, 4)
    dates.setFocus()
    QTest.keyClicks(dates, "%d/%m/%Y")
    key = page.columns.cellWidget(0, 5).focusProxy()
    assert key is not None
    QTest.mouseClick(key, LEFT, pos=key.rect().center())
    user.until(lambda: page.rehearsal is not None and page.rehearsal.counts["rejected"] == 30)
    counts: Mapping[str, int] = page.rehearsal.counts if page.rehearsal is not None else {}
    assert (counts["lines"], counts["header_lines"], counts["blank_lines"], counts["loaded"]) == (232, 1, 1, GOOD)
    desk = user.window.desk
    assert desk is not None
    assert "orders" not in desk.workspace.catalog().table_by_name, "nothing may be written before the user says so"
    user.until(page.load.isEnabled)

    QTest.mouseClick(page.load, LEFT)

    repair = page_of(user, RepairPage)
    assert isinstance(repair, RepairPage)
    user.until(lambda: repair.lines.rowCount() == 30)
    right = {"customer": "C1", "ordered": "09/03/2025", "amount": "9.99"}
    for row in range(30):
        type_into(repair.lines, row, 2, str(5000 + row))
        for column, name in enumerate(("customer", "ordered", "amount"), start=3):
            type_into(repair.lines, row, column, right[name])
    QTest.mouseClick(repair.again, LEFT)
    user.until(lambda: repair.notice.isVisibleTo(repair))

    stored = desk.workspace.datasets.current("orders")
    assert stored is not None
    assert stored.rows == GOOD + 30
    wanted = [exp.column(name, quoted=True) for name in ("order_id", "customer", "ordered", "amount")]
    query = exp.select(*wanted).from_(table_of(Store.DATA, stored.physical)).order_by(wanted[0].copy())
    found = list(desk.workspace.database.reader.run(lambda cursor: cursor.fetch(query)))
    assert found[:GOOD] == [(n + 1, f"C{n % 7}", date(2025, 3, n % 28 + 1), Decimal(f"{n}.50")) for n in range(GOOD)], (
        "every good line stands there as the file has it"
    )
    assert found[GOOD:] == [(5000 + n, "C1", date(2025, 3, 9), Decimal("9.99")) for n in range(30)]
    assert desk.workspace.catalog().table_by_name["orders"].key == ("order_id",)


def test_of_corrected_lines_those_that_are_right_leave_and_the_others_say_what_is_wrong_now(
    user: User, faulty: Path
) -> None:
    page = import_page(user, faulty)
    for row, kind in ((0, "long"), (2, "date"), (3, "decimal(18,2)")):
        choose(page, row, kind)
    dates = page.columns.cellWidget(2, 4)
    dates.setFocus()
    QTest.keyClicks(dates, "%d/%m/%Y")
    user.until(lambda: page.rehearsal is not None and page.rehearsal.counts["rejected"] == 20)
    user.until(page.load.isEnabled)
    QTest.mouseClick(page.load, LEFT)
    repair = page_of(user, RepairPage)
    assert isinstance(repair, RepairPage)
    user.until(lambda: repair.lines.rowCount() == 20)
    desk = user.window.desk
    assert desk is not None
    before = desk.workspace.datasets.snapshot()["orders"].rows

    def text(row: int, column: int) -> str:
        item = repair.lines.item(row, column)
        assert item is not None
        return item.text()

    def marked(row: int) -> list[int]:
        items = {column: repair.lines.item(row, column) for column in range(2, 6)}
        return [column for column, item in items.items() if item is not None and item.toolTip()]

    assert not repair.again.isEnabled(), "nothing was changed"
    assert (marked(0), marked(1)) == ([4], [5]), "the day that does not exist, and the number that is none"
    reasons = {text(0, 1), text(1, 1)}
    type_into(repair.lines, 0, 4, "28/02/2025")
    # The second one gets a right number, and a day that is none.
    type_into(repair.lines, 1, 5, "5.00")
    type_into(repair.lines, 1, 4, "the fifth")
    assert repair.again.text() == tr("Load {n} corrected line(s)", n=2)
    QTest.mouseClick(repair.again, LEFT)

    user.until(lambda: repair.lines.rowCount() == 19)
    assert desk.workspace.datasets.snapshot()["orders"].rows == before + 1
    assert text(0, 4) == "the fifth"
    assert text(0, 1) not in reasons, "the number is right now, and the day is no day at all"
    assert marked(0) == [4]

    type_into(repair.lines, 0, 4, "05/03/2025")
    repair.again.setFocus()
    QTest.keyClick(repair.again, Qt.Key.Key_Space)
    user.until(lambda: repair.lines.rowCount() == 18)
    assert desk.workspace.datasets.snapshot()["orders"].rows == before + 2


@pytest.mark.req("PRC-101", "PRC-102")
def test_columns_are_matched_in_one_click_and_one_is_calculated(user: User, tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Customer;citi;extra\nC8;Lyon;x\n", encoding="utf-8")
    page = import_page(user, path)
    page.form.choose_table("customers")
    user.until(lambda: page.wish is not None and page.wish.table == "customers")
    matches = [item.text() for row in range(3) if (item := page.columns.item(row, 6)) is not None]
    assert (matches[0], matches[1].split()[0].rstrip("?"), matches[2]) == ("95 %", "city", "")
    assert page.accept.isVisible()
    QTest.mouseClick(page.accept, LEFT)
    assert not page.accept.isVisible()
    assert page.wish is not None
    assert [(one.name, one.ignore) for one in page.wish.columns] == [
        ("customer", False), ("city", False), ("extra", True)]  # fmt: skip
    QTest.mouseClick(page.calculated, LEFT)
    dialog = page_of(user, CalculatedDialog)
    assert isinstance(dialog, CalculatedDialog)
    QTest.keyClicks(dialog.name, "loud")
    QTest.keyClicks(dialog.expression.field, "Upper(@citi)")
    QTest.mouseClick(dialog.ok, LEFT)
    shown = page.columns.cellWidget(3, 2)
    assert isinstance(shown, QComboBox)
    assert (page.wish.columns[3].ignore, shown.currentText()) == (True, tr("(left out)"))

    page.form.choose_table("clients")
    user.until(lambda: page.wish is not None and page.wish.table == "clients")
    QTest.mouseClick(page.calculated, LEFT)
    dialog = page_of(user, CalculatedDialog)
    assert isinstance(dialog, CalculatedDialog)
    QTest.keyClicks(dialog.name, "shout")
    QTest.keyClicks(dialog.expression.field, "Upper(@nowhere)")
    assert not dialog.ok.isEnabled()
    dialog.expression.field.selectAll()
    QTest.keyClicks(dialog.expression.field, "Upper(@citi)")
    QTest.mouseClick(dialog.ok, LEFT)
    user.until(lambda: page.rehearsal is not None and "shout" in page.rehearsal.table.by_name)
    assert page.rehearsal is not None
    assert page.rehearsal.rows[0][-1] == "LYON"
    user.until(page.load.isEnabled)
    QTest.mouseClick(page.load, LEFT)
    desk = user.window.desk
    assert desk is not None
    user.until(lambda: "clients" in desk.catalog.table_by_name)


def test_an_accepted_match_has_the_type_of_its_column() -> None:
    table = Table(name="shops", attributes=(Attribute(name="zip", type=STRING),))
    guessed = ColumnLayout(name="zipp", type=INTEGER, source="zipp", ignore=True)
    wish = ImportWish(Path("shops.csv"), "shops", FileLayout(), (guessed,), matches=(Match("zipp", "zip", 80),))

    (column,) = wish.accepted(table).columns

    assert (column.name, column.type, column.ignore, column.source) == ("zip", STRING, False, "zipp")


def test_a_file_that_is_none_is_refused_in_words(user: User, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    drop(data_page(user), path)
    page = page_of(user, ImportPage)
    assert isinstance(page, ImportPage)
    user.until(lambda: page.notice.isVisibleTo(page))
    assert "empty.csv" in page.notice.text()
    assert not page.load.isEnabled()


def test_a_file_in_another_encoding_is_read_once_the_encoding_is_chosen(user: User, tmp_path: Path) -> None:
    path = tmp_path / "towns.csv"
    # It begins like UTF-16 and is none.
    path.write_bytes(b"\xff\xfea,b\n1,2\n3")
    drop(data_page(user), path)
    page = page_of(user, ImportPage)
    assert isinstance(page, ImportPage)
    user.until(lambda: "utf-16" in page.sum.text())
    assert page.form.isVisible()
    assert not page.load.isEnabled()
    page.form.encoding.setFocus()
    line = page.form.encoding.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "cp1252")
    QTest.keyClick(line, Qt.Key.Key_Return)
    user.until(lambda: page.rehearsal is not None)
    assert page.rehearsal is not None
    assert [one.name for one in page.rehearsal.table.attributes][1] == "b"


def test_a_load_that_was_cancelled_can_be_begun_again(user: User, tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_text("key,number\n" + "".join(f"K{n},{n}\n" for n in range(400_000)))
    page = import_page(user, large)
    user.until(page.load.isEnabled)
    desk = user.window.desk
    assert desk is not None
    QTest.mouseClick(page.load, LEFT)
    user.until(page.progress.isVisible)
    QTest.mouseClick(page.progress.cancel, LEFT)
    user.until(page.load.isEnabled)
    assert not page.progress.isVisible()
    assert "large" not in desk.catalog.table_by_name
    QTest.mouseClick(page.load, LEFT)
    user.until(lambda: "large" in desk.catalog.table_by_name)


@pytest.mark.req("ORC-227")
def test_links_are_suggested_drawn_and_deleted(user: User, faulty: Path) -> None:
    page = import_page(user, faulty)
    user.until(page.load.isEnabled)
    QTest.mouseClick(page.load, LEFT)
    desk = user.window.desk
    assert desk is not None
    user.until(lambda: "orders" in desk.catalog.table_by_name)
    user.window.actions_by_id["data.links"].trigger()
    suggestions = page_of(user, SuggestionsPage)
    assert isinstance(suggestions, SuggestionsPage)
    user.until(lambda: suggestions.list.topLevelItemCount() == 1)
    QTest.mouseClick(suggestions.add, LEFT)
    user.until(lambda: len(desk.catalog.links) == 1)
    assert desk.catalog.links[0].pairs == (("customer", "customer"),)

    user.window.actions_by_id["data.diagram"].trigger()
    diagram = page_of(user, DiagramPage)
    assert isinstance(diagram, DiagramPage)
    user.until(lambda: len(diagram.model.edge_ids()) == 1)
    edge = next(iter(diagram.model.edge_ids()))
    assert diagram.canvas.ask(Delete(Parts.of(edges=[edge])))
    user.until(lambda: not desk.catalog.links)
    user.until(lambda: not diagram.model.edge_ids())

    assert diagram.canvas.ask(Connect(PortRef("orders", "out"), PortRef("customers", "in")))
    dialog = page_of(user, LinkDialog)
    assert isinstance(dialog, LinkDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.until(lambda: len(desk.catalog.links) == 1)
    assert (desk.catalog.links[0].source, desk.catalog.links[0].target) == ("orders", "customers")


@pytest.mark.req("ORC-227")
def test_a_large_diagram_opens_readably_about_the_table_with_the_most_links(qtbot: QtBot, tmp_path: Path) -> None:
    folder, hub, key = tmp_path / "w", "s20", (Attribute(name="id", type=STRING),)
    with Workspace.create(folder) as workspace:
        workspace.schemas.add(*(Table(name=f"s{number}", key=("id",), attributes=key) for number in range(40)))
        same = (("id", "id"),)
        workspace.schemas.add(*(
            Link(name=f"to_{number}", source=f"s{number}", target=hub, pairs=same, reverse_name=f"of_{number}")
            for number in range(15)
        ))  # fmt: skip
    user = open_window(qtbot, tmp_path, folder)
    user.window.resize(1280, 800)
    user.window.actions_by_id["data.diagram"].trigger()
    diagram = page_of(user, DiagramPage)
    assert isinstance(diagram, DiagramPage)
    canvas = diagram.canvas
    user.until(lambda: canvas.zoom == READABLE)
    assert not canvas.visible_area().contains(canvas.graph_scene.content()), "it has no room at once"
    assert canvas.visible_area().contains(canvas.graph_scene.nodes[hub].card())

    # Asked for, all of it is shown, however small.
    user.window.activateWindow()
    canvas.setFocus()
    user.until(canvas.hasFocus)
    QTest.keyClick(canvas, Qt.Key.Key_1)
    user.until(lambda: canvas.visible_area().contains(canvas.graph_scene.content()))


def test_a_load_is_taken_back_with_a_button(user: User, faulty: Path) -> None:
    page = import_page(user, faulty)
    user.until(page.load.isEnabled)
    QTest.mouseClick(page.load, LEFT)
    desk = user.window.desk
    assert desk is not None
    user.until(lambda: "orders" in desk.catalog.table_by_name)
    data = data_page(user)
    user.until(lambda: data.list.count() == 2)
    data.select("orders")
    data.table.tabs.setCurrentIndex(2)
    user.until(data.table.loads.undo.isEnabled)
    undo: QPushButton = data.table.loads.undo
    QTest.mouseClick(undo, LEFT)
    user.bot.waitUntil(lambda: desk.workspace.datasets.current("orders") is None, timeout=SOON)


@pytest.mark.req("ORC-236")
def test_files_of_a_folder_are_loaded_as_they_come(user: User, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()

    def arrive(name: str, text: str) -> None:
        (folder / name).write_text(text)
        os.utime(folder / name, (1_700_000_000, 1_700_000_000))

    arrive("visits-2025-10-01.csv", "visit,page\n1,home\n2,shop\n")
    page = import_page(user, folder / "visits-2025-10-01.csv")
    user.until(page.regularly.isEnabled)
    QTest.mouseClick(page.regularly, LEFT)
    dialog = page_of(user, RecurringDialog)
    assert isinstance(dialog, RecurringDialog)
    assert (dialog.folder.text(), dialog.pattern.text()) == (str(folder), "visits-*.csv")
    assert "visits-2025-10-01.csv" in dialog.matching.text()
    table = dialog.value().table
    QTest.mouseClick(dialog.keep, LEFT)
    desk = user.window.desk
    assert desk is not None
    shown = page_of(user, RecurringPage)
    assert isinstance(shown, RecurringPage)
    user.until(lambda: shown.files.topLevelItemCount() == 1 and table in desk.catalog.table_by_name)

    arrive("visits-2025-10-02.csv", "visit,page\n3,home\n")
    arrive("visits-2025-10-03.csv", "visit,page\nx,home\n")
    QTest.mouseClick(shown.look, LEFT)
    user.until(lambda: shown.files.topLevelItemCount() == 3)
    stored = desk.workspace.datasets.current(table)
    assert stored is not None
    assert stored.rows == 3
    assert [one.status for one in desk.workspace.datasets.loads(table)] == ["failed", "active", "active"]
    user.until(lambda: shown.repair.isEnabled())

    arrive("visits-2025-10-03.csv", "visit,page\n4,home\n")
    QTest.mouseClick(shown.look, LEFT)

    def loaded() -> int:
        one = shown.current
        return 0 if one is None else [file.outcome.value for file in one.files].count("loaded")

    user.until(lambda: loaded() == 3)
    QTest.mouseClick(shown.remove, LEFT)
    user.until(lambda: shown.notice.isVisibleTo(shown))


@pytest.mark.req("ORC-223", "ORC-230")
def test_a_table_is_made_by_hand_and_what_is_wrong_is_said(user: User) -> None:
    page = data_page(user)
    QTest.mouseClick(page.new, LEFT)
    dialog = page_of(user, NewTableDialog)
    assert isinstance(dialog, NewTableDialog)
    assert not dialog.keep.isEnabled()
    QTest.keyClicks(dialog.name, "loyalty_memberships")
    type_into(dialog.columns, 0, 0, "customer")
    type_into(dialog.columns, 0, 6, "crm")
    QTest.mouseClick(dialog.add, LEFT)
    type_into(dialog.columns, 2, 0, "level")
    type_into(dialog.columns, 2, 7, "gold, silver, gold")
    version = dialog.columns.item(2, 4)
    assert version is not None
    version.setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(dialog.keep, LEFT)
    user.until(lambda: "version" in dialog.told.text())
    desk = user.window.desk
    assert desk is not None
    assert "loyalty_memberships" not in desk.catalog.table_by_name, "a text is no version"
    right = dialog.columns.item(1, 4)
    assert right is not None
    right.setCheckState(Qt.CheckState.Checked)
    assert version.checkState() is Qt.CheckState.Unchecked, "a table has one version"
    QTest.mouseClick(dialog.keep, LEFT)
    user.until(lambda: "loyalty_memberships" in desk.catalog.table_by_name)
    made = desk.catalog.table_by_name["loyalty_memberships"]
    assert (made.key, made.version) == (("customer",), "lastmodified")
    assert [(one.name, str(one.type)) for one in made.attributes] == [
        ("customer", "string"), ("lastmodified", "datetime"), ("level", "string")]  # fmt: skip
    assert made.by_name["customer"].identity == "crm"
    assert made.by_name["customer"].required
    assert [one.value for one in made.by_name["level"].values] == ["gold", "silver"]
    user.until(lambda: page.table.title.text() == "loyalty_memberships")


def test_a_search_that_finds_no_table_does_not_say_that_there_is_none(user: User, faulty: Path) -> None:
    page = import_page(user, faulty)
    user.until(page.load.isEnabled)
    QTest.mouseClick(page.load, LEFT)
    data = data_page(user)
    user.until(lambda: data.list.count() > 0)
    assert data.search.hasFocus()
    QTest.keyClicks(data.search, "nowhere")
    assert tr("No table is called so") in data.notice.text()
    assert not data.notice.action.isVisibleTo(data)
    data.search.clear()
    assert not data.notice.isVisibleTo(data)


def test_a_table_chosen_by_mistake_leaves_no_column_out_of_the_next_one(user: User, faulty: Path) -> None:
    page = import_page(user, faulty)
    wish = page.wish
    assert wish is not None
    user.until(page.load.isEnabled)
    for name in ("customers", "sales"):
        page.form.choose_table(name)
    user.until(lambda: page.wish is not None and page.wish.table == "sales" and page.load.isEnabled())
    assert page.wish is not None
    assert page.wish.columns == wish.columns


def test_a_new_table_needs_a_name_that_can_be_one(user: User, faulty: Path) -> None:
    page = import_page(user, faulty)
    user.until(page.load.isEnabled)
    page.form.choose_table("sales; drop")
    user.until(lambda: not page.load.isEnabled() and bool(page.sum.text()))
    assert page.sum.text() == tr("Give the table a name of letters, digits and underscores.")
    page.form.choose_table("sales")
    user.until(page.load.isEnabled)


def test_a_file_that_cannot_be_read_is_not_loaded_under_another_name(user: User, faulty: Path) -> None:
    path = faulty.with_name("twice.csv")
    path.write_text("a;a\n1;2\n")
    drop(data_page(user), path)
    page = page_of(user, ImportPage)
    assert isinstance(page, ImportPage)
    user.until(lambda: "twice.csv" in page.sum.text())
    page.form.choose_table("sales")
    own = page.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert own
    assert not any(one.isActive() for one in own)
    assert not page.load.isEnabled()
    assert "twice.csv" in page.sum.text()


def test_numbers_with_a_comma_are_read_once_it_is_said_how_they_are_written(user: User, faulty: Path) -> None:
    path = faulty.with_name("prices.csv")
    path.write_text("item;price\n1;1.234,50\n2;7,25\n3;cheap\n")
    page = import_page(user, path)
    choose(page, 1, "decimal(18,2)")
    user.until(lambda: page.rehearsal is not None and page.rehearsal.counts["rejected"] == 3)
    forms = page.columns.cellWidget(1, 4)
    assert isinstance(forms, QComboBox)
    forms.setFocus()
    while forms.currentText() != "1.234,50":
        QTest.keyClick(forms, Qt.Key.Key_Down)
    user.until(lambda: page.rehearsal is not None and page.rehearsal.counts["loaded"] == 2)
    assert page.rehearsal is not None
    assert [str(row[1]) for row in page.rehearsal.rows] == ["1234.50", "7.25"]


def test_another_way_to_read_a_file_keeps_the_names_and_the_key_of_its_columns(user: User, faulty: Path) -> None:
    page = import_page(user, faulty)
    name = page.columns.cellWidget(1, 2)
    assert isinstance(name, QLineEdit)
    name.selectAll()
    QTest.keyClicks(name, "renamed")
    QTest.keyClick(name, Qt.Key.Key_Return)
    key = page.columns.cellWidget(1, 5).focusProxy()
    assert key is not None
    QTest.mouseClick(key, LEFT, pos=key.rect().center())
    page.form.encoding.setCurrentText("iso-8859-1")
    page.form.encoding.activated.emit(0)
    user.until(lambda: page.wish is not None and page.wish.layout.encoding == "iso-8859-1" and page.load.isEnabled())
    assert page.wish is not None
    assert (page.wish.columns[1].name, page.wish.key) == ("renamed", ("renamed",))


def test_a_link_has_a_name_of_its_own_and_columns_that_can_be_equal(qtbot: QtBot) -> None:
    text, whole = DataType.parse("string"), DataType.parse("long")
    people = Table(name="people", key=("id",), attributes=(Attribute(name="id", type=whole),
                                                           Attribute(name="shop", type=text)))  # fmt: skip
    shops = Table(name="shops", key=("shop",), attributes=(Attribute(name="shop", type=text),))
    link = Link(name="shop", source="people", target="shops", pairs=(("shop", "shop"),), reverse_name="people",
                cardinality=Cardinality.MANY_TO_ONE)  # fmt: skip
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = LinkDialog(Catalog(tables=(people, shops), links=(link,)), people, None, parent)
    dialog.target.setCurrentIndex(dialog.target.findData("shops"))
    dialog.reverse.setText("visitors")
    for name, right in (("shop", False), ("favourite/shop", False), ("favourite", True)):
        dialog.name.setText(name)
        assert dialog.ok.isEnabled() is right, dialog.told.text()
    name = tr("Column {place} here", place=1)
    here = [one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name][-1]
    here.setCurrentIndex(here.findData("id"))
    assert not dialog.ok.isEnabled()
    here.setCurrentIndex(here.findData("shop"))
    dialog.reverse.setText("people")
    assert not dialog.ok.isEnabled()


def test_rows_of_a_dialog_are_as_high_as_its_style_wants_them(qtbot: QtBot) -> None:
    """They are there before the dialog is shown, and it has its style only then."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setStyleSheet("QTreeView::item { padding: 6px 8px; }")
    parent.show()
    key = (Attribute(name="id", type=STRING),)
    dialog = SchemaReview("shop.sql", Catalog(tables=(Table(name="shops", key=("id",), attributes=key),)), (), parent)
    dialog.open()
    item = dialog.list.topLevelItem(0)
    assert item is not None
    qtbot.waitUntil(lambda: dialog.list.visualItemRect(item).height() > dialog.fontMetrics().height() + 10)
    dialog.close()


def test_a_dialog_has_room_for_what_it_says_without_taking_it_from_its_fields(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FormDialog("New table", "Make", window)
    name = QLineEdit()
    dialog.row("Name", name)
    dialog.show()
    before = name.height()
    dialog.say("This is refused for more reasons than there is room for in one line. " * 6)
    QApplication.processEvents()

    assert dialog.told.height() >= dialog.told.heightForWidth(dialog.told.width())
    assert name.height() == before
