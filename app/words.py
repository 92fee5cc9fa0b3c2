"""The words the window shows, ready to translate: every sentence passes through here under one context."""

from PySide6.QtCore import QCoreApplication, QLocale


def tr(text: str, count: int = -1, **values: object) -> str:
    """The text in the user's language; `%n` becomes the count, and {names} the values, which are never translated."""
    translated = QCoreApplication.translate("app", text, None, count)
    return translated.format(**values) if values else translated


def number(value: float) -> str:
    """A number as the user's locale writes it, grouped."""
    locale = QLocale()
    return locale.toString(value) if isinstance(value, int) else locale.toString(value, "g", 6)
