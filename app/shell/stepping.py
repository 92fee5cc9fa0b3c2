"""Going through the window with keys: from one part to the next, and within a part in the order in which it is read.

The toolkit's own order is that in which widgets were made; what is made anew (the fields of a selection, the rows of a
list) would come last of all, far from where it stands.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QPushButton, QScrollArea, QWidget


class Stepping:
    """Knows only the parts, in their order; those that are hidden or hold nothing to work with are passed over."""

    def __init__(self, parts: Callable[[], Sequence[QWidget]]) -> None:
        self._parts = parts

    def step(self, way: int) -> None:
        """Go to the next part, or with -1 to the one before."""
        parts = self._parts()
        focused = QApplication.focusWidget()
        here = next((at for at, one in enumerate(parts) if focused is not None and _holds(one, focused)), -1)
        begin = here if here >= 0 or way > 0 else 0
        for distance in range(1, len(parts) + 1):
            if enter(parts[(begin + way * distance) % len(parts)]):
                return

    def go_on(self, way: int) -> bool:
        """Go to the next control, or with -1 to the one before, around the ends; False where there is none."""
        order = [one for part in self._parts() if part.isVisible() for one in reading_order(part)]
        focused = QApplication.focusWidget()
        if not order:
            return False
        here = next((at for at, one in enumerate(order) if one is focused), -1)
        if here < 0 and focused is not None:
            # It takes no keys itself, or is gone: what stands nearest around it is where one was.
            around = [at for at, one in enumerate(order) if one.isAncestorOf(focused)]
            part = [at for at, one in enumerate(order) if _holds(_part_of(self._parts(), focused), one)]
            here = around[-1] if around else part[0] - 1 if part and way > 0 else -1
        begin = here if here >= 0 or way > 0 else 0
        _focus(order[(begin + way) % len(order)])
        return True


class ReadDialog(QDialog):
    """A dialog that begins at its first field, and through which Tab goes in the order in which it is read."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return Stepping(lambda: (self,)).go_on(1 if forward else -1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Rows that were there before the style would stay as low as they are without it.
        for view in self.findChildren(QAbstractItemView):
            view.doItemsLayout()
        first = next(reading_order(self), None)
        if _kept(self) is None and first is not None and not isinstance(first, QPushButton):
            first.setFocus()


def enter(part: QWidget) -> bool:
    """Let the keys go to where they went in a part last, or to the first of it; False where nothing takes them."""
    if not part.isVisible():
        return False
    for known in (_kept(part), part.focusProxy()):
        if known is not None and known is not part and _takes_keys(known):
            _focus(known)
            return True
    first = next(reading_order(part), None)
    if first is not None:
        _focus(first)
    return first is not None


def reading_order(part: QWidget) -> Iterator[QWidget]:
    """What takes keys in a part: line by line, column by column; what is nested in something comes with it."""
    scrolls = isinstance(part, QScrollArea)
    if _takes_keys(part) and not scrolls:
        yield part
    inside = [one for one in part.children() if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()]
    nested = [control for child in _read(inside) for control in reading_order(child)]
    # What scrolls needs the keys itself only where nothing in it takes them, and moves it.
    if scrolls and not nested and _takes_keys(part):
        yield part
    yield from nested


def _read(widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Bands that lie above each other, each from the left; where one is as high as others together, columns."""
    if len(widgets) < 2:
        yield from widgets
        return
    bands = _apart([(one.y(), one.height(), one) for one in widgets])
    groups = bands if len(bands) > 1 else _apart([(one.x(), one.width(), one) for one in widgets])
    if len(groups) == 1:
        yield from sorted(widgets, key=lambda one: (one.y(), one.x()))
        return
    for group in groups:
        yield from _read(group)


def _apart(placed: Sequence[tuple[int, int, QWidget]]) -> list[list[QWidget]]:
    """Groups between which there is a gap; each widget with where it begins and how long it is."""
    groups: list[list[QWidget]] = []
    end = 0
    for start, length, widget in sorted(placed, key=lambda one: one[0]):
        if not groups or start >= end:
            groups.append([])
            end = start
        groups[-1].append(widget)
        end = max(end, start + length)
    return groups


def _kept(part: QWidget) -> QWidget | None:
    """Where the keys went in a part last; the stubs do not say that there need not be one."""
    return part.focusWidget()


def _focus(widget: QWidget) -> None:
    # As Tab does: what it comes to is shown.
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _part_of(parts: Sequence[QWidget], widget: QWidget) -> QWidget:
    return next((one for one in parts if _holds(one, widget)), widget)


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _takes_keys(widget: QWidget) -> bool:
    tabs = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tabs and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
