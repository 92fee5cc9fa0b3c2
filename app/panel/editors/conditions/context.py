"""What a rule speaks of: the catalogue, the table or population whose rows are asked, and what a path means there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from engine.catalog.model import Attribute, Catalog, End, EnumValue
from engine.catalog.paths import read_path
from engine.catalog.scope import RowScope
from engine.catalog.sources import Surroundings
from engine.problems import EngineError
from engine.relations import Relation
from engine.types import DOUBLE, LONG, DataType


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a path leads to: what users read for it, its type, the values it may have, and its table."""

    title: str
    type: DataType
    values: tuple[EnumValue, ...] = ()
    table: str = ""
    description: str = ""


@dataclass(frozen=True)
class Context:
    """`of` is the name of a table, or the shape of a population; `audiences` are ids and their names."""

    surroundings: Surroundings
    of: str | Relation
    audiences: Mapping[str, str] = field(default_factory=dict[str, str])
    beside: Relation | None = None
    """Rows that stand beside the records, where a rule may compare both; their paths begin with "source/"."""

    @property
    def catalog(self) -> Catalog:
        return self.surroundings.catalog

    def offers_as(self, other: "Context") -> bool:
        """Whether another context offers the same names, whatever the clock and the variables say."""
        return (
            self.catalog == other.catalog
            and _shape(self.of) == _shape(other.of)
            and self.audiences == other.audiences
            and self._variables() == other._variables()
        )

    def _variables(self) -> dict[str, DataType]:
        return {name: one.type for name, one in self.surroundings.variables.items()}

    @cached_property
    def scope(self) -> RowScope:
        beside = None if self.beside is None else RowScope.to_check(self.surroundings, self.beside)
        return RowScope.to_check(self.surroundings, self.of, beside=beside)

    @property
    def is_known(self) -> bool:
        """Whether it is known yet what the rule is asked of."""
        return isinstance(self.of, Relation) or self.of in self.catalog.table_by_name

    @property
    def table(self) -> str:
        """The table whose records the rows are; empty where they are nobody's yet."""
        return self.scope.table or ""

    @property
    def title(self) -> str:
        """What users read for the table."""
        return self.table_title(self.table)

    def table_title(self, name: str) -> str:
        """What users read for a table."""
        table = self.catalog.table_by_name.get(name)
        return table.title if table is not None else name

    def inside(self, path: str) -> "Context | None":
        """The context of the records that a path of links leads to; None when there is no such path."""
        try:
            end = read_path(self.catalog, self.table, path, ends_on_link=True).end_table
        except EngineError:
            return None
        return replace(self, of=end, beside=None)

    def collections(self, path: str) -> list[str]:
        """The beginnings of a path that end on a link to many records, the shortest first."""
        links: list[str] = []
        found: list[str] = []
        here = self.table
        for name in path.split("/"):
            end = self.catalog.ends.get(here, {}).get(name)
            if end is None:
                break
            links.append(name)
            here = end.there
            if end.is_collection:
                found.append("/".join(links))
        return found

    def meaning(self, path: str) -> Meaning | None:
        """What an attribute's path leads to; None when there is no such attribute."""
        if isinstance(self.of, Relation) and path in self.of:
            column = self.of[path]
            values = tuple(EnumValue(value=value) for value in column.values)
            return Meaning(column.title, column.type, values)
        try:
            found = read_path(self.catalog, self.table, path)
        except EngineError:
            return self._calculated(path)
        if found.attribute is None:
            return None
        return meaning_of(found.attribute, found.links, found.end_table)

    def _calculated(self, path: str) -> Meaning | None:
        """What a path means that only this place of the canvas knows, through a link made there or to rows beside."""
        try:
            return Meaning(path.replace("/", " › "), self.scope.attribute(path).type)
        except EngineError:
            return None

    def link_title(self, path: str) -> str:
        """What users read for a path of links."""
        try:
            links = read_path(self.catalog, self.table, path, ends_on_link=True).links
        except EngineError:
            return path
        return " › ".join(end.title for end in links)

    def reduced(self, function: str, path: str) -> DataType | None:
        """The type of a collection's attribute once it is brought down to one value."""
        if function in {"count", "count-distinct"}:
            return LONG
        if function in {"sum", "average"}:
            return DOUBLE
        meaning = self.meaning(path)
        return None if meaning is None else meaning.type


def _shape(of: str | Relation) -> object:
    """What names there are, without where the rows stand."""
    return of if isinstance(of, str) else (of.dimension, of.columns)


def meaning_of(attribute: Attribute, links: tuple[End, ...], table: str) -> Meaning:
    """What an attribute at the end of links means."""
    title = " › ".join([*(end.title for end in links), attribute.title])
    return Meaning(title, attribute.type, attribute.values, table, attribute.description)
