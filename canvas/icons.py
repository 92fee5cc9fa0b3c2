"""Icons for menus, lists and buttons, by the icon library's names."""

from functools import lru_cache

import qtawesome
from PySide6.QtGui import QIcon


@lru_cache(maxsize=512)
def icon(name: str, colour: str, disabled: str = "", selected: str = "") -> QIcon:
    """An icon in a colour, or in others when disabled or selected; it draws itself anew for each size and ratio."""
    return qtawesome.icon(
        known_name(name), color=colour, color_disabled=disabled or colour, color_selected=selected or colour
    )


def known_name(name: str) -> str:
    """The name if the library has it, else that of a question mark."""
    try:
        qtawesome.charmap(name)
    except (KeyError, ValueError):
        return "ph.question"
    return name
