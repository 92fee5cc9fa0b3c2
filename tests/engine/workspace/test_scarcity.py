"""Too little disk, and too little memory: told in words, nothing lost, and the same work succeeds with more."""

import json
import multiprocessing
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from engine.catalog.model import Dimension
from engine.document.model import Document
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.runner.real import start_real_run
from engine.runner.service import run_document
from engine.workspace import Workspace, folder
from tests.engine.campaigns import build, campaign, node
from tests.engine.workspace.test_workspace import count

SMALL, BIG, LONG = 2_000, 100_000, 160_000
MEMORY = 64
EVERYBODY = [build("who", None, "people")]
SPARE = 200_000


def write(path: Path, rows: int, more: str = "") -> Path:
    """A file of people whose names do not compress, but for what is added to them."""
    lines = (f"{number},{number * 7919**3:x} {number * number:x} é'{more}\n" for number in range(rows))
    path.write_text("id,name\n" + "".join(lines), encoding="utf-8")
    return path


def campaigns() -> dict[str, Document]:
    """What is tried: an audience, and a file."""
    save = node("save", "save-audience", label="A", identity="id", attributes=[{"attribute": "name"}])
    out = node("out", "extract-file", file_name="o.csv", columns=[{"attribute": "name"}])
    return {
        "save": campaign([*EVERYBODY, save], "who>save", id="save"),
        "extract": campaign([*EVERYBODY, out], "who>out", id="extract"),
    }


def attempt(work: Callable[[], Any]) -> str:
    """How it ended: "done", or the code of the problem. Anything else is a fault, and not caught."""
    try:
        found = work()
    except EngineError as error:
        return error.problem.code if error.problem.what and error.problem.fix else "said nothing"
    errors = [problem.code for problem in getattr(found, "problems", ()) if problem.is_error]
    return errors[0] if errors else "done"


def without_space(folder: Path) -> None:
    """In a process of its own: no file may grow any more. The outcomes are left in a file for the test."""
    import resource

    said: dict[str, str] = {}
    with Workspace.open(folder / "w", threads=1) as workspace:
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        largest = max(path.stat().st_size for path in (folder / "w").rglob("*") if path.is_file())
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + SPARE, hard))
        said["import"] = attempt(lambda: import_file(workspace, folder / "big.csv", table="people", key=("id",)))
        said["document"] = attempt(lambda: workspace.documents.save("d", "x" * 5_000_000, name="D", kind="campaign"))
        for name, document in campaigns().items():
            said[name] = attempt(lambda document=document: start_real_run(workspace, document))  # type: ignore[misc]
        said["rows"] = str(count(workspace, "people"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    (folder / "said.json").write_text(json.dumps(said))


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited on Windows")
@pytest.mark.timeout(120)
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", threads=1) as workspace:
        import_file(workspace, write(tmp_path / "small.csv", SMALL), table="people", key=("id",))
        workspace.schemas.add(Dimension(name="people", table="people"))
        workspace.documents.save("d", "before", name="D", kind="campaign")
    write(tmp_path / "big.csv", BIG)

    child = multiprocessing.get_context("spawn").Process(target=without_space, args=(tmp_path,))
    child.start()
    child.join()

    assert child.exitcode == 0
    said = json.loads((tmp_path / "said.json").read_text())
    assert said.pop("rows") == str(SMALL)
    assert (said["import"], said["document"]) == ("storage-failed", "storage-failed")
    assert set(said.values()) <= {"storage-failed", "storage-stopped", "done"}
    with Workspace.open(tmp_path / "w", threads=1) as workspace:
        assert count(workspace, "people") == SMALL
        assert workspace.documents.load("d") == "before"
        import_file(workspace, tmp_path / "big.csv", table="people", key=("id",))
        assert count(workspace, "people") == BIG
        for document in campaigns().values():
            assert start_real_run(workspace, document).ok


@pytest.mark.timeout(120)
def test_a_file_larger_than_the_memory_is_loaded_and_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "big.csv", LONG, "long " * 100)
    assert path.stat().st_size > MEMORY * 1_000_000
    with Workspace.create(tmp_path / "w", memory_limit=f"{MEMORY}MB", threads=1) as workspace:
        import_file(workspace, path, table="people", key=("id",))
        workspace.schemas.add(Dimension(name="people", table="people"))
        again = node("dedup", "deduplication", fields=["name"])

        result = run_document(workspace, campaign([*EVERYBODY, again], "who>dedup"))

        assert result.ok, [str(problem) for problem in result.problems]
        assert result.transition("dedup:result").rows == LONG


def test_a_cache_that_filled_the_disk_goes_when_the_workspace_opens_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A load that did not fit leaves a large file, which the database could only make smaller with room to spare."""
    document, cache = campaign(EVERYBODY), tmp_path / "w" / "work.duckdb"
    with Workspace.create(tmp_path / "w", threads=1) as workspace:
        import_file(workspace, write(tmp_path / "big.csv", BIG), table="people", key=("id",))
        workspace.schemas.add(Dimension(name="people", table="people"))
        assert run_document(workspace, document).transition("who:result").rows == BIG
    size = cache.stat().st_size
    monkeypatch.setattr(folder, "LEAST_CACHE", size // 2)

    with Workspace.open(tmp_path / "w", threads=1) as workspace:
        assert workspace.populations.names(), "with room enough the counts are kept"

    def full(_path: Path) -> SimpleNamespace:
        return SimpleNamespace(free=10)

    monkeypatch.setattr("engine.workspace.folder.shutil.disk_usage", full)
    with Workspace.open(tmp_path / "w", threads=1) as workspace:
        assert cache.stat().st_size < size / 2
        assert workspace.populations.names() == set()
        assert run_document(workspace, document).transition("who:result").rows == BIG
