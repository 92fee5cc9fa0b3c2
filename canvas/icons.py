"""Icons for menus, lists and buttons, by the icon library's names. Of its dozen fonts only the one in use is loaded."""

from functools import cache, lru_cache
from pathlib import Path

import qtawesome
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QIcon, QIconEngine, QPainter, QPixmap
from qtawesome.iconic_font import IconicFont

_PREFIX, _FAMILY = "ph", "phosphor"
_UNKNOWN = "ph.question"


@cache
def _library() -> IconicFont:
    fonts = Path(qtawesome.__file__).parent / "fonts"
    letters, names = (next(fonts.glob(f"{_FAMILY}-{kind}")).name for kind in ("[0-9]*.ttf", "charmap-*.json"))
    return IconicFont((_PREFIX, letters, names))


class _Kept(QIconEngine):
    """Keeps what the library draws: it works in Python at each painting, a third of a window's time."""

    def __init__(self, drawn: QIcon) -> None:
        super().__init__()
        self._drawn = drawn
        self._pixmaps: dict[tuple[int, int, QIcon.Mode, QIcon.State], QPixmap] = {}

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = (size.width(), size.height(), mode, state)
        kept = self._pixmaps.get(key)
        if kept is None:
            kept = self._pixmaps[key] = self._drawn.pixmap(size, 1.0, mode, state)
        return kept

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.pixmap(rect.size() * painter.deviceTransform().m11(), mode, state))


@lru_cache(maxsize=512)
def icon(name: str, colour: str, disabled: str = "", selected: str = "") -> QIcon:
    """An icon in a colour, or in others when disabled or selected; it is drawn once for each size and ratio."""
    drawn = _library().icon(
        known_name(name), color=colour, color_disabled=disabled or colour, color_selected=selected or colour
    )
    return QIcon(_Kept(drawn))


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
