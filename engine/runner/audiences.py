"""Saved audiences as people work with them: who reads them, how they changed, members from a file, refreshed.

What a campaign does to an audience stands in `effects`; this is what is done by hand.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from engine.ingest.staging import stage
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, Column, column
from engine.runner.comparing import Comparison, compare
from engine.runner.real import start_real_run
from engine.runner.records import members_of
from engine.runner.results import RunResult
from engine.selecting import named
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, Evaluation, SavedAudience, label_taken
from engine.workspace.documents import DocumentEntry


@dataclass(frozen=True, slots=True)
class Lineage:
    """Which document writes an audience, if any does, and which read it."""

    writer: DocumentEntry | None
    readers: tuple[DocumentEntry, ...]


def lineage_of(workspace: Workspace, audience: SavedAudience) -> Lineage:
    """Who writes and who reads an audience, found in the latest version of every document."""
    entries = workspace.documents.list()
    readers = tuple(
        entry
        for entry in entries
        if entry.id != audience.document and _mentions(workspace.documents.load(entry.id), audience)
    )
    return Lineage(next((one for one in entries if one.id == audience.document), None), readers)


def _mentions(content: str, audience: SavedAudience) -> bool:
    if audience.id not in content and audience.label not in content:
        return False
    names = {audience.id, audience.label}
    return any(names & set(_references(node.settings)) for node in from_text(content).nodes)


def _references(value: JsonValue) -> Iterator[str]:
    """Every name of an audience in settings: of a Read audience, a journey's source, and rules that ask for one."""
    if isinstance(value, dict):
        yield from (one for one in map(value.get, ("audience", "saved")) if isinstance(one, str))
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def compare_evaluations(workspace: Workspace, before: Evaluation, after: Evaluation, clock: Clock) -> Comparison:
    """Who was in one snapshot, in another, or in both; each part opens as a list of members."""
    return compare(workspace, [members_of(workspace, one.audience, clock) for one in (before, after)])


def set_audience_status(workspace: Workspace, audience: SavedAudience, status: AudienceStatus) -> None:
    """Publish, deactivate or delete an audience. Errors: audience-in-use, naming the documents that read it."""
    readers = () if status is AudienceStatus.PUBLISHED else lineage_of(workspace, audience).readers
    active = [one.name or one.id for one in readers if one.status != "archived"]
    if active:
        raise EngineError(
            Problem(
                code="audience-in-use",
                what=f"{audience.label!r} is read by {', '.join(active)}.",
                why="They would count nobody, or people of long ago.",
                fix="Archive these campaigns, or let them read another audience.",
                values={"campaigns": ", ".join(active)},
            )
        )
    workspace.audiences.set_status(audience.id, status)


def refresh_audience(workspace: Workspace, audience: SavedAudience) -> RunResult:
    """Run the campaign that writes an audience. Errors: not-written-by-a-campaign, and those of a real run."""
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
