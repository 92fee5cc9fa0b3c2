"""What the editor offers: completion and signature help."""

import pytest

from engine.expressions import FUNCTIONS, complete, signature_at
from engine.expressions.assist import Offer
from engine.types import INTEGER, LONG
from tests.engine.expressions.calculator import Calculator, SmallScope, variable

SCOPE = SmallScope({"channel": variable("sms"), "count": variable(1, LONG), "hidden": variable("x", declared=False)})


def _inserted(source: str, position: int | None = None) -> list[str]:
    place = len(source) if position is None else position
    return [source[: one.start] + one.insert + source[one.end :] for one in complete(source, place, SCOPE)]


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("@ag", "@age"),
        ("1 + @ci", "1 + @city"),
        ("[prod", "[product/@label]"),
        ("[product/@la", "[product/@label]"),
        ("@prod", "[product/@label]"),
        ("[@fir", "[@first name]"),
        ("$(vars/@ch", "$(vars/@channel)"),
        ("$cou", "$(vars/@count)"),
        ("DaysA", "DaysAgo("),
        ("1 > getd", "1 > GetDate()"),
        ("@age > 1 an", "@age > 1 and"),
        ("Len", "Length("),
        ("Upper(@na", "Upper(@name"),
    ],
)
def test_what_begins_as_written_is_offered_first(source: str, first: str) -> None:
    assert _inserted(source)[0] == first


@pytest.mark.req("ORC-213")
def test_a_completion_replaces_the_word_under_the_cursor_only() -> None:
    assert "Upper(@name) = 'x'" in _inserted("Upper(@na) = 'x'", position=9)


def test_what_merely_contains_the_word_comes_later() -> None:
    offered = [one.insert for one in complete("ago", 3, SCOPE)]
    assert offered == ["DaysAgo(", "DaysAgoInt(", "MonthsAgo(", "YearsAgo("]


@pytest.mark.req("ORC-160", "ORC-213")
def test_everything_is_offered_where_nothing_is_written_but_no_undeclared_parameter() -> None:
    offered = complete("1 + ", 4, SCOPE)
    by_kind = {kind: [one.insert for one in offered if one.offer is kind] for kind in Offer}
    assert len(by_kind[Offer.FUNCTION]) == len(FUNCTIONS)
    assert by_kind[Offer.VARIABLE] == ["$(vars/@channel)", "$(vars/@count)"]
    assert "@age" in by_kind[Offer.ATTRIBUTE]
    assert "and" in by_kind[Offer.KEYWORD]
    assert all(one.start == one.end == 4 for one in offered)


def test_an_attribute_that_cannot_be_used_here_is_not_offered() -> None:
    assert "purchases/price" in list(SCOPE.names())
    assert not any("purchases" in one.insert for one in complete("", 0, SCOPE))


@pytest.mark.req("ORC-213")
def test_a_completion_says_what_it_is() -> None:
    (age,) = complete("@ag", 3, SCOPE)
    assert (age.offer, age.detail) == (Offer.ATTRIBUTE, INTEGER)
    left = complete("Lef", 3, SCOPE)[0]
    assert (left.detail, left.text) == ("(text, count)", "The first characters.")


@pytest.mark.parametrize("source", ["'@ag", "@name = 'it''s @ag", "Left('abc"])
def test_nothing_is_offered_inside_a_text(source: str) -> None:
    assert complete(source, len(source), SCOPE) == []


def test_what_is_offered_can_be_read_again(calculator: Calculator) -> None:
    for one in complete("@", 1, SCOPE):
        calculator.value(one.insert)


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize(
    ("source", "name", "argument"),
    [
        ("Left(", "Left", 0),
        ("Left(@name", "Left", 0),
        ("Left(@name, ", "Left", 1),
        ("Left(@name, 1, 2, ", "Left", 1),
        ("1 + Iif(@age > 1, Left(@name, 2), ", "Iif", 2),
        ("1 + Iif(@age > 1, Left(@name, ", "Left", 1),
        ("Left((@name + (", "Left", 0),
        ("Left(@name, @age in (1, 2, ", "Left", 1),
        ("Left('a, b', ", "Left", 1),
        ("Left('a, b(", "Left", 0),
        ("Case(When(true, 1), When(", "When", 0),
        ("GetDate(", "GetDate", 0),
        ("Nothing(Left(1), ", None, 0),
        ("Left(@name, 2)", None, 0),
        ("@age", None, 0),
        ("", None, 0),
    ],
)
def test_the_signature_is_that_of_the_innermost_open_call(source: str, name: str | None, argument: int) -> None:
    found = signature_at(source, len(source))
    assert (found and found.function.name) == name
    assert found is None or found.argument == argument


def test_the_signature_depends_on_the_cursor_and_not_on_the_end() -> None:
    source = "Left(@name, 2) + Right(@name, 1)"
    found = signature_at(source, 7)
    assert found is not None
    assert (found.function.name, found.argument) == ("Left", 0)
