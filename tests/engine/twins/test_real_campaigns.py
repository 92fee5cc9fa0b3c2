"""Generated campaigns run for real, several times: what they leave behind is what a ledger kept by hand says.

The long run: `pytest -n0 -m soak tests/engine/twins`; JALON_GRAPHS is the number of campaigns per seed. A failure
is told with what reproduces it; the quick test beside it makes it small.
"""

import itertools
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.engine.twins.agreement import Bench
from tests.engine.twins.real_agreement import RealBench
from tests.engine.twins.real_strategies import RUNS, real_campaigns

GRAPHS = int(os.environ.get("JALON_GRAPHS", "400"))
_NUMBERS = itertools.count(1)


def follow(bench: Bench, folder: Path, raw: dict[str, Any], hours: list[int], patch: pytest.MonkeyPatch) -> None:
    """As a campaign that nobody ran before."""
    RealBench(bench, folder, f"real {next(_NUMBERS)}", patch).follow(raw, hours)


@pytest.mark.req("ORC-92", "ORC-93", "ORC-94", "ORC-103", "ORC-104", "ORC-106", "ORC-141", "ORC-142", "ORC-143")
@given(raw=real_campaigns(), hours=RUNS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_real_runs_of_a_generated_campaign_agree_with_the_ledger(
    bench: Bench, tmp_path: Path, raw: dict[str, Any], hours: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(bench, tmp_path, raw, hours, monkeypatch)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("number", range(16))
def test_many_real_runs_agree_with_the_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    made = Bench.make(tmp_path)

    @seed(number)
    @settings(max_examples=GRAPHS, database=None, phases=[Phase.generate])
    @given(raw=real_campaigns(), hours=RUNS)
    def agree(raw: dict[str, Any], hours: list[int]) -> None:
        follow(made, tmp_path, raw, hours, monkeypatch)

    with made.workspace:
        agree()
