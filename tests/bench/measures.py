"""What a benchmark reports, and how two things are compared side by side."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure and its target; smaller is better. Without a target it is only told."""

    name: str
    value: float
    target: float | None
    unit: str = ""

    @property
    def holds(self) -> bool:
        return self.target is None or self.value <= self.target

    def __str__(self) -> str:
        target = "-" if self.target is None else f"{self.target:g}{self.unit}"
        return f"{self.name:<58} {self.value:>10.4g}{self.unit:<4} {target:>8}  {'holds' if self.holds else 'short'}"

    def to_json(self) -> dict[str, str | float | bool | None]:
        return {"name": self.name, "value": self.value, "unit": self.unit, "target": self.target, "holds": self.holds}


def seconds(work: Callable[[], object]) -> float:
    """How long it took."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def side_by_side(one: Callable[[], float], other: Callable[[], float], rounds: int = 3) -> tuple[float, float, float]:
    """Medians of two timed works in alternation, and the ratio of the first to the second."""
    times = [(one(), other()) for _ in range(rounds)]
    first, second = (statistics.median(column) for column in zip(*times, strict=True))
    return first, second, first / second
