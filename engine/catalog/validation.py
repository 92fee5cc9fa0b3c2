"""Whether the schemas of a catalogue hold together, and what targeting needs of them. Collects, never raises."""

from collections.abc import Iterator

from engine.catalog.model import Catalog, Dimension, Link, Table
from engine.catalog.paths import read_path, unknown
from engine.problems import EngineError, Problem, Severity
from engine.texts import quoted, say
from engine.types import Family, Kind

MOST_TABLES = 200
MANY_COLUMNS = 50


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Every problem of the schemas; warnings are guardrails that do not block."""
    if len(catalog.tables) > MOST_TABLES:
        yield Problem(
            code="many-tables",
            what=say(
                "There (is|are) {n} table(s); at most {most_tables} are allowed.",
                n=len(catalog.tables),
                most_tables=MOST_TABLES,
            ),
            fix="Remove tables that no campaign uses, or use another workspace.",
        )
    for table in catalog.tables:
        yield from _check_table(table)
    for link in catalog.links:
        yield from _check_link(catalog, link)
    for dimension in catalog.dimensions:
        yield from _check_dimension(catalog, dimension)


def _check_table(table: Table) -> Iterator[Problem]:
    names = [attribute.name for attribute in table.attributes]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Problem(
            code="duplicate-column",
            what=say("{table} has two columns {name}.", table=table.title, name=quoted(name)),
            fix="Rename one.",
        )
    for part in table.key:
        if part not in table.by_name:
            yield unknown("column", part, table.by_name, inside=table.name)
    for attribute in table.attributes:
        if attribute.instant and attribute.type.kind is not Kind.DATETIME:
            yield Problem(
                code="wrong-instant",
                what=say(
                    "{attribute} of {table} is a {type}, so it cannot hold instants.",
                    attribute=attribute.title,
                    table=table.title,
                    type=attribute.type,
                ),
                fix="Choose the type datetime.",
            )
    if len(names) > MANY_COLUMNS:
        yield _warning(
            "many-columns",
            say(
                "{table} has {n} column(s); {many_columns} keep it readable.",
                table=table.title,
                n=len(names),
                many_columns=MANY_COLUMNS,
            ),
        )
    yield from _check_version(table)


def _check_version(table: Table) -> Iterator[Problem]:
    if table.version is None:
        return
    version = table.by_name.get(table.version)
    if version is None:
        yield unknown("column", table.version, table.by_name, inside=table.name)
    elif table.version in table.key:
        yield Problem(
            code="version-is-key",
            what=say("{version} of {table} is both key and version.", version=quoted(table.version), table=table.title),
            fix="Choose another column for one of them.",
            check="V28",
        )
    elif version.type.kind is not Kind.DATETIME and not version.type.is_integer:
        yield Problem(
            code="wrong-version",
            what=say(
                "The version column {version} of {table} is a {type}.",
                version=quoted(table.version),
                table=table.title,
                type=version.type,
            ),
            fix="Choose a date-time or a whole number.",
            check="V28",
        )


def _check_link(catalog: Catalog, link: Link) -> Iterator[Problem]:
    ends = ((link.source, [here for here, _ in link.pairs]), (link.target, [there for _, there in link.pairs]))
    for name, columns in ends:
        table = catalog.table_by_name.get(name)
        if table is None:
            yield unknown("table", name, catalog.table_by_name)
            continue
        for column in columns:
            if column not in table.by_name:
                yield unknown("column", column, table.by_name, inside=name)


def _check_dimension(catalog: Catalog, dimension: Dimension) -> Iterator[Problem]:
    table = catalog.table_by_name.get(dimension.table)
    if table is None:
        yield unknown("table", dimension.table, catalog.table_by_name)
        return
    if not table.key:
        yield Problem(
            code="no-key",
            what=say("{table} cannot be targeted, because it has no primary key.", table=table.title),
            fix="Choose the columns that tell its records apart.",
            check="V28",
        )
    if table.version is None:
        yield _warning(
            "no-version",
            say("{table} has no version column, so newer records cannot be told from older.", table=table.title),
        )
    identity = table.by_name.get(dimension.identity or "")
    if dimension.identity and identity is None:
        yield unknown("column", dimension.identity, table.by_name, inside=table.name)
    elif identity is not None and identity.type.family is not Family.TEXT:
        yield _warning(
            "identity-not-text",
            say(
                "The identity {identity} of {dimension} is not a text.",
                identity=quoted(identity.title),
                dimension=dimension.title,
            ),
        )
    for path in (*dimension.addresses.values(), *dimension.consents.values()):
        try:
            read_path(catalog, table.name, path)
        except EngineError as error:
            yield error.problem


def _warning(code: str, what: str) -> Problem:
    return Problem(code=code, what=what, severity=Severity.WARNING, check="V28")
