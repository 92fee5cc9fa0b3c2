"""The documents of a workspace as a list shows them: where each stands, what it sends by, when it ran and runs next.

A version never changes, so what stands in one is read once and remembered.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.contract import Category
from engine.document.files import from_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.registry import all_activities
from engine.runner.service import schedule_of
from engine.schedules import AsSoonAsPossible, Schedule, preview
from engine.workspace import Workspace
from engine.workspace.documents import DocumentEntry
from engine.workspace.runs import ABORTED, FAILED, INTERRUPTED, WAITING, RunSummary
from engine.workspace.statuses import PUBLISHED, Status
from engine.workspace.store import utc_now


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands in a version of a document; `schedule` is None where it cannot be read."""

    description: str = ""
    channels: tuple[str, ...] = ()
    zone: str = "UTC"
    dimension: str = ""
    schedule: Schedule | None = field(default_factory=AsSoonAsPossible)
    activities: int = 0
    starts: date | None = None
    ends: date | None = None
    """The days of a journey."""


@dataclass(frozen=True, slots=True)
class Line:
    """A document of the list. Times are UTC.

    `launches` come next; a draft has none. `asking` are those that were missed and wait for a decision.
    """

    id: str
    name: str
    kind: str
    status: Status
    version: int
    tags: tuple[str, ...]
    changed: datetime
    created: datetime
    facts: Facts
    last_run: RunSummary | None = None
    last_test: RunSummary | None = None
    launches: tuple[datetime, ...] = ()
    asking: tuple[datetime, ...] = ()
    unsaved: bool = False
    created_by: str = ""
    changed_by: str = ""
    published: datetime | None = None
    published_by: str = ""

    @property
    def zone(self) -> str:
        return self.facts.zone

    @property
    def next_run(self) -> datetime | None:
        return self.launches[0] if self.launches else None

    @property
    def failed(self) -> bool:
        """Whether somebody should look at it."""
        broken = self.last_run is not None and self.last_run.status in {FAILED, ABORTED, INTERRUPTED}
        return bool(self.asking) or (broken and self.status in {*PUBLISHED, Status.CLOSED})

    @property
    def waits(self) -> bool:
        return self.last_run is not None and self.last_run.status == WAITING


class Inventory:
    """The list of one workspace; what it read of a version it remembers."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._facts: dict[tuple[str, int], Facts] = {}

    def lines(self, *, now: datetime, launches: int = 1) -> list[Line]:
        """All documents that were not deleted, last changed first, each with its next launches. `now` has a zone."""
        workspace = self._workspace
        entries = workspace.documents.list()
        self._read(entries)
        real, tests = workspace.runs.latest("real"), workspace.runs.latest("test")
        asking, drafts = workspace.launches.asking(), workspace.drafts.names()
        found = [
            Line(
                id=one.id,
                name=one.name,
                kind=one.kind,
                status=Status(one.status),
                version=one.version,
                tags=one.tags,
                changed=one.changed,
                created=one.created,
                facts=self._facts[one.id, one.version],
                last_run=real.get(one.id),
                last_test=tests.get(one.id),
                launches=_launches(Status(one.status), self._facts[one.id, one.version], now, launches),
                asking=tuple(launch.planned for launch in asking.get(one.id, ())),
                unsaved=one.id in drafts,
                created_by=one.created_by,
                changed_by=one.changed_by,
                published=one.published,
                published_by=one.published_by,
            )
            for one in entries
        ]
        alone = sorted(drafts - {one.id for one in entries})
        return [*(self._draft(name, tests.get(name)) for name in alone), *found]

    def _read(self, entries: list[DocumentEntry]) -> None:
        unknown = [one.id for one in entries if (one.id, one.version) not in self._facts]
        for name, number, content in self._workspace.documents.latest_contents(unknown):
            self._facts[name, number] = facts_of(content)

    def _draft(self, name: str, test: RunSummary | None) -> Line:
        """A document that was never saved."""
        draft = self._workspace.drafts.load(name)
        document = None if draft is None else from_text(draft.content)
        now = utc_now()
        return Line(
            id=name,
            name=name if document is None else document.name or name,
            kind="campaign" if document is None else document.kind.value,
            status=Status.DRAFT,
            version=0,
            tags=(),
            changed=now,
            created=now,
            facts=Facts() if document is None else _facts(document),
            last_test=test,
            unsaved=True,
        )


def facts_of(content: str) -> Facts:
    """What stands in a document; little, when it cannot be read."""
    try:
        return _facts(from_text(content))
    except EngineError:
        return Facts(schedule=None)


def _facts(document: Document) -> Facts:
    known = all_activities()
    types = dict.fromkeys(node.type for node in document.nodes if not node.disabled)
    channels = [name for name in types if name in known and known[name].category is Category.CHANNEL]
    try:
        schedule: Schedule | None = schedule_of(document)
    except EngineError:
        schedule = None
    written = document.journey.get("schedule")
    days = written if isinstance(written, dict) else {}
    starts = _day(days.get("start_date")) if days.get("start_mode") == "specific_date" else None
    return Facts(
        document.description, tuple(channels), document.zone, document.dimension, schedule, len(document.nodes),
        starts, _day(days.get("end_date")),
    )  # fmt: skip


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def _launches(status: Status, facts: Facts, now: datetime, count: int) -> tuple[datetime, ...]:
    if status not in PUBLISHED or facts.schedule is None:
        return ()
    try:
        zone = ZoneInfo(facts.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ()
    return tuple(moment.astimezone(UTC) for moment in preview(facts.schedule, zone, now, count))
