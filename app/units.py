"""Units of time, as they are called beside a number: 1 day, 2 days."""

from PySide6.QtWidgets import QComboBox

from app.words import tr


def _names(count: int) -> dict[str, str]:
    return {
        "second": tr("second(s)", count), "minute": tr("minute(s)", count), "hour": tr("hour(s)", count),
        "day": tr("day(s)", count), "week": tr("week(s)", count), "month": tr("month(s)", count),
        "quarter": tr("quarter(s)", count), "year": tr("year(s)", count),
    }  # fmt: skip


def is_unit(unit: str) -> bool:
    """Whether a value names a unit of time: day, or days."""
    return unit.removesuffix("s") in _names(1)


def unit_word(unit: str, count: int) -> str:
    """A unit, such as day or days, as it is called after so many."""
    return _names(count)[unit.removesuffix("s")]


def agree(box: QComboBox, count: object) -> None:
    """Let a box whose data are units call them as they are called after so many; what is no number counts as many."""
    many = count if isinstance(count, int) else 2
    for index in range(box.count()):
        unit = box.itemData(index)
        if isinstance(unit, str) and is_unit(unit):
            box.setItemText(index, unit_word(unit, many))
