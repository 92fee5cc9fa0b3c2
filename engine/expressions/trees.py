"""Small pieces of queries that mean the same on every engine, from which operators and functions are built.

Nothing here may rely on what one database alone does: no functions of its own, no rounding of casts, no counting of
boundaries where complete units are meant. Every piece copies what it is given, so that pieces can be used twice.
"""

from collections.abc import Sequence

from sqlglot import exp

from engine.types import DATETIME, DOUBLE, INTEGER, STRING, DataType

_MICROSECONDS = {"SECOND": 1_000_000, "MINUTE": 60_000_000, "HOUR": 3_600_000_000, "DAY": 86_400_000_000}
_MONTHS = {"MONTH": 1, "YEAR": 12}


def call(name: str, *arguments: exp.Expr) -> exp.Expr:
    """A function by the database's name; sqlglot turns it into the node that other engines understand too."""
    return exp.func(name, *(argument.copy() for argument in arguments), dialect="duckdb")


def text(value: str) -> exp.Literal:
    """A text as a literal of the tree, which escapes it."""
    return exp.Literal.string(value)


def number(value: float) -> exp.Expr:
    """A number as a literal of the tree. With an exponent a fraction is a double on every engine, never a decimal."""
    if value < 0:
        return exp.Neg(this=number(-value))
    written = repr(value)
    return exp.Literal.number(written if isinstance(value, int) or "e" in written else f"{written}e0")


def cast(value: exp.Expr, to: DataType) -> exp.Expr:
    """The value in another type, or null where that is impossible."""
    return exp.TryCast(this=value.copy(), to=to.to_sql())


def exactly(value: exp.Expr, to: DataType) -> exp.Expr:
    """The value in a wider type, where nothing can be lost."""
    return exp.Cast(this=value.copy(), to=to.to_sql())


def nothing(of: DataType) -> exp.Expr:
    """Null, of a type."""
    return exactly(exp.null(), of)


def binary(kind: type[exp.Expr], left: exp.Expr, right: exp.Expr) -> exp.Paren:
    """An operator between two values, in parentheses, so that what surrounds it cannot pull it apart."""
    return exp.Paren(this=kind(this=left.copy(), expression=right.copy()))


def either_null_or(value: exp.Expr, other: exp.Expr) -> exp.Expr:
    """The value, or the other one where it is null."""
    return exp.Coalesce(this=value.copy(), expressions=[other.copy()])


def unless(value: exp.Expr, unwanted: exp.Expr) -> exp.Expr:
    """The value, or null where it is the unwanted one."""
    return exp.Nullif(this=value.copy(), expression=unwanted.copy())


def case(*branches: tuple[exp.Expr, exp.Expr], otherwise: exp.Expr | None = None) -> exp.Case:
    """The value of the first branch whose condition is true."""
    found = exp.Case(default=None if otherwise is None else otherwise.copy())
    for condition, value in branches:
        found = found.when(condition.copy(), value.copy(), copy=False)
    return found


def chain(kind: type[exp.Expr], parts: Sequence[exp.Expr]) -> exp.Expr:
    """An associative operator between many values, as a balanced tree: a thousand parts are ten levels deep."""
    if len(parts) == 1:
        return parts[0].copy()
    half = len(parts) // 2
    return binary(kind, chain(kind, parts[:half]), chain(kind, parts[half:]))


def like(value: exp.Expr, pattern: str) -> exp.Expr:
    """`value` matches `pattern`, in which % stands for any characters and nothing else has a meaning."""
    escaped = pattern.replace("!", "!!").replace("_", "!_")
    return exp.Escape(this=exp.Like(this=value.copy(), expression=text(escaped)), expression=text("!"))


def at_least(value: exp.Expr, low: int) -> exp.Expr:
    """The number, but no smaller than `low`; null stays null."""
    if isinstance(value, exp.Literal):
        return number(max(int(value.name), low))
    return case((binary(exp.LT, value, number(low)), number(low)), otherwise=value)


def without_fraction(value: exp.Expr) -> exp.Expr:
    """The number with its fraction cut off, still of its own type: a cast alone rounds here and cuts elsewhere."""
    below = binary(exp.LT, value, number(0))
    return case((below, exp.Ceil(this=value.copy())), otherwise=exp.Floor(this=value.copy()))


def cut(value: exp.Expr, decimals: int) -> exp.Expr:
    """A double cut to decimals. It is rounded first: 1.15 times 100 is a little less than 115 in doubles."""
    rounded = exp.Round(this=value.copy(), decimals=number(decimals))
    step = number(10.0**-decimals)
    too_high = binary(exp.GT, rounded, value)
    too_low = binary(exp.LT, rounded, value)
    return case(
        (exp.and_(binary(exp.GT, value, number(0)), too_high), _rounded(exp.Sub, rounded, step, decimals)),
        (exp.and_(binary(exp.LT, value, number(0)), too_low), _rounded(exp.Add, rounded, step, decimals)),
        otherwise=rounded,
    )


def _rounded(kind: type[exp.Expr], value: exp.Expr, step: exp.Expr, decimals: int) -> exp.Expr:
    return exp.Round(this=binary(kind, value, step), decimals=number(decimals))


def shifted(moment: exp.Expr, amount: exp.Expr, unit: str, sign: int = 1) -> exp.Expr:
    """A date-time plus (or minus) `amount` whole units; a day that the month lacks becomes the month's last."""
    step = exp.Mul(this=amount.copy(), expression=exp.Interval(this=text("1"), unit=exp.var(unit)))
    return binary(exp.Add if sign > 0 else exp.Sub, moment, step)


def elapsed(unit: str, end: exp.Expr, start: exp.Expr) -> exp.Expr:
    """Complete units between two date-times; negative when the end comes first.

    A month is complete when the start plus that many months has been reached: from 31 January to 29 February is one.
    """
    if unit in _MICROSECONDS:
        between = binary(exp.Sub, exp.UnixMicros(this=end.copy()), exp.UnixMicros(this=start.copy()))
        return binary(exp.IntDiv, between, number(_MICROSECONDS[unit]))
    named = binary(exp.Sub, _months(end), _months(start))
    ahead = binary(exp.LTE, start, end)
    missed = binary(exp.GT, shifted(start, named, "MONTH"), end)
    missed_back = binary(exp.GT, shifted(end, exp.Paren(this=exp.Neg(this=named.copy())), "MONTH"), start)
    months = case(
        (exp.and_(ahead, missed), binary(exp.Sub, named, number(1))),
        (exp.and_(exp.Not(this=ahead.copy()), missed_back), binary(exp.Add, named, number(1))),
        otherwise=named,
    )
    return months if unit == "MONTH" else binary(exp.IntDiv, months, number(_MONTHS[unit]))


def _months(moment: exp.Expr) -> exp.Expr:
    years = binary(exp.Mul, exp.Year(this=moment.copy()), number(12))
    return binary(exp.Add, years, exp.Month(this=moment.copy()))


def floored(moment: exp.Expr, seconds: exp.Expr) -> exp.Expr:
    """A date-time brought down to a multiple of `seconds` since 1970; null unless that is a positive number."""
    start = exp.TimestampTrunc(this=moment.copy(), unit=exp.var("SECOND"))
    step = unless(at_least(seconds, 0), number(0))
    # The remainder of a negative number is negative, so the step is added and the remainder taken again.
    over = binary(exp.Add, binary(exp.Mod, exp.UnixSeconds(this=start.copy()), step), step)
    return shifted(start, binary(exp.Mod, over, step), "SECOND", -1)


def in_zone(moment: exp.Expr, source: str, target: str) -> exp.Expr:
    """A wall time in one zone as the wall time of the same instant in another."""
    return exp.ConvertTimezone(source_tz=text(source), target_tz=text(target), timestamp=moment.copy())


def row_digest(seed: int, row_key: Sequence[exp.Expr], salt: str) -> exp.Expr:
    """md5 of the seed, a salt and the row's key: the same on every machine, 32 hexadecimal digits."""
    joined: exp.Expr = text(f"{seed}|{salt}")
    for part in row_key:
        filled = exp.Coalesce(this=cast(part, STRING), expressions=[text("")])
        joined = exp.DPipe(this=exp.DPipe(this=joined, expression=text("|")), expression=filled)
    return exp.MD5(this=joined)


def fraction_of(digest: exp.Expr) -> exp.Expr:
    """The first eight hexadecimal digits of a digest as a number from 0 up to 1: read as 0.xxxxxxxx in base 16."""
    digits = [
        binary(
            exp.Mul,
            # '0' stands nowhere in the text, which is what a digit of no value should be.
            exp.StrPosition(this=text("123456789abcdef"), substr=piece(digest, place, 1)),
            number(16 ** (8 - place)),
        )
        for place in range(1, 9)
    ]
    return binary(exp.Div, exactly(chain(exp.Add, digits), DOUBLE), number(float(2**32)))


def piece(value: exp.Expr, start: int, length: int) -> exp.Expr:
    """Characters of a text, the first being 1."""
    return exp.Substring(this=value.copy(), start=number(start), length=number(length))


def capitalised(value: exp.Expr, separator: str) -> exp.Expr:
    """Every part of a text between separators, with its first character in upper case."""
    part = exp.column("part")
    first = exp.Upper(this=exp.Left(this=part.copy(), expression=number(1)))
    rest = exp.Substring(this=part.copy(), start=number(2))
    raised = exp.Lambda(this=exp.DPipe(this=first, expression=rest), expressions=[exp.to_identifier("part")])
    parts = exp.Transform(this=exp.Split(this=value.copy(), expression=text(separator)), expression=raised)
    return exp.ArrayToString(this=parts, expression=text(separator))


def instant(written: str) -> exp.Expr:
    """A date-time, written as ISO, as a literal of the tree."""
    return exactly(text(written), DATETIME)


def whole(value: exp.Expr, to: DataType = INTEGER) -> exp.Expr:
    """A number of any type as a whole one, its fraction cut off; null where it does not fit."""
    return cast(without_fraction(value), to)
