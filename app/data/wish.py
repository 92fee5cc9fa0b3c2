"""What the user wants of an import, as a value: which table, how the file is read, what each column becomes."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.ingest.load import LoadMode, LoadOptions
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


def wish_for(path: Path, table: str, found: Preview) -> ImportWish:
    """What is proposed for a file: the guessed type of each column, and new rows in the place of old ones."""
    columns = tuple(
        ColumnLayout(name=one.name, type=one.type, date_format=one.date_format, source=one.name)
        for one in found.guesses
    )
    layout = found.layout.model_copy(update={"columns": ()})
    return ImportWish(path, table, layout, columns, fields=tuple(one.name for one in found.guesses))
