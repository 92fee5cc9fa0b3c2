"""Categories of figures as words: states, bands, months and stages."""

from PySide6.QtCore import QDate, QLocale

from app.life.words import status_word
from app.words import said, tr
from engine.accounts.dashboards.model import Widget
from engine.workspace.statuses import Status


def category_word(widget: Widget, name: str, value: str | None) -> str:
    """What a value of a column of a widget is called."""
    if value is None or value == "":
        return tr("(none)")
    if name == "month":
        day = QDate.fromString(f"{value}-01", "yyyy-MM-dd")
        return QLocale().toString(day, "MMM yyyy") if day.isValid() else value
    if name == "day" and widget.id != "ends":
        day = QDate.fromString(value, "yyyy-MM-dd")
        return QLocale().toString(day, "d MMM yy") if day.isValid() else value
    if name == "place":
        return value.partition(". ")[2] or value
    if widget.id == "kinds":
        return _kinds().get(value, value)
    if name in {"kind", "folder"}:
        return said(value)
    return _states().get(value, value)


def _kinds() -> dict[str, str]:
    return {"Events": tr("Events"), "No messages": tr("No messages")}


def _states() -> dict[str, str]:
    return {
        "engaged": tr("Engaged"), "not engaged": tr("Not engaged"), "surging": tr("Surging"),
        "steady": tr("Steady"), "at risk": tr("At risk"), "completed": tr("Finished"),
        "in progress": tr("In progress"), "aborted": tr("Aborted"), "known": tr("Known"), "unknown": tr("Unknown"),
        "sent": tr("Sent"), "delivered": tr("Delivered"), "opened": tr("Opened"), "clicked": tr("Clicked"),
        "bounced": tr("Bounced"), "unsubscribed": tr("Unsubscribed"), "first day": tr("First day"),
        "last day": tr("Last day"), "no_match": tr("No path fitted"), "timeout_no_path": tr("Timed out"),
        "removed_by_action": tr("Taken out by a journey"), "journey_aborted": tr("Journey aborted"),
        "journey_ended": tr("Journey ended"), "quiet_hours_discard": tr("Discarded in quiet hours"),
        "error": tr("Error"),
    }  # fmt: skip


_CODED = frozenset({"state", "status", "reason", "engaged", "what", "known"})
"""The columns of lists that hold such states."""


def words_of(widget: Widget) -> dict[str, dict[str, str]]:
    """What the codes in the columns of the list behind a widget are called."""
    coded = _CODED | {"day"} if widget.id == "ends" else _CODED
    named = {one.name: _states() for one in widget.columns if one.name in coded}
    if any(one.name == "journey_id" for one in widget.columns):
        named["status"] = {one.value: status_word(one, "journey") for one in Status}
        named["engagement"] = _kinds()
    return named


def rates(sums: dict[str, float]) -> list[tuple[str, float | None]]:
    """The rates of messages, as far as their counts are known; None where nothing can be divided by."""
    pairs = (
        (tr("Delivery rate"), "delivered", "sent"), (tr("Open rate"), "opened", "delivered"),
        (tr("Click rate"), "clicked", "delivered"), (tr("Click-to-open rate"), "clicked", "opened"),
        (tr("Bounce rate"), "bounced", "sent"), (tr("Unsubscribe rate"), "unsubscribed", "delivered"),
    )  # fmt: skip
    return [
        (title, 100 * sums[part] / sums[whole] if sums[whole] else None)
        for title, part, whole in pairs
        if part in sums and whole in sums
    ]
