"""A short way to declare the tables of the account data, with the path of each field in the exchange model (XDM)."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.catalog.model import Attribute, Cardinality, EnumValue, Link, Table
from engine.types import DataType, Kind

CREATED, UPDATED = "created_at", "updated_at"
CREATED_BY, UPDATED_BY = "created_by", "updated_by"
"""Of objects whose lists say who made and changed them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column and where it stands in the exchange model; `updatable` says whether a journey may change it."""

    attribute: Attribute
    xdm: str = ""
    updatable: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """A table with what the catalogue has no place for."""

    table: Table
    fields: tuple[Field, ...]


def field(
    name: str,
    label: str = "",
    kind: str = "string",
    *,
    xdm: str = "",
    about: str = "",
    values: Iterable[str] = (),
    longest: int | None = None,
    updatable: bool = False,
) -> Field:
    """A column; `kind` is a type as schemas write it, or "instant" for a moment in UTC."""
    instant = kind == "instant"
    return Field(
        Attribute(
            name=name,
            type=DataType(Kind.DATETIME) if instant else DataType.parse(kind),
            label=label,
            description=about,
            values=tuple(EnumValue(value=value) for value in values),
            max_length=longest,
            instant=instant,
        ),
        xdm,
        updatable,
    )


def declare(
    name: str, label: str, about: str, key: str, *fields: Field, log: bool = False, authored: bool = False
) -> Declared:
    """A table; `key` names its key columns, apart by spaces. A log's rows never change, so they carry no dates.

    One that is `authored` notes who made and changed each row.
    """
    parts = tuple(key.split())
    if authored:
        fields = (*fields, field(CREATED_BY, "Created by"), field(UPDATED_BY, "Updated by"))
    dated = () if log else (field(CREATED, "Created", "instant"), field(UPDATED, "Updated", "instant"))
    columns = tuple(
        Field(one.attribute.model_copy(update={"required": True}), one.xdm, one.updatable)
        if one.attribute.name in parts
        else one
        for one in (*fields, *dated)
    )
    return Declared(
        Table(
            name=name,
            label=label,
            description=about,
            key=parts,
            version=None if log else UPDATED,
            attributes=tuple(one.attribute for one in columns),
        ),
        columns,
    )


def link(source: str, name: str, target: str, pairs: str, reverse: str, *, one: bool = False) -> Link:
    """A link of many to one, or of one to one; `pairs` are written "here=there", apart by spaces."""
    met = [pair.partition("=") for pair in pairs.split()]
    return Link(
        name=name,
        source=source,
        target=target,
        pairs=tuple((here, there or here) for here, _, there in met),
        cardinality=Cardinality.ONE_TO_ONE if one else Cardinality.MANY_TO_ONE,
        reverse_name=reverse,
    )
