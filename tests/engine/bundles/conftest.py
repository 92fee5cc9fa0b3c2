"""The workspaces that tests of bundles export from; tests must not change them."""

from collections.abc import Iterator

import pytest

from engine.workspace import Workspace
from tests.engine.journey.fixture import companies


@pytest.fixture(scope="session")
def the_companies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The specification's companies."""
    with companies(tmp_path_factory.mktemp("companies")) as workspace:
        yield workspace
