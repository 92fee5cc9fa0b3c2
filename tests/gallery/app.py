"""The window in each of its states, over the sample workspace: screens, panels, editors, empty and wrong."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import qasync
from pydantic import JsonValue
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from app.application import set_language
from app.main_window import MainWindow
from app.preferences import Preferences
from app.theme import Scheme, apply_theme, tokens_for
from canvas.requests import Rename, SetNode
from engine.demo import build_demo
from engine.document.edits import AddNode, SetSetting
from engine.document.model import Node
from tests.gallery.picture import Picture

SIZES = {"small": (1280, 800), "large": (1920, 1080)}
LOOKS = {
    "": (Scheme.LIGHT, "en", "small"), "-dark": (Scheme.DARK, "en", "small"), "-french": (Scheme.LIGHT, "fr", "small"),
    "-dark-french": (Scheme.DARK, "fr", "large"), "-large": (Scheme.LIGHT, "en", "large"),
}  # fmt: skip
"""The endings of pictures, and how those look."""
PATIENCE_S = 240.0

Do = Callable[["Stage"], None]


@cache
def sample() -> Path:
    """The sample workspace, built once."""
    folder = Path(tempfile.mkdtemp()) / "demo"
    build_demo(folder).close()
    return folder


@cache
def loop() -> asyncio.AbstractEventLoop:
    """One event loop that goes on whenever Qt handles events."""
    made = qasync.QEventLoop(QApplication.instance())
    asyncio.set_event_loop(made)
    asyncio.events._set_running_loop(made)
    return made


def end_loop() -> None:
    """Close the loop after the pictures of a group; those of another have one of their own."""
    loop().close()
    loop.cache_clear()


class Stage:
    """A window to be photographed."""

    def __init__(self, size: tuple[int, int], scheme: Scheme, language: str) -> None:
        loop()
        program = QApplication.instance()
        assert isinstance(program, QApplication), "the gallery made it"
        set_language(program, language)
        QLocale.setDefault(QLocale(f"{language}_{'FR' if language == 'fr' else 'GB'}"))
        apply_theme(program, tokens_for(scheme))
        folder = Path(tempfile.mkdtemp())
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(settings)
        preferences.scheme = scheme
        self.window = MainWindow(preferences, folder / "sample")
        self.window.resize(*size)
        self.window.show()

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window live until something is so."""
        end = time.monotonic() + PATIENCE_S
        while not holds():
            QApplication.processEvents()
            # As a loop would do it: what was put away is no longer there.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.01)
            assert time.monotonic() < end, "the window never got there"

    def rest(self, seconds: float = 0.4) -> None:
        """Let the window live for a moment."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def settle(self) -> None:
        """Let the window live until all that was asked for is there, however slow the machine is."""
        self.rest(0.3)
        self.until(lambda: self.window.desk is None or not self.window.desk.tasks)
        self.rest(0.3)

    def enter(self, folder: Path) -> None:
        """Open a workspace as it is."""
        self.window.workspaces.open(folder)
        self.until(lambda: self.window.desk is not None and self.window.tabs.count() > 0)
        self.rest()

    def open(self, document: str = "lapsed-households", folder: Path | None = None) -> None:
        """Open the sample workspace and one of its campaigns."""
        self.window.workspaces.open(folder or sample())
        self.until(lambda: self.window.page is not None)
        self.window.tabs.open_document(document)
        self.until(lambda: self.window.page is not None and self.window.page.session.document.id == document)
        page = self.window.page
        assert page is not None, "just opened"
        self.until(lambda: page.session.counts.last is not None and not page.controller.busy)
        self.rest()

    def select(self, node: str) -> None:
        """Select a node, and wait for its population."""
        page, inspector = self.window.page, self.window.inspector
        assert page is not None, "a campaign is open"
        assert inspector is not None, "a workspace is open"
        page.select_node(node)
        self.rest(1.0)

    def _over(self, image: QImage, dialog: QDialog) -> None:
        """Draw a dialog over the middle of the window, as a window manager would put it."""
        shown = dialog.grab()
        painter = QPainter(image)
        middle = (self.window.rect().center() - dialog.rect().center()) * image.devicePixelRatio()
        painter.fillRect(image.rect(), QColor(0, 0, 0, 70))
        painter.drawPixmap(middle, shown)
        painter.end()

    def take(self) -> QImage:
        """The picture."""
        self.rest()
        image = self.window.grab().toImage()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                self._over(image, dialog)
        self._with_popups(image)
        self.leave()
        return image

    def leave(self) -> None:
        """Put the window away; without a loop of its own nothing else does, and each picture would take longer."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _with_popups(self, image: QImage) -> None:
        """Draw what floats beside a cursor where it floats: completions, signatures."""
        painter = QPainter(image)
        for popup in QApplication.topLevelWidgets():
            if popup.isVisible() and popup.objectName() == "popup":
                painter.drawPixmap(self.window.mapFromGlobal(popup.pos()), popup.grab())
        painter.end()


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)


def in_all_looks(screens: Mapping[str, Do]) -> Iterator[Picture]:
    """Every screen light and dark, English and French, small and large."""
    for ending, (scheme, language, size) in LOOKS.items():
        for name, do in screens.items():
            yield _picture(f"{name}{ending}", do, size=size, scheme=scheme, language=language)
    end_loop()


def _picture(name: str, do: Do, *, size: str = "small", scheme: Scheme = Scheme.LIGHT, language: str = "en") -> Picture:
    return Picture(name, partial(_take, do, SIZES[size], scheme, language))


def _take(do: Do, size: tuple[int, int], scheme: Scheme, language: str) -> QImage:
    stage = Stage(size, scheme, language)
    do(stage)
    return stage.take()


def _start(stage: Stage) -> None:
    stage.rest()


def _campaign(stage: Stage) -> None:
    stage.open()


def _opened_at(document: str, node: str) -> Do:
    def do(stage: Stage) -> None:
        stage.open(document)
        stage.select(node)

    return do


def _statistics(stage: Stage) -> None:
    stage.open("coupon-non-redeemers")
    stage.select("spend")
    assert stage.window.inspector is not None, "a workspace is open"
    stage.window.inspector.show_statistics("total_spend")
    stage.rest(1.0)


def _why(stage: Stage) -> None:
    stage.open()
    stage.select("control")
    inspector = stage.window.inspector
    assert inspector is not None, "a workspace is open"
    inspector.tabs.setCurrentWidget(inspector.why)
    inspector.why.line.setText("7, 1, 2, 8")
    inspector.why.ask()
    stage.rest(1.5)


def _compare(stage: Stage) -> None:
    stage.open("campaign-overlap")
    inspector = stage.window.inspector
    assert inspector is not None, "a workspace is open"
    inspector.tabs.setCurrentWidget(inspector.compare)
    for row in range(min(inspector.compare.list.count(), 4)):
        inspector.compare.list.item(row).setCheckState(Qt.CheckState.Checked)
    stage.rest(1.5)


def _reason(stage: Stage) -> None:
    stage.open()
    stage.select("lapsed")
    button = stage.window.panel.facts.findChild(QPushButton)
    assert button is not None, "somebody is left out"
    button.click()
    stage.rest(1.5)


def _wrong(stage: Stage) -> None:
    # A copy: the draft that this leaves must not be in the other pictures.
    copy = Path(tempfile.mkdtemp()) / "demo"
    shutil.copytree(sample(), copy)
    stage.open(folder=copy)
    page = stage.window.page
    assert page is not None, "just opened"
    page.session.do(SetSetting("lapsed", "dimension", "nobody"), "Wrong")
    stage.rest(1.0)
    stage.select("lapsed")
    stage.window.bench.show_view("problems")


def _commands(stage: Stage) -> None:
    stage.open()
    stage.window.open_commands()


def _help(stage: Stage) -> None:
    stage.open()
    stage.select("control")
    stage.window.show_help()


def _new(stage: Stage) -> None:
    stage.open()
    stage.window.tabs.new_document()
    stage.rest(1.5)


def _section(name: str) -> Do:
    def do(stage: Stage) -> None:
        stage.open()
        stage.window.show_section(name)
        stage.rest(1.0)

    return do


def _view(name: str) -> Do:
    def do(stage: Stage) -> None:
        stage.open()
        stage.select("control")
        stage.window.bench.show_view(name)
        stage.rest(0.5)

    return do


def _edited(stage: Stage) -> Stage:
    """A copy of the sample with an edit: the draft that this leaves must not be in the other pictures."""
    copy = Path(tempfile.mkdtemp()) / "demo"
    shutil.copytree(sample(), copy)
    stage.open(folder=copy)
    return stage


def _history(stage: Stage) -> None:
    page = _edited(stage).window.page
    assert page is not None, "just opened"
    for share in (20, 25, 30):
        page.canvas.ask(Rename("control", f"Control group of {share} %"))
    page.canvas.ask(SetNode(frozenset({"mail"}), disabled=True))
    page.session.undo()
    stage.window.bench.show_view("history")
    stage.rest(1.0)


def _schedule(stage: Stage) -> None:
    page = _edited(stage).window.page
    assert page is not None, "just opened"
    schedule: JsonValue = {"mode": "weekly", "starting": "2018-01-01", "weekdays": [0, 3], "at": "08:30", "every": 2}
    page.session.do(AddNode(Node(id="when", type="scheduler", settings={"schedule": schedule})), "Add")
    stage.select("when")


SCREENS: dict[str, Do] = {
    "start": _start,
    "campaign": _campaign,
    "overlap": _opened_at("campaign-overlap", "any"),
    "rule": _opened_at("lapsed-households", "lapsed"),
    "split": _opened_at("lapsed-households", "control"),
    "enrichment": _opened_at("coupon-non-redeemers", "spend"),
    "statistics": _statistics,
    "why": _why,
    "wrong": _wrong,
    "compare": _compare,
    "reason": _reason,
    "commands": _commands,
    "help": _help,
    "new": _new,
    "outline": _view("outline"),
    "sql": _view("sql"),
    "history": _history,
    "schedule": _schedule,
    "settings": _section("settings"),
    "campaigns": _section("campaigns"),
}
