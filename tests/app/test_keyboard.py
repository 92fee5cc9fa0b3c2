"""From the start screen to exported people with keys alone: no mouse is used, nothing is set but by typing."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.preferences import Preferences
from tests.app.window import User

KEY = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
PEOPLE = "id;name;city;points\n1;Ann;Paris;120\n2;Bob;London;40\n3;Cleo;Paris;80\n4;Dan;Lyon;5\n5;Eva;Paris;300\n"
_MOST = 80


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window that was never opened before."""
    window = MainWindow(Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)), tmp_path)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    yield User(qtbot, window)
    window.close()


def focused() -> QWidget:
    """What takes the keys."""
    popup: QWidget | None = QApplication.activePopupWidget()
    found: QWidget | None = QApplication.focusWidget() if popup is None else popup.focusWidget()
    if found is None:
        found = QApplication.activeWindow() if popup is None else popup
    assert found is not None, "nothing takes the keys"
    return found


def answer(value: object) -> Callable[..., object]:
    """A dialog of the system that is answered at once."""

    def given(*_: object) -> object:
        return value

    return given


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(focused(), key, modifier)
        QApplication.processEvents()


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()


def named(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name)


def back(user: User) -> None:
    """A dialog was closed: the window has the keys again, as a window manager does it."""
    user.until(lambda: QApplication.activeWindow() is None or user.window.isActiveWindow())
    user.window.activateWindow()
    user.until(user.window.isActiveWindow)


def tab_to(name: str) -> None:
    """Press Tab until what is called so is reached."""
    passed: list[str] = []
    for _ in range(_MOST):
        if named(focused()) == name:
            return
        passed.append(named(focused()))
        press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {name} but to {passed}")


def part(user: User, wanted: QWidget) -> None:
    """Press F6 until a part of the window is reached."""
    for _ in range(_MOST):
        press(KEY.Key_F6)
        if wanted.isAncestorOf(focused()):
            return
    raise AssertionError(f"F6 does not come to {wanted}")


def command(user: User, text: str) -> None:
    """Choose a command by its name."""
    press(KEY.Key_K, CTRL)
    write(text)
    press(KEY.Key_Return)


@pytest.mark.req("ORC-47", "ORC-68")
def test_from_the_start_to_an_exported_population_without_a_mouse(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target, window = tmp_path / "people.csv", tmp_path / "rich.csv", user.window
    source.write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "mine").mkdir()
    # The dialogs of the system are its own.
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer(str(tmp_path / "mine")))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer(([str(source)], "")))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer((str(target), "(*.csv)")))
    user.until(window.isActiveWindow)

    tab_to("New workspace…")
    press(KEY.Key_Space)
    user.until(lambda: window.desk is not None)
    desk = window.desk
    assert desk is not None
    press(KEY.Key_I, CTRL)
    user.until(lambda: "people" in desk.catalog.table_by_name)

    # The people of the table can be targeted.
    command(user, "Data")
    user.until(lambda: window.tabs.front_key == "section:data" and not desk.tasks)
    tab_to("Tables")
    press(KEY.Key_Home)
    user.until(lambda: not desk.tasks)
    tab_to("Columns")
    press(KEY.Key_Right, times=3)
    tab_to("Add a dimension…")
    press(KEY.Key_Space)
    user.until(lambda: QApplication.activeWindow() is not window)
    assert named(focused()) == "Called", "a dialog begins at its first field"
    tab_to("Identity")
    write("id")
    press(KEY.Key_Return)
    user.until(lambda: bool(desk.catalog.dimensions))
    back(user)

    press(KEY.Key_N, CTRL)
    user.settled()
    (audience,) = user.document.node_by_id
    assert user.count(audience) == 5
    part(user, user.page)
    press(KEY.Key_Home)
    part(user, window.bench.right)
    tab_to("Add a condition")
    press(KEY.Key_Space)
    write("city")
    press(KEY.Key_Return)
    write("Paris")
    press(KEY.Key_Return)
    assert user.count(audience) == 3

    # Another activity from the palette, drawn to by the keys of the canvas.
    part(user, user.page)
    press(KEY.Key_Escape)
    part(user, window.bench.left)
    tab_to("Search for a kind of node")
    write("Split")
    press(KEY.Key_Return)
    (split,) = set(user.document.node_by_id) - {audience}
    assert not user.document.transitions
    part(user, user.page)
    press(KEY.Key_Home)
    press(KEY.Key_C, ALT)
    assert [(one.source, one.target) for one in user.document.transitions] == [(audience, split)]

    # Its people: more columns, sorted, filtered, written to a file.
    part(user, user.page)
    press(KEY.Key_Home)
    part(user, window.bench.bottom)
    inspector = window.inspector
    assert inspector is not None
    grid = inspector.rows.grid
    user.until(lambda: grid.total == 3)
    tab_to("Rows of the population")
    press(KEY.Key_K, CTRL | SHIFT)
    user.until(lambda: QApplication.activeWindow() is not window)
    write("points")
    press(KEY.Key_Tab)
    press(KEY.Key_End)
    press(KEY.Key_Space)
    press(KEY.Key_Return)
    user.until(lambda: [one.name for one in grid.columns][-1:] == ["points"])
    back(user)
    tab_to("Rows of the population")
    press(KEY.Key_End)
    press(KEY.Key_Down, ALT)
    press(KEY.Key_Down, times=2)
    press(KEY.Key_Return)
    user.until(lambda: bool(grid.look.sort))
    press(KEY.Key_Down, ALT)
    press(KEY.Key_Down, times=4)
    press(KEY.Key_Return)
    user.until(lambda: QApplication.activeWindow() is not window)
    press(KEY.Key_Backtab)
    assert named(focused()) == "Comparison"
    press(KEY.Key_Down, times=2)
    press(KEY.Key_Tab)
    write("100")
    press(KEY.Key_Return)
    user.until(lambda: grid.total == 2)
    back(user)
    press(KEY.Key_S, CTRL | SHIFT)
    user.until(target.exists)
    user.until(lambda: not desk.tasks)
    with target.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[1:] == [["5", "300"], ["1", "120"]]
