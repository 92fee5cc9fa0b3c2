"""Which table a file fills, and which of its columns fills which: suggested from its columns, with the evidence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.account_data.importing.layouts import KNOWN, Known, plain
from engine.accounts.model import CATALOG, DECLARED
from engine.catalog.model import Table
from engine.ingest.service import preview_file
from engine.layouts import ColumnLayout, FileLayout, OnError
from engine.texts import quoted, say
from engine.workspace import Workspace

OWN = "Jalon"
LEAST_SHARE = 0.5
"""How many of a file's columns must be named as ours for it to be taken for one of our tables."""
_SKIPPED = {"created_at", "updated_at"}


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a file fills a table. `columns` say where each value is from; `unused` are headers that fill nothing."""

    system: str
    title: str
    table: str
    columns: tuple[ColumnLayout, ...]
    evidence: tuple[str, ...]
    share: float
    unused: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    by_email: tuple[str, ...] = ()
    deleted: str | None = None

    def source(self, column: str) -> str | None:
        """The header that fills a column."""
        return next((one.source for one in self.columns if one.name == column and one.constant is None), None)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A file with the mappings that it may be meant for, the best supported first. One file may fill several tables."""

    path: Path
    layout: FileLayout
    headers: tuple[str, ...]
    mappings: tuple[Mapping, ...]


def suggest_mappings(workspace: Workspace, path: Path) -> Suggested:
    """What a file may be. Errors: those of reading it."""
    preview = preview_file(workspace, path)
    headers = [guess.name for guess in preview.guesses]
    found = list(recognised(headers, path.name))
    return Suggested(path, preview.layout, tuple(headers), tuple(found))


def recognised(headers: Sequence[str], file: str) -> Iterator[Mapping]:
    """The mappings that fit these headers: of the system that is best supported, or of our own tables."""
    known = [one for one in KNOWN if _fits(one, headers, file)]
    if known:
        best = max(known, key=lambda one: (len(one.needs.split()), bool(one.marks), _named(one.system, file)))
        for one in known:
            if one.system == best.system and (one.needs == best.needs or one is best):
                yield _mapped(one, headers, file)
        return
    own = [_own(declared.table, headers) for declared in DECLARED]
    yield from sorted((one for one in own if one is not None), key=lambda one: -one.share)[:1]


def _fits(known: Known, headers: Sequence[str], file: str) -> bool:
    there = {plain(header) for header in headers}
    if not all(plain(name) in there for name in known.needs.split()):
        return False
    marked = not known.marks or any(re.search(known.marks, header) for header in headers)
    return marked or _named(known.system, file)


def _named(system: str, file: str) -> bool:
    return system.lower() in file.lower()


def _mapped(known: Known, headers: Sequence[str], file: str) -> Mapping:
    by_plain = {plain(header): header for header in reversed(headers)}
    table = CATALOG.table_by_name[known.table]
    columns: list[ColumnLayout] = []
    for name, wanted in known.columns.items():
        header = next((by_plain[plain(one)] for one in wanted if plain(one) in by_plain), None)
        if header is not None:
            columns.append(_column(table, name, header, known))
    columns += [ColumnLayout(name=name, constant=value) for name, value in known.constants.items()]
    found, all_known = len(columns) - len(known.constants), len(known.columns)
    marks = [header for header in headers if known.marks and re.search(known.marks, header)]
    evidence = [
        say(
            "{n} of the {columns} that {system} exports for this (is|are) there",
            n=found,
            columns=say("{n} column(s)", n=all_known),
            system=known.system,
        ),
        say("it has {names}", names=", ".join(known.needs.split())),
        *(
            [say("{marks} is what {system} calls a column", marks=quoted(marks[0]), system=known.system)]
            if marks
            else []
        ),
        *([say("the file is named after {system}", system=known.system)] if _named(known.system, file) else []),
    ]
    deleted = next((by_plain[plain(one)] for one in known.deleted.split("|") if plain(one) in by_plain), None)
    return Mapping(known.system, known.title, known.table, tuple(columns), tuple(evidence), found / all_known,
                   _unused(headers, columns), known.needed, known.by_email, deleted)  # fmt: skip


def _column(table: Table, name: str, header: str, known: Known) -> ColumnLayout:
    values = dict(known.values.get(name, {}))
    return ColumnLayout(
        name=name,
        type=table.by_name[name].type,
        source=header,
        remap=values,
        on_unmapped=OnError.DEFAULT if values else OnError.IGNORE,
        trim=True,
    )


def _own(table: Table, headers: Sequence[str]) -> Mapping | None:
    """A file whose columns are named as ours, by name, label or path in the exchange model."""
    declared = next(one for one in DECLARED if one.table.name == table.name)
    by_plain = {plain(header): header for header in reversed(headers)}
    columns: list[ColumnLayout] = []
    for one in declared.fields:
        names = [one.attribute.name, one.attribute.title, one.xdm, one.xdm.rpartition(".")[2]]
        header = next((by_plain[plain(name)] for name in names if name and plain(name) in by_plain), None)
        if header is not None and header not in {column.source for column in columns}:
            columns.append(ColumnLayout(name=one.attribute.name, type=one.attribute.type, source=header, trim=True))
    given = {column.name for column in columns}
    share = len(columns) / max(len(headers), 1)
    if not set(table.key) <= given or len(given - _SKIPPED) < 2 or share < LEAST_SHARE:
        return None
    evidence = (
        say(
            "{n} of its {columns} (is|are) named as columns of {table}",
            n=len(columns),
            columns=say("{n} column(s)", n=len(headers)),
            table=table.title,
        ),
    )
    return Mapping(OWN, table.title, table.name, tuple(columns), evidence, share, _unused(headers, columns))


def _unused(headers: Sequence[str], columns: Sequence[ColumnLayout]) -> tuple[str, ...]:
    used = {column.source for column in columns}
    return tuple(header for header in headers if header not in used)
