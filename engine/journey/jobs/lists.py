"""Dynamic lists, daily: whoever meets the filters of a list is in it from then on, whoever does not is out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from engine.journey.conditions import Condition, ConditionCompiler
from engine.journey.evaluating import candidates, days_of, is_moving
from engine.journey.jobs.contract import Daily, Job
from engine.journey.memberships import account_list, people_list
from engine.journey.order import Phase
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.tables import RunGround
from engine.journey.world import Row
from engine.trees import query


@dataclass(frozen=True)
class RefreshList(Job):
    """Evaluate the filters of one live dynamic list, of accounts or of people."""

    row: Row
    entity: Entity

    def daily(self, ground: RunGround) -> Daily:
        named = account_list if self.entity is Entity.ACCOUNT else people_list
        register = named(ground, self.row)
        assert register.before is not None
        days = days_of(ground)
        rows, wanted = self._wanted(ground, days)
        if not is_moving(rows, wanted):
            rows, wanted = self._wanted(ground, days[:1])
        evaluated = rows.select(rows["account"], rows["person"], rows["at"], rows["key"], exp.alias_(wanted, "wanted"))
        content = query(
            "SELECT w.account, w.person, w.at, w.key, TRUE AS acts, w.wanted AS c0 FROM (SELECT q.*, COALESCE("
            "LAG(q.wanted) OVER (PARTITION BY q.account, q.person ORDER BY q.at), b.value, FALSE) AS before"
            " FROM evaluated AS q LEFT JOIN standing AS b ON $same) AS w WHERE w.wanted <> w.before",
            evaluated=evaluated, standing=register.before,
            same=exp.column(self.entity.columns[0], table="b").eq(exp.column(self.entity.columns[0], table="q")),
        )  # fmt: skip
        return Daily(content, (register,), reads=frozenset(one.resource for one in rows.reads))

    def _wanted(self, ground: RunGround, days: Sequence[int]) -> tuple[Rows, exp.Expr]:
        rows = Rows(ground, candidates(ground, self.entity, days, Phase.LISTS, self.place),
                    of_people=self.entity is Entity.PERSON)  # fmt: skip
        compiler = ConditionCompiler(self.world, rows, of_people=self.entity is Entity.PERSON)
        return rows, compiler.condition(Condition.model_validate_json(str(self.row["definition"])))
