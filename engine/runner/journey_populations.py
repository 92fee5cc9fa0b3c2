"""The rows behind a number of a rehearsed journey, as a population like any other: filtered, sorted, exported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlglot import exp

from engine.catalog.paths import unknown
from engine.database import Store, stored
from engine.document.model import Document
from engine.fingerprints import fingerprint
from engine.journey.contract import Role
from engine.journey.options import Carrying, RunOptions
from engine.journey.plan import Plan, PlannedNode
from engine.journey.simulate import Simulated, span_of
from engine.journey.simulate import fingerprint as run_of
from engine.problems import EngineError, Problem
from engine.relations import Column, Relation
from engine.runner.clock import clock_of
from engine.runner.journeys import check_journey_document, data_version_of, is_kept_from_running
from engine.runner.populations import StoredPopulation, no_population
from engine.runner.records import sources_of
from engine.trees import any_of, col, number, query, text, tree
from engine.types import DataType, Kind
from engine.workspace import Workspace
from engine.workspace.populations import NewPopulation

ENTERED, HERE, PEOPLE = "entered", "here", "people"
OUTCOME = "outcome:"
"""Before the code of an outcome, in a name of who is meant."""
_APART = frozenset({"account_id", "person_id", "entry", "entry_date", "acted"})
"""What tells two rows apart: whose they are, and of which entry."""
_TEXT, _WHOLE, _MOMENT = DataType(Kind.STRING), DataType(Kind.LONG), DataType(Kind.DATETIME)
_ACCOUNT = (("account_id", "Account ID"), ("account_name", "Account name"))
_DETAILS = (("country", "Country"), ("region", "Region"), ("industry", "Industry"))
_PERSON = (("person_id", "Person ID"), ("email", "E-mail"))
_TIMES = (("entry_date", "Entry date"), ("came", "Came here"), ("left_here", "Left here"), ("exit_date", "Exit date"))
_ENDED = (("how", "How it ended"),)
_COUNTED = (("entry", "Entry"), ("people", "People"))
_ACTED = (("acted", "When"), ("outcome", "Outcome"), ("before", "Value before"), ("after", "Value after"))
LABELS = tuple(label for group in (_ACCOUNT, _DETAILS, _PERSON, _TIMES, _ENDED, _COUNTED, _ACTED) for _, label in group)
"""What the columns are called."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How a journey is looked at: how it was rehearsed, and up to which instant, in microseconds; None is all of it."""

    options: RunOptions = field(default_factory=RunOptions)
    until: int | None = None


def find_journey_population(
    workspace: Workspace,
    document: Document,
    place: str,
    seen: Seen,
    *,
    who: str = "",
    as_of: datetime | None = None,
) -> StoredPopulation:
    """Who crossed a transition, by its id or as "node:port"; or, at a node, whom `who` names.

    `who` is ENTERED, HERE, the code of an exit, or OUTCOME and the code of an outcome; of a transition of accounts,
    PEOPLE are those who went over with them. Shape: one row per token, or per person where people are meant.
    Errors: unknown-transition, no-population, not-counted-yet.
    """
    plan, run = stored_run(workspace, document, seen.options, as_of)
    planned, port = _find(document, plan, place)
    until = number(run.end if seen.until is None else min(seen.until, run.end))
    rows, columns, key = _rows(workspace, run, planned, port, who, until, seen.options)
    table = f"jp_{fingerprint(rows)}"
    if not workspace.populations.holds(table):
        many = workspace.database.reader.run(lambda cursor: cursor.create(Store.WORK, table, rows, replace=True))
        workspace.populations.record(NewPopulation(table, many, None))
    workspace.populations.record(used=[table])
    apart = tuple(one.name for one in columns if one.name in _APART)
    relation = Relation(columns, (key,), apart, dimension=key.removesuffix("_id"), store=Store.WORK.value, table=table)
    return StoredPopulation(workspace, relation, sources_of(workspace, clock_of(document, as_of)))


def stored_run(
    workspace: Workspace, document: Document, options: RunOptions, as_of: datetime | None
) -> tuple[Plan, Simulated]:
    """The plan of a journey, and its run that was made before. Errors: not-counted-yet."""
    checked, problems = check_journey_document(workspace, document, as_of=as_of)
    plan = checked.plan
    sources = {name: stored(Store.DATA, table.physical) for name, table in workspace.datasets.snapshot().items()}
    span = span_of(plan.world, options)
    where = run_of(plan, options, span, data_version_of(sources))
    if not all(workspace.populations.holds(name) for name in where.names):
        if is_kept_from_running(checked, problems):
            raise EngineError(
                Problem(code="not-counted-yet", what="Errors keep the journey from being rehearsed.",
                        fix="Mend them first: see Problems.")
            )  # fmt: skip
        raise EngineError(
            Problem(code="not-counted-yet", what="The journey has not been rehearsed like this yet.",
                    fix="Wait for the rehearsal, or start it.")
        )  # fmt: skip
    return plan, Simulated(where, *span, 0, 0)


def _find(document: Document, plan: Plan, place: str) -> tuple[PlannedNode, str]:
    ends = {one.id: (one.source, one.port) for one in document.transitions}
    name, port = ends.get(place) or (place.partition(":")[0], place.partition(":")[2])
    planned = next((one for one in plan.nodes if one.id == name), None)
    if planned is None:
        known = name in document.node_by_id
        raise EngineError(no_population(place) if known else unknown("transition", place, ends))
    return planned, port


def _rows(
    workspace: Workspace,
    run: Simulated,
    planned: PlannedNode,
    port: str,
    who: str,
    until: exp.Expr,
    options: RunOptions,
) -> tuple[exp.Select, tuple[Column, ...], str]:
    """The rows, what they hold, and which column is the key."""
    if who.startswith(OUTCOME):
        return _acted(run, planned, who.removeprefix(OUTCOME), until)
    if planned.group is not None:
        return _on_paths(run, planned.group, planned.group_ports, until)
    if port and planned.role is Role.GROUP:
        return _on_paths(run, planned.rank, (port,), until)
    meant = _meant(port, who, until)
    if port and who == PEOPLE and not planned.place.world.of_people:
        return _went_along(run, planned, meant, options)
    return _crossed(workspace, run, planned, meant)


def _meant(port: str, who: str, until: exp.Expr) -> exp.Expr:
    if port:
        return tree("c.reason IS NULL AND c.port = $port AND c.at_out <= $until", port=text(port), until=until)
    if who == ENTERED:
        return tree("c.at <= $until", until=until)
    if who in {HERE, ""}:
        return tree("c.at <= $until AND c.at_out > $until", until=until)
    return tree("c.reason = $who AND c.at_out <= $until", who=text(who), until=until)


def _columns(*groups: Iterable[tuple[str, str]], whole: Sequence[tuple[str, str]] = ()) -> tuple[Column, ...]:
    dated = {name for name, _ in _TIMES} | {"acted"}
    named = [one for group in groups for one in group]
    found = [Column(name, _MOMENT if name in dated else _TEXT, label) for name, label in named]
    return (*found, *(Column(name, _WHOLE, label) for name, label in whole))


def _crossed(
    workspace: Workspace, run: Simulated, planned: PlannedNode, meant: exp.Expr
) -> tuple[exp.Select, tuple[Column, ...], str]:
    of_people = planned.place.world.of_people
    who = _PERSON if of_people else (*_ACCOUNT, *_DETAILS)
    found = query(
        "SELECT MAKE_TIMESTAMP(t.entered) AS entry_date, MAKE_TIMESTAMP(c.at) AS came,"
        " CASE WHEN c.at_out <= $end THEN MAKE_TIMESTAMP(c.at_out) END AS left_here,"
        " CASE WHEN t.exited <= $end THEN MAKE_TIMESTAMP(t.exited) END AS exit_date, t.reason AS how, c.entry, c.people"
        " FROM c AS c JOIN t AS t ON t.token = c.token LEFT JOIN a AS a ON a.account = c.account"
        " LEFT JOIN p AS p ON p.person = c.person LEFT JOIN d AS d ON d.account_id = a.account_id"
        " WHERE c.rank = $rank AND $meant",
        c=run.stored.table("crossings"), t=run.stored.table("tokens"), a=run.stored.table("accounts"),
        p=run.stored.table("persons"), d=_details(workspace), rank=number(planned.rank), meant=meant,
        end=number(run.end),
    )  # fmt: skip
    columns = _columns(who, _TIMES, _ENDED, whole=_COUNTED)
    terms: dict[str, exp.Expr] = {
        "account_id": col("a", "account_id"), "account_name": col("a", "name"),
        "person_id": col("p", "person_id"), "email": col("p", "email"),
        **{name: col("d", name) for name, _ in _DETAILS},
    }  # fmt: skip
    return _shaped(found, columns, terms), columns, "person_id" if of_people else "account_id"


def carried_at(run: Simulated, options: RunOptions) -> exp.Expr:
    """The instant at which a crossing `c` counts the people of its account: as it left, or as it entered."""
    if options.people_membership is Carrying.FROZEN:
        return col("c", "entered")
    return exp.Least(this=col("c", "at_out"), expressions=[number(run.end)], ignore_nulls=True)


def _went_along(
    run: Simulated, planned: PlannedNode, meant: exp.Expr, options: RunOptions
) -> tuple[exp.Select, tuple[Column, ...], str]:
    """The people who are counted beside the accounts that crossed."""
    found = query(
        "SELECT MAKE_TIMESTAMP(c.entered) AS entry_date, MAKE_TIMESTAMP(c.at) AS came,"
        " CASE WHEN c.at_out <= $end THEN MAKE_TIMESTAMP(c.at_out) END AS left_here, c.entry FROM c AS c"
        " JOIN r AS r ON r.account = c.account AND r.since <= $when AND $when < r.until"
        " LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = r.person"
        " WHERE c.rank = $rank AND $meant",
        c=run.stored.table("crossings"), r=run.stored.table("pairs"), a=run.stored.table("accounts"),
        p=run.stored.table("persons"), rank=number(planned.rank), meant=meant, end=number(run.end),
        when=carried_at(run, options),
    )  # fmt: skip
    columns = _columns(_PERSON, _ACCOUNT, _TIMES[:3], whole=_COUNTED[:1])
    return _shaped(found, columns, _people_terms()), columns, "person_id"


def _on_paths(
    run: Simulated, rank: int, ports: Sequence[str], until: exp.Expr
) -> tuple[exp.Select, tuple[Column, ...], str]:
    found = query(
        "SELECT MAKE_TIMESTAMP(t.entered) AS entry_date, MAKE_TIMESTAMP(g.at) AS came FROM g AS g"
        " JOIN t AS t ON t.token = g.token LEFT JOIN a AS a ON a.account = g.account"
        " LEFT JOIN p AS p ON p.person = g.person WHERE g.rank = $rank AND g.at <= $until AND $on",
        g=run.stored.table("people"), t=run.stored.table("tokens"), a=run.stored.table("accounts"),
        p=run.stored.table("persons"), rank=number(rank), until=until,
        on=any_of([tree("g.port = $port", port=text(port)) for port in ports]),
    )  # fmt: skip
    columns = _columns(_PERSON, _ACCOUNT, _TIMES[:2])
    return _shaped(found, columns, _people_terms()), columns, "person_id"


def _acted(
    run: Simulated, planned: PlannedNode, outcome: str, until: exp.Expr
) -> tuple[exp.Select, tuple[Column, ...], str]:
    found = query(
        "SELECT MAKE_TIMESTAMP(c.at) AS acted, c.outcome, c.before, c.after FROM c AS c"
        " LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = c.person"
        " WHERE c.rank = $rank AND c.at <= $until AND c.outcome = $outcome",
        c=run.stored.table("acts"), a=run.stored.table("accounts"), p=run.stored.table("persons"),
        rank=number(planned.rank), until=until, outcome=text(outcome),
    )  # fmt: skip
    action = planned.kind.action(planned.place)
    of_people = planned.place.world.of_people if action is None else action[2].value == "people"
    who = (_PERSON, _ACCOUNT) if of_people else (_ACCOUNT,)
    columns = _columns(*who, _ACTED)
    return _shaped(found, columns, _people_terms()), columns, "person_id" if of_people else "account_id"


def _people_terms() -> dict[str, exp.Expr]:
    return {
        "account_id": col("a", "account_id"), "account_name": col("a", "name"),
        "person_id": col("p", "person_id"), "email": col("p", "email"),
    }  # fmt: skip


def _shaped(found: exp.Select, columns: Sequence[Column], terms: dict[str, exp.Expr]) -> exp.Select:
    """The select with exactly these columns, in their order."""
    there = {one.alias_or_name: one for one in found.expressions}
    picked = [there[one.name] if one.name in there else exp.alias_(terms[one.name], one.name) for one in columns]
    return found.select(*picked, append=False, copy=False)


def _details(workspace: Workspace) -> exp.Expr:
    account = workspace.datasets.current("account")
    if account is None:
        return query("SELECT NULL AS account_id, NULL AS country, NULL AS region, NULL AS industry WHERE FALSE")
    return query("SELECT d.account_id, d.country, d.region, d.industry FROM d AS d",
                 d=stored(Store.DATA, account.physical))  # fmt: skip
