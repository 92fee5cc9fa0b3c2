"""Predefined filters as a person manages them: made, used by a campaign, changed, deleted after a warning."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import set_language
from app.filters.page import FiltersPage
from app.words import present
from engine.document.files import to_text
from engine.runner.records import count_filter
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign
from tests.engine.fixture import records, shop

LEFT = Qt.MouseButton.LeftButton
RULE: JsonValue = {"kind": "group", "operator": "and", "items": [
    {"kind": "condition", "attribute": "city", "operator": "equal", "value": "London"}]}  # fmt: skip
USING = {"kind": "group", "operator": "and", "items": [{"kind": "filter", "filter": "in-the-city"}]}


@pytest.fixture(params=["en", "fr"])
def user(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[User]:
    using = campaign([build("who", USING)], id="using", name="Londoners again", as_of=None)
    with shop(tmp_path) as workspace:
        workspace.documents.save("using", to_text(using), name="Londoners again", kind="campaign")
    set_language(qapp, request.param)
    yield open_window(qtbot, tmp_path, tmp_path / "shop")
    set_language(qapp, "en")


@pytest.mark.req("ORC-210", "ORC-212")
def test_a_filter_is_made_used_changed_and_deleted_after_a_warning(user: User) -> None:
    desk = user.window.desk
    assert desk is not None
    QTest.mouseClick(user.window.rail.buttons["filters"], LEFT)
    page = user.window.findChildren(FiltersPage)[0]
    QTest.mouseClick(page.notice.action, LEFT)
    assert not page.save.isEnabled()
    QTest.keyClicks(page.form.label, "In the city")
    QTest.keyClicks(page.form.description, "Everybody in London")
    page.form.dimension.setCurrentIndex(page.form.dimension.findData("recipients"))
    assert not page.save.isEnabled(), "there is no condition yet"
    page.form.editor.take(RULE, "rule")
    page.form.parameters.item(0).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(page.form.favourite, LEFT)
    user.until(page.save.isEnabled)
    QTest.mouseClick(page.save, LEFT)
    user.until(lambda: [one.id for one in desk.catalog.filters] == ["in-the-city"])
    (kept,) = desk.catalog.filters
    assert (kept.parameters, kept.favourite, kept.shared) == (("items[0].value",), True, False)
    londoners = sum(one["city"] == "London" for one in records("recipients"))
    assert count_filter(desk.workspace, kept.id, {}, present()) == londoners

    user.until(lambda: "Londoners again" in page.used.text())
    page.form.label.setFocus()
    QTest.keyClicks(page.form.label, " of London")
    QTest.mouseClick(page.save, LEFT)
    user.until(lambda: desk.catalog.filters[0].label == "In the city of London")
    assert desk.catalog.filters[0].id == "in-the-city", "rules name it by its id"

    asked: list[str] = []

    def no(_title: str, question: str) -> bool:
        asked.append(question)
        return False

    page.ask = no
    QTest.mouseClick(page.delete, LEFT)
    assert "1" in asked[0]
    assert desk.catalog.filters
    page.ask = lambda _title, _question: True
    QTest.mouseClick(page.delete, LEFT)
    user.until(lambda: not desk.catalog.filters)
    assert page.notice.isVisibleTo(page)
