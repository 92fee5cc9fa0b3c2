"""The passes over the graph: each node once per pass, in topological order, until nothing that was read has changed.

The first pass computes all tokens. A later one computes again only the tokens of units (accounts, or people of person
journeys) whose reads have changed: somebody else's effect now lies before one of their looks, or a token of theirs is
new. Keys grow along every effect, so passes settle in the order of keys; one that does not is a fault and said so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sqlglot import exp

from engine.journey.base import lay_base, note_recorded
from engine.journey.contract import Exit, Outcome, Role
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
from engine.journey.order import key
from engine.journey.plan import Plan, PlannedNode
from engine.journey.registers import Register
from engine.journey.rows import Rows
from engine.journey.stage import Stage
from engine.journey.statements import CLOSE_PORT, Statements, register_effects, statements, taken_in_query
from engine.journey.states import lay_state
from engine.journey.tables import RunGround, acted, people_of, sent_on, taken_in, temp
from engine.journey.trees import col, number, query, text, union
from engine.problems import EngineError, Problem

MOST_PASSES = 1000

_NO_EXIT = query(
    "SELECT CAST(0 AS BIGINT) AS token, CAST(0 AS BIGINT) AS at, 0 AS phase, 0 AS rank, CAST(0 AS HUGEINT) AS key,"
    " '' AS reason"
)
_NO_ATTEMPT = query(
    "SELECT CAST(0 AS BIGINT) AS token, 0 AS account, 0 AS person, CAST(0 AS HUGEINT) AS key, '' AS address,"
    " FALSE AS duplicate"
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

    def run(self) -> None:
        """Compute everything. Errors: those of settings, Cancelled, passes-do-not-settle."""
        self._compile()
        lay_base(self.stage, self.ground)
        note_recorded(self.stage, self.ground)
        self.every = [statements(one, self.ground) for one in self.plan.nodes]
        for register in self.ground.noted.registers.values():
            lay_state(self.stage, self.ground, register)
        source = next(one for one in self.plan.nodes if one.kind.role is Role.SOURCE)
        self._audience = Audience(source)
        lay_members(self.stage, self.ground, self._audience)
        lay_first(self.stage)
        self.stage.make(TOKENS, self._tokens(begun=False))
        self.stage.make(EXITS, query("SELECT x.* FROM x AS x WHERE FALSE", x=_NO_EXIT))
        self._changed: list[exp.Query] = []
        self._pass(whole=True)
        while self._again():
            if self.number >= MOST_PASSES:
                raise EngineError(
                    Problem(code="passes-do-not-settle", what=f"The run did not settle in {MOST_PASSES} passes.",
                            why="This is a fault of Jalon, not yours.", fix="Please report it with the document.")
                )  # fmt: skip
            self._pass(whole=False)

    def _compile(self) -> None:
        """Compile everything once to learn who changes what, who can be heard, and what all of them ask for."""
        first = [statements(one, self.ground) for one in self.plan.nodes]
        source = next(one for one in self.plan.nodes if one.kind.role is Role.SOURCE)
        source.kind.members(source.place, Rows(self.ground, temp("candidate"), of_people=False))
        register_effects(self.ground, first)
        for one in self.plan.nodes:
            statements(one, self.ground)

    def _tokens(self, *, begun: bool) -> exp.Query:
        return tokens_query(self.ground, self._audience, self.plan.world.properties.re_entry, begun=begun)

    def _pass(self, *, whole: bool) -> None:
        self.number += 1
        self._changed = []
        for done, one in enumerate(self.every, start=1):
            if whole:
                self._compute(one)
            else:
                self._compute_again(one)
            self.emit(done, len(self.every))

    def _compute(self, one: Statements) -> None:
        for table, content in self._contents(one):
            self.stage.make(table, content)
        if one.acted is not None:
            self._settle(one)

    def _contents(self, one: Statements) -> Iterator[tuple[exp.Table, exp.Query]]:
        """The tables of a node, in the order in which they build on each other; what came of its action is apart."""
        rank = one.planned.rank
        if one.planned.group is None:
            yield taken_in(rank), self._taken_in(one.planned)
        if one.people is not None:
            yield people_of(rank), one.people
        if one.paths is not None:
            yield people_of(rank), one.paths
        if one.sent_on is not None:
            yield sent_on(rank), one.sent_on

    def _taken_in(self, planned: PlannedNode) -> exp.Query:
        if planned.kind.role is Role.SOURCE:
            return arrivals_query(self.ground, planned.rank)
        closing = next((split for split, close in self.plan.closes.items() if close == planned.rank), None)
        return taken_in_query(planned, self.ground, closing)

    def _settle(self, one: Statements) -> None:
        """What came of an action. One that depends on what it does itself is computed until it no longer changes."""
        assert one.acted is not None
        table = acted(one.planned.rank)
        before = self.stage.exists(table)
        self._act(one)
        own = self._own(one)
        self._lay_states(one)
        if not own or (not before and self._lone(one)):
            return
        previous = temp("previous")
        for _ in range(MOST_PASSES):
            self.stage.make(previous, query("SELECT t.* FROM t AS t", t=table))
            self._act(one)
            if not self._differ(previous, table):
                return
            self._lay_states(one)
        raise EngineError(Problem(code="passes-do-not-settle", what="An action did not settle.",
                                  why="This is a fault of Jalon, not yours."))  # fmt: skip

    def _act(self, one: Statements) -> None:
        """Make the table of what came of an action, and that of who came to a message, if it looks at that."""
        assert one.acted is not None
        rank = one.planned.rank
        attempts = temp(f"attempts_{rank}")
        if rank in self.ground.noted.attempts and not self.stage.exists(attempts):
            self.stage.make(attempts, query("SELECT a.* FROM a AS a WHERE FALSE", a=_NO_ATTEMPT))
        self.stage.make(acted(rank), one.acted)
        if rank in self.ground.noted.attempts:
            self.stage.make(attempts, query(
                "SELECT a.token, a.account, a.person, a.key, LOWER(TRIM(a.d_address)) AS address,"
                " a.outcome = $duplicate AS duplicate FROM acts AS a WHERE COALESCE(TRIM(a.d_address), '') <> ''",
                acts=acted(rank), duplicate=text(Outcome.DUPLICATE_ADDRESS),
            ))  # fmt: skip

    def _own(self, one: Statements) -> bool:
        """Whether an action reads what it changes or tells itself."""
        return bool(self._effects(one) & {read.resource for read in one.reads})

    def _effects(self, one: Statements) -> set[str]:
        if one.work is None:
            return set()
        changed = {register_resource(change.register.name) for change in one.work.changes}
        changed.add(attempts_resource(one.planned.rank))
        return changed | {activity_resource(telling.kind) for telling in one.work.tellings}

    def _lone(self, one: Statements) -> bool:
        """Whether no entity came to an action twice, so that nothing it does can lie before its own looks."""
        if one.planned.rank in self.ground.noted.attempts:
            return False
        entity = "person" if one.people is not None else "account"
        twice = query(
            "SELECT COUNT(*) - COUNT(DISTINCT $entity) FROM acts AS t",
            acts=acted(one.planned.rank), entity=col("t", entity),
        )  # fmt: skip
        return not self.stage.fetch(twice)[0][0]

    def _lay_states(self, one: Statements) -> None:
        if one.work is None:
            return
        for register in self._written(one):
            lay_state(self.stage, self.ground, register)

    def _written(self, one: Statements) -> Iterator[Register]:
        names = dict.fromkeys(change.register.name for change in one.work.changes) if one.work is not None else {}
        for name in names:
            yield self.ground.noted.registers[name]

    def _differ(self, left: exp.Table, right: exp.Table) -> bool:
        found = query(
            "SELECT EXISTS (SELECT * FROM l AS l EXCEPT ALL SELECT * FROM r AS r)"
            " OR EXISTS (SELECT * FROM r AS r EXCEPT ALL SELECT * FROM l AS l)",
            l=left, r=right,
        )  # fmt: skip
        return bool(self.stage.fetch(found)[0][0])

    def _compute_again(self, one: Statements) -> None:
        """A later pass computes a node anew; what differs from before is kept for the test whether to go on."""
        table = acted(one.planned.rank)
        if one.acted is None:
            self._compute(one)
            return
        old = temp("old")
        self.stage.make(old, query("SELECT t.* FROM t AS t", t=table))
        self._compute(one)
        changes = temp(f"changed_{one.planned.rank}")
        self.stage.make(changes, query(
            "SELECT DISTINCT d.account, d.person, d.key FROM ((SELECT * FROM l AS l EXCEPT ALL SELECT * FROM r AS r)"
            " UNION ALL (SELECT * FROM r AS r EXCEPT ALL SELECT * FROM l AS l)) AS d",
            l=old, r=table,
        ))  # fmt: skip

    def _again(self) -> bool:
        """Whether another pass is needed: a token is new or came to another end, or an effect lies before a look."""
        before, now = temp("exits_before"), self.exits()
        self.stage.make(before, query("SELECT x.* FROM x AS x", x=EXITS))
        self.stage.make(EXITS, now)
        looked = any(read.resource == TOKENS_READ for one in self.every for read in one.reads)
        if looked and self._differ(before, EXITS):
            return True
        fresh = temp("fresh")
        self.stage.make(fresh, self._tokens(begun=True))
        if self._differ(fresh, TOKENS):
            self.stage.make(TOKENS, query("SELECT f.* FROM fresh AS f", fresh=fresh))
            return True
        return any(self._affects(writer, reader) for writer in self.every for reader in self.every)

    def _affects(self, writer: Statements, reader: Statements) -> bool:
        """Whether something that an action did in this pass lies before a look that was taken before it was known."""
        later = reader.planned.rank > writer.planned.rank
        shared = {read for read in reader.reads if read.resource in self._effects(writer)}
        if not shared or later or reader is writer:
            return False
        source = acted(writer.planned.rank) if self.number == 1 else temp(f"changed_{writer.planned.rank}")
        return bool(self.stage.count(source)) and self._meets(source, reader)

    def _meets(self, source: exp.Table, reader: Statements) -> bool:
        whose = "person" if reader.people is not None else "account"
        found = query(
            "SELECT COUNT(*) FROM looks AS r JOIN changes AS c ON $same AND r.key > c.key",
            looks=reader.rows, changes=source,
            same=col("r", whose).eq(col("c", whose)),
        )  # fmt: skip
        return bool(self.stage.fetch(found)[0][0])

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
                sent=sent_on(rank), rank=number(rank), end=number(self.ground.end), ended=ended,
                key=key(self.ground.start, col("o", "at_out"), col("o", "phase_out"), rank, col("o", "account"),
                        col("o", "person")),
            ))  # fmt: skip
        return union(found)

    def moving_pairs(self) -> bool:
        """Whether relations between accounts and people begin or end during the run."""
        found = query(
            "SELECT EXISTS (SELECT 1 FROM pairs AS p WHERE p.since > $start OR p.until <= $end)",
            pairs=temp("pair"), start=number(self.ground.start), end=number(self.ground.end),
        )  # fmt: skip
        return bool(self.stage.fetch(found)[0][0])

    def open_ports(self, planned: PlannedNode) -> list[str]:
        """The outputs of a node that lead nowhere: whoever leaves by one has completed the journey."""
        if planned.kind.role is Role.GROUP:
            return [] if planned.rank in self.plan.closes else [CLOSE_PORT]
        taken = {(feed.rank, feed.port) for one in self.plan.nodes for feed in one.feeds}
        ports = [port.id for port in planned.kind.ports(planned.place.settings)]
        return [port for port in ports if (planned.rank, port) not in taken]
