"""Texts that mean harm, or that nobody would write: each ends in a value or in a sentence."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlglot import exp

from engine.database import Store
from engine.expressions import check_expression, compile_expression, complete, signature_at
from engine.expressions.syntax import MOST_CHARACTERS
from tests.engine.expressions.calculator import Calculator, SmallScope

INJECTIONS = [
    "'; DROP TABLE t; --",
    "' OR '1'='1",
    "\\'; SELECT 1; --",
    "') UNION SELECT 1 --",
    '/* */ " ; $$ $1 ? :x {{x}} %s',
    "😀\u202e\u0000\u2028\n\r\t",
    "E'\\x27",
]


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize("text", INJECTIONS)
def test_a_text_is_only_ever_a_text(calculator: Calculator, text: str) -> None:
    quoted = text.replace("'", "''")
    assert calculator.value(f"'{quoted}'") == text
    assert calculator.value(f"@name = '{quoted}'", {"name": text}) is True
    assert calculator.value(f"Length(Replace(@name, '{quoted}', ''))", {"name": text}) == 0
    assert calculator.database.tables(Store.DATA) == set()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_comes_back_as_it_was(calculator: Calculator, text: str) -> None:
    quoted = text.replace("'", "''")
    assert calculator.value(f"'{quoted}'") == text


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("(" * 10_000 + "1" + ")" * 9_000, "expression-too-deep"),
        ("(" * 10_000, "expression-too-deep"),
        ("not " * 4_000 + "true", "expression-too-deep"),
        ("-" * 15_000 + "1", "expression-too-deep"),
        ("1" + "+1" * 9_000, "expression-too-deep"),
        ("1" + "=1" * 9_000, "expression-too-deep"),
        ("Lower(" * 2_000 + "@name" + ")" * 2_000, "expression-too-deep"),
        ("@age between 1 and " * 1_000 + "1", "expression-too-deep"),
        ("@age " + "is null " * 2_000, "expression-too-deep"),
        ("1" + "+1" * 20_000, "expression-too-long"),
        ("'" + "a" * 1_000_000 + "'", "expression-too-long"),
        ("'" * 15_001, "expression-syntax"),
        ("[" * 15_000, "expression-syntax"),
        ("x " * 9_000, "expression-syntax"),
        ("9" * 15_000, "wrong-number"),
        ("MonthsDiff(@born, AddDays(@born, " * 20 + "1" + "))" * 20, "expression-too-large"),
        ("Distance(1, 1, 1, " * 40 + "1" + ")" * 40, "expression-too-large"),
    ],
    ids=lambda value: value[:20],
)
def test_a_monstrous_text_ends_in_a_sentence(source: str, code: str) -> None:
    _, problems = check_expression(source, SmallScope())
    assert problems[0].code == code
    assert problems[0].what.endswith(".")
    assert len(str(problems[0])) < 400


def test_long_lists_and_long_chains_of_conditions_are_welcome(calculator: Calculator) -> None:
    values = ", ".join(str(number) for number in range(3_000))
    assert calculator.value(f"@age in ({values})") is True
    assert calculator.value(" or ".join(["@age=1"] * 1_500 + ["@age=42"])) is True
    assert calculator.value(" and ".join(["@age=42"] * 1_500)) is True
    assert calculator.value(" || ".join(["'x'"] * 2_000)) == "x" * 2_000


def test_the_deepest_allowed_expressions_still_run(calculator: Calculator) -> None:
    assert calculator.value("(" * 55 + "1" + ")" * 55) == 1
    assert calculator.value("Abs(" * 55 + "1" + ")" * 55) == 1
    assert calculator.value("1" + " + 1" * 55) == 56
    assert calculator.value("NoNull(" * 30 + "@name" + ")" * 30) == "Anna"


PIECES = [
    "@age", "@name", "@born", "@nope", "[product/@label]", "[", "]", "$(vars/@x)", "$", "(", ")", ",", "+", "-", "*",
    "/", "=", "<", "and", "or", "not", "is", "null", "in", "like", "between", "true", "'",
    "''", "'a'", "'2025-01-01'", "1",
    "1.5", "1e9", "Iif(", "Sum(", "DaysAgo(", "Case(", "When(", "Else(", "RowNum(", "OrderBy(", "Desc(", "Length(",
    "ToString(", "Coalesce(", ";", "--", '"', "😀", " ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_no_mixture_of_pieces_crashes(calculator: Calculator, pieces: list[str]) -> None:
    source = " ".join(pieces)
    kind, problems = check_expression(source, SmallScope(), windows=True)
    complete(source, len(source), SmallScope())
    signature_at(source, len(source))
    for problem in problems:
        assert problem.position is not None
        assert 0 <= problem.position <= len(source)
    if kind is None:
        assert any(problem.is_error for problem in problems)
        return
    assert compile_expression(source, SmallScope(), windows=True).type == kind
    # The values among the pieces are small, so that no number can become too large.
    calculator.value(source)


def test_a_tree_holds_no_name_that_was_not_asked_of_the_scope() -> None:
    typed = compile_expression("Iif(@age > 1, Upper([product/@label]), 'city')", SmallScope())
    assert {(column.table, column.name) for column in typed.tree.find_all(exp.Column)} == {
        ("t", "age"),
        ("t", "product/label"),
    }


def test_checking_stays_quick_for_the_longest_text() -> None:
    source = " or ".join(["Left(@name, 2) = 'An'"] * (MOST_CHARACTERS // 26))
    started = time.process_time()
    assert check_expression(source, SmallScope())[1] == ()
    assert time.process_time() - started < 5
