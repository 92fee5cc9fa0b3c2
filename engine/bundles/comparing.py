"""Two states of a document compared: what became different in words, and who came, went and stayed at each output."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlglot import exp

from engine.bundles.sources import Pair
from engine.database import Cursor
from engine.document.drafts import changed
from engine.document.model import Document, Kind
from engine.dossier.changes import Told, drawn_sentence, told_changes
from engine.dossier.ground import ground_of
from engine.dossier.speech import Speech
from engine.problems import EngineError
from engine.runner.clock import clock_of
from engine.runner.journey_views import JourneyPopulation
from engine.runner.populations import StoredPopulation
from engine.runner.results import TransitionResult
from engine.runner.service import run_document
from engine.runner.version_counts import OutputChange, compare_versions
from engine.trees import query, tree
from engine.workspace import Workspace

FATES = ("came", "went", "stayed")
_KEYS = ("Account ID", "Person ID")


@dataclass(frozen=True, slots=True)
class Listed:
    """Some of the records behind a number: titles, rows, and how many there are."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class CountedChange:
    """An output of a node: how many records came, went and stayed, each counted once; or why that cannot be said."""

    node: str
    port: str
    label: str
    unit: str
    came: int = 0
    went: int = 0
    stayed: int = 0
    reason: str = ""
    _campaign: OutputChange | None = field(default=None, repr=False)
    _journey: tuple[Workspace, exp.Select] | None = field(default=None, repr=False)

    @property
    def of_journey(self) -> bool:
        """Whether it is about accounts or people of a journey, who are listed and are no population."""
        return self._journey is not None

    def population(self, fate: str) -> StoredPopulation | None:
        """Of a campaign, those who "came", "went" or "stayed" as rows to look at; None where there is nobody."""
        return None if self._campaign is None else self._campaign.people(fate)

    def listed(self, fate: str, limit: int = 100) -> Listed:
        """Those who "came", "went" or "stayed", at most `limit` of them."""
        if self._journey is not None:
            workspace, both = self._journey
            return workspace.database.reader.run(partial(_read_ids, both, fate, limit))
        people = self.population(fate)
        if people is None:
            return Listed((), (), 0)
        page = people.page(limit=limit)
        return Listed(tuple(one.title for one in page.columns), tuple(page.rows), page.total)


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of documents: differences in words, how many parts only look different, counts by output."""

    pair: Pair
    told: tuple[Told, ...]
    drawn: str
    counts: tuple[CountedChange, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both mean the same."""
        return not self.told


def compare_documents(
    workspace: Workspace, pair: Pair, speech: Speech | None = None, *, counted: bool = True
) -> Compared:
    """Compare a document with another state of it in a workspace. What is only on one side is not counted.

    Errors: Cancelled.
    """
    speech = speech or Speech()
    if pair.before is None or pair.after is None:
        return Compared(pair, (), "")
    old, new = (ground_of(workspace, one, speech) for one in (pair.before, pair.after))
    told = told_changes(pair.before, pair.after, old, new)
    counts = compare_counts(workspace, pair.before, pair.after) if counted else ()
    return Compared(pair, told, drawn_sentence(pair.before, pair.after, speech), counts)


def compare_counts(workspace: Workspace, before: Document, after: Document) -> tuple[CountedChange, ...]:
    """Every output of either document, at the instant of the later one. Errors: Cancelled."""
    if Kind.JOURNEY in {before.kind, after.kind}:
        return _journeys(workspace, before, after)
    return tuple(
        CountedChange(one.node, one.port, one.label, one.unit, one.came, one.went, one.stayed, one.reason, one)
        for one in compare_versions(workspace, before, after)
    )


def _journeys(workspace: Workspace, before: Document, after: Document) -> tuple[CountedChange, ...]:
    instant = clock_of(after).now.isoformat()
    sides = tuple(changed(one, as_of=instant, zone=after.zone) for one in (before, after))
    known = tuple(_outputs(workspace, one) for one in sides)
    keys = [*known[1], *(key for key in known[0] if key not in known[1])]
    return tuple(_journey_output(workspace, sides, known, key) for key in keys)


def _outputs(workspace: Workspace, document: Document) -> Mapping[tuple[str, str], TransitionResult]:
    result = run_document(workspace, document)
    return {(one.source, one.port): one for one in result.transitions if one.rows is not None}


def _journey_output(
    workspace: Workspace,
    sides: tuple[Document, ...],
    known: tuple[Mapping[tuple[str, str], TransitionResult], ...],
    key: tuple[str, str],
) -> CountedChange:
    node, port = key
    shown = known[1].get(key) or known[0][key]
    unit = shown.unit or ""
    try:
        ids = tuple(
            _ids(workspace, side, f"{node}:{port}") if key in outputs else None
            for side, outputs in zip(sides, known, strict=True)
        )
        both = _both(ids)
        came, went, stayed = workspace.database.reader.run(partial(_count, both))
    except EngineError as error:
        return CountedChange(node, port, shown.label, unit, reason=error.problem.text)
    return CountedChange(node, port, shown.label, unit, came, went, stayed, _journey=(workspace, both))


def _ids(workspace: Workspace, document: Document, place: str) -> exp.Select:
    """Shape: one row per account, or person, that crossed an output: `id`."""
    found = JourneyPopulation(workspace, document, place)
    key = next(title for title in (_KEYS[1], _KEYS[0]) if title in found.titles)
    column = exp.column(key, table="q", quoted=True)
    return query("SELECT DISTINCT $key AS id FROM q AS q", q=found.query, key=column)


def _both(sides: tuple[exp.Select | None, ...]) -> exp.Select:
    """Shape: one row per record of either side: `id`, and whether it was there before and is there after."""
    nobody = query("SELECT CAST(NULL AS VARCHAR) AS id WHERE FALSE")
    return query(
        "SELECT COALESCE(o.id, n.id) AS id, NOT o.id IS NULL AS before, NOT n.id IS NULL AS after"
        " FROM o AS o FULL JOIN n AS n ON o.id = n.id",
        o=sides[0] or nobody, n=sides[1] or nobody,
    )  # fmt: skip


def _count(both: exp.Select, cursor: Cursor) -> tuple[int, ...]:
    found = query(
        "SELECT COUNT(CASE WHEN b.after AND NOT b.before THEN 1 END), COUNT(CASE WHEN b.before AND NOT b.after"
        " THEN 1 END), COUNT(CASE WHEN b.before AND b.after THEN 1 END) FROM b AS b",
        b=both,
    )
    return tuple(int(value) for value in cursor.fetch(found)[0])


_FATE_OF = {"came": "b.after AND NOT b.before", "went": "b.before AND NOT b.after", "stayed": "b.before AND b.after"}


def _read_ids(both: exp.Select, fate: str, limit: int, cursor: Cursor) -> Listed:
    chosen = query("SELECT b.id FROM b AS b", b=both).where(tree(_FATE_OF[fate]), copy=False)
    total = cursor.value(query("SELECT COUNT(*) FROM c AS c", c=chosen))
    rows = cursor.fetch(chosen.order_by("b.id").limit(limit))
    return Listed(("id",), tuple(tuple(row) for row in rows), int(total))
