"""One line of a rule as a card: what it is about, how it is compared, its counts and what is wrong with it.

The fields in the middle differ by the kind of line and come from `lines`. In a narrow panel they stand below the
subject, in a wide one beside it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.panel.editors.conditions.checking import Fault
from app.panel.editors.conditions.counts import CountSlot
from app.panel.editors.conditions.handle import Handle
from app.panel.editors.conditions.host import Host
from app.panel.editors.conditions.lines import Fields
from app.panel.editors.conditions.scrolling import reveal
from app.panel.editors.conditions.tree import Address, Part, parent
from app.panel.editors.look import icon_button, restyle
from app.words import told, tr


class Card(QFrame):
    """A line. It takes the keyboard itself (Enter goes into its fields, Esc comes back) and can be marked."""

    def __init__(self, address: Address, fields: Fields, joiner: QWidget | None, host: Host, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.address = address
        self.fields = fields
        self._host = host
        self.handle = Handle(address, host, self)
        self.subject = fields.subject(self)
        self.count = CountSlot(self)
        self.count.hide()
        self.more = icon_button(self, "ph.dots-three-vertical", tr("More"))
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.hide()
        self._middle = QWidget(self)
        self._middle_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._middle)
        self._middle_row.setContentsMargins(0, 0, 0, 0)
        self._middle_row.setSpacing(4)
        self._top = QHBoxLayout()
        self._top.setSpacing(4)
        for widget in (self.handle, joiner, self.subject):
            if widget is not None:
                widget.setParent(self)
                self._top.addWidget(widget)
        self._top.addStretch(1)
        self._top.addWidget(self.count)
        self._top.addWidget(self.more)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(6, 5, 4, 6)
        self._box.setSpacing(4)
        self._box.addLayout(self._top)
        self._box.addWidget(self.message)
        self._wide: bool | None = None
        self.more.clicked.connect(self._open_menu)
        fields.refilled = self.refill
        self.setProperty("off", fields.part.get("disabled") is True)
        self.setAccessibleName(fields.name())
        self.refill()

    @property
    def part(self) -> Part:
        """The line as it stands."""
        return self.fields.part

    def refill(self) -> None:
        """Show the fields anew, after what they depend on has changed."""
        while (item := self._middle_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for widget in self.fields.widgets(self._middle):
            if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Maximum:
                self._middle_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._middle_row.addWidget(widget, self.fields.stretch(widget))
        self._place_middle()

    def put_inside(self, widget: QWidget) -> None:
        """Show a group of conditions on linked records below the line."""
        self._box.addWidget(widget)

    def set_wide(self, wide: bool) -> None:
        """Put the fields beside the subject, or below it."""
        if wide != self._wide:
            self._wide = wide
            self._place_middle()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Mark the fields that are wrong and say why; what is merely unfinished is said quietly."""
        wrong = [fault for fault in faults if not fault.unfinished]
        text = "\n".join(told(fault.problem) for fault in faults)
        if self.fields.says_itself:
            text = (
                "" if not wrong or all(fault.field in {"expression", "value_expression"} for fault in faults) else text
            )
        self.message.setText(text)
        self.message.setVisible(bool(text))
        restyle(self.message, "error", bool(wrong))
        restyle(self.message, "warning", not wrong)
        restyle(self, "wrong", bool(wrong))
        self.fields.mark({fault.field.split(".")[0].split("[")[0] for fault in wrong})

    def set_chosen(self, chosen: bool) -> None:
        """Show whether the line is marked."""
        restyle(self, "chosen", chosen)

    def enter(self) -> None:
        """Go into the fields with the keyboard: to the value, or to the subject where there is none."""
        # A line that was just added has its place only after the next layout.
        QTimer.singleShot(0, self, lambda: reveal(self))
        (self.fields.first_field() or self.subject).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._host.key(self.address, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        keys = event.modifiers()
        self._host.select(
            self.address,
            add=bool(keys & Qt.KeyboardModifier.ControlModifier),
            extend=bool(keys & Qt.KeyboardModifier.ShiftModifier),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._host.open_menu(self.address, event.globalPos())

    def _open_menu(self) -> None:
        self._host.open_menu(self.address, self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _place_middle(self) -> None:
        wide = bool(self._wide) and not self.fields.below
        empty = self._middle_row.count() == 0
        self._middle.setVisible(not empty)
        down = QBoxLayout.Direction.TopToBottom
        stacked = not self._wide and self.fields.stacks
        self._middle_row.setDirection(down if stacked else QBoxLayout.Direction.LeftToRight)
        if wide:
            place = self._top.indexOf(self.subject) + 1
            self._top.insertWidget(place, self._middle, 100)
        else:
            self._box.insertWidget(1, self._middle)


def joiner_button(address: Address, operator: str, host: Host, owner: QWidget) -> QToolButton | None:
    """The word that joins a line to the one above it; a click changes it for the whole group."""
    group, place = parent(address)
    if place == 0:
        return None
    words = {"and": tr("and"), "or": tr("or"), "except": tr("except") if place == 1 else tr("and")}
    button = QToolButton(owner)
    button.setText(words.get(operator, operator))
    button.setProperty("joiner", operator)
    button.setToolTip(tr("Click to combine the lines of this group in another way"))
    following = {"and": "or", "or": "except", "except": "and"}.get(operator, "and")
    button.clicked.connect(lambda: host.set_logic(group, following))
    return button
