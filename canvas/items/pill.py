"""The pill of a transition: what it says, and how it looks near by."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from canvas.items.counts import count_words, pill_look
from canvas.items.sheet import Brushwork
from canvas.lettering import Text
from canvas.look import Look, Shares
from canvas.stamps import Stamps
from canvas.style import COUNT_ICONS, PILL_HEIGHT, PILL_MAX, Style
from canvas.views import Count, CountState

PillLook = tuple[str, str, str, bool]
"""Border, ground and ink, and whether the border is dashed."""
_SIGN, _BETWEEN = 15.0, 8.0


def stamp_pill(stamps: Stamps, pill: QRectF, look: PillLook, radius: float, style: Style) -> None:
    """Draw the ground of a pill."""
    border, ground, _, dashed = look

    def draw(painter: QPainter, width: float) -> None:
        painter.setPen(style.pen(border, 1.0, dashed))
        painter.setBrush(style.brush(ground))
        painter.drawRoundedRect(QRectF(0, 0, width, PILL_HEIGHT), radius, radius)

    place = (pill.x(), pill.y(), pill.width(), PILL_HEIGHT)
    stamps.put_long((border, ground, dashed, radius), place, 1.0, draw, PILL_MAX)


@dataclass(frozen=True, slots=True)
class PillTexts:
    """The texts of a pill, laid out, and how wide it is with them."""

    count: Count
    label: Text | None
    value: Text
    width: float
    elided: bool
    icon: Text | None = None
    second: tuple[Text, Text] | None = None
    """The icon and the digits of the second number."""

    @property
    def digits(self) -> float:
        """How wide all that follows the mark of the state is."""
        wide = self.value.width + (_SIGN if self.icon is not None else 0.0)
        return wide + (_BETWEEN + _SIGN + self.second[1].width if self.second is not None else 0.0)


def lay_out(label: str, count: Count, look: Look, before: PillTexts | None) -> PillTexts:
    """The texts for a label and a count; the label of before is used again while it has room."""
    style = look.style
    value = style.number(count_words(count, look) if look.counts_shown else "", style.count_font)
    marked = look.counts_shown and count.state in COUNT_ICONS
    bare = PillTexts(count, None, value, 0.0, False, *_signs(count, look))
    width = bare.digits + 18.0 + (16.0 if marked else 0.0)
    if not label:
        return replace(bare, width=width)
    room = PILL_MAX - width - 7
    if before is not None and before.label is not None and not before.elided and before.label.width <= room:
        return replace(bare, label=before.label, width=width + before.label.width + 7.0)
    made = style.fitted(label, style.text_font, room)
    return replace(bare, label=made, width=width + made.width + 7.0, elided=made.string != label)


def _signs(count: Count, look: Look) -> tuple[Text | None, tuple[Text, Text] | None]:
    """What tells the numbers of two apart; nothing where there is one, or shares are shown."""
    if count.second is None or count.value is None or not look.counts_shown or look.shares is not Shares.NUMBER:
        return None, None
    style = look.style
    digits = style.number(look.locale.toString(count.second), style.count_font)
    return style.icon(count.icon, small=True), (style.icon(count.second_icon, small=True), digits)


def look_near(texts: PillTexts, look: Look, chosen: bool) -> PillLook:
    """How a pill looks near by."""
    state = texts.count.state if look.counts_shown else CountState.EXACT
    border, ground, ink = pill_look(state, look)
    return look.style.tokens.selection if chosen else border, ground, ink, state is CountState.STALE


def write_near(painter: Brushwork, texts: PillTexts, look: Look, ink: str) -> None:
    """Write the label and the count of a pill, from its top left."""
    style = look.style
    count, label, value = texts.count, texts.label, texts.value
    left = 9.0
    if label is not None:
        painter.setPen(style.pen(style.tokens.text_quiet))
        label.draw(painter, QPointF(left, (PILL_HEIGHT - label.height) / 2))
        left += label.width + 7.0
    painter.setPen(style.pen(ink))
    icon = COUNT_ICONS.get(count.state) if look.counts_shown else None
    if icon is not None:
        style.icon(icon, small=True).draw(painter, QPointF(left, (PILL_HEIGHT - 12) / 2))
        left += 16.0
    if texts.icon is not None:
        left = _write_sign(painter, texts.icon, left)
    value.draw(painter, QPointF(left, (PILL_HEIGHT - value.height) / 2))
    if texts.second is not None:
        left = _write_sign(painter, texts.second[0], left + value.width + _BETWEEN)
        texts.second[1].draw(painter, QPointF(left, (PILL_HEIGHT - value.height) / 2))


def _write_sign(painter: Brushwork, sign: Text, left: float) -> float:
    """Write what a number counts; where the number then begins."""
    sign.draw(painter, QPointF(left, (PILL_HEIGHT - 12) / 2))
    return left + _SIGN
