"""The catalogue as it is kept: every change is validated as a whole before it is stored."""

from pydantic import BaseModel, JsonValue, ValidationError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from engine.catalog.model import Catalog, Dimension, Filter, Link, Table
from engine.catalog.validation import check_catalog
from engine.misfits import misfit
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace.models import SchemaObject
from engine.workspace.store import MetadataStore

_KINDS: dict[str, type[BaseModel]] = {"table": Table, "link": Link, "dimension": Dimension, "filter": Filter}


class SchemaStore:
    """Tables, links, targeting dimensions and filters of a workspace."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def catalog(self) -> Catalog:
        """The whole catalogue as one value."""
        return self._store.remembered("catalog", [SchemaObject], _catalog)

    def add(self, *objects: Table | Link | Dimension | Filter) -> Catalog:
        """Add or change objects, all or none; the catalogue that results.

        Errors: wrong-catalogue, dimension-fixed and the errors of `check_catalog`.
        """
        with self._store.session() as session:
            before = _catalog(session)
            for added in objects:
                _refuse_fixed(before, added)
                kind, name = _identity(added)
                row = session.get(SchemaObject, (kind, name))
                content: JsonValue = added.model_dump(mode="json", exclude_defaults=True)
                if row is None:
                    session.add(SchemaObject(kind=kind, name=name, place=_next_place(session), content=content))
                else:
                    row.content = content
            session.flush()
            after = _catalog(session)
            wrong = [problem for problem in check_catalog(after) if problem.is_error]
            known = {str(problem) for problem in check_catalog(before)}
            for problem in wrong:
                if str(problem) not in known:
                    raise EngineError(problem)
            return after

    def remove(self, *objects: Table | Link | Dimension | Filter) -> Catalog:
        """Remove objects. Errors: in-use, when another object still refers to one of them."""
        with self._store.session() as session:
            for removed in objects:
                kind, name = _identity(removed)
                session.execute(delete(SchemaObject).where(SchemaObject.kind == kind, SchemaObject.name == name))
            after = _catalog(session)
            for problem in check_catalog(after):
                if problem.code == "unknown-table":
                    raise EngineError(
                        Problem(
                            code="in-use",
                            what="This cannot be removed, because something else refers to it.",
                            why=problem.what,
                            fix="Remove what refers to it first.",
                        )
                    )
            return after


def _identity(value: Table | Link | Dimension | Filter) -> tuple[str, str]:
    if isinstance(value, Link):
        return "link", f"{value.source}/{value.name}"
    if isinstance(value, Filter):
        return "filter", value.id
    return ("table" if isinstance(value, Table) else "dimension"), value.name


def _next_place(session: Session) -> int:
    places = session.scalars(select(SchemaObject.place)).all()
    return max(places, default=0) + 1


def _catalog(session: Session) -> Catalog:
    rows = session.scalars(select(SchemaObject).order_by(SchemaObject.place)).all()
    found: dict[str, list[BaseModel]] = {kind: [] for kind in _KINDS}
    for row in rows:
        found[row.kind].append(_KINDS[row.kind].model_validate(row.content))
    try:
        return Catalog.model_validate({f"{kind}s": objects for kind, objects in found.items()})
    except ValidationError as error:
        raise EngineError(
            Problem(
                code="wrong-catalogue",
                what="The schemas do not fit together.",
                why=misfit(error.errors(include_url=False)[0]),
                fix="Choose another name.",
            )
        ) from error


def _refuse_fixed(before: Catalog, added: Table | Link | Dimension | Filter) -> None:
    if isinstance(added, Dimension) and before.dimension_by_name.get(added.name, added) != added:
        old = before.dimension_by_name[added.name]
        if (old.table, old.identity) != (added.table, added.identity):
            raise EngineError(
                Problem(
                    code="dimension-fixed",
                    what=say(
                        "The targeting dimension {added} cannot change its table or identity.",
                        added=quoted(added.title),
                    ),
                    why="Campaigns and audiences count on what it means.",
                    fix="Create another targeting dimension; delete this one if nothing uses it.",
                )
            )
