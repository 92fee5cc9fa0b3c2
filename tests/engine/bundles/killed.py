"""Exports or imports in a process of its own that is killed: `python -m tests.engine.bundles.killed import W FILE`."""

import sys
from pathlib import Path

from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.importing import import_bundle
from engine.bundles.manifest import Contents
from engine.bundles.reading import open_bundle
from engine.bundles.reports import make_report
from engine.document.files import from_text
from engine.workspace import Workspace


def main(what: str, folder: Path, file: Path) -> None:
    """Say that it begins, and do it."""
    with Workspace.open(folder) as workspace:
        sys.stdout.write("begins\n")
        sys.stdout.flush()
        if what == "import":
            with open_bundle(file) as bundle:
                import_bundle(workspace, bundle, make_report(bundle, workspace, {}))
        else:
            documents = [from_text(workspace.documents.load(one.id)) for one in workspace.documents.list()]
            export_bundle(workspace, documents, file, ExportWish(Contents.FULL))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
