"""A run may be cancelled between any two of its steps; the next one counts as if there had been none."""

from pathlib import Path

import pytest

from engine.database import Cursor, Store
from engine.problems import Cancelled
from engine.runner import counting
from engine.runner.counting import Counts, count
from engine.runner.service import run_document
from tests.engine.campaigns import build, campaign, condition
from tests.engine.fixture import shop


@pytest.mark.req("ORC-79")
def test_a_run_cancelled_between_a_population_and_its_count_is_simply_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = campaign([build("a", condition("city", value="London"))])

    def cancelled(_cursor: Cursor, _asked: object, _rows: int | None) -> Counts:
        raise Cancelled

    with shop(tmp_path) as workspace:
        monkeypatch.setattr(counting, "count", cancelled)
        with pytest.raises(Cancelled):
            run_document(workspace, document)
        assert workspace.database.tables(Store.WORK), "the population stands there, uncounted"
        monkeypatch.setattr(counting, "count", count)

        result = run_document(workspace, document)

    assert result.ok
    assert result.transition("a:result").rows == 3
