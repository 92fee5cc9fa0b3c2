"""The small company of the specification's section 14.1 as a workspace; its rows are those of the worked example."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.account_data.example import example_rows
from engine.account_data.setup import create_account_data
from engine.accounts.defaults import default_rows
from engine.workspace import Workspace

START = datetime(2026, 1, 5)
"""When the worked example begins."""


def rows() -> dict[str, list[dict[str, Any]]]:
    """Table name to rows; what a row leaves out is empty."""
    return example_rows()


def company(
    folder: Path,
    more: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    instead: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
) -> Workspace:
    """A workspace in `folder` that holds the company; `more` is added to its rows, `instead` takes their place."""
    content: dict[str, list[Mapping[str, Any]]] = {name: list(found) for name, found in rows().items()}
    content |= {name: list(found) for name, found in (instead or {}).items()}
    for name, added in (more or {}).items():
        content[name] = [*content.get(name, default_rows().get(name, ())), *added]
    workspace = Workspace.create(folder / "company", threads=2)
    create_account_data(workspace, content)
    return workspace
