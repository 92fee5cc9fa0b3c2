"""What the windows of one process share: one worker, and each open workspace once, however many windows show it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.beacon import Beacon, Request
from app.desk import Desk
from app.words import tr
from app.worker import Worker
from engine.problems import Problem
from engine.workspace import Workspace


class Shared(QObject):
    """The desks that are open, with the number of windows at each."""

    wanted = Signal(object)
    """The Desk of a workspace that another process asked for: a window with it is to come to the front."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = Worker()
        self._desks: dict[Path, Desk] = {}
        self._users: dict[Path, int] = {}
        self._beacons: dict[Path, Beacon] = {}
        self._windows = 0
        self._entering = asyncio.Lock()

    def join(self) -> None:
        """One window more, which may open a workspace at any time."""
        self._windows += 1

    async def enter(self, folder: Path, make: Callable[[], Workspace]) -> Desk:
        """The desk of a folder; opened by `make` and read when nobody has it yet. Errors: those of `make`."""
        place = folder.resolve()
        self._users[place] = self._users.get(place, 0) + 1
        try:
            # Two windows may ask for one folder at once: whoever comes second finds what the first one opened.
            async with self._entering:
                desk = self._desks.get(place)
                if desk is None:
                    desk = await self._open(place, make)
        except BaseException:
            self._users[place] -= 1
            raise
        return desk

    async def _open(self, place: Path, make: Callable[[], Workspace]) -> Desk:
        opening = self.worker.begin(make)
        try:
            workspace = await asyncio.shield(asyncio.wrap_future(opening))
        except asyncio.CancelledError:
            # The thread goes on: what it opens for nobody must not stay locked.
            if self._windows:
                self.worker.begin(_close_unwanted, opening)
            raise
        desk = Desk(workspace, self.worker, self)
        try:
            await desk.load()
        except BaseException:
            desk.close()
            raise
        self._desks[place] = desk
        beacon = self._beacons[place] = Beacon(place, self)
        beacon.asked.connect(partial(self._asked, desk))
        return desk

    def _asked(self, desk: Desk, request: Request) -> None:
        if "run" in request.words:
            desk.tasks.start(_carry_out(desk, request))
        else:
            request.answer()
            self.wanted.emit(desk)

    def leave(self, desk: Desk) -> None:
        """One window fewer; the workspace is closed after the last, and what was asked for is finished first."""
        place = next(place for place, known in self._desks.items() if known is desk)
        self._users[place] -= 1
        if not self._users[place]:
            del self._desks[place], self._users[place]
            self._beacons.pop(place).close()
            desk.close()

    def users(self, desk: Desk) -> int:
        """How many windows are at a desk."""
        return next((self._users[place] for place, known in self._desks.items() if known is desk), 0)

    def close(self) -> None:
        """One window fewer; after the last the worker stops for good."""
        self._windows -= 1
        if not self._windows:
            self.worker.close()


def _close_unwanted(opening: Future[Workspace]) -> None:
    if opening.exception() is None:
        opening.result().close()


async def _carry_out(desk: Desk, request: Request) -> None:
    """Run what another process ordered. It waits on a thread of its own, since a run may take long."""
    from engine.runner.orders import ANSWERS, ORDERS, Answer, answer_to

    found = Answer(problem=Problem(code="cancelled", what=tr("The window was closed before the run was over.")))
    try:
        order = ORDERS.validate_python(request.words["run"])
        found = await asyncio.get_running_loop().run_in_executor(None, answer_to, desk.workspace, order)
        desk.life.refresh()
    finally:
        request.answer({"answer": ANSWERS.dump_python(found, mode="json")})
