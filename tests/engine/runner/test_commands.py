"""The command table: each command in each status, allowed and refused, first as a table and then done for real."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner import life
from engine.runner.commands import REASONS, Command, Standing, refusal
from engine.runner.publishing import publish, run_due
from engine.runner.results import State
from engine.workspace import Workspace
from engine.workspace.statuses import Status
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

PARIS = ZoneInfo("Europe/Paris")
DAILY = {"mode": "daily", "at": "09:00"}
ONCE = {"mode": "once", "at": "2025-10-02T09:00:00"}
SAVE = node("save", "save-audience", label="All", mode="create")
MAIL = node("mail", "email")

DRAFT, SCHEDULED, LIVE = Standing(Status.DRAFT), Standing(Status.SCHEDULED), Standing(Status.LIVE)
COMPLETED, CLOSED = Standing(Status.COMPLETED, run="finished"), Standing(Status.CLOSED, run="waiting")
STOPPED, ARCHIVED = Standing(Status.STOPPED, run="stopped"), Standing(Status.ARCHIVED)
PUBLISHING, REVIEWED = Standing(Status.PUBLISHING), Standing(Status.IN_REVIEW)
TESTING, HELD = Standing(Status.DRAFT, test="running"), Standing(Status.DRAFT, test="paused")
TESTED = Standing(Status.DRAFT, test="finished")
RUNS = Standing(Status.LIVE, recurring=True, run="running", executed=True)
RESTS = Standing(Status.LIVE, recurring=True, run="finished", executed=True, completed=True)
BROKEN = Standing(Status.LIVE, run="failed", executed=True)
BROKEN_LATER = Standing(Status.LIVE, recurring=True, run="failed", executed=True, completed=True)
ASKS = Standing(Status.LIVE, run="waiting", executed=True, pending=True)
PAUSED = Standing(Status.LIVE, run="paused", executed=True)
AT_BREAK = Standing(Status.LIVE, run="waiting", executed=True, held=True)
RAN_AND_WAITS = Standing(Status.SCHEDULED, recurring=True, run="finished", executed=True, completed=True)
JOURNEY, JOURNEY_LIVE = Standing(Status.DRAFT, journey=True), Standing(Status.LIVE, journey=True)
JOURNEY_COMING, JOURNEY_CLOSED = Standing(Status.SCHEDULED, journey=True), Standing(Status.CLOSED, journey=True)
ABORTED, ENDED = Standing(Status.STOPPED, journey=True), Standing(Status.COMPLETED, journey=True)
PUT_AWAY = Standing(Status.ARCHIVED, journey=True)
JOURNEYS = (JOURNEY, JOURNEY_COMING, JOURNEY_LIVE, JOURNEY_CLOSED, ABORTED, ENDED)
EVERY = (DRAFT, SCHEDULED, LIVE, COMPLETED, CLOSED, STOPPED, ARCHIVED, PUBLISHING, TESTING, HELD, TESTED, RUNS, RESTS,
         BROKEN, BROKEN_LATER, ASKS, PAUSED, AT_BREAK, RAN_AND_WAITS, REVIEWED, PUT_AWAY, *JOURNEYS)  # fmt: skip

ALLOWED = {
    Command.START: (DRAFT, TESTED),
    Command.PAUSE: (TESTING, RUNS),
    Command.RESUME: (HELD, BROKEN, BROKEN_LATER, PAUSED, AT_BREAK),
    Command.STOP: (SCHEDULED, LIVE, TESTING, HELD, RUNS, RESTS, BROKEN, BROKEN_LATER, ASKS, PAUSED, AT_BREAK,
                   RAN_AND_WAITS, JOURNEY_COMING, JOURNEY_LIVE, JOURNEY_CLOSED),
    Command.RESTART: (TESTING, HELD, TESTED),
    Command.PUBLISH: (DRAFT, HELD, TESTED, JOURNEY),
    Command.APPROVE: (REVIEWED,),
    Command.REQUEST_CHANGES: (REVIEWED,),
    Command.WITHDRAW: (REVIEWED,),
    Command.CONFIRM: (ASKS,),
    Command.CLOSE: (RUNS, RESTS, BROKEN_LATER, JOURNEY_LIVE),
    Command.BACK_TO_DRAFT: (SCHEDULED, BROKEN),
    Command.DUPLICATE: EVERY,
    Command.ARCHIVE: (SCHEDULED, LIVE, COMPLETED, CLOSED, STOPPED, PUBLISHING, RUNS, RESTS, BROKEN, BROKEN_LATER, ASKS,
                      PAUSED, AT_BREAK, RAN_AND_WAITS, REVIEWED, *JOURNEYS[1:]),
    Command.DELETE: (DRAFT, TESTING, HELD, TESTED, JOURNEY, ABORTED, ENDED, PUT_AWAY),
}  # fmt: skip
"""Written from the specifications' tables, line by line; those of journeys are B2B 2.3."""


@pytest.mark.req("ORC-15", "ORC-16", "ORC-18", "ORC-21", "ORC-61", "B2B-25", "B2B-27", "B2B-28", "B2B-32")
@pytest.mark.parametrize("command", Command)
def test_each_command_is_given_in_its_states_and_refused_in_all_others(command: Command) -> None:
    given = [one for one in EVERY if refusal(command, one) is None]

    assert given == [one for one in EVERY if one in ALLOWED[command]]
    for one in EVERY:
        problem = refusal(command, one)
        if problem is not None:
            assert problem.what.endswith((".", ":"))
            assert "{" not in problem.what
            assert problem.values == {"command": command.value, "status": one.status.value}


def test_every_reason_is_given_somewhere() -> None:
    given = {problem.code for command in Command for one in EVERY if (problem := refusal(command, one)) is not None}
    assert given == set(REASONS)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2025, 10, day, hour, tzinfo=PARIS)


def planned(schedule: Any, *more: dict[str, Any], arrows: tuple[str, ...] = (), **values: Any) -> Document:
    return campaign([build("who"), *more], *arrows, schedule=schedule, id="c", name="C", as_of=None, **values)


def kept(workspace: Workspace, document: Document) -> Document:
    workspace.documents.save(document.id, to_text(document), name=document.name, kind="campaign")
    return document


def status(workspace: Workspace) -> str:
    return workspace.documents.get("c").status


def refused(code: str) -> Any:
    return pytest.raises(EngineError, check=lambda error: error.problem.code == code)


@pytest.mark.req("ORC-59", "ORC-60", "ORC-61", "ORC-52")
def test_a_test_run_stops_at_its_pause_point_goes_on_and_stops_at_the_message(workspace: Workspace) -> None:
    held = node("save", "save-audience", label="All", outbound=True) | {"paused": True}
    document = kept(
        workspace, planned({}, held, MAIL, node("end", "end"), arrows=("who>save", "save>mail", "mail>end"))
    )

    first = life.start_testing(workspace, document).result()
    assert [one.state for one in first.nodes] == [State.DONE, State.PAUSED, State.NOT_REACHED, State.NOT_REACHED]
    with refused("test-under-way"):
        life.start_testing(workspace, document)
    second = life.resume(workspace, "c", now=at(1))
    assert [one.state for one in second.nodes] == [State.DONE, State.DONE, State.PAUSED, State.NOT_REACHED]
    with refused("nothing-paused"):
        life.resume(workspace, "c", now=at(1))

    assert workspace.audiences.list() == []
    assert status(workspace) == "draft"
    (run,) = workspace.runs.summaries("c")
    assert (run.mode, run.status) == ("test", "finished")
    tasks = [(one.node, one.state) for one in workspace.runs.tasks(run.id)]
    assert tasks == [("who", "done"), ("save", "paused"), ("save", "done"), ("mail", "paused")]


@pytest.mark.req("ORC-61")
def test_a_test_run_is_paused_stopped_and_restarted(workspace: Workspace) -> None:
    document = kept(workspace, planned({}, SAVE, arrows=("who>save",)))
    with refused("never-tested"):
        life.restart(workspace, document)
    with refused("nothing-runs"):
        life.pause(workspace, "c")
    workspace.wishes.pause("c")
    paused = life.start_testing(workspace, document).result()
    assert [one.state for one in paused.nodes] == [State.PAUSED, State.NOT_REACHED]

    assert life.stop(workspace, "c", now=at(1)) == "draft"
    with refused("nothing-to-stop"):
        life.stop(workspace, "c", now=at(1))
    assert life.restart(workspace, document).result().node("save").state is State.DONE

    assert [run.status for run in workspace.runs.summaries("c")] == ["finished", "stopped"]


@pytest.mark.req("ORC-22", "ORC-62", "ORC-21", "ORC-82")
def test_what_is_published_is_read_only_until_it_is_a_draft_again(workspace: Workspace) -> None:
    document = planned(DAILY)
    publish(workspace, document, now=at(1))

    with refused("read-only"):
        kept(workspace, document)
    with refused("published-already"):
        publish(workspace, document, now=at(1))
    with refused("delete-needs-draft"):
        life.delete(workspace, "c")
    life.back_to_draft(workspace, "c", now=at(1, 11))
    assert status(workspace) == "draft"
    assert run_due(workspace, now=at(2, 9)) == []
    kept(workspace, document)
    publish(workspace, document, now=at(3))
    assert len(run_due(workspace, now=at(4, 9))) == 1
    with refused("ran-already"):
        life.back_to_draft(workspace, "c", now=at(4))


@pytest.mark.req("ORC-21", "ORC-75")
def test_a_campaign_whose_only_run_failed_becomes_a_draft_again(workspace: Workspace) -> None:
    save = node("save", "save-audience", label="Nobody", when_empty="fail")
    nobody = build("who", condition("city", "equal", "Nowhere"))
    kept(workspace, campaign([nobody, save], "who>save", id="c", name="C", as_of=None))
    publish(workspace, life.current(workspace, "c"), now=at(1))
    assert status(workspace) == "live"
    with refused("back-needs-failure"):
        life.back_to_draft(workspace, "c", now=at(1))

    assert run_due(workspace, now=at(1))[0].outcome == "failed"

    assert status(workspace) == "live"
    life.back_to_draft(workspace, "c", now=at(2))
    assert status(workspace) == "draft"
    assert [run.status for run in workspace.runs.summaries("c")] == ["stopped"]


@pytest.mark.req("ORC-20")
def test_a_published_campaign_that_is_stopped_stays_stopped(workspace: Workspace) -> None:
    waiting = planned(DAILY, node("wait", "wait", amount=2, unit="day"), node("end", "end"),
                      arrows=("who>wait", "wait>end"))  # fmt: skip
    publish(workspace, waiting, now=at(1))
    run_due(workspace, now=at(2, 9))

    assert life.stop(workspace, "c", now=at(2)) == "stopped"

    assert run_due(workspace, now=at(9, 9)) == []
    assert [run.status for run in workspace.runs.summaries("c")] == ["stopped"]
    with refused("nothing-paused"):
        life.resume(workspace, "c", now=at(2))
    with refused("back-needs-published"):
        life.back_to_draft(workspace, "c", now=at(2))


@pytest.mark.req("ORC-19")
def test_a_closed_campaign_ends_its_run_and_begins_no_other(workspace: Workspace) -> None:
    waiting = planned(DAILY, node("wait", "wait", amount=2, unit="day"), node("save", "save-audience", label="Later"),
                      arrows=("who>wait", "wait>save"))  # fmt: skip
    publish(workspace, waiting, now=at(1))
    with refused("close-needs-live"):
        life.close(workspace, "c", now=at(1))
    run_due(workspace, now=at(2, 9))

    life.close(workspace, "c", now=at(2))

    assert [one.outcome.value for one in run_due(workspace, now=at(4, 9))] == ["continued"]
    assert run_due(workspace, now=at(5, 9)) == []
    assert [one.label for one in workspace.audiences.list()] == ["Later"]
    assert status(workspace) == "closed"


@pytest.mark.req("ORC-19")
def test_what_runs_once_cannot_be_closed(workspace: Workspace) -> None:
    publish(workspace, planned({}), now=at(1))
    with refused("close-needs-recurring"):
        life.close(workspace, "c", now=at(1))


@pytest.mark.parametrize(("schedule", "asks"), [({}, True), (DAILY, False)])
def test_messages_of_a_campaign_that_runs_once_wait_to_be_confirmed(
    workspace: Workspace, schedule: Any, asks: bool
) -> None:
    publish(workspace, planned(schedule, MAIL, node("end", "end"), arrows=("who>mail", "mail>end")), now=at(1, 8))
    with refused("nothing-to-confirm"):
        life.confirm(workspace, "c", now=at(1))

    (launch,) = run_due(workspace, now=at(1, 9))

    assert launch.result is not None
    assert launch.result.node("mail").state is (State.PENDING if asks else State.DONE)
    if asks:
        assert run_due(workspace, now=at(2, 9)) == []
        assert life.confirm(workspace, "c", now=at(2, 9)).node("end").state is State.DONE
        assert status(workspace) == "completed"


def test_sending_without_confirmation_is_a_setting_of_the_message(workspace: Workspace) -> None:
    publish(workspace, planned({}, node("mail", "email", send_without_confirmation=True), arrows=("who>mail",)),
            now=at(1))  # fmt: skip
    (launch,) = run_due(workspace, now=at(1))
    assert launch.result is not None
    assert launch.result.node("mail").state is State.DONE


@pytest.mark.req("ORC-17")
def test_a_duplicate_has_everything_but_the_runs(workspace: Workspace) -> None:
    document = kept(workspace, planned(DAILY, SAVE, arrows=("who>save",), description="What for"))
    workspace.documents.set_tags("c", ["spring", "spring", " "])
    publish(workspace, document, now=at(1))
    run_due(workspace, now=at(2, 9))

    copy = life.duplicate(workspace, "c", "C again")

    found = from_text(workspace.documents.load(copy.id))
    assert (copy.id, found.name, workspace.documents.get(copy.id).status) == ("c-again", "C again", "draft")
    assert found.model_copy(update={"id": "c", "name": "C"}) == document
    assert workspace.documents.get(copy.id).tags == ("spring",)
    assert (workspace.runs.summaries(copy.id), workspace.launches.list(copy.id)) == ([], [])
    assert life.duplicate(workspace, "c", "C again").id == "c-again-2"
    with refused("name-missing"):
        life.duplicate(workspace, "c", "  ")


@pytest.mark.req("ORC-18", "ORC-7")
def test_archiving_and_deleting_are_each_for_their_statuses(workspace: Workspace) -> None:
    document = kept(workspace, planned(DAILY))
    with refused("archive-draft"):
        life.archive(workspace, "c", now=at(1))
    life.start_testing(workspace, document).result()
    life.delete(workspace, "c")
    assert (workspace.documents.list(), workspace.runs.summaries()) == ([], [])
    with refused("unknown-document"):
        workspace.documents.load("c")

    publish(workspace, document, now=at(1))
    life.archive(workspace, "c", now=at(2))
    assert status(workspace) == "archived"
    assert run_due(workspace, now=at(3, 9)) == []
    with refused("archived-already"):
        life.archive(workspace, "c", now=at(2))
    assert life.duplicate(workspace, "c", "Again").name == "Again"


@pytest.mark.req("ORC-23")
def test_a_template_gives_new_drafts_with_its_activities(workspace: Workspace) -> None:
    template = life.save_template(workspace, planned(DAILY, SAVE, arrows=("who>save",)), "Weekly offer", "What for")

    made = life.from_template(workspace, template, "Spring offer")

    assert [(one.name, one.description) for one in workspace.templates.list()] == [("Weekly offer", "What for")]
    assert (made.id, made.name, [one.id for one in made.nodes]) == ("spring-offer", "Spring offer", ["who", "save"])
    assert from_text(workspace.documents.load(made.id)) == made
    workspace.templates.remove(template)
    with refused("unknown-template"):
        life.from_template(workspace, template, "X")
