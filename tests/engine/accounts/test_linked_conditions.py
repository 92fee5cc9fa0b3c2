"""A condition of a list or an audience finds whom a journey with the same condition lets in."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engine.account_data.lists import ACCOUNTS, PEOPLE, matching
from engine.account_data.scoring import score_groups
from engine.document.files import to_text
from engine.document.model import Document
from engine.problems import EngineError
from tests.engine.accounts.company import START, rows
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import Rehearsal

OPPORTUNITIES = [
    {"opportunity_id": "O1", "account_id": "A1", "amount": 5_000, "stage": "Won", "is_closed": True},
    {"opportunity_id": "O2", "account_id": "A2", "amount": 90_000, "stage": "Open", "is_closed": False},
    {"opportunity_id": "O3", "account_id": "A4", "amount": 70_000, "stage": "Open", "is_closed": False},
]
LISTS: dict[str, list[dict[str, Any]]] = {
    "people_list": [{"list_id": "chosen", "name": "Chosen", "kind": "static", "status": "live"}],
    "people_list_member": [
        {"list_id": "chosen", "person_id": "P12", "added_at": datetime(2025, 1, 1)},
        {"list_id": "chosen", "person_id": "P01", "added_at": datetime(2025, 1, 1),
         "removed_at": datetime(2025, 2, 1)},
    ],
}  # fmt: skip
OF_ACCOUNTS: list[tuple[dict[str, Any], set[str]]] = [
    ({"kind": "has-opportunity"}, {"A1", "A2", "A4"}),
    ({"kind": "has-opportunity", "holds": False}, {"A3", "A5", "A6", "A8"}),
    ({"kind": "has-opportunity", "where": [{"field": "amount", "operator": "greater-than", "values": [60_000]}]},
     {"A2", "A4"}),
    ({"kind": "account-list", "lists": ["Worked"]}, {"A2"}),
    ({"kind": "account-list", "lists": ["worked"], "holds": False}, {"A1", "A3", "A4", "A5", "A6", "A8"}),
    ({"kind": "buying-group", "completeness": {"operator": "at-least", "values": [67]}}, {"A2"}),
    ({"kind": "buying-group", "interest": {"values": ["Cloud Suite"]},
      "role_count": {"roles": ["Decision Maker"], "operator": "at-least", "values": [2]}}, {"A4"}),
    ({"kind": "buying-group", "any_of": True, "status": {"values": ["Hot"]},
      "completeness": {"operator": "less-than", "values": [1]}}, {"A6", "A8"}),
    ({"kind": "buying-group", "interest": {"operator": "is-not", "values": ["Cloud Suite"]}}, set()),
    ({"kind": "buying-group", "holds": False, "completeness": {"operator": "at-least", "values": [50]}},
     {"A5", "A6", "A8"}),
]  # fmt: skip
OF_PEOPLE: list[tuple[dict[str, Any], set[str]]] = [
    ({"kind": "event-history", "event": "web.webpagedetails.pageViews", "date": {"operator": "in-past"}},
     {"P05", "P13"}),
    ({"kind": "event-history", "event": "web.webpagedetails.pageViews", "date": {"operator": "in-past", "count": 10}},
     {"P13"}),
    ({"kind": "list-member", "lists": ["Chosen"]}, {"P12"}),
]  # fmt: skip


def _journey(whom: str, condition: dict[str, Any]) -> Document:
    source = "account-audience" if whom == "account" else "person-audience"
    return Document.model_validate({
        "id": "j", "kind": "journey", "name": "J", "zone": "UTC", "as_of": "2026-01-05T00:00:00",
        "journey": {"type": whom, "schedule": {"end_date": "2026-02-04"}},
        "nodes": [{"id": "audience", "type": source, "settings": {"condition": condition}},
                  {"id": "end", "type": "end"}],
        "transitions": [{"id": "t1", "from": "audience", "port": "out", "to": "end"}],
    })  # fmt: skip


@pytest.mark.req("B2B-97", "B2B-243", "B2B-244", "B2B-246", "B2B-247", "B2B-256", "B2B-341", "B2B-342")
def test_what_belongs_to_an_account_or_person_is_asked_of_stored_rows_as_in_a_journey(tmp_path: Path) -> None:
    with companies(tmp_path / "w", opportunity=OPPORTUNITIES, **LISTS) as workspace:
        score_groups(workspace, START)
        for whom, of, nameless, cases in (
            ("account", ACCOUNTS, {"A7"}, OF_ACCOUNTS), ("person", PEOPLE, {"P04"}, OF_PEOPLE)
        ):  # fmt: skip
            for one, wanted in cases:
                condition = {"filters": [one]}
                found = matching(workspace, json.dumps(condition), START, of)
                assert found - nameless == wanted, one
                options = {"audience_eval": "once", "bg_jobs": False}
                entered = Rehearsal(workspace, _journey(whom, condition), **options).result.journey or {}
                assert entered["entered"] == len(wanted), one
        inside = {row["person_id"] for row in rows()["bg_member"] if not row.get("is_removed")}
        member = {"filters": [{"kind": "buying-group-member", "is_removed": False}]}
        assert matching(workspace, json.dumps(member), START, PEOPLE) == inside


def test_journeys_and_dynamic_lists_are_named_and_what_is_unknown_is_told(tmp_path: Path) -> None:
    """A2 was in the journey until the fourth, A4 is in it until the sixth. "Large" was last filled before anybody."""
    large = {"filters": [{"kind": "attribute", "attribute": "employees", "operator": "greater-than", "values": [1000]}]}
    mutual = {"filters": [{"kind": "account-list", "lists": ["Echo"]}]}
    lists = [
        {"list_id": "large", "name": "Large", "kind": "dynamic", "status": "live", "definition": json.dumps(large)},
        {"list_id": "echo", "name": "Echo", "kind": "dynamic", "status": "live", "definition": json.dumps(mutual)},
    ]
    members = [
        {"journey_id": "b", "account_id": account, "person_id": "", "entry_no": 1, "entered_at": datetime(2026, 1, 1),
         "exited_at": until}
        for account, until in (("A2", datetime(2026, 1, 4)), ("A4", datetime(2026, 1, 6)))
    ]  # fmt: skip
    with companies(tmp_path / "w", account_list=lists, journey_member=members) as workspace:
        journey = _journey("account", {}).model_copy(update={"id": "b", "name": "Welcome"})
        workspace.documents.save("b", to_text(journey), name="Welcome", kind="journey")

        def found(one: dict[str, Any]) -> set[str]:
            return matching(workspace, json.dumps({"filters": [one]}), START, ACCOUNTS)

        assert found({"kind": "journey-member", "journeys": ["welcome"]}) == {"A4"}
        assert found({"kind": "account-list", "lists": ["Large"]}) == {"A1", "A4"}
        assert found({"kind": "account-list", "lists": ["Echo"]}) == set()
        for wrong in (
            {"kind": "journey-member", "journeys": ["Gone"]},
            {"kind": "account-list", "lists": ["Gone"]},
            {"kind": "buying-group", "interest": {"values": ["Gone"]}},
            {"kind": "buying-group", "role_count": {"roles": ["Gone"], "operator": "at-least", "values": [1]}},
        ):
            with pytest.raises(EngineError) as refused:
                found(wrong)
            assert refused.value.problem.code == "unknown-reference", wrong
