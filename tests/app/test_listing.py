"""Lists as tables: what is selected stays so, and what was remembered of other columns is left alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtWidgets import QTableView, QToolButton
from pytestqt.qtbot import QtBot

from app.listing import Column, ColumnChoice, EmptyWords, ListModel
from app.preferences import Preferences

Towns = tuple[str, int]
DESCENDING = Qt.SortOrder.DescendingOrder
TOWNS = [("Lyon", 3), ("Nice", 1), ("Paris", 2), ("Metz", 4)]
NAME: Column[Towns] = Column("Town", lambda one: one[0], lambda one: one[0], 100)
SIZE: Column[Towns] = Column("Size", lambda one: str(one[1]), lambda one: one[1], 60)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def table(bot: QtBot, preferences: Preferences, *columns: Column[Towns]) -> tuple[QTableView, ListModel[Towns]]:
    model, view = ListModel(columns, lambda one: one[0]), QTableView()
    bot.addWidget(view)
    button = QToolButton(view)
    ColumnChoice(view, model, button, preferences, "towns")
    model.show(TOWNS)
    return view, model


def selected(view: QTableView, model: ListModel[Towns]) -> set[str]:
    return {model.rows[one.row()][0] for one in view.selectionModel().selectedRows()}


def test_what_is_selected_stays_so_in_another_order_and_when_rows_come_and_go(
    qtbot: QtBot, preferences: Preferences
) -> None:
    view, model = table(qtbot, preferences, NAME, SIZE)
    flags = QItemSelectionModel.SelectionFlag
    for name in ("Lyon", "Paris"):
        index = model.index(model.place_of(name), 0)
        view.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)
    view.sortByColumn(1, DESCENDING)
    assert [name for name, _ in model.rows] == ["Metz", "Lyon", "Paris", "Nice"]
    assert selected(view, model) == {"Lyon", "Paris"}
    assert model.rows[view.currentIndex().row()][0] == "Paris"
    model.show([("Paris", 9), ("Lyon", 0), ("Lille", 5)])
    assert [name for name, _ in model.rows] == ["Paris", "Lille", "Lyon"]
    assert selected(view, model) == {"Lyon", "Paris"}
    model.let_pass(lambda one: one[0] != "Paris")
    assert selected(view, model) == {"Lyon"}


def test_what_was_remembered_of_other_columns_is_not_applied(qtbot: QtBot, preferences: Preferences) -> None:
    def order(view: QTableView) -> list[int]:
        header = view.horizontalHeader()
        return [header.logicalIndex(place) for place in range(header.count())]

    view, _ = table(qtbot, preferences, NAME, SIZE)
    with qtbot.waitSignal(view.horizontalHeader().sectionMoved):
        view.horizontalHeader().moveSection(1, 0)
    qtbot.waitUntil(lambda: not preferences.columns("towns-2").isEmpty(), timeout=10_000)
    assert order(table(qtbot, preferences, NAME, SIZE)[0]) == [1, 0]
    added: Column[Towns] = Column("Country", lambda _one: "France", lambda _one: "", 80)
    assert order(table(qtbot, preferences, NAME, added, SIZE)[0]) == [0, 1, 2]


def test_an_empty_list_says_so_in_its_middle_until_there_are_rows(qtbot: QtBot, preferences: Preferences) -> None:
    view, model = table(qtbot, preferences, NAME, SIZE)
    words = EmptyWords(view, "No town yet")
    view.show()
    assert words.isHidden()
    model.let_pass(lambda one: one[1] > 9)
    qtbot.waitUntil(words.isVisible)
    view.resize(640, 300)
    assert abs(words.geometry().center().x() - view.viewport().rect().center().x()) <= 1
    model.let_pass(lambda _one: True)
    assert words.isHidden()
