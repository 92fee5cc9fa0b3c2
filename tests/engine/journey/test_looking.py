"""What can be asked of a rehearsed journey: the rows behind a count, why a path was taken, counts at any instant."""

import csv
import json
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from engine.cli import app
from engine.document.model import Document
from engine.journey.calendar import micros
from engine.journey.checking import check_journey
from engine.journey.counting import count
from engine.journey.options import RunOptions
from engine.journey.simulate import Simulated, Stored
from engine.problems import EngineError
from engine.runner.journey_paths import tell_path
from engine.runner.journey_populations import PEOPLE, Seen, find_journey_population
from engine.runner.journey_views import JourneyPopulation, why_path
from engine.runner.journeys import run_journey, world_of_journey
from engine.runner.views import Look
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import DOCUMENTS, Rehearsal, document


@pytest.mark.req("B2B-16")
def test_the_list_behind_a_count_has_as_many_rows_and_can_be_searched_and_written(
    the_companies: Workspace, tmp_path: Path
) -> None:
    subject = document("e1-value-tiers")
    found = JourneyPopulation(the_companies, subject, "audience:out")

    assert found.page().total == 7
    assert [row[1] for row in found.page(search="acorn").rows] == ["A1"]
    assert found.export(tmp_path / "rows.csv") == 7
    with (tmp_path / "rows.csv").open(newline="") as file:
        assert [row["Account ID"] for row in csv.DictReader(file)] == ["A1", "A2", "A3", "A4", "A5", "A6", "A8"]
    people = JourneyPopulation(the_companies, subject, "leaders:path:leaders").page()
    assert [row[0] for row in people.rows] == ["P08"]


@pytest.mark.req("B2B-15", "B2B-16")
@pytest.mark.parametrize("membership", ["dynamic", "frozen"])
def test_the_people_beside_the_accounts_are_listed_as_many_as_are_counted(tmp_path: Path, membership: str) -> None:
    seen = Seen(RunOptions.model_validate({"people_membership": membership}))
    compared = 0
    with companies(tmp_path / "w") as workspace:
        for name in ("e1-value-tiers", "e8-re-entry-from-end", "e12-role-in-account", "e18-wait", "wait-then-mail"):
            subject = document(name)
            result = run_journey(workspace, subject, options=seen.options)
            for one in result.transitions:
                if one.accounts is None or not one.people:
                    continue
                found = find_journey_population(workspace, subject, f"{one.source}:{one.port}", seen, who=PEOPLE)
                assert found.look(Look()).total == one.people, (name, one.source, one.port)
                compared += 1
            subject_at = Seen(seen.options, micros(datetime(2026, 1, 8)))
            if name == "e1-value-tiers":
                # The worked example, three days on: one account with four people listens no more.
                found = find_journey_population(workspace, subject, "t4", subject_at, who=PEOPLE)
                assert found.look(Look()).total == 4
    assert compared > 12


@pytest.mark.req("B2B-16")
@pytest.mark.parametrize("membership", ["dynamic", "frozen"])
def test_the_way_of_a_person_is_that_of_its_account_and_an_unknown_one_is_told(
    the_companies: Workspace, membership: str
) -> None:
    subject = document("e1-value-tiers")
    seen = Seen(RunOptions.model_validate({"people_membership": membership}))
    run_journey(the_companies, subject, options=seen.options)
    along = find_journey_population(the_companies, subject, "audience:out", seen, who=PEOPLE).page(0, 100)
    for person, account in sorted({(str(row[0]), str(row[2])) for row in along.rows})[:3]:
        mine = [(one.node, one.port) for one in tell_path(the_companies, subject, person, seen) if not one.outcome]
        theirs = [(one.node, one.port) for one in tell_path(the_companies, subject, account, seen) if not one.outcome]
        assert set(theirs) <= set(mine), (person, account)
    with pytest.raises(EngineError) as unknown:
        tell_path(the_companies, subject, "XX", seen)
    assert "XX" in str(unknown.value.problem.what)


def test_what_no_rehearsal_can_fill_says_that_problems_are_to_be_mended(the_companies: Workspace) -> None:
    subject = document("e1-value-tiers")
    seen = Seen(until=0)
    with pytest.raises(EngineError) as waiting:
        find_journey_population(the_companies, subject.model_copy(update={"id": "unseen"}), "audience:out", seen)
    without = subject.model_copy(update={"nodes": subject.nodes[1:], "transitions": ()})
    with pytest.raises(EngineError) as blocked:
        find_journey_population(the_companies, without, f"{subject.nodes[1].id}:out", seen)

    assert waiting.value.problem.fix == "Wait for the rehearsal, or start it."
    assert blocked.value.problem.fix == "Mend them first: see Problems."


@pytest.mark.req("B2B-11", "B2B-402")
def test_why_an_account_took_a_path_with_the_values_that_were_compared(the_companies: Workspace) -> None:
    lines = why_path(the_companies, document("e1-value-tiers"), "tiers", "A3")

    told = [(line.path, line.filter, line.value, line.holds) for line in lines]
    assert ("US high", "annual_revenue greater-than 100000", "75000.00", False) in told
    assert ("US medium", "annual_revenue less-than 100000", "75000.00", True) in told
    assert {line.taken for line in lines} == {"path:medium"}


@pytest.mark.req("B2B-31")
def test_who_is_inside_at_the_end_of_the_journey_leaves_it_there(the_companies: Workspace) -> None:
    subject = document("e1-value-tiers")
    schedule = {"type": "account", "schedule": {"end_date": "2026-01-08"}}
    found = Rehearsal(the_companies, subject.model_copy(update={"journey": schedule}))

    assert found.result.journey is not None
    assert found.result.journey["exits"] == {"completed": 4, "journey_ended": 3}
    assert found.result.journey["in_progress"] == 0
    assert found.result.node("opened").dropped == {"journey_ended": 1}
    assert all(node.conserved for node in found.result.nodes)


@pytest.mark.req("B2B-9")
@pytest.mark.parametrize("until", ["2026-01-05T00:00", "2026-01-06T09:59", "2026-01-08T00:00", "2026-01-20T00:00"])
def test_counts_at_an_instant_are_those_of_a_run_that_ends_there(the_companies: Workspace, until: str) -> None:
    subject = document("e1-value-tiers")
    whole = Rehearsal(the_companies, subject)
    short = Rehearsal(the_companies, subject, sim_end=until) if until > "2026-01-05T00:00" else None
    plan = check_journey(subject, world_of_journey(the_companies, subject)[0]).plan
    start, end = micros(datetime(2026, 1, 5)), micros(datetime(2026, 2, 4))
    run = Simulated(Stored(whole.result.nodes[0].population or ""), start, end, 1, 0)
    then = the_companies.database.reader.run(
        lambda cursor: count(cursor, plan, run, micros(datetime.fromisoformat(until)))
    )

    assert all(node.conserved for node in then.nodes.values())
    if short is None:
        assert then.entered == 7
        return
    for one in short.result.transitions:
        rank = next(node.rank for node in plan.nodes if node.id == one.source)
        if plan.at(rank).group is None:
            assert then.edges.get((rank, one.port), (0, 0, 0))[::2] == (one.accounts, one.people)


def test_the_command_line_runs_lists_and_explains(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    companies(folder).close()
    path = str(DOCUMENTS / "e1-value-tiers.json")

    def jalon(*words: str) -> object:
        done = CliRunner().invoke(app, [*words, "-w", str(folder), "--json"])
        assert done.exit_code == 0, done.output
        return json.loads(done.output)

    ran = jalon("run", path, "--set", "sim_end=2026-01-08T00:00")
    assert isinstance(ran, dict)
    assert ran["journey"]["in_progress"] == 3
    assert {"accounts": 7, "people": 16}.items() <= ran["transitions"][0].items()
    listed = jalon("population", path, "t1")
    assert isinstance(listed, dict)
    assert listed["total"] == 7
    assert jalon("explain", path)
    assert jalon("why", path, "tiers", "A1")
    wrong = CliRunner().invoke(app, ["run", path, "-w", str(folder), "--set", "mode=never"])
    assert wrong.exit_code == 1


def test_a_journey_that_is_not_ready_says_what_is_wrong(the_companies: Workspace) -> None:
    empty = Document.model_validate({"kind": "journey", "id": "empty", "journey": {"type": "galaxy"}})
    checked = check_journey(empty, world_of_journey(the_companies, empty)[0])
    problems = [*world_of_journey(the_companies, empty)[1], *checked.problems]

    assert {problem.code for problem in problems} >= {"wrong-journey", "no-audience"}
