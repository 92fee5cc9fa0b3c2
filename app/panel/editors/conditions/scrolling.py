"""What an editor lies in scrolls along: a rule may be longer than its panel or its window."""

from PySide6.QtWidgets import QScrollArea, QWidget

_AROUND = 12


def scrolled_in(widget: QWidget) -> QScrollArea | None:
    """The nearest area around a widget that scrolls."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def reveal(widget: QWidget) -> None:
    """Scroll as little as needed to show all of a widget."""
    area = scrolled_in(widget)
    if area is not None:
        area.ensureWidgetVisible(widget, 0, _AROUND)
