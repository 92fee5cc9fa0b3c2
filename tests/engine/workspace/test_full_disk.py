"""A disk that fills up at any moment of an import, a run or the keeping of a draft: told in words, nothing lost.

The long run: `pytest -n0 -m soak tests/engine/workspace/test_full_disk.py`; JALON_ROUNDS is the number of full disks.
A full disk is imitated: no file of a process of its own may grow beyond a limit.
"""

import multiprocessing
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from engine.catalog.model import Dimension
from engine.database import Store
from engine.ingest.service import import_file
from engine.runner.real import continue_run, start_real_run
from engine.runner.service import run_document
from engine.workspace import Workspace
from engine.workspace.drafts import StepEntry
from engine.workspace.runs import FAILED, INTERRUPTED
from tests.engine.campaigns import campaign
from tests.engine.workspace.test_scarcity import EVERYBODY, attempt, campaigns, write
from tests.engine.workspace.test_workspace import count

ROUNDS = int(os.environ.get("JALON_ROUNDS", "100"))
SIZES = (500, 20_000, 60_000)
MOST_SPARE = 4_000_000
TOLD = {"storage-failed", "storage-stopped"}
Work = Callable[[], Any]


@dataclass
class State:
    """What must be there: the number of people, and the texts of the document and of its draft."""

    people: int
    document: str = ""
    draft: str = ""
    told: list[str] = field(default_factory=list[str])


def rounds(folder: Path, seed: int, number: int) -> None:
    """In a process of its own: fill the disk so many times, and look each time whether all is well."""
    chance = random.Random(seed)
    state = State(SIZES[0])
    for place in range(number):
        with Workspace.open(folder / "w", threads=1) as workspace:
            check(workspace, state)
            fill(workspace, folder, state, chance, place)
    assert set(state.told) >= {"done", "storage-failed"}, "the disk was full at some moments and not at others"


def fill(workspace: Workspace, folder: Path, state: State, chance: random.Random, place: int) -> None:
    """Try everything in any order while no file may grow much. What is done is there, and what is not done is not."""
    import resource

    rows = chance.choice(SIZES)
    text, draft = (f"{kind} {place} " + "é" * chance.randint(1, 1_500_000) for kind in ("document", "draft"))
    steps = [StepEntry("step", {"x": number}, {"x": 0}) for number in range(3)]
    runs = list(campaigns().values())
    works: dict[str, Work] = {
        "people": partial(import_file, workspace, folder / f"{rows}.csv", table="people", key=("id",)),
        "document": partial(workspace.documents.save, "d", text, name="D", kind="campaign"),
        "draft": partial(workspace.drafts.keep, "d", draft, position=3, saved=0, kept=0, steps=steps),
        "count": partial(run_document, workspace, campaign(EVERYBODY)),
        "run": partial(start_real_run, workspace, chance.choice(runs)),
    }
    after = {"people": rows, "document": text, "draft": draft}
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(path.stat().st_size for path in (folder / "w").rglob("*") if path.is_file())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + chance.randint(0, MOST_SPARE), hard))
    try:
        for name in chance.sample(sorted(works), len(works)):
            outcome = attempt(works[name])
            state.told.append(outcome)
            assert outcome in {*TOLD, "done"}, (name, outcome)
            if outcome == "done" and name in after:
                setattr(state, name, after[name])
        if chance.random() < 0.5:
            workspace.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def check(workspace: Workspace, state: State) -> None:
    """Nothing is lost, nothing half visible, and what a full disk stopped goes on."""
    assert count(workspace, "people") == state.people
    if state.document:
        assert workspace.documents.load("d") == state.document
    kept = workspace.drafts.load("d")
    assert ("" if kept is None else kept.content) == state.draft
    named = (
        workspace.datasets.physical_names()
        | workspace.audiences.physical_names()
        | workspace.runs.history_tables()
        | workspace.runs.pinned_tables()
    )
    assert workspace.database.tables(Store.DATA) <= named
    assert run_document(workspace, campaign(EVERYBODY)).transition("who:result").rows == state.people
    for run in workspace.runs.list():
        assert run.status != "running"
        if run.status in {FAILED, INTERRUPTED} and workspace.runs.list(run.document)[0].id == run.id:
            assert continue_run(workspace, run.id).ok, run
    for path in (workspace.files / "exports").glob("*"):
        path.unlink()


def survive(folder: Path, seed: int, number: int) -> None:
    """A workspace, and a process that fills its disk."""
    for rows in SIZES:
        write(folder / f"{rows}.csv", rows)
    with Workspace.create(folder / "w", threads=1) as workspace:
        import_file(workspace, folder / f"{SIZES[0]}.csv", table="people", key=("id",))
        workspace.schemas.add(Dimension(name="people", table="people"))
    child = multiprocessing.get_context("spawn").Process(target=rounds, args=(folder, seed, number))
    child.start()
    child.join()
    assert child.exitcode == 0


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited on Windows")
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("seed", range(3))
def test_a_disk_that_fills_up_at_any_moment_loses_nothing(tmp_path: Path, seed: int) -> None:
    survive(tmp_path, seed, ROUNDS)
