"""The expressions of advanced logic, such as "1 and (2 or 3)": numbers of filters, and, or, not, parentheses."""

import re
from collections.abc import Sequence

from sqlglot import exp

from engine.journey.conditions.model import Condition, Logic
from engine.problems import EngineError, Problem
from engine.texts import declared, quoted, say
from engine.trees import all_of, any_of

_WORD = re.compile(r"\s*(\d+|[()]|and|or|not)", re.IGNORECASE)
DEEPEST = 40


def joined(condition: Condition, filters: Sequence[exp.Expr]) -> exp.Expr:
    """The predicates of a condition's filters joined by its logic; true without any. Errors: wrong-logic."""
    found = list(filters)
    if condition.logic is Logic.ADVANCED:
        return combined(condition.expression, found)
    return any_of(found) if condition.logic is Logic.ANY and found else all_of(found)


def combined(expression: str, filters: Sequence[exp.Expr]) -> exp.Expr:
    """The filters joined as an expression says. Errors: wrong-logic, with the position."""
    return _Reader(expression, filters).read()


class _Reader:
    """Reads one expression from left to right."""

    def __init__(self, expression: str, filters: Sequence[exp.Expr]) -> None:
        self._filters = filters
        self._words: list[tuple[str, int]] = []
        self._place = 0
        at = 0
        while expression[at:].strip():
            found = _WORD.match(expression, at)
            if found is None:
                raise self._wrong("It has a word that is no number, and, or, not or parenthesis", at)
            self._words.append((found[1].lower(), found.start(1)))
            at = found.end()
        self._words.append(("", len(expression)))

    def read(self) -> exp.Expr:
        found = self._either(0)
        if self._word:
            raise self._wrong(say("{word} is not expected here", word=quoted(self._word)), self._at)
        return found

    @property
    def _word(self) -> str:
        return self._words[self._place][0]

    @property
    def _at(self) -> int:
        return self._words[self._place][1]

    def _next(self) -> str:
        word = self._word
        self._place += 1
        return word

    def _either(self, depth: int) -> exp.Expr:
        parts = [self._both(depth)]
        while self._word == "or":
            self._next()
            parts.append(self._both(depth))
        return exp.Paren(this=exp.or_(*parts, copy=False))

    def _both(self, depth: int) -> exp.Expr:
        parts = [self._one(depth)]
        while self._word == "and":
            self._next()
            parts.append(self._one(depth))
        return exp.Paren(this=exp.and_(*parts, copy=False))

    def _one(self, depth: int) -> exp.Expr:
        if depth > DEEPEST:
            raise self._wrong(say("It nests more than {deepest} levels deep", deepest=DEEPEST), self._at)
        word, at = self._word, self._at
        if word == "not":
            self._next()
            return exp.Not(this=exp.Paren(this=self._one(depth + 1)))
        if word == "(":
            self._next()
            found = self._either(depth + 1)
            if self._word != ")":
                raise self._wrong("A parenthesis is not closed", self._at)
            self._next()
            return found
        if not word.isdigit():
            raise self._wrong("The number of a filter is missing", at)
        if not 1 <= int(word) <= len(self._filters):
            raise self._wrong(say("There is no filter {word}", word=word), at)
        self._next()
        return exp.Paren(this=self._filters[int(word) - 1].copy())

    def _wrong(self, what: str, at: int) -> EngineError:
        return EngineError(
            Problem(
                code="wrong-logic",
                what=say("{what}.", what=declared(what)),
                fix="Write it such as 1 and (2 or 3).",
                field="expression",
                position=at,
                check="V03",
            )
        )
