"""Which editor a setting gets: by its hint, else by its type, never by its activity."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.graph.summaries import words_of
from app.panel.context import Choice
from app.panel.editor import Editor
from app.panel.editors.basic import (
    ChoiceEditor,
    FileEditor,
    FlagEditor,
    NameEditor,
    NumberEditor,
    OfferedEditor,
    TextEditor,
    UnitEditor,
)
from app.panel.editors.layouts import LayoutEditor
from app.panel.editors.more import JsonEditor, MomentEditor, NamesEditor, ScalarEditor, TicksEditor, TokensEditor
from app.panel.editors.picking import PickedName
from app.panel.editors.prose import ProseEditor
from app.panel.editors.rich import ExpressionSetting, RuleEditor
from app.panel.editors.schedule import ScheduleEditor
from app.panel.editors.times import (
    DayEditor,
    TimeEditor,
    TimesEditor,
    WeekdayEditor,
    literals_editor,
    months_editor,
    weekdays_editor,
)
from app.panel.nested import ModelList, OptionalForm, Variants
from app.units import is_unit
from app.words import option_words, said, tr
from engine.contract import Hint
from engine.layouts import FileLayout
from engine.schedules import Daily, Month, Weekday
from engine.types import DataType

Maker = Callable[[type[BaseModel], tuple[str, ...]], Editor]
"""Makes the form of an inner settings class, without the fields named."""

_SPECIAL: Mapping[str, Callable[[Hint], Editor]] = {
    "rule": RuleEditor,
    "expression": ExpressionSetting,
    "file": lambda _hint: FileEditor(),
    "prose": lambda _hint: ProseEditor(),
    "action": lambda _hint: OfferedEditor("action", ""),
    "action-settings": lambda _hint: _action_settings(),
    "service-attributes": lambda _hint: _service_attributes(),
}
"""Hint kind to the rich editor for it."""

_SEVERAL: Mapping[Any, Callable[[], Editor]] = {
    Weekday: weekdays_editor,
    Month: months_editor,
    time: TimesEditor,
}
"""What a tuple holds to the editor of all of it."""

_NAMED = frozenset({
    "attribute", "collected", "collection", "column", "dimension", "document", "audience", "link", "table", "type",
    "variable", "transition", "reference", "journey", "event", "field",
})  # fmt: skip


def editor_for(name: str, field: FieldInfo, make: Maker) -> Editor:
    """The editor of a field of a settings class."""
    kind, nullable, hint = unwrapped(field.annotation, field.metadata)
    if name == "weekday" and kind is int:
        return WeekdayEditor()
    units = _values(kind) if name == "unit" else ()
    if units and all(is_unit(one) for one in units):
        return UnitEditor(units)
    title = said(field.title or name.replace("_", " ").capitalize())
    if hint is not None:
        found = _of_condition(kind, make, title, nullable=nullable, hint=hint) or _hinted(kind, hint, nullable=nullable)
        if found is not None:
            return found
    if kind is bool:
        return FlagEditor(title)
    return _plain(kind, nullable=nullable) or _shaped(kind, make, title, nullable=nullable) or JsonEditor()


def _values(kind: Any) -> tuple[str, ...]:
    """The values of a type that names some; none for any other."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(one.value) for one in kind)
    return get_args(kind) if get_origin(kind) is Literal else ()


def unwrapped(annotation: Any, metadata: list[Any]) -> tuple[Any, bool, Hint | None]:
    """The type without Annotated and None, whether None is allowed, and the hint."""
    hint = next((one for one in metadata if isinstance(one, Hint)), None)
    nullable = False
    while True:
        if get_origin(annotation) is Annotated:
            inner, *marks = get_args(annotation)
            hint = hint or next((one for one in marks if isinstance(one, Hint)), None)
            annotation = inner
        elif get_origin(annotation) in {Union, UnionType} and NoneType in get_args(annotation):
            rest = [one for one in get_args(annotation) if one is not NoneType]
            nullable = True
            if len(rest) > 1:
                return tuple(rest), nullable, hint
            annotation = rest[0]
        else:
            return annotation, nullable, hint


def _hinted(kind: Any, hint: Hint, *, nullable: bool) -> Editor | None:
    if hint.kind == "moment":
        return MomentEditor(nothing=None if nullable else "")
    if hint.kind in _SPECIAL:
        return _SPECIAL[hint.kind](hint)
    if hint.kind not in _NAMED:
        return None
    if hint == Hint("reference", "ext_audience"):
        return PickedName(hint, tr("External audiences"), tr("Add audience"))
    if get_origin(kind) is tuple:
        return TicksEditor() if hint.kind == "transition" else NamesEditor(hint.kind, hint.of)
    return NameEditor(hint.kind, hint.of, nullable=nullable)


def _unasked(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that are no matter of the user: the id of a path is given to it."""
    return ("id",) if model.__module__.startswith("engine.journey.") and "id" in model.model_fields else ()


def _action_settings() -> Editor:
    # Loaded with the first journey, so that the program starts without them.
    from app.panel.editors.dependent import ActionSettingsEditor

    return ActionSettingsEditor()


def _service_attributes() -> Editor:
    from app.panel.editors.dependent import ServiceAttributesEditor

    return ServiceAttributesEditor()


def _of_condition(kind: Any, make: Maker, title: str, *, nullable: bool, hint: Hint | None = None) -> Editor | None:
    """The editor of a part of a journey's condition; None for anything else."""
    if not isinstance(kind, type) or kind.__module__ != "engine.journey.conditions.model":
        return None
    from app.panel.editors.comparing import ComparisonEditor, is_comparison
    from app.panel.editors.filters import JourneyConditionEditor, is_condition

    if is_condition(kind):
        return JourneyConditionEditor(make)
    if is_comparison(kind):
        comparison = ComparisonEditor(kind, hint)
        return OptionalForm(comparison, title) if nullable else comparison
    return None


def _plain(kind: Any, *, nullable: bool) -> Editor | None:
    if set(_options(kind)) and set(_options(kind)) <= {str, int, float, bool}:
        return ScalarEditor()
    if kind is str:
        return TextEditor(nullable=nullable)
    if kind in {int, float}:
        return NumberEditor(whole=kind is int, nullable=nullable)
    if kind is DataType:
        return NameEditor("type", "")
    if kind is datetime:
        return MomentEditor()
    if kind is time:
        return TimeEditor()
    if kind is date:
        return DayEditor(nullable=nullable)
    if get_origin(kind) is Literal:
        choices = [Choice(str(one), option_words(str(one))) for one in get_args(kind)]
        return ChoiceEditor(choices, nullable=nullable)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ChoiceEditor([Choice(str(one.value), words_of(one)) for one in kind], nullable=nullable)
    return None


def _shaped(kind: Any, make: Maker, title: str, *, nullable: bool) -> Editor | None:
    found = _of_condition(kind, make, title, nullable=nullable)
    if found is not None:
        return found
    if get_origin(kind) is tuple:
        if get_args(kind)[0] in _SEVERAL:
            return _SEVERAL[get_args(kind)[0]]()
        inner, _, hint = unwrapped(get_args(kind)[0], [])
        if get_origin(inner) is Literal:
            return literals_editor(get_args(inner))
        if inner is str:
            return NamesEditor(hint.kind, hint.of) if hint else TokensEditor()
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return ModelList(
                lambda: _of_condition(inner, make, title, nullable=False) or make(inner, _unasked(inner)), title
            )
        return None
    options = _options(kind)
    if options and all(isinstance(one, type) and issubclass(one, BaseModel) for one in options):
        return ScheduleEditor(Variants(options, make)) if Daily in options else Variants(options, make)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        form = make(kind, ())
        if kind is FileLayout:
            return LayoutEditor(form)
        return OptionalForm(form, title) if nullable else form
    return None


def _options(kind: Any) -> tuple[Any, ...]:
    """The members of a union; empty for any other type."""
    if isinstance(kind, tuple):
        return tuple(cast("Iterable[Any]", kind))
    return get_args(kind) if get_origin(kind) in {Union, UnionType} else ()
