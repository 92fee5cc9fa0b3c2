"""Generated campaigns that do something: save audiences, write files, change records, remember, wait, start."""

from typing import Any

from hypothesis import strategies as st

from tests.engine.twins.files import FORMS
from tests.engine.twins.strategies import (
    ALONG,
    FIELDS,
    FILTERS,
    RULES,
    SORTS,
    WAYS,
    Builder,
    Output,
    nobody,
    number,
    text,
)

KNOWN = ("Kept", "Grown")
"""The audiences that the campaign has saved before."""
TEAMS = {"people": "team", "people-by-mail": "team", "orders": "buyer/team", "seats": "holder/team",
         "shelf": "keeper/team"}  # fmt: skip
IDENTITIES = {
    "people": ["id", "mail", "boss/mail", "score"],
    "people-by-mail": ["mail", "phone"],
    "orders": ["no", "person", "buyer/mail"],
    "seats": ["seat", "person", "holder/mail"],
    "shelf": ["id", "owner", "note"],
}
KEYS = {
    "people": ["@score", "@boss", "@id"],
    "people-by-mail": ["@score * 2"],
    "orders": ["@person", "@amount"],
    "seats": ["@hall", "@person"],
    "shelf": ["@id", "@owner", "@id * 2"],
}
NUMBER = {"people": "score", "people-by-mail": "boss", "orders": "amount", "seats": "hall", "shelf": "amount"}
TEXT = {"people": "mail", "people-by-mail": "team", "orders": "no", "seats": "colour", "shelf": "note"}
DATES = {"people": "born", "people-by-mail": "born", "orders": "day"}

RULES["shelf"] = number("amount") | text("note") | number("keeper/score") | number("owner")
FILTERS["shelf"] = number("amount") | text("note")
FIELDS["shelf"] = ["note", "amount", "owner"]
SORTS["shelf"] = "amount"
ALONG["shelf"] = "keeper/mail"
WAYS["shelf", "people"] = ["keeper/boss"]


class RealBuilder(Builder):
    """Adds nodes that have effects, and sources that something starts."""

    def source(self) -> None:
        draw = self.draw
        kinds = ["build-audience", "build-audience", "incremental-query", "incremental-query", "read-audience"]
        kind = draw(st.sampled_from([*kinds, "load-file"]))
        dimension = draw(st.sampled_from(["people", "orders", "seats", "people-by-mail", "shelf", "shelf"]))
        rule = draw(st.none() | RULES[dimension] | st.just(nobody(dimension)))
        more: dict[str, Any] = {"dimension": dimension, "rule": rule}
        started = self._started()
        match kind:
            case "load-file":
                self.add(kind, {"path": "FILE", "form": draw(FORMS)}, started, ["result"], None)
                return
            case "read-audience":
                dimension = draw(st.sampled_from(["people", "people-by-mail"]))
                label = draw(st.sampled_from(["Saved by id", "Saved by mail", *KNOWN]))
                picks = [{"attribute": "team", "alias": "was"}, {"attribute": "boss/score", "alias": "over"}]
                more = {"dimension": dimension, "audience": label, "attributes": picks}
            case "build-audience":
                more["emit_when_empty"] = draw(st.booleans())
                if started and started[0].dimension == dimension:
                    more["restrict_to_inbound"] = draw(st.booleans())
            case _:
                more |= self._increment(dimension)
        self.add(kind, more, started, ["result"], dimension)

    def _started(self) -> list[Output]:
        """What starts a source: nothing, the scheduler, a wait, or people who came before."""
        draw = self.draw
        kind = draw(st.sampled_from(["", "", "scheduler", "wait", "population"]))
        if kind == "population":
            return [draw(st.sampled_from(self.open))] if self.open else []
        if not kind or (kind == "scheduler" and any(one["type"] == kind for one in self.nodes)):
            return []
        settings = {"amount": 2, "unit": "hour"} if kind == "wait" else {}
        self.add(kind, settings, [], ["result"], "nothing")
        return [self.open[-1]]

    def _increment(self, dimension: str) -> dict[str, Any]:
        draw = self.draw
        if dimension in DATES and draw(st.booleans()):
            last = draw(st.none() | st.sampled_from(["2025-08-15T00:00", "2025-09-30T12:00"]))
            return {"mode": "date", "date_field": DATES[dimension], "last_execution": last}
        return {"history_days": draw(st.sampled_from([0, 0, 1, 3]))}

    def step(self) -> None:
        draw = self.draw
        one = draw(st.sampled_from(self.open))
        if one.dimension is None or draw(st.integers(0, 2)) == 0:
            super().step()
            return
        kind = draw(st.sampled_from(["keep", "keep", "update", "update", "extract", "end"]))
        getattr(self, "_" + kind)(one)

    def _message(self, one: Output, _partners: list[Output]) -> None:
        """Messages are simulated elsewhere; here they would add people to the world."""
        self._wait(one, _partners)

    def _save_audience(self, one: Output, _partners: list[Output]) -> None:
        self._keep(one)

    def _keep(self, one: Output) -> None:
        draw = self.draw
        dimension = one.dimension or ""
        taken = {node["settings"]["label"] for node in self.nodes if node["type"] == "save-audience"}
        labels = [label for label in KNOWN if label not in taken] + [f"New {len(self.nodes)}"]
        settings = {
            "label": draw(st.sampled_from(labels)),
            "identity": draw(st.sampled_from(IDENTITIES[dimension])),
            "attributes": [{"attribute": TEAMS[dimension], "alias": "team"}],
            "mode": draw(st.sampled_from(["replace", "append", "append", "create"])),
            "when_empty": draw(st.sampled_from(["write", "keep", "fail"])),
            "outbound": draw(st.booleans()),
        }
        self.add("save-audience", settings, [one], ["result"] if settings["outbound"] else [], dimension)

    def _update(self, one: Output) -> None:
        draw = self.draw
        dimension = one.dimension or ""
        operation = draw(st.sampled_from(["insert-or-update", "insert", "update", "delete"]))
        condition = f"@{NUMBER[dimension]} > 1"
        amount = {"target": "amount", "expression": f"@{NUMBER[dimension]} * 2"}
        fields = [amount | {"when": draw(st.none() | st.just(condition))},
                  {"target": "note", "expression": f"@{TEXT[dimension]}"}]  # fmt: skip
        settings = {
            "table": "shelf",
            "operation": operation,
            "keys": [{"target": "id", "expression": draw(st.sampled_from(KEYS[dimension]))}],
            "fields": fields if operation != "delete" or draw(st.booleans()) else [],
            "outbound": draw(st.booleans()),
        }
        self.add("update-data", settings, [one], ["result"] if settings["outbound"] else [], dimension)

    def _extract(self, one: Output) -> None:
        draw = self.draw
        dimension = one.dimension or ""
        kind = draw(st.sampled_from(["csv", "csv", "text", "fixed", "xml", "parquet", "excel"]))
        names = [*FIELDS[dimension], ALONG[dimension]]
        change = st.sampled_from(["none", "upper", "lower", "trim"])
        columns = [
            {"attribute": name, "label": label, "transformation": draw(change), "width": draw(st.sampled_from([2, 20]))}
            for name, label in zip(names, ['A "one"; or, two', "B|b", "<C & c>", "D é"], strict=False)
        ]
        sort = st.fixed_dictionaries({"attribute": st.sampled_from(names), "descending": st.booleans()})
        distinct = draw(st.booleans())
        suffix = {"text": "txt", "fixed": "txt", "excel": "xlsx"}.get(kind, kind)
        settings = {
            "file_name": f"n{len(self.nodes)}.{suffix}",
            "format": kind,
            "columns": columns,
            "distinct": distinct,
            "sort": [] if distinct else draw(st.lists(sort, max_size=2)),
            "delimiter": draw(st.sampled_from([",", ";", "|"])),
            "quote": draw(st.sampled_from(['"', "'"])),
            "encoding": draw(st.sampled_from(["utf-8", "utf-16"])),
            "header": draw(st.booleans()),
            "skip_when_empty": draw(st.booleans()),
            "outbound": draw(st.booleans()),
            "error_output": draw(st.booleans()),
        }
        ports = [name for name, wanted in (("result", "outbound"), ("error", "error_output")) if settings[wanted]]
        self.add("extract-file", settings, [one], ports, dimension)

    def _end(self, one: Output) -> None:
        self.add("end", {}, [one], [], None)


@st.composite
def real_campaigns(draw: Any) -> dict[str, Any]:
    """A campaign with effects as JSON, like those of `campaigns`."""
    builder = RealBuilder(draw)
    for _ in range(draw(st.integers(1, 3))):
        builder.source()
    for _ in range(draw(st.integers(1, 6))):
        if builder.open:
            builder.step()
    return {"nodes": builder.nodes, "transitions": builder.arrows}


RUNS = st.lists(st.sampled_from([1, 23, 24, 25, 73]), min_size=1, max_size=3)
"""How many hours lie before each run."""
