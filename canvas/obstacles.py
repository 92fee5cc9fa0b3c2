"""Where the cards stand, by square of the scene: what a transition must go around. Plain numbers, no items.

Kept apart from the scene's own index because ways are found before an item has told the scene its bounds.
"""

from collections.abc import Iterable, Iterator, Sequence

from canvas.views import Rect

_WIDE, _HIGH = 480.0, 480.0
_LARGE = 2400.0

Card = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_Square = tuple[int, int]


class Cards:
    """The cards of one scene."""

    def __init__(self) -> None:
        self._squares: dict[_Square, dict[str, Card]] = {}
        self._homes: dict[str, _Square] = {}

    def clear(self) -> None:
        """Forget all cards."""
        self._squares.clear()
        self._homes.clear()

    def put(self, name: str, rect: Rect) -> None:
        """A card stands here now. A card is never larger than a square."""
        left, top, width, height = rect
        square = (int(left // _WIDE), int(top // _HIGH))
        home = self._homes.get(name)
        if home is not None and home != square:
            del self._squares[home][name]
        self._homes[name] = square
        self._squares.setdefault(square, {})[name] = (left, top, left + width, top + height)

    def take(self, name: str) -> None:
        """A card is gone."""
        home = self._homes.pop(name, None)
        if home is not None:
            del self._squares[home][name]

    def within(self, left: float, top: float, right: float, bottom: float) -> list[Card]:
        """The cards that reach into an area and stand wholly between its left and right edges."""
        found: list[Card] = []
        for column in range(int(left // _WIDE), int(right // _WIDE) + 1):
            for row in range(int(top // _HIGH) - 1, int(bottom // _HIGH) + 1):
                cards = self._squares.get((column, row))
                if cards:
                    found += [
                        card
                        for card in cards.values()
                        if card[0] > left and card[2] < right and card[1] < bottom and card[3] > top
                    ]
        return found

    def at(self, place: Card) -> list[Card]:
        """The cards that a place touches."""
        left, top, right, bottom = place
        return [
            card
            for column in range(int(left // _WIDE) - 1, int(right // _WIDE) + 1)
            for row in range(int(top // _HIGH) - 1, int(bottom // _HIGH) + 1)
            for card in self._squares.get((column, row), {}).values()
            if card[0] < right and card[2] > left and card[1] < bottom and card[3] > top
        ]


class Corridors:
    """Where a card must stand to matter to a long transition, by square of the scene."""

    def __init__(self) -> None:
        self._squares: dict[_Square, dict[str, Card]] = {}
        self._homes: dict[str, tuple[Card, list[_Square]]] = {}

    def clear(self) -> None:
        """Forget all of them."""
        self._squares.clear()
        self._homes.clear()

    def put(self, name: str, span: Card) -> None:
        """A transition looks for its way here now."""
        home = self._homes.get(name)
        if home is not None:
            if home[0] == span:
                return
            self.take(name)
        squares = list(_squares(span))
        self._homes[name] = (span, squares)
        for square in squares:
            self._squares.setdefault(square, {})[name] = span

    def take(self, name: str) -> None:
        """A transition is gone, or no longer long."""
        home = self._homes.pop(name, None)
        if home is not None:
            for square in home[1]:
                del self._squares[square][name]

    def within(self, areas: Sequence[Card]) -> set[str]:
        """The transitions that look for their way in one of the areas."""
        found: set[str] = set()
        for area in areas:
            left, top, right, bottom = area
            for square in _squares(area):
                for name, span in self._squares.get(square, {}).items():
                    if span[0] < right and span[2] > left and span[1] < bottom and span[3] > top:
                        found.add(name)
        return found


def _squares(area: Card) -> Iterator[_Square]:
    """The large squares that an area touches."""
    left, top, right, bottom = area
    for column in range(int(left // _LARGE), int(right // _LARGE) + 1):
        for row in range(int(top // _LARGE), int(bottom // _LARGE) + 1):
            yield column, row


def columns(cards: Iterable[Card], apart: float = 0.0) -> list[list[Card]]:
    """The cards from left to right, those together that leave no more than `apart` between them."""
    found: list[list[Card]] = []
    edge = float("-inf")
    for card in sorted(cards):
        if card[0] > edge + apart or not found:
            found.append([card])
            edge = card[2]
        else:
            found[-1].append(card)
            edge = max(edge, card[2])
    return found


def gap(cards: Iterable[Card], ideal: float, clear: float, down_only: bool = False) -> float:
    """The height nearest to an ideal one that keeps clear of all cards; the lower one of two that are equally near."""
    low = high = ideal
    spans = sorted((card[1] - clear, card[3] + clear) for card in cards)
    for top, bottom in spans:
        if top < low < bottom:
            low = bottom
    for top, bottom in sorted(spans, key=lambda span: span[1], reverse=True):
        if top < high < bottom:
            high = top
    return low if down_only or low - ideal <= ideal - high else high
