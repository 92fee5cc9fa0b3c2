"""The only module that imports DuckDB."""

import duckdb

__all__ = ["duckdb"]
