# ruff: noqa: E501 - the rows are read as a table
"""The small shop of the specification's section 10.1: twelve recipients whose every count can be checked by hand."""

import atexit
import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.catalog.model import Attribute, Cardinality, Channel, Dimension, Link, Table
from engine.ingest.load import LoadOptions
from engine.ingest.service import import_file
from engine.layouts import FileFormat, FileLayout
from engine.types import DataType
from engine.workspace import Workspace

AS_OF = "2025-10-01T09:00:00"
ZONE = "Europe/Paris"

_COLUMNS = {
    "brands": "brand_id:integer label:string",
    "products": "product_id:integer description:string priceref:double imageurl:string brand_id:integer",
    "recipients": "crm_id:string first_name:string last_name:string email:string mobile_phone:string push_token:string "
    "birth_date:date city:string plan:string churn_prop:double c_email:boolean c_sms:boolean lastmodified:datetime",
    "loyalty": "customer:string membership_level:string points_balance:integer enrollment_date:date "
    "lastmodified:datetime",
    "purchases": "purchase_id:string customer:string product_id:integer price:double order_date:date "
    "lastmodified:datetime",
    "wishlists": "wishlist_id:string customer:string email:string created:date product_id:integer "
    "lastmodified:datetime",
}

ROWS: dict[str, list[tuple[Any, ...]]] = {
    "brands": [(1, "running"), (2, "coffee"), (3, "home")],
    "products": [
        (1, "BrewMaster", 150, "b.png", 2),
        (2, "VanillaVelvet", 20, "v.png", 2),
        (3, "Mug", 35, "m.png", 3),
        (4, "Runner", 99, "r.png", 1),
    ],
    "recipients": [
        ("R01", "Anna", "Jones", "anna@x.com", "+331", "t01", "2000-10-01", "London", "basic", 0.10, True, True, "09-01"),
        ("R02", "Ben", "Smith", "ben@x.com", None, None, "1985-03-04", "Paris", "premium", 0.55, True, True, "09-01"),
        ("R03", "Carla", "Jons", "anna@x.com", "+333", None, "1991-07-15", "London", "basic", 0.20, False, True, "09-10"),
        ("R04", "Dan", "Ortiz", None, "+334", "t04", "2003-01-20", "Madrid", "basic", 0.85, True, False, "09-01"),
        ("R05", "Eva", "Price", "eva@orange.co.uk", "+335", "t05", "1988-12-31", "London", "premium", 0.30, True, True, "09-01"),
        ("R06", "Fay", "Quinn", "fay@orange.co.uk", None, None, "1990-02-28", "Leeds", "basic", 0.72, True, True, "09-01"),
        ("R07", "Gus", "Roy", "gus@gmail.com", "+337", None, "1999-11-11", "Paris", "free", 0.40, True, True, "09-01"),
        ("R08", "Hal", "Stone", "", None, None, "1975-05-05", "Lyon", "free", 0.95, True, True, "09-01"),
        ("R09", "Ida", "Tran", "ida@gmail.com", "+339", "t09", "1996-10-01", "Paris", "premium", 0.05, True, True, "09-01"),
        ("R10", "Jon", "Tran", "ida@gmail.com", "+340", None, "1994-04-04", "Paris", "basic", 0.66, True, True, "09-20"),
        ("R11", "Kim", "Tran", "ida@gmail.com", None, None, "1970-06-06", "Paris", "basic", 0.50, True, True, "09-15"),
        ("R12", "Leo", "Voss", "leo@adobe.com", None, "t12", "2001-08-08", "Lyon", "basic", None, True, True, "09-01"),
    ],
    "loyalty": [
        ("R01", "gold", 120, "2024-01-10"),
        ("R02", "silver", 40, "2024-02-10"),
        ("R03", "bronze", 80, "2025-03-10"),
        ("R05", "gold", 300, "2023-01-10"),
        ("R07", "silver", 60, "2025-05-10"),
        ("R09", "gold", 500, "2022-01-10"),
        ("R12", "bronze", 20, "2025-06-10"),
    ],
    "purchases": [
        ("P01", "R01", 1, 150, "2025-09-20"),
        ("P02", "R01", 2, 20, "2025-09-25"),
        ("P03", "R01", 3, 35, "2025-06-01"),
        ("P04", "R01", 3, 35, "2025-09-29"),
        ("P05", "R02", 1, 150, "2025-05-05"),
        ("P06", "R03", 4, 99, "2025-09-10"),
        ("P07", "R05", 1, 150, "2025-09-30"),
        ("P08", "R05", 1, 150, "2025-01-10"),
        ("P09", "R07", 2, 20, "2025-09-02"),
        ("P10", "R09", 4, 110, "2025-08-31"),
        ("P11", "R12", 3, None, "2025-09-15"),
        ("P12", "R08", 3, 35, "2025-09-28"),
    ],
    "wishlists": [
        ("W1", "R01", "anna@x.com", "2025-09-15", 1),
        ("W2", "R01", "anna.alt@x.com", "2025-09-20", 4),
        ("W3", "R05", "eva@orange.co.uk", "2025-09-05", 2),
        ("W4", "R06", "fay@orange.co.uk", "2024-01-01", 1),
        ("W5", "R99", "ghost@x.com", "2025-09-22", 3),
        ("W6", "R09", "ida@gmail.com", "2022-05-01", 4),
    ],
}  # fmt: skip


def _modified(table: str, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The rows with their lastmodified, which the specification repeats from another column."""
    if table == "recipients":
        return (*row[:-1], f"2025-{row[-1]}")
    if table == "loyalty":
        return (*row, "2025-09-01")
    if table == "purchases":
        return (*row, row[4])
    if table == "wishlists":
        return (*row, row[3])
    return row


def records(table: str) -> list[dict[str, Any]]:
    """The rows of a table as dictionaries, dates as text."""
    names = [part.split(":")[0] for part in _COLUMNS[table].split()]
    return [dict(zip(names, _modified(table, row), strict=True)) for row in ROWS[table]]


def tables() -> list[Table]:
    """The schemas; the first column of each is its key."""
    found: list[Table] = []
    for name, written in _COLUMNS.items():
        parts = [part.split(":") for part in written.split()]
        attributes = tuple(Attribute(name=column, type=DataType.parse(kind)) for column, kind in parts)
        version = "lastmodified" if "lastmodified" in written else None
        found.append(Table(name=name, attributes=attributes, key=(parts[0][0],), version=version))
    return found


LINKS = (
    Link(name="recipient", source="loyalty", target="recipients", pairs=(("customer", "crm_id"),),
         cardinality=Cardinality.ONE_TO_ONE, reverse_name="loyalty"),
    Link(name="recipient", source="purchases", target="recipients", pairs=(("customer", "crm_id"),),
         reverse_name="purchases"),
    Link(name="recipient", source="wishlists", target="recipients", pairs=(("customer", "crm_id"),),
         reverse_name="wishlists"),
    Link(name="product", source="purchases", target="products", pairs=(("product_id", "product_id"),),
         reverse_name="purchases"),
    Link(name="product", source="wishlists", target="products", pairs=(("product_id", "product_id"),),
         reverse_name="wishlists"),
    Link(name="brand", source="products", target="brands", pairs=(("brand_id", "brand_id"),), reverse_name="products"),
)  # fmt: skip

DIMENSIONS = (
    Dimension(
        name="recipients",
        table="recipients",
        identity="crm_id",
        namespace="crm",
        addresses={Channel.EMAIL: "email", Channel.SMS: "mobile_phone", Channel.PUSH: "push_token"},
        consents={Channel.EMAIL: "c_email", Channel.SMS: "c_sms"},
    ),
    Dimension(
        name="recipients-email", table="recipients", identity="email", namespace="email",
        addresses={Channel.EMAIL: "email"}, consents={Channel.EMAIL: "c_email"},
    ),
    Dimension(name="purchases", table="purchases", identity="purchase_id", profile="recipient"),
    Dimension(
        name="wishlists", table="wishlists", identity="wishlist_id", profile="recipient",
        addresses={Channel.EMAIL: "email"},
    ),
)  # fmt: skip


def shop(folder: Path) -> Workspace:
    """A workspace in `folder` that holds the shop."""
    shutil.copytree(_built() / "shop", folder / "shop")
    return Workspace.open(folder / "shop", threads=2)


@cache
def _built() -> Path:
    """The folder of a shop that was imported once; the others are its copies."""
    kept = TemporaryDirectory()
    atexit.register(kept.cleanup)
    folder = Path(kept.name)
    with Workspace.create(folder / "shop", threads=2) as workspace:
        workspace.schemas.add(*tables())
        workspace.schemas.add(*LINKS)
        workspace.schemas.add(*DIMENSIONS)
        layout = FileLayout(format=FileFormat.JSON_LINES, null_tokens=())
        for name in _COLUMNS:
            path = folder / f"{name}.jsonl"
            path.write_text("\n".join(json.dumps(row) for row in records(name)), encoding="utf-8")
            import_file(workspace, path, table=name, layout=layout, options=LoadOptions(partial=False))
    return folder
