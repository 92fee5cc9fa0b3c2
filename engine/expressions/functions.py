# ruff: noqa: E501 - the catalogue is a table, read row by row
"""The function catalogue as data: names, parameters, results, a sentence for users, and how each is compiled.

The editor's completion, the signature help and the language reference read it; nothing about a function stands elsewhere.
Parameters are written "label:families", families being t(ext), n(umber), m(oment), b(oolean), l(ist) or * for any; a
label that ends in "?" may be left out, one that ends in "..." may be repeated.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlglot import exp

from engine.catalog.sources import Clock
from engine.types import BOOLEAN, DATE, DATETIME, DOUBLE, INTEGER, LONG, STRING, TIME, DataType, Family


class Group(StrEnum):
    """Where the editor lists a function."""

    AGGREGATE = "Aggregate"
    DATE = "Date"
    GEO = "Geomarketing"
    NUMERIC = "Numeric"
    OTHER = "Others"
    STRING = "String"
    WINDOW = "Window"


@dataclass(frozen=True, slots=True)
class Moment:
    """What a function may read beside its arguments: the frozen clock, the seed, and the columns of the row's key."""

    clock: Clock
    seed: int
    row_key: tuple[exp.Expr, ...]


Build = Callable[[list[exp.Expr], Moment], exp.Expr]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a function and the families of types it takes."""

    name: str
    families: frozenset[Family]
    optional: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language. `result` is None where the result has the type of the first or second argument."""

    name: str
    group: Group
    parameters: tuple[Parameter, ...]
    result: DataType | None
    text: str
    build: Build
    result_of: int = 0

    @property
    def least(self) -> int:
        return sum(not parameter.optional for parameter in self.parameters)

    @property
    def most(self) -> int | None:
        return None if any(parameter.repeated for parameter in self.parameters) else len(self.parameters)

    @property
    def signature(self) -> str:
        return f"{self.name}({', '.join(parameter.name for parameter in self.parameters)})"


_FAMILY = {"t": Family.TEXT, "n": Family.NUMBER, "m": Family.MOMENT, "b": Family.BOOLEAN, "l": Family.LIST}


def _parameter(text: str) -> Parameter:
    name, families = text.split(":")
    chosen = frozenset(Family) if families == "*" else frozenset(_FAMILY[letter] for letter in families)
    clean = name.removesuffix("...").removesuffix("?")
    return Parameter(clean, chosen, optional=name.endswith(("?", "?...")), repeated=name.endswith("..."))


def _function(
    name: str, group: Group, parameters: str, result: DataType | None, text: str, build: Build, *, of: int = 0
) -> Function:
    return Function(name, group, tuple(map(_parameter, parameters.split())), result, text, build, of)


def call(name: str, *arguments: exp.Expr) -> exp.Expr:
    """A function of the database; sqlglot knows the portable ones by their meaning."""
    return exp.func(name, *(argument.copy() for argument in arguments), dialect="duckdb")


def text(value: str) -> exp.Literal:
    """A text as a literal of the tree, which escapes it."""
    return exp.Literal.string(value)


def number(value: float) -> exp.Expr:
    """A number as a literal of the tree."""
    return exp.Neg(this=exp.Literal.number(abs(value))) if value < 0 else exp.Literal.number(value)


def cast(value: exp.Expr, to: DataType) -> exp.Expr:
    """The value in another type, or null where that is impossible."""
    return exp.TryCast(this=value.copy(), to=to.to_sql())


def instant(clock: Clock) -> exp.Expr:
    """The frozen clock as a literal."""
    return exp.Cast(this=text(clock.now.isoformat(sep=" ")), to=DATETIME.to_sql())


def shifted(value: exp.Expr, amount: exp.Expr, unit: str, sign: int = 1) -> exp.Expr:
    """A moment plus (or minus) `amount` whole units, as a date-time."""
    moment = cast(value, DATETIME)
    whole = exp.Cast(this=exp.Paren(this=amount.copy()), to=LONG.to_sql())
    interval = exp.Interval(this=exp.Paren(this=whole), unit=exp.var(unit))
    kind = exp.Add if sign > 0 else exp.Sub
    return exp.Paren(this=kind(this=moment, expression=interval))


def _shift(unit: str, sign: int) -> Build:
    return lambda a, _: shifted(a[0], a[1], unit, sign)


def elapsed(unit: str, end: exp.Expr, start: exp.Expr) -> exp.Expr:
    """Complete units between two moments; negative when the end comes first."""
    return exp.Anonymous(this="DATE_SUB", expressions=[text(unit), cast(start, DATETIME), cast(end, DATETIME)])


def _diff(unit: str) -> Build:
    return lambda a, _: elapsed(unit, a[0], a[1])


def _old(unit: str) -> Build:
    return lambda a, m: elapsed(unit, instant(m.clock), a[0])


def _ago(unit: str) -> Build:
    return lambda a, m: shifted(instant(m.clock), a[0], unit, -1)


def _part(name: str) -> Build:
    return lambda a, _: call(name, cast(a[0], DATETIME))


def _trunc(unit: str) -> Build:
    return lambda a, _: call("date_trunc", text(unit), cast(a[0], DATETIME))


def _plain(name: str) -> Build:
    return lambda a, _: call(name, *a)


def whole(value: exp.Expr) -> exp.Expr:
    """A number without its fraction, as a long."""
    return cast(call("trunc", value), LONG)


def _or_zero(value: exp.Expr) -> exp.Expr:
    return exp.or_(value.copy().is_(exp.null()), value.copy().eq(exp.Literal.number(0)))


def case(*branches: tuple[exp.Expr, exp.Expr], otherwise: exp.Expr) -> exp.Case:
    """The value of the first branch whose condition is true."""
    found = exp.Case(default=otherwise.copy())
    for condition, value in branches:
        found = found.when(condition.copy(), value.copy(), copy=False)
    return found


def _bucket(value: exp.Expr, seconds: exp.Expr) -> exp.Expr:
    """A moment brought down to a multiple of `seconds` since 1970, so that the result needs no time zone."""
    epoch = cast(call("floor", call("epoch", cast(value, DATETIME))), LONG)
    step = exp.Nullif(this=cast(seconds, LONG), expression=exp.Literal.number(0))
    floored = exp.Sub(this=epoch, expression=exp.Paren(this=_positive_mod(epoch, step)))
    start = exp.Cast(this=text("1970-01-01 00:00:00"), to=DATETIME.to_sql())
    return shifted(start, floored, "SECOND")


def _positive_mod(value: exp.Expr, step: exp.Expr) -> exp.Expr:
    first = exp.Paren(this=exp.Mod(this=value.copy(), expression=step.copy()))
    return exp.Mod(this=exp.Paren(this=exp.Add(this=first, expression=step.copy())), expression=step.copy())


def _zone(value: exp.Expr, zone: exp.Expr) -> exp.Expr:
    utc = call("timezone", text("UTC"), cast(value, DATETIME))
    return call("timezone", zone, utc)


def _distance(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    """Great-circle distance in kilometres, on a sphere of 6,371 km radius."""
    lon_a, lat_a, lon_b, lat_b = (call("radians", cast(value, DOUBLE)) for value in a)
    half = exp.Literal.number(2)

    def squared_sine(left: exp.Expr, right: exp.Expr) -> exp.Expr:
        delta = exp.Paren(this=exp.Sub(this=left.copy(), expression=right.copy()))
        return call("pow", call("sin", exp.Div(this=delta, expression=half.copy())), half)

    across = exp.Mul(
        this=exp.Mul(this=call("cos", lat_a), expression=call("cos", lat_b)), expression=squared_sine(lon_b, lon_a)
    )
    chord = exp.Add(this=squared_sine(lat_b, lat_a), expression=across)
    return exp.Mul(this=exp.Literal.number(2 * 6371), expression=call("asin", call("sqrt", chord)))


def row_digest(moment: Moment, salt: str) -> exp.Expr:
    """md5 of the seed, a salt and the row's key: the same on every machine, 32 hexadecimal digits."""
    parts: list[exp.Expr] = [text(f"{moment.seed}|{salt}")]
    parts += [exp.Coalesce(this=cast(part, STRING), expressions=[text("")]) for part in moment.row_key]
    joined: exp.Expr = parts[0]
    for part in parts[1:]:
        joined = exp.DPipe(this=exp.DPipe(this=joined, expression=text("|")), expression=part)
    return call("md5", joined)


def _random(_a: list[exp.Expr], moment: Moment) -> exp.Expr:
    digits = exp.DPipe(
        this=text("0x"), expression=call("substring", row_digest(moment, "random"), number(1), number(12))
    )
    return exp.Div(this=cast(cast(exp.Paren(this=digits), LONG), DOUBLE), expression=exp.Literal.number(float(2**48)))


def _uuid(_a: list[exp.Expr], moment: Moment) -> exp.Expr:
    digest = row_digest(moment, "uuid")
    pieces = [call("substring", digest, number(start), number(length)) for start, length in
              ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))]  # fmt: skip
    joined: exp.Expr = pieces[0]
    for piece in pieces[1:]:
        joined = exp.DPipe(this=exp.DPipe(this=joined, expression=text("-")), expression=piece)
    return joined


def _words(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    filled = [exp.Nullif(this=call("trim", value), expression=text("")) for value in a]
    return call("concat_ws", text(" "), *filled)


def _smart(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return exp.Initcap(this=a[0])


def _all_filled(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return exp.and_(*(call("trim", exp.Coalesce(this=one, expressions=[text("")])).neq(text("")) for one in a))


def _coalesce(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return case((_or_zero(a[0]), a[1]), otherwise=a[0])


def _years_ago(a: list[exp.Expr], moment: Moment) -> exp.Expr:
    return elapsed("year", instant(moment.clock), a[0])


def _compare(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    one, other = cast(a[0], DATETIME), cast(a[1], DATETIME)
    return case(
        (exp.LT(this=one, expression=other), number(-1)),
        (exp.GT(this=one, expression=other), number(1)),
        (exp.EQ(this=one, expression=other), number(0)),
        otherwise=exp.null(),
    )


def _bits(kind: str) -> Build:
    def build(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
        value, flag = cast(a[0], LONG), cast(a[1], LONG)
        if kind == "set":
            return exp.BitwiseOr(this=value, expression=flag)
        if kind == "clear":
            return exp.BitwiseAnd(this=value, expression=exp.BitwiseNot(this=flag))
        return exp.Paren(this=exp.BitwiseAnd(this=value, expression=flag)).neq(number(0))

    return build


def _to_text(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    if len(a) == 1:
        return cast(a[0], STRING)
    return cast(call("round", cast(a[0], DataType.parse("decimal(38,10)")), cast(a[1], INTEGER)), STRING)


def _aggregate(kind: type[exp.AggFunc]) -> Build:
    return lambda a, _: kind(this=a[0])


_D, _N, _O, _S, _A = Group.DATE, Group.NUMERIC, Group.OTHER, Group.STRING, Group.AGGREGATE
_UNITS = ("Second", "Minute", "Hour", "Day", "Month", "Year")


def _dates() -> list[Function]:
    found = [
        _function("ConvertNTZ", _D, "moment:mt", DATETIME, "A moment without a zone, in the campaign's zone.",
                  lambda a, _: cast(a[0], DATETIME)),
        _function("DateCmp", _D, "first:mt second:mt", INTEGER, "-1, 0 or 1: which of two moments is earlier.", _compare),
        _function("DateOnly", _D, "moment:mt", DATETIME, "The same day at 00:00.", _trunc("day")),
        _function("DayOfYear", _D, "moment:mt", INTEGER, "The day's number in its year, 1 to 366.", _part("dayofyear")),
        _function("DaysAgo", _D, "days:n", DATETIME, "Now minus that many days.", _ago("DAY")),
        _function("MonthsAgo", _D, "months:n", DATETIME, "Now minus that many months.", _ago("MONTH")),
        _function("DaysAgoInt", _D, "days:n", INTEGER, "The date that many days ago as yyyymmdd.",
                  lambda a, m: cast(call("strftime", shifted(instant(m.clock), a[0], "DAY", -1), text("%Y%m%d")), INTEGER)),
        _function("YearsAgo", _D, "date:m", INTEGER, "The complete years from a date until now.", _years_ago),
        _function("GetDate", _D, "", DATETIME, "The instant that the campaign counts at.", lambda _, m: instant(m.clock)),
        _function("Oldest", _D, "first:mt second:mt", DATETIME, "The earlier of two moments.",
                  lambda a, _: call("least", cast(a[0], DATETIME), cast(a[1], DATETIME))),
        _function("ToDate", _D, "moment:mt", DATE, "The date of a moment.", lambda a, _: cast(cast(a[0], DATETIME), DATE)),
        _function("ToDateTime", _D, "text:tm", DATETIME, "A text read as a date-time; null if it is none.",
                  lambda a, _: cast(a[0], DATETIME)),
        _function("ToTimestamp", _D, "text:tm", DATETIME, "A text read as a date-time; null if it is none.",
                  lambda a, _: cast(a[0], DATETIME)),
        _function("ToTimeZone", _D, "moment:mt zone:t", DATETIME, "A UTC moment as wall time in a zone.",
                  lambda a, _: _zone(a[0], a[1])),
        _function("TruncDate", _D, "moment:mt seconds:n", DATETIME, "A moment brought down to a multiple of seconds.",
                  lambda a, _: _bucket(a[0], a[1])),
        _function("TruncDateTZ", _D, "moment:mt seconds:n zone:t", DATETIME, "The same in a time zone.",
                  lambda a, _: _bucket(_zone(a[0], a[2]), a[1])),
        _function("TruncTime", _D, "moment:mt seconds:n", TIME, "The time of day brought down to a multiple of seconds.",
                  lambda a, _: cast(_bucket(a[0], a[1]), TIME)),
        _function("TruncWeek", _D, "moment:mt", DATETIME, "The Monday of the week.", _trunc("week")),
        _function("TruncQuarter", _D, "moment:mt", DATETIME, "The first day of the quarter.", _trunc("quarter")),
        _function("TruncYear", _D, "moment:mt", DATETIME, "The first day of the year.", _trunc("year")),
        _function("WeekDay", _D, "moment:mt", INTEGER, "The day of the week, 0 for Monday to 6 for Sunday.",
                  lambda a, _: exp.Sub(this=call("isodow", cast(a[0], DATETIME)), expression=number(1))),
        _function("YearAndMonth", _D, "moment:mt", INTEGER, "Year and month as yyyymm.",
                  lambda a, _: exp.Add(this=exp.Mul(this=call("year", cast(a[0], DATETIME)), expression=number(100)),
                                       expression=call("month", cast(a[0], DATETIME)))),
    ]  # fmt: skip
    for unit in _UNITS:
        low = unit.lower()
        found += [
            _function(f"Add{unit}s", _D, "moment:mt count:n", DATETIME, f"The moment plus {low}s.", _shift(low.upper(), 1)),
            _function(f"Sub{unit}s", _D, "moment:mt count:n", DATETIME, f"The moment minus {low}s.", _shift(low.upper(), -1)),
            _function(unit, _D, "moment:mt", INTEGER, f"The {low} of a moment.", _part(low)),
            _function(f"{unit}sDiff", _D, "end:mt start:mt", LONG, f"Complete {low}s from start to end.", _diff(low)),
        ]  # fmt: skip
    for unit in ("Day", "Month", "Year"):
        low = unit.lower()
        found.append(_function(f"{unit}sOld", _D, "moment:mt", LONG, f"Complete {low}s since then.", _old(low)))
    return found


def _numbers() -> list[Function]:
    return [
        _function("Distance", Group.GEO, "longitude_a:n latitude_a:n longitude_b:n latitude_b:n", DOUBLE,
                  "Kilometres between two points given in degrees.", _distance),
        _function("Abs", _N, "number:n", None, "The absolute value.", _plain("abs")),
        _function("Ceil", _N, "number:n", LONG, "The next whole number up.", lambda a, _: cast(call("ceil", a[0]), LONG)),
        _function("Floor", _N, "number:n", LONG, "The next whole number down.", lambda a, _: cast(call("floor", a[0]), LONG)),
        _function("Greatest", _N, "first:n second:n", None, "The larger of two numbers.", _plain("greatest")),
        _function("Least", _N, "first:n second:n", None, "The smaller of two numbers.", _plain("least")),
        _function("Mod", _N, "number:n divisor:n", None, "The remainder of a division; null for zero.",
                  lambda a, _: exp.Mod(this=exp.Paren(this=a[0]), expression=exp.Nullif(this=a[1], expression=number(0)))),
        _function("Percent", _N, "part:n whole:n", DOUBLE, "The part in percent of the whole; null for a whole of zero.",
                  lambda a, _: exp.Div(this=exp.Mul(this=exp.Literal.number("100.0"), expression=exp.Paren(this=a[0])),
                                       expression=exp.Nullif(this=a[1], expression=number(0)))),
        _function("Random", _N, "", DOUBLE, "A number from 0 up to 1 that stays the same for the row and the seed.", _random),
        _function("Round", _N, "number:n decimals?:n", None, "The number rounded to decimals.",
                  lambda a, _: call("round", a[0], cast(a[1], INTEGER) if len(a) > 1 else number(0))),
        _function("Sign", _N, "number:n", INTEGER, "-1, 0 or 1.", _plain("sign")),
        _function("ToDouble", _N, "number:nt", DOUBLE, "As a floating number; null if it is none.", lambda a, _: cast(a[0], DOUBLE)),
        _function("ToInteger", _N, "number:nt", LONG, "The whole part; null if it is no number.",
                  lambda a, _: whole(cast(a[0], DOUBLE))),
        _function("ToInt64", _N, "number:nt", LONG, "The whole part; null if it is no number.",
                  lambda a, _: whole(cast(a[0], DOUBLE))),
        _function("Trunc", _N, "number:n decimals?:n", None, "The number cut to decimals.",
                  lambda a, _: call("trunc", a[0], *(cast(one, INTEGER) for one in a[1:]))),
    ]  # fmt: skip


def _others() -> list[Function]:
    def equal(a: list[exp.Expr]) -> exp.Expr:
        return exp.EQ(this=a[0].copy(), expression=a[1].copy())

    return [
        _function("Iif", _O, "condition:b then:* otherwise:*", None, "One value if the condition holds, else the other.",
                  lambda a, _: case((a[0], a[1]), otherwise=a[2]), of=1),
        _function("Decode", _O, "value:* equals:* then:* otherwise:*", None, "The third value if the first two are equal, else the fourth.",
                  lambda a, _: case((equal(a), a[2]), otherwise=a[3]), of=2),
        _function("Coalesce", _O, "value:n otherwise:n", None, "The second value where the first is null or zero.", _coalesce),
        _function("IsEmptyString", _O, "text:t then:* otherwise:*", None, "The second value if the text is empty, else the third.",
                  lambda a, _: case((exp.Coalesce(this=a[0], expressions=[text("")]).eq(text("")), a[1]), otherwise=a[2]), of=1),
        _function("NoNull", _O, "value:t", STRING, "The text, or an empty one for null.",
                  lambda a, _: exp.Coalesce(this=a[0], expressions=[text("")])),
        _function("GetEmailDomain", _O, "email:t", STRING, "What follows the @ of an e-mail address, in lower case.",
                  lambda a, _: call("lower", call("split_part", a[0], text("@"), number(2)))),
        _function("NewUUID", _O, "", STRING, "An id that is the same for the row and the seed.", _uuid),
        _function("RowId", _O, "", LONG, "The number of the row, from 1, in the order of its key.",
                  lambda _, m: exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=[
                      exp.Ordered(this=part.copy(), nulls_first=False) for part in m.row_key]))),
        _function("SetBit", _O, "value:n flag:n", LONG, "The value with the flag set.", _bits("set")),
        _function("ClearBit", _O, "value:n flag:n", LONG, "The value with the flag removed.", _bits("clear")),
        _function("IsBitSet", _O, "value:n flag:n", BOOLEAN, "Whether the flag is set.", _bits("test")),
        _function("ToBoolean", _O, "number:n", BOOLEAN, "True for every number but zero.", lambda a, _: a[0].copy().neq(number(0))),
    ]  # fmt: skip


def _texts() -> list[Function]:
    def line(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
        return call("split_part", a[0], call("chr", number(10)), cast(a[1], INTEGER))

    def cut(name: str) -> Build:
        return lambda a, _: call(name, a[0], cast(a[1], INTEGER))

    def padded(name: str) -> Build:
        return lambda a, _: exp.Anonymous(this=name, expressions=[a[0], cast(a[1], INTEGER), a[2]])

    def foreign_key(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
        return case((exp.EQ(this=a[1], expression=a[2]), a[0]), otherwise=exp.null())

    return [
        _function("AllNonNull2", _S, "first:t second:t", BOOLEAN, "Whether both texts are filled.", _all_filled),
        _function("AllNonNull3", _S, "first:t second:t third:t", BOOLEAN, "Whether all three texts are filled.", _all_filled),
        _function("Ascii", _S, "text:t", INTEGER, "The code of the first character.", _plain("ascii")),
        _function("Char", _S, "code:n", STRING, "The character of a code.", lambda a, _: call("chr", cast(a[0], INTEGER))),
        _function("Charindex", _S, "text:t part:t", LONG, "Where the part begins in the text, from 1; 0 if nowhere.", _plain("strpos")),
        _function("DataLength", _S, "text:t", LONG, "The size in bytes.", _plain("strlen")),
        _function("Length", _S, "text:t", LONG, "The number of characters.", _plain("length")),
        _function("GetLine", _S, "text:t line:n", STRING, "A line of the text, from 1.", line),
        _function("Line", _S, "text:t line:n", STRING, "A line of the text, from 1.", line),
        _function("IfEquals", _S, "first:t second:t then:* otherwise:*", None, "The third value if the texts are equal, else the fourth.",
                  lambda a, _: case((exp.EQ(this=a[0], expression=a[1]), a[2]), otherwise=a[3]), of=2),
        _function("IsMemoNull", _S, "memo:t", BOOLEAN, "Whether there is no text.", lambda a, _: a[0].copy().is_(exp.null())),
        _function("JuxtWords", _S, "first:t second:t", STRING, "The texts with a single space between them where needed.", _words),
        _function("JuxtWords3", _S, "first:t second:t third:t", STRING, "The texts with single spaces between them where needed.", _words),
        _function("Left", _S, "text:t count:n", STRING, "The first characters.", cut("left")),
        _function("Right", _S, "text:t count:n", STRING, "The last characters.", cut("right")),
        _function("Lower", _S, "text:t", STRING, "In lower case.", _plain("lower")),
        _function("Upper", _S, "text:t", STRING, "In upper case.", _plain("upper")),
        _function("Smart", _S, "text:t", STRING, "Each Word With A Capital.", _smart),
        _function("LPad", _S, "text:t length:n with:t", STRING, "Filled up on the left, or cut, to the length.", padded("LPAD")),
        _function("RPad", _S, "text:t length:n with:t", STRING, "Filled up on the right, or cut, to the length.", padded("RPAD")),
        _function("Ltrim", _S, "text:t", STRING, "Without blanks on the left.", _plain("ltrim")),
        _function("Rtrim", _S, "text:t", STRING, "Without blanks on the right.", _plain("rtrim")),
        _function("Md5Digest", _S, "text:t", STRING, "The MD5 digest in hexadecimal digits.", _plain("md5")),
        _function("Sha256Digest", _S, "text:t", STRING, "The SHA-256 digest in hexadecimal digits.", _plain("sha256")),
        _function("MemoContains", _S, "memo:t part:t", BOOLEAN, "Whether the part occurs in the text.", _plain("contains")),
        _function("Replace", _S, "text:t from:t to:t", STRING, "The text with every occurrence replaced.", _plain("replace")),
        _function("Substring", _S, "text:t start:n length:n", STRING, "Characters from a start, the first being 1.",
                  lambda a, _: call("substring", a[0], cast(a[1], INTEGER), cast(a[2], INTEGER))),
        _function("ToString", _S, "value:nmb decimals?:n", STRING, "The value as text.", _to_text),
        _function("VirtualLink", _S, "key:* first:* second:*", None, "The key if the two values are equal, else null.", foreign_key),
        _function("VirtualLinkStr", _S, "key:t first:* second:*", None, "The key if the two values are equal, else null.", foreign_key),
    ]  # fmt: skip


def _aggregates() -> list[Function]:
    return [
        _function("Avg", _A, "value:n", DOUBLE, "The mean.", _aggregate(exp.Avg)),
        _function("Count", _A, "value:*", LONG, "How many values are not null.", _aggregate(exp.Count)),
        _function("CountAll", _A, "", LONG, "How many records there are.", lambda _a, _m: exp.Count(this=exp.Star())),
        _function("Countdistinct", _A, "value:*", LONG, "How many different values there are.",
                  lambda a, _: exp.Count(this=exp.Distinct(expressions=[a[0]]))),
        _function("Max", _A, "value:ntm", None, "The largest value.", _aggregate(exp.Max)),
        _function("Min", _A, "value:ntm", None, "The smallest value.", _aggregate(exp.Min)),
        _function("StdDev", _A, "value:n", DOUBLE, "The standard deviation of the sample.", _aggregate(exp.StddevSamp)),
        _function("StringAgg", _A, "value:t separator:t", STRING, "The texts joined in ascending order.",
                  lambda a, _: exp.GroupConcat(this=exp.Order(this=a[0].copy(), expressions=[exp.Ordered(this=a[0].copy())]),
                                               separator=a[1])),
        _function("Sum", _A, "value:n", None, "The total.", _aggregate(exp.Sum)),
    ]  # fmt: skip


FUNCTIONS: Mapping[str, Function] = {
    function.name.lower(): function for function in (*_aggregates(), *_dates(), *_numbers(), *_others(), *_texts())
}
"""Lower-case name to function."""

REFUSED: Mapping[str, str] = {
    "getmirrorurl": "Mirror pages need a web server; Jalon works without a network.",
    "aesencrypt": "Encryption needs a key, which a document must not carry.",
    "sha512digest": "The database has no SHA-512; use Sha256Digest.",
    "nodevalue": "Values inside XML cannot be read here; import the file as a table.",
}
"""Functions of the field that are left out, each with the reason that users read."""
