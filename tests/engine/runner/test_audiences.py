"""Audiences by hand: from a file, compared over time, traced to who writes and reads them, guarded."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.document.files import to_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.audiences import (
    compare_evaluations,
    import_members,
    lineage_of,
    refresh_audience,
    set_audience_status,
)
from engine.runner.clock import clock_of
from engine.runner.real import start_real_run
from engine.runner.records import members_of
from engine.runner.service import run_document
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

CLOCK = clock_of(campaign([]))
FILE = "crm_id,tier\nR01,gold\nR05,gold\nR01,silver\n,none\nR99,bronze\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def saver(city: str) -> Document:
    rule = condition("city", "equal", city)
    return campaign([build("who", rule), node("save", "save-audience", label="Locals")], "who>save", id="saver")


def keep(workspace: Workspace, document: Document) -> None:
    workspace.documents.save(document.id, to_text(document), name=document.id, kind="campaign")


def rows(found: Any) -> list[tuple[Any, ...]]:
    return sorted(found.page().rows)


def test_members_come_from_a_file_once_each(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "vip.csv").write_text(FILE, encoding="utf-8")

    made = import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")

    assert made.rows == 3
    assert rows(members_of(workspace, made, CLOCK)) == [("R01", "gold"), ("R05", "gold"), ("R99", "bronze")]
    reader = campaign([node("read", "read-audience", audience="VIP"), node("end", "end")], "read>end")
    assert run_document(workspace, reader).transition("t1").rows == 2, "R99 is nobody's record"

    (tmp_path / "vip.csv").write_text("crm_id\nR05\nR07\n", encoding="utf-8")
    again = import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")
    assert (again.id, again.rows, dict(again.counts)) == (made.id, 2, {"realized": 1, "existing": 1, "exiting": 2})


def test_a_label_that_a_campaign_writes_is_not_taken_by_a_file(workspace: Workspace, tmp_path: Path) -> None:
    start_real_run(workspace, saver("London"))
    (tmp_path / "vip.csv").write_text(FILE, encoding="utf-8")
    with pytest.raises(EngineError) as caught:
        import_members(workspace, tmp_path / "vip.csv", "Locals", "recipients", "crm_id")
    assert caught.value.problem.check == "V18"


def test_two_snapshots_are_compared_with_their_lists(workspace: Workspace) -> None:
    keep(workspace, saver("London"))
    start_real_run(workspace, saver("London"))
    keep(workspace, saver("Paris"))
    audience = workspace.audiences.by_label("Locals")
    assert audience is not None
    refresh_audience(workspace, audience)

    first, last = workspace.audiences.history(audience.id)

    found = compare_evaluations(workspace, first, last, CLOCK)
    assert (first.audience.rows, last.audience.rows) == (3, 5)
    assert {one.members: one.targets for one in found.parts} == {(False, True): 5, (True, False): 3}
    assert rows(found.open((True, False))) == [("R01",), ("R03",), ("R05",)]


def test_lineage_tells_who_writes_and_who_reads(workspace: Workspace) -> None:
    keep(workspace, saver("London"))
    start_real_run(workspace, saver("London"))
    audience = workspace.audiences.by_label("Locals")
    assert audience is not None
    keep(workspace, campaign([node("read", "read-audience", audience=audience.id)], id="reader"))
    keep(workspace, campaign([build("who", condition("city", "equal", "Locals"))], id="namesake"))

    found = lineage_of(workspace, audience)

    assert found.writer is not None
    assert found.writer.id == "saver"
    assert [one.id for one in found.readers] == ["reader"]


def test_an_audience_that_is_read_is_neither_deactivated_nor_deleted(workspace: Workspace) -> None:
    start_real_run(workspace, saver("London"))
    audience = workspace.audiences.by_label("Locals")
    assert audience is not None
    keep(workspace, campaign([node("read", "read-audience", audience="Locals")], id="reader", name="Reader"))
    for status in (AudienceStatus.INACTIVE, AudienceStatus.DELETED):
        with pytest.raises(EngineError, match="reader"):
            set_audience_status(workspace, audience, status)

    workspace.documents.delete("reader")
    set_audience_status(workspace, audience, AudienceStatus.INACTIVE)
    found = workspace.audiences.by_label("Locals")
    assert found is not None
    assert found.status is AudienceStatus.INACTIVE
