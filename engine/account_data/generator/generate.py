"""A generated company in a workspace: every table of it, and the objects that sample journeys speak of."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlglot import exp

from engine.account_data.generator.activities import activities
from engine.account_data.generator.companies import (
    accounts,
    key_accounts,
    list_members,
    opportunities,
    partners,
    people,
    records,
    relations,
)
from engine.account_data.generator.scale import Scale
from engine.account_data.rows import as_one, put_rows
from engine.account_data.setup import create_account_data
from engine.catalog.model import Table
from engine.database import Store, stored
from engine.lanes import Job
from engine.problems import EngineError, Problem
from engine.relations import column
from engine.texts import quoted, say
from engine.workspace import LoadRecord, Workspace

ORIGIN = "generated"
FILLED = ("account", "person", "account_person", "opportunity", "opportunity_person", "mkto_record",
          "mkto_list_member", "account_list_member", "activity")  # fmt: skip
"""The tables that a company fills; all else is left as it is, or is one of `OBJECTS`."""


def generate_company(
    workspace: Workspace, scale: Scale, tell: Callable[[str], None] = lambda _text: None, *, replace: bool = False
) -> dict[str, int]:
    """Fill a workspace with a company; the rows of each table. Errors: wrong-scale, not-empty, table-taken."""
    scale.check()
    create_account_data(workspace)
    if not replace:
        _refuse_filled(workspace)
    made = _Made(workspace, tell)
    since = scale.since.isoformat()
    try:
        made.put("account", accounts(scale))
        made.put("person", people(scale))
        made.put("account_person", relations(scale))
        made.put("opportunity", opportunities(scale))
        made.put("opportunity_person", partners(made.table("account_person"), made.table("opportunity")))
        made.put("mkto_record", records(made.table("person")))
        made.put("mkto_list_member", list_members(made.table("mkto_record"), since))
        made.put("account_list_member", key_accounts(made.table("account"), since))
        made.put("activity", activities(scale))
        made.keep()
    except BaseException:
        made.forget()
        raise
    return made.rows


class _Made:
    """Tables that are filled but not seen yet: all come into sight together, or none."""

    def __init__(self, workspace: Workspace, tell: Callable[[str], None]) -> None:
        self._workspace, self._tell = workspace, tell
        self._schemas = workspace.catalog().table_by_name
        self._physical: dict[str, str] = {}
        self.rows: dict[str, int] = {}

    def put(self, name: str, query: exp.Query) -> None:
        """Fill a table with the rows of a query."""
        self._tell(name)
        physical = self._physical[name] = self._workspace.datasets.begin(name)
        content = whole(self._schemas[name], query)
        self.rows[name] = self._workspace.database.writer.run(
            lambda cursor: cursor.create(Store.DATA, physical, content)
        )

    def table(self, name: str) -> exp.Table:
        """A table that was filled."""
        return stored(Store.DATA, self._physical[name])

    def keep(self) -> None:
        """Bring all into sight, with the objects that samples speak of."""
        _show(self._workspace, {name: (physical, self.rows[name]) for name, physical in self._physical.items()})

    def forget(self) -> None:
        """Leave nothing behind."""
        self._workspace.database.drop(Store.DATA, self._physical.values())


@as_one
def _show(workspace: Workspace, filled: Mapping[str, tuple[str, int]]) -> None:
    """Make what was filled the content of tables. Shape: table to its physical name and rows."""
    for name, (physical, rows) in filled.items():
        workspace.datasets.commit(LoadRecord(name, ORIGIN, counts={"loaded": rows}), physical, rows)
    schemas = workspace.catalog().table_by_name
    for name, objects in OBJECTS.items():
        put_rows(workspace, schemas[name], objects, ORIGIN)


def start_company(
    workspace: Workspace, scale: Scale, tell: Callable[[str], None] = lambda _text: None, *, replace: bool = False
) -> Job[dict[str, int]]:
    """The same without waiting: a job that can be cancelled, which leaves all as it was. `tell` is called there.

    Errors: as `generate_company`, and Cancelled.
    """

    return workspace.database.writer.submit(lambda _cursor: generate_company(workspace, scale, tell, replace=replace))


def whole(table: Table, query: exp.Query) -> exp.Select:
    """The rows of a query in all columns of a table; those that it does not give are empty."""
    given = set(query.named_selects)
    return exp.select(*(
        exp.alias_(
            exp.Cast(this=column("q", one.name) if one.name in given else exp.null(), to=one.type.to_sql()),
            one.name, quoted=True,
        )
        for one in table.attributes
    )).from_(query.subquery("q"))  # fmt: skip


def _refuse_filled(workspace: Workspace) -> None:
    filled = next((name for name in FILLED if (one := workspace.datasets.current(name)) and one.rows), None)
    if filled is not None:
        raise EngineError(
            Problem(
                code="not-empty",
                what=say("The workspace has records in {filled} already.", filled=quoted(filled)),
                why="A generated company would take their place.",
                fix="Use another workspace, or say that they may be replaced.",
            )
        )


def _titles(*starts: str) -> str:
    condition = {"filters": [{"kind": "attribute", "attribute": "job_title", "operator": "starts-with",
                              "values": list(starts)}]}  # fmt: skip
    return json.dumps(condition)


_STAGES = {
    "Awareness": ("Interest", "Consideration"), "Interest": ("Consideration", "Rejection"),
    "Consideration": ("Intent", "Rejection"), "Intent": ("Purchase", "Rejection"), "Purchase": (), "Rejection": (),
}  # fmt: skip
_CARDS = (
    ("decision-maker", 100, 2, _titles("CEO", "CTO", "CMO", "CFO", "CIO", "VP")),
    ("influencer", 80, 1, _titles("Director", "Sr Director")),
    ("practitioner", 60, 1, _titles("Designer", "Engineer", "Analyst", "Developer")),
)
_INTERESTS = {"cloud-suite": "Cloud Suite", "security-suite": "Security Suite"}
OBJECTS: dict[str, list[dict[str, Any]]] = {
    "stage_model": [{"model_id": "sales", "name": "Sales stages", "status": "live"}],
    "stage": [
        {"stage_id": name.lower(), "model_id": "sales", "name": name, "ord": place,
         "is_entry": name in {"Awareness", "Interest"},
         "destination": {"Purchase": "success", "Rejection": "failure"}.get(name, "none")}
        for place, name in enumerate(_STAGES, start=1)
    ],
    "stage_transition": [
        {"model_id": "sales", "from_stage": name.lower(), "to_stage": to.lower()}
        for name, allowed in _STAGES.items() for to in allowed
    ],
    "role_template": [{"template_id": "committee", "name": "Buying committee", "status": "live"}],
    "role_template_role": [
        {"template_id": "committee", "role_id": role, "priority": place, "weight": weight, "auto_assign": True,
         "required_for_completeness": True, "members_required": needed, "condition": condition}
        for place, (role, weight, needed, condition) in enumerate(_CARDS, start=1)
    ],
    "solution_interest": [
        {"si_id": key, "name": name, "template_id": "committee", "model_id": "sales", "update_existing": True}
        for key, name in _INTERESTS.items()
    ],
    "account_audience": [{"audience_id": "all-accounts", "name": "All accounts"}],
    "account_list": [
        {"list_id": "key-accounts", "name": "Key accounts", "kind": "static", "status": "live"},
        {"list_id": "worked", "name": "Worked", "kind": "static", "status": "live"},
        {"list_id": "silent", "name": "Silent accounts", "kind": "static", "status": "live"},
    ],
    "mkto_list": [
        {"list_id": "nurture", "workspace_id": "default", "name": "Nurture"},
        {"list_id": "suppressed", "workspace_id": "default", "name": "Suppressed"},
    ],
    "mkto_campaign": [
        {"campaign_id": "sync-sales", "workspace_id": "default", "name": "Sync to sales", "is_requestable": True}
    ],
    "mkto_email": [
        {"email_id": "welcome", "workspace_id": "default", "name": "Welcome", "status": "approved",
         "subject": "Welcome"}
    ],
    "ext_audience": [
        {"audience_id": "paid-media", "name": "Paid media", "origin": "app", "dummy_active": True}
    ],
    "destination": [
        {"destination_id": "linkedin", "name": "LinkedIn", "kind": "linkedin-people", "settings": "{}"}
    ],
}  # fmt: skip
"""Stages, templates, interests, lists and Marketo objects of a generated company."""
