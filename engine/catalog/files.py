"""Catalogues as files: JSON as `jalon catalog` prints it, SQL definitions of tables, or a workbook of schemas."""

from pathlib import Path

from pydantic import ValidationError

from engine.catalog.ddl import read_ddl
from engine.catalog.model import Catalog
from engine.catalog.workbook import read_workbook
from engine.problems import EngineError, Problem


def read_catalog(path: Path) -> tuple[Catalog, tuple[Problem, ...]]:
    """What a file defines, and what in it was left out. Errors: no-such-file, wrong-catalogue, those of `read_ddl`."""
    if path.suffix.lower() == ".xlsx" and path.exists():
        return read_workbook(path), ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = f"{path.name!r} cannot be read."
        raise EngineError(
            Problem(code="no-such-file", what=what, why=str(error), fix="Choose another file.")
        ) from error
    if path.suffix.lower() == ".sql":
        found = read_ddl(text)
        return Catalog(tables=found.tables, links=found.links), found.problems
    try:
        return Catalog.model_validate_json(text), ()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = f"The catalogue cannot be read{f' at {place!r}' if place else ''}."
        raise EngineError(
            Problem(code="wrong-catalogue", what=what, why=f"{first['msg']}.", fix="Correct the value there.")
        ) from error
