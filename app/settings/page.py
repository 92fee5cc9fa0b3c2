"""The settings, each with its effect at once where it can have one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.approvals.page import open_policies
from app.desk import Desk
from app.sections import Shell
from app.theme import Scheme
from app.words import tr

_WIDTH = 280


class SettingsPage(QWidget):
    """One line for each setting."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        title = QLabel(tr("Settings"))
        title.setProperty("heading", True)
        self.scheme, self.language = QComboBox(), QComboBox()
        system = tr("As the system")
        for text, scheme in ((system, Scheme.SYSTEM), (tr("Light"), Scheme.LIGHT), (tr("Dark"), Scheme.DARK)):
            self.scheme.addItem(text, scheme)
        for text, name in ((system, ""), ("English", "en"), ("Français", "fr")):
            self.language.addItem(text, name)
        self.scheme.setCurrentIndex(self.scheme.findData(shell.looks.scheme))
        self.language.setCurrentIndex(max(0, self.language.findData(shell.looks.language)))
        self.scheme.activated.connect(self._take_scheme)
        self.language.activated.connect(self._take_language)
        folder = QLabel(str(desk.workspace.folder))
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form = QFormLayout()
        form.setSpacing(12)
        form.setFormAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for text, widget in ((tr("Colours"), self.scheme), (tr("Language"), self.language)):
            widget.setFixedWidth(_WIDTH)
            widget.setAccessibleName(text)
            form.addRow(text, widget)
        form.addRow(tr("This workspace"), folder)
        form.addRow(tr("You"), QLabel(desk.workspace.documents.person or "–"))
        self.approvals = QPushButton(tr("Approval policies…"))
        self.approvals.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.approvals.clicked.connect(lambda: open_policies(shell))
        form.addRow(tr("Publication"), self.approvals)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(18)
        box.addWidget(title)
        box.addLayout(form)
        box.addStretch(1)
        self.setFocusProxy(self.scheme)

    def _take_scheme(self) -> None:
        self._shell.looks.choose_scheme(self.scheme.currentData())

    def _take_language(self) -> None:
        self._shell.looks.choose_language(self.language.currentData())
        self._shell.say(tr("The language changes when Jalon starts again."))
