"""When everything in a rehearsal happened, as sorted arrays: the counts at any instant are a search in them.

The stored crossings are summed up once, by distinct instant; whoever replays them asks no database any more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlglot import exp

from engine.database import Cursor
from engine.document.model import Document
from engine.journey.calendar import micros
from engine.journey.contract import Role
from engine.journey.order import FOREVER
from engine.journey.plan import Plan
from engine.journey.simulate import Stored
from engine.lanes import Job
from engine.runner.journeys import check_journey_document
from engine.runner.results import RunResult
from engine.trees import query
from engine.workspace import Workspace

Numbers = NDArray[np.int64]
_NONE: Numbers = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Track:
    """What happened by when. Shape: one entry per distinct instant, in order, with the sums up to and with it.

    Instants are microseconds since 1970, in UTC.
    """

    at: Numbers = field(default_factory=lambda: _NONE)
    tokens: Numbers = field(default_factory=lambda: _NONE)
    people: Numbers = field(default_factory=lambda: _NONE)

    def until(self, instant: int) -> tuple[int, int]:
        """Tokens and people up to an instant, and at it."""
        place = int(self.at.searchsorted(instant, side="right"))
        return (int(self.tokens[place - 1]), int(self.people[place - 1])) if place else (0, 0)

    def between(self, instants: Sequence[int]) -> Sequence[int]:
        """Tokens between each two of some instants in order, with the later one; nothing where there are none."""
        places = self.at.searchsorted(instants, side="right")
        if places[0] == places[-1]:
            return ()
        sums = np.where(places > 0, self.tokens[places - 1], 0)
        return [int(many) for many in np.diff(sums)]


@dataclass(frozen=True, slots=True)
class Stays:
    """Who was at a node from when until when. Shape: one entry per pair of instants, by the first of them."""

    since: Numbers
    until: Numbers
    tokens: Numbers

    def at(self, instant: int) -> "Standing":
        """Who is there just after an instant."""
        came = int(self.since.searchsorted(instant, side="right"))
        left = self.until[:came]
        there = left > instant
        if not there.any():
            return Standing()
        leaving = left[there]
        return Standing(int(self.tokens[:came][there].sum()), int(leaving.min()), int(leaving.max()))


@dataclass(frozen=True, slots=True)
class Standing:
    """How many wait at a node, when the first and when the last of them goes on; FOREVER where nothing ends it."""

    tokens: int = 0
    first: int = FOREVER
    last: int = FOREVER


@dataclass(frozen=True, slots=True)
class Timeline:
    """A whole rehearsal. `edges` are by node and output, all others by node; codes are those of exits and outcomes."""

    start: int
    end: int
    edges: Mapping[tuple[str, str], Track]
    arrivals: Mapping[str, Track]
    stays: Mapping[str, Stays]
    exits: Mapping[tuple[str, str], Track]
    outcomes: Mapping[tuple[str, str], Track]
    entered: Track
    ended: Mapping[str, Track]
    instants: Numbers
    """The distinct instants at which anything happened, in order."""

    def after(self, instant: int) -> int | None:
        """The next instant at which something happens."""
        place = int(self.instants.searchsorted(instant, side="right"))
        return int(self.instants[place]) if place < len(self.instants) else None

    def before(self, instant: int) -> int | None:
        """The last instant before this one at which something happens."""
        place = int(self.instants.searchsorted(instant, side="left"))
        return int(self.instants[place - 1]) if place else None

    def happenings(self, parts: int) -> list[int]:
        """How much happened in each of so many equal parts of the span, for a picture of it."""
        edges = np.linspace(self.start, self.end, parts + 1)
        total = np.zeros(parts, dtype=np.int64)
        for track in self.edges.values():
            if len(track.at):
                sums = np.concatenate((_ZERO, track.tokens))
                places = track.at.searchsorted(edges, side="right")
                # What happens at the very start belongs to the first part.
                places[0] = 0
                total += np.diff(sums[places])
        return [int(one) for one in total]


_ZERO: Numbers = np.zeros(1, dtype=np.int64)


def start_timeline(workspace: Workspace, document: Document, result: RunResult) -> Job[Timeline | None]:
    """The timeline of a run that was just made: a job that can be cancelled. None for a run that let nobody in."""
    return workspace.database.reader.submit(lambda cursor: _timeline(workspace, document, result, cursor))


def read_timeline(workspace: Workspace, document: Document, result: RunResult) -> Timeline | None:
    """The same, and wait for it."""
    return start_timeline(workspace, document, result).result()


def _timeline(workspace: Workspace, document: Document, result: RunResult, cursor: Cursor) -> Timeline | None:
    prefix = next((node.population for node in result.nodes if node.population), None)
    journey = result.journey or {}
    if prefix is None or "start" not in journey:
        return None
    plan = check_journey_document(workspace, document)[0].plan
    stored = Stored(prefix)
    ids = {one.rank: one.id for one in plan.nodes}
    start, end = (micros(datetime.fromisoformat(str(journey[name]))) for name in ("start", "end"))
    crossed = _tracks(cursor, query(
        "SELECT c.rank, c.port AS way, c.at_out AS at, COUNT(*) AS tokens, CAST(SUM(c.people) AS BIGINT) AS people"
        " FROM c AS c WHERE c.reason IS NULL AND NOT c.port IS NULL GROUP BY c.rank, c.port, c.at_out ORDER BY 1, 2, 3",
        c=stored.table("crossings"),
    ))  # fmt: skip
    paths = _tracks(cursor, query(
        "SELECT p.rank, p.port AS way, p.at, COUNT(DISTINCT p.token) AS tokens, COUNT(*) AS people FROM p AS p"
        " GROUP BY p.rank, p.port, p.at ORDER BY 1, 2, 3",
        p=stored.table("people"),
    ))  # fmt: skip
    gone = _tracks(cursor, query(
        "SELECT c.rank, c.reason AS way, c.at_out AS at, COUNT(*) AS tokens, CAST(SUM(c.people) AS BIGINT) AS people"
        " FROM c AS c WHERE NOT c.reason IS NULL GROUP BY c.rank, c.reason, c.at_out ORDER BY 1, 2, 3",
        c=stored.table("crossings"),
    ))  # fmt: skip
    acted = _tracks(cursor, query(
        "SELECT a.rank, a.outcome AS way, a.at, COUNT(*) AS tokens, COUNT(*) AS people FROM a AS a"
        " GROUP BY a.rank, a.outcome, a.at ORDER BY 1, 2, 3",
        a=stored.table("acts"),
    ))  # fmt: skip
    came = _tracks(cursor, query(
        "SELECT c.rank, '' AS way, c.at, COUNT(*) AS tokens, CAST(SUM(c.people) AS BIGINT) AS people FROM c AS c"
        " GROUP BY c.rank, c.at ORDER BY 1, 3",
        c=stored.table("crossings"),
    ))  # fmt: skip
    edges = {(ids[rank], way): track for (rank, way), track in (crossed | paths).items()}
    entered, ended = _whole(cursor, stored)
    return Timeline(
        start,
        end,
        edges | dict(_of_groups(plan, paths)),
        {ids[rank]: track for (rank, _), track in came.items()},
        _stays(cursor, stored, ids),
        {(ids[rank], way): track for (rank, way), track in gone.items()},
        {(ids[rank], way): track for (rank, way), track in acted.items()},
        entered,
        ended,
        _instants(start, end, [*crossed.values(), *paths.values(), *gone.values(), *acted.values(), entered]),
    )


def _of_groups(plan: Plan, paths: Mapping[tuple[int, str], Track]) -> Iterable[tuple[tuple[str, str], Track]]:
    """What crossed the outputs of the nodes inside a group: the people of the paths that lead there."""
    for one in plan.nodes:
        if one.group is not None and one.role is not Role.CLOSE:
            mine = [paths[one.group, port] for port in one.group_ports if (one.group, port) in paths]
            for port in one.kind.ports(one.place.settings):
                yield (one.id, port.id), _sum(mine)


def _sum(tracks: list[Track]) -> Track:
    """Several tracks as one."""
    if len(tracks) == 1:
        return tracks[0]
    at: Numbers = np.unique(np.concatenate([_NONE, *(one.at for one in tracks)]))
    tokens, people = np.zeros(len(at), dtype=np.int64), np.zeros(len(at), dtype=np.int64)
    for one in tracks:
        places = one.at.searchsorted(at, side="right")
        tokens += np.concatenate((_ZERO, one.tokens))[places]
        people += np.concatenate((_ZERO, one.people))[places]
    return Track(at, tokens, people)


def _whole(cursor: Cursor, stored: Stored) -> tuple[Track, dict[str, Track]]:
    entered = _tracks(cursor, query(
        "SELECT 0 AS rank, '' AS way, t.entered AS at, COUNT(*) AS tokens, COUNT(*) AS people FROM t AS t"
        " GROUP BY t.entered ORDER BY 3",
        t=stored.table("tokens"),
    ))  # fmt: skip
    ended = _tracks(cursor, query(
        "SELECT 0 AS rank, t.reason AS way, t.exited AS at, COUNT(*) AS tokens, COUNT(*) AS people FROM t AS t"
        " WHERE NOT t.reason IS NULL GROUP BY t.reason, t.exited ORDER BY 2, 3",
        t=stored.table("tokens"),
    ))  # fmt: skip
    return entered.get((0, ""), Track()), {way: track for (_, way), track in ended.items()}


def _tracks(cursor: Cursor, rows: exp.Select) -> dict[tuple[int, str], Track]:
    """Rows of `rank`, `way`, `at`, `tokens` and `people`, in the order of the first three, by rank and way."""
    columns = _columns(cursor, rows, ("rank", "way", "at", "tokens", "people"))
    ranks, ways, at = columns[0], columns[1], columns[2].astype(np.int64)
    found: dict[tuple[int, str], Track] = {}
    for first, last in _runs(ranks, ways):
        tokens, people = (np.cumsum(one[first:last].astype(np.int64)) for one in columns[3:])
        found[int(ranks[first]), str(ways[first])] = Track(at[first:last], tokens, people)
    return found


def _stays(cursor: Cursor, stored: Stored, ids: Mapping[int, str]) -> dict[str, Stays]:
    """Only of the nodes at which anybody stays for any time."""
    rows = query(
        "SELECT c.rank, c.at AS since, COALESCE(c.at_out, $ever) AS left, COUNT(*) AS tokens FROM c AS c"
        " WHERE COALESCE(c.at_out, $ever) > c.at GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        c=stored.table("crossings"), ever=exp.Literal.number(str(FOREVER)),
    )  # fmt: skip
    ranks, since, left, tokens = _columns(cursor, rows, ("rank", "since", "left", "tokens"))
    return {
        ids[int(ranks[first])]: Stays(*(one[first:last].astype(np.int64) for one in (since, left, tokens)))
        for first, last in _runs(ranks, ranks)
    }


def _columns(cursor: Cursor, rows: exp.Select, names: tuple[str, ...]) -> list[NDArray[Any]]:
    batches = list(cursor.batches(rows))
    return [np.concatenate([batch.column(name).to_numpy(zero_copy_only=False) for batch in batches]) for name in names]


def _runs(*keys: NDArray[Any]) -> list[tuple[int, int]]:
    """Where the same keys stand next to each other: first place, and the one after the last."""
    size = len(keys[0])
    if not size:
        return []
    new = np.zeros(size, dtype=bool)
    new[0] = True
    for key in keys:
        new[1:] |= key[1:] != key[:-1]
    starts = [int(one) for one in np.flatnonzero(new)]
    return list(zip(starts, [*starts[1:], size], strict=True))


def _instants(start: int, end: int, tracks: list[Track]) -> Numbers:
    every: Numbers = np.unique(np.concatenate([_NONE, *(one.at for one in tracks)]))
    return every[(every >= start) & (every <= end)]
