"""The pill of a transition: what it says, and how it looks near by."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QStaticText

from canvas.difference import Mark
from canvas.items.counts import count_words, pill_look
from canvas.items.marks import paint_sign
from canvas.items.sheet import Brushwork
from canvas.look import Look
from canvas.style import COUNT_ICONS, PILL_HEIGHT, PILL_MAX
from canvas.views import Count, CountState


@dataclass(frozen=True, slots=True)
class PillTexts:
    """The texts of a pill, laid out, and how wide it is with them."""

    count: Count
    label: QStaticText | None
    value: QStaticText
    width: float
    elided: bool


def lay_out(label: str, count: Count, look: Look, before: PillTexts | None) -> PillTexts:
    """The texts for a label and a count; the label of before is used again while it has room."""
    style = look.style
    value = style.static(count_words(count, look) if look.counts_shown else "", style.count_font)
    icon = look.counts_shown and count.state in COUNT_ICONS
    width = value.size().width() + 18.0 + (16.0 if icon else 0.0)
    if not label:
        return PillTexts(count, None, value, width, False)
    room = PILL_MAX - width - 7
    if before is not None and before.label is not None and not before.elided and before.label.size().width() <= room:
        return PillTexts(count, before.label, value, width + before.label.size().width() + 7.0, False)
    fit = style.metrics(style.text_font).elidedText(label, Qt.TextElideMode.ElideRight, room)
    made = style.static(fit, style.text_font)
    return PillTexts(count, made, value, width + made.size().width() + 7.0, fit != label)


def paint_near(
    painter: Brushwork,
    pill: QRectF,
    texts: PillTexts,
    look: Look,
    chosen: bool,
    sign: tuple[Mark, QPointF] | None = None,
) -> None:
    """Draw a pill with its label and its count, in scene coordinates. `sign`: how the transition differs, and where."""
    style = look.style
    tokens = style.tokens
    count, label, value = texts.count, texts.label, texts.value
    state = count.state if look.counts_shown else CountState.EXACT
    border, ground, ink = pill_look(state, look)
    painter.setPen(style.pen(tokens.selection if chosen else border, 1.0, state is CountState.STALE))
    painter.setBrush(style.brush(ground))
    painter.drawRoundedRect(pill, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
    if sign is not None:
        paint_sign(painter, style, *sign)
    left, top = pill.left() + 9.0, pill.top()
    if label is not None:
        painter.setFont(style.text_font)
        painter.setPen(style.pen(tokens.text_quiet))
        painter.drawStaticText(QPointF(left, top + (PILL_HEIGHT - label.size().height()) / 2), label)
        left += label.size().width() + 7.0
    painter.setPen(style.pen(ink))
    icon = COUNT_ICONS.get(state)
    if icon is not None:
        painter.setFont(style.small_icon_font)
        painter.drawStaticText(QPointF(left, top + (PILL_HEIGHT - 12) / 2), style.icon(icon, small=True))
        left += 16.0
    painter.setFont(style.count_font)
    painter.drawStaticText(QPointF(left, top + (PILL_HEIGHT - value.size().height()) / 2), value)
