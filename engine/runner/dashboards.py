"""Dashboards over a workspace: each widget's rows are stored once, its numbers are counted from what is stored."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateutil.relativedelta import relativedelta
from sqlglot import exp

from engine.account_data.browsing import Browsed, roles_of
from engine.account_data.rows import current_rows
from engine.account_data.scoring import tables_of
from engine.accounts.dashboards import engagement, groups
from engine.accounts.dashboards.model import Measure, Rows, Wanted, Widget
from engine.catalog.sources import Clock
from engine.problems import EngineError, Problem
from engine.relations import column
from engine.runner.account_lists import population_of
from engine.runner.populations import StoredPopulation
from engine.texts import quoted, say
from engine.trees import query
from engine.workspace import Workspace

Make = Callable[[Rows, Wanted], tuple[Widget, ...]]
_MOST_TIMES = 1_000
"""Over more months or days than these no line is told day by day."""
DASHBOARDS: Mapping[str, Make] = {
    "overview": groups.overview, "roles": groups.roles, "highlights": groups.highlights,
    "engagement": engagement.engagement, "web": engagement.web, "emails": engagement.emails,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A number: its category, its series where there are several, and the further sums of a table."""

    category: str | None
    series: str | None
    value: float
    sums: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A widget with its numbers, in the order in which they are shown, and the rows behind them."""

    widget: Widget
    points: tuple[Point, ...]
    population: StoredPopulation

    @property
    def total(self) -> float:
        return sum(point.value for point in self.points)

    @property
    def categories(self) -> tuple[str | None, ...]:
        return tuple(dict.fromkeys(point.category for point in self.points))

    @property
    def series(self) -> tuple[str | None, ...]:
        """The series in their order; empty texts and none come last."""
        order = self.widget.order
        found = dict.fromkeys(point.series for point in self.points)
        return tuple(sorted(found, key=lambda one: (one is None, order.index(one) if one in order else len(order),
                                                    one or "")))  # fmt: skip


def figures(workspace: Workspace, name: str, wanted: Wanted, clock: Clock) -> tuple[Figure, ...]:
    """The widgets of a dashboard with their numbers. Errors: KeyError for an unknown dashboard; the database's."""
    tables = tables_of(workspace)
    return tuple(figure_of(workspace, widget, clock) for widget in DASHBOARDS[name](tables.rows, wanted))


def figure_of(workspace: Workspace, widget: Widget, clock: Clock) -> Figure:
    """A widget with its numbers."""
    population = population_of(workspace, Browsed(widget.rows, widget.columns, widget.key), clock)
    found = workspace.database.reader.run(
        lambda cursor: cursor.fetch(numbers_of(widget, population.relation.rows("p")))
    )
    points = [
        Point(_text(category), _text(series), float(value or 0), tuple(float(one or 0) for one in sums))
        for category, series, value, *sums in found
    ]
    return Figure(widget, tuple(_without_gaps(widget, _ordered(widget, points))), population)


def numbers_of(widget: Widget, rows: exp.Select) -> exp.Select:
    """The numbers of rows known as `p`. Shape: one row per category and series: both, the value, the further sums."""
    by = column("p", widget.by) if widget.by else exp.null()
    series = column("p", widget.series) if widget.series else exp.null()
    terms = [by, series, _measured(widget), *(exp.Sum(this=column("p", one)) for one in widget.sums)]
    found = rows.select(*(exp.alias_(one, f"c{place}", quoted=True) for place, one in enumerate(terms)), append=False)
    groups = [one for one, name in ((by, widget.by), (series, widget.series)) if name]
    return found.group_by(*(one.copy() for one in groups)) if groups else found


def _measured(widget: Widget) -> exp.Expr:
    match widget.measure:
        case Measure.COUNT:
            return exp.Count(this=exp.Star())
        case Measure.SUM:
            return exp.Sum(this=column("p", widget.value))
        case Measure.MEAN:
            return exp.Avg(this=column("p", widget.value))
        case Measure.SHARE:
            inside = exp.Case().when(
                column("p", widget.value).eq(exp.Literal.string(widget.part)), exp.Literal.number(1)
            )
            return exp.Div(
                this=exp.Mul(this=exp.Literal.number(100), expression=exp.Count(this=inside)),
                expression=exp.Nullif(this=exp.Count(this=exp.Star()), expression=exp.Literal.number(0)),
            )  # fmt: skip


def _ordered(widget: Widget, points: list[Point]) -> list[Point]:
    """In the widget's order; else the largest first where there are many alike, and times by their names."""
    totals: dict[str | None, float] = {}
    for point in points:
        totals[point.category] = totals.get(point.category, 0) + point.value
    order = widget.order
    named = (bool(order) and not widget.most) or widget.by in {"month", "place", "day", "groups"}

    def place(point: Point) -> tuple[bool, float, str, str]:
        known = order.index(point.category) if point.category in order else len(order)
        first = float(known) if named else -totals[point.category]
        return (point.category is None, first, _by_number(point.category or ""), point.series or "")

    kept = sorted(points, key=place)
    if widget.most:
        largest = list(dict.fromkeys(point.category for point in kept))[: widget.most]
        kept = [point for point in kept if point.category in largest]
    return kept


def _without_gaps(widget: Widget, points: list[Point]) -> list[Point]:
    """A nought for each month or day between the first and the last, and each series, of which there are no rows."""
    known = {(point.category, point.series): point for point in points}
    told = [point.category for point in points if point.category]
    step = {"month": relativedelta(months=1), "day": relativedelta(days=1)}.get(widget.by)
    if step is None or not told:
        return points
    last, times = max(told), [min(told)]
    while times[-1] < last:
        if len(times) == _MOST_TIMES:
            return points
        after = date.fromisoformat(f"{times[-1]}-01"[:10]) + step
        times.append(after.isoformat()[: len(last)])
    series = list(dict.fromkeys(point.series for point in points))
    whole = [known.get((time, one), Point(time, one, 0.0)) for time in times for one in series]
    return [*whole, *(point for point in points if not point.category)]


def _by_number(category: str) -> str:
    """What a category is sorted by: “10. Purchase” comes after “9. Intent”, 10 after 9."""
    number, _, rest = category.partition(". ")
    return f"{number.zfill(6)}. {rest}" if number.isdigit() else category


def _text(value: object) -> str | None:
    return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by: keys with names, or values alone."""

    interests: tuple[tuple[str, str], ...] = ()
    stages: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    industries: tuple[tuple[str, str], ...] = ()
    regions: tuple[tuple[str, str], ...] = ()


def choices_of(workspace: Workspace) -> Choices:
    """The filters that a workspace offers."""
    tables = tables_of(workspace)

    def values(term: str) -> tuple[tuple[str, str], ...]:
        found = query(f"SELECT DISTINCT {term} AS value FROM a AS a ORDER BY value", a=tables.rows("account"))
        rows = workspace.database.reader.run(lambda cursor: cursor.fetch(found))
        return tuple((str(row[0]), str(row[0])) for row in rows if row[0])

    def named(table: str, key: str) -> tuple[tuple[str, str], ...]:
        return tuple((str(row[key]), str(row["name"])) for row in current_rows(workspace, table))

    return Choices(
        named("solution_interest", "si_id"), named("stage", "stage_id"), tuple(roles_of(workspace).items()),
        values("a.industry"), values("COALESCE(a.region, a.country)"),
    )  # fmt: skip


def write_figure(figure: Figure, path: Path) -> None:
    """The numbers of a figure as CSV: category, series, value, further sums. Errors: unwritable-file."""
    widget = figure.widget
    titles = {one.name: one.title for one in widget.columns}
    heads = [titles.get(widget.by, ""), *([titles.get(widget.series, "")] if widget.series else []),
             *([titles.get(one, one) for one in widget.sums] or [widget.title])]  # fmt: skip
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(heads)
            for point in figure.points:
                series = [point.series or ""] if widget.series else []
                values = [int(one) if one.is_integer() else one for one in point.sums or (point.value,)]
                writer.writerow([point.category or "", *series, *values])
    except OSError as error:
        what = say("{path} cannot be written.", path=quoted(path.name))
        raise EngineError(Problem(code="unwritable-file", what=what, why=str(error), fix="Choose another.")) from error
