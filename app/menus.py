"""The menus of the window, made from the table of actions; tool bar, palette and shortcut sheet use them."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.actions import WindowAction, has_desk, window_actions
from app.sections import Section
from app.shell.panes import Pane
from app.words import tr
from canvas import Tokens
from canvas.icons import icon

if TYPE_CHECKING:
    from app.main_window import MainWindow

_PANE_KEYS = ("Ctrl+Alt+B", "Ctrl+Alt+P", "Ctrl+J")


class Menus(QObject):
    """The actions of one window, its own, those of its sections and those of its panes."""

    def __init__(self, window: "MainWindow", sections: Iterable[Section], panes: Iterable[Pane]) -> None:
        super().__init__(window)
        self._window = window
        self._panes = tuple(panes)
        self.records = (*window_actions(), *_of_sections(tuple(sections)))
        self.by_id: dict[str, QAction] = {}
        # Help stands last, whatever menus the sections bring.
        names = sorted(dict.fromkeys(record.menu for record in self.records), key=lambda name: name == tr("Help"))
        menus: dict[str, QMenu] = {name: window.menuBar().addMenu(name) for name in names}
        for record in self.records:
            action = self.by_id[record.id] = QAction(record.text, window)
            if record.shortcut:
                action.setShortcut(QKeySequence(record.shortcut))
            action.triggered.connect(partial(self._do, record.run))
            menus[record.menu].addAction(action)
        for pane, keys in zip(self._panes, _PANE_KEYS, strict=True):
            pane.action.setShortcut(QKeySequence(keys))
            menus[tr("View")].addAction(pane.action)

    @property
    def actions(self) -> list[QAction]:
        """All of them, in the order of the menus."""
        return [*(self.by_id[record.id] for record in self.records), *(pane.action for pane in self._panes)]

    @property
    def menu_of(self) -> dict[QAction, str]:
        """The menu that each of the window's own actions stands in."""
        return {self.by_id[record.id]: record.menu for record in self.records}

    def refresh(self) -> None:
        """Enable what makes sense now."""
        for record in self.records:
            self.by_id[record.id].setEnabled(record.when(self._window))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        for record in self.records:
            if record.icon:
                self.by_id[record.id].setIcon(icon(record.icon, tokens.text, tokens.edge))

    def _do(self, run: Callable[["MainWindow"], None], _checked: bool = False) -> None:
        run(self._window)


def _of_sections(sections: tuple[Section, ...]) -> list[WindowAction]:
    found: list[WindowAction] = []
    for section in sections:
        go = partial(_go, section.id)
        found.append(WindowAction(f"go.{section.id}", section.title, go, tr("Go to"), "", section.icon, has_desk))
    for section in sections:
        found += section.actions()
    return found


def _go(section: str, window: "MainWindow") -> None:
    window.show_section(section)
