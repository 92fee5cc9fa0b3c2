"""A rehearsal writes nothing, and says exactly what the import then does; rejected lines are repaired."""

from pathlib import Path

import pytest

from engine.database import Store
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.repair import fields_of, reload_rejects, reload_right
from engine.ingest.service import import_file, rehearse_import
from engine.layouts import ColumnLayout, FileLayout
from engine.types import DataType
from engine.workspace import Workspace

LINES = (
    "no;when;amount;note",
    '1;2025-01-31;10;"a;b, ""c"""',
    "2;31.02.2025;5;x",
    "3;2025-02-01;much;y",
    "",
    "1;2025-02-02;7;z",
    "4;2025;1",
)


def column(name: str, kind: str, source: str | None = None, **more: object) -> ColumnLayout:
    return ColumnLayout.model_validate({"name": name, "type": kind, "source": source or name} | more)


LAYOUT = FileLayout(
    delimiter=";",
    columns=(column("id", "integer", "no"), column("day", "date", "when"), column("amount", "integer"),
             column("note", "string")),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sales.csv"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return path


@pytest.mark.req("ORC-226")
def test_a_rehearsal_writes_nothing_and_tells_what_the_import_does(tmp_path: Path, path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        before = workspace.database.tables(Store.DATA)
        found = rehearse_import(workspace, path, table="sales", layout=LAYOUT, key=["id"]).result()

        assert not workspace.catalog().tables
        assert not workspace.datasets.loads()
        assert workspace.database.tables(Store.DATA) == before
        done = import_file(
            workspace, path, table="sales", layout=LAYOUT, key=["id"], options=LoadOptions(threshold=100)
        )  # fmt: skip
        assert dict(found.counts) == dict(done.record.counts)
        assert [line.first_line for line in found.rejects] == [3, 4, 6, 7]
        assert found.table == done.table
        assert [str(one.type) for one in done.table.attributes] == ["integer", "date", "integer", "string"]
        assert done.table.key == ("id",)


def test_a_column_that_is_ignored_is_not_in_the_table(tmp_path: Path, path: Path) -> None:
    columns = (*LAYOUT.columns[:3], column("note", "string", ignore=True))
    with Workspace.create(tmp_path / "w") as workspace:
        layout = LAYOUT.model_copy(update={"columns": columns})
        done = import_file(workspace, path, table="sales", layout=layout, options=LoadOptions(threshold=100))
        assert [one.name for one in done.table.attributes] == ["id", "day", "amount"]


@pytest.mark.req("ORC-226")
def test_rejected_lines_come_as_fields_and_are_loaded_once_corrected(tmp_path: Path, path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        done = import_file(
            workspace, path, table="sales", layout=LAYOUT, key=["id"], options=LoadOptions(threshold=100)
        )  # fmt: skip
        (record,) = workspace.datasets.loads()
        lines = workspace.datasets.rejects(record.id)
        fields = [fields_of(record, done.table, line) for line in lines]
        assert fields == [
            ["2", "31.02.2025", "5", "x"], ["3", "2025-02-01", "much", "y"], ["1", "2025-02-02", "7", "z"],
            ["4", "2025", "1", ""],
        ]  # fmt: skip

        right = {lines[0].id or 0: ["2", "2025-02-28", "5", "x"], lines[3].id or 0: ["4", "2025-03-01", "1", ""]}
        mended = reload_rejects(workspace, record.id, right)

        assert mended.rows == 3
        assert [line.first_line for line in workspace.datasets.rejects(record.id)] == [4, 6]


@pytest.mark.req("ORC-226")
def test_corrected_lines_that_are_right_are_loaded_and_the_others_told_by_their_reject(
    tmp_path: Path, path: Path
) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        import_file(workspace, path, table="sales", layout=LAYOUT, key=["id"], options=LoadOptions(threshold=100))
        (record,) = workspace.datasets.loads()
        first, second, _, fourth = (line.id or 0 for line in workspace.datasets.rejects(record.id))

        # The first has two lines in the file that is written: the one after it is still told by its own id.
        wrong = reload_right(workspace, record.id, {
            first: ["2", "2025-02-28", "5", "x\nand y"], second: ["3", "2025-02-01", "more", "y"],
            fourth: ["4", "2025-03-01", "1", ""],
        })  # fmt: skip

        assert list(wrong) == [second]
        assert [error["column"] for error in wrong[second].errors] == ["amount"]
        left = [line.id for line in workspace.datasets.rejects(record.id)]
        assert second in left
        assert not {first, fourth} & set(left)


def test_an_update_is_repaired_as_an_update(tmp_path: Path) -> None:
    path = tmp_path / "changes.csv"
    path.write_text("_change_request_type,id,amount\nu,1,5\nu,2,many\n", encoding="utf-8")
    with Workspace.create(tmp_path / "w") as workspace:
        (tmp_path / "first.csv").write_text("id,amount\n1,1\n2,1\n", encoding="utf-8")
        import_file(workspace, tmp_path / "first.csv", table="sales", key=["id"])
        columns = (column("id", "long"), column("amount", "long"))
        layout = FileLayout(columns=columns)
        options = LoadOptions(mode=LoadMode.UPSERT, threshold=100)
        done = import_file(workspace, path, table="sales", layout=layout, options=options)
        record = workspace.datasets.loads()[0]
        assert (record.options["mode"], done.rows) == ("upsert", 2)
        assert DataType.parse("long") == done.table.attributes[1].type
