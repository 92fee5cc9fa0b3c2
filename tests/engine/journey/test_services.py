"""External services: read from a description, mapped, and answered by data; every outcome worked out by hand."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from engine.account_data.objects import save
from engine.account_data.openapi import read_description
from engine.account_data.rows import current_rows
from engine.account_data.services import answers_from, import_service, map_service, set_status, set_stub
from engine.cli import app
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.journeys import check_journey_document
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import Rehearsal

NOW = datetime(2026, 1, 4)
START = datetime(2026, 1, 5)
Change = tuple[tuple[str, ...], Any]


def described(*changes: Change, **extension: Any) -> Any:
    """A description without a fault, with parts replaced at their paths, or with None left out."""
    found: Any = {
        "openapi": "3.0.3",
        "info": {"title": "Scoring", "description": "Scores firms.", "version": "1", "x-external-action": {
            "enableSplitPath": False, "context": "account",
            "attributes": [{"name": "region", "type": "string", "required": True},
                           {"name": "_least", "type": "integer"}],
            "outgoing": [{"name": "staff", "type": "integer", "required": True}],
            "incoming": [{"name": "sector", "type": "string"}], **extension}},
        "servers": [{"url": "https://scoring.example"}],
        "paths": {"/ask": {"post": {"operationId": "ask"}}},
        "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}},
    }  # fmt: skip
    for path, value in changes:
        inner = found
        for name in path[:-1]:
            inner = inner[name]
        if value is None:
            del inner[path[-1]]
        else:
            inner[path[-1]] = value
    return found


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with companies(tmp_path / "w") as opened:
        yield opened


def brought(workspace: Workspace, folder: Path, *changes: Change, **extension: Any) -> str:
    path = folder / "service.json"
    path.write_text(json.dumps(described(*changes, **extension)))
    return str(import_service(workspace, path, NOW, timeout=2)["name"])


def code(work: Any) -> str:
    with pytest.raises(EngineError) as refused:
        work()
    return refused.value.problem.code


FAULTS: list[tuple[Change, str]] = [
    ((("openapi",), "3.1.0"), "unsupported-version"),
    ((("info", "title"), None), "missing-field"),
    ((("info", "title"), "n" * 101), "text-too-long"),
    ((("info", "description"), "d" * 301), "text-too-long"),
    ((("servers",), []), "missing-field"),
    ((("paths", "/ask"), {"get": {}}), "missing-endpoint"),
    ((("paths", "/more"), {"get": {"operationId": "ask"}}), "duplicate-operation"),
    ((("components",), None), "no-security"),
    ((("components", "securitySchemes", "two"), {"type": "http", "scheme": "basic"}), "several-securities"),
    ((("components", "securitySchemes", "key"), {"type": "openIdConnect"}), "unsupported-type"),
    ((("info", "x-external-action"), None), "missing-extension"),
    ((("info", "x-external-action", "context"), "opportunity"), "invalid-entity"),
    ((("info", "x-external-action", "incoming"), [{"name": "x", "type": "array"}]), "unsupported-type"),
    ((("info", "x-external-action", "enableSplitPath"), True), "missing-field"),
]


@pytest.mark.req("B2B-190", "B2B-191")
@pytest.mark.parametrize(("change", "expected"), FAULTS)
def test_each_fault_of_a_description_has_its_own_code(change: Change, expected: str) -> None:
    assert code(lambda: read_description(json.dumps(described(change)))) == expected
    assert read_description(json.dumps(described())).url == "https://scoring.example"


@pytest.mark.req("B2B-190", "B2B-191", "B2B-192", "B2B-193", "B2B-194")
def test_a_service_is_brought_once_mapped_as_a_draft_and_then_active(workspace: Workspace, tmp_path: Path) -> None:
    name = brought(workspace, tmp_path)

    assert code(lambda: read_description("no json")) == code(lambda: read_description("[1]")) == "not-openapi"
    assert code(lambda: brought(workspace, tmp_path)) == "url-taken"
    bare = save(workspace, "external_action", {"name": "Bare", "status": "draft", "context": "account"}, NOW)["name"]
    assert code(lambda: map_service(workspace, bare, NOW, outgoing={})) == "no-description"
    other = (("servers",), [{"url": "https://other.example"}])
    assert code(lambda: brought(workspace, tmp_path, other)) == "name-taken"
    assert code(lambda: set_status(workspace, name, NOW, active=True)) == "unmapped-field"
    assert code(lambda: map_service(workspace, name, NOW, outgoing={"staff": "people"})) == "unknown-field"
    assert code(lambda: map_service(workspace, name, NOW, incoming={"sector": "account_id"})) == "not-updatable"
    for minutes in (0, 241):
        assert code(lambda minutes=minutes: map_service(workspace, name, NOW, timeout=minutes)) == "wrong-timeout"
    map_service(workspace, name, NOW, outgoing={"staff": "employees"}, incoming={"sector": "industry"}, timeout=240)
    assert set_status(workspace, name, NOW, active=True)["status"] == "active"
    assert code(lambda: map_service(workspace, name, NOW, timeout=3)) == "service-active"
    (row,) = (one for one in current_rows(workspace, "external_action") if one["name"] == name)
    assert json.loads(row["mapping"])["required"] == ["region"]


def asking() -> Document:
    """Every account asks the service; those that had an answer are split by their industry a moment later."""
    paths = [{"id": "soft", "condition": {"filters": [{"kind": "attribute", "attribute": "industry",
                                                      "values": ["Software"]}]}}]  # fmt: skip
    nodes: list[dict[str, Any]] = [
        {"id": "audience", "type": "account-audience", "settings": {"condition": {}}},
        {"id": "call", "type": "external-action", "settings": {"service": "Scoring", "attributes": {"region": "EU"}}},
        {"id": "split", "type": "split-accounts", "settings": {"paths": paths, "other": True}},
    ]  # fmt: skip
    return Document.model_validate({
        "kind": "journey", "id": "asking", "name": "Asking", "as_of": START.isoformat(),
        "journey": {"schedule": {"end_date": "2026-02-04"}}, "nodes": nodes,
        "transitions": [{"id": "t1", "from": "audience", "port": "out", "to": "call"},
                        {"id": "t2", "from": "call", "port": "path", "to": "split"}],
    })  # fmt: skip


@pytest.mark.req("B2B-186", "B2B-192", "B2B-195")
def test_what_a_service_writes_stands_when_it_has_answered(workspace: Workspace, tmp_path: Path) -> None:
    """More than 1,000 people work at A1 and A4. A2 fails. A5 is of Energy already, so nothing changes for it."""
    name = brought(workspace, tmp_path)
    map_service(workspace, name, NOW, outgoing={"staff": "employees"}, incoming={"sector": "industry"})
    set_status(workspace, name, NOW, active=True)
    formulas = {"sector": "Iif(@employees > 1000, 'Software', 'Energy')"}
    set_stub(workspace, name, {"kind": "formulas", "formulas": formulas, "latency": 30, "failures": ["A2"]}, NOW)

    found = Rehearsal(workspace, asking())

    assert found.outcomes("call") == {"applied": 5, "skipped_no_change": 1, "failed_error": 1}
    assert found.moves("call")["A2"] == ("error", START + timedelta(minutes=2))
    moves = found.moves("split")
    assert {one for one, (way, _) in moves.items() if way == "path:soft"} == {"A1", "A4"}
    assert set(moves) == {"A1", "A3", "A4", "A5", "A6", "A8"}
    assert {at for _, at in moves.values()} == {START + timedelta(seconds=30)}


@pytest.mark.req("B2B-195")
def test_a_table_of_answers_stands_in_for_a_program(workspace: Workspace, tmp_path: Path) -> None:
    """What a script computed comes as a file; the script itself is never run. Who is not in it has no answer."""
    table = tmp_path / "answers.csv"
    table.write_text("id,score,note\nA1,7,good\nA3,2.5,\nA4,,\n")
    name = brought(workspace, tmp_path, enableSplitPath=True, accessors=[{"name": "score", "type": "number"}])
    map_service(workspace, name, NOW, outgoing={"staff": "employees"})
    set_status(workspace, name, NOW, active=True)
    set_stub(workspace, name, answers_from(table), NOW)
    path = {"id": "good", "variable": "score", "compared": {"operator": "greater-than", "values": [2]}}
    settings = {"service": name, "attributes": {"region": "EU"}, "paths": [path]}
    subject = asking()
    node = {"id": "call", "type": "external-split", "settings": settings}
    way = {"id": "t1", "from": "audience", "port": "out", "to": "call"}
    first = subject.nodes[0].model_dump(mode="json")
    whole = {**subject.model_dump(mode="json", by_alias=True), "nodes": [first, node], "transitions": [way]}

    moves = Rehearsal(workspace, Document.model_validate(whole)).moves("call")

    assert {one for one, (way, _) in moves.items() if way == "path:good"} == {"A1", "A3"}
    assert {way for one, (way, _) in moves.items() if one not in {"A1", "A3"}} == {"error"}
    assert code(lambda: answers_from(tmp_path / "nothing.csv")) == "unreadable-file"
    assert code(lambda: set_stub(workspace, name, {"kind": "python", "code": "1"}, NOW)) == "wrong-stub"


@pytest.mark.req("B2B-188")
def test_a_service_is_asked_about_what_it_knows(workspace: Workspace, tmp_path: Path) -> None:
    name = brought(workspace, tmp_path, context="people")
    map_service(workspace, name, NOW, outgoing={"staff": "person_score"})
    set_status(workspace, name, NOW, active=True)

    _, problems = check_journey_document(workspace, asking())

    assert [one.code for one in problems if one.is_error] == ["wrong-service"]


@pytest.mark.req("B2B-190", "B2B-195")
def test_services_from_the_command_line(tmp_path: Path) -> None:
    companies(tmp_path / "w").close()
    (tmp_path / "service.json").write_text(json.dumps(described()))

    def jalon(*words: str) -> Any:
        done = CliRunner().invoke(app, ["accounts", "services", *words, "-w", str(tmp_path / "w"), "--json"])
        assert done.exit_code == 0, (done.output, done.exception)
        return json.loads(done.stdout)

    assert jalon("import", str(tmp_path / "service.json"))["status"] == "draft"
    jalon("map", "Scoring", "--send", "staff=employees", "--write", "sector=industry")
    jalon("answer", "Scoring", "--formula", "sector=Iif(@employees > 1000, 'Software', 'Energy')")
    told = jalon("activate", "Scoring")
    assert (told["status"], told["mapping"]["incoming"]) == ("active", {"sector": "industry"})


@pytest.mark.req("B2B-195")
def test_whoever_cannot_be_evaluated_leaves_or_stops_the_run(workspace: Workspace, tmp_path: Path) -> None:
    """The product is beyond 64 bits for A1 and A4, where more than 1,000 people work."""
    name = brought(workspace, tmp_path)
    map_service(workspace, name, NOW, outgoing={"staff": "employees"}, incoming={"sector": "industry"})
    set_status(workspace, name, NOW, active=True)
    formulas = {"sector": "Iif(@employees > 1000, ToString(@employees * 9223372036854775807), 'Energy')"}
    set_stub(workspace, name, {"kind": "formulas", "formulas": formulas, "latency": 30}, NOW)

    found = Rehearsal(workspace, asking())

    moves = found.moves("call")
    assert {one for one, move in moves.items() if move == ("error", START)} == {"A1", "A4"}
    assert {move for one, move in moves.items() if one not in {"A1", "A4"}} == {("path", START + timedelta(seconds=30))}
    assert dict(found.result.journey or {})["exits"] == {"completed": 5, "error": 2}
    assert found.outcomes("call") == {"applied": 4, "skipped_no_change": 1, "failed_error": 2}
    with pytest.raises(EngineError) as stopped:
        Rehearsal(workspace, asking(), stop_on_error=True)
    assert stopped.value.problem.node == "call"
