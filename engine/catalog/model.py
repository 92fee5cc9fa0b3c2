"""The relational catalogue as frozen values: what tables, links and targeting dimensions there are.

It must not know where rows are stored; see `engine.catalog.sources` for that.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, model_validator

from engine.texts import declared, quoted, say
from engine.types import DataType

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Value(BaseModel):
    """A frozen part of the catalogue; a field it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class EnumValue(Value):
    """One allowed value of an enumeration and what users read for it."""

    value: str
    label: str = ""


class Attribute(Value):
    """A column of a table."""

    name: Name
    type: DataType
    label: str = ""
    description: str = ""
    required: bool = False
    values: tuple[EnumValue, ...] = Field(default=(), description="The allowed values; empty when any is.")
    max_length: int | None = None
    identity: str | None = Field(default=None, description="The identity namespace, for a column that names a person.")
    labels: tuple[str, ...] = Field(default=(), description="Governance labels.")
    instant: bool = Field(
        default=False,
        description="For date-times: instants, stored in UTC and read as wall time in a campaign's zone. "
        "Otherwise they are wall times, the same in every zone.",
    )

    @property
    def title(self) -> str:
        return self.label or self.name


class Table(Value):
    """A schema: the definition of one table. Its name is permanent."""

    name: Name
    attributes: tuple[Attribute, ...]
    key: tuple[str, ...] = Field(default=(), description="The names of the columns of the primary key.")
    version: str | None = Field(default=None, description="The column that tells newer records from older ones.")
    label: str = ""
    description: str = ""

    @property
    def title(self) -> str:
        return self.label or self.name

    @cached_property
    def by_name(self) -> dict[str, Attribute]:
        return {attribute.name: attribute for attribute in self.attributes}


class Cardinality(StrEnum):
    """How many records stand at each end of a link, read from its source to its target."""

    MANY_TO_ONE = "n-1"
    ONE_TO_ONE = "1-1"
    ONE_TO_MANY = "1-n"

    @property
    def reverse(self) -> "Cardinality":
        return {"n-1": Cardinality.ONE_TO_MANY, "1-n": Cardinality.MANY_TO_ONE}.get(self.value, self)

    @property
    def is_collection(self) -> bool:
        return self is Cardinality.ONE_TO_MANY


class Link(Value):
    """A relation between two tables. `pairs` are (column of the source, column of the target), all equal.

    `name` is how the source's rules speak of the target ("product"), `reverse_name` the way back ("purchases").
    """

    name: Name
    source: Name
    target: Name
    pairs: tuple[tuple[str, str], ...] = Field(min_length=1)
    cardinality: Cardinality = Cardinality.MANY_TO_ONE
    reverse_name: Name
    label: str = ""
    reverse_label: str = ""


class End(Value):
    """A link as seen from one of its tables. Shape: `pairs` are (column here, column there)."""

    name: str
    here: str
    there: str
    pairs: tuple[tuple[str, str], ...]
    cardinality: Cardinality
    label: str = ""

    @property
    def is_collection(self) -> bool:
        return self.cardinality.is_collection

    @property
    def title(self) -> str:
        return self.label or self.name


class Channel(StrEnum):
    """The four ways to reach a person."""

    EMAIL = "email"
    SMS = "sms"
    PUSH = "push"
    DIRECT_MAIL = "direct-mail"


class Dimension(Value):
    """A targeting dimension: a table whose records can be counted and targeted.

    `addresses` and `consents` hold, per channel, the attribute path (relative to the table) of the execution address
    and of the opt-in. `profile` is the path of links to the table of persons, empty when the table holds persons.
    """

    name: Name
    table: Name
    label: str = ""
    identity: str | None = Field(
        default=None, description="The String column that identifies a record to the profile store."
    )
    namespace: str = ""
    addresses: dict[Channel, str] = Field(default_factory=dict)
    consents: dict[Channel, str] = Field(default_factory=dict)
    language: str | None = None
    profile: str = ""

    @property
    def title(self) -> str:
        return self.label or self.name


class Filter(Value):
    """A predefined filter: a rule with a name. `parameters` are the paths inside the rule that may be filled anew."""

    id: Name
    label: str
    dimension: Name
    rule: dict[str, JsonValue]
    parameters: tuple[str, ...] = ()
    description: str = ""
    favourite: bool = False
    shared: bool = False
    owner: str = ""


class Catalog(Value):
    """All that rules and activities may speak of. Names are unique per kind; links are unique per table and name."""

    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    filters: tuple[Filter, ...] = ()

    @model_validator(mode="after")
    def _names_are_unique(self) -> "Catalog":
        for kind, names in (
            ("table", [table.name for table in self.tables]),
            ("targeting dimension", [dimension.name for dimension in self.dimensions]),
            ("filter", [one.id for one in self.filters]),
            ("link", [f"{end.here}/{end.name}" for end in self._all_ends()]),
        ):
            twice = {name for name in names if names.count(name) > 1}
            if twice:
                raise ValueError(say("two {kind}s are called {name}", kind=declared(kind), name=quoted(min(twice))))
        return self

    def _all_ends(self) -> Iterator[End]:
        for link in self.links:
            yield End(
                name=link.name,
                here=link.source,
                there=link.target,
                pairs=link.pairs,
                cardinality=link.cardinality,
                label=link.label,
            )
            yield End(
                name=link.reverse_name,
                here=link.target,
                there=link.source,
                pairs=tuple((there, here) for here, there in link.pairs),
                cardinality=link.cardinality.reverse,
                label=link.reverse_label,
            )

    @cached_property
    def table_by_name(self) -> dict[str, Table]:
        return {table.name: table for table in self.tables}

    @cached_property
    def dimension_by_name(self) -> dict[str, Dimension]:
        return {dimension.name: dimension for dimension in self.dimensions}

    @cached_property
    def filter_by_id(self) -> dict[str, Filter]:
        return {one.id: one for one in self.filters}

    @cached_property
    def ends(self) -> dict[str, dict[str, End]]:
        """Table name to link name to the link as seen from there."""
        found: dict[str, dict[str, End]] = {table.name: {} for table in self.tables}
        for end in self._all_ends():
            found.setdefault(end.here, {})[end.name] = end
        return found
