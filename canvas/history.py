"""All undo steps in one list, the latest first: a choice goes back to it, or forward again."""

from typing import TYPE_CHECKING

from canvas.commands import go_to_step
from canvas.search_list import Entry, SearchList, fitness
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


class History(SearchList):
    """Open over the canvas while one looks for a step."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas, tr("Back to which step?"), tr("History"))

    def open_in_middle(self) -> None:
        """Open at the top of the canvas, with the present state marked."""
        room = self._canvas.viewport().rect()
        self.open_near(room.center() - self.rect().center() * 2)
        steps, position = self._canvas.model.steps()
        self.list.setCurrentRow(len(steps) - position)

    def entries(self, text: str) -> list[Entry]:
        words = text.casefold().split()
        steps, position = self._canvas.model.steps()
        colour = self._canvas.style_in_use.tokens.text
        rows = [(0, tr("As it was opened")), *enumerate(steps, start=1)]
        return [
            Entry(str(number), step, "ph.arrow-right" if number == position else "ph.circle" if number < position else
                  "ph.arrow-u-up-right", colour)
            for number, step in reversed(rows)
            if all(fitness(word, step) for word in words)
        ]  # fmt: skip

    def picked(self, name: str) -> None:
        go_to_step(self._canvas, int(name))
