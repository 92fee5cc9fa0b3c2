"""Saved audiences as people work with them: how they changed, members from and to files, refreshed, put away.

What a campaign does to an audience stands in `effects`; this is what is done by hand.
"""

import json
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.sources import Clock
from engine.contract import population_columns
from engine.database import Cursor, Store, stored
from engine.document.files import from_text
from engine.ingest.detect import detect_layout
from engine.ingest.service import guesses_of
from engine.ingest.staging import digest, stage
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, Column, column
from engine.runner.comparing import Comparison, compare
from engine.runner.exporting import Tell, write_new
from engine.runner.lineage import refuse_in_use
from engine.runner.real import start_real_run
from engine.runner.records import members_of
from engine.runner.results import RunResult
from engine.selecting import named
from engine.texts import quoted, say
from engine.types import STRING
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, Evaluation, SavedAudience, label_taken


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
        refuse_in_use(workspace, audience)
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
    workspace: Workspace, audience: SavedAudience, path: Path, clock: Clock, *, tell: Tell = lambda _rows: None
) -> Exported:
    """Write all members with their attributes to a .csv, .jsonl, .parquet or .xlsx file, and a manifest beside it.

    The manifest is JSON: the audience, the number of its evaluation, its columns, the rows and the file's SHA-256.
    Errors: unknown-format, too-many-rows, storage-failed, Cancelled.
    """
    found = members_of(workspace, audience, clock)
    rows = found.look().export(path, tell=tell)
    said: dict[str, JsonValue] = {
        "audience": audience.label,
        "id": audience.id,
        "evaluation": audience.number,
        "evaluated": f"{audience.changed.isoformat(timespec='seconds')}Z",
        "dimension": audience.dimension,
        "identity": audience.identity,
        "columns": [{"name": one.name, "type": str(one.type)} for one in found.relation.columns],
        "rows": rows,
        "file": path.name,
        "sha256": digest(path),
    }
    manifest = path.with_name(f"{path.name}.manifest.json")
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    write_new(manifest, lambda partly: partly.write_text(text, encoding="utf-8"))
    return Exported(rows, path, manifest)


def file_name_of(audience: SavedAudience, now: datetime, suffix: str = ".csv") -> str:
    """The name that a file of members gets at first: the label and a wall time."""
    safe = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", audience.label).strip(" .") or "audience"
    return f"{safe}_{now:%Y%m%d_%H%M%S}{suffix}"


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
    if all(one.id != audience.document for one in workspace.documents.list()):
        raise EngineError(
            Problem(
                code="not-written-by-a-campaign",
                what=f"No campaign writes {audience.label!r}.",
                fix="Import its members again from a file.",
            )
        )
    return start_real_run(workspace, from_text(workspace.documents.load(audience.document)))


def import_members(
    workspace: Workspace, path: Path, label: str, dimension: str, identity: str, attributes: Sequence[str] | None = None
) -> SavedAudience:
    """An audience from a file: one member per different value of the column `identity`, the first line wins.

    The other columns, or those in `attributes`, become its attributes. A member without a record of the dimension is
    kept, and counts once such a record exists. Errors: audience-label-taken (V18), unknown-dimension, no-such-column,
    empty-audience, and those of reading the file.
    """
    work = partial(_import_members, workspace, path, label, dimension, identity, attributes)
    return workspace.database.writer.run(work)


def _import_members(
    workspace: Workspace, path: Path, label: str, dimension: str, identity: str, attributes: Sequence[str] | None,
    cursor: Cursor,
) -> SavedAudience:  # fmt: skip
    catalog = workspace.catalog()
    known = workspace.audiences.by_label(label)
    if known is not None and known.document:
        raise EngineError(label_taken(label))
    target = catalog.dimension_by_name.get(dimension)
    if target is None or target.identity is None:
        what = f"{dimension!r} is no targeting dimension with an identity."
        raise EngineError(Problem(code="unknown-dimension", what=what, fix="Choose another dimension."))
    layout = detect_layout(path)
    staged = stage(cursor, path, layout)
    try:
        if identity not in staged.header:
            what = f"The file has no column {identity!r}."
            fix = f"Choose one of {', '.join(staged.header[:20])}."
            raise EngineError(Problem(code="no-such-column", what=what, fix=fix))
        wanted = [one for one in staged.header if one != identity and (attributes is None or one in attributes)]
        guesses = {one.name: one for one in guesses_of(cursor, staged, layout)}
        columns = [Column(name, guesses[name].type) for name in wanted]
        table = catalog.table_by_name[target.table]
        physical = workspace.audiences.begin()
        first = exp.Window(
            this=exp.RowNumber(), partition_by=[_text_of(staged.header, identity)],
            order=exp.Order(expressions=[exp.Ordered(this=column("s", "_line"))]),
        )  # fmt: skip
        picked = (
            exp.select(
                named(_text_of(staged.header, identity), IDENTITY),
                *(named(_value_of(staged.header, one), one.name) for one in columns),
            )
            .from_(exp.alias_(staged.table.copy(), "s", table=True))
            .where(exp.Not(this=_text_of(staged.header, identity).is_(exp.null())))
            .qualify(exp.EQ(this=first, expression=exp.Literal.number(1)))
        )
        keys = population_columns(table)
        records = stored(Store.DATA, workspace.datasets.snapshot()[table.name].physical)
        own = exp.Cast(this=column("t", target.identity), to=exp.DataType(this=exp.DType.VARCHAR))
        one_each = exp.Window(
            this=exp.RowNumber(), partition_by=[column("m", IDENTITY)],
            order=exp.Order(expressions=[exp.Ordered(this=column("t", part)) for part in table.key]),
        )  # fmt: skip
        members = (
            exp.select(
                column("m", IDENTITY),
                *(named(column("t", part), one.name) for part, one in zip(table.key, keys, strict=True)),
                *(column("m", one.name) for one in columns),
            )
            .from_(picked.subquery("m"))
            .join(exp.alias_(records, "t", table=True), on=own.eq(column("m", IDENTITY)), join_type="left")
            .qualify(exp.EQ(this=one_each, expression=exp.Literal.number(1)))
        )
        rows = cursor.create(Store.DATA, physical, members)
    finally:
        cursor.drop(Store.WORK, staged.name)
    return workspace.audiences.commit(
        label=label, document="", dimension=dimension, identity=target.identity, namespace=target.namespace,
        physical=physical, rows=rows, columns=columns, counts=changes_of(cursor, known, physical, rows),
        run=f"import-{uuid.uuid4().hex[:8]}",
    )  # fmt: skip


def changes_of(cursor: Cursor, before: SavedAudience | None, physical: str, rows: int) -> dict[str, int]:
    """How many came, stayed and left, compared with the members before."""
    if before is None:
        return {"realized": rows, "existing": 0, "exiting": 0}
    there = exp.select(exp.column(IDENTITY, quoted=True)).from_(stored(Store.DATA, before.physical))
    here = stored(Store.DATA, physical)
    among = exp.In(this=exp.column(IDENTITY, quoted=True), query=exp.Subquery(this=there))
    stayed = int(cursor.value(exp.select(exp.Count(this=exp.Star())).from_(here).where(among)))
    return {"realized": rows - stayed, "existing": stayed, "exiting": before.rows - stayed}


def _text_of(header: Sequence[str], name: str) -> exp.Expr:
    place = exp.column(f"f{header.index(name)}", table="s", quoted=True)
    text = exp.Trim(this=exp.Cast(this=place, to=exp.DataType(this=exp.DType.VARCHAR)))
    return exp.Nullif(this=text, expression=exp.Literal.string(""))


def _value_of(header: Sequence[str], one: Column) -> exp.Expr:
    place = exp.column(f"f{header.index(one.name)}", table="s", quoted=True)
    return exp.TryCast(this=place, to=one.type.to_sql())
