"""One campaign starts another, or moves it on: in a real run, with what it hands over, and not too often."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from engine.document.files import to_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.real import continue_run, deliver_signals, send_signal, start_real_run
from engine.runner.results import RunResult, State
from engine.runner.service import check_document, run_document
from engine.workspace import Workspace
from engine.workspace.runs import FAILED, FINISHED, WAITING
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

NOON = datetime(2025, 10, 1, 12, 0)
ON_SIGNAL = {"mode": "signal", "parameters": [{"name": "channel", "test_value": "email"}]}
IS_SMS = {"source": "variable", "variable": "channel", "operator": "equal", "value": "sms"}
FEW = condition("plan", "equal", "free")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def receiver(name: str = "b", *more: dict[str, Any], schedule: Any = None) -> Document:
    """A campaign that sends an SMS or an e-mail, as the signal says."""
    return campaign(
        [build("who", FEW), node("which", "test", conditions=[IS_SMS]), node("sms", "sms"), node("mail", "email"),
         *more],
        "who>which", "which:condition:1>sms", "which:default>mail",
        id=name, name=name.upper(), schedule=ON_SIGNAL if schedule is None else schedule,
    )  # fmt: skip


def sender(to: str = "b", name: str = "a") -> Document:
    signal = {"campaign": to, "parameters": [{"name": "channel", "value": "$(vars/@wanted)"}]}
    return campaign([build("who", FEW), node("end", "end", signal=signal)], "who>end", id=name, name=name.upper(),
                    variables=[{"name": "wanted", "value": "sms"}])  # fmt: skip


def keep(workspace: Workspace, document: Document, status: str = "live") -> None:
    workspace.documents.save(document.id, to_text(document), name=document.name, kind="campaign")
    workspace.documents.set_status(document.id, status)


def reached(result: RunResult) -> set[str]:
    return {one.id for one in result.nodes if one.state is State.DONE and one.id in {"sms", "mail"}}


@pytest.mark.req("ORC-43", "ORC-154")
def test_at_design_time_the_test_value_stands_for_the_signal(workspace: Workspace) -> None:
    assert reached(run_document(workspace, receiver())) == {"mail"}


@pytest.mark.req("ORC-157", "ORC-158", "ORC-154")
def test_an_end_starts_the_other_campaign_with_its_parameters(workspace: Workspace) -> None:
    keep(workspace, receiver())

    first = start_real_run(workspace, sender())

    (run,) = workspace.runs.list("b")
    assert run.status == FINISHED
    assert run.state["variables"] == {"channel": "sms"}
    assert ("info", "end", "Signal sent to B with channel=sms.") in workspace.runs.lines(first.run or "")
    (signal,) = workspace.signals.list("b")
    assert (signal.run, signal.sender, signal.refused) == (run.id, "A", "")
    result: Any = run.result
    assert {one["id"] for one in result["nodes"] if one["state"] == "done"} == {"who", "which", "sms"}


@pytest.mark.req("ORC-157")
def test_a_signal_to_a_draft_fails_and_the_run_goes_on_once_it_is_published(workspace: Workspace) -> None:
    keep(workspace, receiver(), "draft")

    failed = start_real_run(workspace, sender())
    run = failed.run or ""
    assert [(one.code, one.node) for one in failed.problems] == [("receiver-not-published", "end")]
    assert workspace.runs.get(run).status == FAILED
    assert workspace.runs.list("b") == []

    workspace.documents.set_status("b", "live")
    assert continue_run(workspace, run).ok
    assert workspace.runs.get(run).status == FINISHED
    assert len(workspace.runs.list("b")) == 1


@pytest.mark.req("ORC-157")
@pytest.mark.parametrize(("to", "what"), [("nobody", "no campaign 'nobody'"), ("plain", "not triggered by a signal")])
def test_an_end_that_nobody_hears_is_said_before_the_run(workspace: Workspace, to: str, what: str) -> None:
    keep(workspace, receiver("plain", schedule={}))

    (problem,) = check_document(workspace, sender(to)).problems

    assert problem.check == "V26"
    assert what in problem.what


@pytest.mark.req("ORC-158")
@pytest.mark.parametrize(("minutes", "accepted"), [(0, False), (59, False), (60, True)])
def test_a_published_campaign_takes_one_signal_an_hour(workspace: Workspace, minutes: int, accepted: bool) -> None:
    keep(workspace, receiver())
    assert reached(send_signal(workspace, "b", {"channel": "email"}, now=NOON)) == {"mail"}

    def again() -> RunResult:
        return send_signal(workspace, "b", {"channel": "sms"}, now=NOON + timedelta(minutes=minutes))

    if accepted:
        assert reached(again()) == {"sms"}
    else:
        with pytest.raises(EngineError, match="less than an hour ago") as caught:
            again()
        assert caught.value.problem.values["minutes"] == 60 - minutes
    assert len(workspace.runs.list("b")) == 1 + accepted


@pytest.mark.req("ORC-160")
def test_parameters_that_were_never_declared_reach_expressions(workspace: Workspace) -> None:
    rule = condition("city", "equal", value_expression="$(vars/@town)")
    keep(workspace, campaign([build("who", rule)], id="b", schedule=ON_SIGNAL, variables=[]))

    assert check_document(workspace, campaign([build("who", rule)], id="b", schedule=ON_SIGNAL)).problems == ()
    result = send_signal(workspace, "b", {"town": "Lyon"}, now=NOON)

    assert result.transition("who:result").rows == 2


@pytest.mark.req("ORC-158", "ORC-153")
def test_a_path_that_waits_for_a_signal_goes_on_with_what_it_brings(workspace: Workspace) -> None:
    document = campaign(
        [node("signal", "external-signal", parameters=[{"name": "city", "test_value": "Paris"}]),
         build("who", condition("city", "equal", variable="city")),
         node("save", "save-audience", label="Heard")],
        "signal>who", "who>save", id="b",
    )  # fmt: skip
    assert run_document(workspace, document).transition("t2").rows == 5
    keep(workspace, document)
    with pytest.raises(EngineError, match="no run of it waits"):
        send_signal(workspace, "b", {"city": "Lyon"}, now=NOON)
    begun = start_real_run(workspace, document)
    assert workspace.runs.get(begun.run or "").status == WAITING

    heard = send_signal(workspace, "b", {"city": "Lyon"}, now=NOON)

    assert (heard.run, heard.transition("t2").rows) == (begun.run, 2)
    saved = workspace.audiences.by_label("Heard")
    assert saved is not None
    assert saved.rows == 2


@pytest.mark.req("ORC-153", "ORC-158")
@pytest.mark.parametrize("as_of", ["2025-10-01T09:00:00", "2999-10-01T09:00:00"])
def test_what_a_run_has_passed_before_a_signal_stays_as_it_was(workspace: Workspace, as_of: str) -> None:
    in_town = condition("city", "equal", variable="city")
    document = campaign(
        [build("who", in_town), node("first", "save-audience", label="First", outbound=True),
         node("signal", "external-signal", parameters=[{"name": "city", "test_value": "Paris"}]),
         node("second", "save-audience", label="Second", outbound=True), build("then", in_town)],
        "who>first", "first>signal", "signal>second", "second>then", id="b", as_of=as_of,
    )  # fmt: skip
    keep(workspace, document)
    start_real_run(workspace, document)

    heard = send_signal(workspace, "b", {"city": "Lyon"}, now=NOON)

    rows = [heard.transition(name).rows for name in ("t1", "t2", "t3", "t4", "then:result")]
    assert rows == [5, 5, 5, 5, 2]
    saved = [workspace.audiences.by_label(label) for label in ("First", "Second")]
    assert [None if one is None else one.rows for one in saved] == [5, 5]


@pytest.mark.req("ORC-158")
def test_a_signal_whose_campaign_cannot_run_is_not_tried_later(workspace: Workspace) -> None:
    keep(workspace, receiver("b", node("end", "end", signal={"campaign": "gone"})))

    with pytest.raises(EngineError, match="cannot be published"):
        send_signal(workspace, "b", {"channel": "sms"}, now=NOON)

    (signal,) = workspace.signals.list("b")
    assert "cannot be published" in signal.refused
    assert workspace.signals.pending() == []


@pytest.mark.req("ORC-157")
def test_a_chain_of_campaigns_runs_and_a_circle_ends(workspace: Workspace) -> None:
    there = node("end", "end", signal={"campaign": "c"})
    back = node("end", "end", signal={"campaign": "b"})
    on_signal = {"mode": "signal"}
    keep(workspace, campaign([build("who", FEW), there], "who>end", id="b", name="B", schedule=on_signal))
    keep(workspace, campaign([build("who", FEW), back], "who>end", id="c", name="C", schedule=on_signal))

    start_real_run(workspace, sender("b"))

    assert len(workspace.runs.list("b")) == len(workspace.runs.list("c")) == 1
    (last,) = workspace.runs.list("c")
    assert last.status == FAILED
    assert any("less than an hour ago" in text for _, _, text in workspace.runs.lines(last.id))


@pytest.mark.req("ORC-158")
def test_a_signal_that_was_noted_before_a_crash_is_delivered_later(tmp_path: Path) -> None:
    with shop(tmp_path) as workspace:
        keep(workspace, receiver())
        workspace.signals.send("b", {"channel": "sms"}, sender="A", now=NOON)

    with Workspace.open(tmp_path / "shop") as workspace:
        deliver_signals(workspace)
        deliver_signals(workspace)

        (run,) = workspace.runs.list("b")
        (signal,) = workspace.signals.list("b")
        assert (signal.run, workspace.signals.pending()) == (run.id, [])


def test_a_signal_that_cannot_be_delivered_says_why_and_is_not_tried_for_ever(workspace: Workspace) -> None:
    keep(workspace, receiver())
    workspace.signals.send("b", {}, sender="A", now=NOON)
    workspace.documents.set_status("b", "stopped")

    deliver_signals(workspace)

    (signal,) = workspace.signals.list("b")
    assert "not published" in signal.refused
    assert workspace.signals.pending() == []
