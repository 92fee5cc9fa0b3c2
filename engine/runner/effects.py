"""What real runs do to the world: save audiences, write files, update data, remember, signal, alert.

One function per kind of effect. Each says in a sentence what it did, for the log.
"""

import csv
import dataclasses
import filecmp
import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from sqlglot import exp

from engine.catalog.model import Attribute
from engine.checking import check
from engine.contract import Effect
from engine.database import Cursor, Store, stored
from engine.document.files import from_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, Column, column
from engine.runner.exporting import write_new, write_rows
from engine.runner.files import rejects_path
from engine.runner.receivers import require_receiver
from engine.runner.service import world_of
from engine.texts import grouped, quoted, say
from engine.workspace import LoadRecord, SavedAudience, Workspace
from engine.workspace.audiences import label_taken
from engine.workspace.store import utc_now


def apply_effect(workspace: Workspace, cursor: Cursor, document: Document, run: str, node: str, effect: Effect) -> str:
    """Do one effect of a node; what was done, in words. Errors: those of the effect."""
    apply = _EFFECTS[effect.kind]
    return apply(_Work(workspace, cursor, document, run, node, effect.values, effect.query))


class _Work:
    """An effect with its surroundings."""

    def __init__(
        self,
        workspace: Workspace,
        cursor: Cursor,
        document: Document,
        run: str,
        node: str,
        values: Mapping[str, Any],
        query: exp.Select | exp.SetOperation | None,
    ) -> None:
        self.workspace = workspace
        self.cursor = cursor
        self.document = document
        self.run = run
        self.node = node
        self.values = values
        self._query = query

    @property
    def query(self) -> exp.Select | exp.SetOperation:
        assert self._query is not None
        return self._query

    def count(self, table: exp.Expr) -> int:
        return int(self.cursor.value(exp.select(exp.Count(this=exp.Star())).from_(table)))


def _save_audience(work: _Work) -> str:
    label, mode = work.values["label"], work.values["mode"]
    before = work.workspace.audiences.by_label(label)
    if before is not None and before.document != work.document.id:
        raise EngineError(label_taken(label))
    if before is not None and mode == "create":
        raise EngineError(
            Problem(
                code="audience-exists",
                what=say("There is an audience called {label} already.", label=quoted(label)),
                fix="Choose replace or append, or another label.",
                field="mode",
                check="V18",
            )
        )
    members: exp.Query = work.query
    entering = work.count(members.copy().subquery("m"))
    if not entering and work.values["when_empty"] == "fail":
        raise EngineError(
            Problem(
                code="empty-audience",
                what=say("Nobody would be in {label}.", label=quoted(label)),
                fix="Check the rule before it.",
            )
        )
    if not entering and work.values["when_empty"] == "keep" and before is not None:
        return say("Nobody entered; {label} keeps its {n} members.", label=quoted(label), n=before.rows)
    columns: Sequence[Column] = work.values["columns"]
    if before is not None:
        _refuse_breaking(work, before, columns)
    if before is not None and mode == "append":
        members = _appended(work, members, before.physical, before.columns, columns)
    physical = work.workspace.audiences.begin()
    work.cursor.create(Store.DATA, physical, members)
    rows = work.count(stored(Store.DATA, physical))
    counts = _changes(work, physical, None if before is None else before.physical)
    work.workspace.audiences.commit(
        label=label,
        document=work.document.id,
        dimension=work.values["dimension"],
        identity=work.values["identity"],
        namespace=work.values["namespace"],
        physical=physical,
        rows=rows,
        columns=columns,
        counts=counts,
        run=work.run,
        merge_policy=work.document.merge_policy,
    )
    return say(
        "{label} has {n} members: {realized} came, {exiting} left.",
        label=quoted(label),
        n=rows,
        realized=grouped(counts["realized"]),
        exiting=grouped(counts["exiting"]),
    )


def _refuse_breaking(work: _Work, before: SavedAudience, columns: Sequence[Column]) -> None:
    """Errors: audience-in-use, when campaigns that read the audience would no longer be right (V18)."""
    if {(one.name, one.type) for one in before.columns} <= {(one.name, one.type) for one in columns}:
        return
    broken: list[str] = []
    for entry in work.workspace.documents.list():
        content = work.workspace.documents.load(entry.id)
        if entry.id == work.document.id or not (before.label in content or before.id in content):
            continue
        document = from_text(content)
        world = world_of(work.workspace, document)
        shape = dataclasses.replace(world.audiences[before.id], columns=tuple(columns))
        changed = dataclasses.replace(world, audiences={**world.audiences, before.id: shape})
        known = {str(problem) for problem in check(document, world).problems}
        if any(one.is_error and str(one) not in known for one in check(document, changed).problems):
            broken.append(entry.name or entry.id)
    if broken:
        raise EngineError(
            Problem(
                code="audience-in-use",
                what=say(
                    "{before} would lose attributes that other campaigns read: {broken}.",
                    before=quoted(before.label),
                    broken=", ".join(broken),
                ),
                fix="Keep these attributes, or change those campaigns first.",
                field="attributes",
                check="V18",
                values={"campaigns": ", ".join(broken)},
            )
        )


def _appended(
    work: _Work, members: exp.Query, physical: str, old: Sequence[Column], new: Sequence[Column]
) -> exp.Query:
    """The members of before and the incoming ones, which win. Errors: audience-shape-differs."""
    if [one.name for one in old] != [one.name for one in new]:
        raise EngineError(
            Problem(
                code="audience-shape-differs",
                what="The attributes differ from those of the members that are there.",
                fix="Use the same attributes, or replace the audience.",
                field="attributes",
            )
        )
    names = list(work.cursor.columns(members.copy()))
    incoming = exp.select(*(column("n", name) for name in names)).from_(members.copy().subquery("n"))
    again = exp.select("1").from_(members.copy().subquery("n")).where(column("n", IDENTITY).eq(column("o", IDENTITY)))
    kept = exp.select(*(column("o", name) for name in names)).from_(
        exp.alias_(stored(Store.DATA, physical), "o", table=True)
    )
    return exp.union(incoming, kept.where(exp.Not(this=exp.Exists(this=again))), distinct=False)


def _changes(work: _Work, physical: str, before: str | None) -> dict[str, int]:
    """How many members came, stayed and left."""
    now = work.count(stored(Store.DATA, physical))
    if before is None:
        return {"realized": now, "existing": 0, "exiting": 0}
    there = exp.select("1").from_(exp.alias_(stored(Store.DATA, before), "o", table=True))
    there = there.where(column("o", IDENTITY).eq(column("n", IDENTITY)))
    stayed = exp.select(exp.Count(this=exp.Star())).from_(exp.alias_(stored(Store.DATA, physical), "n", table=True))
    existing = int(work.cursor.value(stayed.where(exp.Exists(this=there))))
    return {
        "realized": now - existing,
        "existing": existing,
        "exiting": work.count(stored(Store.DATA, before)) - existing,
    }


def _remember_returned(work: _Work) -> str:
    physical = f"h_{uuid.uuid4().hex}"
    work.cursor.create(Store.DATA, physical, work.query)
    before = work.workspace.runs.histories(work.document.id).get(work.node, (None, None))[0]
    now = datetime.fromisoformat(work.values["now"])
    work.workspace.runs.set_history(work.document.id, work.node, physical, now)
    if before is not None and before not in work.workspace.runs.pinned_tables():
        work.workspace.afterwards(lambda: work.cursor.drop(Store.DATA, before))
    return say("The records returned are remembered.")


def _extract_file(work: _Work) -> str:
    values = work.values
    rows = work.count(work.query.copy().subquery("r"))
    if not rows and values["skip_when_empty"]:
        return say("Nobody entered, so no file was written.")
    folder = work.workspace.files / "exports"
    folder.mkdir(exist_ok=True)
    names = _names(values)
    written = folder / f".{work.run}{Path(names[0]).suffix}"
    if values["format"] in _SUFFIXES:
        write_rows(work.query, written, work.cursor)
    else:
        write_new(written, partial(_write_text, work))
    path = _settled(written, [folder / name for name in names])
    return say("{n} rows were written to {path}.", n=rows, path=path.name)


_SUFFIXES = {"excel": ".xlsx", "parquet": ".parquet"}
_MOST_AT_ONE_INSTANT = 1000


def _names(values: Mapping[str, Any]) -> list[str]:
    """The names that the file may have, in order: its own, or with the time and, where that is taken, a number."""
    name = Path(values["file_name"])
    suffix = _SUFFIXES.get(values["format"], name.suffix)
    stem = name.stem if suffix == name.suffix else name.name
    if not values["append_timestamp"]:
        return [f"{stem}{suffix}"]
    stamped = f"{stem}_{values['now']:%Y%m%d_%H%M%S}"
    return [f"{stamped}{suffix}", *(f"{stamped}_{number}{suffix}" for number in range(2, _MOST_AT_ONE_INSTANT))]


def _settled(written: Path, places: list[Path]) -> Path:
    """Put a file where nothing stands yet. Errors: file-exists.

    One that stands there with the same content is the same file: a run that goes on after a crash writes it again.
    """
    try:
        for place in places:
            if not place.exists():
                written.replace(place)
                return place
            if filecmp.cmp(written, place, shallow=False):
                return place
    finally:
        written.unlink(missing_ok=True)
    raise EngineError(
        Problem(
            code="file-exists",
            what=say(
                "There is another file {places} already, and no file is ever written over.",
                places=quoted(places[0].name),
            ),
            fix="Append the time to the name, or move the file away.",
            field="append_timestamp",
        )
    )


def _write_text(work: _Work, path: Path) -> None:
    values = work.values
    names: list[str] = values["headers"]
    with path.open("w", encoding=values["encoding"], newline="") as file:
        rows = work.cursor.fetch(work.query)
        texts = [["" if value is None else str(value) for value in row] for row in rows]
        if values["format"] == "xml":
            file.write(_xml(names, texts))
        elif values["format"] == "fixed":
            widths = [one["width"] for one in values["columns"]]
            lines = ([names] if values["header"] else []) + texts
            file.writelines(_fixed(line, widths) for line in lines)
        else:
            quote = values["quote"]
            writer = csv.writer(
                file,
                delimiter="\t" if values["format"] == "text" and values["delimiter"] == "," else values["delimiter"],
                quotechar=quote or None,
                quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
                escapechar=None if quote else "\\",
            )
            if values["header"]:
                writer.writerow(names)
            writer.writerows(texts)


def _fixed(values: list[str], widths: list[int]) -> str:
    return "".join(value[:width].ljust(width) for value, width in zip(values, widths, strict=True)) + "\n"


def _xml(names: list[str], rows: list[list[str]]) -> str:
    parts = ['<?xml version="1.0"?>\n<rows>\n']
    for row in rows:
        cells = "".join(f'<value name="{_said(n)}">{_said(v)}</value>' for n, v in zip(names, row, strict=True))
        parts.append(f"<row>{cells}</row>\n")
    return "".join([*parts, "</rows>\n"])


def _said(text: str) -> str:
    """A text inside XML; a sign that no XML file can hold becomes the sign for what is unknown."""
    return escape(_NOT_XML.sub("\ufffd", text), {'"': "&quot;"})


_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _update_data(work: _Work) -> str:
    """The next state of the table: the old records with their changes, and the new ones."""
    name, operation = work.values["table"], work.values["operation"]
    table = work.workspace.catalog().table_by_name[name]
    current = work.workspace.datasets.current(name)
    changes = work.query.copy().subquery("n")
    matches = exp.and_(*(column("n", part).eq(column("o", part)) for part in table.key))
    there = None if current is None else exp.alias_(stored(Store.DATA, current.physical), "o", table=True)
    parts: list[exp.Query] = []
    if there is not None:
        kept = exp.select(*(_new_value(one, work.values, operation) for one in table.attributes))
        kept = kept.from_(there.copy()).join(changes.copy(), on=matches.copy(), join_type="left")
        if operation == "delete":
            kept = kept.where(column("n", table.key[0]).is_(exp.null()))
        parts.append(kept)
    if operation in {"insert", "insert-or-update"}:
        fresh = exp.select(
            *(_inserted(one.name, one.type.to_sql(), table.key, work.values) for one in table.attributes)
        )
        fresh = fresh.from_(changes.copy())
        if there is not None:
            fresh = fresh.where(
                exp.Not(this=exp.Exists(this=exp.select("1").from_(there.copy()).where(matches.copy())))
            )
        parts.append(fresh)
    if not parts:
        return say("{table} holds no records, so nothing changed.", table=table.title)
    physical = work.workspace.datasets.begin(name)
    query = parts[0] if len(parts) == 1 else exp.union(parts[0], parts[1], distinct=False)
    work.cursor.create(Store.DATA, physical, query)
    rows = work.count(stored(Store.DATA, physical))
    record = LoadRecord(name, f"updated by {work.document.name or work.document.id}")
    work.workspace.datasets.commit(record, physical, rows)
    return say("{table} was updated and has {n} records.", table=table.title, n=rows)


def _create_profiles(work: _Work) -> str:
    """Records for the persons whom a message addressed and who had none."""
    name = work.values["table"]
    title = work.workspace.catalog().table_by_name[name].title
    before = work.workspace.datasets.current(name)
    if not work.count(work.query.copy().subquery("r")):
        return "Everybody whom it addressed has a profile."
    _update_data(work)
    after = work.workspace.datasets.current(name)
    made = (0 if after is None else after.rows) - (0 if before is None else before.rows)
    return say("{n} persons who had no profile were added to {title}.", n=made, title=title)


def _new_value(attribute: Attribute, values: Mapping[str, Any], operation: str) -> exp.Expr:
    name = attribute.name
    old = column("o", name)
    if name not in values["fields"] or operation in {"insert", "delete"}:
        return exp.alias_(old, name, quoted=True)
    new = exp.Cast(this=column("n", f"v_{name}"), to=attribute.type.to_sql())
    changed = exp.Case(default=old).when(column("n", f"w_{name}"), new, copy=False)
    return exp.alias_(changed, name, quoted=True)


def _inserted(name: str, kind: exp.DataType, key: tuple[str, ...], values: Mapping[str, Any]) -> exp.Expr:
    value: exp.Expr = exp.null()
    if name in key:
        value = column("n", name)
    elif name in values["fields"]:
        value = exp.Case().when(column("n", f"w_{name}"), column("n", f"v_{name}"), copy=False)
    return exp.alias_(exp.Cast(this=value, to=kind), name, quoted=True)


def _keep_rejects(work: _Work) -> str:
    path = rejects_path(work.workspace, work.values["file"])
    if not work.count(work.query.copy().subquery("r")):
        path.unlink(missing_ok=True)
        return say("No line was rejected.")
    rows = write_rows(work.query, path, work.cursor)
    return say("{n} reasons to reject lines were written to {path}.", n=rows, path=path.name)


def _delete_file(work: _Work) -> str:
    path = Path(work.values["path"])
    path.unlink(missing_ok=True)
    return say("{path} was deleted.", path=path.name)


def _signal(work: _Work) -> str:
    campaign, parameters = work.values["campaign"], work.values["parameters"]
    entry = next((one for one in work.workspace.documents.list() if one.id == campaign), None)
    require_receiver(work.workspace, campaign)
    sender = work.document.name or work.document.id
    work.workspace.signals.send(campaign, parameters, sender=sender, now=utc_now())
    parts = ", ".join(f"{name}={value}" for name, value in parameters.items())
    name = campaign if entry is None else entry.name or campaign
    return (
        say("Signal sent to {name} with {parts}.", name=name, parts=parts)
        if parts
        else say("Signal sent to {name}.", name=name)
    )


def _alert(work: _Work) -> str:
    return f"{work.values['title']}: {work.values['message']}"


_EFFECTS: Mapping[str, Callable[[_Work], str]] = {
    "save-audience": _save_audience,
    "remember-returned": _remember_returned,
    "extract-file": _extract_file,
    "update-data": _update_data,
    "create-profiles": _create_profiles,
    "keep-rejects": _keep_rejects,
    "delete-file": _delete_file,
    "signal": _signal,
    "alert": _alert,
}
