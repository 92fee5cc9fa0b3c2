"""Publishing journeys: what is refused, and which status follows."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from engine.account_data.selection import select_fields
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.journey.copying import Extent
from engine.journey.examples import example_journeys, sample_journeys
from engine.problems import EngineError
from engine.runner import life
from engine.runner.journeys import check_journey_document, journey_publish_problems
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


@pytest.mark.req("B2B-26", "B2B-52")
def test_only_the_end_of_a_live_journey_moves_and_not_into_the_past(tmp_path: Path) -> None:
    with companies(tmp_path / "w") as workspace:
        subject = _saved(workspace, schedule={"end_date": "2026-03-01"})
        with pytest.raises(EngineError, match="not published"):
            life.change_end_date(workspace, subject.id, date(2026, 4, 1), now=NOW)
        publish(workspace, subject, now=NOW)

        life.change_end_date(workspace, subject.id, date(2026, 4, 1), now=NOW)

        kept = life.current(workspace, subject.id)
        assert kept.journey["schedule"] == {"end_date": "2026-04-01"}
        assert (kept.nodes, kept.transitions) == (subject.nodes, subject.transitions)
        assert workspace.documents.get(subject.id).status == "live"
        for day in (date(2026, 1, 4), date(2031, 1, 1)):
            with pytest.raises(EngineError, match="between now and three years"):
                life.change_end_date(workspace, subject.id, day, now=NOW)
        life.close(workspace, subject.id, now=NOW)
        life.stop(workspace, subject.id, now=NOW)
        with pytest.raises(EngineError, match="over"):
            life.change_end_date(workspace, subject.id, date(2026, 5, 1), now=NOW)


@pytest.mark.req("B2B-34", "B2B-35", "B2B-36")
def test_a_copy_has_all_no_written_messages_or_nodes_and_paths_alone(tmp_path: Path) -> None:
    with companies(tmp_path / "w") as workspace:
        subject = document("e1-value-tiers")
        workspace.documents.save(subject.id, to_text(subject), name=subject.name, kind="journey")

        partial = life.duplicate(workspace, subject.id, "Partial", Extent.PARTIAL)
        outline = life.duplicate(workspace, subject.id, "Outline", Extent.OUTLINE)

        differing = [one.id for one in partial.nodes if one != subject.node_by_id[one.id]]
        assert [subject.node_by_id[name].settings["action"] for name in differing] == ["ppl.send_email"]
        assert "settings" not in partial.node_by_id[differing[0]].settings
        assert [(one.id, one.type) for one in outline.nodes] == [(one.id, one.type) for one in subject.nodes]
        assert outline.transitions == subject.transitions
        assert outline.node_by_id["wait"].settings == {}, "five days, as a new one"
        assert all("condition" not in str(one.settings) and "action" not in one.settings for one in outline.nodes)
        checked = check_journey_document(workspace, outline)[0]
        assert not [one for one in checked.problems if one.code == "unknown-output"], "each path is still one"

        kept = workspace.templates.get(life.save_template(workspace, subject, "Tiers"))
        assert from_text(kept.content).nodes[0].settings == {}


@pytest.mark.req("B2B-36")
def test_an_example_lacks_its_audience_and_dates_and_nothing_else(tmp_path: Path) -> None:
    with companies(tmp_path / "w") as workspace:
        for example, sample in zip(example_journeys(), sample_journeys(), strict=True):
            made = life.begun_from(workspace, example, f"My {example.name}")
            source, *others = made.nodes
            assert source.settings == {}
            assert others == list(sample.nodes[1:])
            assert made.as_of is None
            assert "schedule" not in made.journey
            assert workspace.documents.get(made.id).status == "draft"


def _mailing(subject: str = "News", body: str = "", **more: Any) -> Document:
    """Everybody gets one e-mail."""
    settings = {"name": "News", "subject": subject, "from_name": "Ann", "body": body, **more}
    return Document.model_validate({
        "kind": "journey", "id": "mail", "name": "Mail", "as_of": NOW.isoformat(),
        "journey": {"schedule": {"end_date": "2026-03-01"}, "my_tokens": [{"name": "City", "value": "Lyon"}]},
        "nodes": [{"id": "audience", "type": "account-audience", "settings": {"condition": {}}},
                  {"id": "mail", "type": "action",
                   "settings": {"on": "people", "action": "ppl.send_email", "settings": settings}}],
        "transitions": [{"id": "t1", "from": "audience", "port": "out", "to": "mail"}],
    })  # fmt: skip


OPT_OUT = "Hello {{system.unsubscribeLink}}"


@pytest.mark.req("B2B-47")
@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (_mailing(body=OPT_OUT), []),
        (_mailing(), [("V07", "missing-setting", True)]),
        (_mailing(body=OPT_OUT, from_name=" "), [("V07", "missing-setting", True)]),
        (_mailing(body="Hello"), [("V17", "no-opt-out", False)]),
        (_mailing(body="Your order is on its way", operational=True), []),
        (_mailing(body=f'{OPT_OUT} <a href="">more</a>'), [("V17", "empty-link", False)]),
        (_mailing(body=f"{OPT_OUT} [more]( )"), [("V17", "empty-link", False)]),
        (_mailing(body=OPT_OUT + "é" * 51_200), [("V17", "large-text", False)]),
        (_mailing(body=OPT_OUT + "e" * 51_200), []),
        (_mailing(subject="To {{my.City}} on {{my.Day}}, my.Friend", body=OPT_OUT), [("V21", "unknown-token", True)]),
        (_mailing(body=OPT_OUT + "{%= my.Town ?: my.City %}"), [("V21", "unknown-token", True)]),
    ],
)
def test_messages_are_looked_through_before_publishing(
    tmp_path: Path, subject: Document, expected: list[tuple[str, str, bool]]
) -> None:
    with companies(tmp_path / "w") as workspace:
        found = journey_publish_problems(workspace, subject, NOW)
    assert [(one.check, one.code, one.is_error) for one in found] == expected
    assert {one.node for one in found} <= {"mail"}


@pytest.mark.req("B2B-22")
@pytest.mark.parametrize(("field", "most"), [("name", 180), ("description", 2_000)])
def test_long_words_are_marked_while_editing_and_refused_when_publishing(tmp_path: Path, field: str, most: int) -> None:
    with companies(tmp_path / "w") as workspace:
        fits = _mailing(body=OPT_OUT).model_copy(update={field: "x" * most})
        longer = fits.model_copy(update={field: "x" * (most + 1)})

        def told(subject: Document) -> list[tuple[str | None, bool]]:
            return [(one.field, one.is_error) for one in check_journey_document(workspace, subject)[1] if one.field]

        assert [one for one in told(longer) if one not in told(fits)] == [(field, False)]
        assert journey_publish_problems(workspace, fits, NOW) == ()
        assert [one.field for one in journey_publish_problems(workspace, longer, NOW)] == [field]


@pytest.mark.req("B2B-47")
def test_name_and_address_must_be_managed_and_traffic_control_needs_company(tmp_path: Path) -> None:
    with companies(tmp_path / "w") as workspace:
        subject = _mailing(body=OPT_OUT)
        controlled = {**subject.journey, "type": "person", "traffic_control": True}
        alone = subject.model_copy(update={"journey": controlled})
        other = alone.model_copy(update={"id": "other", "name": "Other"})
        workspace.documents.save("other", to_text(other), name="Other", kind="journey")
        assert [one.check for one in journey_publish_problems(workspace, alone, NOW)] == ["V24"]
        workspace.documents.set_status("other", "live")
        assert journey_publish_problems(workspace, alone, NOW) == ()

        select_fields(workspace, "account", ["name"])
        select_fields(workspace, "person", ["first_name"])
        (wrong,) = journey_publish_problems(workspace, subject, NOW)
        assert (wrong.check, wrong.is_error) == ("V14", True)
        assert wrong.values == {"entity": "person", "name": "email"}
        select_fields(workspace, "person", ["first_name", "email"])
        assert journey_publish_problems(workspace, subject, NOW) == ()
