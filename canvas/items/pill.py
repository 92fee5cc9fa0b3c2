"""The pill of a transition: what it says, and how it looks near by."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QStaticText

from canvas.difference import Mark
from canvas.items.counts import count_words, pill_look
from canvas.items.marks import paint_sign
from canvas.items.sheet import Brushwork
from canvas.look import Look, Shares
from canvas.style import COUNT_ICONS, PILL_HEIGHT, PILL_MAX, Style
from canvas.views import Count, CountState

_SIGN, _BETWEEN = 15.0, 8.0


@dataclass(frozen=True, slots=True)
class PillTexts:
    """The texts of a pill, laid out, and how wide it is with them."""

    count: Count
    label: QStaticText | None
    value: QStaticText
    width: float
    elided: bool
    icon: QStaticText | None = None
    second: tuple[QStaticText, QStaticText] | None = None
    """The icon and the digits of the second number."""

    @property
    def digits(self) -> float:
        """How wide all that follows the mark of the state is."""
        wide = self.value.size().width() + (_SIGN if self.icon is not None else 0.0)
        return wide + (_BETWEEN + _SIGN + self.second[1].size().width() if self.second is not None else 0.0)


def lay_out(label: str, count: Count, look: Look, before: PillTexts | None) -> PillTexts:
    """The texts for a label and a count; the label of before is used again while it has room."""
    style = look.style
    value = style.static(count_words(count, look) if look.counts_shown else "", style.count_font)
    marked = look.counts_shown and count.state in COUNT_ICONS
    bare = PillTexts(count, None, value, 0.0, False, *_signs(count, look))
    width = bare.digits + 18.0 + (16.0 if marked else 0.0)
    if not label:
        return replace(bare, width=width)
    room = PILL_MAX - width - 7
    if before is not None and before.label is not None and not before.elided and before.label.size().width() <= room:
        return replace(bare, label=before.label, width=width + before.label.size().width() + 7.0)
    fit = style.metrics(style.text_font).elidedText(label, Qt.TextElideMode.ElideRight, room)
    made = style.static(fit, style.text_font)
    return replace(bare, label=made, width=width + made.size().width() + 7.0, elided=fit != label)


def _signs(count: Count, look: Look) -> tuple[QStaticText | None, tuple[QStaticText, QStaticText] | None]:
    """What tells the numbers of two apart; nothing where there is one, or shares are shown."""
    if count.second is None or count.value is None or not look.counts_shown or look.shares is not Shares.NUMBER:
        return None, None
    style = look.style
    digits = style.static(look.locale.toString(count.second), style.count_font)
    return style.icon(count.icon, small=True), (style.icon(count.second_icon, small=True), digits)


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
    if texts.icon is not None:
        left = _paint_sign(painter, style, texts.icon, left, top)
    painter.setFont(style.count_font)
    painter.drawStaticText(QPointF(left, top + (PILL_HEIGHT - value.size().height()) / 2), value)
    if texts.second is not None:
        left = _paint_sign(painter, style, texts.second[0], left + value.size().width() + _BETWEEN, top)
        painter.setFont(style.count_font)
        painter.drawStaticText(QPointF(left, top + (PILL_HEIGHT - value.size().height()) / 2), texts.second[1])


def _paint_sign(painter: Brushwork, style: Style, sign: QStaticText, left: float, top: float) -> float:
    """Draw what a number counts; where the number then begins."""
    painter.setFont(style.small_icon_font)
    painter.drawStaticText(QPointF(left, top + (PILL_HEIGHT - 12) / 2), sign)
    return left + _SIGN
