"""A database for the expressions of these tests, with the functions in Python that queries may call."""

from collections.abc import Iterator

import pytest

from engine.database import Database
from engine.expressions import NATIVES
from tests.engine.expressions.calculator import Calculator


@pytest.fixture(scope="session")
def calculator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calculator]:
    database = Database(tmp_path_factory.mktemp("expressions"), memory_limit="300MB", threads=1, natives=NATIVES)
    yield Calculator(database)
    database.close()
