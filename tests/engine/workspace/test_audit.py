"""Who did what is kept with what was done: both or neither, through every door, and for a year."""

import json
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
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
from engine.runner.approvals import approve, request_approval
from engine.runner.audiences import set_audience_status
from engine.runner.housekeeping import AUDIT_FOR, tidy
from engine.runner.publishing import publish, run_due
from engine.runner.real import start_real_run
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
        (left,) = opened.audit.entries()
        assert (left.action, left.kind, left.details["entries"]) == ("removed", "audit", str(every))


def _saved_and_cut_off(workspace: Workspace) -> None:
    draft = campaign([build("who")], id="e", name="E", as_of=None)
    with workspace.together():
        workspace.documents.save("e", to_text(draft), name="E", kind="campaign")
        raise RuntimeError


def tampered(folder: Path, statement: str) -> None:
    """Change the entries as somebody does who opens the file with another program."""
    with closing(sqlite3.connect(folder / "workspace.sqlite")) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "whole"),
    [
        ("UPDATE audit SET person = person", True),
        ("UPDATE audit SET person = 'Eve' WHERE id = 4", False),
        ("UPDATE audit SET time = '2020-01-01 00:00:00.000000' WHERE id = 4", False),
        ("UPDATE audit SET details = '{\"status\": \"live\"}' WHERE id = 4", False),
        ("DELETE FROM audit WHERE id = 4", False),
        ("DELETE FROM audit WHERE id <= 4", False),
        ("UPDATE audit SET seal = '' WHERE id <= 4", False),
        ("INSERT INTO audit (time, person, action, kind, about, name, details) SELECT time, 'Eve', action, kind, about,"
         " name, details FROM audit WHERE id = 4", False),
    ],
)  # fmt: skip
def test_a_change_of_the_entries_from_outside_shows(workspace: Workspace, statement: str, whole: bool) -> None:
    found = workspace.audit.verify()
    assert (found.whole, found.unsealed, found.sealed) == (True, 0, workspace.audit.count())
    folder = workspace.folder
    workspace.close()

    tampered(folder, statement)

    with Workspace.open(folder) as opened:
        after = opened.audit.verify()
        assert after.whole is whole
        assert after.broken is None if whole else after.broken is not None
        opened.audit.denied("document", "d", "D", "publish", "needs-approval")
        assert opened.audit.verify().whole is whole, "what is written later mends nothing"


def test_that_the_latest_entries_were_cut_off_shows_to_who_noted_a_seal(workspace: Workspace, tmp_path: Path) -> None:
    """The specification signs the last seal when the workspace is closed. No key is kept that could, so it is noted."""
    head = workspace.audit.verify().head
    workspace.audit.denied("document", "d", "D", "publish", "needs-approval")
    assert workspace.audit.verify(head).whole
    folder = workspace.folder
    workspace.close()
    run = CliRunner()
    shown = run.invoke(app, ["audit", "--verify", "-w", str(folder), "--json"])
    assert (shown.exit_code, json.loads(shown.output)["whole"]) == (0, True)
    last = json.loads(shown.output)["head"]
    tampered(folder, "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
    assert run.invoke(app, ["audit", "--verify", "-w", str(folder)]).exit_code == 0
    assert run.invoke(app, ["audit", "--seal", head, "-w", str(folder)]).exit_code == 0
    shown = run.invoke(app, ["audit", "--seal", last, "-w", str(folder)])
    assert (shown.exit_code, "were cut off" in shown.output) == (1, True)


def test_the_chain_goes_on_after_old_entries_were_forgotten_and_from_before_there_were_seals(
    workspace: Workspace,
) -> None:
    folder = workspace.folder
    before = workspace.audit.count()
    workspace.close()
    tampered(folder, "UPDATE audit SET seal = ''")
    tampered(folder, f"UPDATE audit SET time = printf('2020-01-01 00:%02d:00.000000', id) WHERE id < {before}")
    with Workspace.open(folder) as opened:
        opened.templates.add("T", "{}", kind="campaign")
        found = opened.audit.verify()
        assert (found.whole, found.unsealed, found.sealed) == (True, before, 1)
        opened.audit.forget(datetime(2020, 1, 1, 0, 4))
        assert (opened.audit.count(), opened.audit.verify().whole) == (before + 1 - 3 + 1, True)
        opened.audit.forget(utc_now())
        opened.templates.add("U", "{}", kind="campaign")
        found = opened.audit.verify()
        assert (found.whole, found.unsealed, found.sealed) == (True, 0, 2)


def test_entries_of_two_threads_are_one_chain(workspace: Workspace) -> None:
    def add(name: str) -> None:
        for number in range(15):
            workspace.templates.add(f"{name}{number}", "{}", kind="campaign")

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(add, name) for name in "abc"]:
            done.result()
    found = workspace.audit.verify()
    assert (found.whole, found.sealed) == (True, workspace.audit.count())


@pytest.mark.req("PRC-187")
def test_what_was_refused_is_noted_and_nothing_else_changes(workspace: Workspace) -> None:
    save = node("save", "save-audience", label="All")
    draft = campaign([build("who"), save], "who>save", id="d", name="D", as_of=None)
    workspace.documents.save("d", to_text(draft), name="D", kind="campaign")
    reader = campaign([node("read", "read-audience", audience="All")], id="reader")
    workspace.documents.save("reader", to_text(reader), name="Reader", kind="campaign")
    start_real_run(workspace, draft)
    (audience,) = workspace.audiences.list()
    policy = workspace.approvals.save(Policy(name="Everything", approvers=("Bob",)))
    workspace.approvals.activate(policy, active=True)
    workspace.documents.person = "Ada"

    with pytest.raises(EngineError):
        life.pause(workspace, "d")
    with pytest.raises(EngineError):
        set_audience_status(workspace, audience, AudienceStatus.DELETED)
    request_approval(workspace, draft, now=datetime(2025, 10, 1, 8, tzinfo=PARIS))
    with pytest.raises(EngineError):
        approve(workspace, "d", now=datetime(2025, 10, 1, 9, tzinfo=PARIS))

    refused = [(one.kind, one.name, one.details["wanted"], one.details["why"])
               for one in reversed(workspace.audit.entries()) if one.action == "denied"]  # fmt: skip
    assert [one[:3] for one in refused] == [
        ("document", "D", "pause"), ("audience", "All", "deleted"), ("document", "D", "approve"),
    ]  # fmt: skip
    assert [one[3] for one in refused][1:] == ["audience-in-use", "not-an-approver"]
    assert workspace.audiences.list()[0].status is AudienceStatus.PUBLISHED
    assert workspace.documents.get("d").status == "in-review"
