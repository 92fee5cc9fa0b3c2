"""Simulated signals: which run an End starts or moves on, with which values, and which signals are refused."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from tests.engine.twins import world
from tests.engine.twins.populations import Entering, Left, Settings
from tests.engine.twins.simulator import simulate

Raw = dict[str, Any]
Values = dict[str, str]
NOBODY = {"kind": "group", "operator": "and", "items": [
    {"kind": "condition", "attribute": "id", "operator": "empty"},
    {"kind": "condition", "attribute": "id", "operator": "not-empty"},
]}  # fmt: skip


@dataclass
class Run:
    """A run of a campaign: what came with it, what it has come to, and which of its nodes have heard a signal."""

    values: Values
    status: str = ""
    found: dict[str, Left | None] = field(default_factory=dict[str, Left | None])
    heard: set[str] = field(default_factory=set[str])

    def waits(self) -> bool:
        return self.status == "waiting"


@dataclass
class Sent:
    """A signal that was noted: to whom, with what, from whom, when, and the run that it started or moved on."""

    to: str
    values: Values
    sender: str
    when: datetime
    run: int | None = None
    refused: bool = False


@dataclass
class Exchange:
    """Campaigns that signal each other: their runs and all signals, in the order in which they came about."""

    campaigns: dict[str, Raw]
    published: set[str]
    now: datetime = world.NOW
    runs: dict[str, list[Run]] = field(default_factory=dict[str, list[Run]])
    sent: list[Sent] = field(default_factory=list[Sent])
    _queue: deque[Sent] = field(default_factory=deque[Sent])

    def start(self, name: str) -> bool:
        """Somebody runs a campaign; whether it may run at all."""
        if not self._right(name):
            return False
        self._begin(name, {})
        self._deliver()
        return True

    def signal(self, to: str, values: Values) -> bool:
        """Somebody sends a signal from outside; whether it is taken."""
        if not self._hears(to) or self._too_soon(to):
            return False
        self._note(to, values, "")
        self._deliver()
        return not self.sent[-1].refused

    def go_on(self, name: str) -> bool:
        """Somebody continues the newest run of a campaign after a failure; whether it can be continued."""
        run = self.runs.get(name, [Run({})])[-1]
        if run.status != "failed":
            return False
        self._advance(name, run)
        self._deliver()
        return True

    def _begin(self, name: str, values: Values) -> None:
        its = self.runs.setdefault(name, [])
        for other in its:
            other.status = "stopped" if other.status == "failed" else other.status
        run = Run(values)
        its.append(run)
        self._advance(name, run)

    def _deliver(self) -> None:
        """Signals are taken one after the other, those that they cause in turn after all that were sent before."""
        while self._queue:
            sent = self._queue.popleft()
            if not self._hears(sent.to):
                sent.refused = True
                continue
            waiting = next((one for one in self.runs.get(sent.to, []) if one.waits()), None)
            if waiting is not None:
                sent.run = self.runs[sent.to].index(waiting)
                # The values are for what follows; what the run has passed keeps those that it saw.
                waiting.values = waiting.values | sent.values
                waiting.heard |= {name for name, left in waiting.found.items() if left and left.state == "waiting"}
                self._advance(sent.to, waiting)
            elif self._right(sent.to):
                sent.run = len(self.runs.get(sent.to, []))
                self._begin(sent.to, sent.values)
            else:
                sent.refused = True

    def _hears(self, name: str) -> bool:
        """Whether a signal can start a campaign, or move a run of it on: only once it is published."""
        if name not in self.published:
            return False
        on_signal = self.campaigns[name]["schedule"].get("mode") == "signal"
        return on_signal or any(one.waits() and _listens(one) for one in self.runs.get(name, []))

    def _too_soon(self, name: str) -> bool:
        taken = [one.when for one in self.sent if one.to == name and not one.refused]
        return bool(taken) and self.now - taken[-1] < timedelta(hours=1)

    def _right(self, name: str) -> bool:
        """Whether each End of a campaign names another that can be signalled at all."""
        for node in self.campaigns[name]["nodes"]:
            to = node["settings"].get("signal", {}).get("campaign")
            if to is not None and (to == name or not self._could_hear(to)):
                return False
        return True

    def _could_hear(self, name: str) -> bool:
        raw = self.campaigns[name]
        return raw["schedule"].get("mode") == "signal" or any(one["type"] == "external-signal" for one in raw["nodes"])

    def _note(self, to: str, values: Values, sender: str) -> None:
        self.sent.append(Sent(to, values, sender, self.now))
        self._queue.append(self.sent[-1])

    def _advance(self, name: str, run: Run) -> None:
        raw = self.campaigns[name]
        values = values_of(raw, run.values)
        passed = {node: left for node, left in run.found.items() if left is not None and left.state == "done"}
        nodes = [node | {"settings": resolved(node["settings"], values)} for node in raw["nodes"]]
        run.status = ""
        bears = raw["execution"]["on_error"] == "ignore"
        act = partial(self._act, name, run, values, bears=bears)
        run.found = simulate(raw | {"nodes": nodes}, act=act, passed=passed)
        states = {left.state for left in run.found.values() if left is not None}
        if "failed" in states and not bears:
            run.status = {"suspend": "failed", "abort": "aborted"}[raw["execution"]["on_error"]]
        else:
            run.status = "waiting" if "waiting" in states else "finished"

    def _act(
        self, name: str, run: Run, values: Values, node: str, kind: str, entering: Entering, _left: Left, *, bears: bool
    ) -> str:
        if run.status == "failed" and not bears:
            return "paused"
        if kind == "external-signal":
            return "done" if node in run.heard else "waiting"
        signal = entering.settings.get("signal")
        if kind == "end" and signal is not None:
            if not self._hears(signal["campaign"]) or self._too_soon(signal["campaign"]):
                run.status = "failed"
                return "failed"
            handed = {one["name"]: handed_over(one["value"], values) for one in signal["parameters"]}
            self._note(signal["campaign"], handed, self.campaigns[name]["name"])
        return "done"


def _listens(run: Run) -> bool:
    return any(left is not None and left.state == "waiting" for left in run.found.values())


def values_of(raw: Raw, given: Values) -> Values:
    """What the variables of a campaign hold: what came, else what is declared for the campaign or as a test value."""
    declared: Values = {}
    parameters = [*raw["schedule"].get("parameters", ())]
    for node in raw["nodes"]:
        parameters += node["settings"].get("parameters", ()) if node["type"] == "external-signal" else ()
    for one in raw["variables"]:
        declared.setdefault(one["name"], one["value"])
    for one in parameters:
        declared.setdefault(one["name"], one["test_value"])
    return declared | given


def handed_over(written: str, values: Values) -> str:
    """The value of the variable that is named, else the text as it is written."""
    name = written.removeprefix("$(vars/@").removesuffix(")")
    return values.get(name, written) if written.startswith("$(vars/@") else written


def resolved(settings: Settings, values: Values) -> Settings:
    """The same with the values of the variables that rules and tests name."""
    found: Settings = _resolved(settings, values)
    return found


def _resolved(value: Any, values: Values) -> Any:
    if isinstance(value, list):
        return [_resolved(one, values) for one in value]
    if not isinstance(value, dict):
        return value
    if "variable" not in value:
        return {name: _resolved(one, values) for name, one in value.items()}
    actual = as_typed(value["variable"], values.get(value["variable"]))
    rest = {name: one for name, one in value.items() if name not in {"variable", "source"}}
    if value.get("source") == "variable":
        return rest | {"actual": actual}
    return NOBODY if actual is None else rest | {"value": actual}


def as_typed(name: str, value: str | None) -> Any:
    """A value as its type: `level` is a whole number, and nothing where it does not read as one."""
    if name != "level" or value is None:
        return value
    return int(value) if value.lstrip("-").isdigit() else None
