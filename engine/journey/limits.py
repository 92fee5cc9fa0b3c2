"""Communication limits: how many marketing e-mails a person may get within a calendar window, in UTC."""

from collections.abc import Iterator
from typing import Any

from sqlglot import exp

from engine.journey.contract import Check, Outcome
from engine.journey.rows import Rows
from engine.journey.world import JourneyWorld
from engine.trees import number, tree

SENT = "directMarketing.emailSent"

_WINDOWS = {
    "hourly": "(v.at // 3600000000 // $every) * $every * 3600000000",
    "daily": "(v.at // 86400000000 // $every) * $every * 86400000000",
    # 1970-01-01 was a Thursday; weeks run from Sunday to Saturday.
    "weekly": "((v.at // 86400000000 + 4) // 7 // $every * $every * 7 - 4) * 86400000000",
    "monthly": "EPOCH_US(TIMESTAMP '1970-01-01' + TO_MONTHS(CAST((YEAR(MAKE_TIMESTAMP(v.at)) * 12"
    " + MONTH(MAKE_TIMESTAMP(v.at)) - 1 - 23640) // $every * $every AS INT)))",
}
"""The beginning of the window that an instant lies in; windows of several units follow each other from 1970 on."""


def limit_check(world: JourneyWorld, rows: Rows) -> Iterator[Check]:
    """The check of each active rule: as many e-mails as it allows were sent in this window already."""
    for rule in world.references.rows("comm_rule"):
        if str(rule.get("status") or "").lower() == "active" and str(rule.get("channel") or "email").lower() == "email":
            yield Check(Outcome.LIMIT, _reached(rule, rows))


def _reached(rule: Any, rows: Rows) -> exp.Expr:
    every = number(int(rule.get("every") or 1))
    since = tree(_WINDOWS[str(rule.get("period") or "daily").lower()], every=every)
    matches = tree("NOT COALESCE(a.operational, FALSE)")
    sent = rows.heard(SENT, ("operational",), since, matches)
    return exp.Paren(this=exp.GTE(this=sent, expression=number(int(rule["capping_count"] or 1))))
