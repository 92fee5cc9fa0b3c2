"""Catalogues as files: JSON as `jalon catalog` prints it, SQL definitions of tables, or a workbook of schemas."""

from pathlib import Path

from pydantic import ValidationError

from engine.catalog.ddl import read_ddl
from engine.catalog.model import Catalog
from engine.catalog.workbook import read_workbook
from engine.misfits import misfit, system_reason
from engine.problems import EngineError, Problem
from engine.texts import quoted, say


def read_catalog(path: Path) -> tuple[Catalog, tuple[Problem, ...]]:
    """What a file defines, and what in it was left out. Errors: no-such-file, wrong-catalogue, those of `read_ddl`."""
    if path.suffix.lower() == ".xlsx" and path.exists():
        return read_workbook(path), ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = say("{path} cannot be read.", path=quoted(path.name))
        raise EngineError(
            Problem(code="no-such-file", what=what, why=system_reason(error), fix="Choose another file.")
        ) from error
    if path.suffix.lower() == ".sql":
        found = read_ddl(text)
        return Catalog(tables=found.tables, links=found.links), found.problems
    try:
        return Catalog.model_validate_json(text), ()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = say("The catalogue cannot be read.")
        if place:
            what = say("The catalogue cannot be read at {place}.", place=quoted(place))
        raise EngineError(
            Problem(code="wrong-catalogue", what=what, why=misfit(first), fix="Correct the value there.")
        ) from error
