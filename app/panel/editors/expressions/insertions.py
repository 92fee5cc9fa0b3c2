"""All that can stand in an expression: fields of the dimension, variables, and functions by category."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.panel.editors.chooser import Chooser
from app.panel.editors.rows import Choice, Section
from app.panel.editors.words import fit, type_icon, type_words
from app.words import said, tr
from engine.expressions import FUNCTIONS, Function, Group, Scope
from engine.expressions.syntax import written
from engine.problems import EngineError


class InsertMenu(Chooser):
    """The list; the chosen value is the text to insert."""

    def __init__(self, scope: Scope, parent: QWidget) -> None:
        self._scope = scope
        super().__init__(self._sections, parent, prompt=tr("Search fields and functions"))

    def _sections(self, typed: str, trail: tuple[Choice, ...]) -> tuple[Section, ...]:
        if trail:
            group = Group(str(trail[-1].value))
            inside = [_function(one) for one in FUNCTIONS.values() if one.group is group]
            return (Section("", _fitting(typed, inside)),)
        groups = [
            Choice(group.value, group_words(group), tr("functions"), "ph.math-operations", "teal", opens=True)
            for group in Group
        ]
        functions = [_function(one) for one in FUNCTIONS.values()]
        found = (
            Section(tr("Fields"), _fitting(typed, list(self._fields()))),
            Section(tr("Variables"), _fitting(typed, list(self._variables()))),
        )
        listed = _fitting(typed, functions) if typed else tuple(groups)
        return (*found, Section(tr("Functions"), listed))

    def _fields(self) -> Iterator[Choice]:
        for path in self._scope.names():
            try:
                kind = self._scope.attribute(path).type
            except EngineError:
                # A path to many records has no value in an expression.
                continue
            yield Choice(written(path), path.replace("/", " › "), type_words(kind), type_icon(kind), "blue")

    def _variables(self) -> Iterator[Choice]:
        for name, variable in self._scope.surroundings.variables.items():
            if variable.declared:
                yield Choice(f"$(vars/@{name})", name, type_words(variable.type), "ph.brackets-curly", "purple")


def group_words(group: Group) -> str:
    """The category of functions, as users read it."""
    return {
        Group.AGGREGATE: tr("Aggregate"),
        Group.DATE: tr("Date"),
        Group.GEO: tr("Geomarketing"),
        Group.NUMERIC: tr("Numeric"),
        Group.OTHER: tr("Others"),
        Group.STRING: tr("String"),
        Group.WINDOW: tr("Window"),
    }[group]


def _function(function: Function) -> Choice:
    insert = f"{function.name}(" if function.parameters else f"{function.name}()"
    arguments, text = said(function.arguments), said(function.text)
    return Choice(insert, function.name, arguments, "ph.math-operations", "teal", text)


def _fitting(typed: str, choices: list[Choice]) -> tuple[Choice, ...]:
    """The choices that fit, the best first."""
    scored = [(fit(typed, choice.title, choice.help), choice) for choice in choices]
    return tuple(choice for score, choice in sorted(scored, key=lambda one: -one[0]) if score)
