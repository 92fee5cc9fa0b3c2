"""Saved audiences as people work with them: how they changed, members from and to files, refreshed, put away.

What a campaign does to an audience stands in `effects.audiences`; this is what is done by hand.
"""

import json
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.paths import unknown
from engine.catalog.sources import Clock
from engine.database import Cursor, Store, stored
from engine.document.files import from_text
from engine.ingest.service import Imported, import_file
from engine.ingest.staging import digest
from engine.layouts import ColumnLayout, FileFormat, FileLayout
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, Column, column
from engine.runner.comparing import Comparison, compare
from engine.runner.exporting import Tell, write_new
from engine.runner.lineage import refuse_in_use
from engine.runner.real import start_real_run
from engine.runner.records import members_of
from engine.runner.results import RunResult
from engine.texts import quoted, say
from engine.types import STRING
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, Evaluation, SavedAudience


@dataclass(frozen=True, slots=True)
class AttributeFacts:
    """An attribute that is kept with members: how many have a value of it, and the smallest value as text."""

    column: Column
    filled: int
    sample: str


@dataclass(frozen=True, slots=True)
class Exported:
    """Where members were written, and the file beside them that says what they are."""

    rows: int
    path: Path
    manifest: Path


def compare_evaluations(workspace: Workspace, before: Evaluation, after: Evaluation, clock: Clock) -> Comparison:
    """Who was in one snapshot, in another, or in both; each part opens as a list of members."""
    return compare(workspace, [members_of(workspace, one.audience, clock) for one in (before, after)])


def attributes_of(workspace: Workspace, audience: SavedAudience) -> tuple[AttributeFacts, ...]:
    """What is known of the attributes of an audience, in their order; an empty text is no value."""
    if not audience.columns:
        return ()
    texts = [
        exp.Nullif(this=exp.Cast(this=column("m", one.name), to=STRING.to_sql()), expression=exp.Literal.string(""))
        for one in audience.columns
    ]
    values = [exp.Count(this=text.copy()) for text in texts] + [exp.Min(this=text) for text in texts]
    query = exp.select(*values).from_(exp.alias_(stored(Store.DATA, audience.physical), "m", table=True))
    (row,) = workspace.database.reader.run(lambda cursor: cursor.fetch(query))
    wide = len(audience.columns)
    return tuple(
        AttributeFacts(one, int(filled), "" if sample is None else str(sample))
        for one, filled, sample in zip(audience.columns, row[:wide], row[wide:], strict=True)
    )


def set_audience_status(workspace: Workspace, audience: SavedAudience, status: AudienceStatus) -> None:
    """Publish, deactivate, delete or restore an audience.

    Errors: audience-status, audience-in-use, naming the documents that read it.
    """
    if status in {AudienceStatus.INACTIVE, AudienceStatus.DELETED}:
        try:
            refuse_in_use(workspace, audience)
        except EngineError as error:
            workspace.audit.denied("audience", audience.id, audience.label, status.value, error.problem.code)
            raise
    workspace.audiences.set_status(audience.id, status)


def erase_audience(workspace: Workspace, audience: SavedAudience) -> None:
    """Forget an audience that is deleted, with its members. Errors: audience-status, when it is not deleted."""
    if audience.status is not AudienceStatus.DELETED:
        raise EngineError(
            Problem(
                code="audience-status",
                what=say("{audience} is not deleted, so it is not removed for good.", audience=quoted(audience.label)),
                fix="Delete it first.",
                values={"audience": audience.label},
            )
        )
    tables = workspace.audiences.erase(audience.id)
    workspace.afterwards(lambda: workspace.database.drop(Store.DATA, tables))


def copy_audience(workspace: Workspace, audience: SavedAudience) -> SavedAudience:
    """A draft with the same members and attributes, which no campaign writes."""
    taken = {one.label for one in workspace.audiences.list()}
    labels = (f"{audience.label} - copy{number}" for number in ("", *(f" {more}" for more in range(2, 1_000))))
    label = next(one for one in labels if one not in taken)
    physical = workspace.audiences.begin()
    source = exp.select("*").from_(stored(Store.DATA, audience.physical))

    def write(cursor: Cursor) -> SavedAudience:
        cursor.create(Store.DATA, physical, source)
        return workspace.audiences.commit(
            label=label, document="", dimension=audience.dimension, identity=audience.identity,
            namespace=audience.namespace, physical=physical, rows=audience.rows, columns=audience.columns,
            counts={"realized": audience.rows, "existing": 0, "exiting": 0}, run=f"copy-{uuid.uuid4().hex[:8]}",
            merge_policy=audience.merge_policy, status=AudienceStatus.DRAFT, tags=audience.tags,
            folder=audience.folder,
        )  # fmt: skip

    return workspace.database.writer.run(write)


def export_members(
    workspace: Workspace, audience: SavedAudience, path: Path, clock: Clock, *,
    attributes: Sequence[str] | None = None, tell: Tell = lambda _rows: None,
) -> Exported:  # fmt: skip
    """Write all members to a .csv, .jsonl, .parquet or .xlsx file, and a manifest beside it.

    With them all their attributes, or those that are named. The manifest is JSON: the audience, the number of its
    evaluation, the columns, the rows and the file's SHA-256.
    Errors: unknown-format, unknown-attribute, too-many-rows, storage-failed, Cancelled.
    """
    found = members_of(workspace, audience, clock)
    columns = _exported(audience, found.relation.columns, attributes)
    rows = found.look().export(path, names=[one.name for one in columns], tell=tell)
    said: dict[str, JsonValue] = {
        "audience": audience.label,
        "id": audience.id,
        **({"external": audience.external} if audience.external else {}),
        "evaluation": audience.number,
        "evaluated": f"{audience.changed.isoformat(timespec='seconds')}Z",
        "dimension": audience.dimension,
        "identity": audience.identity,
        "columns": [{"name": one.name, "type": str(one.type)} for one in columns],
        "rows": rows,
        "file": path.name,
        "sha256": digest(path),
    }
    manifest = path.with_name(f"{path.name}.manifest.json")
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    write_new(manifest, lambda partly: partly.write_text(text, encoding="utf-8"))
    return Exported(rows, path, manifest)


def _exported(audience: SavedAudience, columns: Sequence[Column], wanted: Sequence[str] | None) -> list[Column]:
    """The identity and the attributes that are wanted, in their order. Errors: unknown-attribute."""
    known = [one.name for one in audience.columns]
    for name in wanted or ():
        if name not in known:
            raise EngineError(unknown("attribute", name, known))
    return [one for one in columns if one.name == IDENTITY or wanted is None or one.name in wanted]


def export_to_table(
    workspace: Workspace, audience: SavedAudience, table: str, clock: Clock, *, attributes: Sequence[str] | None = None
) -> Imported:
    """The members as a table of the workspace, which their identity is the key of; its load is the manifest.

    The table is made, or holds the members of this audience anew. Errors: table-exists, when it holds anything else,
    unknown-attribute, and those of a load.
    """
    name = f"{_safe(audience.label)} ({audience.id[:6]}).parquet"
    loads = workspace.datasets.loads(table)
    if table in workspace.catalog().table_by_name and not (loads and loads[0].file == name):
        what = say("There is a table {table} with something else.", table=quoted(table))
        raise EngineError(Problem(code="table-exists", what=what, fix="Choose another name.", field="table"))
    found = members_of(workspace, audience, clock)
    columns = _exported(audience, found.relation.columns, attributes)
    key = audience.identity if audience.identity not in {one.name for one in columns} else IDENTITY
    layout = FileLayout(format=FileFormat.PARQUET, columns=tuple(
        ColumnLayout(name=key if one.name == IDENTITY else one.name, source=one.name, type=one.type) for one in columns
    ))  # fmt: skip
    with TemporaryDirectory(prefix="members-", dir=workspace.files / "staging") as folder:
        path = Path(folder) / name
        found.look().export(path, names=[one.name for one in columns])
        return import_file(workspace, path, table=table, layout=layout, key=[key])


def file_name_of(audience: SavedAudience, now: datetime, suffix: str = ".csv") -> str:
    """The name that a file of members gets at first: the label and a wall time."""
    return f"{_safe(audience.label)}_{now:%Y%m%d_%H%M%S}{suffix}"


def _safe(label: str) -> str:
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", label).strip(" .") or "audience"


def refresh_audience(workspace: Workspace, audience: SavedAudience) -> RunResult:
    """Run the campaign that writes an audience.

    Errors: audience-status, when it is inactive or deleted, not-written-by-a-campaign, and those of a real run.
    """
    if audience.status in {AudienceStatus.INACTIVE, AudienceStatus.DELETED}:
        raise EngineError(
            Problem(
                code="audience-status",
                what=say("{audience} is put away, so it is not evaluated.", audience=quoted(audience.label)),
                fix="Publish it first.",
                values={"audience": audience.label},
            )
        )
    if not workspace.documents.has(audience.document):
        raise EngineError(not_written(audience))
    return start_real_run(workspace, from_text(workspace.documents.load(audience.document)))


def not_written(audience: SavedAudience) -> Problem:
    """The problem that nothing can evaluate an audience."""
    return Problem(
        code="not-written-by-a-campaign",
        what=say("No campaign writes {audience}.", audience=quoted(audience.label)),
        fix="Import its members again from a file.",
    )
