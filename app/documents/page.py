"""The documents of one kind: as a list with filters and details, or as a calendar of their launches."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.documents.calendar_page import CalendarPage
from app.documents.detail import Detail
from app.documents.filters import Filters
from app.documents.table import CHANGED, Lines
from app.inspector.notices import Notice
from app.life.buttons import allowed
from app.life.doing import Doing
from app.life.journey_dates import QUOTA, live_journeys
from app.life.life import Choices
from app.life.pages import open_page_of
from app.life.words import command_word
from app.listing import ColumnChoice
from app.sections import Shell
from app.words import number, tr
from canvas import Tokens
from engine.runner.commands import Command
from engine.runner.inventory import Line
from engine.runner.publishing import Late


class DocumentsPage(QWidget):
    """`begin` makes a new document of the kind; it is given the way in which one begins."""

    def __init__(self, desk: Desk, shell: Shell, kind: str, title: str, begin: Callable[[], None]) -> None:
        super().__init__()
        self._desk, self._shell, self._kind = desk, shell, kind
        self._asked = 0
        tokens = shell.looks.tokens
        self.doing = Doing(desk, shell, self)
        self.model = Lines(tokens, kind)
        self.filters = Filters(kind)
        self.list = QTableView()
        self.calendar = CalendarPage(desk, tokens)
        self.detail = Detail(tokens)
        self.count = QLabel()
        self.count.setProperty("quiet", True)
        self.quota = QLabel(self)
        self.quota.setProperty("quiet", True)
        self.quota.setVisible(kind == "journey")
        self.empty = Notice()
        self.empty.action.setText(tr("New…"))
        self.empty.action.setProperty("primary", True)
        self.empty.action.clicked.connect(begin)
        self._views = QStackedWidget()
        for view in (self.list, self.calendar, self.empty):
            self._views.addWidget(view)
        heading = QLabel(title)
        heading.setProperty("heading", True)
        self.new = QPushButton(tr("New…"))
        self.new.setProperty("primary", True)
        self.new.clicked.connect(begin)
        self.as_list, self.as_calendar = self._switch(tr("List"), 0), self._switch(tr("Calendar"), 1)
        self.as_list.setChecked(True)
        self.columns = QToolButton()
        self.columns.setText(tr("Columns"))
        self.columns.setProperty("filter", True)
        self.list.setAccessibleName(tr("Documents"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.choice = ColumnChoice(self.list, self.model, self.columns, shell.preferences, kind, latest=CHANGED)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.quota)
        for widget in (self.as_list, self.as_calendar, self.columns, self.new):
            head.addWidget(widget)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._views, 1)
        middle.addWidget(self.detail)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.filters)
        box.addLayout(middle, 1)
        self.setFocusProxy(self.filters.search)
        self.detail.hide()
        self._wire()
        self._refresh()

    def _switch(self, words: str, view: int) -> QPushButton:
        button = QPushButton(words)
        button.setCheckable(True)
        button.setProperty("switch", True)
        button.clicked.connect(lambda: self.show_view(view))
        return button

    def _wire(self) -> None:
        self.filters.changed.connect(self._filter)
        self.list.activated.connect(self._open)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.selectionModel().currentRowChanged.connect(self._row_changed)
        self.model.modelReset.connect(self._reselect)
        self._desk.life.changed.connect(self._refresh)
        self.calendar.chosen.connect(self._select_named)
        self.calendar.opened.connect(self._shell.open_document)
        self.detail.given.connect(self._give)
        self.detail.open_wanted.connect(self._open)
        self.detail.tags_given.connect(self._set_tags)
        self.detail.page_wanted.connect(self._page)
        self.detail.decided.connect(self._decide)
        self._shell.looks.changed.connect(self._set_tokens)

    # What is shown

    @property
    def current(self) -> Line | None:
        """The document that is selected in the list."""
        return self.model.line(self.list.currentIndex())

    def select(self, document: str) -> None:
        """Select a document of the list."""
        row = self.model.place_of(document)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
            self.list.scrollTo(self.model.index(row, 0))

    def show_view(self, view: int) -> None:
        """The list is 0, the calendar 1."""
        self.as_list.setChecked(view == 0)
        self.as_calendar.setChecked(view == 1)
        self.columns.setVisible(view == 0)
        self._show_right_view()
        if view == 1:
            self.calendar.show_lines(self.passing())

    def _show_right_view(self) -> None:
        empty = self.as_list.isChecked() and not self.model.rowCount()
        if empty:
            self._say_why()
        self._views.setCurrentIndex(2 if empty else int(self.as_calendar.isChecked()))
        # The empty list offers it already, in its middle.
        self.new.setVisible(not empty or bool(self.model.total))

    def _say_why(self) -> None:
        """Why the list is empty, and what to do."""
        every = self.model.total
        if every:
            self.empty.say("magnifying-glass", tr("Nothing passes the filters"),
                           tr("Clear the filters, or begin something new."))  # fmt: skip
        elif self._kind == "journey":
            self.empty.say("path", tr("There is no journey yet"),
                           tr("A journey leads accounts or people step by step."))  # fmt: skip
        else:
            self.empty.say("megaphone", tr("There is no campaign yet"),
                           tr("A campaign chooses people and sends them something."))  # fmt: skip
        self.empty.action.setVisible(not every)

    def passing(self) -> list[Line]:
        """The documents that the filters let through, in the order of the list."""
        return list(self.model.rows)

    def _refresh(self) -> None:
        selected = self.current.id if self.current is not None else ""
        lines = [one for one in self._desk.life.lines if one.kind == self._kind]
        self.filters.offer(lines)
        self.model.show(lines)
        if selected and (self.current is None or self.current.id != selected):
            self.select(selected)
        shown = self.detail.line
        if shown is not None:
            self._select(next((one for one in lines if one.id == shown.id), None))
        self._told()

    def _filter(self, wanted: object) -> None:
        del wanted
        self.model.let_pass(self.filters.wanted.passes)
        self._told()

    def _told(self) -> None:
        shown, every = self.model.rowCount(), self.model.total
        self.filters.setVisible(bool(every))
        self.count.setText(number(shown) if shown == every else
                           tr("{shown} of {every}", shown=number(shown), every=number(every)))  # fmt: skip
        if self._kind == "journey":
            live = live_journeys(self._desk)
            self.quota.setText(tr("{live} of {quota} live journeys", live=number(live), quota=number(QUOTA)))
            self.quota.setProperty("warning", live >= QUOTA)
            self.quota.setToolTip(tr("A workspace is meant to have that many; more are not refused."))
        self._show_right_view()
        if self.as_calendar.isChecked():
            self.calendar.show_lines(self.passing())

    def _select(self, line: Line | None) -> None:
        self.detail.setVisible(line is not None)
        if line is None:
            self.detail.line = None
            return
        self.detail.show_line(line)
        self._asked += 1
        self._desk.tasks.start(self._ask(line.id, self._asked), of=self)

    async def _ask(self, document: str, asked: int) -> None:
        choices = await self._desk.life.choices(document)
        if asked == self._asked:
            self.detail.show_choices(document, choices)

    def _reselect(self) -> None:
        """After the rows were put in another order, the same document is selected, if it still passes."""
        shown = self.detail.line
        if shown is not None and self.model.place_of(shown.id) >= 0:
            self.select(shown.id)
        elif shown is not None and self.as_list.isChecked():
            self._select(None)

    def _row_changed(self) -> None:
        self._select(self.current)

    def _select_named(self, document: str) -> None:
        self._select(self._desk.life.line(document))

    def _set_tokens(self, tokens: Tokens) -> None:
        for part in (self.model, self.detail, self.calendar):
            part.set_tokens(tokens)

    # What is done

    def _open(self) -> None:
        line = self.detail.line
        if line is not None:
            self._shell.open_document(line.id)

    def _give(self, command: Command) -> None:
        line = self.detail.line
        if line is not None:
            self.doing.do(command, line.id, line.name)

    def _page(self, which: str) -> None:
        line = self.detail.line
        if line is not None:
            open_page_of(which, line.id, line.name, self._desk, self._shell, self)

    def _decide(self, run: bool) -> None:
        line = self.detail.line
        if line is not None:
            self._desk.life.decide(line.id, Late.RUN if run else Late.SKIP)

    def _set_tags(self, tags: tuple[str, ...]) -> None:
        line = self.detail.line
        if line is not None:
            self._desk.tasks.start(self._desk.life.set_tags(line.id, tags))

    def _menu(self, at: QPoint) -> None:
        line = self.current
        if line is not None:
            self._desk.tasks.start(self._show_menu(line, at), of=self)

    async def _show_menu(self, line: Line, at: QPoint) -> None:
        self.menu_of(line, await self._desk.life.choices(line.id)).popup(self.list.viewport().mapToGlobal(at))

    def menu_of(self, line: Line, choices: Choices) -> QMenu:
        """What can be done with a document now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open")).triggered.connect(lambda: self._shell.open_document(line.id))
        reports = (("report", tr("Report of all time")), ("last-day", tr("Report of the last 24 hours")))
        pages = (("properties", tr("Properties")), ("versions", tr("Versions")), ("runs", tr("Runs")),
                 *(reports if line.kind == "campaign" and line.version else ()),
                 ("template", tr("Save as a template…")))  # fmt: skip
        for which, words in pages:
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, which=which: self._page(which))
        if line.version:
            menu.addAction(tr("Edit the tags")).triggered.connect(self.detail.edit_tags)
        menu.addSeparator()
        for command in allowed(choices):
            given = menu.addAction(command_word(command, line.kind))
            given.triggered.connect(partial(self.doing.do, command, line.id, line.name))
        return menu
