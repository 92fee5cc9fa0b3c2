"""Seeded business-to-consumer data at any scale, made inside the database from hashes: the same on every machine."""

from functools import partial

from sqlglot import exp, parse_one

from engine.catalog.model import Attribute, Channel, Dimension, Link, Table
from engine.database import Cursor, Store
from engine.types import DataType
from engine.workspace import LoadRecord, Workspace

KEYS = {
    "integer": ("long", "{}"),
    "uuid": ("string", "md5('p' || ({})::VARCHAR)"),
    "text": ("string", "'customer-' || ({})::VARCHAR"),
}
"""Kind of key to the type and the SQL that makes it from a number."""

PROFILES = """
SELECT {key} AS id, 'person' || range || '@example.com' AS email, md5_number_lower('c' || range) % 100 AS city,
       (md5_number_lower('b' || range) % 25000)::INTEGER AS age_days, md5_number_lower('k' || range) % 5 > 0 AS consent
FROM range({profiles})
"""
ORDERS = """
SELECT range AS order_id, {owner} AS customer,
       (md5_number_lower('a' || range) % 20000)::BIGINT AS cents,
       DATE '2025-10-01' - (md5_number_lower('d' || range) % 730)::INTEGER AS ordered
FROM range({orders})
"""
SKEWED = "({profiles} * pow((md5_number_lower('o' || range) % 1000000) / 1000000.0, 2))::BIGINT"
"""Few customers order much: the owner's number is a square of a uniform share."""


def fill(workspace: Workspace, profiles: int, orders: int, key: str = "integer") -> None:
    """Profiles and orders with their schemas, link and dimension. Bounded memory; minutes for 10 M and 60 M."""
    kind, template = KEYS[key]
    owner = template.format(SKEWED.format(profiles=profiles))
    _store(workspace, _table("profiles", f"id:{kind} email:string city:long age_days:integer consent:boolean"),
           PROFILES.format(key=template.format("range"), profiles=profiles))  # fmt: skip
    _store(workspace, _table("orders", f"order_id:long customer:{kind} cents:long ordered:date"),
           ORDERS.format(owner=owner, orders=orders))  # fmt: skip
    workspace.schemas.add(
        Link(name="profile", source="orders", target="profiles", pairs=(("customer", "id"),), reverse_name="orders"),
        Dimension(name="profiles", table="profiles", identity="id", addresses={Channel.EMAIL: "email"},
                  consents={Channel.EMAIL: "consent"}),
    )  # fmt: skip


def _table(name: str, columns: str) -> Table:
    parts = [part.split(":") for part in columns.split()]
    attributes = tuple(Attribute(name=column, type=DataType.parse(kind)) for column, kind in parts)
    return Table(name=name, attributes=attributes, key=(parts[0][0],))


def _store(workspace: Workspace, table: Table, text: str) -> None:
    query = parse_one(text, dialect="duckdb")
    assert isinstance(query, exp.Select)
    physical = workspace.datasets.begin(table.name)
    rows = workspace.database.writer.run(partial(_create, physical, query))
    workspace.schemas.add(table)
    workspace.datasets.commit(LoadRecord(table.name, "generated"), physical, rows)


def _create(physical: str, query: exp.Select, cursor: Cursor) -> int:
    return cursor.create(Store.DATA, physical, query)
