# ruff: noqa: E501 - the cases are read as a table
"""A schedule in words: what the button of a campaign shows, in two languages."""

import re

import pytest
from pydantic import JsonValue

from engine.schedule_sentences import schedule_sentence
from engine.schedules import read_schedule

CASES: list[tuple[dict[str, JsonValue], str, str]] = [
    ({}, "As soon as possible", "Dès que possible"),
    ({"mode": "once", "at": "2025-10-01T09:05:00"}, "Once, on 1 October 2025 at 09:05", "Une fois, le 1er octobre 2025 à 9 h 05"),
    ({"mode": "daily", "at": "09:00"}, "Every day at 09:00", "Tous les jours à 9 h 00"),
    ({"mode": "daily", "at": "09:00", "weekdays": [4, 0, 1, 2, 3]}, "Every working day at 09:00", "Tous les jours ouvrés à 9 h 00"),
    ({"mode": "daily", "at": "18:30", "weekdays": [5, 0]}, "Every Monday and Saturday at 18:30", "Chaque lundi et samedi à 18 h 30"),
    ({"mode": "daily", "at": "09:00", "weekdays": []}, "Never: nothing is selected", "Jamais : rien n’est sélectionné"),
    ({"mode": "daily", "at": "09:00", "validity": {"start": "2025-10-01", "end": "2026-01-02"}},
     "Every day at 09:00, from 1 October 2025 to 2 January 2026", "Tous les jours à 9 h 00, du 1er octobre 2025 au 2 janvier 2026"),
    ({"mode": "daily", "at": "09:00", "validity": {"end": "2026-01-02"}}, "Every day at 09:00, until 2 January 2026", "Tous les jours à 9 h 00, jusqu’au 2 janvier 2026"),
    ({"mode": "hours", "times": ["12:00", "09:00", "16:15"]}, "Every day at 09:00, 12:00 and 16:15", "Tous les jours à 9 h 00, 12 h 00 et 16 h 15"),
    ({"mode": "periodic", "minutes": 20, "start": "08:00", "end": "18:00", "weekdays": [6]},
     "Every Sunday, every 20 minutes from 08:00 to 18:00", "Chaque dimanche, toutes les 20 minutes de 8 h 00 à 18 h 00"),
    ({"mode": "periodic", "minutes": 60}, "Every day, every hour from 00:00 to 23:59", "Tous les jours, toutes les heures de 0 h 00 à 23 h 59"),
    ({"mode": "periodic", "minutes": 180}, "Every day, every 3 hours from 00:00 to 23:59", "Tous les jours, toutes les 3 heures de 0 h 00 à 23 h 59"),
    ({"mode": "weekly", "every": 1, "starting": "2025-10-06", "weekdays": [0], "at": "08:00"},
     "Every Monday at 08:00, from the week of 6 October 2025", "Chaque lundi à 8 h 00, à partir de la semaine du 6 octobre 2025"),
    ({"mode": "weekly", "every": 2, "starting": "2025-10-06", "weekdays": [0, 3], "at": "08:00"},
     "Every 2 weeks on Monday and Thursday at 08:00, from the week of 6 October 2025",
     "Toutes les 2 semaines, le lundi et le jeudi à 8 h 00, à partir de la semaine du 6 octobre 2025"),
    ({"mode": "monthly", "day_rule": "last-day", "at": "08:00"}, "On the last day of every month at 08:00", "Chaque mois, le dernier jour à 8 h 00"),
    ({"mode": "monthly", "day_rule": "day-number", "day": 31, "at": "08:00"}, "On day 31 of every month at 08:00", "Chaque mois, le 31 à 8 h 00"),
    ({"mode": "monthly", "day_rule": "nth-weekday", "nth": 1, "weekday": 0, "at": "08:00", "months": [3, 1]},
     "On the first Monday of January and March at 08:00", "En janvier et mars, le premier lundi à 8 h 00"),
    ({"mode": "monthly", "day_rule": "nth-weekday", "nth": -1, "weekday": 4, "at": "08:00"}, "On the last Friday of every month at 08:00", "Chaque mois, le dernier vendredi à 8 h 00"),
    ({"mode": "monthly", "day_rule": "every-day", "at": "08:00", "months": [8]}, "Every day of August at 08:00", "Tous les jours en août à 8 h 00"),
    ({"mode": "monthly", "day_rule": "weekdays", "weekdays": [1], "at": "08:00"}, "On each Tuesday of every month at 08:00", "Chaque mois, chaque mardi à 8 h 00"),
    ({"mode": "signal"}, "When a signal comes", "À la réception d’un signal"),
    ({"mode": "signal", "parameters": [{"name": "channel"}, {"name": "offer"}]}, "When a signal comes with channel and offer", "À la réception d’un signal avec channel et offer"),
]  # fmt: skip


@pytest.mark.req("ORC-41")
@pytest.mark.parametrize(("raw", "english", "french"), CASES)
def test_a_schedule_is_said_in_one_line(raw: dict[str, JsonValue], english: str, french: str) -> None:
    schedule = read_schedule(raw)

    assert schedule_sentence(schedule) == english
    # A time stays in one line.
    assert schedule_sentence(schedule, "fr") == re.sub(r"(\d) h (\d\d)", "\\1\u00a0h\u00a0\\2", french)
