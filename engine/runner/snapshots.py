"""A new snapshot of an audience beside the one before: who came, stayed and left, and what it would break."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp

from engine.checking import check
from engine.contract import AudienceShape, World
from engine.database import Cursor, Store, stored
from engine.document.model import Document, Kind
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, Column, column
from engine.runner.lineage import contents_of, naming
from engine.runner.service import world_of
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience
from engine.workspace.statuses import Status


@dataclass(frozen=True, slots=True)
class Shape:
    """What others rely on of an audience: whose members they are, how they are told apart, what is kept of them."""

    dimension: str
    identity: str
    namespace: str
    columns: Sequence[Column] = ()


def changes_of(cursor: Cursor, before: SavedAudience | None, physical: str, rows: int) -> dict[str, int]:
    """How many came, stayed and left, compared with the members before."""
    if before is None:
        return {"realized": rows, "existing": 0, "exiting": 0}
    there = exp.select("1").from_(exp.alias_(stored(Store.DATA, before.physical), "o", table=True))
    there = there.where(column("o", IDENTITY).eq(column("n", IDENTITY)))
    here = exp.alias_(stored(Store.DATA, physical), "n", table=True)
    among = exp.select(exp.Count(this=exp.Star())).from_(here).where(exp.Exists(this=there))
    stayed = int(cursor.value(among))
    return {"realized": rows - stayed, "existing": stayed, "exiting": before.rows - stayed}


def refuse_breaking(workspace: Workspace, before: SavedAudience, after: Shape) -> None:
    """Errors: audience-in-use (V18), when documents that read the audience would no longer be right.

    Only its writer may count on it as it will be. What is archived, or cannot be read, is left alone.
    """
    kept = {(one.name, one.type) for one in after.columns}
    same_people = (before.dimension, before.identity, before.namespace) == (
        after.dimension, after.identity, after.namespace,
    )  # fmt: skip
    if same_people and {(one.name, one.type) for one in before.columns} <= kept:
        return
    broken = [
        name
        for name, documents in _readers(workspace, before)
        if any(_breaks(workspace, document, before, after) for document in documents)
    ]
    if not broken:
        return
    names = ", ".join(broken)
    what = (
        say("{before} would lose attributes that other campaigns read: {broken}.",
            before=quoted(before.label), broken=names)
        if same_people
        else say("The members of {before} would be of another kind than these rely on: {broken}.",
                 before=quoted(before.label), broken=names)
    )  # fmt: skip
    raise EngineError(
        Problem(
            code="audience-in-use",
            what=what,
            fix="Keep these attributes, or change those campaigns first."
            if same_people
            else "Choose another label, or change those documents first.",
            field="attributes",
            check="V18",
            values={"campaigns": names},
        )
    )


def _readers(workspace: Workspace, audience: SavedAudience) -> Iterator[tuple[str, list[Document]]]:
    """Name to documents in use that read an audience, as saved and as drafts, but for the one that writes it."""
    entries = {one.id: one for one in workspace.documents.list()}
    for name, contents in contents_of(workspace).items():
        entry = entries.get(name)
        if name == audience.document or (entry is not None and entry.status == Status.ARCHIVED):
            continue
        found = [document for document in (naming(content, audience) for content in contents) if document is not None]
        if found:
            yield ("" if entry is None else entry.name) or found[0].name or name, found


def _breaks(workspace: Workspace, document: Document, before: SavedAudience, after: Shape) -> bool:
    """Whether a document has errors with a changed audience that it has not as it is."""
    if document.kind is Kind.JOURNEY:
        # A journey reads who its members are, and none of their attributes.
        return (before.dimension, before.identity) != (after.dimension, after.identity)
    try:
        world = world_of(workspace, document)
    except EngineError:
        return False
    known = world.audiences.get(before.id)
    return known is not None and not _errors(document, _with(world, known, after)) <= _errors(document, world)


def _with(world: World, audience: AudienceShape, after: Shape) -> World:
    changed = dataclasses.replace(
        audience, dimension=after.dimension, identity=after.identity, namespace=after.namespace,
        columns=tuple(after.columns),
    )  # fmt: skip
    return dataclasses.replace(world, audiences={**world.audiences, audience.id: changed})


def _errors(document: Document, world: World) -> set[tuple[str | None, str]]:
    return {(one.node, str(one)) for one in check(document, world).problems if one.is_error}
