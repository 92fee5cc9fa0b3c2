"""Imports a bundle as its report decided: data first, under names that nobody sees, then one commit shows everything.

A crash leaves the workspace as it was or as it was to be; one undo takes the whole import back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from pydantic import JsonValue
from sqlglot import exp

from engine.account_data.rows import load_rows
from engine.bundles.archive import broken
from engine.bundles.expected import content_digest, member_columns
from engine.bundles.findings import Do, Report
from engine.bundles.object_findings import merged_rows, renamed_objects
from engine.bundles.objects import renamed
from engine.bundles.parts import SchemaObject, kind_of, name_of, schema_objects, value_of
from engine.bundles.reading import Bundle, unpacked
from engine.bundles.renaming import renamed_catalog, renamed_document
from engine.catalog.model import Table
from engine.database import Cursor, Store
from engine.document.drafts import changed
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.ingest.load import LoadMode, LoadOptions, load_staged
from engine.ingest.staging import stage
from engine.layouts import FileFormat, FileLayout
from engine.problems import EngineError, Problem
from engine.relations import Column
from engine.runner.snapshots import Shape, refuse_breaking
from engine.texts import quoted, say
from engine.workspace import LoadRecord, Workspace
from engine.workspace.audiences import SavedAudience
from engine.workspace.imports import UndoStep

_PARQUET = FileLayout(format=FileFormat.PARQUET, null_tokens=())
"""A text that is empty stays one: what travelled is what arrives."""
_ALL_ROWS = LoadOptions(mode=LoadMode.REPLACE, partial=False, most_rejects=0)


@dataclass(frozen=True, slots=True)
class Imported:
    """An import that is done: its id, and the documents as they are called here."""

    id: str
    documents: Mapping[str, str]
    """Id in the bundle to id in the workspace."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows that are written and that nobody sees yet."""

    of: str
    physical: str
    rows: int


def import_bundle(workspace: Workspace, bundle: Bundle, report: Report) -> Imported:
    """Do what the report says.

    Errors: wrong-bundle, wrong-catalogue, audience-in-use, and those of loading; nothing was changed then.
    """
    return workspace.database.writer.run(partial(_import, workspace, bundle, report))


def _import(workspace: Workspace, bundle: Bundle, report: Report, cursor: Cursor) -> Imported:
    tables = {one.name: one for one in bundle.catalog.tables}
    written: list[_Rows] = []
    members: list[_Rows] = []
    try:
        written += (_load_table(cursor, workspace, bundle, tables[name]) for name in _chosen_rows(report))
        written += _write_objects(cursor, workspace, bundle, report)
        members += (_load_members(cursor, workspace, bundle, one) for one in _chosen_members(bundle, report))
        with workspace.together():
            steps: list[UndoStep] = []
            steps += _add_schemas(workspace, bundle, report)
            steps += _show_rows(workspace, bundle, written)
            names = _names(workspace, bundle, report)
            renames = renamed_objects(bundle, workspace, report)
            wished = _wished_documents(workspace, bundle, report, names, renames)
            steps += _save_documents(workspace, wished.values())
            _refuse_breaking(workspace, bundle, report)
            steps += _show_audiences(workspace, bundle, report, {one.of: one for one in members})
            same = {one.id: one for one in bundle.documents if report.choice("document", one.id) is Do.NOTHING}
            instants = _instants(bundle, same | wished)
            made = workspace.imports.add(bundle.manifest.title, steps, instants, _choices(report))
    except BaseException:
        for one in (*written, *members):
            cursor.drop(Store.DATA, one.physical)
        raise
    return Imported(made, names)


def _chosen_rows(report: Report) -> Iterator[str]:
    replaced = {one.name for one in report.of("table") if one.chosen is Do.REPLACE}
    for finding in report.of("rows"):
        if finding.chosen in {Do.CREATE, Do.REPLACE} or finding.name in replaced:
            yield finding.name


def _chosen_members(bundle: Bundle, report: Report) -> Iterator[SavedAudience]:
    for part in bundle.audiences:
        if report.choice("audience", part.id) in {Do.CREATE, Do.REPLACE, Do.BESIDE}:
            yield part


def _load_table(cursor: Cursor, workspace: Workspace, bundle: Bundle, table: Table) -> _Rows:
    part = bundle.data_of("tables")[table.name]
    physical = workspace.datasets.begin(table.name)
    with unpacked(bundle, part) as path:
        staged = stage(cursor, path, _PARQUET)
        try:
            outcome = load_staged(cursor, staged, table, _PARQUET, physical, None, _ALL_ROWS)
        finally:
            cursor.drop(Store.WORK, staged.name)
    return _Rows(table.name, physical, outcome.rows)


def _write_objects(cursor: Cursor, workspace: Workspace, bundle: Bundle, report: Report) -> Iterator[_Rows]:
    here, brought = workspace.catalog().table_by_name, bundle.catalog.table_by_name
    replaced = {one.name for one in report.of("table") if one.chosen in {Do.CREATE, Do.REPLACE}}
    schemas = {**here, **{name: brought[name] for name in replaced if name in brought}}
    for table, rows in merged_rows(bundle, workspace, report, schemas):
        physical = workspace.datasets.begin(table.name)
        load_rows(physical, table, rows, cursor)
        yield _Rows(table.name, physical, len(rows))


def _load_members(cursor: Cursor, workspace: Workspace, bundle: Bundle, audience: SavedAudience) -> _Rows:
    physical = workspace.audiences.begin()
    columns = member_columns(bundle.catalog, audience)
    part = bundle.data_of("audiences").get(audience.id)
    if part is None:
        return _Rows(audience.id, physical, cursor.create(Store.DATA, physical, _nobody(columns)))
    with unpacked(bundle, part) as path:
        staged = stage(cursor, path, _PARQUET)
        try:
            missing = [one.name for one in columns if one.name not in staged.header]
            if missing:
                raise broken(
                    say(
                        "The members of the audience {audience} have no column {missing}.",
                        audience=quoted(audience.label),
                        missing=quoted(missing[0]),
                    )
                )
            places = [exp.column(f"f{staged.header.index(one.name)}", quoted=True) for one in columns]
            terms = [_typed(place, one) for place, one in zip(places, columns, strict=True)]
            rows = cursor.create(Store.DATA, physical, exp.select(*terms).from_(staged.table))
        finally:
            cursor.drop(Store.WORK, staged.name)
    return _Rows(audience.id, physical, rows)


def _nobody(columns: Iterable[Column]) -> exp.Select:
    """Shape: no row, the columns of the members."""
    return exp.select(*(_typed(exp.null(), one) for one in columns)).where(exp.false())


def _typed(term: exp.Expr, column: Column) -> exp.Expr:
    return exp.alias_(exp.Cast(this=term, to=column.type.to_sql()), column.name, quoted=True)


def _add_schemas(workspace: Workspace, bundle: Bundle, report: Report) -> list[UndoStep]:
    here = {(kind, name): one for kind, name, one in schema_objects(workspace.catalog())}
    wanted: list[SchemaObject] = []
    steps: list[UndoStep] = []
    for kind, name, one in schema_objects(renamed_catalog(bundle.catalog, report.renames)):
        if report.choice(kind.removesuffix("s"), name) not in {Do.CREATE, Do.REPLACE}:
            continue
        before = here.get((kind, name))
        wanted.append(one)
        steps.append(
            {"do": "schema", "kind": kind, "now": value_of(one), "before": None if before is None else value_of(before)}
        )
    if wanted:
        workspace.schemas.add(*wanted)
    return steps


def _show_rows(workspace: Workspace, bundle: Bundle, written: list[_Rows]) -> list[UndoStep]:
    steps: list[UndoStep] = []
    for one in written:
        file = f"{bundle.manifest.title} (bundle)"
        record = LoadRecord(table=one.of, file=file, counts={"read": one.rows, "loaded": one.rows})
        workspace.datasets.commit(record, one.physical, one.rows)
        steps.append({"do": "load", "load": record.id})
    return steps


def _refuse_breaking(workspace: Workspace, bundle: Bundle, report: Report) -> None:
    """Errors: audience-in-use (V18), when documents as they are now read what the members of the bundle lack."""
    here = {one.id: one for one in workspace.audiences.list()}
    for part in bundle.audiences:
        if report.choice("audience", part.id) is Do.REPLACE:
            before = here[part.id]
            shape = Shape(before.dimension, before.identity, before.namespace, part.columns)
            refuse_breaking(workspace, before, shape)


def _show_audiences(
    workspace: Workspace, bundle: Bundle, report: Report, members: Mapping[str, _Rows]
) -> list[UndoStep]:
    labels = {one.label for one in workspace.audiences.list()}
    steps: list[UndoStep] = []
    for part in bundle.audiences:
        rows = members.get(part.id)
        if rows is None:
            continue
        beside = report.choice("audience", part.id) is Do.BESIDE
        label = _free(part.label, labels) if beside else part.label
        dimension = report.renames.dimensions.get(part.dimension, part.dimension)
        workspace.audiences.bring(
            replace(part, label=label, dimension=dimension, physical=rows.physical, rows=rows.rows)
        )
        steps.append({"do": "audience", "audience": part.id, "physical": rows.physical})
    return steps


def _free(name: str, taken: set[str], between: str = " ") -> str:
    """The name, or if it is taken the name with the next free number."""
    number, found = 2, name
    while found in taken:
        found, number = f"{name}{between}{number}", number + 1
    return found


def _names(workspace: Workspace, bundle: Bundle, report: Report) -> dict[str, str]:
    """Id in the bundle to id in the workspace, of the documents that are imported."""
    taken = {one.id for one in workspace.documents.list()} | {one.id for one in bundle.documents}
    names: dict[str, str] = {}
    for document in bundle.documents:
        choice = report.choice("document", document.id)
        if choice is not Do.SKIP:
            names[document.id] = _free(document.id, taken, "-") if choice is Do.BESIDE else document.id
            taken.add(names[document.id])
    return names


def _wished_documents(
    workspace: Workspace, bundle: Bundle, report: Report, names: Mapping[str, str], renames: Mapping[str, str]
) -> dict[str, Document]:
    """The documents as they are to be saved here, by their id in the bundle."""
    titles = {one.name for one in workspace.documents.list()}
    found: dict[str, Document] = {}
    for document in bundle.documents:
        choice = report.choice("document", document.id)
        if choice in {Do.SKIP, Do.NOTHING}:
            continue
        here_named = renamed_document(with_renamed(document, renames), bundle.catalog, report.renames)
        wished = _as_wished(workspace, here_named, names, choice)
        if choice is Do.BESIDE:
            # Two of one name could not be told apart in any list.
            wished = changed(wished, name=_free(wished.name, titles))
            titles.add(wished.name)
        found[document.id] = wished
    return found


def _save_documents(workspace: Workspace, wished: Iterable[Document]) -> list[UndoStep]:
    known = {one.id: one for one in workspace.documents.list()}
    steps: list[UndoStep] = []
    for one in wished:
        here = known.get(one.id)
        version = workspace.documents.save(one.id, to_text(one), name=one.name, kind=one.kind.value)
        before: JsonValue = None if here is None else here.version
        steps.append({"do": "document", "document": one.id, "version": version, "before": before})
    return steps


def with_renamed(document: Document, names: Mapping[str, str]) -> Document:
    """A document whose settings name objects as they are called here."""
    if not names:
        return document
    nodes = tuple(changed(node, settings=renamed(node.settings, names)) for node in document.nodes)
    found: Document = changed(document, nodes=nodes, journey=renamed(document.journey, names))
    return found


def _as_wished(workspace: Workspace, document: Document, names: Mapping[str, str], choice: Do) -> Document:
    wished = document
    if choice is Do.BESIDE:
        wished = changed(document, id=names[document.id])
    elif choice is Do.UPDATE:
        here = from_text(workspace.documents.load(document.id))
        places = {name: here.layout.get(name, at) for name, at in document.layout.items()}
        wished = changed(document, name=here.name, layout=places)
    return wished


def _instants(bundle: Bundle, wished: Mapping[str, Document]) -> dict[str, tuple[str, str]]:
    return {
        wished[name].id: (content_digest(wished[name]), expected.as_of)
        for name, expected in bundle.expected.items()
        if name in wished
    }


def _choices(report: Report) -> dict[str, str]:
    """The decisions worth remembering: those where there was something to decide."""
    return {one.key: one.decision for one in report.findings if len(one.choices) > 1}


def undo_import(workspace: Workspace, name: str) -> None:
    """Take an import back, all of it or nothing.

    Errors: unknown-import, nothing-to-undo, not-the-latest-load, changed-since (somebody went on with what it brought).
    """
    entry = workspace.imports.find(name)
    if entry.undone:
        what = "This import was taken back already."
        raise EngineError(Problem(code="nothing-to-undo", what=what, fix="Choose another one."))
    workspace.database.writer.run(lambda _cursor: _undo(workspace, entry.id, entry.steps))


def _undo(workspace: Workspace, name: str, steps: tuple[UndoStep, ...]) -> None:
    with workspace.together():
        for step in reversed(steps):
            _undo_step(workspace, step)
        workspace.imports.mark_undone(name)


def _undo_step(workspace: Workspace, step: UndoStep) -> None:
    match step["do"]:
        case "document":
            _undo_document(workspace, step)
        case "load":
            workspace.datasets.undo(str(step["load"]))
        case "audience":
            workspace.audiences.take_back(str(step["audience"]), str(step["physical"]))
            physical = str(step["physical"])
            workspace.afterwards(lambda: workspace.database.drop(Store.DATA, [physical]))
        case _:
            _undo_schema(workspace, step)


def _undo_document(workspace: Workspace, step: UndoStep) -> None:
    name, version, before = str(step["document"]), step["version"], step["before"]
    here = next((one for one in workspace.documents.list() if one.id == name), None)
    if here is None:
        return
    if here.version != version:
        raise EngineError(
            Problem(
                code="changed-since",
                what=say("{here} was saved again since it was imported.", here=quoted(here.name or name)),
                fix="Go back to the version before in its list of versions, or delete it.",
            )
        )
    if isinstance(before, int):
        old = from_text(workspace.documents.load(name, before))
        workspace.documents.save(name, to_text(old), name=old.name, kind=old.kind.value)
    else:
        workspace.documents.delete(name)


def _undo_schema(workspace: Workspace, step: UndoStep) -> None:
    kind = kind_of(f"schemas/{step['kind']}/x.json")
    if kind is None:
        return
    if step["before"] is not None:
        workspace.schemas.add(kind.model_validate(step["before"]))
        return
    brought = kind.model_validate(step["now"])
    known = {name_of(one) for group, _, one in schema_objects(workspace.catalog()) if group == step["kind"]}
    if name_of(brought) in known:
        workspace.schemas.remove(brought)
