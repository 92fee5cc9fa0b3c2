"""The workspace folder: one holder, old or new and never a mixture, whatever happens in between."""

import errno
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from sqlglot import exp

import engine.workspace as workspace_package
from engine.catalog.model import Attribute, Dimension, Link, Table
from engine.database import Cursor, Store, stored
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file, start_import
from engine.problems import Cancelled, EngineError
from engine.types import DataType
from engine.workspace import Workspace
from tests.engine.fixture import shop

VERSIONS = Path(workspace_package.__file__).parent / "migrations" / "versions"
CSV = "id,name\n" + "".join(f"{number},person {number}\n" for number in range(2000))


def test_migrations_follow_each_other_one_by_one() -> None:
    """Two that were written side by side with one number would keep every workspace closed."""
    numbers = sorted(one.stem.rpartition("_")[2] for one in VERSIONS.glob("*.py"))
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def count(workspace: Workspace, table: str) -> int:
    """Rows of a table, as stored."""
    current = workspace.datasets.current(table)
    assert current is not None
    query = exp.select(exp.Count(this=exp.Star())).from_(stored(Store.DATA, current.physical))
    return int(workspace.database.reader.run(lambda cursor: cursor.value(query)))


def test_what_was_stored_is_there_after_reopening(tmp_path: Path) -> None:
    with shop(tmp_path) as workspace:
        catalog = workspace.catalog()
        workspace.documents.save("d", "text one", name="D", kind="campaign")
        workspace.documents.save("d", "text two", name="D", kind="campaign")

    with Workspace.open(tmp_path / "shop") as workspace:
        assert workspace.catalog() == catalog
        assert count(workspace, "recipients") == 12
        assert (workspace.documents.load("d"), workspace.documents.load("d", 1)) == ("text two", "text one")


def test_a_second_process_is_told_who_holds_the_workspace(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom engine.workspace import Workspace\n"
        "from engine.problems import EngineError\n"
        "try:\n    Workspace.open(Path(sys.argv[1]))\n"
        "except EngineError as error:\n    print(error.problem.code, error)\n"
    )
    with Workspace.create(tmp_path / "w"):
        done = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "w")], capture_output=True, text=True, check=True
        )
    assert done.stdout.startswith("workspace-in-use")
    assert str(os.getpid()) in done.stdout


def test_a_folder_without_a_workspace_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no workspace"):
        Workspace.open(tmp_path)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_that_may_not_be_written_is_told_as_such_and_stays_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    folder = tmp_path / "shared"
    Workspace.create(folder).close()

    def refuse(*_values: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        # Whoever runs the tests may write everywhere, perhaps.
        patch.setattr(Path, "write_text", refuse)
        for work in (Workspace.open, Workspace.create):
            with pytest.raises(EngineError) as refused:
                work(folder if work == Workspace.open else tmp_path / "new")
            assert refused.value.problem.code == "workspace-read-only"
    Workspace.open(folder).close()


def test_saving_over_a_newer_version_is_refused(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        first = workspace.documents.save("d", "1", name="D", kind="campaign")
        workspace.documents.save("d", "2", name="D", kind="campaign", based_on=first)
        with pytest.raises(EngineError, match="saved elsewhere"):
            workspace.documents.save("d", "3", name="D", kind="campaign", based_on=first)


@pytest.mark.req("ORC-230", "ORC-238", "ORC-239", "PRC-124")
def test_schemas_that_do_not_hold_together_are_refused(tmp_path: Path) -> None:
    people = Table(name="people", attributes=(Attribute(name="id", type=DataType.parse("string")),), key=("id",))
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.schemas.add(people)
        for wrong in (
            people.model_copy(update={"name": "x", "key": ("none",)}),
            people.model_copy(update={"name": "x", "version": "id"}),
            Link(name="l", source="people", target="nowhere", pairs=(("id", "id"),), reverse_name="r"),
            Dimension(name="d", table="nowhere"),
        ):
            with pytest.raises(EngineError):
                workspace.schemas.add(wrong)
        workspace.schemas.add(Dimension(name="d", table="people", identity="id"))
        with pytest.raises(EngineError, match="cannot change"):
            workspace.schemas.add(Dimension(name="d", table="people", identity=None))
        assert [table.name for table in workspace.catalog().tables] == ["people"]
        # A label changes, a name never does: under another name it is another table.
        workspace.schemas.add(people.model_copy(update={"label": "Persons"}))
        assert [(table.name, table.label) for table in workspace.catalog().tables] == [("people", "Persons")]
        workspace.schemas.add(people.model_copy(update={"name": "persons"}))
        assert [table.name for table in workspace.catalog().tables] == ["people", "persons"]


def test_a_cancelled_import_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    path.write_text("id,name\n" + "".join(f"{number},n\n" for number in range(400_000)))
    with Workspace.create(tmp_path / "w") as workspace:
        heard: list[int] = []

        def tell(lines: int) -> None:
            heard.append(lines)
            job.cancel()

        job = start_import(workspace, path, table="t", key=("id",), tell=tell)
        with pytest.raises(Cancelled):
            job.result()
        assert heard
        assert workspace.datasets.current("t") is None
        assert workspace.database.tables(Store.DATA) == set()


def test_a_load_can_be_undone_only_from_the_newest(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    with Workspace.create(tmp_path / "w") as workspace:
        loads = []
        for number in range(1, 4):
            path.write_text(f"id\n{number}\n")
            loads.append(
                import_file(workspace, path, table="t", key=("id",), options=LoadOptions(LoadMode.APPEND)).record.id
            )
        with pytest.raises(EngineError, match="later load"):
            workspace.datasets.undo(loads[0])
        workspace.datasets.undo(loads[2])
        workspace.datasets.undo(loads[1])
        assert count(workspace, "t") == 1
        with pytest.raises(EngineError, match="no effect"):
            workspace.datasets.undo(loads[2])


def value(query: exp.Select, cursor: Cursor) -> int:
    """A number."""
    return int(cursor.value(query))


def work(folder: str) -> None:
    """What a killed process was doing: imports, saves and runs, over and over."""
    from engine.runner.real import start_real_run
    from engine.runner.service import run_document
    from tests.engine.campaigns import (
        build,
        campaign,
        node,
    )

    path = Path(folder) / "people.csv"
    with Workspace.open(Path(folder) / "w", threads=1) as workspace:
        number = 0
        while True:
            number += 1
            import_file(workspace, path, table="people", key=("id",))
            workspace.documents.save("d", f"text {number}", name="D", kind="campaign")
            rule = {"kind": "condition", "attribute": "id", "operator": "less", "value": number}
            document = campaign(
                [build("who", rule, "people"), node("save", "save-audience", label="A", identity="name")], "who>save"
            )
            run_document(workspace, document)
            start_real_run(workspace, document)
            (Path(folder) / "ready").touch()


def survive(folder: Path, kills: int) -> None:
    """Kill a working process at random moments; after each, the workspace opens and is whole."""
    (folder / "people.csv").write_text(CSV)
    with Workspace.create(folder / "w", threads=1) as workspace:
        import_file(workspace, folder / "people.csv", table="people", key=("id",))
        workspace.schemas.add(Dimension(name="people", table="people"))
    context = multiprocessing.get_context("spawn")
    chance = random.Random(7)
    versions = 0
    for _ in range(kills):
        child = context.Process(target=work, args=(str(folder),))
        (folder / "ready").unlink(missing_ok=True)
        child.start()
        while not (folder / "ready").exists():
            child.join(0.02)
            assert child.exitcode is None, "the process ended by itself"
        time.sleep(chance.random() * 2)  # a kill must come at a moment that nobody chose
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        with Workspace.open(folder / "w", threads=1) as workspace:
            assert count(workspace, "people") == 2000
            known = {one.version for one in workspace.documents.list()}
            assert max(known, default=0) >= versions
            versions = max(known, default=0)
            if versions:
                assert workspace.documents.load("d").startswith("text ")
            for audience in workspace.audiences.list():
                query = exp.select(exp.Count(this=exp.Star())).from_(stored(Store.DATA, audience.physical))
                assert workspace.database.reader.run(partial(value, query)) == audience.rows
            named = (
                workspace.datasets.physical_names()
                | workspace.audiences.physical_names()
                | workspace.runs.history_tables()
                | workspace.runs.pinned_tables()
            )
            assert workspace.database.tables(Store.DATA) <= named
            assert workspace.database.tables(Store.WORK) == workspace.populations.names()
            assert not [run for run in workspace.runs.list() if run.status == "running"]
            go_on(workspace)
    assert versions > 0


def go_on(workspace: Workspace) -> None:
    """A run that was cut off says so, and once it went on, it has saved its audience exactly once."""
    from engine.runner.real import continue_run

    for run in workspace.runs.list():
        if run.status == "interrupted":
            assert "closed during this run" in workspace.runs.lines(run.id)[-1][2]
            assert continue_run(workspace, run.id).ok
        if run.status != "stopped":
            assert [line[:2] for line in workspace.runs.lines(run.id)].count(("info", "save")) == 1


@pytest.mark.timeout(120)
def test_a_killed_process_loses_and_half_shows_nothing(tmp_path: Path) -> None:
    survive(tmp_path, 4)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_hundred_kills(tmp_path: Path) -> None:
    survive(tmp_path, 100)
