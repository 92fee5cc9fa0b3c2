"""Who is carried with an account: relations that begin, end and overlap; worked out by hand."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.engine.journey.fixture import companies, rows
from tests.engine.journey.running import Rehearsal, document


def _relation(number: int, since: int | None, until: int | None, role: str) -> dict[str, Any]:
    """P16 and A6, from one day of January to another."""
    days = [None if day is None else datetime(2026, 1, day) for day in (since, until)]
    return {"account_person_id": f"X{number}", "account_id": "A6", "person_id": "P16", "person_roles": [role],
            "valid_from": days[0], "valid_to": days[1]}  # fmt: skip


@pytest.mark.req("B2B-408", "B2B-96")
@pytest.mark.parametrize(
    ("spans", "people"),
    [
        ([(1, None)], 1),
        ([(1, 5)], 0),  # it ends at the very instant of the entry
        ([(1, None), (2, None)], 1),  # twice is once
        ([(1, 20), (1, 20)], 1),
        ([(1, 20), (2, 4)], 1),  # a short one inside a long one takes nothing from it
        ([(1, 3), (4, 20)], 1),
        ([(1, 3), (6, 20)], 0),  # between two of them
    ],
)
def test_a_person_counts_once_while_any_relation_holds(
    tmp_path: Path, spans: list[tuple[int, int | None]], people: int
) -> None:
    others = [row for row in rows()["account_person"] if row["person_id"] != "P16"]
    more = [_relation(place, since, until, "employee") for place, (since, until) in enumerate(spans)]
    subject = document("list-audience")
    only = {"kind": "attribute", "attribute": "account_id", "values": ["A6"]}
    nodes = tuple(node.model_copy(update={"settings": {"condition": {"filters": [only]}}})
                  if node.type == "account-audience" else node for node in subject.nodes)  # fmt: skip
    with companies(tmp_path / "w", account_person=[*others, *more]) as workspace:
        found = Rehearsal(workspace, subject.model_copy(update={"nodes": nodes}))
    assert found.crossed("audience:out") == (1, people)
