"""Texts are English strings that another language can say: templates and values, whose braces are data."""

import copy
import json

from hypothesis import given
from hypothesis import strategies as st

from engine.dossier.speech import Speech
from engine.problems import Problem
from engine.texts import (
    Text,
    any_of,
    declared,
    from_json,
    grouped,
    quoted,
    say,
    sentences,
    to_json,
    translated,
    with_values,
)

FRENCH = {
    "The column {column} has {n} rows.": "La colonne {column} a {n} lignes.",
    "'{text}'": "« {text} »",
    "{text} {more}": "{text} {more}",
    "Rename one.": "Renommez-en une.",
    "link": "lien",
    "There is no {noun} {name}.": "{name} : {noun} introuvable.",
}


def french(text: str) -> str:
    return translated(text, lambda template, _count: FRENCH.get(template, template), lambda value: f"{value:_}")


def test_a_text_is_an_english_string_and_says_itself_in_french() -> None:
    text = say("The column {column} has {n} rows.", column=quoted("city"), n=12431)
    assert text == "The column 'city' has 12,431 rows."
    assert json.loads(json.dumps({"text": text})) == {"text": "The column 'city' has 12,431 rows."}
    assert french(text) == "La colonne « city » a 12_431 lignes."
    assert french(copy.deepcopy(text)) == french(text)


def test_values_that_are_texts_are_said_in_french_too() -> None:
    assert french(say("There is no {noun} {name}.", noun=declared("link"), name="link")) == "link : lien introuvable."
    assert french(sentences(say("Rename one."), "", "Rename one.")) == "Renommez-en une. Renommez-en une."
    assert sentences("", "") == ""
    assert any_of(["a", quoted("b"), "c"]) == "a or 'b' or c"


def test_a_number_may_be_counted_later() -> None:
    text = say("The column {column} has {n} rows.", column="a")
    assert text.counts
    assert with_values(text, n=2) == "The column a has 2 rows."
    assert not with_values(text, n=2).counts
    assert say("At most {most}.", most=grouped(5000)) == "At most 5,000."


@given(st.text(), st.text())
def test_what_a_user_typed_is_never_taken_for_a_template(name: str, other: str) -> None:
    text = say("{name}, {other}.", name=name, other=other)
    assert text == name + ", " + other + "."
    assert french(text) == text
    assert say("{file}: {what}", file=name, what=text) == name + ": " + text
    assert quoted(name) == repr(name)


def test_braces_in_values_stay_in_french() -> None:
    hostile = "{n} {column} {0} %s {{}} %n"
    text = say("The column {column} has {n} rows.", column=hostile, n=3)
    assert french(text) == f"La colonne {hostile} a 3 lignes."


def test_the_engine_says_problems_in_french_without_a_window() -> None:
    problem = Problem("unknown-link", say("There is no {noun} {name}.", noun=declared("link"), name=quoted("städte")))
    assert Speech("fr").said(problem.what) == "« städte » : lien introuvable."
    counted = say("{n} row(s) (has|have) no identity and (is|are) not saved.")
    assert Speech("fr").said(with_values(counted, n=1)).startswith("1 ligne n’a pas")
    assert Speech("fr").said(with_values(counted, n=2)).startswith("2 lignes n’ont pas")
    assert isinstance(problem.what, Text)
    assert str(problem) == "There is no link 'städte'."


def test_a_kept_text_can_still_be_said_in_french() -> None:
    text = say("There is no {noun} {name}.", noun=declared("link"), name=quoted("say:{"))
    counted = say("The column {column} has {n} rows.", column="a", n=grouped(1200).value)
    for one in (text, counted, "say:{}", "plain {n}", "", sentences(text, "Rename one.")):
        kept = from_json(to_json(one))
        assert kept == one
        assert french(kept) == french(one)
    assert to_json("plain") == "plain"
