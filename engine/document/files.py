"""Documents as text and files: deterministic and line-diffable out, exact in, and replaced whole or not at all.

Equal documents have equal text. What stands at its default is left out, except for a few fields that every reader
looks for; what this version does not know follows what it knows, in the order in which it came.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TypeVar, cast
from uuid import uuid4

from pydantic import JsonValue, TypeAdapter

from engine.document.model import FORMAT, Document, Node, Part
from engine.document.parsing import MOST_BYTES, as_type, parse, require_plain, too_large
from engine.misfits import system_reason
from engine.problems import EngineError, Problem, Severity
from engine.texts import declared, grouped, quoted, say

Upgrade = Callable[[dict[str, JsonValue]], dict[str, JsonValue]]
UPGRADES: Mapping[int, Upgrade] = {}
"""Format to the function that brings a document, or a fragment, from it to the next one."""

_ALWAYS = frozenset({"format", "kind", "name", "zone", "seed", "port", "to"})
_MOST_IN_LINE = 12


T = TypeVar("T")
_DOCUMENT = TypeAdapter(Document)


def read_document(path: Path) -> Document:
    """The document in a file. Errors: unreadable-file, not-text, and those of `from_text`, with the file's name."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _in_file(path, too_large())
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise EngineError(
            Problem(
                code="unreadable-file",
                what=say("{path} cannot be read.", path=quoted(path.name)),
                why=system_reason(error),
                fix="Check its name, its folder and your permission to read it.",
            )
        ) from error
    except UnicodeDecodeError as error:
        raise EngineError(
            Problem(
                code="not-text",
                what=say(
                    "{path} is not UTF-8 text: byte {place} has no meaning.",
                    path=quoted(path.name),
                    place=grouped(error.start + 1),
                ),
                fix="Choose a campaign document, or save it again as UTF-8.",
                position=error.start,
            )
        ) from error
    try:
        return from_text(text)
    except EngineError as error:
        raise _in_file(path, error) from error


_OF_DOCUMENTS = frozenset({"format", "kind", "nodes", "transitions"})


def looks_like_records(path: Path) -> bool:
    """Whether a JSON file holds data rather than a document: a list, or an object with no field that documents have.

    What cannot be read is taken for a document, whose reader says what is wrong with it.
    """
    try:
        with path.open("rb") as file:
            begin = file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
        if begin.startswith(b"["):
            return True
        if path.stat().st_size > MOST_BYTES:
            return False
        value: object = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(value, dict):
        return False
    fields = cast("dict[str, object]", value)
    return bool(fields) and _OF_DOCUMENTS.isdisjoint(fields)


def read_text(path: Path, fix: str) -> str:
    """What stands in a file of UTF-8 text; `fix` says what file to choose. Errors: unreadable-file."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = say("{path} cannot be read.", path=quoted(path.name))
        problem = Problem(code="unreadable-file", what=what, why=system_reason(error), fix=fix)
        raise EngineError(problem) from error


def _in_file(path: Path, error: EngineError) -> EngineError:
    problem = error.problem
    return EngineError(
        replace(
            problem,
            what=say("{file}: {what}", file=path.name, what=declared(problem.what)),
            values={**problem.values, "file": path.name},
        )
    )


def from_text(text: str, upgrades: Mapping[int, Upgrade] = UPGRADES) -> Document:
    """The document that a text holds; an older format is brought up to date, all that is unknown is kept.

    A newer format opens if its shape fits; `newer_format` then says so. Errors: those of `parsing.parse`, wrong-shape
    with the path of the field, unknown-format.
    """
    return read_as(_DOCUMENT, upgraded(parse(text), upgrades))


def newer_format(document: Document) -> Problem | None:
    """A remark on a document that a newer version wrote; None for all others."""
    if document.format <= FORMAT:
        return None
    return Problem(
        code="newer-format",
        what=say(
            "This document was written by a newer version (format {format}; this one writes {known}).",
            format=document.format,
            known=FORMAT,
        ),
        why="What is new in it is kept, but takes no part in the counts.",
        fix="Update before you rely on its counts.",
        severity=Severity.WARNING,
        values={"format": document.format},
    )


def read_as(adapter: TypeAdapter[T], raw: dict[str, JsonValue]) -> T:
    """The object as a value of the model. A newer format that does not fit is said to be one."""
    try:
        return as_type(adapter, raw)
    except EngineError as error:
        written = raw.get("format")
        if not isinstance(written, int) or written <= FORMAT:
            raise
        why = say(
            "A newer version wrote it (format {written}; this one knows up to {format}).",
            written=written,
            format=FORMAT,
        )
        raise EngineError(replace(error.problem, why=why, fix="Open it with the newer version.")) from error


def upgraded(raw: dict[str, JsonValue], upgrades: Mapping[int, Upgrade]) -> dict[str, JsonValue]:
    """The object in today's format. One without a format is of the first."""
    written = raw.get("format", 1)
    while isinstance(written, int) and written < FORMAT:
        if written not in upgrades:
            raise EngineError(
                Problem(
                    code="unknown-format",
                    what=say("There is no document format {written}.", written=written),
                    fix=say("The format of this version is {format}.", format=FORMAT),
                    field="format",
                )
            )
        raw = upgrades[written](raw)
        written += 1
        raw["format"] = written
    return raw


def to_text(document: Document) -> str:
    """The document as JSON: one value per line, short lists of numbers on one, a newline last.

    Errors: those of `parsing.require_plain`, for values that no file could hold.
    """
    return canvas_text(document, document.layout, document.nodes)


def write_document(document: Document, path: Path) -> None:
    """Replace a file by the document; after a crash the file is the old one or the new one.

    Errors: storage-failed, document-too-large, and those of `to_text`; the file is then as it was.
    """
    content = to_text(document).encode()
    if len(content) > MOST_BYTES:
        raise too_large()
    whole = path.resolve()
    partly = whole.with_name(f".{whole.name}.{uuid4().hex[:12]}.part")
    try:
        with partly.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if whole.exists():
            partly.chmod(whole.stat().st_mode)
        partly.replace(whole)
        _sync_folder(whole.parent)
    except OSError as error:
        partly.unlink(missing_ok=True)
        raise EngineError(
            Problem(
                code="storage-failed",
                what=say("{path} could not be written.", path=quoted(path.name)),
                why=system_reason(error),
                fix="Check that the folder can be written and that the disk is not full. The file there is unchanged.",
            )
        ) from error


def _sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut, where the system can (Windows has no such call)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def canvas_text(whole: Part, layout: Mapping[str, tuple[float, float]], nodes: tuple[Node, ...]) -> str:
    """A document, or a part of its canvas, as text; positions in the order of the nodes, however they were moved."""
    value = plain_part(whole)
    if layout:
        value["layout"] = _plain_layout(layout, (node.id for node in nodes))
    require_plain(value)
    return _written(value, 0) + "\n"


def plain_part(part: Part) -> dict[str, JsonValue]:
    """A part as it is written: required fields, those in `_ALWAYS`, those not at their default, all unknown ones."""
    plain: dict[str, JsonValue] = {}
    for name, field in type(part).model_fields.items():
        value, written = getattr(part, name), field.alias or name
        if written in _ALWAYS or field.is_required() or value != field.get_default(call_default_factory=True):
            plain[written] = _plain(value)
    return plain | (part.model_extra or {})


def _plain(value: object) -> JsonValue:
    if isinstance(value, Part):
        return plain_part(value)
    if isinstance(value, tuple):
        return [_plain(inner) for inner in cast("tuple[object, ...]", value)]
    if isinstance(value, Enum):
        return str(value.value)
    plain: JsonValue = value  # type: ignore[assignment]  # what remains is JSON already; require_plain sees to it
    return plain


def _plain_layout(layout: Mapping[str, tuple[float, float]], order: Iterable[str]) -> dict[str, JsonValue]:
    """Positions in the order of the nodes; those of anything else last, by name."""
    first = [name for name in dict.fromkeys(order) if name in layout]
    rest = sorted(layout.keys() - set(first))
    return {name: [int(at) if at.is_integer() else at for at in layout[name]] for name in (*first, *rest)}


def _written(value: JsonValue, depth: int) -> str:
    pad, inner = "  " * depth, "  " * (depth + 1)
    if isinstance(value, dict) and value:
        parts = [f"{inner}{_scalar(name)}: {_written(item, depth + 1)}" for name, item in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{pad}}}"
    if isinstance(value, list) and value:
        if len(value) <= _MOST_IN_LINE and all(isinstance(item, int | float) for item in value):
            return f"[{', '.join(_scalar(item) for item in value)}]"
        parts = [f"{inner}{_written(item, depth + 1)}" for item in value]
        return "[\n" + ",\n".join(parts) + f"\n{pad}]"
    return _scalar(value)


def _scalar(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
