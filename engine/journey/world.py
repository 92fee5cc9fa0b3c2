"""What stands around a journey and may be looked up while it is checked: lists, interests, stages, other journeys.

These objects are rows of small tables of the data model; a reference names one by its key or by its name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from engine.catalog.model import Catalog
from engine.contract import AudienceShape
from engine.journey.properties import JourneyProperties, JourneyType
from engine.problems import EngineError, Problem
from engine.texts import declared, one_of, quoted, say

Row = Mapping[str, Any]

KEYS: Mapping[str, str] = {
    "account_audience": "audience_id",
    "account_list": "list_id",
    "people_list": "list_id",
    "solution_interest": "si_id",
    "stage_model": "model_id",
    "stage": "stage_id",
    "bg_role": "role_id",
    "role_template": "template_id",
    "mkto_connection": "connection_id",
    "mkto_workspace": "workspace_id",
    "mkto_partition": "partition_id",
    "mkto_list": "list_id",
    "mkto_campaign": "campaign_id",
    "mkto_email": "email_id",
    "ext_audience": "audience_id",
    "destination": "destination_id",
    "external_action": "action_id",
    "custom_object": "schema_id",
    "program": "program_id",
    "program_type": "type_id",
    "email": "email_id",
    "sms": "sms_id",
    "event_catalog": "type",
    "comm_rule": "rule_id",
}
"""The tables of objects that can be referred to, and their keys."""

BESIDE = (
    "stage_transition", "role_template_role", "mkto_workspace_partition", "program_status", "event_field",
    "field_catalog", "bg_job", "scoring_model", "scoring_activity",
)  # fmt: skip
"""Tables that describe those objects further."""

TITLES: Mapping[str, str] = {
    "account_list": "account list", "people_list": "people list", "solution_interest": "solution interest",
    "stage": "buying group stage", "bg_role": "buying group role", "mkto_connection": "Marketo connection",
    "mkto_workspace": "Marketo workspace", "mkto_partition": "person partition", "mkto_list": "Marketo list",
    "mkto_campaign": "request campaign", "mkto_email": "Marketo e-mail", "ext_audience": "external audience",
    "external_action": "external action", "custom_object": "custom object", "account_audience": "account audience",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class References:
    """The objects of a workspace. Shape: table to its rows."""

    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict[str, tuple[Row, ...]])

    def rows(self, table: str, **where: object) -> Iterator[Row]:
        """The rows of a table whose columns have these values."""
        for row in self.tables.get(table, ()):
            if all(row.get(name) == value for name, value in where.items()):
                yield row

    def find(self, table: str, reference: str) -> Row | None:
        """The object of that key, or of that name when it is the only one; None when there is none."""
        by_key = next(self.rows(table, **{KEYS[table]: reference}), None)
        if by_key is not None:
            return by_key
        named = [row for row in self.rows(table) if str(row.get("name", "")).casefold() == reference.casefold()]
        return named[0] if len(named) == 1 else None

    def get(self, table: str, reference: str, field_name: str = "") -> Row:
        """The same. Errors: unknown-reference (V08)."""
        found = self.find(table, reference)
        if found is None:
            raise EngineError(missing(table, reference, field_name, self))
        return found


def missing(table: str, reference: str, field_name: str, references: References) -> Problem:
    """The problem that an object is not there, or was not chosen."""
    title = TITLES.get(table, table.replace("_", " "))
    known = [str(row.get("name") or row.get(KEYS[table])) for row in references.rows(table)]
    return Problem(
        code="missing-setting" if not reference else "unknown-reference",
        what=say("No {title} is chosen.", title=declared(title))
        if not reference
        else say("There is no {title} {reference}.", title=declared(title), reference=quoted(reference)),
        fix=one_of(sorted(known)[:10]),
        field=field_name or None,
        check="V02" if not reference else "V08",
        values={"kind": title, "reference": reference},
    )


@dataclass(frozen=True, slots=True)
class JourneyShape:
    """Another journey as far as a check needs it. `status` is one of the product's, such as live."""

    id: str
    name: str
    type: JourneyType
    status: str
    properties: JourneyProperties


@dataclass(frozen=True, slots=True)
class JourneyWorld:
    """All that is known while a journey is checked and compiled."""

    catalog: Catalog
    properties: JourneyProperties
    references: References
    now: datetime
    zone: ZoneInfo
    document: str = ""
    name: str = ""
    journeys: Mapping[str, JourneyShape] = field(default_factory=dict[str, JourneyShape])
    audiences: Mapping[str, AudienceShape] = field(default_factory=dict[str, AudienceShape])
    """What campaigns saved, by id."""

    @property
    def of_people(self) -> bool:
        """Whether people move, not accounts."""
        return self.properties.type is JourneyType.PERSON

    def journey(self, reference: str, field_name: str = "journey") -> JourneyShape:
        """Another journey, by id or name. Errors: missing-setting, unknown-reference (V08)."""
        found = self.journeys.get(reference)
        if found is None:
            named = [one for one in self.journeys.values() if one.name.casefold() == reference.casefold()]
            found = named[0] if len(named) == 1 else None
        if found is None:
            raise EngineError(
                Problem(
                    code="unknown-reference" if reference else "missing-setting",
                    what=say("There is no journey {reference}.", reference=quoted(reference))
                    if reference
                    else "No journey is chosen.",
                    fix=one_of(sorted(one.name or one.id for one in self.journeys.values())),
                    field=field_name,
                    check="V08" if reference else "V02",
                )
            )
        return found

    def audience(self, reference: str, field_name: str = "saved") -> AudienceShape:
        """An audience that a campaign saved, by id or label. Errors: missing-setting, unknown-reference (V08)."""
        found = self.audiences.get(reference)
        found = found or next((one for one in self.audiences.values() if one.label == reference), None)
        if found is None:
            known = ", ".join(sorted(one.label for one in self.audiences.values()))
            raise EngineError(
                Problem(
                    code="unknown-reference" if reference else "missing-setting",
                    what=say("There is no saved audience {reference}.", reference=quoted(reference))
                    if reference
                    else "No audience is chosen.",
                    fix=say("Run the campaign that saves it, or choose one of these: {known}.", known=known)
                    if known
                    else "Run the campaign that saves it.",
                    field=field_name,
                    check="V08" if reference else "V01",
                )
            )
        return found
