"""The format that others rely on: its schemas, and bundles of earlier versions, which open for ever."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from engine.bundles.importing import import_bundle
from engine.bundles.reading import Bundle, open_bundle
from engine.bundles.reports import make_report
from engine.bundles.schema import bundle_schemas
from engine.bundles.signing import SignatureState
from engine.bundles.trying import verify_bundle
from engine.workspace import Workspace

KEPT = sorted((Path(__file__).parent / "kept").glob("*.jalon"))
"""Never changed and never made anew: a version that cannot open one of them is broken."""
SCHEMAS = Path(__file__).resolve().parents[3] / "resources" / "guide" / "bundle-schemas"


@pytest.fixture(scope="module", params=KEPT, ids=lambda path: path.stem)
def kept(request: pytest.FixtureRequest) -> Iterator[Bundle]:
    with open_bundle(request.param) as bundle:
        yield bundle


def schema_of(path: str) -> str:
    """The schema that a part is to fulfil, by its path."""
    folder, *rest = path.split("/")
    if folder == "schemas":
        return f"schemas-{rest[0]}"
    return {"documents": "document", "audiences": "audience"}.get(folder, folder).removesuffix(".json")


def test_the_schemas_beside_the_guide_are_those_of_this_version() -> None:
    written = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")}

    assert written == bundle_schemas()


def test_every_part_fulfils_its_schema(kept: Bundle) -> None:
    seen: set[str] = set()
    for entry in kept.archive.entries:
        if entry.name.startswith("data/"):
            continue
        name = schema_of(entry.name)
        jsonschema.validate(json.loads(kept.archive.read(entry.name)), bundle_schemas()[name])
        seen.add(name)
    assert seen >= {"manifest", "document", "layout", "counts", "schemas-tables"}


def test_a_part_that_is_none_does_not_fulfil_its_schema(kept: Bundle) -> None:
    counts = next(entry.name for entry in kept.archive.entries if entry.name.startswith("counts/"))
    wrong = json.loads(kept.archive.read(counts)) | {"as_of": 7}

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, bundle_schemas()["counts"])


@pytest.mark.req("ORC-24")
def test_a_bundle_of_an_earlier_version_opens_and_reproduces_its_counts(kept: Bundle, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "workspace") as workspace:
        import_bundle(workspace, kept, make_report(kept, workspace, {}))
        done = verify_bundle(workspace, kept)

    assert kept.signature.state is not SignatureState.BAD
    assert done
    for one in done:
        # Another meaning of a count is a new version of the engine, which then is the cause that is told.
        assert one.whole or one.cause is not None, one
        assert one.whole, (one.document, one.sentence, one.cause, one.differences)
