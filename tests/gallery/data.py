"""Data, audiences and predefined filters: every page and dialog, over the sample workspace with a past of loads."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtWidgets import QComboBox, QWidget

from app.audiences.page import AudiencesPage
from app.data.calculated_dialog import CalculatedDialog
from app.data.dialogs import LinkDialog
from app.data.import_page import ImportPage
from app.data.opening import open_diagram, open_import, open_recurring, open_repair, open_suggestions
from app.data.page import DataPage
from app.data.recurring_dialog import RecurringDialog
from app.data.recurring_page import RecurringPage
from app.data.schemas import SchemaReview
from app.filters.page import FiltersPage
from app.words import present
from engine.catalog.files import read_catalog
from engine.catalog.model import Attribute, Channel, Dimension, Filter, Table
from engine.document.files import to_text
from engine.ingest.load import LoadOptions
from engine.ingest.service import import_file, preview_file
from engine.runner.audience_files import import_members
from engine.runner.audiences import copy_audience
from engine.runner.real import start_real_run
from engine.runner.records import records_of, save_filter
from engine.runner.recurring import add_recurring, load_due
from engine.types import DataType
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, SavedAudience
from engine.workspace.recurring import RecurringLoad
from tests.engine.campaigns import campaign, node
from tests.gallery.app import Do, Stage, in_all_looks, sample
from tests.gallery.picture import Picture


def _rule(**values: str) -> dict[str, JsonValue]:
    items: list[JsonValue] = [
        {"kind": "condition", "attribute": name, "operator": "equal", "value": value} for name, value in values.items()
    ]
    return {"kind": "group", "operator": "and", "items": items}


FILTERS = {
    "Large families": _rule(household_size="5+", kids_count="3+"),
    "Home owners": _rule(home_ownership="Homeowner"),
    "Comfortable incomes": _rule(income="100-124K", age="45-54"),
}
NOW = datetime.now(UTC).replace(microsecond=0)


@cache
def past() -> Path:
    """A workspace with loads that went well, some that did not, and folders that are looked after."""
    folder = Path(tempfile.mkdtemp()) / "Loyalty"
    shutil.copytree(sample(), folder)
    with Workspace.open(folder) as workspace:
        import_file(workspace, orders(folder.parent / "orders.csv"), key=["order_id"],
                    options=LoadOptions(threshold=100.0))  # fmt: skip
        arriving = folder.parent / "arriving"
        arriving.mkdir()
        for name, rows in (
            ("visits-2025-10-01.csv", "1,home\n2,shop\n"),
            ("visits-2025-10-02.csv", "3,home\n"),
            ("visits-2025-10-03.csv", "4,cart\n"),
            ("visits-2025-10-04.csv", "4,cart\nx,cart\n"),
        ):
            arrive(arriving / name, f"visit,page\n{rows}")  # fmt: skip
        arrive(arriving / "visits-2025-10-05.csv", "visit,page\n4,cart\n")
        layout = preview_file(workspace, arriving / "visits-2025-10-01.csv").layout
        for table, schedule in (("visits", {}), ("returns", {"mode": "daily", "at": "06:30"})):
            load = RecurringLoad(table, str(arriving), f"{table}-*.csv", layout, key=("visit",), schedule=schedule)
            add_recurring(workspace, load, now=NOW)
        load_due(workspace, now=NOW)
        for number, (label, rule) in enumerate(FILTERS.items()):
            save_filter(
                workspace,
                Filter(id=f"f{number}", label=label, dimension="demographics", favourite=not number, rule=dict(rule),
                       parameters=("items[0].value",), description="Used by the coupon team."),
                present(),
            )  # fmt: skip
        _audiences(workspace, folder.parent)
    return folder


def _audiences(workspace: Workspace, folder: Path) -> None:
    """Audiences from files with a past of three evaluations, and those that campaigns saved and read."""
    found = records_of(workspace, "households", present()).page(limit=400)
    keys = [str(row[0]) for row in found.rows]
    for label, place, tag, steps in (
        ("Newsletter readers", "Loyalty", "newsletter", ((0, 180), (40, 240), (60, 320))),
        ("Coupon lovers", "Loyalty", "coupons", ((100, 220),)),
        ("Panel of 2024", "Loyalty/Panels", "panel", ((0, 90), (20, 60))),
    ):
        for start, end in steps:
            path = folder / "members.csv"
            lines = [f"{key},{'weekly' if line % 3 else 'daily'},{line % 7}" for line, key in enumerate(keys)]
            path.write_text("household_id,rhythm,clicks\n" + "\n".join(lines[start:end]) + "\n")
            made = import_members(workspace, path, label, "households", "household_id")
            workspace.audiences.change(made.id, tags=[tag, "people"], folder=place)
    for number, (label, source) in enumerate((("Readers to thank", "Newsletter readers"),
                                              ("Thanked twice", "Readers to thank"))):  # fmt: skip
        kept = campaign(
            [node("read", "read-audience", audience=source, dimension="households"),
             node("save", "save-audience", label=label)],
            "read>save", id=f"thanks-{number}", name=f"{label}: choose", dimension="households",
        )  # fmt: skip
        workspace.documents.save(kept.id, to_text(kept), name=f"{label}: choose", kind="campaign")
        start_real_run(workspace, kept)
    panel = next(one for one in workspace.audiences.list() if one.label == "Panel of 2024")
    copy_audience(workspace, panel)


def arrive(path: Path, text: str) -> None:
    """A file that is complete."""
    path.write_text(text)
    os.utime(path, (1_700_000_000, 1_700_000_000))


def orders(path: Path) -> Path:
    """A foreign file with a few rows that are wrong."""
    lines = ["order_id;customer;ordered;amount"]
    for number in range(1, 201):
        lines.append(f"{number};C{number % 7};{number % 28 + 1:02}/03/2025;{number}.50")
        if number % 50 == 0:
            lines += [f"{number};C1;31/02/2025;five", ";C4;07/03/2025;7.00", f"{number + 900};C5"]
    path.write_text("\n".join(lines) + "\n")
    return path


def shown(stage: Stage, kind: type[QWidget]) -> QWidget:
    """The page of a kind, once it is there."""
    stage.until(lambda: bool(stage.window.findChildren(kind)))
    return stage.window.findChildren(kind)[-1]


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


def _with_contacts() -> Path:
    """The same with an audience whose records have four identities."""
    folder = Path(tempfile.mkdtemp()) / "Loyalty"
    shutil.copytree(past(), folder)
    with Workspace.open(folder) as workspace:
        addresses = {Channel.EMAIL: "email", Channel.SMS: "mobile", Channel.PUSH: "push_token"}
        workspace.schemas.add(
            Dimension(name="contacts", table="contacts_synthetic", label="Contacts", identity="household_id",
                      namespace="household", addresses=addresses)
        )  # fmt: skip
        for rows in (240, 160, 320):
            path = folder.parent / "reachable.csv"
            path.write_text("household_id\n" + "".join(f"{number}\n" for number in range(1, rows)))
            import_members(workspace, path, "Reachable", "contacts", "household_id")
    return folder


def _audience(
    label: str, tab: str = "", do: Callable[[AudiencesPage], None] = lambda _page: None,
    folder: Callable[[], Path] = past,
) -> Do:  # fmt: skip
    def show(stage: Stage) -> None:
        stage.enter(folder())
        page = stage.window.show_section("audiences")
        assert isinstance(page, AudiencesPage), "the section of the audiences"
        stage.until(lambda: bool(page.model.rows))
        page.select(next(one.id for one in page.model.rows if one.label == label))
        if tab:
            page.detail.tabs.setCurrentWidget(getattr(page.detail, tab))
        stage.settle()
        do(page)
        stage.settle()

    return show


def _compared(page: AudiencesPage) -> None:
    page.detail.trend.list.setFocus()
    page.detail.trend.list.selectAll()
    for place in range(2, page.detail.trend.list.topLevelItemCount()):
        item = page.detail.trend.list.topLevelItem(place)
        assert item is not None, "it was counted"
        item.setSelected(False)


def _member(page: AudiencesPage) -> None:
    page.detail.rows.grid.go_to(3)
    key = page.detail.rows.grid.key(2)
    assert key is not None, "a member has an identity"
    page.detail.rows.follow_wanted.emit(key)


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


def _filters(stage: Stage) -> None:
    stage.enter(past())
    page = stage.window.show_section("filters")
    assert isinstance(page, FiltersPage), "the section of the filters"
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


def _audience_dialog(open_: Callable[[AudiencesPage, list[SavedAudience]], object]) -> Do:
    def do(page: AudiencesPage) -> None:
        open_(page, page.selected)

    return _audience("Newsletter readers", "", do)


def _import_audience(page: AudiencesPage, _some: object) -> None:
    path = Path(tempfile.mkdtemp()) / "guests.csv"
    path.write_text("household_id,rhythm,email_opt_in\n1,weekly,yes\n7,daily,no\n")
    page.import_file(path)


def _used(page: AudiencesPage, some: list[SavedAudience]) -> None:
    page.doing.set_status(some, AudienceStatus.DELETED)


def _nobody_passes(page: AudiencesPage) -> None:
    page.filters.search.setText("nothing like it")


def _no_filter_found(stage: Stage) -> None:
    stage.enter(past())
    page = stage.window.show_section("filters")
    assert isinstance(page, FiltersPage), "the section of the filters"
    stage.settle()
    page.search.setText("nothing like it")


def _new_filter(stage: Stage) -> None:
    stage.enter(past())
    page = stage.window.show_section("filters")
    assert isinstance(page, FiltersPage), "the section of the filters"
    stage.settle()
    page.new.click()


SCREENS: dict[str, Callable[[Stage], None]] = {
    "recurring": _recurring,
    "recurring-dialog": _recurring_dialog,
    "filters": _filters,
    "audiences": _audience("Newsletter readers"),
    "audience-attributes": _audience("Newsletter readers", "attributes"),
    "audience-trend": _audience("Newsletter readers", "trend"),
    "audience-compared": _audience("Newsletter readers", "trend", _compared),
    "audience-overlap": _audience("Newsletter readers", "overlap"),
    "audience-identities": _audience("Reachable", "identities", folder=_with_contacts),
    "audience-one-identity": _audience("Newsletter readers", "identities"),
    "audience-share": _audience_dialog(lambda page, some: page.doing.share(some[0])),
    "audience-evaluation": _audience("Readers to thank", "", lambda page: page.doing.evaluation(page.selected)),
    "audience-table": _audience_dialog(lambda page, some: page.doing.to_table(some[0])),
    "audience-member": _audience("Newsletter readers", do=_member),
    "audience-lineage": _audience("Newsletter readers", "canvas"),
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
    "audience-properties": _audience_dialog(lambda page, some: page.doing.properties(some[0])),
    "audience-tags": _audience_dialog(lambda page, some: page.doing.tags(some)),
    "audience-folder": _audience_dialog(lambda page, some: page.doing.move(some)),
    "audience-used": _audience_dialog(_used),
    "audience-import": _audience_dialog(_import_audience),
    "audience-once": _audience("Coupon lovers", "trend"),
    "audience-alone": _audience("Panel of 2024 - copy", "canvas"),
    "no-audience-found": _audience("Coupon lovers", "", _nobody_passes),
    "no-filter-found": _no_filter_found,
    "new-filter": _new_filter,
}


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)
