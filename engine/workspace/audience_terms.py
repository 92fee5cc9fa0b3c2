"""On what terms an audience is kept: how long one from a file lasts, when one is evaluated, what others call it."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta

from engine.problems import EngineError, Problem
from engine.texts import any_of, quoted, say

LASTS, MOST_DAYS = 30, 90
"""Days that members from a file last, when nothing else is said; and at most."""
EXTENDED_WITHIN = timedelta(days=7)
"""How near its end an audience is whose members can be let last longer."""
EXPIRED = "expired-"
"""How the runs begin that put an end to members from a file."""
BEFORE_RUN = "before-run"
"""Evaluated before each run of a campaign that reads it. Otherwise a time of the day such as "06:30", or nothing."""
_EXTERNAL = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")


def checked_external(text: str, taken: Collection[str]) -> str:
    """What other programs call an audience; empty for nothing. Errors: AUD-022, AUD-023, when another is called so."""
    wanted = text.strip()
    if wanted and not _EXTERNAL.fullmatch(wanted):
        raise EngineError(
            Problem(
                code="AUD-022",
                what=say("{name} cannot be an external id.", name=quoted(wanted)),
                why="It is made of letters without accents, digits, _ and $, and no digit is the first.",
                fix="Write another one, or none.",
                field="external",
            )
        )
    if wanted and wanted in taken:
        what = say("Another audience has the external id {name}.", name=quoted(wanted))
        raise EngineError(Problem(code="AUD-023", what=what, fix="Write another one, or none.", field="external"))
    return wanted


def checked_days(days: int) -> int:
    """How many days members from a file last. Errors: AUD-024."""
    if not 1 <= days <= MOST_DAYS:
        raise EngineError(
            Problem(
                code="AUD-024",
                what=say("An audience from a file lasts 1 to {most} days, not {days}.", most=MOST_DAYS, days=days),
                fix="Choose another number of days.",
                field="days",
            )
        )
    return days


def checked_evaluation(text: str) -> str:
    """When an audience is evaluated, as it is kept. Errors: AUD-025."""
    wanted = text.strip()
    if wanted in {"", BEFORE_RUN}:
        return wanted
    try:
        return f"{datetime.strptime(wanted, '%H:%M').time():%H:%M}"  # noqa: DTZ007 - a time of the day has no zone
    except ValueError as error:
        raise EngineError(
            Problem(
                code="AUD-025",
                what=say("{text} is no time of the day.", text=quoted(wanted)),
                fix="Write a time such as 06:30, or before-run.",
                field="evaluated",
            )
        ) from error


def daily_at(evaluated: str) -> time | None:
    """The time of the day at which an audience is evaluated; None for one that is not evaluated daily."""
    return None if evaluated in {"", BEFORE_RUN} else time.fromisoformat(evaluated)


def folder_path(text: str) -> str:
    """A folder as it is kept: its parts without what surrounds them, none of them empty."""
    return "/".join(part.strip() for part in text.split("/") if part.strip())


def no_way(label: str, before: str, after: str, possible: Iterable[str]) -> Problem:
    """The problem that an audience of one status cannot become what is wanted."""
    return Problem(
        code="audience-status",
        what=say("{audience} is {before} and cannot become {after}.", audience=quoted(label),
                 before=_word(before), after=_word(after)),
        fix=say("It can become {statuses}.", statuses=any_of([_word(one) for one in possible])),
        values={"audience": label},
    )  # fmt: skip


def _word(status: str) -> str:
    return {
        "draft": say("a draft"), "published": say("published"), "inactive": say("inactive"), "deleted": say("deleted"),
    }[status]  # fmt: skip
