"""What real runs do to the world, kept by hand: members of audiences, records of the shelf, lines of files, a diary.

A run reads the world as it was when it began; what it does there shows to the next one.
"""

import copy
from dataclasses import dataclass, field
from typing import Any

from tests.engine import twin
from tests.engine.twin import Row
from tests.engine.twins import world
from tests.engine.twins.populations import Entering, Left, Memory, Population, Settings, expression, look
from tests.engine.twins.world import Record

Members = dict[str, Row]


@dataclass
class Audience:
    """The members by identity, and how many came, stayed and left in the last run that wrote them."""

    dimension: str
    members: Members = field(default_factory=dict[str, Row])
    counts: dict[str, int] = field(default_factory=dict[str, int])

    def become(self, members: Members) -> None:
        before, now = set(self.members), set(members)
        self.members = members
        self.counts = {
            "realized": len(now - before),
            "existing": len(now & before),
            "exiting": len(before - now),
        }


@dataclass
class Ledger:
    """The world as the real runs of one campaign leave it."""

    memory: Memory
    audiences: dict[str, Audience] = field(default_factory=dict[str, Audience])
    shelf: list[Record] = field(default_factory=lambda: copy.deepcopy(world.SHELF))
    files: dict[str, list[list[str]]] = field(default_factory=dict[str, list[list[str]]])
    """Name of a file to its lines, without the header."""
    _returned: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict[str, list[tuple[Any, ...]]])

    def act(self, name: str, kind: str, node: Entering, left: Left) -> str:
        """Do what an activity does in a real run; whether it is done, or failed."""
        match kind:
            case "save-audience":
                return "done" if self._save(node) else "failed"
            case "update-data":
                self._update(node)
            case "extract-file":
                self._extract(node)
            case "incremental-query":
                result = left.outputs["result"]
                self._returned[name] = [] if result is None else [tuple(row.values()) for row in result.rows]
            case _:
                pass
        return "done"

    def _save(self, node: Entering) -> bool:
        settings, source = node.settings, node.source
        entering: Members = {}
        for row in twin.by_row_key(source.rows, source.row_key):
            identity = look(source, row, settings["identity"])
            if identity not in {None, ""}:
                entering[str(identity)] = {
                    pick["alias"]: look(source, row, pick["attribute"]) for pick in settings["attributes"]
                }
        mode, before = settings.get("mode", "replace"), self.audiences.get(settings["label"])
        if before is not None and mode == "create":
            return False
        when_empty, dimension = settings.get("when_empty", "write"), source.dimension or ""
        if not entering and when_empty == "fail":
            return False
        if before is not None and not entering and when_empty == "keep":
            return True
        if before is not None and mode == "append" and before.dimension != dimension:
            return False
        saved = self.audiences.setdefault(settings["label"], Audience(dimension))
        saved.dimension = dimension
        saved.become(saved.members | entering if mode == "append" else entering)
        return True

    def _update(self, node: Entering) -> None:
        """Of several rows with one key the last counts; without a key nothing changes."""
        settings, source = node.settings, node.source
        changes: dict[Any, Row] = {}
        for row in twin.by_row_key(source.rows, source.row_key):
            key = expression(source, row, settings["keys"][0]["expression"])
            if key is not None:
                changes[key] = {one["target"]: _new(source, row, one) for one in settings["fields"]}
        operation = settings.get("operation", "insert-or-update")
        there = {one["id"]: one for one in self.shelf}
        for key, new in changes.items():
            counting = {name: value for name, (value, counts) in new.items() if counts}
            if key in there and operation in {"update", "insert-or-update"}:
                there[key] = there[key] | counting
            elif key in there and operation == "delete":
                del there[key]
            elif key not in there and operation in {"insert", "insert-or-update"}:
                there[key] = {"id": key, "owner": None, "amount": None, "note": None} | counting
        self.shelf = sorted(there.values(), key=lambda one: one["id"])

    def _extract(self, node: Entering) -> None:
        settings, source = node.settings, node.source
        if not source.rows and settings["skip_when_empty"]:
            return
        rows = twin.by_row_key(source.rows, source.row_key)
        for sort in reversed(settings["sort"]):
            known = [row for row in rows if look(source, row, sort["attribute"]) is not None]
            known.sort(key=lambda row: look(source, row, sort["attribute"]), reverse=sort["descending"])
            rows = known + [row for row in rows if look(source, row, sort["attribute"]) is None]
        lines = [tuple(_written(source, row, one) for one in settings["columns"]) for row in rows]
        if settings["distinct"]:
            lines = list(dict.fromkeys(lines))
        stem, _, suffix = settings["file_name"].partition(".")
        written = [["" if value is None else str(value) for value in line] for line in lines]
        self.files[f"{stem}_{world.NOW:%Y%m%d_%H%M%S}.{suffix}"] = written

    def end(self, *, failed: bool) -> None:
        """The run is over: the next one sees what it did, and knows what it returned unless something failed."""
        returned, self._returned = self._returned, {}
        for name, keys in returned.items():
            if not failed:
                diary = self.memory.returned.setdefault(name, {})
                self.memory.last_runs[name] = world.NOW
                diary.update(dict.fromkeys(keys, world.NOW))
        for label, audience in self.audiences.items():
            members = [{"_identity": identity} | row for identity, row in audience.members.items()]
            self.memory.audiences[label] = (members, ["team"])


def _new(source: Population, row: Row, field_: Settings) -> tuple[Any, bool]:
    value = expression(source, row, field_["expression"])
    when = field_.get("when")
    if when is None:
        return value, True
    name, least = when.removeprefix("@").split(" > ")
    actual = look(source, row, name)
    return value, actual is not None and actual > int(least)


def _written(source: Population, row: Row, column: Settings) -> Any:
    value = look(source, row, column["attribute"])
    if value is None:
        return None
    match column["transformation"]:
        case "upper":
            return str(value).upper()
        case "lower":
            return str(value).lower()
        case "trim":
            return str(value).strip(" ")
        case _:
            return value
