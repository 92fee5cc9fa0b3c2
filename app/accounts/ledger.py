"""What the screens of accounts share: the instant they look from, reading and writing away from the window."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.desk import Desk
from app.inspector.service import EngineService
from app.sections import Shell
from app.words import present, tr
from app.worker import Tasks, finished
from engine.account_data.browsing import Browsed, has_accounts, present_of
from engine.account_data.setup import create_account_data
from engine.catalog.sources import Clock
from engine.problems import Cancelled, EngineError, Problem
from engine.runner.account_lists import hour_of, population_of
from engine.runner.populations import StoredPopulation
from engine.workspace import Workspace

T = TypeVar("T")
Told = Callable[[Problem], None]


class Ledger(QObject):
    """The account data of one workspace, as the screens read and change them."""

    changed = Signal()
    """Something was written, here or by another part or window of the program."""
    began = Signal(str, object)
    """Something that may take a while began: its words and its Job."""
    ended = Signal()

    def __init__(self, desk: Desk, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.shell = desk, shell
        self.tasks = Tasks(desk.tell)
        """What is being read for screens; it ends with them."""
        self.destroyed.connect(self.tasks.cancel)
        desk.accounts_changed.connect(self.changed)
        self.service = EngineService(desk.workspace)
        self.now: datetime = present().now
        """The instant from which scores and memberships are looked at, in UTC."""
        self.filled = False
        """Whether there is an account."""
        self.ready = False
        """Whether the tables of accounts are there."""

    async def look(self) -> None:
        """See what there is."""
        instant = hour_of(present().now)
        self.filled, self.ready, self.now = await self.ask(lambda workspace: _state(workspace, instant))

    async def prepare(self) -> None:
        """Make the tables of accounts where they are missing."""
        if not self.ready:
            await self.desk.worker.run(create_account_data, self.desk.workspace)
            await self.desk.load()
            await self.look()

    async def ask(self, question: Callable[[Workspace], T]) -> T:
        """An answer that is read while others write. Errors: those of the question."""
        workspace = self.desk.workspace
        return await finished(workspace.database.reader.submit(lambda _cursor: question(workspace)))

    async def population(self, browse: Callable[[Workspace], Browsed]) -> StoredPopulation:
        """A list as a population to be paged."""
        clock = Clock(self.now, present().zone)
        return await self.ask(lambda workspace: population_of(workspace, browse(workspace), clock))

    def write(
        self,
        work: Callable[..., T],
        *args: Any,
        then: Callable[[T], None] | None = None,
        told: Told | None = None,
        words: str = "",
    ) -> None:
        """Change something, then let everybody read anew; `told` gets the Problem where it is refused.

        With `words` it may take a while: it is said, and can be stopped.
        """
        self.desk.tasks.start(self._write(work, args, then, told, words))

    async def _write(
        self,
        work: Callable[..., T],
        args: tuple[Any, ...],
        then: Callable[[T], None] | None,
        told: Told | None,
        words: str,
    ) -> None:
        workspace = self.desk.workspace
        try:
            await self.prepare()
            job = workspace.database.writer.submit(lambda _cursor: work(workspace, *args))
            if words:
                self.began.emit(words, job)
            done = await finished(job)
        except EngineError as error:
            (told or self.shell.tell)(error.problem)
            return
        except Cancelled:
            self.shell.say(tr("It was stopped; all is as it was."))
            return
        finally:
            if words:
                self.ended.emit()
        if then is not None:
            then(done)
        self.desk.accounts_changed.emit()


def _state(workspace: Workspace, instant: datetime) -> tuple[bool, bool, datetime]:
    ready = workspace.datasets.current("buying_group") is not None
    return has_accounts(workspace), ready, present_of(workspace, instant)
