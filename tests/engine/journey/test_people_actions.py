"""Actions on people: buying groups (E5), SMS (E11), WhatsApp, external audiences (E19), moments, web experiences."""

from pathlib import Path
from typing import Any

import pytest

from engine.journey.actions.send_sms import SendSms, SendSmsSettings
from engine.journey.contract import Place
from engine.runner.journeys import world_of_journey
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies, rows
from tests.engine.journey.running import Rehearsal, document

PHONES = {"P01": "+1 212 555 0001", "P02": "+1 416 555 0002", "P03": "+33 1 00 00 00 03"}


def _with_phones(**more: dict[str, Any]) -> list[dict[str, Any]]:
    people = [{**row, "mobile_phone": f"+49 30 {row['person_id']}"} for row in rows()["person"]]
    return [{**row, **more.get(row["person_id"], {})} for row in people]


@pytest.mark.req("B2B-143", "B2B-144")
def test_e5_what_was_set_by_hand_stands_and_what_a_job_set_is_undone(tmp_path: Path) -> None:
    members = [
        {**row, "role_id": "champion", "source": "manual"} if row["person_id"] == "P10" else row
        for row in rows()["bg_member"]
    ]
    with companies(tmp_path / "w", bg_member=members) as workspace:
        found = Rehearsal(workspace, document("e5-precedence"))
        removed, again, same = (found.acts(node) for node in ("remove", "again", "same"))

    assert removed == {
        ("A4", "P10", "skipped_precedence"), ("A4", "P11", "applied"), ("A4", "P12", "applied"),
        ("A4", "P13", "skipped_not_member"),
    }  # fmt: skip
    assert again == {
        ("A4", "P10", "skipped_already_member"), ("A4", "P11", "applied"), ("A4", "P12", "applied"),
        ("A4", "P13", "applied"),
    }  # fmt: skip
    assert {outcome for _, _, outcome in same} == {"skipped_already_member"}


@pytest.mark.req("B2B-156", "B2B-157", "B2B-158", "B2B-159")
def test_e11_only_who_agreed_gets_a_marketing_message(tmp_path: Path) -> None:
    consents = [
        {"person_id": person, "channel": "sms", "scope": "subscription", "key": sender, "val": said}
        for person, sender, said in (("P07", "+15550001", "y"), ("P03", "+15559999", "n"))
    ]
    with companies(tmp_path / "w", person=_with_phones()) as workspace:
        found = Rehearsal(workspace, document("e11-sms"))
        assert found.outcomes("text") == {"sent": 2, "skipped_opted_out": 5}
        assert {person for _, person, outcome in found.acts("text") if outcome == "sent"} == {"P03", "P05"}
        assert found.outcomes("notice") == {"sent": 7}
    with companies(tmp_path / "v", person=_with_phones(), consent_detail=consents) as workspace:
        found = Rehearsal(workspace, document("e11-sms"))
        assert {person for _, person, outcome in found.acts("text") if outcome == "sent"} == {"P03", "P05", "P07"}
    with companies(tmp_path / "u") as workspace:
        assert Rehearsal(workspace, document("e11-sms")).outcomes("text") == {"skipped_no_address": 7}


@pytest.mark.req("B2B-157", "B2B-158")
@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"sender": ""}, "sender"), ({"name": "a/b"}, "name"), ({"configuration": " "}, "configuration")],
)
def test_a_message_that_is_not_ready_says_so(the_companies: Workspace, wrong: dict[str, str], field: str) -> None:
    whole = {"name": "Hello", "configuration": "C", "sender": "+1", "message": "m"}
    world, _ = world_of_journey(the_companies, document("e11-sms"))
    settings = SendSmsSettings.model_validate(whole | wrong)

    assert [problem.field for problem in SendSms().check(Place("n", "SMS", settings, world))] == [field]


@pytest.mark.req("B2B-161", "B2B-163", "B2B-164", "B2B-148", "B2B-167")
def test_whatsapp_needs_consent_and_marketing_does_not_go_to_the_united_states(tmp_path: Path) -> None:
    more = {key: {"mobile_phone": phone, "consent_whatsapp": "y"} for key, phone in PHONES.items()}
    with companies(tmp_path / "w", person=_with_phones(**more)) as workspace:
        found = Rehearsal(workspace, document("people-actions"))
        marketing, utility = found.acts("whatsapp"), found.acts("utility")
        others = found.outcomes("moment"), found.outcomes("web")

    assert marketing == {
        ("A1", "P01", "skipped_unsupported_region"), ("A1", "P02", "sent"), ("A1", "P03", "sent"),
        ("A1", "P13", "skipped_opted_out"),
    }  # fmt: skip
    assert ("A1", "P01", "sent") in utility
    assert others == ({"applied": 4}, {"applied": 4})


@pytest.mark.req("B2B-134", "B2B-135", "B2B-136")
def test_e19_seven_people_come_into_the_audience_and_one_of_them_twice(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, document("e19-external-audience"))

    assert found.outcomes("media") == {"applied": 7, "skipped_already_member": 1}
    assert ("A4", "P13", "skipped_already_member") in found.acts("media")


@pytest.mark.req("B2B-141")
def test_an_external_audience_shows_a_person_after_its_lag(the_companies: Workspace) -> None:
    late = Rehearsal(the_companies, document("e19-external-audience"), ext_audience_lag=48 * 3600)
    node = next(one.id for one in late.result.nodes if one.type == "action")
    assert late.details(node, "visible_at") == {"2026-01-07 00:00:00"}
    at_once = Rehearsal(the_companies, document("e19-external-audience"))
    assert at_once.details(node, "visible_at") == {"2026-01-05 00:00:00"}
