"""Whole generated campaigns agree with their simulation: every row of every output, counts, reach, remarks."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests.engine.twins.agreement import Bench
from tests.engine.twins.strategies import campaigns


@pytest.mark.req("ORC-66", "ORC-77", "ORC-78", "ORC-149", "ORC-148", "ORC-154", "ORC-155", "ORC-94")
@given(raw=campaigns())
@settings(max_examples=40)
def test_a_generated_campaign_agrees_with_its_simulation(bench: Bench, raw: dict[str, Any]) -> None:
    bench.compare(raw)
