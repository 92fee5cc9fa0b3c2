"""What an action is, and the actions of one canvas with their shortcuts, which the user may change.

Menus, tool bars, palette, shortcut sheet and tests read these and nothing else; the table is in `action_table`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from canvas.icons import icon
from canvas.style import Tokens
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

Command = Callable[["CanvasView"], None]
Condition = Callable[["CanvasView"], bool]


def always(_canvas: "CanvasView") -> bool:
    """The condition of what is always possible."""
    return True


def hooked(signal: str) -> Condition:
    """Whether the program around the canvas listens to a signal, given as `name(types)`: else nothing would happen."""
    return lambda canvas: canvas.receivers(f"2{signal}") > 0


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do. `keys` are portable shortcut texts; `edits` bars it from a read-only canvas.

    `listed` is False for what makes sense by its key alone, or in one menu: the command palette leaves it out.
    """

    id: str
    text: str
    run: Command
    keys: tuple[str, ...] = ()
    icon: str = ""
    when: Condition = always
    edits: bool = True
    group: str = "edit"
    listed: bool = True
    checked: Condition | None = None
    """For what is switched on and off: whether it is on now."""

    def enabled(self, canvas: "CanvasView") -> bool:
        """Whether it makes sense now."""
        return not (self.edits and canvas.model.read_only()) and self.when(canvas)

    @property
    def group_title(self) -> str:
        """The group in the user's language."""
        return group_titles()[self.group]


def group_titles() -> dict[str, str]:
    """The groups of actions, in the order of the shortcut sheet."""
    return {
        "edit": tr("Edit"), "add": tr("Add"), "select": tr("Select"), "arrange": tr("Arrange"), "colour": tr("Colour"),
        "walk": tr("Walk"), "edge": tr("Transition"), "port": tr("Port"), "view": tr("View"),
        "show": tr("Information"), "output": tr("Output"), "place": tr("Places"),
    }  # fmt: skip


class ActionSet(QObject):
    """The records as QActions of one canvas, found by id, with their shortcuts live while the canvas has the focus."""

    rebound = Signal(str)
    """The id of an action whose keys the user changed; `custom` holds all such changes, to be kept by the program."""

    def __init__(self, canvas: "CanvasView", records: tuple[Action, ...]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.records = {action.id: action for action in records}
        self.custom: dict[str, tuple[str, ...]] = {}
        self.qactions: dict[str, QAction] = {}
        for record in self.records.values():
            self._add(record)
        self.refresh()

    def _add(self, record: Action) -> None:
        canvas = self._canvas
        action = QAction(record.text, self)
        action.setObjectName(record.id)
        action.setShortcuts([QKeySequence(key) for key in record.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(record.checked is not None)
        action.triggered.connect(lambda: self._run(record))
        canvas.addAction(action)
        self.qactions[record.id] = action

    def _run(self, record: Action) -> None:
        self._canvas.overlays.quiet()
        record.run(self._canvas)
        if record.checked is not None:
            self.refresh()

    def recolour(self, tokens: Tokens) -> None:
        """Draw the icons in the colours of a scheme."""
        for name, record in self.records.items():
            if record.icon:
                self.qactions[name].setIcon(icon(record.icon, tokens.text, tokens.text_quiet))

    def __getitem__(self, name: str) -> QAction:
        return self.qactions[name]

    def refresh(self) -> None:
        """Enable what makes sense now; undo and redo name their step."""
        canvas = self._canvas
        for name, record in self.records.items():
            self.qactions[name].setEnabled(record.enabled(canvas))
            if record.checked is not None:
                self.qactions[name].setChecked(record.checked(canvas))
        for name, step in (("edit.undo", canvas.model.undo_text()), ("edit.redo", canvas.model.redo_text())):
            text = self.records[name].text
            self.qactions[name].setText(tr("{action}: {step}").format(action=text, step=step) if step else text)

    # Keys

    def keys_of(self, name: str) -> tuple[str, ...]:
        """The keys of an action now, as portable texts."""
        return self.custom.get(name, self.records[name].keys)

    def barred(self, keys: QKeySequence) -> bool:
        """Whether keys are those of something that would make sense now, if the canvas could be edited."""
        return any(
            one.edits and one.when(self._canvas) and any(QKeySequence(each) == keys for each in self.keys_of(name))
            for name, one in self.records.items()
        )

    def keys_text(self, name: str) -> str:
        """The first keys of an action as this system writes them; empty when it has none."""
        keys = self.keys_of(name)
        return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def rebind(self, name: str, keys: tuple[str, ...] | None) -> None:
        """Give an action other keys, or with None its default ones."""
        if keys is None or keys == self.records[name].keys:
            self.custom.pop(name, None)
        else:
            self.custom[name] = keys
        self.qactions[name].setShortcuts([QKeySequence(key) for key in self.keys_of(name)])
        self.rebound.emit(name)

    def users_of(self, keys: str, but: str = "") -> list[str]:
        """The actions that these keys would run, or that begin with them or are their beginning."""
        wanted = QKeySequence(keys)
        partly = (QKeySequence.SequenceMatch.PartialMatch, QKeySequence.SequenceMatch.ExactMatch)
        return [
            name
            for name in self.records
            if name != but
            and any(
                wanted.matches(QKeySequence(key)) in partly or QKeySequence(key).matches(wanted) in partly
                for key in self.keys_of(name)
            )
        ]

    def clashes(self) -> dict[str, list[str]]:
        """Keys that several actions claim, with those actions: such keys do nothing."""
        users: dict[str, list[str]] = {}
        for name in self.records:
            for key in self.keys_of(name):
                users.setdefault(key, []).append(name)
        return {key: names for key, names in users.items() if len(names) > 1}
