"""Publishing journeys: what is refused, and which status follows."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from engine.document.files import to_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.publishing import publish
from engine.workspace import Workspace
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import document

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


def _saved(workspace: Workspace, **journey: Any) -> Document:
    subject = document("e8-re-entry-from-end").model_copy(update={"journey": {"type": "account", **journey}})
    workspace.documents.save(subject.id, to_text(subject), name=subject.name, kind="journey")
    return subject


@pytest.mark.req("B2B-23", "B2B-24", "B2B-26", "B2B-51")
@pytest.mark.parametrize(
    ("schedule", "status"),
    [
        ({"end_date": "2026-03-01"}, "live"),
        ({"start_mode": "specific_date", "start_date": "2026-01-08", "end_date": "2026-03-01"}, "scheduled"),
    ],
)
def test_a_journey_goes_live_at_once_or_is_scheduled(tmp_path: Path, schedule: dict[str, str], status: str) -> None:
    with companies(tmp_path / "w") as workspace:
        subject = _saved(workspace, schedule=schedule)

        assert publish(workspace, subject, now=NOW) == status
        assert workspace.documents.get(subject.id).status == status
        with pytest.raises(EngineError):
            workspace.documents.save(subject.id, to_text(subject), name="Other", kind="journey")


@pytest.mark.req("B2B-47", "B2B-48", "B2B-52")
@pytest.mark.parametrize(
    ("schedule", "what"),
    [
        ({}, "end date is not set"),
        ({"end_date": "2026-01-05"}, "less than one day"),
        ({"start_mode": "specific_date", "start_date": "2026-01-06", "end_date": "2026-03-01"}, "one day ahead"),
        ({"start_mode": "specific_date", "start_date": "2026-01-08", "end_date": "2030-03-01"}, "three years"),
        ({"start_mode": "specific_date", "end_date": "2026-03-01"}, "start date is not set"),
    ],
)
def test_dates_that_do_not_fit_are_refused_and_nothing_changes(
    tmp_path: Path, schedule: dict[str, str], what: str
) -> None:
    with companies(tmp_path / "w") as workspace:
        subject = _saved(workspace, schedule=schedule)

        with pytest.raises(EngineError, match=what) as refused:
            publish(workspace, subject, now=NOW)

        assert refused.value.problem.check == "V04"
        assert workspace.documents.get(subject.id).status == "draft"
