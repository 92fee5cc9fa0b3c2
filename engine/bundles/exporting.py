"""Makes a bundle: what documents refer to is found, counted and written, whole or not at all."""

import io
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from pydantic import JsonValue
from sqlglot import exp

from engine.bundles import parts
from engine.bundles.archive import Content, write_archive
from engine.bundles.expected import Expected, content_digest, data_digests, note_counts
from engine.bundles.manifest import PART, SIGNATURE, Contents, Manifest, PartEntry, Role, entry_of
from engine.bundles.needs import Needs, needs_of, own_needs, without_folders
from engine.bundles.objects import data_tables
from engine.bundles.sealing import seal
from engine.bundles.sending import Sent, send_data
from engine.bundles.signing import Signer, sign
from engine.bundles.trying import tried_out
from engine.bundles.verifying import Verification, verify
from engine.database import Store
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.problems import EngineError, Problem
from engine.runner.clock import clock_of, read_instant
from engine.runner.exporting import write_new
from engine.runner.service import plan_document, prepare, run_document
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience

WITH_DATA = frozenset({Contents.SYNTHETIC, Contents.MASKED, Contents.FULL})
INVENTED = frozenset({Contents.SYNTHETIC, Contents.MASKED})

Tell = Callable[[str], None]
Reads = tuple[set[str], set[str]]
"""Tables by name, and audiences by id."""


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What should travel, and how. Without `as_of`, counts are made at each document's own instant, or now."""

    contents: Contents = Contents.COUNTS
    title: str = ""
    passphrase: str | None = field(default=None, repr=False)
    signer: Signer | None = None
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    path: Path
    manifest: Manifest
    bytes: int
    verified: tuple[Verification, ...] = ()
    """With invented people: how many counts those reproduce, by document."""


@dataclass
class _Collected:
    """The parts of a bundle as they come together."""

    contents: dict[str, Content] = field(default_factory=dict[str, Content])
    entries: list[PartEntry] = field(default_factory=list[PartEntry])

    def add(self, path: str, role: Role, of: str, content: Content) -> None:
        self.contents[path] = content
        self.entries.append(entry_of(path, role, of, content))


def export_bundle(
    workspace: Workspace,
    documents: Sequence[Document],
    path: Path,
    wish: ExportWish = ExportWish(),
    tell: Tell = lambda _text: None,
) -> Exported:
    """Write documents with all that they refer to into one file; after a crash it is there whole, or not at all.

    Errors: no-document, weak-passphrase, bundle-too-large, storage-failed, and those of counting.
    """
    if not documents:
        raise EngineError(Problem(code="no-document", what="Nothing was chosen to export.", fix="Choose a document."))
    needs = needs_of(workspace, documents)
    reads: Reads = (set(), set())
    counts: list[Expected] = []
    title = wish.title or ", ".join(one.name or one.id for one in documents)
    verified: Sequence[Verification] = ()
    with tempfile.TemporaryDirectory(prefix="jalon-", dir=workspace.files / "staging") as folder:
        if wish.contents is not Contents.LOGIC:
            for document in needs.documents:
                tell(document.name or document.id)
                expected, found = count_document(workspace, document, wish.as_of)
                counts.append(expected)
                reads = (reads[0] | found[0], reads[1] | found[1])
        sent: list[Sent] = []
        if wish.contents in WITH_DATA:
            needs = needs_of(workspace, documents, sorted(reads[0]))
            sent = send_data(workspace, needs.documents, reads, wish.contents, Path(folder), tell)
        if wish.contents in INVENTED:
            trial = Path(folder) / "trial.jalon"
            _write(trial, *_collected(needs, counts, sent, wish.contents, title), ExportWish())
            counts, verified = _tried(trial, counts, wish.contents)
        manifest, contents = _collected(needs, counts, sent, wish.contents, title)
        return replace(_write(path, manifest, contents, wish), verified=tuple(verified))


def export_audience(
    workspace: Workspace, audience: SavedAudience, path: Path, wish: ExportWish, tell: Tell = lambda _text: None
) -> Exported:
    """Write one audience into a file: how it is made, that is the campaign that saves it with all that it refers to.

    Its members travel with it when full contents are wished, but no rows of any table: where it is imported, they are
    told apart by the records that are there. Errors: audience-contents, for other contents; those of `export_bundle`.
    """
    if wish.contents not in {Contents.LOGIC, Contents.FULL}:
        what = "An audience travels with its members or without them."
        raise EngineError(Problem(code="audience-contents", what=what, fix="Choose logic or full."))
    writer = workspace.documents.has(audience.document)
    documents = [from_text(workspace.documents.load(audience.document))] if writer else []
    # What is asked for by name is found like what a document names.
    needs = needs_of(workspace, documents, [audience.id])
    with tempfile.TemporaryDirectory(prefix="jalon-", dir=workspace.files / "staging") as folder:
        sent: list[Sent] = []
        if wish.contents is Contents.FULL:
            sent = send_data(workspace, needs.documents, (set(), {audience.id}), Contents.FULL, Path(folder), tell)
        manifest, contents = _collected(needs, (), sent, wish.contents, wish.title or audience.label)
        return _write(path, manifest, contents, wish)


def _collected(
    needs: Needs, counts: Sequence[Expected], sent: Sequence[Sent], kind: Contents, title: str
) -> tuple[Manifest, Mapping[str, Content]]:
    collected = _Collected()
    _add_logic(collected, needs)
    for expected in counts:
        value: JsonValue = expected.model_dump(mode="json", exclude_defaults=True)
        collected.add(parts.counts_path(expected.document), Role.COUNTS, expected.document, parts.text_of(value))
    for one in sent:
        collected.add(one.path, Role.DATA, one.of, one.file)
    entries = tuple(sorted(collected.entries, key=lambda one: one.path))
    return Manifest(format=1, contents=kind, title=title, parts=entries), collected.contents


def _tried(trial: Path, counts: Sequence[Expected], kind: Contents) -> tuple[list[Expected], Sequence[Verification]]:
    """The counts as they are to travel with rows that are not the author's, and how many of them those reproduce.

    A masked sample has counts of its own; with invented people those of the author are to come out.
    """
    found: list[Expected] = []
    done: list[Verification] = []
    with tried_out(trial) as (elsewhere, bundle):
        for document, expected in zip(bundle.documents, sorted(counts, key=lambda one: one.document), strict=True):
            as_of = read_instant(expected.as_of)
            own, reads = count_document(elsewhere, document, as_of)
            data = data_digests(elsewhere, *reads)
            if kind is Contents.SYNTHETIC:
                noted = {"tables": data.tables, "audiences": data.audiences, "invented": True}
                own = expected.model_copy(update=noted)
                done.append(verify(elsewhere, document, own))
            found.append(own)
    return found, done


def _write(path: Path, manifest: Manifest, contents: Mapping[str, Content], wish: ExportWish) -> Exported:
    raw = manifest.to_bytes()
    whole = {**contents, PART: raw}
    if wish.signer is not None:
        whole[SIGNATURE] = sign(raw, wish.signer)

    def write(partly: Path) -> int:
        if wish.passphrase is None:
            with partly.open("wb") as file:
                write_archive(file, whole)
        else:
            memory = io.BytesIO()
            write_archive(memory, whole)
            partly.write_bytes(seal(memory.getvalue(), wish.passphrase))
        return partly.stat().st_size

    return Exported(path, manifest, write_new(path, write))


def _add_logic(collected: _Collected, needs: Needs) -> None:
    for document in map(without_folders, needs.documents):
        logic, drawn = parts.split_document(document)
        collected.add(parts.document_path(document.id), Role.DOCUMENT, document.id, logic)
        collected.add(parts.layout_path(document.id), Role.LAYOUT, document.id, drawn)
    for kind, name, one in parts.schema_objects(needs.closure.catalog):
        collected.add(parts.schema_path(kind, name), Role.SCHEMA, name, parts.text_of(parts.value_of(one)))
    for audience in needs.closure.audiences:
        collected.add(parts.audience_path(audience.id), Role.AUDIENCE, audience.id, parts.text_of(_audience(audience)))
    for group in needs.objects:
        rows: list[JsonValue] = [dict(row) for row in group.rows]
        collected.add(parts.objects_path(group.table), Role.OBJECTS, group.table, parts.text_of({"rows": rows}))


def _audience(audience: SavedAudience) -> JsonValue:
    columns: list[JsonValue] = [
        {"name": one.name, "type": str(one.type), "label": one.label} for one in audience.columns
    ]  # fmt: skip
    return {
        "id": audience.id, "label": audience.label, "document": audience.document, "dimension": audience.dimension,
        "identity": audience.identity, "namespace": audience.namespace, "merge_policy": audience.merge_policy,
        "columns": columns,
    }  # fmt: skip


def count_document(workspace: Workspace, document: Document, wished: datetime | None = None) -> tuple[Expected, Reads]:
    """The counts of a document with all that they depended on, and what they were made from. Errors: of counting."""
    as_of = instant_of(workspace, document, wished)
    if document.kind is Kind.JOURNEY:
        as_of = clock_of(document, as_of).now
    result = run_document(workspace, document, as_of=as_of)
    noted = result.as_of if as_of is None or document.kind is Kind.CAMPAIGN else as_of.isoformat()
    own = own_needs(workspace, document)
    reads = reads_of(workspace, document, as_of)
    data = data_digests(workspace, *reads)
    return note_counts(without_folders(document), result, (own.closure.catalog, own.objects), data, noted), reads


def instant_of(workspace: Workspace, document: Document, wished: datetime | None) -> datetime | None:
    """The instant to count at: the wished one, the document's own, that of its import, or None for now."""
    if wished is not None or document.as_of:
        return wished
    noted = workspace.imports.instant_of(document.id, content_digest(document))
    return None if noted is None else read_instant(noted)


def reads_of(workspace: Workspace, document: Document, as_of: datetime | None) -> Reads:
    """The tables, and the audiences by id, that the counts of a document are made from."""
    if document.kind is Kind.JOURNEY:
        return set(data_tables(workspace, document)), set()
    prepared = prepare(workspace, document, as_of=as_of)
    plan = plan_document(workspace, prepared)
    read = {
        table.name
        for node in plan.nodes.values()
        if node.query is not None
        for table in node.query.find_all(exp.Table)
        if table.catalog == Store.DATA.value
    }
    snapshot = prepared.snapshot
    tables = {name for name, table in snapshot.tables.items() if table.name in read}
    return tables, {name for name, table in snapshot.audiences.items() if table.name in read}
