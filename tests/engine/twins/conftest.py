"""One workspace for all twins: the world, a file to load, and two audiences that a real run saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.workspace import Workspace
from tests.engine.twins.agreement import Bench


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder: Path = tmp_path_factory.mktemp("twins")
    made = Bench.make(folder)
    yield made
    made.workspace.close()


@pytest.fixture
def world_of_twins(bench: Bench) -> Workspace:
    """The workspace alone."""
    return bench.workspace
