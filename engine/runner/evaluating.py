"""Audiences that are evaluated by themselves: daily at a time, or before each run of a campaign that reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from engine.document.files import from_text
from engine.problems import EngineError, Problem
from engine.runner.audiences import not_written, refresh_audience
from engine.runner.results import RunResult
from engine.workspace import Workspace
from engine.workspace.audience_terms import daily_at
from engine.workspace.audiences import AudienceStatus, SavedAudience
from engine.workspace.store import as_utc

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An audience that was due, when it was (with its zone), and what came of it: a run, or a problem."""

    audience: SavedAudience
    planned: datetime
    result: RunResult | None = None
    problem: Problem | None = None


def set_evaluation(workspace: Workspace, audience: SavedAudience, evaluated: str, now: datetime) -> None:
    """Say when an audience is evaluated by itself: `before-run`, a time such as "06:30", or "" for never.

    The time is that of the zone of the campaign that writes it; `now` has a zone.
    Errors: AUD-025, not-written-by-a-campaign.
    """
    if evaluated.strip() and not workspace.documents.has(audience.document):
        raise EngineError(not_written(audience))
    workspace.audiences.evaluate(audience.id, evaluated, as_utc(now))


def evaluate_due(workspace: Workspace, now: datetime) -> list[Evaluated]:
    """Evaluate each audience whose time has come since it was last; one that was missed, once. `now` has a zone."""
    found: list[Evaluated] = []
    for audience, zone in _daily(workspace):
        planned = _latest(audience, zone, now)
        if max(audience.changed, audience.tried or audience.changed) >= as_utc(planned):
            continue
        workspace.audiences.evaluate(audience.id, audience.evaluated, as_utc(now))
        try:
            found.append(Evaluated(audience, planned, refresh_audience(workspace, audience)))
        except EngineError as error:
            found.append(Evaluated(audience, planned, problem=error.problem))
    return found


def next_evaluation(workspace: Workspace, now: datetime) -> datetime | None:
    """When an audience is to be evaluated next, with its zone."""
    return min((_latest(one, zone, now + _DAY) for one, zone in _daily(workspace)), default=None)


def _daily(workspace: Workspace) -> Iterator[tuple[SavedAudience, ZoneInfo]]:
    for audience in workspace.audiences.usable():
        put_away = audience.status is AudienceStatus.INACTIVE
        if daily_at(audience.evaluated) is None or put_away or not workspace.documents.has(audience.document):
            continue
        try:
            yield audience, ZoneInfo(from_text(workspace.documents.load(audience.document)).zone)
        except (EngineError, ValueError, KeyError):
            yield audience, ZoneInfo("UTC")


def _latest(audience: SavedAudience, zone: ZoneInfo, now: datetime) -> datetime:
    """The last time at or before an instant at which an audience was to be evaluated."""
    wall = now.astimezone(zone)
    moment = daily_at(audience.evaluated)
    at = wall if moment is None else datetime.combine(wall.date(), moment, zone)
    # A time that the clock skips or repeats is put on the day's real time line.
    at = at.astimezone(UTC).astimezone(zone)
    return at if at <= wall else datetime.combine(wall.date() - _DAY, at.time(), zone)
