"""Documents as text and files: deterministic and line-diffable out, forgiving in, and replaced whole or not at all."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import JsonValue, ValidationError

from engine.document.model import FORMAT, Document
from engine.problems import EngineError, Problem

MOST_BYTES = 64_000_000
_SHORT = 100
_COLLECTIONS = frozenset({"nodes", "transitions", "notes", "frames", "variables", "layout"})
"""What is left out while it is empty."""

Upgrade = Callable[[dict[str, JsonValue]], dict[str, JsonValue]]
UPGRADES: Mapping[int, Upgrade] = {}
"""Format to the function that brings a document from it to the next one."""


def read_document(path: Path) -> Document:
    """The document in a file. Errors: no-such-file, and those of `from_text`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise EngineError(_wrong("document-too-large", f"{path.name!r} is larger than 64 MB.", "Choose another."))
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        why = error.strerror or str(error)
        raise EngineError(_wrong("no-such-file", f"{path.name!r} cannot be read.", "Check its name.", why)) from error
    except UnicodeDecodeError as error:
        what = f"{path.name!r} is not UTF-8 text (byte {error.start:,})."
        raise EngineError(_wrong("not-a-document", what, "Choose a campaign document.")) from error
    return from_text(text)


def from_text(text: str, upgrades: Mapping[int, Upgrade] = UPGRADES) -> Document:
    """The document that a text holds; an older format is brought up to date, unknown fields are kept.

    Errors: not-json (with line and column), duplicate-key, not-a-document (with the path of the field).
    """
    try:
        value: JsonValue = json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        what = f"This is not JSON: {error.msg} in line {error.lineno}, column {error.colno}."
        raise EngineError(_wrong("not-json", what, "Correct the text there.")) from error
    except RecursionError as error:
        raise EngineError(_wrong("not-json", "The document is nested too deeply.", "Choose another.")) from error
    if not isinstance(value, dict):
        raise EngineError(_wrong("not-a-document", "A document is an object in braces.", "Write {…}."))
    raw: dict[str, JsonValue] = value
    written = raw.get("format", FORMAT)
    while isinstance(written, int) and written < FORMAT and written in upgrades:
        raw = upgrades[written](raw)
        written += 1
        raw["format"] = written
    try:
        return Document.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = f"The document cannot be read at {place!r}."
        raise EngineError(_wrong("not-a-document", what, "Correct the value.", str(first["msg"]) + ".")) from error


def to_text(document: Document) -> str:
    """The document as JSON: one value per line, small lists of numbers on one, defaults left out, a newline last."""
    value: dict[str, JsonValue] = document.model_dump(mode="json", by_alias=True, exclude_unset=True)
    written = {name: part for name, part in value.items() if part not in ([], {}) or name not in _COLLECTIONS}
    return _written({"format": document.format, **written}, 0) + "\n"


def write_document(document: Document, path: Path) -> None:
    """Replace a file by the document; after a crash the file is the old one or the new one. Errors: storage-failed."""
    partly = path.with_name(f".{path.name}.part")
    try:
        with partly.open("w", encoding="utf-8", newline="\n") as file:
            file.write(to_text(document))
            file.flush()
            os.fsync(file.fileno())
        partly.replace(path)
    except OSError as error:
        partly.unlink(missing_ok=True)
        what = f"{path.name!r} could not be written."
        fix = "Check that the folder can be written and that the disk is not full. The file there is unchanged."
        raise EngineError(_wrong("storage-failed", what, fix, error.strerror or str(error))) from error


def _written(value: JsonValue, depth: int) -> str:
    pad, inner = "  " * depth, "  " * (depth + 1)
    if isinstance(value, dict) and value:
        parts = [f"{inner}{_scalar(key)}: {_written(item, depth + 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{pad}}}"
    if isinstance(value, list) and value:
        flat = all(isinstance(item, int | float) for item in value)
        if flat and len(value) * 8 < _SHORT:
            return f"[{', '.join(_scalar(item) for item in value)}]"
        parts = [f"{inner}{_written(item, depth + 1)}" for item in value]
        return "[\n" + ",\n".join(parts) + f"\n{pad}]"
    return _scalar(value)


def _scalar(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise EngineError(_wrong("duplicate-key", f"The name {key!r} stands twice in one object.", "Remove one."))
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise EngineError(_wrong("not-json", f"{name} is not a number that JSON knows.", "Write a number or null."))


def _wrong(code: str, what: str, fix: str, why: str = "") -> Problem:
    return Problem(code=code, what=what, why=why, fix=fix)
