"""Several selected nodes at once: the settings they have in common. A change goes to all of them, as one step."""

from collections.abc import Sequence

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.graph.kinds import Kinds
from app.panel.context import FormContext
from app.panel.form import SettingsForm
from app.words import said, tr
from engine.document.model import Node


class TogetherForm(QWidget):
    """Says how many nodes of which kinds are meant, and shows what they share."""

    field_edited = Signal(str, object, bool)
    """A field's name, its new value, and whether that is its default."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[tuple[str, ...], SettingsForm | None] = {}
        self.form: SettingsForm | None = None
        self.title, self.kinds, self.nothing = QLabel(), QLabel(), QLabel()
        self.title.setProperty("fieldTitle", True)
        self.nothing.setText(tr("These activities have no setting in common."))
        for label in (self.kinds, self.nothing):
            label.setWordWrap(True)
            label.setProperty("quiet", True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        for label in (self.title, self.kinds, self.nothing):
            self._box.addWidget(label)

    def show_nodes(self, nodes: Sequence[Node], kinds: Kinds) -> None:
        """Show what these have in common; where their values differ, the field says so."""
        self.title.setText(tr("{n} activit(y|ies)", n=len(nodes)))
        known = {name: kinds.get(name) for name in sorted({node.type for node in nodes})}
        self.kinds.setText(", ".join(said(kind.title) if kind is not None else name for name, kind in known.items()))
        key = tuple(known)
        if key not in self._forms:
            self._forms[key] = self._made([kind.settings if kind is not None else None for kind in known.values()])
        self.form = self._forms[key]
        for form in self._forms.values():
            if form is not None:
                form.setVisible(form is self.form)
        self.nothing.setVisible(self.form is None)
        if self.form is not None:
            self._show_values(self.form, nodes)

    def _made(self, models: Sequence[type[BaseModel] | None]) -> SettingsForm | None:
        shared = _shared(models)
        if not shared:
            return None
        form = SettingsForm(shared)
        form.field_edited.connect(self.field_edited)
        self._box.addWidget(form)
        return form

    def _show_values(self, form: SettingsForm, nodes: Sequence[Node]) -> None:
        first, mixed = nodes[0].settings, set[str]()
        for name in form.rows:
            if any((name in node.settings) != (name in first) or node.settings.get(name) != first.get(name)
                   for node in nodes):  # fmt: skip
                mixed.add(name)
        form.show_value({name: value for name, value in first.items() if name in form.rows and name not in mixed})
        for name, row in form.rows.items():
            row.tell(tr("Several values. A change here gives all of them the same one.") if name in mixed else "")

    def take_context(self, context: FormContext) -> None:
        """Tell the editors which names exist."""
        if self.form is not None:
            self.form.take_context(context)


def _shared(models: Sequence[type[BaseModel] | None]) -> dict[str, FieldInfo]:
    """The fields of the same name and type in all models. Those asked for only beside others stay with these."""
    if not models or models[0] is None:
        return {}
    found = dict(models[0].model_fields)
    for model in models[1:]:
        fields = model.model_fields if model is not None else {}
        found = {name: field for name, field in found.items() if name in fields and _alike(field, fields[name])}
    if len(models) > 1:
        found = {name: field for name, field in found.items() if field.json_schema_extra is None}
    return found


def _alike(one: FieldInfo, other: FieldInfo) -> bool:
    return one.annotation == other.annotation and one.metadata == other.metadata
