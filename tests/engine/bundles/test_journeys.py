"""Journeys in bundles: with the objects that they refer to, and the counts of their rehearsal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.account_data.setup import create_account_data
from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.findings import Do, State
from engine.bundles.importing import import_bundle, undo_import
from engine.bundles.manifest import Contents
from engine.bundles.reading import open_bundle
from engine.bundles.reports import make_report
from engine.bundles.verifying import Cause, verify
from engine.document.files import from_text, read_document, to_text
from engine.document.model import Document
from engine.workspace import Workspace
from tests.engine.journey.running import DOCUMENTS

JOURNEYS = sorted(DOCUMENTS.glob("*.json"))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "empty") as workspace:
        yield workspace


def journeys(*names: str) -> list[Document]:
    return [read_document(path) for path in JOURNEYS if path.stem.split("-")[0] in names]


def bring(workspace: Workspace, path: Path, choices: dict[str, str] | None = None) -> str:
    with open_bundle(path) as bundle:
        return import_bundle(workspace, bundle, make_report(bundle, workspace, choices)).id


@pytest.mark.req("B2B-37")
@pytest.mark.parametrize(
    "names",
    [("e3", "e13"), pytest.param(tuple(one.stem.split("-")[0] for one in JOURNEYS), marks=pytest.mark.soak)],
    ids=["some", "all"],
)
def test_examples_are_rehearsed_to_the_same_counts_elsewhere(
    the_companies: Workspace, empty: Workspace, tmp_path: Path, names: tuple[str, ...]
) -> None:
    first, second = tmp_path / "first.jalon", tmp_path / "second.jalon"
    export_bundle(the_companies, journeys(*names), first, ExportWish(Contents.FULL))

    bring(empty, first)

    with open_bundle(first) as bundle:
        done = [verify(empty, one, bundle.expected[one.id]) for one in bundle.documents]
    for one in done:
        assert one.whole, (one.document, one.sentence, one.differences, one.details)
        assert one.total > 0
    documents = [from_text(empty.documents.load(one.id)) for one in journeys(*names)]
    assert documents == journeys(*names)
    export_bundle(empty, documents, second, ExportWish(Contents.FULL))
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.req("B2B-37")
def test_it_takes_along_what_it_names_and_no_person(the_companies: Workspace, tmp_path: Path) -> None:
    exported = export_bundle(the_companies, journeys("e3"), tmp_path / "b.jalon", ExportWish(Contents.COUNTS))

    with open_bundle(exported.path) as bundle:
        objects = {one.table: {str(next(iter(row.values()))) for row in one.rows} for one in bundle.objects}
        texts = b"".join(bundle.archive.read(one.path) for one in bundle.manifest.parts)
    assert objects["solution_interest"] == {"cloud-suite"}
    assert {"stage", "stage_model"} <= objects.keys()
    assert b"example.com" not in texts
    assert b"Acorn Foods" not in texts


@pytest.mark.req("B2B-37")
def test_what_exists_here_under_its_name_is_meant(the_companies: Workspace, empty: Workspace, tmp_path: Path) -> None:
    here = {"si_id": "ours", "name": "cloud suite", "template_id": "ours", "model_id": "sample"}
    create_account_data(empty, {"solution_interest": [here]})
    document = from_text(to_text(journeys("e3")[0]).replace('"Cloud Suite"', '"cloud-suite"'))
    export_bundle(the_companies, [document], tmp_path / "b.jalon", ExportWish(Contents.LOGIC))

    with open_bundle(tmp_path / "b.jalon") as bundle:
        report = make_report(bundle, empty)
        made = import_bundle(empty, bundle, report)
    imported = empty.documents.load(document.id)

    states = {one.name: (one.state, one.chosen) for one in report.of("object")}
    assert states["solution_interest/cloud-suite"] == (State.CLASH, Do.KEEP)
    assert not report.of("node-type")
    assert '"ours"' in imported
    assert '"cloud-suite"' not in imported
    assert empty.datasets.snapshot()["solution_interest"].rows == 1

    undo_import(empty, made.id)
    assert not empty.documents.list()


def test_another_object_is_said_to_be_the_cause(the_companies: Workspace, empty: Workspace, tmp_path: Path) -> None:
    export_bundle(the_companies, journeys("e3"), tmp_path / "b.jalon", ExportWish(Contents.FULL))
    with open_bundle(tmp_path / "b.jalon") as bundle:
        skipped = [one.key for one in make_report(bundle, empty).of("object") if "solution_interest/" in one.name]
        import_bundle(empty, bundle, make_report(bundle, empty, dict.fromkeys(skipped, Do.SKIP)))
        found = verify(empty, bundle.documents[0], bundle.expected[bundle.documents[0].id])

    assert not found.whole
    assert found.cause is Cause.OBJECTS
