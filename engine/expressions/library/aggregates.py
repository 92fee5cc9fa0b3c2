# ruff: noqa: E501 - the catalogue is a table, read row by row
"""Functions of many records, and of the rows around a row."""

from sqlglot import exp

from engine.expressions.signatures import Build, Function, Group, Reads, function

_GROUP = Group.AGGREGATE


def _plain(kind: type[exp.AggFunc]) -> Build:
    return lambda a, _: kind(this=a[0])


def _joined(a: list[exp.Expr], _moment: object) -> exp.Expr:
    if a[0].find(exp.Column) is None:
        # Equal texts need no order, and databases refuse to sort by one, or take it for the number of a column.
        return exp.GroupConcat(this=a[0], separator=a[1])
    # Records have no order of their own, and a text that changes from run to run would be no result.
    ordered = exp.Order(this=a[0], expressions=[exp.Ordered(this=a[0].copy(), nulls_first=False)])
    return exp.GroupConcat(this=ordered, separator=a[1])


FUNCTIONS: tuple[Function, ...] = (
    function("Avg(value: number) -> double", _GROUP, "The mean of the values.", _plain(exp.Avg)),
    function("Count(value: any) -> long", _GROUP, "How many values are not empty.", _plain(exp.Count)),
    function("CountAll() -> long", _GROUP, "How many records there are.", lambda _a, _m: exp.Count(this=exp.Star())),
    function("Countdistinct(value: any) -> long", _GROUP, "How many different values there are.",
             lambda a, _: exp.Count(this=exp.Distinct(expressions=[a[0]]))),
    function("Max(value: O) -> O", _GROUP, "The largest value, or the latest.", _plain(exp.Max)),
    function("Min(value: O) -> O", _GROUP, "The smallest value, or the earliest.", _plain(exp.Min)),
    function("StdDev(value: number) -> double", _GROUP, "The standard deviation, for values that are a sample.", _plain(exp.StddevSamp)),
    function("StringAgg(value: text, separator: constant) -> text", _GROUP, "The texts joined, in ascending order.", _joined),
    function("Sum(value: number) -> total", _GROUP, "The total.", _plain(exp.Sum)),
    function("_Over_(aggregate: any, part?...: any) -> T", Group.WINDOW,
             "An aggregate over the rows that share PartitionBy; with OrderBy, over those up to this one.", None, Reads.ROWS),
    function("RowNum(part?...: any) -> long", Group.WINDOW, "The place of the row among those that share PartitionBy, in the order of OrderBy.", None, Reads.ROWS),
    function("PartitionBy(value...: any) -> T", Group.WINDOW, "The values that rows share, inside RowNum and _Over_.", None),
    function("OrderBy(value...: any) -> T", Group.WINDOW, "The order of rows, inside RowNum and _Over_; empty values come last.", None),
    function("Desc(value: any) -> T", Group.WINDOW, "Descending, inside OrderBy.", None),
)  # fmt: skip
