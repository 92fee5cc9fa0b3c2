"""How a journey is rehearsed: the options of a run, in a dialog; the rehearsal begins anew when they change."""

from pydantic import ValidationError
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.form_dialog import heading, ok_cancel
from app.journeys.controller import JourneyController
from app.panel.editor import as_object
from app.panel.form import SettingsForm
from app.shell.stepping import ReadDialog
from app.words import tr
from engine.journey.options import RunOptions
from engine.problems import Problem, field_path


class OptionsDialog(ReadDialog):
    """Of one journey's page; what is chosen holds until the page is closed."""

    def __init__(self, controller: JourneyController, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How it is rehearsed"))
        self.resize(460, 640)
        self._controller = controller
        self.form = SettingsForm(RunOptions.model_fields)
        self.form.show_value(controller.options.model_dump(mode="json", exclude_defaults=True))
        self._raw: dict[str, object] = controller.options.model_dump(mode="json", exclude_defaults=True)
        self.form.edited.connect(self._edited)
        told = QLabel(tr("Nothing here changes the journey; it says under which conditions it is rehearsed."))
        told.setProperty("quiet", True)
        told.setWordWrap(True)
        inner = QWidget()
        fields = QVBoxLayout(inner)
        fields.setContentsMargins(4, 4, 12, 4)
        fields.addWidget(told)
        fields.addSpacing(8)
        fields.addWidget(self.form)
        fields.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        buttons, self.ok = ok_cancel(self, tr("Rehearse"))
        buttons.accepted.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(heading(self.windowTitle()))
        box.addWidget(area, 1)
        box.addWidget(buttons)

    def _edited(self, value: object) -> None:
        self._raw = as_object(value)

    def accept(self) -> None:
        """Rehearse so, or say what does not fit."""
        self.form.clear_marks()
        try:
            options = RunOptions.model_validate(self._raw)
        except ValidationError as error:
            for one in error.errors(include_url=False):
                problem = Problem(code="wrong-option", what=tr("This does not fit."), why=str(one["msg"]))
                self.form.mark(field_path(one["loc"]), problem)
            return
        self._controller.set_options(options)
        super().accept()
