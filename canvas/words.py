"""The words the canvas shows, ready to translate: every sentence passes through here under one context."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

_FORMS = re.compile(r"\(s\)|\(([^(){}|]*)\|([^(){}|]*)\)")


def tr(text: str, n: int | None = None) -> str:
    """The text in the user's language. `{n}` is what it counts; in English it carries its plural: "{n} node(s)"."""
    if n is None:
        return QCoreApplication.translate("canvas", text)
    found = QCoreApplication.translate("canvas", text, None, n)
    if found == text:
        found = _FORMS.sub(lambda forms: (forms[1] or "") if n == 1 else forms[2] or "s", found)
    return found.replace("{n}", QLocale().toString(n))
