"""Templates: documents to begin others from. The content is text and is not looked at."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from engine.catalog.paths import unknown
from engine.problems import EngineError
from engine.workspace.models import TemplateRow
from engine.workspace.store import MetadataStore, utc_now


@dataclass(frozen=True, slots=True)
class Template:
    """A template; `created` is UTC."""

    id: str
    name: str
    description: str
    kind: str
    content: str
    created: datetime


class Templates:
    """Add, list, find, remove."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def add(self, name: str, content: str, *, kind: str, description: str = "") -> str:
        """Keep a template; its id."""
        row = TemplateRow(
            id=uuid.uuid4().hex, name=name, description=description, kind=kind, content=content, created=utc_now()
        )
        with self._store.session() as session:
            session.add(row)
        return row.id

    def list(self) -> "list[Template]":
        """All templates, by name."""
        with self._store.session() as session:
            rows = session.scalars(select(TemplateRow).order_by(TemplateRow.name, TemplateRow.created)).all()
            return [_template(row) for row in rows]

    def get(self, template: str) -> Template:
        """One template. Errors: unknown-template."""
        with self._store.session() as session:
            row = session.get(TemplateRow, template)
            if row is None:
                raise EngineError(unknown("template", template, session.scalars(select(TemplateRow.id)).all()))
            return _template(row)

    def remove(self, template: str) -> None:
        """Take a template away; what was made from it stays."""
        with self._store.session() as session:
            row = session.get(TemplateRow, template)
            if row is not None:
                session.delete(row)


def _template(row: TemplateRow) -> Template:
    return Template(row.id, row.name, row.description, row.kind, row.content, row.created)
