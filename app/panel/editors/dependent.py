"""Settings that depend on what is chosen beside them: of the action that a node takes, of the service that it asks."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic.fields import FieldInfo
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.panel.context import FormContext
from app.panel.editor import Editor
from app.words import tr
from engine.journey.registry import all_actions
from engine.problems import Problem

if TYPE_CHECKING:
    from engine.journey.services import AskedAttribute

_KINDS: Mapping[str, Any] = {"integer": int | None, "number": float | None, "boolean": bool}


class DependentForm(Editor):
    """One form for each choice; what was filled in for one choice stays while another is looked at."""

    titled = False

    def __init__(self, nothing: str) -> None:
        super().__init__()
        self.form: Editor | None = None
        self._forms: dict[str, Editor] = {}
        self._value: object = None
        self.hint = QLabel(nothing)
        self.hint.setProperty("quiet", True)
        self.hint.setWordWrap(True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.hint)

    def fields(self, context: FormContext) -> tuple[str, Mapping[str, FieldInfo]]:
        """What the form depends on, and the fields that go with it."""
        raise NotImplementedError

    def take_context(self, context: FormContext) -> None:
        self._show_form(*self.fields(context))
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

    def _show_form(self, choice: str, fields: Mapping[str, FieldInfo]) -> None:
        # A form is made by the panel's own maker, which knows this editor.
        from app.panel.form import SettingsForm

        wanted = self._forms.get(choice)
        if wanted is None and fields:
            wanted = self._forms[choice] = SettingsForm(fields)
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


class ActionSettingsEditor(DependentForm):
    """The form of the action that is chosen beside it."""

    def __init__(self) -> None:
        super().__init__(tr("Choose an action first."))

    def fields(self, context: FormContext) -> tuple[str, Mapping[str, FieldInfo]]:
        action = context.said("action")
        found = all_actions().get(action)
        return action, found.settings.model_fields if found is not None else {}


class ServiceAttributesEditor(DependentForm):
    """What the chosen service asks for, one field for each of its attributes."""

    def __init__(self) -> None:
        super().__init__("")

    def fields(self, context: FormContext) -> tuple[str, Mapping[str, FieldInfo]]:
        service = context.said("service")
        asked = context.service_attributes()
        self.hint.setText(tr("This service asks for nothing.") if service else tr("Choose a service first."))
        fields = {
            one.name: FieldInfo(annotation=_KINDS.get(one.type, str | None), default=None, title=_title(one))
            for one in asked
        }
        # The same service may ask for something else after its description was read anew.
        choice = " ".join((service, *(f"{one.name}:{one.type}:{one.required}" for one in asked)))
        return choice, fields


def _title(asked: "AskedAttribute") -> str:
    return tr("{name} (required)", name=asked.name) if asked.required else asked.name
