"""Folders whose new files are loaded: each file exactly once, whatever happens to it and to the program."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import JsonValue
from sqlglot import exp
from typer.testing import CliRunner

from engine.cli import app
from engine.database import Store, stored
from engine.ingest.service import preview_file
from engine.problems import EngineError
from engine.runner.recurring import Look, add_recurring, change_recurring, due_at, load_due, look_at, next_look
from engine.workspace import Workspace
from engine.workspace.recurring import RecurringLoad

PARIS = ZoneInfo("Europe/Paris")
HEADER = "order_id,amount"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 10, day, hour, minute, tzinfo=PARIS)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "in").mkdir()
    with Workspace.create(tmp_path / "w") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "in"


def put(folder: Path, name: str, *rows: str, old: float = 60.0, header: str = HEADER) -> Path:
    """A file that was last written some seconds ago."""
    path = folder / name
    path.write_text("\n".join([header, *rows]) + "\n")
    touch(path, old)
    return path


def touch(path: Path, old: float) -> None:
    moment = path.stat().st_mtime - old
    os.utime(path, (moment, moment))


def begin(
    workspace: Workspace, folder: Path, *, mode: str = "append", schedule: dict[str, JsonValue] | None = None,
    key: tuple[str, ...] = ("order_id",),
) -> RecurringLoad:  # fmt: skip
    """Orders from a folder, with the layout of its first file."""
    found = preview_file(workspace, next(folder.iterdir()))
    layout = found.layout.model_copy(update={"columns": tuple(one.layout for one in found.guesses)})
    load = RecurringLoad("orders", str(folder), "ORDERS-*.csv", layout, mode, key, schedule=schedule or {},
                         zone="Europe/Paris")  # fmt: skip
    return add_recurring(workspace, load, now=at(1, 8))


def orders(workspace: Workspace) -> list[int]:
    current = workspace.datasets.current("orders")
    if current is None:
        return []
    query = exp.select(exp.column("order_id", quoted=True)).from_(stored(Store.DATA, current.physical))
    return sorted(row[0] for row in workspace.database.reader.run(lambda cursor: cursor.fetch(query)))


def told(looks: list[Look]) -> list[tuple[str, str]]:
    return [(one.stamp.name, one.outcome.value) for look in looks for one in look.files]


@pytest.mark.req("ORC-236")
def test_each_new_file_is_loaded_once_in_the_order_of_their_names(workspace: Workspace, folder: Path) -> None:
    put(folder, "orders-2.csv", "3,30", "4,40")
    put(folder, "Orders-1.CSV", "1,10", "2,20")
    put(folder, "other.csv", "9,90")
    put(folder, "orders-3.csv.part", "8,80")
    begin(workspace, folder)

    assert told(load_due(workspace, now=at(1, 8))) == [("Orders-1.CSV", "loaded"), ("orders-2.csv", "loaded")]
    assert orders(workspace) == [1, 2, 3, 4]
    assert load_due(workspace, now=at(1, 8)) == [], "it was looked at just now"
    touch(folder / "orders-2.csv", 5)
    put(folder, "orders-2 copy.csv", "3,30", "4,40")
    put(folder, "orders-3.csv", "5,50")
    put(folder, "orders-4.csv", "6,60", old=0)
    looks = load_due(workspace, now=at(1, 9))

    assert told(looks) == [("orders-2 copy.csv", "same"), ("orders-3.csv", "loaded")]
    assert looks[0].unsettled == ("orders-4.csv",), "it may still be being written"
    assert next_look(workspace) == at(1, 9) + timedelta(seconds=15)
    touch(folder / "orders-4.csv", 60)
    put(folder, "orders-5.csv", "5,50")
    assert told(load_due(workspace, now=at(1, 10))) == [("orders-4.csv", "loaded"), ("orders-5.csv", "same")]
    assert orders(workspace) == [1, 2, 3, 4, 5, 6]
    assert told(load_due(workspace, now=at(1, 11))) == []


def test_what_is_cut_off_is_not_seen_and_done_at_the_next_look(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The note and the rows are one transaction: neither is there without the other."""
    put(folder, "orders-1.csv", "1,10")
    load = begin(workspace, folder)
    with monkeypatch.context() as patch:

        def broken(_table: str, _entry: object) -> None:
            raise SystemError("the power was cut")

        patch.setattr(workspace.recurring, "note", broken)
        with pytest.raises(SystemError):
            look_at(workspace, load, now=at(1, 9))

    assert (orders(workspace), workspace.datasets.loads("orders"), workspace.recurring.files("orders")) == ([], [], ())
    assert told(load_due(workspace, now=at(1, 9))) == [("orders-1.csv", "loaded")]
    assert orders(workspace) == [1]


def test_a_file_that_cannot_be_loaded_stands_in_the_ledger_and_is_not_tried_again_until_it_is_mended(
    workspace: Workspace, folder: Path
) -> None:
    put(folder, "orders-1.csv", "1,10")
    begin(workspace, folder)
    load_due(workspace, now=at(1, 8))
    put(folder, "orders-2.csv", "2,20", "x,30")
    empty = folder / "orders-3.csv"
    empty.write_bytes(b"")
    touch(empty, 60)

    assert told(load_due(workspace, now=at(1, 9))) == [("orders-2.csv", "failed"), ("orders-3.csv", "failed")]
    assert told(load_due(workspace, now=at(1, 10))) == []
    ledger = {one.file: one for one in workspace.datasets.loads("orders")}
    assert [(name, ledger[name].status) for name in ("orders-2.csv", "orders-3.csv")] == [
        ("orders-2.csv", "failed"), ("orders-3.csv", "failed")]  # fmt: skip
    assert "1 of 2 rows" in ledger["orders-2.csv"].problem
    assert "empty" in ledger["orders-3.csv"].problem
    assert orders(workspace) == [1]
    put(folder, "orders-2.csv", "2,20", "3,30")
    assert told(load_due(workspace, now=at(1, 11))) == [("orders-2.csv", "loaded")]
    assert orders(workspace) == [1, 2, 3]
    workspace.datasets.undo(workspace.recurring.files("orders")[0].load or "")
    workspace.recurring.forget("orders", workspace.recurring.files("orders")[0].sha256)
    assert told(load_due(workspace, now=at(1, 12))) == [("orders-2.csv", "loaded")]
    assert orders(workspace) == [1, 2, 3]


def test_a_schedule_says_when_and_a_look_that_was_missed_is_made_up_for(workspace: Workspace, folder: Path) -> None:
    put(folder, "orders-1.csv", "1,10")
    load = begin(workspace, folder, schedule={"mode": "daily", "at": "06:30"})

    assert due_at(load) == at(2, 6, 30)
    assert load_due(workspace, now=at(2, 6, 29)) == []
    assert told(load_due(workspace, now=at(4, 12))) == [("orders-1.csv", "loaded")]
    assert next_look(workspace) == at(5, 6, 30)
    assert load_due(workspace, now=at(4, 13)) == []


@pytest.mark.req("ORC-235", "PRC-123")
def test_a_table_has_one_source_which_is_permanent(workspace: Workspace, folder: Path, tmp_path: Path) -> None:
    put(folder, "orders-1.csv", "1,10")
    load = begin(workspace, folder)
    with pytest.raises(EngineError, match="loaded from a folder already"):
        begin(workspace, folder)
    change_recurring(workspace, RecurringLoad("orders", str(tmp_path), "*", load.layout, threshold=9.0), now=at(1, 9))

    (kept,) = workspace.recurring.list()
    assert (kept.folder, kept.pattern, kept.threshold) == (str(folder), "ORDERS-*.csv", 9.0)
    workspace.recurring.remove("orders")
    begin(workspace, folder)


def test_what_makes_no_sense_is_refused(workspace: Workspace, folder: Path) -> None:
    put(folder, "orders-1.csv", "1,10")
    load = begin(workspace, folder)
    workspace.recurring.remove("orders")
    for wrong, code in (
        (replace(load, folder="/nowhere/at all"), "no-folder"),
        (replace(load, pattern="../*.csv"), "wrong-pattern"),
        (replace(load, pattern=" "), "wrong-pattern"),
        (replace(load, mode="upsert", key=()), "no-key"),
        (replace(load, schedule={"mode": "signal"}), "wrong-schedule"),
        (replace(load, schedule={"mode": "periodic", "minutes": 5}), "too-often"),
    ):
        with pytest.raises(EngineError) as refused:
            add_recurring(workspace, wrong, now=at(1, 8))
        assert refused.value.problem.code == code
    assert workspace.recurring.list() == []


def test_a_folder_that_is_gone_is_said_and_looked_at_again(workspace: Workspace, folder: Path, tmp_path: Path) -> None:
    put(folder, "orders-1.csv", "1,10")
    begin(workspace, folder)
    folder.rename(tmp_path / "away")
    (look,) = load_due(workspace, now=at(1, 9))
    assert look.problem is not None
    assert "cannot be read" in workspace.recurring.get("orders").problem
    (tmp_path / "away").rename(folder)
    assert told(load_due(workspace, now=at(1, 10))) == [("orders-1.csv", "loaded")]
    assert workspace.recurring.get("orders").problem == ""


def test_by_key_newer_records_replace_older_ones(workspace: Workspace, folder: Path) -> None:
    put(folder, "orders-1.csv", "1,10", "2,20")
    begin(workspace, folder, mode="upsert")
    load_due(workspace, now=at(1, 8))
    put(folder, "orders-2.csv", "2,25", "3,30")
    load_due(workspace, now=at(1, 9))
    assert orders(workspace) == [1, 2, 3]
    assert workspace.datasets.loads("orders")[0].counts["updated"] == 1


def test_the_command_line_adds_looks_and_removes(tmp_path: Path, folder: Path, workspace: Workspace) -> None:
    workspace.close()
    put(folder, "orders-1.csv", "1,10")

    def jalon(*words: str) -> str:
        done = CliRunner().invoke(app, ["recurring", *words, "-w", str(tmp_path / "w")])
        assert done.exit_code == 0, done.output
        return done.output

    jalon("add", "orders", str(folder), "--key", "order_id", "--daily", "06:30")
    assert "orders-1.csv loaded" in jalon("look")
    assert "There is no new file" in jalon("look", "orders")
    assert "loaded" in jalon("files", "orders")
    jalon("pause", "orders")
    assert "paused" in jalon("list")
    jalon("resume", "orders")
    jalon("again", "orders", "orders-1.csv")
    jalon("remove", "orders")
    assert jalon("list", "--json").strip() == "[]"
