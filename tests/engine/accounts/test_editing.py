"""Templates, stages, interests and audiences as they are edited: what is refused, what freezes, what is told."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from engine.account_data.browsing import Browsed, browse_accounts, browse_groups, browse_people, present_of
from engine.account_data.buying_groups import run_jobs
from engine.account_data.details import account_detail, group_detail, person_detail
from engine.account_data.interests import save_audience, save_interest
from engine.account_data.objects import find, save
from engine.account_data.scoring import score_of
from engine.account_data.stage_models import create_model, publish_model, read_model, remove_model, save_stages
from engine.account_data.templates import (
    cards_of,
    publish_template,
    remove_role,
    remove_template,
    save_cards,
    save_role,
)
from engine.accounts.buying_groups.stages import Stage
from engine.accounts.buying_groups.templates import RoleCard
from engine.problems import EngineError
from engine.workspace import Workspace
from tests.engine.accounts.company import company

START = datetime(2026, 1, 5)
FEBRUARY = START + timedelta(days=28)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with company(tmp_path_factory.mktemp("editing")) as workspace:
        yield workspace


def fetched(workspace: Workspace, browsed: Browsed) -> list[tuple[Any, ...]]:
    return workspace.database.reader.run(lambda cursor: cursor.fetch(browsed.rows))


def refused(code: str, work: object, *args: object) -> None:
    assert callable(work)
    with pytest.raises(EngineError) as caught:
        work(*args)
    assert caught.value.problem.code == code


@pytest.mark.req("B2B-308", "B2B-310", "B2B-311", "B2B-313")
def test_a_template_is_edited_as_a_draft_and_frozen_when_live(made: Workspace) -> None:
    key = str(save(made, "role_template", {"name": "Small", "status": "draft"}, START)["template_id"])
    refused("no-role", publish_template, made, key, START)
    champion, other = RoleCard("champion", 80, required=True), RoleCard("other", 20)
    refused("role-twice", save_cards, made, key, [champion, champion], START)
    save_cards(made, key, [champion, other], START)
    save_cards(made, key, [other, champion], START)
    assert cards_of(made, key) == (other, champion), "the order is the priority"
    save_cards(made, key, [RoleCard("champion", auto_assign=True, condition='{"filters": [{}]}')], START)
    refused("wrong-condition", publish_template, made, key, START)
    save_cards(made, key, [champion], START)
    publish_template(made, key, START, "Ada")
    assert find(made, "role_template", key)["published_by"] == "Ada"
    for work, rest in ((publish_template, (START,)), (save_cards, ([other], START)), (remove_template, ())):
        refused("template-live", work, made, key, *rest)

    role = str(save_role(made, "Sponsor", START)["role_id"])
    refused("role-name", save_role, made, "sponsor", START)
    refused("default-role", remove_role, made, "champion")
    remove_role(made, role)


@pytest.mark.req("B2B-325", "B2B-326", "B2B-328")
def test_there_is_one_stage_model_whose_saved_stages_stay(tmp_path: Path) -> None:
    gone = ("stage_model", "stage", "stage_transition", "solution_interest")
    with company(tmp_path, instead=dict.fromkeys(gone, ())) as workspace:
        key = str(create_model(workspace, "Sales", START)["model_id"])
        refused("one-stage-model", create_model, workspace, "Another", START)
        refused("no-entry-stage", publish_model, workspace, key, START)
        first = Stage("s1", "Interest", True, allowed=("s2",))
        save_stages(workspace, key, [first, Stage("s2", "Purchase", destination="success")], START)
        assert [one.allowed for one in read_model(workspace, key).stages] == [("s2",), ()]
        refused("stage-saved", save_stages, workspace, key, [first], START)
        publish_model(workspace, key, START)
        refused("model-live", save_stages, workspace, key, [first], START)
        remove_model(workspace, key)
        assert not workspace.datasets.snapshot()["stage"].rows


@pytest.mark.req("B2B-315", "B2B-316")
def test_an_interest_takes_a_live_template_for_good(made: Workspace) -> None:
    draft = str(save(made, "role_template", {"name": "Draft", "status": "draft"}, START)["template_id"])
    refused("missing-template", save_interest, made, {"name": "New"}, START)
    refused("template-not-live", save_interest, made, {"name": "New", "template_id": draft}, START)
    key = str(find(made, "solution_interest", "Cloud Suite")["si_id"])
    refused("template-fixed", save_interest, made, {"si_id": key, "template_id": draft}, START)
    save_interest(made, {"si_id": key, "update_existing": True}, START)
    assert find(made, "solution_interest", key)["update_existing"] is True
    refused("wrong-condition", save_audience, made, {"name": "Broken", "definition": "{"}, START)


@pytest.mark.req("B2B-400", "B2B-358")
def test_lists_and_details_tell_what_belongs_to_an_account(made: Workspace) -> None:
    assert present_of(made, FEBRUARY) == FEBRUARY
    assert present_of(made, FEBRUARY + timedelta(days=365)) == START.replace(day=21), "old data are looked at in time"
    run_jobs(made, FEBRUARY)
    accounts, people, groups = (
        fetched(made, one) for one in (browse_accounts(made, START), browse_people(made, START), browse_groups(made))
    )
    acorn = next(row for row in accounts if row[-1] == "A1")
    assert (acorn[0], acorn[6], acorn[7]) == ("Acorn Foods", 5, 1)
    assert len(people) == 16
    assert {row[-1]: row[1:4] for row in groups}["cloud-suite:A4"] == (67, 0, 3)
    account = account_detail(made, "A4", START)
    assert account is not None
    assert [row[0] for row in account.listings["people"].rows] == ["P10", "P11", "P12", "P13"]
    person = person_detail(made, "P13", START)
    assert person is not None
    assert [row[0] for row in person.listings["accounts"].rows] == ["A1", "A4"]
    group = group_detail(made, "cloud-suite:A4")
    assert group is not None
    assert [row[0] for row in group.listings["members"].rows] == ["P10", "P11", "P12"]
    assert account_detail(made, "A99", START) is None


@pytest.mark.req("B2B-331", "B2B-335")
def test_the_lines_of_a_score_come_to_what_is_stored(made: Workspace) -> None:
    run_jobs(made, FEBRUARY)
    stored = {row[-1]: row[1:3] for row in fetched(made, browse_groups(made))}
    for group, (completeness, engagement) in stored.items():
        found = score_of(made, group, FEBRUARY)
        assert found.completeness is not None
        assert (int(found.completeness + 0.5), int(found.engagement + 0.5)) == (completeness, engagement)
