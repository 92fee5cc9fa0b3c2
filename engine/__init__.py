"""The headless engine of Jalon: real files in, an exact count on every transition out.

    from pathlib import Path
    import engine

    with engine.open_workspace(Path("shop")) as workspace:
        engine.import_file(workspace, Path("orders.csv"))
        result = engine.run_document(workspace, engine.read_document(Path("campaign.json")))
        print(result.transition("t1").rows)

The names below are the ones that outsiders may use. They are loaded when they are first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.bundles.comparing import compare_documents
    from engine.bundles.effects import merge_documents
    from engine.bundles.exporting import ExportWish, export_bundle
    from engine.bundles.importing import import_bundle, undo_import
    from engine.bundles.reading import open_bundle
    from engine.bundles.reports import make_report
    from engine.bundles.trying import verify_bundle
    from engine.document.files import read_document, write_document
    from engine.document.model import Document
    from engine.dossier.writing import write_dossier
    from engine.ingest.service import import_file, preview_file
    from engine.problems import EngineError, Problem
    from engine.runner.populations import find_population
    from engine.runner.real import continue_run, start_real_run
    from engine.runner.service import check_document, run_document, start_run
    from engine.runner.why import why_not
    from engine.workspace import Workspace
    from engine.workspace.opening import create_workspace, open_workspace

_HOMES = {
    "Document": "engine.document.model",
    "EngineError": "engine.problems",
    "ExportWish": "engine.bundles.exporting",
    "Problem": "engine.problems",
    "Workspace": "engine.workspace",
    "check_document": "engine.runner.service",
    "compare_documents": "engine.bundles.comparing",
    "continue_run": "engine.runner.real",
    "create_workspace": "engine.workspace.opening",
    "export_bundle": "engine.bundles.exporting",
    "find_population": "engine.runner.populations",
    "import_bundle": "engine.bundles.importing",
    "import_file": "engine.ingest.service",
    "make_report": "engine.bundles.reports",
    "merge_documents": "engine.bundles.effects",
    "open_bundle": "engine.bundles.reading",
    "open_workspace": "engine.workspace.opening",
    "preview_file": "engine.ingest.service",
    "read_document": "engine.document.files",
    "run_document": "engine.runner.service",
    "start_real_run": "engine.runner.real",
    "start_run": "engine.runner.service",
    "undo_import": "engine.bundles.importing",
    "verify_bundle": "engine.bundles.trying",
    "why_not": "engine.runner.why",
    "write_document": "engine.document.files",
    "write_dossier": "engine.dossier.writing",
}

__all__ = [
    "Document",
    "EngineError",
    "ExportWish",
    "Problem",
    "Workspace",
    "check_document",
    "compare_documents",
    "continue_run",
    "create_workspace",
    "export_bundle",
    "find_population",
    "import_bundle",
    "import_file",
    "make_report",
    "merge_documents",
    "open_bundle",
    "open_workspace",
    "preview_file",
    "read_document",
    "run_document",
    "start_real_run",
    "start_run",
    "undo_import",
    "verify_bundle",
    "why_not",
    "write_document",
    "write_dossier",
]


def __getattr__(name: str) -> Any:
    """Load a public name from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
