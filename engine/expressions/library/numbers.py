# ruff: noqa: E501 - the catalogue is a table, read row by row
"""Functions of numbers and of places."""

from sqlglot import exp

from engine.expressions.signatures import Build, Function, Group, Moment, Reads, function
from engine.expressions.trees import (
    binary,
    call,
    cast,
    cut,
    exactly,
    fraction_of,
    number,
    row_digest,
    unless,
    whole,
)
from engine.types import INTEGER, LONG, DataType

_GROUP = Group.NUMERIC
_EARTH_KM = 6371.0
# Wide enough for every long and every price; a text is read exactly, which a double would not do.
_EXACT = DataType.parse("decimal(38,9)")


def _decimals(a: list[exp.Expr]) -> int:
    return int(a[1].name) if len(a) > 1 else 0


def _chosen(kind: type[exp.Greatest | exp.Least]) -> Build:
    return lambda a, _: kind(this=a[0], expressions=[a[1]], ignore_nulls=True)


def _percent(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return binary(exp.Div, binary(exp.Mul, number(100.0), a[0]), unless(a[1], number(0)))


def _distance(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    """The haversine formula. Rounding may bring opposite points to a hair above 1, of which there is no arc sine."""
    lon_a, lat_a, lon_b, lat_b = (call("radians", value) for value in a)

    def squared_sine(left: exp.Expr, right: exp.Expr) -> exp.Expr:
        half = binary(exp.Div, binary(exp.Sub, left, right), number(2.0))
        return call("pow", call("sin", half), number(2))

    across = binary(exp.Mul, binary(exp.Mul, call("cos", lat_a), call("cos", lat_b)), squared_sine(lon_b, lon_a))
    chord = exp.Least(this=number(1.0), expressions=[binary(exp.Add, squared_sine(lat_b, lat_a), across)])
    return binary(exp.Mul, number(2 * _EARTH_KM), call("asin", call("sqrt", chord)))


def _random(_a: list[exp.Expr], moment: Moment) -> exp.Expr:
    return fraction_of(row_digest(moment.seed, moment.row_key, "random"))


def _integer(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return whole(cast(a[0], _EXACT), LONG)


FUNCTIONS: tuple[Function, ...] = (
    function("Distance(longitude_a: double, latitude_a: double, longitude_b: double, latitude_b: double) -> double", Group.GEO,
             "The kilometres between two points given in degrees.", _distance),
    function("Abs(number: N) -> N", _GROUP, "The number without its sign.", lambda a, _: exp.Abs(this=a[0])),
    function("Ceil(number: number) -> long", _GROUP, "The next whole number up.", lambda a, _: cast(exp.Ceil(this=a[0]), LONG)),
    function("Floor(number: number) -> long", _GROUP, "The next whole number down.", lambda a, _: cast(exp.Floor(this=a[0]), LONG)),
    function("Greatest(first: N, second: N) -> N", _GROUP, "The larger of two numbers; an empty one is left out.", _chosen(exp.Greatest)),
    function("Least(first: N, second: N) -> N", _GROUP, "The smaller of two numbers; an empty one is left out.", _chosen(exp.Least)),
    function("Mod(number: N, divisor: N) -> N", _GROUP, "The remainder of a division, with the sign of the number; empty for a divisor of zero.",
             lambda a, _: binary(exp.Mod, a[0], unless(a[1], number(0)))),
    function("Percent(part: double, whole: double) -> double", _GROUP, "The part in percent of the whole; empty for a whole of zero.", _percent),
    function("Random() -> double", _GROUP, "A number from 0 up to 1 that stays the same for the row and the campaign's seed.", _random, Reads.ROW),
    function("Round(number: double, decimals?: decimals) -> double", _GROUP, "The number rounded to decimals, halves away from zero.",
             lambda a, _: exp.Round(this=a[0], decimals=number(_decimals(a)))),
    function("Sign(number: number) -> integer", _GROUP, "-1, 0 or 1.", lambda a, _: exactly(exp.Sign(this=a[0]), INTEGER)),
    function("ToDouble(number: number|text) -> double", _GROUP, "As a number with decimals; empty for a text that is none.", lambda a, _: cast(a[0], DataType.parse("double"))),
    function("ToInteger(number: number|text) -> long", _GROUP, "The number without its decimals; empty for a text that is none.", _integer),
    function("ToInt64(number: number|text) -> long", _GROUP, "The number without its decimals; empty for a text that is none.", _integer),
    function("Trunc(number: double, decimals?: decimals) -> double", _GROUP, "The number cut to decimals.", lambda a, _: cut(a[0], _decimals(a))),
)  # fmt: skip
