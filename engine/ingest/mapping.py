"""Which column of a file becomes which of a table: proposed by name and type with a score, said, or missing."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from engine.catalog.model import Attribute, Table
from engine.ingest.records import file_problem
from engine.layouts import ColumnLayout, FileLayout
from engine.problems import EngineError
from engine.texts import quoted, say
from engine.types import DataType, Family

SURE = 90
"""From this score on (0 to 100) the names are equal but for how they are written."""
_EQUAL, _ALIKE, _LABEL = 100, 95, 90
_BY_DISTANCE = {1: 80, 2: 70}
_OTHER_TYPE = 25
_SHORTEST = 4
"""Names shorter than this are not alike because they differ in two letters."""


@dataclass(frozen=True, slots=True)
class Match:
    """A column of a file as a column of a table; `score` is 0 to 100."""

    source: str
    target: str
    score: int


def suggest_mapping(columns: Sequence[tuple[str, DataType]], table: Table) -> tuple[Match, ...]:
    """At most one match for each column and each target, the best first where several compete; in file order.

    Names that are equal come before those that are equal but for case, accents, spaces and signs, then those that
    differ in one or two letters. A type that cannot become the other lowers the score.
    """
    found = [
        Match(name, one.name, score)
        for name, kind in columns
        for one in table.attributes
        if (score := _score(name, one.name, one.label) - (0 if _fits(kind, one.type) else _OTHER_TYPE)) > 0
    ]
    found.sort(key=lambda one: -one.score)
    sources: set[str] = set()
    targets: set[str] = set()
    kept: dict[str, Match] = {}
    for one in found:
        if one.source not in sources and one.target not in targets:
            sources.add(one.source)
            targets.add(one.target)
            kept[one.source] = one
    return tuple(kept[name] for name, _ in columns if name in kept)


def _score(source: str, target: str, label: str) -> int:
    if source == target:
        return _EQUAL
    here, there = _plain(source), _plain(target)
    if here == there:
        return _ALIKE
    if label and here == _plain(label):
        return _LABEL
    if min(len(here), len(there)) < _SHORTEST:
        return -_EQUAL
    return _BY_DISTANCE.get(_distance(here, there), -_EQUAL)


def _plain(name: str) -> str:
    """A name without case, accents and signs."""
    return "".join(one for one in unicodedata.normalize("NFKD", name).casefold() if one.isalnum())


def _fits(source: DataType, target: DataType) -> bool:
    if source.family == target.family or target.family is Family.TEXT:
        return True
    # A column without values, or one of digits, can be anything that is written so.
    return source.family is Family.TEXT


def _distance(one: str, other: str) -> int:
    """How many letters must be added, taken away or changed to make one of the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, row[0] = row[0], place
        for at, there in enumerate(other, start=1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != there))
    return row[-1]


def column_for(layout: FileLayout, attribute: Attribute, table: Table) -> ColumnLayout | None:
    """The column of the file that becomes an attribute; None when none does. Errors: MAP-002, when two would."""
    mapped = [one for one in layout.columns if one.name == attribute.name and not one.ignore]
    if len(mapped) > 1:
        one, other = (quoted(column.source or column.name) for column in mapped[:2])
        raise file_problem(
            "MAP-002",
            say(
                "{one} and {other} would both become {attribute} of {table}.",
                one=one,
                other=other,
                attribute=quoted(attribute.title),
                table=table.title,
            ),
            "Let one of them become another column, or leave it out.",
        )
    if mapped:
        return mapped[0]
    # A header that is left out, or becomes another column, is not read for its own name.
    used = {one.source or one.name for one in layout.columns if one.expression is None}
    return None if attribute.name in used else ColumnLayout(name=attribute.name, type=attribute.type)


def unmapped(
    layout: FileLayout, attribute: Attribute, header: str | None, table: Table, headers: Sequence[str]
) -> EngineError:
    """The error that nothing fills a required attribute: MAP-001 where columns were mapped, ING-121 otherwise."""
    fix = say("Map one of its columns: {names}.", names=", ".join(headers[:20]))
    if layout.columns and header is None:
        return file_problem(
            "MAP-001",
            say(
                "Nothing becomes {attribute}, which {table} needs.",
                attribute=quoted(attribute.title),
                table=table.title,
            ),
            fix,
        )
    return file_problem(
        "ING-121",
        say("The file has no column {header}, which {table} needs.", header=quoted(header), table=table.title),
        fix,
    )
