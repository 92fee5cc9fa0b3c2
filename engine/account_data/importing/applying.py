"""A file into a table of the account data, as a mapping says: records are updated by key, and all is reported."""

import dataclasses
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlglot import exp

from engine.account_data.importing.recognising import Mapping
from engine.account_data.setup import create_account_data
from engine.accounts.model import CATALOG
from engine.database import Cursor, Store, stored
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.ingest.staging import Staged, Tell, take_out
from engine.lanes import Job
from engine.layouts import ColumnLayout, FileLayout
from engine.problems import EngineError, Problem
from engine.texts import declared, quoted, say
from engine.trees import col, query, text, tree
from engine.workspace import RejectedLine, Workspace

REFERENCES: Map[str, Map[str, str]] = {
    "account_person": {"account_id": "account", "person_id": "person"},
    "opportunity_person": {"opportunity_id": "opportunity", "person_id": "person"},
    "people_list_member": {"list_id": "people_list", "person_id": "person"},
    "account_list_member": {"list_id": "account_list", "account_id": "account"},
    "mkto_list_member": {"list_id": "mkto_list", "record_id": "mkto_record"},
}
"""The tables whose records mean nothing without those that they refer to."""
_KEYS = {"people_list": "list_id", "account_list": "list_id", "mkto_list": "list_id", "mkto_record": "record_id"}
_EXCLUDED = {"account": "name", "person": "email"}


@dataclass(frozen=True, slots=True)
class Report:
    """What a load did. `counts` are those of the ledger; `rejects` say for each record why it was not loaded."""

    table: str
    file: str
    counts: Map[str, int]
    rejects: Sequence[RejectedLine]
    remarks: tuple[str, ...]


def apply_mapping(
    workspace: Workspace, path: Path, layout: FileLayout, mapping: Mapping, tell: Tell = lambda _lines: None
) -> Report:
    """Load a file as a mapping says. Errors: those of reading it, and unmapped-key."""
    create_account_data(workspace)
    table = workspace.catalog().table_by_name[mapping.table]
    _refuse_without_key(mapping, table.key, table.title)
    said = {one.name for one in mapping.columns}
    # A header that happens to be called as a column fills it only where the mapping says so.
    others = tuple(ColumnLayout(name=one.name, type=one.type, source="\N{NULL}") for one in table.attributes
                   if one.name not in said)  # fmt: skip
    done = import_file(
        workspace, path, table=mapping.table,
        layout=layout.model_copy(update={"columns": (*mapping.columns, *others)}),
        options=LoadOptions(LoadMode.UPSERT, threshold=100.0), tell=tell,
        before=partial(_prepare, mapping, _standing(workspace)),
    )  # fmt: skip
    used = {one.source for one in mapping.columns}
    remarks = [remark for remark in done.remarks if remark.partition(": ")[0] in used]
    remarks += _flagged(workspace, mapping.table)
    return Report(mapping.table, path.name, done.record.counts, done.record.rejects, tuple(remarks))


def start_mapping(
    workspace: Workspace, path: Path, layout: FileLayout, mapping: Mapping, tell: Tell = lambda _lines: None
) -> Job[Report]:
    """The same without waiting: a job that can be cancelled. `tell` hears how many lines were read."""
    return workspace.database.writer.submit(lambda _cursor: apply_mapping(workspace, path, layout, mapping, tell))


def remapped(mapping: Mapping, headers: Sequence[str], wishes: Map[str, str]) -> Mapping:
    """The mapping with other sources: column to header, where an empty header empties the column.

    Errors: unknown-column, unknown-header.
    """
    table = CATALOG.table_by_name[mapping.table]
    columns = {one.name: one for one in mapping.columns}
    for name, header in wishes.items():
        if name not in table.by_name:
            raise _unknown(
                "unknown-column",
                say("{table} has no column {name}.", table=table.title, name=quoted(name)),
                list(table.by_name),
            )
        if header and header not in headers:
            raise _unknown("unknown-header", say("The file has no column {header}.", header=quoted(header)), headers)
        columns.pop(name, None)
        if header:
            columns[name] = ColumnLayout(name=name, type=table.by_name[name].type, source=header, trim=True)
    used = {one.source for one in columns.values()}
    return dataclasses.replace(
        mapping, columns=tuple(columns.values()), unused=tuple(one for one in headers if one not in used)
    )


def _unknown(code: str, what: str, known: Sequence[str]) -> EngineError:
    return EngineError(
        Problem(code=code, what=what, fix=say("Choose one of these: {names}.", names=", ".join(known[:30])))
    )


def _refuse_without_key(mapping: Mapping, key: Sequence[str], title: str) -> None:
    for part in key:
        if not any(one.name == part for one in mapping.columns):
            what = say("Nothing fills {part}, which tells records of {title} apart.", part=quoted(part), title=title)
            raise EngineError(
                Problem(
                    code="unmapped-key", what=what, fix=say("Map a column of the file to {part}.", part=quoted(part))
                )
            )


def _standing(workspace: Workspace) -> dict[str, exp.Table]:
    return {name: stored(Store.DATA, one.physical) for name, one in workspace.datasets.snapshot().items()}


def _prepare(mapping: Mapping, standing: Map[str, exp.Table], cursor: Cursor, staged: Staged) -> None:
    """Find the people behind addresses, then take out what is deleted, unknown or refers to nothing."""
    for column in mapping.by_email:
        source = mapping.source(column)
        if source is not None and "person" in standing:
            _find_people(cursor, staged, _place(staged, source), standing["person"])
    take_out(cursor, staged, list(_reasons(mapping, standing, staged)))


def _find_people(cursor: Cursor, staged: Staged, field: exp.Column, people: exp.Table) -> None:
    found = query(
        "SELECT MIN(p.person_id) AS x FROM people AS p WHERE LOWER(TRIM(p.email)) = LOWER(TRIM($field))",
        people=people, field=exp.column(field.name, table="s", quoted=True),
    )  # fmt: skip
    target = staged.table.copy()
    target.set("alias", exp.TableAlias(this=exp.to_identifier("s")))
    cursor.execute(
        exp.Update(this=target, expressions=[exp.EQ(this=field.copy(), expression=exp.Subquery(this=found))])
    )


def _reasons(mapping: Mapping, standing: Map[str, exp.Table], staged: Staged) -> list[tuple[str, exp.Expr, str]]:
    found: list[tuple[str, exp.Expr, str]] = []
    if mapping.deleted is not None:
        field = _place(staged, mapping.deleted)
        gone = tree("LOWER(TRIM(CAST($f AS TEXT))) IN ('true', '1', 't', 'yes')", f=field)
        found.append(("deleted-there", gone, say("It is deleted in {system}.", system=mapping.system)))
    for column in (*mapping.needed, *mapping.by_email):
        source = mapping.source(column)
        if source is None:
            continue
        field = _place(staged, source)
        values = next(one.remap for one in mapping.columns if one.name == column)
        missing = _blank(field)
        if values:
            known = exp.In(this=tree("TRIM(CAST($f AS TEXT))", f=field), expressions=[text(one) for one in values])
            missing = exp.Not(this=exp.Coalesce(this=known, expressions=[exp.false()]))
        words = (
            say("Nobody has this address.")
            if column in mapping.by_email
            else say("{column} is empty, or has no counterpart.", column=column)
        )
        found.append(("nothing-fits", missing, words))
    for column, there in REFERENCES.get(mapping.table, {}).items():
        source = mapping.source(column)
        if source is not None and there in standing:
            found.append(_orphan(_place(staged, source), there, standing[there]))
    return found


def _orphan(field: exp.Column, table: str, rows: exp.Table) -> tuple[str, exp.Expr, str]:
    known = exp.select(col("k", _KEYS.get(table, f"{table}_id"))).from_(exp.alias_(rows.copy(), "k", table=True))
    given = tree("TRIM(CAST($f AS TEXT))", f=field)
    wrong = exp.Not(
        this=exp.Coalesce(this=exp.In(this=given, query=exp.Subquery(this=known)), expressions=[exp.false()])
    )
    return "orphan", wrong, say("There is no such {noun}.", noun=declared(table.replace("_", " ")))


def _place(staged: Staged, header: str) -> exp.Column:
    return exp.column(f"f{staged.header.index(header)}", quoted=True)


def _blank(field: exp.Expr) -> exp.Expr:
    return tree("COALESCE(TRIM(CAST($f AS TEXT)), $nothing) = $nothing", f=field, nothing=text(""))


def _flagged(workspace: Workspace, table: str) -> list[str]:
    """Records that are taken in but will not take part."""
    if table not in _EXCLUDED:
        return []
    counting = query(
        "SELECT COUNT(*) AS n FROM rows AS r WHERE $blank",
        rows=_standing(workspace)[table],
        blank=_blank(col("r", _EXCLUDED[table])),
    )
    rows = int(workspace.database.reader.run(lambda cursor: cursor.value(counting)))
    if not rows:
        return []
    return [
        say("{n} account(s) (has|have) no name and will be left out of audiences.", n=rows)
        if table == "account"
        else say("{n} (person has|people have) no e-mail address and will be left out of journeys.", n=rows)
    ]
