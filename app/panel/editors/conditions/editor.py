"""The condition editor: a rule in, a rule out, everything in between by mouse or by keyboard.

The value is the rule's JSON, half-filled or not; `edited` gives it after each change by the user. The editor keeps no
undo steps: who embeds it does, and hands an older value back with `set_value`.
"""

from collections.abc import Sequence
from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.panel.editors.conditions.asking import Asking
from app.panel.editors.conditions.board import Board
from app.panel.editors.conditions.checking import Fault, check_tree, read_tree
from app.panel.editors.conditions.commands import Commands
from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.counts import LineCounts
from app.panel.editors.conditions.folding import Folds
from app.panel.editors.conditions.footer import Footer, open_sql
from app.panel.editors.conditions.host import Suggested
from app.panel.editors.conditions.keeping import keyboard_kept
from app.panel.editors.conditions.keys import press
from app.panel.editors.conditions.large import LargeEditor
from app.panel.editors.conditions.lines import text_of
from app.panel.editors.conditions.menus import line_menu, rule_menu
from app.panel.editors.conditions.offers import condition_on, subject_path
from app.panel.editors.conditions.saving import FilterDialog
from app.panel.editors.conditions.steps import open_waterfall
from app.panel.editors.conditions.subjects import Subjects
from app.panel.editors.conditions.tree import (
    INSIDE,
    Address,
    Part,
    compact,
    context_of,
    field_of,
    items_of,
    kind_of,
    new_group,
    normal,
    part_at,
    replaced,
)
from app.panel.editors.look import current_tokens, recolour, style_sheet
from app.words import language, tr
from engine.rules import Rule
from engine.rules.sentences import to_sentence
from engine.runner.lines import RuleCounts

WIDE = 620
"""The width from which the fields of a line stand beside its subject."""


class ConditionEditor(QWidget):
    """Edits a rule."""

    edited = Signal(object)
    """The rule's JSON; None for an empty one."""
    filter_wanted = Signal(object)
    """The engine's Filter that the user wants to keep."""
    shown = Signal(object)
    """The rule's JSON, whenever another one is shown, whoever changed it."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, settings: QSettings | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self._context = context
        self.settings = settings
        self._structures = 0
        self.step = ""
        """What was edited last; edits of one line in a row are one step of undo."""
        self._scheme = current_tokens().name
        self._root = normal(None)
        self._chosen: list[Address] = []
        self._faults: list[Fault] = []
        self.counts: RuleCounts | None = None
        self._folds = Folds()
        self.commands = Commands(self)
        self.subjects = Subjects(self, self, settings)
        self._asking = Asking(self)
        self._asking.counted.connect(self._take_counts)
        self.board = Board(self._root, self, self)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setProperty("quiet", True)
        self.footer = Footer(self)
        self._asking.failed.connect(partial(self.footer.tell, wrong=True))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(self.empty)
        self._box.addWidget(self.board)
        self._box.addWidget(self.footer)
        self.footer.large_wanted.connect(self.open_large)
        self.footer.sql_wanted.connect(self.show_sql)
        self.footer.steps_wanted.connect(partial(open_waterfall, self))
        self.footer.menu_wanted.connect(partial(self.open_menu, ()))
        self.setStyleSheet(style_sheet(current_tokens()))
        self._refresh()

    def value(self) -> JsonValue:
        """The rule as it is stored."""
        return compact(self._root)

    def set_value(self, rule: JsonValue) -> None:
        """Show another rule; nothing is emitted. The same rule changes nothing, so that no field loses the keyboard."""
        if rule != self.value():
            self._root = normal(rule)
            with keyboard_kept(self):
                self._build(self._chosen)
            self.shown.emit(self.value())

    def take(self, rule: JsonValue, step: str) -> None:
        """Take a rule that the user edited elsewhere, as if it had been edited here."""
        if rule != self.value():
            self.step = f"elsewhere {step}"
            self.set_value(rule)
            self.edited.emit(self.value())

    def set_context(self, context: Context) -> None:
        """Show the same rule over other names; where only the hour or a value changed, nothing is built anew."""
        before, self._context = self._context, context
        if before.offers_as(context):
            self._refresh()
        else:
            with keyboard_kept(self):
                self._build(self._chosen)

    def set_counter(self, counter: LineCounts | None) -> None:
        """Who counts; without anybody there are no counts and no distributions."""
        self._asking.counter = counter
        self._refresh()

    @property
    def context(self) -> Context:
        return self._context

    @property
    def counter(self) -> LineCounts | None:
        return self._asking.counter

    @property
    def wrong(self) -> list[Address]:
        """The lines with something wrong."""
        return [fault.address for fault in self._faults]

    def shows(self, path: str) -> bool:
        """Whether the fault at a field of the rule, such as "items[1].value", is shown here already."""
        return any(path.startswith(field_of(fault.address)) for fault in self._faults) and bool(path)

    @property
    def root(self) -> Part:
        return self._root

    @property
    def chosen(self) -> list[Address]:
        return list(self._chosen)

    def put(self, root: Part, chosen: Sequence[Address]) -> None:
        """Take another rule, with these parts marked and the keyboard at the last of them."""
        changed = root is not self._root
        self._root = root
        if changed:
            self._structures += 1
            self.step = str(self._structures)
            self._build(chosen)
            self.edited.emit(self.value())
        else:
            self.mark(chosen)
        self._focus(chosen)

    def tell(self, text: str) -> None:
        """Say why something could not be done."""
        self.footer.tell(text)

    def context_at(self, address: Address) -> Context:
        """What paths at an address mean: inside a line, those of the linked record."""
        context = self._context
        for size, step in enumerate(address):
            if step == INSIDE:
                part = part_at(self._root, address[:size])
                path = subject_path(part)
                if kind_of(part) == "aggregate":
                    path = next(iter(context.collections(path)), path)
                context = context.inside(path) or context
        return context

    def change(self, address: Address, part: Part) -> None:
        """Take a part that was edited in place."""
        inner = part_at(self._root, address)
        kept = {INSIDE: inner[INSIDE]} if isinstance(inner, dict) and INSIDE in inner else {}
        self._root = replaced(self._root, address, {**part, **kept})
        self.step = f"{self._structures} {field_of(address)}"
        self._refresh()
        self.edited.emit(self.value())

    def choose(self, address: Address, anchor: QWidget) -> None:
        """Let the user choose what a line is about."""
        self.subjects.choose(address, anchor)

    def add(self, group: Address, anchor: QWidget) -> None:
        """Let the user choose what a new line is about."""
        self.subjects.add(group, anchor)

    def add_group(self, group: Address) -> None:
        """Put a new group with one line to be filled into a group."""
        above = part_at(self._root, group)
        operator = "and" if isinstance(above, dict) and text_of(above, "operator") == "or" else "or"
        self.subjects.append(group, new_group([condition_on("", None)], operator))

    def enter(self, address: Address) -> None:
        """Put the keyboard into the fields of a line."""
        card = self.board.cards.get(address)
        if card is not None:
            card.enter()

    def set_logic(self, group: Address, operator: str) -> None:
        """Combine the items of a group in another way."""
        part = part_at(self._root, group)
        if isinstance(part, dict):
            self.put(replaced(self._root, group, {**part, "operator": operator}), self._chosen)

    def toggle_fold(self, address: Address) -> None:
        """Fold or unfold a group; this is no change of the rule."""
        self._folds.toggle(part_at(self._root, address))
        self._build([address])
        self._focus([address])

    def is_folded(self, part: object) -> bool:
        """Whether a part is folded."""
        return part in self._folds

    def fold_all(self, folded: bool) -> None:
        """Fold or unfold all groups below the root."""
        self._folds.clear()
        if folded:
            self._folds.fold_all(self._root)
        self._build(self._chosen)

    def select(self, address: Address, *, add: bool = False, extend: bool = False) -> None:
        """Mark a part: alone, too, or with all between it and the last one marked."""
        places = [item.address for item in self.board.items()]
        if extend and self._chosen and address in places:
            ends = sorted((places.index(self._chosen[0]), places.index(address)))
            chosen = places[ends[0] : ends[1] + 1]
            self.mark([self._chosen[0], *(one for one in chosen if one != self._chosen[0])])
        elif add and address in self._chosen:
            self.mark([one for one in self._chosen if one != address])
        else:
            self.mark([*self._chosen, address] if add else [address])
        self._focus([address])

    def key(self, address: Address, event: QKeyEvent) -> bool:
        """Do what a key means at a part."""
        return press(self, address, event)

    def open_menu(self, address: Address, at: QPoint) -> None:
        """Open the menu of a part."""
        if address and address[-1] != INSIDE:
            if address not in self._chosen:
                self.select(address)
            line_menu(self, address).popup(at)
        else:
            rule_menu(self).popup(at)

    def show_distribution(self, address: Address, anchor: QWidget) -> None:
        """Show the values of an attribute; taking one fills the condition with it."""
        part = part_at(self._root, address)
        context = self.context_at(address)
        path = subject_path(part)
        meaning = context.meaning(path)
        if meaning is not None:
            others: Rule | None = None
            if isinstance(part, dict) and not context_of(address):
                others, _ = read_tree(replaced(self._root, address, {**part, "disabled": True}))
            popup = self._asking.show_distribution(context.table, path, meaning.title, others, anchor)
            popup.taken.connect(partial(self.subjects.take_value, address))

    def suggest(self, address: Address, field: Suggested) -> None:
        """Offer the values that the attribute of a line has, once they are known."""
        context = self.context_at(address)
        path = subject_path(part_at(self._root, address))
        if context.meaning(path) is not None:
            self._asking.suggest(context.table, path, field)

    def drag(self, address: Address, at: QPoint) -> None:
        """Show where what is dragged would go."""
        if address not in self._chosen:
            self.mark([address])
        self.board.mark_target(self.board.target(at))

    def drop(self, address: Address, at: QPoint) -> None:
        """Move what was dragged."""
        del address
        self.board.mark_target(None)
        target = self.board.target(at)
        if target is not None:
            self.commands.move(target[1], target[2])

    def cancel_drag(self) -> None:
        """Leave everything as it was."""
        self.board.mark_target(None)

    def show_sql(self) -> None:
        """Show the query of the rule, or why there is none yet."""
        open_sql(read_tree(self._root)[0], self._context, self.footer.sql)

    def open_large(self) -> None:
        """Edit the same rule in a window of its own."""
        LargeEditor(self, ConditionEditor(self._context, settings=self.settings)).open()

    def save_filter(self) -> None:
        """Ask for a name, and tell of the filter that the user wants to keep."""
        dialog = FilterDialog(normal(self.value()), self._context, self)
        dialog.kept.connect(self.filter_wanted)
        dialog.open()

    def clear(self) -> None:
        """Take all lines out."""
        self.put(new_group(), [])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.commands.paste()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.set_wide(self.width() >= WIDE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asking.wake()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Setting a style sheet changes the palette too, so the scheme is compared first.
        if event.type() == QEvent.Type.PaletteChange and self._scheme != current_tokens().name:
            self._scheme = current_tokens().name
            self.setStyleSheet(style_sheet(current_tokens()))
            recolour(self)

    def _build(self, chosen: Sequence[Address]) -> None:
        old = self.board
        self.setUpdatesEnabled(False)
        self.board = Board(self._root, self, self)
        self.board.set_wide(self.width() >= WIDE)
        self._box.replaceWidget(old, self.board)
        self.board.show()
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self.board.order_tabs(self, self.footer.buttons)
        self.mark(chosen)
        self._refresh()
        self.setUpdatesEnabled(True)

    def _refresh(self) -> None:
        """Everything that follows from the rule: marks, sentence, and after a while its counts."""
        rule, _ = read_tree(self._root)
        self._faults = check_tree(self._root, self._context)
        self.board.show_faults(self._faults)
        spoken = language()
        empty = not items_of(self._root)
        self.empty.setText(tr("No condition yet: all of {table} are found. Add one to narrow them down.",
                              table=self._context.title))  # fmt: skip
        self.empty.setVisible(empty)
        for group in self.board.groups.values():
            if self.is_folded(group.part):
                part, _ = read_tree(group.part)
                table = self.context_at(group.address).table
                group.folded.setText(to_sentence(part, self._context.catalog, table, spoken))
        names = self._context.audiences
        sentence = to_sentence(rule, self._context.catalog, self._context.table, spoken, names)
        self.footer.say("" if empty else sentence)
        self.footer.tell("")
        self.footer.make_stale()
        self.board.make_stale()
        self._asking.count_soon(rule)

    def _take_counts(self, counts: RuleCounts) -> None:
        self.counts = counts
        self.board.show_counts(counts)
        self.footer.show_total(counts, self._context.title)

    def mark(self, chosen: Sequence[Address]) -> None:
        """Mark these parts, and no others."""
        self._chosen = [one for one in dict.fromkeys(chosen) if self.board.item(one) is not None]
        self.board.set_chosen(self._chosen)

    def _focus(self, chosen: Sequence[Address]) -> None:
        item = self.board.item(chosen[-1]) if chosen else None
        if item is not None:
            item.setFocus(Qt.FocusReason.OtherFocusReason)
