"""The modes and options of a run: structure, synthetic engagement, samples, evaluation, frozen people."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import log
from pathlib import Path
from typing import Any

import pytest

from engine.expressions.native import murmur3_32
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies, rows
from tests.engine.journey.running import Rehearsal, document

START = datetime(2026, 1, 5)


@pytest.mark.req("B2B-5")
@pytest.mark.parametrize("outcome", ["event", "timeout"])
def test_structure_passes_waits_and_chooses_what_listening_hears(the_companies: Workspace, outcome: str) -> None:
    found = Rehearsal(the_companies, document("e1-value-tiers"), mode="structure", outcome=outcome)

    assert found.crossed(f"opened:{outcome}") == (2, 7)
    assert {out for _, out in found.moves("wait").values()} == {START}
    assert found.result.journey is not None
    assert found.result.journey["in_progress"] == 0


@pytest.mark.req("B2B-5")
def test_structure_tells_what_both_outcomes_reach_as_upper_bounds(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, document("e1-value-tiers"), mode="structure", outcome="both")

    assert found.crossed("opened:event") == (2, 7)
    assert found.crossed("opened:timeout") == (2, 7)
    assert found.crossed("merge:out") == (2, 7)
    assert found.result.journey is not None
    assert found.result.journey["upper_bounds"] is True
    assert found.result.journey["in_progress"] == 0


@pytest.mark.req("B2B-6", "B2B-19")
def test_synthetic_engagement_is_drawn_by_the_documented_hash(the_companies: Workspace) -> None:
    rates = {"delivered": 0.9, "opened": 0.6, "clicked": 0.0, "unsubscribed": 0.0,
             "delivered_delay": 60, "opened_delay": 3600}  # fmt: skip

    def draw(person: str, kind: str) -> int:
        return murmur3_32(f"7:{person}:welcome:1:{kind}")

    def opens(person: str) -> bool:
        return draw(person, "delivered") < 0.9 * 2**32 and draw(person, "opened") < 0.6 * 2**32

    found = Rehearsal(the_companies, document("e1-value-tiers"), mode="synthetic", random_seed=7, rates=rates)

    def after(person: str) -> timedelta:
        parts = ((60, "delivered:d"), (3600, "opened:d"))
        return timedelta(seconds=sum(-mean * log(1 - draw(person, kind) / 2**32) for mean, kind in parts))

    # A1 also has the recorded opening of P01, A2 has none: it hears the first invented one.
    heard = [after(person) for person in ("P05", "P07") if opens(person)]
    assert heard
    way, at = found.moves("opened")["A2"]
    assert way == "event"
    assert abs(at - START - min(heard)) < timedelta(milliseconds=1)


@pytest.mark.req("B2B-20")
@pytest.mark.parametrize(("sample", "expected"), [(3, 3), (0.5, 4)])
def test_a_sample_lets_only_some_accounts_in_and_says_so(
    the_companies: Workspace, sample: float, expected: int
) -> None:
    found = Rehearsal(the_companies, document("e1-value-tiers"), sample=sample)

    told: Mapping[str, Any] = found.result.journey or {}
    assert told["entered"] + told["excluded"] == expected
    assert told["sample"] is True


@pytest.mark.req("B2B-91", "B2B-7")
@pytest.mark.parametrize(("evaluated", "entries"), [("daily", ["A2", "A5"]), ("once", ["A2"])])
def test_late_qualifiers_enter_at_the_evaluation_that_first_finds_them(
    tmp_path: Path, evaluated: str, entries: list[str]
) -> None:
    later = {"list_id": "worked", "account_id": "A5", "added_at": datetime(2026, 1, 8, 15)}
    members = [*rows()["account_list_member"], later]
    with companies(tmp_path / "w", account_list_member=members) as workspace:
        found = Rehearsal(workspace, document("list-audience"), audience_eval=evaluated)
        entered = found.entries()

    assert [account for account, _, _ in entered] == entries
    if evaluated == "daily":
        assert entered[1][2] == datetime(2026, 1, 9)


@pytest.mark.req("B2B-96")
@pytest.mark.parametrize(("membership", "people"), [("dynamic", {"P07"}), ("frozen", {"P05", "P06"})])
def test_people_are_read_at_each_node_or_stay_those_of_the_entry(
    tmp_path: Path, membership: str, people: set[str]
) -> None:
    # P07 joins A2 on 7 January, P05 and P06 leave it then; the message goes out on the 10th.
    change = datetime(2026, 1, 7)
    spans = {"P05": {"valid_to": change}, "P06": {"valid_to": change}, "P07": {"valid_from": change}}
    relations = [{**row, **spans.get(row["person_id"], {})} for row in rows()["account_person"]]
    with companies(tmp_path / "w", account_person=relations) as workspace:
        found = Rehearsal(workspace, document("wait-then-mail"), people_membership=membership)
        acts = found.acts("mail")

    assert {person for _, person, _ in acts} == people
