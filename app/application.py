"""The program with its window: Qt, the event loop, the language and the look."""

import asyncio
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import qasync
from platformdirs import user_data_path
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.idling import Idling
from app.preferences import Preferences
from app.theme import apply_theme, tokens_for
from app.windows import Windows

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"

log = logging.getLogger(__name__)


def run_window(folder: Path | None = None, paths: Sequence[Path] = ()) -> int:
    """Show the window, on a workspace or on the start page, with files to open, until it is closed; the exit status."""
    application = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(application, QApplication), "no other program has made a smaller one"
    application.setApplicationName("Jalon")
    application.setOrganizationName("Jalon")
    preferences = Preferences()
    set_language(application, preferences.language)
    apply_theme(application, tokens_for(preferences.scheme))
    sys.excepthook = _tell
    loop = qasync.QEventLoop(application)
    # What is asked for before the loop runs, such as opening a workspace, is to wait for this loop and no other.
    asyncio.set_event_loop(loop)
    with loop:
        Idling(application)
        windows = Windows(preferences, sample_folder(), application)
        windows.listen()
        windows.make(folder).arrivals.take(paths)
        application.aboutToQuit.connect(loop.stop)
        loop.run_forever()
    return 0


def sample_folder() -> Path:
    """Where the sample workspace is built."""
    return user_data_path("jalon") / "demo"


def set_language(application: QApplication, language: str) -> None:
    """Speak a language, or the system's when it is empty; English where there is no translation."""
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    for spoken in application.findChildren(QTranslator):
        application.removeTranslator(spoken)
        spoken.deleteLater()
    for folder, name in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
        (str(TRANSLATIONS), "jalon"),
    ):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder):
            application.installTranslator(translator)


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody expected inside Qt's calls: kept in the log with its trace; the window lives on."""
    log.error("unexpected", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
