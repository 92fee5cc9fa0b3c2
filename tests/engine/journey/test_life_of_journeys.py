"""Published journeys live by themselves: they start, recur, close, finish and are aborted; dates worked out by hand."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from engine.account_data.rows import current_rows
from engine.document.files import to_text
from engine.document.model import Document
from engine.journey.calendar import micros, moment
from engine.journey.evaluating import recurring
from engine.journey.properties import Recurrence
from engine.runner import life
from engine.runner.journeys import check_journey_document
from engine.runner.publishing import publish, run_due
from engine.runner.service import run_document
from engine.workspace import Workspace
from engine.workspace.launches import Outcome
from tests.engine.campaigns import campaign, node
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import Rehearsal
from tests.engine.journey.test_linked import act, chain, wait

PUBLISHED = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with companies(tmp_path / "w") as opened:
        yield opened


def live(workspace: Workspace, **schedule: Any) -> Document:
    """A1 enters at the first midnight, notes a moment and waits for three days; published at noon on the fifth."""
    found = chain("b", act("note", "acct.interesting_moment", type="Web"), wait("three", 3))
    found = found.model_copy(update={"journey": {**found.journey, "schedule": {"end_date": "2026-03-01", **schedule}}})
    workspace.documents.save(found.id, to_text(found), name=found.name, kind="journey")
    publish(workspace, found, now=PUBLISHED)
    return found


def due(workspace: Workspace, day: int, hour: int = 0, month: int = 1) -> str:
    """The status of the journey after a look at that instant."""
    run_due(workspace, now=datetime(2026, month, day, hour, tzinfo=UTC))
    return workspace.documents.get("b").status


def members(workspace: Workspace) -> list[tuple[Any, ...]]:
    rows = current_rows(workspace, "journey_member")
    return [(row["account_id"], row["entered_at"], row["exited_at"], row["exit_reason"], row["current_node_id"])
            for row in rows]  # fmt: skip


@pytest.mark.req("B2B-27", "B2B-30", "B2B-91")
def test_a_closed_journey_lets_those_inside_go_on_and_is_finished_after_the_last(workspace: Workspace) -> None:
    live(workspace)

    assert due(workspace, 5, 18) == "live", "nobody was in it yet"
    assert due(workspace, 7) == "live"
    assert members(workspace) == [("A1", datetime(2026, 1, 6), None, None, "three")]
    life.close(workspace, "b", now=datetime(2026, 1, 7, 12, tzinfo=UTC))
    assert due(workspace, 8) == "closed"
    assert due(workspace, 10) == "completed"
    assert members(workspace) == [("A1", datetime(2026, 1, 6), datetime(2026, 1, 9), "completed", "")]
    (told,) = current_rows(workspace, "journey_outcome")
    assert (told["node_id"], told["account_id"], told["outcome"]) == ("note", "A1", "applied")

    inside = {"kind": "condition", "attribute": "exit_reason", "operator": "equal", "value": "completed"}
    rule = {"kind": "exists", "link": "journeys", "rule": inside}
    who = campaign([node("who", "build-audience", dimension="account", rule=rule), node("end", "end")], "who>end")
    assert run_document(workspace, who).transition("t1").rows == 1, "a campaign starts from what journeys did"


@pytest.mark.req("B2B-27")
def test_nobody_enters_a_journey_that_is_closed_before_it_lets_anybody_in(workspace: Workspace) -> None:
    live(workspace)
    life.close(workspace, "b", now=datetime(2026, 1, 5, 18, tzinfo=UTC))

    assert due(workspace, 7) == "completed"
    assert members(workspace) == []


@pytest.mark.req("B2B-28")
def test_an_aborted_journey_stops_everybody_at_once_and_for_good(workspace: Workspace) -> None:
    live(workspace)
    due(workspace, 7)
    life.stop(workspace, "b", now=datetime(2026, 1, 7, 12, tzinfo=UTC))

    gone = [("A1", datetime(2026, 1, 6), datetime(2026, 1, 7, 12), "journey_aborted", "three")]
    assert members(workspace) == gone
    assert due(workspace, 20) == "stopped"
    assert members(workspace) == gone


@pytest.mark.req("B2B-24", "B2B-30", "B2B-31", "B2B-51")
def test_a_scheduled_journey_goes_live_on_its_day_and_ends_on_its_last(workspace: Workspace) -> None:
    live(workspace, start_mode="specific_date", start_date="2026-01-08", end_date="2026-01-10")

    assert due(workspace, 7, 23) == "scheduled"
    assert due(workspace, 8) == "live"
    assert due(workspace, 9) == "live"
    assert due(workspace, 10) == "completed"
    assert members(workspace) == [("A1", datetime(2026, 1, 8), datetime(2026, 1, 10), "journey_ended", "")]


@pytest.mark.req("B2B-53")
@pytest.mark.parametrize(
    ("recurrence", "start", "end", "expected"),
    [
        # At the end of March, clocks in Paris go on from two to three: half past two does not exist that day.
        ({"frequency": "daily", "time": "02:30:15", "zone": "Europe/Paris"}, (2026, 3, 28), (2026, 3, 31),
         ["03-28 01:30:15", "03-29 01:30:15", "03-30 00:30:15"]),
        ({"frequency": "weekly", "time": "09:00", "start_date": date(2026, 1, 7)}, (2026, 1, 5), (2026, 1, 25),
         ["01-07 09:00:00", "01-14 09:00:00", "01-21 09:00:00"]),
        ({"frequency": "monthly", "time": "00:00", "start_date": date(2026, 1, 31)}, (2026, 1, 5), (2026, 4, 30),
         ["01-31 00:00:00", "02-28 00:00:00", "03-31 00:00:00", "04-30 00:00:00"]),
        # The year of the last month has a twenty-ninth of February, which is also the last day that counts.
        ({"frequency": "monthly", "start_date": date(2027, 11, 29), "end_date": date(2028, 2, 29)}, (2027, 11, 1),
         (2028, 4, 30), ["11-29 00:00:00", "12-29 00:00:00", "01-29 00:00:00", "02-29 00:00:00"]),
    ],
)  # fmt: skip
def test_a_journey_recurs_by_its_own_calendar(
    recurrence: dict[str, Any], start: tuple[int, int, int], end: tuple[int, int, int], expected: list[str]
) -> None:
    span = (micros(datetime(*day)) for day in (start, end))
    assert [f"{moment(one):%m-%d %H:%M:%S}" for one in recurring(Recurrence(**recurrence), *span)] == expected


@pytest.mark.req("B2B-53", "B2B-91")
def test_people_enter_only_when_their_journey_recurs(workspace: Workspace) -> None:
    """Whoever has left may come again an hour later, but the audience is looked at on Wednesdays only."""
    journey = chain("p", of_people=True, re_entry=True)
    recurs = {"frequency": "weekly", "time": "09:00", "start_date": "2026-01-07"}
    schedule = {"end_date": "2026-02-01", "recurrence": recurs}
    properties = {**journey.journey, "schedule": schedule}
    found = Rehearsal(workspace, journey.model_copy(update={"journey": properties}))
    assert {entered for _, _, entered in found.entries()} == {datetime(2026, 1, day, 9) for day in (7, 14, 21, 28)}

    wrong = journey.model_copy(update={"journey": {**properties, "type": "account"}})
    codes = {one.code for one in check_journey_document(workspace, wrong)[1]}
    assert "misplaced-recurrence" in codes


def broken(workspace: Workspace) -> None:
    """The published journey has a node that refers to what was deleted since."""
    content = json.loads(workspace.documents.load("b"))
    next(one for one in content["nodes"] if one["id"] == "note")["settings"] |= {
        "action": "acct.add_to_journey", "settings": {"journey": "deleted"}
    }  # fmt: skip
    workspace.documents.set_status("b", "draft", PUBLISHED)
    workspace.documents.save("b", json.dumps(content), name="B", kind="journey")
    workspace.documents.set_status("b", "live", PUBLISHED)


INSIDE = [("A1", datetime(2026, 1, 6), None, None, "three")]


def test_a_journey_that_broke_keeps_its_log_and_stops_nothing_else(workspace: Workspace) -> None:
    live(workspace)
    due(workspace, 7)
    broken(workspace)

    (told,) = run_due(workspace, now=datetime(2026, 1, 8, tzinfo=UTC))
    assert (told.document, told.outcome) == ("b", Outcome.FAILED)
    assert told.problem is not None
    assert told.problem.node == "note"
    assert members(workspace) == INSIDE
    assert workspace.documents.get("b").status == "live"

    life.stop(workspace, "b", now=datetime(2026, 1, 8, 12, tzinfo=UTC))
    assert members(workspace) == [("A1", datetime(2026, 1, 6), datetime(2026, 1, 8, 12), "journey_aborted", "three")]
    assert workspace.documents.get("b").status == "stopped"


def test_a_journey_whose_audience_cannot_run_is_told_of_like_any_other(workspace: Workspace) -> None:
    live(workspace)
    content = workspace.documents.load("b").replace('"account_id"', '"gone_since"')
    workspace.documents.set_status("b", "draft", PUBLISHED)
    workspace.documents.save("b", content, name="B", kind="journey")
    workspace.documents.set_status("b", "live", PUBLISHED)

    (told,) = run_due(workspace, now=datetime(2026, 1, 8, tzinfo=UTC))
    assert (told.document, told.outcome) == ("b", Outcome.FAILED)


def test_moving_the_end_of_a_closed_journey_lets_nobody_in_again(workspace: Workspace) -> None:
    live(workspace)
    life.close(workspace, "b", now=datetime(2026, 1, 5, 18, tzinfo=UTC))
    life.change_end_date(workspace, "b", date(2026, 2, 1), now=datetime(2026, 1, 6, 12, tzinfo=UTC))

    entry = workspace.documents.get("b")
    assert (entry.status, entry.closed, entry.changed) == ("closed", datetime(2026, 1, 5, 18), datetime(2026, 1, 6, 12))
    assert due(workspace, 7) == "completed"
    assert members(workspace) == []


def test_archiving_takes_everybody_out_and_deleting_forgets_them(workspace: Workspace) -> None:
    live(workspace)
    other = current_rows(workspace, "journey_member")
    due(workspace, 7)
    assert members(workspace) == INSIDE
    assert other == []
    life.archive(workspace, "b", now=datetime(2026, 1, 7, 12, tzinfo=UTC))
    gone = ("A1", datetime(2026, 1, 6), datetime(2026, 1, 7, 12), "journey_aborted", "three")
    assert members(workspace) == [gone]

    life.delete(workspace, "b")
    assert members(workspace) == []
    assert current_rows(workspace, "journey_outcome") == []
    assert all(one.id != "b" for one in workspace.documents.list())


def test_the_last_day_of_a_recurrence_is_that_of_its_zone(workspace: Workspace) -> None:
    """In Los Angeles nine in the evening of the seventh is five in the morning of the eighth in UTC."""
    recurs = {"frequency": "daily", "time": "21:00", "zone": "America/Los_Angeles", "start_date": "2026-01-06",
              "end_date": "2026-01-07"}  # fmt: skip
    found = chain("b", of_people=True)
    schedule = {"end_date": "2026-03-01", "recurrence": recurs}
    found = found.model_copy(update={"journey": {**found.journey, "schedule": schedule}})
    workspace.documents.save(found.id, to_text(found), name=found.name, kind="journey")
    publish(workspace, found, now=PUBLISHED)

    assert due(workspace, 7, 8) == "live"
    assert due(workspace, 8, 2) == "live", "the last evaluation is still to come"
    assert due(workspace, 9, 2) == "completed"
