"""Holds a run of the engine against the simulator: every row of every output, every count, every remark."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.document.model import Document
from engine.runner.populations import StoredPopulation, relation_of
from engine.runner.real import start_real_run
from engine.runner.results import RunResult, State
from engine.runner.service import plan_document, prepare, run_document
from engine.workspace import Workspace
from tests.engine import twin
from tests.engine.twins import files, world
from tests.engine.twins.populations import SEED, Left, Memory, Population
from tests.engine.twins.simulator import simulate
from tests.engine.twins.world import Record

_LINES = [
    ("a@x.fr", "red"), ("b@x.fr", None), (None, "blue"), ("a@x.fr", "red"), ("new@x.fr", "Blue"), ("B@X.FR", "BLUE"),
    (None, None), ("A1", "red"), ("c@x", "é'\"😀"), ("B4", "blue"),
]  # fmt: skip
FILE: list[Record] = [{"_line": line, "mail": mail, "team": team} for line, (mail, team) in enumerate(_LINES, start=2)]
"""The rows of the file to load: duplicates, gaps, other spellings; the header is its first line."""


@dataclass
class Bench:
    """The workspace, and what the simulator knows of files and audiences."""

    workspace: Workspace
    memory: Memory
    path: Path

    @classmethod
    def make(cls, folder: Path) -> "Bench":
        workspace = world.make(folder)
        path = folder / "people.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["mail", "team"])
            writer.writerows([row["mail"], row["team"]] for row in FILE)
        memory = Memory(files={"FILE": FILE})
        for label, identity in (("Saved by id", "id"), ("Saved by mail", "mail")):
            members = save(workspace, label, identity)
            memory.audiences[label] = (members, ["team"])
        return cls(workspace, memory, path)

    def document(self, raw: dict[str, Any], **more: Any) -> Document:
        """The campaign, its file in place."""
        nodes = [
            node | {"settings": self._file(node["settings"])} if node["type"] == "load-file" else node
            for node in raw["nodes"]
        ]
        head = {"id": "campaign", "zone": "Europe/Paris", "as_of": world.NOW.isoformat(), "dimension": "people"}
        return Document.model_validate(head | {"seed": SEED} | raw | {"nodes": nodes} | more)

    def _file(self, settings: dict[str, Any]) -> dict[str, Any]:
        form = settings.get("form")
        if form is not None:
            return files.settings_of(files.write(self.path.parent, form), form)
        return {"path": str(self.path), "layout": {"columns": [{"name": "mail"}, {"name": "team"}]}}

    def compare(self, raw: dict[str, Any], memory: Memory | None = None, **more: Any) -> RunResult:
        """Run a campaign and its simulation; they must agree in everything."""
        document = self.document(raw, **more)
        result = run_document(self.workspace, document)
        assert not [str(problem) for problem in result.problems if problem.is_error]
        expected = simulate(raw, memory or self.memory)
        plan = plan_document(self.workspace, prepare(self.workspace, document))
        for node in raw["nodes"]:
            left = expected[node["id"]]
            found = result.node(node["id"])
            assert found.state is (State.NOT_REACHED if left is None else State.DONE), node
            if left is not None:
                assert found.conserved, node
                assert (node, found.entered, dict(found.reach)) == (node, left.entered, left.reach)
                self._same_outputs(result, plan, node, left)
        return result

    def _same_outputs(self, result: RunResult, plan: Any, node: dict[str, Any], left: Left) -> None:
        shown = {(one.source, one.port): one for one in result.transitions}
        for port, population in left.outputs.items():
            transition = shown[node["id"], port]
            assert transition.active is (port in left.active), (node, port)
            if population is None or not transition.active:
                assert transition.rows is None
                continue
            relation, planned = relation_of(plan, f"{node['id']}:{port}")
            page = StoredPopulation(self.workspace, relation, planned.sources).page(limit=10_000)
            names = [column.name for column in page.columns]
            rows = [dict(zip(names, row, strict=True)) for row in page.rows]
            # A set of no rows still brings its columns along; the simulator knows columns by their rows.
            added = dict.fromkeys(name for name in names if not name.startswith("_"))
            assert Counter(map(frozen, rows)) == Counter(frozen(added | row) for row in population.rows), (node, port)
            assert transition.rows == len(rows)
            assert transition.targets == targets(population), (node, port)
            order = [[row[name] for name in population.row_key] for row in twin.by_row_key(rows, population.row_key)]
            assert [[row[name] for name in population.row_key] for row in rows] == order, (node, port)
        said = {
            problem.code: problem.values["count"]
            for problem in result.problems
            if problem.node == node["id"] and "count" in problem.values
        }
        for code, number in left.remarks.items():
            assert (node, code, said.get(code, 0)) == (node, code, number)


def targets(population: Population) -> int:
    """How many records the rows stand for; lines of a file count as they are."""
    if not population.key:
        return len(population.rows)
    keys = {tuple(row[name] for name in population.key) for row in population.rows}
    return len([key for key in keys if None not in key])


def frozen(value: Any) -> Any:
    """A value that can be counted: lists and dictionaries by content, columns in any order."""
    if isinstance(value, dict):
        return frozenset((name, frozen(one)) for name, one in value.items())
    return tuple(frozen(one) for one in value) if isinstance(value, list) else value


def save(workspace: Workspace, label: str, identity: str) -> list[Record]:
    """Save all people as an audience in a real run; the members it must have: per identity, the last by key."""
    nodes = [
        {"id": "who", "type": "build-audience", "settings": {"dimension": "people"}},
        {"id": "save", "type": "save-audience",
         "settings": {"label": label, "identity": identity, "attributes": [{"attribute": "team"}]}},
    ]  # fmt: skip
    arrows = [{"id": "t", "from": "who", "port": "result", "to": "save"}]
    head = {"id": label, "zone": "Europe/Paris", "as_of": world.NOW.isoformat(), "dimension": "people"}
    start_real_run(workspace, Document.model_validate(head | {"nodes": nodes, "transitions": arrows}))
    members: dict[str, Record] = {}
    for one in world.PEOPLE:
        if one[identity]:
            members[str(one[identity])] = {"_identity": str(one[identity]), "team": one["team"]}
    return list(members.values())
