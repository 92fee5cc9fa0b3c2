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
    Hint,
    Outputs,
    Place,
    Port,
    PortCounts,
    Reason,
    Settings,
    warning,
)
from engine.problems import EngineError, Problem
from engine.relations import PORT, SEGMENT, Column, Relation, ascending, column
from engine.rules import Rule, check_rule, compile_rule
from engine.selecting import columns_of, draw, joined, missing_setting, named, ordered
from engine.types import STRING

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
    reasons = (Reason("no-subset", "In no subset"),)

    def ports(self, settings: SplitSettings) -> tuple[Port, ...]:
        """Outputs "subset:1", "subset:2"... (one "result" for all in one table), then the complement."""
        rest = (Port(COMPLEMENT, "Complement"),) if settings.complement else ()
        if settings.same_table:
            return (Port(RESULT, "Result"), *rest)
        return (*(Port(f"subset:{place}", _label(subset, place)) for place, subset in _numbered(settings)), *rest)

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
                    f"{_label(subset, number)} takes all that is left, so later subsets stay empty.",
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
                what=f"The shares add up to {sum(plain):g} %.",
                fix="Lower them to 100 % in all.",
                field="subsets",
                check="V14",
            )

    def shapes(self, place: Place[SplitSettings]) -> Outputs:
        shape = place.source
        if place.settings.same_table:
            shape = shape.with_columns([Column(SEGMENT, STRING, label="Segment", origin=place.node)])
            if place.settings.overlap:
                shape = replace(shape, row_key=(*shape.row_key, SEGMENT), unique=False)
        return dict.fromkeys((port.id for port in self.ports(place.settings)), shape)

    def compile(self, place: Place[SplitSettings], sources: Sources) -> Compiled:
        return _Statement(place, sources).query()

    def conserves(self, place: Place[SplitSettings]) -> tuple[str, ...] | None:
        return place.source.row_key if place.settings.overlap else None

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


def _numbered(settings: SplitSettings) -> list[tuple[int, Subset]]:
    return list(enumerate(settings.subsets, start=1))


def _label(subset: Subset, number: int) -> str:
    return subset.label or f"Subset {number}"


class _Statement:
    """The one statement of a split. Shape: the inbound columns, the segment in one table, and the port."""

    def __init__(self, place: Place[SplitSettings], sources: Sources) -> None:
        self._settings = place.settings
        self._source: Relation = place.source
        self._scope = RowScope.of_population(sources, self._source, "p")
        self._sources = sources

    def query(self) -> Compiled:
        rows = self._rows()
        if self._settings.overlap:
            return self._overlapping(rows)
        for number, subset in _numbered(self._settings):
            rows = self._taken(rows, number, subset)
        number = len(self._settings.subsets)
        branches = [(column("q", f"_t{one}"), one) for one in range(1, number + 1)]
        return self._labelled(rows, branches, "q")

    def _rows(self) -> exp.Select:
        """The inbound rows with, for each subset, whether its filter holds and what it sorts by."""
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
                extra.append(named(draw(self._scope, f"subset {number}"), f"_s{number}"))
        if any(subset.limit is not None for subset in self._settings.subsets):
            extra.append(named(exp.Window(this=exp.Count(this=exp.Star())), "_all"))
        return joined(self._source.rows("p").select(*columns_of(self._source, "p"), *extra), self._scope)

    def _taken(self, rows: exp.Select, number: int, subset: Subset) -> exp.Select:
        """Adds "_t<number>": whether the subset takes the row, from those that no earlier one has."""
        earlier = [column("q", f"_t{one}") for one in range(1, number)]
        free = exp.and_(column("q", f"_f{number}"), *(exp.Not(this=one) for one in earlier))
        return exp.select("*", named(self._within(free, number, subset), f"_t{number}")).from_(rows.subquery("q"))

    def _within(self, free: exp.Expr, number: int, subset: Subset) -> exp.Expr:
        """Whether a free row is within the subset's limit."""
        if subset.limit is None:
            return free
        desc = subset.sort is not None and subset.sort.descending
        order = [ordered(column("q", f"_s{number}"), desc=desc)]
        order += [ascending(column("q", name)) for name in self._source.row_key]
        rank = exp.Window(
            this=exp.RowNumber(), partition_by=[exp.Paren(this=free.copy())], order=exp.Order(expressions=order)
        )
        return exp.and_(exp.Paren(this=free), exp.LTE(this=rank, expression=_quota(subset.limit)))

    def _overlapping(self, rows: exp.Select) -> Compiled:
        """Each subset on its own; a row stands once for each that takes it."""
        for number, subset in _numbered(self._settings):
            taken = self._within(column("q", f"_f{number}"), number, subset)
            rows = exp.select("*", named(taken, f"_t{number}")).from_(rows.subquery("q"))
        parts = [
            self._labelled(rows.copy(), [(column("q", f"_t{number}"), number)], "q", rest=False)
            for number, _ in _numbered(self._settings)
        ]
        if self._settings.complement:
            anywhere = exp.or_(*(column("q", f"_t{number}") for number, _ in _numbered(self._settings)))
            rest = exp.select(*self._plain("q"), *self._marks(exp.null(), exp.Literal.string(COMPLEMENT)))
            parts.append(rest.from_(rows.copy().subquery("q")).where(exp.Not(this=exp.Paren(this=anywhere))))
        query: exp.Select | exp.SetOperation = parts[0]
        for part in parts[1:]:
            query = exp.union(query, part, distinct=False)
        return query

    def _labelled(
        self, rows: exp.Select, branches: list[tuple[exp.Column, int]], alias: str, *, rest: bool = True
    ) -> exp.Select:
        port, label = exp.Case(), exp.Case()
        for taken, number in branches:
            name = RESULT if self._settings.same_table else f"subset:{number}"
            subset = self._settings.subsets[number - 1]
            port = port.when(taken.copy(), exp.Literal.string(name), copy=False)
            label = label.when(taken.copy(), exp.Literal.string(_label(subset, number)), copy=False)
        complement = self._settings.complement and rest
        if complement:
            port.set("default", exp.Literal.string(COMPLEMENT))
        select = exp.select(*self._plain(alias), *self._marks(label, port)).from_(rows.subquery(alias))
        if complement:
            return select
        return select.where(exp.or_(*(taken.copy() for taken, _ in branches)))

    def _plain(self, alias: str) -> list[exp.Expr]:
        return columns_of(self._source, alias)

    def _marks(self, label: exp.Expr, port: exp.Expr) -> list[exp.Expr]:
        settings = self._settings
        marks: list[exp.Expr] = []
        if settings.same_table:
            text = exp.Cast(this=label, to=STRING.to_sql())
            marks.append(named(text, SEGMENT))
        if not settings.same_table or settings.complement:
            marks.append(named(port, PORT))
        return marks


def _quota(limit: Limit) -> exp.Expr:
    """How many rows a limit lets through; a share is rounded half up."""
    value = exp.Literal.number(f"{limit.value:.10f}".rstrip("0").rstrip("."))
    if limit.kind is LimitKind.NUMBER:
        return value
    exact = exp.Cast(this=value, to=exp.DataType.build("decimal(18,10)"))
    share = exp.Div(this=exp.Mul(this=column("q", "_all"), expression=exact), expression=exp.Literal.number(WHOLE))
    return exp.Floor(this=exp.Add(this=share, expression=exp.Literal.number("0.5")))
