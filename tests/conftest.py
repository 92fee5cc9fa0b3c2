"""What every test shares: a fixed locale and time zone, hypothesis profiles, the folder of foreign data."""

import gc
import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "default", deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("default")

_FULL_EVERY = 50
_ended = count(1)


def pytest_sessionstart() -> None:
    """Garbage is looked for between tests: what a window left behind must go on the main thread (`app.idling`)."""
    gc.set_threshold(0)


def pytest_runtest_logfinish() -> None:
    gc.collect(1 if next(_ended) % _FULL_EVERY else 2)


ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def foreign_data() -> Path:
    """The folder of files that nobody in this project wrote; it stands beside the checkout."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder of foreign data is not beside this checkout")
    return folder
