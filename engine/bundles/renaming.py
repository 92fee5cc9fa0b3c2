"""Names of one workspace turned into those of another: in documents, rules, links and dimensions.

Paths such as purchases/product/label are read against the catalogue of the bundle, so that only what names a mapped
column is renamed; a text that merely looks alike stays.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue

from engine.catalog.model import Catalog, Dimension, Filter, Link
from engine.document.drafts import changed
from engine.document.model import Document

PATHS = frozenset({
    "address", "attribute", "attributes", "fields", "source", "destination", "link", "path", "date_field", "non_empty",
    "identity", "columns", "target",
})  # fmt: skip
"""The settings that hold paths of links and columns, in activities and rules."""
EXPRESSIONS = frozenset({"expression", "value_expression", "when"})
_VALUES = ("value", "values")
_AT = re.compile(r"((?:[A-Za-z_]\w*/)*)@([A-Za-z_]\w*)")

_EXACT = frozenset({None, "equal", "not-equal", "in", "not-in"})

Column = tuple[str, str]
Used = tuple[str, str, str]
"""A table, a column, and a text that it is compared with."""


@dataclass(frozen=True, slots=True)
class Renames:
    """Names in the bundle to names here. Columns are (table, column), all in the words of the bundle."""

    tables: Mapping[str, str] = field(default_factory=dict[str, str])
    columns: Mapping[Column, str] = field(default_factory=dict[Column, str])
    dimensions: Mapping[str, str] = field(default_factory=dict[str, str])
    ends: Mapping[Column, str] = field(default_factory=dict[Column, str])
    """(Table, link as it is called from there) to the name of a link here."""
    values: Mapping[Used, str] = field(default_factory=dict[Used, str])

    def __bool__(self) -> bool:
        return bool(self.tables or self.columns or self.dimensions or self.ends or self.values)


def renamed_document(document: Document, catalog: Catalog, renames: Renames) -> Document:
    """A document in the words of this workspace. `catalog` is that of the bundle."""
    if not renames:
        return document
    nodes = [
        changed(
            node, settings=_Renamer(catalog, renames, _start(catalog, document, node.settings)).value(node.settings)
        )
        for node in document.nodes
    ]
    dimension = renames.dimensions.get(document.dimension, document.dimension)
    found: Document = changed(document, nodes=tuple(nodes), dimension=dimension)
    return found


def used_values(document: Document, catalog: Catalog) -> set[Used]:
    """The texts that the columns of a bundle's tables are compared with, exactly."""
    found: set[Used] = set()
    for node in document.nodes:
        _Renamer(catalog, Renames(), _start(catalog, document, node.settings), found.add).value(node.settings)
    return found


def _start(catalog: Catalog, document: Document, settings: Mapping[str, JsonValue]) -> str:
    """The table that the paths of a node begin at, as far as its own settings tell."""
    named = settings.get("dimension") or document.dimension
    known = catalog.dimension_by_name.get(str(named or ""))
    return known.table if known is not None else ""


def renamed_catalog(catalog: Catalog, renames: Renames) -> Catalog:
    """The catalogue of a bundle in the words of this workspace, without the tables that are others here."""
    if not renames:
        return catalog
    tables = tuple(one for one in catalog.tables if one.name not in renames.tables)
    return Catalog.model_construct(
        tables=tables,
        links=tuple(_link(one, renames) for one in catalog.links if (one.source, one.name) not in renames.ends),
        dimensions=tuple(_dimension(one, renames) for one in catalog.dimensions if one.name not in renames.dimensions),
        filters=tuple(_filter(one, catalog, renames) for one in catalog.filters),
    )


def _link(link: Link, renames: Renames) -> Link:
    pairs = tuple(
        (renames.columns.get((link.source, mine), mine), renames.columns.get((link.target, theirs), theirs))
        for mine, theirs in link.pairs
    )
    source, target = (renames.tables.get(name, name) for name in (link.source, link.target))
    return Link.model_validate({**dict(link), "source": source, "target": target, "pairs": pairs})


def _dimension(one: Dimension, renames: Renames) -> Dimension:
    def column(name: str | None) -> str | None:
        return None if name is None else renames.columns.get((one.table, name), name)

    values = {
        **dict(one),
        "table": renames.tables.get(one.table, one.table),
        "identity": column(one.identity),
        "language": column(one.language),
        "addresses": {channel: column(name) for channel, name in one.addresses.items()},
        "consents": {channel: column(name) for channel, name in one.consents.items()},
    }
    return Dimension.model_validate(values)


def _filter(one: Filter, catalog: Catalog, renames: Renames) -> Filter:
    known = catalog.dimension_by_name.get(one.dimension)
    rule = _Renamer(catalog, renames, "" if known is None else known.table).value(one.rule)
    dimension = renames.dimensions.get(one.dimension, one.dimension)
    return Filter.model_validate({**dict(one), "rule": rule, "dimension": dimension})


class _Renamer:
    """Walks settings, knowing the table that paths begin at."""

    def __init__(
        self, catalog: Catalog, renames: Renames, table: str, note: Callable[[Used], None] = lambda _used: None
    ) -> None:
        self._catalog = catalog
        self._renames = renames
        self._table = table
        self._note = note

    def value(self, value: JsonValue, key: str = "") -> JsonValue:
        if isinstance(value, dict):
            return self._object(value)
        if isinstance(value, list):
            return [self.value(inner, key) for inner in value]
        return self._text(key, value) if isinstance(value, str) else value

    def _object(self, value: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
        inner = self._inside(value)
        found = {
            name: (inner if name in {"rule", "filter"} and inner is not self else self).value(each, name)
            for name, each in value.items()
        }
        for name in _VALUES:
            if name in value and isinstance(value.get("attribute"), str) and value.get("operator") in _EXACT:
                found[name] = self._compared(str(value["attribute"]), value[name])
        return found

    def _inside(self, value: Mapping[str, JsonValue]) -> "_Renamer":
        """Conditions inside "exists" and aggregates are about the linked records."""
        path = value.get("link") or (value.get("attribute") if value.get("kind") == "aggregate" else None)
        if not isinstance(path, str):
            return self
        steps = list(self._steps(path))
        return _Renamer(self._catalog, self._renames, steps[-1][0], self._note) if steps else self

    def _compared(self, path: str, value: JsonValue) -> JsonValue:
        if isinstance(value, list):
            return [self._compared(path, inner) for inner in value]
        column = self.column(path)
        if column is None or not isinstance(value, str):
            return value
        self._note((*column, value))
        return self._renames.values.get((*column, value), value)

    def column(self, path: str) -> Column | None:
        """The table and column that a path ends on, as the bundle calls them."""
        links, _, name = path.rpartition("/")
        table = self._end(links)
        schema = self._catalog.table_by_name.get(table)
        return (table, name) if schema is not None and name in schema.by_name else None

    def _end(self, links: str) -> str:
        table = self._table
        for name in filter(None, links.split("/")):
            end = self._catalog.ends.get(table, {}).get(name)
            table = "" if end is None else end.there
        return table

    def _steps(self, path: str) -> Iterator[tuple[str, str]]:
        """The tables that the links of a path lead to, with the links' names."""
        table = self._table
        for name in path.split("/"):
            end = self._catalog.ends.get(table, {}).get(name)
            if end is None:
                return
            table = end.there
            yield table, name

    def _text(self, key: str, text: str) -> str:
        if key == "dimension":
            return self._renames.dimensions.get(text, text)
        if key == "table":
            return self._renames.tables.get(text, text)
        if key in PATHS:
            return self._path(text)
        if key in EXPRESSIONS:
            return _AT.sub(lambda found: self._marked(found[1], found[2]), text)
        return text

    def _marked(self, links: str, name: str) -> str:
        *before, last = self._path(f"{links}{name}").split("/")
        return "/".join([*before, f"@{last}"])

    def _path(self, path: str) -> str:
        parts = path.split("/")
        found: list[str] = []
        table = self._table
        for place, name in enumerate(parts):
            end = self._catalog.ends.get(table, {}).get(name)
            if end is not None:
                found.append(self._renames.ends.get((table, name), name))
                table = end.there
            elif place == len(parts) - 1:
                found.append(self._renames.columns.get((table, name), name))
            else:
                return path
        return "/".join(found)
