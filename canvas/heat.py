"""Populations as widths and colours: six logarithmic buckets between the smallest and the largest count."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

BUCKETS = 6


@dataclass(frozen=True, slots=True)
class Heat:
    """`bounds` are the counts at which a next bucket begins, ascending; there may be fewer than five.

    Counts of 0 are in the first bucket, whatever it holds.
    """

    bounds: tuple[int, ...]
    only: int = 0
    """The one count there is, when all are alike."""

    @staticmethod
    def of(values: Iterable[int | None]) -> "Heat":
        """Buckets for these counts, with round bounds, so that the legend reads easily."""
        known = sorted(value for value in values if value)
        if not known or known[0] == known[-1]:
            return Heat((), known[0] if known else 0)
        low, high = known[0], known[-1]
        step = (high / low) ** (1 / BUCKETS)
        found: list[int] = []
        for index in range(1, BUCKETS):
            bound = _rounded(low * step**index)
            if low < bound <= high and (not found or bound > found[-1]):
                found.append(bound)
        return Heat(tuple(found))

    def bucket(self, value: int | None) -> int | None:
        """The bucket of a count, from 0 to 5; None without a count. With few bounds the buckets are spread out."""
        if value is None:
            return None
        return round(bisect_right(self.bounds, value) * (BUCKETS - 1) / max(len(self.bounds), 1))

    def ranges(self) -> list[tuple[int, int, int | None]]:
        """Bucket, smallest and largest count of each, for the legend; the last has no largest."""
        if not self.bounds:
            return [(0, self.only, self.only)]
        starts = (0, *self.bounds)
        return [
            (self.bucket(start) or 0, start, starts[index + 1] - 1 if index + 1 < len(starts) else None)
            for index, start in enumerate(starts)
        ]


def _rounded(value: float) -> int:
    """The nearest number of two digits and noughts."""
    unit: int = 10 ** max(floor(log10(value)) - 1, 0)
    return max(round(value / unit) * unit, 1)
