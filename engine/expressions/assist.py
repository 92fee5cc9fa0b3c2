"""What an editor offers while somebody types: names that may come next, and the function that is being filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from engine.expressions.compile import Scope
from engine.expressions.functions import FUNCTIONS
from engine.expressions.signatures import Function
from engine.expressions.syntax import KEYWORDS, Token, scan, written
from engine.problems import EngineError
from engine.types import DataType

_Offered = tuple[str, str, "Offer", str | DataType, str]


class Offer(StrEnum):
    """What a completion stands for."""

    ATTRIBUTE = "attribute"
    VARIABLE = "variable"
    FUNCTION = "function"
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class Completion:
    """A text that can stand in place of the characters from `start` up to `end`.

    `detail` is the type of a value or the arguments of a function, `text` a sentence about it.
    """

    insert: str
    offer: Offer
    start: int
    end: int
    detail: str | DataType = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """The function whose arguments are being written, and which of them (from 0)."""

    function: Function
    argument: int


def complete(source: str, position: int, scope: Scope) -> list[Completion]:
    """What may stand at `position`: names that begin with what is written first, then those that contain it.

    Inside a text in quotes there is nothing to offer. Parameters that nobody declared are not offered either.
    """
    start = _start_of_word(source, position)
    if start is None:
        return []
    typed = source[start:position]
    wanted = typed.lstrip("@[$(").lower().removeprefix("vars/@").replace("/@", "/")
    found = [
        (name.lower().startswith(wanted), Completion(insert, offer, start, position, detail, text))
        for name, insert, offer, detail, text in _offers(typed, scope)
        if wanted in name.lower()
    ]
    return [completion for _, completion in sorted(found, key=lambda one: (not one[0], one[1].insert.lower()))]


def signature_at(source: str, position: int) -> Help | None:
    """The innermost function whose parentheses hold `position`; None outside of any, or when there is no such one."""
    open_calls: list[tuple[str, int]] = []
    before: Token | None = None
    for token in scan(source[:position]):
        if token.kind == "(":
            open_calls.append((before.text if before is not None and before.kind == "word" else "", 0))
        elif token.kind == ")" and open_calls:
            open_calls.pop()
        elif token.kind == "," and open_calls:
            name, place = open_calls.pop()
            open_calls.append((name, place + 1))
        elif token.text == "'":
            # A text that is still open: whatever stands in it belongs to no call.
            break
        before = token
    for name, place in reversed(open_calls):
        function = FUNCTIONS.get(name.lower())
        if function is not None:
            return Help(function, min(place, max(len(function.parameters) - 1, 0)))
    return None


def _start_of_word(source: str, position: int) -> int | None:
    """Where the name under the cursor begins; None inside a text in quotes."""
    last: Token | None = None
    for token in scan(source[:position]):
        if token.text == "'":
            return None
        if token.kind == "unreadable" and token.text in "[$":
            # A path or a variable that is not closed yet reaches up to the cursor.
            return token.position
        last = token
    if last is None or last.position + len(last.text) != position:
        return position
    is_name = last.kind in {"word", "attribute", *KEYWORDS} or last.text == "@"
    return last.position if is_name else position


def _offers(typed: str, scope: Scope) -> Iterator[_Offered]:
    """Name, text to insert, kind, detail and sentence of all that may stand where `typed` has been begun."""
    if not typed.startswith("$"):
        yield from _attributes(scope)
    if not typed.startswith(("@", "[")):
        for name, variable in scope.surroundings.variables.items():
            if variable.declared:
                yield name, f"$(vars/@{name})", Offer.VARIABLE, variable.type, ""
    if not typed.startswith(("@", "[", "$")):
        for function in FUNCTIONS.values():
            opened = f"{function.name}(" if function.parameters else f"{function.name}()"
            yield function.name, opened, Offer.FUNCTION, function.arguments, function.text
        for keyword in KEYWORDS:
            yield keyword, keyword, Offer.KEYWORD, "", ""


def _attributes(scope: Scope) -> Iterator[_Offered]:
    for path in scope.names():
        try:
            kind = scope.attribute(path).type
        except EngineError:
            # A path to many records has no value here, so it is not offered.
            continue
        yield path, written(path), Offer.ATTRIBUTE, kind, ""
