"""The types of columns, as users know them, and their counterparts in SQL."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema
from sqlglot import exp

from engine.texts import quoted, say


class Kind(StrEnum):
    """A type's name, permanent in documents and schemas."""

    STRING = "string"
    BOOLEAN = "boolean"
    BYTE = "byte"
    SHORT = "short"
    INTEGER = "integer"
    LONG = "long"
    DOUBLE = "double"
    DECIMAL = "decimal"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    LIST = "list"


class Family(StrEnum):
    """What operators and functions care about."""

    TEXT = "text"
    NUMBER = "number"
    MOMENT = "moment"
    BOOLEAN = "boolean"
    LIST = "list"


_FAMILIES = {
    Kind.STRING: Family.TEXT,
    Kind.BOOLEAN: Family.BOOLEAN,
    Kind.DATE: Family.MOMENT,
    Kind.DATETIME: Family.MOMENT,
    Kind.TIME: Family.MOMENT,
    Kind.LIST: Family.LIST,
}

_SQL = {
    Kind.STRING: exp.DType.VARCHAR,
    Kind.BOOLEAN: exp.DType.BOOLEAN,
    Kind.BYTE: exp.DType.TINYINT,
    Kind.SHORT: exp.DType.SMALLINT,
    Kind.INTEGER: exp.DType.INT,
    Kind.LONG: exp.DType.BIGINT,
    Kind.DOUBLE: exp.DType.DOUBLE,
    Kind.DATE: exp.DType.DATE,
    Kind.DATETIME: exp.DType.TIMESTAMP,
    Kind.TIME: exp.DType.TIME,
}

_WRITTEN = re.compile(r"([a-z]+)(?:\((\d+),(\d+)\))?")


@dataclass(frozen=True, slots=True)
class DataType:
    """A column type; `precision` and `scale` mean something for decimals only. Written "long" or "decimal(12,2)"."""

    kind: Kind
    precision: int = 0
    scale: int = 0

    @classmethod
    def parse(cls, text: str) -> "DataType":
        """The type written as `text`. Errors: ValueError, with the names that exist."""
        match = _WRITTEN.fullmatch(text.strip().lower().replace(" ", ""))
        if match is None or match[1] not in list(Kind):
            raise ValueError(
                say("unknown type {text}; the types are {names}", text=quoted(text), names=", ".join(Kind))
            )
        kind = Kind(match[1])
        if kind is not Kind.DECIMAL:
            return cls(kind)
        precision, scale = int(match[2] or 38), int(match[3] or 0)
        if not (1 <= precision <= 38 and scale <= precision):
            raise ValueError(
                say("{text}: a decimal has 1 to 38 digits, and no more after the point than in all", text=quoted(text))
            )
        return cls(kind, precision, scale)

    @classmethod
    def or_text(cls, text: str) -> "DataType":
        """The type written as `text`; what is no type is read as text."""
        try:
            return cls.parse(text)
        except ValueError:
            return STRING

    @property
    def family(self) -> Family:
        return _FAMILIES.get(self.kind, Family.NUMBER)

    @property
    def is_integer(self) -> bool:
        return self.kind in {Kind.BYTE, Kind.SHORT, Kind.INTEGER, Kind.LONG}

    def to_sql(self) -> exp.DataType:
        """The SQL type. A list that a schema declares holds texts; what a query collects keeps its own elements."""
        if self.kind is Kind.LIST:
            return exp.DataType(this=exp.DType.ARRAY, expressions=[exp.DataType(this=exp.DType.VARCHAR)], nested=True)
        if self.kind is Kind.DECIMAL:
            digits = [
                exp.DataTypeParam(this=exp.Literal.number(self.precision)),
                exp.DataTypeParam(this=exp.Literal.number(self.scale)),
            ]
            return exp.DataType(this=exp.DType.DECIMAL, expressions=digits)
        return exp.DataType(this=_SQL[self.kind])

    def __str__(self) -> str:
        return f"decimal({self.precision},{self.scale})" if self.kind is Kind.DECIMAL else self.kind.value

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Documents and schemas hold a type as its written form."""
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.parse(str(value)),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
            json_schema_input_schema=core_schema.str_schema(),
        )


STRING, BOOLEAN, LONG, INTEGER, DOUBLE = (
    DataType(Kind.STRING),
    DataType(Kind.BOOLEAN),
    DataType(Kind.LONG),
    DataType(Kind.INTEGER),
    DataType(Kind.DOUBLE),
)
DATE, DATETIME, TIME, LIST = (
    DataType(Kind.DATE),
    DataType(Kind.DATETIME),
    DataType(Kind.TIME),
    DataType(Kind.LIST),
)
