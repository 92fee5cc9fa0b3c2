"""A campaign under way reads the people and the consents of its publication; its columns say where they are from."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from engine.catalog.sources import Clock
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.layouts import FileFormat, FileLayout
from engine.runner.populations import find_population
from engine.runner.real import continue_run, start_real_run
from engine.runner.records import records_of
from engine.runner.service import run_document
from engine.runner.testing import start_test
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import records, shop

PRESENT = Clock(datetime(2025, 10, 1, 9, 0), ZoneInfo("Europe/Paris"))


@pytest.mark.req("ORC-64")
def test_people_and_consents_are_those_of_the_publication_however_long_it_waits(tmp_path: Path) -> None:
    """Three live in London: R01 and R05 agree to e-mail, R03 does not. While it waits, everybody says no but R03."""
    document = campaign(
        [
            build("who", condition("city", value="London")),
            node("wait", "wait", amount=2, unit="day"),
            node("mail", "email", send_without_confirmation=True),
        ],
        "who>wait", "wait>mail",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        run = start_real_run(workspace, document).run or ""
        changed = [row | {"c_email": row["crm_id"] == "R03", "city": "Rome"} for row in records("recipients")]
        path = tmp_path / "changed.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in changed), encoding="utf-8")
        layout = FileLayout(format=FileFormat.JSON_LINES, null_tokens=())
        replace = LoadOptions(mode=LoadMode.REPLACE, partial=False)
        import_file(workspace, path, table="recipients", layout=layout, options=replace)

        late = continue_run(workspace, run, now=datetime(2025, 10, 3, 9, 0))

        assert late.node("mail").reach == {"EmailNoConsent": 1, "reachable": 2}
        assert run_document(workspace, document).transition("t1").rows == 0, "a new count reads today's people"


@pytest.mark.req("ORC-65")
def test_whom_a_message_addresses_without_a_profile_is_given_one(tmp_path: Path) -> None:
    """Of six wishes that of R99, at ghost@x.com, is the only one of somebody unknown."""

    def people(workspace: Workspace) -> dict[object, dict[str, object]]:
        shown = records_of(workspace, "recipients", PRESENT).page(limit=100)
        names = [one.name for one in shown.columns]
        return {row["crm_id"]: row for row in (dict(zip(names, one, strict=True)) for one in shown.rows)}

    mail = node("mail", "email", message_category="transactional", send_without_confirmation=True)
    document = campaign(
        [build("who", dimension="wishlists"), mail, node("again", "email", message_category="transactional")],
        "who>mail", "mail>again",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        assert len(people(workspace)) == len(records("recipients"))
        run_document(workspace, document)
        start_test(workspace, document).result()
        assert "R99" not in people(workspace), "only a real run has effects"

        result = start_real_run(workspace, document)

        assert result.node("mail").reach == {"reachable": 6}
        found = people(workspace)
        assert set(found) == {one["crm_id"] for one in records("recipients")} | {"R99"}
        assert found["R99"]["email"] == "ghost@x.com"
        assert found["R99"]["lastmodified"] == datetime(2025, 10, 1, 9, 0)
        known = {name for name, value in found["R99"].items() if value is not None}
        assert known == {"crm_id", "email", "lastmodified"}
        said = [text for _, node_, text in workspace.runs.lines(result.run or "") if node_ in {"mail", "again"}]
        assert "1 person who had no profile was added to recipients." in said
        assert "0 persons who had no profile were added to recipients." in said, "the run reads what it began with"
        later = start_real_run(workspace, document).run or ""
        assert "Everybody whom it addressed has a profile." in [text for _, _, text in workspace.runs.lines(later)]
        marketing = campaign([build("who", dimension="wishlists"), node("mail", "email")], "who>mail")
        assert start_real_run(workspace, marketing).node("mail").reach["EmailNoConsent"] >= 1, "nobody asked R99 yet"


@pytest.mark.req("ORC-67")
def test_the_columns_behind_a_transition_tell_their_label_type_and_origin(tmp_path: Path) -> None:
    total = {"attribute": "purchases/price", "function": "sum", "alias": "spent", "label": "Spent so far"}
    pick = {"attribute": "city", "alias": "town", "label": "Town"}
    document = campaign([build("who"), node("more", "enrichment", attributes=[pick], aggregates=[total])], "who>more")
    with shop(tmp_path) as workspace:
        run_document(workspace, document)

        columns = find_population(workspace, document, "more:result").page(limit=1).columns

    found = {one.name: (one.title, str(one.type), one.origin) for one in columns}
    assert found["town"] == ("Town", "string", "more")
    assert found["spent"] == ("Spent so far", "double", "more")
    assert found["_key"][1:] == ("string", "")
