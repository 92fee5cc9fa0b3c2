"""The settings of the action that a journey's node takes: another form for each action."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.panel.context import FormContext
from app.panel.editor import Editor
from app.words import tr
from engine.journey.registry import all_actions
from engine.problems import Problem


class ActionSettingsEditor(Editor):
    """The form of the action that is chosen beside it."""

    titled = False

    def __init__(self) -> None:
        super().__init__()
        self.form: Editor | None = None
        self._forms: dict[str, Editor] = {}
        self._value: object = None
        self.hint = QLabel(tr("Choose an action first."))
        self.hint.setProperty("quiet", True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.hint)

    def take_context(self, context: FormContext) -> None:
        self._show_form(context.said("action"))
        if self.form is not None:
            self.form.take_context(context)

    def show_value(self, value: object) -> None:
        self._value = value
        if self.form is not None:
            self.form.show_value(value)

    def mark(self, path: str, problem: Problem | None) -> bool:
        return self.form.mark(path, problem) if self.form is not None else False

    def go_to(self, path: str) -> QWidget:
        return self.form.go_to(path) if self.form is not None and path else super().go_to(path)

    def _show_form(self, action: str) -> None:
        # A form is made by the panel's own maker, which knows this editor.
        from app.panel.form import SettingsForm

        found = all_actions().get(action)
        wanted = self._forms.get(action)
        if wanted is None and found is not None:
            wanted = self._forms[action] = SettingsForm(found.settings.model_fields)
            wanted.edited.connect(self._inner)
            self._box.addWidget(wanted)
        for form in self._forms.values():
            form.setVisible(form is wanted)
        self.hint.setVisible(wanted is None)
        if wanted is not self.form and wanted is not None:
            wanted.show_value(self._value)
        self.form = wanted

    def _inner(self, value: object) -> None:
        self._value = value
        self.step = self.form.step if self.form is not None else ""
        self.edited.emit(value)
