"""Runs journeys for tests and reads what is stored of them, with the ids that people know."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.document.files import read_document
from engine.document.model import Document
from engine.journey.calendar import moment
from engine.journey.options import RunOptions
from engine.journey.simulate import Stored
from engine.runner.journeys import run_journey
from engine.runner.results import RunResult
from engine.trees import number, query
from engine.workspace import Workspace

DOCUMENTS = Path(__file__).parent / "documents"


def document(name: str) -> Document:
    """A document of the specification's examples."""
    return read_document(DOCUMENTS / f"{name}.json")


class Rehearsal:
    """A run and its stored rows."""

    def __init__(self, workspace: Workspace, subject: Document, **options: Any) -> None:
        self.result: RunResult = run_journey(workspace, subject, options=RunOptions.model_validate(options))
        assert [str(problem) for problem in self.result.problems if problem.is_error] == []
        self._workspace = workspace
        self._stored = Stored(self.result.nodes[0].population or "")
        names = [node.id for node in self.result.nodes]
        self._ranks = dict(zip(names, range(1, len(names) + 1), strict=True))

    def crossed(self, transition: str) -> tuple[int | None, int | None]:
        """The accounts and people of a transition, by its id or as "node:port"."""
        for one in self.result.transitions:
            if transition in {one.id, f"{one.source}:{one.port}"}:
                return one.accounts, one.people
        raise AssertionError(transition)

    def outcomes(self, node: str) -> Mapping[str, int]:
        """What came of an action."""
        return self.result.node(node).outcomes

    def moves(self, node: str) -> dict[str, tuple[str | None, datetime]]:
        """Account (or person) to how and when it left a node; for one entry each."""
        rows = self._rows(
            "SELECT COALESCE(a.account_id, p.person_id) AS id, COALESCE(c.port, c.reason) AS way, c.at_out FROM c AS c"
            " LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = c.person"
            " WHERE c.rank = $rank",
            node,
            c="crossings",
        )
        return {key: (way, moment(min(at, 4_000_000_000_000_000))) for key, way, at in rows}

    def acts(self, node: str) -> set[tuple[str | None, str | None, str]]:
        """Account, person and outcome of an action, one per entity."""
        rows = self._rows(
            "SELECT a.account_id, p.person_id, c.outcome FROM c AS c"
            " LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = c.person"
            " WHERE c.rank = $rank",
            node,
            c="acts",
        )
        return set(rows)

    def details(self, node: str, column: str) -> set[str | None]:
        """What is recorded beside the outcomes of an action in one column."""
        rows = self._rows(f"SELECT DISTINCT c.{column} FROM c AS c WHERE c.rank = $rank", node, c="acts")
        return {value for (value,) in rows}

    def values(self, node: str) -> dict[str, tuple[str | None, str | None]]:
        """Account or person to the value before and after."""
        rows = self._rows(
            "SELECT COALESCE(p.person_id, a.account_id) AS id, c.before, c.after FROM c AS c"
            " LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = c.person"
            " WHERE c.rank = $rank",
            node,
            c="acts",
        )
        return {key: (before, after) for key, before, after in rows}

    def entries(self) -> list[tuple[str, int, datetime]]:
        """Account (or person), entry number and instant of each entry, in order."""
        found = query(
            "SELECT COALESCE(a.account_id, p.person_id) AS id, t.entry, t.entered FROM t AS t"
            " LEFT JOIN a AS a ON a.account = t.account LEFT JOIN p AS p ON p.person = t.person ORDER BY 3, 1",
            t=self._stored.table("tokens"), a=self._stored.table("accounts"), p=self._stored.table("persons"),
        )  # fmt: skip
        rows = self._workspace.database.reader.run(lambda cursor: cursor.fetch(found))
        return [(key, entry, moment(at)) for key, entry, at in rows]

    def excluded(self) -> list[tuple[str, str]]:
        """The accounts that were left out, and why."""
        found = query("SELECT a.account_id, x.reason FROM x AS x JOIN a AS a ON a.account = x.account ORDER BY 1",
                      x=self._stored.table("excluded"), a=self._stored.table("accounts"))  # fmt: skip
        return [*self._workspace.database.reader.run(lambda cursor: cursor.fetch(found))]

    def outcomes_of_rank(self, rank: int) -> dict[str, int]:
        """What came of an action of a journey that ran with this one, by its place among all nodes."""
        found = query("SELECT c.outcome, COUNT(*) FROM c AS c WHERE c.rank = $rank GROUP BY c.outcome",
                      c=self._stored.table("acts"), rank=number(rank))  # fmt: skip
        return dict(self._workspace.database.reader.run(lambda cursor: cursor.fetch(found)))

    def tokens(self, journey: int) -> list[tuple[str, int, datetime, datetime | None, str | None]]:
        """The tokens of one of the journeys that ran together: who, which entry, when in, when out, and why."""
        found = query(
            "SELECT COALESCE(a.account_id, p.person_id) AS id, t.entry, t.entered, t.exited, t.reason FROM t AS t"
            " LEFT JOIN a AS a ON a.account = t.account LEFT JOIN p AS p ON p.person = t.person"
            " WHERE t.journey = $journey ORDER BY 3, 1",
            t=self._stored.table("tokens"), a=self._stored.table("accounts"), p=self._stored.table("persons"),
            journey=number(journey),
        )  # fmt: skip
        rows = self._workspace.database.reader.run(lambda cursor: cursor.fetch(found))
        return [
            (key, entry, moment(at), None if out is None else moment(out), why) for key, entry, at, out, why in rows
        ]

    def _rows(self, text: str, node: str, c: str) -> list[tuple[Any, ...]]:
        found = query(
            text, c=self._stored.table(c), a=self._stored.table("accounts"), p=self._stored.table("persons"),
            rank=number(self._ranks[node]),
        )  # fmt: skip
        return self._workspace.database.reader.run(lambda cursor: cursor.fetch(found))
