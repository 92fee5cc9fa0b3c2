"""The fixture of the specification of account journeys, section 14.1: eight accounts and sixteen people."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.account_data.setup import create_account_data
from engine.workspace import Workspace

Rows = Sequence[Mapping[str, Any]]

ACCOUNTS = (
    ("A1", "Acorn Foods", "Food", "US", 5_000_000, 1200), ("A2", "Birch Robotics", "High Tech", "US", 250_000, 90),
    ("A3", "Cedar Health", "Healthcare", "US", 75_000, 40),
    ("A4", "Dogwood Bank", "Finance", "Canada", 12_000_000, 5200),
    ("A5", "Elm Energy", "Energy", "Germany", 900_000, 300), ("A6", "Fir Logistics", "Logistics", "US", None, 60),
    ("A7", None, "Retail", "US", 2_000_000, 400), ("A8", "Hazel Media", "Media", "France", 60_000, 25),
)  # fmt: skip
PEOPLE = {
    "P01": ("VP Marketing", "A1"), "P02": ("Director IT", "A1"), "P03": ("Marketing Manager", "A1"),
    "P04": ("Analyst", "A1"), "P05": ("CTO", "A2"), "P06": ("Engineer", "A2"), "P07": ("Director Sales", "A2"),
    "P08": ("CMO", "A3"), "P09": ("Designer", "A3"), "P10": ("CFO", "A4"), "P11": ("VP Design", "A4"),
    "P12": ("Director Finance", "A4"), "P13": ("Consultant", "A4 A1"), "P14": ("Sr Director Ops", "A5"),
    "P15": ("Practitioner", "A5"), "P16": ("Operations Manager", "A6"),
}  # fmt: skip
MORE: Mapping[str, Mapping[str, Any]] = {
    "P01": {"person_score": 10}, "P02": {"consent_email": "n"}, "P03": {"consent_sms": "y"}, "P04": {"email": None},
    "P05": {"consent_sms": "y"}, "P06": {"email_suspended": True}, "P08": {"person_score": 40},
}  # fmt: skip
PAGE_VIEW, OPENED = "web.webpagedetails.pageViews", "directMarketing.emailOpened"
ACTIVITIES = (
    (PAGE_VIEW, "2025-12-20T00:00", "P05", "/pricing"), (PAGE_VIEW, "2026-01-02T00:00", "P13", "/pricing"),
    (OPENED, "2026-01-06T10:00", "P01", "Welcome"), (OPENED, "2026-01-07T12:00", "P08", "Welcome"),
    (OPENED, "2026-01-20T09:00", "P14", "Welcome"),
)  # fmt: skip
STAGES = (("Awareness", True, "none"), ("Interest", True, "none"), ("Consideration", False, "none"),
          ("Intent", False, "none"), ("Purchase", False, "success"), ("Rejection", False, "failure"))  # fmt: skip
WAYS = {
    "Awareness": ("Interest", "Consideration"), "Interest": ("Consideration", "Rejection"),
    "Consideration": ("Intent", "Rejection"), "Intent": ("Purchase", "Rejection"),
}  # fmt: skip
MEMBERS = (
    ("A1", "P01", "decision-maker"), ("A1", "P02", "influencer"), ("A2", "P05", "decision-maker"),
    ("A2", "P07", "influencer"), ("A2", "P06", "practitioner"), ("A3", "P08", "decision-maker"),
    ("A3", "P09", "practitioner"), ("A4", "P10", "decision-maker"), ("A4", "P11", "decision-maker"),
    ("A4", "P12", "influencer"), ("A5", "P14", "influencer"),
)  # fmt: skip
"""The buying groups of example E2, which exist before the others run."""


def rows() -> dict[str, Rows]:
    """The tables of the fixture."""
    addressed = [name for name in PEOPLE if MORE.get(name, {}).get("email", name) is not None]
    return {
        "account": [
            {"account_id": key, "name": name, "industry": industry, "country": country, "annual_revenue": revenue,
             "employees": employees}
            for key, name, industry, country, revenue, employees in ACCOUNTS
        ],
        "person": [
            {"person_id": key, "email": f"{key.lower()}@example.com", "job_title": title, **MORE.get(key, {})}
            for key, (title, _) in PEOPLE.items()
        ],
        "account_person": [
            {"account_person_id": f"{account}-{key}", "account_id": account, "person_id": key,
             "person_roles": ["contractor" if key == "P13" else "employee"]}
            for key, (_, accounts) in PEOPLE.items()
            for account in accounts.split()
        ],
        "activity": [
            {"activity_id": f"E{place}", "type": kind, "ts": datetime.fromisoformat(at), "person_id": person,
             **({"page_url": what} if kind == PAGE_VIEW else {"asset_type": "email", "asset_name": what})}
            for place, (kind, at, person, what) in enumerate(ACTIVITIES, start=1)
        ],
        "account_list": [{"list_id": "worked", "name": "Worked", "kind": "static", "status": "live"}],
        "account_list_member": [
            {"list_id": "worked", "account_id": "A2", "added_at": datetime(2025, 12, 1)},
        ],
        "solution_interest": [
            {"si_id": "cloud", "name": "Cloud Suite", "template_id": "cloud", "model_id": "sample",
             "update_existing": False},
        ],
        "stage_model": [{"model_id": "sample", "name": "Sample", "status": "live"}],
        "stage": [
            {"stage_id": name.lower(), "model_id": "sample", "name": name, "ord": place, "is_entry": entry,
             "destination": destination}
            for place, (name, entry, destination) in enumerate(STAGES)
        ],
        "stage_transition": [
            {"model_id": "sample", "from_stage": source.lower(), "to_stage": target.lower()}
            for source, targets in WAYS.items()
            for target in targets
        ],
        "buying_group": [
            {"bg_id": f"cloud-{key}", "si_id": "cloud", "account_id": key, "name": f"Cloud Suite for {name}"}
            for key, name, *_ in ACCOUNTS
            if name is not None
        ],
        "bg_member": [
            {"bg_id": f"cloud-{account}", "person_id": person, "role_id": role, "source": "job", "is_removed": False}
            for account, person, role in MEMBERS
        ],
        "mkto_list": [{"list_id": "nurture", "workspace_id": "default", "name": "Nurture"}],
        "mkto_record": [
            {"record_id": f"R{key}", "connection_id": "default", "person_id": key,
             "email": f"{key.lower()}@example.com"}
            for key in addressed
        ],
        "mkto_list_member": [{"list_id": "nurture", "record_id": "RP12", "added_at": datetime(2025, 12, 1)}],
    }  # fmt: skip


def companies(folder: Path, **more: Rows) -> Workspace:
    """A workspace with the fixture; `more` replaces whole tables."""
    workspace = Workspace.create(folder)
    create_account_data(workspace, {**rows(), **more})
    return workspace
