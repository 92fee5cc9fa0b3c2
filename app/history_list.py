"""The undo steps of a document as a list: the present one is marked, those taken back are pale, a click goes there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.session import Session
from app.words import tr


class HistoryList(QWidget):
    """The first line is the document as it was before all steps that are known. Steps survive a restart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("History"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 6, 6, 6)
        box.addWidget(self.list)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        self._session: Session | None = None

    def show_session(self, session: Session | None) -> None:
        """Show the steps of another document."""
        if self._session is not None:
            self._session.stepped.disconnect(self.refresh)
        self._session = session
        if session is not None:
            session.stepped.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the steps as they are now."""
        stack = self._session.stack if self._session is not None else None
        texts = [tr("As it was opened"), *(stack.text(at) for at in range(stack.count()))] if stack is not None else []
        while self.list.count() > len(texts):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(texts):
            self.list.addItem(QListWidgetItem())
        if stack is None:
            return
        pale = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        plain = self.palette().color(QPalette.ColorRole.Text)
        for at, text in enumerate(texts):
            item = self.list.item(at)
            saved = f"{text}  ·  {tr('saved')}" if at == stack.cleanIndex() and at else text
            item.setText(saved)
            item.setForeground(pale if at > stack.index() else plain)
        self.list.setCurrentRow(stack.index())

    def _chosen(self, item: QListWidgetItem) -> None:
        if self._session is not None:
            self._session.go_to(self.list.row(item))
