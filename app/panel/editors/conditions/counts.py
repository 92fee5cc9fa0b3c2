"""The counts beside the lines of a rule: who answers for them, and the slot that shows them.

The number is what is left once a line and those above it have had their say; below it stands what the line itself took
away or added, and the bar shows both as a waterfall.
"""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.panel.editors.conditions.distribution import Distribution
from app.panel.editors.conditions.waterfall import signed
from app.panel.editors.look import current_tokens
from app.words import number, tr
from engine.rules import Rule
from engine.runner.lines import LineCount, RuleCounts

_WIDTH = 62
_BAR = 3


class LineCounts(Protocol):
    """Who counts for an editor. Calls may take long; an editor that no longer wants an answer cancels the waiting."""

    async def counts(self, rule: Rule) -> RuleCounts:
        """The counts of a rule and of each of its parts. Errors: EngineError."""
        ...

    async def distribution(self, table: str, path: str, rule: Rule | None) -> Distribution:
        """The most frequent values at the end of a path from a table, or from those records that a rule finds.

        Errors: EngineError.
        """
        ...


class CountSlot(QWidget):
    """The counts of one part of a rule; empty until they are known, pale once they are stale."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count: LineCount | None = None
        self._rows = 0
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: LineCount | None, rows: int, found: int) -> None:
        """The counts of this part of a rule that finds `found` of `rows`; None for unknown."""
        self._count, self._rows, self._stale = count, rows, False
        self.setToolTip("" if count is None else told(count, found))
        self.setAccessibleName(self.toolTip())
        self.setVisible(count is not None)
        self.update()

    def make_stale(self) -> None:
        """The rule has changed since."""
        self._stale = True
        self.update()

    @property
    def text(self) -> str:
        """The number that is shown."""
        if self._count is None:
            return ""
        return number(self._count.matched if self._count.after is None else self._count.after)

    @property
    def change(self) -> str:
        """What the line took away or added, with its sign."""
        if self._count is None or self._count.after is None or self._count.before is None:
            return ""
        return signed(self._count.after - self._count.before)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 2 * self.fontMetrics().height() + _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._count is None:
            return
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setOpacity(0.45 if self._stale else 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.fontMetrics().height()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)
        off = self._count.after is None
        painter.setPen(QColor(tokens.text_quiet if off else tokens.text))
        painter.drawText(QRectF(0, -1, self.width(), height), Qt.AlignmentFlag.AlignRight, self.text)
        font.setWeight(QFont.Weight.Normal)
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text_quiet))
        painter.drawText(QRectF(0, height - 2, self.width(), height), Qt.AlignmentFlag.AlignRight, self.change)
        self._paint_bar(painter)

    def _paint_bar(self, painter: QPainter) -> None:
        count = self._count
        if count is None or count.after is None or count.before is None or not self._rows:
            return
        tokens = current_tokens()
        room, top = float(self.width()), float(self.height() - _BAR)
        lower, upper = sorted((count.before, count.after))
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, start, end in (
            (tokens.grid_major, 0.0, 1.0),
            (tokens.accents["red" if count.after < count.before else "green"].ink, 0.0, upper / self._rows),
            (tokens.accents["blue"].ink, 0.0, lower / self._rows),
        ):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(start * room, top, (end - start) * room, _BAR), 1.5, 1.5)


def told(count: LineCount, found: int) -> str:
    """The counts of a line in words."""
    alone = tr("By itself it finds {found}.", found=number(count.matched))
    if count.after is None or count.before is None or count.without is None:
        return f"{alone} {tr('It is switched off.')}"
    step = count.after - count.before
    if step <= 0:
        did = tr("Here it takes away {step}, which leaves {left}.", step=number(-step), left=number(count.after))
    else:
        did = tr("Here it adds {step}, which makes {left}.", step=number(step), left=number(count.after))
    change = count.without - found
    sign = "+" if change >= 0 else "−"
    rest = tr("Without it the rule finds {found} ({change}).", found=number(count.without),
              change=f"{sign}{number(abs(change))}")  # fmt: skip
    return f"{alone}\n{did}\n{rest}"
