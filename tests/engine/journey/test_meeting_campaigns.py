"""Campaigns and journeys meet: what one saves, the other starts from. From files, by the command line (section 3.3)."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from engine.cli import app
from engine.problems import EngineError
from engine.runner.lineage import lineage_of
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies

NOBODY = {"kind": "attribute", "attribute": "person_id", "values": ["nobody"]}


class Desk:
    """A workspace of companies on disk, and documents beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        companies(folder / "w").close()

    def write(self, **document: Any) -> str:
        path = self.folder / f"{document['id']}.json"
        path.write_text(json.dumps({"zone": "UTC", "as_of": "2026-01-05T00:00", **document}), encoding="utf-8")
        return str(path)

    def campaign(self, key: str, dimension: str, attribute: str, value: str, **save: Any) -> str:
        rule = {"kind": "condition", "attribute": attribute, "operator": "starts-with", "value": value}
        nodes = [{"id": "who", "type": "build-audience", "settings": {"dimension": dimension, "rule": rule}},
                 {"id": "save", "type": "save-audience", "settings": {"label": key, **save}}]  # fmt: skip
        return self.write(id=key, dimension=dimension, nodes=nodes,
                          transitions=[{"id": "t1", "from": "who", "to": "save"}])  # fmt: skip

    def journey(self, key: str, kind: str, saved: str) -> str:
        nodes = [{"id": "audience", "type": f"{kind}-audience", "settings": {"input": "saved", "saved": saved}},
                 {"id": "end", "type": "end"}]  # fmt: skip
        return self.write(id=key, kind="journey", name=key, nodes=nodes,
                          journey={"type": kind, "schedule": {"end_date": "2026-02-04"}},
                          transitions=[{"id": "t1", "from": "audience", "port": "out", "to": "end"}])  # fmt: skip

    def jalon(self, *words: str, code: int = 0) -> Any:
        done = CliRunner().invoke(app, [*words, "-w", str(self.folder / "w"), "--json"])
        if isinstance(done.exception, EngineError):
            raise done.exception
        assert done.exit_code == code, done.output
        return json.loads(done.stdout)

    def crossed(self, path: str) -> tuple[int | None, int | None]:
        (way,) = self.jalon("run", path)["transitions"]
        return way["accounts"], way["people"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.req("B2B-87", "B2B-98")
def test_what_a_campaign_saved_lets_accounts_and_people_into_journeys(desk: Desk) -> None:
    """Vice presidents are P01 of A1 and P11 of A4; A4 has four people and A1 four who have an address."""
    leaders = desk.campaign("Leaders", "person", "job_title", "VP")
    by_mail = desk.campaign("Mails", "person", "job_title", "VP", identity="email")
    american = desk.campaign("American", "account", "country", "US")
    for path in (leaders, by_mail, american):
        desk.jalon("run", path, "--real")

    assert desk.crossed(desk.journey("j1", "person", "Leaders")) == (None, 2)
    assert desk.crossed(desk.journey("j2", "person", "Mails")) == (None, 2)
    assert desk.crossed(desk.journey("j3", "account", "Leaders")) == (2, 8)
    assert desk.crossed(desk.journey("j4", "account", "Mails")) == (2, 8)
    # A1, A2, A3, A6; A7 has no name.
    assert desk.crossed(desk.journey("j5", "account", "American")) == (4, 10)

    desk.campaign("Leaders", "person", "job_title", "C")  # CTO, CMO, CFO and a consultant
    desk.jalon("run", leaders, "--real")
    assert desk.crossed(str(desk.folder / "j1.json")) == (None, 4), "the members of the last run count"


@pytest.mark.req("B2B-50")
def test_an_audience_that_names_nobody_here_is_a_problem_with_its_fix(desk: Desk) -> None:
    desk.jalon("run", desk.campaign("Firms", "account", "country", "US"), "--real")
    desk.jalon("run", desk.campaign("Titles", "person", "job_title", "VP", identity="job_title"), "--real")

    def problem(path: str) -> tuple[str, str, str]:
        (found,) = [one for one in desk.jalon("check", path, code=1)["problems"] if one["severity"] == "error"]
        return found["code"], found["check"], found["fix"]

    code, check, fix = problem(desk.journey("j1", "person", "Firms"))
    assert (code, check) == ("wrong-audience", "V08")
    assert "person_id or email" in fix
    assert problem(desk.journey("j2", "account", "Titles"))[0] == "wrong-audience"
    assert problem(desk.journey("j3", "account", "Nobody's"))[0] == "unknown-reference"
    assert problem(desk.journey("j4", "account", ""))[:2] == ("missing-setting", "V01")


@pytest.mark.req("B2B-101")
def test_who_crossed_a_journey_is_where_a_campaign_starts(desk: Desk) -> None:
    desk.jalon("run", desk.campaign("Leaders", "person", "job_title", "VP"), "--real")
    accounts, people = desk.journey("Firms", "account", "Leaders"), desk.journey("Persons", "person", "Leaders")

    assert desk.jalon("population", accounts, "t1", "--save", "Reached") == {
        "audience": "Reached", "dimension": "account", "members": 2}  # fmt: skip
    assert desk.jalon("population", people, "t1", "--save", "Met")["members"] == 2
    with pytest.raises(EngineError, match="Another campaign already saves"):
        desk.jalon("population", people, "t1", "--save", "Reached")

    nodes = [{"id": "read", "type": "read-audience", "settings": {"audience": "Reached", "dimension": "account"}},
             {"id": "end", "type": "end"}]  # fmt: skip
    follow_up = desk.write(id="follow-up", dimension="account", nodes=nodes,
                           transitions=[{"id": "t1", "from": "read", "to": "end"}])  # fmt: skip
    shown = desk.jalon("population", follow_up, "t1")
    assert {row["Account ID"] for row in shown["rows"]} == {"A1", "A4"}
    assert desk.crossed(desk.journey("again", "account", "Reached")) == (2, 8), "and another journey does, too"
    with Workspace.open(desk.folder / "w") as workspace:
        reached = workspace.audiences.by_label("Reached")
        assert reached is not None
        assert lineage_of(workspace, reached).writer is None, "the journey is not saved in the workspace"
        reader = (desk.folder / "again.json").read_text(encoding="utf-8")
        workspace.documents.save("again", reader, name="Again", kind="journey")
    with pytest.raises(EngineError, match="of another kind than these rely on: Again"):
        desk.jalon("population", desk.journey("Firms", "person", "Leaders"), "t1", "--save", "Reached")
