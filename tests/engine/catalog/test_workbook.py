"""Schemas in a workbook: written and read again they are the same; what a person got wrong is said by its row."""

from pathlib import Path

import pytest
import xlsxwriter

from engine.catalog.files import read_catalog
from engine.catalog.model import Attribute, Cardinality, Catalog, EnumValue, Link, Table
from engine.catalog.workbook import write_workbook
from engine.problems import EngineError
from engine.types import DataType
from tests.engine.fixture import LINKS, tables

STATUS = Attribute(
    name="status",
    type=DataType.parse("string"),
    label="État",
    description="=1+1 is text",
    required=True,
    values=(EnumValue(value="P", label="Pending"), EnumValue(value="S")),
    max_length=12,
    labels=(),
)
ORDERS = Table(
    name="orders",
    label="Orders",
    description="What people bought",
    key=("order_id", "line"),
    version="changed",
    attributes=(
        Attribute(name="line", type=DataType.parse("short"), required=True),
        Attribute(name="order_id", type=DataType.parse("long"), required=True),
        STATUS,
        Attribute(name="amount", type=DataType.parse("decimal(12,2)")),
        Attribute(name="customer", type=DataType.parse("string"), identity="crm"),
        Attribute(name="changed", type=DataType.parse("datetime")),
    ),
)
LINES = Link(
    name="lines",
    source="orders",
    target="orders",
    pairs=(("order_id", "order_id"), ("line", "line")),
    cardinality=Cardinality.ONE_TO_MANY,
    reverse_name="order",
    label="Lines",
    reverse_label="Order",
)


@pytest.mark.req("ORC-226", "ORC-223", "ORC-224")
@pytest.mark.parametrize(
    "catalog",
    [Catalog(tables=(ORDERS,), links=(LINES,)), Catalog(tables=tuple(tables()), links=LINKS), Catalog()],
    ids=["everything", "the shop", "empty"],
)
def test_a_catalogue_survives_a_workbook(tmp_path: Path, catalog: Catalog) -> None:
    path = tmp_path / "schemas.xlsx"

    write_workbook(catalog, path)

    assert read_catalog(path) == (catalog, ())


def workbook(path: Path, columns: list[tuple[str, ...]], links: list[tuple[str, ...]] | None = None) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, header, rows in (
            ("Tables", ("table",), []),
            ("Columns", ("table", "column", "type", "key", "max_length"), columns),
            ("Links", ("name", "source", "target", "columns", "cardinality"), links or []),
        ):
            sheet = book.add_worksheet(name)
            for number, row in enumerate([header, *rows]):
                sheet.write_row(number, 0, row)
    return path


@pytest.mark.req("ORC-226")
def test_a_workbook_that_leaves_out_what_has_a_default_is_read(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "s.xlsx",
        [("people", "id", "", "1", ""), ("", "", "", "", ""), ("orders", "person", "long", "", "")],
        [("", "orders", "people", "person=id", "")],
    )

    (catalog, _) = read_catalog(path)

    assert [(table.name, table.key) for table in catalog.tables] == [("people", ("id",)), ("orders", ())]
    (link,) = catalog.links
    assert (link.name, link.reverse_name, link.cardinality) == ("people", "orders", Cardinality.MANY_TO_ONE)


@pytest.mark.parametrize(
    ("columns", "links", "said"),
    [
        ([("people", "id", "strnig", "", "")], [], "Row 2 of the sheet 'Columns'"),
        ([("people", "id", "", "first", "")], [], "Row 2 of the sheet 'Columns'"),
        ([("people", "id", "", "", ""), ("people", "", "", "", "")], [], "Row 3 of the sheet 'Columns'"),
        ([("people", "id", "", "", "long")], [], "Row 2 of the sheet 'Columns'"),
        ([("people", "id", "", "", "")], [("x", "people", "people", "", "")], "Row 2 of the sheet 'Links'"),
        ([("people", "id", "", "", "")], [("x", "people", "people", "id=id", "many")], "Row 2 of the sheet 'Links'"),
    ],
)
def test_a_wrong_cell_is_said_by_its_row(
    tmp_path: Path, columns: list[tuple[str, ...]], links: list[tuple[str, ...]], said: str
) -> None:
    with pytest.raises(EngineError, match=said):
        read_catalog(workbook(tmp_path / "s.xlsx", columns, links))


def test_what_is_no_workbook_of_schemas_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    path.write_bytes(b"PK not a workbook")
    with pytest.raises(EngineError, match="no workbook of schemas"):
        read_catalog(path)
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Something")
    with pytest.raises(EngineError, match="no readable sheet 'Tables'"):
        read_catalog(path)
    many: list[tuple[str, ...]] = [(f"t{number}", "id", "", "", "") for number in range(201)]
    with pytest.raises(EngineError, match="201 tables"):
        read_catalog(workbook(path, many))
