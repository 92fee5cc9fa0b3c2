"""Values of a population as texts: by the user's locale to read, and plain to copy."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from PySide6.QtCore import QDate, QLocale, QTime

from app.reach import status_words
from app.words import headed, number, said, tr
from engine.relations import ORIGIN, SEGMENT, SEND_STATUS, Column
from engine.types import Family

NOTHING = "—"
_GROUPED_FROM = 10_000
"""Smaller whole numbers are often years or weeks, which nobody groups."""


def shown(value: Any, *, name: bool = False) -> str:
    """A value to read. `name` says that it names something, so that its digits are not grouped."""
    match value:
        case None:
            return NOTHING
        case "":
            return tr("empty")
        case bool():
            return tr("yes") if value else tr("no")
        case int():
            return str(value) if name or abs(value) < _GROUPED_FROM else number(value)
        case Decimal():
            return QLocale().toString(float(value), "f", max(-int(value.as_tuple().exponent), 0))
        case float():
            return _exact(value) if name else number(value)
        case datetime() | date():
            return _moment(value)
        case dict():
            pairs = cast("dict[str, Any]", value).items()
            return ", ".join(headed(name, shown(one)) for name, one in pairs)
        case list():
            return ", ".join(map(shown, value))  # pyright: ignore[reportUnknownArgumentType]
        case _:
            return str(value)


def cell(column: Column, value: Any, *, name: bool = False) -> str:
    """A value of a column to read: codes that the program itself writes there are said in words."""
    if column.name == SEND_STATUS and isinstance(value, str):
        return status_words(value)
    return shown(value, name=name)


def plain(value: Any) -> str:
    """A value as other programs read it; nothing is an empty text."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return str(value)


def short(value: Any) -> str:
    """A number as an axis shows it: 1,200 as it is, 1.2 M for 1,200,000."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return shown(value)
    for size, letter in ((1e9, tr("bn")), (1e6, tr("M")), (1e4, "k")):
        if abs(float(value)) >= size:
            part = float(value) / (1e3 if letter == "k" else size)
            return f"{QLocale().toString(part, 'g', 3)} {letter}"
    return number(value) if isinstance(value, int) else number(float(value))


def title(column: Column, key: Collection[str] = ()) -> str:
    """What a column is called in the window."""
    reserved = {SEGMENT: tr("Segment"), SEND_STATUS: tr("Send status")}
    if column.name in reserved:
        return reserved[column.name]
    if column.name in key and column.name.startswith("_") and not column.label:
        return tr("Key")
    if column.name.startswith(ORIGIN):
        # It has the name of the key that it was; the key that it is now may have the same.
        return tr("{column} of origin", column=said(column.title))
    return said(column.title)


def is_right(column: Column) -> bool:
    """Whether its values are numbers, which line up on the right."""
    return column.type.family is Family.NUMBER


def percent(part: int, whole: int) -> str:
    """A share, with as many digits as tell it from nothing and from all."""
    if not whole:
        return NOTHING
    share = 100 * part / whole
    digits = 0 if share in {0.0, 100.0} or 10 <= share <= 90 else 1
    sign = QLocale().percent()
    return f"{QLocale().toString(share, 'f', digits)} {sign}"


def shares(parts: Sequence[int], whole: int) -> list[str]:
    """Shares that stand below each other: all of them with one digit, or all with none where none needs it."""
    if not whole:
        return [NOTHING] * len(parts)
    digits = 0 if all(100 * part % whole == 0 for part in parts) else 1
    return [_share(part, whole, digits) for part in parts]


def _share(part: int, whole: int, digits: int) -> str:
    least = 10.0**-digits
    sign, share = QLocale().percent(), 100 * part / whole
    # What is something is never told as nothing, and what is not all never as all.
    bound = "< " if 0 < share < least / 2 else "> " if 100 - least / 2 <= share < 100 else ""
    told = least if bound == "< " else 100 - least if bound else share
    return f"{bound}{QLocale().toString(told, 'f', digits)} {sign}"


def _exact(value: float) -> str:
    """All digits of a number, without groups."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value, "g", QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value)


def _moment(value: date) -> str:
    locale = QLocale()
    day = locale.toString(QDate(value.year, value.month, value.day), "d MMM yyyy")
    if not isinstance(value, datetime):
        return day
    clock = QTime(value.hour, value.minute, value.second)
    return f"{day} {locale.toString(clock, 'HH:mm:ss' if value.second else 'HH:mm')}"
