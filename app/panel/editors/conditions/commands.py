"""What can be done with the marked parts of a rule: each has a name, usually a key, and works on JSON alone."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pydantic import JsonValue
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.panel.editors.conditions import clipboard
from app.panel.editors.conditions.tree import (
    INSIDE,
    Address,
    Part,
    context_of,
    grouped,
    inserted,
    items_of,
    kind_of,
    moved,
    outermost,
    parent,
    part_at,
    removed,
    replaced,
    step_target,
    ungrouped,
)
from app.words import tr


class Edited(Protocol):
    """The editor as commands see it."""

    @property
    def root(self) -> Part: ...

    @property
    def chosen(self) -> list[Address]: ...

    def put(self, root: Part, chosen: Sequence[Address]) -> None:
        """Take another rule, with these parts marked."""
        ...

    def tell(self, text: str) -> None:
        """Say why something could not be done."""
        ...


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a menu shows and a key does; with `inside_fields` also while a field has the focus."""

    text: str
    keys: str
    run: Callable[[], None]
    inside_fields: bool = True

    @property
    def sequences(self) -> list[QKeySequence]:
        return [QKeySequence(one) for one in self.keys.split(", ") if one]


class Commands:
    """The commands on the marked parts of an editor."""

    def __init__(self, editor: Edited) -> None:
        self._editor = editor
        self.all = (
            Command(tr("Move up"), "Alt+Up", lambda: self.step(down=False)),
            Command(tr("Move down"), "Alt+Down", lambda: self.step(down=True)),
            Command(tr("Group"), "Ctrl+G", self.group),
            Command(tr("Group with the line above"), "", lambda: self.group_with(-1)),
            Command(tr("Group with the line below"), "", lambda: self.group_with(1)),
            Command(tr("Ungroup"), "Ctrl+Shift+G", self.ungroup),
            Command(tr("Duplicate"), "Ctrl+D", self.duplicate),
            Command(tr("Copy"), "Ctrl+C", self.copy, inside_fields=False),
            Command(tr("Cut"), "Ctrl+X", self.cut, inside_fields=False),
            Command(tr("Paste"), "Ctrl+V", self.paste, inside_fields=False),
            Command(tr("Switch off or on"), "Space", self.toggle, inside_fields=False),
            Command(tr("Remove"), "Del, Backspace", self.remove, inside_fields=False),
        )

    def step(self, *, down: bool) -> None:
        """Move the marked parts one step, into and out of groups."""
        chosen = outermost(self._editor.chosen)
        if not chosen:
            return
        target = step_target(self._editor.root, chosen[-1] if down else chosen[0], down)
        if target is not None:
            self._editor.put(*moved(self._editor.root, chosen, *target))

    def move(self, group: Address, place: int) -> None:
        """Move the marked parts into a group; not into or out of a line, where paths mean something else."""
        chosen = outermost(self._editor.chosen)
        if any(context_of(one) != context_of(group) for one in chosen):
            self._editor.tell(tr("Lines about linked records stay inside their line. Copy and paste them instead."))
            return
        self._editor.put(*moved(self._editor.root, chosen, group, place))

    def group(self) -> None:
        """Put the marked parts into a new group."""
        self._group(self._editor.chosen)

    def group_with(self, beside: int) -> None:
        """Put the marked part and the one above or below it into a new group."""
        for chosen in self._editor.chosen[:1]:
            home, place = parent(chosen)
            if 0 <= place + beside < len(items_of(part_at(self._editor.root, home))):
                self._group([chosen, (*home, place + beside)])

    def ungroup(self) -> None:
        """Put what stands in the marked group in its place."""
        for chosen in self._editor.chosen[:1]:
            inside = chosen if kind_of(part_at(self._editor.root, chosen)) == "group" else parent(chosen)[0]
            if inside and inside[-1] != INSIDE:
                self._editor.put(*ungrouped(self._editor.root, inside))

    def duplicate(self) -> None:
        """Put the marked parts once more below themselves."""
        parts = self._parts()
        if parts:
            home, place = parent(outermost(self._editor.chosen)[-1])
            self._insert(home, place + 1, parts)

    def copy(self) -> None:
        """Put the marked parts on the clipboard."""
        parts = self._parts()
        if parts:
            QApplication.clipboard().setText(clipboard.written(parts))

    def cut(self) -> None:
        """Put the marked parts on the clipboard and take them out."""
        self.copy()
        self.remove()

    def paste(self) -> None:
        """Put what is on the clipboard below the marked part, or at the end."""
        parts = clipboard.read(QApplication.clipboard().text())
        if not parts:
            self._editor.tell(tr("There are no conditions on the clipboard. Copy some in a rule first."))
            return
        chosen = outermost(self._editor.chosen)
        if not chosen:
            self._insert((), len(items_of(self._editor.root)), parts)
        else:
            home, place = parent(chosen[-1])
            self._insert(home, place + 1, parts)

    def remove(self) -> None:
        """Take the marked parts out; the one that takes their place is marked."""
        chosen = outermost(self._editor.chosen)
        if not chosen:
            return
        root = removed(self._editor.root, chosen)
        home, place = parent(min(chosen, key=len))
        try:
            left = len(items_of(part_at(root, home)))
        except LookupError:
            home, left = (), 0
        self._editor.put(root, [(*home, min(place, left - 1))] if left else [])

    def toggle(self) -> None:
        """Switch the marked parts off, or on again when all are off."""
        root = self._editor.root
        found = [(one, part_at(root, one)) for one in self._editor.chosen]
        parts = [(one, part) for one, part in found if isinstance(part, dict)]
        off = not all(part.get("disabled") is True for _, part in parts)
        for address, part in parts:
            kept = {key: value for key, value in part.items() if key != "disabled"}
            root = replaced(root, address, {**kept, "disabled": True} if off else kept)
        self._editor.put(root, self._editor.chosen)

    def _parts(self) -> list[JsonValue]:
        return [part_at(self._editor.root, one) for one in outermost(self._editor.chosen)]

    def _insert(self, home: Address, place: int, parts: Sequence[JsonValue]) -> None:
        # Copies, since the editor knows a part again by its being the same object.
        root = inserted(self._editor.root, home, place, copy.deepcopy(list(parts)))
        self._editor.put(root, [(*home, place + number) for number in range(len(parts))])

    def _group(self, addresses: Sequence[Address]) -> None:
        if not addresses or len({context_of(one) for one in addresses}) > 1:
            return
        home = part_at(self._editor.root, parent(outermost(addresses)[0])[0])
        inner = "and" if isinstance(home, dict) and home.get("operator") == "or" else "or"
        root, address = grouped(self._editor.root, addresses, inner)
        self._editor.put(root, [address])
