"""Requirements of activities that no generated test reaches, one by one, on the shop that can be checked by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.catalog.model import Catalog
from engine.catalog.ways import linked_dimensions
from engine.document.files import to_text
from engine.document.model import Document
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.runner.populations import find_population
from engine.runner.real import start_real_run
from engine.runner.results import RunResult, State
from engine.runner.service import check_document, run_document
from engine.runner.testing import start_test
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

PREMIUM = condition("plan", "equal", "premium")
PARIS = condition("city", "equal", "Paris")
NOBODY = condition("plan", "equal", "nothing of the kind")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


def rows(workspace: Workspace, document: Document, output: str, *names: str) -> list[Any]:
    """The keys behind a count, or the named columns."""
    page = find_population(workspace, document, output).page(limit=1000)
    titles = [one.name for one in page.columns]
    if not names:
        return [row[titles.index("_key")] for row in page.rows]
    return [tuple(row[titles.index(name)] for name in names) for row in page.rows]


def counts(result: RunResult) -> dict[str, int | None]:
    return {one.id: one.rows for one in result.transitions}


@pytest.mark.req("ORC-85")
@pytest.mark.parametrize(("emit", "state"), [(True, State.DONE), (False, State.NOT_REACHED)])
def test_an_empty_audience_goes_on_or_not(the_shop: Workspace, emit: bool, state: State) -> None:
    document = campaign([build("who", NOBODY, emit_when_empty=emit), node("end", "end")], "who>end")

    assert run_document(the_shop, document).node("end").state is state


@pytest.mark.req("ORC-87")
def test_what_enters_an_audience_only_starts_it_unless_it_is_restricted(the_shop: Workspace) -> None:
    def result(**more: Any) -> int | None:
        document = campaign([build("first", PREMIUM), build("then", PARIS, **more)], "first>then")
        return run_document(the_shop, document).transition("then:result").rows

    assert (result(), result(restrict_to_inbound=True)) == (5, 2)
    other = campaign([build("first", None, "purchases"), build("then", PARIS, restrict_to_inbound=True)], "first>then")
    assert "V10" in [problem.check for problem in check_document(the_shop, other).problems]


@pytest.mark.req("ORC-97", "ORC-99", "ORC-98", "ORC-100")
def test_a_fixed_width_file_with_every_way_to_write_a_value(the_shop: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "fixed.txt"
    lines = [
        "made by hand",
        "name    day       amount   ok ",
        "anna    31.12.25  1.234,50 oui",
        "BEN     01.02.25  7        non",
        "",
        "carl    02.02.25           ?  ",
    ]
    path.write_text("\n".join(lines), encoding="cp1252")
    columns = [
        {"name": "name", "width": 8, "case": "upper", "trim": True},
        {"name": "day", "width": 10, "type": "date", "date_format": "%d.%m.%y"},
        {"name": "amount", "width": 9, "type": "decimal(10,2)", "thousands": ".", "decimal": ",",
         "on_error": "default", "default": "0"},
        {"name": "ok", "width": 3, "type": "boolean", "remap": {"oui": "true", "non": "false"},
         "on_unmapped": "default"},
    ]  # fmt: skip
    layout = {"format": "fixed", "encoding": "cp1252", "skip_lines": 1, "header": True, "columns": columns}
    document = campaign([node("load", "load-file", path=str(path), layout=layout)])

    result = run_document(the_shop, document)

    assert [str(problem) for problem in result.problems] == []
    found = [
        tuple(str(value) for value in row)
        for row in rows(the_shop, document, "load:result", "_line", "name", "day", "amount", "ok")
    ]
    assert found == [
        ("3", "ANNA", "2025-12-31", "1234.50", "True"),
        ("4", "BEN", "2025-02-01", "7.00", "False"),
        ("6", "CARL", "2025-02-02", "None", "None"),
    ]


@pytest.mark.req("ORC-111")
def test_an_exclusion_rule_aligns_another_dimension(the_shop: Workspace) -> None:
    rule = {"set": "bought", "pairs": [{"source": "crm_id", "target": "customer"}]}
    exclude = node("rest", "combine", mode="exclusion", primary_set="who", exclusion_rules=[rule], complement=True)
    document = campaign([build("who"), build("bought", None, "purchases"), exclude], "who>rest", "bought>rest")

    run_document(the_shop, document)

    assert rows(the_shop, document, "rest:result") == ["R04", "R06", "R10", "R11"]
    assert len(rows(the_shop, document, "rest:complement")) == 8


@pytest.mark.req("ORC-120")
@pytest.mark.parametrize(("skip", "state"), [(False, State.DONE), (True, State.NOT_REACHED)])
def test_an_empty_subset_is_skipped_or_not(the_shop: Workspace, skip: bool, state: State) -> None:
    subsets = [{"filter": NOBODY, "skip_empty": skip}, {}]
    document = campaign(
        [build("who"), node("split", "split", subsets=subsets), node("a", "end"), node("b", "end")],
        "who>split", "split:subset:1>a", "split:subset:2>b",
    )  # fmt: skip

    result = run_document(the_shop, document)

    assert (result.node("a").state, result.node("b").state) == (state, State.DONE)


@pytest.mark.req("ORC-122")
@pytest.mark.parametrize(("overlap", "expected"), [(False, 12), (True, 14)])
def test_all_subsets_in_one_table_say_which_they_are(the_shop: Workspace, overlap: bool, expected: int) -> None:
    subsets = [{"label": "Premium", "filter": PREMIUM}, {"label": "Paris", "filter": PARIS}]
    split = node("split", "split", subsets=subsets, same_table=True, complement=True, overlap=overlap)
    document = campaign([build("who"), split], "who>split")

    result = run_document(the_shop, document)

    found = rows(the_shop, document, "split:result", "_segment", "_key")
    assert sorted(key for segment, key in found if segment == "Premium") == ["R02", "R05", "R09"]
    paris = ["R02", "R07", "R09", "R10", "R11"] if overlap else ["R07", "R10", "R11"]
    assert sorted(key for segment, key in found if segment == "Paris") == paris
    assert sum(count or 0 for count in counts(result).values()) - 12 == expected
    assert result.node("split").conserved


@pytest.mark.req("ORC-140")
def test_only_linked_dimensions_are_offered(the_shop: Workspace) -> None:
    catalog = the_shop.catalog()

    assert [one.name for one in linked_dimensions(catalog, "wishlists")] == [
        "recipients",
        "recipients-email",
        "purchases",
    ]
    alone = Catalog(tables=catalog.tables, dimensions=catalog.dimensions)
    assert [one.name for one in linked_dimensions(alone, "recipients")] == ["recipients-email"]
    with pytest.raises(EngineError, match="no targeting dimension"):
        linked_dimensions(catalog, "nobody")


@pytest.mark.req("ORC-148")
def test_a_fork_sends_everybody_down_every_labelled_path(the_shop: Workspace) -> None:
    fork = node("fork", "fork", transitions=[{"label": "Mail"}, {"label": "Letter"}, {}])
    document = campaign([build("who", PREMIUM), fork], "who>fork")

    result = run_document(the_shop, document)

    found = [(one.label, one.rows) for one in result.transitions if one.source == "fork"]
    assert found == [("Mail", 3), ("Letter", 3), ("Transition 3", 3)]
    assert result.node("fork").conserved
    one_way = campaign([build("who"), node("fork", "fork", transitions=[{}])], "who>fork")
    assert [problem.field for problem in check_document(the_shop, one_way).problems if problem.is_error] == [
        "transitions"
    ]


def joined(first: dict[str, Any], ticked: list[str]) -> Document:
    return campaign(
        [first, build("paris", PARIS), build("all"),
         node("join", "and-join", sets=ticked, primary_set="paris"), node("end", "end")],
        "first>join", "paris>join", "all>join", "join>end",
    )  # fmt: skip


@pytest.mark.req("ORC-149", "ORC-150")
@pytest.mark.parametrize(
    ("rule", "ticked", "rows_out", "warned"),
    [
        (PREMIUM, ["first", "paris"], 5, False),
        (NOBODY, ["first", "paris"], None, True),
        (NOBODY, ["paris", "all"], 5, False),
        (NOBODY, [], None, True),
    ],
)
def test_a_join_waits_for_the_ticked_paths_and_says_when_one_never_comes(
    the_shop: Workspace, rule: Any, ticked: list[str], rows_out: int | None, warned: bool
) -> None:
    document = joined(build("first", rule, emit_when_empty=False), ticked)

    result = run_document(the_shop, document)

    assert result.transition("t4").rows == rows_out
    assert ("join-not-satisfied" in [problem.code for problem in result.problems]) is warned


@pytest.mark.req("ORC-150")
def test_a_path_that_only_waits_is_not_said_to_be_missing(workspace: Workspace) -> None:
    document = campaign(
        [build("a", PREMIUM), node("wait", "wait", amount=1, unit="day"), build("b", PARIS),
         node("join", "and-join", primary_set="b")],
        "a>wait", "wait>join", "b>join",
    )  # fmt: skip

    result = start_real_run(workspace, document)

    assert result.node("join").state is State.NOT_REACHED
    assert [problem.code for problem in result.problems] == []


@pytest.mark.req("ORC-152")
@pytest.mark.parametrize(
    ("at", "state", "code"),
    [("2025-10-02T09:00", State.WAITING, None), ("2025-09-30T09:00", State.DONE, "wait-in-the-past"),
     ("2025-10-09T09:00", State.WAITING, "long-wait")],
)  # fmt: skip
def test_a_wait_until_a_moment(workspace: Workspace, at: str, state: State, code: str | None) -> None:
    document = campaign([build("who", PREMIUM), node("wait", "wait", kind="fixed", at=at)], "who>wait")

    result = start_real_run(workspace, document)

    assert result.node("wait").state is state
    assert [problem.code for problem in result.problems] == ([code] if code else [])


@pytest.mark.req("ORC-154", "ORC-155")
@pytest.mark.parametrize(
    ("rule", "default", "taken"),
    [(PREMIUM, True, "condition:1"), (PARIS, True, "condition:2"), (None, True, "default"), (None, False, None)],
)
def test_the_first_condition_that_holds_is_followed(
    the_shop: Workspace, rule: Any, default: bool, taken: str | None
) -> None:
    conditions: list[dict[str, Any]] = [
        {"label": "few", "operator": "less", "value": 4},
        {"label": "some", "source": "expression", "expression": "$(vars/@recCount) < 6"},
    ]
    document = campaign(
        [build("who", rule), node("test", "test", conditions=conditions, default_branch=default)], "who>test"
    )

    result = run_document(the_shop, document)

    active = [one.port for one in result.transitions if one.source == "test" and one.active]
    assert active == ([taken] if taken else [])


@pytest.mark.req("ORC-156")
def test_several_ends_end_several_paths(the_shop: Workspace) -> None:
    document = campaign(
        [build("who"), node("fork", "fork"), node("a", "end"), node("b", "end")],
        "who>fork", "fork:branch:1>a", "fork:branch:2>b",
    )  # fmt: skip

    result = run_document(the_shop, document)

    assert [result.node(name).state for name in ("a", "b")] == [State.DONE, State.DONE]


@pytest.mark.req("ORC-161", "ORC-59")
def test_an_alert_speaks_in_a_real_run_and_needs_its_words(workspace: Workspace) -> None:
    document = campaign([build("who"), node("say", "alert", alert_title="Low", message="Few people")], "who>say")
    start_test(workspace, document).result()
    (tested,) = workspace.runs.list()
    assert ("info", "say", "Low: Few people") not in workspace.runs.lines(tested.id)

    run = start_real_run(workspace, document).run or ""

    assert ("info", "say", "Low: Few people") in workspace.runs.lines(run)
    empty = campaign([build("who"), node("say", "alert", alert_title=" ")], "who>say")
    assert [problem.field for problem in check_document(workspace, empty).problems if problem.is_error] == [
        "alert_title", "message",
    ]  # fmt: skip


@pytest.mark.req("ORC-186", "ORC-165", "ORC-187", "ORC-240")
@pytest.mark.parametrize(
    ("channel", "category", "reach"),
    [
        ("email", "marketing", {"reachable": 9, "EmailNoAddressFoundInProfile": 2, "EmailNoConsent": 1}),
        ("email", "transactional", {"reachable": 10, "EmailNoAddressFoundInProfile": 2}),
        ("sms", "marketing", {"reachable": 6, "SMSNoToNumberDefinedInProfile": 5, "SMSNoConsent": 1}),
        ("push", "marketing", {"reachable": 5, "PushNoTokenFoundInProfile": 7}),
    ],
)
def test_addresses_and_consent_decide_whom_a_message_reaches(
    the_shop: Workspace, channel: str, category: str, reach: dict[str, int]
) -> None:
    document = campaign([build("who"), node("say", channel, message_category=category)], "who>say")

    assert dict(run_document(the_shop, document).node("say").reach) == reach


@pytest.mark.req("ORC-241", "ORC-166")
@pytest.mark.parametrize(
    ("settings", "reached"),
    [({}, 2), ({"per": "secondary", "secondary_dimension": "wishlists", "address": "email"}, 3)],
)
def test_one_message_per_person_or_per_wish(the_shop: Workspace, settings: dict[str, Any], reached: int) -> None:
    recent = condition("created", "greater-or-equal", "2025-09-01")
    document = campaign(
        [build("wish", recent, "wishlists"), node("who", "change-dimension", dimension="recipients"),
         node("mail", "email", **settings)],
        "wish>who", "who>mail",
    )  # fmt: skip

    reach = run_document(the_shop, document).node("mail").reach
    assert reach["reachable"] == reached
    assert sum(reach.values()) == 4


@pytest.mark.req("ORC-242")
def test_an_update_of_much_of_a_table_is_remarked(workspace: Workspace, tmp_path: Path) -> None:
    header = "_change_request_type,customer,membership_level,points_balance,enrollment_date,lastmodified\n"
    path = tmp_path / "more.csv"

    def load(*keys: str) -> tuple[str, ...]:
        path.write_text(header + "".join(f"u,{key},gold,1,2025-05-10,2025-09-30\n" for key in keys))
        return import_file(workspace, path, table="loyalty", options=LoadOptions(LoadMode.UPSERT)).remarks

    assert load("R01") == ()
    assert load("R02", "R03") == ("2 of 7 records changed (29 %); a load of all of them may be faster.",)


KEYS = {"a": "R01", "b": "R02", "c": "R03", "d": "R05"}


def saving(letters: str, mode: str = "replace", **more: Any) -> Document:
    rule = condition("crm_id", "in", values=[KEYS[letter] for letter in letters] or ["nobody"])
    return campaign([build("who", rule), node("save", "save-audience", label="A", mode=mode, **more)], "who>save")


@pytest.mark.req("PRC-151", "PRC-150", "PRC-152")
@pytest.mark.parametrize(
    ("mode", "rows_kept", "expected"),
    [
        ("replace", 3, ({"realized": 1, "existing": 2, "exiting": 1}, 66.7)),
        ("append", 4, ({"realized": 1, "existing": 3, "exiting": 0}, 33.3)),
        ("create", 3, ({"realized": 3, "existing": 0, "exiting": 0}, 300.0)),
    ],
)
def test_the_modes_of_saving_tell_who_came_stayed_and_left(
    workspace: Workspace, mode: str, rows_kept: int, expected: tuple[dict[str, int], float]
) -> None:
    start_real_run(workspace, saving("abc"))

    ok = start_real_run(workspace, saving("bcd", mode)).ok

    audience = workspace.audiences.by_label("A")
    assert audience is not None
    assert ok is (mode != "create")
    assert (audience.rows, dict(audience.counts), round(audience.churn, 1)) == (rows_kept, *expected)


@pytest.mark.req("PRC-152")
@pytest.mark.parametrize(("when", "rows_kept", "ok"), [("write", 0, True), ("keep", 3, True), ("fail", 3, False)])
def test_nobody_entering_is_written_kept_or_a_failure(
    workspace: Workspace, when: str, rows_kept: int, ok: bool
) -> None:
    start_real_run(workspace, saving("abc"))

    result = start_real_run(workspace, saving("", when_empty=when))

    audience = workspace.audiences.by_label("A")
    assert audience is not None
    assert (result.ok, audience.rows) == (ok, rows_kept)


@pytest.mark.req("PRC-154")
def test_an_attribute_that_another_campaign_reads_is_not_taken_away(workspace: Workspace) -> None:
    town = {"attribute": "city", "alias": "town"}
    assert start_real_run(workspace, saving("abc", attributes=[town, {"attribute": "plan"}])).ok
    read = node("read", "read-audience", audience="A", dimension="recipients", attributes=[{"attribute": "town"}])
    for name, status in (("reader", "draft"), ("broken before", "draft")):
        more = [] if name == "reader" else [build("x", condition("nowhere", "equal", 1))]
        document = campaign([read if name == "reader" else node("r", "read-audience", audience="A"), *more], id=name)
        workspace.documents.save(name, to_text(document), name=name.title(), kind="campaign")
        workspace.documents.set_status(name, status)

    assert start_real_run(workspace, saving("ab", attributes=[town])).ok
    refused = start_real_run(workspace, saving("a", attributes=[{"attribute": "plan"}]))

    (problem,) = refused.problems
    assert (problem.code, problem.values["campaigns"]) == ("audience-in-use", "Reader")
    audience = workspace.audiences.by_label("A")
    assert audience is not None
    assert (audience.rows, [one.name for one in audience.columns]) == (2, ["town"])
    workspace.documents.delete("reader")
    workspace.documents.save("lost", "'A', which nobody can read", name="Lost", kind="campaign")
    draft = to_text(campaign([read], id="new", name="New"))
    workspace.drafts.keep("new", draft, position=0, saved=0, kept=0, steps=[])
    (problem,) = start_real_run(workspace, saving("a", attributes=[{"attribute": "plan"}])).problems
    assert problem.values["campaigns"] == "New"
    workspace.drafts.forget("new")
    assert start_real_run(workspace, saving("a", attributes=[{"attribute": "plan"}])).ok


@pytest.mark.req("ORC-59", "PRC-146")
def test_a_test_run_says_what_a_real_run_would_do(workspace: Workspace) -> None:
    fields = [{"target": "points_balance", "expression": "0"}]
    document = campaign(
        [
            build("who", PARIS),
            node("save", "save-audience", label="{count}s", identity="city", outbound=True),
            node("out", "extract-file", file_name="a.csv", distinct=True, outbound=True,
                 columns=[{"attribute": "plan"}]),
            node("write", "update-data", table="loyalty", operation="update", fields=fields, outbound=True,
                 keys=[{"target": "customer", "expression": "@crm_id"}]),
            node("say", "alert", alert_title="Done", message="indeed"),
        ],
        "who>save", "save>out", "out>write", "write>say",
    )  # fmt: skip

    result = start_test(workspace, document).result()

    assert [result.node(name).note for name in ("who", "save", "out", "write", "say")] == [
        "", "Would save 1 member as '{count}s'.", "Would write 3 rows to a.csv.",
        "Would take 5 records to loyalty (update).", "Would say: Done: indeed",
    ]  # fmt: skip
    assert (workspace.audiences.list(), list((workspace.files / "exports").glob("*"))) == ([], [])
    assert run_document(workspace, document).node("save").note == ""
