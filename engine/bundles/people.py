"""Which columns of the data tell who somebody is: keys, names, addresses, numbers. What they hold never travels as is.

Keys are found by following links from the tables that hold people. Names and addresses are found by the targeting
dimensions, by identity namespaces, and by what columns are usually called.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.bundles.objects import OBJECT_TABLES
from engine.bundles.references import words_in
from engine.bundles.renaming import Column
from engine.catalog.model import Attribute, Catalog, Table
from engine.contract import population_columns
from engine.document.model import Document, Kind
from engine.relations import IDENTITY
from engine.types import Family
from engine.workspace.audiences import SavedAudience


class Telling(StrEnum):
    """What a column tells of a person."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    OTHER = "other"


_PATTERNS: tuple[tuple[Telling, re.Pattern[str]], ...] = (
    (Telling.EMAIL, re.compile(r"e_?mail")),
    (Telling.PHONE, re.compile(r"phone|mobile|(^|_)fax|(^|_)tel(_|$)|whatsapp_number")),
    (Telling.NAME, re.compile(r"(first|last|middle|full|sur|given|family|nick|user)_?name|^name$|^surname$")),
    (Telling.OTHER, re.compile(
        r"street|(^|_)address|zip|post(al)?_?code|iban|(^|_)ssn|push_?token|device_?id|client_ip|(^|_)ip(_|$)"
        r"|user_agent|(added|created|updated|published)_by|website|logo_url|query_string|payload|referrer"
    )),
)  # fmt: skip
_ABOUT = re.compile(r"consent|suspended|invalid|opt|^c_|reason|score|count|date|_at$")
"""Columns that only tell something about an address, such as whether it may be used."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of some tables are treated; those in none of these keep what they hold.

    `keys` are groups of columns that hold the same keys, `telling` those that say who somebody is, `idle` those that no
    document uses, of tables that hold anything about people.
    """

    keys: tuple[frozenset[Column], ...]
    telling: Mapping[Column, Telling]
    idle: frozenset[Column]

    @property
    def key_columns(self) -> frozenset[Column]:
        return frozenset(column for group in self.keys for column in group)


def sort_columns(catalog: Catalog, tables: Iterable[str], documents: Iterable[Document]) -> Columns:
    """Sort the columns of tables that hold data for some documents."""
    chosen = [catalog.table_by_name[name] for name in sorted(tables)]
    subjects = list(documents)
    persons = _person_tables(catalog, chosen, subjects)
    near = persons | {link.source for link in catalog.links if link.target in persons} - set(OBJECT_TABLES)
    spoken = {word for one in subjects for node in one.nodes for word in words_in(node.settings)}
    groups = [
        group
        for group in _groups(catalog, chosen)
        if _is_personal(group, catalog, persons) or (_is_personal(group, catalog, near) and not _names(group) & spoken)
    ]
    keys = tuple(frozenset(group) for group in sorted(groups, key=lambda group: sorted(group)))
    inside = frozenset(column for group in keys for column in group)
    telling = {
        (table.name, one.name): what
        for table in chosen
        for one in table.attributes
        if (table.name, one.name) not in inside
        and (what := _telling(catalog, table, one, named=table.name in near)) is not None
    }
    used = _used(catalog, subjects)
    # A table that holds nobody's key, name or address, such as one of products, travels as it is.
    about = {table for table, _ in inside | telling.keys()} | near
    idle = {
        (table.name, one.name)
        for table in chosen
        for one in table.attributes
        if used is not None and table.name in about and one.name not in used and one.name not in table.key
    }
    return Columns(keys, telling, frozenset(idle - inside - telling.keys()))


def with_audience(columns: Columns, catalog: Catalog, audience: SavedAudience, name: str) -> Columns:
    """The same with the columns of the members of a saved audience, which are known as the table `name`."""
    dimension = catalog.dimension_by_name[audience.dimension]
    table = catalog.table_by_name[dimension.table]
    keys = dict(zip((one.name for one in population_columns(table)), table.key, strict=False))
    # Members are known by their identity, which is the key where nothing else is chosen.
    known = {IDENTITY: (table.name, dimension.identity or next(iter(table.key), ""))}
    known |= {mine: (table.name, theirs) for mine, theirs in keys.items()}
    groups = tuple(
        group | {(name, mine) for mine, theirs in known.items() if theirs in group} for group in columns.keys
    )
    inside = {mine for group in groups for owner, mine in group if owner == name}
    telling = dict(columns.telling)
    for one in audience.columns:
        what = _telling(catalog, table, Attribute(name=one.name, type=one.type), named=True)
        if one.name not in inside and what is not None:
            telling[name, one.name] = what
    if IDENTITY not in inside:
        telling[name, IDENTITY] = columns.telling.get(known[IDENTITY], Telling.OTHER)
    return Columns(groups, telling, columns.idle)


def _person_tables(catalog: Catalog, tables: list[Table], documents: list[Document]) -> set[str]:
    """The tables that hold people: those of dimensions with addresses, an identity, or columns that tell."""
    named = {one.dimension for one in documents}
    found: set[str] = set()
    for one in catalog.dimensions:
        table = catalog.table_by_name[one.table]
        tells = any(_telling(catalog, table, column, named=False) is not None for column in table.attributes)
        if one.addresses or one.identity or one.name in named or tells:
            found.add(one.table)
    known = {table.name for table in tables} - set(OBJECT_TABLES)
    return found & known


def _groups(catalog: Catalog, tables: list[Table]) -> list[set[Column]]:
    """Columns that hold the same keys, because links join them; a key of one column that nothing joins stands alone."""
    known = {table.name for table in tables}
    groups: list[set[Column]] = [{(table.name, table.key[0])} for table in tables if len(table.key) == 1]
    either = {(table.name, "entity_id") for table in tables if "entity_id" in table.by_name}
    if either and {"account", "person"} <= known:
        # These hold keys of accounts or of people, as another column says, so both are invented together.
        groups.append(either | {("account", "account_id"), ("person", "person_id")})
    for joined in (*_named_alike(tables), *_linked(catalog)):
        meeting = [group for group in groups if group & joined]
        groups = [group for group in groups if not group & joined] + [joined.union(*meeting)]
    here = ({column for column in group if column[0] in known} for group in groups)
    return [group for group in here if group]


def _named_alike(tables: list[Table]) -> Iterator[set[Column]]:
    """The columns of the account data that hold an account or a person without a link that says so."""
    known = {table.name for table in tables}
    for owner in ("account", "person"):
        name = f"{owner}_id"
        if owner in known:
            yield {(owner, name)} | {(table.name, name) for table in tables if name in table.by_name}


def _linked(catalog: Catalog) -> Iterator[set[Column]]:
    for link in catalog.links:
        for mine, theirs in link.pairs:
            yield {(link.source, mine), (link.target, theirs)}


def _names(group: set[Column]) -> set[str]:
    return {name for _, name in group}


def _is_personal(group: set[Column], catalog: Catalog, owners: set[str]) -> bool:
    """Whether keys are those of the tables of some owners; those of objects that journeys name are not."""
    if any(table in OBJECT_TABLES for table, _ in group) or _joins_objects(group, catalog):
        return False
    ids = (catalog.table_by_name[table].by_name[name] for table, name in group)
    if any(one.type.family not in {Family.TEXT, Family.NUMBER} or one.values for one in ids):
        return False
    return any(table in owners and catalog.table_by_name[table].key == (name,) for table, name in group)


def _joins_objects(group: set[Column], catalog: Catalog) -> bool:
    return any(
        link.target in OBJECT_TABLES and (link.source, mine) in group
        for link in catalog.links
        for mine, _ in link.pairs
    )


def _telling(catalog: Catalog, table: Table, column: Attribute, *, named: bool) -> Telling | None:
    """What a column tells of who somebody is; `named` says that the table's "name" is that of a person or company."""
    if column.type.family not in {Family.TEXT, Family.NUMBER} or column.values or table.name in OBJECT_TABLES:
        return None
    number = column.type.family is Family.NUMBER
    addressed = any(
        column.name in one.addresses.values() for one in catalog.dimensions if one.table == table.name
    )  # fmt: skip
    for what, pattern in _PATTERNS:
        if pattern.search(column.name.lower()) and not _ABOUT.search(column.name.lower()):
            tells = what in {Telling.PHONE, Telling.OTHER} or not number
            return what if tells and (named or column.name.lower() != "name") else None
    return Telling.OTHER if addressed or column.identity else None


def _used(catalog: Catalog, documents: list[Document]) -> set[str] | None:
    """The names that documents speak of; None when one of them is a journey, which may read anything."""
    if any(one.kind is Kind.JOURNEY for one in documents):
        return None
    words = {word for one in documents for node in one.nodes for word in words_in(node.settings)}
    words |= {word.lstrip("@") for word in words}
    for each in catalog.filters:
        words |= words_in(each.rule)
    return words | set(_structure(catalog))


def _structure(catalog: Catalog) -> Iterator[str]:
    """The columns that links, dimensions and versions are made of."""
    for link in catalog.links:
        yield from (name for pair in link.pairs for name in pair)
    for table in catalog.tables:
        yield from (*table.key, *((table.version,) if table.version else ()))
    for one in catalog.dimensions:
        yield from (*one.addresses.values(), *one.consents.values())
        yield from (name for name in (one.identity, one.language) if name)
