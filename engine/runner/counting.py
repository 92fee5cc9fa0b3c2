"""Counts a stored population once: rows and targets by port, rows out, reach. The numbers behind every label.

They are kept beside the population under its name, so that a label, its list and its export come from the same rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from pydantic import JsonValue, TypeAdapter

from engine.compiler.counts import ASKED, LEFT, PORTS, TALLY, Asked, Question
from engine.compiler.plan import PlannedNode
from engine.database import Cursor


@dataclass(frozen=True, slots=True)
class Counts:
    """Port to rows and to distinct targets; `left` counts inbound rows that went on; `tally` counts a column's values.

    The port of a population with one output is "". `asked` are the answers to what its nodes asked beside it, such as
    how many records a source answers for, by the fingerprint of the question.
    """

    rows: Mapping[str, int]
    targets: Mapping[str, int]
    left: int
    tally: Mapping[str, int] = field(default_factory=dict[str, int])
    asked: Mapping[str, int] = field(default_factory=dict[str, int])

    def to_json(self) -> JsonValue:
        value: JsonValue = _ADAPTER.dump_python(self, mode="json")
        return value

    @classmethod
    def from_json(cls, value: JsonValue) -> "Counts":
        return _ADAPTER.validate_python(value)


_ADAPTER = TypeAdapter(Counts)


class Populations(Protocol):
    """The index of stored populations: what is there, and its counts."""

    sizes: dict[str, int]
    """Stored table of the data to its rows, as far as somebody asked: it never changes, so it is asked once."""

    def counts(self, table: str) -> Counts | None:
        """The counts of a stored population; None when it is not stored."""
        ...

    def record(self, table: str, counts: Counts | None, *, rows: int | None = None, shared: Sequence[str] = ()) -> None:
        """Remember that a step's result is stored, and what it counts; for a shared scan, how many rows it has."""
        ...


class Counting:
    """What a run asks of the populations that it stored, each question once."""

    def __init__(self, cursor: Cursor, populations: Populations) -> None:
        self._cursor = cursor
        self._populations = populations

    def counts(self, node: PlannedNode, rows: int | None) -> Counts | None:
        """The counts of a node's population; None when it has none. `rows` is how many this run has just stored."""
        if node.population is None:
            return None
        counts = self._populations.counts(node.population)
        if counts is None:
            asking = node.asking
            entered = asking.entered is not None and self._size(asking.entered) is None
            counts = count(self._cursor, asking.statement(stored=rows is not None, entered=entered), rows)
            self._populations.record(node.population, counts)
        return counts

    def ask(self, node: PlannedNode, question: Question) -> int:
        """A number that a query gives."""
        size = self._size(question)
        if size is not None:
            return size
        counts = None if node.population is None else self._populations.counts(node.population)
        if counts is not None and question.name in counts.asked:
            number = counts.asked[question.name]
        else:
            number = int(self._cursor.value(question.query))
            if node.population is not None and counts is not None:
                asked = {**counts.asked, question.name: number}
                self._populations.record(node.population, replace(counts, asked=asked))
        if question.whole is not None:
            self._populations.sizes[question.whole] = number
        return number

    def _size(self, question: Question) -> int | None:
        """How many rows a table of the data has, when that is all that is asked and somebody asked before."""
        return None if question.whole is None else self._populations.sizes.get(question.whole)


def count(cursor: Cursor, asked: Asked, rows: int | None = None) -> Counts:
    """The counts of a node's stored population and the answers to its questions, in one statement at most.

    `rows` is how many were just stored, where that is known: often it is all there is to count.
    """
    found = _Found({"": rows} if asked.told and rows is not None else {})
    for part, name, number, targets in () if asked.text is None else cursor.fetch(asked.text):
        found.take(part, "" if name is None else str(name), int(number), targets)
    return Counts(
        found.rows,
        {port: found.targets.get(port, number) for port, number in found.rows.items()},
        found.left if asked.conserved else sum(found.rows.values()),
        dict(sorted(found.tally.items())),
        {question.name: found.asked[str(place)] for place, question in enumerate(asked.questions)},
    )


@dataclass(slots=True)
class _Found:
    """What the rows of the one statement say, sorted by the part of it that they come from."""

    rows: dict[str, int]
    targets: dict[str, int] = field(default_factory=dict[str, int])
    left: int = 0
    tally: dict[str, int] = field(default_factory=dict[str, int])
    asked: dict[str, int] = field(default_factory=dict[str, int])

    def take(self, part: str, name: str, number: int, targets: int | None) -> None:
        if part == LEFT:
            self.left = number
            return
        {PORTS: self.rows, TALLY: self.tally, ASKED: self.asked}[part][name] = number
        if targets is not None:
            self.targets[name] = targets
