"""Account lists, external audiences, dataflows and exports of a workspace."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from engine.account_data.external import (
    GroupFilter,
    activate_groups,
    activate_list,
    add_people,
    chosen_groups,
    create_audience,
    deactivate_list,
    export_accounts,
)
from engine.account_data.lists import (
    PEOPLE,
    define_list,
    fill_list,
    import_members,
    members,
    publish_list,
    refresh_lists,
    remove_members,
)
from engine.account_data.objects import find, save
from engine.account_data.rows import current_rows
from engine.cli import app
from engine.problems import EngineError
from engine.workspace import Workspace
from tests.engine.accounts.company import company

NOW, LATER = datetime(2026, 1, 5), datetime(2026, 1, 6)


def us(least: int) -> str:
    return json.dumps({"filters": [
        {"kind": "attribute", "attribute": "country", "values": ["us"]},
        {"kind": "attribute", "attribute": "employees", "operator": "at-least", "values": [least]},
    ]})  # fmt: skip


def refused(code: str, attempt: Callable[[], object]) -> None:
    with pytest.raises(EngineError) as caught:
        attempt()
    assert caught.value.problem.code == code


@pytest.mark.req("B2B-341", "B2B-345")
def test_a_static_list_is_filled_by_a_filter_a_file_and_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("account_id\nA5\nhazel media\nA5\nNobody\nA1\n", encoding="utf-8")
    with company(tmp_path) as workspace:
        assert fill_list(workspace, "Worked", us(60), NOW).added == 3
        assert members(workspace, "worked") == {"A1", "A2", "A6", "A7"}
        assert fill_list(workspace, "Worked", us(60), NOW).added == 0
        done = import_members(workspace, "Worked", path, NOW)
        assert (done.added, done.already, done.unknown) == (2, 1, ("Nobody",))
        assert remove_members(workspace, "Worked", ["A5", "A8", "A3"], LATER).removed == 2
        assert members(workspace, "worked") == {"A1", "A2", "A6", "A7"}
        left = [row for row in current_rows(workspace, "account_list_member") if row["removed_at"] == LATER]
        assert [(row["account_id"], row["added_by"]) for row in left] == [
            ("A5", "more.csv"),
            ("A8", "more.csv"),
        ]


@pytest.mark.req("B2B-342", "B2B-343")
def test_a_dynamic_list_follows_its_filter_which_is_frozen_once_it_is_live(tmp_path: Path) -> None:
    with company(tmp_path) as workspace:
        save(workspace, "account_list", {"name": "Large", "kind": "dynamic", "status": "draft"}, NOW)
        refused("no-filter", lambda: publish_list(workspace, "Large", NOW))
        define_list(workspace, "Large", us(100), NOW)
        publish_list(workspace, "Large", NOW)
        assert members(workspace, "large") == {"A1", "A7"}
        refused("list-frozen", lambda: define_list(workspace, "Large", us(10), NOW))
        refused("dynamic-list", lambda: fill_list(workspace, "Large", us(10), NOW))
        refused("static-list", lambda: define_list(workspace, "Worked", us(10), NOW))
        for key, employees in (("A1", 50), ("A3", 500)):
            save(workspace, "account", find(workspace, "account", key) | {"employees": employees}, LATER)
        done = refresh_lists(workspace, LATER)["large"]
        assert (done.added, done.removed) == (1, 1)
        assert members(workspace, "large") == {"A3", "A7"}
        assert refresh_lists(workspace, LATER)["large"].added == 0


@pytest.mark.req("B2B-135", "B2B-140", "B2B-354")
def test_the_first_real_person_takes_the_place_of_the_placeholder(tmp_path: Path) -> None:
    with company(tmp_path) as workspace:
        made = create_audience(workspace, "Paid media", NOW, "For ads")
        rows = current_rows(workspace, "ext_audience_member")
        assert [row["email"] for row in rows] == ["test@email.com"]
        assert add_people(workspace, "Paid media", ["P04"], NOW) == {"P04": "skipped_no_address"}
        assert current_rows(workspace, "ext_audience_member") == rows
        lag = timedelta(hours=48)
        assert add_people(workspace, "Paid media", ["P01", "P13", "P01"], NOW, lag)["P13"] == "applied"
        rows = current_rows(workspace, "ext_audience_member")
        assert [(row["email"], row["visible_at"]) for row in rows] == [
            ("p01@example.com", NOW + lag), ("p13@example.com", NOW + lag),
        ]  # fmt: skip
        assert find(workspace, "ext_audience", made["audience_id"])["dummy_active"] is False
        assert add_people(workspace, "Paid media", ["P13"], LATER) == {"P13": "skipped_already_member"}
        refused("name-taken", lambda: create_audience(workspace, "paid media", NOW))


@pytest.mark.req("B2B-356", "B2B-357")
def test_groups_are_chosen_exported_and_activated(tmp_path: Path) -> None:
    with company(tmp_path, {"destination": [{"destination_id": "li", "name": "LinkedIn"}]}) as workspace:
        everything = GroupFilter()
        assert len(chosen_groups(workspace, everything)) == 7
        lacking = GroupFilter(interests=("Cloud Suite",), unassigned_roles=("Practitioner",))
        assert [row["account_id"] for row in chosen_groups(workspace, lacking)] == ["A1", "A4", "A5", "A6", "A8"]
        assert chosen_groups(workspace, GroupFilter(completeness=(50, 100))) == []
        refused("unknown-reference", lambda: chosen_groups(workspace, GroupFilter(interests=("Nothing",))))
        path = tmp_path / "accounts.csv"
        assert export_accounts(workspace, lacking, path) == 5
        assert path.read_text(encoding="utf-8").splitlines()[1] == "A1,Acorn Foods,,US"
        assert activate_groups(workspace, "Spring", "LinkedIn", "123", lacking, NOW) == 5
        assert find(workspace, "dataflow", "AJOB2B Spring")["destination_id"] == "li"
        active = [row["entity_id"] for row in current_rows(workspace, "destination_member")]
        assert active == ["A1", "A4", "A5", "A6", "A8"]
        refused("name-taken", lambda: activate_groups(workspace, "Spring", "LinkedIn", "123", lacking, NOW))
        refused("missing-setting", lambda: activate_groups(workspace, "Two", "LinkedIn", "", lacking, NOW))
        for place in range(9):
            activate_groups(workspace, f"Flow {place}", "LinkedIn", "123", everything, NOW)
        refused("many-dataflows", lambda: activate_groups(workspace, "Last", "LinkedIn", "123", everything, NOW))


def test_the_commands_make_fill_publish_and_export(tmp_path: Path) -> None:
    with company(tmp_path) as workspace:
        folder = str(workspace.folder)
    rule, names, exported = tmp_path / "rule.json", tmp_path / "names.csv", tmp_path / "out.csv"
    rule.write_text(us(60), encoding="utf-8")
    names.write_text("Acorn Foods\nNobody\n", encoding="utf-8")

    def run(*words: str) -> str:
        done = CliRunner().invoke(app, ["accounts", *words, "-w", folder])
        assert done.exit_code == 0, done.output
        return done.stdout

    run("list", "create", "Top", "--at", "2026-01-05")
    assert json.loads(run("list", "import", "top", str(names), "--json")) == {
        "added": 1, "already": 0, "unknown": ["Nobody"],
    }  # fmt: skip
    assert "3 accounts added; in the list already: 1." in run("list", "fill", "top", "--filter", str(rule))
    run("list", "publish", "top")
    run("list", "create", "Large", "--filter", str(rule))
    run("list", "publish", "large")
    shown = {row["id"]: (row["status"], row["accounts"]) for row in json.loads(run("list", "show", "--json"))}
    assert shown == {"large": ("live", 4), "top": ("live", 4), "worked": ("live", 1)}
    assert "large: 0 came, 0 left" in run("list", "refresh")
    run("limit", "create", "Daily", "--count", "2")
    assert "active" in run("limit", "activate", "daily")
    assert "inactive" in run("limit", "deactivate", "daily")
    assert "5 accounts written" in run("export", str(exported), "--unassigned", "Practitioner")


@pytest.mark.req("B2B-347")
def test_a_people_list_is_active_in_a_destination_until_it_is_taken_back(tmp_path: Path) -> None:
    """P02 has left the list before, so nobody hands it over; what became of the others stays in the history."""
    chosen: dict[str, list[dict[str, Any]]] = {
        "destination": [{"destination_id": "li", "name": "LinkedIn", "kind": "linkedin-people"}],
        "people_list": [{"list_id": "chosen", "name": "Chosen", "kind": "static", "status": "draft"}],
        "people_list_member": [
            {"list_id": "chosen", "person_id": person, "added_at": datetime(2025, 1, 1), "removed_at": until}
            for person, until in (("P01", None), ("P02", datetime(2025, 2, 1)), ("P03", None))
        ],
    }
    with company(tmp_path, instead=chosen) as workspace:
        folder = str(workspace.folder)
        refused("not-live", lambda: activate_list(workspace, "Chosen", "LinkedIn", NOW))
        publish_list(workspace, "Chosen", NOW, PEOPLE)
        assert activate_list(workspace, "Chosen", "LinkedIn", NOW) == 2
        refused("active-already", lambda: activate_list(workspace, "Chosen", "LinkedIn", NOW))
        assert find(workspace, "people_list", "Chosen")["destinations"] == ["li"]
    words = ["list", "deactivate-people", "Chosen", "LinkedIn", "-w", folder, "--at", "2026-01-06"]
    told = CliRunner().invoke(app, ["accounts", *words])
    assert "2 people" in told.output
    with Workspace.open(Path(folder)) as workspace:
        refused("not-active", lambda: deactivate_list(workspace, "Chosen", "LinkedIn", LATER))
        rows = [row for row in current_rows(workspace, "destination_member") if row["audience_name"] == "Chosen"]
        assert {(row["entity_id"], row["active_from"], row["active_to"]) for row in rows} == {
            ("P01", NOW, LATER), ("P03", NOW, LATER)
        }  # fmt: skip
