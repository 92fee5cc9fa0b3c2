"""Buying groups in a workspace: made by a job, kept up daily, scored and explained, beside the printed figures."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from engine.account_data.buying_groups import create_job, run_jobs
from engine.account_data.members import assign, edit_role, remove_members
from engine.account_data.objects import find, save
from engine.account_data.rows import current_rows
from engine.account_data.scoring import explain_group, explain_person, person_score_of, score_of
from engine.accounts.buying_groups.completeness import displayed
from engine.cli import app
from engine.problems import EngineError
from engine.workspace import Workspace
from tests.engine.accounts.company import company, rows
from tests.engine.accounts.test_buying_groups import E16

DAY_1, DAY_2, FEBRUARY = datetime(2026, 1, 5), datetime(2026, 1, 6), datetime(2026, 2, 1)


def bare(folder: Path, **instead: list[dict[str, Any]]) -> Workspace:
    """The company without its groups, with an audience of all."""
    groupless: dict[str, list[dict[str, Any]]] = {"buying_group": [], "bg_member": []}
    audience = {"account_audience": [{"audience_id": "all", "name": "All"}]}
    return company(folder, audience, instead=groupless | instead)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    happened = [{"activity_id": f"X{place}", "type": kind, "ts": when, "person_id": who}
                for place, (who, kind, when) in enumerate(E16)]  # fmt: skip
    with bare(tmp_path_factory.mktemp("made"), activity=happened) as workspace:
        create_job(workspace, "Cloud Suite", "All", FEBRUARY)
        yield workspace


def members(workspace: Workspace) -> dict[tuple[str, str], tuple[str, str, bool]]:
    return {(row["bg_id"].split(":")[1], row["person_id"]): (row["role_id"], row["source"], row["is_removed"])
            for row in current_rows(workspace, "bg_member")}  # fmt: skip


@pytest.mark.req("B2B-318", "B2B-320", "B2B-330", "B2B-332")
def test_a_job_makes_one_group_per_account_with_the_members_of_example_e2(made: Workspace) -> None:
    groups = {row["account_id"]: row for row in current_rows(made, "buying_group")}
    assert sorted(groups) == ["A1", "A2", "A3", "A4", "A5", "A6", "A8"]
    assert groups["A1"]["name"] == "Cloud Suite for Acorn Foods"
    assert {account: displayed(row["completeness"]) for account, row in groups.items()} == {
        "A1": "50 %", "A2": "83 %", "A3": "50 %", "A4": "67 %", "A5": "33 %", "A6": "0 %", "A8": "0 %",
    }  # fmt: skip
    wanted = {(row["bg_id"].split(":")[1], row["person_id"]): (row["role_id"], "job", False)
              for row in rows()["bg_member"]}  # fmt: skip
    assert members(made) == wanted


@pytest.mark.req("B2B-333", "B2B-334", "B2B-335")
def test_the_scores_of_example_e16_are_written_and_explained(made: Workspace) -> None:
    engaged = {row["account_id"]: round(row["engagement"], 2) for row in current_rows(made, "buying_group")}
    assert engaged == {"A1": 100, "A2": 56.93, "A3": 0, "A4": 48.38, "A5": 0, "A6": 0, "A8": 0}
    people = {row["person_id"]: round(row["engagement_score"], 2) for row in current_rows(made, "person")}
    assert (people["P01"], people["P07"], people["P10"], people["P05"], people["P12"]) == (100, 28.67, 23.41, 20.27, 0)
    told = explain_person(made, "P01", FEBRUARY)
    assert told[-1] == "Together 24.333, which gives 100.00 of 100 beside all other people"
    assert any("37 times, of which 20 count" in line for line in told)
    found = person_score_of(made, "P01", FEBRUARY)
    assert round(sum(one.part for one in found.lines), 3) == round(found.raw, 3) == 24.333
    group = score_of(made, "cloud-suite:A2", FEBRUARY)
    assert group.kept == pytest.approx(group.engagement)
    later = score_of(made, "cloud-suite:A2", FEBRUARY + timedelta(days=90))
    assert (later.engagement, later.kept) == (0, group.kept), "until the daily jobs have run"
    assert found.score == 100 * (found.root - found.least) / (found.most - found.least)
    assert not person_score_of(made, "nobody", FEBRUARY).known
    lines = explain_group(made, "cloud-suite:A1", FEBRUARY)
    assert "Decision Maker: 1 of 2 needed, 50 %" in lines
    assert "Completeness: the mean of 3 roles, 50 %" in lines
    assert "P01, Decision Maker: score 100.00, of weight 100 in 180" in lines


@pytest.mark.req("B2B-332")
def test_what_changed_is_in_the_history(made: Workspace) -> None:
    told = {
        (row["bg_id"], row["field"], row["entity_id"]): row["new_value"] for row in current_rows(made, "bg_history")
    }
    assert told["cloud-suite:A1", "member", "P02"] == "influencer"
    assert told["cloud-suite:A1", "completeness", "cloud-suite:A1"] == "50.0"


@pytest.mark.req("B2B-319")
def test_running_again_changes_nothing_and_new_accounts_get_a_group(tmp_path: Path) -> None:
    with bare(tmp_path) as workspace:
        create_job(workspace, "Cloud Suite", "All", DAY_1)
        again = run_jobs(workspace, DAY_1)
        assert (again.groups, again.members, again.scores) == (0, 0, 0)
        save(workspace, "account", {"account_id": "A9", "name": "Ivy Labs"}, DAY_2)
        assert run_jobs(workspace, DAY_2).groups == 1
        assert find(workspace, "buying_group", "cloud-suite:A9")["name"] == "Cloud Suite for Ivy Labs"
        with pytest.raises(EngineError) as caught:
            create_job(workspace, "Cloud Suite", "All", DAY_2)
        assert caught.value.problem.code == "job-exists"


@pytest.mark.req("B2B-324", "B2B-329", "B2B-316")
def test_what_was_done_by_hand_stands_and_the_rest_follows_the_data(tmp_path: Path) -> None:
    with bare(tmp_path) as workspace:
        create_job(workspace, "Cloud Suite", "All", DAY_1)
        assign(workspace, "cloud-suite:A4", {"P10": "champion"}, DAY_1)
        remove_members(workspace, "cloud-suite:A4", ["P11"], DAY_1)
        edit_role(workspace, "cloud-suite:A2", {"P07": "decision-maker"}, DAY_1)
        person = find(workspace, "person", "P08")
        save(workspace, "person", person | {"job_title": "Advisor"}, DAY_2)
        run_jobs(workspace, DAY_2)
        found = members(workspace)
        assert found["A4", "P10"] == ("champion", "manual", False)
        assert found["A4", "P11"][2] is True
        assert found["A2", "P07"] == ("decision-maker", "manual", False)
        assert found["A3", "P08"][2] is True
        save(workspace, "person", person, DAY_2)
        run_jobs(workspace, DAY_2)
        assert members(workspace)["A3", "P08"] == ("decision-maker", "job", False)
        interest = find(workspace, "solution_interest", "Cloud Suite")
        save(workspace, "solution_interest", interest | {"update_existing": False}, DAY_2)
        save(workspace, "person", person | {"job_title": "Advisor"}, DAY_2)
        assert run_jobs(workspace, DAY_2).members == 0


@pytest.mark.req("B2B-324")
def test_changes_by_hand_have_limits(made: Workspace) -> None:
    attempts: tuple[tuple[Callable[[], None], str], ...] = (
        (lambda: assign(made, "cloud-suite:A1", {"P10": "champion"}, DAY_1), "not-of-account"),
        (lambda: assign(made, "cloud-suite:A1", {"P03": "nothing"}, DAY_1), "unknown-reference"),
        (lambda: assign(made, "cloud-suite:ZZ", {"P03": "champion"}, DAY_1), "unknown-reference"),
        (lambda: remove_members(made, "cloud-suite:A1", ["P03"], DAY_1), "not-a-member"),
        (lambda: remove_members(made, "cloud-suite:A1", [f"P{place}" for place in range(51)], DAY_1), "too-many"),
    )
    for attempt, code in attempts:
        with pytest.raises(EngineError) as caught:
            attempt()
        assert caught.value.problem.code == code


def test_a_template_must_be_live_for_a_job(tmp_path: Path) -> None:
    with bare(tmp_path) as workspace:
        template = find(workspace, "role_template", "committee")
        save(workspace, "role_template", template | {"status": "draft"}, DAY_1)
        with pytest.raises(EngineError) as caught:
            create_job(workspace, "Cloud Suite", "All", DAY_1)
        assert caught.value.problem.code == "template-not-live"
        assert current_rows(workspace, "buying_group") == []


def test_the_commands_run_the_jobs_and_tell_the_lines(tmp_path: Path) -> None:
    with bare(tmp_path) as workspace:
        folder = str(workspace.folder)
    run = CliRunner()
    first = ["accounts", "groups", "-w", folder, "--interest", "Cloud Suite", "--audience", "All", "--at", "2026-01-05"]
    assert "7 new groups" in run.invoke(app, first).stdout
    again = run.invoke(app, ["accounts", "groups", "-w", folder, "--at", "2026-01-05", "--json"])
    assert json.loads(again.stdout) == {"groups": 0, "members": 0, "scores": 0}
    told = run.invoke(app, ["accounts", "score", "cloud-suite:A4", "-w", folder, "--at", "2026-01-05"])
    assert "Decision Maker: 2 of 2 needed, 100 %" in told.stdout
    person = run.invoke(app, ["accounts", "score", "P13", "-w", folder, "--at", "2026-01-05", "--json"])
    assert json.loads(person.stdout)[0].startswith("2026-01-02: web.webpagedetails.pageViews 1 time,")
    assert run.invoke(app, ["accounts", "score", "nobody", "-w", folder]).exit_code != 0


@pytest.mark.req("B2B-321")
def test_jobs_are_listed_and_deleted_and_their_groups_stay(tmp_path: Path) -> None:
    with bare(tmp_path) as workspace:
        create_job(workspace, "Cloud Suite", "All", DAY_1)
        folder = str(workspace.folder)
    run = CliRunner()
    (job,) = json.loads(run.invoke(app, ["accounts", "jobs", "-w", folder, "--json"]).stdout)
    assert (job["interest"], job["audience"]) == ("cloud-suite", "all")
    assert json.loads(run.invoke(app, ["accounts", "jobs", "-w", folder, "--delete", job["id"], "--json"]).stdout) == []
    assert run.invoke(app, ["accounts", "jobs", "-w", folder, "--delete", job["id"]]).exit_code != 0
    with Workspace.open(Path(folder)) as workspace:
        assert len(current_rows(workspace, "buying_group")) == 7
        save(workspace, "account", {"account_id": "A9", "name": "Newcomer"}, DAY_2)
        assert run_jobs(workspace, DAY_2).groups == 0
