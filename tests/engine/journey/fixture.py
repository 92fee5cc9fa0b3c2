"""The specification's company (section 14.1) as a workspace for journeys; the rows are those of the account data."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.account_data.setup import create_account_data
from engine.accounts.events import EMAIL_OPENED as OPENED
from engine.accounts.events import PAGE_VIEW
from engine.workspace import Workspace
from tests.engine.accounts.company import rows

Rows = Sequence[Mapping[str, Any]]

__all__ = ["OPENED", "PAGE_VIEW", "companies", "rows"]


def companies(folder: Path, **more: Rows) -> Workspace:
    """A workspace with the fixture; `more` replaces whole tables."""
    workspace = Workspace.create(folder)
    create_account_data(workspace, {**rows(), **more})
    return workspace
