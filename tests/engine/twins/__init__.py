"""Plain-Python twins of all activities, campaigns generated for them, and what holds the engine against them."""

import pytest

pytest.register_assert_rewrite("tests.engine.twins.agreement", "tests.engine.twins.real_agreement")
