"""The dry run of an import: everything that a bundle and a workspace differ in, all at once, before a byte is written.

Every finding says what was found, what can be done about it and what each choice does. Nothing here writes.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from engine.bundles.expected import content_digest, data_digests
from engine.bundles.findings import Do, Finding, Report, State
from engine.bundles.mapping import closest, find_mapping
from engine.bundles.object_findings import object_findings
from engine.bundles.parts import SchemaObject, schema_objects, value_of
from engine.bundles.reading import Bundle
from engine.bundles.renaming import Renames, renamed_catalog
from engine.catalog.model import Catalog, Table
from engine.document.files import from_text, to_text
from engine.document.model import Document, Kind
from engine.journey.registry import all_nodes
from engine.problems import EngineError, Problem
from engine.registry import all_activities
from engine.texts import declared, quoted, say, sentences
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience

MOST_MATCHES = 3
_OTHER_MEMBERS = say("Those of the bundle are of another dimension, or told apart by another attribute.")


def make_report(bundle: Bundle, workspace: Workspace, choices: Mapping[str, str] | None = None) -> Report:
    """Compare a bundle with a workspace. Without `choices`, those made before about the same things are offered.

    Errors: wrong-bundle, wrong-choice.
    """
    wished = workspace.imports.choices() if choices is None else choices
    renames, mapped = find_mapping(bundle, workspace, wished)
    found = [
        *_documents(bundle, workspace),
        *_tables_meant(bundle.catalog, workspace.catalog(), renames),
        *mapped,
        *_schemas(bundle, renamed_catalog(bundle.catalog, renames), workspace.catalog()),
        *object_findings(bundle, workspace),
        *_audiences(bundle, workspace, renames),
        *(one for one in _rows(bundle, workspace) if one.name not in renames.tables),
        *_node_types(bundle.documents),
    ]
    decided = [_decided(one, wished, strict=choices is not None) for one in found]
    order = {State.CLASH: 0, State.UNKNOWN: 1, State.DIFFERENT: 2, State.NEW: 3, State.SAME: 4}
    return Report(bundle.manifest.title, tuple(sorted(decided, key=lambda one: order[one.state])), renames)


def _decided(finding: Finding, wished: Mapping[str, str], *, strict: bool) -> Finding:
    wish, _, target = wished.get(finding.key, "").partition(":")
    if not wish or (wish in finding.choices and bool(target) == (wish == Do.MAP) and _fits(finding, target)):
        return replace(finding, chosen=Do(wish), target=target) if wish else finding
    if not strict:
        return finding
    raise EngineError(
        Problem(
            code="wrong-choice",
            what=say("{wished} is no choice for {key}.", wished=quoted(wished[finding.key]), key=quoted(finding.key)),
            fix=say("Choose one of {names}.", names=", ".join(_written(finding))),
        )
    )


def _fits(finding: Finding, target: str) -> bool:
    return not target or target in finding.targets


def _written(finding: Finding) -> Iterator[str]:
    for choice in finding.choices:
        if choice is Do.MAP:
            yield from (f"{choice.value}:{target}" for target in finding.targets[:MOST_MATCHES])
        else:
            yield choice.value


def _tables_meant(there: Catalog, here: Catalog, renames: Renames) -> Iterator[Finding]:
    """The tables that another one here is meant by."""
    for name, target in renames.tables.items():
        what = say("The table {name} does not exist here; {target} is meant.", name=quoted(name), target=quoted(target))
        targets = closest(name, here.table_by_name)
        yield Finding(
            "table", name, State.NEW, what, (Do.CREATE, Do.MAP, Do.SKIP), Do.CREATE,
            tuple(_differences(here.table_by_name[target], there.table_by_name[name])), targets[:MOST_MATCHES], targets,
        )  # fmt: skip


def _documents(bundle: Bundle, workspace: Workspace) -> Iterator[Finding]:
    known = {one.id: one for one in workspace.documents.list()}
    for document in bundle.documents:
        title = document.name or document.id
        if document.id not in known:
            yield Finding(
                "document",
                document.id,
                State.NEW,
                say("{title} is new here.", title=quoted(title)),
                (Do.CREATE, Do.SKIP),
                Do.CREATE,
            )
            continue
        here = from_text(workspace.documents.load(document.id))
        # Compared as they are written: for Python 1, 1.0 and true are equal, and for a reader they are not.
        if to_text(here) == to_text(document):
            yield Finding(
                "document", document.id, State.SAME, say("{title} is here already, and the same.", title=quoted(title))
            )
            continue
        same = content_digest(here) == content_digest(document)
        what = say(
            "{title} is here already, drawn differently." if same else "{title} is here already, with other logic.",
            title=quoted(title),
        )
        choices = (Do.BESIDE, Do.UPDATE, Do.REPLACE, Do.SKIP)
        yield Finding("document", document.id, State.CLASH, what, choices, Do.BESIDE)


def _schemas(bundle: Bundle, brought: Catalog, catalog: Catalog) -> Iterator[Finding]:
    here = {(kind, name): one for kind, name, one in schema_objects(catalog)}
    names: dict[str, list[str]] = {}
    for kind, name in here:
        names.setdefault(kind, []).append(name)
    for kind, name, one in schema_objects(brought):
        known, noun = here.get((kind, name)), kind.removesuffix("s")
        if known is None:
            what = say("The {noun} {name} does not exist here.", noun=declared(noun), name=quoted(name))
            targets = closest(name, names.get(kind, ()))
            if kind == "tables" and targets:
                yield Finding(
                    noun, name, State.NEW, what, (Do.CREATE, Do.MAP, Do.SKIP), Do.CREATE, (), targets[:MOST_MATCHES],
                    targets,
                )  # fmt: skip
                continue
            matches = tuple(difflib.get_close_matches(name, names.get(kind, ()), MOST_MATCHES))
            yield Finding(noun, name, State.NEW, what, (Do.CREATE, Do.SKIP), Do.CREATE, (), matches)
        elif _meaning(known) == _meaning(one):
            yield Finding(
                noun,
                name,
                State.SAME,
                say("The {noun} {name} is the same here.", noun=declared(noun), name=quoted(name)),
            )
        else:
            details = tuple(_differences(known, one))
            what = say("The {noun} {name} is different here.", noun=declared(noun), name=quoted(name))
            # Rows are only replaced with their schema when the bundle brings rows.
            replace = not isinstance(one, Table) or name in bundle.data_of("tables")
            may = (Do.KEEP, Do.REPLACE) if replace else (Do.KEEP,)
            yield Finding(noun, name, State.DIFFERENT, what, may, Do.KEEP, details)


def _meaning(one: SchemaObject) -> object:
    """What counts depend on: neither labels nor descriptions."""
    if not isinstance(one, Table):
        return one.model_copy(update={"label": ""})
    return [(column.name, column.type, column.instant) for column in sorted(one.attributes, key=name_key)], one.key


def name_key(one: object) -> str:
    """For sorting what has a name."""
    return str(getattr(one, "name", ""))


def _differences(here: SchemaObject, there: SchemaObject) -> Iterator[str]:
    if not isinstance(here, Table) or not isinstance(there, Table):
        yield say(
            "Here it is {here}, in the bundle {other}.",
            here=value_of(here),
            other=value_of(there),
        )
        return
    for column in there.attributes:
        known = here.by_name.get(column.name)
        if known is None:
            close = difflib.get_close_matches(column.name, here.by_name, MOST_MATCHES)
            lacks = say("The column {column} ({type}) is missing here.", column=quoted(column.name), type=column.type)
            yield sentences(lacks, say("Close to it: {names}.", names=", ".join(close)) if close else "")
        elif known.type != column.type:
            yield say(
                "The column {column} is {known} here and {type} in the bundle.",
                column=quoted(column.name),
                known=known.type,
                type=column.type,
            )
    if here.key != there.key:
        yield say(
            "The key is {key} here and {other} in the bundle.",
            key=", ".join(here.key) or say("none"),
            other=", ".join(there.key) or say("none"),
        )


def _audiences(bundle: Bundle, workspace: Workspace, renames: Renames) -> Iterator[Finding]:
    by_id = {one.id: one for one in workspace.audiences.list()}
    labels = {one.label: one for one in by_id.values()}
    with_members = bundle.data_of("audiences")
    for part in bundle.audiences:
        if part.id in by_id:
            brought = replace(part, dimension=renames.dimensions.get(part.dimension, part.dimension))
            yield _known_audience(brought, by_id[part.id], with_members=part.id in with_members)
        elif part.label in labels:
            what = say("Another audience is called {part} here.", part=quoted(part.label))
            yield Finding("audience", part.id, State.CLASH, what, (Do.BESIDE, Do.SKIP), Do.BESIDE)
        else:
            what = say(
                "The audience {part} is new here, with its members."
                if part.id in with_members
                else "The audience {part} is new here, without members: its counts will be 0.",
                part=quoted(part.label),
            )
            yield Finding("audience", part.id, State.NEW, what, (Do.CREATE, Do.SKIP), Do.CREATE)


def _known_audience(part: SavedAudience, here: SavedAudience, *, with_members: bool) -> Finding:
    what = say("The audience {part} is here already, with {n} member(s).", part=quoted(part.label), n=here.rows)
    if not with_members:
        return Finding("audience", part.id, State.SAME, what)
    if (part.dimension, part.identity, part.namespace) != (here.dimension, here.identity, here.namespace):
        return Finding("audience", part.id, State.DIFFERENT, what, (Do.KEEP,), Do.KEEP, (_OTHER_MEMBERS,))
    return Finding("audience", part.id, State.DIFFERENT, what, (Do.KEEP, Do.REPLACE), Do.KEEP)


def _rows(bundle: Bundle, workspace: Workspace) -> Iterator[Finding]:
    parts = bundle.data_of("tables")
    if not parts:
        return
    here = {one.name: one for one in data_digests(workspace, parts, ()).tables}
    sent = {one.name: one for expected in bundle.expected.values() for one in expected.tables}
    for name in sorted(parts):
        rows = say("{n} row(s)", n=sent[name].rows) if name in sent else say("rows")
        if name not in here or not here[name].rows:
            what = say("The bundle brings {rows} of {name}; here are none.", rows=rows, name=quoted(name))
            yield Finding("rows", name, State.NEW, what, (Do.CREATE, Do.SKIP), Do.CREATE)
        elif name in sent and here[name] == sent[name]:
            yield Finding(
                "rows", name, State.SAME, say("The {rows} of {name} are the same here.", rows=rows, name=quoted(name))
            )
        else:
            what = say(
                "The bundle brings {rows} of {name}; here (is|are) {n} (other|others).",
                rows=rows,
                name=quoted(name),
                n=here[name].rows,
            )
            yield Finding("rows", name, State.DIFFERENT, what, (Do.KEEP, Do.REPLACE), Do.KEEP)


def _node_types(documents: Iterable[Document]) -> Iterator[Finding]:
    used: dict[str, list[str]] = {}
    for document in documents:
        known = all_nodes() if document.kind is Kind.JOURNEY else all_activities()
        for node in document.nodes:
            if node.type not in known:
                used.setdefault(node.type, []).append(f"{document.name or document.id}: {node.label or node.id}")
    for kind, places in sorted(used.items()):
        what = say(
            "This version has no activity of the type {kind}; it is kept whole, and nothing after it is counted.",
            kind=quoted(kind),
        )
        matches = tuple(difflib.get_close_matches(kind, [*all_activities(), *all_nodes()], MOST_MATCHES))
        yield Finding("node-type", kind, State.UNKNOWN, what, details=tuple(places), matches=matches)
