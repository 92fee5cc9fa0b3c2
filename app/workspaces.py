"""Which workspace is open: one at a time, opened, made and built away from the window's thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.beacon import ask_holder
from app.desk import Desk
from app.shared import Shared
from app.words import tr
from app.worker import Tasks
from engine.problems import EngineError
from engine.workspace import Workspace


class Workspaces(QObject):
    """Opens workspaces and closes them."""

    entered = Signal(object)
    """The Desk of the workspace that is open now, its catalogue read."""
    leaving = Signal(object)
    """The Desk that is about to be closed."""
    telling = Signal(str)
    """What is being done; empty when it is done."""
    failed = Signal(object)
    """The error that kept a workspace closed."""

    handed_over = Signal(object)
    """The folder of a workspace that another process has open, which was asked to come to the front."""

    def __init__(self, sample: Path, shared: Shared, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self._shared = shared
        shared.join()
        self._sample = sample
        self._window = parent
        self._under_way: Path | None = None
        self._tasks = Tasks(self.failed.emit)

    def open(self, folder: Path) -> None:
        """Open a workspace that is there."""
        self._start(folder, partial(Workspace.open, folder), tr("Opening {name}…", name=folder.name))

    def open_sample(self) -> None:
        """Open the sample workspace; build it first if need be."""
        if (self._sample / "workspace.sqlite").exists():
            self.open(self._sample)
        else:
            telling = tr("Building the sample workspace on this machine; it takes some 20 s…")
            self._start(self._sample, partial(_build, self._sample), telling)

    def open_company(self) -> None:
        """Open the sample of account journeys, beside the other one; build it first if need be."""
        folder = self._sample.with_name(f"{self._sample.name}-journeys")
        if (folder / "workspace.sqlite").exists():
            self.open(folder)
        else:
            telling = tr("Inventing companies, their people and what these did…")
            self._start(folder, partial(_build_company, folder), telling)

    def choose_new(self) -> None:
        """Make a workspace in a folder that the user chooses."""
        name = QFileDialog.getExistingDirectory(self._window, tr("An empty folder for the new workspace"))
        if name:
            self.make(Path(name))

    def make(self, folder: Path) -> None:
        """Make a workspace in an empty folder."""
        self._start(folder, partial(Workspace.create, folder), tr("Making the workspace…"))

    def choose(self) -> None:
        """Let the user choose a workspace."""
        name = QFileDialog.getExistingDirectory(self._window, tr("The folder of a workspace"))
        if name:
            self.open(Path(name))

    def leave(self) -> None:
        """Close the workspace that is open: what was asked for is finished first."""
        desk = self.desk
        if desk is not None:
            self.leaving.emit(desk)
            self.desk = None
            self._shared.leave(desk)

    def close(self) -> None:
        """Leave, and stop the worker for good if no other window needs it."""
        self._tasks.cancel()
        self.leave()
        self._shared.close()

    def _start(self, folder: Path, make: Callable[[], Workspace], telling: str) -> None:
        if folder != self._under_way:  # a second click asks for nothing new
            self._under_way = folder
            self._tasks.start(self._enter(folder, make, telling))

    async def _enter(self, folder: Path, make: Callable[[], Workspace], telling: str) -> None:
        self.telling.emit(telling)
        try:
            desk = await self._shared.enter(folder, make)
        except EngineError as error:
            if error.problem.code == "workspace-in-use" and await self._shared.worker.run(ask_holder, folder):
                self.handed_over.emit(folder)
                return
            raise
        finally:
            self._under_way = None
            self.telling.emit("")
        # Only now: what cannot be opened takes nobody out of the workspace that is open.
        self.leave()
        self.desk = desk
        self.entered.emit(desk)
        desk.life.begin()


def _build(folder: Path) -> Workspace:
    from engine.demo import build_demo  # only the first start needs it

    return build_demo(folder)


def _build_company(folder: Path) -> Workspace:
    """A workspace of generated companies with the sample journeys."""
    # Loaded when it is asked for, so that the program starts without it.
    from engine.demo import add_company

    workspace = Workspace.create(folder)
    try:
        add_company(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace
