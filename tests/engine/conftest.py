"""The engine's tests run as if PySide6 were not installed, whatever else the session has imported."""

import sys
from collections.abc import Iterator

import pytest

from engine.workspace import Workspace
from tests.engine.fixture import shop


@pytest.fixture(autouse=True)
def _no_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PySide6", "qasync", "qtawesome"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.fixture(scope="session")
def the_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The specification's shop; tests that share it must not change it."""
    with shop(tmp_path_factory.mktemp("shop")) as workspace:
        yield workspace
