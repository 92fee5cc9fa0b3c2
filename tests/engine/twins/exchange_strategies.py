"""Generated campaigns that signal each other, and what people do with them over days."""

from typing import Any

from hypothesis import strategies as st

from tests.engine.twins.strategies import ORDERED, RULES, Builder, Output, nobody

COMPARED = [one for one in ORDERED if one != "not-equal"]
LEVELS = st.sampled_from(["-1", "0", "1", "3", "many"])
TEAMS = st.sampled_from(["red", "blue", "é'\"😀", ""])
VALUES: dict[str, st.SearchStrategy[str]] = {"level": LEVELS, "team": TEAMS, "extra": st.sampled_from(["", "x"])}
"""The values of each parameter; nobody declares `extra`."""
TYPES = {"level": "integer", "team": "string"}
BY_VARIABLE = st.sampled_from(
    [{"kind": "condition", "attribute": "score", "operator": one, "variable": "level"} for one in COMPARED]
    + [{"kind": "condition", "attribute": "team", "operator": "equal", "variable": "team"}]
)


class SignallingBuilder(Builder):
    """Adds nodes that wait for signals, that depend on what those bring, and that send some."""

    def __init__(self, draw: Any, others: list[str]) -> None:
        super().__init__(draw)
        self._others = others

    def source(self) -> None:
        draw = self.draw
        started: list[Output] = []
        if draw(st.integers(0, 3)) == 0:
            self._wait_for_signal([])
            started = [self.open[-1]]
        rule = draw(BY_VARIABLE | BY_VARIABLE | RULES["people"] | st.just(nobody("people")))
        settings = {"dimension": "people", "rule": rule, "emit_when_empty": draw(st.booleans())}
        self.add("build-audience", settings, started, ["result"], "people")

    def step(self) -> None:
        draw = self.draw
        one = draw(st.sampled_from(self.open))
        match draw(st.sampled_from(["end", "end", "end", "signal", "test", "fork", "source"])):
            case "end":
                self._end(one)
            case "signal":
                self._wait_for_signal([one])
            case "test":
                self._test(one, [])
            case "fork":
                self._fork(one, [])
            case _:
                settings = {"dimension": "people", "rule": draw(BY_VARIABLE)}
                self.add("build-audience", settings, [one], ["result"], "people")

    def _end(self, one: Output) -> None:
        draw = self.draw
        value = st.sampled_from(["$(vars/@level)", "$(vars/@team)", "$(vars/@extra)", "1", "red"])
        handed = draw(st.dictionaries(st.sampled_from(list(VALUES)), value, max_size=3))
        parameters = [{"name": name, "value": value} for name, value in handed.items()]
        signal = {"campaign": draw(st.sampled_from(self._others)), "parameters": parameters}
        self.add("end", {"signal": signal}, [one], [], None)

    def _test(self, one: Output, _partners: list[Output]) -> None:
        draw = self.draw
        of_level = st.fixed_dictionaries({"source": st.just("variable"), "variable": st.just("level"),
            "operator": st.sampled_from(ORDERED), "value": st.sampled_from([0, 1, 3])})  # fmt: skip
        of_team = st.fixed_dictionaries({"source": st.just("variable"), "variable": st.just("team"),
            "operator": st.sampled_from(["equal", "not-equal", "contains"]), "value": TEAMS})  # fmt: skip
        of_count = st.fixed_dictionaries({"operator": st.sampled_from(ORDERED), "value": st.sampled_from([0, 1, 10])})
        conditions = draw(st.lists(of_level | of_team | of_count, min_size=1, max_size=2))
        settings = {"conditions": conditions, "default_branch": draw(st.booleans())}
        ports = [f"condition:{place}" for place in range(1, len(conditions) + 1)]
        self.add("test", settings, [one], ports + (["default"] if settings["default_branch"] else []), "people")

    def _wait_for_signal(self, before: list[Output]) -> None:
        self.add("external-signal", {"parameters": _parameters(self.draw)}, before, ["result"], "people")


def _parameters(draw: Any) -> list[dict[str, Any]]:
    names = draw(st.lists(st.sampled_from(list(TYPES)), max_size=2, unique=True))
    return [{"name": name, "type": TYPES[name], "test_value": draw(VALUES[name])} for name in names]


@st.composite
def exchanges(draw: Any) -> dict[str, dict[str, Any]]:
    """Two to four campaigns by name; most are started by signals, and their Ends signal each other."""
    names = [f"c{number}" for number in range(draw(st.integers(2, 4)))]
    on_signal = {name: draw(st.integers(0, 3)) > 0 for name in names}
    found: dict[str, dict[str, Any]] = {}
    for name in names:
        others = [one for one in names if one != name]
        likely = [one for one in others if on_signal[one]]
        builder = SignallingBuilder(draw, likely or others)
        for _ in range(draw(st.integers(1, 2))):
            builder.source()
        for _ in range(draw(st.integers(1, 5))):
            if builder.open:
                builder.step()
        parameters = _parameters(draw)
        own = [one for one in TYPES if not on_signal[name] or one not in {known["name"] for known in parameters}]
        found[name] = {
            "name": name.upper(),
            "nodes": builder.nodes,
            "transitions": builder.arrows,
            "schedule": {"mode": "signal", "parameters": parameters} if on_signal[name] else {},
            "variables": [{"name": one, "type": TYPES[one], "value": draw(VALUES[one])} for one in own],
            "execution": {"on_error": draw(st.sampled_from(["ignore", "suspend", "suspend", "abort"]))},
        }
    return found


@st.composite
def happenings(draw: Any) -> list[dict[str, Any]]:
    """What happens, one after the other: somebody runs, signals, publishes, takes back or continues a campaign."""
    one = st.fixed_dictionaries({
        "minutes": st.sampled_from([0, 1, 59, 60, 61, 1500]),
        "what": st.sampled_from(["start", "start", "signal", "signal", "signal", "publish", "take back", "go on"]),
        "whom": st.integers(0, 3),
        "values": st.fixed_dictionaries({}, optional=VALUES),
    })  # fmt: skip
    found: list[dict[str, Any]] = draw(st.lists(one, min_size=2, max_size=8))
    return found
