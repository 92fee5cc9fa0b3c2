"""Types guessed from every value of a column, never from a sample, with the evidence for the guess."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from engine.database import Cursor
from engine.ingest.conversion import (
    DECIMAL_FORM,
    FALSE_WORDS,
    ISO_FORM,
    MOMENTS,
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
from engine.texts import any_of, declared, say, sentences
from engine.trees import union
from engine.types import BOOLEAN, DATETIME, DOUBLE, LONG, STRING, DataType, Kind

WIDEST = 38
"""Digits of the widest exact number."""
_SHOWN = 5
"""Empty columns that are named."""
_VALUE, _TIMES = "v", "n"
_AT_ONCE = 50
"""Columns that one statement looks at."""
_SEPARATORS = "-/."
"""Every form of a date has at least one of these."""


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


def remarks_of(guesses: Iterable[Guess]) -> tuple[str, ...]:
    """What a person should look at, one sentence for each column; empty columns, which may be many, share one."""
    remarked = [guess for guess in guesses if guess.remark]
    empty = [guess.name for guess in remarked if not guess.values]
    found: list[str] = [
        say("{name}: {note}", name=guess.name, note=declared(guess.remark))
        for guess in remarked
        if guess.values or len(empty) == 1
    ]
    if len(empty) > 1:
        shown = ", ".join(empty[:_SHOWN])
        end = "…" if len(empty) > _SHOWN else "."
        found.append(say("{n} column(s) (is|are) empty: {names}", n=len(empty), names=shown + end))
    return tuple(found)


def guess_columns(cursor: Cursor, table: exp.Table, names: list[str]) -> list[Guess]:
    """One guess per text column of a staged table, each from all of its values.

    One statement looks at all columns; a second one tries the forms of dates on those columns alone whose every value
    could be one, since these forms are many and most columns are something else. It tries each different value once:
    many lines have few different days.
    """
    seen = {name: _Seen(*counts) for name, counts in _each(cursor, table, names, _sights()).items()}
    dated = [name for name, one in seen.items() if _plain_kind(one) is None and one.values == one.dated]
    moments = {name: _Fits(*counts) for name, counts in _each(cursor, table, dated, _fits(), once=True).items()}
    return [_guess(name, seen.get(name, _Seen()), moments.get(name)) for name in names]


@dataclass(frozen=True, slots=True)
class _Seen:
    """How many values of a column there are, and how many have which form; the most digits of the numbers."""

    total: int = 0
    values: int = 0
    wholes: int = 0
    booleans: int = 0
    decimals: int = 0
    floats: int = 0
    dated: int = 0
    digits: int = 0
    scale: int = 0


class _Fits:
    """How many values of a column are written in each form of `MOMENTS`, and how many with an offset."""

    def __init__(self, *counts: int) -> None:
        *self.forms, self.zoned = counts


def _each(
    cursor: Cursor, table: exp.Table, names: list[str], measures: list[exp.Expr], *, once: bool = False
) -> dict[str, tuple[int, ...]]:
    """What the measures of `_VALUE` find for each column of a table that has rows.

    With `once` they are asked of each different value, and `_TIMES` is how often it is there.

    The columns are put below one another, so that a statement holds the measures once, however many columns there are:
    planning them for each would take longer than most files take to be read.
    """
    found: dict[str, tuple[int, ...]] = {}
    for start in range(0, len(names), _AT_ONCE):
        columns = [
            exp.select(
                exp.alias_(text(name), "_name", quoted=True), exp.alias_(exp.column(name, quoted=True), _VALUE)
            ).from_(table.copy())
            for name in names[start : start + _AT_ONCE]
        ]
        name, each = exp.column("_name", quoted=True), union(columns).subquery("each", copy=False)
        if once:
            times = exp.alias_(exp.Count(this=exp.Star()), _TIMES)
            different = exp.select(name.copy(), _VALUE, times).from_(each).group_by(name.copy(), _VALUE)
            each = different.subquery("different", copy=False)
        query = exp.select(name, *measures).from_(each).group_by(name.copy())
        rows: list[tuple[Any, ...]] = cursor.fetch(query)
        found |= {row[0]: row[1:] for row in rows}
    return found


def _sights() -> list[exp.Expr]:
    """The measures of `_Seen`. A form is looked for only where the first character, or a separator, allows it."""
    value = exp.column(_VALUE)
    plain = trimmed(value)
    first = exp.In(
        this=exp.Left(this=plain.copy(), expression=exp.Literal.number(1)),
        expressions=[text(character) for character in "0123456789+-."],
    )
    words = [text(word) for word in (*TRUE_WORDS, *FALSE_WORDS)]
    unsigned = exp.func(
        "replace", exp.func("replace", plain.copy(), text("-"), text("")), text("+"), text(""), dialect="duckdb"
    )
    return [
        exp.Count(this=exp.Star()),
        exp.CountIf(this=exp.Not(this=is_blank(value))),
        _count(first, _is_there(converted(value, LONG, ColumnLayout(name="v")))),
        exp.CountIf(this=exp.In(this=exp.Lower(this=plain.copy()), expressions=words)),
        _count(first, exp.and_(matches(plain, DECIMAL_FORM), matches(plain, ".*[0-9].*"))),
        _count(first, matches(plain, SCIENTIFIC_FORM)),
        exp.CountIf(this=exp.or_(*(exp.Contains(this=plain.copy(), expression=text(one)) for one in _SEPARATORS))),
        _longest(_when(first, _part(unsigned, 1))),
        _longest(_when(first, _part(plain, 2))),
    ]


def _count(first: exp.Expr, condition: exp.Expr) -> exp.Expr:
    return exp.CountIf(this=_when(first, condition))


def _when(condition: exp.Expr, value: exp.Expr) -> exp.Expr:
    return exp.Case().when(condition.copy(), value, copy=False)


def _fits() -> list[exp.Expr]:
    """The measures of `_Fits`."""
    value = exp.column(_VALUE)
    forms = (ColumnLayout(name="v", type=kind, date_format=form) for kind, form in MOMENTS)
    fitting = [_times(_is_there(converted(value, form.type, form))) for form in forms]
    plain = trimmed(value)
    return [*fitting, _times(exp.and_(matches(plain, ISO_FORM), is_zoned(plain)))]


def _times(condition: exp.Expr) -> exp.Expr:
    """How often values that meet a condition are there."""
    times = exp.Case().when(condition, exp.column(_TIMES), copy=False)
    return exp.Coalesce(this=exp.Sum(this=times), expressions=[exp.Literal.number(0)])


def _is_there(value: exp.Expr) -> exp.Expr:
    return exp.Not(this=exp.Is(this=value, expression=exp.null()))


def _longest(value: exp.Expr) -> exp.Expr:
    return exp.Coalesce(this=exp.Max(this=exp.Length(this=value)), expressions=[exp.Literal.number(0)])


def _part(number: exp.Expr, place: int) -> exp.Expr:
    """What stands before, or after, the decimal point."""
    return exp.func("split_part", number.copy(), text("."), exp.Literal.number(place), dialect="duckdb")


def _guess(name: str, seen: _Seen, fits: _Fits | None) -> Guess:
    kind, form = _plain_kind(seen) or STRING, None
    remark: str = "" if seen.values else say("The column is empty.")
    if fits is not None:
        kind, form, remark = _moment(seen.values, fits)
    blanks = seen.total - seen.values
    if blanks and kind != STRING:
        remark = sentences(remark, say("{n} blank value(s) (is|are) read as missing.", n=blanks))
    zoned = fits.zoned if fits is not None and kind == DATETIME else 0
    if 0 < zoned < seen.values:
        remark = sentences(
            remark, say("{n} date-time(s) without an offset (is|are) read as UTC.", n=seen.values - zoned)
        )
    return Guess(name, kind, form, seen.values, blanks, remark, instant=zoned > 0)


def _plain_kind(seen: _Seen) -> DataType | None:
    """What the column is when it is no date: text where it is empty, None where the values do not say."""
    if seen.values == 0:
        return STRING
    if seen.wholes == seen.values:
        return LONG
    if seen.booleans == seen.values:
        return BOOLEAN
    if seen.decimals == seen.values:
        return _decimal(seen.digits, seen.scale) if seen.digits + seen.scale <= WIDEST else None
    # Leading zeros, as in postal codes, are read as text: a number would lose them.
    return DOUBLE if seen.floats == seen.values else None


def _moment(values: int, fits: _Fits) -> tuple[DataType, str | None, str]:
    fitting = [moment for moment, count in zip(MOMENTS, fits.forms, strict=True) if count == values]
    if not fitting:
        return STRING, None, ""
    day_first = {form for _, form in fitting if form and form.startswith("%d")}
    month_first = {form for _, form in fitting if form and form.startswith("%m")}
    if day_first and month_first:
        choices = any_of(sorted(day_first | month_first))
        return STRING, None, say("The dates could be {choices}; choose the format.", choices=choices)
    return *fitting[0], ""


def _decimal(digits: int, scale: int) -> DataType:
    """Room for what was seen and some more, at most 38 digits."""
    if scale == 0:
        return DataType(Kind.DECIMAL, WIDEST, 0)
    return DataType(Kind.DECIMAL, min(WIDEST, max(18, digits + scale)), scale)
