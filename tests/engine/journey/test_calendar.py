"""When waits end: the table of section 6.9 (E18), daylight saving, leap days, month ends; each worked out by hand."""

from datetime import datetime
from typing import Any

import pytest

from engine.document.model import Document
from engine.journey.calendar import MustEndOn, fitting, micros, moment
from engine.workspace import Workspace
from tests.engine.journey.running import Rehearsal, document

WEEK = ["mon", "tue", "wed", "thu", "fri"]


def _first(wanted: dict[str, Any], after: str) -> datetime:
    start = micros(datetime.fromisoformat(after))
    return moment(fitting(MustEndOn.model_validate(wanted), start, start + 40 * 86_400_000_000)[0])


TABLE = pytest.mark.parametrize(
    ("wanted", "enters", "exits"),
    [
        ({"time": "09:00"}, "2026-01-05T11:00", "2026-01-06T09:00"),
        ({"time": "09:00"}, "2026-01-05T07:00", "2026-01-05T09:00"),
        ({"days": ["tue"]}, "2026-01-09T15:00", "2026-01-13T00:00"),
        ({"time": "10:00", "days": WEEK}, "2026-01-10T14:00", "2026-01-12T10:00"),
        ({"time": "10:00", "days": WEEK}, "2026-01-07T08:00", "2026-01-07T10:00"),
    ],
)


@TABLE
@pytest.mark.req("B2B-281", "B2B-282")
def test_e18_the_rows_of_the_table(wanted: dict[str, Any], enters: str, exits: str) -> None:
    assert _first(wanted, enters) == datetime.fromisoformat(exits)


@TABLE
@pytest.mark.req("B2B-282")
def test_e18_an_account_waits_so_in_a_journey(
    the_companies: Workspace, wanted: dict[str, Any], enters: str, exits: str
) -> None:
    waiting = {"value": 0, "must_end_on": {"zone": "UTC", **wanted}}
    found = Rehearsal(the_companies, _waiting(waiting), sim_start=enters, audience_eval_time=enters[-5:],
                      sim_end="2026-01-14T00:00")  # fmt: skip

    assert found.moves("wait") == {"A1": ("out", datetime.fromisoformat(exits))}


@pytest.mark.req("B2B-279")
@pytest.mark.parametrize(("until", "exits"), [("2026-02-28T09:30", "2026-02-28T09:30"), ("2025-12-31", "2026-01-05")])
def test_a_wait_until_a_date_that_is_past_is_over_at_once(the_companies: Workspace, until: str, exits: str) -> None:
    found = Rehearsal(the_companies, _waiting({"type": "date", "date": until}), sim_start="2026-01-05T00:00")

    assert found.moves("wait") == {"A1": ("out", datetime.fromisoformat(exits))}


def _waiting(settings: dict[str, Any]) -> Document:
    """The journey of E18, in which A1 waits, with other settings of the wait."""
    subject = document("e18-wait")
    nodes = tuple(one.model_copy(update={"settings": settings}) if one.id == "wait" else one for one in subject.nodes)
    return Document.model_validate(subject.model_dump(by_alias=True) | {"nodes": nodes})


@pytest.mark.req("B2B-283")
@pytest.mark.parametrize(
    ("zone", "time", "enters", "exits"),
    [
        # New York springs forward on 8 March 2026: 02:30 does not exist and becomes 03:30, which is 07:30 in UTC.
        ("America/New_York", "02:30", "2026-03-08T01:00", "2026-03-08T07:30"),
        # It falls back on 1 November 2026: of the two 01:30, the first one counts, 05:30 in UTC.
        ("America/New_York", "01:30", "2026-11-01T00:00", "2026-11-01T05:30"),
        # Ten o'clock in Paris is 09:00 in UTC in winter and 08:00 in summer.
        ("Europe/Paris", "10:00", "2026-03-27T12:00", "2026-03-28T09:00"),
        ("Europe/Paris", "10:00", "2026-03-28T12:00", "2026-03-29T08:00"),
    ],
)
def test_daylight_saving(zone: str, time: str, enters: str, exits: str) -> None:
    assert _first({"zone": zone, "time": time}, enters) == datetime.fromisoformat(exits)


@pytest.mark.req("B2B-278", "B2B-283")
@pytest.mark.parametrize(
    ("start", "value", "unit", "exits"),
    [
        ("2026-01-31T00:00", 1, "months", "2026-02-28T00:00"),
        ("2028-01-31T00:00", 1, "months", "2028-02-29T00:00"),
        ("2028-02-29T00:00", 12, "months", "2029-02-28T00:00"),
        ("2028-02-28T00:00", 1, "days", "2028-02-29T00:00"),
        ("2026-01-05T00:00", 90, "minutes", "2026-01-05T01:30"),
        ("2026-01-05T00:00", 2, "weeks", "2026-01-19T00:00"),
    ],
)
def test_durations(the_companies: Workspace, start: str, value: int, unit: str, exits: str) -> None:
    changed = _waiting({"value": value, "unit": unit})
    found = Rehearsal(the_companies, changed, sim_start=start, sim_end=str(int(start[:4]) + 2) + "-12-31T00:00")

    assert found.moves("wait") == {"A1": ("out", datetime.fromisoformat(exits))}
