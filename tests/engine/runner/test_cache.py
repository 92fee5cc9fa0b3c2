"""The cache of design-time populations: nothing is asked twice, and it does not grow beyond its limit."""

from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp

from engine.database import Cursor, Store, to_text
from engine.document.model import Document
from engine.fingerprints import SqlText
from engine.runner.service import run_document
from engine.workspace import Workspace, populations
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

HALF = {"limit": {"kind": "percent", "value": 50}}


def document(plan: str, *names: str) -> Document:
    """Everybody of a plan, changed to their purchases, in two halves."""
    return campaign(
        [
            build("who", condition("plan", "equal", plan)),
            node("bought", "change-dimension", dimension="purchases"),
            node("halves", "split", subsets=[{"label": one} | HALF for one in names or ("A", "B")]),
        ],
        "who>bought", "bought>halves",
    )  # fmt: skip


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the database is asked, except to evaluate a value that reads no table."""
    found: list[str] = []
    fetch, execute, create = Cursor.fetch, Cursor.execute, Cursor.create

    def fetched(self: Cursor, query: exp.Expr | SqlText) -> list[tuple[Any, ...]]:
        text = to_text(query)
        found.extend([text] if " FROM " in text else [])
        return fetch(self, query)

    def created(self: Cursor, store: Store, table: str, query: exp.Query | SqlText, **how: Any) -> int:
        found.append(to_text(query))
        return create(self, store, table, query, **how)

    def executed(self: Cursor, statement: exp.Expr) -> None:
        found.append(statement.sql())
        execute(self, statement)

    monkeypatch.setattr(Cursor, "fetch", fetched)
    monkeypatch.setattr(Cursor, "execute", executed)
    monkeypatch.setattr(Cursor, "create", created)
    return found


def test_a_label_a_place_and_undo_ask_the_database_nothing(the_shop: Workspace, said: list[str]) -> None:
    first = document("premium")
    moved = [one.model_copy(update={"x": 500.0, "label": "Elsewhere"}) for one in first.nodes]
    before = run_document(the_shop, first)
    assert said
    edited = run_document(the_shop, document("basic"))
    assert edited.transition("t1").rows != before.transition("t1").rows
    said.clear()

    again = [
        run_document(the_shop, one)
        for one in (first, document("premium", "C", "B"), first.model_copy(update={"nodes": tuple(moved)}))
    ]

    assert said == []
    counted = [one.rows for one in before.transitions]
    assert [[one.rows for one in result.transitions] for result in again] == [counted] * 3
    assert [problem.what for problem in again[0].problems] == [problem.what for problem in before.problems]


def test_the_least_recently_used_go_when_there_are_too_many_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(populations, "MOST_CACHED_ROWS", 10)
    with shop(tmp_path) as workspace:
        first = run_document(workspace, document("premium"))
        kept = workspace.populations.names()
        run_document(workspace, document("basic"))

        assert not kept & workspace.populations.names()
        again = run_document(workspace, document("premium"))
        assert [one.rows for one in again.transitions] == [one.rows for one in first.transitions]
        assert workspace.populations.names() == kept
