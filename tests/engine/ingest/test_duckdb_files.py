"""Tables of a DuckDB file that somebody else made: their types stay, and nothing but a table is read of them."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from engine.account_data.importing.applying import apply_mapping
from engine.account_data.importing.recognising import suggest_mappings
from engine.account_data.rows import current_rows
from engine.account_data.setup import create_account_data
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as opened:
        yield opened


def made(path: Path, *statements: str) -> Path:
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def code(workspace: Workspace, path: Path) -> str:
    with pytest.raises(EngineError) as refused:
        import_file(workspace, path)
    return refused.value.problem.code


@pytest.mark.req("B2B-413")
def test_a_table_comes_with_its_types(workspace: Workspace, tmp_path: Path) -> None:
    path = made(
        tmp_path / "orders.duckdb", "CREATE TABLE other (x INT)",
        "CREATE TABLE orders (id INT, moment TIMESTAMP, day DATE, sum DECIMAL(9, 2), tags VARCHAR[], key UUID,"
        " good BOOL)",
        "INSERT INTO orders VALUES (1, '2026-01-05 10:00', '2026-01-05', 12.5, ['a', 'b'],"
        " '6ba7b810-9dad-11d1-80b4-00c04fd430c8', TRUE), (2, NULL, NULL, NULL, NULL, NULL, NULL)",
    )  # fmt: skip

    done = import_file(workspace, path, key=["id"])

    kinds = {one.name: str(one.type) for one in done.table.attributes}
    assert kinds == {"id": "integer", "moment": "datetime", "day": "date", "sum": "decimal(9,2)", "tags": "string",
                     "key": "string", "good": "boolean"}  # fmt: skip
    first, second = current_rows(workspace, done.table.name)
    assert (first["moment"], first["day"], first["sum"]) == (
        datetime(2026, 1, 5, 10),
        date(2026, 1, 5),
        Decimal("12.50"),
    )
    assert (first["tags"], first["key"][:8], first["good"]) == ("[a, b]", "6ba7b810", True)
    assert (second["id"], second["moment"]) == (2, None)


@pytest.mark.req("B2B-413")
def test_people_come_from_a_table_by_the_mapping_of_their_columns(workspace: Workspace, tmp_path: Path) -> None:
    create_account_data(workspace)
    path = made(tmp_path / "crm.duckdb", "CREATE TABLE person AS SELECT 'P1' AS person_id, 'a@example.com' AS email,"
                " 'CEO' AS job_title UNION ALL SELECT 'P2', NULL, 'CTO'")  # fmt: skip

    found = suggest_mappings(workspace, path)
    (mapping,) = found.mappings
    report = apply_mapping(workspace, path, found.layout, mapping)

    assert (mapping.table, report.counts["inserted"]) == ("person", 2)
    assert report.remarks == ("1 person has no e-mail address and will be left out of journeys.",)
    assert [row["job_title"] for row in current_rows(workspace, "person")] == ["CEO", "CTO"]


@pytest.mark.req("B2B-413")
def test_what_is_no_table_of_a_stranger_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nsesame\n")
    view = made(tmp_path / "view.duckdb", f"CREATE VIEW view AS SELECT * FROM read_csv('{secret}')")
    many = made(tmp_path / "many.duckdb", "CREATE TABLE a (x INT)", "CREATE TABLE b (x INT)")
    (tmp_path / "text.duckdb").write_text("no database")

    assert code(workspace, view) == "ING-106", "a view is a statement, and never runs"
    assert code(workspace, many) == "ING-119"
    assert code(workspace, tmp_path / "text.duckdb") == "ING-120"
    assert code(workspace, tmp_path / "w" / "data.duckdb") == "ING-120", "the stores of a workspace are its own"
