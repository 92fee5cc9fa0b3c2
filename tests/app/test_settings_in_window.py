"""What the settings of a campaign offer and do, tried in the window by mouse and keys over the specification's shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.inspector.columns import ColumnChooser
from app.life.head import DocumentHead
from app.life.properties import PropertiesDialog
from app.main_window import MainWindow
from app.panel.editor import Editor
from app.panel.editors.basic import NameEditor
from app.panel.nested import ModelList
from app.preferences import Preferences
from engine.document.model import Document
from engine.runner.populations import find_population
from engine.runner.real import start_real_run
from tests.app.builder import Builder, Rules
from tests.app.window import User
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import AS_OF, ZONE, records, shop

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
PEOPLE = records("recipients")


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for all; two audiences were saved, under the usual merge policy and under a strict one."""
    folder = tmp_path_factory.mktemp("settings")
    with shop(folder) as workspace:
        for label, policy in (("Usual", ""), ("Strict", "strict")):
            save = node("save", "save-audience", label=label)
            who = build("who", condition("plan", value="basic"))
            start_real_run(workspace, campaign([who, save], "who>save", id=label.lower(), merge_policy=policy))
    made = MainWindow(
        Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)), folder / "sample"
    )
    made.resize(1440, 900)
    made.show()
    made.workspaces.open(folder / "shop")
    yield made
    made.close()
    made.deleteLater()


def opened(user: User, name: str, **more: object) -> Builder:
    """A campaign in a tab of its own."""
    window = user.window
    user.until(lambda: window.desk is not None and bool(window.desk.catalog.tables))
    assert window.desk is not None
    raw = {"id": name[:40], "name": name, "zone": ZONE, "as_of": AS_OF, "dimension": "recipients"}
    window.tabs.show_document(window.desk, Document.model_validate(raw | more))
    return Builder(user)


@pytest.fixture
def b(window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Builder]:
    yield opened(User(qtbot, window), request.node.name)
    window.tabs.close_page()


def editor(b: Builder, name: str) -> Editor:
    """The editor of a field of the node in the panel, which is on the screen."""
    form = b.user.window.panel.form
    assert form is not None
    found = form.rows[name].editor
    assert found.isVisible()
    return found


def offered(b: Builder, name: str) -> list[str]:
    """What the list of a field offers, as it is read."""
    field = editor(b, name)
    assert isinstance(field, NameEditor)
    return [field.combo.itemText(row) for row in range(field.combo.count())]


def problems(b: Builder) -> list[str]:
    """The errors as the list of problems tells them."""
    b.user.settled()
    b.user.window.bench.show_view("problems")
    found = b.user.window.problems.list
    errors = sum(one.is_error for one in b.user.page.session.problems)
    return [found.item(row).text() for row in range(errors)]


def rows(b: Builder, node: str, *names: str, port: str = "result") -> list[tuple[object, ...]]:
    """Columns of the rows that leave by an output, in order of their keys."""
    b.user.count(node, port)
    desk = b.user.window.desk
    assert desk is not None
    page = find_population(desk.workspace, b.user.document, f"{node}:{port}").page()
    columns = [one.name for one in page.columns]
    return sorted((tuple(row[columns.index(name)] for name in names) for row in page.rows), key=str)


def members(b: Builder, node: str, port: str = "result") -> str:
    return " ".join(str(key) for (key,) in rows(b, node, "_key", port=port))


def chosen_file(b: Builder, name: str, text: str) -> str:
    """A file beside the workspace; its path, as it is typed."""
    desk = b.user.window.desk
    assert desk is not None
    path = desk.workspace.folder.parent / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.req("ORC-58")
@pytest.mark.parametrize(("there", "error"), [(100, False), (500, True)])
def test_many_activities_are_warned_of_and_too_many_are_an_error(
    window: MainWindow, qtbot: QtBot, there: int, error: bool
) -> None:
    nodes = [build(f"n{number}") for number in range(there)]
    b = opened(User(qtbot, window), f"many{there}", nodes=nodes)
    try:
        b.user.settled()
        before = [one for one in b.user.page.session.problems if one.code == "many-activities"]
        assert [one.is_error for one in before] == ([False] if error else []), "at the limit it is within the limit"

        b.add("Build audience")

        problems(b)
        found = b.user.window.problems.list
        lines = [found.item(row).text() for row in range(found.count())]
        (said,) = [one for one in lines if "activities" in one]
        assert f"The canvas has {there + 1} activities." in said
        assert "At most 500" in said
        (after,) = [one for one in b.user.page.session.problems if one.code == "many-activities"]
        assert after.is_error is error
    finally:
        window.tabs.close_page()


@pytest.mark.req("ORC-67")
def test_the_schema_of_a_transition_is_shown_with_labels_names_types_and_origins(b: Builder) -> None:
    everybody, more = b.add("Build audience", "Everybody"), b.add("Enrichment", "Totals")
    mail = b.add("E-mail")
    b.user.connect(everybody, more)
    b.user.connect(more, mail)
    spent = {"attribute": "purchases/price", "function": "sum", "alias": "spent", "label": "Spent so far"}
    b.set(more, aggregates=[spent])
    b.user.settled()
    (arrow,) = [one.id for one in b.user.document.transitions if one.source == more]
    b.user.window.bench.show_view("population")
    b.user.page.select_edge(arrow)
    inspector = b.user.window.inspector
    assert inspector is not None
    b.user.until(lambda: "Spent so far" in [one.label for one in inspector.rows.grid.columns])

    QTest.mouseClick(inspector.rows.buttons["columns"], LEFT)

    b.user.until(lambda: any(one.isVisible() for one in inspector.findChildren(ColumnChooser)))
    chooser = next(one for one in inspector.findChildren(ColumnChooser) if one.isVisible())
    own = chooser.tree.topLevelItem(0)
    assert own is not None
    lines = {line[1]: line for line in map(texts, children(own))}
    assert lines["spent"] == ("Spent so far", "spent", "number", "Totals")
    assert lines["_key"][2:] == ("text", "")
    QTest.keyClick(chooser.search, KEY.Key_Escape)


def children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = [item.child(place) for place in range(item.childCount())]
    return [one for one in found if one is not None]


def texts(item: QTreeWidgetItem) -> tuple[str, ...]:
    return tuple(item.text(place) for place in range(item.columnCount()))


@pytest.mark.req("ORC-88")
def test_audiences_of_another_merge_policy_are_not_offered(b: Builder) -> None:
    read = b.add("Read audience", dimension="recipients")
    assert offered(b, "audience") == ["Usual"]
    b.set(read, audience="Usual")
    assert problems(b) == []

    (head,) = b.user.page.findChildren(DocumentHead)
    menu = head.more.menu()
    menu.popup(head.more.mapToGlobal(QPoint(0, 0)))
    next(one for one in menu.actions() if one.text() == "Properties").trigger()
    menu.close()
    b.user.until(lambda: any(one.isVisible() for one in b.user.window.findChildren(PropertiesDialog)))
    dialog = next(one for one in b.user.window.findChildren(PropertiesDialog) if one.isVisible())
    b.user.type(dialog.policy, "strict")
    QTest.mouseClick(dialog.ok, LEFT)
    b.user.until(lambda: b.user.document.merge_policy == "strict")

    (said,) = problems(b)
    assert "'Usual' was built with the default merge policy" in said
    b.set(read)
    assert set(offered(b, "audience")) == {"Usual", "Strict"}, "the one that is read keeps its name"
    b.set(read, audience="Strict")
    assert problems(b) == []
    assert offered(b, "audience") == ["Strict"]


@pytest.mark.req("ORC-96", "ORC-101")
def test_a_sample_tells_columns_and_formatting_and_other_files_must_be_like_it(b: Builder) -> None:
    sample = chosen_file(b, "sample.csv", "mail;born;points\nnobody@x.com;31/12/1990;1,5\nnone@x.com;30/11/1991;2,5\n")
    target = chosen_file(
        b, "target.csv", "mail;born;points\na@x.com;01/02/2000;3,5\nb@x.com;25/12/2001;4\nc@x.com;;7\n"
    )
    load = b.add("Load file", path=sample)
    b.take_layout(load)
    b.set(load, layout={"columns": [{}, {}, {"type": "double", "decimal": ","}]})
    b.set(load, path=target)

    found = rows(b, load, "mail", "born", "points")
    assert [(mail, str(born), points) for mail, born, points in found] == [
        ("a@x.com", "2000-02-01", 3.5), ("b@x.com", "2001-12-25", 4), ("c@x.com", "None", 7),
    ]  # fmt: skip
    assert problems(b) == []

    b.set(load, path=chosen_file(b, "other.csv", "mail;points;more\na@x.com;3,5;x\n"))
    (said,) = [one for one in problems(b) if "sample" in one]
    assert "no column 'born'" in said
    assert "the sample has no column 'more'" in said

    large = chosen_file(b, "large.csv", "")
    with Path(large).open("ab") as file:
        file.truncate(50_000_001)
    b.set(load, path=large)
    assert any("more than 50 MB" in one for one in problems(b))


@pytest.mark.req("ORC-111")
@pytest.mark.parametrize("target", ["customer", "recipient/crm_id"])
def test_an_exclusion_rule_aligns_purchases_with_people(b: Builder, target: str) -> None:
    who, bought = b.add("Build audience", "Who"), b.add("Build audience", "Bought", dimension="purchases")
    rest = b.add("Combine", mode="exclusion", complement=True)
    b.user.connect(who, rest)
    b.user.connect(bought, rest)
    b.set(rest, primary_set="Who")
    assert any("'Bought' is made of purchases, not of recipients" in one for one in problems(b))
    editor(b, "exclusion_rules")

    b.set(rest, exclusion_rules=[{"set": "Bought", "pairs": [{"source": "crm_id", "target": target}]}])

    buyers = {one["customer"] for one in records("purchases")}
    assert problems(b) == []
    assert members(b, rest, "complement").split() == sorted(buyers)
    assert members(b, rest).split() == sorted({one["crm_id"] for one in PEOPLE} - buyers)


@pytest.mark.req("ORC-118")
def test_subsets_have_labels_and_an_order_that_can_be_changed(b: Builder) -> None:
    everybody, split = b.add("Build audience"), b.add("Split", complement=True)
    b.user.connect(everybody, split)
    subsets = [
        {"label": "Push", "filter": lambda r: r.line("push_token", operator="not-empty")},
        {"label": "Text", "filter": lambda r: r.line("mobile_phone", operator="not-empty")},
    ]
    b.set(split, subsets=subsets)
    push, text = b.add("Push"), b.add("SMS")
    b.user.connect(split, push, "subset:1")
    b.user.connect(split, text, "subset:2")
    has = {
        name: {one["crm_id"] for one in PEOPLE if one[column]}
        for name, column in (("Push", "push_token"), ("Text", "mobile_phone"))
    }
    assert members(b, split, "subset:1").split() == sorted(has["Push"])
    assert members(b, split, "subset:2").split() == sorted(has["Text"] - has["Push"])

    b.set(split)
    shown = editor(b, "subsets")
    assert isinstance(shown, ModelList)
    assert [one.head.text() for one in shown.items] == ["1. Push", "2. Text"]
    QTest.mouseClick(shown.items[1].up, LEFT)

    b.user.settled()
    assert [one.head.text() for one in shown.items] == ["1. Text", "2. Push"]
    leads = {one.target: one.port for one in b.user.document.transitions if one.source == split}
    assert members(b, split, leads[text]).split() == sorted(has["Text"]), "each goes on to where it went"
    assert members(b, split, leads[push]).split() == sorted(has["Push"] - has["Text"])
    b.user.undo()
    assert members(b, split, "subset:1").split() == sorted(has["Push"])


@pytest.mark.req("ORC-124")
def test_an_enrichment_adds_an_attribute_a_linked_one_and_an_expression(b: Builder) -> None:
    everybody, more = b.add("Build audience"), b.add("Enrichment")
    b.user.connect(everybody, more)
    picks = [
        {"attribute": "city"},
        {"attribute": "loyalty/membership_level", "alias": "level"},
        {"expression": "Upper(@plan)", "alias": "loud"},
    ]
    b.set(more, attributes=picks)

    level = {one["customer"]: one["membership_level"] for one in records("loyalty")}
    assert problems(b) == []
    assert rows(b, more, "_key", "city", "level", "loud") == [
        (one["crm_id"], one["city"], level.get(one["crm_id"]), one["plan"].upper()) for one in PEOPLE
    ]


@pytest.mark.req("ORC-133")
def test_all_pairs_of_a_reconciliation_must_be_equal(b: Builder) -> None:
    lines = "mail,born\neva@orange.co.uk,1988-12-31\nleo@adobe.com,1999-01-01\nben@x.com,1985-03-04\n"
    load = b.add("Load file", path=chosen_file(b, "pairs.csv", lines))
    b.take_layout(load)
    found = b.add("Reconciliation", dimension="recipients", keep_unreconciled=False)
    b.user.connect(load, found)
    assert any("Nothing compares" in one for one in problems(b))

    b.set(found, pairs=[{"source": "mail", "destination": "email"}])
    assert members(b, found) == "R02 R05 R12"
    pairs = [{"source": "mail", "destination": "email"}, {"source": "born", "destination": "birth_date"}]
    b.set(found, pairs=pairs)
    assert members(b, found) == "R02 R05"


@pytest.mark.req("ORC-140")
def test_only_linked_dimensions_are_offered_to_change_to(b: Builder) -> None:
    wishes = b.add("Build audience", dimension="wishlists")
    change = b.add("Change dimension")
    assert offered(b, "dimension") == ["recipients", "recipients-email", "purchases", "wishlists"]
    b.user.connect(wishes, change)
    b.set(change)
    assert offered(b, "dimension") == ["recipients", "recipients-email", "purchases"]
    b.set(change, dimension="recipients")
    assert b.user.count(change) == 6


@pytest.mark.req("ORC-198")
@pytest.mark.parametrize(("operator", "empty"), [("empty", True), ("not-empty", False)])
def test_empty_is_nothing_and_a_text_without_characters(b: Builder, operator: str, empty: bool) -> None:
    who = b.add("Build audience", rule=lambda r: r.line("email", operator=operator))

    assert {one["email"] for one in PEOPLE if not one["email"]} == {None, ""}
    assert members(b, who).split() == [one["crm_id"] for one in PEOPLE if (not one["email"]) is empty]


@pytest.mark.req("ORC-209")
def test_what_is_typed_stays_a_value_and_links_to_many_multiply_nobody(b: Builder) -> None:
    def bought(r: Rules) -> None:
        r.line("purchases", "such a record")
        r.line("price", operator="greater", value="10", under=(0, "rule"))

    typed = "Paris' OR '1'='1"
    nobody = b.add("Build audience", rule=lambda r: r.line("city", value=typed))
    buyers = b.add("Build audience", rule=bought)
    more = b.add("Enrichment")
    b.user.connect(buyers, more)
    b.set(more, aggregates=[{"attribute": "purchases", "function": "count", "alias": "times"}])

    assert b.user.count(nobody) == 0
    paid = [one["customer"] for one in records("purchases") if (one["price"] or 0) > 10]
    assert len(paid) > len(set(paid))
    assert members(b, buyers).split() == sorted(set(paid))
    every = [one["customer"] for one in records("purchases")]
    assert rows(b, more, "_key", "times") == [(key, every.count(key)) for key in sorted(set(paid))]
