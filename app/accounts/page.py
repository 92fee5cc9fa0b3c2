"""The accounts section: the screens in a list at the left, the one that is chosen beside it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.accounts.ledger import Ledger
from app.accounts.screen import Screen
from app.accounts.screens import SCREENS, groups
from app.desk import Desk
from app.inspector.notices import ProgressStrip
from app.sections import Shell
from app.words import tr
from canvas import Tokens
from canvas.icons import icon
from engine.lanes import Job

_ID = Qt.ItemDataRole.UserRole


class AccountsPage(QWidget):
    """A screen is made when it is first looked at, and read anew whenever something was written."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.ledger = Ledger(desk, shell, self)
        self.screens: dict[str, Screen] = {}
        self._stale = False
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Screens of accounts"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(212)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(1)
        self._stack = QStackedWidget()
        self.progress = ProgressStrip()
        self._fill()
        title = QLabel(tr("Accounts"))
        title.setProperty("heading", True)
        title.setContentsMargins(8, 0, 0, 0)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(title)
        side.addWidget(self.list, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 18, 0, 0)
        box.setSpacing(12)
        box.addLayout(side)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.progress)
        right.addWidget(self._stack, 1)
        box.addLayout(right, 1)
        self.setFocusProxy(self.list)
        self.list.currentItemChanged.connect(self._chosen)
        self.ledger.changed.connect(self.refresh)
        self.ledger.began.connect(self._began)
        self.ledger.ended.connect(self.progress.end)
        self._job: Job[object] | None = None
        self.progress.cancel.clicked.connect(self._stop)
        desk.catalog_changed.connect(self.refresh)
        shell.looks.changed.connect(self._paint)
        self._paint(shell.looks.tokens)
        self.show_screen("accounts")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _fill(self) -> None:
        for title, names in groups():
            if title:
                head = QListWidgetItem(title)
                font = QFont(self.list.font())
                font.setPointSizeF(font.pointSizeF() * 0.85)
                font.setBold(True)
                head.setFont(font)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setSizeHint(QSize(0, 34))
                head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
                self.list.addItem(head)
            for name in names:
                item = QListWidgetItem(SCREENS[name].title())
                item.setData(_ID, name)
                self.list.addItem(item)

    def _paint(self, tokens: Tokens) -> None:
        for place in range(self.list.count()):
            item = self.list.item(place)
            name = item.data(_ID)
            if name:
                item.setIcon(icon(SCREENS[str(name)].icon, tokens.text_quiet, selected=tokens.selection))

    @property
    def shown(self) -> Screen | None:
        """The screen in front."""
        found = self._stack.currentWidget()
        return found if isinstance(found, Screen) else None

    def show_screen(self, name: str, select: str = "") -> Screen:
        """Show a screen, and there the thing of that id."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_ID) == name:
                self.list.setCurrentRow(place)
        found = self._made(name)
        if select:
            found.select(select)
        return found

    def _began(self, words: str, job: "Job[object]") -> None:
        self._job = job
        self.progress.begin(words, job.progress)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _go(self, name: str, select: str) -> None:
        if name == "journey":
            self._shell.open_document(select)
        else:
            self.show_screen(name, select)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ID):
            self._made(str(item.data(_ID)))

    def _made(self, name: str) -> Screen:
        found = self.screens.get(name)
        if found is None:
            found = self.screens[name] = SCREENS[name].make(self.ledger)
            found.wanted.connect(self._go)
            self._stack.addWidget(found)
        if self._stack.currentWidget() is not found:
            self._stack.setCurrentWidget(found)
        found.refresh()
        return found

    def refresh(self) -> None:
        """Read the screen in front anew, once it is seen; the others are read when they are shown again."""
        self._stale = not self.isVisible()
        if self.shown is not None and not self._stale:
            self.shown.refresh()
