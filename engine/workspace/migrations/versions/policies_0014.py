"""Approval policies that were saved under one name get names of their own: a review tells them apart by these."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

Policy = dict[str, Any]
_POLICY = sa.table("approval_policy", sa.column("id"), sa.column("content", sa.JSON()), sa.column("created"))
_REVIEW = sa.table("review", sa.column("id"), sa.column("state"), sa.column("content", sa.JSON()))


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    database = op.get_bind()
    rows = database.execute(sa.select(_POLICY).order_by(_POLICY.c.created, _POLICY.c.id)).all()
    for row, found in zip(rows, _with_own_names([row.content for row in rows]), strict=True):
        database.execute(sa.update(_POLICY).where(_POLICY.c.id == row.id).values(content=found))
    for row in database.execute(sa.select(_REVIEW).where(_REVIEW.c.state == "open")).all():
        content = {**row.content, "policies": _with_own_names(row.content["policies"])}
        database.execute(sa.update(_REVIEW).where(_REVIEW.c.id == row.id).values(content=content))


def _with_own_names(policies: list[Policy]) -> list[Policy]:
    """The same; those whose name an earlier one has, but for its case, get a number that none has."""
    names, seen = {_plain(one["name"]) for one in policies}, set[str]()
    found: list[Policy] = []
    for one in policies:
        name, number = one["name"], 2
        while _plain(name) in seen or (number > 2 and _plain(name) in names):
            name, number = f"{one['name']} {number}", number + 1
        seen.add(_plain(name))
        found.append({**one, "name": name})
    return found


def _plain(name: str) -> str:
    return name.strip().casefold()
