"""An effect with its surroundings, as the functions that do one get it."""

from collections.abc import Mapping
from typing import Any

from sqlglot import exp

from engine.database import Cursor
from engine.document.model import Document
from engine.workspace import Workspace


class Work:
    """An effect with its surroundings."""

    def __init__(
        self,
        workspace: Workspace,
        cursor: Cursor,
        document: Document,
        run: str,
        node: str,
        values: Mapping[str, Any],
        query: exp.Select | exp.SetOperation | None,
    ) -> None:
        self.workspace = workspace
        self.cursor = cursor
        self.document = document
        self.run = run
        self.node = node
        self.values = values
        self._query = query

    @property
    def query(self) -> exp.Select | exp.SetOperation:
        assert self._query is not None
        return self._query

    def count(self, table: exp.Expr) -> int:
        return int(self.cursor.value(exp.select(exp.Count(this=exp.Star())).from_(table)))
