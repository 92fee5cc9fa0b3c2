"""Journeys that meet other journeys and external services: examples E13 and E14."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp

from engine.account_data.services import set_stub
from engine.document.files import to_text
from engine.document.model import Document
from engine.journey.services import Call
from engine.runner.journeys import check_journey_document
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import Rehearsal, document


def _with_b(folder: Path, status: str, **more: Any) -> Workspace:
    workspace = companies(folder, **more)
    other = document("journey-b")
    workspace.documents.save(other.id, to_text(other), name=other.name, kind="journey")
    workspace.documents.set_status(other.id, status)
    return workspace


@pytest.mark.req("B2B-117", "B2B-118", "B2B-119", "B2B-120", "B2B-121")
def test_e13_an_account_is_added_to_a_live_journey_once_and_taken_out_once(tmp_path: Path) -> None:
    with _with_b(tmp_path / "w", "live") as workspace:
        found = Rehearsal(workspace, document("e13-journey-to-journey"))

    outcomes = {node: dict(found.outcomes(node)) for node in ("add", "again", "take", "none")}
    assert outcomes == {
        "add": {"applied": 1},
        "again": {"skipped_already_in_journey": 1},
        "take": {"applied": 1},
        "none": {"skipped_not_in_journey": 1},
    }


@pytest.mark.req("B2B-29")
@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("closed", "blocked_target_closed"),
        ("stopped", "blocked_target_aborted"),
        ("completed", "blocked_target_finished"),
    ],
)
def test_e13_a_journey_that_takes_nobody_blocks(tmp_path: Path, status: str, outcome: str) -> None:
    with _with_b(tmp_path / "w", status) as workspace:
        found = Rehearsal(workspace, document("e13-journey-to-journey"))

    assert found.outcomes("add") == {outcome: 1}


@pytest.mark.req("B2B-118")
def test_who_has_been_in_a_journey_without_re_entry_stays_out(tmp_path: Path) -> None:
    been = {"journey_id": "b", "account_id": "A1", "person_id": "", "entry_no": 1,
            "entered_at": datetime(2025, 12, 1), "exited_at": datetime(2025, 12, 5)}  # fmt: skip
    with _with_b(tmp_path / "w", "live", journey_member=[been]) as workspace:
        found = Rehearsal(workspace, document("e13-journey-to-journey"))

    assert found.outcomes("add") == {"skipped_reentry": 1}


@pytest.mark.req("B2B-187", "B2B-188", "B2B-193", "B2B-195")
def test_e14_a_stub_decides_the_path_and_a_failure_leaves_after_the_time_out(tmp_path: Path) -> None:
    large = {"kind": "attribute", "attribute": "employees", "operator": "greater-than", "values": [1000]}
    stub = {"kind": "cases", "cases": [{"when": {"filters": [large]}, "values": {"tier": "high"}}],
            "otherwise": {"tier": "low"}, "failures": ["A2"]}  # fmt: skip
    service = {"action_id": "tier", "name": "Tier", "status": "active", "split": True, "timeout_min": 2,
               "stub": json.dumps(stub)}  # fmt: skip
    with companies(tmp_path / "w", external_action=[service]) as workspace:
        moves = Rehearsal(workspace, document("e14-external-split")).moves("tier")

    start = datetime(2026, 1, 5)
    assert {account for account, move in moves.items() if move == ("path:high", start)} == {"A1", "A4"}
    assert {account for account, move in moves.items() if move == ("path:low", start)} == {"A3", "A5", "A6", "A8"}
    assert moves["A2"] == ("error", start + timedelta(minutes=2))


@pytest.mark.req("B2B-187", "B2B-188")
def test_an_external_split_by_people_is_a_group_that_all_pass_at_once(tmp_path: Path) -> None:
    """Of A1's people, P01 is known to the service by id, P02 fails, the others match no path."""
    stub = {"kind": "lookup", "by_id": {"P01": {"tier": "gold"}, "P03": {"tier": "iron"}}, "failures": ["P02"],
            "latency": 30}  # fmt: skip
    service = {"action_id": "tier", "name": "Tier", "status": "active", "split": True, "timeout_min": 2,
               "stub": json.dumps(stub)}  # fmt: skip
    nodes: list[tuple[str, str, dict[str, Any]]] = [
        ("audience", "account-audience", {"condition": {"filters": [
            {"kind": "attribute", "attribute": "account_id", "values": ["A1"]}]}}),
        ("tier", "external-split", {"by": "people", "service": "Tier", "paths": [
            {"id": "gold", "variable": "tier", "compared": {"values": ["gold"]}}]}),
        ("mark", "action", {"on": "people", "action": "ppl.interesting_moment", "settings": {"type": "Web"}}),
        ("failed", "action", {"on": "people", "action": "ppl.interesting_moment", "settings": {"type": "Web"}}),
        ("close", "close", {}), ("end", "end", {}),
    ]  # fmt: skip
    ways = ("audience out tier", "tier path:gold mark", "tier error failed", "mark out close", "failed out close",
            "close out end")  # fmt: skip
    subject = Document.model_validate({
        "kind": "journey", "id": "people", "name": "People", "as_of": "2026-01-05T00:00",
        "journey": {"schedule": {"end_date": "2026-02-04"}},
        "nodes": [{"id": key, "type": kind, "settings": settings} for key, kind, settings in nodes],
        "transitions": [dict(zip(("id", "from", "port", "to"), (way, *way.split()), strict=True)) for way in ways],
    })  # fmt: skip
    with companies(tmp_path / "w", external_action=[service]) as workspace:
        found = Rehearsal(workspace, subject)
        assert {person for _, person, _ in found.acts("mark")} == {"P01"}
        assert {person for _, person, _ in found.acts("failed")} == {"P02", "P03", "P13"}
        assert found.moves("close") == {"A1": ("out", datetime(2026, 1, 5))}


@pytest.mark.req("B2B-186", "B2B-189", "B2B-194")
def test_an_external_action_goes_on_with_its_answer_or_without_one(tmp_path: Path) -> None:
    service = {"action_id": "crm", "name": "CRM", "status": "active", "split": False, "timeout_min": 3,
               "stub": json.dumps({"latency": 60, "failures": ["A2"]}),
               "mapping": json.dumps({"required": ["region"]})}  # fmt: skip
    draft = {**service, "action_id": "erp", "name": "ERP", "status": "draft"}

    def subject(name: str, attributes: dict[str, str]) -> Document:
        return Document.model_validate({
            "kind": "journey", "id": "outside", "name": "Outside", "as_of": "2026-01-05T00:00",
            "journey": {"schedule": {"end_date": "2026-02-04"}},
            "nodes": [{"id": "audience", "type": "account-audience", "settings": {"condition": {}}},
                      {"id": "call", "type": "external-action",
                       "settings": {"service": name, "attributes": attributes}}],
            "transitions": [{"id": "t1", "from": "audience", "port": "out", "to": "call"}],
        })  # fmt: skip

    start = datetime(2026, 1, 5)
    with companies(tmp_path / "w", external_action=[service, draft]) as workspace:
        moves = Rehearsal(workspace, subject("CRM", {"region": "EU"})).moves("call")
        assert moves.pop("A2") == ("error", start + timedelta(minutes=3))
        assert set(moves.values()) == {("path", start + timedelta(minutes=1))}
        for wrong, code in ((subject("CRM", {}), "missing-setting"), (subject("ERP", {"region": "EU"}), "not-live")):
            _, problems = check_journey_document(workspace, wrong)
            assert [problem.code for problem in problems if problem.is_error] == [code]


@pytest.mark.req("B2B-187", "B2B-188", "B2B-192", "B2B-193")
def test_a_service_is_asked_about_each_person_and_the_account_waits_for_the_last(tmp_path: Path) -> None:
    """Both people of A3 fail, and P12 of A4, where P11 is graded. P13 is asked for A1 and A4; nobody works at A8."""
    service = {"action_id": "crm", "name": "CRM", "status": "active", "split": False, "timeout_min": 3,
               "context": "people", "mapping": json.dumps({"incoming": {"grade": "person_status"}})}  # fmt: skip
    subject = Document.model_validate({
        "kind": "journey", "id": "outside", "name": "Outside", "as_of": "2026-01-05T00:00",
        "journey": {"schedule": {"end_date": "2026-02-04"}},
        "nodes": [{"id": "audience", "type": "account-audience", "settings": {"condition": {}}},
                  {"id": "call", "type": "external-action", "settings": {"service": "CRM", "on": "people"}},
                  {"id": "split", "type": "split-people", "settings": {"paths": [{"id": "good", "condition": {
                      "filters": [{"kind": "attribute", "attribute": "person_status", "values": ["graded"]}]}}]}},
                  {"id": "mark", "type": "action", "settings": {"on": "people", "action": "ppl.interesting_moment",
                                                               "settings": {"type": "Web"}}},
                  {"id": "close", "type": "close"}],
        "transitions": [{"id": "t1", "from": "audience", "port": "out", "to": "call"},
                        {"id": "t2", "from": "call", "port": "path", "to": "split"},
                        {"id": "t3", "from": "split", "port": "path:good", "to": "mark"},
                        {"id": "t4", "from": "mark", "port": "out", "to": "close"}],
    })  # fmt: skip
    with companies(tmp_path / "w", external_action=[service]) as workspace:
        stub = {"kind": "lookup", "by_id": {"P11": {"grade": "graded"}}, "latency": 60,
                "failures": ["P08", "P09", "P12"]}  # fmt: skip
        set_stub(workspace, "CRM", stub, datetime(2026, 1, 5))
        found = Rehearsal(workspace, subject)
        moves, start = found.moves("call"), datetime(2026, 1, 5)
        assert moves.pop("A3") == ("error", start + timedelta(minutes=3))
        assert moves.pop("A4") == ("path", start + timedelta(minutes=3))
        assert moves.pop("A8") == ("path", start)
        assert moves == dict.fromkeys(("A1", "A2", "A5", "A6"), ("path", start + timedelta(minutes=1)))
        assert found.outcomes("call") == {"applied": 1, "skipped_no_change": 12, "failed_error": 3}
        assert {person for _, person, _ in found.acts("mark")} == {"P11"}


@pytest.mark.req("B2B-195")
def test_many_answers_make_no_long_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_id = {f"A{number}": {"tier": "high" if number % 2 else "low"} for number in range(5000)}
    service = {"action_id": "tier", "name": "Tier", "status": "active", "split": True, "timeout_min": 2,
               "stub": json.dumps({"kind": "lookup", "by_id": by_id})}  # fmt: skip
    sizes: list[int] = []
    answer = Call.value

    def value(self: Call, name: str) -> exp.Expr:
        found = answer(self, name)
        sizes.append(sum(1 for _ in found.walk()))
        return found

    monkeypatch.setattr(Call, "value", value)
    with companies(tmp_path / "w", external_action=[service]) as workspace:
        moves = Rehearsal(workspace, document("e14-external-split")).moves("tier")
    assert {account for account, (port, _) in moves.items() if port == "path:high"} == {"A1", "A3", "A5"}
    assert max(sizes) < 40


@pytest.mark.req("B2B-17")
def test_who_waits_for_an_answer_is_not_yet_actioned_on(tmp_path: Path) -> None:
    """The answer takes a minute, A2 fails after three; a rehearsal that ends before has no outcome for them."""
    service = {"action_id": "crm", "name": "CRM", "status": "active", "split": False, "timeout_min": 3,
               "stub": json.dumps({"latency": 60, "failures": ["A2"]})}  # fmt: skip
    subject = Document.model_validate({
        "kind": "journey", "id": "outside", "name": "Outside", "as_of": "2026-01-05T00:00",
        "journey": {"schedule": {"end_date": "2026-02-04"}},
        "nodes": [{"id": "audience", "type": "account-audience", "settings": {"condition": {}}},
                  {"id": "call", "type": "external-action", "settings": {"service": "CRM"}}],
        "transitions": [{"id": "t1", "from": "audience", "port": "out", "to": "call"}],
    })  # fmt: skip
    with companies(tmp_path / "w", external_action=[service]) as workspace:
        for end, waiting, outcomes in (
            ("2026-01-05T00:00:59", 7, {}),
            ("2026-01-05T00:02:59", 1, {"applied": 6}),
            ("2026-01-05T00:03:00", 0, {"applied": 6, "failed_error": 1}),
        ):
            found = Rehearsal(workspace, subject, sim_end=end)
            assert found.result.node("call").waiting == waiting, end
            assert found.outcomes("call") == outcomes, end
