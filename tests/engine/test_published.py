"""Campaigns on the data of TPC-H at scale 1, counted against the answers that its authors published.

The long run: `pytest -n0 -m soak tests/engine/test_published.py`. The data come from `tpchgen-cli`, a generator made by
others (`uv tool install tpchgen-cli`); without it the tests are skipped.
"""

import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from engine.catalog.model import Dimension, Link
from engine.ingest.service import import_file
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group, node

GENERATOR = shutil.which("tpchgen-cli")
KEYS = {"customer": ("c_custkey",), "orders": ("o_orderkey",), "lineitem": ("l_orderkey", "l_linenumber")}
pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600), pytest.mark.skipif(GENERATOR is None, reason="no generator")]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("published")
    tables = ",".join(KEYS)
    subprocess.run([GENERATOR or "", "parquet", "-s", "1", f"--tables={tables}", f"--output-dir={folder}"], check=True)
    with Workspace.create(folder / "w", threads=2) as opened:
        for name, key in KEYS.items():
            import_file(opened, folder / f"{name}.parquet", table=name, key=key)
            opened.schemas.add(Dimension(name=name, table=name))
        buyer, order = (("o_custkey", "c_custkey"),), (("l_orderkey", "o_orderkey"),)
        opened.schemas.add(
            Link(name="buyer", source="orders", target="customer", pairs=buyer, reverse_name="orders"),
            Link(name="order", source="lineitem", target="orders", pairs=order, reverse_name="items"),
        )
        yield opened


def counted(workspace: Workspace, dimension: str, rule: dict[str, Any], *parts: dict[str, Any]) -> list[int | None]:
    """The rows that match, and those of them in each part; nothing is left over."""
    subsets = [{"filter": part} for part in parts or [rule]]
    split = node("split", "split", subsets=subsets, complement=True)
    result = run_document(workspace, campaign([build("who", rule, dimension), split], "who>split", dimension=dimension))
    assert not [str(one) for one in result.problems if one.is_error]
    assert result.transition("split:complement").rows == 0
    found = [result.transition(f"split:subset:{number}").rows for number in range(1, len(subsets) + 1)]
    return found if parts else [result.transition("t1").rows]


def truth(expression: str) -> dict[str, Any]:
    return {"kind": "condition", "expression": expression, "operator": "equal", "value": True}


LATE = truth("@l_commitdate < @l_receiptdate")
URGENT = ["1-URGENT", "2-HIGH"]


def test_pricing_summary(workspace: Workspace) -> None:
    """Question 1: lines shipped until 90 days before December 1998, by return flag and status."""
    parts = [group("and", condition("l_returnflag", "equal", flag), condition("l_linestatus", "equal", status))
             for flag, status in ("AF", "NF", "NO", "RF")]  # fmt: skip
    found = counted(workspace, "lineitem", condition("l_shipdate", "less-or-equal", "1998-09-02"), *parts)
    assert found == [1478493, 38854, 2920374, 1478870]


def test_order_priorities(workspace: Workspace) -> None:
    """Question 4: orders of a quarter of which a line was received after its commitment, by priority."""
    begin, end = (
        condition("o_orderdate", *part) for part in (("greater-or-equal", "1993-07-01"), ("less", "1993-10-01"))
    )
    names = [*URGENT, "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"]
    parts = [condition("o_orderpriority", "equal", name) for name in names]
    found = counted(workspace, "orders", group("and", begin, end, exists("items", LATE)), *parts)
    assert found == [10594, 10476, 10410, 10556, 10487]


def test_shipping_modes(workspace: Workspace) -> None:
    """Question 12: lines of a year that came late, by mode and by whether their order was urgent."""
    rule = group(
        "and", condition("l_shipmode", "in", values=["MAIL", "SHIP"]), LATE, truth("@l_shipdate < @l_commitdate"),
        condition("l_receiptdate", "greater-or-equal", "1994-01-01"), condition("l_receiptdate", "less", "1995-01-01"),
    )  # fmt: skip
    urgent = [condition("order/o_orderpriority", kind, values=URGENT) for kind in ("in", "not-in")]
    parts = [group("and", condition("l_shipmode", "equal", mode), one) for mode in ("MAIL", "SHIP") for one in urgent]
    assert counted(workspace, "lineitem", rule, *parts) == [6202, 9324, 6200, 9262]


@pytest.mark.parametrize(("orders", "customers"), [(0, 50005), (8, 5937), (9, 6641), (10, 6532), (11, 6014)])
def test_customer_distribution(workspace: Workspace, orders: int, customers: int) -> None:
    """Question 13: customers by the number of their orders that are no special requests."""
    rule = condition("o_comment", "not-like", "%special%requests%")
    count = {"kind": "aggregate", "function": "count", "attribute": "orders", "operator": "equal", "value": orders}
    assert counted(workspace, "customer", count | {"rule": rule}) == [customers]


def test_large_orders(workspace: Workspace) -> None:
    """Question 18: orders of more than 300 pieces."""
    total = {"kind": "aggregate", "function": "sum", "attribute": "items/l_quantity", "operator": "greater"}
    assert counted(workspace, "orders", total | {"value": 300}) == [57]


def test_sales_opportunities(workspace: Workspace) -> None:
    """Question 22: customers of seven countries with more than their average balance and without orders."""
    codes = {"13": 888, "17": 861, "18": 964, "23": 892, "29": 948, "30": 909, "31": 922}
    code = {"kind": "condition", "expression": "Left(@c_phone, 2)"}
    rich = condition("c_acctbal", "greater", 5003.685765215089)
    rule = group("and", code | {"operator": "in", "values": list(codes)}, rich, exists("orders", negated=True))
    parts = [code | {"operator": "equal", "value": one} for one in codes]
    assert counted(workspace, "customer", rule, *parts) == list(codes.values())
