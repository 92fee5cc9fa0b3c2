"""Variant splits: quotas of accounts, batches of people, the hash of persons; examples E9 and E10 and the vectors."""

from pathlib import Path

import pytest

from engine.expressions.native import murmur3_32
from engine.journey.nodes.variant import distribute_evenly, quota_sequence
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies, rows
from tests.engine.journey.running import Rehearsal, document


@pytest.mark.req("B2B-289", "B2B-290")
@pytest.mark.parametrize(
    ("text", "expected"),
    [("P01:J1", 3070714599), ("P02:J1", 3114131784), ("P10:J1", 3912438721), ("P13:J1", 3301020741),
     ("P01:J2", 1847105967)],
)  # fmt: skip
def test_the_hash_has_the_published_values(text: str, expected: int) -> None:
    assert murmur3_32(text) == expected


@pytest.mark.req("B2B-290")
def test_a_thousand_people_fall_into_the_published_buckets() -> None:
    counts = [0, 0, 0]
    for number in range(1, 1001):
        bucket = murmur3_32(f"P{number:05}:J1") % 10_000
        counts[0 if bucket < 3000 else 1 if bucket < 6000 else 2] += 1
    assert counts == [303, 307, 390]


@pytest.mark.req("B2B-287")
def test_accounts_take_paths_by_quota() -> None:
    sequence = [place + 1 for place in quota_sequence([50, 30, 20])]
    assert (sequence * 10)[:10] == [1, 2, 3, 1, 1, 2, 1, 3, 2, 1]


@pytest.mark.req("B2B-286")
def test_percentages_are_distributed_evenly() -> None:
    assert [distribute_evenly(count) for count in (2, 3, 7)] == [
        [50, 50],
        [34, 33, 33],
        [15, 15, 14, 14, 14, 14, 14],
    ]


@pytest.mark.req("B2B-284", "B2B-288")
def test_e9_the_people_of_an_account_are_shared_out(the_companies: Workspace) -> None:
    found = Rehearsal(the_companies, document("e9-variant-people"))

    per_path = [[account for account, _, _ in found.acts(node)] for node in ("one", "two", "three")]
    counts = {account: [accounts.count(account) for accounts in per_path] for account in ("A1", "A2", "A6")}
    assert counts == {"A1": [2, 1, 1], "A2": [1, 0, 2], "A6": [1, 0, 0]}


@pytest.mark.req("B2B-21", "B2B-98", "B2B-289")
def test_e10_persons_take_the_path_of_their_hash(tmp_path: Path) -> None:
    people = [{**row, "email": row["email"] or "p04@example.com"} for row in rows()["person"]]
    with companies(tmp_path / "w", person=people) as workspace:
        found = Rehearsal(workspace, document("e10-person-variant"))
        paths = {person: port for person, (port, _) in found.moves("variant").items()}

    first = {person for person, port in paths.items() if port == "path:1"}
    assert first == {"P01", "P02", "P04", "P05", "P08", "P13", "P14"}
    assert len(paths) == 16
    assert found.crossed("audience:out") == (None, 16)
