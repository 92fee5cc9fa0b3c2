"""The words the window shows, ready to translate: every sentence passes through here under one context."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from engine.accounts.events import EVENTS
from engine.catalog.sources import Clock
from engine.contract import Port
from engine.problems import Problem
from engine.texts import agreeing, translated

_LONGEST_WORD = 40
_SPELT = {"Csv": "CSV", "Email": "E-mail", "Json": "JSON", "Json lines": "JSON lines", "Xml": "XML", "String": "Text"}
"""Where what users read is not the value with a capital."""
_EVENT_TITLES: Mapping[str, str] = {one.type: one.label for one in EVENTS}


def tr(text: str, n: int | None = None, **values: object) -> str:
    """The text in the user's language; {names} become the values, which are never translated.

    `{n}` is what the text counts, and is written grouped. English carries its plural in the text, "{n} row(s)"; the
    file of another language has a form for each.
    """
    if n is None:
        found = QCoreApplication.translate("app", text)
    else:
        found = QCoreApplication.translate("app", text, None, n)
        found = agreeing(found, n) if found == text else found
        values["n"] = number(n)
    return found.format(**values) if values else found


def headed(name: str, words: str) -> str:
    """A name and what it stands before: "Rows: 12"."""
    return tr("{name}: {words}", name=name, words=words)


def number(value: float) -> str:
    """A number as the user's locale writes it, grouped."""
    locale = QLocale()
    return locale.toString(value) if isinstance(value, int) else locale.toString(value, "g", 6)


def moment(value: datetime) -> str:
    """A wall time as the user's locale writes it."""
    shown = QDateTime(QDate(value.year, value.month, value.day), QTime(value.hour, value.minute, value.second))
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)


def short_day(day: date) -> str:
    """A day of a year that is known, in the order of the user's locale: "5 Jan" or "Jan 5"."""
    locale = QLocale()
    first = locale.dateFormat(QLocale.FormatType.ShortFormat)[:1]
    return locale.toString(QDate(day.year, day.month, day.day), "d MMM" if first == "d" else "MMM d")


def said(text: str) -> str:
    """A text that the engine declares or makes (a title, a reason, what is wrong), in the user's language."""
    return translated(text, _of_engine, number)


def port_words(port: Port) -> str:
    """What an output is called: by its own label as it was written, or in the user's language."""
    return port.label if port.own else said(port.label)


def option_words(value: str) -> str:
    """What users read for a value of a setting that is one of a few, such as `as-soon-as-possible` or `csv`."""
    text = value.replace("-", " ").replace("_", " ").capitalize()
    found = said(text)
    return _SPELT.get(text, text) if found == text else found


def event_title(event: str) -> str:
    """What users read for a type of event; one that is not known is called as it is."""
    return said(_EVENT_TITLES.get(event, event))


def as_typed(name: str) -> str:
    """A name for a tab, a menu or a box to tick, where a plain ampersand would mark a key instead of being shown."""
    return name.replace("&", "&&")


def capital(sentence: str) -> str:
    """A sentence with its capital; a name that is written like code, such as `household_id`, stays as it is."""
    name = "_" in sentence.partition(" ")[0]
    return sentence if name else f"{sentence[:1].upper()}{sentence[1:]}"


def shortened(text: str) -> str:
    """A sentence without the rest of words so long that no line has room for them, such as a pasted name."""
    return " ".join(word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…" for word in text.split(" "))


def reason_of(error: Mapping[str, object]) -> str:
    """Why a line of a file was rejected, in the user's language; one of the errors of the ledger."""
    reason = error.get("reason")
    return said(reason) if isinstance(reason, str) else ""


def told(problem: Problem) -> str:
    """A problem in the user's language: what, why and how to mend it."""
    return said(problem.text)


def _of_engine(template: str, count: int) -> str:
    return QCoreApplication.translate("engine", template, None, count)


def language() -> Literal["en", "fr"]:
    """The language of the window, as far as the engine's sentences know it."""
    return "fr" if QLocale().language() == QLocale.Language.French else "en"


def present() -> Clock:
    """The present, for looks at data that no document freezes."""
    return Clock(datetime.now(UTC).replace(tzinfo=None, microsecond=0), ZoneInfo("UTC"))
