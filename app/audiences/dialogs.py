"""The questions about audiences: how one is called, its tags, its folder; and what keeps one from being put away."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.audiences.words import frequencies
from app.form_dialog import FormDialog, heading
from app.shell.stepping import ReadDialog
from app.words import said, tr
from engine.runner.lineage import Lineage
from engine.workspace.audience_terms import BEFORE_RUN, daily_at
from engine.workspace.audiences import SavedAudience
from engine.workspace.statuses import Status

_LINE, _MOST_HIGH = 24, 170


class PropertiesDialog(FormDialog):
    """What an audience is called, and what is said of it."""

    def __init__(self, one: SavedAudience, parent: QWidget) -> None:
        super().__init__(tr("Properties"), tr("Save"), parent)
        self.label = QLineEdit(one.label)
        self.description = QPlainTextEdit(one.description)
        self.description.setTabChangesFocus(True)
        self.description.setProperty("field", True)
        self.description.setFixedHeight(90)
        self.tags = QLineEdit(", ".join(one.tags))
        self.tags.setPlaceholderText(tr("spring, loyalty…"))
        if one.document:
            # The campaign writes the audience by this label; another one would make another audience.
            self.label.setReadOnly(True)
            self.label.setToolTip(tr("The campaign that saves it gives it its label."))
        self.row(tr("Label"), self.label)
        self.row(tr("Description"), self.description)
        self.row(tr("Tags"), self.tags)
        self.external = QLineEdit(one.external)
        self.external.setPlaceholderText(tr("none"))
        self.row(tr("External id"), self.external)
        self.need(self.label)


class TagsDialog(FormDialog):
    """Tags for several audiences: some to add, some to take away."""

    def __init__(self, tags: Sequence[str], parent: QWidget) -> None:
        super().__init__(tr("Tags"), tr("Save"), parent)
        self.added, self.taken = QLineEdit(), QLineEdit()
        self.added.setPlaceholderText(tr("spring, loyalty…"))
        self.taken.setPlaceholderText(", ".join(tags))
        self.row(tr("Tags to add"), self.added)
        self.row(tr("Tags to take away"), self.taken)
        self.form.setRowVisible(self.taken, bool(tags))

    def value(self, before: Sequence[str]) -> tuple[str, ...]:
        """The tags of one of them afterwards."""
        taken = set(words_of(self.taken.text()))
        return tuple(dict.fromkeys([*(one for one in before if one not in taken), *words_of(self.added.text())]))


class FolderDialog(FormDialog):
    """The folder that audiences move to: one that is there, or a new one inside it."""

    def __init__(self, folders: Sequence[str], now: str, parent: QWidget) -> None:
        super().__init__(tr("Move to a folder"), tr("Save"), parent)
        self.folder = QComboBox()
        self.folder.setEditable(True)
        self.folder.addItems(["", *folders])
        self.folder.setCurrentText(now)
        line = self.folder.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("Spring/Loyalty; empty for no folder"))
        self.row(tr("Folder"), self.folder)


class EvaluationDialog(FormDialog):
    """When audiences are evaluated by themselves."""

    def __init__(self, now: str, parent: QWidget) -> None:
        super().__init__(tr("Evaluate by itself"), tr("Save"), parent)
        words = frequencies()
        self.kind, self.time = QComboBox(), QTimeEdit(QTime.fromString(now if daily_at(now) else "06:00", "HH:mm"))
        self.kind.addItem(words["campaign"], "")
        self.kind.addItem(words["daily"], "daily")
        self.kind.addItem(words[BEFORE_RUN], BEFORE_RUN)
        self.kind.setCurrentIndex(max(self.kind.findData("daily" if daily_at(now) else now), 0))
        self.time.setDisplayFormat("HH:mm")
        self.row(tr("When"), self.kind)
        self.row(tr("At"), self.time)
        self.kind.currentIndexChanged.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        self.form.setRowVisible(self.time, self.kind.currentData() == "daily")

    @property
    def value(self) -> str:
        """What was chosen, as it is kept."""
        kind = str(self.kind.currentData())
        return self.time.time().toString("HH:mm") if kind == "daily" else kind


class TableDialog(FormDialog):
    """The table that members are written into, and which of their attributes."""

    def __init__(self, one: SavedAudience, parent: QWidget) -> None:
        super().__init__(tr("Write into a table"), tr("Write"), parent)
        self.table = QLineEdit(re.sub(r"\W+", "_", one.label).strip("_").lower())
        self.attributes = QListWidget()
        for column in one.columns:
            item = QListWidgetItem(said(column.title))
            item.setData(Qt.ItemDataRole.UserRole, column.name)
            item.setCheckState(Qt.CheckState.Checked)
            self.attributes.addItem(item)
        fit_rows(self.attributes)
        self.row(tr("Table"), self.table)
        self.row(tr("Attributes"), self.attributes)
        self.form.setRowVisible(self.attributes, bool(one.columns))
        self.need(self.table)

    @property
    def chosen(self) -> list[str]:
        """The attributes that are ticked."""
        items = [self.attributes.item(place) for place in range(self.attributes.count())]
        return [str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() is Qt.CheckState.Checked]


class DependantsDialog(ReadDialog):
    """What reads an audience that was to be put away; each opens by a double click or Enter."""

    def __init__(self, one: SavedAudience, found: Lineage, open_: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("“{label}” is in use", label=one.label))
        self.setMinimumWidth(460)
        told = QLabel(tr("These read it, and would count nobody, or people of long ago. Archive them, or let them "
                         "read another audience."))  # fmt: skip
        told.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What reads it"))
        for entry in found.readers:
            if entry.status != Status.ARCHIVED:
                item = QListWidgetItem(entry.name or entry.id)
                item.setData(Qt.ItemDataRole.UserRole, entry.id)
                self.list.addItem(item)
        self.list.addItems([tr("the filter {label}", label=kept.label) for kept in found.filters])
        fit_rows(self.list)
        self._open_document = open_
        self.list.itemActivated.connect(self._open)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(heading(self.windowTitle()))
        box.addWidget(told)
        box.addWidget(self.list)
        box.addStretch(1)
        box.addWidget(buttons)

    def _open(self, item: QListWidgetItem) -> None:
        document = item.data(Qt.ItemDataRole.UserRole)
        if document:
            self.reject()
            self._open_document(str(document))


def fit_rows(rows: QListWidget) -> None:
    """Make a list in a dialog as high as what it holds, up to a height from which on it scrolls."""
    rows.setFixedHeight(min(_MOST_HIGH, _LINE * max(rows.count(), 1) + 4))


def words_of(text: str) -> list[str]:
    """The words between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]
