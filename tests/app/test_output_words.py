"""What outputs are called: in the user's language, but for the labels that the user wrote."""

from collections.abc import Iterator

import pytest
from pydantic import JsonValue
from PySide6.QtWidgets import QApplication
from sqlglot import exp

from app.application import set_language
from app.dashboards.words import category_word
from app.graph.activity_kinds import ActivityKinds
from app.graph.journey_kinds import JourneyKinds
from app.words import capital
from engine.journey.metrics import JourneyLine, Run, journeys_widgets


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> Iterator[None]:
    set_language(qapp, "fr")
    yield
    set_language(qapp, "en")


@pytest.mark.parametrize(
    ("kind", "settings", "names"),
    [
        ("split", {"subsets": [{"label": "Test"}, {}], "complement": True}, ["Test", "Sous-ensemble 2", "Complément"]),
        ("fork", {"transitions": [{"label": "Result"}, {}]}, ["Result", "Transition 2"]),
        ("test", {"conditions": [{"label": "Error"}], "default_branch": True}, ["Error", "Faux"]),
    ],
)
def test_an_output_of_a_campaign_keeps_its_own_label(
    kind: str, settings: dict[str, JsonValue], names: list[str]
) -> None:
    found = ActivityKinds().by_id[kind].outputs(settings, 1)
    assert found is not None
    assert [one.label for one in found] == names


@pytest.mark.parametrize("kind", ["split-accounts", "split-people", "variant", "external-split"])
def test_a_path_of_a_journey_keeps_its_own_label(kind: str) -> None:
    paths: list[JsonValue] = [{"id": "1", "label": "Test"}, {"id": "2"}]
    found = JourneyKinds(of_people=False).by_id[kind].outputs({"paths": paths}, 1)
    assert found is not None
    assert [one.label for one in found][:2] == ["Test", "Chemin 2"]


@pytest.mark.parametrize(
    ("kind", "own", "named"),
    [("split-accounts", "Other people", "Autres comptes"), ("split-people", "Other people", "Autres personnes")],
)
def test_the_path_of_the_others_is_named_by_the_program_until_it_has_a_label(kind: str, own: str, named: str) -> None:
    kinds = JourneyKinds(of_people=False).by_id[kind]
    plain = kinds.outputs({"other": True}, 1)
    labelled = kinds.outputs({"other": True, "other_label": own}, 1)
    assert plain is not None
    assert labelled is not None
    assert [plain[-1].label, labelled[-1].label] == [named, own]


def test_a_sentence_begins_with_a_capital_but_a_name_stays_as_it_is_written() -> None:
    assert capital("there is a record in purchases") == "There is a record in purchases"
    assert capital("household_id is 7") == "household_id is 7"


def test_what_journeys_send_and_listen_for_is_told_in_the_language_of_the_window() -> None:
    line = JourneyLine("j", "Welcome", "live", "Events", 0, Run(exp.to_table, 0))
    kinds = next(one for one in journeys_widgets([line]) if one.id == "kinds")
    assert [category_word(kinds, kinds.by, one) for one in ("Events", "No messages", "E-mail + SMS")] == [
        "Événements", "Aucun message", "E-mail + SMS",
    ]  # fmt: skip
