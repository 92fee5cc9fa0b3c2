"""The line over the canvas: how the document stands, when it runs, and what is done with it most often."""

from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton

from app.desk import Desk
from app.document_page import DocumentPage
from app.life.buttons import ORDER, REVIEW
from app.life.doing import ICONS, Doing
from app.life.journey_dates import EndDateDialog, ask_to_publish, dates_sentence
from app.life.life import Choices
from app.life.pages import open_page_of
from app.life.publishing import PublishDialog
from app.life.schedule import ScheduleDialog, sentence_of
from app.life.words import asked_words, command_word, review_words, run_word, status_look, status_word
from app.sections import Shell
from app.shell.elided import ElidedButton
from app.words import told, tr
from canvas import Tokens
from canvas.icons import icon
from engine.document.model import Kind
from engine.problems import Problem
from engine.runner.commands import Command
from engine.workspace.statuses import OVER, Status

_FIRST = (
    *REVIEW,
    Command.CONFIRM,
    Command.RESUME,
    Command.PAUSE,
    Command.STOP,
    Command.START,
    Command.PUBLISH,
)
_MOST = 2
_TICK_MS = 20_000
_TOLD = frozenset({"running", "waiting", "paused", "failed", "interrupted"})


class DocumentHead(QFrame):
    """Of one document that is open; it follows the document's edits and the workspace's news."""

    def __init__(self, page: DocumentPage, desk: Desk, shell: Shell) -> None:
        super().__init__(page)
        self.setProperty("head", True)
        self._page, self._desk, self._shell = page, desk, shell
        self._session = page.session
        self._kind = page.session.document.kind.value
        self._asked = 0
        self.choices: Choices | None = None
        self.doing = Doing(desk, shell, self)
        self.mark, self.status, self.run = QLabel(), QLabel(), QLabel()
        self.run.setProperty("quiet", True)
        self.kept = QLabel()
        self.kept.setProperty("quiet", True)
        self.kept.setToolTip(tr("Every step is kept by itself, and survives a crash."))
        self._kept = 0.0
        """When the last step was kept, in seconds of a clock that only runs on; 0 before the first."""
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._tell_kept)
        self.schedule = ElidedButton("", self, mode=Qt.TextElideMode.ElideRight)
        self.schedule.setProperty("quiet", True)
        self.schedule.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.schedule.clicked.connect(self.open_schedule)
        self.buttons: dict[Command, QPushButton] = {}
        self._dressed: dict[Command, tuple[str, bool, Tokens]] = {}
        self.more = QToolButton()
        self.more.setProperty("quiet", True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(tr("More commands"))
        self.more.setAccessibleName(tr("More commands"))
        menu = QMenu(self.more)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 10, 5)
        row.setSpacing(8)
        for widget in (self.mark, self.status, self.run, self.schedule):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.kept)
        for command in _FIRST:
            button = self.buttons[command] = QPushButton(command_word(command, self._kind))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, command=command: self.give(command))
            button.hide()
            row.addWidget(button)
        row.addWidget(self.more)
        self._session.changed.connect(self._show)
        self._session.checked.connect(self._show)
        self._session.running.connect(self._ran)
        page.keeper.kept.connect(self._was_kept)
        desk.life.changed.connect(self.refresh)
        shell.looks.changed.connect(self._set_tokens)
        self._set_tokens(shell.looks.tokens)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what may be done."""
        self._lock()
        self._asked += 1
        self._desk.tasks.start(self._ask(self._asked), of=self)

    async def _ask(self, asked: int) -> None:
        choices = await self._desk.life.choices(self._session.document.id)
        if asked == self._asked:
            self.choices = choices
            self._show()

    def _was_kept(self) -> None:
        self._kept = monotonic()
        self._ticking.start()
        self._tell_kept()

    def _tell_kept(self) -> None:
        minutes = int((monotonic() - self._kept) // 60)
        self.kept.setText(tr("Kept {n} minute(s) ago", n=minutes) if minutes else tr("Kept just now"))

    def _ran(self, running: bool) -> None:
        if not running:
            self.refresh()

    def _lock(self) -> None:
        """Only a draft can be edited."""
        status = Status(self._desk.status_of(self._session.document.id))
        shown = status_word(status, self._kind).lower()
        if self._kind == Kind.JOURNEY.value:
            told = tr("It is {status}, so it cannot be changed. Duplicate it and change the copy.", status=shown)
        else:
            told = tr("It is {status}, so it cannot be changed. Duplicate it, or bring it back to draft.", status=shown)
        why = "" if status is Status.DRAFT else told
        if why != self._session.locked and not self._session.is_state:
            self._session.lock(why)

    def refusal(self, command: Command) -> str:
        """Why a command cannot be given now; empty when it can."""
        forbidden = self._forbidden(command)
        if forbidden:
            return forbidden
        errors = sum(one.is_error for one in self._session.problems)
        if command is Command.PUBLISH and errors:
            return tr("{n} error(s) to mend first; see the problems.", n=errors)
        return ""

    def _forbidden(self, command: Command) -> str:
        problem: Problem | None = None if self.choices is None else self.choices.refusals.get(command)
        return "" if problem is None else told(problem)

    def give(self, command: Command) -> None:
        """Give a command, or say why not."""
        journey = self._kind == Kind.JOURNEY.value
        # What is wrong with a campaign is listed where it would be published.
        why = self._forbidden(command) if command is Command.PUBLISH and not journey else self.refusal(command)
        if why:
            self._shell.say(why)
        elif command is Command.PUBLISH and self._kind == Kind.JOURNEY.value:
            ask_to_publish(self._page, self._desk)
        elif command is Command.PUBLISH:
            PublishDialog(self._session.document, self._desk, self._shell, self.window()).open()
        else:
            self.doing.do(command, self._session.document.id, self._session.title)

    def open_schedule(self) -> None:
        """Set when it runs; of a journey, when it starts and ends."""
        if self._kind == Kind.JOURNEY.value:
            if Status(self._desk.status_of(self._session.document.id)) is Status.DRAFT:
                ask_to_publish(self._page, self._desk)
            else:
                EndDateDialog(self._session, self._desk, self.window()).open()
            return
        ScheduleDialog(self._session, self._desk.life.present, self.window()).open()

    # Showing

    def _show(self) -> None:
        status = Status(self._desk.status_of(self._session.document.id))
        line = self._desk.life.line(self._session.document.id)
        self.status.setText(status_word(status, self._kind))
        tokens = self._shell.looks.tokens
        name, colour = ("ph.pencil-simple", tokens.text_quiet) if line is None else status_look(line, tokens)
        self.mark.setPixmap(icon(name, colour).pixmap(16, 16))
        run = self.choices.standing.run or self.choices.standing.test if self.choices is not None else ""
        asks = "" if self.choices is None else asked_words(self.choices.review)
        self.run.setToolTip("" if self.choices is None else review_words(self.choices.review))
        self.run.setText(f"· {asks}" if asks else f"· {run_word(run)}" if run in _TOLD else "")
        self._show_dates(status)
        wanted = self._wanted(status)
        for command, button in self.buttons.items():
            if command in wanted:
                self._dress(command, button, primary=command in {Command.PUBLISH, Command.CONFIRM})
            button.setVisible(command in wanted)

    def _wanted(self, status: Status) -> list[Command]:
        """The commands that have a button; all others are in the menu."""
        shown = [one for one in _FIRST if not self._refused(one)]
        if status is not Status.DRAFT:
            return shown[:_MOST]
        wanted = shown[-_MOST:]
        return wanted if Command.PUBLISH in wanted else [*wanted[: _MOST - 1], Command.PUBLISH]

    def _show_dates(self, status: Status) -> None:
        if self._kind != Kind.JOURNEY.value:
            self._say_when(sentence_of(self._session))
            return
        self.schedule.setEnabled(status not in OVER)
        self._say_when(dates_sentence(self._session.document, published=status is not Status.DRAFT))

    def _say_when(self, words: str) -> None:
        """When it runs: in the tip also where there is no room to say it."""
        self.schedule.say(words)
        self.schedule.setToolTip(f"{words}\n{tr('When it runs. Click to change it.')}")

    def _refused(self, command: Command) -> bool:
        return self.choices is None or self.choices.refusals.get(command) is not None

    def _dress(self, command: Command, button: QPushButton, *, primary: bool) -> None:
        why, tokens = self.refusal(command), self._shell.looks.tokens
        dress = (why, primary, tokens)
        if self._dressed.get(command) == dress:
            return
        self._dressed[command] = dress
        button.setToolTip(why)
        button.setAccessibleDescription(why)
        button.setProperty("refused", bool(why))
        button.setProperty("primary", primary and not why)
        button.setIcon(icon(ICONS[command], tokens.card if primary and not why else tokens.text))
        button.style().unpolish(button)
        button.style().polish(button)

    def _fill_menu(self) -> None:
        shown = self._wanted(Status(self._desk.status_of(self._session.document.id)))
        menu = self.more.menu()
        menu.clear()
        pages = (("properties", tr("Properties")), ("versions", tr("Versions")), ("runs", tr("Runs")),
                 ("template", tr("Save as a template…")))  # fmt: skip
        for which, words in pages:
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, which=which: self._open(which))
        menu.addSeparator()
        tokens = self._shell.looks.tokens
        for command in (one for one in ORDER if one not in shown and not (one in REVIEW and self._refused(one))):
            action = menu.addAction(icon(ICONS[command], tokens.text, tokens.edge), command_word(command, self._kind))
            why = self.refusal(command)
            action.setToolTip(why or command_word(command, self._kind))
            action.setEnabled(not why)
            action.triggered.connect(lambda _=False, command=command: self.give(command))

    def _open(self, which: str) -> None:
        open_page_of(which, self._session.document.id, self._session.title, self._desk, self._shell, self)

    def _set_tokens(self, tokens: Tokens) -> None:
        self.more.setIcon(icon("ph.dots-three-vertical", tokens.text))
        self.schedule.setIcon(icon("ph.calendar-blank", tokens.text_quiet))
        self._show()
