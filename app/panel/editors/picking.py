"""A name that is picked in a dialog from those that exist: searched, one of them selected, and taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from app.form_dialog import FormDialog
from app.panel.context import Choice, FormContext
from app.panel.editors.basic import NameEditor, choices_of
from app.words import tr
from engine.contract import Hint

_VALUE = Qt.ItemDataRole.UserRole


class PickDialog(FormDialog):
    """Everything there is, narrowed by what is typed."""

    def __init__(self, title: str, take: str, choices: tuple[Choice, ...], parent: QWidget) -> None:
        super().__init__(title, take, parent)
        self.search, self.list, self.about = QLineEdit(), QListWidget(), QLabel()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search"))
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(220)
        self.about.setProperty("quiet", True)
        self.about.setWordWrap(True)
        for choice in choices:
            item = QListWidgetItem(choice.text, self.list)
            item.setData(_VALUE, choice.value)
            item.setToolTip(choice.detail)
        for widget in (self.search, self.list, self.about):
            self.form.addRow(widget)
        self.search.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(lambda: self._look())
        self.list.itemActivated.connect(lambda: self.run())
        self._narrow("")

    @property
    def value(self) -> str:
        """What is selected; empty when nothing is."""
        place = self.list.currentRow()
        return "" if place < 0 or self.list.isRowHidden(place) else str(self.list.item(place).data(_VALUE))

    def select(self, value: str) -> None:
        """Select what was taken before."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_VALUE) == value:
                self.list.setCurrentRow(place)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        items = [self.list.item(place) for place in range(self.list.count())]
        for item in items:
            item.setHidden(not all(word in f"{item.text()} {item.toolTip()}".casefold() for word in words))
        if not self.value:
            self.list.setCurrentRow(next((place for place, item in enumerate(items) if not item.isHidden()), -1))
        self._look()

    def _look(self) -> None:
        self.ok.setEnabled(bool(self.value))
        self.about.setText(self.list.item(self.list.currentRow()).toolTip() if self.value else "")
        some = any(not self.list.item(place).isHidden() for place in range(self.list.count()))
        self.say("" if some else tr("Nothing fits what you typed.") if self.list.count() else tr("There is none yet."))


class PickedName(NameEditor):
    """A name, typed as elsewhere or picked in the dialog."""

    def __init__(self, hint: Hint, title: str, take: str) -> None:
        super().__init__(hint.kind, hint.of)
        self._title, self._take, self._hint = title, take, hint
        self._offered: tuple[Choice, ...] = ()
        self.button = QPushButton(tr("Choose…"))
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout), "OneField made it"
        layout.addWidget(self.button)
        layout.setStretchFactor(self.combo, 1)
        self.button.clicked.connect(self.pick)

    def take_context(self, context: FormContext) -> None:
        super().take_context(context)
        self._offered = choices_of(self._hint.kind, self._hint.of, context)

    def pick(self) -> PickDialog:
        """Open the dialog."""
        dialog = PickDialog(self._title, self._take, self._offered, self.window())
        dialog.select(self.value())

        def take() -> None:
            if dialog.value:
                value = dialog.value
                dialog.accept()
                self.show_value(value)
                self.edited.emit(value)

        dialog.run = take
        dialog.open()
        return dialog
