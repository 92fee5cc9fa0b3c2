"""What actions check and change, in which order, and who stays in a journey; worked out by hand."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engine.accounts.defaults import default_rows
from engine.document.model import Document
from engine.runner.journeys import check_journey_document
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies, rows
from tests.engine.journey.running import Rehearsal
from tests.engine.journey.test_linked import chain as journey
from tests.engine.journey.test_linked import wait
from tests.engine.journey.test_more_actions import chain, codes

Opening = Callable[..., Workspace]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opening]:
    """Opens the company with some tables replaced; it is closed after the test."""
    with ExitStack() as stack:
        yield lambda **more: stack.enter_context(companies(tmp_path / f"w{len(more)}", **more))


@pytest.mark.req("B2B-108", "B2B-110", "B2B-145", "B2B-147", "B2B-104")
def test_values_are_changed_cleared_and_added_to(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, chain(
        ("acct.update_profile", {"attribute": "industry", "value": "Care"}),
        ("acct.update_profile", {"attribute": "industry", "value": ""}),
        ("ppl.update_profile", {"attribute": "job_title", "value": "Chief"}),
        ("ppl.change_score", {"change": "+10"}), ("ppl.change_score", {"change": "-5"}),
        accounts="Cedar",
    ))  # fmt: skip
    assert found.values("n1") == {"A3": ("Healthcare", "Care")}
    assert found.values("n2")["A3"][0] == "Care"
    assert found.values("n2")["A3"][1] in {None, ""}
    assert found.values("n3") == {"P08": ("CMO", "Chief"), "P09": ("Designer", "Chief")}
    assert found.values("n4") == {"P08": ("40", "50"), "P09": (None, "10")}
    assert found.values("n5") == {"P08": ("50", "45"), "P09": ("10", "5")}


@pytest.mark.req("B2B-109", "B2B-113", "B2B-126", "B2B-127")
def test_settings_of_actions_have_their_limits(the_companies: Workspace) -> None:
    assert codes(the_companies, "acct.update_profile", attribute="account_id", value="X")
    assert codes(the_companies, "acct.update_profile", attribute="industry", value="X") == set()
    for nothing in ("", " ", "NULL"):
        assert codes(the_companies, "acct.update_profile", attribute="name", value=nothing), nothing
    for nothing in ("", "NULL", "nobody"):
        assert codes(the_companies, "ppl.update_profile", attribute="email", value=nothing), nothing
    moment = {"type": "Web", "description": "x" * 140}
    assert codes(the_companies, "acct.interesting_moment", **moment) == set()
    assert codes(the_companies, "acct.interesting_moment", **{**moment, "description": "x" * 141})
    addresses = [f"a{place}@example.com" for place in range(501)]
    assert codes(the_companies, "acct.sales_alert", interest="Cloud Suite", addresses=addresses[:500]) == set()
    assert codes(the_companies, "acct.sales_alert", interest="Cloud Suite", addresses=addresses)
    assert codes(the_companies, "acct.sales_alert", interest="Cloud Suite", addresses=["nobody"])
    assert codes(the_companies, "acct.sales_alert", interest="", addresses=addresses[:1])


@pytest.mark.req("B2B-155", "B2B-154", "B2B-149")
def test_the_first_reason_not_to_send_a_message_is_the_one_that_is_told(opened: Opening) -> None:
    flags: dict[str, dict[str, Any]] = {
        "P01": {"email_invalid": True, "blocklisted": True},
        "P02": {"blocklisted": True, "email_suspended": True},
        "P03": {"email_suspended": True, "marketing_suspended": True},
        "P13": {"marketing_suspended": True, "consent_email": "n"},
    }
    people = [{**row, **flags.get(str(row["person_id"]), {})} for row in rows()["person"]]
    step = ("ppl.send_email", {"name": "Offer", "subject": "S"})
    found = Rehearsal(opened(person=people), chain(step, accounts="Acorn"))
    assert found.acts("n1") == {
        ("A1", "P01", "skipped_invalid_address"), ("A1", "P02", "skipped_blocklisted"),
        ("A1", "P03", "skipped_suspended"), ("A1", "P13", "skipped_marketing_suspended"),
    }  # fmt: skip


@pytest.mark.req("B2B-174", "B2B-175")
@pytest.mark.parametrize(
    ("policy", "outcome"),
    [("newest", "skipped_already_member"), ("oldest", "applied"), ("all", "applied")],
)
def test_the_policy_of_a_connection_picks_the_records(opened: Opening, policy: str, outcome: str) -> None:
    """P16 has two records, of which the newer one is in the list."""
    records = [row for row in rows()["mkto_record"] if row["person_id"] != "P16"]
    own = [{"record_id": f"X{year}", "connection_id": "default", "person_id": "P16", "email": "p16@example.com",
            "created_at": datetime(year, 1, 1)} for year in (2024, 2025)]  # fmt: skip
    workspace = opened(
        mkto_connection=[{"connection_id": "default", "name": "Main", "update_policy": policy}],
        mkto_record=[*records, *own],
        mkto_list_member=[{"list_id": "nurture", "record_id": "X2025", "added_at": datetime(2025, 12, 1)}],
    )
    step = ("mkto.add_to_list", {"workspace": "Main", "list": "Nurture"})
    assert Rehearsal(workspace, chain(step, accounts="Fir")).outcomes("n1") == {outcome: 1}


@pytest.mark.req("B2B-94", "B2B-280", "B2B-278")
def test_who_no_longer_belongs_to_the_audience_stays_in_the_journey(opened: Opening) -> None:
    """A1 leaves its industry on the day after it entered; the wait takes the default five days all the same."""
    moved = {"activity_id": "X1", "type": "account.dataValueChanged", "ts": datetime(2026, 1, 6), "account_id": "A1",
             "attribute": "industry", "new_value": "Other"}  # fmt: skip
    subject = journey("a", ("wait", "wait", {}))
    food = {"filters": [{"kind": "attribute", "attribute": "industry", "values": ["Food"]}]}
    nodes = tuple(node.model_copy(update={"settings": {"condition": food}}) if node.id == "audience" else node
                  for node in subject.nodes)  # fmt: skip
    found = Rehearsal(opened(activity=[*rows()["activity"], moved]), subject.model_copy(update={"nodes": nodes}))
    assert found.tokens(0) == [("A1", 1, datetime(2026, 1, 5), datetime(2026, 1, 10), "completed")]


@pytest.mark.req("B2B-101", "B2B-98")
def test_a_person_who_leaves_the_segment_stays_in_the_journey(opened: Opening) -> None:
    moved = {"activity_id": "X1", "type": "person.dataValueChanged", "ts": datetime(2026, 1, 6), "person_id": "P08",
             "attribute": "job_title", "new_value": "Advisor"}  # fmt: skip
    subject = journey("a", wait("three", 3), of_people=True)
    chiefs = {"filters": [{"kind": "attribute", "attribute": "job_title", "values": ["CMO"]}]}
    nodes = tuple(node.model_copy(update={"settings": {"condition": chiefs}}) if node.id == "audience" else node
                  for node in subject.nodes)  # fmt: skip
    found = Rehearsal(opened(activity=[*rows()["activity"], moved]), subject.model_copy(update={"nodes": nodes}))
    assert found.tokens(0) == [("P08", 1, datetime(2026, 1, 5), datetime(2026, 1, 8), "completed")]


@pytest.mark.req("B2B-99", "B2B-102")
def test_people_enter_at_the_event_if_they_meet_the_filters(opened: Opening) -> None:
    """P08 and P14 open the e-mail, too, but only P01 is one of the vice presidents."""
    subject = journey("a", of_people=True)
    settings = {
        "input": "events",
        "events": [{"event": "directMarketing.emailOpened", "where": [{"field": "asset_name", "values": ["Welcome"]}]}],
        "filters": {"filters": [{"kind": "attribute", "attribute": "job_title", "operator": "starts-with",
                                 "values": ["VP"]}]},
    }  # fmt: skip
    nodes = tuple(node.model_copy(update={"settings": settings}) if node.id == "audience" else node
                  for node in subject.nodes)  # fmt: skip
    found = Rehearsal(opened(), subject.model_copy(update={"nodes": nodes}))
    assert found.entries() == [("P01", 1, datetime(2026, 1, 6, 10))]


@pytest.mark.req("B2B-139", "B2B-160", "B2B-161", "B2B-162")
def test_a_role_belongs_to_the_template_and_messages_have_what_they_need(opened: Opening) -> None:
    workspace = opened(bg_role=[*default_rows()["bg_role"], {"role_id": "guest", "name": "Guest"}])
    assigned = {"interest": "Cloud Suite", "role": "Decision Maker"}
    assert codes(workspace, "ppl.assign_bg", **assigned) == set()
    _, told = check_journey_document(workspace, chain(("ppl.assign_bg", {**assigned, "role": "Guest"})))
    assert ("foreign-role", "settings.role", False) in {(one.code, one.field, one.is_error) for one in told}

    sms = {"name": "Hello", "configuration": "Main", "sender": "+33100000000", "message": "Hi"}
    assert codes(workspace, "ppl.send_sms", **sms, link="https://example.com", link_tracking=False) == set()
    assert codes(workspace, "ppl.send_sms", **{**sms, "message": "x" * 1601})
    assert codes(workspace, "ppl.send_sms", **{**sms, "name": "Hello?"}) == {("reserved-character", "settings.name")}
    for field in sms:
        assert codes(workspace, "ppl.send_sms", **{**sms, field: ""}) == {("missing-setting", f"settings.{field}")}
    wrong = codes(workspace, "ppl.send_sms", **sms, link="javascript:alert(1)")
    assert wrong == {("wrong-link", "settings.link")}

    template = {"name": "Hello", "configuration": "Main", "template": "greeting", "approved": True}
    for category in ("marketing", "utility", "authentication"):
        assert (
            codes(workspace, "ppl.send_whatsapp", **template, category=category, variables=["{{profile.x}}"]) == set()
        )
    assert codes(workspace, "ppl.send_whatsapp", **template, category="other")
    assert codes(workspace, "ppl.send_whatsapp", **template, variables=["x", " "]) == {
        ("missing-setting", "settings.variables[1]")
    }
    assert codes(workspace, "ppl.send_whatsapp", **{**template, "approved": False}) == {
        ("not-live", "settings.template")
    }


@pytest.mark.req("B2B-106")
@pytest.mark.parametrize(("people", "expected"), [(True, {"P08", "P09"}), (False, set[str]())])
def test_a_moment_of_an_account_is_one_of_its_people_if_wanted(
    the_companies: Workspace, people: bool, expected: set[str]
) -> None:
    """Cedar has two people; a moment that is theirs, too, is in their history right behind it."""
    had = {"filters": [{"kind": "event-history", "event": "leadOperation.interestingMoment"}]}
    raw = chain(("acct.interesting_moment", {"type": "Web", "people": people}), accounts="Cedar").model_dump(
        mode="json", by_alias=True
    )
    raw["nodes"] = [one for one in raw["nodes"] if one["type"] in {"account-audience", "action"}] + [
        {"id": "split", "type": "split-people", "settings": {"paths": [{"id": "had", "condition": had}]}},
        {"id": "mark", "type": "action", "settings": {"on": "people", "action": "ppl.update_profile",
                                                      "settings": {"attribute": "job_title", "value": "Met"}}},
        {"id": "close", "type": "close", "settings": {}},
    ]  # fmt: skip
    ways = [f"{raw['nodes'][0]['id']} out n1", "n1 out split", "split path:had mark", "mark out close"]
    raw["transitions"] = [dict(zip(("id", "from", "port", "to"), (way, *way.split()), strict=True)) for way in ways]
    found = Rehearsal(the_companies, Document.model_validate(raw))
    assert {person for _, person, _ in found.acts("mark")} == expected
