"""Split: labelled subsets of a population, by rule, number, share or order.

Subsets are filled from top to bottom, each from what the earlier ones left; with overlapping, each from the whole.
A share is of the population that enters, rounded half up, and capped by the rows that are there. Without a sorting, a
limit is a fair draw that is the same on every machine.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.contract import (
    COMPLEMENT,
    RESULT,
    Activity,
    Ask,
    Category,
    Compiled,
    Entrants,
    Hint,
    Outputs,
    Place,
    Port,
    PortCounts,
    Reason,
    Settings,
    warning,
)
from engine.expressions import row_digest
from engine.problems import EngineError, Problem
from engine.relations import PORT, SEGMENT, Column, Relation, ascending, column
from engine.rules import Rule, check_rule, compile_rule
from engine.selecting import columns_of, draw, drawn_first, joined, missing_setting, named, ordered, rows_entering
from engine.texts import say
from engine.types import LONG, STRING

WHOLE = 100


class LimitKind(StrEnum):
    """What a limit counts."""

    NUMBER = "number"
    PERCENT = "percent"


class Limit(Settings):
    """How many rows a subset may take."""

    kind: LimitKind = Field(default=LimitKind.PERCENT, title="Limit by")
    value: float = Field(ge=0, title="Limit")


class Sorting(Settings):
    """Which rows a limit takes first."""

    attribute: Annotated[str, Hint("attribute", "in")] = Field(title="Attribute")
    descending: bool = Field(default=True, title="Highest first")


class Subset(Settings):
    """One of the outputs."""

    label: str = Field(default="", title="Label")
    filter: Annotated[Rule | None, Hint("rule", "in")] = Field(default=None, title="Filter")
    limit: Limit | None = Field(default=None, title="Limit")
    sort: Sorting | None = Field(default=None, title="Sorting", description="Without it, a limit is a fair draw.")
    skip_empty: bool = Field(default=False, title="Skip when empty")


class SplitSettings(Settings):
    """The subsets, in order."""

    subsets: tuple[Subset, ...] = Field(default=(Subset(),), title="Subsets")
    complement: bool = Field(default=False, title="Generate complement")
    same_table: bool = Field(default=False, title="All subsets in one output")
    overlap: bool = Field(default=False, title="Subsets may overlap")


class Split(Activity[SplitSettings]):
    """Divide a population into labelled subsets."""

    type_id = "split"
    title = "Split"
    category = Category.TARGETING
    icon = "ph.git-branch"
    synonyms = ("segment", "divide", "control group", "sample", "test group")
    settings = SplitSettings
    branches = "subsets"
    reasons = (Reason("no-subset", "In no subset"),)

    def ports(self, settings: SplitSettings) -> tuple[Port, ...]:
        """Outputs "subset:1", "subset:2"... (one "result" for all in one table), then the complement."""
        rest = (Port(COMPLEMENT, "Complement"),) if settings.complement else ()
        if settings.same_table:
            return (Port(RESULT, "Result"), *rest)
        subsets = ((f"subset:{place}", subset.label, _label(subset, place)) for place, subset in _numbered(settings))
        return (*(Port.named(*one) for one in subsets), *rest)

    def check(self, place: Place[SplitSettings]) -> Iterator[Problem]:
        settings = place.settings
        if not settings.subsets:
            yield missing_setting("There is no subset.", "subsets", "Add a segment.", "V14")
        scope = RowScope.to_check(place.surroundings, place.source)
        for number, subset in _numbered(settings):
            field = f"subsets[{number - 1}]"
            if subset.filter is not None:
                for problem in check_rule(subset.filter, scope):
                    yield problem.at(field=f"{field}.filter")
            if subset.sort is not None:
                try:
                    scope.attribute(subset.sort.attribute)
                except EngineError as error:
                    yield error.problem.at(field=f"{field}.sort.attribute")
            last = number == len(settings.subsets)
            if subset.filter is None and subset.limit is None and not last and not settings.overlap:
                yield warning(
                    "starving-subset",
                    say("{label} takes all that is left, so later subsets stay empty.", label=_label(subset, number)),
                    fix="Give it a filter or a limit, or move it to the end.",
                    check="V14",
                    field=field,
                )
        yield from self._check_shares(settings)

    def _check_shares(self, settings: SplitSettings) -> Iterator[Problem]:
        plain = [
            subset.limit.value
            for subset in settings.subsets
            if subset.filter is None and subset.limit is not None and subset.limit.kind is LimitKind.PERCENT
        ]
        beyond = any(
            subset.limit is not None and subset.limit.kind is LimitKind.PERCENT and subset.limit.value > WHOLE
            for subset in settings.subsets
        )
        if beyond or (sum(plain) > WHOLE and not settings.overlap):
            yield Problem(
                code="shares-beyond-whole",
                what=say("The shares add up to {total} %.", total=f"{sum(plain):g}"),
                fix="Lower them to 100 % in all.",
                field="subsets",
                check="V14",
            )

    def shapes(self, place: Place[SplitSettings]) -> Outputs:
        shape, _ = _set_aside(place)
        if place.settings.same_table:
            shape = shape.with_columns([Column(SEGMENT, STRING, label="Segment", origin=place.node)])
            if place.settings.overlap:
                shape = replace(shape, row_key=(*shape.row_key, SEGMENT), unique=False, distinct=False)
        return dict.fromkeys((port.id for port in self.ports(place.settings)), shape)

    def compile(self, place: Place[SplitSettings], sources: Sources) -> Compiled:
        return _Statement(place, sources).query()

    def conserves(self, place: Place[SplitSettings]) -> tuple[str, ...] | None:
        return _set_aside(place)[0].row_key if place.settings.overlap else None

    def entrants(self, place: Place[SplitSettings], sources: Sources) -> Entrants:
        del sources
        return rows_entering(place.source, _set_aside(place)[1])

    def losses(self, place: Place[SplitSettings], entered: int, left: int) -> Mapping[str, int]:
        del place
        return {"no-subset": entered - left} if entered != left else {}

    def activates(self, place: Place[SplitSettings], entered: int, left: PortCounts, ask: Ask) -> frozenset[str]:
        del entered, ask
        skipped = {
            f"subset:{number}"
            for number, subset in _numbered(place.settings)
            if subset.skip_empty and not left.get(f"subset:{number}", 0)
        }
        return frozenset(port.id for port in self.ports(place.settings)) - skipped


def _set_aside(place: Place[SplitSettings]) -> tuple[Relation, dict[str, str]]:
    """The inbound shape, and each column's name here: the segment of an earlier split makes way.

    It stays beside it as "__segment", because it may tell rows apart.
    """
    source = place.source
    earlier = place.settings.same_table
    names = {name: f"_{name}" if earlier and name.lstrip("_") == SEGMENT[1:] != name else name for name in source.names}
    columns = tuple(replace(one, name=names[one.name]) for one in source.columns)
    return replace(source, columns=columns, row_key=tuple(names[name] for name in source.row_key)), names


def _numbered(settings: SplitSettings) -> list[tuple[int, Subset]]:
    return list(enumerate(settings.subsets, start=1))


def _label(subset: Subset, number: int) -> str:
    return subset.label or say("Subset {number}", number=number)


class _Statement:
    """The one statement of a split. Shape: the inbound columns, the segment in one table, and the port."""

    def __init__(self, place: Place[SplitSettings], sources: Sources) -> None:
        self._settings = place.settings
        self._source: Relation = place.source
        self._shape, self._names = _set_aside(place)
        self._scope = RowScope.of_population(sources, self._source, "p")
        self._sources = sources
        self._shared: dict[str, exp.Query] = {}

    def query(self) -> Compiled:
        rows: exp.Query = self._rows()
        numbered = _numbered(self._settings)
        for number, subset in numbered:
            earlier = [] if self._settings.overlap else [_taken(one) for one in range(1, number)]
            rows = self._within(rows, number, subset, earlier)
        if self._settings.overlap:
            query: exp.Select | exp.SetOperation = self._overlapping(self._share("_all", rows))
        else:
            query = self._labelled(rows.subquery("q"), [number for number, _ in numbered])
        for name, shared in self._shared.items():
            query = query.with_(exp.to_identifier(name, quoted=True), as_=shared, copy=False)
        return query

    def _share(self, name: str, query: exp.Query, alias: str = "q") -> exp.Table:
        """Names a query that is read more than once; the table to read it from, known as `alias`."""
        self._shared[name] = query
        table = exp.alias_(exp.table_(name, quoted=True), alias, table=True)
        assert isinstance(table, exp.Table)
        return table

    def _rows(self) -> exp.Select:
        """The inbound rows with, for each subset, whether its filter holds and what it sorts by or is drawn by."""
        extra: list[exp.Expr] = []
        for number, subset in _numbered(self._settings):
            holds: exp.Expr = exp.true()
            if subset.filter is not None:
                predicate = compile_rule(subset.filter, self._scope, self._sources)
                holds = exp.Coalesce(this=predicate, expressions=[exp.false()])
            extra.append(named(holds, f"_f{number}"))
            if subset.sort is not None:
                extra.append(named(self._scope.attribute(subset.sort.attribute).tree, f"_s{number}"))
            elif subset.limit is not None:
                extra.append(named(drawn_first(draw(self._scope, _salt(number))), f"_s{number}"))
        if any(subset.limit is not None and subset.sort is not None for subset in self._settings.subsets):
            extra.append(named(exp.Window(this=exp.Count(this=exp.Star())), "_all"))
        kept = [named(column("p", old), new) for old, new in self._names.items()]
        return joined(self._source.rows("p").select(*kept, *extra), self._scope)

    def _within(self, rows: exp.Query, number: int, subset: Subset, earlier: list[exp.Column]) -> exp.Query:
        """Adds "_t<number>": whether the subset takes the row, within its limit and unless an earlier one has it."""
        free = exp.and_(column("q", f"_f{number}"), *(exp.Not(this=one) for one in earlier))
        if subset.limit is not None and subset.sort is None:
            return self._drawn(rows, number, free, subset.limit)
        takes = free
        if subset.limit is not None and subset.sort is not None:
            first = ordered(column("q", f"_s{number}"), desc=subset.sort.descending)
            quota = _quota(subset.limit, column("q", "_all"))
            takes = exp.and_(exp.Paren(this=free), exp.LTE(this=self._rank(free, first), expression=quota))
        return exp.select("*", named(takes, f"_t{number}")).from_(rows.subquery("q"))

    def _rank(self, free: exp.Expr, first: exp.Expr) -> exp.Window:
        """The place of a free row among the free ones; the row's key ends the order."""
        order = [first, *(ascending(column("q", name)) for name in self._shape.row_key)]
        return exp.Window(
            this=exp.RowNumber(), partition_by=[exp.Paren(this=free.copy())], order=exp.Order(expressions=order)
        )

    def _drawn(self, rows: exp.Query, number: int, free: exp.Expr, limit: Limit) -> exp.Query:
        """The same rows as ranking all of them by their draws would take, while only one in 256 is ranked.

        Rows are counted by the first digits of their draws, which tells the one group in which the quota ends. Free
        rows of earlier groups are in, those of later groups are out, and the group itself is ranked.
        """
        shared = self._share(f"_rows{number}", rows)
        group, end = column("q", f"_s{number}"), column("e", "group")
        ends = self._share(f"_end{number}", self._end(shared, group, free, limit), "e")
        everything = exp.Column(this=exp.Star(), table=exp.to_identifier("q"))
        before = exp.and_(exp.Paren(this=free), exp.LT(this=group, expression=end))
        place = self._rank(free, ascending(self._draw(number)))
        within = exp.and_(exp.Paren(this=free), exp.LTE(this=place, expression=column("e", "left")))
        parts = [
            exp.select(everything.copy(), named(takes, f"_t{number}"))
            .from_(shared.copy())
            .join(ends.copy(), join_type="cross")
            .where(where)
            for takes, where in ((before, group.neq(end)), (within, group.eq(end)))
        ]
        return exp.union(parts[0], parts[1], distinct=False)

    def _draw(self, number: int) -> exp.Expr:
        """The whole draw of a row of "q"."""
        key = [column("q", name) for name in self._shape.row_key]
        return row_digest(self._scope.surroundings.seed, key, _salt(number))

    def _end(self, rows: exp.Table, group: exp.Expr, free: exp.Expr, limit: Limit) -> exp.Select:
        """Shape: one row: the group of draws in which the quota ends, '' for none, and how many of it are let in."""
        among = exp.Count(this=exp.Case().when(free.copy(), exp.Literal.number(1)))
        counted = exp.select(
            named(group.copy(), "group"), named(exp.Count(this=exp.Star()), "rows"), named(among, "free")
        )
        counted = counted.from_(rows.copy()).group_by(group.copy())
        running = exp.Window(
            this=exp.Sum(this=column("h", "free")), order=exp.Order(expressions=[ascending(column("h", "group"))])
        )
        everybody = exp.Cast(this=exp.Window(this=exp.Sum(this=column("h", "rows"))), to=LONG.to_sql())
        before = exp.select(
            column("h", "group"),
            named(exp.Sub(this=running, expression=column("h", "free")), "before"),
            named(_quota(limit, everybody), "quota"),
        ).from_(counted.subquery("h"))
        reached = exp.Coalesce(this=exp.Max(this=column("b", "group")), expressions=[exp.Literal.string("")])
        left = exp.Min(this=exp.Sub(this=column("b", "quota"), expression=column("b", "before")))
        return (
            exp.select(named(reached, "group"), named(left, "left"))
            .from_(before.subquery("b"))
            .where(exp.LT(this=column("b", "before"), expression=column("b", "quota")))
        )

    def _overlapping(self, rows: exp.Table) -> exp.Select | exp.SetOperation:
        """Each subset on its own; a row stands once for each that takes it."""
        numbers = [number for number, _ in _numbered(self._settings)]
        parts = [self._labelled(rows, [number], rest=False) for number in numbers]
        if self._settings.complement:
            anywhere = exp.or_(*(_taken(number) for number in numbers))
            rest = exp.select(*self._plain(), *self._marks(exp.null(), exp.Literal.string(COMPLEMENT)))
            parts.append(rest.from_(rows.copy()).where(exp.Not(this=exp.Paren(this=anywhere))))
        query: exp.Select | exp.SetOperation = parts[0]
        for part in parts[1:]:
            query = exp.union(query, part, distinct=False)
        return query

    def _labelled(self, rows: exp.Table | exp.Subquery, numbers: list[int], *, rest: bool = True) -> exp.Select:
        port, label = exp.Case(), exp.Case()
        for number in numbers:
            name = RESULT if self._settings.same_table else f"subset:{number}"
            subset = self._settings.subsets[number - 1]
            port = port.when(_taken(number), exp.Literal.string(name), copy=False)
            label = label.when(_taken(number), exp.Literal.string(str(_label(subset, number))), copy=False)
        complement = self._settings.complement and rest
        if complement:
            port.set("default", exp.Literal.string(COMPLEMENT))
        select = exp.select(*self._plain(), *self._marks(label, port)).from_(rows.copy())
        if complement:
            return select
        return select.where(exp.or_(*(_taken(number) for number in numbers)))

    def _plain(self) -> list[exp.Expr]:
        return columns_of(self._shape, "q")

    def _marks(self, label: exp.Expr, port: exp.Expr) -> list[exp.Expr]:
        settings = self._settings
        marks: list[exp.Expr] = []
        if settings.same_table:
            text = exp.Cast(this=label, to=STRING.to_sql())
            marks.append(named(text, SEGMENT))
        if not settings.same_table or settings.complement:
            marks.append(named(port, PORT))
        return marks


def _taken(number: int) -> exp.Column:
    return column("q", f"_t{number}")


def _salt(number: int) -> str:
    return f"subset {number}"


def _quota(limit: Limit, everybody: exp.Expr) -> exp.Expr:
    """How many rows a limit lets through; a share is of everybody and rounded half up."""
    value = exp.Literal.number(f"{limit.value:.10f}".rstrip("0").rstrip("."))
    if limit.kind is LimitKind.NUMBER:
        return value
    exact = exp.Cast(this=value, to=exp.DataType.build("decimal(18,10)"))
    share = exp.Div(this=exp.Mul(this=everybody, expression=exact), expression=exp.Literal.number(WHOLE))
    return exp.Floor(this=exp.Add(this=share, expression=exp.Literal.number("0.5")))
