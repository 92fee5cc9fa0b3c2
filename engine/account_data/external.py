"""What is handed to advertising services: external audiences, dataflows of buying groups, exports. Nothing leaves the
computer but a file (B2B 9.5, 9.6)."""

import csv
import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from engine.account_data.lists import PEOPLE, members
from engine.account_data.objects import find, save
from engine.account_data.rows import as_one, current_rows, put_rows
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace

PLACEHOLDER = "test@email.com"
"""The member that a new audience begins with; the first real person takes its place."""
PREFIX = "AJOB2B"
MOST_DATAFLOWS = 10


def create_audience(workspace: Workspace, name: str, now: datetime, description: str = "") -> dict[str, Any]:
    """A new external audience, with its placeholder. Errors: missing-name, name-taken."""
    values = {"name": name, "description": description, "origin": "app", "dummy_active": True}
    row = save(workspace, "ext_audience", values, now)
    placeholder = {"audience_id": row["audience_id"], "email": PLACEHOLDER, "added_at": now, "visible_at": now}
    _write(workspace, [*current_rows(workspace, "ext_audience_member"), placeholder])
    return row


def add_people(
    workspace: Workspace, audience: str, people: Iterable[str], now: datetime, lag: timedelta = timedelta()
) -> dict[str, str]:
    """Add people by their addresses; person to outcome: applied, skipped_already_member, skipped_no_address.

    They are seen there after `lag`. Errors: unknown-reference.
    """
    row = find(workspace, "ext_audience", audience)
    rows = current_rows(workspace, "ext_audience_member")
    inside = {str(one["email"]).lower() for one in rows if one["audience_id"] == row["audience_id"]}
    addresses = {one["person_id"]: str(one["email"] or "").strip() for one in current_rows(workspace, "person")}
    outcomes: dict[str, str] = {}
    added: list[dict[str, Any]] = []
    for person in people:
        email = addresses.get(person, "")
        if not email:
            outcomes[person] = "skipped_no_address"
        elif email.lower() in inside:
            outcomes[person] = "skipped_already_member"
        else:
            outcomes[person] = "applied"
            inside.add(email.lower())
            added.append({"audience_id": row["audience_id"], "email": email, "person_id": person, "added_at": now,
                          "visible_at": now + lag})  # fmt: skip
    if added:
        kept = [one for one in rows
                if not (one["audience_id"] == row["audience_id"] and one["person_id"] is None)]  # fmt: skip
        _write(workspace, [*kept, *added])
        save(workspace, "ext_audience", {**row, "dummy_active": False}, now)
    return outcomes


class GroupFilter(BaseModel):
    """Which buying groups; what is empty is any. Completeness and engagement are ranges, both ends included."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    interests: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    unassigned_roles: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    completeness: tuple[float, float] = Field(default=(0, 100))
    engagement: tuple[float, float] = Field(default=(0, 100))


def chosen_groups(workspace: Workspace, wanted: GroupFilter) -> list[dict[str, Any]]:
    """The buying groups that a filter means, by name. Errors: unknown-reference."""
    interests = {find(workspace, "solution_interest", one)["si_id"] for one in wanted.interests}
    templates = {find(workspace, "role_template", one)["template_id"] for one in wanted.templates}
    roles = {find(workspace, "bg_role", one)["role_id"] for one in wanted.unassigned_roles}
    template_of = {row["si_id"]: row["template_id"] for row in current_rows(workspace, "solution_interest")}
    filled: dict[str, set[str]] = {}
    for row in current_rows(workspace, "bg_member"):
        if not row["is_removed"]:
            filled.setdefault(row["bg_id"], set()).add(row["role_id"])
    found = [
        row for row in current_rows(workspace, "buying_group")
        if (not interests or row["si_id"] in interests)
        and (not templates or template_of.get(row["si_id"]) in templates)
        and (not wanted.statuses or row["status"] in wanted.statuses)
        and not roles & filled.get(row["bg_id"], set())
        and _within(row["completeness"], wanted.completeness)
        and _within(row["engagement"], wanted.engagement)
    ]  # fmt: skip
    return sorted(found, key=lambda row: (str(row["name"]), row["bg_id"]))


def export_accounts(workspace: Workspace, wanted: GroupFilter, path: Path) -> int:
    """The accounts of the chosen groups as CSV: id, name, domain, country. Gives how many. Errors: unwritable-file."""
    chosen = {row["account_id"] for row in chosen_groups(workspace, wanted)}
    rows = [row for row in current_rows(workspace, "account") if row["account_id"] in chosen]
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["account_id", "name", "domain", "country"])
            writer.writerows([row["account_id"], row["name"], row["website"], row["country"]] for row in rows)
    except OSError as error:
        what = say("{path} cannot be written.", path=quoted(path.name))
        raise EngineError(Problem(code="unwritable-file", what=what, why=str(error), fix="Choose another.")) from error
    return len(rows)


def activate_groups(
    workspace: Workspace, name: str, destination: str, campaign_account: str, wanted: GroupFilter, now: datetime
) -> int:
    """Hand the accounts of buying groups to a destination, by a dataflow whose filter never changes; how many.

    Errors: unknown-reference, many-dataflows, missing-setting, name-taken.
    """
    target = find(workspace, "destination", destination)
    flows = current_rows(workspace, "dataflow")
    if len(flows) >= MOST_DATAFLOWS:
        what = say(
            "There (is|are) {n} dataflow(s); at most {most_dataflows} are allowed.",
            n=len(flows),
            most_dataflows=MOST_DATAFLOWS,
        )
        raise EngineError(Problem(code="many-dataflows", what=what, fix="Remove one first."))
    if not re.fullmatch(r"\S+", campaign_account):
        raise EngineError(
            Problem(code="missing-setting", what="The campaign account ID is empty.", fix="Write it without spaces.")
        )
    groups = chosen_groups(workspace, wanted)
    flow = {"name": f"{PREFIX} {name.strip()}" if name.strip() else "", "campaign_account_id": campaign_account,
            "destination_id": target["destination_id"],
            "filters": json.dumps(wanted.model_dump(mode="json"), sort_keys=True)}  # fmt: skip
    saved = save(workspace, "dataflow", flow, now)
    accounts = {row["account_id"] for row in groups}
    return _hand_over(workspace, target, str(saved["name"]), "account", accounts, now, "dataflow")


@as_one
def activate_list(workspace: Workspace, reference: str, destination: str, now: datetime) -> int:
    """Hand the people of a list to a destination; how many. Errors: unknown-reference, not-live, active-already."""
    row, target = find(workspace, PEOPLE.lists, reference), find(workspace, "destination", destination)
    places = list(row["destinations"] or ())
    if row["status"] != "live":
        what = say("{name} is not live.", name=quoted(row["name"]))
        raise EngineError(Problem(code="not-live", what=what, fix="Publish it first."))
    if target["destination_id"] in places:
        what = say("{name} is active in {target} already.", name=quoted(row["name"]), target=quoted(target["name"]))
        raise EngineError(Problem(code="active-already", what=what, fix="Choose another destination."))
    save(workspace, PEOPLE.lists, {**row, "destinations": [*places, target["destination_id"]]}, now)
    people = members(workspace, row["list_id"], PEOPLE)
    return _hand_over(workspace, target, str(row["name"]), "person", people, now, "people list")


@as_one
def deactivate_list(workspace: Workspace, reference: str, destination: str, now: datetime) -> int:
    """Take the people of a list out of a destination; how many. Errors: unknown-reference, not-active."""
    row, target = find(workspace, PEOPLE.lists, reference), find(workspace, "destination", destination)
    places = list(row["destinations"] or ())
    if target["destination_id"] not in places:
        what = say("{name} is not active in {target}.", name=quoted(row["name"]), target=quoted(target["name"]))
        raise EngineError(Problem(code="not-active", what=what, fix="Choose another destination."))
    places.remove(target["destination_id"])
    save(workspace, PEOPLE.lists, {**row, "destinations": places}, now)
    of_list = (target["destination_id"], row["name"], "person", None)
    rows = current_rows(workspace, "destination_member")
    gone = [
        one for one in rows
        if (one["destination_id"], one["audience_name"], one["entity_kind"], one["active_to"]) == of_list
    ]  # fmt: skip
    kept = [one for one in rows if one not in gone]
    schema = workspace.catalog().table_by_name["destination_member"]
    put_rows(workspace, schema, [*kept, *({**one, "active_to": now} for one in gone)], "people list")
    return len(gone)


def _hand_over(
    workspace: Workspace, target: Mapping[str, Any], audience: str, kind: str, found: Iterable[str], now: datetime,
    origin: str,
) -> int:  # fmt: skip
    """Make accounts or people members of a destination, one row each; how many."""
    rows: list[Mapping[str, Any]] = [
        {"destination_id": target["destination_id"], "audience_name": audience, "entity_kind": kind,
         "entity_id": one, "active_from": now}
        for one in sorted(found)
    ]  # fmt: skip
    schema = workspace.catalog().table_by_name["destination_member"]
    put_rows(workspace, schema, [*current_rows(workspace, "destination_member"), *rows], origin)
    return len(rows)


def _within(value: float | None, bounds: tuple[float, float]) -> bool:
    return bounds == (0, 100) if value is None else bounds[0] <= value <= bounds[1]


def _write(workspace: Workspace, rows: list[Mapping[str, Any]]) -> None:
    put_rows(workspace, workspace.catalog().table_by_name["ext_audience_member"], rows, "external audiences")
