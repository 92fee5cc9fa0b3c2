# ruff: noqa: E501 - the catalogue is a table, read row by row
"""Choices, flags, and what a row is called."""

from collections.abc import Callable

from sqlglot import exp

from engine.expressions.signatures import Function, Group, Moment, Reads, function
from engine.expressions.trees import binary, case, cast, either_null_or, number, piece, row_digest, text
from engine.relations import ascending
from engine.types import STRING

_GROUP = Group.OTHER
_UUID = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))


def _null_or_zero(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    missing = exp.or_(a[0].copy().is_(exp.null()), binary(exp.EQ, a[0], number(0)))
    return case((missing, a[1]), otherwise=a[0])


def _email_domain(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return exp.Lower(this=exp.SplitPart(this=a[0], delimiter=text("@"), part_index=number(2)))


def _row_number(_a: list[exp.Expr], moment: Moment) -> exp.Expr:
    order = exp.Order(expressions=[ascending(part.copy()) for part in moment.row_key])
    return exp.Window(this=exp.RowNumber(), order=order)


def _uuid(_a: list[exp.Expr], moment: Moment) -> exp.Expr:
    digest = row_digest(moment.seed, moment.row_key, "uuid")
    joined: exp.Expr = piece(digest, *_UUID[0])
    for start, length in _UUID[1:]:
        joined = exp.DPipe(this=exp.DPipe(this=joined, expression=text("-")), expression=piece(digest, start, length))
    return joined


def _flag(build: Callable[[exp.Expr, exp.Expr], exp.Expr]) -> Callable[[list[exp.Expr], Moment], exp.Expr]:
    return lambda a, _: build(a[0], a[1])


def _clear(value: exp.Expr, flag: exp.Expr) -> exp.Expr:
    return binary(exp.BitwiseAnd, value, exp.BitwiseNot(this=exp.Paren(this=flag.copy())))


_COALESCE_ANY = function("Coalesce(value: T, otherwise: T) -> T", _GROUP, "The second value where the first is empty.",
                         lambda a, _: either_null_or(a[0], a[1]))  # fmt: skip

FUNCTIONS: tuple[Function, ...] = (
    function("Case(branch...: any) -> T", _GROUP, "The value of the first When whose condition holds, else that of Else.", None),
    function("When(condition: boolean, value: T) -> T", _GROUP, "A branch of Case.", None),
    function("Else(value: T) -> T", _GROUP, "What Case gives when no branch holds.", None),
    function("Iif(condition: boolean, then: T, otherwise: T) -> T", _GROUP, "One value if the condition holds, else the other.",
             lambda a, _: case((a[0], a[1]), otherwise=a[2])),
    function("Decode(value: U, equals: U, then: T, otherwise: T) -> T", _GROUP, "The third value if the first two are equal, else the fourth.",
             lambda a, _: case((binary(exp.EQ, a[0], a[1]), a[2]), otherwise=a[3])),
    function("Coalesce(value: N, otherwise: N) -> N", _GROUP, "The second value where the first is empty or zero.", _null_or_zero, other=_COALESCE_ANY),
    function("IsEmptyString(text: text, then: T, otherwise: T) -> T", _GROUP, "The second value if the text is empty, else the third.",
             lambda a, _: case((binary(exp.EQ, either_null_or(a[0], text("")), text("")), a[1]), otherwise=a[2])),
    function("NoNull(value: text|number|date|time|boolean) -> text", _GROUP, "The value as a text, which is '' for an empty one.",
             lambda a, _: either_null_or(cast(a[0], STRING), text(""))),
    function("GetEmailDomain(email: text) -> text", _GROUP, "What follows the @ of an e-mail address, in lower case.", _email_domain),
    function("NewUUID() -> text", _GROUP, "An id that stays the same for the row and the campaign's seed.", _uuid, Reads.ROW),
    function("RowId() -> long", _GROUP, "The number of the row, from 1, in the order of its key.", _row_number, Reads.ROW, Reads.ROWS),
    function("SetBit(value: long, flag: long) -> long", _GROUP, "The value with the flag set.",
             _flag(lambda value, flag: binary(exp.BitwiseOr, value, flag))),
    function("ClearBit(value: long, flag: long) -> long", _GROUP, "The value with the flag removed.", _flag(_clear)),
    function("IsBitSet(value: long, flag: long) -> boolean", _GROUP, "Whether the flag is set.",
             _flag(lambda value, flag: binary(exp.NEQ, binary(exp.BitwiseAnd, value, flag), number(0)))),
    function("ToBoolean(number: number) -> boolean", _GROUP, "True for every number but zero.", lambda a, _: binary(exp.NEQ, a[0], number(0))),
)  # fmt: skip
