"""The worked examples of the specification, each a document file with the counts, members and values it must give.

The counts come from the specification's own tables (section 10), derived there by hand.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from engine.document.model import Document
from engine.runner.populations import find_population
from engine.runner.service import run_document
from engine.workspace import Workspace

FILES = sorted((Path(__file__).parent.parent / "workflows").glob("*.json"))


def read(path: Path) -> dict[str, Any]:
    """A workflow file: the document, and what it must give."""
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


@pytest.mark.req(
    "ORC-256", "ORC-66", "ORC-84", "ORC-201", "ORC-202", "ORC-203", "ORC-204", "ORC-205", "ORC-197", "ORC-198"
)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_example_gives_its_counts(path: Path, the_shop: Workspace) -> None:
    case = read(path)
    document = Document.model_validate(case["document"])

    result = run_document(the_shop, document)

    found = {one.id: [one.rows, one.targets] for one in result.transitions}
    assert {name: found[name] for name in case["expected"]} == case["expected"]
    assert all(node.conserved for node in result.nodes)
    assert {problem.code for problem in result.problems} >= set(case.get("problems", ()))
    assert not [str(problem) for problem in result.problems if problem.is_error]
    for node, reach in case.get("reach", {}).items():
        assert dict(result.node(node).reach) == reach
    for transition, members in case.get("members", {}).items():
        page = find_population(the_shop, document, transition).page()
        names = [one.name for one in page.columns]
        key = names.index("_key")
        assert sorted(str(row[key]) for row in page.rows) == sorted(str(member) for member in members)
    for transition, values in case.get("values", {}).items():
        _check_values(the_shop, document, transition, values)


def _check_values(workspace: Workspace, document: Document, transition: str, expected: dict[str, Any]) -> None:
    page = find_population(workspace, document, transition).page()
    names = [one.name for one in page.columns]
    rows = {row[names.index("_key")]: dict(zip(names, row, strict=True)) for row in page.rows}
    for key, wanted in expected.items():
        for name, value in wanted.items():
            found = rows[key][name]
            assert (str(found) if isinstance(value, str) else found) == value, (key, name)
