"""The tool bar: what is done often, the instant that counts are of, and the way to every command."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from app.document_page import DocumentPage
from app.words import moment, tr
from canvas import Tokens
from canvas.icons import icon

_ICON = QSize(18, 18)
_WITH_TEXT = frozenset({"run.count"})
_GROUPS = (("file.new", "file.save"), ("edit.undo", "edit.redo"), ("run.count", "run.cancel"))


class ToolBar(QToolBar):
    """Shows actions of the window; it has none of its own."""

    search_wanted = Signal()
    as_of_wanted = Signal()

    def __init__(self, actions: Mapping[str, QAction], tokens: Tokens) -> None:
        super().__init__(tr("Main"))
        self.setObjectName("main")
        self.setMovable(False)
        self.setIconSize(_ICON)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for number, group in enumerate(_GROUPS):
            if number:
                self.addWidget(_line())
            for name in group:
                self.addAction(actions[name])
                button = self.widgetForAction(actions[name])
                if isinstance(button, QToolButton) and name in _WITH_TEXT:
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.as_of = QToolButton()
        self.as_of.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.as_of.setToolTip(tr("The instant that all counts are of. Click to change it."))
        self.as_of.clicked.connect(self.as_of_wanted)
        self._as_of_action = self.addWidget(self.as_of)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.search = QPushButton()
        self.search.setProperty("search", True)
        self.search.setAccessibleName(tr("Search for a command"))
        keys = actions["view.commands"].shortcut().toString()
        self.search.setText(f"{tr('Search or do something…')}      {keys}")
        self.search.clicked.connect(self.search_wanted)
        self.addWidget(self.search)
        self.set_tokens(tokens)
        self.show_instant(None)

    def show_instant(self, page: DocumentPage | None) -> None:
        """Show the instant that the counts of a document are of."""
        instant = page.session.as_of if page is not None else None
        self._as_of_action.setVisible(instant is not None)
        if instant is not None:
            pinned = page is not None and page.session.document.as_of
            self.as_of.setText(tr("As of {instant}", instant=moment(instant)))
            self.as_of.setProperty("pinned", bool(pinned))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self.as_of.setIcon(icon("ph.clock", tokens.text_quiet))
        self.search.setIcon(icon("ph.magnifying-glass", tokens.text_quiet))


def _line() -> QWidget:
    around = QWidget()
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedSize(1, 20)
    box = QHBoxLayout(around)
    box.setContentsMargins(5, 0, 5, 0)
    box.addWidget(line)
    return around
