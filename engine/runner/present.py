"""What time it is: by the clock, or by a file, so that years of launches can be rehearsed in minutes."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from engine.problems import EngineError, Problem
from engine.texts import quoted, say


class Present(Protocol):
    """A source of the present."""

    def now(self) -> datetime:
        """The present, with its zone."""
        ...

    def wait(self, until: datetime | None, awake: Callable[[], bool]) -> None:
        """Return when that moment has come, or when something else deserves attention."""
        ...


class ClockPresent:
    """The clock of this machine. It is looked at again and again, for it may be set, and the machine may sleep."""

    EVERY_S = 1.0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def wait(self, until: datetime | None, awake: Callable[[], bool]) -> None:
        while not awake() and (until is None or self.now() < until):
            time.sleep(self.EVERY_S)


class FilePresent:
    """The instant that stands in a file, such as 2025-10-02T09:00:00+02:00; whoever writes it moves the time on."""

    EVERY_S = 0.02

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: datetime | None = None

    def now(self) -> datetime:
        """The instant in the file; while it is being written, the one before. Errors: wrong-clock."""
        try:
            found = datetime.fromisoformat(self._path.read_text(encoding="utf-8").strip())
        except (OSError, ValueError) as error:
            if self._last is not None:
                return self._last
            raise EngineError(self._wrong()) from error
        if found.tzinfo is None:
            raise EngineError(self._wrong())
        self._last = found
        return found

    def wait(self, until: datetime | None, awake: Callable[[], bool]) -> None:
        while not awake() and (until is None or self.now() < until):
            time.sleep(self.EVERY_S)

    def _wrong(self) -> Problem:
        return Problem(
            code="wrong-clock",
            what=say("{path} does not say what time it is.", path=quoted(self._path.name)),
            fix="Write an instant with its offset into it, such as 2025-10-02T09:00:00+02:00.",
        )
