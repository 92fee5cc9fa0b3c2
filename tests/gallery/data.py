"""Data, audiences and predefined filters: every page and dialog, over the sample workspace with a past of loads."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.audiences.page import AudiencesPage
from app.data.import_page import ImportPage
from app.data.opening import open_diagram, open_import, open_recurring, open_repair, open_suggestions
from app.data.page import DataPage
from app.data.recurring_dialog import RecurringDialog
from app.data.recurring_page import RecurringPage
from app.filters.page import FiltersPage
from app.theme import Scheme
from app.words import present
from engine.catalog.model import Filter
from engine.document.files import to_text
from engine.ingest.load import LoadOptions
from engine.ingest.service import import_file, preview_file
from engine.runner.audience_files import import_members
from engine.runner.audiences import copy_audience
from engine.runner.real import start_real_run
from engine.runner.records import records_of, save_filter
from engine.runner.recurring import add_recurring, load_due
from engine.workspace import Workspace
from engine.workspace.recurring import RecurringLoad
from tests.engine.campaigns import campaign, node
from tests.gallery.app import SIZES, Do, Stage, loop, sample
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
    stage.open(folder=past())
    open_recurring(stage.window)
    page = shown(stage, RecurringPage)
    assert isinstance(page, RecurringPage), "just opened"
    stage.until(lambda: page.list.topLevelItemCount() == 2)
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    stage.rest(0.5)


def _recurring_dialog(stage: Stage) -> None:
    _recurring(stage)
    page = shown(stage, RecurringPage)
    assert isinstance(page, RecurringPage), "just opened"
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    page.edit.click()
    shown(stage, RecurringDialog)
    stage.rest(0.5)


def _audience(label: str, tab: str = "", do: Callable[[AudiencesPage], None] = lambda _page: None) -> Do:
    def show(stage: Stage) -> None:
        stage.open(folder=past())
        stage.rest(1.0)
        page = stage.window.show_section("audiences")
        assert isinstance(page, AudiencesPage), "the section of the audiences"
        stage.until(lambda: bool(page.model.rows))
        page.select(next(one.id for one in page.model.rows if one.label == label))
        if tab:
            page.detail.tabs.setCurrentWidget(getattr(page.detail, tab))
        stage.rest(1.2)
        do(page)
        stage.rest(0.8)

    return show


def _compared(page: AudiencesPage) -> None:
    page.detail.trend.list.selectAll()
    for place in range(2, page.detail.trend.list.topLevelItemCount()):
        item = page.detail.trend.list.topLevelItem(place)
        assert item is not None, "it was counted"
        item.setSelected(False)


def _no_audiences(stage: Stage) -> None:
    folder = Path(tempfile.mkdtemp()) / "New"
    Workspace.create(folder).close()
    stage.window.workspaces.open(folder)
    stage.until(lambda: stage.window.desk is not None)
    stage.rest(0.5)
    stage.window.show_section("audiences")
    stage.rest(0.8)


def _importing(tab: int) -> Do:
    def show(stage: Stage) -> None:
        stage.open(folder=past())
        stage.rest(0.5)
        open_import(stage.window, str(orders(Path(tempfile.mkdtemp()) / "march-orders.csv")))
        page = shown(stage, ImportPage)
        assert isinstance(page, ImportPage), "just opened"
        stage.until(lambda: page.rehearsal is not None)
        page.tabs.setCurrentIndex(tab)
        stage.rest(0.6)

    return show


def _repair(stage: Stage) -> None:
    stage.open(folder=past())
    stage.rest(0.5)
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    load = next(one for one in desk.workspace.datasets.loads("orders"))
    open_repair(stage.window, load.id, load.file)
    stage.rest(1.2)


def _table(tab: int, name: str = "orders") -> Do:
    def show(stage: Stage) -> None:
        stage.open(folder=past())
        stage.rest(0.5)
        page = stage.window.show_section("data")
        assert isinstance(page, DataPage), "the section of the data"
        page.select(name)
        page.table.tabs.setCurrentIndex(tab)
        stage.rest(1.2)

    return show


def _new_table(stage: Stage) -> None:
    _table(0)(stage)
    page = stage.window.show_section("data")
    assert isinstance(page, DataPage), "the section of the data"
    page.new.click()
    stage.rest(0.6)


def _diagram(stage: Stage) -> None:
    stage.open(folder=past())
    stage.rest(0.5)
    open_diagram(stage.window)
    stage.rest(1.5)


def _suggestions(stage: Stage) -> None:
    stage.open(folder=past())
    stage.rest(0.5)
    open_suggestions(stage.window)
    stage.rest(4.0)


def _filters(stage: Stage) -> None:
    stage.open(folder=past())
    page = stage.window.show_section("filters")
    assert isinstance(page, FiltersPage), "the section of the filters"
    stage.rest(1.2)


SCREENS: dict[str, Callable[[Stage], None]] = {
    "recurring": _recurring,
    "recurring-dialog": _recurring_dialog,
    "filters": _filters,
    "audiences": _audience("Newsletter readers"),
    "audience-attributes": _audience("Newsletter readers", "attributes"),
    "audience-trend": _audience("Newsletter readers", "trend"),
    "audience-compared": _audience("Newsletter readers", "trend", _compared),
    "audience-overlap": _audience("Newsletter readers", "overlap"),
    "audience-lineage": _audience("Newsletter readers", "canvas"),
    "no-audience": _no_audiences,
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
}


def _take(name: str, scheme: Scheme, language: str, size: str) -> QImage:
    stage = Stage(SIZES[size], scheme, language)
    SCREENS[name](stage)
    return stage.take()


def pictures() -> Iterator[Picture]:
    """Every screen light and dark, English and French, small and large."""
    looks = (("", Scheme.LIGHT, "en", "small"), ("-dark", Scheme.DARK, "en", "small"),
             ("-french", Scheme.LIGHT, "fr", "small"), ("-dark-french", Scheme.DARK, "fr", "large"),
             ("-large", Scheme.LIGHT, "en", "large"))  # fmt: skip
    for ending, scheme, language, size in looks:
        for name in SCREENS:
            yield Picture(f"{name}{ending}", partial(_take, name, scheme, language, size))
    loop().close()
