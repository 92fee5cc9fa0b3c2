"""Conditions of journeys: a list of filters, each a card in words, joined by all, any or an expression."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any, cast

from pydantic import BaseModel
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.graph.journey_words import kind_words
from app.panel.context import FormContext
from app.panel.editor import Editor, as_list, as_object
from app.panel.editors.chooser import Chooser
from app.panel.editors.comparing import ComparisonEditor
from app.panel.editors.fields import ChoiceBox, Line
from app.panel.editors.library import ConditionWindow, dragged_filter
from app.panel.editors.more import push
from app.panel.editors.operators import operators_of
from app.panel.editors.rows import Choice, Section
from app.panel.nested import small
from app.words import tr
from engine.journey.conditions.model import (
    AccountListFilter,
    AttributeFilter,
    BuyingGroupFilter,
    Condition,
    EventFilter,
    IntentFilter,
    JourneyFilter,
    Logic,
    MemberFilter,
    ObjectFilter,
    OpportunityFilter,
    PeopleListFilter,
    ProgramFilter,
    RoleFilter,
)
from engine.problems import Problem

Make = Callable[[type[BaseModel], tuple[str, ...]], Editor]

_MODELS: Mapping[str, type[BaseModel]] = {
    str(model.model_fields["kind"].default): model
    for model in (AttributeFilter, OpportunityFilter, AccountListFilter, JourneyFilter, BuyingGroupFilter, MemberFilter,
                  EventFilter, PeopleListFilter, ProgramFilter, IntentFilter, ObjectFilter, RoleFilter)
}  # fmt: skip
_OF_ACCOUNTS = ("buying-group", "has-opportunity", "account-list", "journey-member", "custom-object")
_OF_PEOPLE = ("event-history", "buying-group-member", "list-member", "program-member", "intent", "custom-object",
              "journey-member")  # fmt: skip
_ACCOUNT_NODES = frozenset({"account-audience", "split-accounts"})


def is_condition(kind: type) -> bool:
    """Whether a type is a whole condition."""
    return kind is Condition


class FilterCard(QFrame):
    """One filter: its number and name, and its form."""

    def __init__(self, kind: str, make: Make) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.kind = kind
        self.head = QLabel()
        self.head.setProperty("fieldTitle", True)
        self.head.setWordWrap(True)
        self.remove = small("✕", tr("Remove"))
        model = _MODELS.get(kind)
        self.form: Editor = (
            ComparisonEditor(AttributeFilter) if model is AttributeFilter or model is None else make(model, ("kind",))
        )
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 8, 10)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self.form)

    def show_filter(self, place: int, raw: Mapping[str, Any], context: FormContext | None, entity: str) -> None:
        """Show the filter that stands at a place."""
        title = kind_words().get(self.kind, self.kind)
        if self.kind == "attribute":
            name = str(raw.get("attribute", ""))
            found = next((one for one in (context.fields(entity) if context else ()) if one.value == name), None)
            title = found.text if found is not None else name
            if isinstance(self.form, ComparisonEditor) and context is not None:
                self.form.offer(operators_of(context, entity, name))
        self.head.setText(f"{place + 1}. {title}")
        self.form.show_value(dict(raw))


class JourneyConditionEditor(Editor):
    """All filters of a condition. None is a condition that nobody has written yet."""

    shown = Signal(object)
    """The value that it was told to show."""
    marked = Signal(object)
    """What is said to be wrong with it, or None."""

    def __init__(self, make: Make, kinds: Collection[str] | None = None, *, large: bool = False) -> None:
        """`kinds` are the filters that are offered beside fields; without them, all that fit. A `large` one stands
        beside the library already.
        """
        super().__init__()
        self._make, self._kinds, self._large = make, kinds, large
        self._editable = True
        self.wrong: Problem | None = None
        self._raw: dict[str, Any] | None = None
        self._context: FormContext | None = None
        self.cards: list[FilterCard] = []
        self.logic = ChoiceBox()
        self.logic.setAccessibleName(tr("Filter logic"))
        for value, words in ((Logic.ALL, tr("All filters apply")), (Logic.ANY, tr("Any of the filters applies")),
                             (Logic.ADVANCED, tr("By an expression"))):  # fmt: skip
            self.logic.addItem(words, value.value)
        self.expression = Line()
        self.expression.setPlaceholderText(tr("Such as 1 and (2 or 3)"))
        self.expression.setAccessibleName(tr("Expression"))
        self.everybody = push(tr("Everybody"))
        self.everybody.setToolTip(tr("A condition without filters holds for all."))
        self.add = push(tr("+ Add a filter"))
        self.library = push(tr("Library…"))
        self.library.setToolTip(tr("All that can be asked, beside the filters in a window with more room"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(self.logic)
        self._box.addWidget(self.expression)
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        # Not all in one line: in a narrow panel, and in French, it would not fit.
        for those in ((self.add,), (self.library, self.everybody)):
            row = QHBoxLayout()
            for button in those:
                row.addWidget(button)
            row.addStretch(1)
            buttons.addLayout(row)
        self._box.addLayout(buttons)
        self.add.clicked.connect(self.choose)
        self.library.clicked.connect(self.open_library)
        self.setAcceptDrops(True)
        self.everybody.clicked.connect(lambda: self._tell({"filters": []}, "everybody"))
        self.logic.activated.connect(lambda: self._change("logic", self.logic.currentData()))
        self.expression.textEdited.connect(partial(self._change, "expression"))
        self.setFocusProxy(self.add)
        self.show_value(None)

    @property
    def knows_names(self) -> bool:
        """Whether it was told what there is to choose from."""
        return self._context is not None

    @property
    def entity(self) -> str:
        """Whose fields the filters are about."""
        return "account" if self._context is None or self._context.node.type in _ACCOUNT_NODES else "person"

    def take_context(self, context: FormContext) -> None:
        self._context = context
        for card in self.cards:
            card.form.take_context(context)
        self._fill()

    def show_value(self, value: object) -> None:
        self._raw = None if value is None else as_object(value)
        self._fill()
        self.shown.emit(value)

    def take(self, raw: object, step: str) -> None:
        """Take what was changed elsewhere, as if it were changed here."""
        self._tell(as_object(raw), step)

    def allow(self, editable: bool) -> None:
        """Whether anything can be changed."""
        self._editable = editable
        self.setEnabled(editable)
        self._fill()

    def _filters(self) -> list[dict[str, Any]]:
        return [as_object(one) for one in as_list((self._raw or {}).get("filters"))]

    def _fill(self) -> None:
        filters = self._filters()
        kinds = [str(one.get("kind", "attribute")) for one in filters]
        anew = [card.kind for card in self.cards] != kinds
        if anew:
            for card in self.cards:
                self._box.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.cards = [self._card(kind) for kind in kinds]
        for place, (card, one) in enumerate(zip(self.cards, filters, strict=True)):
            card.show_filter(place, one, self._context, self.entity)
            if anew and self._context is not None:
                card.form.take_context(self._context)
            card.remove.setVisible(self._editable)
        self.add.setVisible(self._editable)
        self.library.setVisible(self._editable and not self._large)
        logic = str((self._raw or {}).get("logic", Logic.ALL))
        self.logic.setCurrentIndex(self.logic.findData(logic))
        self.logic.setVisible(len(filters) > 1)
        self.expression.setVisible(len(filters) > 1 and logic == Logic.ADVANCED)
        text = str((self._raw or {}).get("expression", ""))
        if text != self.expression.text():
            self.expression.setText(text)
        self.everybody.setVisible(not filters and self._raw is None)

    def _card(self, kind: str) -> FilterCard:
        card = FilterCard(kind, self._make)
        self._box.insertWidget(self._box.count() - 1, card)
        card.form.edited.connect(partial(self._inner, card))
        card.remove.clicked.connect(partial(self._removed, card))
        return card

    # Choosing a filter

    def choose(self) -> None:
        """Open the list of what can be asked."""
        chooser = Chooser(self.offered, self, prompt=tr("Field or filter"))
        chooser.chosen.connect(self.add_filter)
        chooser.open_below(self.add)

    def open_library(self) -> ConditionWindow:
        """Open the filters in a window, with the library beside them."""
        large = JourneyConditionEditor(self._make, self._kinds, large=True)
        if self._context is not None:
            large.take_context(self._context)
        large.show_value(self._raw)
        window = ConditionWindow(self, large)
        window.open()
        return window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._editable and dragged_filter(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        value = dragged_filter(event.mimeData())
        if value is not None:
            event.acceptProposedAction()
            self.add_filter(value)

    def offered(self, text: str, _trail: tuple[Choice, ...]) -> tuple[Section, ...]:
        wanted = text.casefold().split()
        fields = self._context.fields(self.entity) if self._context is not None else ()
        names: tuple[str, ...] = _OF_ACCOUNTS if self.entity == "account" else _OF_PEOPLE
        if self._context is not None and self._context.said("attributes") == "account-person":
            fields, names = (), ("role-in-account",)
        if self._kinds is not None:
            names = tuple(one for one in names if one in self._kinds)
        words = kind_words()
        sections = (
            Section(tr("Fields"), tuple(Choice(("attribute", one.value), one.text, one.detail) for one in fields)),
            Section(tr("More"), tuple(Choice((name, ""), words[name]) for name in names)),
        )
        kept = (
            Section(one.title, tuple(each for each in one.choices if all(w in each.title.casefold() for w in wanted)))
            for one in sections
        )
        return tuple(one for one in kept if one.choices)

    def add_filter(self, value: object) -> None:
        """Add a filter, given by its kind and its field."""
        kind, name = cast("tuple[str, str]", value)
        made: dict[str, Any] = {"kind": kind}
        if kind == "attribute" and self._context is not None:
            made |= {"attribute": name, "operator": operators_of(self._context, self.entity, name)[0].value}
        self._tell({**(self._raw or {}), "filters": [*self._filters(), made]}, f"add {len(self._filters())}")
        self.cards[-1].form.setFocus(Qt.FocusReason.OtherFocusReason)

    # Edits

    def _inner(self, card: FilterCard, value: object) -> None:
        if card not in self.cards:
            return
        place = self.cards.index(card)
        filters = self._filters()
        filters[place] = {**as_object(value), "kind": card.kind}
        self._raw = {**(self._raw or {}), "filters": filters}
        self.step = f"filter {place} {card.form.step}"
        self.edited.emit(self._raw)

    def _removed(self, card: FilterCard, _checked: bool = False) -> None:
        place = self.cards.index(card)
        filters = self._filters()
        self._tell({**(self._raw or {}), "filters": [*filters[:place], *filters[place + 1 :]]}, f"remove {place}")

    def _change(self, name: str, value: object) -> None:
        self._raw = {**(self._raw or {}), name: value}
        self.step = name
        self._fill()
        self.edited.emit(self._raw)

    def _tell(self, raw: dict[str, Any], step: str) -> None:
        self._raw = raw
        self.step = step
        self._fill()
        self.edited.emit(raw)

    def mark(self, path: str, problem: Problem | None) -> bool:
        self.wrong = problem
        self.marked.emit(problem)
        if problem is None:
            for card in self.cards:
                card.form.clear_marks()
            return True
        if not path.startswith("filters["):
            return False
        place, _, rest = path.removeprefix("filters[").partition("]")
        known = place.isdecimal() and int(place) < len(self.cards)
        return known and self.cards[int(place)].form.mark(rest.removeprefix("."), problem)

    def go_to(self, path: str) -> QWidget:
        place, _, rest = path.removeprefix("filters[").partition("]")
        if place.isdecimal() and int(place) < len(self.cards):
            return self.cards[int(place)].form.go_to(rest.removeprefix("."))
        return super().go_to(path)
