"""What the lines and groups of a rule ask of the editor that they stand in; they change nothing themselves."""

from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.tree import Address, Part
from app.panel.editors.conditions.values.chips import ChipsField
from app.panel.editors.conditions.values.scalars import TextField

Suggested = TextField | ChipsField
"""A field in which what is typed can be completed."""


class Host(Protocol):
    """The editor as its parts see it."""

    def context_at(self, address: Address) -> Context:
        """What paths at an address mean."""
        ...

    def change(self, address: Address, part: Part) -> None:
        """Take a part that was edited in place; its widget shows it already."""
        ...

    def choose(self, address: Address, anchor: QWidget) -> None:
        """Let the user choose what a line is about."""
        ...

    def add(self, group: Address, anchor: QWidget) -> None:
        """Let the user choose what a new line of a group is about."""
        ...

    def add_group(self, group: Address) -> None:
        """Put a new group with one line to be filled into a group."""
        ...

    def set_logic(self, group: Address, operator: str) -> None:
        """Combine the items of a group in another way."""
        ...

    def toggle_fold(self, address: Address) -> None:
        """Fold or unfold a part."""
        ...

    def is_folded(self, part: object) -> bool:
        """Whether a part is folded."""
        ...

    def select(self, address: Address, *, add: bool = False, extend: bool = False) -> None:
        """Mark a part, alone, too, or with all between it and the last one marked."""
        ...

    def key(self, address: Address, event: QKeyEvent) -> bool:
        """Do what a key means at a part; whether it meant anything."""
        ...

    def open_menu(self, address: Address, at: QPoint) -> None:
        """Open the menu of a part."""
        ...

    def show_distribution(self, address: Address, anchor: QWidget) -> None:
        """Show the values of what a line is about."""
        ...

    def suggest(self, address: Address, field: Suggested) -> None:
        """Offer the values that the attribute of a line has, once they are known."""
        ...

    def drag(self, address: Address, at: QPoint) -> None:
        """The handle of a part is being dragged over a place of the screen."""
        ...

    def drop(self, address: Address, at: QPoint) -> None:
        """The handle of a part was let go there."""
        ...

    def cancel_drag(self) -> None:
        """The drag was given up."""
        ...
