"""What the simulated activities share: populations as lists of rows, and how a row finds its record.

A row is a dictionary with the columns that the documents of the project promise: "_key" (and "_key_2"...) names the
record that it stands for.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.engine.twin import Row, Rows
from tests.engine.twins import world
from tests.engine.twins.rules import value_at

SEED = 7
DIMENSIONS = {"people": "people", "people-by-mail": "people", "orders": "orders", "seats": "seats", "shelf": "shelf"}
IDENTITIES = {"people": "id", "people-by-mail": "mail", "orders": "no", "seats": "seat", "shelf": "id"}

Settings = dict[str, Any]


@dataclass(frozen=True)
class Population:
    """Rows, the dimension that they stand for, and the columns that tell them apart."""

    rows: Rows
    dimension: str | None
    row_key: tuple[str, ...]
    key: tuple[str, ...] = ("_key",)
    origin: str | None = None
    """The dimension that the rows had before it changed, while they still say what they were."""

    @property
    def table(self) -> str:
        return DIMENSIONS[self.dimension or ""]


@dataclass
class Left:
    """What became of a node: what leaves each output that goes on, what entered, what was dropped."""

    outputs: dict[str, Population | None]
    active: frozenset[str]
    entered: int = 0
    reach: dict[str, int] = field(default_factory=dict)
    remarks: dict[str, int] = field(default_factory=dict)
    state: str = "done"

    @property
    def failed(self) -> bool:
        return self.state == "failed"


@dataclass
class Entering:
    """A node with the populations that enter it, by the transition that each comes on."""

    settings: Settings
    inputs: dict[str, Population | None]
    memory: "Memory"

    @property
    def source(self) -> Population:
        found = next(iter(self.inputs.values()))
        assert found is not None
        return found

    def several(self, names: list[str]) -> list[Population]:
        return [one for name in names or list(self.inputs) if (one := self.inputs[name]) is not None]


@dataclass
class Memory:
    """What earlier runs left behind, and files: audiences by label, keys returned and when by node, files by path."""

    audiences: dict[str, tuple[Rows, list[str]]] = field(default_factory=dict)
    returned: dict[str, dict[Any, datetime]] = field(default_factory=dict)
    last_runs: dict[str, datetime] = field(default_factory=dict)
    files: dict[str, Rows] = field(default_factory=dict)
    node: str = ""


def key_columns(table: str, prefix: str = "_key") -> tuple[str, ...]:
    return tuple(prefix if place == 0 else f"{prefix}_{place + 1}" for place in range(len(world.KEYS[table])))


def key_of(table: str, record: dict[str, Any]) -> Row:
    return dict(zip(key_columns(table), (record[part] for part in world.KEYS[table]), strict=True))


def record_of(population: Population, row: Row) -> dict[str, Any] | None:
    """The record that a row stands for."""
    if population.dimension is None:
        return None
    wanted = [row[name] for name in population.key]
    parts = world.KEYS[population.table]
    return next((one for one in world.RECORDS[population.table] if [one[part] for part in parts] == wanted), None)


def look(population: Population, row: Row, path: str) -> Any:
    """A column of the row itself, else what the path leads to from its record."""
    if path in row:
        return row[path]
    return value_at(population.table, record_of(population, row), path)


def expression(population: Population, row: Row, text: str) -> Any:
    """The few expressions that the generated campaigns use."""
    name, _, rest = text.removeprefix("@").partition(" * ")
    value = look(population, row, name)
    return value if not rest or value is None else value * int(rest)


def of_table(dimension: str, rows: Rows) -> Population:
    columns = key_columns(DIMENSIONS[dimension])
    return Population(rows, dimension, columns, columns)
