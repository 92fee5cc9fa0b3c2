"""Data: tables, imports, links and recurring loads, every page and dialog."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from app.data.calculated_dialog import CalculatedDialog
from app.data.dialogs import LinkDialog
from app.data.import_page import ImportPage
from app.data.opening import open_diagram, open_import, open_recurring, open_repair, open_suggestions
from app.data.page import DataPage
from app.data.recurring_dialog import RecurringDialog
from app.data.recurring_page import RecurringPage
from app.data.schemas import SchemaReview
from engine.catalog.files import read_catalog
from engine.catalog.model import Attribute, Table
from engine.types import DataType
from engine.workspace import Workspace
from tests.gallery.app import Do, Stage, in_all_looks
from tests.gallery.loyalty import orders, past, shown
from tests.gallery.picture import Picture


def _recurring(stage: Stage) -> None:
    stage.enter(past())
    open_recurring(stage.window)
    page = shown(stage, RecurringPage)
    assert isinstance(page, RecurringPage), "just opened"
    stage.until(lambda: page.list.topLevelItemCount() == 2)
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    stage.settle()


def _recurring_dialog(stage: Stage) -> None:
    _recurring(stage)
    page = shown(stage, RecurringPage)
    assert isinstance(page, RecurringPage), "just opened"
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    page.edit.click()
    shown(stage, RecurringDialog)
    stage.settle()


def _importing(tab: int) -> Do:
    def show(stage: Stage) -> None:
        stage.enter(past())
        open_import(stage.window, str(orders(Path(tempfile.mkdtemp()) / "march-orders.csv")))
        page = shown(stage, ImportPage)
        assert isinstance(page, ImportPage), "just opened"
        stage.until(lambda: page.rehearsal is not None)
        page.tabs.setCurrentIndex(tab)
        stage.settle()

    return show


def _repair(stage: Stage) -> None:
    stage.enter(past())
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    load = next(one for one in desk.workspace.datasets.loads("orders"))
    open_repair(stage.window, load.id, load.file)
    stage.settle()


def _table(tab: int, name: str = "orders") -> Do:
    def show(stage: Stage) -> None:
        stage.enter(past())
        page = stage.window.show_section("data")
        assert isinstance(page, DataPage), "the section of the data"
        page.select(name)
        page.table.tabs.setCurrentIndex(tab)
        stage.settle()

    return show


def _new_table(stage: Stage) -> None:
    _table(0)(stage)
    page = stage.window.show_section("data")
    assert isinstance(page, DataPage), "the section of the data"
    page.new.click()
    stage.settle()


def _diagram(stage: Stage) -> None:
    stage.enter(past())
    open_diagram(stage.window)
    stage.settle()


def _suggestions(stage: Stage) -> None:
    stage.enter(past())
    open_suggestions(stage.window)
    stage.settle()


def _linking(*, new: bool, wrong: bool = False) -> Do:
    def show(stage: Stage) -> None:
        _table(3, "demographics")(stage)
        page = stage.window.show_section("data")
        assert isinstance(page, DataPage), "the section of the data"
        links = page.table.links
        if new:
            links.add_link.click()
        else:
            rows = links.list.model()
            links.list.setCurrentIndex(rows.index(0, 0, rows.index(0, 0)))
            links.edit.click()
        stage.settle()
        if wrong:
            stage.window.findChildren(LinkDialog)[-1].name.clear()

    return show


def _dimension(stage: Stage) -> None:
    _table(3, "contacts_synthetic")(stage)
    page = stage.window.show_section("data")
    assert isinstance(page, DataPage), "the section of the data"
    page.table.links.add_dimension.click()


def _calculated(expression: str) -> Do:
    def show(stage: Stage) -> None:
        _importing(0)(stage)
        page = shown(stage, ImportPage)
        assert isinstance(page, ImportPage), "just opened"
        page.calculated.click()
        dialog = stage.window.findChildren(CalculatedDialog)[-1]
        dialog.name.setText("customer_upper")
        dialog.expression.field.setPlainText(expression)

    return show


def _schemas(stage: Stage) -> None:
    stage.enter(past())
    path = Path(tempfile.mkdtemp()) / "loyalty.sql"
    path.write_text("CREATE TABLE members (member_id INTEGER PRIMARY KEY, joined DATE NOT NULL, points DECIMAL(9,2));\n"
                    "CREATE TABLE visits_of (visit INTEGER PRIMARY KEY, member_id INTEGER REFERENCES members,\n"
                    "  place POLYGON);\nCREATE VIEW v AS SELECT 1;\n")  # fmt: skip
    found, problems = read_catalog(path)
    SchemaReview(path.name, found, problems, stage.window).open()


def _no_rows(tab: int) -> Do:
    def show(stage: Stage) -> None:
        copy = Path(tempfile.mkdtemp()) / "Loyalty"
        shutil.copytree(past(), copy)
        with Workspace.open(copy) as workspace:
            workspace.schemas.add(
                Table(name="members", key=("id",), attributes=(Attribute(name="id", type=DataType.parse("string")),
                                                               Attribute(name="points", type=DataType.parse("long")))),
            )  # fmt: skip
        stage.enter(copy)
        page = stage.window.show_section("data")
        assert isinstance(page, DataPage), "the section of the data"
        page.select("members")
        page.table.tabs.setCurrentIndex(tab)
        stage.settle()

    return show


def _no_table_found(stage: Stage) -> None:
    stage.enter(past())
    page = stage.window.show_section("data")
    assert isinstance(page, DataPage), "the section of the data"
    page.search.setText("nothing like it")


def _bad_file(text: str) -> Do:
    def show(stage: Stage) -> None:
        stage.enter(past())
        path = Path(tempfile.mkdtemp()) / "odd.csv"
        path.write_text(text)
        open_import(stage.window, str(path))
        stage.settle()

    return show


def _into_table(stage: Stage) -> None:
    _importing(0)(stage)
    page = shown(stage, ImportPage)
    assert isinstance(page, ImportPage), "just opened"
    table = page.form.findChildren(QComboBox)[0]
    table.setCurrentIndex(table.findText("visits"))
    stage.settle()


SCREENS: dict[str, Callable[[Stage], None]] = {
    "recurring": _recurring,
    "recurring-dialog": _recurring_dialog,
    "import": _importing(0),
    "import-rows": _importing(1),
    "import-problems": _importing(2),
    "repair": _repair,
    "table": _table(0),
    "table-rows": _table(1),
    "loads": _table(2),
    "links": _table(3, "demographics"),
    "new-table": _new_table,
    "diagram": _diagram,
    "suggestions": _suggestions,
    "link": _linking(new=False),
    "new-link": _linking(new=True),
    "wrong-link": _linking(new=True, wrong=True),
    "dimension": _dimension,
    "calculated": _calculated("upper(@customer)"),
    "calculated-wrong": _calculated("upper(@customr)"),
    "schemas": _schemas,
    "no-rows": _no_rows(1),
    "no-loads": _no_rows(2),
    "no-links": _no_rows(3),
    "no-table-found": _no_table_found,
    "import-into": _into_table,
    "import-empty": _bad_file(""),
    "import-header": _bad_file("a;b;c\n"),
}


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)
