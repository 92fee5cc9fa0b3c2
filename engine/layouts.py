"""How a file is laid out, said explicitly: format, encoding, separators, columns. A detected one can be corrected."""

from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator

from engine.texts import quoted, say
from engine.types import STRING, DataType


class FileFormat(StrEnum):
    """What kind of file it is."""

    DELIMITED = "delimited"
    FIXED = "fixed"
    JSON = "json"
    JSON_LINES = "json-lines"
    PARQUET = "parquet"
    EXCEL = "excel"
    DUCKDB = "duckdb"


TYPED = frozenset({FileFormat.PARQUET, FileFormat.DUCKDB})
"""The formats that say the types of their columns."""


class OnError(StrEnum):
    """What becomes of a value that does not fit its column."""

    REJECT = "reject"
    IGNORE = "ignore"
    DEFAULT = "default"


class LayoutPart(BaseModel):
    """A frozen part of a layout."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ColumnLayout(LayoutPart):
    """A column of a file."""

    name: str = Field(min_length=1)
    type: DataType = STRING
    label: str = ""
    source: str | None = Field(default=None, description="The header in the file, when it differs from the name.")
    ignore: bool = Field(default=False, description="Read over it.")
    constant: str | None = Field(default=None, description="The value of every record, for what the file does not say.")
    expression: str | None = Field(
        default=None, description="Computed from the other columns of the file, by their headers."
    )
    nulls: Literal["default", "allowed", "required"] = Field(
        default="default", description="default and allowed: an empty value is missing; required: it is an error."
    )
    on_error: OnError = OnError.REJECT
    default: str | None = None
    remap: dict[str, str] = Field(default_factory=dict[str, str], description="Value in the file to value.")
    on_unmapped: OnError = Field(default=OnError.IGNORE, description="For a value that remap does not name.")
    width: int | None = Field(default=None, ge=1, description="Characters, in a fixed-width file.")
    case: Literal["keep", "upper", "lower"] = "keep"
    trim: bool = False
    date_format: str | None = Field(default=None, description="Such as %d/%m/%Y; without it ISO.")
    decimal: Literal[".", ","] = "."
    thousands: str = Field(default="", max_length=1)


class FileLayout(LayoutPart):
    """How to read a file. Columns left empty are taken from its header."""

    format: FileFormat = FileFormat.DELIMITED
    encoding: str = "utf-8"
    delimiter: str = Field(default=",", min_length=1, max_length=1)
    quote: str = Field(default='"', max_length=1)
    header: bool = True
    skip_lines: int = Field(default=0, ge=0)
    sheet: str | None = Field(default=None, description="The sheet of a workbook, or the table of a DuckDB file.")
    zone: str | None = Field(
        default=None,
        description="The time zone of date-times written without an offset, such as Europe/Paris.",
    )
    null_tokens: tuple[str, ...] = Field(default=("",), title="Texts for no value", description="Such as NULL or n/a.")
    columns: tuple[ColumnLayout, ...] = ()

    @field_validator("zone")
    @classmethod
    def _zone_exists(cls, zone: str | None) -> str | None:
        if zone is not None:
            try:
                ZoneInfo(zone)
            except (ZoneInfoNotFoundError, ValueError, OSError) as error:
                raise ValueError(say("there is no time zone {zone}", zone=quoted(zone))) from error
        return zone
