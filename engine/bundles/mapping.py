"""Which tables, columns, links and values of a workspace are meant by those of a bundle that do not exist there.

Nobody guesses: a choice maps a thing, and the best matches are offered first. What follows from the choices, such as
the dimension of a mapped table, is found here.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from sqlglot import exp

from engine.bundles.findings import Do, Finding, State
from engine.bundles.parts import value_of
from engine.bundles.reading import Bundle
from engine.bundles.references import words_in
from engine.bundles.renaming import Column, Renames, Used, used_values
from engine.catalog.model import Attribute, Catalog, Link, Table
from engine.database import Cursor, Store, stored
from engine.texts import quoted, say
from engine.types import Family
from engine.workspace import Workspace

MAP = f"{Do.MAP.value}:"
MOST_MATCHES = 3
_MOST_VALUES = 5_000


def find_mapping(
    bundle: Bundle, workspace: Workspace, wished: Mapping[str, str]
) -> tuple[Renames, tuple[Finding, ...]]:
    """What the choices map, and a finding for each column and value that is missing where it is looked for."""
    here = workspace.catalog()
    tables = {
        one.name: target
        for one in bundle.catalog.tables
        if one.name not in here.table_by_name
        and (target := mapped_to(wished, f"table:{one.name}")) in here.table_by_name
    }
    pairs = [
        (one, here.table_by_name[tables.get(one.name, one.name)])
        for one in bundle.catalog.tables
        if tables.get(one.name, one.name) in here.table_by_name
    ]
    findings = [*_columns(bundle, pairs, tables)]
    columns = {
        (table.name, column.name): target
        for table, other in pairs
        for column in table.attributes
        if column.name not in other.by_name
        and (target := mapped_to(wished, f"column:{table.name}/{column.name}")) in other.by_name
    }
    dimensions = {
        one.name: same.name
        for one in bundle.catalog.dimensions
        if one.table in tables
        and (same := next((each for each in here.dimensions if each.table == tables[one.table]), None)) is not None
    }
    renames = Renames(tables, columns, dimensions, dict(_ends(bundle.catalog, here, tables, columns)))
    values = list(_values(bundle, workspace, renames))
    findings += values
    mapped = {used: target for used in _used(bundle) if (target := mapped_to(wished, f"value:{'/'.join(used)}"))}
    return Renames(tables, columns, dimensions, renames.ends, mapped), tuple(findings)


def mapped_to(wished: Mapping[str, str], key: str) -> str:
    """What a choice maps a thing to; empty when it does not."""
    choice = wished.get(key, "")
    return choice.removeprefix(MAP) if choice.startswith(MAP) else ""


def closest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """All names, those that are most like the first one first."""
    rank = difflib.SequenceMatcher(b=name.casefold())

    def likeness(other: str) -> float:
        rank.set_seq1(other.casefold())
        return -rank.ratio()

    return tuple(sorted(names, key=lambda other: (likeness(other), other)))


def _columns(bundle: Bundle, pairs: list[tuple[Table, Table]], tables: Mapping[str, str]) -> Iterator[Finding]:
    """Of the columns that are missing in a table here, those that documents, links or dimensions speak of."""
    words = {word for one in bundle.documents for node in one.nodes for word in words_in(node.settings)}
    for link in bundle.catalog.links:
        words |= {name for pair in link.pairs for name in pair}
    for one in bundle.catalog.dimensions:
        words |= words_in(value_of(one))
    for table, other in pairs:
        brought = table.name in bundle.data_of("tables") and table.name not in tables
        for column in table.attributes:
            if column.name in other.by_name or column.name not in words or brought:
                continue
            targets = _targets(column, other)
            what = say(
                "{other} has no column {column} here; what uses it cannot be counted.",
                other=quoted(other.name),
                column=quoted(column.name),
            )
            yield Finding(
                "column",
                f"{table.name}/{column.name}",
                State.UNKNOWN,
                what,
                (Do.KEEP, Do.MAP),
                Do.KEEP,
                (),
                targets[:MOST_MATCHES],
                targets,
            )


def _targets(column: Attribute, other: Table) -> tuple[str, ...]:
    """The columns of the same family of types, and then the others."""
    fitting = [one.name for one in other.attributes if one.type.family is column.type.family]
    rest = [one.name for one in other.attributes if one.name not in fitting]
    return (*closest(column.name, fitting), *closest(column.name, rest))


def _ends(
    there: Catalog, here: Catalog, tables: Mapping[str, str], columns: Mapping[Column, str]
) -> Iterator[tuple[Column, str]]:
    """The links of the bundle that join the same columns here, whatever they are called."""
    for link in there.links:
        if link.source not in tables and link.target not in tables:
            continue
        source, target = tables.get(link.source, link.source), tables.get(link.target, link.target)
        pairs = {
            (columns.get((link.source, mine), mine), columns.get((link.target, theirs), theirs))
            for mine, theirs in link.pairs
        }
        for one in here.links:
            names = _same_link(one, source, target, pairs)
            if names is not None:
                yield (link.source, link.name), names[0]
                yield (link.target, link.reverse_name), names[1]
                break


def _same_link(one: Link, source: str, target: str, pairs: set[Column]) -> tuple[str, str] | None:
    if (one.source, one.target) == (source, target) and set(one.pairs) == pairs:
        return one.name, one.reverse_name
    turned = {(theirs, mine) for mine, theirs in one.pairs}
    if (one.target, one.source) == (source, target) and turned == pairs:
        return one.reverse_name, one.name
    return None


def _used(bundle: Bundle) -> set[Used]:
    return {used for one in bundle.documents for used in used_values(one, bundle.catalog)}


def _values(bundle: Bundle, workspace: Workspace, renames: Renames) -> Iterator[Finding]:
    """Texts that a column is compared with and that no row here has."""
    standing, here = workspace.datasets.snapshot(), workspace.catalog().table_by_name
    asked: dict[Column, set[str]] = {}
    for table, column, value in _used(bundle):
        asked.setdefault((table, column), set()).add(value)
    for (table, column), values in sorted(asked.items()):
        name, place = renames.tables.get(table, table), renames.columns.get((table, column), column)
        brought = table in bundle.data_of("tables") and table not in renames.tables
        if brought or name not in standing or not standing[name].rows or name not in here:
            continue
        known = here[name].by_name.get(place)
        if known is None or known.type.family is not Family.TEXT:
            continue
        found = workspace.database.reader.run(partial(_distinct, standing[name].physical, place))
        for value in sorted(values - set(found) if len(found) < _MOST_VALUES else ()):
            targets = closest(value, found)
            yield Finding(
                "value",
                f"{table}/{column}/{value}",
                State.UNKNOWN,
                say(
                    "{value} does not occur in {place} of {name} here.",
                    value=quoted(value),
                    place=quoted(place),
                    name=quoted(name),
                ),
                (Do.KEEP, Do.MAP),
                Do.KEEP,
                (),
                targets[:MOST_MATCHES],
                targets,
            )


def _distinct(physical: str, column: str, cursor: Cursor) -> list[str]:
    term = exp.column(column, quoted=True)
    query = exp.select(term).distinct().from_(stored(Store.DATA, physical))
    query = query.where(exp.Not(this=term.copy().is_(exp.null()))).limit(_MOST_VALUES)
    return sorted(str(row[0]) for row in cursor.fetch(query))
