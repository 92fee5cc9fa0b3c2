"""What the list says of the selected document: how it stands, when it runs, its tags, and what can be done with it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.documents.table import channels_of, last_run_of, shown
from app.life.buttons import CommandButtons
from app.life.life import Choices
from app.life.words import status_look, status_word
from app.words import headed, language, tr
from canvas import Tokens
from canvas.icons import icon
from engine.runner.inventory import Line
from engine.schedule_sentences import schedule_sentence
from engine.schedules import Daily, Hours, Monthly, Once, Periodic, Weekly

WIDTH = 320
_NEXT = 3


class Detail(QFrame):
    """One document; empty while none is selected."""

    given = Signal(object)
    open_wanted = Signal()
    tags_given = Signal(object)
    page_wanted = Signal(str)
    """"properties", "runs", "versions" or "template"."""
    decided = Signal(bool)
    """Whether to run the launch that was missed, or to skip it."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFixedWidth(WIDTH)
        self._tokens = tokens
        self.line: Line | None = None
        self.name, self.mark, self.status = QLabel(), QLabel(), QLabel()
        self.name.setProperty("heading", True)
        self.name.setWordWrap(True)
        self.about = _quiet()
        self.facts = _quiet()
        self.open = QPushButton(tr("Open"))
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(tr("spring, loyalty…"))
        self.tags.setAccessibleName(tr("Tags"))
        self.alerts = QLabel()
        self.alerts.setProperty("warning", True)
        self.alerts.setWordWrap(True)
        self.alerts.setAccessibleName(tr("Alerts"))
        self.alerts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.alerts.hide()
        self.missed = _missed_bar(self)
        self.buttons = CommandButtons(tokens)
        self._pages: list[QPushButton] = []
        pages = QGridLayout()
        pages.setSpacing(6)
        self.report = self._page_button("report", tr("Report"))
        for place, button in enumerate((
            self._page_button("properties", tr("Properties")), self._page_button("versions", tr("Versions")),
            self._page_button("runs", tr("Runs")), self.report,
        )):  # fmt: skip
            pages.addWidget(button, place // 2, place % 2)
        head = QHBoxLayout()
        head.addWidget(self.mark)
        head.addWidget(self.status)
        head.addStretch(1)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.name)
        box.addWidget(self.about)
        box.addWidget(self.missed)
        box.addWidget(self.facts)
        box.addWidget(self.alerts)
        box.addWidget(_title(tr("Tags")))
        box.addWidget(self.tags)
        box.addWidget(self.open)
        box.addLayout(pages)
        box.addSpacing(6)
        box.addWidget(_title(tr("Commands")))
        box.addWidget(self.buttons)
        box.addWidget(self._page_button("template", tr("Save as a template…")))
        box.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(tr("Details"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(area)
        self.buttons.given.connect(self.given)
        # What is said below the buttons may be out of sight, and has its place only when it was laid out.
        self.buttons.explained.connect(
            lambda: QTimer.singleShot(0, self, lambda: area.ensureWidgetVisible(self.buttons.why))
        )
        self.open.clicked.connect(self.open_wanted)
        self.tags.editingFinished.connect(self._tags_typed)

    def show_line(self, line: Line) -> None:
        """Show another document, or the same as it is now."""
        another = self.line is None or self.line.id != line.id
        self.line = line
        name, colour = status_look(line, self._tokens)
        self.mark.setPixmap(icon(name, colour).pixmap(18, 18))
        self.status.setText(status_word(line.status, line.kind))
        self.name.setText(line.name)
        self.about.setText(line.facts.description)
        self.about.setVisible(bool(line.facts.description))
        self.facts.setText("\n".join(_facts(line)))
        self.missed.setVisible(bool(line.asking))
        if another:
            self.alerts.hide()
        if another or not self.tags.hasFocus():
            self.tags.setText(", ".join(line.tags))
        self.tags.setEnabled(line.version > 0)
        self.report.setVisible(line.kind == "campaign" and line.version > 0)

    def edit_tags(self) -> None:
        """Let the tags be typed."""
        self.tags.setFocus()
        self.tags.selectAll()

    def show_choices(self, document: str, choices: Choices) -> None:
        """Show what can be done with it."""
        if self.line is not None and self.line.id == document:
            self.buttons.show_choices(choices, self.line.kind)
            self.alerts.setText("\n".join(choices.alerts))
            self.alerts.setVisible(bool(choices.alerts))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self.buttons.set_tokens(tokens)
        if self.line is not None:
            self.show_line(self.line)

    def _page_button(self, key: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setObjectName(key)
        button.clicked.connect(lambda: self.page_wanted.emit(key))
        self._pages.append(button)
        return button

    def _tags_typed(self) -> None:
        tags = tuple(dict.fromkeys(tag.strip() for tag in self.tags.text().split(",") if tag.strip()))
        if self.line is not None and tags != self.line.tags:
            self.tags_given.emit(tags)


def _missed_bar(detail: Detail) -> QFrame:
    bar = QFrame()
    bar.setProperty("notice", True)
    words = QLabel(tr("Its launch was missed, because Jalon was not running then."))
    words.setWordWrap(True)
    run, skip = QPushButton(tr("Run it now")), QPushButton(tr("Skip it"))
    run.setObjectName("run-missed")
    skip.setObjectName("skip-missed")
    run.clicked.connect(lambda: detail.decided.emit(True))
    skip.clicked.connect(lambda: detail.decided.emit(False))
    row = QHBoxLayout()
    row.addWidget(run)
    row.addWidget(skip)
    box = QVBoxLayout(bar)
    box.setContentsMargins(12, 10, 12, 10)
    box.addWidget(words)
    box.addLayout(row)
    bar.hide()
    return bar


def _facts(line: Line) -> list[str]:
    schedule = line.facts.schedule
    planned = isinstance(schedule, Once | Daily | Hours | Periodic | Weekly | Monthly)
    zone = f" ({line.zone})" if planned else ""
    sentence = tr("Its schedule cannot be read.") if schedule is None else schedule_sentence(schedule, language())
    found = [f"{sentence}{zone}"]
    if line.launches:
        moments = " · ".join(shown(moment) for moment in line.launches[:_NEXT])
        found.append(tr("Next: {moments}", moments=moments))
    if line.last_run is not None:
        found.append(tr("Last: {run}", run=last_run_of(line)))
    if line.facts.channels:
        found.append(headed(tr("Channels"), channels_of(line)))
    version = tr("Never saved") if not line.version else tr("Version {number}", number=line.version)
    found.append(f"{version}, {shown(line.changed)}")
    return found


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("fieldTitle", True)
    return label


def _quiet() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("quiet", True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
