"""Generated campaigns there and back: same counts in an empty and in a used workspace, same bytes when sent again.

The long run, of 1,000 documents: `pytest -m soak tests/engine/bundles/test_generated.py`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.findings import Do, State
from engine.bundles.importing import import_bundle
from engine.bundles.manifest import Contents
from engine.bundles.reading import open_bundle
from engine.bundles.reports import make_report
from engine.bundles.verifying import verify
from engine.document.files import from_text
from engine.workspace import Workspace
from tests.engine.twins.agreement import Bench
from tests.engine.twins.strategies import campaigns


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench.make(tmp_path_factory.mktemp("twins"))
    yield made
    made.workspace.close()


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace that every example is imported into: empty for the first, used for all others."""
    with Workspace.create(tmp_path_factory.mktemp("elsewhere") / "workspace") as workspace:
        yield workspace


def _parts(path: Path) -> dict[str, str]:
    """Each part by its hash, so that a difference names the part."""
    with open_bundle(path) as bundle:
        return {one.path: one.sha256 for one in bundle.manifest.parts}


def there_and_back(bench: Bench, elsewhere: Workspace, folder: Path, raw: dict[str, Any]) -> None:
    document = bench.document(raw)
    first, second = folder / "first.jalon", folder / "second.jalon"
    export_bundle(bench.workspace, [document], first, ExportWish(Contents.FULL))

    with open_bundle(first) as bundle:
        first_look = make_report(bundle, elsewhere, {})
        clash = any(one.state is State.CLASH for one in first_look.of("document"))
        known = {f"document:{document.id}": Do.REPLACE} if clash else {}
        done = import_bundle(elsewhere, bundle, make_report(bundle, elsewhere, known))
        imported = from_text(elsewhere.documents.load(done.documents[document.id]))
        verified = verify(elsewhere, imported, bundle.expected[document.id])

    assert imported == document
    assert verified.whole, (verified.sentence, verified.differences, verified.cause)
    export_bundle(elsewhere, [imported], second, ExportWish(Contents.FULL))
    assert _parts(second) == _parts(first)
    assert second.read_bytes() == first.read_bytes()


def without_files(raw: dict[str, Any]) -> bool:
    """Files stay where they are: a bundle names them, and does not hold them."""
    return all(one["type"] != "load-file" for one in raw["nodes"])


GENERATED = campaigns().filter(without_files)
_QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]


@given(raw=GENERATED)
@settings(max_examples=5, phases=[Phase.generate], deadline=None, suppress_health_check=_QUIET)
def test_a_few_go_there_and_back(bench: Bench, elsewhere: Workspace, tmp_path: Path, raw: dict[str, Any]) -> None:
    there_and_back(bench, elsewhere, tmp_path, raw)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@given(raw=GENERATED)
@settings(max_examples=1_000, phases=[Phase.generate], deadline=None, suppress_health_check=_QUIET)
def test_a_thousand_go_there_and_back(bench: Bench, elsewhere: Workspace, tmp_path: Path, raw: dict[str, Any]) -> None:
    there_and_back(bench, elsewhere, tmp_path, raw)
