"""Objects with a name, and communication limits: what may be written, and the states that a rule goes through."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from engine.account_data.limits import activate_limit, check_limit, deactivate_limit, remove_limit, save_limit
from engine.account_data.objects import find, remove, save
from engine.account_data.rows import current_rows
from engine.account_data.setup import create_account_data
from engine.problems import EngineError
from engine.workspace import Workspace

NOW = datetime(2026, 1, 5, 9)
LATER = datetime(2026, 1, 6, 9)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.create(tmp_path_factory.mktemp("objects") / "w") as opened:
        create_account_data(opened)
        yield opened


def refused(code: str) -> "pytest.RaisesExc[EngineError]":
    return pytest.raises(EngineError, check=lambda error: error.problem.code == code)


@pytest.mark.req("B2B-339", "B2B-341")
def test_an_object_has_a_name_of_its_own_and_keeps_its_key(workspace: Workspace) -> None:
    made = save(workspace, "account_list", {"name": "Top 100", "kind": "static", "status": "draft"}, NOW)
    assert (made["list_id"], made["created_at"]) == ("top-100", NOW)
    changed = save(workspace, "account_list", {"list_id": "top-100", "status": "live"}, LATER)
    assert (changed["name"], changed["status"], changed["created_at"], changed["updated_at"]) == (
        "Top 100", "live", NOW, LATER,
    )  # fmt: skip
    assert find(workspace, "account_list", "TOP 100")["list_id"] == "top-100"
    with refused("name-taken"):
        save(workspace, "account_list", {"name": " top 100 "}, NOW)
    with refused("missing-name"):
        save(workspace, "account_list", {"name": "  "}, NOW)
    with refused("wrong-value"):
        save(workspace, "account_list", {"name": "Other", "kind": "clever"}, NOW)
    with refused("unknown-column"):
        save(workspace, "account_list", {"name": "Other", "colour": "red"}, NOW)
    assert [row["name"] for row in current_rows(workspace, "account_list")] == ["Top 100"]


@pytest.mark.req("B2B-317")
def test_what_is_used_cannot_be_deleted(workspace: Workspace) -> None:
    save(workspace, "role_template", {"name": "Committee", "status": "live"}, NOW)
    save(workspace, "solution_interest", {"name": "Cloud", "template_id": "committee"}, NOW)
    save(workspace, "account_audience", {"name": "Everybody"}, NOW)
    save(workspace, "bg_job", {"job_id": "j", "si_id": "cloud", "audience_id": "everybody"}, NOW)
    for table, name in (
        ("role_template", "Committee"),
        ("solution_interest", "Cloud"),
        ("account_audience", "Everybody"),
    ):
        with refused("in-use"):
            remove(workspace, table, name)
    remove(workspace, "bg_job", "j")
    workspace.documents.save("journey", '{"interest": "cloud"}', name="Launch", kind="journey")
    with refused("in-use"):
        remove(workspace, "solution_interest", "Cloud")
    workspace.documents.save("journey", "{}", name="Launch", kind="journey")
    remove(workspace, "solution_interest", "Cloud")
    remove(workspace, "role_template", "Committee")
    assert current_rows(workspace, "solution_interest") == []
    with refused("unknown-reference"):
        remove(workspace, "solution_interest", "Cloud")


@pytest.mark.req("B2B-302")
def test_a_limit_says_how_many_in_which_window() -> None:
    for frequency, most in (("hourly", 23), ("daily", 30), ("weekly", 4), ("monthly", 3)):
        rule = {"capping_count": 1, "frequency": frequency, "every": most}
        assert list(check_limit(rule)) == []
        assert [one.field for one in check_limit(rule | {"every": most + 1})] == ["every"]
        assert [one.field for one in check_limit(rule | {"every": 0})] == ["every"]
        assert [one.field for one in check_limit(rule | {"capping_count": 0})] == ["capping_count"]
    assert [one.field for one in check_limit({"capping_count": 1, "frequency": "yearly", "every": 1})] == ["frequency"]


@pytest.mark.req("B2B-303")
def test_a_limit_is_a_draft_then_active_then_inactive(workspace: Workspace) -> None:
    rule = save_limit(workspace, {"name": "Weekly", "capping_count": 3, "frequency": "weekly", "every": 1}, NOW)
    assert rule["status"] == "draft"
    with refused("limit-not-active"):
        deactivate_limit(workspace, "Weekly", NOW)
    activate_limit(workspace, "Weekly", NOW)
    for attempt in (
        lambda: save_limit(workspace, rule | {"capping_count": 9}, NOW),
        lambda: remove_limit(workspace, "Weekly"),
        lambda: activate_limit(workspace, "Weekly", NOW),
    ):
        with refused("limit-active"):
            attempt()
    deactivate_limit(workspace, "Weekly", LATER)
    assert save_limit(workspace, rule | {"capping_count": 9}, LATER)["status"] == "inactive"
    activate_limit(workspace, "Weekly", LATER)
    deactivate_limit(workspace, "Weekly", LATER)
    remove_limit(workspace, "Weekly")
    assert current_rows(workspace, "comm_rule") == []


def test_nothing_is_written_when_something_is_wrong(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.datasets.snapshot()
    with refused("wrong-limit"):
        save_limit(workspace, {"name": "Odd", "capping_count": 1, "frequency": "weekly", "every": 9}, NOW)
    assert workspace.datasets.snapshot() == before
