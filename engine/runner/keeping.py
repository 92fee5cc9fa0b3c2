"""Keeps rows that somebody looks at in the cache of design-time populations, under a name that says what they are."""

from sqlglot import exp

from engine.database import Cursor, Store, stored
from engine.workspace import Workspace
from engine.workspace.populations import NewPopulation


def keep_rows(workspace: Workspace, table: str, query: exp.Query, cursor: Cursor) -> None:
    """Store the rows of a query as `table`, unless they are there. Errors: Cancelled, storage-failed."""
    if workspace.populations.holds(table):
        return
    # A look that was cancelled before its size was written down leaves its table behind.
    cursor.create(Store.WORK, table, query, replace=True)
    rows = int(cursor.value(exp.select(exp.Count(this=exp.Star())).from_(stored(Store.WORK, table))))
    workspace.populations.record(NewPopulation(table, rows, None))
