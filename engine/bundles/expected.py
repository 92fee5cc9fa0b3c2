"""The counts that the author of a bundle saw, with all that they depended on: instant, schemas, data, meaning.

Digests of data are portable: they depend on the rows alone, not on their order, the machine or physical names.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from pydantic import BaseModel, ConfigDict, Field
from sqlglot import exp

from engine.bundles.manifest import Hash
from engine.bundles.objects import Objects
from engine.bundles.parts import split_document, value_of
from engine.catalog.model import Catalog
from engine.contract import population_columns
from engine.database import Cursor, Store, stored
from engine.document.model import Document
from engine.fingerprints import SEMANTICS
from engine.relations import IDENTITY, Column
from engine.runner.results import RunResult
from engine.types import STRING
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience


class Noted(BaseModel):
    """A part of the noted counts; a newer version may have noted more."""

    model_config = ConfigDict(frozen=True, extra="allow")


class ExpectedTransition(Noted):
    """The count of one transition: rows, and distinct targets; of a journey's, the people too."""

    id: str
    source: str
    unit: str = ""
    rows: int = Field(ge=0)
    targets: int = Field(ge=0)
    people: int | None = Field(default=None, ge=0)


class ExpectedNode(Noted):
    """What became of the rows that a node answered for."""

    id: str
    entered: int = Field(ge=0)
    left: int = Field(ge=0)
    waiting: int = Field(default=0, ge=0)
    dropped: dict[str, int] = Field(default_factory=dict[str, int])
    outcomes: dict[str, int] = Field(default_factory=dict[str, int])


class ExpectedData(Noted):
    """The rows of a table, or the members of an audience, as they were."""

    name: str
    rows: int = Field(ge=0)
    digest: Hash


class Expected(Noted):
    """The counts of one document. `content` is the digest of its logic, `schemas` of all schemas that it uses."""

    document: str
    content: Hash
    as_of: str
    semantics: int
    schemas: Hash
    objects: Hash | None = None
    """The digest of the objects that a journey refers to."""
    tables: tuple[ExpectedData, ...] = ()
    audiences: tuple[ExpectedData, ...] = ()
    invented: bool = False
    """Whether these tables and audiences hold people who do not exist, and the counts are those of the real ones."""
    nodes: tuple[ExpectedNode, ...] = ()
    transitions: tuple[ExpectedTransition, ...] = ()


def note_counts(
    document: Document, result: RunResult, own: tuple[Catalog, Sequence[Objects]], data: "NotedData", as_of: str
) -> Expected:
    """The counts of a run at an instant, to be sent along. `own` is what the document refers to."""
    return Expected(
        document=document.id,
        content=content_digest(document),
        as_of=as_of,
        semantics=SEMANTICS,
        schemas=schema_digest(own[0]),
        objects=objects_digest(own[1]),
        tables=data.tables,
        audiences=data.audiences,
        nodes=tuple(
            ExpectedNode(
                id=one.id,
                entered=one.entered,
                left=one.left,
                waiting=one.waiting,
                dropped=dict(one.dropped),
                outcomes=dict(one.outcomes),
            )
            for one in result.nodes
        ),
        transitions=tuple(
            ExpectedTransition(
                id=one.id, source=one.source, unit=one.unit or "", rows=one.rows, targets=one.targets, people=one.people
            )
            for one in result.transitions
            if one.rows is not None and one.targets is not None
        ),
    )


class NotedData(Noted):
    """The data that a document's counts were made from."""

    tables: tuple[ExpectedData, ...] = ()
    audiences: tuple[ExpectedData, ...] = ()


def content_digest(document: Document) -> str:
    """A digest of a document's logic: how it is drawn changes nothing."""
    return hashlib.sha256(split_document(document)[0]).hexdigest()


def schema_digest(catalog: Catalog) -> str:
    """A digest of names, types, keys and links; labels and descriptions change nothing."""
    tables = [
        [one.name, [[column.name, str(column.type), column.instant] for column in one.attributes], list(one.key)]
        for one in sorted(catalog.tables, key=lambda one: one.name)
    ]
    others = [
        [value_of(one) for one in sorted(group, key=lambda one: json.dumps(value_of(one)))]
        for group in (catalog.links, catalog.dimensions, catalog.filters)
    ]
    return hashlib.sha256(json.dumps([tables, others]).encode()).hexdigest()


def objects_digest(objects: Sequence[Objects]) -> str | None:
    """A digest of what journeys refer to; None for nothing."""
    if not objects:
        return None
    listed = [[one.table, [dict(row) for row in one.rows]] for one in objects]
    return hashlib.sha256(json.dumps(listed, sort_keys=True).encode()).hexdigest()


def data_digests(workspace: Workspace, tables: Iterable[str], audiences: Iterable[str]) -> NotedData:
    """Digests of stored tables by name, and of saved audiences by id; those without data are left out."""
    current = workspace.datasets.snapshot()
    catalog = workspace.catalog().table_by_name
    members = {one.id: one for one in workspace.audiences.list()}
    wanted_tables = {
        name: (current[name].physical, [column.name for column in catalog[name].attributes])
        for name in sorted(tables)
        if name in current and name in catalog
    }
    wanted_audiences = {
        name: (members[name].physical, [one.name for one in member_columns(workspace.catalog(), members[name])])
        for name in sorted(audiences)
        if name in members
    }

    def noted(cursor: Cursor, name: str, physical: str, columns: Sequence[str]) -> ExpectedData:
        rows, digest = workspace.digests.get(physical, tuple(columns), partial(_digest, cursor, physical, columns))
        return ExpectedData(name=name, rows=rows, digest=digest)

    def read(cursor: Cursor) -> NotedData:
        return NotedData(
            tables=tuple(noted(cursor, name, *where) for name, where in wanted_tables.items()),
            audiences=tuple(noted(cursor, name, *where) for name, where in wanted_audiences.items()),
        )

    return workspace.database.reader.run(read)


def member_columns(catalog: Catalog, audience: SavedAudience) -> tuple[Column, ...]:
    """The columns that members are stored with: their identity, the key of their record, their attributes."""
    table = catalog.table_by_name[catalog.dimension_by_name[audience.dimension].table]
    return (Column(IDENTITY, STRING), *population_columns(table), *audience.columns)


def _digest(cursor: Cursor, physical: str, columns: Iterable[str]) -> tuple[int, str]:
    rows, total = cursor.fetch(digest_query(stored(Store.DATA, physical), columns))[0]
    names = json.dumps(sorted(columns))
    return rows, hashlib.sha256(f"{names}\n{rows}\n{total or 0}".encode()).hexdigest()


def digest_query(table: exp.Table, columns: Iterable[str]) -> exp.Select:
    """Shape: one row: how many rows the table has, and the sum of a number made from each of them.

    A sum does not depend on the order, and counts a row that stands twice twice.
    """
    texts = [
        exp.cast(exp.column(name, quoted=True), exp.DType.VARCHAR, copy=False) for name in sorted(columns)
    ]  # fmt: skip
    row = exp.cast(exp.Anonymous(this="to_json", expressions=[exp.Array(expressions=texts)]), exp.DType.VARCHAR)
    number = exp.cast(exp.Anonymous(this="md5_number_lower", expressions=[row]), exp.DType.INT128)
    return exp.select(exp.Count(this=exp.Star()), exp.Sum(this=number)).from_(table)


def as_mapping(data: Iterable[ExpectedData]) -> Mapping[str, ExpectedData]:
    """By name."""
    return {one.name: one for one in data}
