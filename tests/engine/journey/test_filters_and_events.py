"""Every kind of event that is listened for, and filters about what is linked to accounts and people; by hand."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from engine.account_data.rows import put_rows
from engine.catalog.model import Attribute, Table
from engine.document.model import Document
from engine.types import STRING
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies, rows
from tests.engine.journey.running import Rehearsal

START = datetime(2026, 1, 5)
Part = Mapping[str, Any]

PEOPLE_EVENTS: Mapping[str, tuple[str, Part, Part]] = {
    "P01": ("person.assignedToBuyingGroup", {"asset_name": "Cloud Suite"}, {"asset_name": "Other"}),
    "P02": ("person.removedFromBuyingGroup", {"asset_name": "Cloud Suite"}, {"asset_name": "Other"}),
    "P03": ("person.dataValueChanged", {"attribute": "job_title", "new_value": "Chief"}, {"attribute": "city"}),
    "P05": ("leadOperation.scoreChanged", {"attribute": "person_score"}, {"attribute": "other_score"}),
    "P06": ("directMarketing.emailClicked", {"asset_name": "Offer"}, {"asset_name": "Welcome"}),
    "P07": ("sms.linkClicked", {"asset_name": "Hello"}, {"asset_name": "Bye"}),
    "P08": ("sms.bounced", {"asset_name": "Hello"}, {"asset_name": "Bye"}),
    "P09": ("web.webpagedetails.pageViews", {"page_url": "/pricing"}, {"page_url": "/jobs"}),
    "P10": ("web.formFilledOut", {"asset_name": "Contact"}, {"asset_name": "Survey"}),
    "P11": ("event.attended", {"asset_name": "Fair"}, {"asset_name": "Webinar"}),
}  # fmt: skip
"""Who does what: the event that is wanted, and one of the same type that does not fit."""
ACCOUNT_EVENTS: Mapping[str, tuple[str, Part, Part]] = {
    "A1": ("account.interestingMoment", {"asset_type": "Milestone"}, {"asset_type": "Web"}),
    "A2": ("account.buyingGroupStageChanged", {"new_value": "Interest"}, {"new_value": "Intent"}),
    "A3": ("account.buyingGroupStatusChanged", {"new_value": "Contacted"}, {"new_value": "New"}),
    "A4": ("account.completenessScoreChanged", {"asset_name": "Cloud Suite"}, {"asset_name": "Other"}),
    "A5": ("account.engagementScoreChanged", {"asset_name": "Cloud Suite"}, {"asset_name": "Other"}),
}  # fmt: skip


def _happened(events: Mapping[str, tuple[str, Part, Part]], whose: str) -> Iterator[dict[str, Any]]:
    """One that does not fit after an hour, and one that does after two, three and so on."""
    for place, (key, (kind, fits, other)) in enumerate(events.items()):
        for name, hours, columns in (("n", 1, other), ("y", 2 + place, fits)):
            yield {"activity_id": f"{key}-{name}", "type": kind, "ts": START + timedelta(hours=hours), whose: key,
                   **columns}  # fmt: skip


def _did(number: int, kind: str, person: str, days: int, **more: Any) -> dict[str, Any]:
    return {"activity_id": f"H{number}", "type": kind, "ts": START - timedelta(days=days), "person_id": person, **more}


HISTORY = [
    _did(1, "directMarketing.emailSent", "P08", 3), _did(2, "directMarketing.emailSent", "P08", 4),
    _did(3, "directMarketing.emailSent", "P09", 3),  # once only
    _did(4, "sms.linkClicked", "P10", 3), _did(5, "sms.linkClicked", "P14", 60),  # too long ago
    _did(6, "person.dataValueChanged", "P11", 2, attribute="job_title"),
    _did(7, "leadOperation.interestingMoment", "P12", 2, asset_type="Web"),
    _did(8, "web.webpagedetails.pageViews", "P13", 2, page_url="/pricing"),
    _did(9, "web.webpagedetails.pageViews", "P15", 2, page_url="/jobs"),
]  # fmt: skip
OBJECTS: Sequence[Part] = [
    {"schema_id": "contract", "name": "Contracts", "table_name": "contract", "parent": "account", "pk": "contract_id",
     "fk": "account_id", "fields": ["tier"]},
    {"schema_id": "badge", "name": "Badges", "table_name": "badge", "parent": "person", "pk": "badge_id",
     "fk": "person_id"},
]  # fmt: skip


def _table(name: str, *columns: str) -> Table:
    return Table(name=name, attributes=tuple(Attribute(name=one, type=STRING) for one in columns), key=(columns[0],))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    people = [{**row, "persona": "CXO/EVP" if row["person_id"] == "P01" else "Other"} for row in rows()["person"]]
    accounts = [{**row, "created_at": datetime(2025, 12, 20 if row["account_id"] == "A4" else 1)}
                for row in rows()["account"]]  # fmt: skip
    more: dict[str, Sequence[Part]] = {
        "account": accounts, "person": people,
        "activity": [*_happened(PEOPLE_EVENTS, "person_id"), *_happened(ACCOUNT_EVENTS, "account_id"), *HISTORY],
        "opportunity": [
            {"opportunity_id": "O1", "account_id": "A1", "stage": "Won", "amount": 500},
            {"opportunity_id": "O2", "account_id": "A2", "stage": "Won", "amount": 50},
            {"opportunity_id": "O3", "account_id": "A3", "stage": "Open", "amount": 500},
        ],
        "people_list": [{"list_id": "vip", "name": "VIP", "kind": "static", "status": "live"}],
        "people_list_member": [{"list_id": "vip", "person_id": "P02", "added_at": datetime(2025, 12, 1)}],
        "program_type": [{"type_id": "fair", "name": "Fair"}],
        "program_status": [
            {"type_id": "fair", "name": "Invited", "step": 1, "is_success": False},
            {"type_id": "fair", "name": "Came", "step": 2, "is_success": True},
        ],
        "program": [{"program_id": "spring", "type_id": "fair", "name": "Spring fair"}],
        "program_member": [
            {"program_id": "spring", "person_id": "P03", "status": "Invited"},
            {"program_id": "spring", "person_id": "P05", "status": "Came"},
        ],
        "intent_score": [
            {"level": "person", "entity_id": key, "kind": "product", "key": "Cloud", "score": score, "at_ts": START}
            for key, score in (("P06", 0.9), ("P07", 0.3))
        ],
        "custom_object": OBJECTS,
    }  # fmt: skip
    with companies(tmp_path_factory.mktemp("filters") / "w", **more) as workspace:
        for table, content in (
            (_table("contract", "contract_id", "account_id", "tier"),
             [{"contract_id": "C1", "account_id": "A2", "tier": "gold"},
              {"contract_id": "C2", "account_id": "A3", "tier": "iron"}]),
            (_table("badge", "badge_id", "person_id"), [{"badge_id": "B1", "person_id": "P07"}]),
        ):  # fmt: skip
            workspace.schemas.add(table)
            put_rows(workspace, table, content, "test")
        yield workspace


def _split(of_people: bool, paths: Mapping[str, Sequence[Part]], then: Mapping[str, Part] | None = None) -> Document:
    """An audience of all and a split; each path leads to a listening node, if there are any, and to an end."""
    source, split = ("person-audience", "split-people") if of_people else ("account-audience", "split-accounts")
    cards = [{"id": key, "condition": {"filters": list(filters)}} for key, filters in paths.items()]
    nodes: list[dict[str, Any]] = [
        {"id": "audience", "type": source, "settings": {"condition": {}}},
        {"id": "split", "type": split, "settings": {"paths": cards, "other": True}},
    ]
    ways = [("audience", "out", "split")]
    for key, settings in (then or {}).items():
        nodes.append({"id": key, "type": "listen", "settings": settings})
        ways.append(("split", f"path:{key}", key))
    return Document.model_validate({
        "kind": "journey", "id": "split", "name": "Split", "as_of": START.isoformat(),
        "journey": {"type": "person" if of_people else "account", "schedule": {"end_date": "2026-02-04"}},
        "nodes": nodes,
        "transitions": [{"id": f"t{place}", "from": source_, "port": port, "to": target}
                        for place, (source_, port, target) in enumerate(ways)],
    })  # fmt: skip


def _is(attribute: str, *values: Any) -> Part:
    return {"kind": "attribute", "attribute": attribute, "values": list(values)}


def _listening(events: Mapping[str, tuple[str, Part, Part]], on: str) -> dict[str, Part]:
    return {
        key: {"on": on, "triggers": [{"event": kind, "where": [
            {"field": name, "operator": "is", "values": [value]} for name, value in fits.items()]}]}
        for key, (kind, fits, _) in events.items()
    }  # fmt: skip


@pytest.mark.req("B2B-196", "B2B-199", "B2B-200", "B2B-201", "B2B-202", "B2B-204", "B2B-205", "B2B-206", "B2B-207",
                 "B2B-208", "B2B-209", "B2B-227")  # fmt: skip
def test_each_event_of_people_is_heard_when_it_meets_its_constraints(opened: Workspace) -> None:
    subject = _split(True, {key: [_is("person_id", key)] for key in PEOPLE_EVENTS}, _listening(PEOPLE_EVENTS, "people"))
    found = Rehearsal(opened, subject)
    heard = {key: found.moves(key)[key] for key in PEOPLE_EVENTS}
    assert heard == {key: ("event", START + timedelta(hours=2 + place)) for place, key in enumerate(PEOPLE_EVENTS)}


@pytest.mark.req("B2B-212", "B2B-214", "B2B-215", "B2B-216", "B2B-217")
def test_each_event_of_accounts_is_heard_when_it_meets_its_constraints(opened: Workspace) -> None:
    paths = {key: [_is("account_id", key)] for key in ACCOUNT_EVENTS}
    found = Rehearsal(opened, _split(False, paths, _listening(ACCOUNT_EVENTS, "accounts")), sim_end="2026-01-05T23:00")
    heard = {key: found.moves(key)[key] for key in ACCOUNT_EVENTS}
    assert heard == {key: ("event", START + timedelta(hours=2 + place)) for place, key in enumerate(ACCOUNT_EVENTS)}


@pytest.mark.req("B2B-234", "B2B-240", "B2B-246", "B2B-248", "B2B-265")
def test_accounts_are_told_apart_by_opportunities_objects_and_dates(opened: Workspace) -> None:
    """O2 is too small and O3 not won; C2 is iron; of all accounts only A4 was made within thirty days."""
    won = [{"field": "stage", "values": ["Won"]}, {"field": "amount", "operator": "at-least", "values": [100]}]
    paths: dict[str, Sequence[Part]] = {
        "won": [{"kind": "has-opportunity", "where": won}],
        "gold": [{"kind": "custom-object", "object": "Contracts", "where": [{"field": "tier", "values": ["Gold"]}]}],
        "fresh": [{"kind": "attribute", "attribute": "created_at", "operator": "in-past"}],
        "any": [{"kind": "has-opportunity"}],
    }
    ways = {key: way for key, (way, _) in Rehearsal(opened, _split(False, paths)).moves("split").items()}
    assert ways == {"A1": "path:won", "A2": "path:gold", "A4": "path:fresh", "A3": "path:any"} | dict.fromkeys(
        ("A5", "A6", "A8"), "other"
    )


@pytest.mark.req("B2B-251", "B2B-253", "B2B-254", "B2B-255", "B2B-257", "B2B-259", "B2B-260", "B2B-261", "B2B-262",
                 "B2B-263", "B2B-266", "B2B-349")  # fmt: skip
def test_people_are_told_apart_by_what_is_linked_to_them_and_what_they_did(opened: Workspace) -> None:
    month = {"operator": "in-past"}
    page = [{"field": "page_url", "values": ["/pricing"]}]
    paths: dict[str, Sequence[Part]] = {
        "chief": [_is("persona", "CXO/EVP")],
        "vip": [{"kind": "list-member", "lists": ["VIP"]}],
        "invited": [{"kind": "program-member", "programs": ["Spring fair"], "statuses": ["invited"]}],
        "came": [{"kind": "program-member", "programs": ["Spring fair"], "success": True}],
        "keen": [{"kind": "intent", "keys": ["cloud"], "levels": ["high"]}],
        "badge": [{"kind": "custom-object", "object": "badge"}],
        "mailed": [{"kind": "event-history", "event": "directMarketing.emailSent", "at_least": 2}],
        "texted": [{"kind": "event-history", "event": "sms.linkClicked", "date": month}],
        "renamed": [{"kind": "event-history", "event": "person.dataValueChanged",
                     "where": [{"field": "attribute", "values": ["job_title"]}]}],
        "moment": [{"kind": "event-history", "event": "leadOperation.interestingMoment"}],
        "priced": [{"kind": "event-history", "event": "web.webpagedetails.pageViews", "where": page}],
    }  # fmt: skip
    ways = {key: way for key, (way, _) in Rehearsal(opened, _split(True, paths)).moves("split").items()}
    assert ways == {
        "P01": "path:chief", "P02": "path:vip", "P03": "path:invited", "P05": "path:came", "P06": "path:keen",
        "P07": "path:badge", "P08": "path:mailed", "P10": "path:texted", "P11": "path:renamed", "P12": "path:moment",
        "P13": "path:priced",
    } | dict.fromkeys(("P04", "P09", "P14", "P15", "P16"), "other")  # fmt: skip


def test_a_filter_that_does_not_fit_says_what_and_where(opened: Workspace) -> None:
    from engine.runner.journeys import check_journey_document

    wrong: dict[str, Sequence[Part]] = {
        "a": [{"kind": "custom-object", "object": "Badges"}],
        "b": [{"kind": "custom-object", "object": "Nothing"}],
        "c": [{"kind": "custom-object", "object": "Contracts", "where": [{"field": "colour", "values": ["red"]}]}],
    }
    codes = set()
    for key, filters in wrong.items():
        _, problems = check_journey_document(opened, _split(False, {key: filters}))
        codes |= {problem.code for problem in problems if problem.is_error}
    assert codes == {"unfit-filter", "unknown-reference", "unknown-attribute"}
