"""Buying groups, daily: one for each account of an audience, and members by the cards of the roles template."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp

from engine.accounts.buying_groups.membership import Card, job_changes, role_of
from engine.journey.conditions import Condition, ConditionCompiler
from engine.journey.contract import Telling
from engine.journey.evaluating import candidates, days_of, is_moving
from engine.journey.ground import register_resource
from engine.journey.jobs.contract import FIRST_RANK, Daily, Job, Told
from engine.journey.memberships import group_member, has_buying_group, member_source, standing_members, was_removed
from engine.journey.named import acted
from engine.journey.order import Phase, key
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.tables import RunGround
from engine.journey.world import Row
from engine.trees import all_of, any_of, col, number, query, text, tree, union


@dataclass(frozen=True)
class CreateGroups(Job):
    """Make a group of an interest for each account of the audiences of its jobs, once it belongs to one."""

    interest: Row

    def daily(self, ground: RunGround) -> Daily:
        register = has_buying_group(ground, str(self.interest["si_id"]))
        days = days_of(ground)
        rows, wanted = self._wanted(ground, days)
        if not is_moving(rows, wanted):
            rows, wanted = self._wanted(ground, days[:1])
        assert register.before is not None
        fresh = rows.select(rows["account"], rows["at"]).where(wanted, copy=False)
        content = query(
            "SELECT f.account, 0 AS person, f.at, $key AS key, TRUE AS acts, TRUE AS c0 FROM"
            " (SELECT q.account, MIN(q.at) AS at FROM fresh AS q GROUP BY q.account) AS f"
            " WHERE NOT f.account IN (SELECT b.account FROM before AS b)",
            fresh=fresh, before=register.before,
            key=_key(ground, "f", number(0), self.place),
        )  # fmt: skip
        return Daily(content, (register,), reads=frozenset(one.resource for one in rows.reads))

    def _wanted(self, ground: RunGround, days: Sequence[int]) -> tuple[Rows, exp.Expr]:
        rows = Rows(ground, candidates(ground, Entity.ACCOUNT, days, Phase.GROUPS, self.place), of_people=False)
        compiler = ConditionCompiler(self.world, rows, of_people=False)
        among = any_of([compiler.condition(one) for one in self._audiences()])
        name = rows.field(Entity.ACCOUNT, "name").tree
        return rows, all_of([among, tree("COALESCE(TRIM($name), '') <> ''", name=name)])

    def _audiences(self) -> Iterator[Condition]:
        references = self.world.references
        for job in references.rows("bg_job", si_id=self.interest["si_id"]):
            for audience in references.rows("account_audience", audience_id=job["audience_id"]):
                yield Condition.model_validate_json(str(audience.get("definition") or "{}"))


@dataclass(frozen=True)
class KeepMembers(Job):
    """Give people of new groups, and of all that are kept up, the role of the first card that fits them.

    Whoever was chosen by hand or by a journey stays what they are.
    """

    interest: Row
    created: int | None = None
    """The place of the job that makes groups of the interest, if there is one."""

    def daily(self, ground: RunGround) -> Daily:
        interest = str(self.interest["si_id"])
        member = group_member(ground, interest)
        days, reads = days_of(ground), {register_resource(member.name)}
        fitting, groups, moving, looked = self._fitting(ground, days)
        if not moving:
            fitting, groups, _, looked = self._fitting(ground, days[:1])
        wanted = query(
            "SELECT w.* FROM (SELECT DISTINCT f.moment, f.grp, f.person, f.role FROM fitting AS f WHERE NOT f.role IS"
            " NULL UNION ALL SELECT g.at AS moment, g.account AS grp, NULL AS person, NULL AS role FROM groups AS g)"
            " AS w",
            fitting=fitting, groups=groups,
        )  # fmt: skip
        changes = query(
            "SELECT c.grp AS account, c.person, c.moment AS at, c.role, c.before, $key AS key FROM changes AS c",
            changes=job_changes(standing_members(ground, interest), wanted),
            key=key(ground.start, col("c", "moment"), number(Phase.GROUPS), self.place, col("c", "grp"),
                    col("c", "person")),
        )  # fmt: skip
        content = query(
            "SELECT c.account, c.person, c.at, c.key, TRUE AS acts, c.role AS c0, c.role IS NULL AS c1, 'job' AS c2,"
            " NOT c.role IS NULL AS assigned, c.role IS NULL AS removed, $id AS t0_asset_id, $name AS t0_asset_name,"
            " c.before AS t0_old_value, c.role AS t0_new_value, 'job' AS t0_source, $id AS t1_asset_id,"
            " $name AS t1_asset_name, c.before AS t1_old_value, 'job' AS t1_source FROM changes AS c",
            changes=changes, id=text(interest), name=text(str(self.interest["name"])),
        )  # fmt: skip
        touched = list(_touched(ground, member.name))
        if touched:
            content = content.where(exp.Not(this=exp.Exists(this=query(
                "SELECT 1 FROM touched AS w WHERE w.account = c.account AND w.person = c.person AND w.key < c.key",
                touched=union(touched),
            ))), copy=False)  # fmt: skip
        return Daily(
            content,
            (member, was_removed(ground, interest), member_source(ground, interest)),
            (
                Told(_telling("person.assignedToBuyingGroup", "asset_id asset_name old_value new_value source"),
                     "assigned"),
                Told(_telling("person.removedFromBuyingGroup", "asset_id asset_name old_value source"), "removed"),
            ),
            frozenset(reads | looked),
        )  # fmt: skip

    def _fitting(self, ground: RunGround, days: Sequence[int]) -> tuple[exp.Select, exp.Query, bool, set[str]]:
        """Who fits which role when, the groups that are looked after, and whether that may differ from day to day."""
        groups, moving, reads = self._groups(ground, days)
        visits = query(
            "SELECT g.token, CAST(g.account AS BIGINT) AS unit, 1 AS entry, g.at AS entered, g.account, p.person, g.at,"
            " $phase AS phase, $key AS key FROM groups AS g JOIN pairs AS p ON p.account = g.account"
            " AND p.since <= g.at AND g.at < p.until",
            groups=groups, pairs=ground.entity(Entity.PAIR), phase=number(Phase.GROUPS),
            key=_key(ground, "g", col("p", "person"), self.place),
        )  # fmt: skip
        people = Rows(ground, visits, of_people=True)
        role = role_of([Card(name, fits) for name, fits in self._cards(people)])
        found = people.select(
            exp.alias_(people["at"], "moment"), exp.alias_(people["account"], "grp"), people["person"],
            exp.alias_(role, "role"),
        )  # fmt: skip
        reads |= {one.resource for one in people.reads}
        # Relations may begin and end on any day, and with them who is a member.
        return found, groups, moving or is_moving(people, role) or ground.pairs_move, reads

    def _groups(self, ground: RunGround, days: Sequence[int]) -> tuple[exp.Query, bool, set[str]]:
        register = has_buying_group(ground, str(self.interest["si_id"]))
        if self.interest.get("update_existing"):
            rows = Rows(ground, candidates(ground, Entity.ACCOUNT, days, Phase.GROUPS, self.place), of_people=False)
            there = rows.value(register)
            found = rows.select(rows["token"], rows["account"], rows["at"]).where(there, copy=False)
            return found, is_moving(rows, there), {one.resource for one in rows.reads}
        if self.created is None or FIRST_RANK + self.created not in ground.made:
            nobody = query("SELECT CAST(0 AS BIGINT) AS token, 0 AS account, CAST(0 AS BIGINT) AS at WHERE FALSE")
            return nobody, False, {register_resource(register.name)}
        made = query(
            "SELECT CAST(c.account AS BIGINT) AS token, c.account, c.at FROM created AS c",
            created=acted(FIRST_RANK + self.created),
        )
        return made, False, {register_resource(register.name)}

    def _cards(self, people: Rows) -> Iterator[tuple[str, exp.Expr]]:
        """The roles that are given automatically and whom they fit, in order of priority."""
        compiler = ConditionCompiler(self.world, people, of_people=True)
        cards = self.world.references.rows("role_template_role", template_id=self.interest.get("template_id"))
        for card in sorted(cards, key=lambda row: (row.get("priority") is None, row.get("priority"))):
            if card.get("auto_assign"):
                condition = Condition.model_validate_json(str(card.get("condition") or "{}"))
                yield str(card["role_id"]), compiler.condition(condition)


def _touched(ground: RunGround, register: str) -> Iterator[exp.Select]:
    """When journeys changed a membership. Shape: `account`, `person`, `key`."""
    for writer in ground.writers.get(register, ()):
        if writer.rank < FIRST_RANK and writer.rank in ground.made:
            yield query("SELECT w.account, w.person, w.key FROM acts AS w WHERE w.acts", acts=acted(writer.rank))


def _telling(kind: str, columns: str) -> Telling:
    return Telling(kind, {name: exp.null() for name in columns.split()}, of_person=True)


def _key(ground: RunGround, alias: str, person: exp.Expr, place: int) -> exp.Expr:
    return key(ground.start, col(alias, "at"), number(Phase.GROUPS), place, col(alias, "account"), person)
