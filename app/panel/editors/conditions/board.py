"""A rule as stacked cards: built anew from its JSON after each change of its structure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import cast

from pydantic import JsonValue
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QVBoxLayout, QWidget

from app.panel.editors.conditions.card import Card, joiner_button
from app.panel.editors.conditions.checking import Fault
from app.panel.editors.conditions.group import GroupBox
from app.panel.editors.conditions.host import Host
from app.panel.editors.conditions.kinds import fields_of
from app.panel.editors.conditions.tree import HOLDERS, INSIDE, Address, Part, field_of, items_of, kind_of, walk
from engine.runner.lines import RuleCounts

Item = Card | GroupBox
_MARK = 3


class Board(QWidget):
    """The cards and groups of one rule, found by their addresses."""

    def __init__(self, root: Part, host: Host, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._host = host
        self.cards: dict[Address, Card] = {}
        self.groups: dict[Address, GroupBox] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.root = self._group((), root, None, self)
        box.addWidget(self.root)
        self.drop_mark = QFrame(self)
        self.drop_mark.setObjectName("drop")
        self.drop_mark.hide()

    def item(self, address: Address) -> Item | None:
        """The card or group at an address."""
        return self.cards.get(address) or self.groups.get(address)

    def items(self) -> Iterator[Item]:
        """All that can be marked and moved, in reading order, without what is folded away."""
        for address, _ in walk(self.root.part):
            found = self.item(address)
            if found is not None and (isinstance(found, Card) or found.is_item):
                yield found

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Mark what is wrong, and unmark all else."""
        by_address: dict[Address, list[Fault]] = {}
        for fault in faults:
            by_address.setdefault(fault.address, []).append(fault)
        for address, card in self.cards.items():
            card.show_faults(by_address.get(address, ()))
        for address, group in self.groups.items():
            group.show_faults(by_address.get(address, ()))

    def show_counts(self, counts: RuleCounts) -> None:
        """Show the counts beside the lines."""
        for item in self._all():
            item.count.show_count(counts.lines.get(field_of(item.address)), counts.rows, counts.matched)

    def make_stale(self) -> None:
        """The rule has changed since the counts."""
        for item in self._all():
            item.count.make_stale()

    def set_wide(self, wide: bool) -> None:
        """Put the fields of the cards beside their subjects, or below."""
        for card in self.cards.values():
            card.set_wide(wide)

    def set_chosen(self, chosen: Iterable[Address]) -> None:
        """Show which parts are marked."""
        marked = set(chosen)
        for item in self.items():
            item.set_chosen(item.address in marked)

    def target(self, at: QPoint) -> tuple[Item, Address, int] | None:
        """What would be dropped on at a place of the screen: what to mark, the group, and the place in it."""
        best: tuple[int, Item, Address, int] | None = None
        for item in self.items():
            rect = QRect(item.mapToGlobal(QPoint(0, 0)), item.size())
            if not rect.adjusted(-40, -4, 4, 4).contains(at):
                continue
            depth = len(item.address)
            if best is not None and best[0] >= depth:
                continue
            if isinstance(item, GroupBox) and at.y() > rect.top() + item.head.height():
                best = (depth, item, item.address, len(items_of(item.part)))
                continue
            group, place = item.address[:-1], item.address[-1]
            assert isinstance(place, int)
            after = at.y() > rect.center().y() and isinstance(item, Card)
            best = (depth, item, group, place + after)
        if best is None and QRect(self.mapToGlobal(QPoint(0, 0)), self.size()).adjusted(0, 0, 0, 40).contains(at):
            return self.root, (), len(items_of(self.root.part))
        return None if best is None else best[1:]

    def mark_target(self, target: tuple[Item, Address, int] | None) -> None:
        """Show where what is dragged would go, as a line between the lines."""
        self.drop_mark.setVisible(target is not None)
        if target is None:
            return
        item, group, place = target
        last = self.item((*group, place - 1)) if item.address == group and place else None
        # At the end of a group the line stands below its last item, which is a group too, or a card.
        marked = last or item
        below = last is not None or (item.address != group and place > item.address[-1])  # type: ignore[operator]
        rect = QRect(marked.mapTo(self, QPoint(0, 0)), marked.size())
        y = rect.bottom() + 2 if below else rect.top() - 4
        self.drop_mark.setGeometry(rect.left(), max(y, 0), rect.width(), _MARK)
        self.drop_mark.raise_()

    def order_tabs(self, owner: QWidget, following: Sequence[QWidget]) -> None:
        """Let Tab go through the cards from top to bottom, and on to what follows; `owner` gives the keyboard to them.

        New widgets come last in their window's order; it can only be changed from a widget that takes the keyboard.
        """
        order = [*self.tab_order(), *following]
        owner.setFocusProxy(cast("QWidget", None))  # the stubs do not say that there need not be one
        owner.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for before, widget in pairwise((owner, *order)):
            QWidget.setTabOrder(before, widget)
        owner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        owner.setFocusProxy(order[0])

    def tab_order(self) -> Iterator[QWidget]:
        """All that takes the keyboard, from top to bottom."""
        yield from _focusable(self)

    def _all(self) -> Iterator[Item]:
        yield from self.cards.values()
        yield from self.groups.values()

    def _group(self, address: Address, part: Part, joiner: QWidget | None, parent: QWidget) -> GroupBox:
        box = GroupBox(address, part, joiner, self._host, parent)
        self.groups[address] = box
        if self._host.is_folded(part):
            return box
        for place, raw in enumerate(items_of(part)):
            here = (*address, place)
            word = joiner_button(here, box.operator, self._host, box)
            if kind_of(raw) == "group" and isinstance(raw, dict):
                box.items.addWidget(self._group(here, raw, word, box))
            else:
                box.items.addWidget(self._card(here, raw, word, box))
        return box

    def _card(self, address: Address, raw: JsonValue, joiner: QWidget | None, parent: QWidget) -> Card:
        card = Card(address, fields_of(address, raw, self._host), joiner, self._host, parent)
        self.cards[address] = card
        inner = raw.get(INSIDE) if isinstance(raw, dict) else None
        if kind_of(raw) in HOLDERS and isinstance(inner, dict) and isinstance(raw, dict):
            box = self._group((*address, INSIDE), inner, None, card)
            lonely = raw.get("kind") == "aggregate" and not items_of(inner)
            box.show_as_part(lonely)
            card.put_inside(box)
        return card


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard at and below a widget, as its layouts show it."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None and not isinstance(widget, QComboBox):
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _focusable(widget)
        elif inner is not None:
            yield from _laid_out(inner)
