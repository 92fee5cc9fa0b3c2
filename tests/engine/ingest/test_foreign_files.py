"""Files that nobody here wrote, and files with every kind of fault: each line is loaded or stands in the ledger."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlglot import exp

from engine.catalog.model import Attribute, EnumValue, Table
from engine.database import Store, stored
from engine.ingest import service
from engine.ingest.load import LoadMode, LoadOptions, TooManyRejectsError
from engine.ingest.repair import reload_rejects
from engine.ingest.service import Imported, import_file, preview_file
from engine.layouts import FileLayout
from engine.problems import EngineError
from engine.types import DataType
from engine.workspace import Workspace

LENIENT = LoadOptions(threshold=100)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.create(tmp_path_factory.mktemp("ingest") / "w", threads=2) as opened:
        yield opened


def rows_of(workspace: Workspace, table: str, *columns: str) -> list[tuple[Any, ...]]:
    """All rows of a table, columns as named."""
    current = workspace.datasets.current(table)
    assert current is not None
    query = exp.select(*(exp.column(name, quoted=True) for name in columns)).from_(stored(Store.DATA, current.physical))
    return workspace.database.reader.run(lambda cursor: cursor.fetch(query))


def reconciled(done: Imported) -> bool:
    """Every line of the file is accounted for."""
    counts = done.record.counts
    lines = sum(line.last_line - line.first_line + 1 for line in done.record.rejects)
    return counts["rows"] == counts["loaded"] + counts["rejected"] and lines >= counts["rejected"]


def put(folder: Path, text: str | bytes, name: str = "f.csv") -> Path:
    """A file with that content."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.req("ORC-233")
def test_the_telco_customers_load_with_blank_charges_missing(workspace: Workspace, foreign_data: Path) -> None:
    (path,) = (foreign_data / "telco_churn").glob("*.csv")
    done = import_file(workspace, path, table="telco")

    assert (done.rows, done.record.counts["rejected"], done.table.key) == (7043, 0, ("customerID",))
    values = rows_of(workspace, "telco", "TotalCharges", "Churn")
    assert sum(charge is None for charge, _ in values) == 11
    assert sum(bool(churn) for _, churn in values) == 1869
    assert any("11 blank" in remark for remark in done.remarks)


def test_ids_that_look_like_floats_are_whole_numbers(workspace: Workspace, foreign_data: Path) -> None:
    total = 0
    for path in sorted((foreign_data / "online_retail" / "raw_days").glob("*.csv")):
        done = import_file(workspace, path, table="retail", options=LoadOptions(LoadMode.APPEND), key=())
        assert done.record.counts["rejected"] == 0
        total += done.record.counts["loaded"]
    found = rows_of(workspace, "retail", "CustomerID", "Description")
    assert len(found) == total
    assert any(customer == 17850 for customer, _ in found)
    assert any(text and "," in text for _, text in found)


def test_every_seed_of_foreign_systems_loads(foreign_data: Path, tmp_path: Path) -> None:
    systems = [folder for folder in sorted((foreign_data / "fivetran_seeds").iterdir()) if folder.is_dir()]
    assert len(systems) >= 4
    for system in systems:
        with Workspace.create(tmp_path / system.name, threads=2) as workspace:
            for path in sorted(system.glob("*.csv")):
                done = import_file(workspace, path, options=LENIENT, key=())
                assert reconciled(done), path.name
                assert done.record.counts["rejected"] == 0, path.name


def test_nested_records_are_flattened(workspace: Workspace, foreign_data: Path) -> None:
    paths = sorted((foreign_data / "xdm_examples").rglob("*.json"))
    for number, path in enumerate(paths):
        if json.loads(path.read_text(encoding="utf-8")):
            assert import_file(workspace, path, table=f"xdm{number}", options=LENIENT, key=()).rows >= 1
        else:
            with pytest.raises(EngineError, match="no records"):
                import_file(workspace, path, table=f"xdm{number}", key=())


@pytest.mark.req("PRC-105")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "ING-106"),
        (b",,\n1,2,3\n", "ING-118"),
        (b"a,a\n1,2\n", "ING-121"),
        (b'"a,b\n1,2\n', "ING-118"),
    ],
)
def test_a_file_that_is_wrong_as_a_whole_is_refused(
    workspace: Workspace, tmp_path: Path, text: bytes, code: str
) -> None:
    with pytest.raises(EngineError) as caught:
        import_file(workspace, put(tmp_path, text), table="whole")

    assert caught.value.problem.code == code
    assert "whole" not in workspace.catalog().table_by_name


def test_a_wrong_encoding_is_told_with_its_place(workspace: Workspace, tmp_path: Path) -> None:
    path = put(tmp_path, "name\nZoé\n".encode("cp1252"))

    with pytest.raises(EngineError, match="byte 7") as caught:
        import_file(workspace, path, table="enc", layout=FileLayout(encoding="utf-8"))

    assert caught.value.problem.code == "ING-120"


@pytest.mark.req("ORC-237")
def test_no_size_is_refused_unless_a_limit_is_wanted_and_a_large_file_is_told_of(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The field's limit of 100 MB is that of an upload to a cloud; here it is a choice, and off by default."""
    path = put(tmp_path, "id,name\n1,Ann\n")
    size = path.stat().st_size

    with pytest.raises(EngineError) as caught:
        import_file(workspace, path, table="limited", options=LoadOptions(most_bytes=size - 1))
    assert caught.value.problem.code == "file-too-large"
    assert "limited" not in workspace.catalog().table_by_name
    assert import_file(workspace, path, table="limited", options=LoadOptions(most_bytes=size)).remarks == ()

    monkeypatch.setattr(service, "LARGE_FILE", size - 1)
    (remark,) = import_file(workspace, path, table="large").remarks
    assert "takes a while" in remark


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_encodings_and_line_ends_are_found(workspace: Workspace, tmp_path: Path, encoding: str, ending: str) -> None:
    text = ending.join(["id;name", "1;Zoé, à l’été" if encoding != "cp1252" else "1;Zoé, à l'été", ""])
    done = import_file(
        workspace, put(tmp_path, text.encode(encoding)), table=f"e{encoding}{len(ending)}".replace("-", "_")
    )

    assert rows_of(workspace, done.table.name, "id", "name")[0][1].startswith("Zoé, à l")


KINDS: list[tuple[list[str], str]] = [
    (["1", "2.0", "-3"], "long"),
    (["17850.0", "17851.0"], "long"),
    (["00123", "00124"], "string"),
    (["1.5", "2", "-0.25"], "decimal(18,2)"),
    (["9223372036854775807", "9223372036854775808"], "decimal(38,0)"),
    (["1" * 39, "2"], "string"),
    (["0.1", "12345678901234567890.12345"], "decimal(25,5)"),
    (["1e5", "2.5"], "double"),
    (["yes", "No"], "boolean"),
    (["2025-02-28", "2024-02-29"], "date"),
    (["28-02-2025", "13-01-2025"], "date"),
    (["01-02-2025", "02-03-2025"], "string"),
    (["2025-02-28T10:00:00", "2025-02-28 10:00:00.5"], "datetime"),
    (["2025-02-30", "2025-02-28"], "string"),
    (["", " "], "string"),
    (["1", " ", "2"], "long"),
    (["12:30", "x"], "string"),
]


def test_types_are_guessed_from_every_value_of_each_of_many_columns(workspace: Workspace, tmp_path: Path) -> None:
    columns = KINDS * 4
    lines = [[f"c{place}" for place in range(len(columns))]]
    lines += [[values[row % len(values)] for values, _ in columns] for row in range(6)]
    path = put(tmp_path, "".join(f"{number},{','.join(line)}\n" for number, line in enumerate(lines)))

    preview = preview_file(workspace, path)

    assert [str(guess.type) for guess in preview.guesses[1:]] == [kind for _, kind in columns]
    assert [guess.name for guess in preview.guesses[1:]] == lines[0]
    assert {(guess.values, guess.blanks) for guess in preview.guesses[-2:]} == {(4, 2), (6, 0)}


def test_a_file_without_rows_has_columns_of_text(workspace: Workspace, tmp_path: Path) -> None:
    guesses = preview_file(workspace, put(tmp_path, "a,b\n")).guesses

    assert [(str(guess.type), guess.values, guess.remark) for guess in guesses] == [
        ("string", 0, "The column is empty.")
    ] * 2


def test_empty_columns_share_one_remark(workspace: Workspace, tmp_path: Path) -> None:
    names = "abcdefg"
    text = f"n,{','.join(names)}\n1,{',' * 6}\n2,{',' * 6}\n"
    many, one = put(tmp_path, text), put(tmp_path, "n,a\n1,\n2,\n", "g.csv")

    assert import_file(workspace, many, table="hollow").remarks == ("7 columns are empty: a, b, c, d, e…",)
    assert import_file(workspace, one, table="hollow_too").remarks == ("a: The column is empty.",)


def test_a_late_value_decides_the_type_and_nothing_is_rounded(workspace: Workspace, tmp_path: Path) -> None:
    lines = "\n".join(str(number) for number in range(30_000))
    path = put(tmp_path, f"v\n{lines}\n0.123456789012345678\n")
    import_file(workspace, path, table="late", key=())

    found = {str(value) for (value,) in rows_of(workspace, "late", "v")}
    assert "0.123456789012345678" in found


PEOPLE = Table(
    name="people",
    attributes=(
        Attribute(name="id", type=DataType.parse("integer"), required=True),
        Attribute(name="name", type=DataType.parse("string"), required=True, max_length=5),
        Attribute(name="plan", type=DataType.parse("string"), values=(EnumValue(value="a"), EnumValue(value="b"))),
        Attribute(name="born", type=DataType.parse("date")),
    ),
    key=("id",),
)

FAULTS = """id,name,plan,born
1,Ann,a,2000-01-01
x,Bob,b,2000-01-01
2,,a,2000-01-01
3,Cyrille,a,2000-01-01
4,Dan,c,2000-01-01
5,Eve,a,2025-02-30

6,Fay,a
7,Gus,a,2000-01-01,extra
8,"Hal"x,a,2000-01-01
,Ida,a,2000-01-01
1,Jon,a,2000-01-01
99999999999,Kim,a,2000-01-01
9,"Leo
nid",a,2000-01-01
10,Mo,zz,nodate
11,Ned,b,
12,"Oda,a,2000-01-01
13,Pat,a,2000-01-01
"""


@pytest.mark.req("ORC-98", "ORC-102", "PRC-106", "PRC-107", "PRC-108", "PRC-112", "PRC-113")
def test_each_fault_stands_in_the_ledger_with_line_column_value_and_reason(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.schemas.add(PEOPLE)
        done = import_file(workspace, put(tmp_path, FAULTS), table="people", options=LENIENT)

        found = [
            (line.first_line, line.last_line, [(error["code"], error["column"]) for error in line.errors])
            for line in sorted(done.record.rejects, key=lambda line: line.first_line)
        ]
        assert found == [
            (3, 3, [("ING-1501", "id"), ("ING-1559", "id")]),
            (4, 4, [("ING-1555", "name")]),
            (5, 5, [("ING-1557", "name")]),
            (6, 6, [("ING-1556", "plan")]),
            (7, 7, [("ING-1502", "born")]),
            (9, 9, [("ING-1401", None)]),
            (10, 10, [("ING-1401", None)]),
            (11, 11, [("ING-1401", None)]),
            (12, 12, [("ING-1559", "id")]),
            (13, 13, [("ING-1559", "id")]),
            (14, 14, [("ING-1502", "id"), ("ING-1559", "id")]),
            (15, 16, [("ING-1557", "name")]),
            (17, 17, [("ING-1556", "plan"), ("ING-1501", "born")]),
            (19, 20, [("ING-1402", None)]),
        ]
        assert dict(done.record.counts) == {
            "lines": 20, "header_lines": 1, "blank_lines": 1, "rows": 16, "loaded": 2, "rejected": 14, "inserted": 2,
        }  # fmt: skip
        assert sorted(rows_of(workspace, "people", "id", "name")) == [(1, "Ann"), (11, "Ned")]
        assert all(error["reason"] for line in done.record.rejects for error in line.errors)

        ledger = workspace.datasets.rejects(done.record.id)
        mended = reload_rejects(workspace, done.record.id, {ledger[0].id or 0: ["20", "Bob", "b", "2000-01-01"]})
        assert mended.record.counts["loaded"] == 1
        assert len(workspace.datasets.rejects(done.record.id)) == len(ledger) - 1
        workspace.datasets.undo(mended.record.id)
        assert sorted(rows_of(workspace, "people", "id")) == [(1,), (11,)]


@pytest.mark.req("PRC-109", "PRC-110")
@pytest.mark.parametrize(("bad", "kept"), [(5, True), (6, False)])
def test_the_threshold_holds_at_its_bound(tmp_path: Path, bad: int, kept: bool) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.schemas.add(PEOPLE)
        lines = [f"{number},N,a,{'x' if number < bad else '2000-01-01'}" for number in range(100)]
        path = put(tmp_path, "\n".join(["id,name,plan,born", *lines]))
        if kept:
            assert import_file(workspace, path, table="people").rows == 95
        else:
            with pytest.raises(TooManyRejectsError):
                import_file(workspace, path, table="people")
            assert workspace.datasets.current("people") is None
            assert [record.status for record in workspace.datasets.loads()] == ["failed"]


CHANGES = Table(
    name="t",
    attributes=tuple(
        Attribute(name=name, type=DataType.parse(kind))
        for name, kind in (("id", "integer"), ("name", "string"), ("pts", "integer"), ("ver", "integer"))
    ),
    key=("id",),
    version="ver",
)
STORE = "_change_request_type,id,name,pts,ver\nU,1,Ana,10,5\nU,2,Bob,20,5\nU,3,Cid,30,5\nU,6,Fay,0,8\n"
GONE = "_change_request_type,id,name,pts,ver\nD,6,,,9\n"
BATCH = """_change_request_type,id,name,pts,ver
U,1,Ana,15,6
U,1,Ana,12,7
U,2,Bob,99,4
D,3,,,6
U,4,Dee,40,1
D,5,,,1
U,6,Fay,61,8
U,2,Bobby,20,5
"""


@pytest.mark.req("ORC-233", "ORC-234", "PRC-119", "PRC-120", "PRC-121", "PRC-122")
def test_changes_by_key_follow_the_versions(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.schemas.add(CHANGES)
        upsert = LoadOptions(LoadMode.UPSERT)
        for text in (STORE, GONE):
            import_file(workspace, put(tmp_path, text), table="t", options=upsert)
        expected = [(1, "Ana", 12, 7), (2, "Bob", 20, 5), (4, "Dee", 40, 1)]

        done = import_file(workspace, put(tmp_path, BATCH), table="t", options=upsert)
        assert sorted(rows_of(workspace, "t", "id", "name", "pts", "ver")) == expected
        assert {name: done.record.counts[name] for name in ("inserted", "updated", "deleted", "ignored")} == {
            "inserted": 1, "updated": 1, "deleted": 2, "ignored": 4,
        }  # fmt: skip

        again = import_file(workspace, put(tmp_path, BATCH), table="t", options=upsert)
        assert sorted(rows_of(workspace, "t", "id", "name", "pts", "ver")) == expected
        assert again.record.counts["ignored"] == 8


@pytest.mark.req("ORC-233", "PRC-118")
def test_wrong_change_types_and_keys_are_rejected(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.schemas.add(CHANGES)
        text = STORE + "u,,Nobody,1,1\nx,7,Gus,1,1\n"
        done = import_file(
            workspace, put(tmp_path, text), table="t", options=LoadOptions(LoadMode.UPSERT, threshold=50)
        )

        assert [error["code"] for line in done.record.rejects for error in line.errors] == ["ING-1559", "ING-1560"]
        assert done.rows == 4


def test_excel_and_json_lines_load(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        cells: list[list[object]] = [["id", "name"], [1, "Ann"], [2, "Zoé"]]
        for place, row in enumerate(cells):
            sheet.write_row(place, 0, row)
    assert import_file(workspace, path, table="book").rows == 2
    lines = put(tmp_path, '{"id": 1, "a": {"b": 0.1}}\n\nnot json\n[1]\n{"id": 2}\n', "f.jsonl")
    done = import_file(workspace, lines, table="lines", options=LENIENT)
    assert sorted(rows_of(workspace, "lines", "id", "a.b"), key=str) == [
        (1, __import__("decimal").Decimal("0.1")),
        (2, None),
    ]
    assert done.record.counts["rejected"] == 2


def test_fixed_width_lines_load(workspace: Workspace, tmp_path: Path) -> None:
    columns = [{"name": "id", "type": "long", "width": 3}, {"name": "name", "width": 5}]
    layout = FileLayout.model_validate({"format": "fixed", "header": False, "columns": columns})
    done = import_file(workspace, put(tmp_path, "  1Ann  \n  2Zoé\n\n"), table="fixed", layout=layout)
    assert sorted(rows_of(workspace, done.table.name, "id", "name")) == [(1, "Ann"), (2, "Zoé")]


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n\ufeff"), max_size=8)


@given(rows=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8), delimiter=st.sampled_from(",;\t|"))
@settings(max_examples=25)
def test_what_is_written_by_hand_is_read_back(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    def quoted(value: str) -> str:
        return '"' + value.replace('"', '""') + '"'

    text = "\r\n".join(delimiter.join(map(quoted, row)) for row in [("n", "a", "b"), *(("x", *row) for row in rows)])
    path = put(tmp_path_factory.mktemp("rt"), codecs.BOM_UTF8 + text.encode())
    columns = [{"name": name} for name in "nab"]
    raw = {"encoding": "utf-8-sig", "delimiter": delimiter, "null_tokens": [], "columns": columns}
    layout = FileLayout.model_validate(raw)
    import_file(workspace, path, table="trip", layout=layout, key=())

    assert sorted(rows_of(workspace, "trip", "a", "b")) == sorted(rows)


@given(data=st.binary(max_size=200))
@settings(max_examples=25)
def test_no_bytes_are_lost_silently(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = put(tmp_path_factory.mktemp("fz"), b"a,b\n" + data)
    try:
        done = import_file(
            workspace, path, table="fuzz", layout=FileLayout(encoding="latin-1"), key=(), options=LENIENT
        )
    except EngineError:
        return
    assert reconciled(done)
    counts = done.record.counts
    assert counts["lines"] == len((b"a,b\n" + data).decode("latin-1").splitlines()) or counts["lines"] >= 1
    assert json.dumps(dict(counts))
