"""Exports of other systems: recognised, loaded by key, and every record accounted for."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from engine.account_data.importing.applying import Report, apply_mapping, remapped
from engine.account_data.importing.recognising import recognised, suggest_mappings
from engine.account_data.rows import current_rows
from engine.account_data.setup import create_account_data
from engine.cli import app
from engine.problems import EngineError
from engine.texts import Text
from engine.workspace import Workspace

FOREIGN = Path(__file__).resolve().parents[4] / "shared" / "data" / "fivetran_seeds"
foreign = pytest.mark.skipif(not FOREIGN.is_dir(), reason="the foreign files are not beside the project")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as opened:
        create_account_data(opened)
        yield opened


def load(workspace: Workspace, path: Path, place: int = 0) -> Report:
    suggested = suggest_mappings(workspace, path)
    return apply_mapping(workspace, path, suggested.layout, suggested.mappings[place])


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@foreign
@pytest.mark.req("B2B-413")
@pytest.mark.parametrize(
    ("file", "tables"),
    [
        ("salesforce/sf_account", ["account"]),
        ("salesforce/sf_contact", ["person", "account_person"]),
        ("salesforce/sf_lead", ["person"]),
        ("salesforce/sf_opportunity", ["opportunity"]),
        ("hubspot/company", ["account"]),
        ("hubspot/contact", ["person"]),
        ("hubspot/deal", ["opportunity"]),
        ("hubspot/deal_contact", ["opportunity_person"]),
        ("hubspot/email_event", ["activity"]),
        ("hubspot/contact_form_submission", ["activity"]),
        ("hubspot/contact_list", ["people_list"]),
        ("hubspot/contact_list_member", ["people_list_member"]),
        ("marketo/marketo_lead", ["person", "mkto_record"]),
        ("marketo/marketo_activity_open_email", ["activity"]),
        ("marketo/marketo_activity_change_data_value", ["activity"]),
        ("marketo/marketo_campaign", ["mkto_campaign"]),
        ("marketo/marketo_email_template_history", ["mkto_email"]),
        ("marketo/marketo_program", ["program"]),
        ("marketo/marketo_lead_describe", []),
        ("salesforce/sf_user", []),
        ("hubspot/ticket", []),
        ("klaviyo/event", []),
    ],
)
def test_real_exports_are_recognised(file: str, tables: list[str]) -> None:
    path = FOREIGN / f"{file}_data.csv"
    if not path.exists():
        pytest.skip(f"{file} is not there")
    with path.open(encoding="utf-8-sig", newline="") as opened:
        headers = next(csv.reader(opened))
    assert [one.table for one in recognised(headers, path.name)] == tables


@foreign
@pytest.mark.req("B2B-413")
def test_a_real_marketo_instance_is_loaded_whole(workspace: Workspace) -> None:
    people = load(workspace, FOREIGN / "marketo/marketo_lead_data.csv")
    assert (people.counts["inserted"], people.counts["rejected"]) == (100, 0)
    row = next(one for one in current_rows(workspace, "person") if one["person_id"] == "1031229")
    assert (row["first_name"], row["email"]) == ("first_001", "first_last_001@email.com")
    wanted = {
        "open_email": "directMarketing.emailOpened", "click_email": "directMarketing.emailClicked",
        "send_email": "directMarketing.emailSent", "email_bounced": "directMarketing.emailBounced",
        "change_data_value": "person.dataValueChanged",
    }  # fmt: skip
    for name, kind in wanted.items():
        before = len(current_rows(workspace, "activity"))
        report = load(workspace, FOREIGN / f"marketo/marketo_activity_{name}_data.csv")
        rows = current_rows(workspace, "activity")
        assert report.counts["loaded"] + report.counts["rejected"] == report.counts["rows"]
        assert len(rows) - before == report.counts["inserted"] > 0
        assert sum(row["type"] == kind for row in rows) == report.counts["inserted"]
    merges = load(workspace, FOREIGN / "marketo/marketo_activity_merge_leads_data.csv")
    assert merges.counts["loaded"] == 0
    assert "no counterpart" in str(merges.rejects[0].errors[0]["reason"])


@foreign
@pytest.mark.req("B2B-413")
def test_loading_a_real_file_twice_changes_nothing(workspace: Workspace) -> None:
    path = FOREIGN / "hubspot/company_data.csv"
    first = load(workspace, path)
    rows = current_rows(workspace, "account")
    second = load(workspace, path)
    assert first.counts["inserted"] == len(rows) > 0
    assert second.counts["inserted"] == 0
    assert current_rows(workspace, "account") == rows


CONTACTS = """Id,AccountId,LastName,Email,MailingCity,Title,HasOptedOutOfEmail,IsDeleted,SystemModstamp
C1,A1,Reed,reed@example.com,Rome,CTO,true,false,2026-01-02T00:00:00Z
C2,A2,Stone,,Oslo,Buyer,false,false,2026-01-02T00:00:00Z
C3,A1,Gone,gone@example.com,Rome,Clerk,false,true,2026-01-02T00:00:00Z
C4,,Free,free@example.com,Bonn,Clerk,false,false,2026-01-02T00:00:00Z
"""


@pytest.mark.req("B2B-413")
def test_contacts_become_people_and_relations_without_orphans(workspace: Workspace, tmp_path: Path) -> None:
    accounts = written(tmp_path, "accounts.csv", "account_id,name\nA1,Acorn\nA9,\n")
    assert load(workspace, accounts).remarks == ("1 account has no name and will be left out of audiences.",)
    path = written(tmp_path, "contacts.csv", CONTACTS)
    people = load(workspace, path)
    found = {row["person_id"]: row["consent_email"] for row in current_rows(workspace, "person")}
    assert found == {"C1": "n", "C2": None, "C4": None}
    assert [line.first_line for line in people.rejects] == [4]
    assert people.remarks == ("1 person has no e-mail address and will be left out of journeys.",)
    assert all(isinstance(one, Text) for one in people.remarks), "they can be said in other languages"
    relations = load(workspace, path, 1)
    assert [(row["account_id"], row["person_id"]) for row in current_rows(workspace, "account_person")] == [
        ("A1", "C1")
    ]
    reasons = {line.first_line: line.errors[0]["reason"] for line in relations.rejects}
    assert reasons == {
        3: "There is no such account.", 4: "It is deleted in Salesforce.",
        5: "account_id is empty, or has no counterpart.",
    }  # fmt: skip
    assert relations.counts["loaded"] + relations.counts["rejected"] == relations.counts["rows"] == 4


def test_events_by_address_find_their_person(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, written(tmp_path, "people.csv", "person_id,email\nP1,Ann@Example.com\nP2,bob@example.com\n"))
    path = written(
        tmp_path, "events.csv",
        "id,app_id,created,email_campaign_id,type,recipient\n"
        "e1,1,2026-01-02 03:04:05,7,OPEN,ann@example.com\n"
        "e2,1,2026-01-02 03:04:06,7,OPEN,nobody@example.com\n"
        "e3,1,2026-01-02 03:04:07,7,PRINT,bob@example.com\n",
    )  # fmt: skip
    report = load(workspace, path)
    found = [(row["activity_id"], row["person_id"], row["type"]) for row in current_rows(workspace, "activity")]
    assert found == [("e1", "P1", "directMarketing.emailOpened")]
    assert {line.first_line for line in report.rejects} == {3, 4}


@pytest.mark.req("B2B-413")
def test_own_tables_are_recognised_by_name_label_and_path() -> None:
    for headers in (
        ["account_id", "name", "annual_revenue"],
        ["Account ID", "Name", "Annual revenue"],
        ["accountKey.sourceKey", "accountName", "accountOrganization.annualRevenue.amount"],
    ):
        found = next(recognised(headers, "file.csv"))
        assert found.table == "account"
        assert {one.name: one.source for one in found.columns} == dict(
            zip(("account_id", "name", "annual_revenue"), headers, strict=True)
        )
        assert found.evidence


def test_a_mapping_can_be_changed_and_a_wrong_change_is_told(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, "accounts.csv", "account_id,name,trade\nA1,Acorn,Food\n")
    suggested = suggest_mappings(workspace, path)
    mapping = remapped(suggested.mappings[0], suggested.headers, {"industry": "trade", "name": ""})
    apply_mapping(workspace, path, suggested.layout, mapping)
    row = current_rows(workspace, "account")[0]
    assert (row["industry"], row["name"]) == ("Food", None)
    for wishes, code in (({"industry": "nothing"}, "unknown-header"), ({"nothing": "trade"}, "unknown-column")):
        with pytest.raises(EngineError) as caught:
            remapped(suggested.mappings[0], suggested.headers, wishes)
        assert caught.value.problem.code == code
    with pytest.raises(EngineError) as caught:
        apply_mapping(workspace, path, suggested.layout, remapped(mapping, suggested.headers, {"account_id": ""}))
    assert caught.value.problem.code == "unmapped-key"


def test_the_command_says_first_and_loads_when_asked(tmp_path: Path) -> None:
    path = written(tmp_path, "accounts.csv", "account_id,name\nA1,Acorn\n")
    folder = str(tmp_path / "w")
    told = CliRunner().invoke(app, ["accounts", "import", str(path), "-w", folder])
    assert told.exit_code == 0
    assert "Nothing was loaded" in told.stdout
    done = CliRunner().invoke(app, ["accounts", "import", str(path), "-w", folder, "--apply", "--json"])
    assert json.loads(done.stdout)[0]["counts"]["inserted"] == 1
    with Workspace.open(tmp_path / "w") as opened:
        assert [row["name"] for row in current_rows(opened, "account")] == ["Acorn"]
