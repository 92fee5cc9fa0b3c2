"""What the user wants of an import, as a value: which table, how the file is read, what each column becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.catalog.model import Attribute, Table
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.mapping import SURE, Match, suggest_mapping
from engine.ingest.service import Preview
from engine.layouts import ColumnLayout, FileLayout


@dataclass(frozen=True, slots=True)
class ImportWish:
    """A file on its way into a table. `key` counts only for a new table; one that exists has its own."""

    path: Path
    table: str
    layout: FileLayout
    columns: tuple[ColumnLayout, ...] = ()
    key: tuple[str, ...] = ()
    mode: LoadMode = LoadMode.REPLACE
    fields: tuple[str, ...] = field(default=())
    """The headers of the file, in its order."""
    sheets: tuple[str, ...] = ()
    """The sheets of a workbook."""
    matches: tuple[Match, ...] = ()
    """For a table that exists: which of its columns those of the file seem to be."""
    own: tuple[ColumnLayout, ...] = ()
    """For a table that exists: the columns as they were before they became those of the table."""

    @property
    def whole_layout(self) -> FileLayout:
        """The layout with the columns that the user chose."""
        return self.layout.model_copy(update={"columns": self.columns})

    @property
    def options(self) -> LoadOptions:
        """Rows that cannot be loaded are set aside; the user saw how many before."""
        return LoadOptions(mode=self.mode, partial=True, threshold=100.0)

    def with_column(self, place: int, column: ColumnLayout) -> "ImportWish":
        """The same with another wish for one column; a key follows its column's name."""
        before = self.columns[place]
        columns = (*self.columns[:place], column, *self.columns[place + 1 :])
        key = tuple(column.name if name == before.name else name for name in self.key)
        return replace(
            self, columns=columns, key=tuple(name for name in key if not column.ignore or name != column.name)
        )

    def keeping(self, before: "ImportWish") -> "ImportWish":
        """The same file read in another way, with what was wanted of its columns: names, what is left out, the key."""
        earlier = before.own or before.columns
        known = {one.source: one for one in earlier if one.expression is None}
        columns = tuple(
            one if (was := known.get(one.source)) is None
            else one.model_copy(update={"name": was.name, "ignore": was.ignore})
            for one in self.columns
        ) + tuple(one for one in earlier if one.expression is not None)  # fmt: skip
        names = {one.name for one in columns if not one.ignore}
        return replace(self, mode=before.mode, columns=columns, key=tuple(one for one in before.key if one in names))

    def into(self, table: Table) -> "ImportWish":
        """Into a table that exists: columns called alike but for case and signs are mapped, the others left out."""
        own = self.own or self.columns
        pairs = [(one.source or one.name, one.type) for one in own if one.expression is None]
        matches = suggest_mapping(pairs, table)
        targets = {one.source: table.by_name[one.target] for one in matches if one.score >= SURE}
        columns = tuple(_becoming(one, _target(one, targets, table)) for one in own)
        return replace(self, columns=columns, key=table.key, matches=matches, own=own)

    def into_new(self) -> "ImportWish":
        """Into a table that is made: nothing has to match, and what another table would not take is there again."""
        if not self.own:
            return self
        return replace(self, columns=self.own, key=(), matches=(), own=())

    @property
    def unsure(self) -> tuple[Match, ...]:
        """The matches that nobody accepted yet: their column is left out, and nothing else becomes their target."""
        left_out = {one.source or one.name for one in self.columns if one.ignore}
        taken = {one.name for one in self.columns if not one.ignore}
        return tuple(
            one for one in self.matches if one.score < SURE and one.source in left_out and one.target not in taken
        )

    def accepted(self, table: Table) -> "ImportWish":
        """The same with all of these accepted: the columns become those of the table, with its types."""
        targets = {one.source: table.by_name[one.target] for one in self.unsure}
        columns = tuple(
            _becoming(one, targets[name]) if (name := one.source or one.name) in targets else one
            for one in self.columns
        )
        return replace(self, columns=columns)

    def with_calculated(self, column: ColumnLayout, table: Table | None) -> "ImportWish":
        """The same with one more column, computed from the others.

        A table that exists takes only its own: another one is left out until it is told which of them it becomes.
        """
        added = column if table is None else _becoming(column, table.by_name.get(column.name))
        return replace(self, columns=(*self.columns, added), own=(*self.own, column) if self.own else ())


def _target(column: ColumnLayout, targets: Mapping[str, Attribute], table: Table) -> Attribute | None:
    if column.expression is not None:
        return table.by_name.get(column.name)
    return targets.get(column.source or column.name)


def _becoming(column: ColumnLayout, target: Attribute | None) -> ColumnLayout:
    changes = {"ignore": True} if target is None else {"name": target.name, "type": target.type, "ignore": False}
    return column.model_copy(update=changes)


def wish_for(path: Path, table: str, found: Preview) -> ImportWish:
    """What is proposed for a file: the guessed type of each column, and new rows in the place of old ones."""
    columns = tuple(
        ColumnLayout(name=one.name, type=one.type, date_format=one.date_format, source=one.name)
        for one in found.guesses
    )
    layout = found.layout.model_copy(update={"columns": ()})
    return ImportWish(path, table, layout, columns, fields=tuple(one.name for one in found.guesses),
                      sheets=found.sheets)  # fmt: skip
