"""Each function of the language, executed, against a value worked out by hand."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlglot import exp

from engine.catalog.model import Catalog
from engine.catalog.paths import unknown
from engine.catalog.sources import Clock, Surroundings, Typed, Variable
from engine.database import Database
from engine.expressions import FUNCTIONS, Group, check_expression, compile_expression
from engine.problems import EngineError
from engine.types import LONG, STRING

NOW = datetime(2025, 10, 1, 9, 0)


class Texts:
    """A scope with a few constants: @text, @none, @empty, @number."""

    surroundings = Surroundings(
        Catalog(), Clock(NOW, ZoneInfo("Europe/Paris")), {"channel": Variable("channel", "sms", STRING)}, seed=7
    )

    def attribute(self, path: str) -> Typed:
        known = {
            "text": Typed(exp.Literal.string("Été à l'eau"), STRING),
            "none": Typed(exp.Cast(this=exp.null(), to=STRING.to_sql()), STRING),
            "empty": Typed(exp.Literal.string(""), STRING),
            "number": Typed(exp.Literal.number(7), LONG),
        }
        if path not in known:
            raise EngineError(unknown("attribute", path, known))
        return known[path]

    def names(self) -> Iterable[str]:
        return ("text", "none", "empty", "number")

    def row_key(self) -> tuple[exp.Expr, ...]:
        return (exp.Literal.string("k1"),)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    found = Database(tmp_path_factory.mktemp("functions"), threads=1)
    yield found
    found.close()


VALUES: list[tuple[str, Any]] = [
    ("AddDays('2024-02-28', 1)", datetime(2024, 2, 29)),
    ("AddMonths('2025-01-31', 1)", datetime(2025, 2, 28)),
    ("AddYears('2024-02-29', 1)", datetime(2025, 2, 28)),
    ("AddHours('2025-01-01', -1)", datetime(2024, 12, 31, 23)),
    ("AddMinutes('2025-01-01 10:00', 90)", datetime(2025, 1, 1, 11, 30)),
    ("AddSeconds('2025-01-01 10:00', 61)", datetime(2025, 1, 1, 10, 1, 1)),
    ("SubDays('2025-03-01', 1)", datetime(2025, 2, 28)),
    ("SubMonths('2025-03-31', 1)", datetime(2025, 2, 28)),
    ("SubYears('2025-03-31', 2)", datetime(2023, 3, 31)),
    ("SubHours('2025-01-01', 1)", datetime(2024, 12, 31, 23)),
    ("SubMinutes('2025-01-01', 1)", datetime(2024, 12, 31, 23, 59)),
    ("SubSeconds('2025-01-01', 1)", datetime(2024, 12, 31, 23, 59, 59)),
    ("ConvertNTZ('2025-01-01 10:00')", datetime(2025, 1, 1, 10)),
    ("DateCmp('2025-01-01', '2025-01-02')", -1),
    ("DateCmp('2025-01-02', '2025-01-02')", 0),
    ("DateOnly('2025-01-02 23:59')", datetime(2025, 1, 2)),
    ("Day('2025-01-02')", 2), ("Month('2025-01-02')", 1), ("Year('2025-01-02')", 2025),
    ("Hour('2025-01-02 03:04:05')", 3), ("Minute('2025-01-02 03:04:05')", 4), ("Second('2025-01-02 03:04:05')", 5),
    ("DayOfYear('2024-12-31')", 366),
    ("DaysAgo(100)", datetime(2025, 6, 23, 9)), ("MonthsAgo(1)", datetime(2025, 9, 1, 9)), ("DaysAgoInt(1)", 20250930),
    ("YearsAgo(ToDate('2000-10-01'))", 25), ("YearsAgo(ToDate('2000-10-02'))", 24),
    ("DaysDiff('2025-01-02 00:00', '2025-01-01 12:00')", 0), ("DaysDiff('2025-01-03', '2025-01-01')", 2),
    ("MonthsDiff('2025-03-30', '2025-01-31')", 1), ("YearsDiff('2025-03-01', '2024-03-02')", 0),
    ("HoursDiff('2025-01-01 12:00', '2025-01-01 10:30')", 1), ("MinutesDiff('2025-01-01 00:02', '2025-01-01')", 2),
    ("SecondsDiff('2025-01-01', '2025-01-01 00:00:05')", -5),
    ("DaysOld('2025-09-30')", 1), ("MonthsOld('2025-08-01')", 2), ("YearsOld('1990-10-02')", 34),
    ("GetDate()", NOW), ("Oldest('2025-01-02', '2025-01-01')", datetime(2025, 1, 1)),
    ("ToDate('2025-01-02 10:00')", date(2025, 1, 2)), ("ToDateTime('2025-01-02')", datetime(2025, 1, 2)),
    ("ToTimestamp('nonsense')", None),
    ("ToTimeZone('2025-07-01 10:00', 'Europe/Paris')", datetime(2025, 7, 1, 12)),
    ("TruncDate('2025-01-01 10:07:31', 900)", datetime(2025, 1, 1, 10)),
    ("TruncDateTZ('2025-07-01 10:07', 3600, 'Europe/Paris')", datetime(2025, 7, 1, 12)),
    ("TruncTime('2025-01-01 10:07:31', 60)", time(10, 7)),
    ("TruncWeek('2025-10-01')", datetime(2025, 9, 29)), ("TruncQuarter('2025-11-30')", datetime(2025, 10, 1)),
    ("TruncYear('2025-11-30')", datetime(2025, 1, 1)),
    ("WeekDay('2025-09-29')", 0), ("WeekDay('2025-10-05')", 6), ("YearAndMonth('2025-10-05')", 202510),
    ("Round(Distance(-0.1278, 51.5074, 2.3522, 48.8566), 1)", 343.6),
    ("Abs(-3)", 3), ("Ceil(1.2)", 2), ("Floor(-1.2)", -2), ("Greatest(1, 2)", 2), ("Least(1, 2)", 1),
    ("Mod(7, 3)", 1), ("Mod(7, 0)", None), ("Percent(1, 4)", 25.0), ("Percent(1, 0)", None),
    ("Round(2.345, 1)", 2.3), ("Sign(-9)", -1), ("ToDouble('1.5')", 1.5), ("ToDouble('x')", None),
    ("ToInteger(-1.9)", -1), ("ToInt64('12')", 12), ("Trunc(2.79, 1)", 2.7),
    ("Iif(1 < 2, 'a', 'b')", "a"), ("Iif(null = 1, 'a', 'b')", "b"), ("Decode(1, 1, 'x', 'y')", "x"),
    ("Coalesce(0, 5)", 5), ("Coalesce(3, 5)", 3), ("IsEmptyString(@empty, 1, 2)", 1), ("IsEmptyString(@none, 1, 2)", 1),
    ("NoNull(@none)", ""), ("GetEmailDomain('A@Orange.CO.uk')", "orange.co.uk"), ("RowId()", 1),
    ("SetBit(4, 1)", 5), ("ClearBit(5, 1)", 4), ("IsBitSet(5, 4)", True), ("ToBoolean(0)", False),
    ("Case(When(@number > 9, 'high'), When(@number > 5, 'mid'), Else('low'))", "mid"),
    ("AllNonNull2('a', @empty)", False), ("AllNonNull3('a', 'b', 'c')", True),
    ("Ascii('A')", 65), ("Char(66)", "B"), ("Charindex('banana', 'nan')", 3), ("Charindex('a', 'x')", 0),
    ("DataLength('é')", 2), ("Length('é')", 1), ("IfEquals('a', 'a', 1, 2)", 1), ("IsMemoNull(@none)", True),
    ("JuxtWords('a ', @none)", "a"), ("JuxtWords('a', 'b')", "a b"), ("JuxtWords3('a', @empty, 'c')", "a c"),
    ("Left('abc', 2)", "ab"), ("Right('abc', 2)", "bc"), ("Lower(@text)", "été à l'eau"), ("Upper('é')", "É"),
    ("Smart('jean pierre')", "Jean Pierre"), ("LPad('7', 3, '0')", "007"), ("RPad('7', 3, '0')", "700"),
    ("Ltrim('  a')", "a"), ("Rtrim('a  ')", "a"),
    ("Md5Digest('a')", hashlib.md5(b"a").hexdigest()), ("Sha256Digest('a')", hashlib.sha256(b"a").hexdigest()),
    ("MemoContains('abc', 'b')", True), ("Replace('aXbX', 'X', '-')", "a-b-"), ("Substring('abcdef', 2, 3)", "bcd"),
    ("ToString(12)", "12"), ("VirtualLink(9, 1, 1)", 9), ("VirtualLinkStr('k', 1, 2)", None),
    ("GetLine('a\nb\nc', 2)", "b"), ("Line('a\nb', 1)", "a"),
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("7 / 2", 3.5), ("1 / 0", None), ("7 % 4", 3), ("-(2 - 5)", 3),
    ("'a' + 'b'", "ab"), ("'it''s'", "it's"), ("not (1 = 2)", True), ("1 = 1 and 2 = 3 or 3 = 3", True),
    ("1 = 2 and (2 = 3 or 3 = 3)", False), ("@none is null", True), ("@text is not null", True),
    ("@number in (1, 7)", True), ("@number not in (1, 7)", False), ("@number between 5 and 7", True),
    ("'Jones' like 'Jon%s'", True), ("'a_b' like 'a_b'", True), ("'axb' like 'a_b'", False),
    ("$(vars/@channel) = 'sms'", True), ("$(vars/@undeclared) is null", True),
    ("'2025-01-02' < GetDate()", True),
    ("'''; DROP TABLE x; --'", "'; DROP TABLE x; --"),
]  # fmt: skip


@pytest.mark.req("ORC-215", "ORC-216", "ORC-217", "ORC-218", "ORC-219", "ORC-221", "ORC-222", "ORC-160")
@pytest.mark.parametrize(("source", "expected"), VALUES, ids=lambda value: str(value)[:40])
def test_an_expression_has_its_value(database: Database, source: str, expected: Any) -> None:
    typed = compile_expression(source, Texts())

    value = database.writer.run(lambda cursor: cursor.value_of(typed.tree))

    if isinstance(expected, float):
        assert float(value) == pytest.approx(expected)
    else:
        assert value == expected


def test_every_function_but_aggregates_and_draws_has_a_value_above() -> None:
    text = " ".join(source.lower() for source, _ in VALUES)
    missing = [
        one.name
        for one in FUNCTIONS.values()
        if one.group is not Group.AGGREGATE
        and f"{one.name.lower()}(" not in text
        and one.name not in {"Random", "NewUUID"}
    ]
    assert missing == []


@pytest.mark.req("ORC-77", "ORC-217")
def test_draws_are_those_of_the_seed_and_the_key(database: Database) -> None:
    digest = hashlib.md5(b"7|random|k1").hexdigest()

    value = database.writer.run(lambda cursor: cursor.value_of(compile_expression("Random()", Texts()).tree))

    assert value == pytest.approx(int(digest[:12], 16) / 2**48)


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize(
    ("source", "code", "position", "hint"),
    [
        ("", "expression-syntax", 0, ""), ("1 +", "expression-syntax", 3, ""), ("(1", "expression-syntax", 2, ""),
        ("'abc", "expression-syntax", 0, "'"), ('"abc"', "expression-syntax", 0, "'text'"),
        ("1 2", "expression-syntax", 2, ""), ("city", "expression-syntax", 0, "@city"),
        ("1 + @txt", "unknown-attribute", 4, "'text'"), ("Lenght(@text)", "unknown-function", 0, "Length"),
        ("Left('a')", "wrong-arity", 0, "Left(text, count)"), ("Abs('a')", "wrong-type", 4, "Abs(number)"),
        ("Sum(@number) > 1", "misplaced-aggregate", 0, ""), ("RowNum()", "misplaced-window", 0, ""),
        ("GetMirrorURL('a')", "refused-function", 0, "network"), ("@text > 3", "wrong-type", 6, ""),
        ("1 = 1 and 'x'", "wrong-type", 10, ""), ("(" * 5000, "expression-too-deep", 61, ""),
        ("1" + "+1" * 20_000, "expression-too-long", 20_000, ""), ("@a;drop", "expression-syntax", 2, ""),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_a_fault_is_told_with_its_position_and_a_hint(source: str, code: str, position: int, hint: str) -> None:
    kind, problems = check_expression(source, Texts())

    assert kind is None
    assert (problems[0].code, problems[0].check in {"V07", "V08"}) == (code, True)
    assert problems[0].position == position
    assert hint in problems[0].fix
