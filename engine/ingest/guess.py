"""Types guessed from every value of a column, never from a sample, with the evidence for the guess."""

from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from engine.database import Cursor
from engine.ingest.conversion import (
    CANDIDATES,
    DECIMAL_FORM,
    FALSE_WORDS,
    ISO_FORM,
    SCIENTIFIC_FORM,
    TRUE_WORDS,
    converted,
    is_blank,
    is_zoned,
    matches,
    text,
    trimmed,
)
from engine.layouts import ColumnLayout
from engine.types import BOOLEAN, DATETIME, DOUBLE, LONG, STRING, DataType, Kind

WIDEST = 38
"""Digits of the widest exact number."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The type of a column and why. `remark` tells what a person should look at, such as an ambiguous date.

    `instant` says that some of its moments are written with an offset.
    """

    name: str
    type: DataType
    date_format: str | None
    values: int
    blanks: int
    remark: str = ""
    instant: bool = False

    @property
    def layout(self) -> ColumnLayout:
        return ColumnLayout(name=self.name, type=self.type, date_format=self.date_format)


def guess_columns(cursor: Cursor, table: exp.Table, names: list[str]) -> list[Guess]:
    """One guess per text column of a staged table, each from one scan over all of its values."""
    return [_guess(cursor, table, name) for name in names]


def _guess(cursor: Cursor, table: exp.Table, name: str) -> Guess:
    value = exp.column(name, quoted=True)
    plain = ColumnLayout(name="v")
    filled = exp.Not(this=is_blank(value))
    measures: list[exp.Expr] = [exp.Count(this=exp.Star()), _count(filled.copy())]
    for _, kind, form in CANDIDATES:
        fitting = converted(value, kind, plain.model_copy(update={"date_format": form}))
        measures.append(_count(exp.Not(this=exp.Is(this=fitting, expression=exp.null()))))
    lower = exp.Lower(this=trimmed(value))
    words = [text(word) for word in (*TRUE_WORDS, *FALSE_WORDS)]
    number = trimmed(value)
    whole = exp.func("split_part", exp.func("replace", exp.func("replace", number.copy(), text("-"), text("")),
                     text("+"), text("")), text("."), exp.Literal.number(1), dialect="duckdb")  # fmt: skip
    fraction = exp.func("split_part", number.copy(), text("."), exp.Literal.number(2), dialect="duckdb")
    measures += [
        _count(exp.In(this=lower, expressions=words)),
        _count(exp.and_(matches(number, DECIMAL_FORM), matches(number, ".*[0-9].*"))),
        _count(matches(number, SCIENTIFIC_FORM)),
        exp.Max(this=exp.Length(this=whole)),
        exp.Max(this=exp.Length(this=fraction)),
        _count(exp.and_(matches(number, ISO_FORM), is_zoned(number))),
    ]
    seen: tuple[Any, ...] = cursor.fetch(exp.select(*measures).from_(table))[0]
    total, values, fits = seen[0], seen[1] or 0, seen[2 : 2 + len(CANDIDATES)]
    booleans, decimals, floats, digits, scale, zoned = seen[2 + len(CANDIDATES) :]
    kind, form, remark = _choose(values, list(fits), booleans, decimals, floats, digits or 0, scale or 0)
    blanks = total - values
    if blanks and kind != STRING:
        remark = f"{remark} {blanks} blank values are read as missing.".strip()
    if kind == DATETIME and 0 < zoned < values:
        remark = f"{remark} {values - zoned} date-times without an offset are read as UTC.".strip()
    return Guess(name, kind, form, values, blanks, remark, instant=kind == DATETIME and zoned > 0)


def _choose(
    values: int, fits: list[int], booleans: int, decimals: int, floats: int, digits: int, scale: int
) -> tuple[DataType, str | None, str]:
    if values == 0:
        return STRING, None, "The column is empty."
    if fits[0] == values:
        return LONG, None, ""
    if booleans == values:
        return BOOLEAN, None, ""
    if decimals == values and digits + scale <= 38:
        return _decimal(digits, scale), None, ""
    if floats == values and decimals != values:
        # Leading zeros, as in postal codes, are read as text: a number would lose them.
        return (DOUBLE, None, "") if fits[0] + decimals > 0 or floats else (STRING, None, "")
    fitting = [(kind, form) for (_, kind, form), count in zip(CANDIDATES[1:], fits[1:], strict=True) if count == values]
    if not fitting:
        return STRING, None, ""
    day_first = {form for _, form in fitting if form and form.startswith("%d")}
    month_first = {form for _, form in fitting if form and form.startswith("%m")}
    if day_first and month_first:
        choices = " or ".join(sorted(day_first | month_first))
        return STRING, None, f"The dates could be {choices}; choose the format."
    kind, form = fitting[0]
    return kind, form, ""


def _decimal(digits: int, scale: int) -> DataType:
    """Room for what was seen and some more, at most 38 digits."""
    if scale == 0:
        return DataType(Kind.DECIMAL, WIDEST, 0)
    return DataType(Kind.DECIMAL, min(WIDEST, max(18, digits + scale)), scale)


def _count(condition: exp.Expr) -> exp.Expr:
    return exp.CountIf(this=condition)
