"""A count in words and colours, as pills, tips and menus say it."""

from canvas.look import Look, Shares
from canvas.views import Count, CountState
from canvas.words import tr


def pill_look(state: CountState, look: Look) -> tuple[str, str, str]:
    """Border, ground and ink of a pill."""
    tokens = look.style.tokens
    match state:
        case CountState.EXACT:
            return tokens.pill_border, tokens.pill, tokens.text
        case CountState.ERROR:
            bad = tokens.states["error"]
            return bad.ink, bad.tint, bad.ink
        case CountState.COMPUTING:
            busy = tokens.states["busy"]
            return busy.ink, busy.tint, busy.ink
        case _:
            return tokens.pill_border, tokens.pill, tokens.text_quiet


def count_words(count: Count, look: Look) -> str:
    """A count as the pill says it: grouped digits or a share, or a word when there is no number."""
    if count.state is CountState.ERROR:
        return tr("Error")
    if count.state is CountState.NONE:
        return ""
    if count.value is None:
        return "…" if count.state is CountState.COMPUTING else "–"
    share = {Shares.NUMBER: None, Shares.PREVIOUS: count.previous, Shares.ENTRY: count.entry}[look.shares]
    number = look.locale.toString(count.value) if share is None else share_words(share, look)
    if count.change:
        number = f"{number} {'▲' if count.change > 0 else '▼'} {look.locale.toString(abs(count.change))}"
    return f"≈ {number}" if count.state is CountState.ESTIMATED else number


def share_words(share: float, look: Look) -> str:
    """A share from 0 to 1 as a percentage: one digit after the point, and never a plain 0 for somebody."""
    percent = share * 100
    if 0 < percent < 0.05:
        return f"< {look.locale.toString(0.1, 'f', 1)}\u00a0%"
    digits = 0 if percent in (0, 100) else 1
    return f"{look.locale.toString(percent, 'f', digits)}\u00a0%"
