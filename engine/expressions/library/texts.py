# ruff: noqa: E501 - the catalogue is a table, read row by row
"""Functions of texts. Characters are counted as characters, never as bytes, except by dataLength."""

from sqlglot import exp

from engine.expressions.native import AES, SHA512, XML_VALUE
from engine.expressions.signatures import Build, Function, Group, Moment, function
from engine.expressions.trees import (
    at_least,
    binary,
    call,
    capitalised,
    case,
    cast,
    either_null_or,
    number,
    text,
    unless,
)
from engine.types import STRING, DataType

_GROUP = Group.STRING
_FIRST_SURROGATE, _LAST_SURROGATE, _LAST_CHARACTER = 0xD800, 0xDFFF, 0x10FFFF


def _plain(kind: type[exp.Func]) -> Build:
    return lambda a, _: kind(this=a[0])


def _end(kind: type[exp.Left | exp.Right]) -> Build:
    return lambda a, _: kind(this=a[0], expression=at_least(a[1], 0))


def _all_filled(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return exp.and_(*(either_null_or(exp.Trim(this=one.copy()), text("")).neq(text("")) for one in a))


def _character(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    """Numbers that are no characters have none, instead of stopping the count."""
    low = exp.Between(this=a[0].copy(), low=number(1), high=number(_FIRST_SURROGATE - 1))
    high = exp.Between(this=a[0].copy(), low=number(_LAST_SURROGATE + 1), high=number(_LAST_CHARACTER))
    return case((exp.or_(low, high), exp.Chr(expressions=[a[0].copy()])))


def _line(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    """Files of Windows end their lines with two characters; the first of them is not part of the line."""
    feed = exp.Chr(expressions=[number(10)])
    both = exp.DPipe(this=exp.Chr(expressions=[number(13)]), expression=feed)
    plain = exp.Replace(this=a[0].copy(), expression=both, replacement=feed.copy())
    # There is no line 0, and a negative number must not count from the end.
    place = at_least(a[1], 0)
    found = exp.SplitPart(this=plain, delimiter=feed.copy(), part_index=at_least(a[1], 1))
    return case((binary(exp.GT, place, number(0)), found), (a[0].is_(exp.null()), exp.null()), otherwise=text(""))


def _joined(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    filled = [unless(exp.Trim(this=value.copy()), text("")) for value in a]
    return call("concat_ws", text(" "), *filled)


def _padded(*, left: bool) -> Build:
    """With nothing to fill up with, there is no result; a database would stop."""
    return lambda a, _: exp.Pad(
        this=a[0], expression=at_least(a[1], 0), fill_pattern=unless(a[2], text("")), is_left=left
    )


def _substring(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return exp.Substring(this=a[0], start=at_least(a[1], 1), length=at_least(a[2], 0))


def _written(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    exact = a[0] if len(a) == 1 else cast(a[0], DataType.parse(f"decimal(38,{a[1].name})"))
    return cast(exact, STRING)


def _foreign_key(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return case((binary(exp.EQ, a[1], a[2]), a[0]))


def _size(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return exp.ByteLength(this=exp.Encode(this=a[0], charset=text("utf-8")))


FUNCTIONS: tuple[Function, ...] = (
    function("AllNonNull2(first: text, second: text) -> boolean", _GROUP, "Whether both texts are filled.", _all_filled),
    function("AllNonNull3(first: text, second: text, third: text) -> boolean", _GROUP, "Whether all three texts are filled.", _all_filled),
    function("Ascii(text: text) -> integer", _GROUP, "The code of the first character; 0 for an empty text.", _plain(exp.Ascii)),
    function("Char(code: whole) -> text", _GROUP, "The character of a code.", _character),
    function("Charindex(text: text, part: text) -> long", _GROUP, "Where the part begins in the text, from 1; 0 if nowhere.",
             lambda a, _: exp.StrPosition(this=a[0], substr=a[1])),
    function("dataLength(text: text) -> long", _GROUP, "The size in bytes.", _size),
    function("Length(text: text) -> long", _GROUP, "The number of characters.", _plain(exp.Length)),
    function("GetLine(text: text, line: whole) -> text", _GROUP, "A line of the text, the first being 1.", _line),
    function("Line(text: text, line: whole) -> text", _GROUP, "A line of the text, the first being 1.", _line),
    function("IfEquals(first: text, second: text, then: T, otherwise: T) -> T", _GROUP, "The third value if the two texts are equal, else the fourth.",
             lambda a, _: case((binary(exp.EQ, a[0], a[1]), a[2]), otherwise=a[3])),
    function("IsMemoNull(memo: text) -> boolean", _GROUP, "Whether there is no text.", lambda a, _: a[0].is_(exp.null())),
    function("JuxtWords(first: text, second: text) -> text", _GROUP, "The texts with a single space between them where needed.", _joined),
    function("JuxtWords3(first: text, second: text, third: text) -> text", _GROUP, "The texts with single spaces between them where needed.", _joined),
    function("Left(text: text, count: whole) -> text", _GROUP, "The first characters.", _end(exp.Left)),
    function("Right(text: text, count: whole) -> text", _GROUP, "The last characters.", _end(exp.Right)),
    function("Lower(text: text) -> text", _GROUP, "In lower case.", _plain(exp.Lower)),
    function("Upper(text: text) -> text", _GROUP, "In upper case.", _plain(exp.Upper)),
    function("Smart(text: text) -> text", _GROUP, "Each Word With A Capital, also after a hyphen; the rest in lower case.",
             lambda a, _: capitalised(capitalised(exp.Lower(this=a[0]), " "), "-")),
    function("LPad(text: text, length: whole, with: text) -> text", _GROUP, "Filled up on the left, or cut, to the length.", _padded(left=True)),
    function("RPad(text: text, length: whole, with: text) -> text", _GROUP, "Filled up on the right, or cut, to the length.", _padded(left=False)),
    function("Ltrim(text: text) -> text", _GROUP, "Without blanks on the left.", lambda a, _: exp.Trim(this=a[0], position="LEADING")),
    function("Rtrim(text: text) -> text", _GROUP, "Without blanks on the right.", lambda a, _: exp.Trim(this=a[0], position="TRAILING")),
    function("Md5Digest(text: text) -> text", _GROUP, "The MD5 digest in hexadecimal digits.", _plain(exp.MD5)),
    function("Sha256Digest(text: text) -> text", _GROUP, "The SHA-256 digest in hexadecimal digits.",
             lambda a, _: exp.SHA2(this=a[0], length=number(256))),
    function("Sha512Digest(text: text) -> text", _GROUP, "The SHA-512 digest in hexadecimal digits.", lambda a, _: SHA512(*a)),
    function("AESEncrypt(text: text, key: secret) -> text", _GROUP, "The text encrypted with a key of this computer, whose name stands in quotes.",
             lambda a, _: AES(*a)),
    function("MemoContains(memo: text, part: text) -> boolean", _GROUP, "Whether the part occurs in the text.",
             lambda a, _: exp.Contains(this=a[0], expression=a[1])),
    function("NodeValue(xml: text, path: text) -> text", _GROUP, "The value that a path such as '/order/item' or '/order/@id' leads to in an XML text.",
             lambda a, _: XML_VALUE(*a)),
    function("Replace(text: text, from: text, to: text) -> text", _GROUP, "The text with every occurrence replaced.",
             lambda a, _: exp.Replace(this=a[0], expression=a[1], replacement=a[2])),
    function("Substring(text: text, start: whole, length: whole) -> text", _GROUP, "Characters from a start, the first being 1.", _substring),
    function("ToString(value: number|text|date|time|boolean, decimals?: decimals) -> text", _GROUP,
             "The value as a text; a number with that many decimals.", _written),
    function("VirtualLink(key: T, first: U, second: U) -> T", _GROUP, "The key if the two values are equal, else empty.", _foreign_key),
    function("VirtualLinkStr(key: text, first: U, second: U) -> text", _GROUP, "The key if the two values are equal, else empty.", _foreign_key),
)  # fmt: skip
