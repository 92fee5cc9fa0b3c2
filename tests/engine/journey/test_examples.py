"""The worked examples of the specification (section 14), each from a document, with the printed results."""

from datetime import datetime

import pytest

from engine.workspace import Workspace
from tests.engine.journey.running import Rehearsal, document


@pytest.fixture(scope="module")
def tiers(the_companies: Workspace) -> Rehearsal:
    """E1 to its full horizon."""
    return Rehearsal(the_companies, document("e1-value-tiers"))


@pytest.mark.req("B2B-4", "B2B-90", "B2B-92", "B2B-95", "B2B-267", "B2B-269")
def test_e1_lets_accounts_with_a_name_enter_and_splits_them(tiers: Rehearsal) -> None:
    assert tiers.result.journey is not None
    assert tiers.result.journey["entered"] == 7
    assert tiers.result.journey["excluded"] == 1
    assert tiers.crossed("audience:out") == (7, 16)
    people = {person for node in ("welcome", "score", "nurture") for _, person, _ in tiers.acts(node)}
    assert "P04" not in people, "she has no address"
    assert tiers.crossed("tiers:path:high") == (2, 7)
    assert tiers.crossed("tiers:path:medium") == (1, 2)
    assert tiers.crossed("tiers:other") == (4, 7)


@pytest.mark.req("B2B-10", "B2B-153", "B2B-154", "B2B-197", "B2B-203", "B2B-220")
def test_e1_sends_the_message_and_hears_who_opened_it(tiers: Rehearsal) -> None:
    assert tiers.outcomes("welcome") == {"sent": 5, "skipped_opted_out": 1, "skipped_suspended": 1}
    assert ("A1", "P02", "skipped_opted_out") in tiers.acts("welcome")
    assert ("A2", "P06", "skipped_suspended") in tiers.acts("welcome")
    assert tiers.moves("opened") == {
        "A1": ("event", datetime(2026, 1, 6, 10)),
        "A2": ("timeout", datetime(2026, 1, 10)),
    }


@pytest.mark.req("B2B-123", "B2B-122", "B2B-128", "B2B-111", "B2B-112")
def test_e1_moves_the_stage_notes_the_moment_and_fills_the_list(tiers: Rehearsal) -> None:
    assert tiers.outcomes("stage") == {"applied": 1}
    assert tiers.values("stage") == {"A1": (None, "interest")}
    assert tiers.outcomes("moment") == {"applied": 1}
    assert tiers.crossed("merge:out") == (2, 7)
    assert tiers.acts("list") == {("A1", None, "applied"), ("A2", None, "skipped_already_member")}


@pytest.mark.req("B2B-271", "B2B-275", "B2B-281", "B2B-146")
def test_e1_waits_for_a_weekday_and_raises_the_score_of_leaders(tiers: Rehearsal) -> None:
    assert tiers.moves("wait") == {"A3": ("out", datetime(2026, 1, 7, 10))}
    assert tiers.crossed("leaders:path:leaders") == (1, 1)
    assert tiers.crossed("leaders:skip") == (1, 1)
    assert tiers.values("score") == {"P08": ("40", "50")}
    assert tiers.crossed("close:out") == (1, 2)
    assert tiers.outcomes("alert") == {"sent": 1}


@pytest.mark.req("B2B-287", "B2B-169")
def test_e1_shares_the_others_by_quota_and_puts_people_into_a_marketo_list(tiers: Rehearsal) -> None:
    paths = {account: port for account, (port, _) in tiers.moves("variant").items()}
    assert paths == {"A4": "path:1", "A6": "path:1", "A5": "path:2", "A8": "path:2"}
    assert tiers.outcomes("nurture") == {"applied": 4, "skipped_already_member": 1}
    assert ("A4", "P12", "skipped_already_member") in tiers.acts("nurture")


@pytest.mark.req("B2B-12", "B2B-13")
def test_e1_ends_for_all_by_the_fourth_of_february(tiers: Rehearsal) -> None:
    assert tiers.result.journey is not None
    assert tiers.result.journey["exits"] == {"completed": 7}
    assert tiers.result.journey["mean_days"] == 2.69
    assert tiers.result.journey["completion_rate"] == 100
    assert all(node.conserved for node in tiers.result.nodes)


def test_e1_on_the_eighth_of_january_is_half_done(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, document("e1-value-tiers"), sim_end="2026-01-08T00:00")

    assert found.result.journey is not None
    assert found.result.journey["exits"] == {"completed": 4}
    assert found.result.journey["in_progress"] == 3
    assert found.result.journey["completion_rate"] == 57.14
    assert {account for account, (way, _) in found.moves("opened").items() if way != "event"} == {"A2"}
    assert found.result.node("opened").waiting == 1
    assert found.result.node("wait-5").waiting == 2
    assert all(node.conserved for node in found.result.nodes)
