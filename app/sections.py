"""The rail's sections: how a part of the program gets a place in the window without the window knowing it.

To add one, make a folder `app/<name>/` with a module `section.py` that holds one class derived from `Section`; it is
found by itself, and no list is edited:

    class DataSection(Section):
        id, icon, place = "data", "ph.database", 40

        @property
        def title(self) -> str:
            return tr("Data")

        def make(self, desk: Desk) -> QWidget:
            from app.data.page import DataPage      # here, so that starting the program does not load it

            return DataPage(desk, self.shell)

        def actions(self) -> tuple[WindowAction, ...]:
            return (WindowAction("data.reload", tr("Read the data again"), self._reload, tr("File"), when=has_desk),)

What happens then:

- The rail shows a button for it, by `place` (design: Campaigns 10, Journeys 20, Audiences 30, Data 40, Profiles 50,
  Content 60, Runs 70, Settings 90), and the menu "Go to" and the command palette an action `go.<id>`.
- The first time it is chosen in a workspace, `make` is called with the open `Desk`, and the widget becomes a tab over
  the whole width. It lives until its tab or the workspace is closed; then it is deleted. Keep what must outlive it in
  the workspace, and stop what it started when it is destroyed (`desk.tasks` is cancelled with the workspace).
- `actions` are asked for once, when the window is made: they stand in the menu that they name (a new name makes a new
  menu), in the palette and on the shortcut sheet. Their `run` gets the window; `when` says whether they make sense now.
- `suffixes` names the files that it opens: `open_file` gets those that are dropped on the window or named at the start.
- `self.shell` is what a section may ask of the window: open a document, another section or a page of its own in a tab,
  say something, tell a Problem. Nothing of a section may wait on the main thread: `desk.worker.run(...)` is awaited in
  a coroutine that `desk.tasks.start(...)` starts.
- Say what is new by signals: `desk.documents_changed` and `desk.catalog_changed` tell of what others did.
"""

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtWidgets import QWidget

import app
from app.actions import WindowAction
from app.desk import Desk
from app.document_page import DocumentPage
from app.looks import Looks
from app.preferences import Preferences
from engine.problems import Problem


class Shell(Protocol):
    """What the window does for its sections."""

    @property
    def looks(self) -> Looks:
        """The colours; a page that paints with them listens to `looks.changed`."""
        ...

    @property
    def preferences(self) -> Preferences:
        """What the user chose for this machine."""
        ...

    @property
    def desk(self) -> Desk | None:
        """The workspace that is open."""
        ...

    def open_document(self, name: str, then: Callable[[DocumentPage], None] | None = None) -> None:
        """Open a document of the workspace in a tab, or show the tab that it has; `then` gets its page."""
        ...

    def show_section(self, name: str) -> QWidget | None:
        """Show a section in its tab; its widget, or None while no workspace is open."""
        ...

    def open_page(self, key: str, title: str, icon_name: str, make: Callable[[], QWidget]) -> QWidget:
        """Show a page of a section's own in a tab, made only when no tab has this key yet; the widget."""
        ...

    def close_page(self, key: str) -> None:
        """Close the tab with this key, if there is one; that of a document in whichever window it is."""
        ...

    def say(self, text: str) -> None:
        """Tell something that needs no answer."""
        ...

    def tell(self, problem: Problem) -> None:
        """Tell what went wrong and what to do."""
        ...


class Section(ABC):
    """One entry of the rail."""

    id: ClassVar[str]
    """Permanent; the window's state names it."""
    icon: ClassVar[str]
    """A name of the icon library."""
    place: ClassVar[int]
    """Its order in the rail."""
    at_foot: ClassVar[bool] = False
    """Whether it stands at the lower end of the rail."""
    suffixes: ClassVar[frozenset[str]] = frozenset()
    """The files that it opens, by the end of their names in small letters, such as ".jalon"."""
    kind: ClassVar[str] = ""
    """The kind of documents that belong to it: while one of them is in front, the rail shows this section."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    @property
    @abstractmethod
    def title(self) -> str:
        """Its name, in the user's language."""

    @abstractmethod
    def make(self, desk: Desk) -> QWidget:
        """Its page over a workspace."""

    def actions(self) -> tuple[WindowAction, ...]:
        """What it adds to menus, palette and shortcuts."""
        return ()

    def open_file(self, path: Path) -> None:
        """Open a file of one of its `suffixes`, which was dropped on the window or named at the start."""
        raise NotImplementedError(f"{type(self).__name__} names suffixes, so it opens files")


@cache
def section_classes() -> tuple[type[Section], ...]:
    """The sections of all folders beside this file, in the order of the rail."""
    found: list[type[Section]] = []
    for module in pkgutil.iter_modules(app.__path__, "app."):
        if module.ispkg and find_spec(f"{module.name}.section") is not None:
            loaded = importlib.import_module(f"{module.name}.section")
            found += [one for one in vars(loaded).values() if _is_section(one, loaded.__name__)]
    return tuple(sorted(found, key=lambda one: one.place))


def _is_section(value: object, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, Section) and value.__module__ == module
