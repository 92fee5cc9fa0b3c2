"""Journeys built with mouse and keys from an empty workspace: the worked example, and two of the named samples."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.journey_builder import JourneyBuilder
from tests.app.window import User, open_window
from tests.engine.journey.fixture import companies


def begun(qtbot: QtBot, folder: Path, name: str) -> JourneyBuilder:
    """A new journey over the specification's companies, in a workspace without any."""
    companies(folder / "w").close()
    user = open_window(qtbot, folder, folder / "w")
    hands = JourneyBuilder(user)
    hands.begin(name)
    hands.whole(zone="UTC", as_of="2026-01-05T00:00", schedule={"end_date": "2026-02-04"})
    return hands


def shown(user: User, transition: str) -> tuple[int | None, int | None]:
    """The accounts and people that the pill of a transition shows."""
    count = user.page.adapter.count(transition)
    return count.value, count.second


def outcomes(user: User) -> dict[str, dict[str, int]]:
    """Action to what came of it, once everything is counted and nothing is wrong."""
    user.settled()
    assert [str(one) for one in user.page.session.problems if one.is_error] == []
    last = user.page.session.counts.last
    assert last is not None
    return {one.id: dict(one.outcomes) for one in last.nodes}


@pytest.mark.req("B2B-22", "B2B-63", "B2B-64", "B2B-66", "B2B-73", "B2B-103")
def test_e1_is_built_from_an_empty_workspace_and_counts_as_printed(qtbot: QtBot, tmp_path: Path) -> None:
    hands = begun(qtbot, tmp_path, "Value tiers")
    user = hands.user
    hands.set("audience", condition=[])
    tiers = hands.grow_by_mouse("audience", "Split paths by accounts")
    revenue, us = "Annual revenue", ("Country", "is", "US")
    hands.set(tiers, other=True, paths=[
        {"label": "US high", "condition": [(revenue, "greater-than", "100000"), us]},
        {"label": "US medium", "condition": [(revenue, "less-than", "100000"), (revenue, "greater-than", "50000"), us]},
    ])  # fmt: skip

    welcome = hands.act(tiers, "people", "ppl.send_email", "path:1", name="Welcome", subject="Welcome")
    opened = hands.grow(welcome, "Listen", settings={"timeout": True, "triggers": [
        {"event": "directMarketing.emailOpened", "where": [("asset_name", "is", "Welcome")]}
    ]})  # fmt: skip
    stage = hands.act(opened, "accounts", "acct.bg_stage", "event", interest="Cloud Suite", stage="Interest")
    moment = hands.act(opened, "accounts", "acct.interesting_moment", "timeout", type="Milestone")
    merge = hands.grow(stage, "Merge")
    hands.merge(merge, moment)
    listed = hands.act(merge, "accounts", "acct.add_to_list", list="Worked")

    wait = hands.grow(tiers, "Wait", "path:2", {"value": 2, "must_end_on": {"days": [0, 1, 2, 3, 4], "time": "10:00"}})
    leaders = hands.grow(wait, "Split paths by people", settings={"paths": [
        {"label": "Leaders", "condition": [("Job title", "starts-with", "CMO, CEO")]}
    ]})  # fmt: skip
    score = hands.act(leaders, "people", "ppl.change_score", "path:1", change="+10")
    close = next(one.target for one in user.document.outbound[score])
    alert = hands.act(str(close), "accounts", "acct.sales_alert", interest="Cloud Suite",
                      addresses="sales@example.com")  # fmt: skip

    variant = hands.grow(tiers, "Variant", "other")
    nurture = hands.act(variant, "people", "mkto.add_to_list", "path:1", workspace="Default", list="Nurture")
    hands.grow(variant, "Wait", "path:2")
    told = outcomes(user)

    assert {one: shown(user, hands.edge(*one)) for one in (
        ("audience", "out"), (tiers, "path:1"), (tiers, "path:2"), (tiers, "other"), (opened, "event"),
        (opened, "timeout"), (merge, "out"), (listed, "out"), (wait, "out"), (leaders, "path:1"), (alert, "out"),
        (variant, "path:1"), (variant, "path:2"),
    )} == {
        ("audience", "out"): (7, 16), (tiers, "path:1"): (2, 7), (tiers, "path:2"): (1, 2), (tiers, "other"): (4, 7),
        (opened, "event"): (1, 4), (opened, "timeout"): (1, 3), (merge, "out"): (2, 7), (listed, "out"): (2, 7),
        (wait, "out"): (1, 2), (leaders, "path:1"): (1, 1), (alert, "out"): (1, 2),
        (variant, "path:1"): (2, 5), (variant, "path:2"): (2, 2),
    }  # fmt: skip
    assert told[welcome] == {"sent": 5, "skipped_opted_out": 1, "skipped_suspended": 1}
    assert told[nurture] == {"applied": 4, "skipped_already_member": 1}
    assert user.page.session.counts.last is not None
    assert (user.page.session.counts.last.journey or {})["exits"] == {"completed": 7}
    user.window.close()


@pytest.mark.req("B2B-256", "B2B-258", "B2B-266", "B2B-271", "B2B-275", "B2B-414")
def test_silent_accounts_are_engaged_again(qtbot: QtBot, tmp_path: Path) -> None:
    hands = begun(qtbot, tmp_path, "Re-engage accounts silent for 30 days")
    user = hands.user
    hands.set("audience", condition=[])
    silent = hands.grow("audience", "Split paths by people", settings={"paths": [
        {"label": "Silent", "condition": [("Event history", {
            "event": "web.webpagedetails.pageViews", "date": ("in-past", 30), "inactive": True,
        })]}
    ]})  # fmt: skip
    miss = hands.act(silent, "people", "ppl.send_email", "path:1", name="We miss you", subject="What is new")
    close = str(next(one.target for one in user.document.outbound[miss]))
    back = hands.grow(close, "Listen", settings={"timeout": True, "value": 14, "triggers": [
        {"event": "web.webpagedetails.pageViews"}
    ]})  # fmt: skip
    hands.act(back, "people", "ppl.change_score", "event", change="+5")
    listed = hands.act(back, "accounts", "acct.add_to_list", "timeout", list="Worked")
    told = outcomes(user)

    # P05 of A2, and P13 of A1 and A4, looked at a page in the thirty days before; nobody did after the start.
    assert shown(user, hands.edge("audience")) == (7, 16)
    assert shown(user, hands.edge(silent, "path:1"))[1] == 13
    assert told[miss] == {"sent": 11, "skipped_opted_out": 1, "skipped_suspended": 1}
    assert (shown(user, hands.edge(back, "event")), shown(user, hands.edge(back, "timeout"))) == ((0, 0), (7, 16))
    assert told[listed] == {"applied": 6, "skipped_already_member": 1}
    user.window.close()


@pytest.mark.req("B2B-107", "B2B-169", "B2B-171", "B2B-243", "B2B-252", "B2B-414")
def test_members_of_buying_groups_are_suppressed_in_marketo(qtbot: QtBot, tmp_path: Path) -> None:
    hands = begun(qtbot, tmp_path, "Suppress buying-group members in Marketo")
    user = hands.user
    hands.set("audience", condition=[("Buying group", {"interest": ("is", "Cloud Suite")})])
    members = hands.grow("audience", "Split paths by people", settings={"other": True, "paths": [
        {"label": "In the group", "condition": [("Member of a buying group", {"interest": ("is", "Cloud Suite")})]}
    ]})  # fmt: skip
    # What a filter compares with is chosen from the names that there are, as well as typed.
    written = user.document.node_by_id[members].settings
    hands.choose_first_name(members)
    assert user.document.node_by_id[members].settings == written
    add = hands.act(members, "people", "mkto.add_to_list", "path:1", workspace="Default", list="Nurture")
    news = hands.act(members, "people", "ppl.send_email", "other", name="News", subject="For everybody else")
    close = str(next(one.target for one in user.document.outbound[add]))
    month = hands.grow(close, "Wait", settings={"value": 1, "unit": "weeks"})
    free = hands.act(month, "people", "mkto.remove_from_list", workspace="Default", list="Nurture")
    told = outcomes(user)

    # In the groups of E2 are P01, P02, P05 to P12 and P14; P03, P13 (twice), P15 and P16 match no role.
    assert shown(user, hands.edge("audience")) == (7, 16)
    assert (shown(user, hands.edge(members, "path:1"))[1], shown(user, hands.edge(members, "other"))[1]) == (11, 5)
    assert told[add] == {"applied": 10, "skipped_already_member": 1}
    assert told[news] == {"sent": 5}
    assert told[free] == {"applied": 11, "skipped_not_member": 5}
    user.window.close()
