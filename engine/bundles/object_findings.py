"""How the objects of journeys in a bundle stand to those of a workspace, and what importing them comes to."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from engine.account_data.rows import current_rows
from engine.bundles.findings import Do, Finding, Report, State
from engine.bundles.objects import Row, key_of, plain_rows, renamed, typed
from engine.bundles.reading import Bundle
from engine.catalog.model import Table
from engine.journey.world import KEYS, TITLES
from engine.texts import declared, quoted, say
from engine.workspace import Workspace

MOST_MATCHES = 3
_BROUGHT = frozenset({Do.CREATE, Do.REPLACE, Do.BESIDE})


def object_findings(bundle: Bundle, workspace: Workspace) -> Iterator[Finding]:
    """One finding per object. One whose name is taken here by another is that other, unless it is put beside it."""
    for group in bundle.objects:
        here = {key_of(bundle.catalog, group.table, row): row for row in plain_rows(workspace, group.table)}
        names = {str(row["name"]).casefold(): key for key, row in here.items() if row.get("name")}
        for row in group.rows:
            key = key_of(bundle.catalog, group.table, row)
            yield _finding(group.table, key, row, here, names)


def _finding(table: str, key: str, row: Row, here: Mapping[str, Row], names: Mapping[str, str]) -> Finding:
    name, shown = f"{table}/{key}", str(row.get("name") or key)
    title = TITLES.get(table, table.replace("_", " "))
    if key in here:
        if here[key] == row:
            return Finding(
                "object",
                name,
                State.SAME,
                say("The {title} {shown} is the same here.", title=declared(title), shown=quoted(shown)),
            )
        details = tuple(
            say(
                "{field}: {here} here, {there} in the bundle.",
                field=field,
                here=quoted(here[key].get(field)),
                there=quoted(row.get(field)),
            )
            for field in sorted({*here[key], *row})
            if here[key].get(field) != row.get(field)
        )
        what = say("The {title} {shown} is different here.", title=declared(title), shown=quoted(shown))
        return Finding("object", name, State.DIFFERENT, what, (Do.KEEP, Do.REPLACE), Do.KEEP, details)
    if shown.casefold() in names and table in KEYS:
        what = say(
            "Another {title} is called {shown} here; it is meant wherever the bundle names it.",
            title=declared(title),
            shown=quoted(shown),
        )
        return Finding("object", name, State.CLASH, what, (Do.KEEP, Do.BESIDE), Do.KEEP)
    matches = tuple(difflib.get_close_matches(shown, (str(one.get("name") or "") for one in here.values()),
                                              MOST_MATCHES))  # fmt: skip
    what = say("The {title} {shown} does not exist here.", title=declared(title), shown=quoted(shown))
    return Finding("object", name, State.NEW, what, (Do.CREATE, Do.SKIP), Do.CREATE, (), matches)


def renamed_objects(bundle: Bundle, workspace: Workspace, report: Report) -> dict[str, str]:
    """Key in the bundle to key here, of the objects that are another one of the same name here."""
    found: dict[str, str] = {}
    for group in bundle.objects:
        if group.table not in KEYS:
            continue
        key = KEYS[group.table]
        here = {
            str(row.get("name", "")).casefold(): str(row.get(key, "")) for row in plain_rows(workspace, group.table)
        }
        for row in group.rows:
            finding = f"{group.table}/{row.get(key)}"
            clash = any(one.name == finding and one.state is State.CLASH for one in report.of("object"))
            if clash and report.choice("object", finding) is Do.KEEP:
                found[str(row.get(key, ""))] = here[str(row.get("name", "")).casefold()]
    return found


def merged_rows(
    bundle: Bundle, workspace: Workspace, report: Report, schemas: Mapping[str, Table]
) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    """The next content of each table whose objects change. `schemas` are the tables as they are to be here.

    Errors: wrong-bundle, for a value that is none of its column's type.
    """
    names = renamed_objects(bundle, workspace, report)
    known = workspace.catalog().table_by_name
    for group in bundle.objects:
        schema = schemas.get(group.table)
        brought = [row for row in group.rows if _choice(bundle, group.table, row, report) in _BROUGHT]
        if schema is None or not brought:
            continue
        rows = current_rows(workspace, group.table) if group.table in known else []
        by_key = {tuple(row[name] for name in schema.key): row for row in rows}
        for row in brought:
            value = _named_apart(row, names, beside=_choice(bundle, group.table, row, report) is Do.BESIDE)
            one = typed(schema, value)
            key = tuple(one[name] for name in schema.key)
            by_key[key] = by_key.get(key, {}) | {
                name: each for name, each in one.items() if name in value or key not in by_key
            }
        yield schema, list(by_key.values())


def _named_apart(row: Row, names: Mapping[str, str], *, beside: bool) -> Row:
    value = {name: renamed(each, names) for name, each in row.items()}
    return value | {"name": f"{row['name']} 2"} if beside else value


def _choice(bundle: Bundle, table: str, row: Row, report: Report) -> Do:
    return report.choice("object", f"{table}/{key_of(bundle.catalog, table, row)}")
