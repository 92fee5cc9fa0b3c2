# ruff: noqa: E501 - settings are read in rows
"""Campaigns on files that nobody here wrote, each counted again by plain Python over the files themselves."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engine.catalog.model import Dimension, Link
from engine.document.model import Document
from engine.ingest.service import import_file
from engine.runner.populations import find_population
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group, node
from tests.engine.twin import digest

Record = dict[str, Any]
SEED = 42
CUSTOMER = "customerID"


@pytest.fixture(scope="module")
def telco(foreign_data: Path) -> list[Record]:
    (path,) = (foreign_data / "telco_churn").glob("*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def retail(foreign_data: Path) -> list[Record]:
    """The lines of three days, numbered; those who bought are known by a number that looks like a float."""
    lines: list[Record] = []
    for path in sorted((foreign_data / "online_retail" / "raw_days").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            lines += list(csv.DictReader(file))
    return [line | {"line": number} for number, line in enumerate(lines)]


@pytest.fixture(scope="module")
def workspace(
    tmp_path_factory: pytest.TempPathFactory, foreign_data: Path, retail: list[Record]
) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("unseen")
    with Workspace.create(folder / "w", threads=2) as opened:
        (path,) = (foreign_data / "telco_churn").glob("*.csv")
        import_file(opened, path, table="telco")
        buyers = sorted({line["CustomerID"] for line in retail if line["CustomerID"]})
        _write(folder / "lines.csv", retail)
        _write(folder / "buyers.csv", [{"CustomerID": buyer} for buyer in buyers])
        import_file(opened, folder / "lines.csv", table="lines", key=("line",))
        import_file(opened, folder / "buyers.csv", table="buyers", key=("CustomerID",))
        pairs = (("CustomerID", "CustomerID"),)
        opened.schemas.add(Link(name="buyer", source="lines", target="buyers", pairs=pairs, reverse_name="lines"))
        opened.schemas.add(*(Dimension(name=name, table=name) for name in ("telco", "lines", "buyers")))
        yield opened


def _write(path: Path, rows: list[Record]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def counted(workspace: Workspace, document: Document) -> dict[str, int | None]:
    """Rows by transition."""
    result = run_document(workspace, document)
    assert not [str(one) for one in result.problems if one.is_error]
    assert all(one.conserved for one in result.nodes)
    return {one.id: one.rows for one in result.transitions}


def keys(workspace: Workspace, document: Document, transition: str) -> list[Any]:
    """The keys behind a transition, in order."""
    return [row[0] for row in find_population(workspace, document, transition).page(limit=100_000).rows]


def test_whom_to_win_back_before_the_contract_ends(workspace: Workspace, telco: list[Record]) -> None:
    """Churned within a year, not by mailed check: the fifty who paid most get a call, others a letter by contract."""
    left = group("and", condition("Churn", "equal", True), condition("tenure", "less-or-equal", 12))
    document = campaign(
        [
            build("left", left, "telco"),
            build("check", condition("PaymentMethod", "contains", "check", ignore_case=True), "telco"),
            node("minus", "combine", mode="exclusion", primary_set="left", complement=True),
            node("call", "split", complement=True, subsets=[
                {"limit": {"kind": "number", "value": 50}, "sort": {"attribute": "MonthlyCharges", "descending": True}}]),
            node("letter", "split", complement=True, subsets=[{"filter": condition("Contract", "equal", name)}
                                                             for name in ("Month-to-month", "One year")]),
        ],
        "left>minus", "check>minus", "minus>call", "call:complement>letter", dimension="telco", seed=SEED,
    )  # fmt: skip
    gone = [one for one in telco if one["Churn"] == "Yes" and int(one["tenure"]) <= 12]
    checks = [one for one in telco if "check" in one["PaymentMethod"].lower()]
    wanted = [one for one in gone if one not in checks]
    ranked = sorted(wanted, key=lambda one: (-float(one["MonthlyCharges"]), one[CUSTOMER]))
    rest = ranked[50:]
    by_contract = [sum(one["Contract"] == name for one in rest) for name in ("Month-to-month", "One year", "Two year")]

    found = counted(workspace, document)

    assert (found["t1"], found["t2"], found["t3"]) == (len(gone), len(checks), len(wanted))
    assert found["minus:complement"] == len(gone) - len(wanted)
    assert keys(workspace, document, "call:subset:1") == sorted(one[CUSTOMER] for one in ranked[:50])
    assert [found[f"letter:{port}"] for port in ("subset:1", "subset:2", "complement")] == by_contract


def test_a_control_group_of_families_without_charges(workspace: Workspace, telco: list[Record]) -> None:
    """A tenth by chance of those with family, and per payment method the two who stayed longest."""
    family = group("or", condition("Partner", "equal", True), condition("Dependents", "equal", True))
    document = campaign(
        [
            build("family", group("except", family, condition("SeniorCitizen", "equal", 1)), "telco"),
            node("control", "split", complement=True, subsets=[{"limit": {"kind": "percent", "value": 10}}]),
            node("best", "deduplication", fields=["PaymentMethod"], keep=2, method="expression", expression="@tenure", complement=True),
            build("uncharged", condition("TotalCharges", "empty"), "telco"),
        ],
        "family>control", "control:complement>best", dimension="telco", seed=SEED,
    )  # fmt: skip
    members = [one for one in telco if "Yes" in {one["Partner"], one["Dependents"]} and one["SeniorCitizen"] == "0"]
    quota = int(len(members) * 10 / 100 + 0.5)
    drawn = sorted(members, key=lambda one: digest(SEED, "subset 1", [one[CUSTOMER]]))
    best: list[str] = []
    for method in sorted({one["PaymentMethod"] for one in drawn[quota:]}):
        same = [one for one in drawn[quota:] if one["PaymentMethod"] == method]
        best += [one[CUSTOMER] for one in sorted(same, key=lambda one: (-int(one["tenure"]), one[CUSTOMER]))[:2]]

    found = counted(workspace, document)

    assert (found["t1"], found["control:subset:1"]) == (len(members), quota)
    assert keys(workspace, document, "control:subset:1") == sorted(one[CUSTOMER] for one in drawn[:quota])
    assert keys(workspace, document, "best:result") == sorted(best)
    assert found["uncharged:result"] == sum(not one["TotalCharges"].strip() for one in telco) == 11


def test_buyers_of_many_things_who_returned_nothing(workspace: Workspace, retail: list[Record]) -> None:
    """At least 100 pieces in 10 lines or more, nothing returned; each with the three dearest things bought."""
    pieces = {
        "kind": "aggregate",
        "function": "sum",
        "attribute": "lines/Quantity",
        "operator": "greater-or-equal",
        "value": 100,
    }
    many = {
        "kind": "aggregate",
        "function": "count-distinct",
        "attribute": "lines/StockCode",
        "operator": "greater-or-equal",
        "value": 10,
    }
    returned = exists("lines", condition("Quantity", "less", 0), negated=True)
    document = campaign(
        [
            build("good", group("and", pieces, many, returned), "buyers"),
            node("dear", "enrichment",
                 collections=[{"link": "lines", "name": "best", "attributes": ["StockCode", "UnitPrice"], "lines": 3,
                               "sort": {"attribute": "UnitPrice", "descending": True}}],
                 aggregates=[{"attribute": "lines/UnitPrice", "function": "max", "alias": "dearest"}]),
        ],
        "good>dear", dimension="buyers",
    )  # fmt: skip
    bought: dict[str, list[Record]] = defaultdict(list)
    for line in retail:
        bought[line["CustomerID"]].append(line)
    del bought[""]
    good = {
        int(float(buyer)): sorted(lines, key=lambda line: (-float(line["UnitPrice"]), line["line"]))[:3]
        for buyer, lines in bought.items()
        if sum(int(line["Quantity"]) for line in lines) >= 100
        and len({line["StockCode"] for line in lines}) >= 10
        and all(int(line["Quantity"]) >= 0 for line in lines)
    }

    assert counted(workspace, document)["dear:result"] == len(good) > 0
    page = find_population(workspace, document, "dear:result").page(limit=10_000)
    names = [one.name for one in page.columns]
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in page.rows}
    for buyer, lines in good.items():
        assert [str(rows[buyer][f"best{place}_StockCode"]) for place in (1, 2, 3)] == [
            line["StockCode"] for line in lines
        ]
        assert float(rows[buyer]["dearest"]) == float(lines[0]["UnitPrice"])


def test_lines_of_december_become_their_buyers(workspace: Workspace, retail: list[Record]) -> None:
    """Lines abroad of the last day, as buyers, one row each; those without a buyer keep their place."""
    rule = group("and", condition("Country", "not-equal", "United Kingdom"),
                 condition("InvoiceDate", "greater-or-equal", "2011-12-01"), condition("UnitPrice", "between", values=[1, 5]))  # fmt: skip
    document = campaign(
        [
            build("abroad", rule, "lines"),
            node("who", "change-dimension", dimension="buyers", keep=1, complement=True),
            build("all", condition("CustomerID", "empty"), "lines"),
        ],
        "abroad>who", dimension="lines",
    )  # fmt: skip
    abroad = [
        line
        for line in retail
        if line["Country"] != "United Kingdom"
        and datetime.fromisoformat(line["InvoiceDate"]) >= datetime(2011, 12, 1)
        and 1 <= float(line["UnitPrice"]) <= 5
    ]
    buyers = {line["CustomerID"] for line in abroad if line["CustomerID"]}
    nobody = [line for line in abroad if not line["CustomerID"]]

    found = counted(workspace, document)

    assert (found["t1"], found["who:result"]) == (len(abroad), len(buyers) + len(nobody))
    assert found["who:complement"] == len(abroad) - len(buyers) - len(nobody) > 0
    assert found["all:result"] == sum(not line["CustomerID"] for line in retail)
