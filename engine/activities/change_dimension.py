"""Change dimension: the same rows, standing for the linked records of another table.

Every inbound row passes. One whose record leads nowhere keeps its place with an empty key; a warning counts these.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.model import End
from engine.catalog.paths import read_path
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.catalog.ways import shortest_ways
from engine.contract import (
    COMPLEMENT,
    RESULT,
    Activity,
    Category,
    Compiled,
    Counted,
    Entrants,
    Hint,
    Outputs,
    Place,
    Port,
    Reason,
    Settings,
    warning,
)
from engine.problems import EngineError, Problem
from engine.relations import PORT, Relation, ascending, column
from engine.selecting import joined, missing_setting, moved, named, rows_entering
from engine.texts import say


class ChangeDimensionSettings(Settings):
    """Which records to go to, and by which links."""

    dimension: Annotated[str, Hint("dimension", "in")] = Field(default="", title="New target dimension")
    path: Annotated[str, Hint("link", "in")] = Field(
        default="", title="Links", description="The links to follow; empty takes the only shortest way."
    )
    keep: int = Field(default=0, ge=0, le=1, title="Duplicates to keep", description="0 keeps all, 1 one per record.")
    complement: bool = Field(default=False, title="Generate complement")


class ChangeDimension(Activity[ChangeDimensionSettings]):
    """Go on with the linked records of another dimension."""

    type_id = "change-dimension"
    title = "Change dimension"
    category = Category.TARGETING
    icon = "ph.swap"
    synonyms = ("dimension", "target", "link", "convert")
    settings = ChangeDimensionSettings
    reasons = (Reason("duplicate", "Another row of the same record was kept"),)

    def ports(self, settings: ChangeDimensionSettings) -> tuple[Port, ...]:
        """The result; with the complement, also the rows left out as duplicates."""
        rest = (Port(COMPLEMENT, "Duplicates"),) if settings.complement and settings.keep else ()
        return (Port(RESULT, "Result"), *rest)

    def check(self, place: Place[ChangeDimensionSettings]) -> Iterator[Problem]:
        if not place.settings.dimension:
            yield missing_setting("The new dimension is not chosen.", "dimension", "Choose a linked dimension.")
            return
        try:
            _way(place)
        except EngineError as error:
            field = error.problem.field or ("path" if place.settings.path else "dimension")
            yield replace(error.problem, field=field)

    def shapes(self, place: Place[ChangeDimensionSettings]) -> Outputs:
        shape, _ = _moved(place)
        return dict.fromkeys((port.id for port in self.ports(place.settings)), shape)

    def compile(self, place: Place[ChangeDimensionSettings], sources: Sources) -> Compiled:
        settings = place.settings
        scope = RowScope.of_population(sources, place.source, "p")
        select, end = _followed(place, scope, sources)
        table = place.table(settings.dimension)
        shape, kept_names = _moved(place)
        values = [named(column(end, part), name) for part, name in zip(table.key, shape.key, strict=True)]
        kept = [named(column("p", old), new) for old, new in kept_names.items()]
        select = select.select(*values, *kept)
        if not settings.keep:
            return select
        keys = [column("q", name) for name in shape.key]
        order = [ascending(column("q", name)) for name in shape.row_key]
        rank = exp.Window(this=exp.RowNumber(), partition_by=keys, order=exp.Order(expressions=order))
        unmatched = keys[0].copy().is_(exp.null())
        first = exp.or_(unmatched, exp.EQ(this=rank, expression=exp.Literal.number(1)))
        outer = exp.select(*(column("q", name) for name in shape.names)).from_(select.subquery("q"))
        if not settings.complement:
            return outer.qualify(first)
        port = exp.Case(default=exp.Literal.string(COMPLEMENT)).when(first, exp.Literal.string(RESULT), copy=False)
        return outer.select(named(port, PORT))

    def conserves(self, place: Place[ChangeDimensionSettings]) -> tuple[str, ...]:
        _, kept = _moved(place)
        return tuple(kept[name] for name in place.source.row_key)

    def entrants(self, place: Place[ChangeDimensionSettings], sources: Sources) -> Entrants:
        del sources
        return rows_entering(place.source, _moved(place)[1])

    def losses(self, place: Place[ChangeDimensionSettings], entered: int, left: int) -> Mapping[str, int]:
        del place
        return {"duplicate": entered - left} if entered != left else {}

    def warnings(self, place: Place[ChangeDimensionSettings], sources: Sources, outputs: Outputs) -> Iterator[Counted]:
        del sources
        result = outputs[RESULT]
        if result is None:
            return
        unmatched = (
            result.rows("p").select(exp.Count(this=exp.Star())).where(column("p", result.key[0]).is_(exp.null()))
        )
        yield Counted(
            warning(
                "unmatched-rows",
                say(
                    "{n} row(s) (leads|lead) to no record of {table}.",
                    table=place.table(place.settings.dimension).title,
                ),
                fix="Messages skip them. Look at the rows with an empty key to see which they are.",
                check="V13",
                field="dimension",
            ),
            unmatched,
        )


def _way(place: Place[ChangeDimensionSettings]) -> tuple[End, ...]:
    """The links from the current table to the new one. Errors: no-relation (V12), unknown-link, several-ways."""
    catalog = place.catalog
    start = catalog.dimension_by_name.get(place.source.dimension or "")
    goal = place.table(place.settings.dimension).name
    if start is None:
        raise EngineError(
            Problem(
                code="no-relation",
                what="Lines of a file have no dimension to change.",
                fix="Put a Reconciliation before it.",
                check="V12",
            )
        )
    if place.settings.path:
        path = read_path(catalog, start.table, place.settings.path, ends_on_link=True)
        if path.end_table == goal:
            return path.links
    ways = shortest_ways(catalog, start.table, goal)
    if len(ways) == 1 and not place.settings.path:
        return ways[0]
    shown = ", ".join("/".join(end.name for end in way) for way in ways)
    title = place.dimension(place.settings.dimension).title
    raise EngineError(
        Problem(
            code="several-ways" if ways else "no-relation",
            what=say("{start} and {goal} are linked in several ways.", start=start.title, goal=title)
            if ways
            else say("{start} and {goal} are not linked.", start=start.title, goal=title),
            fix=say("Choose one of {names}.", names=shown) if ways else "Add a link between their tables.",
            check="V12",
        )
    )


def _moved(place: Place[ChangeDimensionSettings]) -> tuple[Relation, dict[str, str]]:
    name = place.settings.dimension
    return moved(place.source, place.table(name), place.dimension(name).name)


def _followed(place: Place[ChangeDimensionSettings], scope: RowScope, sources: Sources) -> tuple[exp.Select, str]:
    """The rows with every link of the way joined, outer; the alias of the records at its end.

    From a collection on the rest of the way is joined as one: of those who stand under a row on the way, the ones that
    lead nowhere are no rows without a match as long as another one leads on.
    """
    start = place.catalog.table_by_name[scope.table or ""]
    way = _way(place)
    here = "r0"
    on = exp.and_(*(column(here, part).eq(key) for part, key in zip(start.key, scope.key(), strict=True)))
    select = place.source.rows("p").join(sources.table(start.name, here), on=on, join_type="left")
    spreads = next((number for number, end in enumerate(way) if end.is_collection), len(way) - 1)
    whole = spreads + 1 < len(way)
    for number, end in enumerate(way[:spreads] if whole else way, start=1):
        there = f"r{number}"
        on = exp.and_(*(column(there, theirs).eq(column(here, mine)) for mine, theirs in end.pairs))
        select = select.join(sources.table(end.there, there), on=on, join_type="left")
        here = there
    if not whole:
        return joined(select, scope), here
    rest = _rest(place, way[spreads:], sources)
    on = exp.and_(*(column("rest", f"_{theirs}").eq(column(here, mine)) for mine, theirs in way[spreads].pairs))
    return joined(select.join(rest.subquery("rest"), on=on, join_type="left"), scope), "rest"


def _rest(place: Place[ChangeDimensionSettings], way: tuple[End, ...], sources: Sources) -> exp.Select:
    """The records at the end of a way, with what the first link of it meets, called like it with an underscore."""
    met = [named(column("r0", theirs), f"_{theirs}") for _, theirs in way[0].pairs]
    last = f"r{len(way) - 1}"
    key = place.catalog.table_by_name[way[-1].there].key
    select = exp.select(*met, *(column(last, part) for part in key)).from_(sources.table(way[0].there, "r0"))
    for number, end in enumerate(way[1:], start=1):
        here, there = f"r{number - 1}", f"r{number}"
        on = exp.and_(*(column(there, theirs).eq(column(here, mine)) for mine, theirs in end.pairs))
        select = select.join(sources.table(end.there, there), on=on)
    return select
