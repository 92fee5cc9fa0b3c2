"""A graph with its counts for other programs: as JSON, as Mermaid text, and as one script for a bare DuckDB.

The script holds the very statements that a run executes, under readable names; whoever has the tables and DuckDB alone
gets the same counts.
"""

import re
from collections.abc import Iterator, Mapping

from pydantic import JsonValue
from sqlglot import exp

from engine.bundles.exporting import instant_of
from engine.bundles.parts import slug, table_data_path
from engine.compiler.counts import distinct_targets
from engine.compiler.plan import Plan, make_plan
from engine.document.model import Document
from engine.expressions import NATIVES
from engine.problems import EngineError, Problem
from engine.registry import all_activities
from engine.relations import Relation
from engine.runner.results import RunResult
from engine.runner.service import Prepared, prepare, run_document
from engine.texts import quoted, say
from engine.workspace import Workspace

_MAIN = "main"
_UNSAFE = re.compile(r'[#"<>&\[\]{}()|`;]')


def graph_json(document: Document, result: RunResult) -> JsonValue:
    """The graph and its counts. Shape: one entry per node and per transition, in the order of the document."""
    counts = {one.id: one for one in result.nodes}
    nodes: list[JsonValue] = [
        {
            "id": node.id,
            "type": node.type,
            "label": node.label,
            "position": list[JsonValue](document.layout[node.id]) if node.id in document.layout else None,
            **({"counts": _node_counts(result, node.id)} if node.id in counts else {}),
        }
        for node in document.nodes
    ]
    transitions: list[JsonValue] = [one.to_json() for one in result.transitions]
    return {
        "document": document.id,
        "name": document.name,
        "kind": document.kind.value,
        "as_of": result.as_of,
        "nodes": nodes,
        "transitions": transitions,
    }


def _node_counts(result: RunResult, name: str) -> JsonValue:
    found = result.node(name)
    return {"in": found.entered, "out": found.left, "waiting": found.waiting, "dropped": dict(found.dropped)}


def mermaid(document: Document, result: RunResult) -> str:
    """The graph as a Mermaid flow chart; each arrow carries its label and its count."""
    names = {node.id: f"n{place}" for place, node in enumerate(document.nodes)}
    lines = ["flowchart LR"]
    for node in document.nodes:
        activity = all_activities().get(node.type)
        kind = node.type if activity is None else activity.title
        lines.append(f'    {names[node.id]}["{_safe(node.label or node.id)}<br/>{_safe(kind)}"]')
    ends = 0
    for one in result.transitions:
        said = " ".join(part for part in (one.label, "" if one.rows is None else f"{one.rows:,}") if part)
        target = names.get(one.target or "")
        if target is None:
            target, ends = f"e{ends}(( ))", ends + 1
        label = f'|"{_safe(said)}"|' if said else ""
        lines.append(f"    {names[one.source]} -->{label} {target}")
    return "\n".join(lines) + "\n"


def _safe(text: str) -> str:
    """A text inside Mermaid's quotes: what would mean something there is written by its number."""
    return _UNSAFE.sub(lambda found: f"#{ord(found[0])};", " ".join(text.split()))


def duckdb_script(workspace: Workspace, document: Document) -> str:
    """The whole graph as SQL for DuckDB: views of the data of an unpacked bundle, a table per step, the counts last.

    Errors: not-in-sql, when it uses a function that no query can express; those of counting.
    """
    as_of = instant_of(workspace, document, None)
    prepared = prepare(workspace, document, as_of=as_of)
    result = run_document(workspace, document, as_of=as_of)
    plan = make_plan(prepared.checked, prepared.snapshot, lambda _table: False, {})
    names = _readable(plan, prepared)
    statements = [*_views(prepared, names), *_steps(plan, names), _counts(plan, result, names)]
    for statement in statements:
        _refuse_natives(statement)
    texts = [statement.sql(dialect="duckdb", pretty=True) for statement in statements]
    head = [f"-- {line}" for line in (document.name or document.id, say("As of {as_of}.", as_of=result.as_of), *_HELP)]
    return "\n".join(head) + "\n\n" + ";\n\n".join(texts) + ";\n"


_HELP = (
    "Unpack a bundle of this document that holds its data, and run this in that folder: duckdb < script.sql",
    say("Without such a bundle, put tables of these names in the place of the views."),
)


def _readable(plan: Plan, prepared: Prepared) -> Mapping[str, str]:
    """Stored name to the name in the script."""
    names = {table.name: name for name, table in prepared.snapshot.tables.items()}
    names |= {table.name: f"audience {name}" for name, table in prepared.snapshot.audiences.items()}
    taken = set(names.values())
    for place, step in enumerate(plan.steps, start=1):
        name = f"{place:02} {slug(step.nodes[0]) if step.nodes else 'shared'}"
        names[step.table] = name if name not in taken else f"{name} step"
    return names


def _views(prepared: Prepared, names: Mapping[str, str]) -> Iterator[exp.Create]:
    used = _tables_read(prepared)
    for name, table in sorted(prepared.snapshot.tables.items()):
        if table.name in used:
            file = exp.Literal.string(table_data_path(name))
            rows = exp.select("*").from_(exp.Anonymous(this="read_parquet", expressions=[file]))
            yield exp.Create(this=_table(names[table.name]), kind="VIEW", expression=rows)


def _tables_read(prepared: Prepared) -> set[str]:
    plan = make_plan(prepared.checked, prepared.snapshot, lambda _table: False, {})
    return {table.name for step in plan.steps for table in step.query.find_all(exp.Table)}


def _steps(plan: Plan, names: Mapping[str, str]) -> Iterator[exp.Create]:
    for step in plan.steps:
        yield exp.Create(this=_table(names[step.table]), kind="TABLE", expression=_renamed(step.query, names))


def _renamed(query: exp.Query, names: Mapping[str, str]) -> exp.Query:
    changed = query.copy()
    for table in changed.find_all(exp.Table):
        if table.name in names:
            table.set("this", exp.to_identifier(names[table.name], quoted=True))
            table.set("db", exp.to_identifier(_MAIN, quoted=True))
            table.set("catalog", None)
    return changed


def _table(name: str) -> exp.Table:
    return exp.table_(name, db=_MAIN, quoted=True)


def _counts(plan: Plan, result: RunResult, names: Mapping[str, str]) -> exp.Query:
    """Shape: one row per transition that was counted: its id, its rows, its distinct targets."""
    found: exp.Query | None = None
    for one in result.transitions:
        output = plan.nodes[one.source].outputs.get(one.port) if one.source in plan.nodes else None
        if one.rows is None or output is None:
            continue
        query = _renamed(_count(one.id, output), names)
        found = query if found is None else exp.union(found, query, distinct=False, copy=False)
    if found is None:
        raise EngineError(
            Problem(code="no-counts", what="Nothing in this document can be counted.", fix="Mend its problems first.")
        )
    return found


def _count(name: str, output: Relation) -> exp.Select:
    targets = exp.Count(this=exp.Star()) if output.unique or not output.key else distinct_targets(output)
    return output.rows("p").select(
        exp.alias_(exp.Literal.string(name), "transition"),
        exp.alias_(exp.Count(this=exp.Star()), "rows"),
        exp.alias_(targets, "targets"),
    )


def _refuse_natives(statement: exp.Expr) -> None:
    own = {native.name for native in NATIVES}
    for call in statement.find_all(exp.Anonymous):
        if call.name in own:
            what = say("This document uses {call}, which is computed by Jalon itself.", call=quoted(call.name))
            raise EngineError(Problem(code="not-in-sql", what=what, fix="Leave that function out to get a script."))
