"""A bundle tried out where nothing else is: imported into an empty workspace and counted there."""

import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from engine.bundles.importing import import_bundle
from engine.bundles.reading import Bundle, open_bundle
from engine.bundles.reports import make_report
from engine.bundles.verifying import Verification, verify
from engine.workspace import Workspace


@contextmanager
def tried_out(path: Path) -> Generator[tuple[Workspace, Bundle]]:
    """A workspace that holds what a bundle brings and nothing else, as long as the `with` lasts.

    Errors: those of opening and importing.
    """
    with (
        tempfile.TemporaryDirectory(prefix="jalon-") as folder,
        Workspace.create(Path(folder) / "workspace") as workspace,
        open_bundle(path) as bundle,
    ):
        import_bundle(workspace, bundle, make_report(bundle, workspace, {}))
        yield workspace, bundle


def verify_bundle(workspace: Workspace, bundle: Bundle) -> Sequence[Verification]:
    """Every document of a bundle that came with its counts, counted in a workspace. Errors: those of counting."""
    return [
        verify(workspace, one, bundle.expected[one.id]) for one in bundle.documents if one.id in bundle.expected
    ]  # fmt: skip
