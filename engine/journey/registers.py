"""Registers: everything about an account or a person that a journey can change, as one idea.

A field of a profile, membership of a list, the stage of a buying group: each is a register, which holds one value per
entity and instant. Actions write to registers; conditions and checks read them. What a register held before the run
comes from the tables, what is recorded to change it during the run from the tables, too; all else from actions.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from sqlglot import exp

from engine.types import BOOLEAN, DataType


class Entity(Enum):
    """What a register belongs to: the columns that name one."""

    ACCOUNT = ("account",)
    PERSON = ("person",)
    PAIR = ("account", "person")

    @property
    def columns(self) -> tuple[str, ...]:
        found: tuple[str, ...] = self.value
        return found


@dataclass(frozen=True, slots=True)
class Register:
    """One value per entity and instant. The name is unique; two registers of one name are the same register.

    `attribute` names the column of the entity's table that holds the value before the run, for a field of a profile.
    Otherwise `before` selects the entity's columns and `value`; who is not in it has `absent`. `recorded` selects the
    entity's columns, `at` (microseconds) and `value` for changes that the tables tell of during the run. A register
    that follows from others has them in `sources`; from their states, `derive` selects its entity's columns, `key` and
    `value`.
    """

    name: str
    entity: Entity
    type: DataType
    attribute: str | None = None
    before: exp.Select | None = field(default=None, compare=False)
    recorded: exp.Query | None = field(default=None, compare=False)
    absent: exp.Expr = field(default_factory=exp.null, compare=False)
    sources: "tuple[Register, ...]" = field(default=(), compare=False)
    derive: "Callable[[Sequence[exp.Table]], exp.Select] | None" = field(default=None, compare=False)

    def following(
        self, sources: "tuple[Register, ...]", derive: "Callable[[Sequence[exp.Table]], exp.Select]"
    ) -> "Register":
        """The same register, which follows from others."""
        return replace(self, sources=sources, derive=derive)


def membership(name: str, entity: Entity, before: exp.Select, recorded: exp.Query | None = None) -> Register:
    """A register that says whether an entity belongs to something; `before` selects the members."""
    return Register(name, entity, BOOLEAN, before=before, recorded=recorded, absent=exp.false())
