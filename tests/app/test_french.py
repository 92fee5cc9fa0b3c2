"""A French window says what is wrong in French, wholly: sentences, names of settings, and how to mend it."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.words import said, told
from engine.catalog.model import Catalog
from engine.catalog.sources import Clock, Surroundings
from engine.checking import check
from engine.contract import World
from engine.document.model import Document
from engine.problems import Problem
from tests.translations.linguist import COMPILED

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


@pytest.fixture
def world() -> World:
    return World(Surroundings(Catalog(), Clock(datetime(2026, 1, 1), ZoneInfo("UTC"))))
