"""The accounts and people behind a count of a journey, and why one of them took the path that it took."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlglot import exp

from engine.catalog.paths import unknown
from engine.database import Cursor, Store, stored
from engine.document.model import Document
from engine.journey.explaining import Evaluated, evaluated
from engine.journey.options import RunOptions
from engine.journey.plan import Plan
from engine.journey.simulate import Simulated, Stored, simulate
from engine.journey.statements import statements
from engine.journey.tables import RunGround
from engine.problems import EngineError
from engine.runner.exporting import write_rows
from engine.runner.journeys import check_journey_document, data_version_of, plan_of_run, rehearse
from engine.trees import number, query, text, tree
from engine.workspace import Workspace

TITLES = ("Account name", "Account ID", "Region", "Industry", "Entry date", "Exit date", "People")
PEOPLE_TITLES = ("Person ID", "E-mail", "Account name", "Account ID", "Entry date", "At")


@dataclass(frozen=True, slots=True)
class JourneyRows:
    """The rows behind a count: their titles, how many there are, and some of them."""

    titles: tuple[str, ...]
    total: int
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """What a node would run: its title and its statements."""

    node: str
    title: str
    sql: str


class JourneyPopulation:
    """Who crossed a transition of a journey, by its id or as "node:port"; with a node alone, who is at it."""

    def __init__(self, workspace: Workspace, document: Document, place: str, options: RunOptions | None = None) -> None:
        """Errors: unknown-transition."""
        self._workspace = workspace
        checked, _ = check_journey_document(workspace, document)
        self._plan = checked.plan
        self._run = workspace.database.writer.run(
            lambda cursor: _rehearsed(workspace, checked.plan, options or RunOptions(), cursor)
        )
        self.titles, self.query = self._find(document, place)

    def page(self, offset: int = 0, limit: int = 100, search: str = "") -> JourneyRows:
        """Rows from `offset` on; with `search`, only those that hold the text."""
        found: exp.Query = self.query
        if search:
            terms = [
                tree("CONTAINS(LOWER(CAST($part AS VARCHAR)), $search)",
                     part=exp.column(title, table="f", quoted=True), search=text(search.lower()))
                for title in self.titles
            ]  # fmt: skip
            found = exp.select("*").from_(self.query.copy().subquery("f")).where(exp.or_(*terms))

        def read(cursor: Cursor) -> JourneyRows:
            total = cursor.value(query("SELECT COUNT(*) FROM f AS f", f=found))
            rows = cursor.fetch(exp.select("*").from_(found.copy().subquery("f")).limit(limit).offset(offset))
            return JourneyRows(self.titles, int(total), tuple(rows))

        return self._workspace.database.reader.run(read)

    def export(self, path: Path) -> int:
        """Write all rows to a .csv, .parquet or .xlsx file; how many. Errors: unknown-format, storage-failed."""
        return self._workspace.database.reader.run(lambda cursor: write_rows(self.query, path, cursor))

    def _find(self, document: Document, place: str) -> tuple[tuple[str, ...], exp.Select]:
        ends = {one.id: (one.source, one.port) for one in document.transitions}
        ends |= {f"{one.source}:{one.port}": (one.source, one.port) for one in document.transitions}
        for one in self._plan.nodes:
            ends |= {f"{one.id}:{port.id}": (one.id, port.id) for port in one.kind.ports(one.place.settings)}
            ends[one.id] = (one.id, "")
        if place not in ends:
            raise EngineError(unknown("transition", place, ends))
        name, port = ends[place]
        planned = next((one for one in self._plan.nodes if one.id == name), None)
        if planned is None:
            raise EngineError(unknown("transition", place, ends))
        if planned.group is not None:
            return PEOPLE_TITLES, _people(self._run, planned.group, planned.group_ports)
        if port and planned.rank in self._plan.closes:
            return PEOPLE_TITLES, _people(self._run, planned.rank, (port,))
        return TITLES, _accounts(self._workspace, self._run, planned.rank, port)


def why_path(workspace: Workspace, document: Document, node: str, key: str) -> list[Evaluated]:
    """Why an account, or a person, took its path at a split: every filter with the value it found.

    Errors: unknown-node, and those of a run.
    """
    checked, _ = check_journey_document(workspace, document)
    names = [one.id for one in checked.plan.nodes]
    if node not in names:
        raise EngineError(unknown("node", node, names))
    found: list[Evaluated] = []
    sources = _sources(workspace)

    def run(cursor: Cursor) -> None:
        look = Stored("jexplained")
        simulate(cursor, checked.plan, sources, RunOptions(), look,
                 look=lambda passes: found.extend(evaluated(passes, node, key)))  # fmt: skip
        for name in look.names:
            cursor.drop(Store.WORK, name)

    workspace.database.writer.run(run)
    return found


def explain_journey(workspace: Workspace, document: Document) -> list[Explained]:
    """The statements of each node, in the order in which a pass runs them. Errors: those of settings."""
    checked, _ = check_journey_document(workspace, document)
    world = checked.plan.world
    ground = RunGround(_sources(workspace), world.catalog, RunOptions(), (0, 1))
    found: list[Explained] = []
    for one in checked.plan.nodes:
        parts = statements(one, ground)
        queries = [part for part in (parts.people, parts.paths, parts.acted, parts.sent_on) if part is not None]
        found.append(Explained(one.id, one.place.label, ";\n".join(part.sql(dialect="duckdb") for part in queries)))
    return found


def _sources(workspace: Workspace) -> Mapping[str, exp.Table]:
    return {name: stored(Store.DATA, table.physical) for name, table in workspace.datasets.snapshot().items()}


def _rehearsed(workspace: Workspace, plan: Plan, options: RunOptions, cursor: Cursor) -> Simulated:
    sources = _sources(workspace)
    plan = plan_of_run(workspace, plan, options)
    return rehearse(workspace, plan, options, sources, data_version_of(sources), lambda _event: None, cursor)


def _accounts(workspace: Workspace, run: Simulated, rank: int, port: str) -> exp.Select:
    """Who crossed an output, or, without one, who is at the node at the horizon. Shape: one row per token."""
    account = workspace.datasets.current("account")
    details = query("SELECT NULL AS account_id, NULL AS region, NULL AS industry WHERE FALSE")
    if account is not None:
        details = query("SELECT d.account_id, d.region, d.industry FROM d AS d",
                        d=stored(Store.DATA, account.physical))  # fmt: skip
    found = query(
        "SELECT COALESCE(a.name, p.email) AS x0, COALESCE(a.account_id, p.person_id) AS x1, d.region AS x2,"
        " d.industry AS x3, MAKE_TIMESTAMP(c.entered) AS x4, MAKE_TIMESTAMP(t.exited) AS x5, c.people AS x6"
        " FROM c AS c JOIN t AS t ON t.token = c.token LEFT JOIN a AS a ON a.account = c.account"
        " LEFT JOIN p AS p ON p.person = c.person LEFT JOIN d AS d ON d.account_id = a.account_id"
        " WHERE c.rank = $rank AND $crossed ORDER BY c.entered, c.token",
        c=run.stored.table("crossings"), t=run.stored.table("tokens"), a=run.stored.table("accounts"),
        p=run.stored.table("persons"), d=details, rank=number(rank),
        crossed=tree("c.port = $port AND c.at_out <= $end", port=text(port), end=number(run.end)) if port
        else tree("c.at_out > $end", end=number(run.end)),
    )  # fmt: skip
    return _titled(found, TITLES)


def _people(run: Simulated, rank: int, ports: tuple[str, ...]) -> exp.Select:
    """Who is on paths of a group. Shape: one row per token and person."""
    found = query(
        "SELECT p.person_id AS x0, p.email AS x1, a.name AS x2, a.account_id AS x3, MAKE_TIMESTAMP(t.entered) AS x4,"
        " MAKE_TIMESTAMP(g.at) AS x5 FROM g AS g JOIN t AS t ON t.token = g.token"
        " LEFT JOIN a AS a ON a.account = g.account LEFT JOIN p AS p ON p.person = g.person WHERE g.rank = $rank"
        " ORDER BY g.at, g.token, g.person",
        g=run.stored.table("people"), t=run.stored.table("tokens"), a=run.stored.table("accounts"),
        p=run.stored.table("persons"), rank=number(rank),
    )  # fmt: skip
    inside = exp.In(this=exp.column("port", table="g"), expressions=[text(port) for port in ports])
    return _titled(found.where(inside, copy=False), PEOPLE_TITLES)


def _titled(found: exp.Select, titles: tuple[str, ...]) -> exp.Select:
    for term, title in zip(found.expressions, titles, strict=True):
        term.set("alias", exp.to_identifier(title, quoted=True))
    return found
