"""The language itself: operators, names, literals and nulls; and what it says when something is wrong."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from engine.catalog.sources import Variable
from engine.expressions import check_expression, compile_expression, paths_of, uses_clock, variables_of
from engine.problems import EngineError, Severity
from engine.types import DATE, LONG, STRING, TIME, DataType
from tests.engine.expressions.calculator import Calculator, SmallScope, variable

VALUES: dict[str, Any] = {
    "1 + 2 * 3": 7,
    "(1 + 2) * 3": 9,
    "10 - 2 - 3": 5,
    "-(2 - 5)": 3,
    "1 - -1": 2,
    "+@age": 42,
    "-@tiny": 128,
    "7 / 2": 3.5,
    "-7 / 2": -3.5,
    "1 / 0": None,
    "7 % 4": 3,
    "7 % 0": None,
    "@age * 2.5": 105.0,
    "2147483647 + 1": 2**31,
    "@age * 2147483647": 42 * (2**31 - 1),
    "@tiny - 1": -129,
    "@price * 2": Decimal("39.98"),
    "@price * @price": Decimal("399.6001"),
    "@price - 0.99": 19.0,
    "0.1 + 0.2": 0.1 + 0.2,
    "1e3": 1000.0,
    "99999999999999999999": 1e20,
    "@missing + 1": None,
    "null + 1": None,
    "'a' + 'b'": "ab",
    "'a' || @name || 'b'": "aAnnab",
    "'a' || @none": None,
    "'it''s'": "it's",
    "''": "",
    "'100% \\ \"x\" é😀'": '100% \\ "x" é😀',
    "'line\nline'": "line\nline",
    "true and not false": True,
    "not true or true": True,
    "1 = 1 and 2 = 3 or 3 = 3": True,
    "1 = 2 and (2 = 3 or 3 = 3)": False,
    "not @age = 42": False,
    "@missing = 1 or true": True,
    "@missing = 1 and true": None,
    "@missing = 1 and false": False,
    "@age != 41": True,
    "@age <> 42": False,
    "@age >= @score": True,
    "@name = 'anna'": False,
    "@name < 'B'": True,
    "@name is null": False,
    "@none is null": True,
    "@none IS NOT NULL": False,
    "@empty is null": False,
    "@age + 1 is null": False,
    "(@missing = 1) is null": True,
    "@age in (1, 42)": True,
    "@age not in (1, 7)": True,
    "@age in (1, null)": None,
    "@name in ('Bob', @name)": True,
    "@born in ('2000-02-29', '2001-01-01')": True,
    "@age between 40 and 42 and true": True,
    "@age not between 40 and 42": False,
    "@born between '2000-01-01' and '2000-12-31'": True,
    "@name like 'A%a'": True,
    "@name like 'A__a'": False,
    "'a_b' like 'a_b'": True,
    "'a!b' like '%!%'": True,
    "@name not like 'B%'": True,
    "@none like 'A%'": None,
    "@member": True,
    "@member = true": True,
    "@member <> @member": False,
    "@born = '2000-02-29'": True,
    "'2000-02-29' = @born": True,
    "@born < @seen": True,
    "@seen >= '2025-09-30'": True,
    "@seen = '2025-09-30 23:59:58.5'": True,
    "@born > DaysAgo(30)": False,
    "@opens > '09:00'": True,
    "@opens = '09:30:15'": True,
    "[@first name]": "Zoë",
    "[@Ünï'cöde 😀]": "ok",
    "[product/@label]": "Mug",
    "[ product / @label ]": "Mug",
    "@born": date(2000, 2, 29),
    "@opens": time(9, 30, 15),
    "lower(UPPER(@name))": "anna",
    "null": None,
}


@pytest.mark.req("ORC-213", "ORC-221")
@pytest.mark.parametrize("expression", VALUES)
def test_operators_names_and_literals_have_their_value(calculator: Calculator, expression: str) -> None:
    assert calculator.value(expression) == VALUES[expression]


VARIABLES: dict[str, Variable] = {
    "channel": variable("sms"),
    "hostile": variable("x'; DROP TABLE t; --"),
    "count": variable(12, LONG),
    "many": variable("12"),
    "since": variable("2000-01-01"),
    "flag": variable("true"),
    "bad": variable("twelve"),
    "gone": variable(None),
    "extra": variable("7", declared=False),
}


@pytest.mark.req("ORC-222", "ORC-160")
@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("$(vars/@channel) = 'sms'", True),
        ("$( vars/@channel )", "sms"),
        ("$(vars/@hostile)", "x'; DROP TABLE t; --"),
        ("$(vars/@count) + 1", 13),
        ("$(vars/@many) > 5", True),
        ("$(vars/@many) + 1", 13.0),
        ("$(vars/@bad) > 5", None),
        ("@born >= $(vars/@since)", True),
        ("DaysDiff(@born, $(vars/@since))", 59),
        ("$(vars/@flag) and @member", True),
        ("@name like $(vars/@gone)", None),
        ("@name like $(vars/@channel)", False),
        ("$(vars/@gone) is null", True),
        ("$(vars/@extra) = 7", True),
        ("$(vars/@undeclared) is null", True),
        ("$(vars/@undeclared) > 5", None),
        ("Length($(vars/@channel))", 3),
        ("Iif($(vars/@channel) = 'sms', @age, $(vars/@many))", 42.0),
    ],
)
def test_variables_are_texts_that_become_what_is_needed(
    calculator: Calculator, expression: str, expected: object
) -> None:
    assert calculator.value(expression, scope=SmallScope(VARIABLES)) == expected


FAULTS: list[tuple[str, str, int, str]] = [
    ("", "expression-syntax", 0, "Write the value"),
    ("   ", "expression-syntax", 3, "Write the value"),
    ("1 +", "expression-syntax", 3, "Write the value"),
    ("(1", "expression-syntax", 2, "parenthesis"),
    ("1)", "expression-syntax", 1, "operator"),
    ("1 2", "expression-syntax", 2, "operator"),
    ("* 2", "expression-syntax", 0, "@name"),
    ("'abc", "expression-syntax", 0, "'"),
    ("1 + 'a''", "expression-syntax", 4, "'"),
    ('@name = "Anna"', "expression-syntax", 8, "'text'"),
    ("city", "expression-syntax", 0, "@city"),
    ("@", "expression-syntax", 0, "@city"),
    ("@a;drop", "expression-syntax", 2, "Remove"),
    ("[product/label]", "expression-syntax", 0, "[product/@label]"),
    ("[/@label]", "expression-syntax", 0, "[product/@label]"),
    ("1 + [product", "expression-syntax", 4, "[link/@name]"),
    ("$(var/@x)", "expression-syntax", 0, "$(vars/@name)"),
    ("@age is 5", "expression-syntax", 8, "null"),
    ("@age in 5", "expression-syntax", 8, "parentheses"),
    ("@age between 1", "expression-syntax", 14, "and"),
    ("@age not 5", "expression-syntax", 9, "Remove"),
    ("Left(@name 2)", "expression-syntax", 11, "comma"),
    ("1 -- comment", "expression-syntax", 5, "@comment"),
    ("1 /* x */", "expression-syntax", 3, "Write an attribute"),
    ("'a\ud800'", "expression-syntax", 0, "again"),
    ("1 + @agee", "unknown-attribute", 4, "'age'"),
    ("[prodct/@label]", "unknown-attribute", 0, "'product/label'"),
    ("1 + Lenght(@name)", "unknown-function", 4, "Length"),
    ("Zzz()", "unknown-function", 0, "list of functions"),
    ("GetMirrorURL(@name)", "refused-function", 0, "network"),
    ("1 = 1 and GetMirrorURL('x')", "refused-function", 10, "network"),
    ("AESEncrypt(@name)", "wrong-arity", 0, "AESEncrypt(text, key)"),
    ("AESEncrypt(@name, 'nobody-00000000')", "wrong-constant", 18, "jalon key new"),
    ("AESEncrypt(@name, '../../id_rsa')", "wrong-constant", 18, "jalon key new"),
    ("AESEncrypt(@name, @city)", "wrong-constant", 18, "jalon key new"),
    ("Left('a')", "wrong-arity", 0, "Left(text, count)"),
    ("GetDate(1)", "wrong-arity", 0, "GetDate()"),
    ("Round()", "wrong-arity", 0, "Round(number, decimals?)"),
    ("Abs(@name)", "wrong-type", 4, "Abs(number)"),
    ("Length(5)", "wrong-type", 7, "ToString"),
    ("YearsOld('soon')", "wrong-type", 9, "'2025-12-31'"),
    ("YearsOld(@name)", "wrong-type", 9, "ToDate"),
    ("Day(@opens)", "wrong-type", 4, "ToDate"),
    ("@born > 'soon'", "wrong-type", 8, "'2025-12-31'"),
    ("@born > '2025-02-30'", "wrong-type", 8, "'2025-12-31'"),
    ("@born > '2025-01-01T00:00:00+02:00'", "wrong-type", 8, "offset"),
    ("@opens > @born", "wrong-type", 9, "'09:30'"),
    ("@name = 5", "wrong-type", 8, "quotes"),
    ("@age = '5'", "wrong-type", 7, "without quotes"),
    ("@member > false", "wrong-type", 8, "= for true and false"),
    ("@born + 1", "wrong-type", 0, "AddDays"),
    ("@age and true", "wrong-type", 0, "Compare"),
    ("not @name", "wrong-type", 4, "Compare"),
    ("@age || 'x'", "wrong-type", 0, "ToString"),
    ("@age like 'x'", "wrong-type", 0, "ToString"),
    ("@name like @city", "wrong-pattern", 11, "MemoContains"),
    ("Iif(true, 1, 'x')", "wrong-type", 13, "without quotes"),
    ("Iif(true, @age, @name)", "wrong-type", 16, "without quotes"),
    ("Decode(@age, 'x', 1, 2)", "wrong-type", 13, "without quotes"),
    ("Case(1)", "wrong-case", 5, "When"),
    ("Case(Else(1))", "wrong-case", 0, "When"),
    ("Case(Else(1), When(true, 2))", "wrong-case", 5, "When"),
    ("Case(When(@age, 2))", "wrong-type", 10, "Compare"),
    ("Case(When(true, 2), Else('x'))", "wrong-type", 25, "without quotes"),
    ("ToTimeZone(@seen, 'Mars/Olympus')", "wrong-constant", 18, "cannot come from an attribute"),
    ("ToTimeZone(@seen, '../../etc/passwd')", "wrong-constant", 18, "cannot come from an attribute"),
    ("ToTimeZone(@seen, @name)", "wrong-constant", 18, "cannot come from an attribute"),
    ("Round(1.5, @age)", "wrong-constant", 11, "cannot come from an attribute"),
    ("Round(1.5, 13)", "wrong-constant", 11, "cannot come from an attribute"),
    ("1e400", "wrong-number", 0, "smaller"),
]


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize(("source", "code", "position", "hint"), FAULTS, ids=[repr(one[0]) for one in FAULTS])
def test_a_fault_is_told_with_its_place_and_what_to_do(source: str, code: str, position: int, hint: str) -> None:
    kind, problems = check_expression(source, SmallScope())
    assert kind is None
    assert [(problem.code, problem.position) for problem in problems] == [(code, position)]
    assert problems[0].check in {"V07", "V08"}
    assert problems[0].severity is Severity.ERROR
    assert hint in problems[0].fix
    with pytest.raises(EngineError) as raised:
        compile_expression(source, SmallScope())
    assert raised.value.problem == problems[0]


@pytest.mark.req("ORC-213")
def test_all_faults_are_found_at_once_from_left_to_right() -> None:
    _, problems = check_expression("@agee + Lenght(@nam) > Abs('x') and Left(1)", SmallScope())
    assert [(problem.code, problem.position) for problem in problems] == [
        ("unknown-attribute", 0),
        ("unknown-function", 8),
        ("unknown-attribute", 15),
        ("wrong-type", 27),
        ("wrong-arity", 36),
    ]


@pytest.mark.req("ORC-213")
def test_a_comparison_with_null_is_a_warning_and_still_has_a_value(calculator: Calculator) -> None:
    kind, problems = check_expression("@age = null", SmallScope())
    assert kind == DataType.parse("boolean")
    assert [(problem.code, problem.severity, problem.position) for problem in problems] == [
        ("compared-with-null", Severity.WARNING, 7)
    ]
    assert calculator.value("@age = null") is None


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("@name", STRING),
        ("@born", DATE),
        ("@opens", TIME),
        ("@age + 1", LONG),
        ("null", STRING),
        ("@price", DataType.parse("decimal(12,2)")),
    ],
)
def test_the_type_of_the_result_is_known_without_data(source: str, kind: DataType) -> None:
    assert check_expression(source, SmallScope()) == (kind, ())


def test_an_expression_tells_what_it_reads() -> None:
    source = "Iif(@age > $(vars/@low) and [product/@label] = 'x', DaysAgo(@age), $(vars/@since))"
    assert paths_of(source) == ("age", "product/label", "age")
    assert variables_of(source) == ("low", "since")
    assert uses_clock(source)
    assert uses_clock("1 + YearsOld(@born)")
    assert not uses_clock("Upper('DaysAgo(3)') = @name")
    with pytest.raises(EngineError):
        paths_of("1 +")


def test_the_clock_is_the_frozen_one(calculator: Calculator) -> None:
    assert calculator.value("GetDate()") == datetime(2025, 10, 1, 9)
