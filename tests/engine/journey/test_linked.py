"""Journeys that run together: tokens that an action starts in another journey, and takes out; worked out by hand."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from engine.cli import app
from engine.document.files import to_text
from engine.document.model import Document
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import Rehearsal

START = datetime(2026, 1, 5)
Node = tuple[str, str, dict[str, Any]]


def chain(key: str, *nodes: Node, re_entry: bool = False, of_people: bool = False) -> Document:
    """A journey of nodes one after the other; the audience of accounts is A1 alone."""
    only = {"kind": "attribute", "attribute": "account_id", "values": ["A1"]}
    first: Node = ("audience", "account-audience", {"condition": {"filters": [only]}})
    if of_people:
        first = ("audience", "person-audience", {"condition": {}})
    whole = (first, *nodes, ("end", "end", {}))
    return Document.model_validate({
        "kind": "journey", "id": key, "name": key.upper(), "as_of": START.isoformat(),
        "journey": {
            "type": "person" if of_people else "account", "schedule": {"end_date": "2026-03-01"},
            "re_entry": {"enabled": re_entry, "delay": {"value": 1, "unit": "hours"}, "timing": "from_end"},
        },
        "nodes": [{"id": name, "type": kind, "settings": settings} for name, kind, settings in whole],
        "transitions": [{"id": f"t{place}", "from": whole[place][0], "port": "out", "to": whole[place + 1][0]}
                        for place in range(len(whole) - 1)],
    })  # fmt: skip


def wait(name: str, days: int) -> Node:
    return name, "wait", {"value": days}


def act(name: str, action: str, **settings: Any) -> Node:
    on = "accounts" if action.startswith("acct") else "people"
    return name, "action", {"on": on, "action": action, "settings": settings}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with companies(tmp_path / "w") as opened:
        yield opened


def _publish(workspace: Workspace, *documents: Document) -> None:
    for document in documents:
        workspace.documents.save(document.id, to_text(document), name=document.name, kind="journey")
        workspace.documents.set_status(document.id, "live")


MAIN = (
    act("add", "acct.add_to_journey", journey="b"), wait("two", 2),
    act("take", "acct.remove_from_journey", journey="b"), wait("one", 1),
    act("again", "acct.add_to_journey", journey="b"),
)  # fmt: skip


@pytest.mark.req("B2B-117", "B2B-118", "B2B-119", "B2B-120", "B2B-340")
def test_a_token_that_is_started_waits_is_taken_out_and_starts_again(workspace: Workspace) -> None:
    """A1 comes to B at once, leaves it on the seventh, comes again on the eighth, and is through on the eleventh."""
    _publish(workspace, chain("b", wait("three", 3), re_entry=True))
    found = Rehearsal(workspace, chain("a", *MAIN), linked_journeys="simulate")

    assert found.outcomes("add") == found.outcomes("take") == found.outcomes("again") == {"applied": 1}
    told: Any = found.result.journey
    assert told["entered"] == 1
    (other,) = told["linked"]
    assert (other["journey"], other["entered"], other["in_progress"]) == ("b", 2, 0)
    assert other["exits"] == {"completed": 1, "removed_by_action": 1}
    assert found.tokens(1) == [
        ("A1", 1, START, datetime(2026, 1, 7), "removed_by_action"),
        ("A1", 2, datetime(2026, 1, 8), datetime(2026, 1, 11), "completed"),
    ]  # fmt: skip

    recorded = Rehearsal(workspace, chain("a", *MAIN))
    assert recorded.result.journey is not None
    assert recorded.result.journey["linked"] == []
    assert recorded.outcomes("again") == {"applied": 1}


@pytest.mark.req("B2B-118")
def test_without_re_entry_a_second_start_is_skipped(workspace: Workspace) -> None:
    _publish(workspace, chain("b", wait("three", 3)))
    for linked in ("simulate", "record_only"):
        found = Rehearsal(workspace, chain("a", *MAIN), linked_journeys=linked)
        assert found.outcomes("again") == {"skipped_reentry": 1}


@pytest.mark.req("B2B-118", "B2B-121")
def test_who_is_through_the_other_journey_is_inside_no_more(workspace: Workspace) -> None:
    """B takes one day, so on the seventh there is nobody to take out."""
    _publish(workspace, chain("b", wait("one", 1), re_entry=True))
    found = Rehearsal(workspace, chain("a", *MAIN), linked_journeys="simulate")
    assert found.outcomes("take") == {"skipped_not_in_journey": 1}
    assert found.outcomes("again") == {"applied": 1}
    assert [row[3] for row in found.tokens(1)] == [datetime(2026, 1, 6), datetime(2026, 1, 9)]


@pytest.mark.req("B2B-165", "B2B-166")
def test_people_of_an_account_start_in_a_person_journey_and_change_what_the_account_sees(workspace: Workspace) -> None:
    """In C each person of A1 gets ten points at once; A1's own journey splits its people by them a day later."""
    _publish(workspace, chain("c", act("points", "ppl.update_profile", attribute="person_score", value="77"),
                              of_people=True))  # fmt: skip
    split: Node = ("scored", "split-people", {"paths": [{"id": "y", "condition": {"filters": [
        {"kind": "attribute", "attribute": "person_score", "values": [77]}]}}]})  # fmt: skip
    main = chain("a", act("send", "ppl.add_to_journey", journey="c"), wait("one", 1))
    nodes = [*main.model_dump(mode="json", by_alias=True)["nodes"]]
    nodes[-1:-1] = [
        {"id": split[0], "type": split[1], "settings": split[2]},
        {"id": "mark", "type": "action", "settings": {"on": "people", "action": "ppl.interesting_moment",
                                                      "settings": {"type": "Web"}}},
        {"id": "close", "type": "close", "settings": {}},
    ]  # fmt: skip
    ways = ("audience:out:send", "send:out:one", "one:out:scored", "scored:path:y:mark", "mark:out:close",
            "close:out:end")  # fmt: skip
    raw = main.model_dump(mode="json", by_alias=True)
    raw |= {"nodes": nodes, "transitions": [
        {"id": way, "from": way.split(":")[0], "port": way.partition(":")[2].rpartition(":")[0],
         "to": way.rpartition(":")[2]} for way in ways
    ]}  # fmt: skip
    found = Rehearsal(workspace, Document.model_validate(raw), linked_journeys="simulate")
    assert found.outcomes("send") == {"applied": 4}
    assert {person for _, person, _ in found.acts("mark")} == {"P01", "P02", "P03", "P13"}
    assert [row[0] for row in found.tokens(1)] == ["P01", "P02", "P03", "P13"]


@pytest.mark.req("B2B-117")
def test_journeys_that_start_each_other_in_a_circle_end(workspace: Workspace) -> None:
    _publish(
        workspace, chain("b", wait("day", 1), act("on", "acct.add_to_journey", journey="c"), re_entry=True),
        chain("c", wait("day", 1), act("back", "acct.add_to_journey", journey="b"), re_entry=True),
    )  # fmt: skip
    found = Rehearsal(workspace, chain("a", act("add", "acct.add_to_journey", journey="b")), linked_journeys="simulate")
    # Ten hops in all: B and C take turns.
    assert [len(found.tokens(journey)) for journey in (1, 2)] == [5, 5]


def test_the_command_line_tells_of_the_other_journey(tmp_path: Path) -> None:
    with companies(tmp_path / "own") as opened:
        _publish(opened, chain("b", wait("three", 3), re_entry=True))
    (tmp_path / "a.json").write_text(to_text(chain("a", *MAIN)), encoding="utf-8")
    asked = ["run", str(tmp_path / "a.json"), "-w", str(tmp_path / "own"), "--set", "linked_journeys=simulate"]
    found = CliRunner().invoke(app, asked)
    assert found.exit_code == 0, found.output
    assert "In B: 2 entered, 0 in progress, 1 completed, 1 removed_by_action" in found.output


@pytest.mark.req("B2B-57", "B2B-118")
def test_asking_again_while_inside_is_no_entry(workspace: Workspace) -> None:
    """B lets in twice. A1 enters, asks in vain, is taken out: the next entry is the second, not the third."""
    other = chain("b", wait("month", 30), re_entry=True)
    rule = {"enabled": True, "delay": {"value": 1, "unit": "hours"}, "limit": 2}
    _publish(workspace, other.model_copy(update={"journey": {**other.journey, "re_entry": rule}}))
    steps = (act("add", "acct.add_to_journey", journey="b"), act("vain", "acct.add_to_journey", journey="b"),
             wait("two", 2), act("take", "acct.remove_from_journey", journey="b"), wait("one", 1),
             act("second", "acct.add_to_journey", journey="b"))  # fmt: skip

    found = Rehearsal(workspace, chain("a", *steps))

    assert found.outcomes("vain") == {"skipped_already_in_journey": 1}
    assert found.outcomes("second") == {"applied": 1}
