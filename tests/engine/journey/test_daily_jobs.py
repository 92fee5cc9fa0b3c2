"""What happens every day of a run: buying groups, scores, dynamic lists; each result is worked out by hand."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from engine.document.model import Document
from engine.workspace import Workspace
from tests.engine.journey.fixture import OPENED, PAGE_VIEW, companies, rows
from tests.engine.journey.running import Rehearsal, document
from tests.engine.journey.test_more_actions import MORE as MARKETO

ALL = {"audience_id": "all", "name": "All", "definition": json.dumps({"filters": []})}
JOB = {"job_id": "cloud-suite:all", "si_id": "cloud-suite", "audience_id": "all"}

Opening = Callable[..., Workspace]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opening]:
    """Opens the company with some tables replaced; it is closed after the test."""
    with ExitStack() as stack:
        yield lambda **more: stack.enter_context(companies(tmp_path / "w", **more))


def _entering(settings: dict[str, Any]) -> Document:
    """A journey of an audience and an end."""
    subject = document("list-audience")
    nodes = tuple(node.model_copy(update={"settings": settings}) if node.type == "account-audience" else node
                  for node in subject.nodes)  # fmt: skip
    return subject.model_copy(update={"nodes": nodes})


@pytest.mark.req("B2B-318", "B2B-330", "B2B-331", "B2B-332", "B2B-245")
def test_e2_the_first_daily_job_makes_the_groups_and_says_how_complete_they_are(opened: Opening) -> None:
    empty: dict[str, Any] = {"buying_group": [], "bg_member": [], "account_audience": [ALL], "bg_job": [JOB]}
    workspace = opened(**empty)
    found = Rehearsal(workspace, document("e2-completeness"))
    ways = {account: way for account, (way, _) in found.moves("complete").items()}
    assert ways == {
        "A1": "path:p50", "A2": "path:p83", "A3": "path:p50", "A4": "path:p67", "A5": "path:p33",
        "A6": "path:p0", "A8": "path:p0",
    }  # fmt: skip

    without = Rehearsal(workspace, document("e2-completeness"), bg_jobs=False)
    assert {way for way, _ in without.moves("complete").values()} == {"other"}


@pytest.mark.req("B2B-329", "B2B-144", "B2B-252")
def test_e5_no_job_undoes_a_hand_or_a_journey_and_all_else_follows_the_data(opened: Opening) -> None:
    by_hand = {"role_id": "champion", "source": "manual"}
    members = [{**row, **(by_hand if row["person_id"] == "P10" else {})} for row in rows()["bg_member"]]
    promoted = {"activity_id": "X1", "type": "person.dataValueChanged", "ts": datetime(2026, 1, 6, 12),
                "person_id": "P13", "attribute": "job_title", "new_value": "VP Strategy"}  # fmt: skip
    workspace = opened(bg_member=members, activity=[*rows()["activity"], promoted])
    found = Rehearsal(workspace, document("e5-jobs"))
    assert found.acts("remove") == {
        ("A4", "P10", "skipped_precedence"), ("A4", "P11", "applied"), ("A4", "P12", "applied"),
        ("A4", "P13", "skipped_not_member"),
    }  # fmt: skip
    ways = {node: {person for _, person, _ in found.acts(node)}
            for node in ("is-champion", "is-decider", "is-gone", "is-other")}  # fmt: skip
    assert ways == {"is-champion": {"P10"}, "is-decider": {"P13"}, "is-gone": {"P11", "P12"}, "is-other": set()}


@pytest.mark.req("B2B-173", "B2B-177", "B2B-179")
def test_e15_a_campaign_takes_the_people_of_the_partitions_that_its_workspace_sees(opened: Opening) -> None:
    found = Rehearsal(opened(**MARKETO), document("e15-partition"))
    assert found.outcomes("move") == {"applied": 1}
    assert found.outcomes("request") == {"applied": 1, "skipped_not_in_partition": 15}
    assert ("A5", "P14", "applied") in found.acts("request")


def _did(number: int, kind: str, person: str, day: datetime, times: int) -> list[dict[str, Any]]:
    return [{"activity_id": f"X{number}-{place}", "type": kind, "ts": day + timedelta(minutes=place),
             "person_id": person} for place in range(times)]  # fmt: skip


@pytest.mark.req("B2B-250", "B2B-333", "B2B-334", "B2B-335")
def test_e16_scores_of_engagement_are_those_of_the_last_thirty_days(opened: Opening) -> None:
    last = datetime(2026, 1, 31, 9)
    did = [
        *_did(1, PAGE_VIEW, "P01", last - timedelta(days=1), 37), *_did(2, PAGE_VIEW, "P01", last, 15),
        *_did(3, "directMarketing.emailClicked", "P01", last, 1),
        *_did(4, "directMarketing.emailClicked", "P01", last - timedelta(days=1), 1),
        *_did(5, "event.attended", "P05", last, 1), *_did(6, "web.formFilledOut", "P10", last, 2),
        *_did(7, OPENED, "P07", last, 4), *_did(8, OPENED, "P12", datetime(2025, 12, 31), 3),
    ]  # fmt: skip
    found = Rehearsal(opened(activity=did), document("e16-engagement"))
    scored = {node: {person for _, person, _ in found.acts(f"mark-{node}")} for node in ("p100", "p28", "p23", "p20")}
    assert scored == {"p100": {"P01"}, "p28": {"P07"}, "p23": {"P10"}, "p20": {"P05"}}
    assert len(found.acts("mark-p0")) == 16 - 4
    groups = {account: way for account, (way, _) in found.moves("groups").items()}
    assert groups == {"A1": "path:g100", "A2": "path:g57", "A4": "path:g48"} | dict.fromkeys(
        ("A3", "A5", "A6", "A8"), "path:g0"
    )


@pytest.mark.req("B2B-342", "B2B-88", "B2B-91")
def test_a_dynamic_list_is_evaluated_every_day_before_the_audience_is(opened: Opening) -> None:
    """A3 grows on the sixth, so it enters on the seventh; A6 belongs to the list from the first evaluation on."""
    definition = {"filters": [{"kind": "attribute", "attribute": "industry", "values": ["Logistics", "Health Tech"]}]}
    dynamic = {"list_id": "moving", "name": "Moving", "kind": "dynamic", "status": "live",
               "definition": json.dumps(definition)}  # fmt: skip
    grew = {"activity_id": "X1", "type": "account.dataValueChanged", "ts": datetime(2026, 1, 6, 8), "account_id": "A3",
            "attribute": "industry", "new_value": "Health Tech"}  # fmt: skip
    workspace = opened(account_list=[*rows()["account_list"], dynamic], activity=[*rows()["activity"], grew])
    found = Rehearsal(workspace, _entering({"input": "list", "list": "moving"}))
    assert found.entries() == [("A6", 1, datetime(2026, 1, 5)), ("A3", 1, datetime(2026, 1, 7))]


@pytest.mark.req("B2B-97", "B2B-244")
def test_an_audience_counts_the_members_of_each_account_apart(opened: Opening) -> None:
    wanted = {"kind": "buying-group", "interest": {"values": ["Cloud Suite"]},
              "role_count": {"operator": "at-least", "values": [2], "roles": ["Decision Maker"]}}  # fmt: skip
    found = Rehearsal(opened(), _entering({"condition": {"filters": [wanted]}}))
    assert {account for account, _, _ in found.entries()} == {"A4"}


@pytest.mark.req("B2B-332")
def test_completeness_follows_an_assignment_at_once_and_is_heard_of(opened: Opening) -> None:
    nodes = [
        ("audience", "account-audience", {"condition": {"filters": [
            {"kind": "attribute", "attribute": "account_id", "values": ["A3"]}]}}),
        ("assign", "action", {"on": "people", "action": "ppl.assign_bg",
                              "settings": {"interest": "Cloud Suite", "role": "Influencer"}}),
        ("now", "split-accounts", {"other": True, "paths": [{"id": "half", "condition": {"filters": [
            {"kind": "buying-group", "interest": {"values": ["Cloud Suite"]},
             "completeness": {"operator": "between", "values": [33, 34]}}]}}]}),
        ("end", "end", {}),
    ]  # fmt: skip
    subject = document("list-audience").model_dump(mode="json", by_alias=True)
    subject |= {
        "nodes": [{"id": key, "type": kind, "settings": settings} for key, kind, settings in nodes],
        "transitions": [{"id": "t1", "from": "audience", "port": "out", "to": "assign"},
                        {"id": "t2", "from": "assign", "port": "out", "to": "now"},
                        {"id": "t3", "from": "now", "port": "path:half", "to": "end"}],
    }  # fmt: skip
    found = Rehearsal(opened(), Document.model_validate(subject), sim_end="2026-01-08T00:00")
    # Both members become influencers: of the three roles, one is filled.
    assert found.outcomes("assign") == {"applied": 2}
    assert found.moves("now")["A3"][0] == "path:half"
