"""What a rule means as a whole: how many it finds, said as a sentence, and as SQL."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.panel.editors.conditions.context import Context
from app.panel.editors.look import fixed_font, icon_button, restyle
from app.sql_colours import SqlColours
from app.words import capital, number, told, tr
from engine.problems import EngineError
from engine.rules import Rule
from engine.runner.lines import RuleCounts, rule_sql


class Footer(QWidget):
    """The line of the total, the sentence, and the buttons of the whole rule."""

    large_wanted = Signal()
    sql_wanted = Signal()
    steps_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.total = QLabel(self)
        self.total.setProperty("strong", True)
        # In a narrow panel it takes two lines, so that the buttons stay in sight.
        self.total.setWordWrap(True)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setProperty("quiet", True)
        self.steps = icon_button(self, "ph.chart-bar-horizontal", tr("What each line does"))
        self.sql = icon_button(self, "ph.code", tr("Show the SQL of this rule"))
        self.large = icon_button(self, "ph.arrows-out-simple", tr("Open large"))
        self.more = icon_button(self, "ph.dots-three", tr("More about the whole rule"))
        self.buttons = (self.steps, self.sql, self.large, self.more)
        rule = QFrame(self)
        rule.setObjectName("rule")
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.total, 1)
        for button in self.buttons:
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(4)
        box.addWidget(rule)
        box.addLayout(row)
        box.addWidget(self.note)
        box.addWidget(self.sentence)
        self.note.hide()
        self.steps.clicked.connect(self.steps_wanted)
        self.sql.clicked.connect(self.sql_wanted)
        self.large.clicked.connect(self.large_wanted)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height()))))

    def show_total(self, counts: RuleCounts, unit: str) -> None:
        """How many of how many."""
        self.total.setText(tr("{found} of {rows} {unit}", found=number(counts.matched), rows=number(counts.rows),
                              unit=unit))  # fmt: skip
        left_out = len(counts.left_out)
        text = tr("{n} line(s) cannot be counted yet and (is|are) left out.", n=left_out) if left_out else ""
        self.tell(text)
        restyle(self.total, "quiet", False)

    def make_stale(self) -> None:
        """The rule has changed since the count."""
        restyle(self.total, "quiet", True)

    def say(self, sentence: str) -> None:
        """What the rule means, in words; nothing for an empty rule."""
        self.sentence.setText(f"{capital(sentence)}.")
        self.sentence.setVisible(bool(sentence))

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say something about the whole rule; an empty text says nothing."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        restyle(self.note, "error", wrong)
        restyle(self.note, "warning", not wrong)


class SqlView(QFrame):
    """The SQL of a rule, to be read and copied."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setFont(fixed_font(self))
        self.colours = SqlColours(self.text)
        copy = QPushButton(tr("Copy"), self)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 10)
        box.addWidget(self.text, 1)
        box.addWidget(copy, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(520, 380)

    def open_at(self, at: QPoint) -> None:
        """Open at a place, whole on the screen."""
        room = self.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        self.move(x, max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.show()
        self.text.setFocus()


def open_sql(rule: Rule, context: Context, anchor: QWidget) -> None:
    """Show the query of a rule under a widget, or why there is none yet."""
    try:
        text = rule_sql(rule, context.surroundings, context.of)
    except EngineError as error:
        text = tr("There is no SQL yet: {problem}", problem=told(error.problem))
    SqlView(text, anchor).open_at(anchor.mapToGlobal(QPoint(0, anchor.height())))
