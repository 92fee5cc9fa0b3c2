"""Opening workspaces by name, for scripts."""

from pathlib import Path

from engine.workspace.folder import Workspace


def create_workspace(folder: Path) -> Workspace:
    """A new workspace in a new or empty folder. Errors: workspace-exists."""
    return Workspace.create(folder)


def open_workspace(folder: Path) -> Workspace:
    """An existing workspace. Errors: no-workspace, workspace-in-use."""
    return Workspace.open(folder)
