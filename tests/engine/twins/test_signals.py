"""Generated campaigns that signal each other: every run, count and signal is what a simulated exchange says.

The long run: `pytest -n0 -m soak tests/engine/twins/test_signals.py`; JALON_GRAPHS is the number per seed.
"""

import itertools
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from engine.document.files import to_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.real import continue_run, send_signal, start_real_run
from engine.workspace import Workspace
from tests.engine.twins.agreement import Bench, targets
from tests.engine.twins.exchange import Exchange, Run
from tests.engine.twins.exchange_strategies import exchanges, happenings

GRAPHS = int(os.environ.get("JALON_GRAPHS", "200"))
_NUMBERS = itertools.count(1)
Raw = dict[str, Any]


def follow(bench: Bench, campaigns: dict[str, Raw], happened: list[Raw], patch: pytest.MonkeyPatch) -> None:
    """Let all happen to campaigns that nobody ran before; after each step all must agree."""
    prefix = f"signals {next(_NUMBERS)} "
    raws = {prefix + name: _renamed(raw, prefix) for name, raw in campaigns.items()}
    documents = {name: bench.document(raw, id=name) for name, raw in raws.items()}
    exchange = Exchange(raws, set())
    for name, document in documents.items():
        bench.workspace.documents.save(name, to_text(document), name=document.name, kind="campaign")
    with patch.context() as patched:
        patched.setattr("engine.runner.effects.utc_now", lambda: exchange.now)
        for one in [*({"what": "publish", "whom": place, "minutes": 0} for place in range(len(raws))), *happened]:
            exchange.now += timedelta(minutes=one["minutes"])
            name = sorted(raws)[one["whom"] % len(raws)]
            expected, found = _happen(bench.workspace, exchange, documents[name], one)
            assert (one, expected) == (one, found)
            _same(bench.workspace, exchange)


def _renamed(raw: Raw, prefix: str) -> Raw:
    """The same, the campaigns that its Ends name named as they are kept."""
    nodes = [
        node | {"settings": {"signal": its | {"campaign": prefix + its["campaign"]}}}
        if (its := node["settings"].get("signal"))
        else node
        for node in raw["nodes"]
    ]
    return raw | {"nodes": nodes}


def _happen(workspace: Workspace, exchange: Exchange, document: Document, one: Raw) -> tuple[bool, bool]:
    """Whether the simulation lets it happen, and whether the engine does."""
    name = document.id
    match one["what"]:
        case "start":
            return exchange.start(name), _accepted(lambda: start_real_run(workspace, document))
        case "signal":
            values = one["values"]
            return (
                exchange.signal(name, values),
                _accepted(lambda: send_signal(workspace, name, values, now=exchange.now)),
            )
        case "go on":
            newest = workspace.runs.list(name)[:1]
            continued = newest and newest[0].status == "failed"
            return exchange.go_on(name), bool(continued) and _accepted(lambda: continue_run(workspace, newest[0].id))
        case _:
            publish = one["what"] == "publish"
            (exchange.published.add if publish else exchange.published.discard)(name)
            workspace.documents.set_status(name, "live" if publish else "draft")
            return True, True


def _accepted(work: Callable[[], Any]) -> bool:
    try:
        work()
    except EngineError:
        return False
    return True


def _same(workspace: Workspace, exchange: Exchange) -> None:
    places: dict[str, int] = {}
    for name, raw in exchange.campaigns.items():
        runs = workspace.runs.list(name)[::-1]
        places |= {run.id: place for place, run in enumerate(runs)}
        expected = exchange.runs.get(name, [])
        shown = [(one.status, one.state["variables"]) for one in runs]
        assert (name, shown) == (name, [(one.status, one.values) for one in expected])
        for run, one in zip(runs, expected, strict=True):
            _same_run(raw, run.result, one)
    signals = sorted(
        (one for name in exchange.campaigns for one in workspace.signals.list(name)), key=lambda one: one.id
    )
    found = [(one.document, dict(one.parameters), one.sender, None if one.run is None else places[one.run],
              bool(one.refused)) for one in signals]  # fmt: skip
    assert found == [(one.to, one.values, one.sender, one.run, one.refused) for one in exchange.sent]


def _same_run(raw: Raw, result: Any, expected: Run) -> None:
    states = {one["id"]: (one["state"], one["in"]) for one in result["nodes"]}
    for name, left in expected.found.items():
        state, entered = states[name]
        wanted = "not-reached" if left is None else left.state
        assert (name, state) == (name, wanted)
        if wanted in {"done", "waiting"} and left is not None:
            assert (name, entered) == (name, left.entered)
    crossed = {one["id"]: (one["active"], one["rows"], one["targets"]) for one in result["transitions"]}
    for arrow in raw["transitions"]:
        left = expected.found[arrow["from"]]
        active = left is not None and arrow["port"] in left.active
        population = left.outputs[arrow["port"]] if left is not None and active else None
        counts = (None, None) if population is None else (len(population.rows), targets(population))
        assert (arrow, crossed[arrow["id"]]) == (arrow, (active, *counts))


@pytest.mark.req("ORC-154", "ORC-156", "ORC-157", "ORC-158")
@given(campaigns=exchanges(), happened=happenings())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_campaigns_that_signal_each_other_agree_with_the_exchange(
    bench: Bench, campaigns: dict[str, Raw], happened: list[Raw], monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(bench, campaigns, happened, monkeypatch)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("number", range(8))
def test_many_exchanges_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    made = Bench.make(tmp_path)

    @seed(number)
    @settings(max_examples=GRAPHS, database=None, phases=[Phase.generate])
    @given(campaigns=exchanges(), happened=happenings())
    def agree(campaigns: dict[str, Raw], happened: list[Raw]) -> None:
        follow(made, campaigns, happened, monkeypatch)

    with made.workspace:
        agree()
