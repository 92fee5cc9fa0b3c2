"""Aggregates over records, and functions of the rows around a row."""

import statistics
from decimal import Decimal
from typing import Any

import pytest

from engine.expressions import check_expression, compile_expression
from engine.problems import EngineError
from tests.engine.expressions.calculator import ROW, Calculator, SmallScope

SCORES = [2.0, 4.0, 4.0, None, 5.0]
NAMES = ["b", "a", "b", None, "é"]
AGES = [1, 2, 2, None, 2**31 - 1]
CITIES = ["x", "x", "y", None, "y"]
ROWS: list[dict[str, Any]] = [
    ROW | {"id": place, "score": SCORES[place], "name": NAMES[place], "age": AGES[place], "city": CITIES[place]}
    for place in range(5)
]
FILLED = [score for score in SCORES if score is not None]

AGGREGATES: dict[str, Any] = {
    "Avg(@score)": statistics.mean(FILLED),
    "Count(@score)": 4,
    "CountAll()": 5,
    "Countdistinct(@score)": 3,
    "Max(@score)": 5.0,
    "Min(@name)": "a",
    "Max(@born)": ROW["born"],
    "StdDev(@score)": pytest.approx(statistics.stdev(FILLED)),
    "StringAgg(@name, ', ')": "a, b, b, é",
    "Sum(@score)": 15.0,
    "Sum(@age)": 1 + 2 + 2 + 2**31 - 1,
    "Sum(@price)": Decimal("99.95"),
    "Sum(@score) / CountAll()": 3.0,
    "Iif(Sum(@score) > 10, 'many', 'few')": "many",
    "Round(Avg(YearsOld(@born)), 1)": 25.0,
    "Sum(Iif(@name = 'b', 1, 0))": 2,
    "Max(@missing)": None,
    "Sum(@missing)": None,
    "StringAgg('x', '')": "xxxxx",
}


@pytest.mark.req("ORC-214")
@pytest.mark.parametrize("expression", AGGREGATES)
def test_aggregates_leave_empty_values_out(calculator: Calculator, expression: str) -> None:
    assert calculator.aggregate(expression, ROWS) == AGGREGATES[expression]


@pytest.mark.req("ORC-214")
def test_a_deviation_of_one_value_and_a_sum_of_no_record_are_empty(calculator: Calculator) -> None:
    assert calculator.aggregate("StdDev(@score)", ROWS[:1]) is None
    assert calculator.aggregate("StdDev(@score)", ROWS[3:4]) is None


WINDOWS: dict[str, list[Any]] = {
    "RowNum(PartitionBy(@city), OrderBy(Desc(@score)))": [2, 1, 2, 1, 1],
    "RowNum(OrderBy(@score))": [1, 2, 3, 5, 4],
    "RowNum(OrderBy(@name, Desc(@score)))": [3, 1, 2, 5, 4],
    "RowNum()": [1, 2, 3, 4, 5],
    "RowNum(PartitionBy(1), OrderBy('x', Desc(2)))": [1, 2, 3, 4, 5],
    "_Over_(Sum(@score), PartitionBy(@city))": [6.0, 6.0, 9.0, None, 9.0],
    "_Over_(Sum(@age), PartitionBy(@city))": [3, 3, 2**31 + 1, None, 2**31 + 1],
    "_Over_(Sum(@score), OrderBy(@score))": [2.0, 6.0, 10.0, 15.0, 15.0],
    "_Over_(CountAll())": [5, 5, 5, 5, 5],
    "@score - _Over_(Avg(@score), PartitionBy(@city))": [-1.0, 1.0, -0.5, None, 0.5],
    "_Over_(StringAgg(@name, '+'), PartitionBy(@city))": ["a+b", "a+b", "b+é", None, "b+é"],
}


@pytest.mark.req("ORC-220")
@pytest.mark.parametrize("expression", WINDOWS)
def test_windows_rank_and_total_within_their_partition(calculator: Calculator, expression: str) -> None:
    typed = compile_expression(expression, SmallScope(), windows=True)
    assert calculator.values(typed, ROWS) == WINDOWS[expression]


@pytest.mark.req("ORC-214", "ORC-220")
@pytest.mark.parametrize(
    ("expression", "aggregates", "windows", "code", "position"),
    [
        ("1 + Sum(@age)", False, True, "misplaced-aggregate", 4),
        ("Sum(Avg(@age))", True, True, "misplaced-aggregate", 4),
        ("Sum(@age) + @age", True, False, "mixed-aggregate", 12),
        ("Sum(@age) + Random()", True, False, "mixed-aggregate", 12),
        ("RowNum(OrderBy(Sum(@age)))", True, True, "misplaced-aggregate", 15),
        ("1 + RowNum()", True, False, "misplaced-window", 4),
        ("RowId()", True, False, "misplaced-window", 0),
        ("Sum(RowId())", True, True, "misplaced-window", 4),
        ("RowNum(OrderBy(RowNum()))", False, True, "misplaced-window", 15),
        ("_Over_(@age)", True, True, "wrong-window", 7),
        ("_Over_()", True, True, "wrong-window", 0),
        ("_Over_(Sum(Sum(@age)))", True, True, "misplaced-aggregate", 11),
        ("RowNum(@age)", False, True, "wrong-window", 7),
        ("RowNum(OrderBy())", False, True, "wrong-window", 7),
        ("PartitionBy(@age)", False, True, "misplaced-function", 0),
        ("RowNum(OrderBy(Desc(@age, 1)))", False, True, "misplaced-function", 15),
        ("When(true, 1)", False, False, "misplaced-function", 0),
    ],
)
def test_functions_of_many_rows_are_refused_where_they_make_no_sense(
    expression: str, aggregates: bool, windows: bool, code: str, position: int
) -> None:
    _, problems = check_expression(expression, SmallScope(), aggregates=aggregates, windows=windows)
    assert [(problem.code, problem.position) for problem in problems] == [(code, position)]
    assert problems[0].fix
    with pytest.raises(EngineError):
        compile_expression(expression, SmallScope(), aggregates=aggregates, windows=windows)
