"""What other programs get: a script that a bare DuckDB runs to the same counts, Mermaid that nothing breaks out of."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from engine.bundles.exchange import duckdb_script, graph_json, mermaid
from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.manifest import Contents
from engine.document.model import Document
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

WORKFLOWS = sorted((Path(__file__).parents[2] / "workflows").glob("*.json"))


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop(tmp_path_factory.mktemp("origin")) as workspace:
        yield workspace


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_bare_duckdb_gets_the_same_counts_from_the_script(
    path: Path, origin: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document.model_validate(json.loads(path.read_text(encoding="utf-8"))["document"])
    export_bundle(origin, [document], tmp_path / "b.jalon", ExportWish(Contents.FULL))
    with zipfile.ZipFile(tmp_path / "b.jalon") as archive:
        archive.extractall(tmp_path / "unpacked")
    script = duckdb_script(origin, document)
    monkeypatch.chdir(tmp_path / "unpacked")

    with duckdb.connect() as bare:
        rows = bare.execute(script).fetchall()

    expected = {
        (one.id, one.rows, one.targets)
        for one in run_document(origin, document).transitions
        if one.rows is not None
    }  # fmt: skip
    assert set(rows) == expected
    assert rows


def test_mermaid_keeps_every_name_inside_its_quotes(origin: Workspace) -> None:
    document = campaign(
        [build("london", condition("city", "equal", "London")), node("end", "end")], "london>end"
    ).model_copy(update={"name": "x"})
    evil = '"] --> x; click x "javascript:alert(1)" %% <script>'
    nodes = (document.nodes[0].model_copy(update={"label": evil}), document.nodes[1])
    wicked = document.model_copy(update={"nodes": nodes})

    text = mermaid(wicked, run_document(origin, wicked))

    lines = text.splitlines()
    assert lines[0] == "flowchart LR"
    assert len(lines) == 4
    assert lines[1].count('"') == 2
    assert "<script" not in text
    assert lines[3] == '    n0 -->|"Result 3"| n1'


def test_the_json_has_every_node_and_count(origin: Workspace) -> None:
    document = campaign([build("london", condition("city", "equal", "London")), node("end", "end")], "london>end")

    found = graph_json(document, run_document(origin, document))

    assert isinstance(found, dict)
    text = json.loads(json.dumps(found))
    assert [one["id"] for one in text["nodes"]] == ["london", "end"]
    assert text["nodes"][0]["counts"] == {"in": 12, "out": 3, "waiting": 0, "dropped": {"rule": 9}}
    assert [(one["id"], one["rows"]) for one in text["transitions"]] == [("t1", 3)]
