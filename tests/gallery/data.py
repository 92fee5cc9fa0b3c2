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

from app.data.opening import open_recurring
from app.data.recurring_dialog import RecurringDialog
from app.data.recurring_page import RecurringPage
from app.filters.page import FiltersPage
from app.theme import Scheme
from app.words import present
from engine.catalog.model import Filter
from engine.ingest.load import LoadOptions
from engine.ingest.service import import_file, preview_file
from engine.runner.records import save_filter
from engine.runner.recurring import add_recurring, load_due
from engine.workspace import Workspace
from engine.workspace.recurring import RecurringLoad
from tests.gallery.app import SIZES, Stage, loop, sample
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
    return folder


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


def _filters(stage: Stage) -> None:
    stage.open(folder=past())
    page = stage.window.show_section("filters")
    assert isinstance(page, FiltersPage), "the section of the filters"
    stage.rest(1.2)


SCREENS: dict[str, Callable[[Stage], None]] = {
    "recurring": _recurring,
    "recurring-dialog": _recurring_dialog,
    "filters": _filters,
}


def _take(name: str, scheme: Scheme, language: str) -> QImage:
    stage = Stage(SIZES["small"], scheme, language)
    SCREENS[name](stage)
    return stage.take()


def pictures() -> Iterator[Picture]:
    """Every screen light and dark, English and French."""
    looks = (("", Scheme.LIGHT, "en"), ("-dark", Scheme.DARK, "en"), ("-french", Scheme.LIGHT, "fr"),
             ("-dark-french", Scheme.DARK, "fr"))  # fmt: skip
    for ending, scheme, language in looks:
        for name in SCREENS:
            yield Picture(f"{name}{ending}", partial(_take, name, scheme, language))
    loop().close()
