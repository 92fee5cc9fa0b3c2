# ruff: noqa: E501 - the words of two languages are read as tables
"""A schedule as a sentence that a marketer reads, in English and French: what the button of a campaign shows."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Literal

from engine.schedules import (
    EVERY_DAY,
    AsSoonAsPossible,
    Daily,
    DayRule,
    Hours,
    Monthly,
    Once,
    OnSignal,
    Periodic,
    Schedule,
    Validity,
    Weekly,
)

Language = Literal["en", "fr"]
WORKING_DAYS = (0, 1, 2, 3, 4)

_DAYS: Mapping[Language, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
_MONTHS: Mapping[Language, tuple[str, ...]] = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
}  # fmt: skip
_NTH: Mapping[Language, Mapping[int, str]] = {
    "en": {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"},
    "fr": {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", -1: "dernier"},
}
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "soon": "As soon as possible", "once": "Once, on {day} at {time}", "signal": "When a signal comes",
        "signal_with": "When a signal comes with {names}", "and": " and ", "at": "{days} at {times}",
        "every_day": "Every day", "working_days": "Every working day", "each": "Every {days}",
        "minutes": "every {n} minutes", "hour": "every hour", "hours": "every {n} hours",
        "window": "{days}, {often} from {start} to {end}", "weeks": "Every {n} weeks on {days}", "on_day": "{day}",
        "starting": "{text}, from the week of {day}",
        "month_every_day": "every day", "last_day": "the last day", "day_number": "day {n}", "nth": "the {nth} {day}", "each_of": "each {days}",
        "monthly": "On {days} of every month at {time}", "some_months": "On {days} of {months} at {time}",
        "monthly_daily": "Every day at {time}", "some_months_daily": "Every day of {months} at {time}",
        "from_to": "{text}, from {start} to {end}", "from": "{text}, from {start}", "to": "{text}, until {end}",
        "never": "Never: nothing is selected",
    },
    "fr": {
        "soon": "Dès que possible", "once": "Une fois, le {day} à {time}", "signal": "À la réception d’un signal",
        "signal_with": "À la réception d’un signal avec {names}", "and": " et ", "at": "{days} à {times}",
        "every_day": "Tous les jours", "working_days": "Tous les jours ouvrés", "each": "Chaque {days}",
        "minutes": "toutes les {n} minutes", "hour": "toutes les heures", "hours": "toutes les {n} heures",
        "window": "{days}, {often} de {start} à {end}", "weeks": "Toutes les {n} semaines, {days}", "on_day": "le {day}",
        "starting": "{text}, à partir de la semaine du {day}",
        "month_every_day": "tous les jours", "last_day": "le dernier jour", "day_number": "le {n}", "nth": "le {nth} {day}", "each_of": "chaque {days}",
        "monthly": "Chaque mois, {days} à {time}", "some_months": "En {months}, {days} à {time}",
        "monthly_daily": "Tous les jours à {time}", "some_months_daily": "Tous les jours en {months} à {time}",
        "from_to": "{text}, du {start} au {end}", "from": "{text}, à partir du {start}", "to": "{text}, jusqu’au {end}",
        "never": "Jamais : rien n’est sélectionné",
    },
}  # fmt: skip


def schedule_sentence(schedule: Schedule, language: Language = "en") -> str:
    """When a campaign runs, in one line without a full stop."""
    words = _WORDS[language]
    match schedule:
        case AsSoonAsPossible():
            return words["soon"]
        case Once():
            return words["once"].format(
                day=day_words(schedule.at.date(), language), time=time_words(schedule.at.time(), language)
            )
        case OnSignal():
            names = _listed([one.name for one in schedule.parameters], language)
            return words["signal_with"].format(names=names) if names else words["signal"]
        case Daily() | Hours():
            times = schedule.times if isinstance(schedule, Hours) else (schedule.at,)
            if not times or not schedule.weekdays:
                return words["never"]
            shown = _listed([time_words(at, language) for at in sorted(set(times))], language)
            text = words["at"].format(days=_week(schedule.weekdays, language), times=shown)
        case Periodic():
            text = _periodic(schedule, language)
        case Weekly():
            text = _weekly(schedule, language)
        case Monthly():
            text = _monthly(schedule, language)
    return text if text == words["never"] else _within(text, schedule.validity, language)


def _periodic(schedule: Periodic, language: Language) -> str:
    words = _WORDS[language]
    if not schedule.weekdays:
        return words["never"]
    hours, rest = divmod(schedule.minutes, 60)
    often = words["minutes"].format(n=schedule.minutes)
    if not rest:
        often = words["hour"] if hours == 1 else words["hours"].format(n=hours)
    start, end = time_words(schedule.start, language), time_words(schedule.end, language)
    return words["window"].format(days=_week(schedule.weekdays, language), often=often, start=start, end=end)


def _weekly(schedule: Weekly, language: Language) -> str:
    words = _WORDS[language]
    if not schedule.weekdays:
        return words["never"]
    days = _week(schedule.weekdays, language)
    if schedule.every > 1:
        days = words["weeks"].format(n=schedule.every, days=_day_names(schedule.weekdays, language, words["on_day"]))
    text = words["at"].format(days=days, times=time_words(schedule.at, language))
    return words["starting"].format(text=text, day=day_words(schedule.starting, language))


def _monthly(schedule: Monthly, language: Language) -> str:
    words = _WORDS[language]
    chosen = schedule.day_rule is not DayRule.WEEKDAYS or bool(schedule.weekdays)
    if not schedule.months or not chosen:
        return words["never"]
    every_month = len(set(schedule.months)) == 12
    months = _listed([_MONTHS[language][month - 1] for month in sorted(set(schedule.months))], language)
    daily = "_daily" if schedule.day_rule is DayRule.EVERY_DAY else ""
    days = {
        DayRule.EVERY_DAY: words["month_every_day"],
        DayRule.LAST_DAY: words["last_day"],
        DayRule.DAY_NUMBER: words["day_number"].format(n=schedule.day),
        DayRule.NTH_WEEKDAY: words["nth"].format(
            nth=_NTH[language].get(schedule.nth, str(schedule.nth)), day=_DAYS[language][schedule.weekday]
        ),
        DayRule.WEEKDAYS: words["each_of"].format(days=_day_names(schedule.weekdays, language)),
    }[schedule.day_rule]
    pattern = words[f"{'monthly' if every_month else 'some_months'}{daily}"]
    return pattern.format(days=days, months=months, time=time_words(schedule.at, language))


def _within(text: str, validity: Validity, language: Language) -> str:
    start = None if validity.start is None else day_words(validity.start, language)
    end = None if validity.end is None else day_words(validity.end, language)
    name = {(True, True): "from_to", (True, False): "from", (False, True): "to"}.get(
        (start is not None, end is not None)
    )
    return text if name is None else _WORDS[language][name].format(text=text, start=start, end=end)


def _week(weekdays: Sequence[int], language: Language) -> str:
    words, days = _WORDS[language], tuple(sorted(set(weekdays)))
    if days == EVERY_DAY:
        return words["every_day"]
    return words["working_days"] if days == WORKING_DAYS else words["each"].format(days=_day_names(days, language))


def _day_names(weekdays: Sequence[int], language: Language, each: str = "{day}") -> str:
    return _listed([each.format(day=_DAYS[language][day]) for day in sorted(set(weekdays))], language)


def _listed(parts: Sequence[str], language: Language) -> str:
    *before, last = parts or ("",)
    return f"{', '.join(before)}{_WORDS[language]['and']}{last}" if before else last


def day_words(day: date, language: Language) -> str:
    """A day in words: "31 January 2025"."""
    month = _MONTHS[language][day.month - 1]
    first = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{first} {month} {day.year}"


def time_words(at: time, language: Language) -> str:
    """A time of the day as it is written in the language: "08:30", "8 h 30"."""
    return f"{at.hour:02d}:{at.minute:02d}" if language == "en" else f"{at.hour}\u00a0h\u00a0{at.minute:02d}"
