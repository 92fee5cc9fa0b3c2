"""Holds real runs of a campaign against the ledger: states, counts, audiences, records, files, run after run."""

import csv
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import fastexcel
import pyarrow.parquet as pq
import pytest
from sqlglot import exp

from engine.database import Store, stored
from engine.document.model import Document
from engine.runner.real import continue_run, start_real_run
from engine.runner.results import RunResult, State
from engine.workspace import Workspace
from tests.engine.twins import world
from tests.engine.twins.agreement import Bench, targets
from tests.engine.twins.ledger import Audience, Ledger
from tests.engine.twins.populations import Left, Memory
from tests.engine.twins.real_strategies import KNOWN
from tests.engine.twins.simulator import simulate

MOST_WAITS = 20
Raw = dict[str, Any]


class RealBench:
    """One campaign and the world that its real runs change, which is put back as it was at the end."""

    def __init__(self, bench: Bench, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self._bench = bench
        self._workspace = bench.workspace
        self._folder = folder
        self._name = name
        self._patch = monkeypatch
        self._memory = Memory(audiences=dict(bench.memory.audiences), files=bench.memory.files)
        self._ledger = Ledger(self._memory)

    def follow(self, raw: Raw, hours: list[int]) -> None:
        """Run the campaign after so many hours each; every time all must agree."""
        raw = _with_labels(raw, self._name)
        with self._patch.context() as patch:
            patch.setitem(world.RECORDS, "shelf", world.SHELF)
            patch.setattr(world, "NOW", world.NOW)
            self._tidy()
            self._save_first()
            for later in hours:
                patch.setattr(world, "NOW", world.NOW + timedelta(hours=later))
                self._once(raw)
                patch.setitem(world.RECORDS, "shelf", self._ledger.shelf)

    def _tidy(self) -> None:
        """What campaigns before have left behind goes."""
        for path in (self._workspace.files / "exports").glob("*"):
            path.unlink()
        if rows_of(self._workspace, "shelf") != sorted(world.SHELF, key=lambda row: str(row["id"])):
            world.load(self._workspace, self._folder, "shelf", world.SHELF)

    def _document(self, raw: Raw) -> Document:
        return self._bench.document(raw, id=self._name, as_of=world.NOW.isoformat(), execution={"on_error": "ignore"})

    def _save_first(self) -> None:
        """The audiences that the campaign may read or add to: people as they are, by their id."""
        nodes: list[Raw] = [
            {"id": "all", "type": "build-audience", "settings": {"dimension": "people"}},
            {"id": "fork", "type": "fork", "settings": {"transitions": [{} for _ in KNOWN]}},
        ]
        arrows = [{"id": "a", "from": "all", "port": "result", "to": "fork"}]
        for place, label in enumerate(KNOWN, start=1):
            own = f"{label} {self._name}"
            settings = {"label": own, "identity": "id",
                        "attributes": [{"attribute": "team", "alias": "team"}]}  # fmt: skip
            nodes.append({"id": f"first{place}", "type": "save-audience", "settings": settings})
            arrows.append({"id": f"b{place}", "from": "fork", "port": f"branch:{place}", "to": f"first{place}"})
            members = {str(one["id"]): {"team": one["team"]} for one in world.PEOPLE}
            self._ledger.audiences[own] = Audience("people")
            self._ledger.audiences[own].become(members)
        assert start_real_run(self._workspace, self._document({"nodes": nodes, "transitions": arrows})).ok
        self._ledger.end(failed=False)

    def _once(self, raw: Raw) -> None:
        self._bench.compare(raw, self._memory, id=self._name, as_of=world.NOW.isoformat())
        expected = simulate(raw, self._memory, self._ledger.act)
        failed = any(left is not None and left.failed for left in expected.values())

        result = start_real_run(self._workspace, self._document(raw))
        for waited in range(1, MOST_WAITS):
            if State.WAITING not in {one.state for one in result.nodes}:
                break
            result = continue_run(self._workspace, result.run or "", now=_later(waited))

        assert "database-fault" not in {one.code for one in result.problems}
        self._ledger.end(failed=failed)
        for node in raw["nodes"]:
            self._same(result, node, expected[node["id"]])
        self._same_audiences()
        assert rows_of(self._workspace, "shelf") == sorted(self._ledger.shelf, key=lambda row: str(row["id"]))
        self._same_files(raw)

    def _same(self, result: RunResult, node: Raw, left: Left | None) -> None:
        found = result.node(node["id"])
        if left is None:
            assert found.state is State.NOT_REACHED, node
            return
        assert found.state is (State.FAILED if left.failed else State.DONE), (node, found.note)
        if left.failed:
            return
        assert (node, found.entered) == (node, left.entered)
        shown = {one.port: one for one in result.transitions if one.source == node["id"]}
        for port, population in left.outputs.items():
            assert shown[port].active is (port in left.active), (node, port)
            if population is not None and port in left.active:
                counts = (len(population.rows), targets(population))
                assert (node, port, shown[port].rows, shown[port].targets) == (node, port, *counts)

    def _same_audiences(self) -> None:
        for label, audience in self._ledger.audiences.items():
            saved = self._workspace.audiences.by_label(label)
            assert saved is not None, label
            query = exp.select('"_identity"', '"team"').from_(stored(Store.DATA, saved.physical))
            found = sorted(fetched(self._workspace, query), key=str)
            assert found == sorted(((one, row["team"]) for one, row in audience.members.items()), key=str), label
            assert (label, dict(saved.counts)) == (label, audience.counts)

    def _same_files(self, raw: Raw) -> None:
        folder = self._workspace.files / "exports"
        there = {one.name: one for one in folder.iterdir()} if folder.is_dir() else {}
        assert set(there) == set(self._ledger.files)
        settings = {one["settings"]["file_name"].partition(".")[0]: one["settings"]
                    for one in raw["nodes"] if one["type"] == "extract-file"}  # fmt: skip
        for name, lines in self._ledger.files.items():
            its = settings[name.partition("_")[0]]
            found = read_lines(there[name], its)
            expected = fixed(lines, its) if its["format"] == "fixed" else lines
            if its["format"] == "excel":
                # The reader passes over rows of which every cell is empty.
                found, expected = ([line for line in lines if any(line)] for lines in (found, expected))
            if its["distinct"]:
                found, expected = sorted(found), sorted(expected)
            assert (name, found) == (name, expected)
            there[name].unlink()
        self._ledger.files.clear()


def _with_labels(raw: Raw, name: str) -> Raw:
    """The same, its own audiences named after it: a label belongs to one campaign."""
    nodes = [
        node | {"settings": node["settings"] | {
            field: f"{node['settings'][field]} {name}" for field in ("label", "audience")
            if field in node["settings"] and not node["settings"][field].startswith("Saved")
        }}
        for node in raw["nodes"]
    ]  # fmt: skip
    return raw | {"nodes": nodes}


def _later(waited: int) -> datetime:
    return world.NOW + timedelta(hours=4 * waited)


def read_lines(path: Path, settings: Raw) -> list[list[str]]:
    """What a file holds, as texts, without its header."""
    match settings["format"]:
        case "parquet":
            table = pq.read_table(path)
            columns = [table.column(name).to_pylist() for name in table.column_names]
            return [["" if one is None else str(one) for one in row] for row in zip(*columns, strict=True)]
        case "excel":
            frame = fastexcel.read_excel(path).load_sheet(0, dtypes="string").to_arrow()
            columns = [one.to_pylist() for one in frame.columns]
            return [[one or "" for one in row] for row in zip(*columns, strict=True)]
        case "xml":
            rows = ET.fromstring(path.read_bytes()).findall("row")
            return [[value.text or "" for value in row.findall("value")] for row in rows]
        case "fixed":
            with path.open(encoding=settings["encoding"], newline="") as file:
                lines = [[line] for line in file.read().split("\n")[:-1]]
        case kind:
            delimiter = "\t" if kind == "text" and settings["delimiter"] == "," else settings["delimiter"]
            with path.open(encoding=settings["encoding"], newline="") as file:
                lines = list(csv.reader(file, delimiter=delimiter, quotechar=settings["quote"]))
    if settings["header"]:
        assert lines.pop(0) == header(settings)
    return lines


def header(settings: Raw) -> list[str]:
    """The first line of a text file."""
    labels = [one["label"] for one in settings["columns"]]
    return fixed([labels], settings)[0] if settings["format"] == "fixed" else labels


def fixed(lines: list[list[str]], settings: Raw) -> list[list[str]]:
    """Lines of a fixed-width file: each one text."""
    widths = [one["width"] for one in settings["columns"]]
    return [["".join(value[:width].ljust(width) for value, width in zip(line, widths, strict=True))] for line in lines]


def rows_of(workspace: Workspace, name: str) -> list[dict[str, Any]]:
    """All records of a table, by key."""
    current = workspace.datasets.current(name)
    assert current is not None
    names = [one.name for one in workspace.catalog().table_by_name[name].attributes]
    query = exp.select(*(exp.column(one, quoted=True) for one in names)).from_(stored(Store.DATA, current.physical))
    return sorted(
        (dict(zip(names, row, strict=True)) for row in fetched(workspace, query)), key=lambda row: str(row[names[0]])
    )


def fetched(workspace: Workspace, query: exp.Select) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    return workspace.database.reader.run(lambda cursor: cursor.fetch(query))
