"""People who do not exist, in the place of those who do: the same rows with other keys, names and addresses.

Keys keep their order and what they join, so that every count that depends on no more than that comes out the same. The
columns that no document uses are shuffled apart, so that no row is that of anybody. What a document compares, adds up
or sorts by keeps its values. No key, name, address or number is one of a real person: that is looked up, not hoped.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlglot import exp

from engine.bundles.people import Columns, Telling
from engine.bundles.renaming import Column
from engine.database import Cursor, Store, stored
from engine.problems import EngineError, Problem
from engine.runner.exporting import write_rows
from engine.texts import quoted, say
from engine.trees import col, number, query, text, tree
from engine.types import DataType, Family

_TRIES = 20
_ROW = "__row"
_SYLLABLES = (
    ("Ba", "Be", "Da", "Do", "Fa", "Fe", "Ga", "Jo", "Ka", "Ke", "La", "Lo", "Ma", "Mo", "Na", "No", "Ra", "Ro", "Sa",
     "Ve"),
    ("bri", "cha", "da", "dri", "fa", "gu", "ka", "li", "lo", "ma", "mi", "na", "no", "ra", "ri", "sa", "ta", "to",
     "va", "zi"),
    ("bel", "cor", "dan", "del", "don", "fin", "gar", "len", "lis", "mar", "mon", "nel", "ran", "rel", "ric", "sen",
     "sol", "tan", "vin", "zel"),
)  # fmt: skip


Invent = Callable[[int], exp.Expr]
"""What stands for a real value `r.real` of the place `r.rank`; the number tells how often it was tried before."""


@dataclass(frozen=True, slots=True)
class StoredColumns:
    """A stored table with its columns and their types."""

    name: str
    physical: str
    types: Mapping[str, DataType]

    @property
    def rows(self) -> exp.Table:
        return stored(Store.DATA, self.physical)


@dataclass
class Invention:
    """Invents for some stored tables. Use it in a `with`: what it keeps in the meantime is dropped after it.

    Masked, names and addresses are shown by their first letter instead.
    """

    cursor: Cursor
    columns: Columns
    tables: Sequence[StoredColumns]
    seed: str
    masked: bool = False
    _maps: dict[Column, str] = field(default_factory=dict[Column, str])
    _made: list[str] = field(default_factory=list[str])
    _numbers: set[str] = field(default_factory=set[str])

    def __enter__(self) -> "Invention":
        for group in self.columns.keys:
            self._map(sorted(group), _key)
        types = self._types
        for what, invent in () if self.masked else _INVENT.items():
            told = sorted(column for column, each in self.columns.telling.items() if each is what and column in types)
            for number_ in (True, False):
                self._map([one for one in told if (types[one].family is Family.NUMBER) is number_], invent)
        return self

    def __exit__(self, *_: object) -> None:
        for name in self._made:
            self.cursor.drop(Store.WORK, name)

    def write(self, table: StoredColumns, path: Path, rows: exp.Query | None = None) -> int:
        """Write the invented rows of a table to a Parquet file; how many. `rows` are some of them instead of all."""
        shown = self.rows(table, rows)
        terms = [col("f", name) for name in table.types]
        ordered = exp.select(*terms).from_(shown.subquery("f")).order_by(*(term.copy() for term in terms))
        return write_rows(ordered, path, self.cursor)

    def rows(self, table: StoredColumns, rows: exp.Query | None = None) -> exp.Select:
        """Shape: one row per row of the table, with its columns."""
        base: exp.Table | exp.Query = table.rows if rows is None else rows
        if any((table.name, name) in self.columns.idle for name in table.types):
            base = self._numbered(base, list(table.types))
        source = base.subquery("b") if isinstance(base, exp.Query) else exp.alias_(base.copy(), "b", table=True)
        found = exp.select().from_(source)
        for name in table.types:
            found = self._column(found, base, table.name, name)
        return found

    def _numbered(self, rows: exp.Table | exp.Query, names: Sequence[str]) -> exp.Table:
        """The rows kept with the place of each, so that a column can be shuffled among them."""
        place = exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=[col("t", name) for name in names]))
        stands = f"invented_{uuid.uuid4().hex}"
        self._made.append(stands)
        numbered = query("SELECT t.* FROM t AS t", t=rows).select(exp.alias_(place, _ROW, quoted=True), copy=False)
        self.cursor.create(Store.WORK, stands, numbered)
        return stored(Store.WORK, stands)

    def _column(self, found: exp.Select, base: exp.Table | exp.Query, table: str, name: str) -> exp.Select:
        column, alias, here = (table, name), f"m_{name}", col("b", name)
        if column in self._maps:
            typed = here if self._fits(column) else exp.TryCast(this=here.copy(), to=exp.DataType.build("BIGINT"))
            on = col(alias, "real").eq(typed.copy())
            stands = exp.alias_(stored(Store.WORK, self._maps[column]), alias, table=True, quoted=True)
            found = found.join(stands, on=on, join_type="left", copy=False)
            # Nobody has no key, and who has an empty address has it still: that is no value of a person.
            fake: exp.Expr = exp.Cast(this=col(alias, "fake"), to=self._types[column].to_sql())
            if self._fits(column):
                fake = exp.Coalesce(this=fake, expressions=[here])
            return found.select(_named(fake, name), copy=False)
        if column in self.columns.telling:
            return found.select(_named(_mask(here, self._types[column]), name), copy=False)
        if column in self.columns.idle:
            assert isinstance(base, exp.Table)
            shuffled = self._shuffled(base, table, name).subquery(exp.to_identifier(alias, quoted=True))
            on = col(alias, _ROW).eq(col("b", _ROW))
            found = found.join(shuffled, on=on, join_type="left", copy=False)
            return found.select(_named(col(alias, "value"), name), copy=False)
        return found.select(_named(here, name), copy=False)

    @property
    def _types(self) -> Mapping[Column, DataType]:
        return {(table.name, name): kind for table in self.tables for name, kind in table.types.items()}

    def _fits(self, column: Column) -> bool:
        """Whether a column holds what its map does: an audience knows its members by text, whatever their keys are."""
        return (self._types[column].family is Family.NUMBER) == (self._maps[column] in self._numbers)

    def _shuffled(self, base: exp.Table, table: str, name: str) -> exp.Select:
        """Shape: one row per row of the table: a value of the column, and the place of the row that gets it."""
        drawn = tree(
            "MD5($seed || CAST($row AS VARCHAR))", seed=text(f"{self.seed}:{table}:{name}:"), row=col("b", _ROW)
        )
        place = exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=[drawn, col("b", _ROW)]))
        source = exp.alias_(base.copy(), "b", table=True)
        return exp.select(_named(col("b", name), "value"), _named(place, _ROW)).from_(source)

    # Which value stands for which

    def _map(self, group: Sequence[Column], invent: Invent) -> None:
        """Keep which value stands for which, for columns that hold the same ones. Errors: cannot-invent."""
        known = {table.name: table for table in self.tables}
        held = [(known[table], name) for table, name in group if table in known]
        numeric = any(table.types[name].family is Family.NUMBER for table, name in held)
        if not held:
            return
        for tried in range(_TRIES):
            stands = f"invented_{uuid.uuid4().hex}"
            self._made.append(stands)
            if numeric:
                self._numbers.add(stands)
            real = _union([_distinct(table, name, numeric=numeric) for table, name in held])
            self.cursor.create(Store.WORK, stands, _ranked(real, _next_number if numeric else invent, tried))
            if not self._meets(stands):
                self._maps |= {(table.name, column): stands for table, column in held}
                return
        what = say("No values could be invented for {group} that nobody has.", group=quoted(group[0][1]))
        raise EngineError(Problem(code="cannot-invent", what=what, fix="Export the logic and the counts alone."))

    def _meets(self, name: str) -> bool:
        """Whether an invented value is a real one."""
        pairs = stored(Store.WORK, name)
        return bool(
            self.cursor.value(query("SELECT COUNT(*) FROM f AS f JOIN r AS r ON f.fake = r.real", f=pairs, r=pairs))
        )


def _named(term: exp.Expr, name: str) -> exp.Expr:
    return exp.alias_(term.copy(), name, quoted=True)


def _distinct(table: StoredColumns, name: str, *, numeric: bool) -> exp.Select:
    """Shape: one row per value that says something: `real`."""
    here: exp.Expr = col("t", name)
    if numeric and table.types[name].family is not Family.NUMBER:
        here = exp.TryCast(this=here, to=exp.DataType.build("BIGINT"))
    found = exp.select(_named(here, "real")).distinct().from_(exp.alias_(table.rows, "t", table=True))
    found = found.where(exp.Not(this=here.copy().is_(exp.null())))
    return found if numeric else found.where(tree("TRIM($here) <> $nothing", here=here.copy(), nothing=text("")))


def _union(parts: Sequence[exp.Select]) -> exp.Query:
    whole: exp.Query = parts[0]
    for one in parts[1:]:
        whole = exp.union(whole, one, distinct=True, copy=False)
    return whole


def _ranked(real: exp.Query, invent: Invent, tried: int) -> exp.Select:
    """Shape: one row per real value: `real`, and what stands for it, `fake`. The order of the real values is kept."""
    ranked = query(
        "SELECT v.real, ROW_NUMBER() OVER (ORDER BY v.real) AS rank, MAX(v.real) OVER () AS top FROM v AS v", v=real
    )
    return exp.select("r.real", _named(invent(tried), "fake")).from_(ranked.subquery("r"))


def _next_number(tried: int) -> exp.Expr:
    return tree("r.top + r.rank + $tried", tried=number(tried))


def _key(tried: int) -> exp.Expr:
    return tree("$start || LPAD(CAST(r.rank AS VARCHAR), 9, '0')", start=text(f"S{tried or ''}"))


def _name(tried: int) -> exp.Expr:
    """Syllables, and a number once there are more names than those make."""
    parts = [
        tree(
            "LIST_EXTRACT($all, 1 + CAST(FLOOR((r.rank + $start) / $step) AS BIGINT) % $count)",
            all=exp.Array(expressions=[text(one) for one in group]), start=number(tried * 7919),
            step=number(step), count=number(len(group)),
        )
        for group, step in zip(_SYLLABLES, (1, 20, 400), strict=True)
    ]  # fmt: skip
    whole = tree("$a || $b || $c", a=parts[0], b=parts[1], c=parts[2])
    return tree(
        "CASE WHEN r.rank < 8000 THEN $whole ELSE $whole || ' ' || CAST(r.rank AS VARCHAR) END", whole=whole
    )  # fmt: skip


def _email(tried: int) -> exp.Expr:
    """One that is no address stays none; the domain of the others is one that is nobody's."""
    return tree(
        "CASE WHEN r.real LIKE '%_@_%' THEN $start || CAST(r.rank AS VARCHAR) || '@' || $domain"
        " ELSE $start || CAST(r.rank AS VARCHAR) END",
        start=text(f"invented{tried or ''}."),
        domain=text("example.com"),
    )


def _phone(tried: int) -> exp.Expr:
    """The sign and the digits of the country stay, as messages may depend on them."""
    return tree(
        "CASE WHEN r.real LIKE '+%' THEN SUBSTR(r.real, 1, 3) ELSE '0' END"
        " || LPAD(CAST(r.rank + $start AS VARCHAR), CAST(GREATEST(LENGTH(r.real) - 3, 9) AS INT), '0')",
        start=number(tried * 1_000_003),
    )


def _other(tried: int) -> exp.Expr:
    return tree("$start || CAST(r.rank AS VARCHAR)", start=text(f"invented{tried or ''} "))


_INVENT: Mapping[Telling, Invent] = {
    Telling.NAME: _name, Telling.EMAIL: _email, Telling.PHONE: _phone, Telling.OTHER: _other,
}  # fmt: skip


def _mask(here: exp.Expr, kind: DataType) -> exp.Expr:
    """The first letter, and no more; of a number, nothing."""
    if kind.family is not Family.TEXT:
        return exp.Cast(this=exp.null(), to=kind.to_sql())
    return tree(
        "CASE WHEN TRIM($here) = $nothing THEN $here ELSE SUBSTR($here, 1, 1) || $hidden END",
        here=here, nothing=text(""), hidden=text("•••"),
    )  # fmt: skip
