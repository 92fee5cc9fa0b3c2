"""Forms inside a form: one that may be absent, several in an order, one of several kinds."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.panel.context import FormContext
from app.panel.editor import BETWEEN_ROWS, Editor, as_list, as_object
from app.panel.editors.fields import ChoiceBox
from app.panel.editors.more import push
from app.words import event_title, option_words, said, shortened, tr
from engine.problems import Problem
from engine.texts import sentences

_TITLES = ("label", "alias", "name", "attribute", "target", "source")


class OptionalForm(Editor):
    """A form that may be absent; a box switches it on."""

    titled = False

    def __init__(self, form: Editor, title: str) -> None:
        super().__init__()
        self.form = form
        self.box = QCheckBox(title or tr("Set"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.box)
        self.group = indented(form)
        box.addWidget(self.group)
        self._kept: object = dict[str, Any]()
        self.box.clicked.connect(self._switched)
        form.edited.connect(self._inner)

    def take_context(self, context: FormContext) -> None:
        self.form.take_context(context)

    def show_value(self, value: object) -> None:
        self.box.setChecked(value is not None)
        self.group.setVisible(value is not None)
        if value is not None:
            self._kept = value
        self.form.show_value(value or dict[str, Any]())

    def mark(self, path: str, problem: Problem | None) -> bool:
        return self.form.mark(path, problem) and not self.group.isHidden()

    def go_to(self, path: str) -> QWidget:
        if self.group.isHidden():
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.box
        return self.form.go_to(path)

    def _switched(self, on: bool) -> None:
        self.step = f"switch {on}"
        self.group.setVisible(on)
        self.form.show_value(self._kept)
        self.edited.emit(self._kept if on else None)

    def _inner(self, value: object) -> None:
        self.step = self.form.step
        self._kept = value
        self.edited.emit(value)


class ModelList(Editor):
    """Several forms in an order, such as the subsets of a split. Each can be moved and removed."""

    def __init__(self, make: Callable[[], Editor], title: str) -> None:
        super().__init__()
        self._make = make
        self._title = title
        self._values: list[Any] = []
        self._context: FormContext | None = None
        self.items: list[_Item] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self.add = push(tr("+ Add"))
        self.add.setAccessibleName(tr("Add to {title}", title=title))
        self._box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._added)

    def take_context(self, context: FormContext) -> None:
        self._context = context
        for item in self.items:
            item.form.take_context(context)

    def show_value(self, value: object) -> None:
        self._values = as_list(value)
        while len(self.items) > len(self._values):
            gone = self.items.pop()
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.items) < len(self._values):
            self._append()
        for place, (item, one) in enumerate(zip(self.items, self._values, strict=True)):
            item.show_place(place, len(self._values), _title_of(one))
            item.form.show_value(one)
            if self._context is not None:
                item.form.take_context(self._context)

    def mark(self, path: str, problem: Problem | None) -> bool:
        if problem is None:
            for item in self.items:
                item.clear()
            return True
        if not path.startswith("["):
            return False
        number, _, rest = path[1:].partition("]")
        place = int(number) if number.isdecimal() else len(self.items)
        if place >= len(self.items):
            return False
        return self.items[place].mark(rest.removeprefix("."), problem)

    def go_to(self, path: str) -> QWidget:
        number, _, rest = path.removeprefix("[").partition("]")
        place = int(number) if number.isdecimal() else 0
        if place < len(self.items):
            return self.items[place].form.go_to(rest.removeprefix("."))
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.add

    def _append(self) -> None:
        item = _Item(self._make())
        self.items.append(item)
        self._box.insertWidget(self._box.count() - 1, item)
        item.form.edited.connect(partial(self._inner, item))
        item.up.clicked.connect(partial(self._move, item, -1))
        item.down.clicked.connect(partial(self._move, item, 1))
        item.remove.clicked.connect(partial(self._removed, item))

    def _added(self) -> None:
        self.show_value([*self._values, dict[str, Any]()])
        self.step = f"add {len(self._values)}"
        self.edited.emit(self._values)
        self.items[-1].form.go_to("")

    def _inner(self, item: "_Item", value: object) -> None:
        if item not in self.items:
            # It was removed while one of its fields still had something to tell.
            return
        place = self.items.index(item)
        self.step = f"{place} {item.form.step}"
        self._values = [*self._values[:place], value, *self._values[place + 1 :]]
        item.show_place(place, len(self._values), _title_of(value))
        self.edited.emit(self._values)

    def _move(self, item: "_Item", by: int, _checked: bool = False) -> None:
        place = self.items.index(item)
        other = place + by
        if 0 <= other < len(self._values):
            values = list(self._values)
            values[place], values[other] = values[other], values[place]
            self.show_value(values)
            self.step = f"move {place} {by}"
            self.edited.emit(self._values)

    def _removed(self, item: "_Item", _checked: bool = False) -> None:
        place = self.items.index(item)
        self.show_value([*self._values[:place], *self._values[place + 1 :]])
        self.step = f"remove {len(self._values)}"
        self.edited.emit(self._values)


class _Item(QFrame):
    """One form of a list, with its head."""

    def __init__(self, form: Editor) -> None:
        super().__init__()
        self.form = form
        self.setProperty("card", True)
        self.head = QLabel()
        self.head.setProperty("fieldTitle", True)
        self.head.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("warning", True)
        self.problem.hide()
        self.up, self.down = small("↑", tr("Move up")), small("↓", tr("Move down"))
        self.remove = small("✕", tr("Remove"))
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 8, 10, 10)
        box.addLayout(row)
        box.addWidget(self.problem)
        box.addWidget(form)

    def show_place(self, place: int, of: int, title: str) -> None:
        """Say which one it is."""
        self.head.setText(f"{place + 1}. {title}" if title else f"{place + 1}.")
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < of - 1)

    def clear(self) -> None:
        """Take all marks away."""
        self.problem.hide()
        self.form.clear_marks()

    def mark(self, path: str, problem: Problem) -> bool:
        """Mark a field of the form, or the whole of it."""
        if path:
            return self.form.mark(path, problem)
        self.problem.setText(shortened(said(sentences(problem.what, problem.fix))))
        self.problem.show()
        return True


class Variants(Editor):
    """One of several settings classes, told apart by a field that each fixes, such as the modes of a schedule."""

    def __init__(
        self, options: Sequence[type[BaseModel]], make: Callable[[type[BaseModel], tuple[str, ...]], Editor]
    ) -> None:
        super().__init__()
        self._make = make
        self._tag = _tag_of(options[0])
        self._options = {_tag_value(one, self._tag): one for one in options}
        self.combo = ChoiceBox()
        for name in self._options:
            self.combo.addItem(option_words(name), name)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(BETWEEN_ROWS)
        self._box.addWidget(self.combo)
        self.form: Editor | None = None
        self._context: FormContext | None = None
        self._kind = ""
        self.combo.activated.connect(self._chosen)
        self.setFocusProxy(self.combo)

    def take_context(self, context: FormContext) -> None:
        self._context = context
        if self.form is not None:
            self.form.take_context(context)

    def show_value(self, value: object) -> None:
        raw = as_object(value)
        kind = str(raw.get(self._tag) or next(iter(self._options)))
        self.combo.setCurrentIndex(self.combo.findData(kind))
        self._show_form(kind)
        if self.form is not None:
            self.form.show_value({name: one for name, one in raw.items() if name != self._tag})

    def mark(self, path: str, problem: Problem | None) -> bool:
        return self.form.mark(path, problem) if self.form is not None else False

    def go_to(self, path: str) -> QWidget:
        return self.form.go_to(path) if self.form is not None and path else super().go_to(path)

    def _show_form(self, kind: str) -> None:
        if kind == self._kind or kind not in self._options:
            return
        if self.form is not None:
            self._box.removeWidget(self.form)
            # At once: what is only deleted later would be painted below the new form until then.
            self.form.hide()
            self.form.deleteLater()
        self._kind = kind
        self.form = self._make(self._options[kind], (self._tag,))
        self._box.addWidget(self.form)
        self.form.edited.connect(self._inner)
        if self._context is not None:
            self.form.take_context(self._context)

    def _chosen(self, index: int) -> None:
        kind = str(self.combo.itemData(index))
        self._show_form(kind)
        if self.form is not None:
            self.form.show_value({})
        self.edited.emit({self._tag: kind})

    def _inner(self, value: object) -> None:
        self.step = f"{self._kind} {self.form.step if self.form is not None else ''}"
        self.edited.emit({self._tag: self._kind, **as_object(value)})


def _tag_of(option: type[BaseModel]) -> str:
    for name, field in option.model_fields.items():
        if get_origin(field.annotation) is Literal:
            return name
    raise TypeError(f"{option.__name__} has no field that tells it from its siblings")


def _tag_value(option: type[BaseModel], tag: str) -> str:
    return str(get_args(option.model_fields[tag].annotation)[0])


def _title_of(value: object) -> str:
    raw = as_object(value)
    if raw.get("event"):
        return event_title(str(raw["event"]))
    return next((str(raw[name]) for name in _TITLES if raw.get(name)), "")


def indented(inner: QWidget) -> QWidget:
    """Fields that belong together, a little to the right, along a quiet line."""
    frame = QFrame()
    frame.setProperty("group", True)
    box = QVBoxLayout(frame)
    box.setContentsMargins(10, 4, 0, 2)
    box.addWidget(inner)
    return frame


def small(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoRaise(True)
    return button
