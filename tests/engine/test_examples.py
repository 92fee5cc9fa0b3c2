"""The worked examples of the specification's section 10 that need more than one count: files, real runs, schemas."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.catalog.ddl import read_ddl
from engine.catalog.sources import Clock
from engine.document.files import from_text
from engine.document.model import Document
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.runner.populations import find_population
from engine.runner.real import start_real_run
from engine.runner.records import distribution
from engine.runner.results import State
from engine.runner.service import run_document, schedule_of
from engine.runner.testing import start_test
from engine.schedules import launches
from engine.workspace import Workspace
from tests.engine.fixture import shop

RUNS = Path(__file__).parent.parent / "workflows" / "runs"
CLOCK = Clock(datetime(2025, 10, 1, 9), ZoneInfo("Europe/Paris"))
PEOPLE = """lastname;firstname;email;birthdate
Jones;Anna;anna@x.com;2000-10-01
Price;Eva;eva@orange.co.uk;1988-12-31
Tran;Jon;ida@gmail.com;1994-04-04
New;Nora;new@x.com;1990-01-01
Voss;Leo;leo@adobe.com;1999-01-01
"""
RECIPIENT = "_change_request_type,crm_id,first_name,last_name,email,mobile_phone,push_token,birth_date,city,plan,churn_prop,c_email,c_sms,lastmodified"  # noqa: E501


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def example(name: str, **replaced: str) -> Document:
    """A document file, with names of files put in."""
    text = (RUNS / f"{name}.json").read_text(encoding="utf-8")
    for old, new in replaced.items():
        text = text.replace(f'"{old}.csv"', f'"{new}"')
    return from_text(text)


def members(workspace: Workspace, document: Document, output: str, *names: str) -> list[Any]:
    """The keys behind a count, with further columns."""
    page = find_population(workspace, document, output).page()
    titles = [one.name for one in page.columns]
    places = [titles.index(name) for name in ("_key", *names)]
    return [tuple(row[place] for place in places) if names else row[places[0]] for row in page.rows]


@pytest.mark.req("ORC-196")
def test_e12_the_distribution_of_plans(the_shop: Workspace) -> None:
    found = distribution(the_shop, "recipients", "plan", CLOCK)

    shares = [(one.value, one.rows, round(100 * one.share, 1)) for one in found.values]
    assert shares == [("basic", 7, 58.3), ("premium", 3, 25.0), ("free", 2, 16.7)]
    assert not found.partial


@pytest.mark.req("ORC-96", "ORC-133", "ORC-135", "ORC-143", "PRC-153")
def test_e26_the_people_of_a_file_are_found_and_saved(workspace: Workspace, tmp_path: Path) -> None:
    """Five lines, three of them known; the two others are kept without a key and are no members of the audience."""
    (tmp_path / "crm.csv").write_text(PEOPLE, encoding="utf-8")
    document = example("E26", people=str(tmp_path / "crm.csv"))

    run_document(workspace, document)
    assert workspace.audiences.list() == []
    result = start_real_run(workspace, document)

    assert [str(one) for one in result.problems if one.is_error] == []
    assert result.transition("t1").rows == 5
    assert (result.transition("t2").rows, result.transition("t2").targets) == (5, 3)
    keys = members(workspace, document, "t2")
    assert sorted(key for key in keys if key is not None) == ["R01", "R05", "R10"]
    saved = workspace.audiences.by_label("Known people")
    assert saved is not None
    assert saved.rows == 3


@pytest.mark.req("ORC-143", "ORC-59", "ORC-90")
def test_e27_and_e28_buyers_are_saved_once_published_and_read_with_their_level(workspace: Workspace) -> None:
    buyers, letter = example("E27"), example("E28")

    start_test(workspace, buyers).result()
    assert workspace.audiences.list() == []

    start_real_run(workspace, buyers)
    saved = workspace.audiences.by_label("Bought lately")
    assert saved is not None
    assert saved.rows == 6
    run_document(workspace, letter)
    assert sorted(members(workspace, letter, "read:result", "level")) == [
        ("R01", "gold"), ("R03", "bronze"), ("R05", "gold"), ("R07", "silver"), ("R08", None), ("R12", "bronze"),
    ]  # fmt: skip


@pytest.mark.req("ORC-92", "ORC-94", "ORC-33")
def test_e34_each_monday_new_gold_members_are_welcomed_once(workspace: Workspace, tmp_path: Path) -> None:
    document = example("E34")
    planned = launches(schedule_of(document), CLOCK.zone, CLOCK.now.replace(tzinfo=CLOCK.zone))
    assert [next(planned).strftime("%A %d %B %H:%M") for _ in range(2)] == [
        "Monday 06 October 09:00",
        "Monday 13 October 09:00",
    ]

    first = start_real_run(workspace, document)
    path = tmp_path / "loyalty.csv"
    path.write_text("_change_request_type,customer,membership_level,points_balance,enrollment_date,lastmodified\n"
                    "u,R07,gold,60,2025-05-10,2025-10-02\n")  # fmt: skip
    import_file(workspace, path, table="loyalty", options=LoadOptions(LoadMode.UPSERT))
    second, third = start_real_run(workspace, document), start_real_run(workspace, document)

    assert [one.transition("t1").rows for one in (first, second, third)] == [3, 1, None]
    assert third.node("mail").state is State.NOT_REACHED


@pytest.mark.req("ORC-225", "ORC-231")
def test_e46_a_table_with_an_enumeration_and_a_composite_key(workspace: Workspace, tmp_path: Path) -> None:
    """The table can be filled: the same order with two products is two records, a status outside the list is none."""
    found = read_ddl(
        "CREATE TABLE orders (order_id INT, product_id INT, lastmodified TIMESTAMP, "
        "order_status enum('PENDING','SHIPPED','DELIVERED','CANCELLED'), PRIMARY KEY (order_id, product_id))"
    )
    workspace.schemas.add(*found.tables, *found.links)
    assert workspace.catalog().table_by_name["orders"].key == ("order_id", "product_id")

    path = tmp_path / "orders.csv"
    lines = ["1,1,2025-01-01,PENDING", "1,2,2025-01-01,SHIPPED", "2,1,2025-01-01,LOST", "1,1,2025-01-02,DELIVERED"]
    path.write_text("order_id,product_id,lastmodified,order_status\n" + "\n".join(lines) + "\n")
    done = import_file(workspace, path, table="orders", options=LoadOptions(threshold=100))

    assert done.rows == 2
    assert [one.first_line for one in done.record.rejects] == [4, 5]


@pytest.mark.req("ORC-233")
def test_e47_older_versions_deletions_missing_keys_and_wrong_kinds_of_change(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "changes.csv"
    path.write_text(
        f"{RECIPIENT}\n"
        "u,R07,Gus,Roy,old@gmail.com,+337,,1999-11-11,Paris,free,0.4,true,true,2025-08-01T00:00:00\n"
        "d,R12,,,,,,,,,,,,2025-10-01T00:00:00\n"
        "u,,Nil,Nobody,,,,,,,,,,2025-10-01T00:00:00\n"
        "x,R06,Fay,Quinn,,,,,,,,,,2025-10-01T00:00:00\n"
    )
    schema = workspace.catalog().table_by_name["recipients"]
    workspace.schemas.add(schema.model_copy(update={"version": "lastmodified"}))
    before = workspace.datasets.snapshot()["recipients"].rows

    done = import_file(workspace, path, table="recipients", options=LoadOptions(LoadMode.UPSERT, threshold=100))

    assert (done.record.counts["ignored"], done.record.counts["deleted"], len(done.record.rejects)) == (1, 1, 2)
    assert workspace.datasets.snapshot()["recipients"].rows == before - 1
    with pytest.raises(EngineError):
        import_file(workspace, path, table="recipients", options=LoadOptions(LoadMode.UPSERT, threshold=0))
