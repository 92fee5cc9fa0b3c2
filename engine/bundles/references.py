"""What documents need of a workspace, found by following what their settings name.

It reads settings as text, so that a half-filled node, or one of a type that is unknown here, takes along what it speaks
of. It may find a little too much, such as a table that is called like a value, and never too little.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import JsonValue

from engine.bundles.parts import value_of
from engine.catalog.model import Catalog, Dimension, Filter, Link, Table
from engine.document.model import Document, Kind
from engine.workspace.audiences import SavedAudience

T = TypeVar("T")
_WORDS = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Closure:
    """All that some documents refer to: a catalogue that stands by itself, audiences, other documents."""

    catalog: Catalog
    audiences: tuple[SavedAudience, ...]
    documents: tuple[str, ...]


def find_references(
    documents: Sequence[Document],
    catalog: Catalog,
    audiences: Sequence[SavedAudience] = (),
    known_documents: Iterable[str] = (),
    tables: Iterable[str] = (),
) -> Closure:
    """Follow the references of documents, and of further tables, through the catalogue, audiences and documents."""
    search = _Search(catalog, audiences)
    search.add_names([*(_names(document, catalog) for document in documents), set(tables)])
    search.follow()
    named = sorted({one for one in known_documents if one in search.names} - {one.id for one in documents})
    return Closure(search.found(), tuple(search.audiences), tuple(named))


def _names(document: Document, catalog: Catalog) -> set[str]:
    names = words_in(document.journey)
    if document.kind is Kind.CAMPAIGN:
        names |= {document.dimension} if document.dimension else {one.name for one in catalog.dimensions[:1]}
    for node in document.nodes:
        names |= words_in(node.settings)
    return names


def words_in(value: JsonValue) -> set[str]:
    """Every text in a value, the parts of those that are paths, and the words of those that are expressions."""
    found: set[str] = set()
    for text in texts_in(value):
        found |= {text, *text.split("/"), *_WORDS.split(text)}
    return found


def texts_in(value: JsonValue) -> Iterator[str]:
    """Every text in a value, names of fields included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


class _Search:
    """A search that goes on until a round finds nothing new."""

    def __init__(self, catalog: Catalog, audiences: Sequence[SavedAudience]) -> None:
        self.catalog = catalog
        self.names: set[str] = set()
        self.audiences: list[SavedAudience] = []
        self._all_audiences = audiences
        self._tables: dict[str, Table] = {}
        self._links: dict[str, Link] = {}
        self._dimensions: dict[str, Dimension] = {}
        self._filters: dict[str, Filter] = {}
        self._by_end = _links_by_end(catalog)

    def add_names(self, names: Iterable[set[str]]) -> None:
        for some in names:
            self.names |= some

    def follow(self) -> None:
        before = -1
        while before != (before := self._size()):
            self._follow_names()
            self._follow_links()

    def _size(self) -> int:
        return len(self.names) + len(self._tables) + len(self._links) + len(self.audiences)

    def _follow_names(self) -> None:
        for one in self.catalog.filters:
            if one.id in self.names and one.id not in self._filters:
                self._filters[one.id] = one
                self.names |= {one.dimension, *words_in(one.rule)}
        for audience in self._all_audiences:
            if {audience.id, audience.label} & self.names and audience not in self.audiences:
                self.audiences.append(audience)
                self.names.add(audience.dimension)
        for dimension in self.catalog.dimensions:
            if dimension.name in self.names and dimension.name not in self._dimensions:
                self._dimensions[dimension.name] = dimension
                self.names |= {dimension.table, *words_in(value_of(dimension))}
        for table in self.catalog.tables:
            if table.name in self.names:
                self._tables[table.name] = table

    def _follow_links(self) -> None:
        for here in list(self._tables):
            for end in self.catalog.ends.get(here, {}).values():
                if end.name in self.names:
                    link = self._by_end[here, end.name]
                    self._links[f"{link.source}/{link.name}"] = link
                    for name in (link.source, link.target):
                        self._tables[name] = self.catalog.table_by_name[name]

    def found(self) -> Catalog:
        """What was found, by name."""
        return Catalog(
            tables=_sorted(self._tables),
            links=_sorted(self._links),
            dimensions=_sorted(self._dimensions),
            filters=_sorted(self._filters),
        )


def _links_by_end(catalog: Catalog) -> dict[tuple[str, str], Link]:
    found: dict[tuple[str, str], Link] = {}
    for link in catalog.links:
        found[link.source, link.name] = link
        found[link.target, link.reverse_name] = link
    return found


def _sorted(named: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(named[name] for name in sorted(named))
