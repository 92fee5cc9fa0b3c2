"""What a workspace with accounts begins with: roles, personas, scoring models, Marketo's default objects, catalogues.

Shape: table name to rows; a column that a row leaves out is empty.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from engine.accounts import events
from engine.accounts.model import CLASSES, declared
from engine.types import DataType, Family, Kind

Rows = Sequence[Mapping[str, Any]]

DEFAULT = "default"
DEFAULT_ROLES = {
    "decision-maker": "Decision Maker",
    "influencer": "Influencer",
    "practitioner": "Practitioner",
    "executive-steering-committee": "Executive Steering Committee",
    "champion": "Champion",
    "other": "Other",
}
_PERSONAS: dict[str, tuple[str, ...]] = {
    "CXO/EVP": ("chief", "ceo", "cfo", "cto", "cio", "cmo", "coo", "evp", "executive vice president", "president"),
    "SVP/VP": ("svp", "senior vice president", "vp", "vice president"),
    "Senior Director/Director": ("senior director", "sr director", "director", "head of"),
    "Senior Manager/Manager": ("senior manager", "sr manager", "manager"),
    "Individual Contributor": ("specialist", "coordinator", "associate", "designer"),
    "Analyst": ("analyst",),
    "Developer": ("developer", "engineer", "programmer"),
    "Professional Staff": ("administrator", "accountant", "officer", "buyer"),
    "Consultant": ("consultant", "advisor"),
    "Other": (),
}
BANDS = {"Trivial": 30, "Minor": 40, "Normal": 60, "Important": 90, "Vital": 100, "No weight": 0}
CLASSIC_WEIGHTS = {
    events.EVENT_ATTENDED: 60, events.EMAIL_CLICKED: 30, events.EMAIL_OPENED: 30, events.FORM_FILLED: 40,
    events.INTERESTING_MOMENT: 60, events.LINK_CLICK: 40, events.PAGE_VIEW: 40, events.EVENT_REGISTERED: 60,
}  # fmt: skip
DAILY_CAP = 20
MODELS = {"classic": ("Classic", "active"), "activity-1": ("Activity weighting model 1", "draft")}


def default_rows() -> dict[str, Rows]:
    """The rows of a new workspace."""
    return {
        "bg_role": [{"role_id": key, "name": name, "kind": "default"} for key, name in DEFAULT_ROLES.items()],
        "persona": [
            {"persona_id": f"persona-{place}", "name": name, "priority": place,
             "criteria": json.dumps({"job_title": list(words)})}
            for place, (name, words) in enumerate(_PERSONAS.items(), start=1)
        ],
        "scoring_model": [{"model_id": key, "name": name, "status": said} for key, (name, said) in MODELS.items()],
        "scoring_band": [
            {"model_id": key, "name": name, "value": value} for key in MODELS for name, value in BANDS.items()
        ],
        "scoring_activity": list(_weights()),
        "mkto_connection": [{"connection_id": DEFAULT, "name": "Default", "update_policy": "all"}],
        "mkto_workspace": [{"workspace_id": DEFAULT, "connection_id": DEFAULT, "name": "Default"}],
        "mkto_partition": [{"partition_id": DEFAULT, "name": "Default"}],
        "mkto_workspace_partition": [{"workspace_id": DEFAULT, "partition_id": DEFAULT}],
        "event_catalog": [
            {"type": one.type, "label": one.label, "folder": one.folder, "selected": True} for one in events.EVENTS
        ],
        "event_field": [
            {"type": one.type, "path": part.path, "label": part.label, "data_type": part.data_type, "selected": True}
            for one in events.EVENTS
            for part in one.fields
        ],
        "field_catalog": list(_fields()),
    }  # fmt: skip


def _weights() -> Iterator[dict[str, Any]]:
    for model in MODELS:
        for event in events.EVENTS:
            weight = CLASSIC_WEIGHTS.get(event.type, 0) if model == "classic" else 0
            yield {"model_id": model, "activity_type": event.type, "weight": weight, "daily_cap": DAILY_CAP}


def _fields() -> Iterator[dict[str, Any]]:
    for entity in CLASSES:
        for one in declared(entity).fields:
            yield {
                "entity": entity,
                "column": one.attribute.name,
                "xdm_path": one.xdm or None,
                "label": one.attribute.title,
                "data_type": basic_type(one.attribute.type),
                "is_custom": False,
                "is_managed": bool(one.xdm) or one.updatable,
                "is_updatable": one.updatable,
                "locked_by_journeys": 0,
            }


def basic_type(kind: DataType) -> str:
    """A type as the field catalogue names it: string, integer, double or boolean."""
    if kind.family is Family.BOOLEAN:
        return "boolean"
    if kind.family is not Family.NUMBER:
        return "string"
    return "integer" if kind.is_integer or (kind.kind is Kind.DECIMAL and not kind.scale) else "double"
