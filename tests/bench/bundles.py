"""Bundles: how soon the logic of a large document is exported, and what verifying receipts costs beside a run."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from engine.bundles.exporting import ExportWish, count_document, export_bundle
from engine.bundles.manifest import Contents
from engine.bundles.verifying import verify
from engine.document.model import Document
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.bench.data import fill
from tests.bench.measures import Measure, seconds, side_by_side
from tests.bench.named.graphs import thirty_nodes

NODES = 500
PROFILES = 200_000
ROUNDS = 5


def measures() -> Iterator[Measure]:
    """Over profiles and orders that are made and thrown away; on a busy machine, CPU seconds tell more."""
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "w") as workspace:
        fill(workspace, PROFILES, PROFILES * 6)
        large, path = _large(), Path(name) / "large.jalon"
        wish = ExportWish(Contents.LOGIC)
        export_bundle(workspace, [large], path, wish)
        began = time.process_time()
        taken = min(seconds(lambda: export_bundle(workspace, [large], path, wish)) for _ in range(ROUNDS))
        spent = (time.process_time() - began) / ROUNDS
        yield Measure(f"export the logic of {NODES} activities", taken, 0.5, " s")
        yield Measure("the same, CPU seconds", spent, 0.5, " s")
        yield from _receipts(workspace, thirty_nodes())


def _large() -> Document:
    """A chain of rules: a source, and splits of splits."""
    rule = {"kind": "condition", "attribute": "city", "operator": "less", "value": 50}
    nodes = [{"id": "n0", "type": "build-audience", "settings": {"dimension": "profiles", "rule": rule}}]
    nodes += [
        {"id": f"n{place}", "type": "split", "label": f"Step {place}",
         "settings": {"subsets": [{"label": "Some", "filter": rule}], "complement": True}}
        for place in range(1, NODES)
    ]  # fmt: skip
    transitions = [
        {
            "id": f"t{place}",
            "from": f"n{place}",
            "port": "result" if place == 0 else "complement",
            "to": f"n{place + 1}",
        }
        for place in range(NODES - 1)
    ]
    layout = {f"n{place}": (place * 240, place % 7 * 90) for place in range(NODES)}
    raw = {"id": "large", "dimension": "profiles", "nodes": nodes, "transitions": transitions, "layout": layout}
    return Document.model_validate(raw)


def _receipts(workspace: Workspace, document: Document) -> Iterator[Measure]:
    expected, _ = count_document(workspace, document)

    def cold(work: str) -> float:
        workspace.populations.evict(keep=set(), most_rows=-1)
        if work == "run":
            return seconds(lambda: run_document(workspace, document))
        return seconds(lambda: verify(workspace, document, expected))

    checked, run, ratio = side_by_side(lambda: cold("verify"), lambda: cold("run"), ROUNDS)
    yield Measure("a cold run of thirty activities", run, None, " s")
    yield Measure("verifying its receipts", checked, None, " s")
    yield Measure("verifying against running", ratio, 1.1)
