"""The small company of the worked example: eight accounts and sixteen people, every count of which is known by hand."""

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.account_data.rows import as_one, current_rows, put_rows
from engine.accounts.model import CATALOG
from engine.types import DataType, Kind
from engine.workspace import Workspace

ROWS = Path(__file__).resolve().parents[2] / "resources" / "samples" / "company" / "worked-example.json"
ADDED = ("account", "person", "account_person", "activity", "account_list_member", "mkto_record", "mkto_list_member")
"""The tables whose rows are added to a generated company, which has all the objects that they refer to."""


def example_rows() -> dict[str, list[dict[str, Any]]]:
    """Table name to rows; what a row leaves out is empty."""
    written: dict[str, list[dict[str, Any]]] = json.loads(ROWS.read_text(encoding="utf-8"))
    return {
        name: [{column: _value(CATALOG.table_by_name[name].by_name[column].type, value)
                for column, value in row.items()} for row in rows]
        for name, rows in written.items()
    }  # fmt: skip


@as_one
def add_example(workspace: Workspace) -> None:
    """Put the accounts and people of the example beside those of a generated company. Errors: the database's."""
    schemas = workspace.catalog().table_by_name
    rows = example_rows()
    for name in ADDED:
        put_rows(workspace, schemas[name], [*current_rows(workspace, name), *rows[name]], "worked example")


def _value(kind: DataType, value: Any) -> Any:
    if value is None:
        return None
    if kind.kind is Kind.DATETIME:
        return datetime.fromisoformat(value)
    return Decimal(value) if kind.kind is Kind.DECIMAL else value
