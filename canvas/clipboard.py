"""What is copied from a canvas: readable text, and under a format of its own too, to be told from any other text."""

import atexit
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

FORMAT = "application/x-node-graph+json"


def put(text: str) -> None:
    """Copy the text of parts."""
    made = QMimeData()
    made.setText(text)
    made.setData(FORMAT, text.encode())
    QGuiApplication.clipboard().setMimeData(made)
    _settle_at_exit()


def taken() -> str | None:
    """The text of parts that were copied, or any other text; None when the clipboard is empty."""
    found = _data()
    if found is None:
        return None
    return bytes(found.data(FORMAT).data()).decode() if found.hasFormat(FORMAT) else found.text()


def holds_files() -> bool:
    """Whether files were copied, and no parts."""
    found = _data()
    return found is not None and found.hasUrls() and not found.hasFormat(FORMAT)


def data() -> QMimeData:
    """All that the clipboard holds; nothing before the first copy."""
    return _data() or QMimeData()


def _data() -> QMimeData | None:
    return cast("QMimeData | None", QGuiApplication.clipboard().mimeData())  # there is none before the first copy


@lru_cache(maxsize=1)
def _settle_at_exit() -> None:
    atexit.register(settle)


def settle() -> None:
    """Leave plain text behind: the toolkit frees what the clipboard holds after Python has gone, and crashes over data
    that was made in Python."""
    if QGuiApplication.instance() is not None:
        found = _data()
        if found is not None and found.hasFormat(FORMAT):
            QGuiApplication.clipboard().setText(found.text())
