"""Scoring models of a workspace: how activities weigh. Drafts are edited, one model is active, others rest (B2B 8.8).

The present is always given, in UTC.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from engine.account_data.objects import find, remove, replace_rows, save
from engine.account_data.rows import as_one, current_rows
from engine.accounts.declaring import CREATED, UPDATED
from engine.accounts.defaults import DAILY_CAP
from engine.problems import EngineError, Problem
from engine.texts import declared, quoted, say
from engine.workspace import Workspace

MOST_WEIGHT = 1_000


@as_one
def duplicate_model(workspace: Workspace, reference: str, name: str, now: datetime) -> dict[str, Any]:
    """A draft with the bands and weights of another model; its row. Errors: unknown-reference, those of `save`."""
    source = find(workspace, "scoring_model", reference)["model_id"]
    made = save(workspace, "scoring_model", {"name": name, "status": "draft"}, now)
    for table in ("scoring_band", "scoring_activity"):
        rows = [one for one in current_rows(workspace, table) if one["model_id"] == source]
        copies = [{**one, "model_id": made["model_id"], CREATED: now, UPDATED: now} for one in rows]
        replace_rows(workspace, table, "model_id", made["model_id"], copies)
    return made


def rename_model(workspace: Workspace, reference: str, name: str, now: datetime) -> dict[str, Any]:
    """Call a draft otherwise. Errors: unknown-reference, model-frozen, those of `save`."""
    row = _draft(workspace, reference)
    return save(workspace, "scoring_model", {**row, "name": name}, now)


def save_bands(workspace: Workspace, reference: str, bands: Sequence[tuple[str, int]], now: datetime) -> None:
    """Give a draft these names for weights. Errors: unknown-reference, model-frozen, wrong-band."""
    row = _draft(workspace, reference)
    names = [name.strip().casefold() for name, _ in bands]
    values = [value for _, value in bands]
    for name, value in bands:
        if not name.strip():
            raise EngineError(_wrong("A band has no name.", "Name it, or remove it."))
        if names.count(name.strip().casefold()) > 1:
            raise EngineError(_wrong(say("Two bands are called {name}.", name=quoted(name)), "Rename one."))
        if values.count(value) > 1:
            raise EngineError(_wrong(say("Two bands have the weight {value}.", value=value), "Change one."))
        if not 0 <= value <= MOST_WEIGHT:
            raise EngineError(
                _wrong(
                    say("{value} is no weight of a band.", value=value),
                    say("Choose 0 to {most_weight}.", most_weight=MOST_WEIGHT),
                )
            )
    kept = [{"model_id": row["model_id"], "name": name.strip(), "value": value, CREATED: now, UPDATED: now}
            for name, value in bands]  # fmt: skip
    replace_rows(workspace, "scoring_band", "model_id", row["model_id"], kept)


def save_weights(workspace: Workspace, reference: str, weights: Mapping[str, int], now: datetime) -> None:
    """Give activities of a draft these weights; 0 is ignored. Errors: unknown-reference, model-frozen, wrong-band."""
    row = _draft(workspace, reference)
    for kind, weight in weights.items():
        if not 0 <= weight <= MOST_WEIGHT:
            raise EngineError(
                _wrong(
                    say("{weight} is no weight of {kind}.", weight=weight, kind=quoted(kind)),
                    say("Choose 0 to {most_weight}.", most_weight=MOST_WEIGHT),
                )
            )
    before = {one["activity_type"]: one for one in current_rows(workspace, "scoring_activity")
              if one["model_id"] == row["model_id"]}  # fmt: skip
    for kind, weight in weights.items():
        fresh = {"model_id": row["model_id"], "activity_type": kind, "daily_cap": DAILY_CAP, CREATED: now}
        before[kind] = {**fresh, **before.get(kind, {}), "weight": weight, UPDATED: now}
    replace_rows(workspace, "scoring_activity", "model_id", row["model_id"], [*before.values()])


@as_one
def activate_model(workspace: Workspace, reference: str, now: datetime) -> None:
    """Let a draft weigh from now on; the model that was active rests. Errors: unknown-reference, model-frozen."""
    row = _draft(workspace, reference)
    for one in current_rows(workspace, "scoring_model"):
        if one["status"] == "active":
            save(workspace, "scoring_model", {**one, "status": "archived"}, now)
    save(workspace, "scoring_model", {**row, "status": "active"}, now)


@as_one
def remove_model(workspace: Workspace, reference: str) -> None:
    """Forget a draft with its bands and weights. Errors: unknown-reference, model-frozen."""
    row = _draft(workspace, reference)
    remove(workspace, "scoring_model", row["model_id"])
    for table in ("scoring_band", "scoring_activity"):
        replace_rows(workspace, table, "model_id", row["model_id"], ())


def _draft(workspace: Workspace, reference: str) -> dict[str, Any]:
    row = find(workspace, "scoring_model", reference)
    if row["status"] != "draft":
        what = say(
            "The scoring model {name} is {status} and cannot be changed.",
            name=quoted(row["name"]),
            status=declared(str(row["status"])),
        )
        raise EngineError(Problem(code="model-frozen", what=what, fix="Duplicate it and change the copy."))
    return row


def _wrong(what: str, fix: str) -> Problem:
    return Problem(code="wrong-band", what=what, fix=fix)
