# ruff: noqa: E501 - queries and nodes are read in rows
"""The engine against one hand-written query for the same counts, and against itself: edits, moves, ten times the rows.

JALON_BENCH_PROFILES sets the scale (default 1,000,000 profiles and six orders each; the full scale is 10,000,000).
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlglot import exp, parse_one

from engine.database import Cursor
from engine.document.model import Document
from engine.runner.service import prepare, run_document
from engine.workspace import Workspace
from tests.bench.data import fill
from tests.bench.measures import Measure, seconds, side_by_side

PROFILES = int(os.environ.get("JALON_BENCH_PROFILES", "1000000"))
ORDERS_EACH = 6


def _aggregate(function: str, attribute: str, value: float) -> dict[str, Any]:
    return {
        "kind": "aggregate",
        "function": function,
        "attribute": attribute,
        "operator": "greater-or-equal",
        "value": value,
    }


def _node(name: str, type_id: str, **settings: Any) -> dict[str, Any]:
    return {"id": name, "type": type_id, "settings": settings}


def seven_steps(share: float = 10, label: str = "Control") -> Document:
    """Two audiences by aggregates, their intersection, a reached one taken out, a control group, totals, a message."""
    nodes = [
        _node("spenders", "build-audience", rule=_aggregate("sum", "orders/cents", 40000)),
        _node("frequent", "build-audience", rule=_aggregate("count", "orders", 5)),
        _node("both", "combine", mode="intersection"),
        _node(
            "city", "build-audience", rule={"kind": "condition", "attribute": "city", "operator": "less", "value": 20}
        ),
        _node("rest", "combine", mode="exclusion", primary_set="both"),
        _node(
            "control",
            "split",
            subsets=[{"label": label, "limit": {"kind": "percent", "value": share}}],
            complement=True,
        ),
        _node("total", "enrichment", aggregates=[{"attribute": "orders/cents", "function": "sum", "alias": "spent"}]),
    ]
    arrows = ["spenders>both", "frequent>both", "both>rest", "city>rest", "rest>control", "control:complement>total"]
    return _document("seven-steps", nodes, arrows)


def thirty_nodes() -> Document:
    """Nine audiences by different thresholds, forked and combined in pairs, each with a control group."""
    nodes: list[dict[str, Any]] = []
    arrows: list[str] = []
    for number in range(8):
        function, path = (("sum", "orders/cents"), ("count", "orders"), ("max", "orders/cents"))[number % 3]
        value = {"sum": 20000 + 5000 * number, "count": 3 + number, "max": 15000 + 400 * number}[function]
        nodes.append(_node(f"a{number}", "build-audience", rule=_aggregate(function, path, value)))
        nodes.append(_node(f"f{number}", "fork"))
        arrows.append(f"a{number}>f{number}")
    for number in range(0, 8, 2):
        for mode, branch in (("union", 1), ("intersection", 2)):
            name = f"{mode[0]}{number}"
            nodes.append(_node(name, "combine", mode=mode))
            arrows += [f"f{number}:branch:{branch}>{name}", f"f{number + 1}:branch:{branch}>{name}"]
        nodes.append(
            _node(f"s{number}", "split", subsets=[{"limit": {"kind": "percent", "value": 10}}], complement=True)
        )
        arrows.append(f"i{number}>s{number}")
    nodes += [_node("all", "combine", mode="union"), _node("end", "end")]
    arrows += [f"u{number}>all" for number in range(0, 8, 2)] + ["all>end"]
    return _document("thirty-nodes", nodes, arrows)


def _document(name: str, nodes: list[dict[str, Any]], arrows: list[str]) -> Document:
    transitions: list[dict[str, Any]] = []
    for number, arrow in enumerate(arrows, start=1):
        start, target = arrow.split(">")
        source, _, port = start.partition(":")
        transitions.append({"id": f"t{number}", "from": source, "port": port or "result", "to": target})
    raw = {"id": name, "zone": "UTC", "as_of": "2025-10-01T09:00:00", "dimension": "profiles", "nodes": nodes}
    return Document.model_validate(raw | {"transitions": transitions})


SEVEN = """
WITH spend AS (SELECT customer, sum(cents) AS s, count(*) AS n FROM {orders} GROUP BY customer),
spenders AS (SELECT p.id FROM {profiles} p JOIN spend ON spend.customer = p.id WHERE s >= 40000),
frequent AS (SELECT p.id FROM {profiles} p JOIN spend ON spend.customer = p.id WHERE n >= 5),
both_ AS (SELECT id FROM spenders SEMI JOIN frequent USING (id)),
city AS (SELECT id FROM {profiles} WHERE city < 20),
rest AS (SELECT id FROM both_ ANTI JOIN city USING (id)),
drawn AS (SELECT id, row_number() OVER (ORDER BY md5('0|subset 1' || '|' || id::VARCHAR), id) AS r, count(*) OVER () AS c FROM rest),
kept AS (SELECT id FROM drawn WHERE r > floor(c * 10 / 100.0 + 0.5)),
total AS (SELECT kept.id, s FROM kept LEFT JOIN spend ON spend.customer = kept.id)
SELECT (SELECT count(*) FROM spenders), (SELECT count(*) FROM frequent), (SELECT count(*) FROM both_),
       (SELECT count(*) FROM city), (SELECT count(*) FROM rest), (SELECT count(*) FROM drawn) - (SELECT count(*) FROM kept),
       (SELECT count(*) FROM kept), (SELECT count(s) FROM total)
"""


def _thirty() -> str:
    """The one query that an expert would write for `thirty-nodes`: one pass over the orders, then set operations."""
    kinds = ("s", "n", "m")
    parts = [
        "spend AS (SELECT customer, sum(cents) AS s, count(*) AS n, max(cents) AS m FROM {orders} GROUP BY customer)"
    ]
    counts: list[str] = []
    for number in range(8):
        kind = kinds[number % 3]
        value = {"s": 20000 + 5000 * number, "n": 3 + number, "m": 15000 + 400 * number}[kind]
        parts.append(
            f"a{number} AS (SELECT p.id FROM {{profiles}} p JOIN spend ON spend.customer = p.id WHERE {kind} >= {value})"
        )
        counts.append(f"(SELECT count(*) FROM a{number})")
    for number in range(0, 8, 2):
        parts.append(f"u{number} AS (SELECT id FROM a{number} UNION SELECT id FROM a{number + 1})")
        parts.append(f"i{number} AS (SELECT id FROM a{number} SEMI JOIN a{number + 1} USING (id))")
        parts.append(
            f"s{number} AS (SELECT id, row_number() OVER (ORDER BY md5('0|subset 1' || '|' || id::VARCHAR), id) AS r,"
            f" count(*) OVER () AS c FROM i{number})"
        )
        counts += [f"(SELECT count(*) FROM u{number})", f"(SELECT count(*) FROM i{number})"]
        counts.append(f"(SELECT count(*) FROM s{number} WHERE r <= floor(c * 10 / 100.0 + 0.5))")
    parts.append("u AS (SELECT id FROM u0 UNION SELECT id FROM u2 UNION SELECT id FROM u4 UNION SELECT id FROM u6)")
    counts.append("(SELECT count(*) FROM u)")
    return f"WITH {', '.join(parts)} SELECT {', '.join(counts)}"


def measures() -> Iterator[Measure]:
    """The engine's measures, on a workspace that is made and thrown away."""
    yield Measure("import engine", _import_time(""), 0.4, " s")
    yield Measure("import engine and all that a run needs", _import_time("engine.run_document; "), None, " s")
    for key in ("integer", "uuid", "text"):
        with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "w") as workspace:
            fill(workspace, PROFILES, PROFILES * ORDERS_EACH, key)
            yield from _against_sql(workspace, key)
            if key == "integer":
                yield from _edits(workspace)
    yield from _scaling()


def _import_time(then: str) -> float:
    script = f"import time; s = time.perf_counter(); import engine; {then}print(time.perf_counter() - s)"
    times = [
        float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    return sorted(times)[1]


def _against_sql(workspace: Workspace, key: str) -> Iterator[Measure]:
    for document, text in ((seven_steps(), SEVEN), (thirty_nodes(), _thirty())):
        names = {name: f'data.main."{table.physical}"' for name, table in workspace.datasets.snapshot().items()}
        query = parse_one(text.format(**names), dialect="duckdb")
        expected = workspace.database.writer.run(partial(_fetch, query))[0]
        found = {one.rows for one in run_document(workspace, document).transitions}
        missing = set(expected) - found
        if missing:
            raise AssertionError(f"{document.id}: the query counts {missing}, the engine {found}")

        def ours(document: Document = document) -> float:
            _forget(workspace)
            return seconds(lambda: run_document(workspace, document))

        def theirs(query: exp.Expr = query) -> float:
            return seconds(partial(workspace.database.writer.run, partial(_fetch, query)))

        mine, others, ratio = side_by_side(ours, theirs)
        yield Measure(f"{document.id}, {key} keys, {PROFILES:,}: engine", mine, None, " s")
        yield Measure(f"{document.id}, {key} keys, {PROFILES:,}: one query", others, None, " s")
        yield Measure(f"{document.id}, {key} keys, {PROFILES:,}: ratio", ratio, 1.0)


def _fetch(query: exp.Expr, cursor: Cursor) -> list[tuple[Any, ...]]:
    return cursor.fetch(query)


def _forget(workspace: Workspace) -> None:
    workspace.populations.evict(keep=set(), most_rows=-1)


def _edits(workspace: Workspace) -> Iterator[Measure]:
    _forget(workspace)
    cold = seconds(lambda: run_document(workspace, seven_steps()))
    leaf = seconds(lambda: run_document(workspace, seven_steps(share=11)))
    yield Measure("one edited leaf, against the cold run", leaf / cold, 0.05)
    before = workspace.populations.names()
    renamed = seconds(lambda: run_document(workspace, seven_steps(share=11, label="Other")))
    yield Measure("a label: populations computed", len(workspace.populations.names() - before), 0)
    yield Measure("a label: check, plan and compare", renamed, 0.3, " s")
    back = run_document(workspace, seven_steps())
    yield Measure("undo: populations computed", sum(not node.reused for node in back.nodes), 0)
    yield Measure(
        "prepare (check and snapshot) of seven-steps", seconds(lambda: prepare(workspace, seven_steps())), 0.3, " s"
    )


def _scaling() -> Iterator[Measure]:
    times: list[float] = []
    for profiles in (PROFILES // 10, PROFILES):
        with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "w") as workspace:
            fill(workspace, profiles, profiles * ORDERS_EACH)
            run_document(workspace, seven_steps())
            _forget(workspace)
            times.append(seconds(partial(run_document, workspace, seven_steps())))
    yield Measure("ten times the rows: times the time", times[1] / times[0], 11)
