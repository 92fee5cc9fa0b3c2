"""What a listening account hears: several triggers, how often, whom, effects of the run itself, and the deadline."""

from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from engine.document.model import Document
from tests.engine.journey.fixture import OPENED, PAGE_VIEW, companies
from tests.engine.journey.running import Rehearsal

START, DAY = datetime(2026, 1, 5), 24


def _journey(listen: dict[str, Any], before: list[tuple[str, dict[str, Any]]] | None = None) -> Document:
    steps = [("account-audience", {"condition": {"filters": [
        {"kind": "attribute", "attribute": "account_id", "values": ["A1"]}]}}),
        *(before or []), ("listen", listen)]  # fmt: skip
    names = [f"n{place}" for place in range(len(steps) - 1)] + ["listen"]
    nodes = [{"id": name, "type": kind, "settings": settings} for name, (kind, settings) in
             zip(names, steps, strict=True)]  # fmt: skip
    transitions = [{"id": f"t{place}", "from": source, "port": "out", "to": target}
                   for place, (source, target) in enumerate(pairwise(names))]  # fmt: skip
    return Document.model_validate({"kind": "journey", "id": "listening", "name": "L", "as_of": START.isoformat(),
                                    "journey": {}, "nodes": nodes, "transitions": transitions})  # fmt: skip


def _heard(folder: Path, subject: Document, events: list[tuple[str, int, str, str]]) -> tuple[str | None, datetime]:
    """How the account left, given events as (type, hours after the start, person, asset)."""
    rows = [
        {"activity_id": f"E{place}", "type": kind, "ts": START.replace(day=5 + hours // DAY, hour=hours % DAY),
         "person_id": person, "asset_name": asset}
        for place, (kind, hours, person, asset) in enumerate(events)
    ]  # fmt: skip
    with companies(folder, activity=rows) as workspace:
        return Rehearsal(workspace, subject).moves("listen")["A1"]


def _trigger(event: str, **more: Any) -> dict[str, Any]:
    return {"triggers": [{"event": event, **more}], "timeout": True, "value": 2}


@pytest.mark.req("B2B-218", "B2B-210")
def test_the_first_of_several_triggers_moves_the_account_on(tmp_path: Path) -> None:
    listen = {"triggers": [{"event": OPENED, "where": [{"field": "asset_name", "values": ["Offer"]}]},
                           {"event": PAGE_VIEW}], "timeout": True, "value": 2}  # fmt: skip
    events = [(OPENED, 1, "P01", "Welcome"), (PAGE_VIEW, 5, "P02", ""), (OPENED, 3, "P03", "Offer")]

    assert _heard(tmp_path / "w", _journey(listen), events) == ("event", datetime(2026, 1, 5, 3))


@pytest.mark.req("B2B-211")
def test_so_many_times_means_one_and_the_same_person(tmp_path: Path) -> None:
    events = [(OPENED, 1, "P01", ""), (OPENED, 2, "P03", ""), (OPENED, 4, "P01", ""), (OPENED, 9, "P03", "")]

    found = _heard(tmp_path / "w", _journey(_trigger(OPENED, times=2)), events)

    assert found == ("event", datetime(2026, 1, 5, 4))


@pytest.mark.req("B2B-219")
def test_only_people_who_match_the_filters_are_heard(tmp_path: Path) -> None:
    leaders = {"filters": [{"kind": "attribute", "attribute": "job_title", "operator": "starts-with",
                            "values": ["VP"]}]}  # fmt: skip
    events = [(OPENED, 1, "P03", ""), (OPENED, 7, "P01", "")]

    found = _heard(tmp_path / "w", _journey({**_trigger(OPENED), "filters": leaders}), events)

    assert found == ("event", datetime(2026, 1, 5, 7))


@pytest.mark.req("B2B-219")
def test_each_event_looks_at_the_history_before_it_alone(tmp_path: Path) -> None:
    """Two messages are wanted before: the events of the first hours have one, however many they are."""
    sent = "directMarketing.emailSent"
    twice = {"filters": [{"kind": "event-history", "event": sent, "at_least": 2}]}
    events = [(sent, 0, "P01", ""), *[(OPENED, hours, "P01", "") for hours in (1, 1, 3)], (sent, 4, "P01", ""),
              (OPENED, 6, "P01", "")]  # fmt: skip

    found = _heard(tmp_path / "w", _journey({**_trigger(OPENED), "filters": twice}), events)

    assert found == ("event", datetime(2026, 1, 5, 6))


@pytest.mark.req("B2B-228", "B2B-229", "B2B-223")
@pytest.mark.parametrize(
    ("hours", "path", "expected"),
    [
        (0, True, ("event", datetime(2026, 1, 5))),  # at the very arrival
        (48, True, ("event", datetime(2026, 1, 7))),  # at the very deadline
        (49, True, ("timeout", datetime(2026, 1, 7))),
        (49, False, ("timeout_no_path", datetime(2026, 1, 7))),
    ],
)
def test_the_edges_of_listening(tmp_path: Path, hours: int, path: bool, expected: tuple[str, datetime]) -> None:
    subject = _journey({**_trigger(OPENED), "timeout_path": path})

    assert _heard(tmp_path / "w", subject, [(OPENED, hours, "P01", "")]) == expected


@pytest.mark.req("B2B-230", "B2B-133", "B2B-213")
def test_what_was_done_before_the_arrival_is_not_heard(tmp_path: Path) -> None:
    change = ("action", {"on": "accounts", "action": "acct.update_profile",
                         "settings": {"attribute": "industry", "value": "Wood"}})  # fmt: skip
    subject = _journey({**_trigger("account.dataValueChanged"), "on": "accounts"}, [change])

    assert _heard(tmp_path / "w", subject, []) == ("timeout", datetime(2026, 1, 7))


@pytest.mark.req("B2B-221", "B2B-222", "B2B-224")
@pytest.mark.parametrize(
    ("timeout", "expected"),
    [
        ({"timeout": True, "value": 1, "must_end_on": {"days": ["fri"], "time": "09:00"}},
         ("timeout", datetime(2026, 1, 9, 9))),
        ({"timeout": True, "timeout_type": "date", "date": "2026-02-01T10:00"}, ("timeout", datetime(2026, 2, 1, 10))),
        ({"timeout": True, "timeout_type": "date", "date": "2025-02-01T10:00"}, ("timeout", START)),
        ({"timeout": True, "value": 1, "unit": "months"}, ("timeout", datetime(2026, 2, 5))),
    ],
)  # fmt: skip
def test_when_time_runs_out(tmp_path: Path, timeout: dict[str, Any], expected: tuple[str, datetime]) -> None:
    subject = _journey({"triggers": [{"event": OPENED}], **timeout})

    assert _heard(tmp_path / "w", subject, []) == expected
