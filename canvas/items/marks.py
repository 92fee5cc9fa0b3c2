"""The marks of a card: the tag of its run state on the lower edge, and the badge of its remarks on the upper corner."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QStaticText

from canvas.items.sheet import Brushwork
from canvas.look import Look
from canvas.style import CARD_WIDTH, RUN_LOOKS, SEVERITY_LOOKS, TAG_HEIGHT
from canvas.views import Badge, RunState, Status
from canvas.words import tr

_TAG_LEFT = 50.0


class Marks:
    """The marks of one card. Texts are laid out once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._tag: tuple[Status, QStaticText, float] | None = None

    def forget(self) -> None:
        """Lay texts out anew at the next painting."""
        self._tag = None

    def paint(self, painter: Brushwork, status: Status, bottom: float) -> None:
        """Draw the marks of a card whose lower edge is at a height, in its own coordinates."""
        if status.run is not RunState.NONE:
            self._paint_tag(painter, status, bottom)
        if status.badge is not None:
            self._paint_badge(painter, status.badge)

    def _paint_tag(self, painter: Brushwork, status: Status, bottom: float) -> None:
        style = self._look.style
        colour, icon = RUN_LOOKS[status.run]
        look = style.tokens.states[colour]
        if self._tag is None or self._tag[0] != status:
            text = style.static(run_words(status), style.small_font)
            self._tag = (status, text, text.size().width())
        _, text, width = self._tag
        tag = QRectF(_TAG_LEFT, bottom - TAG_HEIGHT / 2, width + 32, TAG_HEIGHT)
        painter.setPen(style.pen(look.ink, 1.0))
        painter.setBrush(style.brush(look.tint))
        painter.drawRoundedRect(tag, TAG_HEIGHT / 2, TAG_HEIGHT / 2)
        painter.setFont(style.small_icon_font)
        painter.drawStaticText(QPointF(tag.left() + 8, tag.top() + 3), style.icon(icon, small=True))
        painter.setFont(style.small_font)
        painter.drawStaticText(QPointF(tag.left() + 24, tag.top() + (TAG_HEIGHT - text.size().height()) / 2), text)

    def _paint_badge(self, painter: Brushwork, badge: Badge) -> None:
        style = self._look.style
        colour, icon = SEVERITY_LOOKS[badge.severity]
        look = style.tokens.states[colour]
        text = style.static(str(badge.count), style.small_font)
        pill = self.badge_rect(badge)
        painter.setPen(style.pen(look.ink, 1.2))
        painter.setBrush(style.brush(look.tint))
        painter.drawRoundedRect(pill, TAG_HEIGHT / 2, TAG_HEIGHT / 2)
        painter.setFont(style.small_icon_font)
        painter.drawStaticText(QPointF(pill.left() + 7, pill.top() + 3), style.icon(icon, small=True))
        painter.setFont(style.small_font)
        painter.drawStaticText(QPointF(pill.left() + 22, pill.top() + (TAG_HEIGHT - text.size().height()) / 2), text)

    def badge_rect(self, badge: Badge | None) -> QRectF:
        """Where the badge is; empty when there are no remarks."""
        if badge is None:
            return QRectF()
        style = self._look.style
        width = style.metrics(style.small_font).horizontalAdvance(str(badge.count)) + 30
        return QRectF(CARD_WIDTH - width + 8, -TAG_HEIGHT / 2, width, TAG_HEIGHT)


def run_words(status: Status) -> str:
    """A run state in words, for the tag, the tooltip and the screen reader."""
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
