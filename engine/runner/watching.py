"""Looks after the launches and recurring loads of a workspace for as long as it is asked to, with or without a window.

The workspace is held only while something is done, so that a window can open it in between. A window looks after the
launches of the workspace that it has open by itself; meanwhile there is nothing to do here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from engine.problems import EngineError
from engine.runner.housekeeping import tidy
from engine.runner.present import Present
from engine.runner.publishing import Late, Occurrence, next_due, run_due
from engine.runner.recurring import Look, load_due, next_look
from engine.workspace import Workspace
from engine.workspace.lock import SCHEDULE
from engine.workspace.store import Stamp, as_utc, stamp_of

LOOK_EVERY = timedelta(minutes=10)
"""How often a workspace is looked at though nobody touched it."""
RETRY = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class Round:
    """One look at a workspace: what was done, and when something is due next; `held_by` is who kept us out.

    `loaded` are the looks at folders that found something, or found nothing to look at.
    """

    now: datetime
    done: tuple[Occurrence, ...] = ()
    loaded: tuple[Look, ...] = ()
    due: datetime | None = None
    held_by: str = ""


class Watch:
    """The launches of one workspace folder."""

    def __init__(self, folder: Path, present: Present, *, late: Late = Late.ASK) -> None:
        self._folder = folder
        self._present = present
        self._late = late
        self._tidied: date | None = None
        self._seen: Stamp = ()

    def go_on(self, tell: Callable[[Round], None], stopped: Callable[[], bool]) -> None:
        """Do what is due until it is stopped, and tell of each round. Errors: those of opening a workspace."""
        while not stopped():
            done = self.look()
            tell(done)
            again = done.now + (RETRY if done.held_by else LOOK_EVERY)
            self._present.wait(min(again, done.due or again), lambda: stopped() or self._touched())

    def _touched(self) -> bool:
        """Whether anybody changed the workspace since it was looked at; nothing is opened for it."""
        return stamp_of(self._folder) != self._seen

    def look(self) -> Round:
        """One round. Errors: no-workspace, workspace-unreadable, Cancelled."""
        now = self._present.now()
        before = stamp_of(self._folder)
        try:
            workspace = Workspace.open(self._folder, program=SCHEDULE)
        except EngineError as error:
            if error.problem.code != "workspace-in-use":
                raise
            self._seen = before
            return Round(now, held_by=str(error.problem.values.get("holder", "")))
        with workspace:
            # The files first, so that what is launched reads them.
            loaded = load_due(workspace, now=now)
            done = run_due(workspace, now=now, late=self._late)
            if self._tidied != now.date():
                tidy(workspace, now=as_utc(now))
                self._tidied = now.date()
            coming = [one for one in (next_due(workspace, now=now), next_look(workspace)) if one is not None]
            told = tuple(one for one in loaded if one.tells)
        # Taken before others were let in: what they do from then on is noticed.
        self._seen = workspace.left_as
        return Round(now, tuple(done), told, min(coming, default=None))
