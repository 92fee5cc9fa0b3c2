"""The marks of a card: its run state on the icon, how far it is along the lower edge, its remarks on the upper corner.

They stay within the card, so that nothing beside it is covered.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from canvas.difference import Mark, mark_words
from canvas.items.sheet import Brushwork
from canvas.look import Look
from canvas.style import CARD_WIDTH, RUN_LOOKS, SEVERITY_LOOKS, TAG_HEIGHT, Style
from canvas.views import Badge, RunState, Status
from canvas.words import tr

_CHIP = QPointF(46.0, 15.0)
"""The middle of the chip, from the left of the card and from its middle down."""
_CHIP_RADIUS = 9.0
_BAR_LEFT, _BAR_HIGH = 14.0, 3.0


_DIFFERENCES: dict[Mark, tuple[str, str]] = {
    Mark.ADDED: ("done", "ph.plus-circle"),
    Mark.REMOVED: ("error", "ph.minus-circle"),
    Mark.CHANGED: ("warning", "ph.pencil-simple"),
    Mark.MOVED: ("info", "ph.arrows-out-cardinal"),
}


def difference_look(mark: Mark) -> str:
    """The name of the state whose colours a mark has."""
    return _DIFFERENCES[mark][0]


def paint_mark(painter: Brushwork, style: Style, mark: Mark) -> None:
    """Draw how a part differs from another version, on the upper left corner of its card."""
    colour, icon = _DIFFERENCES[mark]
    look = style.tokens.states[colour]
    text = style.text(mark_words(mark), style.small_font)
    tag = QRectF(8, -TAG_HEIGHT / 2, text.width + 32, TAG_HEIGHT)
    painter.setPen(style.pen(look.ink, 1.2))
    painter.setBrush(style.brush(look.tint))
    painter.drawRoundedRect(tag, TAG_HEIGHT / 2, TAG_HEIGHT / 2)
    style.icon(icon, small=True).draw(painter, QPointF(tag.left() + 8, tag.top() + 3))
    text.draw(painter, QPointF(tag.left() + 24, tag.top() + (TAG_HEIGHT - text.height) / 2))


def paint_sign(painter: Brushwork, style: Style, mark: Mark, at: QPointF) -> None:
    """Draw how a transition differs, as an icon in a circle on its way."""
    colour, icon = _DIFFERENCES[mark]
    look = style.tokens.states[colour]
    painter.setPen(style.pen(look.ink, 1.2))
    painter.setBrush(style.brush(look.tint))
    painter.drawEllipse(at, 9, 9)
    style.icon(icon, small=True).draw(painter, QPointF(at.x() - 6, at.y() - 6))


def chip_rect(bottom: float) -> QRectF:
    """Where the chip of a card is whose lower edge is at a height, in its own coordinates."""
    around = _CHIP_RADIUS + 3.0
    return QRectF(_CHIP.x() - around, bottom / 2 + _CHIP.y() - around, 2 * around, 2 * around)


def paint_spinner(painter: QPainter, look: Look, around: QRectF) -> None:
    """Draw a quarter of a ring, farther on with each beat."""
    style = look.style
    painter.setPen(style.pen(style.tokens.states["busy"].ink, 2.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(around.adjusted(1.5, 1.5, -1.5, -1.5), -(look.beat * 30 % 360) * 16, 100 * 16)


class Marks:
    """The marks of one card."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def paint(self, painter: Brushwork, status: Status, bottom: float) -> None:
        """Draw the marks of a card whose lower edge is at a height, in its own coordinates."""
        if status.run is not RunState.NONE:
            self._paint_chip(painter, status.run, bottom / 2)
        if status.run is RunState.RUNNING and status.progress is not None:
            self._paint_bar(painter, status.progress, bottom)
        if status.badge is not None:
            self._paint_badge(painter, status.badge)

    def _paint_chip(self, painter: Brushwork, run: RunState, middle: float) -> None:
        style = self._look.style
        colour, icon = RUN_LOOKS[run]
        look = style.tokens.states[colour]
        at = QPointF(_CHIP.x(), middle + _CHIP.y())
        painter.setPen(Qt.PenStyle.NoPen)
        for ground, radius in ((style.tokens.card, _CHIP_RADIUS + 1.0), (look.ink, _CHIP_RADIUS - 1.0)):
            painter.setBrush(style.brush(ground))
            painter.drawEllipse(at, radius, radius)
        painter.setPen(style.pen(style.tokens.card))
        style.icon(icon, small=True).draw(painter, at - QPointF(6, 6))

    def _paint_bar(self, painter: Brushwork, progress: float, bottom: float) -> None:
        style = self._look.style
        look = style.tokens.states["busy"]
        room = CARD_WIDTH - 2 * _BAR_LEFT
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, width in ((look.tint, room), (look.ink, room * min(max(progress, 0.02), 1.0))):
            painter.setBrush(style.brush(colour))
            bar = QRectF(_BAR_LEFT, bottom - _BAR_HIGH - 2, width, _BAR_HIGH)
            painter.drawRoundedRect(bar, _BAR_HIGH / 2, _BAR_HIGH / 2)

    def _paint_badge(self, painter: Brushwork, badge: Badge) -> None:
        style = self._look.style
        colour, icon = SEVERITY_LOOKS[badge.severity]
        look = style.tokens.states[colour]
        text = style.text(str(badge.count), style.small_font)
        pill = self.badge_rect(badge)
        painter.setPen(style.pen(look.ink, 1.2))
        painter.setBrush(style.brush(look.tint))
        painter.drawRoundedRect(pill, TAG_HEIGHT / 2, TAG_HEIGHT / 2)
        style.icon(icon, small=True).draw(painter, QPointF(pill.left() + 7, pill.top() + 3))
        text.draw(painter, QPointF(pill.left() + 22, pill.top() + (TAG_HEIGHT - text.height) / 2))

    def badge_rect(self, badge: Badge | None) -> QRectF:
        """Where the badge is; empty when there are no remarks."""
        if badge is None:
            return QRectF()
        style = self._look.style
        width = style.metrics(style.small_font).horizontalAdvance(str(badge.count)) + 30
        return QRectF(CARD_WIDTH - width - 8, -TAG_HEIGHT / 2, width, TAG_HEIGHT)


def spelled_out(status: Status) -> bool:
    """Whether the card says the state in words, too: all but the one that needs no second look."""
    return status.run not in (RunState.NONE, RunState.DONE)


def run_words(status: Status) -> str:
    """A run state in words, for the tag, the tooltip and the screen reader."""
    return status.words or _usual_words(status)


def _usual_words(status: Status) -> str:
    match status.run:
        case RunState.QUEUED:
            return tr("Queued")
        case RunState.RUNNING if status.progress is not None:
            return tr("Running {share} %").format(share=round(status.progress * 100))
        case RunState.RUNNING:
            return tr("Running")
        case RunState.WAITING:
            return tr("Waiting")
        case RunState.DONE:
            return tr("Done")
        case RunState.WARNING:
            return tr("Done, with remarks")
        case RunState.FAILED:
            return tr("Failed")
        case RunState.SKIPPED:
            return tr("Skipped")
        case RunState.NONE:
            return ""
