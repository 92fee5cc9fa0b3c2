"""Documents as they are being edited: what was typed a moment ago, with its undo steps, survives whatever happens.

A draft is written in one transaction: after a crash it is the old one or the new one. Its content is the truth; its
steps only serve undo and redo.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue
from sqlalchemy import delete, select

from engine.workspace.models import Draft, DraftStep
from engine.workspace.store import MetadataStore, utc_now

MOST_STEPS = 2_000
"""How many undo steps a draft keeps; the oldest go first."""

UNSAVED = -1


@dataclass(frozen=True, slots=True)
class StepEntry:
    """An undo step: its name, the edit and its inverse as JSON."""

    text: str
    edit: Mapping[str, JsonValue]
    inverse: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """A draft. Of its steps, the first `position` are done; after the first `saved` it was saved as a version."""

    content: str
    position: int
    saved: int
    steps: tuple[StepEntry, ...]


class Drafts:
    """Keep, load and forget drafts; what is in them is not looked at."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def keep(
        self, document: str, content: str, *, position: int, saved: int, kept: int, steps: Sequence[StepEntry]
    ) -> None:
        """Write a draft: its first `kept` steps are as they were, `steps` follow, and what stood after them is gone."""
        with self._store.session() as session:
            row = session.get(Draft, document)
            if row is None:
                row = Draft(document=document, content="", position=0, saved=UNSAVED, changed=utc_now())
                session.add(row)
                session.flush()
            row.content, row.position, row.saved, row.changed = content, position, saved, utc_now()
            session.execute(delete(DraftStep).where(DraftStep.document == document, DraftStep.number >= kept))
            session.add_all(
                DraftStep(
                    document=document, number=number, text=one.text, edit=dict(one.edit), inverse=dict(one.inverse)
                )
                for number, one in enumerate(steps, start=kept)
            )

    def load(self, document: str) -> DraftEntry | None:
        """The draft of a document, if there is one. Shape: its newest steps, at most MOST_STEPS, the oldest first."""
        with self._store.session() as session:
            row = session.get(Draft, document)
            if row is None:
                return None
            query = select(DraftStep).where(DraftStep.document == document).order_by(DraftStep.number)
            steps = session.scalars(query).all()
            gone = max(0, min(len(steps) - MOST_STEPS, row.position))
            return DraftEntry(
                content=row.content,
                position=row.position - gone,
                saved=row.saved - gone if row.saved >= gone else UNSAVED,
                steps=tuple(StepEntry(one.text, _object(one.edit), _object(one.inverse)) for one in steps[gone:]),
            )

    def names(self) -> set[str]:
        """The documents that have a draft."""
        with self._store.session() as session:
            return set(session.scalars(select(Draft.document)))

    def forget(self, document: str) -> None:
        """Remove a draft with its steps."""
        with self._store.session() as session:
            session.execute(delete(DraftStep).where(DraftStep.document == document))
            session.execute(delete(Draft).where(Draft.document == document))


def _object(value: JsonValue) -> dict[str, JsonValue]:
    return dict(value) if isinstance(value, dict) else {}
