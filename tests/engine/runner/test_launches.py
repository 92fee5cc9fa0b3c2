"""Published campaigns run when they are due: on time, once, never on top of each other; what was missed is said."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.publishing import Late, Occurrence, publish, run_due
from engine.runner.results import State
from engine.workspace import Workspace
from engine.workspace.launches import Outcome
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

PARIS = ZoneInfo("Europe/Paris")
FIRST = datetime(2025, 10, 1, 0, 0, tzinfo=PARIS)
DAILY = {"mode": "daily", "at": "09:00"}
NEW = node("new", "incremental-query", dimension="recipients", rule=condition("plan", "equal", "free"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def planned(schedule: Any, *more: dict[str, Any], arrows: tuple[str, ...] = ()) -> Document:
    return campaign([build("who"), *more], *arrows, schedule=schedule, id="c", name="C", as_of=None)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 10, day, hour, minute, tzinfo=PARIS)


def said(found: list[Occurrence]) -> list[tuple[str, str]]:
    return [(one.outcome.value, "" if one.planned is None else f"{one.planned:%d %H:%M}") for one in found]


@pytest.mark.req("ORC-30", "ORC-37")
def test_a_daily_campaign_runs_once_a_day_at_its_own_instant(workspace: Workspace) -> None:
    assert publish(workspace, planned(DAILY), now=at(1, 10)) == "scheduled"

    assert run_due(workspace, now=at(2, 8, 59)) == []
    assert said(run_due(workspace, now=at(2, 9, 3))) == [("started", "02 09:00")]
    assert run_due(workspace, now=at(2, 9, 4)) == []
    assert said(run_due(workspace, now=at(3, 9, 0))) == [("started", "03 09:00")]

    assert [run.as_of for run in workspace.runs.list("c")] == ["2025-10-03T09:00:00", "2025-10-02T09:00:00"]
    assert [entry.status for entry in workspace.documents.list()] == ["live"]


@pytest.mark.req("ORC-42")
def test_recurring_launches_that_were_missed_are_skipped_and_said(workspace: Workspace) -> None:
    publish(workspace, planned(DAILY), now=at(1, 10))

    found = run_due(workspace, now=at(4, 9, 10))

    assert said(found) == [("missed", "02 09:00"), ("missed", "03 09:00"), ("started", "04 09:00")]
    assert "not made up for" in str(found[0].problem)
    assert len(workspace.runs.list("c")) == 1
    assert run_due(workspace, now=at(4, 9, 11)) == []


@pytest.mark.req("ORC-42", "ORC-29")
@pytest.mark.parametrize(("late", "outcome", "runs"), [(Late.RUN, "started", 1), (Late.SKIP, "skipped", 0)])
def test_a_single_launch_that_was_missed_waits_for_a_decision(
    workspace: Workspace, late: Late, outcome: str, runs: int
) -> None:
    publish(workspace, planned({"mode": "once", "at": "2025-10-02T09:00:00"}), now=FIRST)

    assert said(run_due(workspace, now=at(3, 0))) == [("asking", "02 09:00")]
    assert said(run_due(workspace, now=at(4, 0))) == [("asking", "02 09:00")]
    assert said(run_due(workspace, now=at(5, 0), late=late)) == [(outcome, "02 09:00")]
    assert run_due(workspace, now=at(6, 0)) == []

    assert [run.as_of for run in workspace.runs.list("c")] == ["2025-10-05T00:00:00"] * runs


@pytest.mark.req("ORC-28")
def test_without_a_schedule_a_campaign_runs_once_when_it_is_published(workspace: Workspace) -> None:
    assert publish(workspace, planned({}), now=FIRST) == "live"

    assert said(run_due(workspace, now=at(1, 0, 1))) == [("started", "01 00:01")]
    assert run_due(workspace, now=at(2, 0)) == []
    assert [entry.status for entry in workspace.documents.list()] == ["completed"]


@pytest.mark.req("ORC-39", "ORC-151")
def test_a_launch_is_skipped_while_the_run_before_still_waits_and_the_wait_ends_when_it_is_due(
    workspace: Workspace,
) -> None:
    wait = node("wait", "wait", amount=36, unit="hour")
    publish(workspace, planned(DAILY, wait, node("end", "end"), arrows=("who>wait", "wait>end")), now=FIRST)

    assert said(run_due(workspace, now=at(1, 9))) == [("started", "01 09:00")]
    (skipped,) = run_due(workspace, now=at(2, 9))
    assert (skipped.outcome, skipped.problem and skipped.problem.code) == (Outcome.SKIPPED, "slot-skipped")
    assert run_due(workspace, now=at(2, 20, 59)) == []
    (went_on,) = run_due(workspace, now=at(2, 21))
    assert (went_on.outcome, went_on.run) == (Outcome.CONTINUED, skipped.run)
    assert went_on.result is not None
    assert went_on.result.node("end").state is State.DONE
    assert said(run_due(workspace, now=at(3, 9))) == [("started", "03 09:00")]


@pytest.mark.req("ORC-40")
def test_a_launch_in_the_hour_that_comes_twice_happens_once(workspace: Workspace) -> None:
    publish(workspace, planned({"mode": "daily", "at": "02:30"}), now=at(25, 12))
    first = datetime(2025, 10, 26, 2, 30, tzinfo=PARIS)

    assert len(run_due(workspace, now=first)) == 1
    assert run_due(workspace, now=first.replace(fold=1)) == []


@pytest.mark.req("ORC-62")
@pytest.mark.parametrize(
    ("document", "code"),
    [
        (campaign([build("who", condition("nowhere", "equal", 1))], id="c"), "nowhere"),
        (planned({"mode": "once", "at": "2025-09-01T09:00:00"}), "past"),
        (planned({"mode": "daily", "at": "09:00", "validity": {"end": "2025-09-01"}}), "No launch"),
        (planned({"mode": "periodic", "minutes": 5}), "15 minutes"),
        (planned({"mode": "often"}), "cannot be read"),
    ],
)
def test_what_has_errors_is_not_published(workspace: Workspace, document: Document, code: str) -> None:
    with pytest.raises(EngineError, match=code) as caught:
        publish(workspace, document, now=FIRST)

    assert caught.value.problem.code == "not-publishable"
    assert workspace.documents.list() == []


@pytest.mark.req("ORC-35")
def test_the_last_launch_of_a_validity_still_runs(workspace: Workspace) -> None:
    publish(workspace, planned({**DAILY, "validity": {"start": "2025-10-02", "end": "2025-10-03"}}), now=FIRST)

    found = [one for hours in range(24 * 5) for one in run_due(workspace, now=FIRST + timedelta(hours=hours))]

    assert said(found) == [("started", "02 09:00"), ("started", "03 09:00")]


@pytest.mark.req("ORC-94", "ORC-95", "ORC-92")
def test_a_failed_run_does_not_advance_what_is_remembered(workspace: Workspace) -> None:
    saving = node("save", "save-audience", label="Free", mode="create", identity="crm_id")
    document = campaign([NEW, saving], "new>save", schedule=DAILY, id="c", name="C", as_of=None)
    publish(workspace, document, now=FIRST)
    assert said(run_due(workspace, now=at(1, 9))) == [("started", "01 09:00")]
    basic = node("new", "incremental-query", dimension="recipients", rule=condition("plan", "equal", "basic"))
    other = campaign([basic, saving], "new>save", schedule=DAILY, id="c", name="C", as_of=None)  # fmt: skip
    workspace.documents.set_status("c", "draft")
    publish(workspace, other, now=at(1, 10))

    failed = [run_due(workspace, now=at(day, 9)) for day in (2, 3)]

    assert [said(one)[0][0] for one in failed] == ["failed", "failed"]
    results = [one[0].result for one in failed]
    assert [result is not None and result.transition("t1").rows for result in results] == [7, 7]


def test_a_campaign_that_was_published_by_other_means_is_watched_from_now_on(workspace: Workspace) -> None:
    publish(workspace, planned(DAILY), now=at(1, 10))
    workspace.documents.save("d", workspace.documents.load("c").replace('"c"', '"d"'), name="D", kind="campaign")
    workspace.documents.set_status("d", "live")

    workspace.documents.save("j", "a journey that nobody can read", name="J", kind="journey")
    workspace.documents.set_status("j", "live")

    def done(now: datetime) -> dict[str, Outcome]:
        return {one.document: one.outcome for one in run_due(workspace, now=now)}

    assert done(at(2, 9)) == {"c": Outcome.STARTED, "j": Outcome.FAILED}
    assert done(at(3, 9)) == {"c": Outcome.STARTED, "d": Outcome.STARTED, "j": Outcome.FAILED}
