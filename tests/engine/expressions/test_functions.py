"""Each function, computed by the database; what is expected was worked out by hand or by plain Python."""

import calendar
import hashlib
import math
import random
import re
import uuid
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.expressions import FUNCTIONS, REFUSED, Group, compile_expression
from tests.engine.expressions.calculator import NOW, ROW, Calculator, SmallScope

Cases = dict[str, Any]

FIELD = """
    Avg Count CountAll Countdistinct Max Min StdDev StringAgg Sum AddSeconds AddMinutes AddHours AddDays AddMonths
    AddYears SubSeconds SubMinutes SubHours SubDays SubMonths SubYears ConvertNTZ DateCmp DateOnly Day Month Year
    Hour Minute Second DayOfYear DaysAgo MonthsAgo DaysAgoInt YearsAgo SecondsDiff MinutesDiff HoursDiff DaysDiff
    MonthsDiff YearsDiff DaysOld MonthsOld YearsOld GetDate Oldest ToDate ToDateTime ToTimestamp ToTimeZone
    TruncDate TruncDateTZ TruncTime TruncWeek TruncQuarter TruncYear WeekDay YearAndMonth Distance Abs Ceil Floor
    Greatest Least Mod Percent Random Round Sign ToDouble ToInteger ToInt64 Trunc AESEncrypt Case When Else Iif
    Decode Coalesce IsEmptyString NoNull GetEmailDomain GetMirrorURL NewUUID RowId SetBit ClearBit IsBitSet
    ToBoolean AllNonNull2 AllNonNull3 Ascii Char Charindex dataLength Length GetLine Line IfEquals IsMemoNull
    JuxtWords JuxtWords3 Left Right Lower Upper Smart LPad RPad Ltrim Rtrim Md5Digest Sha256Digest Sha512Digest
    MemoContains NodeValue Replace Substring ToString VirtualLink VirtualLinkStr _Over_ PartitionBy OrderBy Desc
    RowNum
"""

DATES: Cases = {
    "AddSeconds('2025-12-31 23:59:59', 1)": datetime(2026, 1, 1),
    "AddMinutes(@born, 90)": datetime(2000, 2, 29, 1, 30),
    "AddHours(@born, -1)": datetime(2000, 2, 28, 23),
    "AddDays('2024-02-28', 1)": datetime(2024, 2, 29),
    "AddDays(@born, 1.9)": datetime(2000, 3, 1),
    "AddDays(@born, -1.9)": datetime(2000, 2, 28),
    "AddDays(@born, @missing)": None,
    "AddDays(@never, 1)": None,
    "AddDays(null, 1)": None,
    "AddMonths('2024-01-31', 1)": datetime(2024, 2, 29),
    "AddMonths('2023-01-31', 1)": datetime(2023, 2, 28),
    "AddMonths('2024-03-31', -1)": datetime(2024, 2, 29),
    "AddYears('2024-02-29', 1)": datetime(2025, 2, 28),
    "SubSeconds('2025-01-01', 1)": datetime(2024, 12, 31, 23, 59, 59),
    "SubMinutes('2025-01-01', 1)": datetime(2024, 12, 31, 23, 59),
    "SubHours('2025-01-01', 1)": datetime(2024, 12, 31, 23),
    "SubDays('2024-03-01', 1)": datetime(2024, 2, 29),
    "SubMonths('2024-03-31', 1)": datetime(2024, 2, 29),
    "SubYears('2024-02-29', 4)": datetime(2020, 2, 29),
    "DateCmp(@born, @seen)": -1,
    "DateCmp('2025-01-02', '2025-01-01 23:59')": 1,
    "DateCmp('2025-01-02', '2025-01-02 00:00')": 0,
    "DateCmp(@never, @born)": None,
    "DateOnly(@seen)": datetime(2025, 9, 30),
    "Day(@seen)": 30,
    "Month(@seen)": 9,
    "Year(@seen)": 2025,
    "Hour(@seen)": 23,
    "Minute(@seen)": 59,
    "Second(@seen)": 58,
    "Hour(@opens)": 9,
    "Minute(@opens)": 30,
    "Second(@opens)": 15,
    "Year(@never)": None,
    "DayOfYear('2024-12-31')": 366,
    "DayOfYear('2025-12-31')": 365,
    "DaysAgo(30)": datetime(2025, 9, 1, 9),
    "MonthsAgo(1)": datetime(2025, 9, 1, 9),
    "MonthsAgo(-1)": datetime(2025, 11, 1, 9),
    "DaysAgoInt(1)": 20250930,
    "YearsAgo(25)": datetime(2000, 10, 1, 9),
    "YearsAgo(@age)": datetime(1983, 10, 1, 9),
    "YearsAgo(@born)": 25,
    "YearsAgo('2000-10-02')": 24,
    "GetDate()": NOW,
    "SecondsDiff(@seen, '2025-09-30')": 86398,
    "MinutesDiff('2025-01-01 00:01:59', '2025-01-01')": 1,
    "HoursDiff('1960-01-01', '1960-01-02 01:30')": -25,
    "DaysDiff('2025-01-02 10:00', '2025-01-01 11:00')": 0,
    "DaysDiff('2025-01-02 11:00', '2025-01-01 11:00')": 1,
    "DaysDiff('2025-01-01', '2025-01-03')": -2,
    "MonthsDiff('2024-02-29', '2024-01-31')": 1,
    "MonthsDiff('2024-02-29', '2024-01-31 00:00:01')": 0,
    "MonthsDiff('2024-01-31', '2024-02-29')": -1,
    "YearsDiff('2025-02-28', '2024-02-29')": 1,
    "YearsDiff('2025-02-27', '2024-02-29')": 0,
    "YearsDiff(@never, @born)": None,
    "DaysOld('2025-09-30')": 1,
    "DaysOld('2025-09-30 10:00')": 0,
    "DaysOld('2025-10-03')": -1,
    "MonthsOld('2025-08-31')": 1,
    "YearsOld(@born)": 25,
    "YearsOld('2000-10-01')": 25,
    "YearsOld('2000-10-02')": 24,
    "Oldest(@born, '1999-12-31')": date(1999, 12, 31),
    "Oldest(@born, @seen)": datetime(2000, 2, 29),
    "Oldest(@never, @born)": datetime(2000, 2, 29),
    "ToDate(@seen)": date(2025, 9, 30),
    "ToDate('2025-02-30')": None,
    "ToDate(@name)": None,
    "ToDateTime('2025-02-28 12:00')": datetime(2025, 2, 28, 12),
    "ToDateTime(@born)": datetime(2000, 2, 29),
    "ToTimestamp('not a date')": None,
    "ToTimeZone('2025-07-01 07:00', 'Europe/Paris')": datetime(2025, 7, 1, 9),
    "ToTimeZone('2025-01-01 07:00', 'Europe/Paris')": datetime(2025, 1, 1, 8),
    "ToTimeZone(GetDate(), 'Asia/Tokyo')": datetime(2025, 10, 1, 18),
    "ConvertNTZ('2025-07-01 09:00')": datetime(2025, 7, 1, 9),
    "TruncDate(@seen, 3600)": datetime(2025, 9, 30, 23),
    "TruncDate('1969-12-31 23:59:59', 3600)": datetime(1969, 12, 31, 23),
    "TruncDate('2100-06-01 12:34:56', 60)": datetime(2100, 6, 1, 12, 34),
    "TruncDate(@seen, 0)": None,
    "TruncDate(@seen, -5)": None,
    "TruncDateTZ('2025-07-01 07:10', 3600, 'Europe/Paris')": datetime(2025, 7, 1, 9),
    "TruncTime(@seen, 60)": time(23, 59),
    "TruncWeek('2025-10-01')": date(2025, 9, 29),
    "TruncWeek('2025-09-29')": date(2025, 9, 29),
    "TruncWeek('2025-10-05 23:59')": date(2025, 9, 29),
    "TruncQuarter('2025-12-31')": date(2025, 10, 1),
    "TruncYear(@born)": date(2000, 1, 1),
    "WeekDay('2025-09-29')": 0,
    "WeekDay('2025-10-05')": 6,
    "YearAndMonth(@born)": 200002,
}

PLACES: Cases = {
    "Distance(0, 0, 0, 0)": 0.0,
    "Distance(0, 0, 180, 0)": math.pi * 6371,
    "Distance(0, 90, 0, -90)": math.pi * 6371,
    "Distance(2.3522, 48.8566, -0.1278, 51.5074)": pytest.approx(343.6, abs=0.05),
    "Distance(-0.1278, 51.5074, 2.3522, 48.8566)": pytest.approx(343.6, abs=0.05),
    "Distance(@score, 1, 1, null)": None,
}

NUMBERS: Cases = {
    "Abs(-3)": 3,
    "Abs(-2.5)": 2.5,
    "Abs(@missing)": None,
    "Ceil(1.2)": 2,
    "Ceil(-1.2)": -1,
    "Ceil(@price)": 20,
    "Floor(1.8)": 1,
    "Floor(-1.2)": -2,
    "Floor(@big)": 2**40,
    "Greatest(@age, @score)": 42.0,
    "Greatest(@price, 5)": Decimal("19.99"),
    "Greatest(@missing, 5)": 5,
    "Least(@age, @score)": 2.5,
    "Least(@age, null)": 42,
    "Mod(7, 3)": 1,
    "Mod(-7, 3)": -1,
    "Mod(7, 0)": None,
    "Mod(7.5, 2)": 1.5,
    "Mod(@price, 3)": Decimal("1.99"),
    "Percent(1, 4)": 25.0,
    "Percent(@price, 100)": 19.99,
    "Percent(1, 0)": None,
    "Percent(@missing, 4)": None,
    "Round(2.675, 2)": 2.68,
    "Round(-2.5)": -3.0,
    "Round(2.4)": 2.0,
    "Round(@price, 1)": 20.0,
    "Sign(-3.2)": -1,
    "Sign(0)": 0,
    "Sign(@big)": 1,
    "ToDouble(@age)": 42.0,
    "ToDouble('1.5')": 1.5,
    "ToDouble(@name)": None,
    "ToInteger(1.9)": 1,
    "ToInteger(-1.9)": -1,
    "ToInteger(' 12 ')": 12,
    "ToInteger('9007199254740993')": 9007199254740993,
    "ToInteger(@name)": None,
    "ToInteger(@price)": 19,
    "ToInt64(@big)": 2**40,
    "ToInt64(1e30)": None,
    "Trunc(1.15, 2)": 1.15,
    "Trunc(1.999)": 1.0,
    "Trunc(-1.987, 2)": -1.98,
    "Trunc(1.005, 2)": 1.0,
    "Trunc(@missing, 1)": None,
}

OTHERS: Cases = {
    "Case(When(@age > 50, 'old'), When(@age > 40, 'middle'), Else('young'))": "middle",
    "Case(When(@age > 50, 'old'), Else('young'))": "young",
    "Case(When(@missing > 50, 1))": None,
    "Case(When(@age > 50, 1), When(@age > 40, 2.5))": 2.5,
    "Case(When(false, @price), Else(1))": Decimal("1"),
    "Case(When(true, null), Else('x'))": None,
    "Iif(@member, 'yes', 'no')": "yes",
    "Iif(@missing = 1, 'yes', 'no')": "no",
    "Iif(not @member, @born, '2024-02-29')": date(2024, 2, 29),
    "Decode(@name, 'Anna', 1, 2)": 1,
    "Decode(@none, 'Anna', 1, 2)": 2,
    "Decode(@age, 42.0, @age, @price)": Decimal("42.00"),
    "Coalesce(0, 5)": 5,
    "Coalesce(@missing, 5)": 5,
    "Coalesce(@age, 5)": 42,
    "Coalesce(@tiny + 128, 5)": 5,
    "Coalesce(0.0, 5)": 5.0,
    "Coalesce(@none, 'x')": "x",
    "Coalesce(@empty, 'x')": "",
    "Coalesce(@never, '2025-01-01 10:00')": datetime(2025, 1, 1, 10),
    "IsEmptyString(@empty, 'e', 'f')": "e",
    "IsEmptyString(@none, 1, 2)": 1,
    "IsEmptyString(@name, 1, 2)": 2,
    "NoNull(@none)": "",
    "NoNull(@name)": "Anna",
    "NoNull(@age)": "42",
    "NoNull(null)": "",
    "GetEmailDomain('Anna@X.Com')": "x.com",
    "GetEmailDomain('nothing')": "",
    "GetEmailDomain(@none)": None,
    "SetBit(5, 2)": 7,
    "SetBit(7, 2)": 7,
    "ClearBit(7, 2)": 5,
    "ClearBit(5, 2)": 5,
    "IsBitSet(6, 2)": True,
    "IsBitSet(5, 2)": False,
    "IsBitSet(@missing, 2)": None,
    "ToBoolean(0)": False,
    "ToBoolean(-0.5)": True,
    "ToBoolean(@missing)": None,
}

TEXTS: Cases = {
    "AllNonNull2(@name, @city)": True,
    "AllNonNull2(@name, @empty)": False,
    "AllNonNull2(@name, '  ')": False,
    "AllNonNull3(@name, @city, @none)": False,
    "AllNonNull3('a', 'b', 'c')": True,
    "Ascii('A')": 65,
    "Ascii('é')": 233,
    "Ascii('😀')": 0x1F600,
    "Ascii('')": 0,
    "Char(233)": "é",
    "Char(0)": None,
    "Char(-1)": None,
    "Char(55296)": None,
    "Char(1114112)": None,
    "Char(@missing)": None,
    "Charindex('abcabc', 'c')": 3,
    "Charindex('abc', 'z')": 0,
    "Charindex(@none, 'z')": None,
    "dataLength('é😀')": 6,
    "dataLength('')": 0,
    "dataLength(@none)": None,
    "Length('é😀')": 2,
    "Length(@none)": None,
    "IfEquals(@name, 'Anna', 1, 2)": 1,
    "IfEquals(@none, @none, 1, 2)": 2,
    "IsMemoNull(@none)": True,
    "IsMemoNull(@empty)": False,
    "JuxtWords(' a ', 'b')": "a b",
    "JuxtWords('', 'b')": "b",
    "JuxtWords(@none, 'b')": "b",
    "JuxtWords(@none, '')": "",
    "JuxtWords3('a', '', 'c')": "a c",
    "Left('éabc', 2)": "éa",
    "Left('abc', 9)": "abc",
    "Left('abc', -1)": "",
    "Left('abc', @tiny)": "",
    "Left(@none, 1)": None,
    "Right('abcé', 2)": "cé",
    "Right('abc', 0)": "",
    "Lower('ÀÉ')": "àé",
    "Upper('àé')": "ÀÉ",
    "Smart('jean-PAUL de la TOUR')": "Jean-Paul De La Tour",
    "Smart('éva')": "Éva",
    "Smart('')": "",
    "Smart(@none)": None,
    "LPad('5', 3, '0')": "005",
    "LPad('abc', 2, 'x')": "ab",
    "LPad('é', 3, 'ñ')": "ññé",
    "LPad('abc', 5, '')": None,
    "RPad('abc', 5, 'xy')": "abcxy",
    "RPad('abc', -1, 'x')": "",
    "Ltrim('  a ')": "a ",
    "Rtrim(' a  ')": " a",
    "Md5Digest('é')": hashlib.md5("é".encode()).hexdigest(),
    "Md5Digest(@none)": None,
    "Sha256Digest('é')": hashlib.sha256("é".encode()).hexdigest(),
    "Sha512Digest('é')": hashlib.sha512("é".encode()).hexdigest(),
    "Sha512Digest(@none)": None,
    "MemoContains(@name, 'nn')": True,
    "MemoContains(@name, 'NN')": False,
    "MemoContains(@none, 'nn')": None,
    "NodeValue('<a><b>x</b><b>y</b></a>', '/a/b[2]')": "y",
    "NodeValue('<a><b id=\"7\"/></a>', '/a/b/@id')": "7",
    "NodeValue('<a>', '/a')": None,
    "NodeValue(@none, '/a')": None,
    "Replace('aXbX', 'X', '')": "ab",
    "Replace('abc', '', 'x')": "abc",
    "Substring('abcdef', 2, 3)": "bcd",
    "Substring('é😀x', 2, 1)": "😀",
    "Substring('abc', 1, 0)": "",
    "Substring('abc', 1, -1)": "",
    "Substring('abcdef', 0, 3)": "abc",
    "Substring('abcdef', @tiny, 3)": "abc",
    "Substring('abc', 9, 1)": "",
    "ToString(@age)": "42",
    "ToString(@price)": "19.99",
    "ToString(2.5, 0)": "3",
    "ToString(0.125, 2)": "0.13",
    "ToString(@age, 2)": "42.00",
    "ToString(@born)": "2000-02-29",
    "ToString(@member)": "true",
    "ToString(@missing)": None,
    "VirtualLink(@age, @city, 'Paris')": 42,
    "VirtualLink(@age, @city, 'Lyon')": None,
    "VirtualLinkStr(@name, 1, 1)": "Anna",
    "VirtualLinkStr(@name, @missing, 1)": None,
}


def _checked(calculator: Calculator, expression: str, expected: object) -> None:
    found = calculator.value(expression)
    assert found == expected
    assert type(found) is type(expected) or isinstance(found, float)


@pytest.mark.req("ORC-215", "ORC-221")
@pytest.mark.parametrize("expression", DATES)
def test_dates_are_computed_as_documented(calculator: Calculator, expression: str) -> None:
    _checked(calculator, expression, DATES[expression])


@pytest.mark.req("ORC-216")
@pytest.mark.parametrize("expression", PLACES)
def test_distances_are_kilometres_on_a_sphere(calculator: Calculator, expression: str) -> None:
    assert calculator.value(expression) == PLACES[expression]


@pytest.mark.req("ORC-217")
@pytest.mark.parametrize("expression", NUMBERS)
def test_numbers_are_computed_as_documented(calculator: Calculator, expression: str) -> None:
    _checked(calculator, expression, NUMBERS[expression])


@pytest.mark.req("ORC-218", "ORC-221")
@pytest.mark.parametrize("expression", OTHERS)
def test_choices_and_flags_are_computed_as_documented(calculator: Calculator, expression: str) -> None:
    _checked(calculator, expression, OTHERS[expression])


@pytest.mark.req("ORC-219")
@pytest.mark.parametrize("expression", TEXTS)
def test_texts_are_computed_as_documented(calculator: Calculator, expression: str) -> None:
    _checked(calculator, expression, TEXTS[expression])


@pytest.mark.req("ORC-219")
@pytest.mark.parametrize(
    ("line", "expected"), [(1, "one"), (2, "two"), (3, ""), (4, "four"), (5, ""), (0, ""), (-1, "")]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_counted_from_one_whatever_ends_them(
    calculator: Calculator, line: int, expected: str, end: str
) -> None:
    text = end.join(["one", "two", "", "four"])
    assert calculator.value(f"GetLine(@name, {line})", {"name": text}) == expected
    assert calculator.value("Line(@name, @age)", {"name": text, "age": line}) == expected


def _plus_months(moment: datetime, months: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, calendar.monthrange(year, month + 1)[1]))


def _complete(unit: str, end: datetime, start: datetime) -> int:
    """Complete units by trying one after the other, the slow and obvious way."""
    if end < start:
        return -_complete(unit, start, end)
    step: Callable[[int], datetime] = {
        "Months": lambda n: _plus_months(start, n),
        "Years": lambda n: _plus_months(start, 12 * n),
        "Days": lambda n: start + timedelta(days=n),
        "Hours": lambda n: start + timedelta(hours=n),
    }[unit]
    length = {"Months": 31, "Years": 366, "Days": 1, "Hours": 1 / 24}[unit]
    count = max(int((end - start).total_seconds() / 86400 / length) - 1, 0)
    while step(count + 1) <= end:
        count += 1
    return count


@pytest.mark.req("ORC-215", "ORC-221")
@pytest.mark.parametrize("unit", ["Months", "Years", "Days", "Hours"])
def test_differences_count_complete_units_for_any_two_moments(calculator: Calculator, unit: str) -> None:
    chance = random.Random(20251001)
    edges = [
        datetime(2024, 1, 31),
        datetime(2024, 2, 29),
        datetime(2023, 2, 28, 12),
        datetime(1968, 12, 31, 23, 59, 59),
    ]
    drawn = [datetime(1950, 1, 1) + timedelta(seconds=chance.randrange(100 * 365 * 86400)) for _ in range(80)]
    pairs = [(chance.choice(drawn + edges), chance.choice(drawn + edges)) for _ in range(200)]
    pairs += [(one, other) for one in edges for other in edges]
    rows = [ROW | {"id": place, "seen": end, "never": start} for place, (end, start) in enumerate(pairs)]
    typed = compile_expression(f"{unit}Diff(@seen, @never)", SmallScope())
    assert calculator.values(typed, rows) == [_complete(unit, end, start) for end, start in pairs]


@pytest.mark.req("ORC-215")
def test_moments_of_a_zone_follow_its_changes_of_hour(calculator: Calculator) -> None:
    for utc in (
        datetime(2025, 3, 30, 0, 59),
        datetime(2025, 3, 30, 1),
        datetime(2025, 10, 26, 0, 59),
        datetime(2025, 10, 26, 1),
    ):
        expected = utc.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo("Europe/Paris")).replace(tzinfo=None)
        assert calculator.value("ToTimeZone(@seen, 'Europe/Paris')", {"seen": utc}) == expected


@pytest.mark.req("ORC-77", "ORC-217")
def test_random_is_a_hash_of_seed_and_key_that_anybody_can_compute(calculator: Calculator) -> None:
    rows = [ROW | {"id": number} for number in range(300)]
    found = calculator.values(compile_expression("Random()", SmallScope(seed=11)), rows)
    expected = [int(hashlib.md5(f"11|random|{number}".encode()).hexdigest()[:8], 16) / 2**32 for number in range(300)]
    assert found == expected
    assert all(0 <= one < 1 for one in found)
    assert 0.45 < sum(found) / len(found) < 0.55
    assert calculator.values(compile_expression("Random()", SmallScope(seed=12)), rows) != found


@pytest.mark.req("ORC-218")
def test_ids_are_the_same_for_the_same_row_and_differ_between_rows(calculator: Calculator) -> None:
    rows = [ROW | {"id": number} for number in range(50)]
    found = calculator.values(compile_expression("NewUUID()", SmallScope(seed=11)), rows)
    assert found == [str(uuid.UUID(hashlib.md5(f"11|uuid|{number}".encode()).hexdigest())) for number in range(50)]
    assert len(set(found)) == 50


@pytest.mark.req("ORC-218")
def test_rows_are_numbered_in_the_order_of_their_key(calculator: Calculator) -> None:
    rows = [ROW | {"id": number} for number in (30, 10, 20)]
    assert calculator.values(compile_expression("RowId() * 10", SmallScope(), windows=True), rows) == [10, 20, 30]


@pytest.mark.req("ORC-213")
def test_every_function_of_the_catalogue_is_explained_and_has_a_case_here() -> None:
    tables = " ".join([*DATES, *PLACES, *NUMBERS, *OTHERS, *TEXTS])
    elsewhere = {"random", "newuuid", "rowid", "getline", "line", "aesencrypt"}
    for name, function in FUNCTIONS.items():
        assert function.text.endswith("."), name
        assert function.signature.startswith(f"{function.name}(")
        if function.group not in {Group.AGGREGATE, Group.WINDOW}:
            assert name in elsewhere or re.search(rf"\b{function.name}\(", tables), name


@pytest.mark.req("ORC-213", "ORC-215", "ORC-217", "ORC-218", "ORC-219", "ORC-220", "ORC-214")
def test_the_catalogue_holds_the_functions_of_the_field() -> None:
    known = set(FIELD.split())
    names = {function.name for function in FUNCTIONS.values()}
    assert {name for name in known if name not in names} == {"GetMirrorURL"}
    assert set(REFUSED) == {"getmirrorurl"}
    assert names <= known
