"""What comes in from outside: files and folders that are dropped, named at the start, or handed over by another start.

Whatever arrives while no workspace is open waits until the user has said where it belongs.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.document_files import DocumentFiles
from app.document_tabs import DocumentTabs
from app.preferences import Preferences
from app.ready_made import ReadyMade, copy_of
from app.sections import Section
from app.shell.stepping import ReadDialog
from app.shell.two_lines import TwoLines
from app.words import tr
from app.workspaces import Workspaces


class Arrivals(QObject):
    """Opens what arrives at one window: a workspace, a document, data, or what a section takes."""

    def __init__(
        self, spaces: Workspaces, tabs: DocumentTabs, files: DocumentFiles, sections: Iterable[Section],
        preferences: Preferences, window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._spaces, self._tabs, self._files, self._window = spaces, tabs, files, window
        self._sections = tuple(sections)
        self._preferences = preferences
        self._waiting: list[Path] = []
        self._wish: ReadyMade | None = None
        spaces.failed.connect(self._stay)

    def take(self, paths: Sequence[Path]) -> None:
        """Open files and folders; the folder of a workspace first, since files go into it."""
        folder = next((path for path in paths if path.is_dir()), None)
        self._waiting = [path for path in paths if not path.is_dir()]
        if folder is not None:
            self._spaces.open(folder)
        elif self._spaces.desk is not None:
            self._open()
        elif self._waiting:
            self._ask_where()

    def begin(self, one: ReadyMade) -> None:
        """A new campaign in the sample workspace, from one that is ready."""
        self._wish = one
        self._spaces.open_sample()

    def _stay(self) -> None:
        """A workspace was not opened: nothing of it is wished for any more, and files go into the one that is open."""
        self._wish = None
        if self._spaces.desk is not None:
            self._open()

    def _ask_where(self) -> None:
        dialog = PlaceDialog([path.name for path in self._waiting], self._preferences.recent, self._window)
        dialog.accepted.connect(lambda: self._place_chosen(dialog.place))
        dialog.rejected.connect(self._waiting.clear)
        dialog.open()

    def _place_chosen(self, place: Path | None) -> None:
        if place is None:
            self._spaces.choose_new()
        else:
            self._spaces.open(place)

    def enter(self, desk: Desk) -> None:
        """A workspace is open, and its tabs are there: what waited for it is opened."""
        wish, self._wish = self._wish, None
        if wish is not None:
            desk.tasks.start(self._begin(desk, wish))
        self._open()

    async def _begin(self, desk: Desk, wish: ReadyMade) -> None:
        self._tabs.show_new(await desk.worker.run(copy_of, wish))

    def _open(self) -> None:
        waiting, self._waiting = self._waiting, []
        rest: list[Path] = []
        for path in waiting:
            section = next((one for one in self._sections if path.suffix.lower() in one.suffixes), None)
            if section is not None:
                section.open_file(path)
            else:
                rest.append(path)
        self._files.open_files(rest)


class PlaceDialog(ReadDialog):
    """Asks into which workspace files go: a new one, or one that was open lately."""

    def __init__(self, names: Sequence[str], recent: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Where does it belong?"))
        self.setMinimumWidth(460)
        words = QLabel(tr("{names} (goes|go) into a workspace. Choose which.", n=len(names), names=", ".join(names)))
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(words.text())
        TwoLines(self.list, wraps=False)
        self._add(tr("A new workspace…"), tr("In an empty folder"), None)
        for folder in recent:
            self._add(folder.name, str(folder.parent), folder)
        self.list.setCurrentRow(min(1, self.list.count() - 1))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Open | kinds.Cancel)
        buttons.button(kinds.Open).setText(tr("Open there"))
        buttons.button(kinds.Open).setProperty("primary", True)
        buttons.button(kinds.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(14)
        for widget in (words, self.list, buttons):
            box.addWidget(widget)
        self.list.setFocus()

    @property
    def place(self) -> Path | None:
        """The folder that was chosen; None for a new one."""
        found = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Path) else None

    def _add(self, title: str, below: str, folder: Path | None) -> None:
        item = QListWidgetItem(f"{title}\n{below}")
        item.setData(Qt.ItemDataRole.UserRole, folder)
        self.list.addItem(item)
