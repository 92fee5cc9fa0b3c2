"""The stage model of a workspace: one at most, edited while it is a draft, checked and frozen when published (B2B 8.5).

The present is always given, in UTC.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from engine.account_data.objects import find, remove, replace_rows, save
from engine.account_data.rows import as_one, current_rows
from engine.accounts.buying_groups.stages import Stage, StageModel, check_stages
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace


def create_model(workspace: Workspace, name: str, now: datetime, description: str = "") -> dict[str, Any]:
    """A new draft. Errors: one-stage-model, missing-name."""
    standing = current_rows(workspace, "stage_model")
    if standing:
        what = say("There is a stage model already: {name}.", name=quoted(standing[0]["name"]))
        raise EngineError(Problem(code="one-stage-model", what=what, fix="Use that one, or delete it first."))
    return save(workspace, "stage_model", {"name": name, "description": description, "status": "draft"}, now)


def read_model(workspace: Workspace, model: str) -> StageModel:
    """A model with its stages in order. Errors: unknown-reference."""
    row = find(workspace, "stage_model", model)
    allowed: dict[str, list[str]] = {}
    for one in current_rows(workspace, "stage_transition"):
        if one["model_id"] == row["model_id"] and one["from_stage"] is not None:
            allowed.setdefault(one["from_stage"], []).append(one["to_stage"])
    rows = [one for one in current_rows(workspace, "stage") if one["model_id"] == row["model_id"]]
    rows.sort(key=lambda one: (one["ord"] is None, one["ord"], one["stage_id"]))
    stages = tuple(
        Stage(one["stage_id"], str(one["name"] or ""), bool(one["is_entry"]), one["destination"] or "none",
              tuple(allowed.get(one["stage_id"], ())), str(one["description"] or ""))
        for one in rows
    )  # fmt: skip
    return StageModel(row["model_id"], str(row["name"]), stages)


@as_one
def save_stages(workspace: Workspace, model: str, stages: Sequence[Stage], now: datetime) -> None:
    """Make these the stages of a draft, in their order. Errors: unknown-reference, model-live, stage-saved."""
    row = _draft(workspace, model)
    kept = {stage.id for stage in stages}
    for stage in read_model(workspace, row["model_id"]).stages:
        if stage.id not in kept:
            what = say("The stage {stage} is saved and cannot be removed.", stage=quoted(stage.name))
            raise EngineError(Problem(code="stage-saved", what=what, fix="Rename it, or use it otherwise."))
    rows = [
        {"stage_id": stage.id, "model_id": row["model_id"], "name": stage.name, "description": stage.description,
         "ord": place, "is_entry": stage.is_entry, "destination": stage.destination, "created_at": now,
         "updated_at": now}
        for place, stage in enumerate(stages, start=1)
    ]  # fmt: skip
    ways = [
        {"model_id": row["model_id"], "from_stage": stage.id, "to_stage": to}
        for stage in stages for to in dict.fromkeys(stage.allowed)
    ]  # fmt: skip
    replace_rows(workspace, "stage", "model_id", row["model_id"], rows)
    replace_rows(workspace, "stage_transition", "model_id", row["model_id"], ways)
    save(workspace, "stage_model", {"model_id": row["model_id"]}, now)


def publish_model(workspace: Workspace, model: str, now: datetime) -> None:
    """Make a draft live; it never changes again. Errors: unknown-reference, model-live, those of `check_stages`."""
    row = _draft(workspace, model)
    for problem in check_stages(read_model(workspace, row["model_id"])):
        if problem.is_error:
            raise EngineError(problem)
    save(workspace, "stage_model", {**row, "status": "live"}, now)


@as_one
def remove_model(workspace: Workspace, model: str) -> None:
    """Forget a draft, or a live model that no interest uses. Errors: unknown-reference, in-use."""
    row = find(workspace, "stage_model", model)
    remove(workspace, "stage_model", row["model_id"])
    for table in ("stage", "stage_transition"):
        replace_rows(workspace, table, "model_id", row["model_id"], ())


def _draft(workspace: Workspace, model: str) -> dict[str, Any]:
    row = find(workspace, "stage_model", model)
    if row["status"] == "live":
        what = say("The stage model {name} is live and cannot be changed.", name=quoted(row["name"]))
        raise EngineError(Problem(code="model-live", what=what, fix="Delete it when no interest uses it."))
    return row
