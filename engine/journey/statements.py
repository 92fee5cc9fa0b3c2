"""From nodes and actions to the statements that a pass runs. Each is one query over the rows that came to the node."""

from dataclasses import dataclass

from sqlglot import exp

from engine.journey.contract import Context, Outcome, Passage, Role, Work
from engine.journey.ground import Read
from engine.journey.options import RunMode
from engine.journey.order import Phase, key
from engine.journey.plan import PlannedNode
from engine.journey.registers import Entity
from engine.journey.rows import VISIT, Rows
from engine.journey.stage import covered
from engine.journey.tables import (
    RunGround,
    Teller,
    Writer,
    acted,
    changed_column,
    people_now,
    people_of,
    sent_on,
    taken_in,
    told_column,
)
from engine.trees import col, join, number, query, text
from engine.trees import union as united

CLOSE_PORT = "_close"
"""By which accounts leave a group of people for its close node."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What a pass runs for one node, in this order; None where it has no such table.

    `people` selects the people that it is about, `paths` the output that each of them takes, `acted` what came of the
    action, `sent_on` where tokens go. `reads` is what they depend on beside what came in.
    """

    planned: PlannedNode
    people: exp.Query | None = None
    paths: exp.Query | None = None
    acted: exp.Query | None = None
    sent_on: exp.Query | None = None
    reads: frozenset[Read] = frozenset()
    work: Work | None = None
    whole: bool = False
    invents: bool = False
    """Whether engagement is made up of the messages that it sends."""

    @property
    def looks(self) -> exp.Table:
        """The table of all rows that the reads are about."""
        if self.paths is not None:
            return people_of(self.planned.rank)
        return sent_on(self.planned.rank) if self.acted is None else acted(self.planned.rank)

    @property
    def looks_at_people(self) -> bool:
        """Whether those rows are people."""
        return self.people is not None or self.planned.place.world.of_people


def statements(planned: PlannedNode, ground: RunGround) -> Statements:
    """The statements of a node. Errors: those of its settings."""
    match planned.role:
        case Role.SOURCE | Role.STEP | Role.CLOSE | Role.END:
            return _step(planned, ground)
        case Role.GROUP:
            return _group(planned, ground)
        case Role.ACTION:
            return _action(planned, ground)


def taken_in_query(planned: PlannedNode, ground: RunGround, closing: int | None, dirty: exp.Table | None) -> exp.Query:
    """What comes to a node from those before it, of all tokens or those in `dirty`.

    A close node takes what left the split of its group.
    """
    feeds = [(closing, CLOSE_PORT)] if closing is not None else [(one.rank, one.port) for one in planned.feeds]
    came = among(dirty, "o", *(
        query(
            "SELECT o.token, o.unit, o.entry, o.entered, o.account, o.person, o.at_out AS at, o.phase_out AS phase,"
            " $key AS key FROM sent AS o WHERE o.port = $port AND o.at_out <= $end",
            sent=sent_on(rank), port=text(port), end=number(ground.end_of(planned.place.world)),
            key=key(ground.start, col("o", "at_out"), col("o", "phase_out"), planned.rank, col("o", "account"),
                    col("o", "person")),
        )
        for rank, port in feeds
    ))  # fmt: skip
    if not ground.options.reaches_all:
        return came
    # Whoever is on several paths at once comes to where they meet once.
    return query("SELECT DISTINCT c.* FROM came AS c", came=came)


def among(dirty: exp.Table | None, alias: str, *queries: exp.Select) -> exp.Query:
    """All rows of several queries, of all tokens or only of those in `dirty`."""
    if dirty is None:
        return united(list(queries))
    inside = covered(dirty, alias)
    return united([one.where(inside.copy(), copy=False) for one in queries])


def _step(planned: PlannedNode, ground: RunGround) -> Statements:
    if planned.kind.asks_people(planned.place):
        return _asking(planned, ground)
    rows = Rows(ground, taken_in(planned.rank), of_people=planned.place.world.of_people, rank=planned.rank)
    passage = planned.kind.passage(planned.place, rows)
    passing = _passing(rows, passage)
    answered = Rows(ground, _answered(planned, ground, passing), of_people=rows.of_people, rank=planned.rank)
    work = planned.kind.answer(planned.place, answered)
    if work is None:
        return Statements(planned, sent_on=passing, reads=frozenset(rows.reads), whole=passage.whole)
    reads = frozenset(rows.reads | answered.reads)
    return Statements(planned, acted=_acting(answered, work), sent_on=passing.copy(), reads=reads, work=work)


def _asking(planned: PlannedNode, ground: RunGround) -> Statements:
    """A step that asks about each person of an account: the account goes on when the last of them is answered."""
    rows = Rows(ground, people_now(planned.rank), of_people=True, rank=planned.rank)
    passing = _passing(rows, planned.kind.passage(planned.place, rows))
    answered = Rows(ground, _answered(planned, ground, passing), of_people=True, rank=planned.rank)
    work = planned.kind.answer(planned.place, answered)
    assert work is not None
    failed = [text(Outcome.FAILED), text(Outcome.TIMED_OUT)]
    together = query(
        "SELECT a.token, MAX(a.at) AS at, BOOL_AND($failed) AS failed FROM acts AS a GROUP BY a.token",
        acts=acted(planned.rank), failed=exp.In(this=col("a", "outcome"), expressions=failed),
    )  # fmt: skip
    accounts = Rows(ground, taken_in(planned.rank), of_people=False, rank=planned.rank)
    accounts.join("told", join("LEFT JOIN told AS told ON told.token = v.token", told=together))
    way, other = planned.kind.ports(planned.place.settings)
    port = exp.Case(default=text(way.id)).when(col("told", "failed"), text(other.id), copy=False)
    at = exp.Coalesce(this=col("told", "at"), expressions=[accounts["at"]])
    return Statements(
        planned,
        people=_people(planned, ground),
        acted=_acting(answered, work),
        sent_on=_passing(accounts, Passage(exp.Paren(this=port), at=at)),
        reads=frozenset(rows.reads | answered.reads),
        work=work,
    )


def _answered(planned: PlannedNode, ground: RunGround, passing: exp.Query) -> exp.Query:
    """Who asked a service, at its answer. Shape: the columns of `rows.VISIT`, and the `port` by which they go on."""
    return query(
        "SELECT o.token, o.unit, o.entry, o.entered, o.account, o.person, o.at_out AS at, o.phase_out AS phase,"
        " $key AS key, o.port FROM passing AS o",
        passing=passing,
        key=key(ground.start, col("o", "at_out"), col("o", "phase_out"), planned.rank, col("o", "account"),
                col("o", "person")),
    )  # fmt: skip


def _passing(rows: Rows, passage: Passage) -> exp.Query:
    """Where each row goes: the columns of the row, `port`, `reason`, `at_out` and `phase_out`."""
    at = passage.at if passage.at is not None else rows["at"]
    awake = passage.phase if passage.phase is not None else exp.null()
    ways = [passage.port] if passage.also is None else [passage.port, passage.also]
    inner = united([
        rows.select(*_visit(rows.alias), *_named(port=port, reason=passage.reason, at_out=at, awake=awake))
        for port in ways
    ])  # fmt: skip
    own = query(
        "SELECT COALESCE(q.awake, CASE WHEN q.at_out = q.at THEN q.phase ELSE $nodes END) AS phase_out"
        " FROM passing AS q",
        passing=inner, nodes=number(Phase.NODES),
    )  # fmt: skip
    return own.select(*_visit("q"), *(col("q", name) for name in ("port", "reason", "at_out")), copy=False)


def _group(planned: PlannedNode, ground: RunGround) -> Statements:
    rows = Rows(ground, people_now(planned.rank), of_people=True, rank=planned.rank)
    passage = planned.kind.passage(planned.place, rows)
    accounts = Rows(ground, taken_in(planned.rank), of_people=False, rank=planned.rank)
    return Statements(
        planned,
        people=_people(planned, ground),
        paths=rows.select(*_visit(rows.alias), *_named(port=passage.port)),
        sent_on=_passing(accounts, Passage(text(CLOSE_PORT))),
        reads=frozenset(rows.reads),
    )


def _action(planned: PlannedNode, ground: RunGround) -> Statements:
    chosen = planned.kind.action(planned.place)
    in_group = planned.group is not None
    passing = None if in_group else _passing(
        Rows(ground, taken_in(planned.rank), of_people=planned.place.world.of_people), Passage(text("out"))
    )  # fmt: skip
    if chosen is None:
        return Statements(planned, people=_people(planned, ground) if in_group else None, sent_on=passing)
    action, place, context = chosen
    of_people = context is Context.PEOPLE
    table = people_now(planned.rank) if of_people else taken_in(planned.rank)
    rows = Rows(ground, table, of_people=of_people, rank=planned.rank)
    work = action.work(place, rows)
    return Statements(
        planned,
        people=_people(planned, ground) if of_people else None,
        acted=_acting(rows, work),
        sent_on=passing,
        reads=frozenset(rows.reads),
        work=work,
        whole=planned.rank in ground.noted.attempts,
        invents=ground.options.mode is RunMode.SYNTHETIC,
    )


def _people(planned: PlannedNode, ground: RunGround) -> exp.Query:
    """The people that a node is about: those on its paths, the person who moves, or all of the account."""
    person = col("p", "person")
    if planned.group is not None:
        return _on_paths(planned, ground)
    if planned.place.world.of_people:
        return exp.select(*_visit("v")).from_(_as("v", taken_in(planned.rank)))
    rows = Rows(ground, taken_in(planned.rank), of_people=True)
    return query(
        "SELECT v.token, v.unit, v.entry, v.entered, v.account, p.person, v.at, v.phase, $key AS key"
        " FROM taken AS v JOIN pairs AS p ON p.account = v.account AND p.since <= $at AND $at < p.until",
        taken=taken_in(planned.rank), pairs=ground.entity(Entity.PAIR),
        at=rows.carried_at(rows["at"], rows["entered"]), key=_own_key(planned, ground, "v", person),
    )  # fmt: skip


def _on_paths(planned: PlannedNode, ground: RunGround) -> exp.Query:
    assert planned.group is not None
    found = query(
        "SELECT p.token, p.unit, p.entry, p.entered, p.account, p.person, p.at, p.phase, $key AS key FROM people AS p",
        people=people_of(planned.group), key=_own_key(planned, ground, "p", col("p", "person")),
    )  # fmt: skip
    ports = [text(port) for port in planned.group_ports]
    return found.where(exp.In(this=col("p", "port"), expressions=ports), copy=False)


def people_query(one: Statements, dirty: exp.Table | None) -> exp.Query:
    """The people that a node is about in a pass. Those on paths of a group are kept for all units."""
    assert one.people is not None
    if dirty is None or one.planned.group is None:
        return one.people
    assert isinstance(one.people, exp.Select)
    return among(dirty, "p", one.people.copy())


def _own_key(planned: PlannedNode, ground: RunGround, alias: str, person: exp.Expr) -> exp.Expr:
    return key(ground.start, col(alias, "at"), col(alias, "phase"), planned.rank, col(alias, "account"), person)


def _acting(rows: Rows, work: Work) -> exp.Query:
    """What comes of an action for each row.

    Shape: the columns of the row, `outcome`, `acts` (what it changes holds), `told` (it was done), the new values, the
    columns of what can be heard, `before`, `after`, and further details.
    """
    outcome = exp.Case(default=text(work.done))
    for check in work.checks:
        outcome = outcome.when(check.when, text(check.outcome), copy=False)
    terms: dict[str, exp.Expr] = {"outcome": exp.Paren(this=outcome) if work.checks else text(work.done)}
    terms |= {changed_column(place): change.value for place, change in enumerate(work.changes)}
    for place, telling in enumerate(work.tellings):
        terms |= {told_column(place, name): value for name, value in telling.columns.items()}
    terms |= {"before": work.before or exp.null(), "after": work.after or exp.null()}
    terms |= {f"d_{name}": value for name, value in work.detail.items()}
    inner = rows.select(*_visit(rows.alias), *_named(**terms))
    idle = [text(check.outcome) for check in work.checks if check.idle]
    done = text(work.done)
    found = query(
        "SELECT q.*, q.outcome = $done AS told FROM acting AS q", acting=inner, done=done
    )  # fmt: skip
    acts = exp.In(this=col("q", "outcome"), expressions=[done.copy(), *idle])
    return found.select(exp.alias_(acts, "acts"), copy=False)


def register_effects(ground: RunGround, every: list[Statements]) -> None:
    """Tell the ground who changes what, and who can be heard."""
    for one in every:
        if one.work is None:
            continue
        rank = one.planned.rank
        for place, change in enumerate(one.work.changes):
            ground.noted.registers.setdefault(change.register.name, change.register)
            ground.writers.setdefault(change.register.name, []).append(Writer(rank, place, change))
        for place, telling in enumerate(one.work.tellings):
            ground.tellers.setdefault(telling.kind, []).append(
                Teller(rank, place, telling, of_each=telling.of_person and not one.looks_at_people)
            )


def _visit(alias: str) -> list[exp.Expr]:
    return [col(alias, name) for name in VISIT]


def _named(**terms: exp.Expr) -> list[exp.Expr]:
    return [exp.alias_(term, name, quoted=True) for name, term in terms.items()]


def _as(alias: str, table: exp.Table) -> exp.Table:
    found = exp.alias_(table, alias, table=True)
    assert isinstance(found, exp.Table)
    return found
