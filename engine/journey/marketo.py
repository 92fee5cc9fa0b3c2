"""Marketo objects: which records of a person are acted on, and the registers of lists.

A person's records in a connection are found by person or by address; the connection's policy says which of them are
touched: all that match, the oldest or the newest.
"""

from collections.abc import Iterator
from typing import Any

from sqlglot import exp

from engine.journey.contract import Place
from engine.journey.ground import Ground
from engine.journey.registers import Entity, Register, membership
from engine.journey.world import Row, missing
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import number, query, text, tree


def in_workspace(place: Place[Any], table: str, reference: str, workspace: str, field_name: str) -> Row:
    """A Marketo object of a workspace, or of a connection, by key or name.

    Errors: missing-setting, unknown-reference (V08).
    """
    references = place.world.references
    spaces = {str(row["workspace_id"]) for row in workspaces(place, workspace)}
    key = f"{table.removeprefix('mkto_')}_id"
    for row in references.rows(table):
        named = reference and reference.casefold() in {str(row[key]).casefold(), str(row.get("name")).casefold()}
        if named and (not spaces or str(row.get("workspace_id")) in spaces):
            return row
    raise EngineError(missing(table, reference, field_name, references))


def workspaces(place: Place[Any], reference: str) -> list[Row]:
    """The workspaces that a workspace or connection of that key or name stands for; all when none is chosen.

    Errors: unknown-reference (V08).
    """
    references = place.world.references
    if not reference:
        return list(references.rows("mkto_workspace"))
    found = references.find("mkto_workspace", reference)
    if found is not None:
        return [found]
    connection = references.get("mkto_connection", reference, "workspace")
    return list(references.rows("mkto_workspace", connection_id=connection["connection_id"]))


def connection_of(place: Place[Any], row: Row) -> str:
    """The connection that an object of a workspace belongs to."""
    workspace = place.world.references.find("mkto_workspace", str(row.get("workspace_id") or ""))
    return str(workspace.get("connection_id") or "") if workspace is not None else ""


def check_marketo(place: Place[Any], table: str, reference: str, workspace: str, field_name: str) -> Iterator[Problem]:
    """What is wrong with the choice of a workspace, or connection, and of one of its objects (V08, V23)."""
    try:
        row = in_workspace(place, table, reference, workspace, field_name)
    except EngineError as error:
        yield error.problem
        return
    connection = place.world.references.find("mkto_connection", connection_of(place, row))
    if connection is not None and connection.get("update_policy") not in {"all", "oldest", "newest"}:
        yield Problem(
            code="no-update-policy",
            what=say("The connection {name} has no update policy.", name=quoted(connection.get("name"))),
            fix="Choose which matching records are updated.",
            field="workspace",
            check="V23",
        )


def picked_records(place: Place[Any], ground: Ground, connection: str) -> exp.Select:
    """The records that are touched. Shape: one row per person and record, `person` and `record_id`."""
    found = place.world.references.find("mkto_connection", connection) if connection else None
    policy = str(found.get("update_policy") or "all") if found is not None else "all"
    picked = tree(
        "SELECT p.person, r.record_id, r.created_at FROM records AS r JOIN people AS p ON p.person_id = r.person_id"
        " WHERE ($connection = '' OR r.connection_id = $connection)"
        " UNION ALL SELECT p.person, r.record_id, r.created_at FROM records AS r JOIN people AS p"
        " ON LOWER(TRIM(p.email)) = LOWER(TRIM(r.email)) WHERE r.person_id IS NULL"
        " AND ($connection = '' OR r.connection_id = $connection)",
        records=ground.source("mkto_record"),
        people=ground.entity(Entity.PERSON, ("email",)),
        connection=text(connection),
    )
    if policy == "all":
        return query("SELECT q.person, q.record_id FROM picked AS q", picked=picked)
    direction = "ASC" if policy == "oldest" else "DESC"
    orders = {
        "ASC": "ORDER BY q.created_at ASC NULLS LAST, q.record_id",
        "DESC": "ORDER BY q.created_at DESC NULLS LAST, q.record_id",
    }
    return query(
        "SELECT q.person, q.record_id FROM picked AS q"
        f" QUALIFY ROW_NUMBER() OVER (PARTITION BY q.person {orders[direction]}) = 1",
        picked=picked,
    )


def has_record(place: Place[Any], ground: Ground, connection: str) -> Register:
    """Whether a person has a record in a connection."""
    picked = picked_records(place, ground, connection)
    before = query("SELECT DISTINCT r.person, TRUE AS value FROM picked AS r", picked=picked)
    return membership(f"marketo-record:{connection}", Entity.PERSON, before)


def marketo_list(place: Place[Any], ground: Ground, list_id: str, connection: str) -> Register:
    """Whether all records of a person that are touched are members of a list."""
    members = query(
        "SELECT DISTINCT m.record_id FROM members AS m WHERE m.list_id = $list"
        " AND (m.added_at IS NULL OR EPOCH_US(m.added_at) <= $start)"
        " AND (m.removed_at IS NULL OR EPOCH_US(m.removed_at) > $start)",
        members=ground.source("mkto_list_member"),
        list=text(list_id),
        start=number(ground.start),
    )
    before = query(
        "SELECT r.person, TRUE AS value FROM picked AS r LEFT JOIN members AS m ON m.record_id = r.record_id"
        " GROUP BY r.person HAVING BOOL_AND(NOT m.record_id IS NULL)",
        picked=picked_records(place, ground, connection),
        members=members,
    )
    return membership(f"marketo-list:{list_id}", Entity.PERSON, before)


def sees_partition(place: Place[Any], partition: exp.Expr, workspace: str) -> exp.Expr:
    """Whether a workspace sees the people of a partition; people of none are in the default one."""
    seen = {
        str(row["partition_id"])
        for row in place.world.references.rows("mkto_workspace_partition", workspace_id=workspace)
    }
    if not seen:
        return exp.true()
    known = exp.Coalesce(this=partition.copy(), expressions=[text("default")])
    return exp.In(this=known, expressions=[text(one) for one in sorted(seen)])
