"""Every number of the dashboards is what plain SQL over the same tables says, and its list has as many rows."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlglot import parse_one

from engine.account_data.buying_groups import run_jobs
from engine.account_data.rows import current_rows, put_rows
from engine.accounts.dashboards.model import Measure, Wanted
from engine.catalog.sources import Clock
from engine.document.files import read_document, to_text
from engine.runner.dashboards import DASHBOARDS, Figure, choices_of, figures, write_figure
from engine.runner.journey_dashboards import start_journey_figures, start_journeys_figures
from engine.workspace import Workspace
from tests.engine.accounts.company import company

START = datetime(2026, 1, 5)
NOW = START + timedelta(days=28)
CLOCK = Clock(NOW, ZoneInfo("UTC"))
PERIOD = Wanted(datetime(2025, 12, 1), datetime(2026, 2, 1))
E1 = Path(__file__).parent.parent / "journey" / "documents" / "e1-value-tiers.json"
Numbers = dict[tuple[str | None, ...], float]
_HISTORY = [
    ("A1", "2025-12-10", None, "interest"), ("A1", "2026-01-10", "interest", "consideration"),
    ("A2", "2026-01-20", None, "awareness"), ("A3", "2025-11-01", None, "interest"),
    ("A4", "2026-01-05", "interest", "consideration"), ("A4", "2026-01-06", "consideration", "intent"),
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    mails = [
        {"activity_id": f"M{place}", "type": f"directMarketing.{kind}", "ts": datetime(2026, 1, day),
         "person_id": person, "asset_type": "email", "asset_name": "Welcome"}
        for place, (kind, person, day) in enumerate([
            ("emailSent", "P01", 5), ("emailSent", "P02", 5), ("emailSent", "P03", 5), ("emailDelivered", "P01", 5),
            ("emailDelivered", "P02", 5), ("emailBounced", "P03", 5), ("emailOpened", "P01", 7),
            ("emailClicked", "P01", 7), ("emailUnsubscribed", "P02", 8)])
    ]  # fmt: skip
    with company(tmp_path_factory.mktemp("dashboards"), more={"activity": mails}) as workspace:
        run_jobs(workspace, NOW)
        rows = [{"bg_id": f"cloud-suite:{account}", "at_ts": datetime.fromisoformat(day), "field": "stage",
                 "entity_id": f"cloud-suite:{account}", "old_value": old, "new_value": new, "source": "journey"}
                for account, day, old, new in _HISTORY]  # fmt: skip
        tables = workspace.catalog().table_by_name
        put_rows(workspace, tables["bg_history"], [*current_rows(workspace, "bg_history"), *rows], "test")
        last = {f"cloud-suite:{account}": new for account, _, _, new in _HISTORY}
        groups = [{**row, "stage_id": last.get(row["bg_id"])} for row in current_rows(workspace, "buying_group")]
        put_rows(workspace, tables["buying_group"], groups, "test")
        document = read_document(E1)
        workspace.documents.save(document.id, to_text(document), name=document.name, kind=document.kind.value)
        yield workspace


@pytest.fixture(scope="module")
def shown(made: Workspace) -> Mapping[str, Figure]:
    return {one.widget.id: one for name in DASHBOARDS for one in figures(made, name, PERIOD, CLOCK)}


@pytest.fixture(scope="module")
def journey(made: Workspace) -> Mapping[str, Figure]:
    found = start_journey_figures(made, read_document(E1).id, Clock(START, CLOCK.zone)).result()
    return {one.widget.id: one for one in found}


def numbers(figure: Figure) -> Numbers:
    """Category (and series) to the value."""
    keys = ("category", "series") if figure.widget.series else ("category",)
    return {tuple(getattr(one, key) for key in keys): round(one.value, 6) for one in figure.points}


def plain(workspace: Workspace, sql: str) -> Numbers:
    """The same by a statement that is written out; {name} stands for a stored table."""
    tables = workspace.datasets.snapshot()
    written = re.sub(r"\{(\w+)\}", lambda found: f'data.main."{tables[found[1]].physical}"', sql)
    rows = workspace.database.reader.run(lambda cursor: cursor.fetch(parse_one(written, dialect="duckdb")))
    return {tuple(row[:-1]): round(float(row[-1]), 6) for row in rows}


ENGAGEMENT = (
    "('event.attended', 'directMarketing.emailClicked', 'directMarketing.emailOpened', 'web.formFilledOut', "
    "'leadOperation.interestingMoment', 'web.webinteraction.linkClicks', 'web.webpagedetails.pageViews', "
    "'event.registered')"
)
DID = f"ts >= '2025-12-01' AND ts < '2026-02-01' AND type IN {ENGAGEMENT}"
PEOPLE_DID = f"SELECT DISTINCT person_id FROM {{activity}} WHERE {DID}"
SQL = {
    "completeness": "SELECT CASE WHEN round(completeness) <= 25 THEN '0–25' WHEN round(completeness) <= 50 THEN '26–50'"
    " WHEN round(completeness) <= 75 THEN '51–75' ELSE '76–100' END, count(*) FROM {buying_group} GROUP BY 1",
    "engagement": "SELECT CASE WHEN round(engagement) <= 25 THEN '0–25' WHEN round(engagement) <= 50 THEN '26–50'"
    " WHEN round(engagement) <= 75 THEN '51–75' ELSE '76–100' END, count(*) FROM {buying_group} GROUP BY 1",
    "interests": "SELECT i.name, count(*) FROM {buying_group} JOIN {solution_interest} i USING (si_id) GROUP BY 1",
    "stages": "SELECT s.ord || '. ' || s.name, count(*) FROM {buying_group} LEFT JOIN {stage} s USING (stage_id)"
    " GROUP BY 1",
    "added": "SELECT strftime(assigned_at, '%Y-%m'), r.name, count(*) FROM {bg_member} JOIN {bg_role} r USING (role_id)"
    " WHERE NOT is_removed AND assigned_at >= '2025-12-01' AND assigned_at < '2026-02-01' GROUP BY 1, 2",
    "coverage": "SELECT r.name, 'Cloud Suite', count(*) FROM {bg_member} JOIN {bg_role} r USING (role_id)"
    " WHERE NOT is_removed GROUP BY 1",
    "engaged-people": f"SELECT CASE WHEN person_id IN ({PEOPLE_DID}) THEN 'engaged' ELSE 'not engaged' END, count(*)"
    " FROM {person} GROUP BY 1",
    "engaged-accounts": "SELECT CASE WHEN account_id IN (SELECT account_id FROM {account_person} WHERE person_id IN ("
    f"{PEOPLE_DID})) THEN 'engaged' ELSE 'not engaged' END, count(*) FROM {{account}} GROUP BY 1",
    "engaged-groups": "SELECT CASE WHEN bg_id IN (SELECT bg_id FROM {bg_member} WHERE NOT is_removed AND person_id IN ("
    f"{PEOPLE_DID})) THEN 'engaged' ELSE 'not engaged' END, count(*) FROM {{buying_group}} GROUP BY 1",
    "pages": "SELECT page_url, 'known', count(*) FROM {activity} WHERE type = 'web.webpagedetails.pageViews'"
    " GROUP BY 1",
    "role-engagement": f"SELECT r.name, (SELECT count(*) FROM {{activity}} h JOIN {{bg_member}} n USING (person_id)"
    f" WHERE NOT n.is_removed AND n.role_id = r.role_id AND {DID}) FROM {{bg_member}} m JOIN {{bg_role}} r USING"
    " (role_id) WHERE NOT m.is_removed GROUP BY r.name, r.role_id",
    "role-months": f"SELECT strftime(h.ts, '%Y-%m'), r.name, count(*) FROM {{activity}} h JOIN {{bg_member}} m"
    f" USING (person_id) JOIN {{bg_role}} r USING (role_id) WHERE NOT m.is_removed AND {DID} GROUP BY 1, 2",
    "engaged-months": f"SELECT strftime(h.ts, '%Y-%m'), CASE WHEN type LIKE 'web.%' THEN 'Web' ELSE 'E-mail' END,"
    f" count(DISTINCT person_id) FROM {{activity}} h WHERE {DID} GROUP BY 1, 2",
    "top-engagement": "SELECT name, floor(engagement + 0.5) FROM {buying_group} WHERE engagement > 0",
    "surge": "SELECT CASE WHEN before = 0 OR now >= 1.5 * before THEN 'surging' WHEN now <= 0.5 * before"
    f" THEN 'at risk' ELSE 'steady' END, count(*) FROM (SELECT r.account_id,"
    " count(*) FILTER (WHERE h.ts >= '2025-12-01') AS now,"
    f" count(*) FILTER (WHERE h.ts < '2025-12-01') AS before FROM {{activity}} h JOIN {{account_person}} r USING"
    f" (person_id) WHERE type IN {ENGAGEMENT} AND h.ts >= '2025-09-30' AND h.ts < '2026-02-01' AND r.account_id IN"
    " (SELECT account_id FROM {buying_group}) GROUP BY 1) GROUP BY 1",
    "overlap": "SELECT CAST(n AS VARCHAR), count(*) FROM (SELECT count(DISTINCT bg_id) AS n FROM {bg_member}"
    " WHERE NOT is_removed GROUP BY person_id HAVING count(DISTINCT bg_id) > 1) GROUP BY 1",
    "view-regions": "SELECT coalesce(a.region, a.country), count(*) FROM {activity} h LEFT JOIN (SELECT person_id,"
    " min(account_id) AS account_id FROM {account_person} GROUP BY 1) r USING (person_id) LEFT JOIN {account} a"
    " ON a.account_id = r.account_id WHERE h.type = 'web.webpagedetails.pageViews' GROUP BY 1",
    "view-industries": "SELECT a.industry, count(*) FROM {activity} h LEFT JOIN (SELECT person_id,"
    " min(account_id) AS account_id FROM {account_person} GROUP BY 1) r USING (person_id) LEFT JOIN {account} a"
    " ON a.account_id = r.account_id WHERE h.type = 'web.webpagedetails.pageViews' GROUP BY 1",
    "mail-people": "SELECT lower(substr(type, 22)), count(DISTINCT (asset_name, person_id)) FROM {activity}"
    " WHERE type LIKE 'directMarketing.email%' AND ts >= '2025-12-01' AND ts < '2026-02-01' GROUP BY 1",
}  # fmt: skip


@pytest.mark.req("B2B-395", "B2B-396", "B2B-397", "B2B-399")
@pytest.mark.parametrize("name", SQL)
def test_a_figure_agrees_with_plain_sql(made: Workspace, shown: Mapping[str, Figure], name: str) -> None:
    wanted, told = plain(made, SQL[name]), numbers(shown[name])
    # Of a month of which SQL has no row a line tells a nought.
    assert told == {**{key: 0 for key in told if shown[name].widget.by == "month"}, **wanted}


@pytest.mark.req("B2B-398")
def test_stages_and_moves_are_those_of_the_history(shown: Mapping[str, Figure]) -> None:
    # On 1 December A3 has been at Interest since November, and A4 stood where its first change found it.
    assert numbers(shown["ends"]) == {
        ("2. Interest", "first day"): 2, (None, "first day"): 5,
        ("1. Awareness", "last day"): 1, ("2. Interest", "last day"): 1, ("3. Consideration", "last day"): 1,
        ("4. Intent", "last day"): 1, (None, "last day"): 3,
    }  # fmt: skip
    # Two changes in the 62 days of the period are 60/62 in thirty days.
    assert numbers(shown["velocity"]) == {
        ("Cloud Suite for Acorn Foods",): round(60 / 62, 6), ("Cloud Suite for Dogwood Bank",): round(60 / 62, 6),
        ("Cloud Suite for Birch Robotics",): round(30 / 62, 6),
    }  # fmt: skip
    # Birch Robotics is 83 % complete, but moved on 20 January.
    assert numbers(shown["stagnant"]) == {}


def test_filters_and_an_empty_period_narrow_what_is_counted(made: Workspace) -> None:
    finance = Wanted(PERIOD.since, PERIOD.until, industry="Finance")
    assert {one.total for one in figures(made, "overview", finance, CLOCK)} == {1}
    before = Wanted(datetime(2020, 1, 1), datetime(2020, 2, 1))
    assert all(one.total == 0 for one in figures(made, "web", before, CLOCK))
    assert [name for _, name in choices_of(made).interests] == ["Cloud Suite"]


@pytest.mark.req("B2B-391", "B2B-392", "B2B-394")
def test_a_journey_comes_to_what_the_worked_example_says(made: Workspace, journey: Mapping[str, Figure]) -> None:
    assert numbers(journey["status"]) == {("completed",): 7}
    assert journey["rate"].total == 100
    assert round(journey["duration"].total, 2) == 2.69
    flow = numbers(journey["flow"])
    first = {key: value for key, value in flow.items() if key[0] == journey["funnel"].points[0].category[4:]}  # type: ignore[index]
    assert sum(first.values()) == 7
    assert sorted(value for key, value in flow.items() if key[0] == next(iter(first))[1]) == [1, 2, 4]
    assert {point.category: point.sums for point in journey["emails"].points} == {"welcome": (5, 4, 1, 1)}
    assert numbers(journey["completion"]) == {
        # A day on which nobody came to the end is told as such: a line that leaves it out would be higher there.
        ("2026-01-05",): 2, ("2026-01-06",): 1, ("2026-01-07",): 1, ("2026-01-08",): 0, ("2026-01-09",): 0,
        ("2026-01-10",): 3,
    }  # fmt: skip
    assert numbers(journey["reasons"]) == {("completed",): 7}
    # Since the entry: P01, P08 and P14 opened the e-mail, the last two after their accounts had left.
    assert numbers(journey["engaged"]) == {("engaged",): 3, ("not engaged",): 4}
    assert journey["people"].total == 3
    every = {one.widget.id: one for one in start_journeys_figures(made, Clock(START, CLOCK.zone)).result()}
    assert numbers(every["bands"]) == {("76–100",): 1}


def test_every_figure_has_a_statement_of_its_own(shown: Mapping[str, Figure]) -> None:
    told = {"ends", "velocity", "stagnant"}
    assert shown.keys() == {*SQL, *told, "mail-table"}
    (row,) = shown["mail-table"].points
    assert (row.category, row.sums) == ("Welcome", (3, 2, 4, 1, 1, 1)), "events, not people"


def test_a_filter_narrows_every_figure_of_a_dashboard(made: Workspace) -> None:
    finance = Wanted(PERIOD.since, PERIOD.until, industry="Finance")
    found = {one.widget.id: one for one in figures(made, "engagement", finance, CLOCK)}
    of_finance = (
        "SELECT person_id FROM {account_person} JOIN {account} a USING (account_id) WHERE a.industry = 'Finance'"
    )
    assert numbers(found["engaged-people"]) == plain(made, (
        f"SELECT CASE WHEN person_id IN ({PEOPLE_DID}) THEN 'engaged' ELSE 'not engaged' END, count(*) FROM {{person}}"
        f" WHERE person_id IN ({of_finance}) GROUP BY 1"
    ))  # fmt: skip
    assert found["engaged-accounts"].total == 1
    people = plain(
        made, f"SELECT count(DISTINCT person_id) FROM {{activity}} WHERE {DID} AND person_id IN ({of_finance})"
    )
    assert len(found["engaged-months"].population.page().rows) >= people[()]
    cloud = Wanted(PERIOD.since, PERIOD.until, interest="cloud-suite")
    found = {one.widget.id: one for one in figures(made, "engagement", cloud, CLOCK)}
    assert found["engaged-accounts"].total == found["engaged-groups"].total
    members = plain(made, "SELECT count(DISTINCT person_id) FROM {bg_member} WHERE NOT is_removed")
    assert found["engaged-people"].total == members[()]


def test_groups_that_are_called_alike_are_counted_for_themselves(tmp_path: Path) -> None:
    with company(tmp_path) as workspace:
        run_jobs(workspace, NOW)
        groups = [{**row, "name": "Cloud Suite for Acme", "engagement": 60.0, "completeness": 100.0}
                  for row in current_rows(workspace, "buying_group")]  # fmt: skip
        put_rows(workspace, workspace.catalog().table_by_name["buying_group"], groups, "test")
        found = {one.widget.id: one for one in figures(workspace, "highlights", PERIOD, CLOCK)}
        assert [one.value for one in found["top-engagement"].points] == [60] * 5
        assert found["top-engagement"].points[0].category == "Cloud Suite for Acme (A1)"


def test_the_longest_period_is_counted_as_any(made: Workspace) -> None:
    ever = Wanted(datetime(1753, 1, 1), datetime(9999, 12, 31))
    found = {one.widget.id: one for one in figures(made, "highlights", ever, CLOCK)}
    assert {point.category for point in found["surge"].points} == {"surging"}


def test_e_mails_of_one_journey_alone(made: Workspace) -> None:
    other = Wanted(PERIOD.since, PERIOD.until, journey="e1-value-tiers")
    assert {one.total for one in figures(made, "emails", other, CLOCK)} == {0}


@pytest.mark.req("B2B-393", "B2B-401")
def test_the_list_behind_a_number_has_as_many_rows_and_is_written_to_a_file(
    shown: Mapping[str, Figure], journey: Mapping[str, Figure], tmp_path: Path
) -> None:
    for figure in (*shown.values(), *journey.values()):
        if figure.widget.measure is Measure.COUNT and not figure.widget.most:
            assert figure.population.page().total == figure.total
    write_figure(journey["status"], tmp_path / "status.csv")
    assert (tmp_path / "status.csv").read_text("utf-8").split() == ["Status,Journey", "status", "completed,7"]
