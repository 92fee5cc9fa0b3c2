"""Date-times with an offset are instants: read as wall time in the campaign's zone, as its clock is."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from engine.catalog.ddl import read_ddl
from engine.catalog.model import Attribute, Dimension, Table
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.layouts import FileLayout
from engine.problems import EngineError
from engine.runner.populations import find_population
from engine.runner.real import start_real_run
from engine.runner.service import check_document, run_document
from engine.types import DataType
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node

INSTANTS = {
    "a": "2025-10-01T08:30:00+02:00",
    "b": "2025-10-01T06:45:00Z",
    "c": "2025-09-30 23:30:00-04:00",
    "d": "2025-10-26T00:30:00Z",
    "e": "2025-10-26T01:30:00Z",
    "f": None,
}
LAST_HOUR = condition("at", "within", period={"preset": "last", "count": 1, "unit": "hour"})
EXACTLY = {"attributes": [{"attribute": "at"}]}


def wall(text: str | None, zone: str) -> datetime | None:
    """The wall time of an instant, by the standard library."""
    if text is None:
        return None
    return datetime.fromisoformat(text).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def csv(folder: Path) -> Path:
    path = folder / "visits.csv"
    path.write_text("id,at\n" + "".join(f"{key},{text or ''}\n" for key, text in INSTANTS.items()))
    return path


def json_lines(folder: Path) -> Path:
    path = folder / "visits.jsonl"
    path.write_text("\n".join(json.dumps({"id": key, "at": text}) for key, text in INSTANTS.items()))
    return path


def parquet(folder: Path) -> Path:
    path = folder / "visits.parquet"
    values = [None if text is None else datetime.fromisoformat(text) for text in INSTANTS.values()]
    table = pa.table({"id": list(INSTANTS), "at": pa.array(values, pa.timestamp("us", "America/New_York"))})
    pq.write_table(table, path)
    return path


def visits(folder: Path, path: Path, **more: Any) -> Workspace:
    workspace = Workspace.create(folder / "w", threads=1)
    import_file(workspace, path, table="visits", key=["id"], **more)
    workspace.schemas.add(Dimension(name="visits", table="visits"))
    return workspace


def values(workspace: Workspace, zone: str) -> dict[str, Any]:
    document = campaign([build("who", None, "visits"), node("more", "enrichment", **EXACTLY)], "who>more", zone=zone)
    run_document(workspace, document)
    page = find_population(workspace, document, "more:result").page()
    return {row[0]: row[-1] for row in page.rows}


@pytest.mark.req("ORC-13", "ORC-200")
@pytest.mark.parametrize("write", [csv, json_lines, parquet])
@pytest.mark.parametrize("zone", ["UTC", "Europe/Paris", "Asia/Kolkata"])
def test_an_instant_is_read_as_wall_time_in_the_campaigns_zone(tmp_path: Path, write: Any, zone: str) -> None:
    with visits(tmp_path, write(tmp_path)) as workspace:
        assert workspace.catalog().table_by_name["visits"].by_name["at"].instant
        assert values(workspace, zone) == {key: wall(text, zone) for key, text in INSTANTS.items()}


@pytest.mark.req("ORC-13", "ORC-78", "ORC-200")
@pytest.mark.parametrize(("zone", "as_of"), [("Europe/Paris", "2025-10-01T09:00"), ("UTC", "2025-10-01T07:00"),
                                             ("America/New_York", "2025-10-01T03:00")])  # fmt: skip
def test_the_last_hour_is_the_same_hour_in_every_zone(tmp_path: Path, zone: str, as_of: str) -> None:
    with visits(tmp_path, csv(tmp_path)) as workspace:
        document = campaign([build("who", LAST_HOUR, "visits")], zone=zone, as_of=as_of)
        run_document(workspace, document)
        page = find_population(workspace, document, "who:result").page()

    assert [row[0] for row in page.rows] == ["a", "b"]


@pytest.mark.req("ORC-13")
def test_a_wall_time_is_the_same_in_every_zone(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text("id,at\na,2025-10-01T08:30:00\n")
    with visits(tmp_path, path) as workspace:
        assert not workspace.catalog().table_by_name["visits"].by_name["at"].instant
        for zone in ("UTC", "Asia/Kolkata"):
            assert values(workspace, zone) == {"a": datetime(2025, 10, 1, 8, 30)}


@pytest.mark.req("ORC-100")
def test_a_file_says_which_zone_its_date_times_are_in(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text("id,at\na,2025-10-01T08:30:00\nb,2025-01-01T08:30:00\n")
    with visits(tmp_path, path, layout=FileLayout(zone="America/New_York")) as workspace:
        assert values(workspace, "Europe/Paris") == {
            "a": datetime(2025, 10, 1, 14, 30),
            "b": datetime(2025, 1, 1, 14, 30),
        }
        assert values(workspace, "UTC")["a"] == datetime(2025, 10, 1, 12, 30)


def test_date_times_without_an_offset_among_others_are_read_as_utc_and_said(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text("id,at\na,2025-10-01T08:30:00+02:00\nb,2025-10-01T08:30:00\n")
    with Workspace.create(tmp_path / "w", threads=1) as workspace:
        imported = import_file(workspace, path, table="visits", key=["id"])
        workspace.schemas.add(Dimension(name="visits", table="visits"))

        assert any("1 date-time without an offset is read as UTC" in remark for remark in imported.remarks)
        assert values(workspace, "UTC") == {"a": datetime(2025, 10, 1, 6, 30), "b": datetime(2025, 10, 1, 8, 30)}


@pytest.mark.req("ORC-100", "ORC-13")
@pytest.mark.parametrize(
    ("layout_zone", "unzoned"), [(None, datetime(2025, 10, 1, 8, 30)), ("Asia/Kolkata", datetime(2025, 10, 1, 5, 0))]
)
def test_a_loaded_file_is_read_in_the_campaigns_zone(
    tmp_path: Path, layout_zone: str | None, unzoned: datetime
) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("id,at\na,2025-10-01T08:30:00-04:00\nb,2025-10-01T08:30:00\n")
    layout = {"columns": [{"name": "id"}, {"name": "at", "type": "datetime"}], "zone": layout_zone}
    with Workspace.create(tmp_path / "w", threads=1) as workspace:
        document = campaign([node("load", "load-file", path=str(path), layout=layout)])
        run_document(workspace, document)
        page = find_population(workspace, document, "load:result").page()

    assert [row[2] for row in page.rows] == [datetime(2025, 10, 1, 14, 30), unzoned]


def test_a_zone_that_does_not_exist_is_said_at_its_field(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", threads=1) as workspace:
        load = node("load", "load-file", path="x.csv", layout={"columns": [{"name": "a"}], "zone": "Europe/Pariss"})
        (problem,) = check_document(workspace, campaign([load])).problems

    assert (problem.field, "Europe/Pariss" in problem.text) == ("layout.zone", True)


@pytest.mark.req("ORC-106")
def test_an_instant_that_a_campaign_writes_is_read_as_it_was_written(tmp_path: Path) -> None:
    with visits(tmp_path, csv(tmp_path)) as workspace:
        write = node("write", "update-data", table="visits", operation="update",
                     keys=[{"target": "id", "expression": "@id"}],
                     fields=[{"target": "at", "expression": "AddHours(@at, 1)"}])  # fmt: skip
        start_real_run(workspace, campaign([build("who", condition("id", "equal", "a"), "visits"), write], "who>write"))

        assert values(workspace, "Europe/Paris")["a"] == datetime(2025, 10, 1, 9, 30)
        assert values(workspace, "UTC")["a"] == datetime(2025, 10, 1, 7, 30)


@pytest.mark.req("ORC-232", "ORC-233")
def test_changes_by_key_compare_instants_not_their_spelling(tmp_path: Path) -> None:
    with visits(tmp_path, csv(tmp_path), version="at") as workspace:
        path = tmp_path / "more.csv"
        path.write_text("_change_request_type,id,at\nu,a,2025-10-01T09:00:00+03:00\nu,b,2025-10-01T03:00:00-04:00\n")
        done = import_file(workspace, path, table="visits", options=LoadOptions(LoadMode.UPSERT))

        assert values(workspace, "UTC")["a"] == datetime(2025, 10, 1, 6, 30)
        assert values(workspace, "UTC")["b"] == datetime(2025, 10, 1, 7, 0)
        assert done.rows == 6


@pytest.mark.req("ORC-232", "ORC-225")
def test_a_schema_says_which_columns_hold_instants() -> None:
    (table,) = read_ddl("CREATE TABLE t (id INT PRIMARY KEY, at TIMESTAMP WITH TIME ZONE, day TIMESTAMP)").tables
    assert [one.instant for one in table.attributes] == [False, True, False]


def test_only_date_times_can_be_instants(tmp_path: Path) -> None:
    wrong = Table(name="t", attributes=(Attribute(name="day", type=DataType.parse("date"), instant=True),))
    with Workspace.create(tmp_path / "w", threads=1) as workspace, pytest.raises(EngineError, match="hold instants"):
        workspace.schemas.add(wrong)
