"""The logic of values, comparisons and nulls, against a plain-Python twin that knows nothing of queries."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.expressions import compile_expression
from tests.engine.expressions.calculator import ROW, Calculator, SmallScope

Row = dict[str, Any]
Evaluate = Callable[[Row], Any]


@dataclass(frozen=True)
class Twin:
    """An expression as text, and what it is worth on a row."""

    source: str
    value: Evaluate


def _strictly(operate: Callable[..., Any], *operands: Twin) -> Evaluate:
    """Null when any operand is."""

    def evaluate(row: Row) -> Any:
        values = [operand.value(row) for operand in operands]
        return None if None in values else operate(*values)

    return evaluate


def _and(left: Any, right: Any) -> bool | None:
    if left is False or right is False:
        return False
    return None if None in (left, right) else True


def _or(left: Any, right: Any) -> bool | None:
    if left is True or right is True:
        return True
    return None if None in (left, right) else False


def _member(value: Any, others: list[Any]) -> bool | None:
    if value is None:
        return None
    if value in [other for other in others if other is not None]:
        return True
    return None if None in others else False


def _constant(value: Any) -> Evaluate:
    return lambda _: value


def _attribute(name: str) -> Twin:
    return Twin(f"@{name}", lambda row: row[name])


def _text(value: str) -> Twin:
    return Twin("'" + value.replace("'", "''") + "'", _constant(value))


TEXTS = ["", "a", "A", "é", "it's", "😀", "a_b", "%"]
NUMBERS = st.one_of(
    st.sampled_from([_attribute("age"), _attribute("missing"), _attribute("score"), _attribute("tiny")]),
    st.integers(0, 1000).map(lambda value: Twin(str(value), _constant(value))),
    st.sampled_from([0.5, 2.25, 100.0]).map(lambda value: Twin(repr(value), _constant(value))),
)
WORDS = st.one_of(
    st.sampled_from([_attribute("name"), _attribute("none"), _attribute("city")]), st.sampled_from(TEXTS).map(_text)
)
FACTS = st.one_of(
    st.sampled_from(
        [Twin("@member", lambda row: row["member"]), Twin("true", _constant(True)), Twin("FALSE", _constant(False))]
    )
)


def _divided(left: float, right: float) -> float | None:
    return left / right if right else None


def _remainder(left: float, right: float) -> float | None:
    return math.fmod(left, right) if right else None


def _numbers(inner: st.SearchStrategy[Twin]) -> st.SearchStrategy[Twin]:
    operators: dict[str, Callable[[Any, Any], Any]] = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": _divided,
        "%": _remainder,
    }

    def joined(left: Twin, sign: str, right: Twin) -> Twin:
        return Twin(f"({left.source} {sign} {right.source})", _strictly(operators[sign], left, right))

    return st.one_of(
        st.builds(joined, inner, st.sampled_from(sorted(operators)), inner),
        inner.map(lambda one: Twin(f"-({one.source})", _strictly(lambda a: -a, one))),
        inner.map(lambda one: Twin(f"- {one.source}", _strictly(lambda a: -a, one))),
    )


def _words(inner: st.SearchStrategy[Twin]) -> st.SearchStrategy[Twin]:
    return st.builds(
        lambda left, sign, right: Twin(
            f"{left.source} {sign} {right.source}", _strictly(lambda a, b: a + b, left, right)
        ),
        inner,
        st.sampled_from(["+", "||"]),
        inner,
    )


COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def _compared(values: st.SearchStrategy[Twin]) -> st.SearchStrategy[Twin]:
    def comparison(left: Twin, sign: str, right: Twin) -> Twin:
        return Twin(f"({left.source} {sign} {right.source})", _strictly(COMPARED[sign], left, right))

    def among(value: Twin, others: list[Twin], negated: bool) -> Twin:
        listed = ", ".join(other.source for other in others)

        def evaluate(row: Row) -> bool | None:
            found = _member(value.value(row), [other.value(row) for other in others])
            return (not found) if negated and found is not None else found

        return Twin(f"{value.source} {'not ' * negated}in ({listed})", evaluate)

    def between(value: Twin, low: Twin, high: Twin) -> Twin:
        def evaluate(row: Row) -> bool | None:
            above = _strictly(lambda a, b: a >= b, value, low)(row)
            below = _strictly(lambda a, b: a <= b, value, high)(row)
            return _and(above, below)

        return Twin(f"({value.source} between {low.source} and {high.source})", evaluate)

    def null(value: Twin, negated: bool) -> Twin:
        return Twin(
            f"({value.source} is {'not ' * negated}null)", lambda row: (value.value(row) is None) is not negated
        )

    return st.one_of(
        st.builds(comparison, values, st.sampled_from(sorted(COMPARED)), values),
        st.builds(among, values, st.lists(values, min_size=1, max_size=3), st.booleans()),
        st.builds(between, values, values, values),
        st.builds(null, values, st.booleans()),
    )


def _facts(inner: st.SearchStrategy[Twin]) -> st.SearchStrategy[Twin]:
    def joined(left: Twin, word: str, right: Twin, middle: Twin) -> Twin:
        meaning = _and if word == "and" else _or
        return Twin(
            f"({left.source} {word} {middle.source} {word} {right.source})",
            lambda row: meaning(meaning(left.value(row), middle.value(row)), right.value(row)),
        )

    return st.one_of(
        st.builds(joined, inner, st.sampled_from(["and", "or"]), inner, inner),
        inner.map(lambda one: Twin(f"not ({one.source})", _strictly(lambda a: not a, one))),
    )


ALL_NUMBERS = st.recursive(NUMBERS, _numbers, max_leaves=5)
ALL_WORDS = st.recursive(WORDS, _words, max_leaves=3)
ALL_FACTS = st.recursive(st.one_of(FACTS, _compared(ALL_NUMBERS), _compared(ALL_WORDS)), _facts, max_leaves=6)

VALUES = [None, 0, 1, 2, 42]
ROWS: list[Row] = [
    ROW | {"id": place, "age": VALUES[place], "score": score, "tiny": tiny, "name": name, "member": member}
    for place, (score, tiny, name, member) in enumerate(
        [
            (None, None, None, None),
            (0.5, -128, "a", True),
            (2.25, 0, "", False),
            (-1.0, 127, "é", None),
            (100.0, 1, "it's", True),
        ]
    )
]


def _same(found: Any, expected: Any) -> bool:
    if isinstance(expected, float) or isinstance(found, float):
        return (found is None) == (expected is None) and (found is None or math.isclose(found, expected, abs_tol=1e-9))
    return bool(found == expected and type(found) is type(expected))


def _agree(calculator: Calculator, twin: Twin) -> None:
    typed = compile_expression(twin.source, SmallScope())
    found = calculator.values(typed, ROWS)
    expected = [twin.value(row) for row in ROWS]
    assert all(map(_same, found, expected)), (twin.source, found, expected)


@settings(max_examples=150)
@given(ALL_FACTS)
def test_conditions_follow_the_logic_of_three_values(calculator: Calculator, twin: Twin) -> None:
    _agree(calculator, twin)


@settings(max_examples=100)
@given(ALL_NUMBERS)
def test_arithmetic_is_that_of_whole_and_of_double_numbers(calculator: Calculator, twin: Twin) -> None:
    _agree(calculator, twin)


@given(ALL_WORDS)
def test_texts_join_and_a_missing_one_takes_all_with_it(calculator: Calculator, twin: Twin) -> None:
    _agree(calculator, twin)
