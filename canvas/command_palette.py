"""The command palette: every action that makes sense now, found by typing, with its shortcut beside it."""

from typing import TYPE_CHECKING

from canvas.actions import Action
from canvas.search_list import Entry, SearchList, fitness
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_RECENT = 5


class CommandPalette(SearchList):
    """What was run last stands first."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas, tr("What do you want to do?"), tr("Commands"))
        self._recent: list[str] = []

    def open_in_middle(self) -> None:
        """Open at the top of the canvas."""
        self._canvas.actions_by_id.refresh()
        room = self._canvas.viewport().rect()
        self.open_near(room.center() - self.rect().center() * 2)

    def entries(self, text: str) -> list[Entry]:
        words = text.casefold().split()
        actions = self._canvas.actions_by_id
        found: list[tuple[int, int, int, Action]] = []
        for position, record in enumerate(actions.records.values()):
            scores = [fitness(word, record.text, category=record.group_title) for word in words]
            if record.listed and all(scores) and actions[record.id].isEnabled():
                before = self._recent.index(record.id) if record.id in self._recent else _RECENT
                found.append((-sum(scores), before, position, record))
        colour = self._canvas.style_in_use.tokens.text
        return [
            Entry(record.id, self._line(record), record.icon, colour if record.icon else "")
            for *_, record in sorted(found, key=lambda row: row[:3])
        ]

    def _line(self, record: Action) -> str:
        actions = self._canvas.actions_by_id
        text, keys = actions[record.id].text(), actions.keys_text(record.id)
        return f"{text}   ·   {keys}" if keys else text

    def picked(self, name: str) -> None:
        self._recent = [name, *(other for other in self._recent if other != name)][:_RECENT]
        self._canvas.actions_by_id[name].trigger()
