"""A staged file into a table: converted, checked against the schema, reconciled, and made visible in one commit.

Every row of the file is loaded or stands in the ledger with all that is wrong with it. Until the commit nobody sees
anything; after it, the whole load can be undone.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sqlglot import exp

from engine.catalog.model import Attribute, Table
from engine.catalog.sources import UTC
from engine.database import Cursor, Store, stored
from engine.ingest.calculated import calculate
from engine.ingest.cdc import CHANGE, merged
from engine.ingest.conversion import OVERFLOW_FORMS, Zones, at_zone, converted, is_blank, matches, prepared
from engine.ingest.mapping import column_for, unmapped
from engine.ingest.records import file_problem
from engine.ingest.staging import LAST_LINE, LINE, Staged
from engine.layouts import ColumnLayout, FileLayout, OnError
from engine.problems import EngineError, Problem
from engine.relations import column
from engine.texts import declared, grouped, quoted, say, with_values
from engine.types import DataType, Family, Kind
from engine.workspace import RejectedLine

ERRORS = "_errors"
_MOST_KEPT = 10_000


class LoadMode(StrEnum):
    """What a load does with the records that are there already."""

    REPLACE = "replace"
    APPEND = "append"
    UPSERT = "upsert"


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How strict a load is. `threshold` is the share of rejected rows (0-100) up to which it is kept.

    `most_rejects` is a number of rows instead. A file of more than `most_bytes` is not read at all.
    With `lines`, the first line of each record is stored as `_line`.
    Instants are stored as wall time in `zone`.
    """

    mode: LoadMode = LoadMode.REPLACE
    partial: bool = True
    threshold: float = 5.0
    most_rejects: int | None = None
    most_bytes: int | None = None
    lines: bool = False
    zone: str = UTC


@dataclass(slots=True)
class Outcome:
    """A load that is ready to be committed: the physical table, its rows, the counts and the ledger."""

    physical: str
    rows: int
    counts: dict[str, int]
    rejects: list[RejectedLine] = field(default_factory=list[RejectedLine])


@dataclass(frozen=True, slots=True)
class _Field:
    """A column of the target and the staged column that fills it."""

    attribute: Attribute
    source: exp.Expr | None
    layout: ColumnLayout
    kind: str
    zones: Zones
    faults: Sequence[tuple[str, exp.Expr]] = ()
    """What can be wrong with the columns that it is computed from."""

    @property
    def typed(self) -> bool:
        """Whether the file itself has types."""
        return self.kind not in {"", "VARCHAR"}


def load_staged(
    cursor: Cursor,
    staged: Staged,
    table: Table,
    layout: FileLayout,
    physical: str,
    current: str | None,
    options: LoadOptions,
) -> Outcome:
    """Convert and check a staged file, and write the table's next state under `physical`.

    Errors: ING-121 and MAP-001 (a column is missing), MAP-002 (two would become one), MAP-003 (none would), those of
    expressions, too-many-rejects, ING-reconcile; then nothing was written that anybody sees.
    """
    fields = _fields(cursor, staged, table, layout, options.zone)
    checked = stored(Store.WORK, f"{staged.name}_c")
    keys = [place for place, one in enumerate(fields) if one.attribute.name in table.key]
    changes = staged.header.index(CHANGE) if options.mode is LoadMode.UPSERT and CHANGE in staged.header else None
    try:
        cursor.create(Store.WORK, checked.name, _converted(staged, fields, layout, table, changes))
        if options.mode is not LoadMode.UPSERT and keys:
            _mark_duplicates(cursor, checked, keys, current if options.mode is LoadMode.APPEND else None, table)
        outcome = Outcome(physical, 0, {}, [*staged.rejects, *_rejects(cursor, staged, checked, fields)])
        _refuse_too_many(staged, outcome, options)
        changed = _write(cursor, checked, fields, table, physical, current, options)
        outcome.counts = _counts(cursor, staged, checked, outcome) | changed
        outcome.rows = int(cursor.value(_count(stored(Store.DATA, physical))))
    finally:
        cursor.drop(Store.WORK, checked.name)
    return outcome


def _fields(cursor: Cursor, staged: Staged, table: Table, layout: FileLayout, zone: str) -> list[_Field]:
    kinds = cursor.columns(exp.select("*").from_(staged.table))
    fields: list[_Field] = []
    for attribute in table.attributes:
        wanted = column_for(layout, attribute, table)
        header = None if wanted is None else wanted.source or wanted.name
        place = staged.header.index(header) if header in staged.header else None
        computed = wanted is not None and (wanted.constant is not None or wanted.expression is not None)
        if place is None and attribute.required and not computed:
            raise unmapped(layout, attribute, header, table, staged.header)
        # A wall time is what is written, whatever zone the file is from.
        zones = Zones(zone, layout.zone if attribute.instant else None)
        made = wanted or ColumnLayout(name=attribute.name, type=attribute.type)
        source: exp.Expr | None = None if place is None or computed else exp.column(f"f{place}", quoted=True)
        if made.constant is not None:
            source = exp.Literal.string(made.constant)
        kind = "" if place is None or computed else kinds[f"f{place}"]
        one = _Field(attribute, source, made, kind, zones)
        fields.append(one if made.expression is None else _calculated(one, staged, layout, kinds))
    if all(one.source is None for one in fields):
        raise file_problem(
            "MAP-003",
            say("No column of the file becomes one of {table}.", table=quoted(table.title)),
            "Load at least one column.",
        )
    return fields


def _calculated(one: _Field, staged: Staged, layout: FileLayout, kinds: Mapping[str, str]) -> _Field:
    """A field whose value is computed from columns of the file, each read as the layout says."""
    by_header = {each.source or each.name: each for each in layout.columns if each.expression is None}
    known = {name: by_header.get(name, ColumnLayout(name=name)) for name in staged.header}

    def value_of(header: str) -> tuple[exp.Expr, list[tuple[str, exp.Expr]]]:
        column_of, place = known[header], staged.header.index(header)
        attribute = Attribute(name=header, type=column_of.type, instant=column_of.type.kind is Kind.DATETIME)
        source = exp.column(f"f{place}", quoted=True)
        return _value(_Field(attribute, source, column_of, kinds[f"f{place}"], one.zones), layout)

    types = {name: each.type for name, each in known.items()}
    tree, faults = calculate(one.layout.expression or "", types, value_of)
    return replace(one, source=tree, kind="CALCULATED", faults=faults)


def _converted(
    staged: Staged, fields: Sequence[_Field], layout: FileLayout, table: Table, changes: int | None
) -> exp.Select:
    """Shape: one row per readable record: its lines, the typed values c0, c1..., and its errors as "place:code"."""
    select = exp.select(exp.column(LINE, quoted=True), exp.column(LAST_LINE, quoted=True)).from_(staged.table)
    errors: list[exp.Expr] = []
    for place, one in enumerate(fields):
        value, wrong = _value(one, layout)
        select = select.select(exp.alias_(value, f"c{place}", quoted=True))
        for code, condition in (*wrong, *_constraints(one, value, table)):
            said = exp.Literal.string(f"{place}:{code}")
            errors.append(exp.Case().when(condition, said, copy=False))
    if changes is not None:
        change = exp.Lower(this=exp.Trim(this=exp.column(f"f{changes}", quoted=True)))
        select = select.select(exp.alias_(change, CHANGE, quoted=True))
        known = exp.In(this=change.copy(), expressions=[exp.Literal.string("u"), exp.Literal.string("d")])
        missing = exp.Not(this=exp.Coalesce(this=known, expressions=[exp.false()]))
        errors.append(exp.Case().when(missing, exp.Literal.string("-1:ING-1560"), copy=False))
    joined = exp.func("concat_ws", exp.Literal.string(";"), exp.Literal.string(""), *errors, dialect="duckdb")
    return select.select(exp.alias_(joined, ERRORS, quoted=True))


def _value(one: _Field, layout: FileLayout) -> tuple[exp.Expr, list[tuple[str, exp.Expr]]]:
    kind = one.attribute.type
    if one.source is None:
        return exp.Cast(this=exp.null(), to=kind.to_sql()), []
    if one.typed:
        given = at_zone(one.source.copy(), one.zones.stored) if "TIME ZONE" in one.kind else one.source.copy()
        typed = exp.TryCast(this=given, to=kind.to_sql())
        lost = exp.and_(typed.copy().is_(exp.null()), exp.Not(this=exp.Paren(this=one.source.copy()).is_(exp.null())))
        return typed, [*one.faults, ("ING-1501", lost)]
    text = prepared(one.source, one.layout, layout.null_tokens)
    value = converted(text, kind, one.layout, one.zones)
    if kind.kind is Kind.STRING:
        return value, []
    failed = exp.and_(value.copy().is_(exp.null()), exp.Not(this=exp.Paren(this=is_blank(text))))
    if one.layout.on_error is OnError.IGNORE:
        return value, []
    if one.layout.on_error is OnError.DEFAULT and one.layout.default is not None:
        default = converted(exp.Literal.string(one.layout.default), kind, one.layout, one.zones)
        return exp.Case(default=value).when(failed, default, copy=False), []
    form = OVERFLOW_FORMS.get(kind.family)
    if form is None:
        return value, [("ING-1501", failed)]
    shaped = matches(exp.Trim(this=text.copy()), form)
    return value, [
        ("ING-1502", exp.and_(failed, shaped)),
        ("ING-1501", exp.and_(failed, exp.Not(this=exp.Coalesce(this=shaped, expressions=[exp.false()])))),
    ]


def _constraints(one: _Field, value: exp.Expr, table: Table) -> list[tuple[str, exp.Expr]]:
    attribute = one.attribute
    missing = value.copy().is_(exp.null())
    found: list[tuple[str, exp.Expr]] = []
    if attribute.name in table.key:
        empty: exp.Expr = missing
        if attribute.type.family is Family.TEXT:
            empty = exp.Coalesce(this=value.copy(), expressions=[exp.Literal.string("")]).eq(exp.Literal.string(""))
        found.append(("ING-1559", empty))
    elif attribute.required or one.layout.nulls == "required":
        found.append(("ING-1555", missing))
    if attribute.values:
        known = [exp.Literal.string(allowed.value) for allowed in attribute.values]
        found.append(("ING-1556", exp.Not(this=exp.In(this=value.copy(), expressions=known))))
    if attribute.max_length is not None and attribute.type.kind is Kind.STRING:
        longer = exp.GT(this=exp.Length(this=value.copy()), expression=exp.Literal.number(attribute.max_length))
        found.append(("ING-1557", longer))
    return found


def _mark_duplicates(cursor: Cursor, checked: exp.Table, keys: list[int], current: str | None, table: Table) -> None:
    """The first row of a key is loaded; every later one, and every one that is there already, is rejected."""
    columns = [exp.column(f"c{place}", quoted=True) for place in keys]
    good = exp.column(ERRORS, quoted=True).eq(exp.Literal.string(""))
    line = exp.column(LINE, quoted=True)
    rank = exp.Window(
        this=exp.RowNumber(),
        partition_by=[one.copy() for one in columns],
        order=exp.Order(expressions=[exp.Ordered(this=line.copy())]),
    )
    ranked = exp.select(line.copy(), exp.alias_(rank, "place")).from_(checked).where(good.copy())
    second = exp.select(line.copy()).from_(ranked.subquery("r")).where("place > 1")
    wrong = exp.In(this=line.copy(), query=exp.Subquery(this=second))
    mark = exp.Literal.string(f";{keys[0]}:ING-1559")
    cursor.execute(exp.update(checked, {ERRORS: mark}, where=wrong))
    if current is not None:
        there = exp.select("1").from_(exp.alias_(stored(Store.DATA, current), "t", table=True))
        for place, key in zip(keys, (one for one in table.by_name if one in table.key), strict=True):
            there = there.where(column("t", key).eq(exp.column(f"c{place}", quoted=True)))
        cursor.execute(exp.update(checked, {ERRORS: mark.copy()}, where=exp.and_(good, exp.Exists(this=there))))


_REASONS: Mapping[str, str] = {
    "ING-1501": say("This is not a value of the type {type}."),
    "ING-1502": say("The value is out of the range of {type}, or does not exist."),
    "ING-1555": say("A value is required."),
    "ING-1556": say("The value is not among those allowed."),
    "ING-1557": say("The text is too long."),
    "ING-1559": say("The key is missing, or an earlier record has it already."),
    "ING-1560": say("The change type is neither u (upsert) nor d (delete)."),
}


def _rejects(cursor: Cursor, staged: Staged, checked: exp.Table, fields: Sequence[_Field]) -> list[RejectedLine]:
    """The ledger of rows that were read and refused: every error with its column, value and reason."""
    query = (
        exp.select(column("c", LINE), column("c", LAST_LINE), column("c", ERRORS))
        .select(*(column("s", f"f{place}") for place in range(len(staged.header))))
        .from_(exp.alias_(checked.copy(), "c", table=True))
        .join(exp.alias_(staged.table.copy(), "s", table=True), on=column("s", LINE).eq(column("c", LINE)))
        .where(column("c", ERRORS).neq(exp.Literal.string("")))
        .order_by(column("c", LINE))
    )
    found: list[RejectedLine] = []
    for first, last, said, *values in cursor.fetch(query):
        errors = [_error(part, values, staged, fields) for part in said.split(";") if part]
        found.append(RejectedLine(first, last, _as_line(values), tuple(errors)))
    return found


def _as_line(values: list[Any]) -> str:
    """Fields as one line of comma-separated text, which reads back as the same fields."""
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(["" if value is None else value for value in values])
    return text.getvalue()


def _error(said: str, values: list[Any], staged: Staged, fields: Sequence[_Field]) -> dict[str, Any]:
    place, code = said.split(":", 1)
    if int(place) < 0:
        header, value, kind = CHANGE, values[staged.header.index(CHANGE)], None
    else:
        one = fields[int(place)]
        header, kind = one.attribute.name, one.attribute.type
        source = one.layout.source or one.layout.name
        value = values[staged.header.index(source)] if source in staged.header else None
    return {
        "code": code,
        "column": header,
        "value": None if value is None else str(value),
        "reason": with_values(_REASONS[code], type=kind or DataType(Kind.STRING)),
    }


def _refuse_too_many(staged: Staged, outcome: Outcome, options: LoadOptions) -> None:
    bad = len(outcome.rejects)
    total = staged.rows + len(staged.rejects)
    allowed = options.threshold if options.partial else 0.0
    said, refused = f"{allowed:g} %", bad * 100 > allowed * total
    if options.most_rejects is not None:
        said, refused = f"{options.most_rejects:,}", bad > options.most_rejects
    if bad and refused:
        first = outcome.rejects[0]
        reason = first.errors[0]["reason"]
        raise TooManyRejectsError(
            Problem(
                code="too-many-rejects",
                what=say(
                    "{n} of {rows} cannot be loaded; at most {said} are allowed.",
                    n=bad,
                    rows=say("{n} row(s)", n=total),
                    said=said,
                ),
                why=say(
                    "Line {line}: {reason}",
                    line=first.first_line,
                    reason=declared(reason if isinstance(reason, str) else str(reason)),
                ),
                fix="Correct the rows or the layout, or raise the share that is allowed. Nothing was loaded.",
                check="V20",
                values={"rejected": bad, "rows": total},
            ),
            outcome.rejects[:_MOST_KEPT],
        )


class TooManyRejectsError(EngineError):
    """A load that was given up, with the ledger of what was wrong."""

    def __init__(self, problem: Problem, rejects: list[RejectedLine]) -> None:
        super().__init__(problem)
        self.rejects = rejects


def _write(
    cursor: Cursor,
    checked: exp.Table,
    fields: Sequence[_Field],
    table: Table,
    physical: str,
    current: str | None,
    options: LoadOptions,
) -> dict[str, int]:
    good = exp.column(ERRORS, quoted=True).eq(exp.Literal.string(""))
    incoming = exp.select(
        *(exp.alias_(exp.column(f"c{place}", quoted=True), one.attribute.name, quoted=True)
          for place, one in enumerate(fields))
    ).from_(checked.copy()).where(good)  # fmt: skip
    if options.lines:
        incoming = incoming.select(exp.column(LINE, quoted=True))
    if options.mode is LoadMode.UPSERT:
        return merged(cursor, checked, incoming, table, physical, current)
    query: exp.Query = incoming
    if options.mode is LoadMode.APPEND and current is not None:
        before = exp.select(*(column("t", one.attribute.name) for one in fields)).from_(
            exp.alias_(stored(Store.DATA, current), "t", table=True)
        )
        query = exp.union(before, incoming, distinct=False)
    cursor.create(Store.DATA, physical, query)
    inserted = int(cursor.value(_count(checked.copy()).where(good.copy())))
    return {"inserted": inserted}


def _counts(cursor: Cursor, staged: Staged, checked: exp.Table, outcome: Outcome) -> dict[str, int]:
    good = exp.column(ERRORS, quoted=True).eq(exp.Literal.string(""))
    loaded = int(cursor.value(_count(checked.copy()).where(good)))
    rejected = len(outcome.rejects)
    if loaded + rejected != staged.rows + len(staged.rejects):
        raise file_problem(
            "ING-reconcile",
            say(
                "{n} row(s) (was|were) read, but {loaded} can be accounted for.",
                n=staged.rows + len(staged.rejects),
                loaded=grouped(loaded + rejected),
            ),
            "Please report this; nothing was loaded.",
        )
    return {
        "lines": staged.lines,
        "header_lines": staged.header_lines,
        "blank_lines": staged.blank_lines,
        "rows": staged.rows + len(staged.rejects),
        "loaded": loaded,
        "rejected": rejected,
    }


def _count(table: exp.Expr) -> exp.Select:
    return exp.select(exp.Count(this=exp.Star())).from_(table)
