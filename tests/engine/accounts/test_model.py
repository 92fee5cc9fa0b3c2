"""The tables of accounts and people: fields, links, what a workspace begins with, and files that fill them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.account_data.rows import current_rows
from engine.account_data.setup import create_account_data
from engine.accounts.model import CATALOG, declared
from engine.catalog.model import Attribute, Table
from engine.catalog.validation import check_catalog
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.types import LIST, STRING
from engine.workspace import Workspace
from tests.engine.accounts.company import company, rows


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with company(tmp_path_factory.mktemp("company")) as workspace:
        yield workspace


def xdm(table: str) -> dict[str, str]:
    return {one.attribute.name: one.xdm for one in declared(table).fields if one.xdm}


def test_the_catalogue_has_no_fault() -> None:
    assert [str(problem) for problem in check_catalog(CATALOG)] == []


@pytest.mark.req("B2B-406", "B2B-407")
def test_accounts_and_people_have_their_fields_with_paths() -> None:
    account, person = xdm("account"), xdm("person")
    assert account["annual_revenue"] == "accountOrganization.annualRevenue.amount"
    assert account["postal_code"] == "accountBillingAddress.postalCode"
    assert len(account) == 18
    assert person["job_title"] == "extendedWorkDetails.jobTitle"
    assert person["consent_sms"] == "consents.marketing.sms.val"
    assert person["source_account_id"] == "personComponents.sourceAccountKey.sourceKey"
    assert str(CATALOG.table_by_name["account"].by_name["annual_revenue"].type) == "decimal(18,2)"
    assert str(CATALOG.table_by_name["person"].by_name["birth_date"].type) == "date"


@pytest.mark.req("B2B-408")
def test_a_person_works_for_several_accounts_with_a_list_of_roles(acme: Workspace) -> None:
    found = {row["account_id"]: row["person_roles"] for row in current_rows(acme, "account_person")
             if row["person_id"] == "P13"}  # fmt: skip
    assert found == {"A1": ["contractor"], "A4": ["contractor"]}
    assert CATALOG.ends["person"]["relations"].is_collection
    assert CATALOG.ends["account"]["relations"].is_collection


@pytest.mark.req("B2B-409")
def test_opportunities_have_typed_fields_of_the_mapping() -> None:
    paths = xdm("opportunity")
    assert {paths[name] for name in ("amount", "expected_revenue", "probability", "created_date")} == {
        "opportunityAmount.amount", "expectedRevenue.amount", "probabilityPercentage",
        "extSourceSystemAudit.createdDate",
    }  # fmt: skip
    kinds = {one.name: str(one.type) for one in CATALOG.table_by_name["opportunity"].attributes}
    assert (kinds["amount"], kinds["is_won"], kinds["expected_close_date"]) == ("decimal(18,2)", "boolean", "date")


@pytest.mark.req("B2B-410", "B2B-227")
def test_activities_of_every_standard_event_have_a_place(acme: Workspace) -> None:
    fields = {(row["type"], row["path"]) for row in current_rows(acme, "event_field")}
    assert ("directMarketing.emailClicked", "directMarketing.linkURL") in fields
    assert ("web.formFilledOut", "web.fillOutForm.webFormName") in fields
    assert ("leadOperation.interestingMoment", "leadOperation.interestingMoment.description") in fields
    assert all((row["type"], "timestamp") in fields for row in current_rows(acme, "event_catalog"))
    opened = [row for row in current_rows(acme, "activity") if row["type"] == "directMarketing.emailOpened"]
    assert [(row["person_id"], row["asset_name"]) for row in opened] == [
        ("P01", "Welcome"), ("P08", "Welcome"), ("P14", "Welcome"),
    ]  # fmt: skip


@pytest.mark.req("B2B-307", "B2B-308", "B2B-350", "B2B-351")
def test_a_workspace_begins_with_the_default_objects(acme: Workspace) -> None:
    roles = {row["name"] for row in current_rows(acme, "bg_role") if row["kind"] == "default"}
    assert roles == {"Decision Maker", "Influencer", "Practitioner", "Executive Steering Committee", "Champion",
                     "Other"}  # fmt: skip
    assert [row["name"] for row in current_rows(acme, "mkto_workspace")] == ["Default"]
    assert [row["name"] for row in current_rows(acme, "mkto_partition")] == ["Default"]
    active = [row["model_id"] for row in current_rows(acme, "scoring_model") if row["status"] == "active"]
    weights = {row["activity_type"]: row["weight"] for row in current_rows(acme, "scoring_activity")
               if row["model_id"] in active}  # fmt: skip
    assert weights["event.attended"] == 60
    assert weights["directMarketing.emailOpened"] == 30
    assert len(current_rows(acme, "persona")) == 10


def test_every_row_of_the_company_is_there(acme: Workspace) -> None:
    for name, wanted in rows().items():
        if name not in {"stage_transition"}:
            assert len(current_rows(acme, name)) == len(wanted), name


def test_setting_up_again_changes_nothing(acme: Workspace) -> None:
    before = acme.datasets.snapshot()
    catalog = acme.catalog()
    assert create_account_data(acme) == catalog
    assert acme.datasets.snapshot() == before


def test_a_table_of_another_make_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        workspace.schemas.add(Table(name="person", key=("id",), attributes=(Attribute(name="id", type=STRING),)))
        with pytest.raises(EngineError) as caught:
            create_account_data(workspace)
        assert caught.value.problem.code == "table-taken"
        assert set(workspace.catalog().table_by_name) == {"person"}


@pytest.mark.req("B2B-413")
def test_a_file_brings_roles_as_json_or_apart_by_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "relations.csv"
    path.write_text(
        "account_person_id,account_id,person_id,person_roles\n"
        'R1,A1,P1,"[""buyer"", ""user; power""]"\n'
        "R2,A1,P2,buyer ;user\n"
        "R3,A2,P2,\n"
    )
    with Workspace.create(tmp_path / "w") as workspace:
        create_account_data(workspace)
        import_file(workspace, path, table="account_person", options=LoadOptions(LoadMode.UPSERT))
        found = {row["account_person_id"]: row["person_roles"] for row in current_rows(workspace, "account_person")}
    assert found == {"R1": ["buyer", "user; power"], "R2": ["buyer", "user"], "R3": None}
    assert CATALOG.table_by_name["account_person"].by_name["person_roles"].type == LIST
