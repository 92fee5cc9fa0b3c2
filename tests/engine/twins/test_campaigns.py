"""Whole generated campaigns agree with their simulation: every row of every output, counts, reach, remarks."""

from typing import Any

import pytest
from hypothesis import given, settings
from sqlglot import ErrorLevel, exp, parse_one

from engine.runner.service import plan_document, prepare
from tests.engine.twins.agreement import Bench
from tests.engine.twins.strategies import campaigns


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
