"""One process writes a workspace: a lock that the system releases when the process ends, and a note of who holds it."""

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from engine.problems import EngineError, Problem

LOCK = "workspace.lock"
HOLDER = "workspace.holder.json"


class WorkspaceLock:
    """The right to write a workspace folder, held until `release`."""

    def __init__(self, folder: Path) -> None:
        """Take it. Errors: workspace-in-use, naming the holder."""
        self._lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
        self._holder = folder / HOLDER
        try:
            self._lock.acquire()
        except Timeout as error:
            raise EngineError(self._in_use(folder)) from error
        note = {
            "program": "Jalon",
            "machine": platform.node(),
            "process": os.getpid(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        self._holder.write_text(json.dumps(note), encoding="utf-8")

    def release(self) -> None:
        """Let others in."""
        self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _in_use(self, folder: Path) -> Problem:
        try:
            note = json.loads(self._holder.read_text(encoding="utf-8"))
            who = f"{note['program']} on {note['machine']} (process {note['process']}, since {note['since']})"
        except (OSError, ValueError, KeyError):
            who = "another program"
        return Problem(
            code="workspace-in-use",
            what=f"The workspace {folder.name!r} is open in {who}.",
            why="Only one process at a time may write a workspace.",
            fix="Close it there first.",
            values={"holder": who},
        )
