"""The tables of the account data in a workspace: made once, with what they begin with; what is there stays."""

from collections.abc import Mapping, Sequence
from typing import Any

from engine.account_data.rows import as_one, put_rows
from engine.accounts.declaring import CREATED_BY, UPDATED_BY
from engine.accounts.defaults import default_rows
from engine.accounts.model import CATALOG
from engine.catalog.model import Catalog, Table
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace

ORIGIN = "set up"


@as_one
def create_account_data(workspace: Workspace, rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None) -> Catalog:
    """Add the tables, links and dimensions that are missing, empty but for the defaults; the catalogue that results.

    `rows` replace the defaults of the tables that they name. A table of the same name that is not ours is refused,
    before anything is written. Errors: table-taken.
    """
    before = workspace.catalog()
    for table in CATALOG.tables:
        _refuse_other(before.table_by_name.get(table.name), table)
    known = {f"{link.source}/{link.name}" for link in before.links}
    content = {**default_rows(), **(rows or {})}
    workspace.schemas.add(*(one for one in CATALOG.tables if one.name not in before.table_by_name))
    workspace.schemas.add(*(one for one in CATALOG.links if f"{one.source}/{one.name}" not in known))
    workspace.schemas.add(*(one for one in CATALOG.dimensions if one.name not in before.dimension_by_name))
    standing = workspace.datasets.snapshot()
    for table in CATALOG.tables:
        if table.name not in standing:
            put_rows(workspace, table, content.get(table.name, ()), ORIGIN)
    return workspace.catalog()


def _refuse_other(there: Table | None, ours: Table) -> None:
    """A table of the same name may have further columns, such as custom fields; it must have ours, of the same type.

    Workspaces of earlier versions did not note persons.
    """
    if there is None:
        return
    wrong = [one.name for one in ours.attributes if (there.by_name.get(one.name) or one).type != one.type]
    later = {CREATED_BY, UPDATED_BY}
    wrong += [one.name for one in ours.attributes if one.name not in there.by_name and one.name not in later]
    if wrong:
        raise EngineError(
            Problem(
                code="table-taken",
                what=say(
                    "There is a table {ours} already, which is not the one that accounts need.", ours=quoted(ours.name)
                ),
                why=say("It has no fitting column {wrong}.", wrong=quoted(wrong[0])),
                fix="Rename or remove that table, or keep accounts in a workspace of their own.",
            )
        )
