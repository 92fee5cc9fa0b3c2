"""All predefined filters, favourites first, and the one that is selected: edited, and told where it is used."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.filters.form import FilterForm
from app.inspector.colours import icon
from app.inspector.notices import Notice
from app.sections import Shell
from app.words import present, tr
from engine.catalog.model import Filter
from engine.runner.filters import FilterUses, uses_of_filters
from engine.runner.records import remove_filter

_ID = Qt.ItemDataRole.UserRole
_STAR = 14


class FiltersPage(QWidget):
    """Left: the filters. Right: one of them."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._uses: dict[str, FilterUses] = {}
        self._new, self._dirty = False, False
        self.ask: Callable[[str, str], bool] = self._ask
        self.search, self.list = QLineEdit(), QListWidget()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search for a filter"))
        self.search.setClearButtonEnabled(True)
        self.list.setAccessibleName(tr("Predefined filters"))
        self.list.setIconSize(QSize(_STAR, _STAR))
        clear = QPixmap(_STAR, _STAR)
        clear.fill(Qt.GlobalColor.transparent)
        self._no_star = QIcon(clear)
        self.new = QPushButton(tr("New filter"))
        self.form = FilterForm(desk)
        self.used = QLabel()
        self.used.setProperty("rich", True)  # it links to documents
        self.used.setProperty("quiet", True)
        self.used.setWordWrap(True)
        self.used.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse
                                          | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)  # fmt: skip
        self.trouble = QLabel()
        self.trouble.setProperty("quiet", True)
        self.save, self.delete, self.undo = (
            QPushButton(tr("Save")),
            QPushButton(tr("Delete")),
            QPushButton(tr("Undo the changes")),
        )
        self.save.setProperty("primary", True)
        self.notice = Notice()
        self.notice.action.setText(tr("New filter"))
        self.notice.action.setProperty("primary", True)
        self._stack = QStackedWidget()
        self._arrange()
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._chosen)
        self.form.changed.connect(self._changed)
        self.new.clicked.connect(self.begin)
        self.notice.action.clicked.connect(self.begin)
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)
        self.undo.clicked.connect(self._show)
        self.used.linkActivated.connect(shell.open_document)
        desk.catalog_changed.connect(self._renewed)
        desk.documents_changed.connect(self._read_uses)
        self.setFocusProxy(self.search)
        self._fill()
        self._read_uses()

    def _arrange(self) -> None:
        title = QLabel(tr("Predefined filters"))
        title.setProperty("heading", True)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.new)
        self._left = QWidget()
        side = QVBoxLayout(self._left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        right = QWidget()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(20, 4, 4, 4)
        inner.addWidget(self.form, 1)
        inner.addWidget(self.used)
        foot = QHBoxLayout()
        foot.addWidget(self.trouble, 1)
        for button in (self.delete, self.undo, self.save):
            foot.addWidget(button)
        inner.addLayout(foot)
        self._stack.addWidget(self.notice)
        self._stack.addWidget(right)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._left)
        parts.addWidget(self._stack)
        parts.setStretchFactor(1, 1)
        parts.setSizes([280, 860])
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(parts, 1)

    # The list

    def _renewed(self) -> None:
        self._fill()
        self._read_uses()

    def _fill(self) -> None:
        wanted, before = self.search.text().casefold(), self._current_id()
        self.list.blockSignals(True)
        self.list.clear()
        self._left.setVisible(bool(self._desk.catalog.filters))
        for one in sorted(self._desk.catalog.filters, key=lambda one: (not one.favourite, one.label.casefold())):
            if wanted in one.label.casefold() or wanted in one.description.casefold():
                item = QListWidgetItem(one.label)
                item.setData(_ID, one.id)
                item.setToolTip(one.description)
                item.setIcon(icon("star-fill", self) if one.favourite else self._no_star)
                self.list.addItem(item)
                if one.id == before:
                    self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0 and self.list.count() and not self._new:
            self.list.setCurrentRow(0)
        elif not self._dirty:
            self._show()

    def _current_id(self) -> str:
        index = self.list.currentIndex()
        return str(index.data(_ID)) if index.isValid() and not self._new else ""

    @property
    def current(self) -> Filter | None:
        """The filter that is selected; None while a new one is made."""
        return self._desk.catalog.filter_by_id.get(self._current_id())

    def select(self, name: str) -> None:
        """Select a filter by its id."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == name:
                self.list.setCurrentRow(row)

    def _chosen(self) -> None:
        self._new = False
        self._show()

    def _show(self) -> None:
        one = self.current
        self._new = self._new and one is None
        self._dirty = False
        self._stack.setCurrentIndex(1 if one is not None or self._new else 0)
        if self._desk.catalog.filters:
            self.notice.say("magnifying-glass", tr("No filter is called so"))
        else:
            self.notice.say("funnel", tr("There is no predefined filter yet"),
                            tr("Keep a rule under a name, and use it in other rules."))  # fmt: skip
        self.notice.action.setVisible(not self._desk.catalog.filters)
        # The empty page offers it already, in its middle.
        self.new.setVisible(bool(self._desk.catalog.filters))
        self.form.show_filter(one)
        self._show_uses()
        self._offer()

    def begin(self) -> None:
        """Begin a new filter."""
        self._new = True
        self.list.clearSelection()
        self._show()
        self.form.setFocus()

    def _changed(self) -> None:
        self._dirty = True
        self._offer()

    def _offer(self) -> None:
        missing = self.form.missing() if self._dirty or self._new else ""
        self.trouble.setText(missing)
        self.save.setEnabled(self._dirty and not missing)
        self.undo.setEnabled(self._dirty)
        self.delete.setEnabled(self.current is not None)

    # Where it is used

    def _read_uses(self) -> None:
        self._desk.tasks.start(self._uses_read(), of=self)

    async def _uses_read(self) -> None:
        self._uses = await self._desk.worker.run(uses_of_filters, self._desk.workspace)
        self._show_uses()

    def _show_uses(self) -> None:
        one = self.current
        found = FilterUses() if one is None else self._uses.get(one.id, FilterUses())
        names = [f'<a href="{document}">{escaped(name)}</a>' for document, name in found.documents]
        names += [tr("the filter {label}", label=escaped(label)) for label in found.filters]
        self.used.setText(tr("Used by {names}", names=", ".join(names)) if names else tr("Not used anywhere yet."))
        self.used.setVisible(one is not None)

    # Doing

    def _save(self) -> None:
        self._desk.tasks.start(self._saved(self.form.value()), of=self)

    async def _saved(self, kept: Filter) -> None:
        await self._desk.keep_filter(kept, present())
        self._new, self._dirty = False, False
        self.search.clear()
        self.select(kept.id)
        self._show()
        self._shell.say(tr("The filter {label} is saved.", label=kept.label))

    def _delete(self) -> None:
        one = self.current
        if one is None:
            return
        used = len(self._uses.get(one.id, FilterUses()).documents)
        question = tr("Delete the filter “{label}”?", label=one.label)
        if used:
            question += " " + tr("{n} document(s) (uses|use) it; (its|their) rules will be marked as wrong.", n=used)
        if self.ask(tr("Delete"), question):
            self._desk.tasks.start(self._deleted(one), of=self)

    async def _deleted(self, one: Filter) -> None:
        await self._desk.worker.run(remove_filter, self._desk.workspace, one.id)
        self._dirty = False
        await self._desk.load()

    def _ask(self, title: str, question: str) -> bool:
        buttons = QMessageBox.StandardButton
        return QMessageBox.question(self, title, question, buttons.Yes | buttons.No) == buttons.Yes


def escaped(text: str) -> str:
    """A name inside rich text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
