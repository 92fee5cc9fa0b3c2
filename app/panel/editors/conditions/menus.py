"""The menus of a line and of the whole rule."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.panel.editors.conditions.card import Card
from app.panel.editors.conditions.lines import Compared, text_of
from app.panel.editors.conditions.tree import Address, Part, items_of, kind_of, normal, part_at, replaced
from app.panel.editors.conditions.values import Source, source_of
from app.words import told, tr
from engine.problems import EngineError
from engine.rules import FilterReference, read_rule
from engine.rules.compile import referenced
from engine.rules.operators import NEGATIVE
from engine.types import Family

if TYPE_CHECKING:
    from app.panel.editors.conditions.editor import ConditionEditor


def line_menu(editor: "ConditionEditor", address: Address) -> QMenu:
    """What can be done with a line or a group."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    item = editor.board.item(address)
    if isinstance(item, Card):
        if isinstance(item.fields, Compared):
            _compared_actions(menu, item.fields)
        elif kind_of(item.part) == "filter":
            _add(menu, tr("Switch to rule edition"), partial(detach_filter, editor, address))
            menu.addSeparator()
    for command in editor.commands.all:
        action = menu.addAction(command.text, command.run)
        if command.sequences:
            action.setShortcut(command.sequences[0])
        if command.text in {tr("Ungroup"), tr("Switch off or on")}:
            menu.addSeparator()
    return menu


def rule_menu(editor: "ConditionEditor") -> QMenu:
    """What can be done with the whole rule."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add(menu, tr("Paste conditions"), editor.commands.paste)
    _add(menu, tr("Fold all groups"), partial(editor.fold_all, True))
    _add(menu, tr("Unfold all groups"), partial(editor.fold_all, False))
    menu.addSeparator()
    filters = QMenu(tr("Replace by a predefined filter"), menu)
    for one in fitting_filters(editor):
        part: Part = {"kind": "filter", "filter": one[0]}
        _add(filters, one[1], partial(_replace, editor, part))
    filters.setEnabled(not filters.isEmpty())
    menu.addMenu(filters)
    keep = _add(menu, tr("Save as a predefined filter…"), editor.save_filter)
    keep.setEnabled(bool(items_of(editor.root)))
    menu.addSeparator()
    remove = _add(menu, tr("Remove all conditions"), editor.clear)
    remove.setEnabled(bool(items_of(editor.root)))
    return menu


def fitting_filters(editor: "ConditionEditor") -> list[tuple[str, str]]:
    """The filters of the dimension, favourites first, by id and label."""
    context = editor.context
    dimensions = {one.name for one in context.catalog.dimensions if one.table == context.table}
    fitting = [one for one in context.catalog.filters if one.dimension in dimensions]
    ordered = sorted(fitting, key=lambda one: not one.favourite)
    return [(one.id, f"★ {one.label}" if one.favourite else one.label) for one in ordered]


def detach_filter(editor: "ConditionEditor", address: Address) -> None:
    """Put the filter's own rule in its place, parameters filled in; the filter itself stays as it is."""
    try:
        reference = read_rule(part_at(editor.root, address))
        assert isinstance(reference, FilterReference)
        found = referenced(reference, editor.context_at(address).scope, ())
    except EngineError as error:
        editor.tell(told(error.problem))
        return
    raw: JsonValue = found.model_dump(mode="json", exclude_unset=True)
    editor.put(replaced(editor.root, address, normal(raw)), [address])


def _replace(editor: "ConditionEditor", part: Part) -> None:
    editor.put(normal(part), [(0,)])


def _compared_actions(menu: QMenu, fields: Compared) -> None:
    """What the value is taken from, and how it is compared."""
    sources = fields.sought.sources
    if sources:
        texts = {
            Source.VALUE: tr("Compare with a value"),
            Source.RELATIVE: tr("Compare with a moment counted from now"),
            Source.EXPRESSION: tr("Compare with an expression"),
            Source.VARIABLE: tr("Compare with a variable"),
        }
        for source in sources:
            action = _add(menu, texts[source], partial(fields.set_source, source))
            action.setCheckable(True)
            action.setChecked(source_of(fields.part) is source)
        menu.addSeparator()
    kind = fields.left_type()
    if kind is not None and kind.family is Family.TEXT:
        _toggle(menu, tr("Ignore case"), fields, "ignore_case")
    if fields.operator in NEGATIVE:
        _toggle(menu, tr("Include empty values"), fields, "include_empty")
    if text_of(fields.part, "attribute"):
        menu.addSeparator()


def _toggle(menu: QMenu, text: str, fields: Compared, name: str) -> None:
    on = fields.part.get(name) is True
    action = _add(menu, text, lambda: fields.put(**{name: None if on else True}))
    action.setCheckable(True)
    action.setChecked(on)


def _add(menu: QMenu, text: str, run: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda: run())
    return action
