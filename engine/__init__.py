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
    from engine.document.files import read_document, write_document
    from engine.document.model import Document
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
    "Problem": "engine.problems",
    "Workspace": "engine.workspace",
    "check_document": "engine.runner.service",
    "continue_run": "engine.runner.real",
    "create_workspace": "engine.workspace.opening",
    "find_population": "engine.runner.populations",
    "import_file": "engine.ingest.service",
    "open_workspace": "engine.workspace.opening",
    "preview_file": "engine.ingest.service",
    "read_document": "engine.document.files",
    "run_document": "engine.runner.service",
    "start_real_run": "engine.runner.real",
    "start_run": "engine.runner.service",
    "why_not": "engine.runner.why",
    "write_document": "engine.document.files",
}

__all__ = [
    "Document",
    "EngineError",
    "Problem",
    "Workspace",
    "check_document",
    "continue_run",
    "create_workspace",
    "find_population",
    "import_file",
    "open_workspace",
    "preview_file",
    "read_document",
    "run_document",
    "start_real_run",
    "start_run",
    "why_not",
    "write_document",
]


def __getattr__(name: str) -> Any:
    """Load a public name from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
