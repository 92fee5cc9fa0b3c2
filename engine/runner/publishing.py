"""Publishing a campaign, and running what is due: launches of schedules, waits that are over, signals not delivered.

Whoever has the workspace open asks now and then what is due. A launch that comes too late for that is missed: a
recurring one is skipped and said, a single one waits for a decision. A run that the end of the program cut off goes
on. The present is always given.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from engine.document.files import from_text, to_text
from engine.document.model import Document, Kind
from engine.problems import EngineError, Problem
from engine.runner.commands import Command, recurs, refused, require
from engine.runner.evaluating import Evaluated, evaluate_due, next_evaluation
from engine.runner.expiring import expire_audiences, next_expiry
from engine.runner.policies import met_policies
from engine.runner.publication import publication_problems
from engine.runner.real import continue_run, deliver_signals, start_real_run
from engine.runner.receivers import FOREVER, moments, nodes_in
from engine.runner.results import RunResult, State
from engine.runner.service import schedule_of
from engine.runner.supervising import tell_supervisors
from engine.schedules import AsSoonAsPossible, Missed, OnSignal, missed, next_launch, overlaps
from engine.texts import declared, say
from engine.workspace import Workspace
from engine.workspace.approvals import Review
from engine.workspace.documents import DocumentEntry
from engine.workspace.launches import LaunchEntry, Outcome
from engine.workspace.runs import CUT_OFF, FAILED, INTERRUPTED, UNDER_WAY, WAITING, RunEntry
from engine.workspace.statuses import PUBLISHED, Status
from engine.workspace.store import as_utc

PUNCTUAL = timedelta(minutes=15)
"""How late a launch may start: as much as two launches are apart at least."""
MOST_CONTINUATIONS = 3
"""How often a run that ends with the program is taken up again by itself."""


class Late(StrEnum):
    """What to do with a single launch that was missed."""

    ASK = "ask"
    RUN = "run"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that was due: a launch and what became of it, or a run that went on (then `planned` is None)."""

    document: str
    outcome: Outcome
    planned: datetime | None = None
    run: str | None = None
    result: RunResult | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What became of the launches of a campaign until now: the last one, and those that wait for a decision."""

    last: LaunchEntry | None
    asking: Sequence[LaunchEntry] = ()


def publish(workspace: Workspace, document: Document, *, now: datetime, agreed: Review | None = None) -> Status:
    """Publish a campaign: what is saved runs from now on as its schedule says; its new status.

    `now` has a zone; `agreed` is the review in which all who had to agree did, noted together with the publication.
    Errors: not-publishable, for the first error, and for a schedule that comes too late; published-already,
    test-under-way; needs-approval.
    """
    saved = next((one for one in workspace.documents.list() if one.id == document.id), None)
    if saved is not None:
        if agreed is None:
            require(workspace, document.id, Command.PUBLISH)
        workspace.documents.set_status(document.id, Status.PUBLISHING)
    try:
        refuse_wrong(workspace, document, now)
        if agreed is None:
            _require_agreement(workspace, document)
        return _published(workspace, document, now, agreed)
    except BaseException:
        if saved is not None:
            workspace.documents.set_status(document.id, saved.status)
        raise


def refuse_wrong(workspace: Workspace, document: Document, now: datetime) -> None:
    """Errors: not-publishable, for the first error."""
    for problem in publication_problems(workspace, document, now):
        if problem.is_error:
            why = declared(problem.what)
            what = (
                say("The journey cannot be published: {what}", what=why)
                if document.kind is Kind.JOURNEY
                else say("The campaign cannot be published: {what}", what=why)
            )
            raise EngineError(dataclasses.replace(problem, what=what, code="not-publishable"))


def keep_version(workspace: Workspace, document: Document) -> None:
    """Store a draft as its latest version, unless it is that already. Errors: read-only."""
    content = to_text(document)
    versions = workspace.documents.versions(document.id)
    if not versions or workspace.documents.load(document.id) != content:
        name = document.name or document.id
        workspace.documents.save(document.id, content, name=name, kind=document.kind.value)


def _require_agreement(workspace: Workspace, document: Document) -> None:
    policies = met_policies(workspace, document, workspace.documents.person)
    if policies:
        names = ", ".join(one.name for one in policies)
        problem = Problem(
            code="needs-approval",
            what=say("Others must agree to this publication: {names}.", names=names),
            fix="Request an approval.",
            values={"policies": names},
        )
        raise refused(workspace, document.id, Command.PUBLISH, problem)


def _published(workspace: Workspace, document: Document, now: datetime, agreed: Review | None) -> Status:
    if document.kind is Kind.JOURNEY:
        from engine.runner.journeys import journey_starts

        planned = journey_starts(document)
    else:
        planned = _planned(document, now)
    status = Status.LIVE if planned is None else Status.SCHEDULED
    with workspace.together():
        workspace.documents.set_status(document.id, Status.DRAFT)
        keep_version(workspace, document)
        workspace.documents.set_status(document.id, status, as_utc(now))
        workspace.launches.note(document.id, as_utc(now), Outcome.WATCHED)
        if agreed is not None:
            workspace.approvals.update(agreed)
    return status


def run_due(workspace: Workspace, *, now: datetime, late: Late = Late.ASK) -> list[Occurrence]:
    """Do what is due at `now`, which has a zone; what was done, skipped and missed. Errors: Cancelled."""
    deliver_signals(workspace)
    expire_audiences(workspace, as_utc(now))
    found = [_evaluated(one) for one in evaluate_due(workspace, now)]
    if any(entry.kind == Kind.JOURNEY.value for entry in workspace.documents.list()):
        # Journeys are loaded when there is one.
        from engine.runner.live_journeys import look_after_journeys

        failed = look_after_journeys(workspace, now)
        found += (Occurrence(name, Outcome.FAILED, problem=problem) for name, problem in failed)
    # Few of many campaigns have anything due, so what tells which ones is read for all at once.
    latest, asking = workspace.launches.latest(), workspace.launches.asking()
    held = {run.document for run in workspace.runs.standing_at(WAITING, INTERRUPTED)}
    for entry, document in _watched(workspace):
        done = [*_continued(workspace, entry.id, now)] if entry.id in held else []
        if entry.status in PUBLISHED:
            known = Known(latest.get(entry.id), asking.get(entry.id, ()))
            done += _launched(workspace, document, known, now, late)
        if done or _planned(document, now) is None:
            settle(workspace, entry.id, now)
        found += done
    return found


def _evaluated(one: Evaluated) -> Occurrence:
    run = None if one.result is None else one.result.run
    outcome = Outcome.STARTED if one.result is not None and one.result.ok else Outcome.FAILED
    return Occurrence(one.audience.document, outcome, one.planned, run, one.result, one.problem)


def _watched(workspace: Workspace) -> list[tuple[DocumentEntry, Document]]:
    """The campaigns that launches, waits or signals may set going, with what was published of them."""
    entries = [
        entry
        for entry in workspace.documents.list()
        if entry.kind == Kind.CAMPAIGN.value and entry.status in {*PUBLISHED, Status.CLOSED}
    ]
    contents = {name: text for name, _, text in workspace.documents.latest_contents(one.id for one in entries)}
    return [(entry, _read(contents[entry.id])) for entry in entries]


_read = lru_cache(maxsize=256)(from_text)
"""What is published does not change, and is looked at again and again."""


def _planned(document: Document, now: datetime) -> datetime | None:
    return next_launch(schedule_of(document), ZoneInfo(document.zone), now)


def decide_missed(workspace: Workspace, document: str, late: Late, *, now: datetime) -> list[Occurrence]:
    """Run or skip the single launches of a campaign that were missed and wait for a decision. Errors: Cancelled."""
    content = from_text(workspace.documents.load(document))
    found = list(_asked(workspace, content, workspace.launches.asking().get(document, ()), now, late))
    settle(workspace, document, now)
    return found


def next_due(workspace: Workspace, *, now: datetime) -> datetime | None:
    """When something will be due next, with its zone; None while nothing is planned."""
    found: list[datetime] = []
    waiting: dict[str, list[str]] = {}
    for run in workspace.runs.standing_at(WAITING):
        waiting.setdefault(run.document, []).append(run.id)
    for entry, document in _watched(workspace):
        planned = _planned(document, now) if entry.status in PUBLISHED else None
        found += [] if planned is None else [planned]
        for name in waiting.get(entry.id, ()):
            ends = [moment for moment in moments(workspace.runs.get(name)).values() if moment != FOREVER]
            zone = ZoneInfo(document.zone)
            found += [one for one in (datetime.fromisoformat(end).replace(tzinfo=zone) for end in ends) if one > now]
    evaluation, expiry = next_evaluation(workspace, now), next_expiry(workspace)
    found += [] if evaluation is None else [evaluation]
    found += [] if expiry is None else [expiry.replace(tzinfo=UTC)]
    return min(found, default=None)


def settle(workspace: Workspace, document: str, now: datetime) -> None:
    """Note that a campaign is completed, once nothing of it is to come: no run, no launch, no decision."""
    entry = workspace.documents.get(document)
    if entry.status not in PUBLISHED:
        return
    content = from_text(workspace.documents.load(document))
    last = workspace.launches.latest().get(document)
    if isinstance(schedule_of(content), OnSignal) or _planned(content, now) is not None:
        return
    if last is None or last.outcome in {Outcome.WATCHED, Outcome.ASKING, Outcome.FAILED}:
        return
    open_ = {*UNDER_WAY, FAILED, INTERRUPTED}
    if not any(run.status in open_ and run.mode == "real" for run in workspace.runs.summaries(document)):
        workspace.documents.set_status(document, Status.COMPLETED, as_utc(now))


def _continued(workspace: Workspace, document: str, now: datetime) -> Iterator[Occurrence]:
    standing = workspace.runs.standing_at(WAITING, INTERRUPTED)
    for summary in (one for one in standing if one.document == document):
        run = workspace.runs.get(summary.id)
        wall = now.astimezone(ZoneInfo(from_text(run.content).zone)).replace(tzinfo=None)
        if _goes_on(workspace, run, wall):
            result = continue_run(workspace, run.id, now=wall)
            yield Occurrence(document, Outcome.CONTINUED, run=run.id, result=result)


def _goes_on(workspace: Workspace, run: RunEntry, wall: datetime) -> bool:
    """Whether a wait of a run is over, or the program ended under it, and not time and again."""
    if run.status == INTERRUPTED:
        return [text for _, _, text in workspace.runs.lines(run.id)].count(CUT_OFF) <= MOST_CONTINUATIONS
    due = moments(run)
    return any(datetime.fromisoformat(due.get(node, FOREVER)) <= wall for node in nodes_in(run, State.WAITING))


def _launched(
    workspace: Workspace, document: Document, known: Known, now: datetime, late: Late
) -> Iterator[Occurrence]:
    last = known.last
    if last is None:
        # Published by other means: its schedule is watched from now on, and what is past is not made up for.
        workspace.launches.note(document.id, as_utc(now), Outcome.WATCHED)
        last = LaunchEntry(document.id, as_utc(now), Outcome.WATCHED, None)
    yield from _asked(workspace, document, known.asking, now, late)
    schedule, zone = schedule_of(document), ZoneInfo(document.zone)
    if isinstance(schedule, OnSignal):
        return
    if isinstance(schedule, AsSoonAsPossible):
        if last.outcome is Outcome.WATCHED:
            yield _start(workspace, document, now, now)
        return
    kind, planned = missed(schedule, zone, last.planned.replace(tzinfo=UTC), now)
    for moment in planned:
        if moment == planned[-1] and now - moment <= PUNCTUAL:
            yield _start(workspace, document, moment, moment)
            continue
        outcome = Outcome.ASKING if kind is Missed.ASK else Outcome.MISSED
        workspace.launches.note(document.id, as_utc(moment), outcome)
        if outcome is Outcome.MISSED or late is Late.ASK:
            yield Occurrence(document.id, outcome, moment, problem=_missed(document, moment, outcome))
        else:
            yield _decided(workspace, document, moment, now, late)


def _asked(
    workspace: Workspace, document: Document, asking: Sequence[LaunchEntry], now: datetime, late: Late
) -> Iterator[Occurrence]:
    for launch in asking:
        moment = launch.planned.replace(tzinfo=UTC).astimezone(ZoneInfo(document.zone))
        if late is Late.ASK:
            problem = _missed(document, moment, launch.outcome)
            yield Occurrence(document.id, launch.outcome, moment, problem=problem)
        else:
            yield _decided(workspace, document, moment, now, late)


def _decided(workspace: Workspace, document: Document, moment: datetime, now: datetime, late: Late) -> Occurrence:
    if late is Late.RUN:
        return _start(workspace, document, moment, now)
    workspace.launches.note(document.id, as_utc(moment), Outcome.SKIPPED)
    return Occurrence(document.id, Outcome.SKIPPED, moment)


def _start(workspace: Workspace, document: Document, planned: datetime, as_of: datetime) -> Occurrence:
    runs = [run for run in workspace.runs.summaries(document.id) if run.mode == "real"]
    busy = next((run for run in runs if run.status in UNDER_WAY), None)
    skipped = overlaps(busy is not None)
    if skipped is not None and busy is not None:
        workspace.launches.note(document.id, as_utc(planned), Outcome.SKIPPED)
        workspace.runs.log(busy.id, skipped.text, level="warning")
        return Occurrence(document.id, Outcome.SKIPPED, planned, run=busy.id, problem=skipped)
    # The launch is noted in the transaction that begins its run: one that a crash cut off is continued as a run and
    # never launched again, and one that did not begin is still due.
    asks = not recurs(workspace, document.id)
    try:
        result = start_real_run(workspace, document, as_of=as_of, planned=as_utc(planned), asks=asks)
    except EngineError as error:
        begun = workspace.launches.get(document.id, as_utc(planned))
        run = None if begun is None else begun.run
        workspace.launches.note(document.id, as_utc(planned), Outcome.FAILED, run)
        workspace.documents.set_status(document.id, Status.LIVE)
        if run is None:
            # A run that began has told them itself.
            tell_supervisors(workspace, document, f"launch {as_utc(planned):%Y-%m-%d %H:%M}", error.problem.text)
        return Occurrence(document.id, Outcome.FAILED, planned, run, problem=error.problem)
    outcome = Outcome.STARTED if result.ok else Outcome.FAILED
    workspace.launches.note(document.id, as_utc(planned), outcome, result.run)
    return Occurrence(document.id, outcome, planned, result.run, result)


def _missed(document: Document, moment: datetime, outcome: Outcome) -> Problem:
    asks = outcome is Outcome.ASKING
    return Problem(
        code="launch-missed",
        what=say(
            "{document} was to run at {moment}, and Jalon was not running then.",
            document=document.name or document.id,
            moment=f"{moment:%Y-%m-%d %H:%M}",
        ),
        fix="Run it now, or skip it." if asks else "It runs again at its next launch; this one is not made up for.",
        check="V29",
        values={"document": document.id, "planned": moment.isoformat()},
    )
