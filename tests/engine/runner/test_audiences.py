"""Audiences by hand: from and to files, compared over time, traced to who writes and reads them, guarded, put away."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from engine.catalog.model import Filter
from engine.database import Store
from engine.document.files import to_text
from engine.document.model import Document
from engine.ingest.load import LoadOptions
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.runner.audience_files import consent_columns, import_members
from engine.runner.audiences import (
    attributes_of,
    compare_evaluations,
    copy_audience,
    erase_audience,
    export_members,
    file_name_of,
    refresh_audience,
    set_audience_status,
)
from engine.runner.clock import clock_of
from engine.runner.housekeeping import tidy
from engine.runner.lineage import lineage_of, stale_audiences
from engine.runner.populations import find_population
from engine.runner.real import start_real_run
from engine.runner.records import members_of, records_of, save_filter
from engine.runner.service import check_document, run_document
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, SavedAudience
from tests.engine.campaigns import build, campaign, condition, exists, group, node
from tests.engine.fixture import shop

CLOCK = clock_of(campaign([]))
FILE = "crm_id,tier\nR01,gold\nR05,gold\nR01,silver\n,none\nR99,bronze\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def saver(city: str) -> Document:
    rule = condition("city", "equal", city)
    return campaign([build("who", rule), node("save", "save-audience", label="Locals")], "who>save", id="saver")


def keep(workspace: Workspace, document: Document) -> None:
    workspace.documents.save(document.id, to_text(document), name=document.id, kind="campaign")


def rows(found: Any) -> list[tuple[Any, ...]]:
    return sorted(found.page().rows)


def test_members_come_from_a_file_once_each(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "vip.csv").write_text(FILE, encoding="utf-8")

    made = import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")

    assert made.rows == 3
    assert rows(members_of(workspace, made, CLOCK)) == [("R01", "gold"), ("R05", "gold"), ("R99", "bronze")]
    reader = campaign([node("read", "read-audience", audience="VIP"), node("end", "end")], "read>end")
    assert run_document(workspace, reader).transition("t1").rows == 2, "R99 is nobody's record"

    (tmp_path / "vip.csv").write_text("crm_id\nR05\nR07\n", encoding="utf-8")
    again = import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")
    assert (again.id, again.rows, dict(again.counts)) == (made.id, 2, {"realized": 1, "existing": 1, "exiting": 2})


def test_a_file_takes_nothing_from_an_audience_that_others_read(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "vip.csv"
    path.write_text(FILE, encoding="utf-8")
    import_members(workspace, path, "VIP", "recipients", "crm_id")
    read = node("read", "read-audience", audience="VIP", dimension="recipients", attributes=[{"attribute": "tier"}])
    keep(workspace, campaign([read], id="reader"))

    with pytest.raises(EngineError, match="would lose attributes that other campaigns read: reader"):
        import_members(workspace, path, "VIP", "recipients", "crm_id", attributes=[])
    assert saved(workspace, "VIP").rows == 3
    workspace.documents.set_status("reader", "archived")
    assert import_members(workspace, path, "VIP", "recipients", "crm_id", attributes=[]).columns == ()


def test_a_label_that_a_campaign_writes_is_not_taken_by_a_file(workspace: Workspace, tmp_path: Path) -> None:
    start_real_run(workspace, saver("London"))
    (tmp_path / "vip.csv").write_text(FILE, encoding="utf-8")
    with pytest.raises(EngineError) as caught:
        import_members(workspace, tmp_path / "vip.csv", "Locals", "recipients", "crm_id")
    assert caught.value.problem.check == "V18"


@pytest.mark.req("PRC-129", "PRC-140")
def test_two_snapshots_are_compared_with_their_lists(workspace: Workspace) -> None:
    keep(workspace, saver("London"))
    start_real_run(workspace, saver("London"))
    keep(workspace, saver("Paris"))
    audience = workspace.audiences.by_label("Locals")
    assert audience is not None
    refresh_audience(workspace, audience)

    first, last = workspace.audiences.history(audience.id)

    found = compare_evaluations(workspace, first, last, CLOCK)
    assert (first.audience.rows, last.audience.rows) == (3, 5)
    assert {one.members: one.targets for one in found.parts} == {(False, True): 5, (True, False): 3}
    assert rows(found.open((True, False))) == [("R01",), ("R03",), ("R05",)]


def saved(workspace: Workspace, label: str = "Locals") -> SavedAudience:
    return next(one for one in workspace.audiences.list() if one.label == label)


@pytest.mark.req("PRC-137")
def test_lineage_tells_what_stands_before_and_after(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "vip.csv").write_text(FILE, encoding="utf-8")
    vip = import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")
    both = group("and", {"kind": "audience", "audience": vip.id}, exists("purchases"))
    save = node("save", "save-audience", label="Locals")
    keep(workspace, campaign([build("who", both), save], "who>save", id="saver"))
    start_real_run(workspace, campaign([build("who", both), save], "who>save", id="saver"))
    audience = saved(workspace)
    keep(workspace, campaign([node("read", "read-audience", audience=audience.id)], id="reader"))
    keep(workspace, campaign([build("who", condition("city", "equal", "Locals"))], id="namesake"))
    rule: dict[str, Any] = {"kind": "audience", "audience": audience.id}
    save_filter(workspace, Filter(id="f", label="Is local", dimension="recipients", rule=rule), CLOCK)

    found = lineage_of(workspace, audience)

    assert found.writer is not None
    assert found.writer.id == "saver"
    assert found.tables == ("purchases", "recipients")
    assert [one.label for one in found.audiences] == ["VIP"]
    assert [one.id for one in found.readers] == ["reader"]
    assert [one.label for one in found.filters] == ["Is local"]


@pytest.mark.req("PRC-133")
@pytest.mark.parametrize("label", ["Locals", 'The "best" ones'])
def test_an_audience_that_is_read_is_neither_deactivated_nor_deleted(workspace: Workspace, label: str) -> None:
    saving = [build("who", condition("city", "equal", "London")), node("save", "save-audience", label=label)]
    start_real_run(workspace, campaign(saving, "who>save", id="saver"))
    keep(workspace, campaign([node("read", "read-audience", audience=label)], id="reader", name="Reader"))
    workspace.documents.save("reader-2", to_text(campaign([node("read", "read-audience", audience=label)], id="x")),
                             name="Second", kind="campaign")  # fmt: skip
    audience = saved(workspace, label)
    for status in (AudienceStatus.INACTIVE, AudienceStatus.DELETED):
        with pytest.raises(EngineError) as caught:
            set_audience_status(workspace, audience, status)
        assert caught.value.problem.values["campaigns"] == "Second, reader"
    assert saved(workspace, label).status is AudienceStatus.PUBLISHED

    workspace.documents.delete("reader")
    workspace.documents.set_status("reader-2", "archived")
    set_audience_status(workspace, audience, AudienceStatus.INACTIVE)
    assert saved(workspace, label).status is AudienceStatus.INACTIVE


@pytest.mark.req("PRC-132")
def test_every_way_from_status_to_status_is_allowed_or_refused_as_the_table_says(workspace: Workspace) -> None:
    start_real_run(workspace, saver("London"))
    draft, published, inactive, deleted = (AudienceStatus(one) for one in ("draft", "published", "inactive", "deleted"))
    allowed = {
        (draft, published), (draft, deleted), (published, inactive), (published, deleted), (inactive, published),
        (inactive, draft), (inactive, deleted), (deleted, draft),
    }  # fmt: skip
    ways = {draft: [inactive, draft], published: [], inactive: [inactive], deleted: [deleted]}
    for before in AudienceStatus:
        for after in AudienceStatus:
            audience = saved(workspace)
            # Back to where everything begins, by ways that are allowed.
            for step in {draft: [published], published: [], inactive: [published], deleted: [draft, published]}[
                audience.status
            ] + ways[before]:
                set_audience_status(workspace, audience, step)
            if before is after or (before, after) in allowed:
                set_audience_status(workspace, audience, after)
                assert saved(workspace).status is after
            else:
                with pytest.raises(EngineError) as caught:
                    set_audience_status(workspace, audience, after)
                assert caught.value.problem.code == "audience-status"
                assert saved(workspace).status is before


@pytest.mark.req("PRC-132")
def test_who_reads_what_is_not_published_is_warned_and_nobody_reads_what_is_deleted(workspace: Workspace) -> None:
    start_real_run(workspace, saver("London"))
    reader = campaign([node("read", "read-audience", audience="Locals"), node("end", "end")], "read>end", id="reader")
    audience = saved(workspace)

    set_audience_status(workspace, audience, AudienceStatus.INACTIVE)
    with pytest.raises(EngineError, match="put away"):
        refresh_audience(workspace, saved(workspace))
    (warned,) = check_document(workspace, reader).problems
    assert (warned.code, warned.is_error) == ("audience-not-published", False)
    assert run_document(workspace, reader).transition("t1").rows == 3, "the last members are read"

    set_audience_status(workspace, audience, AudienceStatus.DELETED)
    (refused,) = [one for one in check_document(workspace, reader).problems if one.is_error]
    assert refused.field == "audience"

    start_real_run(workspace, saver("Paris"))
    assert (saved(workspace).status, saved(workspace).rows) == (AudienceStatus.PUBLISHED, 5), "its campaign wants it"

    set_audience_status(workspace, saved(workspace), AudienceStatus.DELETED)
    other = campaign([build("who"), node("save", "save-audience", label="Locals")], "who>save", id="another")
    assert start_real_run(workspace, other).ok, "what is deleted keeps no label from others"
    assert saved(workspace).document == "another"
    set_audience_status(workspace, saved(workspace), AudienceStatus.DELETED)
    kept = saved(workspace, f"Locals ({audience.id[:6]})")
    workspace.audiences.change(kept.id, label="Locals")
    assert saved(workspace).id == kept.id, "nor from whoever renames another"
    workspace.audiences.change(kept.id, label=kept.label)
    set_audience_status(workspace, saved(workspace, f"Locals ({audience.id[:6]})"), AudienceStatus.DRAFT)


@pytest.mark.req("PRC-132")
def test_what_is_deleted_is_restored_for_thirty_days_and_then_gone(workspace: Workspace) -> None:
    start_real_run(workspace, saver("London"))
    audience = saved(workspace)
    with pytest.raises(EngineError):
        erase_audience(workspace, audience)
    set_audience_status(workspace, audience, AudienceStatus.DELETED)
    deleted = saved(workspace).deleted
    assert deleted is not None

    tidy(workspace, now=deleted + timedelta(days=29))
    set_audience_status(workspace, audience, AudienceStatus.DRAFT)
    assert rows(members_of(workspace, saved(workspace), CLOCK)) == [("R01",), ("R03",), ("R05",)]
    set_audience_status(workspace, audience, AudienceStatus.DELETED)
    again = saved(workspace).deleted
    assert again is not None
    tidy(workspace, now=again + timedelta(days=30))

    assert workspace.audiences.list() == []
    assert audience.physical not in workspace.database.tables(Store.DATA)


@pytest.mark.req("PRC-163")
@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".xlsx"])
def test_members_are_written_with_a_manifest_and_read_back(workspace: Workspace, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "vip.csv").write_text(FILE, encoding="utf-8")
    made = import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")
    path = tmp_path / file_name_of(made, datetime(2025, 10, 1, 9, 5, 7), suffix)

    written = export_members(workspace, made, path, CLOCK)

    assert path.name == f"VIP_20251001_090507{suffix}"
    said = json.loads(written.manifest.read_text(encoding="utf-8"))
    assert (said["rows"], said["audience"], said["file"]) == (3, "VIP", path.name)
    assert said["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    again = import_members(workspace, path, "Read back", "recipients", "_identity")
    assert rows(members_of(workspace, again, CLOCK)) == [("R01", "gold"), ("R05", "gold"), ("R99", "bronze")]


@pytest.mark.req("PRC-130")
def test_a_copy_is_a_draft_with_the_same_members_and_what_is_said_of_it_changes(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "vip.csv").write_text(FILE, encoding="utf-8")
    made = import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")
    workspace.audiences.change(made.id, tags=[" spring", "vip", "spring "], folder=" Loyalty / Gold /")

    copies = [copy_audience(workspace, saved(workspace, "VIP")) for _ in range(2)]

    assert [one.label for one in copies] == ["VIP - copy", "VIP - copy 2"]
    found = saved(workspace, "VIP - copy")
    assert (found.status, found.tags, found.folder) == (AudienceStatus.DRAFT, ("spring", "vip"), "Loyalty/Gold")
    assert rows(members_of(workspace, found, CLOCK)) == rows(members_of(workspace, made, CLOCK))
    with pytest.raises(EngineError) as caught:
        workspace.audiences.change(found.id, label=" VIP ")
    assert caught.value.problem.check == "V18"
    workspace.audiences.change(found.id, label="Gold", description="By hand")
    assert saved(workspace, "Gold").description == "By hand"


@pytest.mark.req("PRC-166")
def test_an_audience_is_stale_once_a_table_that_its_campaign_reads_has_changed(
    workspace: Workspace, tmp_path: Path
) -> None:
    keep(workspace, saver("London"))
    start_real_run(workspace, saver("London"))
    audience = saved(workspace)
    other = tmp_path / "weather.csv"
    other.write_text("day,rain\n2025-10-01,3\n")
    import_file(workspace, other)
    assert stale_audiences(workspace) == frozenset()

    line = tmp_path / "recipients.csv"
    exported = records_of(workspace, "recipients", CLOCK)
    exported.export(line)
    import_file(workspace, line, table="recipients", options=LoadOptions(threshold=100.0))
    assert stale_audiences(workspace) == {audience.id}

    refresh_audience(workspace, audience)
    assert stale_audiences(workspace) == frozenset()


@pytest.mark.req("PRC-134", "PRC-135")
def test_attributes_tell_how_many_members_have_them(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "vip.csv").write_text("crm_id,tier,points\nR01,gold,\nR05,,7\nR07,silver,12\n", encoding="utf-8")
    made = import_members(workspace, tmp_path / "vip.csv", "VIP", "recipients", "crm_id")

    found = [(one.column.name, one.filled, one.sample) for one in attributes_of(workspace, made)]

    assert found == [("tier", 2, "gold"), ("points", 2, "12")]


@pytest.mark.req("PRC-141", "PRC-144", "PRC-145", "PRC-147")
@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"label": " "}, "label"),
        ({"label": "A", "attributes": [{"attribute": "city"}, {"attribute": "plan", "alias": "city"}]}, "attributes"),
        ({"label": "A", "identity": "nowhere"}, "identity"),
        ({"label": "A"}, None),
    ],
)
def test_what_an_audience_needs_is_said_at_its_field(
    workspace: Workspace, settings: dict[str, Any], field: str | None
) -> None:
    both = node("both", "combine", mode="union", primary_set="a")
    nodes = [build("a", condition("city", "equal", "Paris")), build("b", condition("city", "equal", "London")), both]
    document = campaign([*nodes, node("save", "save-audience", **settings)], "a>both", "b>both", "both>save")

    wrong = [one for one in check_document(workspace, document).problems if one.is_error]

    assert [(one.node, (one.field or "").partition("[")[0]) for one in wrong] == ([("save", field)] if field else [])
    if field is None:
        start_real_run(workspace, document)
        assert saved(workspace, "A").rows == 8
        assert (saved(workspace, "A").identity, saved(workspace, "A").namespace) != ("", "")


@pytest.mark.req("PRC-162")
@pytest.mark.parametrize(
    ("mode", "expected"),
    [("union", {"R01", "R05", "R07"}), ("intersection", {"R05"}), ("exclusion", {"R01"}), ("one", {"R01", "R07"})],
)
def test_saved_audiences_are_united_intersected_and_excluded_exactly(
    workspace: Workspace, tmp_path: Path, mode: str, expected: set[str]
) -> None:
    for label, keys in (("A", ("R01", "R05")), ("B", ("R05", "R07"))):
        (tmp_path / "members.csv").write_text("crm_id\n" + "\n".join(keys) + "\n", encoding="utf-8")
        import_members(workspace, tmp_path / "members.csv", label, "recipients", "crm_id")
    reads = [node(name, "read-audience", audience=name.upper(), dimension="recipients") for name in ("a", "b")]
    # Who is in exactly one of them is the complement of an intersection.
    how = {"mode": "intersection", "complement": True} if mode == "one" else {"mode": mode}
    document = campaign([*reads, node("both", "combine", primary_set="a", **how)], "a>both", "b>both")

    run_document(workspace, document)

    page = find_population(workspace, document, f"both:{'complement' if mode == 'one' else 'result'}").page()
    assert {str(row[[one.name for one in page.columns].index("_key")]) for row in page.rows} == expected


@pytest.mark.req("PRC-157")
def test_a_file_of_members_has_few_columns_whose_names_are_names_and_its_values_are_read_as_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "vip.csv"
    path.write_text("crm_id,Since when,e-mail consent\nR01,31/12/2024,y\nR05,01/02/2025,n\n", encoding="utf-8")

    made = import_members(workspace, path, "VIP", "recipients", "crm_id")

    assert [(one.name, str(one.type)) for one in made.columns] == [
        ("Since_when", "date"),
        ("e_mail_consent", "boolean"),
    ]
    found = [(row[0], str(row[1]), row[2]) for row in rows(members_of(workspace, made, CLOCK))]
    assert found == [("R01", "2024-12-31", True), ("R05", "2025-02-01", False)], "no value is lost on the way"
    assert consent_columns(["crm_id", "e-mail consent", "Opt-in", "description"]) == ["e-mail consent", "Opt-in"]

    def refused(text: str) -> str:
        path.write_text(text, encoding="utf-8")
        with pytest.raises(EngineError) as caught:
            import_members(workspace, path, "Wide", "recipients", "crm_id")
        return caught.value.problem.code

    assert refused("crm_id," + ",".join(f"a{n}" for n in range(25)) + "\nR01" + "," * 25 + "\n") == "AUD-020"
    assert refused("crm_id,first name,first-name\nR01,a,b\n") == "AUD-020"
    assert refused("id,tier\nR01,a\n") == "no-such-column"
    assert workspace.audiences.by_label("Wide") is None
