"""One process writes a workspace: a lock that the system releases when the process ends, and a note of who holds it."""

import errno
import json
import os
import platform
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import TypeAdapter

from engine.problems import EngineError, Problem
from engine.texts import quoted, say

LOCK = "workspace.lock"
HOLDER = "workspace.holder.json"
WINDOW, SCHEDULE = "Jalon", "Jalon's schedule"
_NOTE = TypeAdapter(dict[str, str])
PATIENCE_S = 15.0
"""How long others wait for the schedule, which holds a workspace only while it does what is due."""
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_CHANGING_S = 1.0
"""How long the lock may be held without a note: somebody has just taken it, or is about to let go."""


@contextmanager
def writable(folder: Path) -> Generator[None]:
    """What is done inside needs the right to write a folder. Errors: workspace-read-only."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FORBIDDEN:
            raise
        problem = Problem(
            code="workspace-read-only",
            what=say("The folder {folder} may not be written.", folder=quoted(folder.name)),
            why="A workspace keeps its counts, its drafts and who has it open in its folder.",
            fix="Ask for the right to write it, or copy it to a folder of your own and open it there.",
        )
        raise EngineError(problem) from error


class WorkspaceLock:
    """The right to write a workspace folder, held until `release`."""

    def __init__(self, folder: Path, program: str = WINDOW) -> None:
        """Take it for a program. Errors: workspace-in-use, naming the holder."""
        self._lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
        self._holder = folder / HOLDER
        try:
            self._lock.acquire()
        except Timeout as error:
            if program == SCHEDULE or not self._waited(self._patience_s()):
                raise EngineError(self._in_use(folder)) from error
        note = {
            "program": program,
            "machine": platform.node(),
            "process": str(os.getpid()),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        try:
            self._holder.write_text(json.dumps(note), encoding="utf-8")
        except BaseException:
            self._lock.release()
            raise

    def release(self) -> None:
        """Let others in."""
        self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _patience_s(self) -> float:
        """How long it is worth to wait: the schedule goes soon, and who left no note is coming or going."""
        program = self._note().get("program")
        return PATIENCE_S if program == SCHEDULE else 0 if program else _CHANGING_S

    def _waited(self, patience_s: float) -> bool:
        """Whether the workspace became free while we waited."""
        try:
            self._lock.acquire(timeout=patience_s)
        except Timeout:
            return False
        return True

    def _note(self) -> dict[str, str]:
        """Who holds the workspace, as far as it is known."""
        try:
            return _NOTE.validate_json(self._holder.read_bytes())
        except (OSError, ValueError):
            return {}

    def _in_use(self, folder: Path) -> Problem:
        note = self._note()
        who: str = say("another program")
        if {"program", "machine", "process", "since"} <= note.keys():
            who = say(
                "{program} on {machine} (process {process}, since {since})",
                program=note["program"],
                machine=note["machine"],
                process=note["process"],
                since=note["since"],
            )
        return Problem(
            code="workspace-in-use",
            what=say("The workspace {folder} is open in {who}.", folder=quoted(folder.name), who=who),
            why="Only one process at a time may write a workspace.",
            fix="Close it there first.",
            values={"holder": who},
        )
