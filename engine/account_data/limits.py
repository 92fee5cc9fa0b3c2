"""Communication limits as settings: what a rule may say, and the states that it goes through (B2B 7.4)."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from engine.account_data.objects import find, save
from engine.account_data.rows import current_rows, put_rows
from engine.problems import EngineError, Problem
from engine.texts import any_of, declared, quoted, say
from engine.workspace import Workspace

MOST_UNITS: Mapping[str, int] = {"hourly": 23, "daily": 30, "weekly": 4, "monthly": 3}
"""How often to how many of these units a rule may count at most."""
_EDITABLE = frozenset({"draft", "inactive"})


def check_limit(rule: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with a rule."""
    count, every = rule.get("capping_count"), rule.get("every")
    frequency = str(rule.get("frequency") or "")
    if not isinstance(count, int) or count < 1:
        what = "The capping count is no number of 1 or more."
        yield _wrong(what, "Say how many messages are allowed.", "capping_count")
    if frequency not in MOST_UNITS:
        yield _wrong(
            say("{frequency} is no frequency.", frequency=quoted(frequency)),
            say("Choose one of {names}.", names=", ".join(MOST_UNITS)),
            "frequency",
        )
    elif not isinstance(every, int) or not 1 <= every <= MOST_UNITS[frequency]:
        yield _wrong(
            say("A {frequency} rule cannot reset every {every}.", frequency=declared(frequency), every=every),
            say("Choose 1 to {most_units}.", most_units=MOST_UNITS[frequency]),
            "every",
        )


def save_limit(workspace: Workspace, rule: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Add a rule, as a draft, or change one that is not active. Errors: wrong-limit, limit-active, those of `save`."""
    standing = _standing(workspace, str(rule.get("rule_id") or ""))
    status = str(standing["status"]) if standing else "draft"
    if status not in _EDITABLE:
        raise EngineError(
            Problem(
                code="limit-active",
                what=say("{name} is active.", name=quoted(standing["name"] if standing else "")),
                fix="Deactivate it before it is changed.",
            )
        )
    whole = {"category": "marketing", "channel": "email", **(standing or {}), **rule, "status": status}
    for problem in check_limit(whole):
        raise EngineError(problem)
    return save(workspace, "comm_rule", whole, now)


def activate_limit(workspace: Workspace, rule: str, now: datetime) -> None:
    """Let a draft or inactive rule count from now on. Errors: unknown-reference, limit-active."""
    _move(workspace, rule, now, _EDITABLE, "active")


def deactivate_limit(workspace: Workspace, rule: str, now: datetime) -> None:
    """Let an active rule count no longer. Errors: unknown-reference, limit-not-active."""
    _move(workspace, rule, now, frozenset({"active"}), "inactive")


def remove_limit(workspace: Workspace, rule: str) -> None:
    """Forget a rule that is not active. Errors: unknown-reference, limit-active."""
    row = find(workspace, "comm_rule", rule)
    if row["status"] not in _EDITABLE:
        what = say("{name} is active.", name=quoted(row["name"]))
        raise EngineError(Problem(code="limit-active", what=what, fix="Deactivate it before it is deleted."))
    kept = [one for one in current_rows(workspace, "comm_rule") if one["rule_id"] != row["rule_id"]]
    put_rows(workspace, workspace.catalog().table_by_name["comm_rule"], kept, "changed")


def _move(workspace: Workspace, rule: str, now: datetime, before: frozenset[str], after: str) -> None:
    row = find(workspace, "comm_rule", rule)
    if row["status"] not in before:
        code = "limit-active" if after == "active" else "limit-not-active"
        what = say("{name} is {status}.", name=quoted(row["name"]), status=declared(str(row["status"])))
        fix = say("Only a rule that is {names} can be.", names=any_of([declared(one) for one in sorted(before)]))
        raise EngineError(Problem(code=code, what=what, fix=fix))
    save(workspace, "comm_rule", {**row, "status": after}, now)


def _standing(workspace: Workspace, key: str) -> dict[str, Any] | None:
    return next((row for row in current_rows(workspace, "comm_rule") if key and row["rule_id"] == key), None)


def _wrong(what: str, fix: str, field: str) -> Problem:
    return Problem(code="wrong-limit", what=what, fix=fix, field=field)
