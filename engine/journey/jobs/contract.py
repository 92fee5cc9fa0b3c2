"""What a daily job fulfils: whom it can change, and one statement that says what it changes on all days together."""

from dataclasses import dataclass

from sqlglot import exp

from engine.journey.contract import Telling
from engine.journey.derived import implied_by
from engine.journey.ground import activity_resource, register_resource
from engine.journey.registers import Entity, Register
from engine.journey.tables import RunGround
from engine.journey.world import JourneyWorld

FIRST_RANK = 3000
"""Jobs are numbered from here on, above all nodes; their tables are named so."""


@dataclass(frozen=True, slots=True)
class Told:
    """An activity that a job tells of in the rows where the column `flag` is true."""

    telling: Telling
    flag: str


@dataclass(frozen=True, slots=True)
class Daily:
    """What a job does. `content` has one row per change: `account`, `person`, `at`, `key`, `acts`, the new values of
    `changes` as c0, c1 and so on, and the flags and columns of `told`. `reads` are the resources that it looks at."""

    content: exp.Query
    changes: tuple[Register, ...]
    told: tuple[Told, ...] = ()
    reads: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Job:
    """The base of all jobs. `place` orders those of one phase, and names its table."""

    world: JourneyWorld
    place: int

    @property
    def rank(self) -> int:
        return FIRST_RANK + self.place

    def daily(self, ground: RunGround) -> Daily:
        """The statement, over the effects that are there by now. Errors: those of its conditions."""
        raise NotImplementedError


def effects(daily: Daily) -> dict[str, Entity]:
    """Resource to whose it is."""
    found = {register_resource(one.name): one.entity for one in daily.changes}
    for one in daily.changes:
        found |= implied_by(one.name)
    for told in daily.told:
        found[activity_resource(told.telling.kind)] = Entity.PERSON if told.telling.of_person else Entity.ACCOUNT
    return found
