"""Whole generated campaigns agree with their simulation: every row of every output, counts, reach, remarks.

The long run: `pytest -n0 -m soak tests/engine/twins`; JALON_GRAPHS is the number of campaigns per seed. A failure
is told with what reproduces it; the quick test beside it makes it small.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, seed, settings
from sqlglot import ErrorLevel, exp, parse_one

from engine.runner.service import plan_document, prepare
from tests.engine.twins.agreement import Bench
from tests.engine.twins.strategies import campaigns

GRAPHS = int(os.environ.get("JALON_GRAPHS", "400"))


@pytest.mark.req("ORC-66", "ORC-77", "ORC-78", "ORC-149", "ORC-148", "ORC-154", "ORC-155", "ORC-94")
@given(raw=campaigns())
@settings(max_examples=40)
def test_a_generated_campaign_agrees_with_its_simulation(bench: Bench, raw: dict[str, Any]) -> None:
    bench.compare(raw)


@given(raw=campaigns())
@settings(max_examples=20)
def test_every_statement_of_a_generated_campaign_can_be_said_in_spark_sql(bench: Bench, raw: dict[str, Any]) -> None:
    """Populations, and what effects read: another engine is to run the same graph with the same counts."""
    plan = plan_document(bench.workspace, prepare(bench.workspace, bench.document(raw)))

    assert plan.problems == ()
    for node in plan.nodes.values():
        effects = node.checked.activity.effects(node.place, node.sources, node.outputs)
        for query in [node.query, *(effect.query for effect in effects)]:
            if query is not None:
                text = query.sql(dialect="spark", unsupported_level=ErrorLevel.RAISE)
                assert isinstance(parse_one(text, dialect="spark"), exp.Query)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("number", range(8))
def test_many_generated_campaigns_agree_with_their_simulations(tmp_path: Path, number: int) -> None:
    made = Bench.make(tmp_path)

    @seed(number)
    @settings(max_examples=GRAPHS, database=None, phases=[Phase.generate])
    @given(raw=campaigns())
    def agree(raw: dict[str, Any]) -> None:
        made.compare(raw)

    with made.workspace:
        agree()
