"""Generated companies: the same everywhere, skewed as real ones are, and whole."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp, parse_one

from engine.account_data.generator import words
from engine.account_data.generator.generate import FILLED, generate_company
from engine.account_data.generator.scale import Scale
from engine.account_data.rows import current_rows
from engine.database import Store, stored
from engine.problems import EngineError
from engine.workspace import Workspace

SCALE = Scale(accounts=200, people=1500, activities=12_000, seed=7)


def generated(folder: Path, scale: Scale) -> Workspace:
    workspace = Workspace.create(folder, threads=2)
    generate_company(workspace, scale)
    return workspace


def rows(workspace: Workspace, text: str) -> list[tuple[Any, ...]]:
    """A query over the stored tables, named as in the model."""
    tree = parse_one(text, dialect="duckdb")
    for table in list(tree.find_all(exp.Table)):
        current = workspace.datasets.current(table.name)
        if current is not None:
            table.replace(exp.alias_(stored(Store.DATA, current.physical), table.alias or table.name, table=True))
    return workspace.database.reader.run(lambda cursor: cursor.fetch(tree))


def checksum(workspace: Workspace, name: str) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    for row in current_rows(workspace, name):
        digest.update(repr(list(row.values())).encode())
    return digest.hexdigest()


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with generated(tmp_path_factory.mktemp("generated") / "w", SCALE) as workspace:
        yield workspace


def digests(subject: str, place: int) -> tuple[int, int]:
    """The digest of a thing as the package documents it, by the standard library."""
    found = hashlib.md5(f"{SCALE.seed}:{subject}:{place}".encode(), usedforsecurity=False).digest()
    return int.from_bytes(found[8:], "little"), int.from_bytes(found[:8], "little")


def repeated(given: dict[str, int]) -> list[str]:
    return [word for word, times in given.items() for _ in range(times)]


def test_accounts_are_those_that_their_digests_say(company: Workspace) -> None:
    found = {row["account_id"]: row for row in current_rows(company, "account")}
    industries, countries = repeated(words.INDUSTRIES), repeated(words.COUNTRIES)
    for place in range(200):
        lo, hi = digests("account", place)
        row = found[f"A{place:08}"]
        first = words.FIRSTS[lo % len(words.FIRSTS)]
        second = words.SECONDS[(lo >> 12) % len(words.SECONDS)]
        nameless = (lo >> 44) % 1000 < 10
        assert row["name"] == (None if nameless else f"{first} {second} {place + 1}")
        assert row["industry"] == industries[hi % len(industries)]
        assert row["country"] == countries[(hi >> 12) % len(countries)]


def test_people_work_where_their_digests_say(company: Workspace) -> None:
    for row in current_rows(company, "person"):
        lo, hi = digests("person", int(row["person_id"][1:]))
        share = lo % 2**31
        account = (share * share // 2**31) * 200 // 2**31
        account -= 1 if account % 97 == 96 else 0
        assert row["source_account_id"] == f"A{account:08}"
        assert (row["email"] is None) == ((hi >> 12) % 1000 < 30)


def test_the_same_seed_gives_the_same_rows_and_another_gives_others(company: Workspace, tmp_path: Path) -> None:
    with generated(tmp_path / "again", SCALE) as again:
        for name in FILLED:
            assert checksum(again, name) == checksum(company, name), name
    with generated(tmp_path / "other", Scale(200, 1500, 12_000, seed=8)) as other:
        for name in ("account", "person", "activity"):
            assert checksum(other, name) != checksum(company, name), name


def test_what_was_generated_before_is_still_generated(company: Workspace) -> None:
    """Whoever changes the generator changes everybody's companies; then these three are to be changed knowingly."""
    found = {name: checksum(company, name)[:12] for name in ("account", "person", "activity")}
    assert found == {"account": "963edd614401", "person": "9110f66b9e3e", "activity": "5a03d0f66910"}


def test_companies_are_skewed_and_every_reference_is_met(company: Workspace) -> None:
    sizes = Counter(row["account_id"] for row in current_rows(company, "account_person"))
    ordered = sorted((sizes.get(f"A{place:08}", 0) for place in range(200)), reverse=True)
    assert sum(ordered[:50]) > 0.45 * sum(ordered)
    assert ordered[-1] == 0
    busy = [n for (n,) in rows(company, "SELECT COUNT(*) FROM activity GROUP BY person_id ORDER BY 1 DESC")]
    assert sum(busy[:150]) > 0.25 * sum(busy)
    assert abs(sum(busy) - 12_000) < 600
    for text in (
        "SELECT COUNT(*) FROM account_person AS r WHERE NOT EXISTS (SELECT 1 FROM account AS a"
        " WHERE a.account_id = r.account_id)",
        "SELECT COUNT(*) FROM activity AS r WHERE NOT EXISTS (SELECT 1 FROM person AS a"
        " WHERE a.person_id = r.person_id)",
        "SELECT COUNT(*) FROM opportunity AS r WHERE NOT EXISTS (SELECT 1 FROM account AS a"
        " WHERE a.account_id = r.account_id)",
        "SELECT COUNT(*) FROM opportunity_person AS r WHERE NOT EXISTS (SELECT 1 FROM account_person AS a"
        " JOIN opportunity AS o ON o.account_id = a.account_id"
        " WHERE a.person_id = r.person_id AND o.opportunity_id = r.opportunity_id)",
        "SELECT COUNT(*) - COUNT(DISTINCT activity_id) FROM activity",
        "SELECT COUNT(*) - COUNT(DISTINCT account_person_id) FROM account_person",
    ):
        assert rows(company, text) == [(0,)], text


def test_an_email_is_sent_before_it_is_delivered_opened_and_clicked(company: Workspace) -> None:
    found = rows(company, "SELECT SPLIT_PART(activity_id, '-', 1), CAST(SPLIT_PART(activity_id, '-', 2) AS INT), ts"
                          " FROM activity WHERE type LIKE 'directMarketing%' ORDER BY 1, 2")  # fmt: skip
    for before, after in pairwise(found):
        if before[0] == after[0]:
            assert before[2] < after[2]
    kinds = Counter(kind for (kind,) in rows(company, "SELECT type FROM activity"))
    sent, opened = kinds["directMarketing.emailSent"], kinds["directMarketing.emailOpened"]
    assert 0.26 * sent < opened < 0.33 * sent


def test_records_that_are_there_are_not_replaced_unasked(company: Workspace) -> None:
    with pytest.raises(EngineError) as caught:
        generate_company(company, SCALE)
    assert caught.value.problem.code == "not-empty"


def test_an_impossible_scale_is_refused(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace, pytest.raises(EngineError) as caught:
        generate_company(workspace, Scale(accounts=0))
    assert caught.value.problem.field == "accounts"
