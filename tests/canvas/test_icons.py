"""Icons: drawn once for each size, in the colours of their states, as sharp as the screen."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from pytestqt.qtbot import QtBot
from qtawesome.iconic_font import CharIconPainter

from canvas.icons import icon

NAME = "ph.megaphone"


def _colours(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.usefixtures("qtbot")
def test_each_state_has_its_colour() -> None:
    made = icon(NAME, "#112233", "#445566", "#778899")
    for mode, colour in (
        (QIcon.Mode.Normal, "#112233"), (QIcon.Mode.Disabled, "#445566"), (QIcon.Mode.Selected, "#778899"),
    ):  # fmt: skip
        assert _colours(made.pixmap(QSize(32, 32), 1.0, mode).toImage()) == {colour}


def test_an_icon_that_is_painted_again_is_not_drawn_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    whole = CharIconPainter.paint

    def counted(self: CharIconPainter, *given: object) -> None:
        drawn.append(1)
        whole(self, *given)

    monkeypatch.setattr(CharIconPainter, "paint", counted)
    made = icon(NAME, "#123456")
    for _ in range(5):
        made.pixmap(QSize(18, 18), 1.0)
    assert len(drawn) == 1
    made.pixmap(QSize(18, 18), 2.0)
    assert len(drawn) == 2, "another ratio is another picture"


def test_it_is_as_sharp_as_the_screen(qtbot: QtBot) -> None:
    sharp = icon(NAME, "#000000").pixmap(QSize(16, 16), 2.0)
    assert sharp.size() == QSize(32, 32)
    screen = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    screen.setDevicePixelRatio(2.0)
    screen.fill(Qt.GlobalColor.white)
    painter = QPainter(screen)
    icon(NAME, "#000000").paint(painter, QRect(0, 0, 16, 16))
    painter.end()
    plain = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.drawPixmap(QRect(0, 0, 32, 32), sharp)
    painter.end()
    assert all(screen.pixelColor(x, y) == QColor(plain.pixelColor(x, y)) for x in range(32) for y in range(32))
