"""Why a record is not at a place: where it was lost, and which line of a rule decided, against rules worked by hand."""

from typing import Any

import pytest

from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.answers import Answer
from engine.runner.populations import find_population
from engine.runner.service import run_document
from engine.runner.why import why_each, why_not
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group, node
from tests.engine.fixture import ROWS

EVERYBODY = sorted(row[0] for row in ROWS["recipients"])
PARIS, PREMIUM = condition("city", value="Paris"), condition("plan", value="premium")


def one(workspace: Workspace, rule: dict[str, Any], who: str) -> Answer:
    return why_not(workspace, campaign([build("b", rule)]), "b", (who,))


@pytest.mark.parametrize(
    ("rule", "who", "deciding", "value"),
    [
        # R01 is from London with a basic plan, R02 from Paris with premium, R07 from Paris with a free plan.
        (group("and", PARIS, PREMIUM), "R01", ["items[0]", "items[1]"], "London"),
        (group("and", PARIS, PREMIUM), "R07", ["items[1]"], "free"),
        (group("or", group("and", PARIS, PREMIUM), condition("city", value="Lyon")), "R07",
         ["items[0].items[1]", "items[1]"], "free"),
        (group("except", PARIS, PREMIUM), "R02", ["items[1]"], "premium"),
        (group("except", PARIS, PREMIUM), "R01", ["items[0]"], "London"),
        (PARIS, "R01", [""], "London"),
        # A line that is switched off decides nothing.
        (group("or", PARIS, PREMIUM | {"disabled": True}), "R05", ["items[0]"], "London"),
        (group("except", PREMIUM | {"disabled": True}, PARIS), "R07", ["items[1]"], "Paris"),
        # A value that is missing decides too.
        (condition("churn_prop", "greater", 0.1), "R12", [""], None),
    ],
)  # fmt: skip
def test_the_lines_that_decided_are_named_with_the_value_found(
    the_shop: Workspace, rule: dict[str, Any], who: str, deciding: list[str], value: Any
) -> None:
    answer = one(the_shop, rule, who)
    assert (answer.present, answer.lost_at, answer.cause) == (False, "b", "rule")
    marked = [line for line in answer.rule if line.decides]
    assert [line.path for line in marked] == [f"rule.{path}" if path else "rule" for path in deciding]
    assert marked[0].value == value


LOYAL = condition("loyalty/points_balance", "greater-or-equal", 100)
BOUGHT = {
    "kind": "aggregate",
    "function": "count",
    "attribute": "purchases",
    "operator": "greater-or-equal",
    "value": 2,
}
NAMED = condition("city", "not-empty")
NO_ORANGE = condition("email", "not-contains", "orange")


@pytest.mark.parametrize(
    "rule",
    [
        PARIS,
        LOYAL,
        BOUGHT,
        group("and", PARIS, PREMIUM, LOYAL),
        group("or", group("and", PARIS, PREMIUM), group("and", NO_ORANGE, LOYAL, BOUGHT)),
        group("or", condition("email", "empty"), condition("city", "in", values=["Leeds", "Lyon"])),
        group("or", condition("email", "empty"), condition("mobile_phone", "empty")),
        group("except", condition("birth_date", "between", values=["1980-01-01", "1995-12-31"]), PARIS),
        group("except", NAMED, condition("churn_prop", "less", 0.5), condition("c_sms", value=True)),
        group("and", condition("churn_prop", "greater", 0.9), group("or", PARIS, PREMIUM), exists("wishlists")),
    ],
)  # fmt: skip
def test_the_smallest_change_lets_exactly_whom_it_was_made_for_through(
    the_shop: Workspace, rule: dict[str, Any]
) -> None:
    answers = why_each(the_shop, campaign([build("b", rule)]), "b", [(who,) for who in EVERYBODY])
    assert any(not answer.present for answer in answers)
    for answer in answers:
        assert (answer.remedy is None) is answer.present
        if answer.remedy is not None:
            mended = answer.remedy.rule.model_dump(mode="json", exclude_unset=True)
            assert why_not(the_shop, campaign([build("b", mended)]), "b", answer.key).present, answer.remedy


@pytest.mark.parametrize(
    ("rule", "who", "lines", "end"),
    [
        (LOYAL, "R03", 1, "80"),
        (group("and", PARIS, PREMIUM), "R07", 1, "“free”"),
        (group("or", group("and", PARIS, PREMIUM, BOUGHT), LOYAL), "R07", 1, "60"),
        (group("and", condition("email", "empty"), PARIS), "R01", 2, "“London”"),
    ],
)
def test_no_more_lines_change_than_have_to(
    the_shop: Workspace, rule: dict[str, Any], who: str, lines: int, end: str
) -> None:
    remedy = one(the_shop, rule, who).remedy
    assert remedy is not None
    assert len(remedy.lines) == lines
    assert remedy.lines[-1][1].endswith(end)


def funnel() -> Document:
    """Parisians, then the premium ones against the rest, and a message to the rest."""
    parts = [{"label": "Premium", "filter": PREMIUM}, {"label": "Half", "limit": {"kind": "percent", "value": 50}}]
    return campaign(
        [build("paris", PARIS), node("parts", "split", subsets=parts), node("mail", "email")],
        "paris>parts", "parts:subset:2>mail",
    )  # fmt: skip


def test_the_first_node_that_lost_a_record_is_found_for_each_of_a_list(the_shop: Workspace) -> None:
    document = funnel()
    run_document(the_shop, document)
    members = {
        name: {row[0] for row in find_population(the_shop, document, name).page().rows}
        for name in ("t1", "parts:subset:1", "t2")
    }

    answers = why_each(the_shop, document, "mail", [(who,) for who in [*EVERYBODY, "R99"]])

    for who, answer in zip(EVERYBODY, answers, strict=False):
        if who in members["t2"]:
            wanted: tuple[bool, str | None, str] = (True, None, "")
        elif who in members["parts:subset:1"]:
            wanted = (False, "parts", "left-by")
        elif who in members["t1"]:
            wanted = (False, "parts", "no-subset")
        else:
            wanted = (False, "paris", "rule")
        assert (answer.present, answer.lost_at, answer.cause) == wanted, who
    assert (answers[-1].lost_at, answers[-1].cause) == ("paris", "unknown")


def test_a_record_is_followed_from_node_to_node(the_shop: Workspace) -> None:
    document = funnel()
    premium = why_not(the_shop, document, "mail", ("R02",))
    assert [(stop.node, stop.entered, stop.ports) for stop in premium.way] == [
        ("paris", False, ("result",)), ("parts", True, ("subset:1",)),
    ]  # fmt: skip
    assert premium.ports == ("subset:1",)


def test_a_single_output_can_be_asked_about(the_shop: Workspace) -> None:
    document = funnel()
    went_by_the_other = why_not(the_shop, document, "t2", ("R02",))
    assert (went_by_the_other.present, went_by_the_other.lost_at, went_by_the_other.cause) == (
        False,
        "parts",
        "left-by",
    )
    not_premium = why_not(the_shop, document, "parts:subset:1", ("R07",))
    assert (not_premium.present, not_premium.cause) == (False, "rule")
    assert [(line.holds, line.value) for line in not_premium.rule] == [(False, "free")]


def test_a_message_that_a_record_reached_says_its_status(the_shop: Workspace) -> None:
    document = campaign([build("b"), node("mail", "email")], "b>mail")
    statuses = {who: why_not(the_shop, document, "mail", (who,)).status for who in ("R02", "R03", "R04")}
    assert statuses == {
        "R02": "reachable", "R03": "EmailNoConsent", "R04": "EmailNoAddressFoundInProfile",
    }  # fmt: skip


def test_what_a_record_is_missing_from_is_named(the_shop: Workspace) -> None:
    document = campaign(
        [build("paris", PARIS), build("premium", PREMIUM), node("both", "combine", mode="intersection")],
        "paris>both", "premium>both",
    )  # fmt: skip
    answer = why_not(the_shop, document, "both", ("R07",))
    assert (answer.lost_at, answer.cause, answer.inputs) == ("both", "missing-from", ("Build audience",))
    assert "does not come from" in answer.reason


def test_a_build_audience_that_is_only_started_by_another_does_not_blame_it(the_shop: Workspace) -> None:
    document = campaign([build("paris", PARIS), build("premium", PREMIUM)], "paris>premium")
    answer = why_not(the_shop, document, "premium", ("R01",))
    assert (answer.lost_at, answer.cause) == ("premium", "rule")


def test_a_record_of_another_unit_is_followed_to_where_the_unit_changes(the_shop: Workspace) -> None:
    document = campaign(
        [build("paris", PARIS), node("bought", "change-dimension", dimension="purchases")], "paris>bought"
    )
    there = {row[0] for row in ROWS["purchases"] if row[1] in {"R02", "R07", "R09", "R10", "R11"}}
    for purchase in ("P05", "P01"):
        answer = why_not(the_shop, document, "bought", (purchase,))
        assert answer.present == (purchase in there)
        assert answer.cause == ("" if answer.present else "not-led-to")
    assert why_not(the_shop, document, "bought", ("P999",)).cause == "unknown", "it was never there"


@pytest.mark.parametrize("key", ["'; DROP TABLE x; --", "", "\x00", "R01\n", "Ω"])
def test_a_key_is_only_ever_a_value(the_shop: Workspace, key: str) -> None:
    assert one(the_shop, PARIS, key).cause == "unknown"


def test_a_key_with_more_parts_than_the_unit_has_names_nobody(the_shop: Workspace) -> None:
    answer = why_not(the_shop, campaign([build("b")]), "b", ("R01", "R02"))
    assert (answer.present, answer.cause) == (False, "unknown")


def test_a_place_that_is_not_there_is_a_problem(the_shop: Workspace) -> None:
    with pytest.raises(EngineError) as caught:
        why_not(the_shop, campaign([build("b")]), "c", ("R01",))
    assert caught.value.problem.code == "unknown-place"


def test_the_answer_in_french(the_shop: Workspace) -> None:
    answer = why_each(the_shop, campaign([build("b", PARIS)]), "b", [("R01",)], language="fr")[0]
    assert answer.rule[0].sentence == "city est «\u00a0Paris\u00a0»"
