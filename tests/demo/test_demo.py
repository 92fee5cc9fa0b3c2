# ruff: noqa: E501 - expected counts are read as tables
"""The demo on real data: every count again by an independent route, plain Python over the package's own files."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from engine.demo import build_demo, find_data, samples
from engine.runner.results import RunResult
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.twin import digest

AS_OF = datetime(2017, 12, 31, 23, 59, 59)
pytestmark = pytest.mark.timeout(300)


def read(name: str, *columns: str) -> list[tuple[Any, ...]]:
    """The rows of one of the package's files."""
    table: Any = pq.read_table(find_data() / f"{name}.parquet", columns=list(columns))
    return list(zip(*(table[column].to_pylist() for column in columns), strict=True))


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, RunResult]]:
    with build_demo(tmp_path_factory.mktemp("demo") / "w") as workspace:
        yield {document.id: run_document(workspace, document) for document in samples()} | {"": _again(workspace)}


def _again(workspace: Workspace) -> RunResult:
    """A second run of a sample, which must find everything stored."""
    return run_document(workspace, samples()[0])


def rows(result: RunResult) -> dict[str, int | None]:
    return {one.id: one.rows for one in result.transitions}


@pytest.fixture(scope="module")
def purchases() -> list[tuple[Any, ...]]:
    return read(
        "transactions",
        "household_id",
        "basket_id",
        "product_id",
        "store_id",
        "week",
        "sales_value",
        "transaction_timestamp",
    )


def test_lapsed_households(results: dict[str, RunResult], purchases: list[tuple[Any, ...]]) -> None:
    deli = {product for product, department in read("products", "product_id", "department") if department == "DELI"}
    since = AS_OF.replace(hour=0, minute=0, second=0) - timedelta(weeks=8)
    before = {one[0] for one in purchases if one[2] in deli and one[6] < since}
    lately = {one[0] for one in purchases if one[2] in deli and one[6] >= since}
    lapsed = before - lately
    control = int(len(lapsed) * 10 / 100 + 0.5)

    assert rows(results["lapsed-households"]) == {
        "t1": len(lapsed), "t2": len(lapsed) - control, "control:subset:1": control, "mail:result": len(lapsed) - control,
    }  # fmt: skip
    assert len(lapsed) == 851


def test_the_control_group_is_the_same_on_every_machine() -> None:
    first = sorted(range(1, 21), key=lambda household: digest(2017, "subset 1", [household]))

    assert first[:3] == [6, 4, 16]


def test_coupon_non_redeemers(results: dict[str, RunResult]) -> None:
    received = read("campaigns", "household_id", "campaign_id")
    reached = {household for household, _ in received}
    redeemed = {household for (household,) in read("coupon_redemptions", "household_id")}

    found = results["coupon-non-redeemers"]

    assert rows(found) == {
        "t1": len(received), "t2": len(received), "t3": len(reached), "t4": len(redeemed),
        "t5": len(reached - redeemed), "t6": len(reached - redeemed), "mail:result": len(reached - redeemed),
        "unused:complement": len(reached & redeemed),
    }  # fmt: skip
    assert found.transition("t2").targets == len(reached)
    assert sum(found.node("mail").reach.values()) == len(reached - redeemed)


def test_baskets_to_households(results: dict[str, RunResult], purchases: list[tuple[Any, ...]]) -> None:
    amounts: dict[int, Decimal] = defaultdict(Decimal)
    for one in purchases:
        amounts[one[1]] += Decimal(str(one[5])).quantize(Decimal("0.01"))
    big = {basket for basket, amount in amounts.items() if amount >= 100}
    wanted = {(one[2], one[3], one[4]): None for one in purchases if one[1] in big}
    promoted: set[tuple[Any, ...]] = set()
    file: Any = pq.ParquetFile(find_data() / "promotions.parquet")
    for batch in file.iter_batches(1_000_000, columns=["product_id", "store_id", "week"]):
        promoted.update(
            key for key in zip(*(column.to_pylist() for column in batch.columns), strict=True) if key in wanted
        )
    owners = {one[1]: one[0] for one in purchases if one[1] in big and (one[2], one[3], one[4]) in promoted}
    households = set(owners.values())
    known = {household for (household,) in read("demographics", "household_id")}

    assert rows(results["basket-to-household"]) == {
        "t1": len(owners), "t2": len(households), "people:complement": len(owners) - len(households),
        "known:result": len(households & known), "known:complement": len(households - known),
    }  # fmt: skip


def test_campaign_overlap(results: dict[str, RunResult]) -> None:
    reached: dict[int, set[int]] = defaultdict(set)
    for household, campaign in read("campaigns", "household_id", "campaign_id"):
        reached[campaign].add(household)
    largest, second, third = reached[18], reached[13], reached[8]

    found = rows(results["campaign-overlap"])

    assert (found["t4"], found["t5"], found["t6"]) == (len(largest), len(second), len(third))
    assert found["any:result"] == len(largest | second | third)
    assert found["all:result"] == len(largest & second & third)
    assert found["only:result"] == len(largest - second - third)


def test_a_second_run_computes_nothing(results: dict[str, RunResult]) -> None:
    assert all(node.reused for node in results[""].nodes)
    assert rows(results[""]) == rows(results[samples()[0].id])


def test_every_sample_says_what_it_is_for() -> None:
    for document in samples():
        assert len(document.name) > 10
        assert len(document.description.split()) >= 15


def test_the_data_are_not_in_the_project() -> None:
    root = Path(__file__).resolve().parents[2]
    assert not [path for path in root.glob("**/*.parquet") if ".venv" not in path.parts]
