"""A French window says what is wrong in French, wholly: sentences, names of settings, and how to mend it."""

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.graph.kinds import kinds_of
from app.words import said, told
from engine.catalog.model import Catalog
from engine.catalog.sources import Clock, Surroundings
from engine.checking import check
from engine.contract import World
from engine.document.model import Document
from engine.problems import Problem
from tests.translations.linguist import COMPILED, counts, read

WRONG = {
    "id": "wrong",
    "nodes": [
        {"id": "a", "type": "build-audience", "settings": {"dimension": "nobody"}},
        {"id": "b", "type": "split", "settings": {"subsets": []}},
        {"id": "c", "type": "combine", "settings": {"unheard": 1}},
        {"id": "d", "type": "unheard-of"},
        {"id": "a", "type": "email", "settings": {"per": "moon"}},
    ],
    "transitions": [{"id": "t", "from": "a", "to": "nowhere"}, {"id": "u", "from": "b", "to": "b"}],
}
"""Names that users gave stand in the texts as they are; all other words are French."""


@pytest.fixture
def french() -> Iterator[None]:
    translator, before = QTranslator(), QLocale()
    assert translator.load(str(COMPILED))
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    yield
    QLocale.setDefault(before)
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("qapp", "french")
def test_no_problem_of_a_wrong_campaign_is_told_in_english(world: World) -> None:
    problems: tuple[Problem, ...] = check(Document.model_validate(WRONG), world).problems
    assert len({problem.code for problem in problems}) >= 5
    for problem in problems:
        for text in (problem.what, problem.why, problem.fix):
            assert not text or said(text) != text, f"{problem.code} is English: {text}"
        assert told(problem).count("{") == 0


@pytest.mark.usefixtures("qapp", "french")
def test_no_line_of_french_begins_with_its_punctuation() -> None:
    written = read()
    assert any(" ;" in form for forms in written.values() for form in forms), "the file has plain spaces"
    several = {text: 2 if counts(text[1]) else -1 for text in written}
    shown = [QCoreApplication.translate(*text, None, count) for text, count in several.items()]
    assert [text for text in shown if re.search("« | [;:!?»%]", text)] == []
    assert sum("\u202f;" in text for text in shown) > 100


@pytest.mark.usefixtures("qapp", "french")
def test_cards_and_outputs_are_french_also_those_that_settings_bring() -> None:
    document = Document.model_validate(
        {
            "id": "cards",
            "nodes": [
                {"id": "split", "type": "split", "settings": {"subsets": [{}, {"label": "Gold"}], "complement": True}},
                {"id": "same", "type": "deduplication", "settings": {"complement": True}},
                {"id": "wait", "type": "wait", "settings": {"amount": 2000, "unit": "hour"}},
                {"id": "day", "type": "wait", "settings": {"amount": 1}},
                {"id": "fixed", "type": "wait", "settings": {"kind": "fixed", "at": "2026-03-01T09:00"}},
                {"id": "when", "type": "scheduler", "settings": {"schedule": {"mode": "daily", "at": "08:30"}}},
                {"id": "file", "type": "load-file", "settings": {"max_errors": 1000}},
            ],
        }
    )
    kinds = kinds_of(document)
    cards = {one.id: kinds.card(one, None, Catalog()) for one in document.nodes}

    assert [port.label for port in cards["split"].outputs] == ["Sous-ensemble 1", "Gold", "Complément"]
    assert [port.label for port in cards["same"].outputs] == ["Résultat", "Doublons"]
    lines = {name: card.summary for name, card in cards.items()}
    assert lines["wait"] == (f"{QLocale().toString(2000)} heures",)
    assert (lines["day"], lines["fixed"]) == (("1 jour",), ("Jusqu’au 2026-03-01 09:00",))
    assert lines["when"] == ("Tous les jours à 8\u00a0h\u00a030",)
    assert lines["file"] == (f"Erreurs admises\u00a0: {QLocale().toString(1000)}",)


@pytest.fixture
def world() -> World:
    return World(Surroundings(Catalog(), Clock(datetime(2026, 1, 1), ZoneInfo("UTC"))))
