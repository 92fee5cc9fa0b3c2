"""What every screen of the accounts section is: a heading with a count, actions, something to show or what to do."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.accounts.ledger import Ledger
from app.inspector.notices import Notice


class Screen(QWidget):
    """A heading over a content, or over a notice where there is nothing yet."""

    wanted = Signal(str, str)
    """Another screen, and what to select there."""

    def __init__(self, ledger: Ledger, title: str) -> None:
        super().__init__()
        self.ledger = ledger
        self.heading, self.count = QLabel(title), QLabel()
        self.heading.setProperty("heading", True)
        self.count.setProperty("quiet", True)
        self.notice = Notice()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.notice)
        self._of_content: list[QWidget] = []
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.heading)
        self._head.addWidget(self.count)
        self._head.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 18, 14)
        box.setSpacing(10)
        box.addLayout(self._head)
        self.box = box
        box.addWidget(self._stack, 1)

    def set_content(self, content: QWidget) -> None:
        """What stands under the heading once there is something."""
        self._stack.addWidget(content)
        self.content = content

    def add_action(self, text: str, run: Callable[[], None], *, primary: bool = False) -> QPushButton:
        """A button at the right of the heading."""
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: run())
        self._head.addWidget(button)
        return button

    def add_to_head(self, widget: QWidget) -> None:
        """Something else at the right of the heading."""
        self._head.addWidget(widget)

    def insert_in_head(self, widget: QWidget, *, before: QWidget) -> None:
        """Something else, to the left of what stands there."""
        self._head.insertWidget(self._head.indexOf(before), widget)

    def belongs_to_content(self, *widgets: QWidget) -> None:
        """Parts of the head that go while there is nothing: the notice says what to do, and need not say it twice."""
        self._of_content += widgets

    def show_content(self, some: bool) -> None:
        """The content, or what to do where there is none."""
        self._stack.setCurrentWidget(self.content if some else self.notice)
        for widget in self._of_content:
            widget.setVisible(some)

    def refresh(self) -> None:
        """Read anew."""
        self.ledger.tasks.start(self.read())

    async def read(self) -> None:
        """Read and show what there is."""
        raise NotImplementedError

    def select(self, name: str) -> None:
        """Show the thing of that id."""
        raise NotImplementedError
