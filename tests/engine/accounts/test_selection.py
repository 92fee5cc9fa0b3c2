"""What journeys may use is chosen within limits, and what a published journey uses stays."""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from engine.account_data.objects import save
from engine.account_data.rows import current_rows
from engine.account_data.selection import (
    save_object,
    select_event,
    select_fields,
    withdraw_event,
    withdraw_object,
)
from engine.catalog.model import Attribute, Table
from engine.cli import app
from engine.document.files import to_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.types import STRING
from engine.workspace import Workspace
from tests.engine.accounts.company import company

NOW = datetime(2026, 1, 5)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with company(tmp_path) as opened:
        wide = Table(name="seats", key=("seat_id",), attributes=tuple(
            Attribute(name=name, type=STRING) for name in ("seat_id", "account_id", *(f"c{one}" for one in range(60)))
        ))  # fmt: skip
        opened.schemas.add(wide)
        yield opened


def code(work: Any) -> str:
    with pytest.raises(EngineError) as refused:
        work()
    return refused.value.problem.code


def publish(workspace: Workspace, **filter_: Any) -> None:
    """A live journey that asks for something of accounts."""
    document = Document.model_validate({
        "kind": "journey", "id": "user", "name": "User",
        "nodes": [{"id": "a", "type": "account-audience", "settings": {"condition": {"filters": [filter_]}}}],
    })  # fmt: skip
    workspace.documents.save("user", to_text(document), name="User", kind="journey")
    workspace.documents.set_status("user", "live")


@pytest.mark.req("B2B-411", "B2B-226")
def test_fields_are_managed_and_updatable_within_limits(workspace: Workspace) -> None:
    select_fields(workspace, "account", ["name", "industry", "city"], ["industry"])

    rows = {row["column"]: row for row in current_rows(workspace, "field_catalog") if row["entity"] == "account"}
    assert {name for name, row in rows.items() if row["is_managed"]} == {"name", "industry", "city"}
    assert {name for name, row in rows.items() if row["is_updatable"]} == {"industry"}
    assert any(row["is_managed"] for row in current_rows(workspace, "field_catalog") if row["entity"] == "person")
    assert code(lambda: select_fields(workspace, "account", ["nothing"])) == "unknown-field"
    assert code(lambda: select_fields(workspace, "account", ["name"], ["city"])) == "not-managed"
    assert code(lambda: select_fields(workspace, "basket", [])) == "unknown-class"

    publish(workspace, kind="attribute", attribute="industry", values=["Food"])
    assert code(lambda: select_fields(workspace, "account", ["name", "city"])) == "field-in-use"
    assert code(lambda: select_fields(workspace, "account", ["name", "city", "industry"])) == "field-in-use"
    select_fields(workspace, "account", ["name", "industry", "state"], ["industry"])
    (row,) = [one for one in current_rows(workspace, "field_catalog")
              if (one["entity"], one["column"]) == ("account", "industry")]  # fmt: skip
    assert row["locked_by_journeys"] == 1


def test_all_that_a_live_journey_uses_of_a_class_stays(workspace: Workspace) -> None:
    """A score that an action changes, a field of opportunities, what services are sent: each of its own class."""
    save(workspace, "external_action", {
        "name": "Rate", "status": "active", "context": "account",
        "mapping": json.dumps({"outgoing": {"where": "city"}, "incoming": {"tier": "industry"}}),
    }, NOW)  # fmt: skip
    amount = {"field": "amount", "operator": "at-least", "values": [1]}
    state = {"kind": "attribute", "attribute": "state", "values": ["TX"]}
    nodes = [
        ("a", "account-audience", {"condition": {"filters": [{"kind": "has-opportunity", "where": [amount]}]}}),
        ("s", "split-people", {"paths": [{"id": "1", "condition": {"filters": [state]}}]}),
        ("c", "action", {"on": "people", "action": "ppl.change_score", "settings": {"change": "+1"}}),
        ("x", "external-action", {"service": "rate"}),
    ]
    document = Document.model_validate({
        "kind": "journey", "id": "user", "name": "User",
        "nodes": [{"id": name, "type": kind, "settings": settings} for name, kind, settings in nodes],
    })  # fmt: skip
    workspace.documents.save("user", to_text(document), name="User", kind="journey")
    managed = {
        "account": ["name", "industry", "city", "state"], "person": ["email", "person_score", "state"],
        "opportunity": ["name", "amount"],
    }  # fmt: skip
    for entity, names in managed.items():
        select_fields(workspace, entity, names, [])
    workspace.documents.set_status("user", "live")

    used = {("opportunity", "amount"), ("person", "person_score"), ("person", "state"), ("account", "city"),
            ("account", "industry")}  # fmt: skip
    for entity, names in managed.items():
        for one in names:
            left = [name for name in names if name != one]
            if (entity, one) in used:
                assert code(partial(select_fields, workspace, entity, left)) == "field-in-use"
            else:
                select_fields(workspace, entity, left)
                select_fields(workspace, entity, names)
    counts = {(row["entity"], row["column"]): row["locked_by_journeys"]
              for row in current_rows(workspace, "field_catalog")}  # fmt: skip
    assert {one for one, count in counts.items() if count} == used


@pytest.mark.req("B2B-411")
def test_at_most_a_hundred_fields_of_a_class_are_managed(workspace: Workspace) -> None:
    table = workspace.catalog().table_by_name["account"]
    more = tuple(Attribute(name=f"own_{one}", type=STRING) for one in range(101))
    workspace.schemas.add(table.model_copy(update={"attributes": (*table.attributes, *more)}))

    assert code(lambda: select_fields(workspace, "account", [one.name for one in more])) == "many-fields"
    select_fields(workspace, "account", [one.name for one in more[:100]])
    custom = [row for row in current_rows(workspace, "field_catalog") if row["is_custom"]]
    assert sum(bool(row["is_managed"]) for row in custom) == 100


@pytest.mark.req("B2B-225", "B2B-226", "B2B-227")
def test_events_are_offered_within_limits_and_kept_while_in_use(workspace: Workspace) -> None:
    fields = {"seat": "string", "row": "integer"}
    select_event(workspace, "cinema.seatTaken", fields)
    assert {row["path"] for row in current_rows(workspace, "event_field")
            if row["type"] == "cinema.seatTaken"} == {*fields}  # fmt: skip

    assert code(lambda: select_event(workspace, "a", {"when": "date"})) == "unsupported-type"
    many = {f"f{one}": "string" for one in range(101)}
    assert code(lambda: select_event(workspace, "a", many)) == "many-fields"
    chosen = sum(bool(row["selected"]) for row in current_rows(workspace, "event_catalog"))
    for one in range(50 - chosen):
        select_event(workspace, f"own.{one}", {})
    assert code(lambda: select_event(workspace, "a", {})) == "many-events"

    publish(workspace, kind="event-history", event="cinema.seatTaken")
    assert code(lambda: withdraw_event(workspace, "cinema.seatTaken")) == "event-in-use"
    assert code(lambda: select_event(workspace, "cinema.seatTaken", {"seat": "string"})) == "event-in-use"
    select_event(workspace, "cinema.seatTaken", {**fields, "hall": "string"})
    withdraw_event(workspace, "own.0")


@pytest.mark.req("B2B-412", "B2B-226")
def test_custom_objects_have_their_keys_and_their_limits(workspace: Workspace) -> None:
    row = save_object(workspace, "Seats", "seats", "account", ["c1"], NOW)
    assert (row["pk"], row["fk"], row["fields"]) == ("seat_id", "account_id", ["seat_id", "account_id", "c1"])

    most = [f"c{one}" for one in range(49)]
    assert code(lambda: save_object(workspace, "Wide", "seats", "account", most, NOW)) == "many-fields"
    assert code(lambda: save_object(workspace, "Lost", "nowhere", "account", [], NOW)) == "unknown-reference"
    assert code(lambda: save_object(workspace, "People", "seats", "person", [], NOW)) == "unknown-field"
    publish(workspace, kind="custom-object", object="Seats")
    assert code(lambda: save_object(workspace, "Seats", "seats", "account", [], NOW)) == "object-in-use"
    assert code(lambda: withdraw_object(workspace, "Seats")) == "object-in-use"
    save_object(workspace, "Seats", "seats", "account", ["c1", *most[:47]], NOW)
    for one in range(19):
        save_object(workspace, f"Object {one}", "seats", "account", [], NOW)
    assert code(lambda: save_object(workspace, "One more", "seats", "account", [], NOW)) == "many-objects"


@pytest.mark.req("B2B-411")
def test_fields_from_the_command_line(tmp_path: Path) -> None:
    company(tmp_path).close()

    def jalon(*words: str) -> Any:
        done = CliRunner().invoke(app, ["accounts", "fields", *words, "-w", str(tmp_path / "company"), "--json"])
        assert done.exit_code == 0, (done.output, done.exception)
        return json.loads(done.stdout)

    before = jalon("account")
    assert "industry" in before["managed"]
    found = jalon("account", "--unmanage", "industry", "--update", "description")
    assert "industry" not in {*found["managed"], *found["updatable"]}
    assert "description" in found["updatable"]
