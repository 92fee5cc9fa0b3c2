"""Roles and roles templates of a workspace: drafts are edited, checked when published, frozen then (B2B 8.2).

The present is always given, in UTC.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from engine.account_data.conditions import asked
from engine.account_data.objects import find, remove, replace_rows, save
from engine.account_data.rows import as_one, current_rows
from engine.account_data.scoring import tables_of
from engine.accounts.buying_groups.templates import RoleCard, check_roles, check_template
from engine.problems import EngineError, Problem
from engine.texts import declared, quoted, say
from engine.workspace import Workspace


def cards_of(workspace: Workspace, template: str) -> tuple[RoleCard, ...]:
    """The role cards of a template in order of priority: the first that fits a person is taken."""
    rows = [row for row in current_rows(workspace, "role_template_role") if row["template_id"] == template]
    rows.sort(key=lambda row: (row["priority"] is None, row["priority"], row["role_id"]))
    return tuple(
        RoleCard(
            row["role_id"], int(row["weight"] or 60), bool(row["auto_assign"]),
            bool(row["required_for_completeness"]), int(row["members_required"] or 1), row["condition"],
        )
        for row in rows
    )  # fmt: skip


@as_one
def save_cards(workspace: Workspace, template: str, cards: Sequence[RoleCard], now: datetime) -> None:
    """Make these the cards of a draft, in order of priority. Errors: unknown-reference, template-live, role-twice."""
    row = _draft(workspace, template, "changed")
    for problem in check_template(cards):
        if problem.code == "role-twice":
            raise EngineError(problem)
    rows = [
        {"template_id": row["template_id"], "role_id": card.role, "priority": place, "weight": card.weight,
         "auto_assign": card.auto_assign, "required_for_completeness": card.required,
         "members_required": card.members_required, "condition": card.condition, "created_at": now, "updated_at": now}
        for place, card in enumerate(cards, start=1)
    ]  # fmt: skip
    replace_rows(workspace, "role_template_role", "template_id", row["template_id"], rows)
    save(workspace, "role_template", {"template_id": row["template_id"]}, now)


def publish_template(workspace: Workspace, template: str, now: datetime, user: str = "") -> None:
    """Make a draft live; it never changes again.

    Errors: unknown-reference, template-live, no-role, no-condition, members-required, those of a card's condition.
    """
    row = _draft(workspace, template, "published again")
    cards = cards_of(workspace, row["template_id"])
    for problem in check_template(cards):
        raise EngineError(problem)
    tables = tables_of(workspace)
    for card in cards:
        if card.auto_assign:
            asked(workspace, card.condition, "person", "p", tables.stored, now)
    save(workspace, "role_template", {**row, "status": "live", "published_at": now, "published_by": user}, now)


@as_one
def remove_template(workspace: Workspace, template: str) -> None:
    """Forget a draft with its cards. Errors: unknown-reference, template-live, in-use."""
    row = _draft(workspace, template, "deleted")
    remove(workspace, "role_template", row["template_id"])
    replace_rows(workspace, "role_template_role", "template_id", row["template_id"], ())


def save_role(workspace: Workspace, name: str, now: datetime, description: str = "", role: str = "") -> dict[str, Any]:
    """Add a role of one's own, or change one. Errors: default-role, many-roles, role-name, name-taken."""
    rows = current_rows(workspace, "bg_role")
    _refuse_default(rows, role)
    customs = [str(row["name"]) for row in rows if row["kind"] == "custom" and row["role_id"] != role]
    for problem in check_roles([*customs, name]):
        raise EngineError(problem)
    values = {"name": name, "description": description, "kind": "custom", **({"role_id": role} if role else {})}
    return save(workspace, "bg_role", values, now)


def remove_role(workspace: Workspace, role: str) -> None:
    """Forget a role of one's own that nobody uses. Errors: default-role, unknown-reference, in-use."""
    _refuse_default(current_rows(workspace, "bg_role"), role)
    remove(workspace, "bg_role", role)


def _refuse_default(rows: Sequence[dict[str, Any]], role: str) -> None:
    found = next((row for row in rows if row["role_id"] == role), None)
    if found is not None and found["kind"] == "default":
        what = say("{name} is a default role, which neither changes nor goes.", name=quoted(found["name"]))
        raise EngineError(Problem(code="default-role", what=what, fix="Add a role of your own."))


def _draft(workspace: Workspace, template: str, wish: str) -> dict[str, Any]:
    row = find(workspace, "role_template", template)
    if row["status"] == "live":
        what = say(
            "The roles template {name} is live and cannot be {wish}.", name=quoted(row["name"]), wish=declared(wish)
        )
        raise EngineError(Problem(code="template-live", what=what, fix="Create another template."))
    return row
