"""Where the pills stand: none upon another, and none upon a card, as long as their transitions have room for them.

A pill takes the first of its places that is free, and keeps it until its transition or its text changes, so that
nothing jumps while one looks around. Plain numbers, no items.
"""

from collections.abc import Iterable

from canvas.obstacles import Card as Span
from canvas.obstacles import Cards

_WIDE, _HIGH = 192.0, 96.0
_APART = 2.0


class Crowd:
    """The pills of one scene, by square."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards
        self._squares: dict[tuple[int, int], dict[str, Span]] = {}
        self._homes: dict[str, Span] = {}

    def clear(self) -> None:
        """Forget all pills."""
        self._squares.clear()
        self._homes.clear()

    def settle(self, name: str, places: Iterable[Span]) -> Span:
        """The first place that is free, or the one where the least is covered."""
        self.take(name)
        best: tuple[float, Span] | None = None
        for place in places:
            covered = self._covered(place)
            if best is None or covered < best[0]:
                best = covered, place
            if not covered:
                break
        if best is None:
            raise ValueError("a pill needs a place")
        self._homes[name] = best[1]
        for square in _squares(best[1]):
            self._squares.setdefault(square, {})[name] = best[1]
        return best[1]

    def take(self, name: str) -> None:
        """A pill is gone, or about to stand elsewhere."""
        home = self._homes.pop(name, None)
        if home is not None:
            for square in _squares(home):
                self._squares[square].pop(name, None)

    def _covered(self, place: Span) -> float:
        """How much of other pills and of cards a pill would cover."""
        left, top, right, bottom = place
        left, top, right, bottom = left - _APART, top - _APART, right + _APART, bottom + _APART
        found: dict[str, float] = {}
        for square in _squares(place):
            for name, other in self._squares.get(square, {}).items():
                if other[0] < right and other[2] > left and other[1] < bottom and other[3] > top:
                    found[name] = _shared(place, other)
        return sum(found.values()) + sum([_shared(place, card) for card in self._cards.at(place)])


def _squares(place: Span) -> list[tuple[int, int]]:
    left, top, right, bottom = place
    return [
        (x, y)
        for x in range(int(left // _WIDE), int(right // _WIDE) + 1)
        for y in range(int(top // _HIGH), int(bottom // _HIGH) + 1)
    ]


def _shared(one: Span, other: Span) -> float:
    """The area that two share; a hair's breadth counts as touching."""
    wide = min(one[2], other[2]) - max(one[0], other[0]) + _APART
    high = min(one[3], other[3]) - max(one[1], other[1]) + _APART
    return wide * high if wide > 0 and high > 0 else 0.0
