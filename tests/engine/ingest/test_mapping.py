"""Columns of files become columns of tables: proposed with a score, said, computed, missing, or two at once."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp

from engine.catalog.model import Attribute, Dimension, EnumValue, Link, Table
from engine.database import Store, stored
from engine.ingest.load import LoadMode, LoadOptions, TooManyRejectsError
from engine.ingest.mapping import suggest_mapping
from engine.ingest.service import import_file, preview_file, rehearse_import
from engine.ingest.staging import Unchanged
from engine.layouts import ColumnLayout, FileFormat, FileLayout
from engine.problems import EngineError
from engine.runner.clock import clock_of
from engine.runner.housekeeping import tidy
from engine.runner.records import records_of
from engine.runner.service import run_document
from engine.types import DataType
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group

STRING, LONG, DATE, DOUBLE = (DataType.parse(one) for one in ("string", "long", "date", "double"))
ORDERS = Table(
    name="orders",
    attributes=(
        Attribute(name="order_id", type=LONG),
        Attribute(name="customer", type=STRING, required=True),
        Attribute(name="ordered_at", type=DATE, label="Bestelldatum"),
        Attribute(name="amount", type=DOUBLE),
    ),
    key=("order_id",),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as opened:
        yield opened


def rows(workspace: Workspace, table: str, *names: str) -> list[tuple[Any, ...]]:
    current = workspace.datasets.current(table)
    assert current is not None
    wanted = [exp.column(name, quoted=True) for name in names]
    query = exp.select(*wanted).from_(stored(Store.DATA, current.physical)).order_by(wanted[0].copy())
    return list(workspace.database.reader.run(lambda cursor: cursor.fetch(query)))


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.req("PRC-101")
def test_columns_are_proposed_by_name_then_by_likeness_then_by_type() -> None:
    columns = [("Order ID", LONG), ("custömer", STRING), ("bestelldatum", DATE), ("ammount", DOUBLE), ("Zz", STRING)]

    found = {one.source: (one.target, one.score) for one in suggest_mapping(columns, ORDERS)}

    assert found == {
        "Order ID": ("order_id", 95), "custömer": ("customer", 95), "bestelldatum": ("ordered_at", 90),
        "ammount": ("amount", 80),
    }  # fmt: skip
    assert [(one.source, one.score) for one in suggest_mapping([("amount", DATE), ("Amount", DOUBLE)], ORDERS)] == [
        ("Amount", 95)
    ], "of two for one target, the one whose type fits"


@pytest.mark.req("PRC-102")
def test_a_calculated_column_is_computed_from_the_values_of_the_file(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "lines.csv", "line;price;quantity\n1;2,50;4\n2;x;3\n3;;2\n4;1,25;2\n")
    columns = (
        ColumnLayout(name="line", type=LONG),
        ColumnLayout(name="price", type=DOUBLE, decimal=",", ignore=True),
        ColumnLayout(name="quantity", type=LONG),
        ColumnLayout(name="total", type=DOUBLE, expression="@price * @quantity + 1"),
    )
    layout = FileLayout(delimiter=";", columns=columns)

    made = import_file(workspace, path, layout=layout, key=["line"], options=LoadOptions(threshold=100))

    assert [one.name for one in made.table.attributes] == ["line", "quantity", "total"]
    assert rows(workspace, "lines", "line", "quantity", "total") == [(1, 4, 11.0), (3, 2, None), (4, 2, 3.5)]
    (line,) = made.record.rejects
    assert (line.first_line, [(one["code"], one["column"]) for one in line.errors]) == (3, [("ING-1501", "total")])
    again = layout.model_copy(update={"columns": (*columns[:3], columns[3].model_copy(
        update={"expression": "DaysDiff(GetDate(), GetDate())"}))})  # fmt: skip
    with pytest.raises(EngineError) as caught:
        import_file(workspace, path, layout=again, table="other")
    assert caught.value.problem.code == "reads-the-present"


@pytest.mark.req("PRC-103")
def test_a_required_column_without_a_source_and_two_sources_of_one_column_stop_a_load(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.schemas.add(ORDERS)
    path = write(tmp_path / "orders.csv", "order_id,customer,client,amount\n1,Ana,Bob,5\n")

    def load(*columns: ColumnLayout) -> str:
        try:
            import_file(workspace, path, table="orders", layout=FileLayout(columns=columns))
        except EngineError as error:
            return error.problem.code
        return ""

    order = ColumnLayout(name="order_id", type=LONG)
    assert load(order, ColumnLayout(name="customer", ignore=True)) == "MAP-001"
    both = ColumnLayout(name="customer"), ColumnLayout(name="customer", source="client")
    assert load(order, *both) == "MAP-002"

    # Left out is left out, also where the table has a column of that name.
    left = ColumnLayout(name="customer", ignore=True), ColumnLayout(name="amount", ignore=True)
    assert load(order, *left, ColumnLayout(name="customer", source="client")) == ""
    assert rows(workspace, "orders", "order_id", "customer", "amount") == [(1, "Bob", None)]


@pytest.mark.req("PRC-96", "PRC-98", "PRC-100")
@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".json", ".parquet"])
def test_the_first_ten_rows_are_shown_and_nothing_is_kept(workspace: Workspace, tmp_path: Path, suffix: str) -> None:
    source = write(tmp_path / "n.csv", "n,word\n" + "".join(f"{n},w{n}\n" for n in range(1, 13)))
    path = tmp_path / f"numbers{suffix}"
    if suffix == ".csv":
        source.rename(path)
    elif suffix == ".json":
        write(path, "[" + ",".join(f'{{"n": {n}, "word": "w{n}"}}' for n in range(1, 13)) + "]")
    else:
        table = import_file(workspace, source, table="source").table.name
        records_of(workspace, table, clock_of(campaign([]))).export(path)

    found = preview_file(workspace, path)

    assert [(str(row[0]), row[1]) for row in found.rows] == [(str(n), f"w{n}") for n in range(1, 11)]
    assert "numbers" not in workspace.catalog().table_by_name
    assert import_file(workspace, path, table="numbers").rows == 12


@pytest.mark.req("PRC-104")
def test_the_file_is_checked_before_its_values_and_these_before_what_the_table_demands(
    workspace: Workspace, tmp_path: Path
) -> None:
    level = Attribute(name="level", type=STRING, values=(EnumValue(value="gold"),))
    day = Attribute(name="day", type=DATE, required=True)
    workspace.schemas.add(Table(name="t", attributes=(Attribute(name="id", type=LONG), level, day), key=("id",)))
    path = write(tmp_path / "t.csv", "id,id,day\n1,x,never\n")
    with pytest.raises(EngineError) as caught:
        import_file(workspace, path, table="t")
    assert caught.value.problem.code == "ING-121", "two headers alike: no value is looked at"

    write(path, "id,level,day\n1,tin,never\n2,gold,\n")
    found = rehearse_import(workspace, path, table="t", layout=FileLayout()).result()
    codes = [[error["code"] for error in line.errors] for line in found.rejects]
    assert codes == [["ING-1556", "ING-1501", "ING-1555"], ["ING-1555"]]


@pytest.mark.req("PRC-111", "PRC-114", "PRC-115")
def test_the_ledger_says_who_loaded_what_and_keeps_what_was_set_aside_for_thirty_days(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ana")
    path = write(tmp_path / "n.csv", "n\n1\nx\n" + "3\n" * 30)
    layout = FileLayout(columns=(ColumnLayout(name="n", type=LONG),))
    made = import_file(workspace, path, layout=layout, key=[], options=LoadOptions(threshold=50))

    (record,) = workspace.datasets.loads()

    assert (record.status, record.made_by, record.counts["rejected"]) == ("active", "ana", 1)
    assert len(record.sha256) == 64
    assert record.seconds is not None
    assert record.seconds >= 0
    assert record.started is not None
    assert [line.raw for line in workspace.datasets.rejects(made.record.id)] == ["x"]
    tidy(workspace, now=record.started + timedelta(days=29))
    assert len(workspace.datasets.rejects(made.record.id)) == 1
    tidy(workspace, now=record.started + timedelta(days=30, seconds=1))
    assert workspace.datasets.rejects(made.record.id) == []
    assert workspace.datasets.loads()[0].counts["rejected"] == 1, "how many they were is still known"


@pytest.mark.req("PRC-97", "PRC-99")
def test_loads_of_all_kinds_of_data_keep_what_campaigns_count_up_to_date(workspace: Workspace, tmp_path: Path) -> None:
    """Persons, and what they did, bought, paid and asked: each counted through its link, before and after more came."""
    kinds = {
        "visits": ("visit,person,page\n1,p1,home\n2,p2,cart\n", "visit,person,page\n3,p3,cart\n", "page", "cart"),
        "orders": ("order,person,item\n1,p1,tea\n", "order,person,item\n2,p2,tea\n3,p3,milk\n", "item", "tea"),
        "payments": (
            "payment,person,state\n1,p1,paid\n2,p2,open\n",
            "payment,person,state\n2,p2,paid\n",
            "state",
            "paid",
        ),
        "tickets": ("ticket,person,topic\n1,p3,late\n", "ticket,person,topic\n2,p3,late\n3,p1,late\n", "topic", "late"),
    }
    people = write(tmp_path / "people.csv", "person,city\np1,Paris\np2,Paris\n")
    import_file(workspace, people, key=["person"])
    for name, (first, _, _, _) in kinds.items():
        import_file(workspace, write(tmp_path / f"{name}.csv", first), key=[name.removesuffix("s")])
        workspace.schemas.add(
            Link(name="who", source=name, target="people", pairs=(("person", "person"),), reverse_name=name)
        )
    workspace.schemas.add(Dimension(name="people", table="people", identity="person"))

    def counts() -> dict[str, int]:
        found = {"everybody": build("everybody", dimension="people")}
        for name, (_, _, column, value) in kinds.items():
            rule = exists(name, condition(column, value=value))
            found[name] = build(name, group("and", rule), dimension="people")
        result = run_document(workspace, campaign([*found.values()], dimension="people"))
        return {name: result.node(name).left for name in found}

    assert counts() == {"everybody": 2, "visits": 1, "orders": 1, "payments": 1, "tickets": 0}, "p3 is not known yet"
    write(people, "person,city\np2,Lyon\np3,Paris\n")
    import_file(workspace, people, table="people", options=LoadOptions(LoadMode.UPSERT))
    for name, (_, more, _, _) in kinds.items():
        path = write(tmp_path / f"{name}.csv", more)
        mode = LoadMode.UPSERT if name == "payments" else LoadMode.APPEND
        import_file(workspace, path, table=name, options=LoadOptions(mode))
    assert rows(workspace, "people", "person", "city") == [("p1", "Paris"), ("p2", "Lyon"), ("p3", "Paris")]
    assert counts() == {"everybody": 3, "visits": 2, "orders": 2, "payments": 2, "tickets": 2}


def test_the_latest_load_of_a_table_is_taken_back_whole(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "n.csv", "n\n1\n2\n")
    first = import_file(workspace, path, key=["n"])
    write(path, "n\n3\n")
    second = import_file(workspace, path, key=["n"], options=LoadOptions(LoadMode.APPEND))
    with pytest.raises(EngineError) as caught:
        workspace.datasets.undo(first.record.id)
    assert caught.value.problem.code == "not-the-latest-load"

    workspace.datasets.undo(second.record.id)
    assert rows(workspace, "n", "n") == [(1,), (2,)]
    workspace.datasets.undo(first.record.id)
    assert workspace.datasets.current("n") is None


@pytest.mark.req("PRC-117", "PRC-125")
def test_changes_need_a_key_and_a_load_that_fails_leaves_the_table_as_it_was(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = write(tmp_path / "n.csv", "n\n1\n1\n")
    import_file(workspace, path, key=[])
    with pytest.raises(EngineError) as caught:
        import_file(workspace, path, options=LoadOptions(LoadMode.UPSERT))
    assert caught.value.problem.check == "V28"

    before = workspace.datasets.current("n")
    write(path, "n\nx\ny\n4\n")
    layout = FileLayout(columns=(ColumnLayout(name="n", type=LONG),))
    with pytest.raises(TooManyRejectsError):
        import_file(workspace, path, layout=layout)
    assert workspace.datasets.current("n") == before
    assert rows(workspace, "n", "n") == [(1,), (1,)]


def test_a_file_that_grows_while_it_is_read_is_not_loaded(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "n.csv", "n\n1\n")

    def grow(_lines: int) -> None:
        with path.open("a", encoding="utf-8") as file:
            file.write("2\n")

    # The reader tells how far it is after each batch of lines.
    write(path, "n\n" + "1\n" * 50_001)
    with pytest.raises(EngineError, match="written to while it was read"):
        import_file(workspace, path, key=[], tell=grow)
    assert workspace.datasets.loads() == []
    still = Unchanged(path)
    still.check()
    os.utime(path, ns=(1, 1))
    with pytest.raises(EngineError):
        still.check()


def test_each_sheet_of_a_workbook_is_a_file_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, cells in (("People", ("name", "Ana", "Bob")), ("Towns", ("town", "Paris"))):
            sheet = book.add_worksheet(name)
            for line, cell in enumerate(cells):
                sheet.write_row(line, 0, [cell])

    found = preview_file(workspace, path)
    towns = replace(found, layout=found.layout.model_copy(update={"sheet": "Towns"})).layout

    assert (found.layout.format, found.sheets) == (FileFormat.EXCEL, ("People", "Towns"))
    assert [one.name for one in found.guesses] == ["name"]
    assert import_file(workspace, path, table="towns", layout=towns, key=[]).rows == 1
    assert rows(workspace, "towns", "town") == [("Paris",)]


def test_a_file_of_which_nothing_is_loaded_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "orders.csv", "order_id,amount\n1,5\n")
    left_out = tuple(ColumnLayout(name=name, ignore=True) for name in ("order_id", "amount"))
    with pytest.raises(EngineError) as refused:
        import_file(workspace, path, table="sales", layout=FileLayout(columns=left_out))
    assert refused.value.problem.code == "MAP-003"
    assert workspace.datasets.current("orders") is None
