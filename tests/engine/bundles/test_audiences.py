"""One audience as a bundle: how it is made, or that with its members; the latter says that it holds personal data."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.bundles.exporting import ExportWish, export_audience
from engine.bundles.importing import import_bundle, undo_import
from engine.bundles.manifest import Contents, Role
from engine.bundles.reading import open_bundle
from engine.bundles.reports import make_report
from engine.document.files import to_text
from engine.problems import EngineError
from engine.runner.audience_files import import_members
from engine.runner.clock import clock_of
from engine.runner.real import start_real_run
from engine.runner.records import members_of
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop
from tests.engine.test_cli import jalon

CLOCK = clock_of(campaign([]))


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path / "origin") as workspace:
        nodes = [build("who", condition("city", "equal", "London")),
                 node("save", "save-audience", label="Locals", attributes=[{"attribute": "plan"}])]  # fmt: skip
        document = campaign(nodes, "who>save", id="saver", name="Saver")
        workspace.documents.save("saver", to_text(document), name="Saver", kind="campaign")
        start_real_run(workspace, document)
        (tmp_path / "vip.csv").write_text("crm_id,tier\nR01,gold\n", encoding="utf-8")
        import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")
        yield workspace


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "elsewhere") as workspace:
        yield workspace


def of(workspace: Workspace, label: str) -> SavedAudience:
    found = workspace.audiences.by_label(label)
    assert found is not None
    return found


def bring(workspace: Workspace, path: Path) -> str:
    with open_bundle(path) as bundle:
        return import_bundle(workspace, bundle, make_report(bundle, workspace)).id


def members(workspace: Workspace, label: str) -> list[tuple[object, ...]]:
    return sorted(members_of(workspace, of(workspace, label), CLOCK).page().rows)


@pytest.mark.req("PRC-164")
@pytest.mark.parametrize("contents", [Contents.LOGIC, Contents.FULL])
def test_an_audience_travels_with_its_campaign_and_with_its_members_when_it_is_said(
    origin: Workspace, elsewhere: Workspace, tmp_path: Path, contents: Contents
) -> None:
    path = tmp_path / "locals.jalon"
    export_audience(origin, of(origin, "Locals"), path, ExportWish(contents))

    with open_bundle(path) as bundle:
        assert bundle.manifest.personal is (contents is Contents.FULL)
        rows = [one.of for one in bundle.manifest.of_role(Role.DATA)]
        assert rows == ([of(origin, "Locals").id] if contents is Contents.FULL else []), "no table travels"
    made = bring(elsewhere, path)

    assert [one.id for one in elsewhere.documents.list()] == ["saver"]
    expected = [("R01", "basic"), ("R03", "basic"), ("R05", "premium")] if contents is Contents.FULL else []
    assert members(elsewhere, "Locals") == expected
    assert "recipients" in elsewhere.catalog().table_by_name
    undo_import(elsewhere, made)
    assert elsewhere.audiences.list() == []


@pytest.mark.req("PRC-164")
def test_one_from_a_file_travels_without_any_document(origin: Workspace, elsewhere: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "vip.jalon"
    export_audience(origin, of(origin, "VIP"), path, ExportWish(Contents.FULL))
    bring(elsewhere, path)
    assert members(elsewhere, "VIP") == [("R01", "gold")]
    assert elsewhere.documents.list() == []
    with pytest.raises(EngineError) as caught:
        export_audience(origin, of(origin, "VIP"), path, ExportWish(Contents.MASKED))
    assert caught.value.problem.code == "audience-contents"


@pytest.mark.req("PRC-164")
def test_what_is_inside_says_that_it_is_personal_before_it_is_imported(origin: Workspace, tmp_path: Path) -> None:
    folder, path = str(origin.folder), str(tmp_path / "locals.jalon")
    origin.close()
    jalon("bundle", "export", "Locals", "--audience", "--contents", "full", "--to", path, "-w", folder)
    shown = json.loads(jalon("bundle", "inspect", path, "-w", folder, "--json"))
    assert (shown["title"], shown["personal_data"]) == ("Locals", True)
    assert "contains personal data" in jalon("bundle", "inspect", path, "-w", folder)
    jalon("bundle", "export", "Locals", "--audience", "--contents", "logic", "--to", path, "-w", folder)
    assert json.loads(jalon("bundle", "inspect", path, "-w", folder, "--json"))["personal_data"] is False
    jalon("bundle", "export", "Locals", "VIP", "--audience", "--to", path, "-w", folder, status=2)
