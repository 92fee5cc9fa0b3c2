"""The report of a document: its runs of a period, its messages by who can be reached, and what was excluded."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.document.files import to_text
from engine.runner.real import start_real_run
from engine.runner.reports import as_csv, last_day, report_on
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import records, shop


@pytest.mark.req("ORC-5")
def test_a_report_sums_what_the_runs_of_a_period_counted(tmp_path: Path) -> None:
    """In London R01 and R05 have an address and agree, R03 does not agree; all are asked twice."""
    london = sum(one["city"] == "London" for one in records("recipients"))
    document = campaign(
        [build("who", condition("city", value="London")), node("mail", "email") | {"label": "Offer"}], "who>mail",
        id="c", name="C",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        workspace.documents.save("c", to_text(document), name="C", kind="campaign")
        for _ in range(2):
            start_real_run(workspace, document)
        failing = node("save", "save-audience", label="Nobody", when_empty="fail")
        nobody = build("who", condition("city", value="Rome"))
        start_real_run(workspace, campaign([nobody, failing], "who>save", id="c"))

        report = report_on(workspace, "c")

        (mail,) = report.messages
        assert (mail.label, mail.runs, mail.entered, mail.reachable) == ("Offer", 2, 2 * london, 4)
        assert mail.excluded == {"EmailNoConsent": 2}
        assert [(one.run.status, one.targeted, one.reachable) for one in report.runs] == [
            ("failed", 0, 0), ("finished", 3, 2), ("finished", 3, 2),
        ]  # fmt: skip
        assert (report.targeted, report.reachable) == (6, 4)
        assert {one.node: one.runs for one in report.activities} == {"who": 3, "mail": 2}, "what failed is not summed"
        assert "mail,Offer,email,2,6,6,4,EmailNoConsent: 2" in as_csv(report)
        now = datetime.now(UTC)
        assert len(report_on(workspace, "c", since=last_day(now)).runs) == 3
        assert report_on(workspace, "c", since=last_day(now + timedelta(hours=25))).runs == ()
