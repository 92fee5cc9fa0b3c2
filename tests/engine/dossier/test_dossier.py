"""A dossier: everything about a document in words and numbers, escaped, in two languages."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from engine.document.drafts import changed
from engine.document.files import to_text
from engine.dossier import writing
from engine.dossier.conditions import condition_sentence
from engine.dossier.making import make_dossier
from engine.dossier.page import WORDS, to_html
from engine.dossier.speech import Speech
from engine.dossier.writing import write_dossier
from engine.journey.conditions.model import (
    AttributeFilter,
    Condition,
    EventFilter,
    Logic,
    Operator,
    OpportunityFilter,
)
from engine.problems import EngineError
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

EVIL = '<script>alert(1)</script> "&'
LONDON = campaign(
    [build("who", condition("city", value="London")), node("mail", "email") | {"label": EVIL}, node("end", "end")],
    "who>mail", "mail>end", name="London", id="london", description=EVIL,
    schedule={"mode": "daily", "at": "09:00"},
)  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = shop(tmp_path_factory.mktemp("dossier"))
    old = campaign(
        [build("who", condition("city", value="Paris")), node("mail", "email") | {"label": EVIL}, node("end", "end")],
        "who>mail", "mail>end", name="London", id="london", description=EVIL,
    )  # fmt: skip
    made.documents.save("london", to_text(old), name="London", kind="campaign")
    made.documents.name_version("london", 1, "approved")
    made.documents.save("london", to_text(LONDON), name="London", kind="campaign")
    return made


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_it_tells_rules_counts_reasons_schedule_and_differences(workspace: Workspace) -> None:
    page = words(to_html(make_dossier(workspace, LONDON, Speech("en", WORDS))))

    assert "Rule: city is “London”" in page
    assert "Every day at 09:00" in page
    assert "12 came in, 3 went on" in page
    assert re.search(r"Why others did not[^:]*: [^:.]+: 9", page), page
    assert "Differences to the version “approved”" in page
    assert "Rule: was city is “Paris”, now city is “London”" in page
    assert "Schedule: was As soon as possible, now Every day at 09:00" in page


def test_it_speaks_french(workspace: Workspace) -> None:
    page = words(to_html(make_dossier(workspace, LONDON, Speech("fr", WORDS))))

    assert "city est « London »" in page
    assert "Tous les jours" in page
    assert "12 entrés, 3 sortis" in page
    assert "Différences avec la version « approved »" in page
    assert "Activit" in page


def test_nothing_in_it_is_executed(workspace: Workspace) -> None:
    dossier = make_dossier(workspace, LONDON, Speech("en", WORDS))

    page = to_html(dossier)

    assert "<script" not in page
    ElementTree.fromstring(dossier.drawing.svg)
    counts = re.findall(r'text-anchor="middle">([^<]+)<', dossier.drawing.svg)
    assert counts[:2] == ["3", "3"]


def test_a_name_that_was_changed_is_told(workspace: Workspace) -> None:
    renamed = changed(LONDON, name="Londoners")

    page = words(to_html(make_dossier(workspace, renamed, Speech("en", WORDS))))

    assert "Name: was London, now Londoners" in page


def test_a_page_is_written_whole_or_not_at_all(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dossier(workspace, LONDON, tmp_path / "d.html")
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(EngineError, match=r"\.pdf or \.html"):
        write_dossier(workspace, LONDON, tmp_path / "d.doc")
    monkeypatch.setattr(writing, "entry_points", lambda **_group: ())  # as where no window is installed
    with pytest.raises(EngineError, match="make a PDF"):
        write_dossier(workspace, LONDON, tmp_path / "d.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["d.html"]


def test_conditions_of_journeys_are_sentences_in_both_languages() -> None:
    found = Condition(
        logic=Logic.ADVANCED,
        expression="1 and (2 or 3)",
        filters=(
            AttributeFilter(attribute="industry", operator=Operator.IS, values=("Food", "Retail")),
            OpportunityFilter(holds=False),
            EventFilter(event="web.webpagedetails.pageViews", at_least=3),
        ),
    )

    assert condition_sentence(found, Speech("en")) == (
        "(Industry is “Food” or “Retail”) and ((not: has an opportunity) or (did pageViews at least 3 times))"
    )
    assert condition_sentence(found, Speech("fr")).startswith(
        "(Industry est «\u00a0Food\u00a0» ou «\u00a0Retail\u00a0») and ("
    )
