"""What every editor of a value is: it shows a JSON value, tells when the user changed it, and can be marked."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.panel.context import FormContext
from engine.problems import Problem

BETWEEN_ROWS = 14
"""The room between two settings, in pixels."""


class Editor(QWidget):
    """The base of all editors. A value that it cannot show is kept and shown as text, never thrown away."""

    edited = Signal(object)
    """The new JSON value, after the user changed it; never after `show_value`."""
    step = ""
    """Which part of the value was edited last: edits of the same part in a row are one undo step, others are not."""

    titled = True
    """Whether the title of its field stands above it; else it says what it is by itself."""
    grouped = False
    """Whether it consists of several fields, which stand a little to the right, below the title of all of them."""

    def show_value(self, value: object) -> None:
        """Show a JSON value; None is an absent one."""
        raise NotImplementedError

    def take_context(self, context: FormContext) -> None:
        """Offer the names that exist in this context."""
        del context

    def mark(self, path: str, problem: Problem | None) -> bool:
        """Show or clear a problem at the part of the value at `path` ("" is all of it); whether it found a place."""
        del path, problem
        return False

    def says(self, problem: Problem) -> bool:
        """Whether it says by itself what is wrong, so that it need not be said once more below it."""
        del problem
        return False

    def go_to(self, path: str) -> QWidget:
        """Put the keyboard at the part of the value at `path`, as far as there is a place for it; the widget there."""
        del path
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return self

    def clear_marks(self) -> None:
        """Take all marks away."""
        self.mark("", None)


def as_list(value: object) -> list[Any]:
    """A JSON list; anything else is an empty one."""
    return list(cast("Sequence[Any]", value)) if isinstance(value, list) else []


def as_object(value: object) -> dict[str, Any]:
    """A JSON object; anything else is an empty one."""
    return dict(cast("dict[str, Any]", value)) if isinstance(value, dict) else {}
