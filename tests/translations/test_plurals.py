"""What is counted is called rightly when it is one and when it is several: "1 row", "2 rows", « 0 ligne ».

A text counts one thing, `{n}`, and says both its forms, "{n} row(s) (was|were) read"; its French has a form for each.
Refused is a text in which another number stands before a word in the plural. Limits are written in capitals, and known
to be more than one.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.words import said, tr
from engine.texts import agreeing, say
from tests.translations.engine_texts import constants
from tests.translations.linguist import COMPILED, counts, read
from tests.translations.texts import ROOT, all_texts

SEVERAL = re.compile(
    r"\{([a-z_]+)\} (?:(?!(?:and|as|at|by|for|from|in|of|on|or|that|to|where|who|with)\b)[a-z-]+ ){0,2}"
    r"(?:(?!(?:as|does|has|is|its|this|was)\b)[a-z-]{2,}s|people)\b(?!\()"
)
"""A place before a word that looks like several; up to two words may stand between, such as "{n} different values"."""

PLUSIEURS = re.compile(
    r"\{([a-z_]+)\} (?:[a-zà-ÿ-]+[és] )?"
    r"(?!(?:dans|dedans|dehors|fois|mois|moins|pas|plus|requis|sans|sous|tous)\b)[a-zà-ÿ-]{2,}s\b"
)
"""The same in French."""

NUMBERS = {"number", "grouped", "len", "sum", "int", "round", "max", "min"}
"""Functions whose result is a number, or a number in words."""

INT = {"int", "int | None"}


def test_a_number_before_a_word_in_the_plural_has_a_form_for_one() -> None:
    wrong = [text for text, given in spoken() for place in SEVERAL.findall(text) if place in given]
    assert wrong == [], 'write "{n} row(s)", or put a text that counts in the place: rows=tr("{n} row(s)", rows)'


def test_french_has_a_form_for_one_where_a_number_stands_before_a_plural() -> None:
    french = read()
    wrong = [
        form
        for text, given in spoken()
        for room in ("app", "canvas", "engine")
        for form in french.get((room, text), ())[:1]
        for place in PLUSIEURS.findall(form)
        if place in given
    ]
    assert wrong == []


def test_a_text_with_two_forms_is_told_how_many() -> None:
    calls = (call for nodes in modules() for call in nodes if _called(call) == "tr")
    silent = [
        text
        for call in calls
        if isinstance(call, ast.Call) and len(call.args) < 2 and all(one.arg != "n" for one in call.keywords)
        for text in constants(call.args[0])
        if counts(text)
    ]
    assert silent == []


def test_what_follows_the_counted_word_agrees_with_it() -> None:
    unmarked = re.compile(r"(?:\(s\)|\(es\)|\(y\|ies\)|\(person\|people\)) (?:are|were|have|do)\b")
    assert [text for _, text in sorted(all_texts()) if unmarked.search(text)] == []


@pytest.mark.parametrize(("count", "english"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1200, "1,200 rows")])
def test_english_says_both_forms(count: int, english: str) -> None:
    QLocale.setDefault(QLocale("en_GB"))

    assert (tr("{n} row(s)", count), say("{n} row(s)", n=count), said(say("{n} row(s)", n=count))) == (english,) * 3


@pytest.mark.parametrize(("count", "french"), [(0, "0 ligne"), (1, "1 ligne"), (2, "2 lignes")])
def test_french_says_both_forms(count: int, french: str, qapp: QCoreApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    qapp.installTranslator(translator)
    try:
        assert (tr("{n} row(s)", count), said(say("{n} row(s)", n=count))) == (french, french)
    finally:
        qapp.removeTranslator(translator)


def test_forms_are_chosen_by_the_number() -> None:
    text = "{n} entr(y|ies) (was|were) read (by hand)"

    assert agreeing(text, 1) == "{n} entry was read (by hand)"
    assert agreeing(text, 0) == agreeing(text, 3) == "{n} entries were read (by hand)"


@cache
def modules() -> tuple[list[ast.AST], ...]:
    """The source of each module, taken apart."""
    paths = (path for room in ("app", "canvas", "engine") for path in sorted((ROOT / room).rglob("*.py")))
    return tuple([*ast.walk(ast.parse(path.read_text(encoding="utf-8")))] for path in paths)


@cache
def spoken() -> tuple[tuple[str, set[str]], ...]:
    """Every text that is said, with those of its values that are numbers, as far as the source says so."""
    return tuple(_spoken())


def _spoken() -> Iterator[tuple[str, set[str]]]:
    for nodes in modules():
        numbers = _numbers_of(nodes)
        for node in (one for one in nodes if isinstance(one, ast.Call)):
            call = node
            if isinstance(node.func, ast.Attribute) and node.func.attr == "format":
                call = node.func.value if isinstance(node.func.value, ast.Call) else node
            if _called(call) in {"tr", "say"}:
                given = {"n", *(one.arg or "" for one in node.keywords if _is_number(one.value, numbers))}
                yield from ((text, given) for text in constants(call.args[0]))


def _called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args else ""


def _numbers_of(nodes: list[ast.AST]) -> set[str]:
    """The names that stand for a whole number in a module."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.arg) and node.annotation is not None and ast.unparse(node.annotation) in INT:
            found.add(node.arg)
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _is_number(node.value, found):
            found.add(node.targets[0].id)
    return found


def _is_number(value: ast.expr, numbers: set[str]) -> bool:
    if isinstance(value, ast.Name):
        return value.id in numbers
    if isinstance(value, ast.Attribute):
        return value.attr in _fields()
    if isinstance(value, ast.BinOp):
        return _is_number(value.left, numbers) or _is_number(value.right, numbers)
    if isinstance(value, ast.BoolOp):
        return any(_is_number(one, numbers) for one in value.values)
    names = [one.id for one in ast.walk(value) if isinstance(one, ast.Name) and one.id not in NUMBERS]
    return _called(value) in NUMBERS and not (names and all(name.isupper() for name in names))


@cache
def _fields() -> frozenset[str]:
    """Fields that are whole numbers wherever a class has them."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for nodes in modules():
        for node in (one for made in nodes if isinstance(made, ast.ClassDef) for one in made.body):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                kinds[node.target.id].add(ast.unparse(node.annotation))
            elif isinstance(node, ast.FunctionDef) and node.decorator_list and node.returns is not None:
                kinds[node.name].add(ast.unparse(node.returns))
    return frozenset(name for name, found in kinds.items() if found <= INT)
