"""Looking at a population, against plain Python over the same rows: filters, order, pages, statistics, files."""

import csv
import threading
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

import fastexcel
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlglot import exp

from engine.database import Cursor, Store, stored
from engine.document.model import Document
from engine.problems import Cancelled, EngineError
from engine.relations import Column
from engine.rules import read_rule
from engine.runner import views
from engine.runner.exporting import write_rows
from engine.runner.populations import StoredPopulation, find_population
from engine.runner.service import run_document
from engine.runner.summaries import MOST_BARS, summarise
from engine.runner.views import Look, Sort
from engine.types import DATE, DATETIME, DOUBLE, LONG, DataType
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group, node
from tests.engine.fixture import ROWS, records


def everybody() -> Document:
    """All recipients with their city, churn and plan."""
    picks = [{"attribute": "city"}, {"attribute": "churn_prop"}, {"attribute": "birth_date"}, {"attribute": "email"}]
    return campaign([build("b"), node("more", "enrichment", attributes=picks)], "b>more")


@pytest.fixture(scope="module")
def people(the_shop: Workspace) -> StoredPopulation:
    document = everybody()
    assert run_document(the_shop, document).ok
    return find_population(the_shop, document, "more:result")


@pytest.fixture
def always_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "WORTH_STORING", 0)


RECIPIENTS = records("recipients")


def keys(found: views.Page) -> list[str]:
    return [row[0] for row in found.rows]


@pytest.mark.req("ORC-68")
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("name", ["city", "churn_prop", "birth_date"])
@pytest.mark.parametrize("storing", [False, True])
def test_rows_come_in_order_with_missing_values_last_and_ties_by_key(
    people: StoredPopulation, monkeypatch: pytest.MonkeyPatch, name: str, descending: bool, storing: bool
) -> None:
    monkeypatch.setattr(views, "WORTH_STORING", 0 if storing else 1000)
    there = sorted((row for row in RECIPIENTS if row[name] is not None), key=lambda row: str(row["crm_id"]))
    there.sort(key=lambda row: row[name], reverse=descending)
    missing = sorted(row["crm_id"] for row in RECIPIENTS if row[name] is None)
    wanted = [row["crm_id"] for row in there] + missing

    # Every key holds an R; the other search keeps the two looks apart.
    view = people.look(Look(sort=(Sort(name, descending),), search="r" if storing else ""))
    view.store()

    assert view.is_stored == storing
    assert keys(view.page(0, 100)) == wanted
    assert [keys(view.page(offset, 5)) for offset in (0, 5, 10, 15)] == [
        wanted[0:5], wanted[5:10], wanted[10:15], [],
    ]  # fmt: skip
    assert view.page(3, 1).total == len(RECIPIENTS)


@pytest.mark.req("ORC-68")
@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        (condition("city", value="Paris"), lambda row: row["city"] == "Paris"),
        (condition("churn_prop", "greater", 0.5), lambda row: (row["churn_prop"] or 0) > 0.5),
        (condition("churn_prop", "empty"), lambda row: row["churn_prop"] is None),
        (condition("email", "contains", value="x.com"), lambda row: "x.com" in (row["email"] or "")),
        # Attributes that the population does not hold are read from its records, and from what is linked to them.
        (condition("plan", "in", values=["premium", "free"]), lambda row: row["plan"] in {"premium", "free"}),
        (exists("purchases"), lambda row: any(one[1] == row["crm_id"] for one in ROWS["purchases"])),
        (condition("_key", "in", values=["R02", "R11"]),
         lambda row: row["crm_id"] in {"R02", "R11"}),
    ],
)  # fmt: skip
def test_a_filter_is_a_rule_over_the_rows(people: StoredPopulation, rule: dict[str, Any], holds: Any) -> None:
    view = people.look(Look(rule=read_rule(group("and", rule))))
    wanted = [row["crm_id"] for row in RECIPIENTS if holds(row)]
    assert wanted
    assert keys(view.page()) == wanted
    assert view.total == len(wanted)


@pytest.mark.req("ORC-68")
@pytest.mark.parametrize("text", ["PARIS", "@x", "1990", "'; DROP TABLE p; --", "%", "_", "\\"])
def test_a_search_looks_into_every_shown_column_and_takes_nothing_for_more_than_text(
    people: StoredPopulation, text: str
) -> None:
    shown = ("crm_id", "city", "churn_prop", "birth_date", "email")
    wanted = [
        row["crm_id"] for row in RECIPIENTS if any(text.lower() in str(row[name] or "").lower() for name in shown)
    ]
    assert keys(people.look(Look(search=text)).page()) == wanted


def test_attributes_of_linked_tables_are_shown_beside_without_a_row_more(people: StoredPopulation) -> None:
    levels = {row[0]: row[1] for row in ROWS["loyalty"]}
    view = people.look(Look(attributes=("loyalty/membership_level",), sort=(Sort("loyalty/membership_level"),)))

    page = view.page()

    assert page.columns[-1].name == "loyalty/membership_level"
    assert page.columns[-1].title == "loyalty › membership_level"
    assert {row[0]: row[-1] for row in page.rows} == {row["crm_id"]: levels.get(row["crm_id"]) for row in RECIPIENTS}
    assert [row[-1] for row in page.rows if row[-1]] == sorted(levels.values())
    with pytest.raises(EngineError) as caught:
        people.look(Look(attributes=("purchases/price",)))
    assert caught.value.problem.code == "path-through-collection"


def test_a_column_that_is_not_there_is_a_problem_with_a_suggestion(people: StoredPopulation) -> None:
    for attempt in (
        lambda: people.look(Look(sort=(Sort("citty"),))),
        lambda: people.look(Look()).summary("citty"),
        lambda: people.look(Look()).export(Path("x.csv"), names=["citty"]),
    ):
        with pytest.raises(EngineError) as caught:
            attempt()
        assert "'city'" in caught.value.problem.fix


def test_a_stored_order_is_part_of_the_cache_and_found_again_by_an_equal_look(
    people: StoredPopulation, always_stored: None
) -> None:
    look = Look(sort=(Sort("email"),), search="0")
    people.look(look).store()
    assert people.look(look).is_stored
    assert not people.look(Look(sort=(Sort("email", descending=True),), search="0")).is_stored


@pytest.mark.req("ORC-79")
def test_a_view_answers_while_the_writing_thread_is_busy(the_shop: Workspace, people: StoredPopulation) -> None:
    started, free = threading.Event(), threading.Event()

    def long_count(_cursor: Cursor) -> None:
        started.set()
        free.wait(20)

    job = the_shop.database.writer.submit(long_count)
    try:
        assert started.wait(5)
        assert find_population(the_shop, everybody(), "more:result").look().page().total == 12
    finally:
        free.set()
        job.result()


def test_statistics_are_those_of_the_rows(people: StoredPopulation) -> None:
    churn = [row["churn_prop"] for row in RECIPIENTS if row["churn_prop"] is not None]
    found = people.look().summary("churn_prop")
    assert (found.rows, found.missing, found.empty, found.distinct) == (12, 1, 0, len(set(churn)))
    assert (found.least, found.greatest, found.median) == (min(churn), max(churn), median(churn))
    assert found.mean == pytest.approx(sum(churn) / len(churn))
    assert sum(one.rows for one in found.bars) == len(churn)

    mail = people.look().summary("email")
    counted = Counter(row["email"] for row in RECIPIENTS)
    assert (mail.missing, mail.empty) == (counted[None], counted[""])
    assert dict(mail.frequent) == dict(counted)
    assert mail.bars == ()


def test_statistics_are_those_of_the_filtered_rows(people: StoredPopulation) -> None:
    look = Look(rule=read_rule(condition("city", value="Paris")))
    paris = [row for row in RECIPIENTS if row["city"] == "Paris"]
    assert people.look(look).summary("email").rows == len(paris)


@pytest.mark.req("ORC-68")
def test_a_filter_on_a_bar_finds_exactly_the_rows_that_the_bar_counts(people: StoredPopulation) -> None:
    for name in ("churn_prop", "birth_date"):
        for bar in people.look().summary(name).bars:
            low, high = (one.isoformat() if isinstance(one, date) else one for one in (bar.low, bar.high))
            rule = group("and", condition(name, "greater-or-equal", low), condition(name, "less", high))
            assert people.look(Look(rule=read_rule(rule))).total == bar.rows


NUMBERS = st.lists(st.none() | st.integers(-(10**12), 10**12), max_size=30)
FLOATS = st.lists(st.none() | st.floats(allow_nan=False, allow_infinity=False, width=32), max_size=30)
DATES = st.lists(st.none() | st.dates(), max_size=30)
MOMENTS = st.lists(st.none() | st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9000, 1, 1)), max_size=30)
DECIMALS = st.lists(st.none() | st.decimals(-(10**9), 10**9, places=2), max_size=30)

KINDS: dict[str, tuple[st.SearchStrategy[Any], DataType, pa.DataType]] = {
    "whole": (NUMBERS, LONG, pa.int64()),
    "fractions": (FLOATS, DOUBLE, pa.float64()),
    "money": (DECIMALS, DataType.parse("decimal(12,2)"), pa.decimal128(12, 2)),
    "days": (DATES, DATE, pa.date32()),
    "moments": (MOMENTS, DATETIME, pa.timestamp("us")),
}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_bars_hold_every_value_once_in_even_steps_without_gaps(the_shop: Workspace, kind: str, data: Any) -> None:
    values, type_, arrow = KINDS[kind]
    drawn = data.draw(values)
    here = [one for one in drawn if one is not None]

    def look(cursor: Cursor) -> Any:
        schema = pa.schema([("x", arrow)])
        batch = pa.RecordBatch.from_arrays([pa.array(drawn, type=arrow)], schema=schema)
        cursor.drop(Store.WORK, "values")
        cursor.load(Store.WORK, "values", [batch], schema)
        rows = exp.select(exp.column("x", quoted=True)).from_(stored(Store.WORK, "values"))
        return summarise(rows, Column("x", type_), cursor)

    found = the_shop.database.writer.run(look)

    assert found.missing == len(drawn) - len(here)
    assert found.distinct == len(set(here))
    assert len(found.bars) <= MOST_BARS + 1
    assert all(one.high == other.low for one, other in zip(found.bars, found.bars[1:], strict=False))
    far = kind == "days" and here and max(here).year > 9000
    if here and ((kind != "moments" and not far) or found.bars):
        counted = [sum(_within(bar.low, one, bar.high) for one in here) for bar in found.bars]
        assert [bar.rows for bar in found.bars] == counted
        assert sum(counted) == len(here)


def _within(low: Any, value: Any, high: Any) -> bool:
    """By decimal comparison where the database compares decimals: a bar's edge is written as a short decimal."""
    if isinstance(value, float):
        return bool(low <= value < high)
    if isinstance(value, Decimal):
        return Decimal(str(low)) <= value < Decimal(str(high))
    if isinstance(value, datetime) and not isinstance(low, datetime):
        low, high = (datetime.combine(one, datetime.min.time()) for one in (low, high))
    return bool(low <= value < high)


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".xlsx"])
@pytest.mark.req("ORC-68")
def test_a_file_holds_the_rows_in_order(people: StoredPopulation, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    told: list[int] = []
    look = Look(sort=(Sort("city"), Sort("churn_prop", descending=True)))

    rows = people.look(look).export(path, names=["_key", "city"], tell=told.append)

    assert rows == 12
    assert told[-1] == 12
    assert list(tmp_path.iterdir()) == [path]
    wanted = [("_key", "city"), *((row[0], row[1]) for row in people.look(look).page().rows)]
    assert read_back(path) == wanted


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".xlsx"])
def test_a_file_of_nobody_still_names_its_columns(people: StoredPopulation, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"none{suffix}"
    assert people.look(Look(search="nobody has this")).export(path, names=["_key", "email"]) == 0
    assert read_back(path) == [("_key", "email")]


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".xlsx"])
@pytest.mark.req("ORC-79")
def test_a_cancelled_export_leaves_the_old_file(
    people: StoredPopulation, the_shop: Workspace, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    path.write_text("old")
    many = exp.select(exp.column("range")).from_(exp.func("range", exp.Literal.number(900_000), dialect="duckdb"))
    job = the_shop.database.reader.submit(lambda cursor: write_rows(many, path, cursor, lambda _rows: job.cancel()))
    with pytest.raises(Cancelled):
        job.result()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_excel_keeps_texts_as_texts_and_long_numbers_digit_by_digit(the_shop: Workspace, tmp_path: Path) -> None:
    values = ["=1+1", "https://example.com", 2**60 + 1]
    select = exp.select(*(exp.alias_(exp.convert(one), f"c{n}") for n, one in enumerate(values)))
    path = tmp_path / "x.xlsx"
    the_shop.database.reader.run(lambda cursor: write_rows(select, path, cursor))
    assert read_back(path)[1] == ("=1+1", "https://example.com", str(2**60 + 1))


def read_back(path: Path) -> list[tuple[Any, ...]]:
    """Header and rows, as another program reads them."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [tuple(row) for row in csv.reader(file)]
    if path.suffix == ".parquet":
        table: Any = pq.read_table(path)
        return [tuple(table.schema.names), *zip(*table.to_pydict().values(), strict=True)]
    sheet: Any = fastexcel.read_excel(path).load_sheet(0, header_row=None).to_arrow()
    return list(zip(*sheet.to_pydict().values(), strict=True))


def test_a_job_of_the_reader_tells_how_far_it_is(the_shop: Workspace) -> None:
    seen: list[float | None] = []
    number = exp.func("range", exp.Literal.number(40_000_000), dialect="duckdb")
    slow = exp.select(exp.Max(this=exp.func("md5", exp.cast(exp.column("range"), "text"), dialect="duckdb"))).from_(
        number
    )
    job = the_shop.database.reader.submit(lambda cursor: cursor.value(slow))
    while not job.future.done() and not any(seen):
        seen.append(job.progress())
    job.cancel()
    assert all(one is None or 0 <= one <= 1 for one in seen)
    assert any(seen)
    with pytest.raises(Cancelled):
        job.result()
    assert job.progress() is None


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "xlsx"])
def test_a_folder_that_is_not_there_is_told_in_words(people: StoredPopulation, tmp_path: Path, ending: str) -> None:
    with pytest.raises(EngineError) as caught:
        people.look(Look()).export(tmp_path / "missing" / f"people.{ending}")

    assert caught.value.problem.code == "storage-failed"
    assert caught.value.problem.why == "No such file or directory."
