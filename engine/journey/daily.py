"""The daily jobs of a run: which of them a journey looks at the effects of, and how they take part in the passes."""

from collections.abc import Iterable, Iterator, Mapping

from sqlglot import exp

from engine.journey.affected import changed
from engine.journey.contract import Change
from engine.journey.jobs.contract import Daily, Job, effects
from engine.journey.jobs.groups import CreateGroups, KeepMembers
from engine.journey.jobs.lists import RefreshList
from engine.journey.jobs.scores import ScoreGroups, ScorePeople, weights_of
from engine.journey.named import acted, temp
from engine.journey.options import RunOptions
from engine.journey.registers import Entity
from engine.journey.stage import Stage, differing
from engine.journey.states import States
from engine.journey.tables import RunGround, Teller, Writer
from engine.journey.world import JourneyWorld
from engine.trees import query

MOST_ROUNDS = 1000


def all_jobs(world: JourneyWorld, options: RunOptions) -> Iterator[Job]:
    """Every job of a workspace, in the order in which they happen."""
    place = 1
    if options.bg_jobs:
        for interest in world.references.rows("solution_interest"):
            created = None
            if any(True for _ in world.references.rows("bg_job", si_id=interest["si_id"])):
                created = place
                yield CreateGroups(world, place, interest)
            yield KeepMembers(world, place + 1, interest, created)
            place += 2
        if weights_of(world):
            yield ScorePeople(world, place)
            if any(True for _ in world.references.rows("solution_interest")):
                yield ScoreGroups(world, place + 1)
    for table, entity in (("account_list", Entity.ACCOUNT), ("people_list", Entity.PERSON)):
        for row in world.references.rows(table, kind="dynamic", status="live"):
            if row.get("definition"):
                place += 2
                yield RefreshList(world, place, row, entity)


class DailyJobs:
    """The jobs that matter to a run. Their tables are made like those of actions, and are looked at like them."""

    def __init__(self, jobs: Iterable[Job], ground: RunGround, stage: Stage, states: States) -> None:
        self._ground, self._stage, self._states = ground, stage, states
        self._all = list(jobs)
        self.chosen: dict[int, tuple[Job, Daily]] = {}

    def choose(self, looked_at: Iterable[str]) -> None:
        """Keep the jobs whose effects are looked at, by the journey or by another of them."""
        wanted = set(looked_at)
        waiting = [(job, job.daily(self._ground)) for job in self._all]
        while fresh := [one for one in waiting if wanted & set(effects(one[1]))]:
            waiting = [one for one in waiting if one not in fresh]
            for job, daily in fresh:
                wanted |= daily.reads
                self.chosen[job.rank] = (job, daily)
        self.chosen = dict(sorted(self.chosen.items()))
        for job, daily in self.chosen.values():
            for place, register in enumerate(daily.changes):
                self._ground.noted.registers.setdefault(register.name, register)
                change = Change(register, exp.null())
                self._ground.writers.setdefault(register.name, []).append(Writer(job.rank, place, change))
            for place, told in enumerate(daily.told):
                teller = Teller(job.rank, place, told.telling, told.flag)
                self._ground.tellers.setdefault(told.telling.kind, []).append(teller)

    @property
    def reads(self) -> set[str]:
        """All that the chosen jobs look at."""
        return {resource for _, daily in self.chosen.values() for resource in daily.reads}

    def effects(self) -> Mapping[int, dict[str, Entity]]:
        """What each chosen job can change, by its rank."""
        return {rank: effects(daily) for rank, (_, daily) in self.chosen.items()}

    def run(self, touched: set[str] | None) -> set[int]:
        """Do the jobs that look at what was touched, until nothing changes; the ranks of those that did otherwise.

        Without `touched`, all of them are done, and nothing is compared with before.
        """
        moved: set[int] = set()
        pending = touched
        for _ in range(MOST_ROUNDS):
            fresh: set[str] = set()
            for rank, (job, known) in self.chosen.items():
                if pending is not None and not known.reads & (pending | fresh):
                    continue
                if self._do(rank, job, again=rank in moved):
                    moved.add(rank)
                    fresh |= set(effects(known))
            if not fresh:
                break
            pending = fresh
        return moved

    def _do(self, rank: int, job: Job, *, again: bool) -> bool:
        daily = job.daily(self._ground)
        self._states.freshen(daily.reads)
        table, old, now = acted(rank), temp("old_acts"), temp("job_changes")
        known = self._stage.exists(table)
        if known:
            self._stage.make(old, query("SELECT t.* FROM t AS t", t=table))
        self._stage.make(table, daily.content)
        self._ground.made.add(rank)
        if not known:
            self._stage.make(changed(rank), query("SELECT t.account, t.person, t.key FROM t AS t", t=table))
        else:
            self._stage.make(now, query(
                "SELECT DISTINCT d.account, d.person, d.key FROM d AS d", d=differing(old, table)
            ))  # fmt: skip
            if not self._stage.count(now):
                return False
            if again:
                self._stage.add(changed(rank), query("SELECT n.* FROM n AS n", n=now))
            else:
                self._stage.make(changed(rank), query("SELECT n.* FROM n AS n", n=now))
        names = {register.name for register in daily.changes}
        self._states.touch(names)
        return bool(self._stage.count(changed(rank)))
