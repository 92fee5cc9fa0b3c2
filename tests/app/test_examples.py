"""The specification's examples E13 to E30 and E32, built in the window by mouse and keys, give their printed counts."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.preferences import Preferences
from engine.document.model import Document
from engine.runner.populations import find_population
from engine.runner.real import start_real_run
from tests.app.builder import Builder, Rules
from tests.app.window import User
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import AS_OF, ZONE, shop

pytestmark = pytest.mark.req("ORC-256")
DELIMITED = """email,birthdate
anna@x.com,2000-10-01
eva@orange.co.uk,1988-12-31
ida@gmail.com,1994-04-04
new@x.com,1990-01-01
leo@adobe.com,1999-01-01
"""


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window on the shop for all examples; each has a tab of its own."""
    folder = tmp_path_factory.mktemp("examples")
    with shop(folder) as workspace:
        save = node("save", "save-audience", label="Newsletter", attributes=[{"attribute": "city"}])
        start_real_run(workspace, campaign([build("who", condition("plan", value="basic")), save], "who>save"))
    (folder / "members.csv").write_text(DELIMITED, encoding="utf-8")
    made = MainWindow(
        Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)), folder / "sample"
    )
    made.resize(1440, 900)
    made.show()
    made.workspaces.open(folder / "shop")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def b(window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Builder]:
    """An empty campaign at the clock of the examples."""
    user = User(qtbot, window)
    user.until(lambda: window.desk is not None and bool(window.desk.catalog.tables))
    assert window.desk is not None
    raw = {"id": request.node.name[:40], "zone": ZONE, "as_of": AS_OF, "dimension": "recipients"}
    window.tabs.show_document(window.desk, Document.model_validate(raw))
    yield Builder(user)
    window.tabs.close_page()


def counts(b: Builder, node: str, port: str = "result") -> tuple[int, int]:
    """Rows and different targets of an output."""
    b.user.count(node, port)
    found = b.user.page.session.counts.output(node, port).result
    assert found is not None
    assert found.rows is not None
    assert found.targets is not None
    return found.rows, found.targets


def members(b: Builder, node: str, port: str = "result") -> str:
    """Who leaves by an output, in order of their keys."""
    b.user.count(node, port)
    desk = b.user.window.desk
    assert desk is not None
    page = find_population(desk.workspace, b.user.document, f"{node}:{port}").page()
    key = [one.name for one in page.columns].index("_key")
    return " ".join(sorted(str(row[key]) for row in page.rows))


def values(b: Builder, node: str, *names: str) -> dict[str, tuple[object, ...]]:
    """Columns of each row by its key."""
    b.user.settled()
    desk = b.user.window.desk
    assert desk is not None
    page = find_population(desk.workspace, b.user.document, f"{node}:result").page()
    columns = [one.name for one in page.columns]
    return {str(row[columns.index("_key")]): tuple(row[columns.index(name)] for name in names) for row in page.rows}


def reachable(b: Builder, node: str) -> int:
    b.user.settled()
    found = b.user.page.session.counts.node(node)
    assert found is not None
    return found.reach["reachable"]


def audience(b: Builder, label: str, rule: object = None, dimension: str = "") -> str:
    """A Build audience."""
    settings = {name: one for name, one in (("dimension", dimension), ("rule", rule)) if one}
    return b.add("Build audience", label, **settings)


def emailable(r: Rules) -> None:
    r.line("email", operator="not-empty")


def buyers(r: Rules) -> None:
    r.line("purchases", "such a record")


def loyal(r: Rules) -> None:
    r.line("loyalty", "such a record")


def bought_in_30_days(r: Rules) -> None:
    r.line("purchases", "such a record")
    r.within(r.line("order_date", under=(0, "rule")), "last", 30, "day")


def test_e13_three_audiences_meet_and_one_is_taken_away(b: Builder) -> None:
    def spenders(r: Rules) -> None:
        r.line("purchases", "such a record")
        r.line("price", operator="greater-or-equal", value="100", under=(0, "rule"))

    fork = b.add("Fork", transitions=[{}, {}, {}])
    mailable = audience(b, "Has an email", emailable)
    spent = audience(b, "Spent 100", spenders)
    few = audience(b, "Few points", lambda r: r.line("loyalty", "points", operator="less", value="50"))
    both = b.add("Combine", "Both", mode="intersection")
    rest = b.add("Combine", "Rest", mode="exclusion", complement=True)
    mail = b.add("E-mail")
    for branch, target in enumerate((mailable, spent, few), start=1):
        b.user.connect(fork, target, f"branch:{branch}")
    for source, target in ((mailable, both), (spent, both), (both, rest), (few, rest), (rest, mail)):
        b.user.connect(source, target)
    b.set(rest, primary_set="Both")

    assert [counts(b, one)[0] for one in (mailable, spent, few, both, rest)] == [10, 4, 2, 4, 3]
    assert (members(b, spent), members(b, few)) == ("R01 R02 R05 R09", "R02 R12")
    assert (members(b, rest), members(b, rest, "complement")) == ("R01 R05 R09", "R02")
    assert counts(b, mail) == (3, 3)


def test_e14_two_audiences_two_channels(b: Builder) -> None:
    fork = b.add("Fork")
    cart = audience(b, "Cart", buyers)
    wish = audience(b, "Wish", lambda r: r.line("wishlists", "such a record"))
    mail, text = b.add("E-mail"), b.add("SMS")
    b.user.connect(fork, cart, "branch:1")
    b.user.connect(fork, wish, "branch:2")
    b.user.connect(cart, mail)
    b.user.connect(wish, text)

    assert members(b, wish) == "R01 R05 R06 R09"
    assert counts(b, text) == (4, 4)


def test_e15_wishes_of_the_past_month_lead_to_people(b: Builder) -> None:
    wish = audience(b, "Wishes", lambda r: r.within(r.line("created"), "last", 1, "month"), dimension="wishlists")
    people = b.add("Change dimension", dimension="recipients")
    text = b.add("SMS")
    b.user.connect(wish, people)
    b.user.connect(people, text)

    assert members(b, wish) == "W1 W2 W3 W5"
    assert counts(b, people) == (4, 2)
    assert reachable(b, text) == 2
    said = [one.what for one in b.user.page.session.problems]
    assert any(one.startswith("1 row leads to no record") for one in said)


def test_e16_purchases_lead_to_purchasers(b: Builder) -> None:
    bought = audience(b, "Bought", dimension="purchases")
    people = b.add("Change dimension", dimension="recipients")
    text = b.add("SMS")
    b.user.connect(bought, people)
    b.user.connect(people, text)

    assert counts(b, bought) == (12, 12)
    assert counts(b, people) == (12, 8)
    assert reachable(b, text) == 5


def test_e17_members_and_buyers_together(b: Builder) -> None:
    one, other, both = audience(b, "Members", loyal), audience(b, "Buyers", buyers), b.add("Combine", mode="union")
    b.user.connect(one, both)
    b.user.connect(other, both)

    assert [counts(b, node)[0] for node in (one, other, both)] == [7, 8, 8]


def test_e18_members_who_bought_lately_and_the_others(b: Builder) -> None:
    one, other = audience(b, "Members", loyal), audience(b, "Buyers", bought_in_30_days)
    both = b.add("Combine", mode="intersection", complement=True)
    b.user.connect(one, both)
    b.user.connect(other, both)

    assert (members(b, both), members(b, both, "complement")) == ("R01 R03 R05 R07 R12", "R02 R08 R09")


def test_e19_buyers_without_a_card_are_taken_away(b: Builder) -> None:
    bought = audience(b, "Buyers", buyers)
    outside = audience(b, "Outside", lambda r: r.deny(r.line("loyalty", "such a record")))
    rest = b.add("Combine", mode="exclusion", complement=True)
    b.user.connect(bought, rest)
    b.user.connect(outside, rest)
    b.set(rest, primary_set="Buyers")

    assert (members(b, rest), members(b, rest, "complement")) == ("R01 R02 R03 R05 R07 R09 R12", "R08")


def test_e20_ages_in_three_combinations(b: Builder) -> None:
    def aged(low: str, high: str) -> object:
        def rule(r: Rules) -> None:
            r.expression("YearsOld(@birth_date)", "greater-or-equal", low)
            r.expression("YearsOld(@birth_date)", "less-or-equal", high)

        return rule

    young = audience(b, "Young", aged("18", "27"))
    fork = b.add("Fork", "Young three ways", transitions=[{}, {}, {}])
    b.user.connect(young, fork)
    union, both = b.add("Combine", mode="union"), b.add("Combine", mode="intersection")
    minus = b.add("Combine", mode="exclusion")
    for branch, target in enumerate((union, both, minus), start=1):
        b.user.connect(fork, target, f"branch:{branch}")
    for target, label, rule in (
        (union, "Middle", aged("34", "40")),
        (both, "Mail", emailable),
        (minus, "Adobe", lambda r: r.line("email", operator="contains", value="adobe.com")),
    ):
        b.user.connect(audience(b, label, rule), target)
    b.set(minus, primary_set="Young three ways")

    assert counts(b, union) == (8, 8)
    assert (members(b, both), members(b, minus)) == ("R01 R07 R12", "R01 R04 R07")


def test_e21_one_person_per_address(b: Builder) -> None:
    mailable = audience(b, "Mail", emailable)
    once = b.add("Deduplication", complement=True)
    mail = b.add("E-mail")
    b.user.connect(mailable, once)
    b.user.connect(once, mail)
    b.set(once, fields=["email"])
    assert (counts(b, once)[0], counts(b, once, "complement")[0]) == (7, 3)

    b.set(once, method="expression", expression="@lastmodified")
    assert members(b, once) == "R02 R03 R05 R06 R07 R10 R12"

    b.set(once, method="non-empty", non_empty=["mobile_phone"])
    assert members(b, once) == "R01 R02 R05 R06 R07 R09 R12"

    b.set(once, keep=2)
    assert counts(b, once) == (9, 9)
    b.set(once, keep=0)
    assert counts(b, once) == (10, 10)


def test_e22_the_latest_purchases_and_their_mean(b: Builder) -> None:
    def cheap(r: Rules) -> None:
        r.line("price", operator="not-empty")
        r.line("price", operator="less", value="100")

    everybody = audience(b, "All")
    latest, mean = b.add("Enrichment", "Latest"), b.add("Enrichment", "Mean")
    b.user.connect(everybody, latest)
    b.user.connect(latest, mean)
    collected = {
        "link": "purchases", "name": "purchase", "attributes": ["price"], "filter": cheap,
        "sort": {"attribute": "order_date"},
    }  # fmt: skip
    b.set(latest, collections=[collected])
    b.set(mean, aggregates=[{"attribute": "purchases/price", "function": "average", "alias": "mean_price"}])

    lines = values(b, latest, "purchase1_price", "purchase2_price", "purchase3_price")
    assert {key: line for key, line in lines.items() if line[0] is not None} == {
        "R01": (35, 20, 35), "R03": (99, None, None), "R07": (20, None, None), "R08": (35, None, None),
    }  # fmt: skip
    assert counts(b, mean) == (12, 12)
    assert {key: one for key, (one,) in values(b, mean, "mean_price").items() if one is not None} == {
        "R01": 60, "R02": 150, "R03": 99, "R05": 150, "R07": 20, "R08": 35, "R09": 110,
    }  # fmt: skip


def test_e23_one_more_column(b: Builder) -> None:
    everybody, more = audience(b, "All"), b.add("Enrichment")
    b.user.connect(everybody, more)
    b.set(more, attributes=[{"attribute": "birth_date"}])

    assert counts(b, more) == (12, 12)
    assert str(values(b, more, "birth_date")["R01"][0]) == "2000-10-01"


def test_e24_push_else_sms_else_the_rest(b: Builder) -> None:
    everybody, split = audience(b, "All"), b.add("Split", complement=True)
    b.user.connect(everybody, split)
    subsets = [
        {"label": "Push", "filter": lambda r: r.line("push_token", operator="not-empty")},
        {"label": "SMS", "filter": lambda r: r.line("mobile_phone", operator="not-empty")},
    ]
    b.set(split, subsets=subsets)

    assert members(b, split, "subset:1") == "R01 R04 R05 R09 R12"
    assert members(b, split, "subset:2") == "R03 R07 R10"
    assert members(b, split, "complement") == "R02 R06 R08 R11"
    b.set(split, overlap=True)
    assert counts(b, split, "subset:2") == (7, 7)


def test_e25_the_top_two_by_points(b: Builder) -> None:
    everybody, split = audience(b, "Members", loyal), b.add("Split", complement=True)
    b.user.connect(everybody, split)
    top = {"label": "Top", "limit": {"kind": "number", "value": 2}, "sort": {"attribute": "loyalty/points_balance"}}
    b.set(split, subsets=[top])

    assert members(b, split, "subset:1") == "R05 R09"
    assert counts(b, split, "complement") == (5, 5)


def test_e26_lines_of_a_file_become_people(b: Builder) -> None:
    desk = b.user.window.desk
    assert desk is not None
    path = desk.workspace.folder.parent / "members.csv"
    load = b.add("Load file", path=str(path))
    b.take_layout(load)
    found = b.add("Reconciliation", dimension="recipients")
    save = b.add("Save audience", settings_label="Reconciled")
    b.user.connect(load, found)
    b.user.connect(found, save)
    pairs = [{"source": "email", "destination": "email"}, {"source": "birthdate", "destination": "birth_date"}]
    b.set(found, pairs=pairs)
    assert counts(b, load)[0] == 5
    assert counts(b, found)[0] == 5

    b.set(found, keep_unreconciled=False)
    assert members(b, found) == "R01 R05 R10"


def test_e27_who_bought_lately_would_be_saved(b: Builder) -> None:
    bought = audience(b, "Lately", bought_in_30_days)
    save = b.add("Save audience", settings_label="Buyers")
    b.user.connect(bought, save)

    assert members(b, bought) == "R01 R03 R05 R07 R08 R12"
    found = b.user.page.session.counts.node(save)
    assert found is not None
    assert found.entered == 6
    assert b.user.window.desk is not None
    assert "Buyers" not in {one.label for one in b.user.window.desk.workspace.audiences.list()}


def test_e28_a_newsletter_audience_brings_the_level_of_its_members(b: Builder) -> None:
    read = b.add("Read audience", audience="Newsletter", dimension="recipients")
    b.set(read, attributes=[{"attribute": "loyalty/membership_level", "alias": "level"}, {"attribute": "city"}])

    assert members(b, read) == "R01 R03 R04 R06 R10 R11 R12"
    assert values(b, read, "level", "city")["R01"] == ("gold", "London")


def test_e29_a_birthday_mail_and_a_reminder(b: Builder) -> None:
    born = audience(b, "Birthday", lambda r: r.line("birth_date", operator="anniversary"))
    mail = b.add("E-mail")
    later = b.add("Wait", amount=2, unit="day")
    text = b.add("SMS")
    for source, target in ((born, mail), (mail, later), (later, text)):
        b.user.connect(source, target)

    assert [members(b, one) for one in (born, mail, text)] == ["R01 R09"] * 3


def test_e30_both_mails_then_one_week_then_a_text(b: Builder) -> None:
    gold = audience(b, "Gold", lambda r: r.line("loyalty", "level", value="gold"))
    silver = audience(b, "Silver", lambda r: r.line("loyalty", "level", value="silver"))
    first, second = b.add("E-mail", "To gold"), b.add("E-mail", "To silver")
    join = b.add("And-join")
    week = b.add("Wait", amount=7, unit="day")
    text = b.add("SMS")
    arrows = ((gold, first), (silver, second), (first, join), (second, join), (join, week), (week, text))
    for source, target in arrows:
        b.user.connect(source, target)
    b.set(join, primary_set="To gold")

    assert (counts(b, gold)[0], counts(b, silver)[0]) == (3, 2)
    assert members(b, text) == "R01 R05 R09"
    assert any(one.check == "V21" for one in b.user.page.session.problems)


def test_e32_many_get_a_mail_and_few_get_nothing(b: Builder) -> None:
    who = audience(b, "Who", emailable)
    test = b.add("Test", conditions=[{"label": "Many", "operator": "greater", "value": 5}])
    mail = b.add("E-mail")
    b.user.connect(who, test)
    b.user.connect(test, mail, "condition:1")
    assert counts(b, test, "condition:1") == (10, 10)
    assert b.user.count(test, "default") is None

    b.set(who, rule=lambda r: r.instead("loyalty", "points", operator="less", value="50"))
    assert b.user.count(test, "default") == 2
    assert b.user.count(test, "condition:1") is None
