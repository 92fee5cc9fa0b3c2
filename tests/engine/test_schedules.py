# ruff: noqa: E501 - the cases are read as a table
"""Schedules as computation, against a day-by-day count and the specification's examples."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from engine.schedules import Missed, Schedule, check_schedule, launches, missed, next_launch, preview

PARIS = ZoneInfo("Europe/Paris")
READ: TypeAdapter[Schedule] = TypeAdapter(Schedule)
NOW = datetime(2025, 10, 1, 0, 0, tzinfo=PARIS)


def schedule(**raw: object) -> Schedule:
    return READ.validate_python(raw)


@pytest.mark.req("ORC-31", "ORC-35")
def test_twice_a_day_for_three_months_is_186_launches() -> None:
    found = schedule(mode="hours", times=["09:00", "12:00"], validity={"start": "2025-10-01", "end": "2026-01-01"})

    assert len(list(launches(found, PARIS, NOW))) == 186


@pytest.mark.req("ORC-33", "ORC-34", "ORC-36")
@pytest.mark.parametrize(
    ("raw", "days"),
    [
        ({"mode": "weekly", "every": 2, "starting": "2025-10-06", "weekdays": [0, 3], "at": "08:00"},
         ["10-06", "10-09", "10-20", "10-23"]),
        ({"mode": "monthly", "day_rule": "last-day", "at": "08:00"}, ["10-31", "11-30", "12-31"]),
        ({"mode": "monthly", "day_rule": "nth-weekday", "nth": 1, "weekday": 0, "at": "08:00"}, ["10-06", "11-03", "12-01"]),
        ({"mode": "monthly", "day_rule": "day-number", "day": 31, "at": "08:00"}, ["10-31", "12-31"]),
        ({"mode": "monthly", "day_rule": "nth-weekday", "nth": -1, "weekday": 4, "at": "08:00"}, ["10-31", "11-28"]),
    ],
)  # fmt: skip
def test_the_examples_fall_on_their_days(raw: dict[str, object], days: list[str]) -> None:
    assert [one.strftime("%m-%d") for one in preview(schedule(**raw), PARIS, NOW, len(days))] == days


@pytest.mark.req("ORC-40")
@pytest.mark.parametrize(
    ("zone", "day", "at", "expected"),
    [
        ("Europe/Paris", "2026-03-29", "02:30", "2026-03-29T03:00:00+02:00"),
        ("Europe/Paris", "2025-10-26", "02:30", "2025-10-26T02:30:00+02:00"),
        ("America/New_York", "2026-03-08", "02:15", "2026-03-08T03:00:00-04:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-04T02:30:00+11:00"),
    ],
)
def test_clock_changes_move_a_launch_and_double_none(zone: str, day: str, at: str, expected: str) -> None:
    found = schedule(mode="daily", at=at, validity={"start": day, "end": day})

    assert [one.isoformat() for one in launches(found, ZoneInfo(zone), NOW)] == [expected]


@pytest.mark.req("ORC-37", "ORC-29")
def test_a_slot_that_is_past_rolls_over() -> None:
    daily = schedule(mode="daily", at="09:00")

    assert next_launch(daily, PARIS, datetime(2025, 10, 1, 9, 0, tzinfo=PARIS)) == datetime(
        2025, 10, 2, 9, 0, tzinfo=PARIS
    )
    assert next_launch(schedule(mode="once", at="2025-01-01T00:00"), PARIS, NOW) is None


@pytest.mark.req("ORC-42")
def test_missed_launches_are_skipped_and_a_missed_once_asks() -> None:
    daily = schedule(mode="daily", at="09:00")
    once = schedule(mode="once", at="2025-10-02T09:00")
    later = NOW + timedelta(days=3)

    assert (missed(daily, PARIS, NOW, later)[0], len(missed(daily, PARIS, NOW, later)[1])) == (Missed.SKIPPED, 3)
    assert missed(once, PARIS, NOW, later)[0] is Missed.ASK
    assert missed(once, PARIS, later, later) == (Missed.NONE, [])


@pytest.mark.req("ORC-38")
@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ({"mode": "once", "at": "2025-01-01T00:00"}, "once-in-the-past"),
        ({"mode": "daily", "at": "09:00", "weekdays": []}, "nothing-selected"),
        ({"mode": "hours", "times": []}, "nothing-selected"),
        ({"mode": "hours", "times": ["09:00", "09:10"]}, "too-often"),
        ({"mode": "hours", "times": ["00:05", "23:55"]}, "too-often"),
        ({"mode": "periodic", "minutes": 10}, "too-often"),
        ({"mode": "periodic", "minutes": 60, "start": "10:00", "end": "10:30"}, "window-too-short"),
        ({"mode": "periodic", "minutes": 60, "start": "11:00", "end": "10:30"}, "window-reversed"),
        (
            {"mode": "daily", "at": "09:00", "validity": {"start": "2025-12-01", "end": "2025-11-01"}},
            "validity-reversed",
        ),
        ({"mode": "daily", "at": "09:00", "validity": {"end": "2025-01-01"}}, "no-launch"),
        ({"mode": "monthly", "at": "09:00", "months": [2], "day_rule": "day-number", "day": 30}, "no-launch"),
    ],
)
def test_a_wrong_schedule_is_told(raw: dict[str, object], code: str) -> None:
    problems = list(check_schedule(schedule(**raw), PARIS, NOW))

    assert code in [problem.code for problem in problems]
    assert all(problem.check == "V29" for problem in problems)


@pytest.mark.req("ORC-30", "ORC-32")
@given(
    weekdays=st.sets(st.integers(0, 6), min_size=1),
    minutes=st.integers(15, 600),
    start=st.integers(0, 1439),
    length=st.integers(0, 1439),
)
def test_periodic_launches_agree_with_a_walk_through_the_minutes(
    weekdays: set[int], minutes: int, start: int, length: int
) -> None:
    end = min(1439, start + length)
    found = schedule(mode="periodic", minutes=minutes, start=time(start // 60, start % 60), end=time(end // 60, end % 60),
                     weekdays=sorted(weekdays), validity={"start": "2025-11-03", "end": "2025-11-09"})  # fmt: skip
    expected = [
        datetime(2025, 11, 3, tzinfo=PARIS) + timedelta(minutes=minute)
        for minute in range(7 * 1440)
        if date(2025, 11, 3 + minute // 1440).weekday() in weekdays
        and start <= minute % 1440 <= end
        and (minute % 1440 - start) % minutes == 0
    ]

    assert list(launches(found, PARIS, NOW)) == expected


@pytest.mark.parametrize(
    "raw",
    [
        {"mode": "once", "at": "0001-01-01T00:00"},
        {"mode": "once", "at": "9999-12-31T23:59"},
        {"mode": "daily", "at": "09:00", "validity": {"start": "9999-12-30"}},
        {"mode": "daily", "at": "09:00", "validity": {"start": "0001-01-01", "end": "0001-01-01"}},
        {"mode": "monthly", "at": "09:00", "day": 31, "validity": {"start": "9999-12-31"}},
        {"mode": "weekly", "starting": "0001-01-01", "weekdays": [0], "at": "09:00"},
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Paris", "America/New_York"])
def test_days_at_the_ends_of_the_calendar_are_no_trouble(raw: dict[str, object], zone: str) -> None:
    for problem in check_schedule(schedule(**raw), ZoneInfo(zone), NOW):
        assert problem.code in {"once-in-the-past", "no-launch"}
    assert len(preview(schedule(**raw), ZoneInfo(zone), NOW)) <= 10
