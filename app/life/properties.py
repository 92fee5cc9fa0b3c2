"""What holds for a whole document, in a dialog: who is told, how runs are done, what is kept of them, its ids."""

from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.form_dialog import heading, ok_cancel
from app.session import Session
from app.shell.stepping import ReadDialog
from app.theme import inset
from app.words import headed, told, tr
from engine.document.drafts import PropertyName
from engine.document.edits import SetProperty
from engine.document.model import Execution, OnError
from engine.problems import EngineError, Problem

_WIDE = 680


class PropertiesDialog(ReadDialog):
    """Every field is an undo step of the document when the dialog is accepted; tags belong to the workspace."""

    def __init__(self, session: Session, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Properties of {name}", name=session.title))
        self.setMinimumWidth(_WIDE)
        self._session, self._desk = session, desk
        document, rules = session.document, session.document.execution
        self._entry = next((one for one in desk.documents if one.id == document.id), None)
        self.name, self.zone = QLineEdit(document.name), QLineEdit(document.zone)
        self.description = QPlainTextEdit(document.description)
        self.description.setProperty("field", True)
        self.description.setFixedHeight(88)
        self.description.setTabChangesFocus(True)
        self.tags = QLineEdit(", ".join(self._entry.tags if self._entry is not None else ()))
        self.policy = QLineEdit(document.merge_policy)
        self.supervisors = QLineEdit(", ".join(document.supervisors))
        self.supervisors.setPlaceholderText(tr("Names, separated by commas"))
        self.on_error = QComboBox()
        for words, value in (
            (tr("Suspend the run; it can be continued"), OnError.SUSPEND),
            (tr("Ignore it; the other paths go on"), OnError.IGNORE),
            (tr("Abort the run; it is over"), OnError.ABORT),
        ):
            self.on_error.addItem(words, value)
        self.on_error.setCurrentIndex(self.on_error.findData(rules.on_error))
        self.most_errors, self.days = QSpinBox(), QSpinBox()
        inset(self.most_errors)
        inset(self.days)
        self.most_errors.setMaximum(1000)
        self.most_errors.setSpecialValueText(tr("Any number"))
        self.most_errors.setValue(rules.most_errors)
        self.days.setRange(1, 3650)
        self.days.setValue(rules.history_days)
        self.keep = QCheckBox(tr("Keep the populations of earlier runs"))
        self.keep.setChecked(rules.keep_populations)
        self.sql = QCheckBox(tr("Write the SQL of each activity to the log"))
        self.sql.setChecked(rules.log_sql)
        self.wrong = QLabel()
        self.wrong.setProperty("error", True)
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self._arrange()
        self.on_error.currentIndexChanged.connect(self._refresh)
        self._refresh()
        self._lock()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, widget in (
            (tr("Name"), self.name),
            (tr("Description"), self.description),
            (tr("Tags"), self.tags),
            (tr("Time zone"), self.zone),
            (tr("Merge policy"), self.policy),
            (tr("Supervisors"), self.supervisors),
            (tr("When an activity fails"), self.on_error),
            (tr("Failures in a row to tolerate"), self.most_errors),
            (tr("Days that logs and tasks are kept"), self.days),
        ):
            widget.setAccessibleName(words)
            form.addRow(words, widget)
        form.addRow("", self.keep)
        form.addRow("", self.sql)
        for words, value in self._ids():
            form.addRow(words, _copyable(words, value))
        buttons, self.ok = ok_cancel(self, tr("OK"))
        buttons.accepted.connect(self.take)
        self.locked = QLabel(self._session.locked)
        self.locked.setProperty("warning", True)
        self.locked.setWordWrap(True)
        self.locked.setVisible(bool(self._session.locked))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(14)
        box.addWidget(heading(self.windowTitle()))
        box.addWidget(self.locked)
        box.addLayout(form)
        box.addWidget(self.wrong)
        box.addWidget(buttons)

    def _ids(self) -> tuple[tuple[str, str], ...]:
        name = self._session.document.id
        version = f"{name}@{self._entry.version}" if self._entry is not None else tr("never saved")
        return ((tr("Id"), name), (tr("Version id"), version))

    def _refresh(self) -> None:
        self.most_errors.setEnabled(self.on_error.currentData() is OnError.IGNORE and not self._session.locked)

    def _lock(self) -> None:
        for widget in (self.name, self.description, self.zone, self.policy, self.supervisors, self.on_error,
                       self.most_errors, self.days, self.keep, self.sql):  # fmt: skip
            widget.setEnabled(widget.isEnabled() and not self._session.locked)

    def take(self) -> None:
        """Make what was changed steps of the document, then close."""
        self.wrong.hide()
        try:
            if not self._session.locked:
                self._take_document()
        except EngineError as error:
            self.wrong.setText(told(error.problem))
            self.wrong.show()
            return
        tags = _parts(self.tags.text())
        if self._entry is not None and tags != self._entry.tags:
            self._desk.tasks.start(self._desk.life.set_tags(self._entry.id, tags))
        self.accept()

    def _take_document(self) -> None:
        rules = Execution(
            on_error=self.on_error.currentData(),
            most_errors=self.most_errors.value(),
            history_days=self.days.value(),
            keep_populations=self.keep.isChecked(),
            log_sql=self.sql.isChecked(),
        )
        document = self._session.document
        if not self.name.text().strip():
            raise EngineError(_nameless())
        values: dict[PropertyName, tuple[JsonValue, JsonValue]] = {
            "name": (document.name, self.name.text().strip()),
            "description": (document.description, self.description.toPlainText()),
            "zone": (document.zone, self.zone.text().strip()),
            "merge_policy": (document.merge_policy, self.policy.text().strip()),
            "supervisors": ([*document.supervisors], [*_parts(self.supervisors.text())]),
            "execution": (document.execution.model_dump(mode="json"), rules.model_dump(mode="json")),
        }
        for name, (before, after) in values.items():
            if before != after:
                self._session.do(SetProperty(name, after), tr("Change the properties"))


def _nameless() -> Problem:
    return Problem(code="name-missing", what=tr("A name is missing."), field="name")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _copyable(words: str, value: str) -> QWidget:
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    label = QLabel(value)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("quiet", True)
    button = QToolButton()
    button.setText(tr("Copy"))
    button.setProperty("quiet", True)
    button.setAccessibleName(headed(tr("Copy"), words))
    button.clicked.connect(partial(QGuiApplication.clipboard().setText, value))
    row.addWidget(label, 1)
    row.addWidget(button)
    return around
