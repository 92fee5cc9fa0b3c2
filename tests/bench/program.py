"""The program of the window as it is when a user starts it, for the groups that measure windows."""

import gc
import os

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.idling import Idling


def program() -> QCoreApplication:
    """The one application; garbage is looked for when nothing else is done, as `app.application` has it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = QApplication.instance() or QApplication(["bench"])
    gc.freeze()
    Idling(made)
    return made
