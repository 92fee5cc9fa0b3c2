"""The calendar of launches: every one of a month is counted on its day, what became of it is told, no draft has one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from engine.runner.calendar import blocks, days
from engine.runner.inventory import Inventory
from engine.runner.publishing import publish, run_due
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign
from tests.engine.fixture import shop

PARIS = ZoneInfo("Europe/Paris")
QUARTERS = {"mode": "periodic", "minutes": 15}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 10, day, hour, minute, tzinfo=PARIS)


@pytest.mark.req("ORC-8", "ORC-40")
def test_a_month_counts_every_launch_on_its_own_day(workspace: Workspace) -> None:
    for name, schedule in (("often", QUARTERS), ("daily", {"mode": "daily", "at": "09:00", "weekdays": [*range(5)]})):
        publish(
            workspace, campaign([build("who")], id=name, name=name, schedule=schedule, as_of=None), now=at(1, 8, 50)
        )
    draft = campaign([build("who")], id="draft", name="draft", schedule=QUARTERS, as_of=None)
    workspace.documents.save("draft", draft.model_dump_json(by_alias=True), name="draft", kind="campaign")
    run_due(workspace, now=at(1, 9))
    lines = Inventory(workspace).lines(now=at(1, 9, 1))
    month = (at(1, 0).astimezone(UTC), datetime(2025, 11, 1, tzinfo=PARIS).astimezone(UTC), at(1, 9, 1))

    found = days(workspace, lines, *month, PARIS)

    often = {one.day.day: one.count for one in found if one.document == "often"}
    # 24 hours of quarters; on the first from 09:00 on; an hour that the clocks turn back to (26 October) counts once.
    assert often == {1: 60, **dict.fromkeys(range(2, 32), 96)}
    daily = [one for one in found if one.document == "daily"]
    assert [one.day for one in daily] == [
        day for day in (date(2025, 10, 1) + timedelta(days=step) for step in range(31)) if day.weekday() < 5
    ]
    assert [one.first.astimezone(PARIS).hour for one in daily] == [9] * len(daily)
    assert [dict(one.outcomes) for one in daily] == [{"started": 1}, *[{}] * (len(daily) - 1)]
    assert "draft" not in {one.document for one in found}
    week = blocks(workspace, lines, at(6, 0).astimezone(UTC), at(13, 0).astimezone(UTC), at(1, 9, 1))
    assert len(week) == 7 * 96 + 5
    assert sum(one.count for one in found if 6 <= one.day.day <= 12) == len(week)
