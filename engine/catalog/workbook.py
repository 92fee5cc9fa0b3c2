"""Schemas as an Excel workbook that people fill in: one sheet each for tables, their columns, and links.

What is written can be read again and says the same. Every cell is read as text, and nothing in it is executed.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.catalog.ddl import MOST_BYTES, MOST_TABLES
from engine.catalog.model import Attribute, Cardinality, Catalog, EnumValue, Link, Table
from engine.misfits import misfit
from engine.problems import EngineError, Problem
from engine.texts import declared, quoted, say
from engine.types import DataType, Kind

_SHEETS: Mapping[str, tuple[str, ...]] = {
    "Tables": ("table", "label", "description", "version"),
    "Columns": (
        "table", "column", "type", "label", "description", "required", "key", "values", "max_length", "identity",
        "instant",
    ),
    "Links": ("name", "source", "target", "columns", "cardinality", "reverse_name", "label", "reverse_label"),
}  # fmt: skip
_NOTES: Mapping[str, str] = {
    "version": "The column that tells newer records from older ones.",
    "type": f"One of {', '.join(kind for kind in Kind)}; decimals such as decimal(12,2).",
    "required": "yes, or empty.",
    "key": "1 for the primary key; 1, 2… for the parts of a key of several columns.",
    "values": "The allowed values, apart by semicolons; a label follows an equals sign, such as P=Pending; S=Shipped.",
    "instant": "yes for date-times that are instants, kept in UTC; empty for wall times.",
    "identity": "The identity namespace, for a column that names a person.",
    "columns": "Column of the source = column of the target; several apart by semicolons.",
    "cardinality": "n-1, 1-1 or 1-n; empty means n-1.",
    "reverse_name": "How the target's rules speak of the source.",
}

Row = dict[str, str]


def write_workbook(catalog: Catalog, path: Path) -> None:
    """Write the tables and links of a catalogue; of an empty one, a template to fill in."""
    import xlsxwriter

    rows: Mapping[str, Sequence[Sequence[Any]]] = {
        "Tables": [(one.name, one.label, one.description, one.version or "") for one in catalog.tables],
        "Columns": [_column(table, one) for table in catalog.tables for one in table.attributes],
        "Links": [
            (one.name, one.source, one.target, "; ".join(f"{here} = {there}" for here, there in one.pairs),
             one.cardinality.value, one.reverse_name, one.label, one.reverse_label)
            for one in catalog.links
        ],
    }  # fmt: skip
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for name, header in _SHEETS.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for place, title in enumerate(header):
                sheet.write_string(0, place, title, bold)
                if title in _NOTES:
                    sheet.write_comment(0, place, _NOTES[title])
            for number, row in enumerate(rows[name], start=1):
                for place, value in enumerate(row):
                    sheet.write_string(number, place, str(value))


def _column(table: Table, one: Attribute) -> tuple[str, ...]:
    key = str(table.key.index(one.name) + 1) if one.name in table.key else ""
    values = "; ".join(f"{value.value}={value.label}" if value.label else value.value for value in one.values)
    length = "" if one.max_length is None else str(one.max_length)
    required = "yes" if one.required else ""
    return (
        table.name, one.name, str(one.type), one.label, one.description, required, key, values, length,
        one.identity or "", "yes" if one.instant else "",
    )  # fmt: skip


def read_workbook(path: Path) -> Catalog:
    """The tables and links of a workbook. Errors: workbook-unreadable, workbook-too-large, wrong-workbook."""
    sheets = {name: _rows(path, name) for name in _SHEETS}
    keys: dict[str, dict[int, str]] = {}
    attributes: dict[str, list[Attribute]] = {}
    for number, row in sheets["Columns"]:
        table = row["table"]
        try:
            attributes.setdefault(table, []).append(_attribute(row))
            if row["key"]:
                keys.setdefault(table, {})[int(float(row["key"]))] = row["column"]
        except (ValueError, ValidationError) as error:
            raise _wrong("Columns", number, _reason(error)) from error
    described = {row["table"]: row for _, row in sheets["Tables"]}
    names = list(dict.fromkeys([*described, *attributes]))
    if len(names) > MOST_TABLES:
        raise _unreadable(
            "too-many-tables",
            say(
                "The workbook defines {n} table(s); at most {most_tables} are allowed.",
                n=len(names),
                most_tables=MOST_TABLES,
            ),
        )
    tables = [_table(name, described.get(name, {}), attributes, keys) for name in names]
    return Catalog(tables=tuple(tables), links=tuple(_link(number, row) for number, row in sheets["Links"]))


def _attribute(row: Row) -> Attribute:
    parts = [part.strip().partition("=") for part in row["values"].split(";") if part.strip()]
    return Attribute(
        name=row["column"],
        type=DataType.parse(row["type"] or Kind.STRING.value),
        label=row["label"],
        description=row["description"],
        required=_yes(row["required"]),
        instant=_yes(row["instant"]),
        values=tuple(EnumValue(value=value.strip(), label=label.strip()) for value, _, label in parts),
        max_length=int(float(row["max_length"])) if row["max_length"] else None,
        identity=row["identity"] or None,
    )


def _yes(text: str) -> bool:
    return text.lower() in {"yes", "true", "1", "x", "oui"}


def _table(
    name: str, row: Mapping[str, str], attributes: Mapping[str, list[Attribute]], keys: Mapping[str, dict[int, str]]
) -> Table:
    return Table(
        name=name,
        attributes=tuple(attributes.get(name, ())),
        key=tuple(column for _, column in sorted(keys.get(name, {}).items())),
        version=row.get("version") or None,
        label=row.get("label", ""),
        description=row.get("description", ""),
    )


def _link(number: int, row: Row) -> Link:
    pairs = [part.partition("=") for part in row["columns"].split(";") if part.strip()]
    try:
        return Link(
            name=row["name"] or row["target"],
            source=row["source"],
            target=row["target"],
            pairs=tuple((here.strip(), there.strip() or here.strip()) for here, _, there in pairs),
            cardinality=Cardinality(row["cardinality"] or Cardinality.MANY_TO_ONE.value),
            reverse_name=row["reverse_name"] or row["source"],
            label=row["label"],
            reverse_label=row["reverse_label"],
        )
    except (ValueError, ValidationError) as error:
        raise _wrong("Links", number, _reason(error)) from error


def _rows(path: Path, sheet: str) -> list[tuple[int, Row]]:
    """The filled rows of a sheet with their numbers in it; a column that is not there is empty."""
    import fastexcel

    if path.stat().st_size > MOST_BYTES:
        raise _unreadable("workbook-too-large", "The file is larger than 10 MB.")
    try:
        found = fastexcel.read_excel(path).load_sheet(sheet, dtypes="string").to_arrow().to_pydict()
    except Exception as error:
        # The library raises many kinds, all of which mean that this is no such workbook.
        why = say("It has no readable sheet {sheet}: {reason}", sheet=quoted(sheet), reason=str(error).splitlines()[0])
        raise _unreadable(
            "workbook-unreadable", say("{path} is no workbook of schemas.", path=quoted(path.name)), why
        ) from error
    columns = {name: found.get(name, []) for name in _SHEETS[sheet]}
    length = max((len(values) for values in columns.values()), default=0)
    rows = [
        (place + 2, {name: (values[place] or "").strip() if values else "" for name, values in columns.items()})
        for place in range(length)
    ]
    return [(number, row) for number, row in rows if any(row.values())]


def _reason(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return say("{place}: {reason}", place=".".join(str(part) for part in first["loc"]), reason=misfit(first))
    return say("{reason}.", reason=declared(_message(error)))


def _message(error: ValueError) -> str:
    return error.args[0] if error.args and isinstance(error.args[0], str) else str(error)


def _wrong(sheet: str, number: int, why: str) -> EngineError:
    what = say("Row {number} of the sheet {sheet} cannot be read.", number=number, sheet=quoted(sheet))
    return EngineError(Problem(code="wrong-workbook", what=what, why=why, fix="Correct the cell there."))


def _unreadable(code: str, what: str, why: str = "") -> EngineError:
    fix = "Begin with the template: jalon catalog --template FILE.xlsx."
    return EngineError(Problem(code=code, what=what, why=why, fix=fix))
