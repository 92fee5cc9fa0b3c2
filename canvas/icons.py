"""Icons for menus, lists and buttons, by the icon library's names. Of its dozen fonts only the one in use is loaded."""

from functools import cache, lru_cache
from pathlib import Path

import qtawesome
from PySide6.QtGui import QFont, QIcon
from qtawesome.iconic_font import IconicFont

_PREFIX, _FAMILY = "ph", "phosphor"
_UNKNOWN = "ph.question"


@cache
def _library() -> IconicFont:
    fonts = Path(qtawesome.__file__).parent / "fonts"
    letters, names = (next(fonts.glob(f"{_FAMILY}-{kind}")).name for kind in ("[0-9]*.ttf", "charmap-*.json"))
    return IconicFont((_PREFIX, letters, names))


@lru_cache(maxsize=512)
def icon(name: str, colour: str, disabled: str = "", selected: str = "") -> QIcon:
    """An icon in a colour, or in others when disabled or selected; it draws itself anew for each size and ratio."""
    return _library().icon(
        known_name(name), color=colour, color_disabled=disabled or colour, color_selected=selected or colour
    )


def icon_font(size: int) -> QFont:
    """The font whose letters are icons, so many pixels high."""
    return _library().font(_PREFIX, size)


def icon_character(name: str) -> str:
    """The letter that draws an icon; an unknown name gives a question mark."""
    return _library().charmap[_PREFIX][known_name(name).removeprefix(f"{_PREFIX}.")]


def known_name(name: str) -> str:
    """The name if the library has it, else that of a question mark."""
    prefix, _, rest = name.partition(".")
    return name if prefix == _PREFIX and rest in _library().charmap[_PREFIX] else _UNKNOWN
