"""Dashboards of journeys: each is rehearsed, or its stored rehearsal is taken, and its widgets are counted from it."""

from datetime import UTC

from engine.account_data.scoring import tables_of
from engine.catalog.sources import Clock
from engine.database import Cursor, Store, stored
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.journey.metrics import JourneyLine, Run, Step, journey_widgets, journeys_widgets
from engine.journey.options import RunOptions
from engine.journey.plan import Plan
from engine.journey.simulate import Simulated
from engine.lanes import Job
from engine.problems import EngineError, Problem
from engine.runner.dashboards import Figure, figure_of
from engine.runner.journeys import check_journey_document, data_version_of, rehearse
from engine.workspace import Workspace


def start_journey_figures(workspace: Workspace, document: str, clock: Clock) -> Job[tuple[Figure, ...]]:
    """The overview of one journey, without waiting. Errors: unknown-document, journey-cannot-run, Cancelled."""

    def work(cursor: Cursor) -> tuple[Figure, ...]:
        found = from_text(workspace.documents.load(document))
        plan, run = _rehearsed(workspace, found, clock, cursor)
        widgets = journey_widgets(run_of(plan, run), tables_of(workspace).rows)
        return tuple(figure_of(workspace, widget, clock) for widget in widgets)

    return workspace.database.writer.submit(work)


def start_journeys_figures(workspace: Workspace, clock: Clock) -> Job[tuple[Figure, ...]]:
    """All journeys that can run together, without waiting; nothing when there is none. Errors: Cancelled."""

    def work(cursor: Cursor) -> tuple[Figure, ...]:
        lines: list[JourneyLine] = []
        for entry in workspace.documents.list():
            if entry.kind != Kind.JOURNEY.value:
                continue
            cursor.stop_if_cancelled()
            document = from_text(workspace.documents.load(entry.id))
            try:
                plan, run = _rehearsed(workspace, document, clock, cursor)
            except EngineError:
                # A journey that cannot run has no numbers; its own page says why.
                continue
            lines.append(JourneyLine(entry.id, entry.name, entry.status, _kind(document), run.start, run_of(plan, run)))
        return tuple(figure_of(workspace, widget, clock) for widget in journeys_widgets(lines)) if lines else ()

    return workspace.database.writer.submit(work)


def run_of(plan: Plan, run: Simulated) -> Run:
    """A stored run as widgets look at it: without the steps inside groups of people."""
    targets: dict[int, dict[str, int]] = {}
    nodes = [one for one in plan.nodes if one.group is None]
    for one in nodes:
        for feed in one.feeds:
            targets.setdefault(feed.rank, {})[feed.port] = one.rank
    titles: dict[str, int] = {}
    steps: list[Step] = []
    for one in nodes:
        label = one.place.label or one.id
        titles[label] = titles.get(label, 0) + 1
        title = label if titles[label] == 1 else f"{label} ({titles[label]})"
        steps.append(Step(one.rank, title, targets.get(one.rank, {})))
    return Run(run.stored.table, run.end, steps)


def _rehearsed(workspace: Workspace, document: Document, clock: Clock, cursor: Cursor) -> tuple[Plan, Simulated]:
    # A document that is frozen at an instant is looked at from there, as its own page does.
    now = None if document.as_of else clock.now.replace(tzinfo=UTC)
    checked, problems = check_journey_document(workspace, document, as_of=now)
    if not checked.can_run or any(problem.is_error and problem.node is None for problem in problems):
        first = next((problem for problem in problems if problem.is_error), None)
        raise EngineError(
            first or Problem(code="journey-cannot-run", what="The journey cannot run.", fix="Look at its problems.")
        )
    sources = {name: stored(Store.DATA, table.physical) for name, table in workspace.datasets.snapshot().items()}
    version = data_version_of(sources)
    return checked.plan, rehearse(
        workspace, checked.plan, RunOptions(), sources, version, lambda _event: None, cursor
    )  # fmt: skip


_KINDS = {"send_email": "E-mail", "email": "E-mail", "send_sms": "SMS", "send_whatsapp": "WhatsApp"}


def _kind(document: Document) -> str:
    """What a journey sends, else that it listens, else nothing of both."""
    types = {node.type for node in document.nodes}
    actions = {str(node.settings.get("action") or "") for node in document.nodes}
    found = [word for name, word in _KINDS.items() if name in actions or name in types]
    if found:
        return " + ".join(dict.fromkeys(found))
    return "Events" if "listen" in types else "No messages"
