"""What a real run does when an activity fails, what it writes down, and what is kept of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.database import Store
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner import execution, life
from engine.runner.housekeeping import tidy
from engine.runner.publishing import publish, run_due
from engine.runner.real import continue_run, start_real_run
from engine.runner.results import State
from engine.runner.testing import start_test
from engine.texts import Text
from engine.workspace import Workspace
from engine.workspace.launches import Outcome
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

PARIS = ZoneInfo("Europe/Paris")
NOBODY = build("none", condition("city", "equal", "Nowhere"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def failing(*, errors: int = 1, **execution: Any) -> Document:
    """A path on which audiences that nobody is in cannot be saved, beside one that ends well."""
    bad = [node(f"bad{number}", "save-audience", label=f"Bad {number}", when_empty="fail") for number in range(errors)]
    return campaign(
        [NOBODY, node("ways", "fork", transitions=[{"label": str(number)} for number in range(max(2, errors))]), *bad,
         build("good"), node("save", "save-audience", label="Good")],
        "none>ways", *(f"ways:branch:{number + 1}>bad{number}" for number in range(errors)), "good>save",
        execution=execution, supervisors=("Ada", "watch"), id="c", name="C",
    )  # fmt: skip


@pytest.mark.req("ORC-75", "ORC-14")
def test_by_default_a_failure_suspends_the_run_which_can_be_tried_again(workspace: Workspace) -> None:
    workspace.approvals.set_group("Watch", ["Bob", "Ada"])
    result = start_real_run(workspace, failing())

    assert result.node("bad0").state is State.FAILED
    assert [result.node(name).state for name in ("good", "save")] == [State.PAUSED, State.NOT_REACHED]
    run = result.run or ""
    assert workspace.runs.get(run).status == "failed"
    assert workspace.audiences.list() == []
    assert ("action", None, "The run failed; to be told: Ada, Bob.") in workspace.runs.lines(run)
    told = [(one.person, one.document, one.run) for one in workspace.approvals.notices()]
    assert told == [("Ada", "c", run), ("Bob", "c", run)]
    assert "Nobody would be in 'Bad 0'" in workspace.approvals.notices("ada")[0].text
    assert isinstance(workspace.approvals.notices("ada")[0].text, Text), "it can be said in other languages"
    assert not continue_run(workspace, run).ok
    assert len(workspace.approvals.notices()) == 2, "the same is told once"
    workspace.approvals.seen([one.id for one in workspace.approvals.notices("Ada")])
    assert [one.person for one in workspace.approvals.notices()] == ["Bob"]


def test_a_launch_that_cannot_be_planned_is_told_once_and_leaves_no_run_that_seems_to_go_on(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = campaign([build("who")], schedule={"mode": "daily", "at": "09:00"}, supervisors=("Ada",), id="c",
                        name="C", as_of=None)  # fmt: skip
    publish(workspace, document, now=datetime(2025, 10, 1, 10, tzinfo=PARIS))

    def full(*_: object, **__: object) -> None:
        raise EngineError(Problem(code="storage-failed", what="The disk is full."))

    with monkeypatch.context() as broken:
        broken.setattr(execution, "make_plan", full)
        (found,) = run_due(workspace, now=datetime(2025, 10, 2, 9, tzinfo=PARIS))

    run = found.run or ""
    assert (found.outcome, workspace.runs.get(run).status) == (Outcome.FAILED, "failed")
    assert [(one.outcome, one.run) for one in workspace.launches.list("c")][1:] == [(Outcome.FAILED, run)]
    assert [(one.run, one.text) for one in workspace.approvals.notices("Ada")] == [(run, "The disk is full.")]
    assert continue_run(workspace, run).node("who").state is State.DONE


@pytest.mark.req("ORC-75")
def test_a_failure_that_is_ignored_leaves_the_other_paths_alone(workspace: Workspace) -> None:
    result = start_real_run(workspace, failing(on_error="ignore"))

    assert [result.node(name).state for name in ("bad0", "save")] == [State.FAILED, State.DONE]
    assert workspace.runs.get(result.run or "").status == "finished"
    assert [one.label for one in workspace.audiences.list()] == ["Good"]


@pytest.mark.req("ORC-75")
@pytest.mark.parametrize(("most", "status"), [(0, "finished"), (3, "finished"), (2, "failed")])
def test_only_so_many_failures_in_a_row_are_ignored(workspace: Workspace, most: int, status: str) -> None:
    result = start_real_run(workspace, failing(errors=3, on_error="ignore", most_errors=most))

    assert workspace.runs.get(result.run or "").status == status
    assert (result.node("save").state is State.DONE) == (status == "finished")


@pytest.mark.req("ORC-75")
def test_a_run_that_is_aborted_is_over(workspace: Workspace) -> None:
    run = start_real_run(workspace, failing(on_error="abort")).run or ""

    assert workspace.runs.get(run).status == "aborted"
    with pytest.raises(EngineError, match="does not wait"):
        continue_run(workspace, run)


@pytest.mark.req("ORC-70", "ORC-71", "ORC-74")
def test_a_run_tells_its_steps_its_tasks_and_on_request_its_sql(workspace: Workspace) -> None:
    def document(log_sql: bool) -> Document:
        return campaign(
            [build("who", condition("plan", "equal", "$(vars/@plan)"))], id="c",
            variables=[{"name": "plan", "value": "premium"}], execution={"log_sql": log_sql},
        )  # fmt: skip

    plain = start_real_run(workspace, campaign([build("who")], id="p")).run or ""
    start_test(workspace, document(True)).result()
    test = next(one for one in workspace.runs.summaries("c") if one.mode == "test")

    assert ("step", "who", "who: 12 came in, 12 went on.") in workspace.runs.lines(plain)
    assert not [line for line in workspace.runs.lines(plain) if line[0] == "sql"]
    assert any(level == "sql" and "SELECT" in text for level, _, text in workspace.runs.lines(test.id))
    (task,) = workspace.runs.tasks(test.id)
    assert (task.node, task.state, task.variables["plan"]) == ("who", "done", "premium")
    assert task.variables["recCount"] == str(task.left)


@pytest.mark.req("ORC-63")
def test_audiences_are_saved_before_any_message_is_reached(workspace: Workspace) -> None:
    document = campaign(
        [build("who"), node("ways", "fork", transitions=[{"label": "a"}, {"label": "b"}]), node("mail", "email"),
         node("save", "save-audience", label="All")],
        "who>ways", "ways:branch:1>mail", "ways:branch:2>save",
    )  # fmt: skip
    run = start_real_run(workspace, document).run or ""

    done = [task.node for task in workspace.runs.tasks(run)]
    assert done.index("save") < done.index("mail")


@pytest.mark.req("ORC-72", "ORC-73", "ORC-7")
@pytest.mark.parametrize("keep", [False, True])
def test_what_is_old_is_tidied_away(workspace: Workspace, keep: bool) -> None:
    document = campaign([build("who")], schedule={"mode": "daily", "at": "09:00"}, id="c", name="C", as_of=None,
                        execution={"history_days": 10, "keep_populations": keep})  # fmt: skip
    publish(workspace, document, now=datetime(2025, 10, 1, tzinfo=PARIS))
    for day in (1, 2):
        run_due(workspace, now=datetime(2025, 10, day, 9, tzinfo=PARIS))
    later, earlier = (run.id for run in workspace.runs.summaries("c"))
    ended = workspace.runs.get(earlier).ended
    assert ended is not None

    tidy(workspace, now=ended + timedelta(days=9))
    tables = workspace.database.tables(Store.RUNS)
    assert any(name.startswith(f"r{later[:12]}") for name in tables)
    assert any(name.startswith(f"r{earlier[:12]}") for name in tables) == keep
    assert len(workspace.runs.summaries("c")) == 2

    tidy(workspace, now=ended + timedelta(days=11))
    assert [run.id for run in workspace.runs.summaries("c")] == [later]
    assert workspace.runs.lines(earlier) == []


@pytest.mark.req("ORC-7")
def test_what_was_archived_a_month_ago_is_erased(workspace: Workspace) -> None:
    publish(workspace, campaign([build("who")], id="c", name="C"), now=datetime(2025, 10, 1, tzinfo=PARIS))
    life.archive(workspace, "c", now=datetime(2025, 10, 2, 0, 0, tzinfo=PARIS))

    tidy(workspace, now=datetime(2025, 10, 31))
    assert len(workspace.documents.list()) == 1
    tidy(workspace, now=datetime(2025, 11, 1))
    assert workspace.documents.list() == []


@pytest.mark.req("ORC-72")
def test_the_history_of_a_campaign_is_purged_on_request_but_for_what_goes_on(workspace: Workspace) -> None:
    waits = campaign([build("who"), node("wait", "wait", amount=2, unit="day"), node("end", "end")], "who>wait",
                     "wait>end", id="c")  # fmt: skip
    ended = start_real_run(workspace, campaign([build("who")], id="c")).run or ""
    waiting = start_real_run(workspace, waits).run or ""

    assert life.purge_history(workspace, "c") == 1

    assert [run.id for run in workspace.runs.summaries("c")] == [waiting]
    assert workspace.runs.lines(ended) == []
    assert continue_run(workspace, waiting, now=datetime(2025, 10, 9)).ok
