"""Rules that hold for journeys as a whole: nothing is changed, every code is known, files keep all they hold."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engine.account_data.rows import current_rows, put_rows
from engine.account_data.selection import select_event
from engine.catalog.model import Attribute
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.journey.contract import Exit, Outcome
from engine.runner.journeys import check_journey_document
from engine.types import INTEGER
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies, rows
from tests.engine.journey.running import DOCUMENTS, Rehearsal, document
from tests.engine.journey.test_linked import act, wait
from tests.engine.journey.test_linked import chain as linked_chain
from tests.engine.journey.test_more_actions import chain

Node = tuple[str, str, dict[str, Any]]
BEFORE = datetime(2025, 12, 1)
CHIEF = {"kind": "attribute", "attribute": "job_title", "operator": "starts-with", "values": ["C"]}
MORE: dict[str, list[dict[str, Any]]] = {
    "mkto_connection": [{"connection_id": one, "name": one, "update_policy": "all"} for one in ("default", "second")],
    "mkto_workspace": [{"workspace_id": "default", "connection_id": "default", "name": "Default"},
                       {"workspace_id": "other", "connection_id": "second", "name": "Other"}],
    "mkto_workspace_partition": [{"workspace_id": one, "partition_id": "default"} for one in ("default", "other")],
    "mkto_list": [{"list_id": "here", "workspace_id": "default", "name": "Here"},
                  {"list_id": "there", "workspace_id": "other", "name": "There"}],
    "mkto_record": [{"record_id": "R1", "connection_id": "second", "person_id": "P01", "email": "p01@example.com",
                     "created_at": BEFORE},
                    {"record_id": "R8", "connection_id": "default", "person_id": "P08", "email": "p08@example.com",
                     "created_at": BEFORE}],
    "mkto_email": [{"email_id": "m1", "workspace_id": "default", "name": "Ready", "status": "approved", "subject": "S"},
                   {"email_id": "m2", "workspace_id": "default", "name": "Unready", "status": "draft", "subject": "S"}],
    "ext_audience": [{"audience_id": one, "name": one, "origin": one} for one in ("app", "platform")],
    "people_list": [{"list_id": "chiefs", "name": "Chiefs", "kind": "dynamic", "status": "live",
                     "definition": json.dumps({"filters": [CHIEF]})}],
}  # fmt: skip


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The company with a second connection of Marketo, and a field of its own for people."""
    with companies(tmp_path_factory.mktemp("rules"), **MORE) as workspace:
        table = workspace.catalog().table_by_name["person"]
        wider = table.model_copy(update={"attributes": (*table.attributes, Attribute(name="seats", type=INTEGER))})
        workspace.schemas.add(wider)
        put_rows(workspace, wider, [{**row, "seats": 7 if row["person_id"] == "P05" else 1}
                                    for row in rows()["person"]], "test")  # fmt: skip
        yield workspace


def journey(*nodes: Node, of_people: bool = False, ways: str) -> Document:
    """A journey of these nodes; `ways` are written "a>port>b", apart by spaces."""
    return Document.model_validate({
        "kind": "journey", "id": "rules", "name": "Rules", "as_of": "2026-01-05T00:00",
        "journey": {"type": "person" if of_people else "account", "schedule": {"end_date": "2026-02-04"}},
        "nodes": [{"id": name, "type": kind, "settings": settings} for name, kind, settings in nodes],
        "transitions": [dict(zip(("from", "port", "to"), way.split(">"), strict=True), id=way) for way in ways.split()],
    })  # fmt: skip


def problems(workspace: Workspace, action: str, /, **settings: Any) -> list[tuple[str, str | None, bool]]:
    _, found = check_journey_document(workspace, chain((action, settings)))
    return [(one.code, one.field, one.is_error) for one in found]


@pytest.mark.req("B2B-1")
def test_a_rehearsal_changes_no_row_of_the_workspace(the_companies: Workspace) -> None:
    before = the_companies.datasets.snapshot()
    found = Rehearsal(the_companies, document("e1-value-tiers"))

    assert found.values("score") == {"P08": ("40", "50")}
    assert the_companies.datasets.snapshot() == before
    assert {row["person_score"] for row in current_rows(the_companies, "person") if row["person_id"] == "P08"} == {40}
    assert [row["account_id"] for row in current_rows(the_companies, "account_list_member")] == ["A2"]


@pytest.mark.req("B2B-14")
def test_the_codes_of_outcomes_and_exits_are_those_of_the_specification() -> None:
    assert {*Exit} == {"completed", "no_match", "timeout_no_path", "removed_by_action", "journey_aborted",
                       "journey_ended", "quiet_hours_discard", "error"}  # fmt: skip
    assert {*Outcome} >= {
        "applied", "sent", "queued", "skipped_already_member", "skipped_not_member", "skipped_no_change",
        "skipped_opted_out", "skipped_no_address", "skipped_invalid_address", "skipped_suspended",
        "skipped_marketing_suspended", "skipped_blocklisted", "skipped_unsupported_region",
        "skipped_duplicate_address", "suppressed_limit", "discarded_quiet_hours", "skipped_no_buying_group",
        "skipped_invalid_transition", "skipped_precedence", "skipped_already_in_journey", "skipped_not_in_journey",
        "skipped_reentry", "blocked_target_closed", "blocked_target_aborted", "blocked_target_finished",
        "skipped_no_record", "skipped_not_in_partition", "failed_timeout", "failed_error", "failed_validation",
    }  # fmt: skip


@pytest.mark.req("B2B-86")
@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.json")), ids=lambda path: path.stem)
def test_a_file_of_a_journey_keeps_all_that_it_holds(path: Path) -> None:
    raw = json.loads(path.read_text(encoding="utf-8"))
    written = to_text(from_text(path.read_text(encoding="utf-8")))

    assert from_text(written) == from_text(path.read_text(encoding="utf-8"))
    kept = json.loads(written)
    assert kept["journey"] == raw["journey"]
    assert [(one["id"], one["type"], one.get("settings", {})) for one in kept["nodes"]] == [
        (one["id"], one["type"], one.get("settings", {})) for one in raw["nodes"]
    ]
    assert len(kept["transitions"]) == len(raw["transitions"])


@pytest.mark.req("B2B-93")
def test_who_is_left_out_is_listed_with_the_reason(the_companies: Workspace) -> None:
    assert Rehearsal(the_companies, document("e1-value-tiers")).excluded() == [("A7", "excluded_no_name")]


@pytest.mark.req("B2B-100", "B2B-346")
def test_a_dynamic_list_lets_people_in(opened: Workspace) -> None:
    found = Rehearsal(opened, journey(
        ("audience", "person-audience", {"input": "list", "list": "Chiefs"}), ("end", "end", {}),
        of_people=True, ways="audience>out>end",
    ))  # fmt: skip

    assert {person for person, _, _ in found.entries()} == {"P05", "P08", "P10", "P13"}  # CTO, CMO, CFO, consultant


@pytest.mark.req("B2B-249")
def test_people_are_told_apart_by_a_field_of_ones_own(opened: Workspace) -> None:
    many = {"kind": "attribute", "attribute": "seats", "operator": "greater-than", "values": [5]}
    found = Rehearsal(opened, journey(
        ("audience", "person-audience", {"condition": {"filters": [many]}}), ("end", "end", {}),
        of_people=True, ways="audience>out>end",
    ))  # fmt: skip

    assert [person for person, _, _ in found.entries()] == ["P05"]


@pytest.mark.req("B2B-270")
def test_splits_by_accounts_stand_within_one_another(opened: Workspace) -> None:
    def split(attribute: str, value: str) -> dict[str, Any]:
        condition = {"filters": [{"kind": "attribute", "attribute": attribute, "values": [value]}]}
        return {"other": True, "paths": [{"id": "1", "condition": condition}]}

    found = Rehearsal(opened, journey(
        ("audience", "account-audience", {"condition": {}}), ("land", "split-accounts", split("country", "US")),
        ("trade", "split-accounts", split("industry", "Food")),
        ("name", "split-accounts", split("name", "Fir Logistics")),
        ways="audience>out>land land>path:1>trade trade>other>name",
    ))  # fmt: skip

    assert [found.crossed(way) for way in ("land:path:1", "trade:path:1", "trade:other", "name:path:1")] == [
        (4, 10), (1, 4), (3, 6), (1, 1)]  # fmt: skip


@pytest.mark.req("B2B-178", "B2B-174", "B2B-352")
def test_one_journey_acts_on_several_connections(opened: Workspace) -> None:
    found = Rehearsal(opened, chain(
        ("mkto.add_to_list", {"workspace": "Default", "list": "Here"}),
        ("mkto.add_to_list", {"workspace": "Other", "list": "There"}),
    ))  # fmt: skip

    applied = [{person for _, person, outcome in found.acts(node) if outcome == "applied"} for node in ("n1", "n2")]
    assert applied == [{"P08"}, {"P01"}]
    wrong = problems(opened, "mkto.add_to_list", workspace="Other", list="Here")
    assert [(field, is_error) for _, field, is_error in wrong if is_error] == [("settings.list", True)]


@pytest.mark.req("B2B-150")
def test_an_approved_email_of_marketo_is_sent(opened: Workspace) -> None:
    chosen = {"source": "marketo", "workspace": "Default"}
    found = Rehearsal(opened, chain(("ppl.send_email", {**chosen, "email": "Ready"}), accounts="Cedar"))

    assert found.outcomes("n1") == {"sent": 2}
    assert any(is_error for _, _, is_error in problems(opened, "ppl.send_email", **chosen, email="Unready"))
    assert any(is_error for _, _, is_error in problems(opened, "ppl.send_email", source="marketo", email="Nothing"))


@pytest.mark.req("B2B-138", "B2B-139", "B2B-142")
def test_audiences_of_both_origins_are_taken_and_need_a_destination(opened: Workspace) -> None:
    for name in ("app", "platform"):
        told = problems(opened, "ppl.add_ext_audience", audience=name)
        assert told == [("no-destination", "settings", False)]
    assert ("unknown-reference", "settings.audience", True) in problems(
        opened, "ppl.add_ext_audience", audience="elsewhere"
    )


@pytest.mark.req("B2B-182")
def test_the_word_null_clears_a_field_of_a_person(opened: Workspace) -> None:
    found = Rehearsal(opened, chain(("ppl.update_profile", {"attribute": "job_title", "value": "NULL"}),
                                    accounts="Cedar"))  # fmt: skip
    assert {person: after for person, (_, after) in found.values("n1").items()} == {"P08": None, "P09": None}


@pytest.mark.req("B2B-185")
def test_a_person_journey_adds_to_another_and_takes_out(tmp_path: Path) -> None:
    """P01 enters C from A, is taken out a day later, and enters nothing twice."""
    with companies(tmp_path / "w") as workspace:
        other = linked_chain("c", wait("week", 7), of_people=True)
        workspace.documents.save("c", to_text(other), name="C", kind="journey")
        workspace.documents.set_status("c", "live")
        main = linked_chain("a", act("add", "ppl.add_to_journey", journey="c"), wait("one", 1),
                            act("take", "ppl.remove_from_journey", journey="c"), of_people=True)  # fmt: skip
        found = Rehearsal(workspace, main, linked_journeys="simulate")

        assert {**found.outcomes("add"), **found.outcomes("take")} == {"applied": 16}
        assert set(found.tokens(1)) == {
            (row["person_id"], 1, datetime(2026, 1, 5), datetime(2026, 1, 6), "removed_by_action")
            for row in rows()["person"]
        }


@pytest.mark.req("B2B-62")
def test_an_address_is_looked_up_in_its_own_journey_alone(tmp_path: Path) -> None:
    """A1's four people have an address, one of them has opted out. Both journeys send to the other three."""
    settings = {"on": "people", "action": "ppl.send_email", "settings": {"name": "M", "subject": "S"}}
    with companies(tmp_path / "w") as workspace:
        other = linked_chain("b", ("mail-b", "action", settings))
        other = other.model_copy(update={"journey": {**other.journey, "email_dedup": True}})
        workspace.documents.save("b", to_text(other), name="B", kind="journey")
        workspace.documents.set_status("b", "live")
        main = linked_chain(
            "a", ("mail", "action", settings), act("add", "acct.add_to_journey", journey="b"), wait("day", 1)
        )
        main = main.model_copy(update={"journey": {**main.journey, "email_dedup": True}})
        found = Rehearsal(workspace, main, linked_journeys="simulate")

        assert found.outcomes("mail") == {"sent": 3, "skipped_opted_out": 1}
        assert found.outcomes_of_rank(7) == found.outcomes("mail")


@pytest.mark.req("B2B-50", "B2B-209")
def test_a_configured_event_needs_a_constraint_and_an_empty_audience_is_told(tmp_path: Path) -> None:
    listening: dict[str, Any] = {"on": "people", "triggers": [{"event": "cinema.seatTaken"}]}
    nobody = {"kind": "attribute", "attribute": "name", "values": ["Nobody"]}
    nodes: list[Node] = [("audience", "account-audience", {"condition": {"filters": [nobody]}}),
                         ("hear", "listen", listening)]  # fmt: skip
    with companies(tmp_path / "w") as workspace:
        select_event(workspace, "cinema.seatTaken", {"seat": "string"})
        _, told = check_journey_document(workspace, journey(*nodes, ways="audience>out>hear"))
        assert [(one.check, one.field) for one in told if one.is_error] == [("V11", "triggers[0].where")]
        listening["triggers"] = [{"event": "cinema.seatTaken", "where": [{"field": "asset_name", "values": ["5"]}]}]
        found = Rehearsal(workspace, journey(*nodes, ways="audience>out>hear"))

    assert [(one.code, one.node) for one in found.result.problems if one.check == "V20"] == [
        ("nobody-enters", "audience")]  # fmt: skip
