"""What a query needs from its surroundings while it is compiled: the stored tables, the clock, the variables.

The compiler provides it. Rules, expressions and activities only ask, so that they stay pure and testable without data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.model import Catalog
from engine.types import DataType

UTC = "UTC"


@dataclass(frozen=True, slots=True)
class Typed:
    """A piece of a query and the type of its value."""

    tree: exp.Expr
    type: DataType


@dataclass(frozen=True, slots=True)
class Variable:
    """A value handed to a run: a global variable, a signal parameter or an event variable such as recCount."""

    name: str
    value: str | int | float | bool | None
    type: DataType
    declared: bool = True


@dataclass(frozen=True, slots=True)
class Clock:
    """The one frozen instant of a run. `now` is wall time in `zone`, without an offset: all moments are read so."""

    now: datetime
    zone: ZoneInfo

    def wall_time(self, written: str) -> datetime:
        """A moment such as 2025-12-01T09:00 as wall time in the zone. Errors: ValueError, for any other text."""
        found = datetime.fromisoformat(written)
        return found if found.tzinfo is None else found.astimezone(self.zone).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that is known without data: enough to check, not enough to run."""

    catalog: Catalog
    clock: Clock
    variables: Mapping[str, Variable] = field(default_factory=dict[str, Variable])
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Reduction:
    """A linked collection brought down to one value per owner, before it is joined, so that no row is multiplied.

    `rows` are the stored records under their alias; `joins` are N-1 joins that `where` and `measure` need (each named
    by its path, so that equal joins have equal names); `owner` are the columns, over those aliases, that hold the
    owner's key; `measure` is an aggregate. Two reductions with the same rows and owner can be computed in one scan.
    """

    rows: exp.Table
    owner: tuple[exp.Expr, ...]
    measure: exp.Expr
    joins: tuple[exp.Join, ...] = ()
    where: exp.Expr | None = None


@dataclass(frozen=True, slots=True)
class Reduced:
    """How to use a reduction: LEFT JOIN this, then read `value`, which is null where the owner has no record."""

    join: exp.Join
    value: exp.Expr


class Sources(Protocol):
    """The surroundings of a node while it is compiled for a run."""

    @property
    def surroundings(self) -> Surroundings: ...

    def table(self, name: str, alias: str) -> exp.Table:
        """The stored rows of a table of the catalogue. Errors: no-data when nothing was loaded."""
        ...

    def audience(self, audience: str, alias: str) -> exp.Table:
        """The members of a saved audience: one row per member, columns as stored. Errors: unknown-audience (V19)."""
        ...

    def history(self, node: str, alias: str) -> exp.Table | None:
        """The keys that an incremental query returned before: columns `_key`..., `returned_at`; None at first."""
        ...

    def last_execution(self, node: str) -> datetime | None:
        """When the node's last real run was, as wall time in the campaign's zone; None at first."""
        ...

    def ran_with(self, node: str) -> Mapping[str, JsonValue] | None:
        """The settings that the node had in that run."""
        ...

    def file(self, node: str, alias: str) -> exp.Table:
        """The rows of the file that a node loads, already read and converted. Errors: those of reading it (V20)."""
        ...

    def rejects(self, node: str, alias: str) -> exp.Table:
        """The lines of that file that were rejected. Shape: one row per line and reason. Errors: as `file`."""
        ...

    def reduce(self, reduction: Reduction, keys: tuple[exp.Expr, ...]) -> Reduced:
        """Join a collection's reduction to rows whose owner's key is `keys`; equal reductions share one computation."""
        ...
