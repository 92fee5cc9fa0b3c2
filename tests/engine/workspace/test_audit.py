"""Who did what is kept with what was done: both or neither, through every door, and for a year."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from engine.catalog.model import Attribute, Table
from engine.cli import app
from engine.document.files import to_text
from engine.problems import EngineError
from engine.runner import life
from engine.runner.housekeeping import AUDIT_FOR, tidy
from engine.runner.publishing import publish, run_due
from engine.types import DataType
from engine.workspace import Workspace
from engine.workspace.approvals import Policy
from engine.workspace.audiences import AudienceStatus
from engine.workspace.store import utc_now
from tests.engine.campaigns import build, campaign, node
from tests.engine.fixture import shop

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setattr("engine.workspace.audit.present_person", lambda: "Ada")
    with shop(tmp_path) as opened:
        yield opened


def deeds(workspace: Workspace, about: str) -> list[tuple[str, str, dict[str, str]]]:
    """What was done to one thing, first things first."""
    return [(one.action, one.kind, dict(one.details)) for one in reversed(workspace.audit.entries(about=about))]


@pytest.mark.req("ORC-27")
def test_the_whole_life_of_a_campaign_and_of_what_it_makes_is_noted(workspace: Workspace) -> None:
    save = node("save", "save-audience", label="All")
    document = campaign([build("who"), save], "who>save", id="c", name="C", schedule={"mode": "daily", "at": "09:00"},
                        as_of=None)  # fmt: skip
    workspace.documents.save("c", to_text(document), name="C", kind="campaign")
    workspace.documents.set_tags("c", ["spring"])
    publish(workspace, document, now=datetime(2025, 10, 1, 8, tzinfo=PARIS))
    run_due(workspace, now=datetime(2025, 10, 1, 9, tzinfo=PARIS))
    life.stop(workspace, "c", now=datetime(2025, 10, 1, 10, tzinfo=PARIS))
    (audience,) = workspace.audiences.list()
    workspace.audiences.change(audience.id, label="Everybody")
    workspace.audiences.set_status(audience.id, AudienceStatus.INACTIVE)

    found = deeds(workspace, "c")
    assert found[0] == ("added", "document", {})
    assert ("changed", "document", {"tags": ""}) in found
    assert ("added", "run", {}) in found
    statuses = [details["status"] for action, _, details in found if action == "changed" and "status" in details]
    assert statuses[0] == "publishing"
    assert statuses[-3:] == ["scheduled", "live", "stopped"]
    assert deeds(workspace, audience.id) == [
        ("added", "audience", {}), ("changed", "audience", {"label": "Everybody"}),
        ("changed", "audience", {"status": "inactive"}),
    ]  # fmt: skip
    assert {one.person for one in workspace.audit.entries(about="c")} == {"Ada"}


@pytest.mark.req("ORC-27")
def test_what_is_removed_or_refused_or_fails_leaves_what_really_happened(workspace: Workspace) -> None:
    draft = campaign([build("who")], id="d", name="D", as_of=None)
    workspace.documents.save("d", to_text(draft), name="D", kind="campaign")
    policy = workspace.approvals.save(Policy(name="Everything", approvers=("Ada",)))
    assert [(one.kind, one.name) for one in workspace.audit.entries(about=policy)] == [("policy", "Everything")]
    template = life.save_template(workspace, draft, "Often used")
    table = Table(name="t", attributes=(Attribute(name="k", type=DataType.parse("string")),), key=("k",))
    workspace.schemas.add(table)
    workspace.schemas.remove(table)
    life.delete(workspace, "d")
    workspace.templates.remove(template)

    for name in ("d", template, "t"):
        assert [action for action, _, _ in deeds(workspace, name)] == ["added", "removed"]
    before = workspace.audit.count()
    with pytest.raises(EngineError):
        workspace.schemas.add(table.model_copy(update={"key": ("nowhere",)}))
    with pytest.raises(RuntimeError):
        _saved_and_cut_off(workspace)
    workspace.documents.list()
    assert workspace.audit.count() == before, "what was taken back did not happen, and reading is no deed"


@pytest.mark.req("ORC-27")
def test_it_is_shown_and_exported_and_kept_for_a_year(workspace: Workspace, tmp_path: Path) -> None:
    draft = campaign([build("who")], id="d", name='D, the "first"', as_of=None)
    workspace.documents.save("d", to_text(draft), name=draft.name, kind="campaign")
    folder = workspace.folder
    workspace.close()
    run = CliRunner()
    shown = run.invoke(app, ["audit", "d", "-w", str(folder), "--json"])
    assert shown.exit_code == 0, shown.output
    (entry,) = json.loads(shown.output)
    assert (entry["person"], entry["action"], entry["kind"], entry["name"]) == ("Ada", "added", "document", draft.name)
    written = run.invoke(app, ["audit", "-w", str(folder), "--to", str(tmp_path / "audit.csv")])
    assert written.exit_code == 0, written.output
    lines = (tmp_path / "audit.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "time,person,action,kind,id,name,details"
    assert lines[1].split(",", 1)[1] == 'Ada,added,document,d,"D, the ""first""",'

    with Workspace.open(folder) as opened:
        every = opened.audit.count()
        tidy(opened, now=utc_now() + AUDIT_FOR - timedelta(hours=1))
        assert opened.audit.count() == every
        tidy(opened, now=utc_now() + AUDIT_FOR + timedelta(hours=1))
        assert opened.audit.count() == 0


def _saved_and_cut_off(workspace: Workspace) -> None:
    draft = campaign([build("who")], id="e", name="E", as_of=None)
    with workspace.together():
        workspace.documents.save("e", to_text(draft), name="E", kind="campaign")
        raise RuntimeError
