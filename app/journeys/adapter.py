"""A journey as the canvas sees it: accounts and people in one pill, at the instant that is looked at."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from app.graph import GraphAdapter
from app.graph.refusals import Rules
from app.journeys.replay import Replay
from app.journeys.rules import TreeRules, TreeWriter
from app.session import Session
from app.words import moment, number, said, short_day, tr
from canvas.requests import Outcome, Request
from canvas.views import Count, CountState, RunState, Status
from engine.catalog.model import Catalog
from engine.journey.calendar import zone_of
from engine.journey.order import FOREVER
from engine.runner.results import NodeResult, TransitionResult
from engine.runner.timelines import Standing

_ACCOUNTS, _PEOPLE = "ph.buildings", "ph.users"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def wall(instant: int, zone: ZoneInfo) -> datetime:
    """An instant as the clocks of a zone show it."""
    return (_EPOCH + timedelta(microseconds=instant)).astimezone(zone)


_ON_THE_WAY_S = 0.8
"""How long somebody is seen on the way from one card to the next, in seconds of the user."""


class JourneyAdapter(GraphAdapter):
    """The graph of a journey over its session and its replay."""

    def __init__(self, session: Session, catalog: Catalog, replay: Replay, parent: QObject | None = None) -> None:
        super().__init__(session, catalog, parent)
        self.replay = replay
        self.compared: Callable[[tuple[str, str]], tuple[int, int] | None] = _with_nothing
        """What the count of an output is compared with, if anything."""
        self._known: dict[str, tuple[tuple[object, ...], Count]] = {}
        self._standing: dict[str, Standing] = {}
        self._writer: TreeWriter | None = None
        replay.moved.connect(self._moved)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which instants are told."""
        return zone_of(self.session.document.zone) or ZoneInfo("UTC")

    @property
    def of_people(self) -> bool:
        """Whether people move, not accounts."""
        return self.session.document.journey.get("type") == "person"

    # Asking

    def rules(self) -> Rules:
        return TreeRules(self.session.document, self._drawn.nodes, self._drawn.edges, self._kinds)

    def writer(self) -> TreeWriter:
        self._writer = TreeWriter(self.session.document, self._drawn.nodes, self._drawn.edges, self._kinds)
        return self._writer

    def ask(self, request: Request) -> Outcome:
        outcome = super().ask(request)
        notice = self._writer.notice if self._writer is not None and outcome else ""
        self._writer = None
        return replace(outcome, notice=notice) if notice else outcome

    # Counts at the instant

    def count(self, edge: str) -> Count:
        source = self.edge(edge).source
        known = self.session.counts.output(*source)
        state, result = self.trusted(known.trust), known.result
        numbers = self._numbers(source, result)
        compared = self.compared((source.node, source.port)) if self.replay.at_end else None
        key = (state, numbers, self._entered(), compared)
        kept = self._known.get(edge)
        # The same object for the same numbers: the canvas lays a pill out anew for another one.
        if kept is not None and kept[0] == key:
            return kept[1]
        made = self._made(state, numbers, result)
        if compared is not None and made.value is not None:
            made = replace(made, change=made.value - compared[0])
        self._known[edge] = (key, made)
        return made

    def _numbers(self, source: tuple[str, str], result: TransitionResult | None) -> tuple[int, int] | None:
        timeline = self.replay.timeline
        if timeline is not None and not self.replay.at_end and result is not None:
            track = timeline.edges.get((source[0], source[1]))
            return track.until(self.replay.instant) if track is not None else (0, 0)
        if result is None or result.people is None:
            return None
        return (result.people if result.accounts is None else result.accounts), result.people

    def _made(self, state: CountState, numbers: tuple[int, int] | None, result: TransitionResult | None) -> Count:
        if numbers is None:
            return Count(state if result is None else CountState.UNKNOWN)
        accounts, people = numbers
        entered = self._entered()
        share = accounts / entered if entered else None
        if self.of_people:
            return Count(state, people, tr("(person|people)", people), None, share)
        unit = f"{tr('account(s)', accounts)} · {tr('{n} (person|people)', people)}"
        return Count(state, accounts, unit, None, share, icon=_ACCOUNTS, second=people, second_icon=_PEOPLE)

    def _entered(self) -> int:
        timeline, last = self.replay.timeline, self.session.counts.last
        if timeline is not None and not self.replay.at_end:
            return timeline.entered.until(self.replay.instant)[0]
        found = (last.journey or {}).get("entered") if last is not None else None
        return found if isinstance(found, int) else 0

    def passing(self, edge: str, parts: int) -> Sequence[tuple[float, int]]:
        """How many have just gone over a transition, and how far they are on its way; in so many groups at most.

        Whoever goes over at about the same time goes together, all the way.
        """
        timeline, source, now = self.replay.timeline, self.edge(edge).source, self.replay.instant
        track = timeline.edges.get((source.node, source.port)) if timeline is not None else None
        if track is None:
            return ()
        apart = max(round(self.replay.speed * _ON_THE_WAY_S / parts), 1)
        first = now // apart - parts
        counts = track.between([*range(first * apart, now + 1, apart), now])
        middles = ((now / apart - first - place - 0.5) / parts for place in range(len(counts)))
        return [(middle, many) for middle, many in zip(middles, counts, strict=True) if many and 0 <= middle <= 1]

    # Who waits where

    def standing(self, node: str) -> Standing:
        """Who is at a node at the instant, and until when."""
        timeline = self.replay.timeline
        stays = timeline.stays.get(node) if timeline is not None else None
        return stays.at(self.replay.instant) if stays is not None else Standing()

    def status(self, node: str) -> Status:
        found = super().status(node)
        if self.session.counts.is_computing(node):
            return found
        standing = self.standing(node)
        if not standing.tokens:
            return Status(
                RunState.NONE if found.run is RunState.WAITING else found.run, None, found.badge, found.detail
            )
        return Status(RunState.WAITING, None, found.badge, self.until_words(standing), self.waiting_words(standing))

    def tally(self, node: str, result: NodeResult) -> str:
        """Nothing: what became of people is told for the instant, not for the whole of a journey."""
        del node, result
        return ""

    def detail(self, result: NodeResult) -> str:
        """As of others, but nothing of the whole run while an earlier instant is looked at."""
        return super().detail(result) if self.replay.at_end else said(result.note)

    def waiting_words(self, standing: Standing) -> str:
        """Who waits, as a card says it."""
        if standing.first >= FOREVER:
            return tr("{tokens} here", tokens=number(standing.tokens))
        day = self.day_words(standing.first)
        return tr("{tokens} here until {day}", tokens=number(standing.tokens), day=day)

    def until_words(self, standing: Standing) -> str:
        """When those who wait go on, in full."""
        if standing.first >= FOREVER:
            return tr("Nothing that was recorded lets them go on.")
        first = self.moment_words(standing.first)
        if standing.last == standing.first:
            return tr("All go on {moment}.", moment=first)
        last = tr("never") if standing.last >= FOREVER else self.moment_words(standing.last)
        return tr("The first goes on {first}, the last {last}.", first=first, last=last)

    def day_words(self, instant: int) -> str:
        """A day, short."""
        return short_day(wall(instant, self.zone))

    def moment_words(self, instant: int) -> str:
        """An instant, as the user's locale writes it."""
        return moment(wall(instant, self.zone))

    def compare(self, with_: Callable[[tuple[str, str]], tuple[int, int] | None] | None) -> None:
        """Show how counts differ from others, or no longer."""
        self.compared = _with_nothing if with_ is None else with_
        self._moved()

    # The instant moves

    def _moved(self) -> None:
        before = {name: kept[1] for name, kept in self._known.items()}
        edges = frozenset(name for name in self.edge_ids() if before.get(name) is not self.count(name))
        if edges:
            self.counted.emit(edges)
        timeline = self.replay.timeline
        standing = {name: self.standing(name) for name in (timeline.stays if timeline is not None else ())}
        old, self._standing = self._standing, standing
        nodes = frozenset(name for name in old.keys() | standing.keys() if old.get(name) != standing.get(name))
        if nodes:
            self.status_changed.emit(nodes & set(self.node_ids()))


def _with_nothing(_output: tuple[str, str]) -> None:
    return None
