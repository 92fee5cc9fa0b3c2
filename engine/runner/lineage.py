"""What an audience comes from and who depends on it, found in the documents as they stand, drafts included."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.model import Filter
from engine.checking import check
from engine.compiler.plan import make_plan
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.problems import EngineError, Problem
from engine.runner.service import snapshot_of, world_of
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, SavedAudience
from engine.workspace.documents import DocumentEntry
from engine.workspace.statuses import Status


@dataclass(frozen=True, slots=True)
class Lineage:
    """Upstream: which document writes an audience, and what that reads. Downstream: what reads the audience.

    `tables` are names of the catalogue. Everything is empty for an audience from a file, but for what reads it.
    """

    writer: DocumentEntry | None
    readers: tuple[DocumentEntry, ...]
    filters: tuple[Filter, ...] = ()
    tables: tuple[str, ...] = ()
    audiences: tuple[SavedAudience, ...] = ()

    @property
    def dependants(self) -> tuple[str, ...]:
        """The names of what would break without the audience: documents that are not archived, and filters."""
        documents = (one.name or one.id for one in self.readers if one.status != Status.ARCHIVED)
        return (*documents, *(one.label for one in self.filters))


def lineage_of(workspace: Workspace, audience: SavedAudience) -> Lineage:
    """Where an audience comes from and where it goes. Documents that cannot be read name nothing."""
    entries = workspace.documents.list()
    contents = contents_of(workspace)
    readers = tuple(
        entry
        for entry in entries
        if entry.id != audience.document and any(naming(text, audience) for text in contents.get(entry.id, ()))
    )
    filters = tuple(
        one for one in workspace.catalog().filters if {audience.id, audience.label} & set(_references(one.rule))
    )
    writer = next((one for one in entries if one.id == audience.document), None)
    if writer is None:
        return Lineage(None, readers, filters)
    document = _document(workspace.documents.load(writer.id))
    named = set[str]() if document is None else audiences_named(document)
    read = tuple(one for one in workspace.audiences.usable() if {one.id, one.label} & named)
    tables = () if document is None else tables_read(workspace, document)
    return Lineage(writer, readers, filters, tables, read)


def refuse_in_use(workspace: Workspace, audience: SavedAudience) -> None:
    """Errors: audience-in-use, naming the documents and predefined filters that read it."""
    found = lineage_of(workspace, audience).dependants
    if found:
        raise EngineError(
            Problem(
                code="audience-in-use",
                what=say("{audience} is read by {names}.", audience=quoted(audience.label), names=", ".join(found)),
                why="They would count nobody, or people of long ago.",
                fix="Archive these campaigns, or let them read another audience.",
                values={"campaigns": ", ".join(found)},
            )
        )


def stale_audiences(workspace: Workspace) -> frozenset[str]:
    """The ids of published audiences whose campaign would read other data than when it wrote them last."""
    stored = {name: table.physical for name, table in workspace.datasets.snapshot().items()}
    stale: set[str] = set()
    for audience in workspace.audiences.list():
        if audience.status is not AudienceStatus.PUBLISHED or not audience.document:
            continue
        reads = workspace.runs.reads_of(audience.run)
        changed = _changed(reads, stored) if reads else set[str]()
        if changed and changed & set(_tables_of(workspace, audience.document)):
            stale.add(audience.id)
    return frozenset(stale)


def _changed(reads: Mapping[str, JsonValue], stored: Mapping[str, str]) -> set[str]:
    then = reads.get("tables")
    places = then.items() if isinstance(then, dict) else ()
    before = {name: place[1] for name, place in places if isinstance(place, list)}
    return {name for name in stored.keys() | before.keys() if stored.get(name) != before.get(name)}


def _tables_of(workspace: Workspace, name: str) -> tuple[str, ...]:
    if not workspace.documents.has(name):
        return ()
    document = _document(workspace.documents.load(name))
    return () if document is None else tables_read(workspace, document)


def tables_read(workspace: Workspace, document: Document) -> tuple[str, ...]:
    """The tables of the catalogue that the steps of a campaign would read, by name; nothing is run for it."""
    if document.kind is not Kind.CAMPAIGN:
        return ()
    checked = check(document, world_of(workspace, document))
    snapshot = snapshot_of(workspace, checked)
    plan = make_plan(checked, snapshot, lambda _table: False, {})
    read = {table.name for step in plan.steps for table in step.query.find_all(exp.Table)}
    return tuple(sorted(name for name, table in snapshot.tables.items() if table.name in read))


def audiences_named(document: Document) -> set[str]:
    """The ids and labels of audiences that a document names: to read them, or in rules about membership."""
    return {name for node in document.nodes for name in _references(node.settings)}


def contents_of(workspace: Workspace) -> dict[str, list[str]]:
    """Document to what it holds: its latest version, and its draft where there is one."""
    names = [one.id for one in workspace.documents.list()]
    found = {name: [content] for name, _, content in workspace.documents.latest_contents(names)}
    for name in workspace.drafts.names():
        draft = workspace.drafts.load(name)
        if draft is not None:
            found.setdefault(name, []).append(draft.content)
    return found


def naming(content: str, audience: SavedAudience) -> Document | None:
    """The document in a text, if it names an audience; what cannot be read names none."""
    # Most documents name none, and reading them all takes a while.
    if audience.id not in content and json.dumps(audience.label, ensure_ascii=False)[1:-1] not in content:
        return None
    document = _document(content)
    named = set[str]() if document is None else audiences_named(document)
    return document if {audience.id, audience.label} & named else None


def _document(content: str) -> Document | None:
    try:
        return from_text(content)
    except EngineError:
        return None


def _references(value: JsonValue) -> Iterator[str]:
    """Every name of an audience in settings: of a Read audience, a journey's source, and rules that ask for one."""
    if isinstance(value, dict):
        yield from (one for one in map(value.get, ("audience", "saved")) if isinstance(one, str))
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)
