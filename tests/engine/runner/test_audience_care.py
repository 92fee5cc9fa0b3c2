"""Audiences over time: members from a file expire, others are evaluated by themselves; one member is looked at."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.catalog.model import Link
from engine.database import Store
from engine.document.files import to_text
from engine.document.model import Document
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.runner.audience_files import import_members
from engine.runner.audiences import export_members, export_to_table
from engine.runner.clock import clock_of
from engine.runner.evaluating import set_evaluation
from engine.runner.expiring import expire_audiences, extend_audience
from engine.runner.housekeeping import tidy
from engine.runner.member_detail import AUDIENCES, member_detail
from engine.runner.publishing import next_due, run_due
from engine.runner.real import start_real_run
from engine.runner.records import members_of
from engine.runner.service import check_document, run_document
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, SavedAudience
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import ROWS, shop
from tests.engine.test_cli import jalon

CLOCK = clock_of(campaign([]))
PARIS = ZoneInfo("Europe/Paris")
READ = node("read", "read-audience", audience="VIP", dimension="recipients")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def vip(
    workspace: Workspace, tmp_path: Path, text: str = "crm_id,tier\nR01,gold\nR05,silver\n", **more: Any
) -> SavedAudience:
    path = tmp_path / "vip.csv"
    path.write_text(text, encoding="utf-8")
    return import_members(workspace, path, "VIP", "recipients", "crm_id", **more)


def saved(workspace: Workspace, label: str = "VIP") -> SavedAudience:
    found = workspace.audiences.by_label(label)
    assert found is not None
    return found


def saver(city: str, name: str = "saver", label: str = "Locals") -> Document:
    return campaign([build("who", condition("city", "equal", city)), node("save", "save-audience", label=label)],
                    "who>save", id=name, name=name)  # fmt: skip


def keep(workspace: Workspace, document: Document) -> None:
    workspace.documents.save(document.id, to_text(document), name=document.id, kind="campaign")


def lasts(one: SavedAudience) -> timedelta:
    assert one.expires is not None
    return one.expires - one.changed


def code(work: Any) -> str:
    with pytest.raises(EngineError) as caught:
        work()
    return caught.value.problem.code


@pytest.mark.req("PRC-159")
def test_members_from_a_file_last_for_days_and_then_nobody_is_left(workspace: Workspace, tmp_path: Path) -> None:
    """The cool-down of the cloud is not kept: nothing is queued here that it would protect."""
    made = vip(workspace, tmp_path)
    assert abs(lasts(made) - timedelta(days=30)) < timedelta(seconds=5)
    assert code(lambda: vip(workspace, tmp_path, days=0)) == "AUD-024"
    assert code(lambda: vip(workspace, tmp_path, days=91)) == "AUD-024"
    made = vip(workspace, tmp_path, days=90)
    end = made.expires
    assert end is not None
    assert lasts(made).days in {89, 90}
    reader = campaign([READ, node("end", "end")], "read>end")
    assert run_document(workspace, reader).transition("t1").rows == 2

    assert code(lambda: extend_audience(workspace, made, end - timedelta(days=7, seconds=1))) == "too-early"
    assert expire_audiences(workspace, end - timedelta(seconds=1)) == ()
    assert extend_audience(workspace, made, end - timedelta(days=7)) == end + timedelta(days=90)
    later = end + timedelta(days=90)
    assert next_due(workspace, now=end.replace(tzinfo=UTC)) == later.replace(tzinfo=UTC)

    run_due(workspace, now=later.replace(tzinfo=UTC))

    gone = saved(workspace)
    assert (gone.id, gone.rows, gone.expired, gone.counts["exiting"]) == (made.id, 0, True, 2)
    assert run_document(workspace, reader).transition("t1").rows == 0, "whoever reads it counts nobody"
    assert expire_audiences(workspace, later + timedelta(days=9)) == (), "it ends once"
    assert code(lambda: extend_audience(workspace, gone, later)) == "audience-expired"
    again = vip(workspace, tmp_path)
    assert (again.rows, again.expired) == (2, False)
    assert lasts(again).days in {89, 90}, "an import begins anew, for as long as before"


def test_a_campaign_s_audience_never_expires_and_housekeeping_ends_the_others(
    workspace: Workspace, tmp_path: Path
) -> None:
    start_real_run(workspace, saver("London"))
    assert (
        code(lambda: extend_audience(workspace, saved(workspace, "Locals"), datetime(2025, 1, 1))) == "not-from-a-file"
    )
    made = vip(workspace, tmp_path, days=1)
    workspace.audiences.set_status(made.id, AudienceStatus.DELETED)
    assert expire_audiences(workspace, made.changed + timedelta(days=2)) == (), "what is put away is left alone"
    tidy(workspace, now=made.changed + timedelta(days=2))
    assert saved(workspace, "Locals").rows == 3


@pytest.mark.req("PRC-160")
@pytest.mark.parametrize(
    ("name", "expected"),
    [("vip_2025", None), ("$vip", None), ("_", None), ("2025vip", "AUD-022"), ("vip-2025", "AUD-022"),
     ("été", "AUD-022"), ("a b", "AUD-022"), ("other", "AUD-023")],
)  # fmt: skip
def test_an_external_id_is_a_plain_name_that_no_other_audience_has(
    workspace: Workspace, tmp_path: Path, name: str, expected: str | None
) -> None:
    vip(workspace, tmp_path)
    path = tmp_path / "vip.csv"
    import_members(workspace, path, "Other", "recipients", "crm_id", external="other")
    if expected is not None:
        assert code(lambda: vip(workspace, tmp_path, external=name)) == expected
        assert code(lambda: workspace.audiences.change(saved(workspace).id, external=name)) == expected
        assert saved(workspace).external == ""
        return
    assert vip(workspace, tmp_path, external=name).external == name
    assert vip(workspace, tmp_path).external == name, "another import keeps it"
    written = export_members(workspace, saved(workspace), tmp_path / "out.csv", CLOCK)
    assert json.loads(written.manifest.read_text(encoding="utf-8"))["external"] == name
    workspace.audiences.change(saved(workspace).id, external="")
    assert saved(workspace).external == ""


@pytest.mark.req("PRC-158")
def test_what_came_with_members_personalises_and_is_nothing_that_rules_know(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A rule about records does not find it.

    Decision C12 of the specification lets a campaign use it once Read audience has put it beside the records, as
    Enrichment would: so a split after that may ask for it.
    """
    vip(workspace, tmp_path)
    for rule in (condition("tier", "equal", "gold"), condition("VIP/tier", "equal", "gold")):
        problems = check_document(workspace, campaign([build("who", rule)])).problems
        assert [one.node for one in problems if one.is_error] == ["who"]

    read = node("read", "read-audience", audience="VIP", dimension="recipients", attributes=[{"attribute": "tier"}])
    golden = {"label": "Gold", "filter": condition("tier", "equal", "gold")}
    file = node("file", "extract-file", columns=[{"attribute": "tier", "label": "Tier"}])
    split = node("split", "split", subsets=[golden])
    document = campaign([read, split, file], "read>split", "split:subset:1>file")
    assert run_document(workspace, document).transition("t2").rows == 1


@pytest.mark.req("PRC-165")
def test_an_audience_is_evaluated_daily_and_once_when_it_was_missed(workspace: Workspace) -> None:
    document = saver("London")
    keep(workspace, document)
    start_real_run(workspace, document)
    begun = datetime.now(PARIS).replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=1)
    set_evaluation(workspace, saved(workspace, "Locals"), "6:30", begun)
    assert saved(workspace, "Locals").evaluated == "06:30"

    def number_after(moment: datetime) -> tuple[int, int]:
        return len(run_due(workspace, now=moment)), saved(workspace, "Locals").number

    first = (begun + timedelta(days=1)).replace(hour=6, minute=30)
    assert next_due(workspace, now=begun) == first
    assert number_after(first - timedelta(minutes=1)) == (0, 1)
    assert number_after(first) == (1, 2)
    assert number_after(first + timedelta(hours=5)) == (0, 2)
    assert number_after(first + timedelta(days=4, hours=2)) == (1, 3), "what was missed happens once"
    workspace.audiences.set_status(saved(workspace, "Locals").id, AudienceStatus.INACTIVE)
    assert number_after(first + timedelta(days=6)) == (0, 3), "what is inactive is not evaluated"


@pytest.mark.req("PRC-165")
def test_an_audience_is_evaluated_before_each_run_that_reads_it(workspace: Workspace, tmp_path: Path) -> None:
    keep(workspace, saver("London"))
    start_real_run(workspace, saver("London"))
    local = node("read", "read-audience", audience="Locals", dimension="recipients")
    reader = campaign([local, node("save", "save-audience", label="Readers")], "read>save", id="reader")
    set_evaluation(workspace, saved(workspace, "Locals"), "before-run", datetime(2025, 10, 1, tzinfo=PARIS))
    path = tmp_path / "more.csv"
    path.write_text("crm_id,city,c_email,c_sms\nR20,London,true,true\n", encoding="utf-8")
    import_file(workspace, path, table="recipients", options=LoadOptions(LoadMode.APPEND))

    run_document(workspace, reader)
    assert saved(workspace, "Locals").number == 1, "counting a design evaluates nothing"
    start_real_run(workspace, reader)

    assert (saved(workspace, "Locals").number, saved(workspace, "Locals").rows) == (2, 4)
    assert saved(workspace, "Readers").rows == 4

    # Two that read each other's audience: each is evaluated once, and the run ends.
    both = [local, node("save", "save-audience", label="Locals")]
    other = node("read", "read-audience", audience="Readers", dimension="recipients")
    keep(workspace, reader)
    keep(workspace, campaign([other, both[1]], "read>save", id="saver"))
    set_evaluation(workspace, saved(workspace, "Readers"), "before-run", datetime(2025, 10, 1, tzinfo=PARIS))
    start_real_run(workspace, reader)
    assert (saved(workspace, "Locals").number, saved(workspace, "Readers").number) == (3, 2)


def test_a_run_does_not_go_on_with_members_that_could_not_be_evaluated(workspace: Workspace, tmp_path: Path) -> None:
    keep(workspace, saver("London"))
    start_real_run(workspace, saver("London"))
    local = saved(workspace, "Locals")
    assert code(lambda: set_evaluation(workspace, local, "25:00", datetime.now(UTC))) == "AUD-025"
    assert code(lambda: set_evaluation(workspace, vip(workspace, tmp_path), "06:30", datetime.now(UTC))) == (
        "not-written-by-a-campaign"
    )
    set_evaluation(workspace, local, "before-run", datetime.now(UTC))
    keep(workspace, campaign([build("who", condition("gone", "equal", "x")),
                              node("save", "save-audience", label="Locals")], "who>save", id="saver"))  # fmt: skip
    read = node("read", "read-audience", audience="Locals", dimension="recipients")
    with pytest.raises(EngineError):
        start_real_run(workspace, campaign([read, node("save", "save-audience", label="X")], "read>save", id="r"))
    assert workspace.audiences.by_label("X") is None


@pytest.mark.req("PRC-136")
def test_a_member_is_shown_with_the_record_what_is_linked_and_the_audiences(
    workspace: Workspace, tmp_path: Path
) -> None:
    start_real_run(workspace, saver("London"))
    start_real_run(workspace, saver("Paris", "other", "Parisians"))
    made = vip(workspace, tmp_path, "crm_id,tier\nR01,gold\nR99,bronze\n")

    found = member_detail(workspace, made, "R01")

    assert found is not None
    facts = {column.name: value for column, value in found.facts}
    assert (facts["tier"], facts["first_name"], facts["city"]) == ("gold", "Anna", "London")
    assert [row[1] for row in found.listings[AUDIENCES].rows] == ["Locals", "VIP"]
    own = {row[0] for row in ROWS["purchases"] if row[1] == "R01"}
    bought = next(one for name, one in found.listings.items() if "purchase" in name.lower())
    assert {row[1] for row in bought.rows} == own, "the rows of the link, as the fixture has them"

    stranger = member_detail(workspace, made, "R99")
    assert stranger is not None
    assert [column.name for column, _ in stranger.facts] == ["tier"], "nobody's record"
    assert not any(one.rows for name, one in stranger.listings.items() if name != AUDIENCES)
    assert member_detail(workspace, made, "R02") is None


@pytest.mark.req("PRC-163")
def test_members_become_a_table_with_its_ledger_and_only_the_attributes_that_were_chosen(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = vip(workspace, tmp_path, "crm_id,tier,since\nR01,gold,2024-01-01\nR05,silver,2025-01-01\n")

    done = export_to_table(workspace, made, "vip_members", CLOCK)

    assert (done.rows, done.table.key, done.record.counts["loaded"]) == (2, ("crm_id",), 2)
    assert {one.name: str(one.type) for one in done.table.attributes} == {
        "crm_id": "string", "tier": "string", "since": "date",
    }  # fmt: skip
    vip(workspace, tmp_path, "crm_id,tier,since\nR07,gold,2024-01-01\n")
    assert export_to_table(workspace, saved(workspace), "vip_members", CLOCK).rows == 1
    assert code(lambda: export_to_table(workspace, made, "recipients", CLOCK)) == "table-exists"
    assert workspace.datasets.snapshot()["recipients"].rows == 12

    written = export_members(workspace, saved(workspace), tmp_path / "out.jsonl", CLOCK, attributes=["since"])
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == {
        "_identity": "R07",
        "since": "2024-01-01",
    }
    said = json.loads(written.manifest.read_text(encoding="utf-8"))
    assert (said["rows"], [one["name"] for one in said["columns"]]) == (1, ["_identity", "since"])
    assert said["sha256"] == hashlib.sha256((tmp_path / "out.jsonl").read_bytes()).hexdigest()
    assert code(lambda: export_members(workspace, saved(workspace), tmp_path / "x.csv", CLOCK, attributes=["no"])) == (
        "unknown-attribute"
    )
    assert rows(members_of(workspace, saved(workspace), CLOCK)) == [("R07", "gold", "2024-01-01")]
    assert saved(workspace).physical in workspace.database.tables(Store.DATA)


def rows(found: Any) -> list[tuple[Any, ...]]:
    return sorted(tuple(value if isinstance(value, str) else str(value) for value in row) for row in found.page().rows)


@pytest.mark.req("PRC-136")
def test_rows_of_a_table_without_a_key_are_told_of_a_member_in_the_order_of_their_columns(
    workspace: Workspace, tmp_path: Path
) -> None:
    audience = vip(workspace, tmp_path)
    path = tmp_path / "visits.csv"
    path.write_text("visitor,page\nR01,shop\nR05,shop\nR01,home\nR01,home\n", encoding="utf-8")
    import_file(workspace, path)
    assert workspace.catalog().table_by_name["visits"].key == ()
    workspace.schemas.add(
        Link(name="visitor", source="visits", target="recipients", pairs=(("visitor", "crm_id"),),
             reverse_name="visits")
    )  # fmt: skip

    found = member_detail(workspace, audience, "R01")

    assert found is not None
    assert [row[1:] for row in found.listings["visits"].rows] == [("R01", "home"), ("R01", "home"), ("R01", "shop")]


@pytest.mark.req("PRC-165", "PRC-136", "PRC-163")
def test_the_same_from_the_command_line(tmp_path: Path) -> None:
    with shop(tmp_path / "w") as opened:
        folder = str(opened.folder)
        keep(opened, saver("London"))
        start_real_run(opened, saver("London"))
    (tmp_path / "vip.csv").write_text("crm_id,tier\nR01,gold\n", encoding="utf-8")
    wish = ["--label", "VIP", "--dimension", "recipients", "--identity", "crm_id", "--days", "5"]
    made = json.loads(jalon("audience", "import", str(tmp_path / "vip.csv"), *wish, "-w", folder, "--json"))
    assert made["members"] == 1
    assert jalon("audience", "extend", "VIP", "-w", folder).startswith("VIP lasts until ")
    jalon("audience", "name", "VIP", "vip", "-w", folder)
    one = json.loads(jalon("audience", "member", "vip", "R01", "-w", folder, "--json"))
    assert (one["attributes"]["tier"], [each["label"] for each in one["linked"]["audiences"]]) == (
        "gold", ["Locals", "VIP"],
    )  # fmt: skip
    assert json.loads(jalon("audience", "table", "vip", "vips", "-w", folder, "--json"))["rows"] == 1
    assert json.loads(jalon("audience", "evaluate", "Locals", "-w", folder, "--json"))[0]["members"] == 3
    jalon("audience", "schedule", "Locals", "--daily", "06:30", "-w", folder)
    listed = {each["label"]: each for each in json.loads(jalon("audiences", "-w", folder, "--json"))}
    assert (listed["Locals"]["evaluated"], listed["VIP"]["external"], listed["Locals"]["expires"]) == (
        "06:30",
        "vip",
        None,
    )
    jalon("audience", "schedule", "Locals", "--daily", "06:30", "--never", "-w", folder, status=2)
