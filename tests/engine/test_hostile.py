"""Documents that mean harm: SQL in any text, cycles, thousands of nodes. Each ends in counts or in sentences."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from engine.document.files import read_document
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import ROWS
from tests.engine.test_workflows import FILES, read
from tests.engine.workspace.test_workspace import count

DOCUMENTS: list[dict[str, Any]] = [read(path)["document"] for path in FILES]
HOSTILE = [
    "'; DROP TABLE recipients; --",
    '" UNION SELECT * FROM duckdb_tables() --',
    "$(vars/@x) {{ x }} %s",
    "../../../../etc/passwd",
    "read_csv('/etc/passwd')",
    "@crm_id) OR (1=1",
    "😀\u202e\x00\n\t\\",
    "",
    "a" * 10_000,
    "recipients",
    "_key",
]
Place = tuple[str | int, ...]


def texts(value: Any, place: Place = ()) -> Iterator[Place]:
    """Where the texts of a document stand; ids and types too."""
    if isinstance(value, str):
        yield place
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from texts(one, (*place, name))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from texts(one, (*place, number))


def put(document: dict[str, Any], place: Place, text: str) -> None:
    """Replace one text."""
    at: Any = document
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = text


PLACES: list[tuple[int, Place]] = [
    (number, place) for number, document in enumerate(DOCUMENTS) for place in texts(document["nodes"], ("nodes",))
]


def survives(workspace: Workspace, raw: dict[str, Any]) -> None:
    """The document is refused, or counted, or its problems are told; nothing else happens."""
    try:
        document = Document.model_validate_json(json.dumps(raw))
    except ValidationError:
        return
    result = run_document(workspace, document)
    for problem in result.problems:
        assert problem.code != "database-fault", str(problem)
        assert problem.what
    assert all(one.conserved for one in result.nodes)


@pytest.mark.req("ORC-209")
@given(chosen=st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(HOSTILE)), min_size=1, max_size=3))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_hostile_text_anywhere_is_only_a_text(
    the_shop: Workspace, chosen: list[tuple[tuple[int, Place], str]]
) -> None:
    raw = copy.deepcopy(DOCUMENTS[chosen[0][0][0]])
    for (number, place), text in chosen:
        if number == chosen[0][0][0]:
            put(raw, place, text)

    survives(the_shop, raw)


@pytest.mark.req("ORC-209")
@pytest.mark.parametrize("text", [text for text in HOSTILE if text])
def test_hostile_labels_values_and_names_change_no_count(the_shop: Workspace, text: str) -> None:
    """All that a user may freely choose is hostile at once; the counts are those of any other words."""

    def document(words: str) -> dict[str, Any]:
        rule = condition("city", "not-equal", words, include_empty=True)
        nodes = [
            build("who", rule),
            node("more", "enrichment", attributes=[{"attribute": "city", "alias": "place", "label": words}]),
            node("split", "split", subsets=[{"label": words, "filter": rule}, {"label": words}], complement=True),
            node("say", "alert", alert_title=words, message=words),
            node("save", "save-audience", label=words),
        ]
        raw = campaign(nodes, "who>more", "more>split", "split:subset:1>say", "split:subset:2>save", name=words)
        return raw.model_dump(mode="json", by_alias=True)

    survives(the_shop, document(text))
    found, usual = (run_document(the_shop, Document.model_validate(document(words))) for words in (text, "plain"))

    assert [one.rows for one in found.transitions] == [one.rows for one in usual.transitions]


def test_nothing_was_dropped(the_shop: Workspace) -> None:
    """Runs last or first: whatever the hostile documents did, the shop is whole."""
    for table, rows in ROWS.items():
        assert count(the_shop, table) == len(rows)


@pytest.mark.req("ORC-57")
def test_a_cycle_is_told_and_its_neighbours_are_counted(the_shop: Workspace) -> None:
    nodes = [build("who"), node("a", "wait"), node("b", "wait"), node("c", "wait")]

    result = run_document(the_shop, campaign(nodes, "a>b", "b>c", "c>a"))

    assert {one.code for one in result.problems if one.is_error} >= {"cycle"}
    assert result.transition("who:result").rows == 12


@pytest.mark.timeout(60)
def test_ten_thousand_nodes_are_counted_while_they_are_refused(the_shop: Workspace) -> None:
    """Too many to publish; a design that grew too large still shows its counts."""
    names = [f"n{number}" for number in range(10_000)]
    nodes = [build("who"), *(node(name, "wait") for name in names)]
    arrows = [f"{one}>{other}" for one, other in zip(["who", *names], names, strict=False)]

    result = run_document(the_shop, campaign(nodes, *arrows))

    assert [one.code for one in result.problems if one.is_error] == ["many-activities"]
    assert result.transition("t10000").rows == 12


def test_deep_groups_end_in_a_sentence(the_shop: Workspace, tmp_path: Path) -> None:
    rule: dict[str, Any] = condition("city", "empty")
    for _ in range(39):
        rule = {"kind": "group", "operator": "except", "items": [rule, condition("plan", "equal", "basic")]}
    assert run_document(the_shop, campaign([build("who", rule)])).transition("who:result").rows is not None
    path = tmp_path / "deep.json"
    path.write_text('{"nodes":' + "[" * 100_000 + "]" * 100_000 + "}")

    with pytest.raises(EngineError):
        read_document(path)
