"""What a statement of a run stands on: the tables with small keys, what registers hold, what was heard of.

The simulation provides it. Nodes, actions and conditions only ask, and what they ask for is noted, so that the passes
know which statements depend on which effects.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from sqlglot import exp

from engine.journey.options import RunOptions
from engine.journey.properties import Recurrence
from engine.journey.registers import Entity, Register
from engine.types import DataType


class Look(Enum):
    """Which effects a read sees: those before it, or those after it until the token leaves."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Read:
    """Something that a statement depends on: a register, a type of activity, or another log of the run."""

    resource: str
    look: Look = Look.BEFORE


def register_resource(name: str) -> str:
    return f"register:{name}"


def activity_resource(kind: str) -> str:
    return f"activity:{kind}"


def attempts_resource(rank: int) -> str:
    return f"attempts:{rank}"


TOKENS = "tokens"
"""Who is inside a journey."""


class Ground(Protocol):
    """The tables of one run. Every key in them is a small number; see `engine.journey.order`."""

    @property
    def start(self) -> int:
        """The run's start, in microseconds since 1970."""
        ...

    @property
    def end(self) -> int:
        """The horizon: nothing happens after it."""
        ...

    @property
    def options(self) -> RunOptions: ...

    @property
    def recurrence(self) -> Recurrence | None:
        """When the audience is evaluated, where the journey says so."""
        ...

    @property
    def pairs_move(self) -> bool:
        """Whether relations between accounts and people begin or end during the run, as far as it is known."""
        ...

    def entity(self, entity: Entity, columns: Iterable[str] = ()) -> exp.Table:
        """Accounts (`account`, `account_id`) or people (`person`, `person_id`) with further columns of their table.

        For pairs: who belongs to which account when: `account`, `person`, `since`, `until` (microseconds), `roles`.
        """
        ...

    def attribute_type(self, entity: Entity, column: str) -> DataType:
        """The type of a column. Errors: unknown-attribute."""
        ...

    def source(self, table: str) -> exp.Query:
        """The rows of a table of the data model as they were loaded; none when it was never filled."""
        ...

    def state(self, register: Register) -> exp.Table | None:
        """What a register held when: its entity's columns, `key`, `until`, `value`. None when nothing changes it.

        A value holds for keys above `key` up to `until`.
        """
        ...

    def changes(self, register: Register) -> bool:
        """Whether what a register holds can change during the run."""
        ...

    def activities(self, kind: str, columns: Iterable[str] = ()) -> exp.Query:
        """What was heard of a type: `account`, `person`, `at`, `key` (null when recorded), and the columns."""
        ...

    def attempts(self, rank: int) -> exp.Table:
        """Who came to a message's node: `token`, `account`, `person`, `key`, `address`, `duplicate`."""
        ...

    def exits(self) -> exp.Table:
        """How tokens left, as far as it is known: `token`, `at`, `key`, `reason`."""
        ...
