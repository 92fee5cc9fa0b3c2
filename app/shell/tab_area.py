"""The tabs over the whole width: sections, pages and documents alike. It knows only widgets and keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from app.shell.stepping import enter
from app.words import as_typed, tr
from canvas import Tokens
from canvas.icons import icon


@dataclass(frozen=True)
class _Tab:
    key: str
    widget: QWidget
    icon: str
    within: QStackedWidget | None


class _Bar(QTabBar):
    """A row of tabs; the middle button closes one."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton and self.tabAt(event.position().toPoint()) >= 0:
            self.tabCloseRequested.emit(self.tabAt(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)


class TabArea(QWidget):
    """A row of tabs over what they show. Several tabs may share one frame, as documents share the panes around them."""

    current_changed = Signal()
    emptied = Signal()
    """The user closed the last tab."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens
        self._tabs: dict[int, _Tab] = {}
        self._serial = 0
        self.bar = _Bar()
        self.bar.setMovable(True)
        self.bar.setDocumentMode(True)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.bar.setAccessibleName(tr("Open tabs"))
        self.bar.setProperty("main", True)
        self.stack = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._show)
        self.bar.tabCloseRequested.connect(self.close_tab)

    def add_below(self, widget: QWidget) -> None:
        """What stands below all that is shown, such as how far something is."""
        box = self.layout()
        assert box is not None, "made with it"
        box.addWidget(widget)

    def count(self) -> int:
        """How many tabs there are."""
        return self.bar.count()

    def widget(self, index: int) -> QWidget | None:
        """What a tab shows."""
        tab = self._tab(index)
        return tab.widget if tab is not None else None

    def key(self, index: int) -> str:
        """The key of a tab."""
        tab = self._tab(index)
        return tab.key if tab is not None else ""

    def index_of(self, key: str) -> int:
        """The tab with a key; -1 when there is none."""
        return next((at for at in range(self.count()) if self.key(at) == key), -1)

    @property
    def front(self) -> QWidget | None:
        """What is in front."""
        return self.widget(self.bar.currentIndex())

    @property
    def front_key(self) -> str:
        """The key of the tab in front."""
        return self.key(self.bar.currentIndex())

    def tabText(self, index: int) -> str:
        """The title of a tab."""
        return self.bar.tabText(index)

    def add_tab(
        self, widget: QWidget, key: str, title: str, icon_name: str, within: QStackedWidget | None = None
    ) -> int:
        """Add a tab and show it. `within` is a stack of a frame that is in the area's own stack already."""
        self._serial += 1
        tab = _Tab(key, widget, icon_name, within)
        self._tabs[self._serial] = tab
        (within or self.stack).addWidget(widget)
        self.bar.blockSignals(True)
        index = self.bar.addTab(icon(icon_name, self.tokens.text_quiet), as_typed(title))
        self.bar.setTabData(index, self._serial)
        self.bar.setTabToolTip(index, title)
        self.bar.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button(self._serial))
        self.bar.blockSignals(False)
        self.show_tab(index)
        return index

    def _close_button(self, serial: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("quiet", True)
        button.setIconSize(QSize(12, 12))
        button.setIcon(icon("ph.x", self.tokens.text_quiet))
        button.setToolTip(tr("Close the tab"))
        button.setAccessibleName(tr("Close the tab"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._close(serial))
        return button

    def _close(self, serial: int) -> None:
        index = next((at for at in range(self.count()) if int(self.bar.tabData(at)) == serial), -1)
        if index >= 0:
            self.close_tab(index)

    def show_tab(self, index: int) -> None:
        """Bring a tab to the front."""
        if self.bar.currentIndex() == index:
            self._show(index)
        else:
            self.bar.setCurrentIndex(index)

    def step(self, way: int) -> None:
        """Bring the next tab to the front, or with -1 the one before; after the last comes the first."""
        if self.count():
            self.show_tab((self.bar.currentIndex() + way) % self.count())
            if self.front is not None:
                enter(self.front)

    def show_page(self, key: str, title: str, icon_name: str, make: Callable[[], QWidget]) -> QWidget:
        """Show the tab with this key; its widget, made when there is no such tab yet."""
        index = self.index_of(key)
        if index < 0:
            made = make()
            index = self.add_tab(made, key, title, icon_name)
            # Shown in a stack, it gave the keys to what was made first in it.
            made.setFocus()
        else:
            self.show_tab(index)
        widget = self.widget(index)
        assert widget is not None, "just shown"
        return widget

    def close_tab(self, index: int) -> None:
        """Close a tab on the user's wish."""
        self.drop(index)
        if not self.count():
            self.emptied.emit()

    def drop(self, index: int) -> None:
        """Close a tab; its widget is deleted."""
        tab = self._tabs.pop(int(self.bar.tabData(index)))
        self.closing(tab.widget)
        (tab.within or self.stack).removeWidget(tab.widget)
        self.bar.removeTab(index)
        tab.widget.deleteLater()
        self.current_changed.emit()

    def closing(self, widget: QWidget) -> None:
        """Called before a tab's widget is deleted."""

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self.tokens = tokens
        for index in range(self.count()):
            tab = self._tab(index)
            if tab is not None:
                self.bar.setTabIcon(index, icon(tab.icon, tokens.text_quiet))
            button = self.bar.tabButton(index, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(icon("ph.x", tokens.text_quiet))

    def _tab(self, index: int) -> _Tab | None:
        return self._tabs.get(int(self.bar.tabData(index) or 0)) if 0 <= index < self.count() else None

    def _show(self, index: int) -> None:
        tab = self._tab(index)
        if tab is None:
            return
        if tab.within is not None:
            tab.within.setCurrentWidget(tab.widget)
            frame: QWidget | None = tab.within
            while frame is not None and self.stack.indexOf(frame) < 0:
                frame = frame.parentWidget()
            if frame is not None:
                self.stack.setCurrentWidget(frame)
        else:
            self.stack.setCurrentWidget(tab.widget)
        self.current_changed.emit()
