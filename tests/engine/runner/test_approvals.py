"""Publishing with the word of others: which policies a document meets, who may agree, and what comes of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine

from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner import life
from engine.runner.approvals import approve, request_approval, request_changes, withdraw
from engine.runner.policies import met_policies
from engine.runner.publication import publication_problems
from engine.runner.publishing import publish, run_due
from engine.workspace import Workspace
from engine.workspace.approvals import Policy, ReviewState
from engine.workspace.statuses import Status
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

NOW = datetime(2025, 10, 1, 10, tzinfo=ZoneInfo("Europe/Paris"))
DAILY = {"mode": "daily", "at": "09:00"}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        opened.documents.person = "Mia"
        opened.approvals.set_group("Legal", ["Ada", "Bob"])
        yield opened


def refused(code: str) -> Any:
    return pytest.raises(EngineError, check=lambda error: error.problem.code == code)


def document(**values: Any) -> Document:
    mail = node("mail", "email")
    return campaign([build("who"), mail], "who>mail", id="c", name="Spring offer", as_of=None, **values)


def active(workspace: Workspace, name: str, **values: Any) -> str:
    policy = workspace.approvals.save(Policy.model_validate({"name": name, "approvers": ["Ada"], **values}))
    workspace.approvals.activate(policy, active=True)
    return policy


def about(what: str, *values: str, operator: str = "is") -> dict[str, Any]:
    return {"about": what, "operator": operator, "values": list(values)}


@pytest.mark.req("ORC-25")
@pytest.mark.parametrize(
    ("conditions", "match", "met"),
    [
        ((), "all", True),
        ((about("type", "once"),), "all", True),
        ((about("type", "recurring", "signal"),), "all", False),
        ((about("channel", "sms", "email"),), "all", True),
        ((about("channel", "email", operator="is-not"),), "all", False),
        ((about("tag", "SPRING"),), "all", True),
        ((about("name", "offer", operator="contains"),), "all", True),
        ((about("name", "offer"),), "all", False),
        ((about("requester", "mia"), about("channel", "sms")), "all", False),
        ((about("requester", "mia"), about("channel", "sms")), "any", True),
        ((about("group", "Interns"),), "all", True),
        ((about("group", "Legal"),), "all", False),
    ],
)
def test_a_policy_is_met_by_what_its_conditions_say(
    workspace: Workspace, conditions: tuple[dict[str, Any], ...], match: str, met: bool
) -> None:
    workspace.approvals.set_group("Interns", ["Mia"])
    workspace.documents.save("c", to_text(document()), name="Spring offer", kind="campaign")
    workspace.documents.set_tags("c", ["spring"])
    name = active(workspace, "One", conditions=conditions, match=match)

    assert bool(met_policies(workspace, document(), "Mia")) is met

    workspace.approvals.activate(name, active=False)
    assert met_policies(workspace, document(), "Mia") == ()


@pytest.mark.req("ORC-25")
def test_an_active_policy_is_neither_changed_nor_removed(workspace: Workspace) -> None:
    name = active(workspace, "Mails")
    for change in (lambda: workspace.approvals.save(Policy(name="X"), name), lambda: workspace.approvals.remove(name)):
        with refused("policy-active"):
            change()
    workspace.approvals.activate(name, active=False)
    assert workspace.approvals.save(Policy(name="Letters"), name) == name
    assert [one.policy.name for one in workspace.approvals.policies()] == ["Letters"]
    with refused("policy-name-taken"):
        workspace.approvals.save(Policy(name=" LETTERS"))
    workspace.approvals.remove(name)
    assert workspace.approvals.policies() == []
    with refused("unknown-policy"):
        workspace.approvals.remove(name)


@pytest.mark.req("ORC-25", "ORC-26")
def test_what_others_must_agree_to_is_published_by_the_last_who_agrees(workspace: Workspace) -> None:
    active(workspace, "Mails", conditions=[about("channel", "email")])
    active(workspace, "Law", approvers=[], groups=["Legal"])
    with refused("needs-approval"):
        publish(workspace, document(schedule=DAILY), now=NOW)
    assert workspace.documents.list() == [], "nothing was published"

    asked = request_approval(workspace, document(schedule=DAILY), now=NOW, comment="In time for spring?")

    assert (asked.requester, [one.name for one in asked.policies]) == ("Mia", ["Law", "Mails"])
    assert workspace.documents.get("c").status == "in-review"
    assert run_due(workspace, now=NOW.replace(day=2, hour=9)) == [], "it is not published yet"
    with refused("read-only"):
        workspace.documents.save("c", to_text(document()), name="c", kind="campaign")
    with refused("published-already"):
        publish(workspace, document(), now=NOW)
    with refused("not-an-approver"):
        approve(workspace, "c", now=NOW)
    workspace.documents.person = "bob"
    assert approve(workspace, "c", now=NOW, comment="Fine.") == "in-review"
    with refused("not-an-approver"):
        approve(workspace, "c", now=NOW)
    workspace.documents.person = "Ada"
    assert approve(workspace, "c", now=NOW) == "scheduled"

    (review,) = workspace.approvals.reviews("c")
    assert review.state is ReviewState.APPROVED
    assert [(one.policy, one.by, one.comment) for one in review.decisions] == [
        ("Law", "bob", "Fine."), ("Mails", "Ada", ""),
    ]  # fmt: skip
    assert len(run_due(workspace, now=NOW.replace(day=2, hour=9))) == 1
    with refused("not-in-review"):
        approve(workspace, "c", now=NOW)


def test_the_last_word_and_the_publication_are_noted_together_or_not_at_all(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    active(workspace, "Mails")
    request_approval(workspace, document(), now=NOW)
    workspace.documents.person = "Ada"

    def broken(_review: object) -> None:
        raise EngineError(Problem(code="storage-failed", what="The disk is full."))

    with monkeypatch.context() as full, refused("storage-failed"):
        full.setattr(workspace.approvals, "update", broken)
        approve(workspace, "c", now=NOW)
    assert (workspace.documents.get("c").status, workspace.launches.list("c")) == ("in-review", [])
    assert approve(workspace, "c", now=NOW) == "live"


@pytest.mark.req("ORC-25")
def test_whoever_asks_may_only_agree_where_the_policy_lets_them(workspace: Workspace) -> None:
    workspace.documents.person = "Ada"
    name = active(workspace, "Mails")
    with refused("nobody-to-ask"):
        request_approval(workspace, document(), now=NOW)
    workspace.approvals.activate(name, active=False)
    workspace.approvals.save(Policy(name="Mails", groups=("Legal",)), name)
    workspace.approvals.activate(name, active=True)
    request_approval(workspace, document(), now=NOW)
    with refused("self-approval"):
        approve(workspace, "c", now=NOW)
    withdraw(workspace, "c", now=NOW)

    workspace.approvals.activate(name, active=False)
    workspace.approvals.save(Policy(name="Mails", approvers=("Ada",), block_self_approval=False), name)
    workspace.approvals.activate(name, active=True)
    request_approval(workspace, document(), now=NOW)
    assert approve(workspace, "c", now=NOW) == "live"


@pytest.mark.req("ORC-26")
def test_changes_are_asked_for_with_a_reason_and_a_request_is_taken_back(workspace: Workspace) -> None:
    active(workspace, "Mails")
    request_approval(workspace, document(), now=NOW)
    workspace.documents.person = "Ada"
    with refused("comment-missing"):
        request_changes(workspace, "c", now=NOW, comment=" ")
    request_changes(workspace, "c", now=NOW, comment="Leave out London.")
    assert workspace.documents.get("c").status == "draft"
    changed = document(description="Without London")
    workspace.documents.save("c", to_text(changed), name="c", kind="campaign")

    workspace.documents.person = "Mia"
    request_approval(workspace, changed, now=NOW.replace(hour=11))
    withdraw(workspace, "c", now=NOW.replace(hour=12))

    later, first = workspace.approvals.reviews("c")
    assert (first.state, first.answer, first.answered_by) == (ReviewState.CHANGES, "Leave out London.", "Ada")
    assert (later.state, later.version) == (ReviewState.WITHDRAWN, 2)
    with refused("not-in-review"):
        withdraw(workspace, "c", now=NOW)
    life.delete(workspace, "c")
    assert workspace.approvals.reviews("c") == []


def test_what_cannot_be_published_cannot_be_reviewed_and_what_nobody_asks_for_is_not(workspace: Workspace) -> None:
    with refused("no-approval-needed"):
        request_approval(workspace, document(), now=NOW)
    active(workspace, "Mails")
    wrong = campaign([build("who", condition("nowhere", "equal", "x"))], id="w", name="W", as_of=None)
    with refused("not-publishable"):
        request_approval(workspace, wrong, now=NOW)
    assert workspace.documents.list() == []


@pytest.mark.req("ORC-81")
def test_a_publication_is_warned_about_what_says_nothing_while_it_is_designed(workspace: Workspace) -> None:
    """V25 and V27 of the catalogue."""

    def warned(found: Document) -> set[tuple[str | None, str | None, str]]:
        problems = publication_problems(workspace, found, NOW)
        assert not any(one.is_error for one in problems)
        return {(one.check, one.node, one.code) for one in problems if one.check in {"V25", "V27"}}

    kept = {"keep_populations": True, "log_sql": True}
    nodes = [build("who"), node("mail", "email", send_without_confirmation=True) | {"paused": True},
             build("other") | {"disabled": True}]  # fmt: skip
    once = campaign(nodes, "who>mail", id="c", name="C", as_of=None, execution=kept)

    always = {
        ("V27", None, "populations-kept"), ("V27", None, "sql-logged"),
        ("V27", "mail", "published-paused"), ("V27", "other", "published-disabled"),
    }  # fmt: skip
    assert warned(once) == {*always, ("V25", "mail", "sends-unconfirmed")}
    assert warned(once.model_copy(update={"schedule": DAILY})) == always
    assert warned(document()) == set()
    assert from_text(to_text(once)) == once
    assert publish(workspace, once, now=NOW) == "live", "warnings block nothing"


@pytest.mark.req("ORC-25")
def test_policies_that_were_once_saved_under_one_name_are_agreed_to_apart(tmp_path: Path) -> None:
    with shop(tmp_path) as workspace:
        workspace.documents.person = "Mia"
        active(workspace, "Legal")
        active(workspace, "Brand", approvers=["Bob"])
        active(workspace, "legal 2", approvers=["Bob"])
        workspace.documents.save("c", to_text(document()), name="Spring offer", kind="campaign")
        request_approval(workspace, document(), now=NOW)
    # As an earlier version left it, which took any name.
    with closing(sqlite3.connect(tmp_path / "shop" / "workspace.sqlite")) as file:
        for table in ("approval_policy", "review"):
            file.execute(f"UPDATE {table} SET content = replace(content, '\"Brand\"', '\"LEGAL\"')")
        file.commit()
    written = create_engine(f"sqlite:///{tmp_path / 'shop' / 'workspace.sqlite'}")
    with written.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        import_module("engine.workspace.migrations.versions.policies_0014").upgrade()
    written.dispose()

    with Workspace.open(tmp_path / "shop") as workspace:
        workspace.documents.person = "Ada"
        assert {one.policy.name for one in workspace.approvals.policies()} == {"Legal", "LEGAL 3", "legal 2"}
        assert approve(workspace, "c", now=NOW) == Status.IN_REVIEW
        (review,) = workspace.approvals.reviews("c")
        assert [one.approvers for one in review.waits_for] == [("Bob",), ("Bob",)]
