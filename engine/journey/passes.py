"""The passes over the graph: each node once per pass, in topological order, until nothing that was read has changed.

The first pass computes all tokens. A later one computes again only the tokens whose reads have changed, and what
follows them of the same account (or person, in a person journey): somebody else's effect now lies before one of their
looks, or they are new. Keys grow along every effect, so passes settle in the order of keys; one that does not is a
fault and said so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from sqlglot import exp

from engine.journey.affected import affected_by, affected_queries, changed, effects_of
from engine.journey.base import lay_base, note_recorded
from engine.journey.calendar import micros
from engine.journey.contract import Exit, Outcome, Role
from engine.journey.daily import DailyJobs, all_jobs
from engine.journey.derived import SCORES, score_register
from engine.journey.entries import (
    EXITS,
    TOKENS,
    Audience,
    arrivals_query,
    lay_first,
    lay_members,
    tokens_query,
)
from engine.journey.ground import TOKENS as TOKENS_READ
from engine.journey.ground import activity_resource, attempts_resource, register_resource
from engine.journey.linked import cut, exits_query, movers_of, started
from engine.journey.order import MOST_UNITS, Act, key
from engine.journey.plan import Plan, PlannedNode
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.stage import Stage, covered, differing
from engine.journey.statements import (
    CLOSE_PORT,
    Statements,
    among,
    people_query,
    register_effects,
    statements,
    taken_in_query,
)
from engine.journey.states import States
from engine.journey.tables import RunGround, acted, people_now, people_of, sent_on, taken_in, temp
from engine.journey.world import JourneyWorld
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import col, number, query, text, union

MOST_PASSES = 1000
DIRTY, TWICE, ACTING = temp("dirty"), temp("twice"), temp("acting")
_NO_EXIT = query(
    "SELECT CAST(0 AS BIGINT) AS token, CAST(0 AS BIGINT) AS at, 0 AS phase, 0 AS rank, CAST(0 AS HUGEINT) AS key,"
    " '' AS reason WHERE FALSE"
)
_NO_ATTEMPT = query(
    "SELECT CAST(0 AS BIGINT) AS token, 0 AS account, 0 AS person, CAST(0 AS HUGEINT) AS key, '' AS address,"
    " FALSE AS duplicate WHERE FALSE"
)

Emit = Callable[[int, int], None]
"""Told after each node: how many are done in this pass, and how many there are."""


@dataclass
class Passes:
    """One run of one plan. After `run`, the tables hold what happened, and `number` how many passes it took."""

    plan: Plan
    ground: RunGround
    stage: Stage
    emit: Emit = lambda _done, _all: None
    number: int = 0
    every: list[Statements] = field(default_factory=list[Statements])
    _heeded: set[int] = field(default_factory=set[int])
    """The ranks of actions whose effects anybody looks at."""
    _done: set[int] = field(default_factory=set[int])
    """The ranks of actions that did something otherwise in this pass."""

    def run(self) -> None:
        """Compute everything. Errors: those of settings, Cancelled, passes-do-not-settle."""
        source = next(one for one in self.plan.nodes if one.role is Role.SOURCE)
        self._audience = Audience(source)
        self._states = States(self.stage, self.ground)
        self._jobs = DailyJobs(all_jobs(self.plan.world, self.ground.options), self.ground, self.stage, self._states)
        self._compile(source)
        lay_base(self.stage, self.ground)
        self.ground.pairs_move = self.moving_pairs()
        note_recorded(self.stage, self.ground)
        self._states.forget()
        looked_at = {read.resource for one in self.every for read in one.reads} | self._jobs.reads
        moving = {rank for one in self._movers for rank in (*one.starting, *one.removing)}
        self._heeded = {one.planned.rank for one in self.every if looked_at & set(effects_of(one))} | moving
        self._jobs.run(None)
        self._evaluate()
        self.stage.make(TOKENS, self._tokens(begun=False))
        self.stage.make(EXITS, _NO_EXIT)
        self._pass(None)
        while self._again():
            if self.number >= MOST_PASSES:
                raise _unsettled(say("The run did not settle in {most_passes} passes.", most_passes=MOST_PASSES))
            self._pass(DIRTY)

    def _compile(self, source: PlannedNode) -> None:
        """Compile everything once to learn who changes what, who can be heard, and what all of them ask for."""
        world = self.plan.world
        self.ground.scores = {
            kind: [(one, score_register(world, self.ground, one, column))
                   for one in world.references.rows("solution_interest")]
            for kind, column in SCORES.items()
        }  # fmt: skip
        self.every = first = [statements(one, self.ground) for one in self.plan.every]
        rows = Rows(self.ground, temp("candidate"), of_people=source.place.world.of_people)
        if source.kind.happenings(source.place, rows) is None:
            source.kind.members(source.place, rows)
        self._audience.reads = {read.resource for read in rows.reads}
        register_effects(self.ground, first)
        self._movers = movers_of(self.plan, self.ground, first)
        self._removing = {one.journey: one.removing for one in self._movers}
        self._followers = {(feed.rank, feed.port): one.rank for one in self.plan.every for feed in one.feeds}
        self._followers |= {(split, CLOSE_PORT): close for split, close in self.plan.every_close.items()}
        self._jobs.choose(self._audience.reads | {read.resource for one in first for read in one.reads})

    def _evaluate(self) -> None:
        """Evaluate the audience, and who enters first."""
        self._states.freshen(self._audience.reads)
        lay_members(self.stage, self.ground, self._audience)
        lay_first(self.stage)

    def _tokens(self, *, begun: bool) -> exp.Query:
        own = tokens_query(self.ground, self._audience, self.plan.world.properties.re_entry, begun=begun)
        others = [query_ for one in self._movers for query_ in started(one, self.ground)] if begun else []
        for one in others:
            own = exp.union(own, one, distinct=False, copy=False)
        return own

    def _statements(self, planned: PlannedNode) -> Statements:
        """What is run for a node; from those of linked journeys, actions may take tokens out."""
        found = statements(planned, self.ground)
        removing = self._removing.get(planned.journey, ())
        if not removing or found.sent_on is None:
            return found
        return replace(found, sent_on=cut(planned, self.ground, removing, self._followers, found.sent_on))

    def _pass(self, dirty: exp.Table | None) -> None:
        """Compute all tokens, or those in `dirty`. A node that looks at all its rows together may add to these."""
        self.number += 1
        self._done = set()
        for place, planned in enumerate(self.plan.every):
            # In the first two passes more and more actions can be heard, so statements are made when they are run.
            if self.number == 1 or (self.number == 2 and self._hears(self.every[place])):
                self.every[place] = self._statements(planned)
            try:
                self._compute(self.every[place], dirty)
            except EngineError as error:
                raise EngineError(error.problem.at(node=planned.id)) from error
            self.emit(place + 1, len(self.every))

    def _hears(self, one: Statements) -> bool:
        """Whether a statement depends on which actions have a table by now."""
        kinds = {read.resource for read in one.reads} & {activity_resource(kind) for kind in self.ground.tellers}
        return bool(kinds) or one.planned.journey > 0

    def _compute(self, one: Statements, dirty: exp.Table | None) -> None:
        rank = one.planned.rank
        self._states.freshen(read.resource for read in one.reads)
        part = None if one.whole else dirty
        if one.planned.group is None:
            self.stage.make(taken_in(rank), self._taken_in(one.planned, part))
        if one.people is not None:
            self.stage.make(people_now(rank), people_query(one, part))
        if one.paths is not None:
            self.stage.put(people_of(rank), one.paths, part)
        if one.acted is not None:
            self._settle(one, part, first=dirty is None)
        if one.sent_on is not None:
            self._send_on(one, part, dirty)

    def _send_on(self, one: Statements, part: exp.Table | None, dirty: exp.Table | None) -> None:
        assert one.sent_on is not None
        table = sent_on(one.planned.rank)
        if not one.whole or dirty is None:
            self.stage.put(table, one.sent_on, part)
            return
        old = temp("old")
        self.stage.make(old, query("SELECT t.* FROM t AS t", t=table))
        self.stage.put(table, one.sent_on, None)
        wider, more = temp("dirty_wider"), query("SELECT d.unit, d.entry FROM d AS d", d=differing(old, table))
        self.stage.make(wider, _earliest([query("SELECT k.unit, k.entry FROM dirty AS k", dirty=dirty), more]))
        self.stage.make(dirty, query("SELECT w.* FROM w AS w", w=wider))

    def _taken_in(self, planned: PlannedNode, dirty: exp.Table | None) -> exp.Query:
        if planned.role is Role.SOURCE:
            return among(dirty, "t", arrivals_query(self.ground, planned.rank, planned.journey))
        closing = next((split for split, close in self.plan.every_close.items() if close == planned.rank), None)
        return taken_in_query(planned, self.ground, closing, dirty)

    def _settle(self, one: Statements, part: exp.Table | None, *, first: bool) -> None:
        """What came of an action. One that depends on what it does itself is computed until it no longer changes."""
        rank = one.planned.rank
        table, old = acted(rank), temp("old_acts")
        if not first:
            self.stage.make(old, _of(table, part))
        self._act(one, part)
        self.ground.made.add(rank)
        if self._own(one):
            self._repeat(statements(one.planned, self.ground) if first else one, part)
        if rank not in self._heeded:
            return
        changes = query("SELECT t.account, t.person, t.key FROM t AS t", t=table)
        if not first:
            now = differing(old, _of(table, part))
            changes = query("SELECT DISTINCT d.account, d.person, d.key FROM d AS d", d=now)
        self.stage.make(changed(rank), changes)
        if self.stage.count(changed(rank)):
            self._done.add(rank)

    def _repeat(self, one: Statements, part: exp.Table | None) -> None:
        """Compute an action again until it no longer changes, for those who came to it more than once."""
        rank = one.planned.rank
        table, previous, name = acted(rank), temp("previous"), "person" if one.people is not None else "account"
        again: exp.Expr = exp.true() if part is None else covered(part, "t")
        if rank not in self.ground.noted.attempts:
            self.stage.make(TWICE, query(
                "SELECT $entity FROM acts AS t GROUP BY $entity HAVING COUNT(*) > 1", acts=table, entity=col("t", name)
            ))  # fmt: skip
            if not self.stage.count(TWICE):
                return
            twice = _inside(col("t", name), TWICE, name)
            if one.people is not None:
                self.stage.make(people_now(rank), query(
                    "SELECT t.* FROM people AS t WHERE $twice", people=people_now(rank), twice=twice
                ))  # fmt: skip
                again = exp.and_(again, twice)
        for _ in range(MOST_PASSES):
            self._states.freshen(effects_of(one))
            self.stage.make(previous, query("SELECT t.* FROM t AS t WHERE $again", t=table, again=again))
            self._act(one, part, again)
            if not self._differ(previous, query("SELECT t.* FROM t AS t WHERE $again", t=table, again=again)):
                return
        raise _unsettled(say("The action at {planned} did not settle.", planned=quoted(one.planned.id)))

    def _act(self, one: Statements, part: exp.Table | None, again: exp.Expr | None = None) -> None:
        """Fill the table of what came of an action, for those in `part` or, known as `t`, those that `again` says."""
        assert one.acted is not None
        rank = one.planned.rank
        attempts = temp(f"attempts_{rank}")
        if rank in self.ground.noted.attempts and not self.stage.exists(attempts):
            self.stage.make(attempts, _NO_ATTEMPT)
        content: exp.Query = one.acted
        if again is not None or part is not None:
            # It may look at what it did itself, so nothing of that is taken away before all is known.
            self.stage.make(ACTING, one.acted)
            content = query("SELECT a.* FROM a AS a", a=ACTING)
        if again is None:
            self.stage.put(acted(rank), content, part)
        else:
            self.stage.replace(acted(rank), again, content)
        if one.work is not None:
            self._states.touch(change.register.name for change in one.work.changes)
        if rank in self.ground.noted.attempts:
            self.stage.make(attempts, query(
                "SELECT a.token, a.account, a.person, a.key, LOWER(TRIM(a.d_address)) AS address,"
                " a.outcome = $duplicate AS duplicate FROM acts AS a WHERE COALESCE(TRIM(a.d_address), '') <> ''",
                acts=acted(rank), duplicate=text(Outcome.DUPLICATE_ADDRESS),
            ))  # fmt: skip

    def _own(self, one: Statements) -> bool:
        """Whether an action reads what it changes or tells itself."""
        own = {*effects_of(one), attempts_resource(one.planned.rank)}
        return bool(own & {read.resource for read in one.reads})

    def _differ(self, left: exp.Table, right: exp.Table | exp.Query) -> bool:
        return bool(self.stage.fetch(query("SELECT EXISTS (SELECT 1 FROM d AS d)", d=differing(left, right)))[0][0])

    def _again(self) -> bool:
        """Find the units to compute again, if any: with another token, or with a look that is out of date."""
        former = DIRTY if self.number > 1 else None
        units = list(affected_queries(self.every, former, self._done))
        before, fresh = temp("exits_before"), temp("fresh")
        self.stage.make(before, query("SELECT x.* FROM x AS x", x=EXITS))
        self.stage.make(EXITS, self.exits())
        touched = {effect for one in self.every if one.planned.rank in self._done for effect in effects_of(one)}
        units += self._moved(touched)
        effects = self._jobs.effects()
        for rank in self._jobs.run(touched):
            touched |= set(effects[rank])
            units += affected_by(rank, effects[rank], self.every)
        if self._audience.reads & (touched | {effect for one in self.every for effect in effects_of(one)}):
            self._evaluate()
        self.stage.make(fresh, self._tokens(begun=True))
        units.append(query("SELECT d.unit, d.entry FROM d AS d", d=differing(fresh, TOKENS)))
        if self._differ(before, EXITS):
            units += [
                query("SELECT DISTINCT r.unit, 1 AS entry FROM looks AS r", looks=one.looks)
                for one in self.every
                if any(read.resource == TOKENS_READ for read in one.reads)
            ]
        again = temp("dirty_next")
        self.stage.make(again, _earliest(units))
        self.stage.make(DIRTY, query("SELECT u.* FROM u AS u", u=again))
        self.stage.make(TOKENS, query("SELECT f.* FROM fresh AS f", fresh=fresh))
        return self.stage.count(DIRTY) > 0

    def _moved(self, touched: set[str]) -> Iterator[exp.Select]:
        """The units whom other journeys took out, and those who looked at exits of linked journeys that changed."""
        for movers in self._movers:
            whose = col("c", movers.entity.columns[0])
            unit = exp.Neg(this=whose) if movers.entity is Entity.PERSON else whose
            for rank in self._done & set(movers.removing):
                yield query("SELECT DISTINCT CAST($unit AS BIGINT) AS unit, 1 AS entry FROM changes AS c", unit=unit,
                            changes=changed(rank))  # fmt: skip
            table, old = acted(movers.exits), temp("old_exits")
            known = self.stage.exists(table)
            self.stage.make(old, query("SELECT t.* FROM t AS t", t=table) if known else exits_query(movers))
            self.stage.make(table, exits_query(movers))
            self.ground.made.add(movers.exits)
            differ = differing(old, table) if known else query("SELECT t.* FROM t AS t", t=table)
            self.stage.make(changed(movers.exits), query("SELECT d.account, d.person, d.key FROM d AS d", d=differ))
            if self.stage.count(changed(movers.exits)):
                self._states.touch(register.name for register in movers.registers)
                effects = {register_resource(register.name): register.entity for register in movers.registers}
                touched |= set(effects)
                yield from affected_by(movers.exits, effects, self.every)

    def exits(self) -> exp.Query:
        """How each token left. Shape: one row per token that did: `token`, `at`, `phase`, `rank`, `key`, `reason`."""
        found: list[exp.Select] = []
        for one in self.every:
            if one.sent_on is None:
                continue
            rank = one.planned.rank
            open_ports = [text(port) for port in self.open_ports(one.planned)]
            ended: exp.Expr = col("o", "reason")
            if open_ports:
                gone = exp.In(this=col("o", "port"), expressions=open_ports)
                ended = exp.Case(default=ended).when(gone, text(Exit.COMPLETED), copy=False)
            found.append(query(
                "SELECT o.token, o.at_out AS at, o.phase_out AS phase, $rank AS rank, $key AS key, $ended AS reason"
                " FROM sent AS o WHERE o.at_out <= $end AND NOT ($ended) IS NULL",
                sent=sent_on(rank), rank=number(rank), ended=ended,
                end=number(self.ground.end_of(one.planned.place.world)),
                # A token leaves after all that its people did at the node.
                key=key(self.ground.start, col("o", "at_out"), col("o", "phase_out"), rank, col("o", "account"),
                        col("o", "person") if one.planned.place.world.of_people else number(MOST_UNITS - 1),
                        Act.MOVE),
            ))  # fmt: skip
        if self.ground.options.reaches_all:
            return query(
                "SELECT x.token, MIN(x.at) AS at, MIN(x.phase) AS phase, MIN(x.rank) AS rank, MIN(x.key) AS key,"
                " MIN(x.reason) AS reason FROM x AS x GROUP BY x.token",
                x=union(found),
            )
        return union(found)

    def ends_at(self, world: JourneyWorld) -> int | None:
        """The end of a journey, if the run goes up to it."""
        last = world.properties.schedule.end_date
        end = None if last is None else micros(datetime.combine(last, time()))
        return end if end is not None and end <= self.ground.end else None

    def moving_pairs(self) -> bool:
        """Whether relations between accounts and people begin or end during the run."""
        found = query(
            "SELECT EXISTS (SELECT 1 FROM pairs AS p WHERE p.since > $start OR p.until <= $end)",
            pairs=temp("pair"), start=number(self.ground.start), end=number(self.ground.end),
        )  # fmt: skip
        return bool(self.stage.fetch(found)[0][0])

    def open_ports(self, planned: PlannedNode) -> list[str]:
        """The outputs of a node that lead nowhere: whoever leaves by one has completed the journey."""
        if planned.role is Role.GROUP:
            return [] if planned.rank in self.plan.every_close else [CLOSE_PORT]
        taken = {(feed.rank, feed.port) for one in self.plan.every for feed in one.feeds}
        ports = [port.id for port in planned.kind.ports(planned.place.settings)]
        return [port for port in ports if (planned.rank, port) not in taken]


def _inside(column: exp.Column, table: exp.Table, name: str) -> exp.Expr:
    """Whether a column's value is one of those in a table."""
    return exp.In(
        this=column, query=query("SELECT $name FROM k AS k", k=table, name=col("k", name)).subquery(copy=False)
    )


def _earliest(tokens: "list[exp.Select]") -> exp.Select:
    """Of each unit the earliest of these entries: with it, all that follow are computed again."""
    return query("SELECT u.unit, MIN(u.entry) AS entry FROM tokens AS u GROUP BY u.unit", tokens=union(tokens))


def _of(table: exp.Table, part: exp.Table | None) -> exp.Query:
    """The rows of a table, of all tokens or of those in `part`."""
    return among(part, "t", query("SELECT t.* FROM t AS t", t=table))


def _unsettled(what: str) -> EngineError:
    return EngineError(
        Problem(code="passes-do-not-settle", what=what, why="This is a fault of Jalon, not yours.",
                fix="Please report it with the document.")
    )  # fmt: skip
