"""A run that was cut off: what it reads is kept for it, it says what happened, and going on does nothing twice."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp

from engine.database import Store, stored
from engine.document.model import Document
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.runner.real import continue_run, start_real_run
from engine.runner.results import State
from engine.workspace import Workspace
from engine.workspace.runs import Runs
from engine.workspace.store import MetadataStore
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


class PowerCutError(BaseException):
    """Nothing after it is done."""


STEPS = campaign(
    [
        build("who", condition("plan", "equal", "premium")),
        node("first", "save-audience", label="First", outbound=True),
        node("say", "alert", alert_title="Now", message="it happens"),
        node("out", "extract-file", file_name="people.csv", append_timestamp=False, outbound=True,
             columns=[{"attribute": "crm_id"}]),
        node("write", "update-data", table="loyalty", operation="insert-or-update", outbound=True,
             keys=[{"target": "customer", "expression": "@crm_id"}],
             fields=[{"target": "points_balance", "expression": "Coalesce([loyalty/@points_balance], 0) + 10"}]),
        node("last", "save-audience", label="Last"),
    ],
    "who>first", "first>say", "say>out", "out>write", "write>last",
)  # fmt: skip


def points(workspace: Workspace) -> list[tuple[str, int]]:
    """The points of every customer; doing the update twice would show in them."""
    current = workspace.datasets.current("loyalty")
    assert current is not None
    query = exp.select("customer", "points_balance").from_(stored(Store.DATA, current.physical)).order_by("customer")
    return workspace.database.reader.run(lambda cursor: [(row[0], row[1]) for row in cursor.fetch(query)])


@pytest.mark.req("ORC-153", "ORC-75")
@pytest.mark.parametrize("done", range(5))
def test_a_run_cut_off_anywhere_goes_on_and_does_everything_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    log = Runs.log
    seen: list[str] = []

    def cut(self: Runs, run: str, text: str, *, level: str = "info", node: str | None = None) -> None:
        if node is not None and len(seen) == done:
            raise PowerCutError
        log(self, run, text, level=level, node=node)
        seen.extend([node] if node is not None else [])

    with shop(tmp_path) as workspace:
        before = dict(points(workspace))
        monkeypatch.setattr(Runs, "log", cut)
        with pytest.raises(PowerCutError):
            start_real_run(workspace, STEPS)
        monkeypatch.setattr(Runs, "log", log)
        (run,) = workspace.runs.list()
        workspace.runs.resume(run.id)  # a power cut leaves no time to note that anything failed

    with Workspace.open(tmp_path / "shop") as workspace:
        (run,) = workspace.runs.list()
        assert run.status == "interrupted"
        assert "closed during this run" in workspace.runs.lines(run.id)[-1][2]
        assert continue_run(workspace, run.id).ok

        assert workspace.runs.get(run.id).status == "finished"
        told = [node for level, node, _ in workspace.runs.lines(run.id) if level == "info" and node is not None]
        assert told == ["first", "say", "out", "write", "last"]
        assert dict(points(workspace)) == before | {key: before[key] + 10 for key in ("R02", "R05", "R09")}
        audiences = {one.label: (one.number, one.rows) for one in workspace.audiences.list()}
        assert audiences == {"First": (1, 3), "Last": (1, 3)}
        with pytest.raises(EngineError, match="does not wait"):
            continue_run(workspace, run.id)


@pytest.mark.req("ORC-76")
def test_a_waiting_run_reads_the_tables_of_its_beginning_whatever_is_loaded_meanwhile(tmp_path: Path) -> None:
    document = campaign(
        [
            build("start", condition("plan", "equal", "premium")),
            node("wait", "wait", amount=2, unit="day"),
            build("later", condition("city", "equal", "Paris")),
            node("save", "save-audience", label="Later"),
        ],
        "start>wait", "wait>later", "later>save",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        run = start_real_run(workspace, document).run or ""
        people = tmp_path / "people.csv"
        people.write_text("crm_id,city\nX1,Paris\n")
        for _ in range(6):
            import_file(workspace, people, table="recipients")

    with Workspace.open(tmp_path / "shop") as workspace:
        result = continue_run(workspace, run, now=datetime(2025, 10, 4, 9, 0))

        assert result.node("save").state is State.DONE
        assert result.transition("t3").rows == 5
        pinned = workspace.runs.pinned_tables()
        assert pinned == set()
        import_file(workspace, people, table="recipients")
        assert len([name for name in workspace.datasets.physical_names() if not name.endswith("_gone")]) <= 3 + 5


@pytest.mark.req("ORC-76", "ORC-102")
def test_a_waiting_run_keeps_the_rows_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("email\nanna@x.com\neva@orange.co.uk\n")
    layout = {"columns": [{"name": "email"}]}
    document = campaign(
        [
            node("wait", "wait", amount=2, unit="day"),
            node("load", "load-file", path=str(path), layout=layout, delete_after=True),
            node("match", "reconciliation", dimension="recipients",
                 pairs=[{"source": "email", "destination": "email"}]),
            node("save", "save-audience", label="Leads"),
        ],
        "wait>load", "load>match", "match>save",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        run = start_real_run(workspace, document).run or ""
    path.unlink()
    for name in ("work.duckdb", "work.duckdb.wal"):
        (tmp_path / "shop" / name).unlink(missing_ok=True)

    with Workspace.open(tmp_path / "shop") as workspace:
        assert continue_run(workspace, run, now=datetime(2025, 10, 4, 9, 0)).transition("t3").rows == 2


@pytest.mark.req("ORC-75")
def test_a_new_run_puts_an_end_to_one_that_failed(workspace: Workspace) -> None:
    def saving(mode: str) -> Document:
        return campaign([build("who"), node("save", "save-audience", label="A", mode=mode)], "who>save")

    start_real_run(workspace, saving("create"))
    failed = start_real_run(workspace, saving("create")).run or ""
    assert workspace.runs.get(failed).status == "failed"
    assert workspace.runs.pinned_tables() != set()

    start_real_run(workspace, saving("replace"))

    assert workspace.runs.get(failed).status == "stopped"
    assert workspace.runs.pinned_tables() == set()
    with pytest.raises(EngineError, match="stopped"):
        continue_run(workspace, failed)


def test_notes_that_belong_together_are_kept_or_lost_together(workspace: Workspace) -> None:
    done: list[str] = []

    def several(*, fail: bool) -> None:
        with workspace.together():
            workspace.documents.save("d", "text", name="D", kind="campaign")
            workspace.afterwards(lambda: done.append("dropped"))
            workspace.documents.set_status("d", "live")
            if fail:
                raise PowerCutError

    with pytest.raises(PowerCutError):
        several(fail=True)
    assert (workspace.documents.list(), done) == ([], [])
    several(fail=False)
    assert ([one.status for one in workspace.documents.list()], done) == (["live"], ["dropped"])


def test_another_thread_is_no_part_of_what_belongs_together(workspace: Workspace) -> None:
    other = threading.Thread(target=lambda: workspace.documents.save("elsewhere", "text", name="E", kind="campaign"))

    def work() -> None:
        with workspace.together():
            other.start()
            other.join()
            workspace.documents.save("here", "text", name="H", kind="campaign")
            raise PowerCutError

    with pytest.raises(PowerCutError):
        work()
    assert [one.id for one in workspace.documents.list()] == ["elsewhere"]


def test_the_migrations_end_in_the_tables_of_the_models(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    from engine.workspace.models import Base

    MetadataStore(tmp_path).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'workspace.sqlite'}")
    with engine.connect() as connection:
        differences: list[Any] = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []
