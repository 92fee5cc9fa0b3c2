# ruff: noqa: E501 - the rows are read as a table
"""The small company of the specification's section 14.1: eight accounts, sixteen people, every count checked by hand."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.account_data.setup import create_account_data
from engine.accounts.defaults import default_rows
from engine.workspace import Workspace

START = datetime(2026, 1, 5)
"""A Monday, 00:00 UTC."""
BEFORE = datetime(2025, 12, 1)

_ACCOUNTS = [
    ("A1", "Acorn Foods", "Food", "US", 5_000_000, 1200),
    ("A2", "Birch Robotics", "High Tech", "US", 250_000, 90),
    ("A3", "Cedar Health", "Healthcare", "US", 75_000, 40),
    ("A4", "Dogwood Bank", "Finance", "Canada", 12_000_000, 5200),
    ("A5", "Elm Energy", "Energy", "Germany", 900_000, 300),
    ("A6", "Fir Logistics", "Logistics", "US", None, 60),
    ("A7", None, "Retail", "US", 2_000_000, 400),
    ("A8", "Hazel Media", "Media", "France", 60_000, 25),
]
_PEOPLE: list[tuple[str, str, str, dict[str, Any]]] = [
    ("P01", "A1", "VP Marketing", {"person_score": 10}),
    ("P02", "A1", "Director IT", {"consent_email": "n"}),
    ("P03", "A1", "Marketing Manager", {"consent_sms": "y"}),
    ("P04", "A1", "Analyst", {"email": None}),
    ("P05", "A2", "CTO", {"consent_sms": "y"}),
    ("P06", "A2", "Engineer", {"email_suspended": True}),
    ("P07", "A2", "Director Sales", {}),
    ("P08", "A3", "CMO", {"person_score": 40}),
    ("P09", "A3", "Designer", {}),
    ("P10", "A4", "CFO", {}),
    ("P11", "A4", "VP Design", {}),
    ("P12", "A4", "Director Finance", {}),
    ("P13", "A4 A1", "Consultant", {}),
    ("P14", "A5", "Sr Director Ops", {}),
    ("P15", "A5", "Practitioner", {}),
    ("P16", "A6", "Operations Manager", {}),
]
_ACTIVITIES = [
    ("web.webpagedetails.pageViews", "2025-12-20T00:00", "P05", {"page_url": "/pricing"}),
    ("web.webpagedetails.pageViews", "2026-01-02T00:00", "P13", {"page_url": "/products"}),
    ("directMarketing.emailOpened", "2026-01-06T10:00", "P01", {"asset_type": "email", "asset_name": "Welcome"}),
    ("directMarketing.emailOpened", "2026-01-07T12:00", "P08", {"asset_type": "email", "asset_name": "Welcome"}),
    ("directMarketing.emailOpened", "2026-01-20T09:00", "P14", {"asset_type": "email", "asset_name": "Welcome"}),
]
_STAGES = {"Awareness": "Interest Consideration", "Interest": "Consideration Rejection",
           "Consideration": "Intent Rejection", "Intent": "Purchase Rejection", "Purchase": "", "Rejection": ""}  # fmt: skip
_CARDS = [
    ("decision-maker", 100, 2, ["CEO", "CTO", "CMO", "CFO", "VP"], "starts-with"),
    ("influencer", 80, 1, ["Director", "Sr Director"], "starts-with"),
    ("practitioner", 60, 1, ["Designer", "Engineer", "Analyst"], "is"),
]
_MEMBERS = {
    "A1": {"P01": "decision-maker", "P02": "influencer"},
    "A2": {"P05": "decision-maker", "P06": "practitioner", "P07": "influencer"},
    "A3": {"P08": "decision-maker", "P09": "practitioner"},
    "A4": {"P10": "decision-maker", "P11": "decision-maker", "P12": "influencer"},
    "A5": {"P14": "influencer"},
    "A6": {},
    "A8": {},
}


def titles(values: list[str], operator: str) -> dict[str, Any]:
    """A condition on the job title: one of the values."""
    return {"filters": [{"kind": "attribute", "attribute": "job_title", "operator": operator, "values": values}]}


def rows() -> dict[str, list[dict[str, Any]]]:
    """Table name to rows; what a row leaves out is empty."""
    groups = {account: f"cloud-suite:{account}" for account in _MEMBERS}
    names = {account: name for account, name, *_ in _ACCOUNTS}
    return {
        "account": [
            {"account_id": key, "name": name, "industry": industry, "country": country,
             "annual_revenue": None if revenue is None else Decimal(revenue), "employees": employees}
            for key, name, industry, country, revenue, employees in _ACCOUNTS
        ],
        "person": [
            {"person_id": key, "email": f"{key.lower()}@example.com", "job_title": title, "partition_id": "default",
             "first_name": key, "source_account_id": accounts.split()[0]} | more
            for key, accounts, title, more in _PEOPLE
        ],
        "account_person": [
            {"account_person_id": f"{account}-{key}", "account_id": account, "person_id": key,
             "person_roles": ["contractor" if key == "P13" else "employee"]}
            for key, accounts, *_ in _PEOPLE
            for account in accounts.split()
        ],
        "activity": [
            {"activity_id": f"E{place}", "type": kind, "ts": datetime.fromisoformat(when), "person_id": person} | more
            for place, (kind, when, person, more) in enumerate(_ACTIVITIES, start=1)
        ],
        "account_list": [{"list_id": "worked", "name": "Worked", "kind": "static", "status": "live"}],
        "account_list_member": [{"list_id": "worked", "account_id": "A2", "added_at": BEFORE}],
        "stage_model": [{"model_id": "sales", "name": "Sales stages", "status": "live"}],
        "stage": [
            {"stage_id": name.lower(), "model_id": "sales", "name": name, "ord": place,
             "is_entry": name in {"Awareness", "Interest"},
             "destination": {"Purchase": "success", "Rejection": "failure"}.get(name, "none")}
            for place, name in enumerate(_STAGES, start=1)
        ],
        "stage_transition": [
            {"model_id": "sales", "from_stage": name.lower(), "to_stage": to.lower()}
            for name, allowed in _STAGES.items()
            for to in allowed.split()
        ],
        "role_template": [{"template_id": "committee", "name": "Buying committee", "status": "live"}],
        "role_template_role": [
            {"template_id": "committee", "role_id": role, "priority": place, "weight": weight, "auto_assign": True,
             "required_for_completeness": True, "members_required": required,
             "condition": json.dumps(titles(values, operator))}
            for place, (role, weight, required, values, operator) in enumerate(_CARDS, start=1)
        ],
        "solution_interest": [
            {"si_id": "cloud-suite", "name": "Cloud Suite", "template_id": "committee", "model_id": "sales",
             "update_existing": True}
        ],
        "buying_group": [
            {"bg_id": group, "si_id": "cloud-suite", "account_id": account,
             "name": f"Cloud Suite for {names[account]}"}
            for account, group in groups.items()
        ],
        "bg_member": [
            {"bg_id": groups[account], "person_id": person, "role_id": role, "source": "job", "is_removed": False,
             "assigned_at": BEFORE}
            for account, members in _MEMBERS.items()
            for person, role in members.items()
        ],
        "mkto_record": [
            {"record_id": f"R{key[1:]}", "connection_id": "default", "person_id": key, "email": f"{key.lower()}@example.com"}
            for key, *_ in _PEOPLE
            if key != "P04"
        ],
        "mkto_list": [{"list_id": "nurture", "workspace_id": "default", "name": "Nurture"}],
        "mkto_list_member": [{"list_id": "nurture", "record_id": "R12", "added_at": BEFORE}],
    }  # fmt: skip


def company(
    folder: Path,
    more: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    instead: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
) -> Workspace:
    """A workspace in `folder` that holds the company; `more` is added to its rows, `instead` takes their place."""
    content: dict[str, list[Mapping[str, Any]]] = {name: list(found) for name, found in rows().items()}
    content |= {name: list(found) for name, found in (instead or {}).items()}
    for name, added in (more or {}).items():
        content[name] = [*content.get(name, default_rows().get(name, ())), *added]
    workspace = Workspace.create(folder / "company", threads=2)
    create_account_data(workspace, content)
    return workspace
