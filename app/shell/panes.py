"""A pane beside a document: some views of which one is seen, a tab for each, and a button that closes the pane."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from app.words import tr
from canvas import Tokens
from canvas.icons import icon


class Pane(QFrame):
    """Views are known by name. Its action opens and closes it, for menus and shortcuts."""

    view_shown = Signal(str)
    """A view came to the front, or the pane was opened over it."""

    def __init__(self, name: str, title: str, icon_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("pane", True)
        self._names: list[str] = []
        self._titles: dict[str, str] = {}
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setAccessibleName(title)
        self.views = QStackedWidget()
        self.action = QAction(title, self)
        self.action.setCheckable(True)
        self.action.setChecked(True)
        self.action.toggled.connect(self._toggled)
        self._icon = icon_name
        self._close = QToolButton()
        self._close.setProperty("quiet", True)
        self._close.setToolTip(tr("Close this pane"))
        self._close.setAccessibleName(tr("Close this pane"))
        self._close.clicked.connect(lambda: self.action.setChecked(False))
        self._head = QHBoxLayout()
        self._head.setContentsMargins(6, 0, 6, 0)
        self._head.setSpacing(2)
        self._head.addWidget(self.bar, 1)
        self._head.addWidget(self._close)
        head = QFrame()
        head.setProperty("paneHead", True)
        head.setLayout(self._head)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self.views, 1)
        self.bar.currentChanged.connect(self._chosen)

    def add(self, name: str, title: str, widget: QWidget) -> None:
        """Add a view behind those that are there."""
        self._names.append(name)
        self._titles[name] = title
        self.views.addWidget(widget)
        self.bar.addTab(title)

    def has(self, name: str) -> bool:
        """Whether it holds this view."""
        return name in self._names

    def show_view(self, name: str) -> None:
        """Open the pane, with this view in front."""
        self.action.setChecked(True)
        self.bar.setCurrentIndex(self._names.index(name))

    @property
    def current(self) -> str:
        """The name of the view in front."""
        return self._names[self.bar.currentIndex()] if self._names else ""

    def sees(self, name: str) -> bool:
        """Whether a view is in front and the pane open."""
        return not self.isHidden() and self.current == name

    def set_note(self, name: str, note: str) -> None:
        """Put something short behind the title of a view, such as how many problems there are."""
        title = self._titles[name]
        self.bar.setTabText(self._names.index(name), f"{title}  {note}" if note else title)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._close.setIcon(icon("ph.x", tokens.text_quiet))
        self.action.setIcon(icon(self._icon, tokens.text))

    @property
    def state(self) -> dict[str, Any]:
        """What is to be remembered."""
        return {"open": not self.isHidden(), "view": self.current}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be as remembered."""
        if state.get("view") in self._names:
            self.bar.setCurrentIndex(self._names.index(state["view"]))
        self.action.setChecked(bool(state.get("open", True)))

    def _toggled(self, wanted: bool) -> None:
        self.setVisible(wanted)
        if wanted:
            self.view_shown.emit(self.current)

    def _chosen(self, index: int) -> None:
        self.views.setCurrentIndex(index)
        if 0 <= index < len(self._names):
            self.view_shown.emit(self._names[index])
