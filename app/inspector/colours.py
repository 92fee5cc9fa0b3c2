"""The canvas's table of colours for widgets: which scheme a widget is drawn in, and icons in its ink."""

from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QWidget

from canvas import DARK, LIGHT, Tokens
from canvas.icons import icon as canvas_icon

_MIDDLE = 128


def tokens_of(widget: QWidget) -> Tokens:
    """The colours of the scheme that the widget's palette belongs to."""
    return DARK if widget.palette().window().color().lightness() < _MIDDLE else LIGHT


def icon(name: str, widget: QWidget, colour: str = "") -> QIcon:
    """A phosphor icon in the widget's ink; make it anew when the palette changes."""
    return canvas_icon(f"ph.{name}", colour or tokens_of(widget).text_quiet)


def mixed(one: str, other: str, share: float) -> QColor:
    """A colour between two; `share` is how much of the first, from 0 to 1."""
    first, second = QColor(one), QColor(other)
    red, green, blue = (
        round(mine * share + its * (1 - share))
        for mine, its in (
            (first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue()),
        )
    )  # fmt: skip
    return QColor(red, green, blue)
