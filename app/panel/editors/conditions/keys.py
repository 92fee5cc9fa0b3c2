"""What keys mean at a line or a group: they lead from part to part, into its fields and back, and run commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.panel.editors.conditions.card import Card
from app.panel.editors.conditions.tree import Address, field_of

if TYPE_CHECKING:
    from app.panel.editors.conditions.editor import ConditionEditor

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier})


def enter_at(editor: "ConditionEditor", path: str) -> QWidget:
    """Put the keyboard into the line at the path of a problem, else into the first that is wrong; the widget there."""
    inner = f"{path.removeprefix('.')}."
    cards = editor.board.cards
    named = [address for address in cards if path and inner.startswith(f"{field_of(address)}.")]
    for address in [*sorted(named, key=len, reverse=True), *(one for one in editor.wrong if one in cards)]:
        cards[address].enter()
        return cards[address]
    adding = editor.board.root.add_line
    adding.setFocus(Qt.FocusReason.OtherFocusReason)
    return adding


def press(editor: "ConditionEditor", address: Address, event: QKeyEvent) -> bool:
    """Do what a key means at a part; whether it meant anything.

    While one of its fields has the keyboard, only keys that no field uses are the part's.
    """
    item = editor.board.item(address)
    if item is None:
        return False
    here = item.hasFocus()
    if event.key() == Qt.Key.Key_Escape and not here:
        editor.select(address)
        return True
    if here and _walk(editor, address, event):
        return True
    pressed = QKeySequence(event.keyCombination())
    for command in editor.commands.all:
        if (here or command.inside_fields) and pressed in command.sequences:
            if address not in editor.chosen:
                editor.mark([address])
            command.run()
            return True
    return False


def _walk(editor: "ConditionEditor", address: Address, event: QKeyEvent) -> bool:
    """The keys that lead from part to part, and into one."""
    step = _STEPS.get(Qt.Key(event.key()))
    places = [one.address for one in editor.board.items()]
    if step is not None and event.modifiers() in _PLAIN:
        there = places.index(address) + step
        if 0 <= there < len(places):
            editor.select(places[there], extend=bool(event.modifiers()))
        return True
    if event.key() in _ENTER:
        if isinstance(editor.board.item(address), Card):
            editor.enter(address)
        else:
            editor.toggle_fold(address)
        return True
    if event.matches(QKeySequence.StandardKey.SelectAll):
        editor.mark(places)
        return True
    return False
