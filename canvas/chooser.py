"""A short numbered list: which branch, which port, which type. A digit, Enter or a click chooses."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent

from canvas.search_list import Entry, SearchList, fitness
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


class Chooser(SearchList):
    """Open while one of several answers is wanted; Esc leaves everything as it was."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas, tr("Which one? Type its number or a part of its name"), tr("Choices"))
        self._options: Sequence[tuple[str, Callable[[], None]]] = ()

    def ask(self, options: Sequence[tuple[str, Callable[[], None]]], at: QPoint) -> None:
        """Do the one option there is, or let the user choose among several; `at` is a point of the viewport."""
        if len(options) == 1:
            options[0][1]()
        elif options:
            self._options = options
            self.open_near(at)

    def entries(self, text: str) -> list[Entry]:
        words = text.casefold().split()
        return [
            Entry(str(index), f"{index + 1}   {option}")
            for index, (option, _) in enumerate(self._options)
            if all(fitness(word, option) for word in words)
        ]

    def picked(self, name: str) -> None:
        self._options[int(name)][1]()

    def key_taken(self, event: QKeyEvent) -> bool:
        digit = event.text()
        if self.search.text() or not digit.isdecimal() or not 1 <= int(digit) <= min(len(self._options), 9):
            return False
        self.close_again()
        self.picked(str(int(digit) - 1))
        return True
