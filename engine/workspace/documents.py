"""The documents of a workspace, each with all its versions. A version never changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from engine.catalog.paths import unknown
from engine.problems import EngineError, Problem
from engine.texts import declared, quoted, say
from engine.workspace.models import DocumentRow, DocumentVersion
from engine.workspace.person import present_person
from engine.workspace.statuses import PUBLISHED, Status
from engine.workspace.store import MetadataStore, utc_now


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document as lists show it. Persons are empty where nobody noted them."""

    id: str
    name: str
    kind: str
    status: str
    version: int
    changed: datetime
    created: datetime
    tags: tuple[str, ...] = ()
    created_by: str = ""
    changed_by: str = ""
    published: datetime | None = None
    published_by: str = ""
    closed: datetime | None = None


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version of a document, and the name that somebody gave it; `created` is UTC."""

    number: int
    name: str
    created: datetime


class Documents:
    """Save, load, list; the content is text and is not looked at."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store
        self.person = present_person()
        """Who is noted as the author of what is done."""

    def save(self, document: str, content: str, *, name: str, kind: str, based_on: int | None = None) -> int:
        """Store a new version; its number.

        Errors: changed-elsewhere, when `based_on` is not the current version; read-only, when it is no draft.
        """
        now = utc_now()
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            if row is None:
                row = DocumentRow(
                    id=document, name=name, kind=kind, version=0, created=now, changed=now, deleted=None, tags=[],
                    created_by=self.person,
                )  # fmt: skip
                session.add(row)
            elif row.deleted is None and row.status != Status.DRAFT:
                raise EngineError(read_only(row.name or document, row.status))
            elif based_on is not None and row.version != based_on:
                raise EngineError(
                    Problem(
                        code="changed-elsewhere",
                        what=say(
                            "{name} was saved elsewhere since it was opened (version {version}).",
                            name=quoted(name),
                            version=row.version,
                        ),
                        fix="Open that version beside yours, or save yours under another name.",
                    )
                )
            row.version += 1
            if row.deleted is not None:
                row.status = Status.DRAFT
            row.name, row.kind, row.changed, row.deleted = name, kind, now, None
            row.changed_by = self.person
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
        return [*self._store.remembered("documents", [DocumentRow], _listed)]

    def has(self, document: str) -> bool:
        """Whether a document has a version and was not deleted; a new one is a draft alone until it is saved."""
        return any(one.id == document for one in self._store.remembered("documents", [DocumentRow], _listed))

    def latest_contents(self, documents: Iterable[str]) -> tuple[tuple[str, int, str], ...]:
        """Document, number and content of the latest versions."""
        current = (DocumentVersion.document == DocumentRow.id) & (DocumentVersion.number == DocumentRow.version)
        query = select(DocumentRow.id, DocumentVersion.number, DocumentVersion.content)
        query = query.join(DocumentVersion, current).where(DocumentRow.id.in_(tuple(documents)))
        with self._store.session() as session:
            return tuple((name, number, content) for name, number, content in session.execute(query))

    def get(self, document: str) -> DocumentEntry:
        """One document that was not deleted. Errors: unknown-document."""
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            if row is None or row.deleted is not None:
                known = session.scalars(select(DocumentRow.id).where(DocumentRow.deleted.is_(None))).all()
                raise EngineError(unknown("document", document, known))
            return _entry(row)

    def set_status(self, document: str, status: str, now: datetime | None = None) -> None:
        """Note the status of a document, such as "live"; `now` is UTC."""
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            if row is not None:
                self._note_turns(row, status, now or utc_now())
                row.status, row.changed = status, now or utc_now()

    def _note_turns(self, row: DocumentRow, status: str, now: datetime) -> None:
        """When a document was published last, and closed; a change of what is published leaves both as they were."""
        if status in PUBLISHED and row.status == Status.DRAFT:
            row.published = row.published or now
            row.published_by = row.published_by or self.person
        elif status == Status.PUBLISHING:
            row.published, row.published_by, row.closed = None, "", None
        elif status == Status.CLOSED:
            row.closed = row.closed or now

    def reset_publishing(self) -> None:
        """Publications that a crash cut off did not happen."""
        with self._store.session() as session:
            query = select(DocumentRow).where(DocumentRow.status == Status.PUBLISHING)
            for row in session.scalars(query).all():
                row.status = Status.DRAFT

    def set_tags(self, document: str, tags: Iterable[str]) -> None:
        """Give a document the words by which it is found; in any status. Blank and repeated ones are left out."""
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            if row is not None:
                row.tags = [*dict.fromkeys(tag.strip() for tag in tags if tag.strip())]

    def delete(self, document: str) -> None:
        """Take a document out of the lists; its versions stay."""
        with self._store.session() as session:
            row = session.get(DocumentRow, document)
            if row is not None:
                row.deleted = utc_now()

    def erase(self, document: str) -> None:
        """Remove a document with all its versions, for good."""
        with self._store.session() as session:
            session.execute(delete(DocumentVersion).where(DocumentVersion.document == document))
            session.execute(delete(DocumentRow).where(DocumentRow.id == document))

    def versions(self, document: str) -> tuple[VersionEntry, ...]:
        """The versions of a document, newest first."""
        query = select(DocumentVersion.number, DocumentVersion.name, DocumentVersion.created)
        query = query.where(DocumentVersion.document == document).order_by(DocumentVersion.number.desc())
        with self._store.session() as session:
            return tuple(VersionEntry(*row) for row in session.execute(query))

    def name_version(self, document: str, number: int, name: str) -> None:
        """Give a version a name, or with an empty one take it away. Errors: unknown-version."""
        with self._store.session() as session:
            row = session.get(DocumentVersion, (document, number))
            if row is None:
                query = select(DocumentVersion.number).where(DocumentVersion.document == document)
                raise EngineError(unknown("version", str(number), map(str, session.scalars(query))))
            row.name = name.strip()


def read_only(name: str, status: str) -> Problem:
    """Why a document that is not a draft takes no edits."""
    return Problem(
        code="read-only",
        what=say("{name} is {status}, so it cannot be changed.", name=quoted(name), status=declared(status)),
        fix="Bring it back to draft, or duplicate it and change the copy.",
        values={"name": name, "status": status},
    )


def _listed(session: Session) -> tuple[DocumentEntry, ...]:
    query = select(DocumentRow).where(DocumentRow.deleted.is_(None)).order_by(DocumentRow.changed.desc())
    return tuple(_entry(row) for row in session.scalars(query))


def _entry(row: DocumentRow) -> DocumentEntry:
    tags = tuple(str(tag) for tag in row.tags) if isinstance(row.tags, list) else ()
    return DocumentEntry(
        row.id, row.name, row.kind, row.status, row.version, row.changed, row.created, tags, row.created_by,
        row.changed_by, row.published, row.published_by, row.closed,
    )  # fmt: skip
