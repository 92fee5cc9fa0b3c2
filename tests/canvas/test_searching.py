"""How well what somebody types finds a title."""

import pytest

from canvas.search_list import fitness


@pytest.mark.parametrize("word", ["email", "e-mail", "e-m", "ema"])
def test_a_hyphen_does_not_matter(word: str) -> None:
    assert fitness(word, "E-mail") > fitness(word, "Direct mail") > 0 or fitness(word, "Direct mail") == 0
    assert fitness(word, "E-mail") == 8
