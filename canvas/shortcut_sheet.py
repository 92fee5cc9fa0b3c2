"""The shortcut sheet: all actions with their keys, to read, to search and to change. Clashes are told at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from canvas.search_list import fitness
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_ID = Qt.ItemDataRole.UserRole


class ShortcutSheet(QDialog):
    """It stays open beside the canvas, so that one can read and try."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._actions = canvas.actions_by_id
        self.setWindowTitle(tr("Shortcuts"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([tr("Action"), tr("Keys")])
        self.tree.setAccessibleName(tr("Actions and their keys"))
        self.keys = QKeySequenceEdit(self)
        self.keys.setAccessibleName(tr("New keys for the action"))
        self.set_button = QPushButton(tr("Use these keys"), self)
        self.reset_button = QPushButton(tr("Back to the default"), self)
        self.clash = QLabel(self)
        self.clash.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.keys)
        for button in (self.set_button, self.reset_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.addWidget(self.search)
        box.addWidget(self.tree)
        box.addLayout(row)
        box.addWidget(self.clash)
        self.search.textChanged.connect(self.fill)
        self.tree.currentItemChanged.connect(self._show_keys)
        self.keys.keySequenceChanged.connect(self._warn)
        self.set_button.clicked.connect(self._set)
        self.reset_button.clicked.connect(self._reset)
        self.fill()
        self.resize(620, 640)

    def fill(self) -> None:
        """Show the actions that fit the search, by group."""
        chosen = self.chosen()
        words = self.search.text().casefold().split()
        self.tree.clear()
        heads: dict[str, QTreeWidgetItem] = {}
        for record in self._actions.records.values():
            keys = self._actions.keys_text(record.id)
            if not all(fitness(word, record.text) or word in keys.casefold() for word in words):
                continue
            if record.group not in heads:
                heads[record.group] = QTreeWidgetItem(self.tree, [record.group_title])
                heads[record.group].setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(heads[record.group], [record.text, keys])
            item.setData(0, _ID, record.id)
            if record.id == chosen:
                self.tree.setCurrentItem(item)
            if record.id == "add.node" and not words:
                # No shortcut, so no keys to change: what no other key is taken for begins a name.
                typing = QTreeWidgetItem(heads[record.group], [tr("Add a node by its name"), tr("Type it")])
                typing.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.expandAll()
        self.tree.resizeColumnToContents(0)
        self.clash.setText(self._clashes())

    def chosen(self) -> str:
        """The id of the marked action; empty when there is none."""
        item = self.tree.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def choose(self, action: str) -> None:
        """Mark an action."""
        for top in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(top)
            for index in range(head.childCount() if head is not None else 0):
                item = head.child(index) if head is not None else None
                if item is not None and item.data(0, _ID) == action:
                    self.tree.setCurrentItem(item)

    def _show_keys(self) -> None:
        action = self.chosen()
        keys = self._actions.keys_of(action) if action else ()
        self.keys.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())

    def _warn(self) -> None:
        text = self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        others = self._actions.users_of(text, but=self.chosen()) if text else []
        names = ", ".join(self._actions.records[name].text for name in others)
        self.clash.setText(tr("These keys belong to: {names}").format(names=names) if others else self._clashes())

    def _clashes(self) -> str:
        rows = [
            tr("{keys} is shared by {names}, so it does nothing.").format(
                keys=QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText),
                names=", ".join(self._actions.records[name].text for name in names),
            )
            for keys, names in self._actions.clashes().items()
        ]
        return "\n".join(rows)

    def _set(self) -> None:
        action = self.chosen()
        if action:
            text = self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
            self._actions.rebind(action, (text,) if text else ())
            self.fill()

    def _reset(self) -> None:
        action = self.chosen()
        if action:
            self._actions.rebind(action, None)
            self.fill()
