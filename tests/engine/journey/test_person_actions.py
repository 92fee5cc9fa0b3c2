"""Actions of person journeys: lists, destinations through lists, programs and their statuses."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest

from engine.document.model import Document
from engine.runner.journeys import check_journey_document
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import Rehearsal

BEFORE = datetime(2025, 12, 1)
MORE: Mapping[str, list[Mapping[str, Any]]] = {
    "destination": [{"destination_id": "ads", "name": "Ads", "kind": "google-customer-match"}],
    "people_list": [
        {"list_id": "vip", "name": "VIP", "kind": "static", "status": "live", "destinations": ["ads"]},
        {"list_id": "plain", "name": "Plain", "kind": "static", "status": "live"},
        {"list_id": "moving", "name": "Moving", "kind": "dynamic", "status": "live"},
    ],
    "people_list_member": [
        {"list_id": "plain", "person_id": "P01", "added_at": BEFORE},
        {"list_id": "plain", "person_id": "P02", "added_at": BEFORE, "removed_at": datetime(2026, 1, 1)},
    ],
    "program_type": [{"type_id": "webinar", "name": "Webinar", "attributes": '{"seat": "Seat"}'}],
    "program_status": [
        {"type_id": "webinar", "name": "Invited", "step": 1}, {"type_id": "webinar", "name": "Registered", "step": 2},
        {"type_id": "webinar", "name": "Waiting", "step": 2},
        {"type_id": "webinar", "name": "Attended", "step": 3, "is_success": True},
    ],
    "program": [{"program_id": "w1", "type_id": "webinar", "name": "Spring webinar"}],
    "program_member": [
        {"program_id": "w1", "person_id": "P01", "status": "Invited", "changed_at": BEFORE},
        {"program_id": "w1", "person_id": "P02", "status": "Waiting", "changed_at": BEFORE},
        {"program_id": "w1", "person_id": "P03", "status": "Attended", "changed_at": BEFORE},
    ],
}  # fmt: skip
PEOPLE = ("P01", "P02", "P03", "P05")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with companies(tmp_path_factory.mktemp("people"), **MORE) as opened:
        yield opened


def walk(*steps: tuple[str, Mapping[str, Any]]) -> Document:
    """Four people, who take these actions one after the other: n1, n2 and so on."""
    addresses = [f"{key.lower()}@example.com" for key in PEOPLE]
    condition = {"filters": [{"kind": "attribute", "attribute": "email", "operator": "is", "values": addresses}]}
    nodes: list[dict[str, Any]] = [{"id": "audience", "type": "person-audience", "settings": {"condition": condition}}]
    nodes += [{"id": f"n{place}", "type": "action", "settings": {"on": "people", "action": action,
               "settings": dict(settings)}} for place, (action, settings) in enumerate(steps, start=1)]  # fmt: skip
    nodes.append({"id": "end", "type": "end", "settings": {}})
    transitions = [{"id": f"t{place}", "from": here["id"], "port": "out", "to": there["id"]}
                   for place, (here, there) in enumerate(pairwise(nodes))]  # fmt: skip
    return Document.model_validate({
        "kind": "journey", "id": "walk", "name": "Walk", "as_of": "2026-01-05T00:00",
        "journey": {"type": "person", "schedule": {"end_date": "2026-02-04"}},
        "nodes": nodes, "transitions": transitions,
    })  # fmt: skip


def codes(opened: Workspace, action: str, /, **settings: Any) -> set[tuple[str, str | None]]:
    """The problems of one action: code and field."""
    _, problems = check_journey_document(opened, walk((action, settings)))
    return {(one.code, one.field) for one in problems if one.is_error}


@pytest.mark.req("B2B-181")
def test_people_join_and_leave_static_lists(workspace: Workspace) -> None:
    join, leave = ("pj.add_to_list", {"list": "Plain"}), ("pj.remove_from_list", {"list": "Plain"})
    found = Rehearsal(workspace, walk(join, leave, leave))
    assert found.acts("n1") == {
        (None, "P01", "skipped_already_member"), (None, "P02", "applied"), (None, "P03", "applied"),
        (None, "P05", "applied"),
    }  # fmt: skip
    assert found.outcomes("n2") == {"applied": 4}
    assert found.outcomes("n3") == {"skipped_not_member": 4}
    assert codes(workspace, "pj.add_to_list", list="Moving") == {("dynamic-list", "settings.list")}


@pytest.mark.req("B2B-180")
def test_people_are_activated_through_a_list_with_a_destination(workspace: Workspace) -> None:
    step = ("pj.activate_destination", {"list": "VIP"})
    found = Rehearsal(workspace, walk(step, step))
    assert (found.outcomes("n1"), found.outcomes("n2")) == ({"applied": 4}, {"skipped_already_member": 4})
    assert codes(workspace, "pj.activate_destination", list="Plain") == {("no-destination", "settings.list")}


@pytest.mark.req("B2B-184")
def test_a_status_moves_forward_or_sideways_only(workspace: Workspace) -> None:
    def to(status: str) -> tuple[str, Mapping[str, Any]]:
        return "pj.change_program_status", {"program": "Spring webinar", "status": status}

    found = Rehearsal(workspace, walk(to("Registered"), to("Not in program"), to("Not in program"), to("Invited")))
    assert found.acts("n1") == {
        (None, "P01", "applied"), (None, "P02", "applied"), (None, "P03", "skipped_invalid_transition"),
        (None, "P05", "applied"),
    }  # fmt: skip
    assert found.values("n1")["P05"] == (None, "Registered")
    assert found.outcomes("n2") == {"applied": 4}
    assert found.outcomes("n3") == {"skipped_not_member": 4}
    assert found.outcomes("n4") == {"applied": 4}
    assert codes(workspace, "pj.change_program_status", program="w1", status="Asleep") == {
        ("unknown-reference", "settings.status")
    }


@pytest.mark.req("B2B-183")
def test_program_data_is_written_and_cleared(workspace: Workspace) -> None:
    write = ("pj.change_program_data", {"program": "w1", "attribute": "seat", "value": "A1"})
    clear = ("pj.change_program_data", {"program": "w1", "attribute": "seat", "value": "NULL"})
    found = Rehearsal(workspace, walk(clear, write, write, clear))
    assert [found.outcomes(f"n{place}") for place in range(1, 5)] == [
        {"skipped_no_change": 4}, {"applied": 4}, {"skipped_no_change": 4}, {"applied": 4},
    ]  # fmt: skip
    assert codes(workspace, "pj.change_program_data", program="w1", attribute="row") == {
        ("missing-setting", "settings.attribute")
    }
