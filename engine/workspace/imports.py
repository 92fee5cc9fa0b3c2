"""The bundles that were imported: how each is taken back, which choices were made, as of when its counts were made."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import select

from engine.problems import EngineError, Problem
from engine.workspace.models import BundleImport
from engine.workspace.store import MetadataStore, utc_now

UndoStep = Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """An import. `steps` take it back, last first; `instants` is, by document, the digest it had and its instant."""

    id: str
    title: str
    steps: tuple[UndoStep, ...]
    instants: Mapping[str, tuple[str, str]]
    choices: Mapping[str, str]
    undone: bool
    created: datetime


class Imports:
    """Note, find and mark imports."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def add(
        self,
        title: str,
        steps: Sequence[UndoStep],
        instants: Mapping[str, tuple[str, str]],
        choices: Mapping[str, str],
    ) -> str:
        """Note an import; its id."""
        row = BundleImport(
            id=uuid.uuid4().hex,
            title=title,
            steps=[dict(step) for step in steps],
            instants={document: list(pair) for document, pair in instants.items()},
            choices=dict(choices),
            created=utc_now(),
        )
        with self._store.session() as session:
            session.add(row)
        return row.id

    def list(self) -> "list[ImportEntry]":
        """All imports, newest first."""
        with self._store.session() as session:
            return [_entry(row) for row in session.scalars(select(BundleImport).order_by(BundleImport.created.desc()))]

    def find(self, name: str) -> ImportEntry:
        """The import of an id. Errors: unknown-import."""
        found = next((one for one in self.list() if one.id == name), None)
        if found is None:
            what = "This workspace knows no such import."
            raise EngineError(Problem(code="unknown-import", what=what, fix="Choose one of its list of imports."))
        return found

    def mark_undone(self, name: str) -> None:
        """Note that an import was taken back."""
        with self._store.session() as session:
            row = session.get(BundleImport, name)
            if row is not None:
                row.undone = True

    def instant_of(self, document: str, content: str) -> str | None:
        """The instant of the counts that came with a document, as long as its content is still what came."""
        for entry in self.list():
            known = entry.instants.get(document)
            if not entry.undone and known is not None and known[0] == content:
                return known[1]
        return None

    def choices(self) -> Mapping[str, str]:
        """The latest choice that was made about each thing."""
        found: dict[str, str] = {}
        for entry in reversed(self.list()):
            found |= entry.choices
        return found


def _entry(row: BundleImport) -> ImportEntry:
    steps = row.steps if isinstance(row.steps, list) else []
    instants = row.instants if isinstance(row.instants, dict) else {}
    choices = row.choices if isinstance(row.choices, dict) else {}
    return ImportEntry(
        id=row.id,
        title=row.title,
        steps=tuple(step for step in steps if isinstance(step, dict)),
        instants={
            document: (str(pair[0]), str(pair[1]))
            for document, pair in instants.items()
            if isinstance(pair, list) and len(pair) == 2
        },
        choices={name: value for name, value in choices.items() if isinstance(value, str)},
        undone=row.undone,
        created=row.created,
    )
