"""The documents of a workspace, each with all its versions. A version never changes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from engine.catalog.paths import unknown
from engine.problems import EngineError, Problem
from engine.workspace.models import DocumentRow, DocumentVersion
from engine.workspace.store import MetadataStore, utc_now


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document as lists show it."""

    id: str
    name: str
    kind: str
    status: str
    version: int
    changed: datetime


class Documents:
    """Save, load, list; the content is text and is not looked at."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def save(self, document: str, content: str, *, name: str, kind: str, based_on: int | None = None) -> int:
        """Store a new version; its number. Errors: changed-elsewhere, when `based_on` is not the current version."""
        now = utc_now()
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            if row is None:
                row = DocumentRow(id=document, name=name, kind=kind, version=0, created=now, changed=now, deleted=None)
                session.add(row)
            elif based_on is not None and row.version != based_on:
                raise EngineError(
                    Problem(
                        code="changed-elsewhere",
                        what=f"{name!r} was saved elsewhere since it was opened (version {row.version}).",
                        fix="Open that version beside yours, or save yours under another name.",
                    )
                )
            row.version += 1
            row.name, row.kind, row.changed, row.deleted = name, kind, now, None
            session.flush()
            session.add(DocumentVersion(document=document, number=row.version, content=content, created=now))
            return row.version

    def load(self, document: str, version: int | None = None) -> str:
        """The content of a version, by default the latest. Errors: unknown-document."""
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            found = None if row is None else session.get(DocumentVersion, (document, version or row.version))
            if found is None:
                raise EngineError(unknown("document", document, session.scalars(select(DocumentRow.id)).all()))
            return found.content

    def list(self) -> "list[DocumentEntry]":
        """The documents that were not deleted, last changed first."""
        query = select(DocumentRow).where(DocumentRow.deleted.is_(None)).order_by(DocumentRow.changed.desc())
        with self._store.session() as session:
            return [
                DocumentEntry(row.id, row.name, row.kind, row.status, row.version, row.changed)
                for row in session.scalars(query)
            ]

    def set_status(self, document: str, status: str) -> None:
        """Note the status of a document, such as "live"."""
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            if row is not None:
                row.status = status

    def delete(self, document: str) -> None:
        """Take a document out of the lists; its versions stay."""
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            if row is not None:
                row.deleted = utc_now()
