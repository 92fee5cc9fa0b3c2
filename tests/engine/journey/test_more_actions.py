"""Actions on accounts and people, beside the specification's company: what each does, and whom it passes over."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest

from engine.document.model import Document
from engine.runner.journeys import check_journey_document
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies, rows
from tests.engine.journey.running import Rehearsal

Step = tuple[str, Mapping[str, Any]]
BEFORE = datetime(2025, 12, 1)
TYPES = {"acct": "accounts", "ppl": "people", "mkto": "people", "pj": "people"}
MORE: Mapping[str, list[Mapping[str, Any]]] = {
    "destination": [{"destination_id": "li", "name": "LinkedIn", "kind": "linkedin-companies"}],
    "destination_member": [
        {"destination_id": "li", "audience_name": "Buyers", "entity_kind": "account", "entity_id": "A1",
         "active_from": BEFORE},
        {"destination_id": "li", "audience_name": "Buyers", "entity_kind": "account", "entity_id": "A2",
         "active_from": BEFORE, "active_to": datetime(2025, 12, 5)},
    ],
    "mkto_partition": [{"partition_id": "default", "name": "Default"}, {"partition_id": "eu", "name": "EU"}],
    "mkto_workspace": [
        {"workspace_id": "default", "connection_id": "default", "name": "Default"},
        {"workspace_id": "w", "connection_id": "default", "name": "W"},
    ],
    "mkto_workspace_partition": [
        {"workspace_id": "default", "partition_id": "default"}, {"workspace_id": "w", "partition_id": "eu"},
    ],
    "mkto_campaign": [
        {"campaign_id": "sync", "workspace_id": "w", "name": "Sync", "is_requestable": True},
        {"campaign_id": "batch", "workspace_id": "w", "name": "Batch", "is_requestable": False},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def companies_and_more(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    people = [{**row, "partition_id": None} if row["person_id"] == "P15" else dict(row) for row in rows()["person"]]
    with companies(tmp_path_factory.mktemp("more"), **MORE, person=people) as workspace:
        yield workspace


def chain(*steps: Step, accounts: str = "", people: str = "") -> Document:
    """An audience, then these actions one after the other: n1, n2 and so on; on some people only, if asked for."""
    condition = {
        "filters": [{"kind": "attribute", "attribute": "name", "operator": "starts-with", "values": [accounts]}]
    }
    nodes: list[dict[str, Any]] = [
        {"id": "audience", "type": "account-audience", "settings": {"condition": condition if accounts else {}}}
    ]
    for place, (action, settings) in enumerate(steps, start=1):
        on = TYPES[action.partition(".")[0]]
        nodes.append({"id": f"n{place}", "type": "action",
                      "settings": {"on": on, "action": action, "settings": dict(settings)}})  # fmt: skip
    nodes.append({"id": "end", "type": "end", "settings": {}})
    names = [node["id"] for node in nodes]
    transitions = [{"id": f"t{place}", "from": here, "port": "out", "to": there}
                   for place, (here, there) in enumerate(pairwise(names))]  # fmt: skip
    return Document.model_validate({
        "kind": "journey", "id": "chain", "name": "Chain", "as_of": "2026-01-05T00:00",
        "journey": {"type": "account", "schedule": {"end_date": "2026-02-04"}},
        "nodes": nodes, "transitions": transitions,
    })  # fmt: skip


def codes(opened: Workspace, action: str, /, **settings: Any) -> set[tuple[str, str | None]]:
    """The problems of one action: code and field."""
    _, problems = check_journey_document(opened, chain((action, settings)))
    return {(one.code, one.field) for one in problems if one.is_error}


@pytest.mark.req("B2B-124", "B2B-125")
def test_accounts_leave_a_list_that_they_are_in(companies_and_more: Workspace) -> None:
    found = Rehearsal(companies_and_more, chain(*[("acct.remove_from_list", {"list": "Worked"})] * 2))
    assert found.outcomes("n1") == {"applied": 1, "skipped_not_member": 6}
    assert ("A2", None, "applied") in found.acts("n1")
    assert found.outcomes("n2") == {"skipped_not_member": 7}
    assert codes(companies_and_more, "acct.remove_from_list") == {("missing-setting", "settings.list")}


@pytest.mark.req("B2B-130", "B2B-131", "B2B-132")
def test_a_status_is_written_once_on_groups_that_are_there(companies_and_more: Workspace) -> None:
    step = ("acct.bg_status", {"interest": "Cloud Suite", "status": " Contacted "})
    found = Rehearsal(companies_and_more, chain(step, step))
    assert found.outcomes("n1") == {"applied": 7}
    assert found.values("n1")["A1"] == (None, "Contacted")
    assert found.outcomes("n2") == {"skipped_no_change": 7}
    assert codes(companies_and_more, "acct.bg_status", interest="Cloud Suite", status=" ") == {
        ("missing-setting", "settings.status")
    }
    assert {code for code, _ in codes(companies_and_more, "acct.bg_status", interest="Cloud Suite", status="x" * 51)}


@pytest.mark.req("B2B-132")
def test_accounts_without_a_group_are_told_apart(companies_and_more: Workspace, tmp_path_factory: Any) -> None:
    groups = [row for row in rows()["buying_group"] if row["account_id"] in {"A1", "A4"}]
    with companies(tmp_path_factory.mktemp("few"), buying_group=groups) as workspace:
        step = ("acct.bg_status", {"interest": "Cloud Suite", "status": "New"})
        assert Rehearsal(workspace, chain(step)).outcomes("n1") == {"applied": 2, "skipped_no_buying_group": 5}


@pytest.mark.req("B2B-114", "B2B-115", "B2B-116", "B2B-355")
def test_accounts_are_activated_and_deactivated(companies_and_more: Workspace) -> None:
    on = ("acct.activate_destination", {"destination": "LinkedIn", "audience": "Buyers"})
    off = ("acct.deactivate_destination", {"destination": "LinkedIn", "audience": "Buyers"})
    other = ("acct.deactivate_destination", {"destination": "LinkedIn", "audience": "Others"})
    found = Rehearsal(companies_and_more, chain(on, on, other, off, off))
    assert found.outcomes("n1") == {"applied": 6, "skipped_already_member": 1}
    assert ("A1", None, "skipped_already_member") in found.acts("n1")
    assert found.outcomes("n2") == {"skipped_already_member": 7}
    assert found.outcomes("n3") == {"skipped_not_member": 7}
    assert found.outcomes("n4") == {"applied": 7}
    assert found.outcomes("n5") == {"skipped_not_member": 7}
    assert codes(companies_and_more, "acct.activate_destination") == {
        ("missing-setting", "settings.destination"), ("missing-setting", "settings.audience"),
    }  # fmt: skip


@pytest.mark.req("B2B-170", "B2B-171")
def test_people_leave_a_marketo_list_that_they_are_in(companies_and_more: Workspace) -> None:
    step = ("mkto.remove_from_list", {"workspace": "Default", "list": "Nurture"})
    found = Rehearsal(companies_and_more, chain(step, step, accounts="Dogwood"))
    assert found.outcomes("n1") == {"applied": 1, "skipped_not_member": 3}
    assert ("A4", "P12", "applied") in found.acts("n1")
    assert found.outcomes("n2") == {"skipped_not_member": 4}


@pytest.mark.req("B2B-172", "B2B-173", "B2B-177", "B2B-179")
def test_example_e15(companies_and_more: Workspace) -> None:
    """W sees EU alone: who was moved there is taken, all others are not in its partitions."""
    move = ("mkto.change_partition", {"partition": "EU"})
    ask = ("mkto.request_campaign", {"workspace": "W", "campaign": "Sync"})
    found = Rehearsal(companies_and_more, chain(ask, move, move, ask, accounts="Elm"))
    assert found.outcomes("n1") == {"skipped_not_in_partition": 2}
    assert found.outcomes("n2") == {"applied": 2}
    assert found.values("n2") == {"P14": ("default", "eu"), "P15": (None, "eu")}
    assert found.outcomes("n3") == {"skipped_no_change": 2}
    assert found.outcomes("n4") == {"applied": 2}


@pytest.mark.req("B2B-172")
def test_each_request_counts_and_only_requestable_campaigns_are_offered(companies_and_more: Workspace) -> None:
    move = ("mkto.change_partition", {"partition": "EU"})
    ask = ("mkto.request_campaign", {"workspace": "W", "campaign": "Sync"})
    found = Rehearsal(companies_and_more, chain(move, ask, ask, accounts="Fir"))
    assert (found.outcomes("n2"), found.outcomes("n3")) == ({"applied": 1}, {"applied": 1})
    assert codes(companies_and_more, "mkto.request_campaign", workspace="W", campaign="Batch") == {
        ("not-requestable", "settings.campaign")
    }
    assert codes(companies_and_more, "mkto.request_campaign", workspace="Default", campaign="Sync") == {
        ("unknown-reference", "settings.campaign")
    }


@pytest.mark.req("B2B-176")
def test_without_a_record_nothing_is_made_and_the_person_goes_on(tmp_path_factory: pytest.TempPathFactory) -> None:
    records = [row for row in rows()["mkto_record"] if row["person_id"] != "P16"]
    with companies(tmp_path_factory.mktemp("norecord"), mkto_record=records, **MORE) as workspace:
        ask = ("mkto.request_campaign", {"workspace": "W", "campaign": "Sync"})
        leave = ("mkto.remove_from_list", {"workspace": "Default", "list": "Nurture"})
        found = Rehearsal(workspace, chain(ask, leave, accounts="Fir"))
        assert found.outcomes("n1") == {"skipped_no_record": 1}
        assert found.outcomes("n2") == {"skipped_no_record": 1}
        assert found.crossed("n2:out") == (1, 1)
