"""Real runs: effects, incremental history, waits that survive a restart, signals."""

import csv
import dataclasses
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import fastexcel
import pyarrow.parquet as pq
import pytest

from engine.catalog.model import Channel, Dimension
from engine.document.model import Document
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.runner import service
from engine.runner.populations import find_population
from engine.runner.real import continue_run, start_real_run
from engine.runner.results import State
from engine.runner.service import check_document, run_document
from engine.runner.testing import start_test
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, node
from tests.engine.fixture import shop

RECENT = exists("purchases", condition("order_date", "within", period={"preset": "last", "count": 30, "unit": "day"}))
GOLD = condition("loyalty/membership_level", "equal", "gold")
FILE_COLUMNS = [{"name": "email"}, {"name": "birthdate", "type": "date"}]
FILE_ROWS = """email,birthdate
anna@x.com,2000-10-01
eva@orange.co.uk,1988-12-31
ida@gmail.com,1994-04-04
new@x.com,1990-01-01
leo@adobe.com,1999-01-01
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Any:
    with shop(tmp_path) as opened:
        yield opened


def members(workspace: Workspace, document: Document, transition: str) -> list[str]:
    """The keys behind a transition."""
    page = find_population(workspace, document, transition).page()
    place = [one.name for one in page.columns].index("_key")
    return [str(row[place]) for row in page.rows]


@pytest.mark.req("ORC-143", "ORC-59", "ORC-141", "PRC-139", "PRC-146")
def test_an_audience_is_saved_by_a_real_run_and_by_no_other(workspace: Workspace) -> None:
    document = campaign([build("who", RECENT), node("save", "save-audience", label="Buyers")], "who>save")

    run_document(workspace, document)
    start_test(workspace, document).result()
    assert workspace.audiences.list() == []

    start_real_run(workspace, document)
    saved = workspace.audiences.by_label("Buyers")
    assert saved is not None
    assert saved.rows == 6


@pytest.mark.req("ORC-141", "PRC-142")
def test_two_campaigns_cannot_save_the_same_label(workspace: Workspace) -> None:
    first = campaign([build("who"), node("save", "save-audience", label="Buyers")], "who>save")
    start_real_run(workspace, first)
    second = campaign([build("who"), node("save", "save-audience", label="Buyers")], "who>save", id="other")

    with pytest.raises(EngineError) as caught:
        start_real_run(workspace, second)

    assert caught.value.problem.check == "V18"
    assert caught.value.problem.node == "save"


@pytest.mark.req("ORC-142", "ORC-90", "ORC-89", "PRC-143", "PRC-156")
def test_a_saved_audience_is_read_with_its_attributes(workspace: Workspace) -> None:
    saving = campaign(
        [build("who", RECENT), node("save", "save-audience", label="Buyers", attributes=[{"attribute": "city"}])],
        "who>save",
    )
    start_real_run(workspace, saving)
    reading = campaign(
        [
            node("read", "read-audience", audience="Buyers", dimension="recipients",
                 attributes=[{"attribute": "city"}, {"attribute": "loyalty/membership_level", "alias": "level"}])
        ],
        id="reader",
    )  # fmt: skip

    result = run_document(workspace, reading)

    assert result.transition("read:result").rows == 6
    page = find_population(workspace, reading, "read:result").page()
    found = {row[0]: row[1:] for row in page.rows}
    assert found["R01"] == ("London", "gold")
    assert found["R08"] == ("Lyon", None)


@pytest.mark.req("ORC-91", "PRC-155")
def test_test_runs_see_the_same_members_for_two_hours_and_other_runs_see_todays(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved(*keys: str) -> None:
        rule = condition("crm_id", "in", values=list(keys))
        save = node("save", "save-audience", label="A", attributes=[{"attribute": "city"}])
        start_real_run(workspace, campaign([build("who", rule), save], "who>save", id="saver"))

    def reading(name: str = "reader", *attributes: str) -> Document:
        picks = [{"attribute": one} for one in attributes]
        read = node("read", "read-audience", audience="A", dimension="recipients", attributes=picks)
        return campaign([read, node("save", "save-audience", label=f"by {name}")], "read>save", id=name)

    def tested(document: Document) -> int | None:
        return start_test(workspace, document).result().transition("t1").rows

    now = datetime(2025, 10, 1, 9, 0)
    monkeypatch.setattr(service, "utc_now", lambda: now)
    saved("R01")
    assert tested(reading()) == 1
    saved("R01", "R02")

    assert tested(reading()) == 1
    assert tested(reading("another campaign")) == 2
    assert run_document(workspace, reading()).transition("t1").rows == 2
    assert start_real_run(workspace, reading()).transition("t1").rows == 2
    assert tested(reading("reader", "city")) == 2
    saved("R01", "R02", "R03")
    assert tested(reading("reader", "city")) == 2
    now += timedelta(hours=2)
    assert tested(reading("reader", "city")) == 3


@pytest.mark.req("ORC-88", "ORC-10")
def test_only_audiences_of_the_same_merge_policy_can_be_read(workspace: Workspace) -> None:
    saving = campaign([build("who"), node("save", "save-audience", label="A")], "who>save", merge_policy="strict")
    start_real_run(workspace, saving)
    read = node("read", "read-audience", audience="A", dimension="recipients")

    (problem,) = check_document(workspace, campaign([read], id="r")).problems
    assert (problem.code, problem.check, problem.field) == ("other-merge-policy", "V19", "audience")
    assert check_document(workspace, campaign([read], id="r", merge_policy="strict")).problems == ()


@pytest.mark.parametrize(
    ("mode", "expected", "counts"),
    [
        ("replace", {"R01", "R02"}, {"realized": 1, "existing": 1, "exiting": 1}),
        ("append", {"R01", "R02", "R03"}, {"realized": 1, "existing": 1, "exiting": 0}),
    ],
)
@pytest.mark.req("ORC-143", "PRC-148", "PRC-149", "PRC-150")
def test_modes_of_saving_an_audience(
    workspace: Workspace, mode: str, expected: set[str], counts: dict[str, int]
) -> None:
    def saving(keys: list[str], how: str) -> Document:
        rule = condition("crm_id", "in", values=keys)
        return campaign([build("who", rule), node("save", "save-audience", label="A", mode=how)], "who>save")

    start_real_run(workspace, saving(["R01", "R03"], "create"))
    start_real_run(workspace, saving(["R01", "R02"], mode))

    audience = workspace.audiences.by_label("A")
    assert audience is not None
    assert (audience.number, audience.rows, dict(audience.counts)["realized"]) == (2, len(expected), counts["realized"])
    reading = campaign([node("read", "read-audience", audience="A", dimension="recipients")], id="reader")
    run_document(workspace, reading)
    assert set(members(workspace, reading, "read:result")) == expected
    if mode == "replace":
        assert dict(audience.counts) == counts
        refused = start_real_run(workspace, saving(["R05"], "create"))
        assert (refused.node("save").state, [one.code for one in refused.problems]) == (
            State.FAILED,
            ["audience-exists"],
        )
        assert workspace.audiences.by_label("A") == audience


@pytest.mark.req("ORC-92", "ORC-94", "ORC-95")
def test_an_incremental_query_returns_each_record_once(workspace: Workspace, tmp_path: Path) -> None:
    document = campaign(
        [node("new", "incremental-query", dimension="recipients", rule=GOLD), node("mail", "email")], "new>mail"
    )
    assert run_document(workspace, document).transition("t1").rows == 3

    assert start_real_run(workspace, document).transition("t1").rows == 3
    upsert = tmp_path / "loyalty.csv"
    upsert.write_text("_change_request_type,customer,membership_level,points_balance,enrollment_date,lastmodified\n"
                      "u,R07,gold,60,2025-05-10,2025-09-30\n")  # fmt: skip
    import_file(workspace, upsert, table="loyalty", options=LoadOptions(LoadMode.UPSERT))
    second = start_real_run(workspace, document)
    third = start_real_run(workspace, document)

    assert second.transition("t1").rows == 1
    assert third.transition("t1").rows is None
    assert third.node("mail").state is State.NOT_REACHED
    twin = document.model_copy(update={"id": "duplicate"})
    assert run_document(workspace, twin).transition("t1").rows == 4


@pytest.mark.req("ORC-93")
def test_an_incremental_query_by_date_goes_on_from_the_last_execution(workspace: Workspace) -> None:
    document = campaign(
        [node("new", "incremental-query", dimension="recipients", mode="date", date_field="lastmodified",
              last_execution="2025-09-10T00:00:00")]
    )  # fmt: skip

    run_document(workspace, document)

    assert members(workspace, document, "new:result") == ["R10", "R11"]


@pytest.mark.req("ORC-93")
def test_a_last_execution_set_by_hand_stands_until_a_real_run_has_used_it(workspace: Workspace) -> None:
    def since(by_hand: str | None) -> Document:
        more = {} if by_hand is None else {"last_execution": by_hand}
        query = node("new", "incremental-query", dimension="recipients", mode="date", date_field="lastmodified", **more)
        return campaign([query, node("end", "end")], "new>end", as_of="2025-09-17T00:00:00")

    def found(document: Document) -> int | None:
        return run_document(workspace, document).transition("t1").rows

    assert found(since(None)) == 12
    assert (found(since("2025-09-05T00:00:00")), found(since("2025-09-05T00:00:00"))) == (3, 3)
    assert start_real_run(workspace, since("2025-09-05T00:00:00")).transition("t1").rows == 3

    assert found(since("2025-09-05T00:00:00")) == 1
    assert found(since(None)) == 1
    assert found(since("2025-09-12T00:00:00")) == 2
    assert start_real_run(workspace, since(None)).transition("t1").rows == 1
    assert found(since("2025-09-05T00:00:00")) == 3


@pytest.mark.req("ORC-96", "ORC-133", "ORC-135", "ORC-136")
@pytest.mark.parametrize(
    ("pairs", "keep", "rows", "keys"),
    [
        (("email", "birthdate"), True, 5, ["R01", "R05", "R10", "None", "None"]),
        (("email", "birthdate"), False, 3, ["R01", "R05", "R10"]),
        (("email",), False, 4, ["R01", "R05", "R09", "R12"]),
    ],
)
def test_the_rows_of_a_file_are_reconciled(
    workspace: Workspace, tmp_path: Path, pairs: tuple[str, ...], keep: bool, rows: int, keys: list[str]
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(FILE_ROWS, encoding="utf-8")
    fields = {"email": "email", "birthdate": "birth_date"}
    document = campaign(
        [
            node("load", "load-file", path=str(path), layout={"columns": FILE_COLUMNS}),
            node("match", "reconciliation", dimension="recipients", keep_unreconciled=keep,
                 pairs=[{"source": name, "destination": fields[name]} for name in pairs]),
        ],
        "load>match",
    )  # fmt: skip

    result = run_document(workspace, document)

    assert result.transition("t1").rows == 5
    assert result.transition("match:result").rows == rows
    assert sorted(members(workspace, document, "match:result")) == sorted(keys)
    if len(pairs) == 1:
        ambiguous = next(problem for problem in result.problems if problem.code == "ambiguous-rows")
        assert ambiguous.values["count"] == 2
    assert all(one.conserved for one in result.nodes)


@pytest.mark.req("ORC-101")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mail,birthdate\na@x.com,2000-01-01\n", "no column 'email', and the sample has no column 'mail'"),
        ("email,birthdate,more\na@x.com,2000-01-01,1\n", "the sample has no column 'more'"),
        ("email\na@x.com\n", "no column 'birthdate'"),
    ],
)
def test_a_file_that_is_not_laid_out_like_its_sample_is_refused(
    workspace: Workspace, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    document = campaign([node("load", "load-file", path=str(path), layout={"columns": FILE_COLUMNS})])

    result = run_document(workspace, document)

    (problem,) = [problem for problem in result.problems if problem.is_error]
    assert problem.code == "ING-121"
    assert said in problem.what
    assert not result.ok


@pytest.mark.req("ORC-100")
def test_a_row_of_a_file_is_known_by_its_line(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text('email,birthdate\n\n"a\nb",2000-01-01\nc,2001-01-01\n', encoding="utf-8")
    document = campaign([node("load", "load-file", path=str(path), layout={"columns": FILE_COLUMNS})])

    run_document(workspace, document)

    page = find_population(workspace, document, "load:result").page()
    assert [(row[0], row[1]) for row in page.rows] == [(3, "a\nb"), (5, "c")]


@pytest.mark.req("ORC-102")
@pytest.mark.parametrize(("allowed", "kept"), [(0, 0), (1, 0), (2, 1), (3, 1)])
def test_rejected_lines_are_written_to_a_file_by_a_real_run(
    workspace: Workspace, tmp_path: Path, allowed: int, kept: int
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("email,birthdate\na@x.com,2000-01-01\nb@x.com,soon\nc@x.com,2000-02-30\n", encoding="utf-8")
    load = node("load", "load-file", path=str(path), layout={"columns": FILE_COLUMNS}, max_errors=allowed,
                keep_rejects=True, delete_after=True)  # fmt: skip
    document = campaign([load])
    rejects = workspace.files / "rejects" / "people_rejects.csv"

    assert run_document(workspace, document).ok is bool(kept)
    assert not rejects.exists()
    assert path.exists()
    if kept:
        result = start_real_run(workspace, document)
        assert result.transition("load:result").rows == 1
    else:
        with pytest.raises(EngineError, match=f"2 of 3 rows cannot be loaded; at most {allowed} are allowed"):
            start_real_run(workspace, document)

    with rejects.open(encoding="utf-8", newline="") as file:
        found = [(row["line"], row["raw"], row["code"], row["column"], row["value"]) for row in csv.DictReader(file)]
    assert found == [
        ("3", "b@x.com,soon", "ING-1501", "birthdate", "soon"),
        ("4", "c@x.com,2000-02-30", "ING-1502", "birthdate", "2000-02-30"),
    ]
    assert path.exists() is not bool(kept)


@pytest.mark.req("ORC-153", "ORC-76", "ORC-151")
def test_a_wait_survives_a_restart_and_does_nothing_twice(tmp_path: Path) -> None:
    document = campaign(
        [
            build("who", GOLD),
            node("before", "alert", alert_title="Before", message="once"),
            node("wait", "wait", amount=2, unit="day"),
            node("save", "save-audience", label="Later"),
        ],
        "who>before", "before>wait", "wait>save",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        first = start_real_run(workspace, document)
        assert first.node("wait").state is State.WAITING
        assert (first.node("wait").waiting, first.node("wait").conserved) == (3, True)
        assert workspace.audiences.list() == []
    run = first.run or ""

    with Workspace.open(tmp_path / "shop") as workspace:
        early = continue_run(workspace, run, now=datetime(2025, 10, 2, 9, 0))
        assert early.node("wait").state is State.WAITING
        late = continue_run(workspace, run, now=datetime(2025, 10, 3, 9, 0))
        assert late.node("save").state is State.DONE
        assert workspace.runs.lines(run).count(("info", "before", "Before: once")) == 1
        saved = workspace.audiences.by_label("Later")
        assert saved is not None
        assert saved.rows == 3
        with pytest.raises(EngineError, match="does not wait"):
            continue_run(workspace, run)


@pytest.mark.req("ORC-52", "ORC-61")
def test_a_real_run_stops_at_a_pause_point_until_somebody_resumes_it(workspace: Workspace) -> None:
    document = campaign(
        [build("who", GOLD), node("save", "save-audience", label="A", outbound=True) | {"paused": True},
         node("wait", "wait", amount=1, unit="day"), node("last", "save-audience", label="B") | {"paused": True}],
        "who>save", "save>wait", "wait>last",
    )  # fmt: skip

    first = start_real_run(workspace, document)
    run = first.run or ""
    assert [one.state for one in first.nodes] == [State.DONE, State.PAUSED, State.NOT_REACHED, State.NOT_REACHED]
    assert (workspace.runs.get(run).status, workspace.audiences.list()) == ("waiting", [])

    second = continue_run(workspace, run, now=datetime(2025, 10, 1, 10, 0))
    assert [one.state for one in second.nodes] == [State.DONE, State.DONE, State.WAITING, State.NOT_REACHED]
    third = continue_run(workspace, run, now=datetime(2025, 10, 2, 10, 0))
    assert third.node("last").state is State.PAUSED
    assert continue_run(workspace, run).node("last").state is State.DONE
    assert {one.label: one.number for one in workspace.audiences.list()} == {"A": 1, "B": 1}
    assert workspace.runs.get(run).status == "finished"


@pytest.mark.req("ORC-60")
def test_a_test_run_stops_at_the_first_message(workspace: Workspace) -> None:
    document = campaign([build("who", GOLD), node("mail", "email"), node("wait", "wait")], "who>mail", "mail>wait")

    result = start_test(workspace, document).result()

    assert [one.state for one in result.nodes] == [State.DONE, State.PAUSED, State.NOT_REACHED]
    assert [one.rows for one in result.transitions] == [3, None, None]


@pytest.mark.req("ORC-103", "ORC-104", "ORC-105")
@pytest.mark.parametrize("form", ["csv", "text", "fixed", "xml", "parquet", "excel"])
def test_a_file_is_extracted(workspace: Workspace, form: str) -> None:
    document = campaign(
        [
            build("who", GOLD),
            node("out", "extract-file", file_name="gold.out", format=form, append_timestamp=False,
                 columns=[{"attribute": "last_name", "label": "Name", "transformation": "upper"},
                          {"attribute": "city"}],
                 sort=[{"attribute": "last_name", "descending": True}]),
        ],
        "who>out",
    )  # fmt: skip

    start_real_run(workspace, document)

    (path,) = (workspace.files / "exports").iterdir()
    if form == "csv":
        assert path.read_bytes().decode() == "Name,city\r\nTRAN,Paris\r\nPRICE,London\r\nJONES,London\r\n"
    elif form == "xml":
        assert '<value name="Name">TRAN</value>' in path.read_text()
    else:
        assert path.stat().st_size > 20


@pytest.mark.req("ORC-106")
def test_data_are_updated_inserted_and_deleted(workspace: Workspace) -> None:
    def update(operation: str) -> Document:
        fields = [] if operation == "delete" else [{"target": "points_balance", "expression": "1000"}]
        return campaign(
            [
                build("who", condition("crm_id", "in", values=["R01", "R04"])),
                node("write", "update-data", table="loyalty", operation=operation, fields=fields,
                     keys=[{"target": "customer", "expression": "@crm_id"}]),
            ],
            "who>write",
        )  # fmt: skip

    rich = campaign([build("rich", condition("loyalty/points_balance", "equal", 1000))], id="rich")
    run_document(workspace, update("insert-or-update"))
    assert run_document(workspace, rich).transition("rich:result").rows == 0

    start_real_run(workspace, update("update"))
    run_document(workspace, rich)
    assert members(workspace, rich, "rich:result") == ["R01"]
    start_real_run(workspace, update("insert-or-update"))
    run_document(workspace, rich)
    assert members(workspace, rich, "rich:result") == ["R01", "R04"]
    start_real_run(workspace, update("delete"))
    assert run_document(workspace, rich).transition("rich:result").rows == 0


def test_a_run_with_errors_is_not_published(workspace: Workspace) -> None:
    document = campaign([build("who", condition("nowhere", "equal", 1))])

    with pytest.raises(EngineError) as caught:
        start_real_run(workspace, document)

    assert caught.value.problem.code == "not-publishable"
    assert dataclasses.asdict(caught.value.problem)["node"] == "who"


@pytest.mark.req("ORC-164", "ORC-182")
def test_a_letter_reaches_those_with_a_city(workspace: Workspace) -> None:
    document = campaign(
        [build("who"), node("letter", "direct-mail", address="city", message_category="transactional")], "who>letter"
    )

    assert dict(run_document(workspace, document).node("letter").reach) == {"reachable": 12}


def test_a_path_goes_on_only_when_the_signal_comes(workspace: Workspace) -> None:
    document = campaign([node("signal", "external-signal"), build("who", GOLD)], "signal>who")

    assert run_document(workspace, document).transition("who:result").rows == 3
    real = start_real_run(workspace, document)
    assert [one.state for one in real.nodes] == [State.WAITING, State.NOT_REACHED]


@pytest.mark.req("ORC-105")
def test_no_file_is_written_over_and_a_failure_leaves_by_its_own_path(workspace: Workspace) -> None:
    document = campaign(
        [
            build("who", GOLD),
            node("out", "extract-file", file_name="gold.csv", append_timestamp=False, columns=[{"attribute": "city"}],
                 outbound=True, error_output=True),
            node("fine", "wait"),
            node("sorry", "alert", alert_title="No file", message="It could not be written."),
        ],
        "who>out", "out:result>fine", "out:error>sorry",
    )  # fmt: skip

    first = start_real_run(workspace, document)
    (path,) = (workspace.files / "exports").iterdir()
    path.write_text("mine")
    second = start_real_run(workspace, document)

    assert [first.transition(name).rows for name in ("t2", "t3")] == [3, None]
    assert [second.transition(name).rows for name in ("t2", "t3")] == [None, 3]
    assert [problem.code for problem in second.problems] == ["file-exists"]
    assert second.ok
    assert [one.read_text() for one in path.parent.iterdir()] == ["mine"]


@pytest.mark.req("ORC-105")
@pytest.mark.parametrize("form", ["csv", "parquet", "excel"])
def test_nobody_is_a_file_with_its_columns(workspace: Workspace, form: str) -> None:
    document = campaign(
        [build("who", condition("city", "equal", "Atlantis")),
         node("out", "extract-file", file_name="none", format=form, append_timestamp=False,
              columns=[{"attribute": "city", "label": "City"}])],
        "who>out",
    )  # fmt: skip

    start_real_run(workspace, document)

    (path,) = (workspace.files / "exports").iterdir()
    if form == "csv":
        assert path.read_text() == "City\n"
    elif form == "parquet":
        assert (pq.read_table(path).column_names, pq.read_table(path).num_rows) == (["City"], 0)
    else:
        assert fastexcel.read_excel(path).load_sheet(0).available_columns()[0].name == "City"


def test_a_sign_that_an_encoding_lacks_is_told_and_leaves_no_half_file(workspace: Workspace) -> None:
    document = campaign(
        [build("who"),
         node("out", "extract-file", file_name="o.csv", encoding="ascii",
              columns=[{"expression": "'é'", "alias": "sign"}])],
        "who>out",
    )  # fmt: skip

    (problem,) = [one for one in start_real_run(workspace, document).problems if one.is_error]

    assert "has no sign for 'é'" in problem.what
    assert list((workspace.files / "exports").iterdir()) == []


@pytest.mark.req("ORC-149", "ORC-150")
def test_a_join_that_one_branch_never_reaches_says_so(workspace: Workspace) -> None:
    nodes = [
        build("gold", GOLD),
        build("nobody", condition("city", "equal", "Atlantis"), emit_when_empty=False),
        build("all"),
        node("join", "and-join", primary_set="gold"),
    ]
    arrows = ("gold>join", "nobody>join", "all>join")

    waiting = run_document(workspace, campaign(nodes, *arrows))
    nodes[3]["settings"]["sets"] = ["gold", "all"]
    going = run_document(workspace, campaign(nodes, *arrows))

    assert waiting.node("join").state is State.NOT_REACHED
    said = next(problem for problem in waiting.problems if problem.code == "join-not-satisfied")
    assert (said.node, "'nobody'" in said.what, said.is_error) == ("join", True, False)
    assert going.transition("join:result").rows == 3
    assert not [problem for problem in going.problems if problem.code == "join-not-satisfied"]


@pytest.mark.req("ORC-186", "ORC-240")
def test_consent_is_that_of_the_person_whom_a_record_belongs_to(workspace: Workspace) -> None:
    """Another dimension with a consent column, named first, does not answer for the buyers."""
    workspace.schemas.add(Dimension(name="brands-mailed", table="brands", consents={Channel.EMAIL: "label"}))
    document = campaign(
        [build("bought", dimension="purchases"), node("mail", "email", address="recipient/email")], "bought>mail"
    )

    reach = dict(run_document(workspace, document).node("mail").reach)

    assert reach == {"reachable": 10, "EmailNoConsent": 1, "EmailNoAddressFoundInProfile": 1}
