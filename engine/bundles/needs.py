"""Everything that documents need of a workspace: what stands in the catalogue, and the objects of journeys."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.bundles.objects import CORE, Objects, find_objects
from engine.bundles.references import Closure, find_references
from engine.contract import Hint
from engine.document.drafts import changed
from engine.document.files import from_text
from engine.document.model import Document, Kind, Node
from engine.registry import all_activities
from engine.workspace import Workspace

_SEPARATOR = re.compile(r"[\\/]")


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


def without_folders(document: Document) -> Document:
    """A document that names files without the folders that they are in on this computer."""
    nodes = tuple(_without_folders(node) for node in document.nodes)
    found: Document = document if nodes == document.nodes else changed(document, nodes=nodes)
    return found


def _without_folders(node: Node) -> Node:
    activity = all_activities().get(node.type)
    files = {} if activity is None else {
        name: _SEPARATOR.split(path)[-1]
        for name, info in activity.settings.model_fields.items()
        if any(isinstance(one, Hint) and one.kind == "file" for one in info.metadata)
        and isinstance(path := node.settings.get(name), str)
    }  # fmt: skip
    found: Node = changed(node, settings={**node.settings, **files}) if files else node
    return found


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
