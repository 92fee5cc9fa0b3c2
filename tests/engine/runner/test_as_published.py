"""A campaign under way reads the people and the consents of its publication; its columns say where they are from."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.layouts import FileFormat, FileLayout
from engine.runner.populations import find_population
from engine.runner.real import continue_run, start_real_run
from engine.runner.service import run_document
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import records, shop


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
