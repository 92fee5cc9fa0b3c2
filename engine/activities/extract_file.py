"""Extract file: write the population to a file in a real run."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.contract import RESULT, Activity, Category, Effect, Hint, Outputs, Place, Port, Settings
from engine.problems import EngineError, Problem
from engine.selecting import AttributePick, joined, missing_setting, named, ordered
from engine.texts import quoted, say


class ExtractFormat(StrEnum):
    """What is written."""

    CSV = "csv"
    TEXT = "text"
    FIXED = "fixed"
    XML = "xml"
    PARQUET = "parquet"
    EXCEL = "excel"


class Transformation(StrEnum):
    """What is done to a text on its way out."""

    NONE = "none"
    UPPER = "upper"
    LOWER = "lower"
    TRIM = "trim"


class ExtractColumn(AttributePick):
    """A column of the file."""

    transformation: Transformation = Field(default=Transformation.NONE, title="Transformation")
    width: int = Field(default=20, ge=1, title="Width", description="In a fixed-width file.")


class ExtractSort(Settings):
    """The order of the rows."""

    attribute: Annotated[str, Hint("attribute", "in")] = Field(title="Attribute")
    descending: bool = Field(default=False, title="Highest first")


class ExtractFileSettings(Settings):
    """Which columns, in which form."""

    file_name: str = Field(default="", title="File name")
    columns: tuple[ExtractColumn, ...] = Field(default=(), title="Columns")
    distinct: bool = Field(default=False, title="Remove duplicate rows")
    sort: tuple[ExtractSort, ...] = Field(default=(), title="Sorting")
    format: ExtractFormat = Field(default=ExtractFormat.CSV, title="Format")
    header: bool = Field(
        default=True, title="Header line", json_schema_extra=asked_when("format", ExtractFormat.CSV, ExtractFormat.TEXT)
    )
    delimiter: str = Field(
        default=",",
        min_length=1,
        max_length=1,
        title="Separator",
        json_schema_extra=asked_when("format", ExtractFormat.CSV, ExtractFormat.TEXT),
    )
    quote: str = Field(
        default='"',
        max_length=1,
        title="String delimiter",
        json_schema_extra=asked_when("format", ExtractFormat.CSV, ExtractFormat.TEXT),
    )
    encoding: str = Field(
        default="utf-8",
        title="Encoding",
        json_schema_extra=asked_when(
            "format", ExtractFormat.CSV, ExtractFormat.TEXT, ExtractFormat.FIXED, ExtractFormat.XML
        ),
    )
    append_timestamp: bool = Field(default=True, title="Append the time to the name")
    skip_when_empty: bool = Field(default=False, title="No file when nobody enters")
    outbound: bool = Field(default=False, title="Generate outbound transition")
    error_output: bool = Field(default=False, title="Process errors")


class ExtractFile(Activity[ExtractFileSettings]):
    """Write chosen columns of the population to a file."""

    type_id = "extract-file"
    title = "Extract file"
    category = Category.DATA
    icon = "ph.file-arrow-up"
    synonyms = ("export", "csv", "download")
    settings = ExtractFileSettings
    failure_port = "error"

    def ports(self, settings: ExtractFileSettings) -> tuple[Port, ...]:
        """None by default; the same population once more, and a path for failures, when asked for."""
        result = (Port(RESULT, "Result"),) if settings.outbound else ()
        return (*result, *((Port(self.failure_port, "Error"),) if settings.error_output else ()))

    def activates(self, place: Place[ExtractFileSettings], entered: int, left: object, ask: object) -> frozenset[str]:
        del entered, left, ask
        return frozenset((RESULT,)) if place.settings.outbound else frozenset()

    def check(self, place: Place[ExtractFileSettings]) -> Iterator[Problem]:
        settings = place.settings
        if not settings.file_name.strip():
            yield missing_setting("The file has no name.", "file_name", "Write a name.")
        elif any(sign in settings.file_name for sign in '/\\:*?"<>|\0') or settings.file_name.startswith("."):
            yield missing_setting(
                say("{file_name} is not a plain file name.", file_name=quoted(settings.file_name)),
                "file_name",
                'Leave out folders and the signs / \\ : * ? " < > |.',
            )
        yield from _check_form(settings)
        if not settings.columns:
            yield missing_setting("No column is chosen.", "columns", "Add a column.")
        scope = RowScope.to_check(place.surroundings, place.source)
        for position, pick in enumerate(settings.columns):
            yield from pick.check(scope, f"columns[{position}]")
        for position, sort in enumerate(settings.sort):
            try:
                scope.attribute(sort.attribute)
            except EngineError as error:
                yield error.problem.at(field=f"sort[{position}].attribute")

    def effects(self, place: Place[ExtractFileSettings], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        del outputs
        now = place.surroundings.clock.now
        values = place.settings.model_dump() | {"now": now, "headers": _headers(place.settings)}
        would = say("Would write {n} row(s) to {file_name}.", file_name=place.settings.file_name)
        return (Effect("extract-file", values, _rows(place, sources), would=would),)


def _headers(settings: ExtractFileSettings) -> list[str]:
    return [pick.label or pick.name for pick in settings.columns]


def _check_form(settings: ExtractFileSettings) -> Iterator[Problem]:
    try:
        "".encode(settings.encoding)
    except LookupError:
        yield missing_setting(
            say("There is no encoding {encoding}.", encoding=quoted(settings.encoding)),
            "encoding",
            "Choose one such as utf-8 or cp1252.",
        )
    if settings.delimiter in {settings.quote, "\n", "\r"}:
        yield missing_setting("The separator cannot be this sign.", "delimiter", "Choose one such as , or ;.")
    headers = _headers(settings)
    for header in sorted({one for one in headers if headers.count(one) > 1}):
        yield missing_setting(
            say("Two columns are called {name}.", name=quoted(header)), "columns", "Label one differently.", "V17"
        )


def _rows(place: Place[ExtractFileSettings], sources: Sources) -> exp.Select:
    """Shape: one row per row of the population (per different row), the file's columns by their labels, in order."""
    settings = place.settings
    scope = RowScope.of_population(sources, place.source, "p")
    values = [
        named(_transformed(pick.value(scope).tree, pick.transformation), header)
        for pick, header in zip(settings.columns, _headers(settings), strict=True)
    ]
    order = [ordered(scope.attribute(sort.attribute).tree, desc=sort.descending) for sort in settings.sort]
    select = joined(place.source.rows("p").select(*values), scope)
    if settings.distinct:
        # Of equal rows the one that comes first in the order says where they stand.
        firsts = [
            exp.Ordered(this=(exp.Max if term.args["desc"] else exp.Min)(this=term.this), desc=term.args["desc"],
                        nulls_first=False)
            for term in order
        ]  # fmt: skip
        shown = [value.this.copy() for value in values]
        return select.group_by(*shown).order_by(*firsts, *(ordered(value.copy(), desc=False) for value in shown))
    return select.order_by(*order, *(ordered(part, desc=False) for part in scope.row_key()))


def _transformed(value: exp.Expr, transformation: Transformation) -> exp.Expr:
    if transformation is Transformation.NONE:
        return value
    text = exp.Cast(this=value, to=exp.DataType(this=exp.DType.VARCHAR))
    kinds = {Transformation.UPPER: exp.Upper, Transformation.LOWER: exp.Lower, Transformation.TRIM: exp.Trim}
    return kinds[transformation](this=text)
