"""What the calendars of launches have in common: words and colours of outcomes, and lanes for the events of others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QColor

from app.words import number, tr
from canvas import Tokens
from engine.runner.calendar import DayLaunches
from engine.workspace.calendars import Calendar

_WRONG = ("failed", "missed", "asking")


@dataclass(frozen=True, slots=True)
class Lane:
    """The part of an event that lies in a period, both days included, and the lane in which it meets no other."""

    lane: int
    name: str
    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days of the period it takes."""
        return (self.end - self.start).days + 1


def lanes(calendars: Sequence[Calendar], first: date, last: date) -> list[Lane]:
    """The events of others between two days."""
    found: list[Lane] = []
    for calendar in calendars:
        for event in calendar.events:
            start, end = max(event.start, first), min(event.end, last)
            if start > end:
                continue
            taken = {one.lane for one in found if one.start <= end and start <= one.end}
            lane = next(number for number in range(len(found) + 1) if number not in taken)
            found.append(Lane(lane, event.name, start, end))
    return found


def ink_of(tokens: Tokens, outcome: str) -> QColor:
    """The colour of a launch: what is to come stands out, what went wrong does so too."""
    if outcome in _WRONG:
        return QColor(tokens.states["error"].ink)
    return QColor(tokens.text_quiet if outcome else tokens.selection)


def outcome_word(outcome: str) -> str:
    """What became of a launch; nothing, while it is to come."""
    words = {
        "started": tr("started"),
        "failed": tr("failed"),
        "skipped": tr("skipped"),
        "missed": tr("missed"),
        "asking": tr("missed: run it or skip it"),
    }
    return words.get(outcome, "")


def outcome_of(one: DayLaunches) -> str:
    """The outcome that stands for the launches of a day: what went wrong, else none while one of them is to come."""
    wrong = next((outcome for outcome in _WRONG if one.outcomes.get(outcome)), "")
    if wrong or sum(one.outcomes.values()) < one.count:
        return wrong
    return max(one.outcomes, key=lambda outcome: one.outcomes[outcome])


def words_of(one: DayLaunches) -> str:
    """The launches of a document on a day: when the first is, how many there are, what became of them."""
    times = f"{one.first.astimezone():%H:%M}"
    became = [f"{number(count)} {outcome_word(outcome)}" for outcome, count in one.outcomes.items()]
    if one.count == 1:
        became = [outcome_word(outcome) for outcome in one.outcomes]
    many = tr("{n} run(s)", n=one.count) if one.count > 1 else ""
    return " · ".join(part for part in (f"{times} {one.name}", many, ", ".join(became)) if part)
