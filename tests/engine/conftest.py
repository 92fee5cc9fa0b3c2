"""The engine's tests run as if PySide6 were not installed, whatever else the session has imported."""

import sys

import pytest


@pytest.fixture(autouse=True)
def _no_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PySide6", "qasync", "qtawesome"):
        monkeypatch.setitem(sys.modules, name, None)
