"""The words the canvas shows, ready to translate: every sentence passes through here under one context."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, count: int = -1) -> str:
    """The text in the user's language; `%n` becomes the count."""
    return QCoreApplication.translate("canvas", text, None, count)
