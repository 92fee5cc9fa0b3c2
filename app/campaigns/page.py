"""The list of the workspace's campaigns: what each is called, how it stands, when it was saved last."""

from datetime import UTC

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.desk import Desk
from app.sections import Shell
from app.words import moment, number, tr


class CampaignsPage(QWidget):
    """A search field over the list; Enter or a double click opens one."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        title = QLabel(tr("Campaigns"))
        title.setProperty("heading", True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search for a campaign"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Campaigns"))
        self.list.setHeaderLabels([tr("Name"), tr("Status"), tr("Version"), tr("Saved")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setColumnWidth(0, 420)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.search)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._fill)
        self.list.itemActivated.connect(self._open)
        desk.documents_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        wanted = self.search.text().casefold()
        self.list.clear()
        for entry in self._desk.documents:
            if entry.kind == "campaign" and wanted in entry.name.casefold():
                saved = moment(entry.changed.replace(tzinfo=UTC).astimezone())
                item = QTreeWidgetItem([entry.name, entry.status, number(entry.version), saved])
                item.setData(0, Qt.ItemDataRole.UserRole, entry.id)
                self.list.addTopLevelItem(item)

    def _open(self, item: QTreeWidgetItem) -> None:
        self._shell.open_document(str(item.data(0, Qt.ItemDataRole.UserRole)))
