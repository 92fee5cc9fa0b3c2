"""The window speaks French throughout: every text has its French, with the same names in braces, compiled for Qt."""

import re
from pathlib import Path

import pytest

from tests.translations.linguist import COMPILED, compile_to, read
from tests.translations.texts import all_texts


def test_every_text_of_the_window_has_its_french() -> None:
    known = read()
    missing = sorted(text for text in all_texts() if not known.get(text) or not all(known[text]))
    assert missing == [], "run `python -m tests.translations`, and translate what it adds to the file"


def test_translations_name_the_same_values_as_the_texts() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{[a-z_]+\}", text))

    wrong = [(text, form) for (_, text), forms in read().items() for form in forms if names(form) != names(text)]
    assert wrong == []


def test_the_compiled_translations_are_those_of_the_file(tmp_path: Path) -> None:
    compile_to(tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == COMPILED.read_bytes(), "run `python -m tests.translations`"


@pytest.mark.parametrize("context", ["app", "canvas", "engine"])
def test_no_text_is_kept_that_nobody_shows(context: str) -> None:
    shown = all_texts()
    assert [text for text in read() if text[0] == context and text not in shown] == []
