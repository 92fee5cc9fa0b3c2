"""The receipts of an import: how many counts came out, and where they first did not, and why."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.bundles.words import cause_words, reproduced_words
from app.bundles.work import Receipt
from app.words import number, tr
from canvas import Tokens
from canvas.icons import icon

_ICON = 28


class Receipts(QWidget):
    """One card per document."""

    open_wanted = Signal(str)
    """The id of a document to open."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._receipts: tuple[Receipt, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self.lines: list[str] = []
        """What the cards say, one text each."""

    def show_receipts(self, receipts: Iterable[Receipt]) -> None:
        """Show what came out of an import."""
        self._receipts = tuple(receipts)
        self._fill()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self._fill()

    def _fill(self) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.lines = []
        for one in self._receipts:
            self._box.addWidget(self._card(one))

    def _card(self, one: Receipt) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        whole = one.verified is not None and one.verified.whole
        sign = QLabel()
        name = "ph.check-circle" if whole else "ph.warning-circle" if one.verified is not None else "ph.circle"
        colour = self._tokens.states["done" if whole else "warning"].ink if one.verified else self._tokens.text_quiet
        sign.setPixmap(icon(name, colour, colour).pixmap(_ICON, _ICON))
        row.addWidget(sign)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        title = QLabel(one.document.name or one.document.id)
        title.setProperty("heading", True)
        texts.addWidget(title)
        for line in self._words(one):
            label = QLabel(line)
            label.setWordWrap(True)
            texts.addWidget(label)
        row.addLayout(texts, 1)
        button = QPushButton(tr("Open it"))
        button.setAccessibleDescription(title.text())
        button.clicked.connect(partial(self._open, one.document.id))
        row.addWidget(button)
        return card

    def _words(self, one: Receipt) -> list[str]:
        found = one.verified
        if found is None:
            lines = [tr("It came without counts.")]
        elif found.whole:
            lines = [f"{reproduced_words(found)}."]
        else:
            first = found.differences[0]
            node = one.document.node_by_id.get(first.node)
            label = (node.label if node is not None else "") or first.node
            here = tr("nothing") if first.found is None else number(first.found)
            told = tr("First at “{name}”: {then} where it comes from, {here} here.", name=label,
                      then=number(first.expected), here=here)  # fmt: skip
            lines = [f"{reproduced_words(found)}.", told, cause_words(found.cause)]
        self.lines.append(" ".join(lines))
        return lines

    def _open(self, document: str, _checked: bool = False) -> None:
        self.open_wanted.emit(document)
