"""What journeys refer to by name: lists, interests, roles templates, stages, programs and the like, found and written.

These objects are rows of small tables of the account data that hold no person. Limits on communication apply to all
journeys, so they always travel.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from pydantic import JsonValue, TypeAdapter, ValidationError

from engine.account_data.rows import current_rows
from engine.accounts.model import CATALOG
from engine.bundles.references import words_in
from engine.catalog.model import Catalog, Table
from engine.document.model import Document, Kind
from engine.journey.world import BESIDE, KEYS
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.types import DataType
from engine.types import Kind as TypeKind
from engine.workspace import Workspace

CORE = ("account", "person", "account_person")
"""The tables that every journey reads."""
OBJECT_TABLES = (*KEYS, *BESIDE)
_ALWAYS = frozenset({"comm_rule"})
_BOOKKEEPING = frozenset({"created_at", "updated_at", "created_by", "updated_by"})
"""When and by whom; it says nothing elsewhere, and names of persons stay where they are."""

Row = Mapping[str, JsonValue]
_PARSERS: Mapping[TypeKind, TypeAdapter[Any]] = {
    TypeKind.DATE: TypeAdapter(date), TypeKind.DATETIME: TypeAdapter(datetime), TypeKind.TIME: TypeAdapter(time),
    TypeKind.DECIMAL: TypeAdapter(Decimal), TypeKind.BOOLEAN: TypeAdapter(bool), TypeKind.DOUBLE: TypeAdapter(float),
    TypeKind.STRING: TypeAdapter(str), TypeKind.LIST: TypeAdapter(list[str]),
}  # fmt: skip
_WHOLE: TypeAdapter[Any] = TypeAdapter(int)


@dataclass(frozen=True, slots=True)
class Objects:
    """The rows of one table that documents refer to, by its key, without what is empty or only tells when."""

    table: str
    rows: tuple[Row, ...]


def find_objects(workspace: Workspace, documents: Sequence[Document]) -> tuple[Objects, ...]:
    """What the journeys among some documents refer to, and what that refers to in turn, by table."""
    journeys = [one for one in documents if one.kind is Kind.JOURNEY]
    if not journeys:
        return ()
    catalog, standing = workspace.catalog().table_by_name, workspace.datasets.snapshot()
    tables = [name for name in OBJECT_TABLES if name in catalog and name in standing and standing[name].rows]
    every = {name: [_plain(row) for row in current_rows(workspace, name)] for name in tables}
    words = {word for one in journeys for word in _said(one)}
    chosen: dict[str, list[int]] = {}
    before = -1
    while before != (before := sum(map(len, chosen.values()))):
        owners = {
            str(every[owner][place].get(KEYS[owner])) for owner in chosen if owner in KEYS for place in chosen[owner]
        }
        for name, rows in every.items():
            found = [place for place, row in enumerate(rows) if _is_named(name, row, words, owners)]
            chosen[name] = found
            words |= {word for place in found for word in _keys_in(rows[place])}
    return tuple(
        Objects(name, tuple(every[name][place] for place in sorted(places)))
        for name, places in sorted(chosen.items())
        if places
    )


def _said(document: Document) -> set[str]:
    found = words_in(document.journey)
    for node in document.nodes:
        found |= words_in(node.settings)
    return {one.casefold() for one in found}


def _keys_in(row: Row) -> set[str]:
    """What a row refers to: its short texts, and all that is named inside its conditions."""
    return {word.casefold() for word in words_in({**row, "name": None, "description": None})}


def _is_named(table: str, row: Row, words: set[str], owners: set[str]) -> bool:
    """Whether an object is spoken of, by its key or name; what describes one further comes with it."""
    if table in _ALWAYS:
        return True
    if table in KEYS:
        names = {str(row.get(KEYS[table], "")).casefold(), str(row.get("name", "")).casefold()} - {""}
        return bool(names & words)
    return any(isinstance(value, str) and value in owners for value in row.values())


def _plain(row: Mapping[str, Any]) -> Row:
    found: dict[str, JsonValue] = {}
    for name, value in row.items():
        if value is None or name in _BOOKKEEPING:
            continue
        found[name] = value if isinstance(value, str | int | float | bool | list) else _text(value)
    return found


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value)


def plain_rows(workspace: Workspace, table: str) -> list[Row]:
    """The rows of a table as they would travel; none where the table is not known."""
    if table not in workspace.catalog().table_by_name:
        return []
    return [_plain(row) for row in current_rows(workspace, table)]


def key_of(catalog: Catalog, table: str, row: Row) -> str:
    """The key of an object, as findings name it."""
    schema = catalog.table_by_name[table]
    return "/".join(str(row.get(name, "")) for name in schema.key)


def typed(schema: Table, row: Row) -> dict[str, Any]:
    """A row with the values that the table's columns hold; what it does not know is left out. Errors: wrong-bundle."""
    return {
        one.name: None if row.get(one.name) is None else _typed(one.type, row[one.name], one.name)
        for one in schema.attributes
    }


def _typed(kind: DataType, value: JsonValue, name: str) -> Any:
    parser = _PARSERS.get(kind.kind, _WHOLE)
    try:
        return parser.validate_python(value)
    except ValidationError as error:
        what = say("{value} in the bundle is no value for {name}.", value=quoted(value), name=quoted(name))
        fix = "Ask whoever sent it to export it again. Nothing was imported."
        raise EngineError(Problem(code="wrong-bundle", what=what, fix=fix)) from error


def renamed(value: JsonValue, names: Mapping[str, str]) -> JsonValue:
    """A value whose texts, where they are one of these names as a whole, are others."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [renamed(inner, names) for inner in value]
    if isinstance(value, dict):
        return {name: renamed(inner, names) for name, inner in value.items()}
    return value


def data_tables(workspace: Workspace, document: Document) -> Iterator[str]:
    """The tables with rows that a journey may read, other than those of objects."""
    standing = workspace.datasets.snapshot()
    for table in CATALOG.tables:
        if document.kind is Kind.JOURNEY and table.name in standing and table.name not in OBJECT_TABLES:
            yield table.name
