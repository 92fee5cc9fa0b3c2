"""Drafts keep a document with its undo steps; a step that was replaced or dropped is gone."""

from pathlib import Path

import pytest

from engine.workspace import Workspace
from engine.workspace.drafts import MOST_STEPS, DraftEntry, StepEntry


def step(name: str) -> StepEntry:
    return StepEntry(name, {"edit": name}, {"edit": f"not {name}"})


@pytest.mark.req("ORC-55")
def test_a_draft_comes_back_after_closing_with_its_steps(tmp_path: Path) -> None:
    steps = [step("one"), step("two"), step("three")]
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.drafts.keep("c", "text", position=2, saved=0, kept=0, steps=steps)

    with Workspace.open(tmp_path / "w") as workspace:
        found = workspace.drafts.load("c")

    assert found == DraftEntry("text", 2, 0, tuple(steps))


def test_steps_after_those_kept_are_replaced(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.drafts.keep("c", "a", position=3, saved=-1, kept=0, steps=[step("one"), step("two"), step("three")])

        workspace.drafts.keep("c", "b", position=2, saved=-1, kept=1, steps=[step("other")])

        assert workspace.drafts.load("c") == DraftEntry("b", 2, -1, (step("one"), step("other")))


def test_the_oldest_steps_go_first_and_the_position_with_them(tmp_path: Path) -> None:
    many = [step(str(number)) for number in range(MOST_STEPS + 5)]
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.drafts.keep("c", "a", position=MOST_STEPS + 4, saved=2, kept=0, steps=many)

        found = workspace.drafts.load("c")

    assert found is not None
    assert (len(found.steps), found.position, found.saved) == (MOST_STEPS, MOST_STEPS - 1, -1)
    assert found.steps[0].text == "5"


def test_a_forgotten_draft_leaves_nothing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.drafts.keep("c", "a", position=1, saved=0, kept=0, steps=[step("one")])

        workspace.drafts.forget("c")

        assert workspace.drafts.load("c") is None
        assert workspace.drafts.names() == set()
