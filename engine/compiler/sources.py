"""The surroundings of a node while it is compiled: where rows are stored now, and which collections it reduces."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.paths import unknown
from engine.catalog.sources import Reduced, Reduction, Surroundings
from engine.fingerprints import fingerprint
from engine.problems import EngineError, Problem
from engine.relations import column
from engine.texts import quoted, say


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Which stored tables are current at the start of a run. It does not change while the run lasts."""

    tables: Mapping[str, exp.Table] = field(default_factory=dict[str, exp.Table])
    rows: Mapping[str, int] = field(default_factory=dict[str, int])
    audiences: Mapping[str, exp.Table] = field(default_factory=dict[str, exp.Table])
    files: Mapping[str, exp.Table] = field(default_factory=dict[str, exp.Table])
    rejects: Mapping[str, exp.Table] = field(default_factory=dict[str, exp.Table])
    histories: Mapping[str, exp.Table] = field(default_factory=dict[str, exp.Table])
    last_executions: Mapping[str, datetime] = field(default_factory=dict[str, datetime])
    ran_with: Mapping[str, Mapping[str, JsonValue]] = field(default_factory=dict[str, Mapping[str, JsonValue]])


class NodeSources:
    """`Sources` for one node. It remembers the reductions that were asked for, under the alias they stand by."""

    def __init__(self, surroundings: Surroundings, snapshot: Snapshot) -> None:
        self._surroundings = surroundings
        self._snapshot = snapshot
        self.reductions: dict[str, Reduction] = {}

    @property
    def surroundings(self) -> Surroundings:
        return self._surroundings

    def table(self, name: str, alias: str) -> exp.Table:
        stored = self._snapshot.tables.get(name)
        if stored is None:
            raise EngineError(
                Problem(
                    code="no-data",
                    what=say("The table {name} holds no data yet.", name=quoted(name)),
                    fix="Import a file into it first.",
                    values={"table": name},
                )
            )
        return _aliased(stored, alias)

    def audience(self, audience: str, alias: str) -> exp.Table:
        stored = self._snapshot.audiences.get(audience)
        if stored is None:
            problem = unknown("audience", audience, self._snapshot.audiences)
            raise EngineError(problem)
        return _aliased(stored, alias)

    def history(self, node: str, alias: str) -> exp.Table | None:
        stored = self._snapshot.histories.get(node)
        return None if stored is None else _aliased(stored, alias)

    def last_execution(self, node: str) -> datetime | None:
        return self._snapshot.last_executions.get(node)

    def ran_with(self, node: str) -> Mapping[str, JsonValue] | None:
        return self._snapshot.ran_with.get(node)

    def file(self, node: str, alias: str) -> exp.Table:
        return _aliased(_loaded(self._snapshot.files, node), alias)

    def rejects(self, node: str, alias: str) -> exp.Table:
        return _aliased(_loaded(self._snapshot.rejects, node), alias)

    def reduce(self, reduction: Reduction, keys: tuple[exp.Expr, ...]) -> Reduced:
        select = self.reduced(reduction)
        alias = f"r_{fingerprint(select)}"
        self.reductions[alias] = reduction
        named = _named(select, alias)
        condition = exp.and_(
            *(column(alias, owner_name(part)).eq(key.copy()) for part, key in enumerate(keys)), copy=False
        )
        join = exp.Join(this=named.subquery(alias), on=condition, side="LEFT")
        return Reduced(join=join, value=column(alias, value_name(alias)))

    def reduced(self, reduction: Reduction) -> exp.Select:
        """The reduction alone. Shape: one row per owner that has a record: the owner's key, and the value."""
        select = scan([reduction])
        return select.select(exp.alias_(reduction.measure.copy(), "value", quoted=True))


def scan(reductions: list[Reduction]) -> exp.Select:
    """The grouped scan that reductions of one collection share, still without their values.

    Shape: one row per owner with at least one record that some of them want.
    """
    first = reductions[0]
    select = exp.Select().from_(first.rows.copy())
    for part, owner in enumerate(first.owner):
        select = select.select(exp.alias_(owner.copy(), owner_name(part), quoted=True)).group_by(owner.copy())
    seen: set[str] = set()
    for reduction in reductions:
        for join in reduction.joins:
            if join.alias_or_name not in seen:
                seen.add(join.alias_or_name)
                select = select.join(join.copy())
    conditions = [reduction.where for reduction in reductions]
    wanted = [condition.copy() for condition in conditions if condition is not None]
    if len(wanted) == len(conditions):
        select = select.where(exp.or_(*wanted))
    return select


def owner_name(part: int) -> str:
    """The column of a reduction that holds a part of the owner's key."""
    return f"owner_{part + 1}"


def value_name(alias: str) -> str:
    """The column that holds the value of the reduction standing by `alias`, alone or beside others."""
    return f"value_{alias}"


def _named(select: exp.Select, alias: str) -> exp.Select:
    named = select.copy()
    named.expressions[-1].set("alias", exp.to_identifier(value_name(alias), quoted=True))
    return named


def _loaded(files: Mapping[str, exp.Table], node: str) -> exp.Table:
    if node not in files:
        raise EngineError(
            Problem(
                code="no-file",
                what="The file to load has not been read.",
                fix="Choose the file in the activity's panel.",
                check="V20",
            )
        )
    return files[node]


def _aliased(table: exp.Table, alias: str) -> exp.Table:
    aliased = exp.alias_(table.copy(), alias, table=True, quoted=True)
    assert isinstance(aliased, exp.Table)
    return aliased
