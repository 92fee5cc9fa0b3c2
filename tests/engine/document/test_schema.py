"""The JSON Schema of documents: it accepts what runs, and points at what does not fit."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from engine.document.files import from_text
from engine.document.schema import document_schema
from engine.registry import all_activities
from tests.engine.document.schema_reader import faults

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = [*(ROOT / "resources" / "samples").glob("*.json"), *(ROOT / "tests" / "workflows").glob("*.json")]
SCHEMA: Any = document_schema({name: one.settings.model_json_schema() for name, one in all_activities().items()})
GUIDE = re.findall(r"```json\n(.*?)```", (ROOT / "resources" / "guide" / "documents.md").read_text("utf-8"), re.DOTALL)


def document(**node: Any) -> dict[str, Any]:
    return {"id": "d", "nodes": [{"id": "n", **node}]}


@pytest.mark.parametrize("path", sorted(SAMPLES), ids=lambda path: path.stem)
def test_the_samples_fit(path: Path) -> None:
    raw = json.loads(path.read_text(encoding="utf-8"))
    if "document" in raw:
        raw = raw["document"]

    assert faults(SCHEMA, raw) == []
    assert from_text(json.dumps(raw)).nodes


def test_the_examples_of_the_guide_fit() -> None:
    documents = [raw for raw in map(json.loads, GUIDE) if "nodes" in raw]
    assert documents
    for raw in documents:
        assert faults(SCHEMA, raw) == []


def test_settings_are_those_of_the_type() -> None:
    good = {"subsets": [{"label": "Gold", "limit": {"kind": "percent", "value": 10}}], "complement": True}

    assert faults(SCHEMA, document(type="split", settings=good)) == []
    assert faults(SCHEMA, document(type="fork", settings=good)) != []
    assert faults(SCHEMA, document(type="split", settings={"subsets": [{"limit": {"value": "many"}}]})) != []
    assert faults(SCHEMA, document(type="split", settings={"subsetz": []})) == ["$.nodes[0].settings: no 'subsetz'"]


def test_what_is_unknown_fits() -> None:
    assert faults(SCHEMA, {**document(type="teleport", settings={"to": "Mars"}, colour="red"), "owner": [1]}) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"id": ""},
        {"id": "d", "seed": "7"},
        {"id": "d", "kind": "party"},
        document(settings={}),
        {"id": "d", "transitions": [{"id": "t", "to": "a"}]},
        {"id": "d", "layout": {"a": [1]}},
    ],
)
def test_what_cannot_be_read_does_not_fit(wrong: dict[str, Any]) -> None:
    assert faults(SCHEMA, wrong) != []


@pytest.mark.parametrize("name", sorted(all_activities()))
def test_the_default_settings_of_every_activity_are_told(name: str) -> None:
    settings = SCHEMA["$defs"][f"{name}.settings"]

    assert settings["type"] == "object"
    assert settings["additionalProperties"] is False
    for field in all_activities()[name].settings.model_fields:
        assert field in settings["properties"]
