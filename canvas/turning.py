"""Transitions that run down: found as if they ran to the right, with both axes exchanged, and turned at the end."""

from collections.abc import Sequence

from PySide6.QtGui import QPainterPath, QTransform

from canvas.obstacles import Card, Cards
from canvas.views import Point

_TURN = QTransform(0, 1, 1, 0, 0, 0)


class TurnedCards(Cards):
    """The cards of a scene as a transition that runs down meets them. It keeps none of its own."""

    def __init__(self, cards: Cards) -> None:
        super().__init__()
        self._cards = cards

    def within(self, left: float, top: float, right: float, bottom: float) -> list[Card]:
        return [card for card in self.at((left, top, right, bottom)) if card[0] > left and card[2] < right]

    def at(self, place: Card) -> list[Card]:
        return [_turned_card(card) for card in self._cards.at(_turned_card(place))]


def _turned_card(card: Card) -> Card:
    left, top, right, bottom = card
    return top, left, bottom, right


def turned(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points with both axes exchanged; doing it twice gives them back."""
    return tuple((y, x) for x, y in points)


def turned_path(path: QPainterPath) -> QPainterPath:
    """The path with both axes exchanged."""
    return _TURN.map(path)
