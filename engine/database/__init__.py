"""The only room that imports DuckDB: the stores of a workspace, and files of somebody else that are read once.

Nobody outside writes SQL or holds a connection: values and sqlglot trees come in, values and Arrow batches go out.
"""

from engine.database.stores import (
    DEFAULT_MEMORY,
    Cursor,
    Database,
    Store,
    described,
    stored,
    to_text,
)

__all__ = ["DEFAULT_MEMORY", "Cursor", "Database", "Store", "described", "stored", "to_text"]
