"""What each line of a rule does to a count: what it finds by itself, what is left after it, what goes without it.

All lines are counted in one statement over the rows that the rule is asked of, on the reading thread.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlglot import exp

from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources, Surroundings
from engine.compiler.existence import looked_up
from engine.compiler.sources import NodeSources, Snapshot
from engine.database import Cursor
from engine.document.model import Document
from engine.lanes import Job
from engine.problems import EngineError, Problem
from engine.relations import Relation, column
from engine.rules import Group, Logic, Rule, compile_rule, counted_items, takes_part
from engine.runner.service import check_document, snapshot_of
from engine.trees import DIALECT
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LineCount:
    """One line, or one group, of a rule; all numbers are rows.

    `matched` is what it finds by itself. `before` and `after` are what its group, taken by itself, finds with the items
    above it, and with it too: their difference is what the line takes away (or adds, under "or"). `without` is what
    the whole rule would find if the line were not there. All but `matched` are None for a part that is switched off.
    """

    matched: int
    before: int | None = None
    after: int | None = None
    without: int | None = None


@dataclass(frozen=True, slots=True)
class RuleCounts:
    """What a rule finds among `rows`, and what each of its parts does, by paths such as "items[1].items[0]".

    `left_out` names the lines that cannot be counted yet; they count as if they were switched off.
    """

    rows: int
    matched: int
    lines: Mapping[str, LineCount]
    left_out: Mapping[str, Problem]


def start_line_counts(
    workspace: Workspace, document: Document, rule: Rule, of: str | Relation, *, as_of: datetime | None = None
) -> Job[RuleCounts]:
    """Count every line of a rule over the records of a table, or over the rows of a stored population."""
    return workspace.database.reader.submit(partial(_count, workspace, document, rule, of, as_of))


def _count(
    workspace: Workspace, document: Document, rule: Rule, of: str | Relation, as_of: datetime | None, cursor: Cursor
) -> RuleCounts:
    checked = check_document(workspace, document, as_of=as_of)
    sources = NodeSources(checked.world.surroundings, snapshot_of(workspace, checked))
    return count_lines(rule, of, sources, cursor)


def count_lines(rule: Rule, of: str | Relation, sources: Sources, cursor: Cursor) -> RuleCounts:
    """The counts of a rule and of each of its parts. Errors: no-data, unknown-table; none for a line that is wrong."""
    table = _Table(of, sources)
    compiled, wrong = _compiled(rule, table, sources)
    counted = _switched_off(rule, wrong)
    names = {path: f"c{place}" for place, path in enumerate(compiled)}
    inner = table.select
    for path, holds in compiled.items():
        inner = inner.select(exp.alias_(holds, names[path], quoted=True))
    for join in table.scope.joins():
        inner = inner.join(join)
    if not compiled:
        inner = inner.select("1")
    truth = _Truth(names)
    wanted: dict[tuple[str, str], exp.Expr] = {("", "found"): truth.of(counted, "")}
    for path, part, group, place in _parts(counted):
        if path in names or (isinstance(part, Group) and takes_part(part)):
            wanted[path, "matched"] = truth.of(part.model_copy(update={"disabled": False}), path)
        if takes_part(part):
            above = path.rpartition("items[")[0].rstrip(".")
            wanted[path, "before"] = _until(group, place, above, truth)
            wanted[path, "after"] = _until(group, place + 1, above, truth)
            wanted[path, "without"] = truth.of(_switched_off(counted, {path: None}), "")
    counts = [exp.Count(this=exp.Star()), *(_count_where(condition) for condition in wanted.values())]
    rows, *found = cursor.fetch(looked_up(exp.select(*counts).from_(inner.subquery("r"))))[0]
    by_path: dict[str, dict[str, int]] = {}
    for (path, kind), count in zip(wanted, found, strict=True):
        by_path.setdefault(path, {})[kind] = count
    matched = by_path[""].pop("found")
    lines = {path: LineCount(**values) for path, values in by_path.items() if values}
    return RuleCounts(rows, matched, lines, {path: problem for path, problem in wrong.items() if problem is not None})


def rule_sql(rule: Rule, surroundings: Surroundings, of: str | Relation) -> str:
    """The query for the rows that a rule finds, tables by their own names, to be read. Errors: as `compile_rule`."""
    named = {table.name: exp.table_(exp.to_identifier(table.name)) for table in surroundings.catalog.tables}
    sources = NodeSources(surroundings, Snapshot(tables=named))
    table = _Table(of, sources)
    condition = compile_rule(rule, table.scope, sources)
    select = table.select.select(*table.scope.row_key())
    for join in table.scope.joins():
        select = select.join(join)
    return select.where(condition).sql(dialect=DIALECT, pretty=True)


class _Table:
    """The rows that a rule is asked of: what selects them, and what names mean for them."""

    def __init__(self, of: str | Relation, sources: Sources) -> None:
        if isinstance(of, Relation):
            self.scope = RowScope.of_population(sources, of, "p")
            self.select = of.rows("p")
        else:
            self.scope = RowScope.of_table(sources, of, "t")
            self.select = exp.Select().from_(sources.table(of, "t"))


class _Truth:
    """Whether a part of a rule holds for a row, said by the columns that hold the truth of its lines."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def of(self, rule: Rule, path: str) -> exp.Expr:
        if not takes_part(rule):
            return exp.true()
        if not isinstance(rule, Group):
            return column("r", self._names[path])
        if not rule.items:
            return exp.true()
        items = [exp.Paren(this=self.of(item, _under(path, place))) for place, item in counted_items(rule)]
        if rule.operator is Logic.OR:
            return exp.or_(*items, copy=False)
        if rule.operator is Logic.AND or len(items) == 1:
            return exp.and_(*items, copy=False)
        first, *rest = items
        return exp.And(this=first, expression=exp.Not(this=exp.Paren(this=exp.and_(*rest, copy=False))))


def _compiled(rule: Rule, table: _Table, sources: Sources) -> tuple[dict[str, exp.Expr], dict[str, Problem | None]]:
    """Path to what decides a line, for those that can be decided; path to the problem of the others.

    There is no problem to tell for a line that is switched off.
    """
    compiled: dict[str, exp.Expr] = {}
    wrong: dict[str, Problem | None] = {}
    for path, line, counts in _lines(rule, "", True):
        try:
            holds = compile_rule(line.model_copy(update={"disabled": False}), table.scope, sources)
        except EngineError as error:
            wrong[path] = error.problem if counts else None
            continue
        compiled[path] = exp.Coalesce(this=holds, expressions=[exp.false()])
    return compiled, wrong


def _lines(rule: Rule, path: str, counts: bool) -> Iterator[tuple[str, Rule, bool]]:
    """Every line with its path, and whether it and all that it stands in is switched on."""
    counts = counts and not rule.disabled
    if isinstance(rule, Group):
        for place, item in enumerate(rule.items):
            yield from _lines(item, _under(path, place), counts)
    else:
        yield path, rule, counts


def _parts(rule: Rule, path: str = "") -> Iterator[tuple[str, Rule, Group, int]]:
    """Every part below the rule itself: its path, itself, its group, and its place there."""
    if isinstance(rule, Group):
        for place, item in enumerate(rule.items):
            here = _under(path, place)
            yield here, item, rule, place
            yield from _parts(item, here)


def _switched_off(rule: Rule, paths: Mapping[str, object], path: str = "") -> Rule:
    if path in paths:
        return rule.model_copy(update={"disabled": True})
    if not isinstance(rule, Group):
        return rule
    items = tuple(_switched_off(item, paths, _under(path, place)) for place, item in enumerate(rule.items))
    return rule.model_copy(update={"items": items})


def _until(group: Group, count: int, path: str, truth: _Truth) -> exp.Expr:
    """What a group finds with its first items alone; before any, all rows, or none under "or"."""
    first = Group(operator=group.operator, items=group.items[:count])
    if group.operator is Logic.OR and not any(takes_part(item) for item in first.items):
        return exp.false()
    return truth.of(first, path)


def _count_where(condition: exp.Expr) -> exp.Expr:
    return exp.Filter(this=exp.Count(this=exp.Star()), expression=exp.Where(this=condition))


def _under(path: str, place: int) -> str:
    return f"{path}.items[{place}]".lstrip(".")
