"""Further worked examples of the specification (section 14.3), each from a document, with the printed results."""

from datetime import datetime
from pathlib import Path

import pytest

from engine.workspace import Workspace
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import Rehearsal, document


@pytest.mark.req("B2B-243", "B2B-244")
def test_e3_only_one_account_has_two_decision_makers(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, document("e3-role-depth"))

    ways = {account: way for account, (way, _) in found.moves("split").items()}
    assert {account for account, way in ways.items() if way == "path:deep"} == {"A4"}
    assert set(ways.values()) == {"path:deep", "no_match"}


@pytest.mark.req("B2B-129", "B2B-128")
def test_e4_only_allowed_stages_are_applied(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, document("e4-stage-rules"))

    steps = {step: found.outcomes(step) for step in ("purchase", "interest", "consideration", "awareness")}
    assert steps == {
        "purchase": {"skipped_invalid_transition": 1},
        "interest": {"applied": 1},
        "consideration": {"applied": 1},
        "awareness": {"skipped_invalid_transition": 1},
    }


@pytest.mark.req("B2B-60", "B2B-61")
def test_e6_an_address_gets_one_message_while_its_first_account_is_inside(the_companies: Workspace) -> None:
    off = Rehearsal(the_companies, document("e6-deduplication-off"))
    assert off.outcomes("mail") == {"sent": 7, "skipped_opted_out": 1}

    # Without a wait, A1 leaves at the same instant, but only after A4 has had its turn at the message.
    on = Rehearsal(the_companies, document("e6-deduplication-on"))
    assert on.outcomes("mail") == {"sent": 6, "skipped_duplicate_address": 1, "skipped_opted_out": 1}
    assert ("A4", "P13", "skipped_duplicate_address") in on.acts("mail")


@pytest.mark.req("B2B-256", "B2B-258", "B2B-274")
def test_e7_event_history_looks_back_from_the_entry(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, document("e7-event-history"))
    assert {person for _, person, _ in found.acts("mark")} == {"P05", "P13"}

    others = Rehearsal(the_companies, document("e7-event-history-inactive"))
    carried = {f"P{number:02}" for number in range(1, 17)} - {"P04"}
    assert {person for _, person, _ in others.acts("mark")} == carried - {"P05", "P13"}


@pytest.mark.req("B2B-54", "B2B-55", "B2B-56", "B2B-57", "B2B-58", "B2B-59")
@pytest.mark.parametrize(
    ("timing", "second"), [("end", datetime(2026, 2, 6)), ("start", datetime(2026, 2, 4))], ids=["end", "start"]
)
def test_e8_an_account_enters_again_after_the_delay_and_no_third_time(
    the_companies: Workspace, timing: str, second: datetime
) -> None:
    found = Rehearsal(the_companies, document(f"e8-re-entry-from-{timing}"))

    assert found.entries() == [("A1", 1, datetime(2026, 1, 5)), ("A1", 2, second)]
    assert found.crossed("audience:out") == (2, 8)


@pytest.mark.req("B2B-264", "B2B-274")
def test_e12_role_in_account(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, document("e12-role-in-account"))

    assert found.crossed("split:path:contractors") == (2, 2)
    assert {(account, person) for account, person, _ in found.acts("mark")} == {("A1", "P13"), ("A4", "P13")}


@pytest.mark.req("B2B-302", "B2B-303", "B2B-304")
def test_e17_a_message_above_the_limit_is_suppressed(tmp_path: Path) -> None:
    rule = {"rule_id": "daily", "name": "Daily", "capping_count": 1, "period": "daily", "every": 1, "channel": "email"}

    def outcomes(status: str, folder: str) -> list[dict[str, int]]:
        with companies(tmp_path / folder, comm_rule=[{**rule, "status": status}]) as workspace:
            found = Rehearsal(workspace, document("e17-limits"))
        return [dict(found.outcomes(node)) for node in ("first", "second", "notice")]

    skipped = {"skipped_opted_out": 1, "skipped_suspended": 1}
    # An operational message passes over limits and opt-out.
    assert outcomes("active", "active") == [
        {"sent": 5, **skipped},
        {"suppressed_limit": 5, **skipped},
        {"sent": 6, "skipped_suspended": 1},
    ]
    assert outcomes("draft", "draft")[1] == {"sent": 5, **skipped}
