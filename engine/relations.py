"""Relation: the shape of a population or a table, and where its rows stand.

A population holds the keys of its targeting dimension and the columns that activities added; never the whole row.
It must not know which activity made it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlglot import exp

from engine.types import DataType

KEY = "_key"
ORIGIN = "_origin_key"
PORT = "_port"
SEGMENT = "_segment"
SEND_STATUS = "_send_status"
LINE = "_line"
IDENTITY = "_identity"
"""The column of an audience's members that names them to the profile store, as text."""
RESERVED = "_"


def key_names(count: int, prefix: str = KEY) -> tuple[str, ...]:
    """The reserved names of a key of `count` parts: "_key", "_key_2", "_key_3"..."""
    return tuple(prefix if part == 0 else f"{prefix}_{part + 1}" for part in range(count))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable name, its type, the label that users read, and the node that added it."""

    name: str
    type: DataType
    label: str = ""
    origin: str = ""
    values: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.label or self.name


@dataclass(frozen=True, slots=True)
class Origin:
    """The record that a row stood for before its dimension changed: its dimension, and the columns of its key."""

    dimension: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """The shape of a population.

    `key` are the columns that hold the key of the targeting dimension (empty for the lines of a file, which have no
    dimension yet). `row_key` are the columns that together tell rows apart; they end every ordering, so that no tie
    is left to chance. `unique` says that there is at most one row per key and that no key is null, so that rows and
    targets are the same number; `distinct` the former only, of the keys that are not null. `store`, `table` and `port`
    say where the rows stand, once they do.
    """

    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    row_key: tuple[str, ...] = ()
    dimension: str | None = None
    unique: bool = False
    distinct: bool = False
    origins: tuple[Origin, ...] = ()
    store: str = "work"
    table: str = ""
    port: str | None = None

    def __contains__(self, name: str) -> bool:
        return any(column.name == name for column in self.columns)

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def added(self) -> tuple[Column, ...]:
        """The columns that users see: all but the reserved ones."""
        return tuple(column for column in self.columns if not column.name.startswith(RESERVED))

    def with_columns(self, columns: Iterable[Column]) -> "Relation":
        """The same rows with further columns; a column of the same name is replaced in its place."""
        new = {column.name: column for column in columns}
        kept = tuple(new.pop(column.name, column) for column in self.columns)
        return replace(self, columns=kept + tuple(new.values()))

    def rows(self, alias: str) -> exp.Select:
        """SELECT nothing yet FROM the stored rows, known as `alias`. Shape: one row per row of the population."""
        return exp.Select().from_(self.standing(alias)).where(*self.among(alias))

    def standing(self, alias: str) -> exp.Table:
        """The stored table that holds the rows, known as `alias`; see `among` for which of them they are."""
        table = exp.table_(self.table, db="main", catalog=self.store, quoted=True)
        aliased = exp.alias_(table, alias, table=True, quoted=True)
        assert isinstance(aliased, exp.Table)
        return aliased

    def among(self, alias: str) -> list[exp.Expr]:
        """What tells these rows from the others of their table; nothing when they are all of them."""
        return [] if self.port is None else [column(alias, PORT).eq(exp.Literal.string(self.port))]

    def order(self, alias: str) -> list[exp.Ordered]:
        """ORDER BY terms that leave no tie: the row key, ascending, nulls last."""
        return [ascending(column(alias, name)) for name in self.row_key]


def column(alias: str, name: str) -> exp.Column:
    """A quoted column of the rows known as `alias`."""
    return exp.column(name, table=alias, quoted=True)


def ascending(term: exp.Expr) -> exp.Ordered:
    """`term` ascending with nulls last."""
    return exp.Ordered(this=term, desc=False, nulls_first=False)


def descending(term: exp.Expr) -> exp.Ordered:
    """`term` descending with nulls last."""
    return exp.Ordered(this=term, desc=True, nulls_first=False)
