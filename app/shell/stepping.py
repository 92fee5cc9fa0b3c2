"""Going from one part of the window to the next with a key: each is entered where one was in it last."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


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


def enter(part: QWidget) -> bool:
    """Let the keys go to where they went in a part last, or to the first of it; False where nothing takes them."""
    target = _within(part)
    if target is not None:
        # As Tab does: what it comes to is shown.
        target.setFocus(Qt.FocusReason.TabFocusReason)
    return target is not None


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _within(part: QWidget) -> QWidget | None:
    """Where the keys go in a part: where they went last, or to the first that takes them."""
    if not part.isVisible():
        return None
    for known in (part.focusWidget(), part.focusProxy()):
        if known is not None and known is not part and _takes_keys(known):
            return known
    found: QWidget | None = part
    while found is not None:
        if _holds(part, found) and _takes_keys(found):
            return found
        found = found.nextInFocusChain()
        if found is part:
            break
    return None


def _takes_keys(widget: QWidget) -> bool:
    tabs = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tabs and widget.isVisible() and widget.isEnabled()
