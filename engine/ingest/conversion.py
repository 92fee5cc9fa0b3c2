"""Text into typed values, as query pieces: exact or refused, never rounded. The same pieces decide the guessed types.

A value is blank when it holds nothing but spaces; a blank is missing in every column that is not text.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlglot import exp

from engine.layouts import ColumnLayout, OnError
from engine.types import DATE, DATETIME, LIST, DataType, Family, Kind

INTEGER_FORM = r"[+-]?(0|[1-9][0-9]*)(\.0+)?"
DECIMAL_FORM = r"[+-]?(0|[1-9][0-9]*)?(\.[0-9]+)?|[+-]?(0|[1-9][0-9]*)\."
FLOAT_FORM = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"
SCIENTIFIC_FORM = r"[+-]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?"
"""A number as people mean one: leading zeros, as in a postal code, make it a text."""
ISO_FORM = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)? ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?)?)?"
)
ZONED_FORM = r"[^ T]*[T ].*(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?)"
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d.%m.%Y", "%Y/%m/%d")
MOMENT_FORMATS = tuple(f"{day} {time}" for day in DATE_FORMATS[1:] for time in ("%H:%M:%S", "%H:%M"))
TRUE_WORDS, FALSE_WORDS = ("true", "yes", "t", "y"), ("false", "no", "f", "n")


@dataclass(frozen=True, slots=True)
class Zones:
    """`stored` is the zone in which moments are kept; `unzoned` that of moments without an offset, None for as is."""

    stored: str = "UTC"
    unzoned: str | None = None


IN_UTC = Zones()


def text(value: str) -> exp.Expr:
    return exp.Literal.string(value)


def trimmed(value: exp.Expr) -> exp.Expr:
    """Without the white space around it."""
    return exp.Trim(this=value.copy())


def is_blank(value: exp.Expr) -> exp.Expr:
    """Missing, or nothing but spaces."""
    return exp.Coalesce(this=trimmed(value), expressions=[text("")]).eq(text(""))


def matches(value: exp.Expr, form: str) -> exp.Expr:
    """The whole text has that form."""
    return exp.Anonymous(this="regexp_full_match", expressions=[value.copy(), text(form)])


def prepared(value: exp.Expr, layout: ColumnLayout, null_tokens: tuple[str, ...]) -> exp.Expr:
    """A field after the column's own wishes: null tokens, spaces, remapping, case."""
    found: exp.Expr = value
    for token in null_tokens:
        found = exp.Nullif(this=found, expression=text(token))
    if layout.trim:
        found = trimmed(found)
    if layout.remap:
        otherwise: exp.Expr = found.copy()
        if layout.on_unmapped is OnError.DEFAULT:
            otherwise = exp.null() if layout.default is None else text(layout.default)
        mapped = exp.Case(default=otherwise)
        for old, new in layout.remap.items():
            mapped = mapped.when(found.copy().eq(text(old)), text(new), copy=False)
        found = mapped
    if layout.case != "keep":
        found = exp.Upper(this=found) if layout.case == "upper" else exp.Lower(this=found)
    return found


def converted(value: exp.Expr, kind: DataType, layout: ColumnLayout, zones: Zones = IN_UTC) -> exp.Expr:
    """The typed value; null when it is blank or does not fit."""
    if kind.kind is Kind.STRING:
        return value.copy()
    plain = trimmed(value)
    if kind.kind is Kind.LIST:
        return _list(plain)
    if kind.family is Family.NUMBER:
        return _number(_plain_number(plain, layout), kind)
    if kind.kind is Kind.BOOLEAN:
        return _boolean(plain)
    return _moment(plain, kind, layout.date_format, zones)


def _list(value: exp.Expr) -> exp.Expr:
    """The texts of a list, as JSON such as ["a", "b"] or with a semicolon between them."""
    listed = exp.TryCast(this=exp.TryCast(this=value.copy(), to=exp.DataType(this=exp.DType.JSON)), to=LIST.to_sql())
    parted = exp.Anonymous(this="string_split_regex", expressions=[value.copy(), text(r"\s*;\s*")])
    return (
        exp.Case(default=parted)
        .when(value.copy().is_(exp.null()), exp.null(), copy=False)
        .when(value.copy().eq(text("")), exp.null(), copy=False)
        .when(matches(value, r"\[.*\]"), listed, copy=False)
    )


def _plain_number(value: exp.Expr, layout: ColumnLayout) -> exp.Expr:
    if layout.thousands:
        value = exp.func("replace", value, text(layout.thousands), text(""), dialect="duckdb")
    if layout.decimal == ",":
        value = exp.func("replace", value, text(","), text("."), dialect="duckdb")
    return value


def _number(value: exp.Expr, kind: DataType) -> exp.Expr:
    if kind.is_integer:
        whole = exp.func("split_part", value.copy(), text("."), exp.Literal.number(1), dialect="duckdb")
        return _if(matches(value, INTEGER_FORM), exp.TryCast(this=whole, to=kind.to_sql()))
    if kind.kind is Kind.DOUBLE:
        return _if(matches(value, FLOAT_FORM), exp.TryCast(this=value.copy(), to=kind.to_sql()))
    # A cast to decimal would round away digits that the type has no room for.
    digits = rf"[+-]?[0-9]*(\.[0-9]{{0,{kind.scale}}}0*)?"
    both = exp.and_(matches(value, DECIMAL_FORM), matches(value, digits))
    return _if(both, exp.TryCast(this=value.copy(), to=kind.to_sql()))


def _boolean(value: exp.Expr) -> exp.Expr:
    lower = exp.Lower(this=value.copy())
    yes = exp.In(this=lower, expressions=[text(word) for word in (*TRUE_WORDS, "1")])
    no = exp.In(this=lower.copy(), expressions=[text(word) for word in (*FALSE_WORDS, "0")])
    return exp.Case().when(yes, exp.true(), copy=False).when(no, exp.false(), copy=False)


def _moment(value: exp.Expr, kind: DataType, form: str | None, zones: Zones) -> exp.Expr:
    if kind.kind is Kind.TIME:
        return exp.TryCast(this=value.copy(), to=kind.to_sql())
    if form:
        parsed = exp.Anonymous(this="try_strptime", expressions=[value.copy(), text(form)])
        if kind != DATETIME:
            return exp.TryCast(this=parsed, to=DATE.to_sql())
        return at_zone(parsed, zones.stored) if "%z" in form.lower() else _unzoned(parsed, zones)
    if kind == DATE:
        return _if(matches(value, r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), exp.TryCast(this=value.copy(), to=DATE.to_sql()))
    zoned = exp.TryCast(this=value.copy(), to=exp.DataType(this=exp.DType.TIMESTAMPTZ))
    plain = _unzoned(exp.TryCast(this=value.copy(), to=DATETIME.to_sql()), zones)
    either = exp.Case(default=plain).when(is_zoned(value), at_zone(zoned, zones.stored), copy=False)
    return _if(matches(value, ISO_FORM), either)


def is_zoned(value: exp.Expr) -> exp.Expr:
    """The text of a date-time ends in an offset or in Z."""
    return matches(value, ZONED_FORM)


def at_zone(instant: exp.Expr, zone: str) -> exp.Expr:
    """An instant that knows its offset, as wall time in a zone."""
    return exp.func("timezone", text(zone), instant, dialect="duckdb")


def _unzoned(moment: exp.Expr, zones: Zones) -> exp.Expr:
    if zones.unzoned is None or zones.unzoned == zones.stored:
        return moment
    return exp.ConvertTimezone(source_tz=text(zones.unzoned), target_tz=text(zones.stored), timestamp=moment)


def _if(condition: exp.Expr, then: exp.Expr) -> exp.Expr:
    return exp.Case().when(condition, then, copy=False)


MOMENTS: tuple[tuple[DataType, str | None], ...] = (
    (DATE, None),
    *((DATE, form) for form in DATE_FORMATS[1:]),
    (DATETIME, None),
    *((DATETIME, form) for form in MOMENT_FORMATS),
)
"""The forms in which a date or a date-time may be written, in order of preference."""

OVERFLOW_FORMS: Mapping[Family, str] = {
    Family.NUMBER: FLOAT_FORM,
    Family.MOMENT: r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*",
}
"""A text of this form that does not fit is out of range or impossible (ING-1502), not of another type (ING-1501)."""
