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
from tests.bench.named.samples import QUERIES
from tests.engine.campaigns import build, campaign, condition, exists, node
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
        counted = {document.id: run_document(workspace, document) for document in (*samples(), UNSEEN)}
        yield counted | {"": _again(workspace)}


def _again(workspace: Workspace) -> RunResult:
    """A second run of a sample, which must find everything stored."""
    return run_document(workspace, samples()[0])


def _who(name: str, rule: dict[str, Any]) -> dict[str, Any]:
    return build(name, rule, "households")


_OFTEN = {
    "kind": "aggregate",
    "function": "count",
    "attribute": "baskets",
    "operator": "greater-or-equal",
    "value": 120,
}
_CHILDREN = condition("demographics/kids_count", "in", values=["1", "2", "3+"])
_MAILED = exists("campaigns", condition("campaign/campaign_type", "equal", "Type A"))
_BAKERY = {"kind": "aggregate", "function": "max", "attribute": "purchases/quantity", "operator": "greater", "value": 2,
           "rule": condition("product/department", "equal", "PASTRY")}  # fmt: skip
UNSEEN = campaign(
    [
        _who("often", _OFTEN), _who("children", _CHILDREN), _who("mailed", _MAILED), _who("bakery", _BAKERY),
        node("either", "combine", mode="intersection", complement=True),
        node("not_mailed", "combine", mode="exclusion", primary_set="either", complement=True),
        node("by_income", "deduplication", fields=["demographics/income"], keep=3, complement=True),
        node("what", "split", overlap=True, complement=True, subsets=[
            {"filter": condition("demographics/home_ownership", "empty")},
            {"filter": condition("demographics/age", "starts-with", "2")}]),
    ],
    "often>either", "children>either", "either>not_mailed", "mailed>not_mailed", "not_mailed>by_income",
    "not_mailed:complement>what", id="unseen", seed=2017, dimension="households", as_of="2017-12-31T23:59:59",
)  # fmt: skip


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
    for household, number in read("campaigns", "household_id", "campaign_id"):
        reached[number].add(household)
    largest, second, third = reached[18], reached[13], reached[8]

    found = rows(results["campaign-overlap"])

    assert (found["t4"], found["t5"], found["t6"]) == (len(largest), len(second), len(third))
    assert found["any:result"] == len(largest | second | third)
    assert found["all:result"] == len(largest & second & third)
    assert found["only:result"] == len(largest - second - third)


@pytest.mark.req("PRC-161")
def test_audience_composition(results: dict[str, RunResult], purchases: list[tuple[Any, ...]]) -> None:
    deli = {product for product, department in read("products", "product_id", "department") if department == "DELI"}
    bought = {one[0] for one in purchases if one[2] in deli}
    redeemed = {household for (household,) in read("coupon_redemptions", "household_id")}
    described = read("campaign_descriptions", "campaign_id", "campaign_type")
    kinds = {number for number, kind in described if kind == "Type A"}
    mailed = {household for household, number in read("campaigns", "household_id", "campaign_id") if number in kinds}
    one = redeemed ^ bought
    left = len(one - mailed)
    half = int((left - 200) / 2 + 0.5)

    assert rows(results["audience-composition"]) == {
        "t1": len(redeemed), "t2": len(bought), "t3": len(one), "t4": len(mailed), "t5": left, "t6": left, "t7": 200,
        "t8": left - 200, "t9": half, "t10": left - 200 - half, "one:result": len(redeemed & bought),
    }  # fmt: skip


def test_a_campaign_that_nobody_saw_before(results: dict[str, RunResult], purchases: list[tuple[Any, ...]]) -> None:
    visits: dict[int, set[int]] = defaultdict(set)
    for one in purchases:
        visits[one[0]].add(one[1])
    often = {household for household, baskets in visits.items() if len(baskets) >= 120}
    about = {
        one[0]: one for one in read("demographics", "household_id", "income", "home_ownership", "age", "kids_count")
    }
    children = {household for household, one in about.items() if one[4] in {"1", "2", "3+"}}
    described = read("campaign_descriptions", "campaign_id", "campaign_type")
    kinds = {number for number, kind in described if kind == "Type A"}
    mailed = {household for household, number in read("campaigns", "household_id", "campaign_id") if number in kinds}
    pastry = {product for product, department in read("products", "product_id", "department") if department == "PASTRY"}
    bakery = {household for household, product, quantity in read("transactions", "household_id", "product_id", "quantity")
              if quantity > 2 and product in pastry}  # fmt: skip
    both = often & children
    left, removed = both - mailed, both & mailed
    groups: dict[str, int] = defaultdict(int)
    for household in left:
        groups[about[household][1]] += 1
    kept = sum(min(3, size) for size in groups.values())
    no_home = {one for one in removed if not about[one][2]}
    young = {one for one in removed if about[one][3].startswith("2")}

    found = rows(results["unseen"])

    assert found == {
        "t1": len(often), "t2": len(children), "t3": len(both), "t4": len(mailed), "t5": len(left), "t6": len(removed),
        "bakery:result": len(bakery), "either:complement": len(often ^ children), "by_income:result": kept,
        "by_income:complement": len(left) - kept, "what:subset:1": len(no_home), "what:subset:2": len(young),
        "what:complement": len(removed - no_home - young),
    }  # fmt: skip
    assert len([value for value in found.values() if value]) >= len(found) - 2


def test_a_second_run_computes_nothing(results: dict[str, RunResult]) -> None:
    assert all(node.reused for node in results[""].nodes)
    assert rows(results[""]) == rows(results[samples()[0].id])


def test_every_sample_says_what_it_is_for() -> None:
    for document in samples():
        assert len(document.name) > 10
        assert len(document.description.split()) >= 15


def test_every_sample_has_a_query_to_be_measured_against() -> None:
    assert set(QUERIES) == {document.id for document in samples()}


def test_the_data_are_not_in_the_project() -> None:
    root = Path(__file__).resolve().parents[2]
    assert not [path for path in root.glob("**/*.parquet") if ".venv" not in path.parts]
