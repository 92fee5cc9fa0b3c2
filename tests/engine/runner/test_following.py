"""One record's way through a campaign, node by node, with what rules found and the values that it had."""

from engine.runner.following import follow
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node


def test_the_way_of_a_record_is_told_node_by_node(the_shop: Workspace) -> None:
    subsets = [
        {"label": "Gold", "filter": condition("loyalty/membership_level", value="gold")}, {"label": "Rest"},
    ]  # fmt: skip
    document = campaign(
        [
            build("basic", condition("plan", "in", values=["basic", "premium"])),
            node("points", "enrichment", attributes=[{"attribute": "loyalty/points_balance", "alias": "points"}]),
            node("level", "split", subsets=subsets),
            node("mail", "email"),
        ],
        "basic>points", "points>level", "level:subset:1>mail",
    )  # fmt: skip

    way = follow(the_shop, document, "mail", ("R01",))

    assert [one.stop.node for one in way] == ["basic", "points", "level", "mail"]
    assert [one.stop.ports for one in way] == [("result",), ("result",), ("subset:1",), ("result",)]
    assert [(line.holds, line.value) for line in way[0].lines] == [(True, "basic")]
    assert [(line.holds, line.value) for line in way[2].lines] == [(True, "gold")]
    assert ([one.title for one in way[1].columns], way[1].rows) == (["points"], ((120,),))
    assert dict(zip((one.name for one in way[3].columns), way[3].rows[0], strict=True))["points"] == 120


def test_whoever_stops_on_the_way_is_followed_as_far_as_that(the_shop: Workspace) -> None:
    london = condition("city", value="London")
    document = campaign([build("london", london), node("wait", "wait", amount=1, unit="day")], "london>wait")

    assert [one.stop.node for one in follow(the_shop, document, "wait", ("R01",))] == ["london", "wait"]
    assert follow(the_shop, document, "wait", ("R02",)) == ()
    assert follow(the_shop, document, "wait", ("nobody",)) == ()


def test_a_record_with_several_rows_shows_each(the_shop: Workspace) -> None:
    document = campaign(
        [
            build("bought", dimension="purchases"),
            node("price", "enrichment", attributes=[{"attribute": "price"}]),
            node("people", "change-dimension", dimension="recipients"),
        ],
        "bought>price", "price>people",
    )  # fmt: skip

    (at_people,) = follow(the_shop, document, "people", ("R01",))

    assert at_people.stop.node == "people"
    assert sorted(row[-1] for row in at_people.rows) == [20, 35, 35, 150]
