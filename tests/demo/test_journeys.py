"""The sample journeys on the generated companies: each runs, adds up, and lets in those that plain Python finds."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from engine.account_data.rows import current_rows
from engine.demo import add_company
from engine.journey.examples import sample_journeys
from engine.runner.results import RunResult
from engine.runner.service import run_document
from engine.workspace import Workspace

NAMES = {"consent", "cross-sell", "fill-roles", "hand-off", "onboarding", "re-engage", "roadshow", "suppress",
         "value-tiers"}  # fmt: skip
Rows = list[dict[str, Any]]
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.create(tmp_path_factory.mktemp("journeys") / "w", threads=2) as workspace:
        add_company(workspace)
        yield workspace


@pytest.fixture(scope="module")
def results(company: Workspace) -> dict[str, RunResult]:
    return {document.id: run_document(company, document) for document in sample_journeys()}


@pytest.fixture(scope="module")
def tables(company: Workspace) -> dict[str, Rows]:
    names = ("account", "person", "account_person", "opportunity", "buying_group", "bg_member", "account_list_member")
    return {name: current_rows(company, name) for name in names}


def entered(result: RunResult) -> object:
    assert result.journey is not None
    return result.journey["entered"]


def people_of(tables: dict[str, Rows], accounts: set[str]) -> list[tuple[str, str]]:
    """(account, person) of those with an address."""
    addressed = {row["person_id"] for row in tables["person"] if row["email"]}
    return [(row["account_id"], row["person_id"]) for row in tables["account_person"]
            if row["account_id"] in accounts and row["person_id"] in addressed]  # fmt: skip


@pytest.mark.req("B2B-414")
def test_every_sample_journey_is_there_and_adds_up(company: Workspace, results: dict[str, RunResult]) -> None:
    assert set(results) == NAMES
    assert {entry.id for entry in company.documents.list()} == NAMES
    for name, result in results.items():
        assert [str(problem) for problem in result.problems if problem.is_error] == [], name
        assert all(node.conserved for node in result.nodes), name
        assert entered(result), name
        assert all(one.accounts for one in result.transitions if one.target), name


@pytest.mark.req("B2B-414")
def test_the_worked_example_gives_its_printed_counts_among_all_other_companies(results: dict[str, RunResult]) -> None:
    found = results["value-tiers"]
    crossed = {one.source + ":" + one.port: (one.accounts, one.people) for one in found.transitions}
    assert crossed["audience:out"] == (7, 16)
    assert (crossed["tiers:path:high"], crossed["tiers:path:medium"], crossed["tiers:other"]) == (
        (2, 7),
        (1, 2),
        (4, 7),
    )
    assert found.node("welcome").outcomes == {"sent": 5, "skipped_opted_out": 1, "skipped_suspended": 1}
    assert found.node("stage").outcomes == {"applied": 1}
    assert found.node("nurture").outcomes == {"applied": 4, "skipped_already_member": 1}
    assert found.journey is not None
    assert (found.journey["exits"], found.journey["mean_days"]) == ({"completed": 7}, 2.69)


def test_customers_are_those_with_a_won_deal(results: dict[str, RunResult], tables: dict[str, Rows]) -> None:
    named = {row["account_id"] for row in tables["account"] if row["name"]}
    won = {row["account_id"] for row in tables["opportunity"] if row["is_won"]} & named
    fresh = {row["account_id"] for row in tables["opportunity"]
             if row["is_won"] and row["type"] == "New business"} & named  # fmt: skip
    assert entered(results["cross-sell"]) == len(won)
    assert results["cross-sell"].transitions[0].people == len(people_of(tables, won))
    # They may come back thirty days after their end, once.
    assert results["onboarding"].transitions[0].targets == len(fresh)
    assert entered(results["onboarding"]) == 2 * len(fresh)


def test_groups_go_to_sales_when_they_are_complete(results: dict[str, RunResult], tables: dict[str, Rows]) -> None:
    scores = {row["account_id"]: row["completeness"] for row in tables["buying_group"]}
    groups = {row["bg_id"]: row["account_id"] for row in tables["buying_group"]}
    deciding = Counter(groups[row["bg_id"]] for row in tables["bg_member"]
                       if row["role_id"] == "decision-maker" and not row["is_removed"])  # fmt: skip
    ready = {account for account, score in scores.items() if score >= 70}
    close = {account for account in scores if account not in ready and deciding[account] >= 1}
    crossed = {one.source + ":" + one.port: one.accounts for one in results["hand-off"].transitions}
    assert crossed["ready:path:ready"] == len(ready)
    assert crossed["ready:path:close"] == len(close)
    assert crossed["ready:other"] == len(scores) - len(ready) - len(close)
    assert results["hand-off"].node("alert").outcomes == {"sent": len(ready)}
    assert entered(results["fill-roles"]) == sum(score < 70 for score in scores.values())


def test_members_are_suppressed_and_freed_again(results: dict[str, RunResult], tables: dict[str, Rows]) -> None:
    groups = {row["bg_id"]: row["account_id"] for row in tables["buying_group"]}
    members: dict[str, set[str]] = defaultdict(set)
    for row in tables["bg_member"]:
        members[groups[row["bg_id"]]].add(row["person_id"])
    everybody = people_of(tables, set(groups.values()))
    inside = [pair for pair in everybody if pair[1] in members[pair[0]]]
    crossed = {one.source + ":" + one.port: one.people for one in results["suppress"].transitions}
    assert crossed["members:path:members"] == len(inside)
    assert crossed["members:other"] == len(everybody) - len(inside)
    outcomes = results["suppress"].node("add").outcomes
    assert outcomes["applied"] == len({person for _, person in inside})
    assert results["suppress"].node("remove").outcomes["applied"] == outcomes["applied"]


def test_leaders_are_told_from_their_titles(results: dict[str, RunResult], tables: dict[str, Rows]) -> None:
    chosen = {row["account_id"] for row in tables["account"]
              if row["name"] and row["country"] == "US" and row["employees"] >= 50}  # fmt: skip
    titles = {row["person_id"]: row["job_title"] for row in tables["person"]}
    leading = ("CEO", "CFO", "CTO", "CMO", "CIO", "VP")
    leaders = [pair for pair in people_of(tables, chosen) if titles[pair[1]].startswith(leading)]
    assert entered(results["roadshow"]) == len(chosen)
    assert results["roadshow"].transitions[1].people == len(leaders)
    assert results["roadshow"].transitions[1].accounts == len({account for account, _ in leaders})
