"""Counts a bundle's documents again and compares: how many counts are reproduced, what differs first, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.bundles.expected import (
    Expected,
    ExpectedTransition,
    as_mapping,
    content_digest,
    data_digests,
    objects_digest,
    schema_digest,
)
from engine.bundles.needs import own_needs
from engine.document.graph import in_order
from engine.document.model import Document, Kind
from engine.fingerprints import SEMANTICS
from engine.runner.clock import read_instant
from engine.runner.results import RunResult
from engine.runner.service import run_document
from engine.texts import declared, grouped, quoted, say
from engine.workspace import Workspace


class Cause(StrEnum):
    """Why counts may differ, in the order in which they are looked for."""

    DOCUMENT = "document"
    VERSION = "version"
    OBJECTS = "objects"
    SCHEMA = "schema"
    DATA = "data"
    CLOCK = "clock"
    INVENTED = "invented"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """A count that was not reproduced. `found` is None where nothing was counted."""

    transition: str
    node: str
    expected: int
    found: int | None


@dataclass(frozen=True, slots=True)
class Verification:
    """The counts of one document, counted again. `differences` are in the order of the graph, the first cause first."""

    document: str
    reproduced: int
    total: int
    differences: tuple[Difference, ...] = ()
    cause: Cause | None = None
    details: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return self.reproduced == self.total

    @property
    def sentence(self) -> str:
        """Such as: Reproduced 36 of 37 counts."""
        return say(
            "Reproduced {some} of {counts}.", some=grouped(self.reproduced), counts=say("{n} count(s)", n=self.total)
        )


def verify(workspace: Workspace, document: Document, expected: Expected) -> Verification:
    """Count a document as of the instant of the expected counts, and compare. Errors: those of counting."""
    result = run_document(workspace, document, as_of=read_instant(expected.as_of))
    return compare_counts(workspace, document, expected, result)


def compare_counts(
    workspace: Workspace, document: Document, expected: Expected, result: RunResult
) -> Verification:  # fmt: skip
    """Compare a run with the expected counts; data is only read when they differ."""
    differences = list(_differences(document, expected.transitions, result))
    total = len(expected.transitions)
    if not differences:
        return Verification(document.id, total, total)
    cause, details = _cause(workspace, document, expected, result)
    return Verification(document.id, total - len(differences), total, tuple(differences), cause, tuple(details))


def _differences(
    document: Document, wanted: Iterable[ExpectedTransition], result: RunResult
) -> Iterable[Difference]:  # fmt: skip
    found = {one.id: one for one in result.transitions}
    rank = {name: place for place, name in enumerate(in_order(document))}
    for one in sorted(wanted, key=lambda each: rank.get(each.source, len(rank))):
        here = found.get(one.id)
        wished = (one.rows, one.targets, one.people)
        if here is None or (here.rows, here.targets, here.people) != wished:
            yield Difference(one.id, one.source, one.rows, None if here is None else here.rows)


def _cause(
    workspace: Workspace, document: Document, expected: Expected, result: RunResult
) -> tuple[Cause, list[str]]:  # fmt: skip
    if content_digest(document) != expected.content:
        return Cause.DOCUMENT, [say("The document is not the one whose counts were noted.")]
    if expected.semantics != SEMANTICS:
        what = say(
            "The counts were made by another version (meaning {semantics}, here {here}).",
            semantics=expected.semantics,
            here=SEMANTICS,
        )
        return Cause.VERSION, [what]
    own = own_needs(workspace, document)
    if objects_digest(own.objects) != expected.objects:
        return Cause.OBJECTS, [say("Lists, interests, templates or other objects that it names are different here.")]
    if schema_digest(own.closure.catalog) != expected.schemas:
        return Cause.SCHEMA, [say("Tables, links or dimensions that it uses are different here.")]
    data = _other_data(workspace, expected)
    if data:
        return Cause.DATA, data
    if document.kind is Kind.CAMPAIGN and read_instant(result.as_of) != read_instant(expected.as_of):
        return Cause.CLOCK, [
            say(
                "The counts were made as of {as_of}, here as of {here}.",
                as_of=expected.as_of,
                here=result.as_of,
            )
        ]
    if expected.invented:
        what = say("The people are invented: counts that depend on keys, names or addresses need not come out.")
        return Cause.INVENTED, [what]
    return Cause.UNKNOWN, [say("Document, schemas, data and instant are the same; please report this.")]


def _other_data(workspace: Workspace, expected: Expected) -> list[str]:
    here = data_digests(
        workspace, [one.name for one in expected.tables], [one.name for one in expected.audiences]
    )  # fmt: skip
    labels: Mapping[str, str] = {one.id: one.label for one in workspace.audiences.list()}
    found: list[str] = []
    for noun, there, mine in (
        ("table", expected.tables, as_mapping(here.tables)),
        ("audience", expected.audiences, as_mapping(here.audiences)),
    ):
        for one in there:
            known = mine.get(one.name)
            if known == one:
                continue
            name = labels.get(one.name, one.name)
            rows = say("no rows") if known is None else say("{n} row(s)", n=known.rows)
            found.append(
                say(
                    "The {noun} {name} holds {rows} here, and held {held}; their content differs.",
                    noun=declared(noun),
                    name=quoted(name),
                    rows=rows,
                    held=grouped(one.rows),
                )
            )
    return found
