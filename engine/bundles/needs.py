"""Everything that documents need of a workspace: what stands in the catalogue, and the objects of journeys."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.bundles.objects import CORE, Objects, find_objects
from engine.bundles.references import Closure, find_references
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Needs:
    """Documents with all that they refer to; `documents` are those asked for and those that these name."""

    documents: tuple[Document, ...]
    closure: Closure
    objects: tuple[Objects, ...]


def needs_of(workspace: Workspace, documents: Sequence[Document], tables: Sequence[str] = ()) -> Needs:
    """What some documents, and further tables, refer to, and the documents that they name, with what those refer to."""
    known = {one.id for one in workspace.documents.list()}
    named = _closure(workspace, documents, tables, known).documents
    everything = (*documents, *(from_text(workspace.documents.load(one)) for one in named))
    return Needs(everything, _closure(workspace, everything, tables, known), find_objects(workspace, everything))


def own_needs(workspace: Workspace, document: Document) -> Needs:
    """What one document refers to itself, without the documents that it names."""
    return Needs((document,), _closure(workspace, [document], (), ()), find_objects(workspace, [document]))


def _closure(
    workspace: Workspace, documents: Sequence[Document], tables: Sequence[str], known: Sequence[str] | set[str]
) -> Closure:
    wanted = set(tables)
    if any(one.kind is Kind.JOURNEY for one in documents):
        wanted |= {*CORE, *(one.table for one in find_objects(workspace, documents))}
    return find_references(documents, workspace.catalog(), workspace.audiences.list(), known, wanted)
