# ruff: noqa: E501 - the rows are read as a table
"""A small world with every unpleasantness of real data: gaps, ties, repeated and odd values, dangling links.

People have orders (a collection) and seats (a key of two parts). The generator is seeded, so failures can be repeated.
"""

import json
import random
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from engine.catalog.model import Attribute, Channel, Dimension, Link, Table
from engine.ingest.load import LoadOptions
from engine.ingest.service import import_file
from engine.layouts import FileFormat, FileLayout
from engine.types import DataType
from engine.workspace import Workspace

NOW = datetime(2025, 10, 1, 9, 0)
Record = dict[str, Any]

chance = random.Random(20251001)


def _day(around: int) -> date | None:
    return chance.choice([None, (NOW - timedelta(days=chance.randint(-40, around))).date()])


PEOPLE: list[Record] = [
    {
        "id": number,
        "team": chance.choice([None, "", "red", "blue", "Blue", "é'\"😀", "100%_\\"]),
        "score": chance.choice([None, *range(-3, 6)]),
        "mail": chance.choice([None, "", "  ", "a@x.fr", "b@x.fr", "B@x.fr", "no address", "c@x"]),
        "phone": chance.choice([None, "", "+331", "+332", " +333"]),
        "token": chance.choice([None, "", "t1", "t2"]),
        "ok_mail": chance.choice([None, True, True, False]),
        "ok_sms": chance.choice([None, "", "Y", "yes", "n", "No", "1", "in", "out"]),
        "born": chance.choice([None, date(1996, 2, 29), date(1990, 10, 1), date(2001, 9, 30), _day(9000)]),
        "rate": chance.choice([None, 0.0, 0.5, -1.25, 1e300]),
        "boss": chance.choice([None, None, 7, 12, 61, 999]),
    }
    for number in range(1, 61)
]
ORDERS: list[Record] = [
    {
        "no": f"o{number:03d}",
        "person": chance.choice([None, 999, *range(1, 40)]),
        "amount": chance.choice([None, 5, 10, 10, 25]),
        "day": _day(120),
    }
    for number in range(1, 121)
]
SEATS: list[Record] = [
    {
        "hall": hall,
        "seat": f"{'AB'[seat % 2]}{seat}",
        "person": chance.choice([None, 998, *range(20, 50)]),
        "colour": chance.choice([None, "", "red", "blue"]),
    }
    for hall in (1, 2, 3)
    for seat in range(8)
]

SHELF: list[Record] = [
    {
        "id": number,
        "owner": chance.choice([None, 999, *range(1, 12)]),
        "amount": chance.choice([None, 1, 4, 30]),
        "note": chance.choice([None, "", "red", "é'\"😀"]),
    }
    for number in range(-3, 9)
]
"""The records that campaigns change, as they are at first."""

RECORDS: dict[str, list[Record]] = {"people": PEOPLE, "orders": ORDERS, "seats": SEATS, "shelf": SHELF}
COLUMNS = {
    "people": "id:integer team:string score:integer mail:string phone:string token:string ok_mail:boolean ok_sms:string born:date rate:double boss:integer",
    "orders": "no:string person:integer amount:integer day:date",
    "seats": "hall:integer seat:string person:integer colour:string",
    "shelf": "id:integer owner:integer amount:integer note:string",
}
KEYS: dict[str, tuple[str, ...]] = {"people": ("id",), "orders": ("no",), "seats": ("hall", "seat"), "shelf": ("id",)}
LINKS: dict[str, dict[str, tuple[str, tuple[tuple[str, str], ...]]]] = {
    "people": {"orders": ("orders", (("id", "person"),)), "seats": ("seats", (("id", "person"),)),
               "boss": ("people", (("boss", "id"),)), "team_of": ("people", (("id", "boss"),))},
    "orders": {"buyer": ("people", (("person", "id"),))},
    "seats": {"holder": ("people", (("person", "id"),))},
    "shelf": {"keeper": ("people", (("owner", "id"),))},
}  # fmt: skip
"""Table to name of a link to the table it leads to and its pairs (column here, column there)."""
COLLECTIONS = {"orders", "seats", "team_of"}


def attributes_of(table: str) -> dict[str, str]:
    """Column to type."""
    return dict(part.split(":") for part in COLUMNS[table].split())


def make(folder: Path) -> Workspace:
    """A workspace that holds the world."""
    workspace = Workspace.create(folder / "w", threads=2)
    for name, rows in (RECORDS | {"shelf": SHELF}).items():
        columns = tuple(Attribute(name=one, type=DataType.parse(kind)) for one, kind in attributes_of(name).items())
        workspace.schemas.add(Table(name=name, attributes=columns, key=KEYS[name]))
        load(workspace, folder, name, rows)
    workspace.schemas.add(
        Link(name="buyer", source="orders", target="people", pairs=(("person", "id"),), reverse_name="orders"),
        Link(name="holder", source="seats", target="people", pairs=(("person", "id"),), reverse_name="seats"),
        Link(name="keeper", source="shelf", target="people", pairs=(("owner", "id"),), reverse_name="shelves"),
        Link(name="boss", source="people", target="people", pairs=(("boss", "id"),), reverse_name="team_of"),
    )
    workspace.schemas.add(
        Dimension(
            name="people", table="people", identity="id",
            addresses={Channel.EMAIL: "mail", Channel.SMS: "phone", Channel.PUSH: "token"},
            consents={Channel.EMAIL: "ok_mail", Channel.SMS: "ok_sms"},
        ),
        Dimension(name="people-by-mail", table="people", identity="mail", addresses={Channel.EMAIL: "mail"}),
        Dimension(name="orders", table="orders", identity="no", profile="buyer",
                  addresses={Channel.EMAIL: "buyer/mail"}),
        Dimension(name="seats", table="seats", identity="seat", profile="holder"),
        Dimension(name="shelf", table="shelf", identity="id", profile="keeper"),
    )  # fmt: skip
    return workspace


def load(workspace: Workspace, folder: Path, name: str, rows: list[Record]) -> None:
    """Make a table that there is hold exactly these rows."""
    path = folder / f"{name}.jsonl"
    path.write_text("\n".join(json.dumps(row, default=str) for row in rows), encoding="utf-8")
    layout = FileLayout(format=FileFormat.JSON_LINES, null_tokens=())
    import_file(workspace, path, table=name, layout=layout, options=LoadOptions(partial=False))
