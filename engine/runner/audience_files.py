"""Members from a file: one per different identity, with the other columns as what is kept of them."""

import re
import uuid
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from sqlglot import exp

from engine.contract import population_columns
from engine.database import Cursor, Store, stored
from engine.ingest.conversion import Zones, converted, prepared
from engine.ingest.detect import detect_layout
from engine.ingest.guess import Guess
from engine.ingest.service import guesses_of
from engine.ingest.staging import Staged, Unchanged, stage
from engine.layouts import TYPED, FileLayout
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, Column, column
from engine.runner.snapshots import Shape, changes_of, refuse_breaking
from engine.selecting import named
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.audience_terms import LASTS, checked_days, checked_external
from engine.workspace.audiences import SavedAudience, label_taken

MOST_COLUMNS = 25
_CONSENT = re.compile(r"consent|opt[_\s-]?(in|out)|subscri|gdpr|rgpd|accept(s|ed)?[_\s-]", re.IGNORECASE)


def consent_columns(names: Sequence[str]) -> list[str]:
    """The columns that look as if they said what people agreed to; that belongs into a table, not into an audience."""
    return [one for one in names if _CONSENT.search(one)]


def attribute_name(header: str) -> str:
    """A header as the name of an attribute: without spaces and dashes."""
    return re.sub(r"[\s-]+", "_", header.strip())


def import_members(
    workspace: Workspace, path: Path, label: str, dimension: str, identity: str,
    attributes: Sequence[str] | None = None, *, days: int | None = None, external: str | None = None,
) -> SavedAudience:  # fmt: skip
    """An audience from a file: one member per different value of the column `identity`, the first line wins.

    The other columns, or those in `attributes`, become its attributes. A member without a record of the dimension is
    kept, and counts once such a record exists. Spaces and dashes of headers become "_". They last `days` days, by
    default as many as before, and 30 the first time. `external` is what other programs call the audience.

    Errors: audience-label-taken and audience-in-use (V18), unknown-dimension, no-data, no-such-column, AUD-020 (more
    than 25 columns, or two of one name), AUD-022 and AUD-023 (the external id), AUD-024 (the days), and those of
    reading the file.
    """
    known = workspace.audiences.by_label(label)
    before = None if known is None else known.lasts
    lasts = checked_days((before or LASTS) if days is None else days)
    if external is not None:
        others = [one.external for one in workspace.audiences.list() if known is None or one.id != known.id]
        checked_external(external, others)
    work = partial(_import_members, workspace, path, label, dimension, identity, attributes, lasts)
    made = workspace.database.writer.run(work)
    if external is None:
        return made
    workspace.audiences.change(made.id, external=external)
    return workspace.audiences.by_label(label) or made


def _import_members(
    workspace: Workspace, path: Path, label: str, dimension: str, identity: str, attributes: Sequence[str] | None,
    lasts: int, cursor: Cursor,
) -> SavedAudience:  # fmt: skip
    catalog = workspace.catalog()
    known = workspace.audiences.by_label(label)
    if known is not None and known.document:
        raise EngineError(label_taken(label))
    target = catalog.dimension_by_name.get(dimension)
    if target is None or target.identity is None:
        what = say("{dimension} is no targeting dimension with an identity.", dimension=quoted(dimension))
        raise EngineError(Problem(code="unknown-dimension", what=what, fix="Choose another dimension."))
    if target.table not in workspace.datasets.snapshot():
        what = say("There are no records of {table} yet.", table=quoted(target.table))
        raise EngineError(Problem(code="no-data", what=what, fix="Load them first."))
    layout = detect_layout(path)
    unchanged = Unchanged(path)
    staged = stage(cursor, path, layout)
    try:
        unchanged.check()
        wanted = _wanted(staged, identity, attributes)
        guesses = {one.name: one for one in guesses_of(cursor, staged, layout)}
        columns = [Column(attribute_name(name), guesses[name].type) for name in wanted]
        if known is not None:
            refuse_breaking(workspace, known, Shape(dimension, target.identity, target.namespace, columns))
        table = catalog.table_by_name[target.table]
        physical = workspace.audiences.begin()
        first = exp.Window(
            this=exp.RowNumber(), partition_by=[_text_of(staged.header, identity)],
            order=exp.Order(expressions=[exp.Ordered(this=column("s", "_line"))]),
        )  # fmt: skip
        picked = (
            exp.select(
                named(_text_of(staged.header, identity), IDENTITY),
                *(
                    named(_value_of(staged, guesses[header], layout), one.name)
                    for header, one in zip(wanted, columns, strict=True)
                ),
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
        run=f"import-{uuid.uuid4().hex[:8]}", lasts=lasts,
    )  # fmt: skip


def _wanted(staged: Staged, identity: str, attributes: Sequence[str] | None) -> list[str]:
    if identity not in staged.header:
        raise EngineError(
            Problem(
                code="no-such-column",
                what=say("The file has no column {column}.", column=quoted(identity)),
                fix=say("Choose one of {names}.", names=", ".join(staged.header[:20])),
            )
        )
    wanted = [one for one in staged.header if one != identity and (attributes is None or one in attributes)]
    names = [attribute_name(one) for one in wanted]
    twice = next((one for one in names if names.count(one) > 1), "")
    if twice:
        what = say("Two columns would both be called {name}.", name=quoted(twice))
        raise EngineError(Problem(code="AUD-020", what=what, fix="Leave one of them out, or rename it in the file."))
    if len(wanted) + 1 > MOST_COLUMNS:
        raise EngineError(
            Problem(
                code="AUD-020",
                what=say("An audience is read from at most {most} columns; these are {columns}.",
                         most=MOST_COLUMNS, columns=len(wanted) + 1),
                fix="Choose the attributes that are needed.",
            )
        )  # fmt: skip
    return wanted


def _text_of(header: Sequence[str], name: str) -> exp.Expr:
    place = exp.column(f"f{header.index(name)}", table="s", quoted=True)
    text = exp.Trim(this=exp.Cast(this=place, to=exp.DataType(this=exp.DType.VARCHAR)))
    return exp.Nullif(this=text, expression=exp.Literal.string(""))


def _value_of(staged: Staged, guess: Guess, layout: FileLayout) -> exp.Expr:
    """The value of a column as its guess reads it: dates and numbers are written as the file writes them."""
    place = exp.column(f"f{staged.header.index(guess.name)}", table="s", quoted=True)
    if layout.format in TYPED:
        return exp.TryCast(this=place, to=guess.type.to_sql())
    text = prepared(place, guess.layout, layout.null_tokens)
    return converted(text, guess.type, guess.layout, Zones("UTC", layout.zone))
