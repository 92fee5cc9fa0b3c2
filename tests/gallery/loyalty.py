"""The sample workspace with a past of loads, audiences and predefined filters, which several groups picture."""

import os
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtWidgets import QWidget

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
from tests.gallery.app import Stage, sample


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
