"""Exact quotas of fair draws: only the rows near the end of a quota are ranked, yet those of a plain sort are taken."""

import hashlib
import json
import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.catalog.model import Dimension
from engine.document.model import Document
from engine.ingest.load import LoadOptions
from engine.ingest.service import import_file
from engine.layouts import FileFormat, FileLayout
from engine.runner.populations import find_population
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, node

PEOPLE = {f"p{number:05d}": number % 7 for number in range(3000)}
"""Enough people that each of the 256 groups of draws has some, and that most quotas end within one."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("draws")
    with Workspace.create(folder / "w", threads=2) as opened:
        path = folder / "people.jsonl"
        path.write_text("\n".join(json.dumps({"id": name, "score": score}) for name, score in PEOPLE.items()))
        layout = FileLayout(format=FileFormat.JSON_LINES, null_tokens=())
        import_file(opened, path, table="people", layout=layout, key=["id"], options=LoadOptions(partial=False))
        opened.schemas.add(Dimension(name="people", table="people"))
        yield opened


PERCENT = st.integers(0, 10_000).map(lambda hundredths: {"kind": "percent", "value": hundredths / 100})
NUMBER = st.sampled_from([0, 1, 2.5, 11, 1500, 2999, 3000, 3001, 9e9]).map(
    lambda value: {"kind": "number", "value": value}
)
FILTER = st.integers(0, 7).map(
    lambda least: {"kind": "condition", "attribute": "score", "operator": "greater-or-equal", "value": least}
)
SORT = st.just({"attribute": "score", "descending": True})
SUBSET = st.fixed_dictionaries({"limit": PERCENT | NUMBER}, optional={"filter": FILTER, "sort": SORT})


@pytest.mark.req("ORC-77", "ORC-119", "ORC-123")
@given(
    rule=st.none() | FILTER,
    subsets=st.lists(SUBSET, min_size=1, max_size=3),
    overlap=st.booleans(),
    seed=st.integers(0, 3),
)
@settings(max_examples=40, deadline=None)
def test_a_quota_takes_whom_a_plain_sort_takes(
    workspace: Workspace, rule: dict[str, Any] | None, subsets: list[dict[str, Any]], overlap: bool, seed: int
) -> None:
    shares = sum(one["limit"]["value"] for one in subsets
                 if one["limit"]["kind"] == "percent" and "filter" not in one)  # fmt: skip
    assume(overlap or shares <= 100)  # more than the whole is refused
    document = campaign(
        [build("who", rule, "people"), node("split", "split", subsets=subsets, complement=True, overlap=overlap)],
        "who>split", seed=seed,
    )  # fmt: skip

    found = {one.id: one.rows for one in run_document(workspace, document).transitions}

    entering = [name for name, score in PEOPLE.items() if rule is None or score >= rule["value"]]
    taken: set[str] = set()
    for number, subset in enumerate(subsets, start=1):
        expected = sorted(_first(entering, set() if overlap else taken, number, subset, seed))
        assert found[f"split:subset:{number}"] == len(expected)
        assert _keys(workspace, document, f"split:subset:{number}") == expected
        taken |= set(expected)
    assert _keys(workspace, document, "split:complement") == sorted(set(entering) - taken)


def _first(entering: list[str], gone: set[str], number: int, subset: dict[str, Any], seed: int) -> list[str]:
    """All that are free in order of their draws, cut at the quota."""
    limit, least = subset["limit"], subset.get("filter", {}).get("value", 0)

    def place(name: str) -> tuple[int, str, str]:
        if "sort" in subset:
            return -PEOPLE[name], "", name
        return 0, hashlib.md5(f"{seed}|subset {number}|{name}".encode()).hexdigest(), name

    free = sorted((name for name in entering if name not in gone and PEOPLE[name] >= least), key=place)
    exact = Fraction(str(limit["value"]))
    share = (
        math.floor(len(entering) * exact / 100 + Fraction(1, 2)) if limit["kind"] == "percent" else math.floor(exact)
    )
    return free[:share]


def _keys(workspace: Workspace, document: Document, transition: str) -> list[str]:
    return [row[0] for row in find_population(workspace, document, transition).page(limit=len(PEOPLE)).rows]
