"""The way of one account or person through a rehearsed journey, step by step, with the values that decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from engine.database import Cursor, Store, stored
from engine.document.model import Document
from engine.journey.explaining import Evaluated, evaluated
from engine.journey.passes import Passes
from engine.journey.plan import Plan
from engine.journey.simulate import Simulated, Stored, simulate
from engine.problems import EngineError, Problem
from engine.runner.journey_populations import Seen, carried_at, stored_run
from engine.texts import quoted, say
from engine.trees import number, query, text, union
from engine.workspace import Workspace

_LOOK = Stored("jexplained")


@dataclass(frozen=True, slots=True)
class PathStep:
    """One thing that happened at a node: it was left by `port`, or for `reason`, or an action came to `outcome`.

    Instants are microseconds; `until` is when it was left, None when it never was. `who` is whom an outcome is about,
    `values` are the filters that were looked at there.
    """

    node: str
    at: int
    until: int | None = None
    port: str = ""
    reason: str = ""
    outcome: str = ""
    who: str = ""
    before: str = ""
    after: str = ""
    values: tuple[Evaluated, ...] = ()


def tell_path(
    workspace: Workspace, document: Document, key: str, seen: Seen, *, as_of: datetime | None = None
) -> tuple[PathStep, ...]:
    """What became of an account, or a person, step by step, up to the instant that is looked at.

    The way of a person is also that of the accounts that it went along with. The journey is rehearsed once more for the
    values, unless there are none to tell; never on a lane of the database.
    Errors: not-counted-yet, unknown-record, Cancelled.
    """
    plan, run = stored_run(workspace, document, seen.options, as_of)
    until = run.end if seen.until is None else min(seen.until, run.end)
    steps = workspace.database.reader.run(lambda cursor: list(_steps(cursor, plan, run, key, until, seen)))
    if not steps and not workspace.database.reader.run(lambda cursor: _is_known(cursor, run, key)):
        raise EngineError(
            Problem(code="unknown-record", what=say("No account and no person has the ID {key}.", key=quoted(key)),
                    fix="Check how it is written.")
        )  # fmt: skip
    values = _values(workspace, plan, {step.node for step in steps}, key, seen)
    return tuple(
        PathStep(one.node, one.at, one.until, one.port, one.reason, one.outcome, one.who, one.before, one.after,
                 tuple(values.get(one.node, ())) if not one.outcome else ())
        for one in steps
    )  # fmt: skip


def _is_known(cursor: Cursor, run: Simulated, key: str) -> bool:
    found = query(
        "SELECT EXISTS (SELECT 1 FROM a AS a WHERE a.account_id = $key)"
        " OR EXISTS (SELECT 1 FROM p AS p WHERE p.person_id = $key)",
        a=run.stored.table("accounts"), p=run.stored.table("persons"), key=text(key),
    )  # fmt: skip
    return bool(cursor.fetch(found)[0][0])


def _steps(cursor: Cursor, plan: Plan, run: Simulated, key: str, until: int, seen: Seen) -> Iterator[PathStep]:
    ids = {one.rank: one.id for one in plan.nodes}
    ids_of = {"a": run.stored.table("accounts"), "p": run.stored.table("persons"), "key": text(key),
              "until": number(until)}  # fmt: skip
    visits = query(
        "SELECT c.at, c.rank, 0 AS sort, c.at_out, COALESCE(c.port, '') AS port, COALESCE(c.reason, '') AS reason,"
        " '' AS outcome, '' AS who, '' AS before, '' AS after FROM c AS c LEFT JOIN a AS a ON a.account = c.account"
        " LEFT JOIN p AS p ON p.person = c.person WHERE c.at <= $until AND (a.account_id = $key OR p.person_id = $key"
        " OR c.account IN (SELECT r.account FROM r AS r JOIN q AS q ON q.person = r.person WHERE q.person_id = $key"
        " AND r.account = c.account AND r.since <= $when AND $when < r.until))",
        c=run.stored.table("crossings"), r=run.stored.table("pairs"), q=run.stored.table("persons"),
        when=carried_at(run, seen.options), **ids_of,
    )  # fmt: skip
    paths = query(
        "SELECT g.at, g.rank, 1 AS sort, g.at AS at_out, g.port, '' AS reason, '' AS outcome, '' AS who, '' AS before,"
        " '' AS after FROM g AS g JOIN p AS p ON p.person = g.person WHERE g.at <= $until AND p.person_id = $key",
        g=run.stored.table("people"), p=run.stored.table("persons"), key=text(key), until=number(until),
    )  # fmt: skip
    acts = query(
        "SELECT o.at, o.rank, 2 AS sort, o.at AS at_out, '' AS port, '' AS reason, o.outcome,"
        " COALESCE(p.person_id, a.account_id, '') AS who, COALESCE(o.before, '') AS before,"
        " COALESCE(o.after, '') AS after FROM o AS o LEFT JOIN a AS a ON a.account = o.account"
        " LEFT JOIN p AS p ON p.person = o.person WHERE o.at <= $until AND (a.account_id = $key OR p.person_id = $key)",
        o=run.stored.table("acts"), **ids_of,
    )  # fmt: skip
    rows = query("SELECT * FROM every AS e ORDER BY e.at, e.rank, e.sort, e.who", every=union([visits, paths, acts]))
    for at, rank, _, left, port, reason, outcome, who, before, after in cursor.fetch(rows):
        gone = None if left is None or int(left) > until else int(left)
        yield PathStep(ids[rank], int(at), gone, port if gone is not None else "", reason if gone is not None else "",
                       outcome, who, before, after)  # fmt: skip


def _values(workspace: Workspace, plan: Plan, nodes: set[str], key: str, seen: Seen) -> dict[str, list[Evaluated]]:
    wanted = [one.id for one in plan.nodes if one.id in nodes and getattr(one.place.settings, "paths", None)]
    found: dict[str, list[Evaluated]] = {}
    if not wanted:
        return found
    sources = {name: stored(Store.DATA, table.physical) for name, table in workspace.datasets.snapshot().items()}

    def look(passes: Passes) -> None:
        for name in wanted:
            found[name] = evaluated(passes, name, key)

    def run(cursor: Cursor) -> None:
        simulate(cursor, plan, sources, seen.options, _LOOK, look=look)
        for name in _LOOK.names:
            cursor.drop(Store.WORK, name)

    workspace.database.writer.run(run)
    return found
