"""Where each thing stands in a bundle and how it is written: sorted, line-diffable text, logic apart from layout."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from pydantic import BaseModel, JsonValue

from engine.catalog.model import Catalog, Dimension, Filter, Link, Table
from engine.document.files import from_text, to_text
from engine.document.model import Document

_LAYOUT: Mapping[str, frozenset[str]] = {
    "nodes": frozenset({"compact", "accent"}),
    "transitions": frozenset({"points", "label_at"}),
    "notes": frozenset({"size", "accent", "level"}),
    "frames": frozenset({"rect", "accent", "collapsed", "level"}),
}
"""The fields of a document's parts that only say how they are drawn."""

SchemaObject = Table | Link | Dimension | Filter
_KINDS: Mapping[str, type[SchemaObject]] = {
    "tables": Table, "links": Link, "dimensions": Dimension, "filters": Filter,
}  # fmt: skip


def slug(name: str) -> str:
    """A name as a file may be called anywhere, and no two names alike."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "x"
    return plain if plain == name else f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def document_path(document: str) -> str:
    """Where the logic of a document stands."""
    return f"documents/{slug(document)}.json"


def layout_path(document: str) -> str:
    """Where it says how a document is drawn."""
    return f"layout/{slug(document)}.json"


def counts_path(document: str) -> str:
    """Where the counts of a document stand."""
    return f"counts/{slug(document)}.json"


def audience_path(audience: str) -> str:
    """Where the definition of a saved audience stands."""
    return f"audiences/{slug(audience)}.json"


def objects_path(table: str) -> str:
    """Where the objects of a table that journeys refer to stand."""
    return f"objects/{slug(table)}.json"


def table_data_path(table: str) -> str:
    """Where the rows of a table stand."""
    return f"data/tables/{slug(table)}.parquet"


def members_path(audience: str) -> str:
    """Where the members of a saved audience stand."""
    return f"data/audiences/{slug(audience)}.parquet"


def text_of(value: JsonValue) -> bytes:
    """A value as JSON, one item a line, a newline last."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def value_of(part: BaseModel) -> JsonValue:
    """A part of the catalogue as it is written: what stands at its default is left out."""
    found: JsonValue = part.model_dump(mode="json", exclude_defaults=True)
    return found


def split_document(document: Document) -> tuple[bytes, bytes]:
    """The logic of a document, and how it is drawn; `join_document` gives the document back, byte by byte."""
    raw: dict[str, JsonValue] = json.loads(to_text(document))
    drawn: dict[str, JsonValue] = {"layout": raw.pop("layout", {})}
    for kind, fields in _LAYOUT.items():
        objects = _objects(raw.get(kind))
        if len({str(one.get("id")) for one in objects}) < len(objects):
            continue  # of two parts with one id, nobody could say later whose looks these are
        looks: dict[str, JsonValue] = {}
        for one in objects:
            look = {name: one.pop(name) for name in list(one) if name in fields}
            if look:
                looks[str(one["id"])] = look
        if looks:
            drawn[kind] = looks
    return text_of(raw), text_of(drawn)


def join_document(logic: Mapping[str, JsonValue], drawn: Mapping[str, JsonValue]) -> Document:
    """The document again. Errors: those of reading a document."""
    raw = dict(logic)
    if drawn.get("layout"):
        raw["layout"] = drawn["layout"]
    for kind in _LAYOUT:
        looks = drawn.get(kind)
        if isinstance(looks, dict):
            raw[kind] = [_with_look(one, looks) for one in _objects(raw.get(kind))]
    return from_text(json.dumps(raw))


def _with_look(one: Mapping[str, JsonValue], looks: Mapping[str, JsonValue]) -> JsonValue:
    look = looks.get(str(one.get("id")))
    return {**one, **look} if isinstance(look, dict) else dict(one)


def _objects(value: JsonValue) -> list[dict[str, JsonValue]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def schema_path(kind: str, name: str) -> str:
    """Where a table, link, dimension or filter of the catalogue stands."""
    return f"schemas/{kind}/{slug(name)}.json"


def schema_objects(catalog: Catalog) -> Iterable[tuple[str, str, SchemaObject]]:
    """Everything in a catalogue with its kind and a name that is unique among its kind."""
    for kind in _KINDS:
        objects: tuple[SchemaObject, ...] = getattr(catalog, kind)
        for one in objects:
            yield kind, name_of(one), one


def name_of(one: SchemaObject) -> str:
    """The name of a part of the catalogue, unique among its kind."""
    if isinstance(one, Link):
        return f"{one.source}/{one.name}"
    return one.id if isinstance(one, Filter) else one.name


def kind_of(path: str) -> type[SchemaObject] | None:
    """What kind of part of the catalogue stands at a path of a bundle."""
    return _KINDS.get(path.split("/")[1]) if path.count("/") == 2 else None
