"""Objects of the account data with a name: lists, interests, templates, rules and the like, one row each.

Every change is checked as a whole before anything is written. The present is always given, in UTC.
"""

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from engine.account_data.rows import current_rows, put_rows
from engine.accounts.declaring import CREATED, CREATED_BY, UPDATED, UPDATED_BY
from engine.catalog.model import Table
from engine.problems import EngineError, Problem
from engine.texts import declared, one_of, quoted, say
from engine.workspace import Workspace

Row = Mapping[str, Any]
ORIGIN = "changed"

_USED_BY: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "role_template": (("solution_interest", "template_id", "the solution interest"),),
    "stage_model": (("solution_interest", "model_id", "the solution interest"),),
    "solution_interest": (("bg_job", "si_id", "a creation job"), ("buying_group", "si_id", "the buying group")),
    "bg_role": (("role_template_role", "role_id", "a roles template"), ("bg_member", "role_id", "a member")),
    "account_audience": (("bg_job", "audience_id", "a creation job"),),
    "program_type": (("program", "type_id", "the program"),),
    "program": (("program", "parent_id", "the program"), ("people_list", "program_id", "the list")),
    "destination": (("dataflow", "destination_id", "the dataflow"),),
    "mkto_connection": (("mkto_workspace", "connection_id", "the workspace"),),
    "mkto_workspace": (
        ("mkto_list", "workspace_id", "the list"),
        ("mkto_campaign", "workspace_id", "the campaign"),
        ("mkto_email", "workspace_id", "the e-mail"),
    ),
    "mkto_partition": (("mkto_workspace_partition", "partition_id", "a workspace"),),
    "mkto_list": (("mkto_list_member", "list_id", "a member"),),
    "mkto_campaign": (("mkto_campaign_request", "campaign_id", "a request"),),
}
"""Table to what may refer to its rows: the table, its column, and what to call it."""


def find(workspace: Workspace, table: str, reference: str) -> dict[str, Any]:
    """The object of that key or name. Errors: unknown-reference."""
    key = _schema(workspace, table).key[0]
    rows = current_rows(workspace, table)
    for row in rows:
        if row[key] == reference or str(row.get("name") or "").casefold() == reference.casefold():
            return row
    known = sorted(str(row.get("name") or row[key]) for row in rows)[:10]
    what = say(
        "There is no {title} {reference}.", title=declared(_title(workspace, table)), reference=quoted(reference)
    )
    raise EngineError(Problem(code="unknown-reference", what=what, fix=one_of(known)))


def save(workspace: Workspace, table: str, values: Row, now: datetime) -> dict[str, Any]:
    """Add an object, or change the one of the same key; the row that results.

    Errors: unknown-column, missing-name, name-taken, wrong-value.
    """
    schema = _schema(workspace, table)
    rows = current_rows(workspace, table)
    key = schema.key[0]
    identity = values.get(key) or _new_key(str(values.get("name") or ""), {row[key] for row in rows})
    before = next((row for row in rows if row[key] == identity), None)
    first = {CREATED: now, **_by(schema, CREATED_BY, workspace)}
    row = {
        **dict.fromkeys(schema.by_name),
        **(before or first),
        **values,
        key: identity,
        UPDATED: now,
        **_by(schema, UPDATED_BY, workspace),
    }
    for problem in check_row(schema, row, [one for one in rows if one[key] != identity]):
        raise EngineError(problem)
    put_rows(workspace, schema, [*(one for one in rows if one[key] != identity), row], ORIGIN)
    return row


def check_row(schema: Table, row: Row, others: Sequence[Row]) -> Iterator[Problem]:
    """What is wrong with a row beside these others."""
    for name in sorted(set(row) - set(schema.by_name)):
        yield Problem(
            code="unknown-column",
            what=say("{schema} have no {name}.", schema=schema.title, name=quoted(name)),
            fix="Leave it out.",
            field=name,
        )
    if "name" in schema.by_name:
        name = str(row.get("name") or "").strip()
        if not name:
            yield Problem(code="missing-name", what="The name is empty.", fix="Give it one.", field="name")
        elif any(str(one.get("name") or "").strip().casefold() == name.casefold() for one in others):
            what = say("There is one called {name} already.", name=quoted(name))
            yield Problem(code="name-taken", what=what, fix="Choose another name.", field="name")
    for attribute in schema.attributes:
        value = row.get(attribute.name)
        known = [one.value for one in attribute.values]
        if known and value is not None and value not in known:
            yield Problem(
                code="wrong-value",
                what=say("{attribute} cannot be {value}.", attribute=attribute.title, value=quoted(value)),
                fix=say("Choose one of {names}.", names=", ".join(known)),
                field=attribute.name,
            )
        if attribute.max_length is not None and isinstance(value, str) and len(value) > attribute.max_length:
            what = say(
                "{attribute} has {n} character(s); at most {max_length} are allowed.",
                attribute=attribute.title,
                n=len(value),
                max_length=attribute.max_length,
            )
            yield Problem(code="wrong-value", what=what, fix="Shorten it.", field=attribute.name)


def remove(workspace: Workspace, table: str, reference: str) -> None:
    """Forget an object that nothing refers to. Errors: unknown-reference, in-use."""
    schema = _schema(workspace, table)
    row = find(workspace, table, reference)
    identity = row[schema.key[0]]
    for other, column, title in _USED_BY.get(table, ()):
        users = [one for one in current_rows(workspace, other) if one.get(column) == identity]
        if users:
            refuse_used(str(row.get("name") or identity), f"{title} {users[0].get('name') or ''}".strip())
    for entry in workspace.documents.list():
        if re.search(rf'"{re.escape(str(identity))}"', workspace.documents.load(entry.id)):
            refuse_used(str(row.get("name") or identity), say("the document {entry}", entry=quoted(entry.name)))
    kept = [one for one in current_rows(workspace, table) if one[schema.key[0]] != identity]
    put_rows(workspace, schema, kept, ORIGIN)


def refuse_used(name: str, by: str) -> None:
    """Errors: in-use."""
    what = say("{name} cannot be deleted, because {by} uses it.", name=quoted(name), by=declared(by))
    raise EngineError(Problem(code="in-use", what=what, fix="Remove what uses it first."))


def replace_rows(workspace: Workspace, table: str, owner: str, identity: str, rows: Sequence[Row]) -> None:
    """Make `rows` all the rows of a table whose column `owner` holds `identity`."""
    kept = [one for one in current_rows(workspace, table) if one[owner] != identity]
    put_rows(workspace, _schema(workspace, table), [*kept, *rows], ORIGIN)


def _by(schema: Table, column: str, workspace: Workspace) -> dict[str, str]:
    """Who does it, where a table has a place for it."""
    return {column: workspace.documents.person} if column in schema.by_name else {}


def _schema(workspace: Workspace, table: str) -> Table:
    return workspace.catalog().table_by_name[table]


def _title(workspace: Workspace, table: str) -> str:
    return _schema(workspace, table).title.lower().removesuffix("s")


def _new_key(name: str, taken: set[Any]) -> str:
    """A key that tells what it is about, if it can."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
    return plain if plain and plain not in taken else f"{plain or 'object'}-{uuid.uuid4().hex[:8]}"
