"""What holds for a whole document: its name, its dimension, its zone, its instant, its seed, its variables."""

from typing import Annotated, cast

from pydantic import BaseModel, Field, JsonValue
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.panel.context import FormContext
from app.panel.form import SettingsForm
from app.session import Session
from app.words import shortened, tr
from engine.catalog.model import Catalog
from engine.contract import Hint
from engine.document.drafts import Change
from engine.document.edits import Edit, SetProperty, SetVariables
from engine.document.model import DeclaredVariable, Kind, Node
from engine.journey.properties import ReEntry, Schedule, Token
from engine.problems import EngineError, Problem


class VariableFields(BaseModel):
    """A global variable."""

    name: str = Field(default="", title="Name")
    type: Annotated[str, Hint("type")] = Field(default="string", title="Type")
    value: str | None = Field(default=None, title="Value")


class DocumentFields(BaseModel):
    """What a document says of itself, as the panel shows it."""

    name: str = Field(default="", title="Name")
    description: Annotated[str, Hint("prose")] = Field(default="", title="Description")
    dimension: Annotated[str, Hint("dimension")] = Field(
        default="", title="Targeting dimension", description="Whom new activities look for."
    )
    zone: str = Field(default="UTC", title="Time zone", description="Such as Europe/Paris.")
    as_of: Annotated[str | None, Hint("moment")] = Field(
        default=None, title="Count as of", description="A frozen instant; without it, the moment it was opened."
    )
    seed: int = Field(default=0, title="Seed", description="The same seed chooses the same people.")
    variables: tuple[VariableFields, ...] = Field(default=(), title="Variables")


class JourneyFields(BaseModel):
    """What a journey says of itself, as the panel shows it. All but the first four stand in its properties."""

    name: str = Field(default="", title="Name")
    description: Annotated[str, Hint("prose")] = Field(default="", title="Description")
    zone: str = Field(default="UTC", title="Time zone", description="Such as Europe/Paris.")
    as_of: Annotated[str | None, Hint("moment")] = Field(
        default=None, title="Rehearse as of", description="When it begins, unless it starts on a date."
    )
    schedule: Schedule = Field(default=Schedule(), title="Schedule")
    re_entry: ReEntry = Field(default=ReEntry(), title="Re-entry")
    email_dedup: bool = Field(default=False, title="Send only once to each address")
    my_tokens: tuple[Token, ...] = Field(default=(), title="My Tokens")


_OWN = ("name", "description", "zone", "as_of")


class DocumentForm(QWidget):
    """The fields of the document that is open; every change is an edit."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._catalog = Catalog()
        self.head = QLabel()
        self.head.setProperty("heading", True)
        self.head.setWordWrap(True)
        # Words wrap, but one that is longer than a line must not widen the panel.
        self.head.setMinimumWidth(1)
        self._forms: dict[Kind, SettingsForm] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._box.addWidget(self.head)
        self.form = self._form_of(Kind.CAMPAIGN)

    def _form_of(self, kind: Kind) -> SettingsForm:
        found = self._forms.get(kind)
        if found is None:
            model = JourneyFields if kind is Kind.JOURNEY else DocumentFields
            found = self._forms[kind] = SettingsForm(model.model_fields)
            found.field_edited.connect(self._edit)
            self._box.addWidget(found)
        for form in self._forms.values():
            form.setVisible(form is found)
        return found

    def show_session(self, session: Session | None) -> None:
        """Show another document."""
        if self._session is not None:
            self._session.changed.disconnect(self._changed)
            self._session.checked.disconnect(self._mark)
        self._session = session
        self.setVisible(session is not None)
        if session is not None:
            self.form = self._form_of(session.document.kind)
            session.changed.connect(self._changed)
            session.checked.connect(self._mark)
            self._refresh()
            self._mark()

    def take_catalog(self, catalog: Catalog) -> None:
        """The dimensions to choose from."""
        self._catalog = catalog
        if self._session is not None:
            nowhere = Node(id="document", type="")
            self.form.take_context(FormContext(self._session.document, nowhere, catalog))

    def _refresh(self) -> None:
        if self._session is None:
            return
        document = self._session.document
        self.head.setText(shortened(self._session.title))
        if document.kind is Kind.JOURNEY:
            own = document.model_dump(mode="json", include=set(_OWN))
            self.form.show_value({**own, **{name: one for name, one in document.journey.items() if name not in _OWN}})
            self._fit_to(str(document.journey.get("type", "account")))
            self.take_catalog(self._catalog)
            return
        raw = document.model_dump(mode="json", include=set(DocumentFields.model_fields))
        raw["variables"] = [one.model_dump(mode="json", include=set(VariableFields.model_fields))
                            for one in document.variables]  # fmt: skip
        self.form.show_value(raw)
        self.take_catalog(self._catalog)

    def _fit_to(self, moving: str) -> None:
        """Only journeys of people recur, and only those of accounts look at who was reached at an address."""
        schedule = self.form.rows["schedule"].editor
        if isinstance(schedule, SettingsForm):
            schedule.leave_out(*(() if moving == "person" else ("recurrence",)))
        self.form.leave_out(*(() if moving == "account" else ("email_dedup",)))

    def _changed(self, change: Change, initiator: object) -> None:
        if change.properties and initiator is not self:
            self._refresh()
        elif change.properties and self._session is not None:
            self.head.setText(shortened(self._session.title))

    def _mark(self) -> None:
        self.form.clear_marks()
        for problem in self._session.problems if self._session is not None else ():
            if problem.node is None and problem.field:
                self.form.mark(problem.field.removeprefix("journey."), problem)

    def _edit(self, field: str, value: object, plain: bool) -> None:
        if self._session is None:
            return
        title = self.form.rows[field].title
        try:
            if self._session.document.kind is Kind.JOURNEY and field not in _OWN:
                others = {name: one for name, one in self._session.document.journey.items() if name != field}
                whole = others if plain else {**others, field: cast("JsonValue", value)}
                edit: Edit = SetProperty("journey", whole)
                self._session.do(edit, tr("Change “{field}”", field=title), merge=f"journey:{self.form.step}",
                                 initiator=self)  # fmt: skip
            elif field == "variables":
                variables = tuple(DeclaredVariable.model_validate(one) for one in value)  # type: ignore[attr-defined]  # a list
                self._session.do(SetVariables(variables), tr("Change the variables"), initiator=self)
            else:
                edit = SetProperty(field, value)  # type: ignore[arg-type]  # the names of DocumentFields are properties
                self._session.do(edit, tr("Change “{field}”", field=title), merge=f"property:{field}", initiator=self)
        except (EngineError, ValueError) as error:
            what = error.problem if isinstance(error, EngineError) else None
            self.form.mark(field, what or Problem(code="unfinished", what=tr("This is not complete yet.")))
