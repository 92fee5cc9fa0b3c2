"""Accounts, people, buying groups and their objects, full and empty, over a generated company."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

from app.accounts.choosing_groups import GroupFilterDialog
from app.accounts.company import CompanyDialog
from app.accounts.group_screen import CreateDialog, GroupsScreen
from app.accounts.members import MembersBar, RoleDialog
from app.accounts.object_screen import ObjectsScreen
from app.accounts.objects.interests import InterestDialog
from app.accounts.page import AccountsPage
from app.accounts.records import AccountsScreen, RecordsScreen
from app.accounts.screen import Screen
from app.form_dialog import FormDialog
from engine.account_data.buying_groups import create_job
from engine.account_data.generator.generate import generate_company
from engine.account_data.generator.scale import Scale
from engine.account_data.limits import activate_limit, save_limit
from engine.account_data.lists import PEOPLE, define_list, fill_list
from engine.account_data.objects import save
from engine.account_data.programs import Step, save_program, save_token, save_type, set_status
from engine.account_data.rows import current_rows
from engine.account_data.scoring_models import duplicate_model
from engine.account_data.taxonomy import add_taxonomy
from engine.workspace import Workspace
from tests.gallery.app import Do, Stage, in_all_looks
from tests.gallery.picture import Picture

NOW = datetime(2026, 4, 6)
_ENERGY = '{"filters": [{"kind": "attribute", "attribute": "industry", "values": ["Energy", "Finance"]}]}'
_LEADERS = (
    '{"filters": [{"kind": "attribute", "attribute": "job_title", "operator": "starts-with", "values": ["VP"]},'
    ' {"kind": "buying-group-member", "interest": {"values": ["Cloud Suite"]}}]}'
)


@cache
def company() -> Path:
    """A workspace with a generated company and its buying groups, built once."""
    folder = Path(tempfile.mkdtemp()) / "company"
    with Workspace.create(folder) as workspace:
        generate_company(workspace, Scale(accounts=200, people=2_000, activities=20_000))
        create_job(workspace, "cloud-suite", "all-accounts", NOW, "Ada")
        save(workspace, "account_list", {"name": "Regulated industries", "kind": "dynamic", "status": "draft"}, NOW)
        define_list(workspace, "Regulated industries", _ENERGY, NOW)
        save(workspace, "role_template", {"name": "Small company", "status": "draft"}, NOW)
        row = save_limit(workspace, {"name": "Two a week", "capping_count": 2, "frequency": "weekly", "every": 1}, NOW)
        activate_limit(workspace, row["rule_id"], NOW)
        save_type(
            workspace, "Webinar", (Step("Invited", 1), Step("Registered", 2), Step("Attended", 3, success=True)), NOW
        )
        save_program(workspace, "Spring webinar", "Webinar", NOW)
        people = [str(row["person_id"]) for row in current_rows(workspace, "person")[:40]]
        set_status(workspace, "Spring webinar", people, "Registered", NOW)
        save_token(workspace, "Spring webinar", "Place", "text", "Lyon", NOW)
        save(workspace, "people_list", {"name": "Newsletter", "kind": "static", "status": "draft"}, NOW)
        fill_list(workspace, "Newsletter", _LEADERS, NOW, of=PEOPLE)
        duplicate_model(workspace, "Classic", "Classic, opens count more", NOW)
        add_taxonomy(workspace, [("Cloud", "Cloud Suite", "migration"), ("Cloud", "Backup", "restore")], NOW)
        save_limit(workspace, {"name": "Four a month", "capping_count": 4, "frequency": "monthly", "every": 1}, NOW)
    return folder


@cache
def nothing() -> Path:
    """A workspace without accounts."""
    folder = Path(tempfile.mkdtemp()) / "empty"
    Workspace.create(folder).close()
    return folder


def open_page(stage: Stage, folder: Path) -> AccountsPage:
    """The section over a copy of a workspace."""
    copy = Path(tempfile.mkdtemp()) / folder.name
    shutil.copytree(folder, copy)
    stage.window.workspaces.open(copy)
    stage.until(lambda: stage.window.desk is not None)
    page = stage.window.show_section("accounts")
    assert isinstance(page, AccountsPage), "the section of the accounts"
    return page


def _shown(stage: Stage, name: str, folder: Path) -> Screen:
    page = open_page(stage, folder)
    found = page.show_screen(name)
    stage.until(lambda: not len(page.ledger.tasks))
    stage.rest(1.2)
    stage.until(lambda: not len(page.ledger.tasks))
    return found


def _screen(stage: Stage, name: str, folder: Path) -> None:
    _shown(stage, name, folder)


def _record(stage: Stage, name: str) -> None:
    _records(stage, name)


def _records(stage: Stage, name: str) -> RecordsScreen:
    screen = _shown(stage, name, company())
    assert isinstance(screen, RecordsScreen), "a grid"
    stage.until(lambda: screen.rows.grid.total > 0)
    first = screen.rows.grid.key(0)
    assert first is not None, "a row is there"
    screen.select(first[0])
    stage.rest(1.0)
    return screen


def _groups(stage: Stage) -> GroupsScreen:
    screen = _records(stage, "groups")
    assert isinstance(screen, GroupsScreen), "the buying groups"
    stage.until(lambda: not len(screen.ledger.tasks))
    stage.rest(0.5)
    return screen


def _members(stage: Stage) -> MembersBar:
    screen = _groups(stage)
    screen.pane.tabs.setCurrentWidget(screen.pane.tables["members"])
    return screen.members


def _show_groups(stage: Stage) -> None:
    _groups(stage)


def _show_members(stage: Stage) -> None:
    _members(stage)


def _shows(stage: Stage, kind: type[FormDialog]) -> None:
    stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(kind)))
    stage.rest(0.8)


def _assign(stage: Stage) -> None:
    _members(stage).add.click()
    _shows(stage, RoleDialog)


def _edit_roles(stage: Stage) -> None:
    screen = _groups(stage)
    screen.pane.tabs.setCurrentWidget(screen.pane.tables["members"])
    screen.pane.tables["members"].selectRow(0)
    screen.members.edit.click()
    _shows(stage, RoleDialog)


def _interest(stage: Stage) -> None:
    screen = _shown(stage, "interests", company())
    assert isinstance(screen, ObjectsScreen), "the interests"
    screen.make_new()
    _shows(stage, InterestDialog)


def _create(stage: Stage) -> None:
    _groups(stage).create_groups()
    _shows(stage, CreateDialog)


def _export(stage: Stage) -> None:
    _groups(stage).export_.click()
    _shows(stage, GroupFilterDialog)


def _generate(stage: Stage) -> None:
    screen = _records(stage, "accounts")
    assert isinstance(screen, AccountsScreen), "all accounts"
    screen.generate.click()
    _shows(stage, CompanyDialog)


def _show(name: str) -> Do:
    return lambda stage: _screen(stage, name, company())


SCREENS: dict[str, Do] = {
    "empty": lambda stage: _screen(stage, "accounts", nothing()),
    "empty-templates": lambda stage: _screen(stage, "templates", nothing()),
    "accounts": lambda stage: _record(stage, "accounts"),
    "people": lambda stage: _record(stage, "people"),
    "groups": _show_groups,
    "members": _show_members,
    "assign": _assign, "edit-roles": _edit_roles, "new-interest": _interest, "create-groups": _create,
    "export-groups": _export, "generate": _generate,
    **{name: _show(name) for name in (
        "interests", "templates", "stages", "personas", "lists", "people_lists", "audiences", "external",
        "destinations",
        "programs", "program_types", "marketo", "scoring", "intent", "limits",
    )},
}  # fmt: skip


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    yield from in_all_looks(SCREENS)
