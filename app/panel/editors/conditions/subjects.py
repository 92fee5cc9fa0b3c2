"""Choosing what lines are about, and taking values for them from a distribution."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from pydantic import JsonValue
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from app.panel.editors.chooser import Chooser
from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.lines import text_of
from app.panel.editors.conditions.offers import Offers, subject_path
from app.panel.editors.conditions.remembered import Remembered
from app.panel.editors.conditions.tree import Address, Part, inserted, items_of, kind_of, part_at, replaced
from app.words import tr


class Edited(Protocol):
    """The editor as this room sees it."""

    @property
    def root(self) -> Part: ...

    def context_at(self, address: Address) -> Context:
        """What paths at an address mean."""
        ...

    def put(self, root: Part, chosen: Sequence[Address]) -> None:
        """Take another rule, with these parts marked."""
        ...

    def enter(self, address: Address) -> None:
        """Put the keyboard into the fields of a line."""
        ...


class Subjects:
    """What the lines of one editor are about."""

    def __init__(self, editor: Edited, owner: QWidget, settings: QSettings | None) -> None:
        self._editor = editor
        self._owner = owner
        self._settings = settings

    def choose(self, address: Address, anchor: QWidget) -> None:
        """Let the user choose what a line is about; what it is compared with stays where the types agree."""
        self._open(address, anchor).chosen.connect(partial(self._change, address))

    def add(self, group: Address, anchor: QWidget) -> None:
        """Let the user choose what a new line of a group is about."""
        self._open(group, anchor).chosen.connect(partial(self.append, group))

    def append(self, group: Address, part: Part) -> None:
        """Put a part at the end of a group, and the keyboard into it."""
        place = len(items_of(part_at(self._editor.root, group)))
        self._editor.put(inserted(self._editor.root, group, place, [part]), [(*group, place)])
        self._editor.enter((*group, place))

    def take_value(self, address: Address, value: JsonValue) -> None:
        """Compare a line with a value of its attribute; a list gets one value more."""
        part = part_at(self._editor.root, address)
        if not isinstance(part, dict):
            return
        operator = text_of(part, "operator")
        kept = {key: one for key, one in part.items() if key not in {"relative", "period", "variable"}}
        if value is None or value == "":
            new: Part = {**kept, "operator": "empty"}
        elif operator in {"in", "not-in"}:
            listed = part.get("values")
            values = listed if isinstance(listed, list) else []
            new = {**kept, "values": values if value in values else [*values, value]}
        else:
            new = {**kept, "operator": operator if operator == "not-equal" else "equal", "value": value}
        self._editor.put(replaced(self._editor.root, address, new), [address])

    def _open(self, address: Address, anchor: QWidget) -> Chooser:
        context = self._editor.context_at(address)
        remembered = Remembered(context.table, self._settings)
        offers = Offers(context, remembered)
        chooser = Chooser(offers.sections, self._owner, prompt=tr("Search attributes, filters, audiences"))

        def star(part: Part) -> None:
            remembered.toggle(subject_path(part))

        def use(part: Part) -> None:
            remembered.use(subject_path(part))

        chooser.starred.connect(star)
        chooser.chosen.connect(use)
        chooser.open_below(anchor)
        return chooser

    def _change(self, address: Address, part: Part) -> None:
        old = part_at(self._editor.root, address)
        if isinstance(old, dict):
            part = self._merged(old, part, self._editor.context_at(address))
        self._editor.put(replaced(self._editor.root, address, part), [address])
        self._editor.enter(address)

    def _merged(self, old: Part, new: Part, context: Context) -> Part:
        """The new subject with the comparison of the old one, where that still makes sense."""
        if not kind_of(old) == kind_of(new) == "condition":
            return new
        was, now = context.meaning(subject_path(old)), context.meaning(subject_path(new))
        if was is None or now is None or was.type.family is not now.type.family:
            return new
        return {**old, "attribute": new.get("attribute")}
