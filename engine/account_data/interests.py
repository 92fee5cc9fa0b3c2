"""Solution interests, the account audiences that they are sold to, and the jobs that join both (B2B 8.3, 8.4).

The present is always given, in UTC.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from engine.account_data.lists import matching
from engine.account_data.objects import find, save
from engine.account_data.rows import current_rows, put_rows
from engine.problems import EngineError, Problem
from engine.texts import declared, quoted, say
from engine.workspace import Workspace


def save_interest(workspace: Workspace, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Add an interest, or change one; its template never changes.

    Errors: missing-name, name-taken, missing-template, template-not-live, model-not-live, template-fixed.
    """
    key = str(values.get("si_id") or "")
    before = find(workspace, "solution_interest", key) if key else {}
    template = values.get("template_id", before.get("template_id"))
    if before and template != before["template_id"]:
        what = say("The roles template of {name} cannot change.", name=quoted(before["name"]))
        raise EngineError(Problem(code="template-fixed", what=what, fix="Create another interest."))
    if not template:
        what = say("The interest has no roles template.")
        raise EngineError(Problem(code="missing-template", what=what, fix="Choose a live one.", field="template_id"))
    _refuse_draft(workspace, "role_template", str(template), "template-not-live", "roles template")
    model = values.get("model_id", before.get("model_id"))
    if model:
        _refuse_draft(workspace, "stage_model", str(model), "model-not-live", "stage model")
    return save(workspace, "solution_interest", {"update_existing": False, **values}, now)


def save_audience(workspace: Workspace, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Add an account audience, or change one; without a definition, it is all accounts.

    Errors: missing-name, name-taken, wrong-condition, unknown-attribute, unfit-filter.
    """
    if values.get("definition"):
        matching(workspace, str(values["definition"]), now)
    return save(workspace, "account_audience", values, now)


def remove_job(workspace: Workspace, job: str) -> None:
    """Let a job make no more groups; those that it made stay. Errors: unknown-reference."""
    row = find(workspace, "bg_job", job)
    kept = [one for one in current_rows(workspace, "bg_job") if one["job_id"] != row["job_id"]]
    put_rows(workspace, workspace.catalog().table_by_name["bg_job"], kept, "changed")


def _refuse_draft(workspace: Workspace, table: str, key: str, code: str, title: str) -> None:
    row = find(workspace, table, key)
    if row["status"] != "live":
        what = say("The {title} {name} is not live.", title=declared(title), name=quoted(row["name"]))
        raise EngineError(Problem(code=code, what=what, fix="Publish it first, or choose another."))
