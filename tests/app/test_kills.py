"""A hundred kills of an editing session, at any moment: `pytest -m soak tests/app/test_kills.py`."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.drafts import restored
from app.session import Session
from engine.document.files import from_text, to_text
from engine.workspace import Workspace
from tests.app.editing_session import fingerprint
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

KILLS = int(os.environ.get("JALON_KILLS", "100"))
LOST_S = 1.0
"""What was done this long before the kill must be there."""


def _edit_until_killed(folder: Path, seed: int, alive: float) -> tuple[list[tuple[float, int, str]], float]:
    """Let a session edit for a while, kill it; what it said that it had done, and when it died."""
    command = [sys.executable, "-m", "tests.app.editing_session", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first, "the session began to edit"
        time.sleep(alive)
        killed = time.time()
        process.kill()
        rest = process.stdout.read()
    lines = [line.split() for line in (first + rest).splitlines()]
    return [(float(line[0]), int(line[1]), line[2]) for line in lines if len(line) == 3], killed


def _take_back_everything(folder: Path, name: str) -> tuple[str, str]:
    """The document as a restart would show it, and as it is when all its undo steps are taken back."""
    with Workspace.open(folder) as workspace:
        draft = workspace.drafts.load(name)
        if draft is None:
            # The kill came before the first step was kept.
            document = from_text(workspace.documents.load(name))
            return fingerprint(document), fingerprint(document)
        document, steps = restored(draft)
        session = Session(document)
        session.restore([(one.text, one.edit, one.inverse) for one in steps], draft.position, draft.saved)
        now = fingerprint(session.document)
        session.go_to(0)
        return now, fingerprint(session.document)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.req("ORC-55")
@pytest.mark.usefixtures("qapp")
def test_a_kill_loses_at_most_the_last_second_and_never_the_workspace(tmp_path: Path) -> None:
    document = campaign(
        [build("london", condition("city", value="London")), build("paris", condition("city", value="Paris")),
         node("both", "combine", mode="union")],
        "london>both", "paris>both", name="Both",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Both", kind="campaign")
    first = fingerprint(from_text(to_text(document)))
    chance = random.Random(55)
    for kill in range(KILLS):
        folder = tmp_path / f"kill-{kill}"
        shutil.copytree(tmp_path / "shop", folder)

        said, killed = _edit_until_killed(folder, kill, chance.uniform(0.0, 2.5))
        now, back = _take_back_everything(folder, document.id)

        due = sum(when <= killed - LOST_S for when, _, _ in said)
        too_old = {first, *(state for _, _, state in said[:due])} - {state for _, _, state in said[max(0, due - 1) :]}
        # The step that was being made when the kill came may be kept although it was never said.
        assert not due or now not in too_old, kill
        assert back == first, kill
        shutil.rmtree(folder)
