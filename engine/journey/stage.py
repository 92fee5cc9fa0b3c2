"""The writing cursor as the passes use it: tables of the run that are made, filled, compared and dropped."""

from sqlglot import exp

from engine.database import Cursor
from engine.trees import col, query


class Stage:
    """Makes the tables of one run and forgets them at its end."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._made: dict[str, exp.Table] = {}
        self.statements = 0

    def make(self, table: exp.Table, content: exp.Query) -> None:
        """The table with this content, instead of any that it had."""
        self._made[table.name] = table
        self._run(
            exp.Create(
                this=_local(table),
                kind="TABLE",
                replace=True,
                expression=content,
                properties=exp.Properties(expressions=[exp.TemporaryProperty()]),
            )
        )

    def put(self, table: exp.Table, content: exp.Query, dirty: exp.Table | None) -> None:
        """The whole content of a table, or with `dirty` that of those tokens alone, instead of what they had."""
        if dirty is None or not self.exists(table):
            self.make(table, content)
            return
        self.replace(table, covered(dirty, "t"), content)

    def add(self, table: exp.Table, content: exp.Query) -> None:
        """Further rows, column by column."""
        self._run(exp.Insert(this=table.copy(), expression=content, by_name=True))

    def remove(self, table: exp.Table, where: exp.Expr) -> None:
        """Without the rows that meet a condition."""
        self._run(exp.Delete(this=table.copy(), where=exp.Where(this=where)))

    def replace(self, table: exp.Table, where: exp.Expr, content: exp.Query) -> None:
        """Further rows instead of those, known as `t`, that meet a condition."""
        target = exp.alias_(table, "t", table=True)
        self._run(exp.Delete(this=target, where=exp.Where(this=where.copy())))
        self.add(table, content)

    def exists(self, table: exp.Table) -> bool:
        """Whether the table was made in this run."""
        return table.name in self._made

    def count(self, table: exp.Table) -> int:
        """How many rows it has."""
        return int(self._cursor.value(query("SELECT COUNT(*) FROM t AS t", t=table)))

    def fetch(self, content: exp.Query) -> list[tuple[object, ...]]:
        """All rows of a small result."""
        self.statements += 1
        return self._cursor.fetch(content)

    def drop(self, table: exp.Table) -> None:
        """Forget a table."""
        if self._made.pop(table.name, None) is not None:
            self._run(exp.Drop(tables=[table.copy()], kind="TABLE", exists=True))

    def close(self) -> None:
        """Forget all of them."""
        for table in list(self._made.values()):
            self.drop(table)

    def _run(self, statement: exp.Expr) -> None:
        self.statements += 1
        self._cursor.execute(statement)


def _local(table: exp.Table) -> exp.Table:
    """The name without its catalogue, as CREATE TEMP TABLE wants it."""
    return exp.table_(table.name, quoted=True)


def differing(left: exp.Table, right: exp.Table | exp.Query) -> exp.Query:
    """The rows that only one of two tables has."""
    return query(
        "SELECT b.* FROM ((SELECT * FROM l AS l EXCEPT ALL SELECT * FROM r AS r)"
        " UNION ALL (SELECT * FROM r AS r EXCEPT ALL SELECT * FROM l AS l)) AS b",
        l=left, r=right,
    )  # fmt: skip


def covered(dirty: exp.Table, alias: str) -> exp.Expr:
    """Whether the token of a row is to be computed again. `dirty` has one row per unit: `unit` and, from which of its
    entries on, `entry`; earlier ones stay as they are."""
    found = query(
        "SELECT 1 FROM dirty AS d WHERE d.unit = $unit AND d.entry <= $entry",
        dirty=dirty, unit=col(alias, "unit"), entry=col(alias, "entry"),
    )  # fmt: skip
    return exp.Exists(this=found)
