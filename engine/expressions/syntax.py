"""Reads what users type into a tree of our own; nothing of the text goes any further.

A small parser of our own, rather than a SQL parser with rules taken away: the language has its own names (`@city`,
`[purchases/@price]`, `$(vars/@channel)`), every error must point at its character, and a text of any depth or length
must end in a sentence rather than in a crash. What it does not know, it refuses.
"""

import re
from dataclasses import dataclass

from engine.problems import EngineError, Problem

MOST_CHARACTERS = 20_000
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, a number (as written), true, false or null."""

    value: str | bool | None
    is_number: bool
    position: int


@dataclass(frozen=True, slots=True)
class Attribute:
    """`@name` or `[link/@name]`; `path` is "link/name"."""

    path: str
    position: int


@dataclass(frozen=True, slots=True)
class VariableName:
    """`$(vars/@name)`."""

    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    name: str
    arguments: tuple["Node", ...]
    position: int


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator in lower case ("+", "and", "is null", "in"...) and its operands."""

    operator: str
    operands: tuple["Node", ...]
    position: int


Node = Literal | Attribute | VariableName | Call | Operation

_TOKENS = re.compile(
    r"""(?P<space>\s+)
    | (?P<text>'(?:[^']|'')*')
    | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    | (?P<variable>\$\(\s*vars/@(?P<var>[^)\s]+)\s*\))
    | (?P<link>\[(?P<path>[^\]\[]*)\])
    | (?P<attribute>@(?P<name>\w+))
    | (?P<word>[^\W\d]\w*)
    | (?P<mark><=|>=|<>|!=|\|\||[-+*/%(),=<>])""",
    re.VERBOSE,
)

_BINDING = {"or": 1, "and": 2, "||": 5, "+": 6, "-": 6, "*": 7, "/": 7, "%": 7}
_BINDING.update(dict.fromkeys(("=", "<>", "<", "<=", ">", ">="), 4))
_COMPARISON = 4
_NOT = 3
_SIGN = 8
_KEYWORDS = {"and", "or", "not", "is", "in", "like", "between", "null", "true", "false"}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int


def parse(text: str) -> Node:
    """The tree of an expression. Errors: expression-syntax, expression-too-long, expression-too-deep (V08)."""
    if len(text) > MOST_CHARACTERS:
        raise _error(
            "expression-too-long",
            f"The expression has {len(text):,} characters; at most {MOST_CHARACTERS:,} are allowed.",
            MOST_CHARACTERS,
            "Split it, or use Included in with a list of values.",
        )
    parser = _Parser(_tokens(text), len(text))
    node = parser.expression(0, 0)
    parser.expect_end()
    return node


def _error(code: str, what: str, position: int, fix: str = "") -> EngineError:
    return EngineError(Problem(code=code, what=what, fix=fix, position=position, check="V08"))


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    position = 0
    while position < len(text):
        match = _TOKENS.match(text, position)
        if match is None:
            raise _unreadable(text, position)
        kind = match.lastgroup or ""
        if match["link"] is not None:
            found.append(_Token("attribute", _link_path(match["path"], position), position))
        elif match["attribute"] is not None:
            found.append(_Token("attribute", match["name"], position))
        elif match["variable"] is not None:
            found.append(_Token("variable", match["var"], position))
        elif match["word"] is not None and match["word"].lower() in _KEYWORDS:
            found.append(_Token(match["word"].lower(), match["word"], position))
        elif match["mark"] is not None:
            found.append(_Token({"!=": "<>"}.get(match["mark"], match["mark"]), match["mark"], position))
        elif kind != "space":
            found.append(_Token(kind, match[kind], position))
        position = match.end()
    return found


def _link_path(inside: str, position: int) -> str:
    *links, last = [part.strip() for part in inside.split("/")]
    if not last.startswith("@") or len(last) == 1 or not all(links):
        raise _error(
            "expression-syntax",
            f"[{inside}] is not an attribute.",
            position,
            "Write the links and then @ and the attribute's name, such as [product/@label].",
        )
    return "/".join([*links, last[1:]])


def _unreadable(text: str, position: int) -> EngineError:
    sign = text[position]
    if sign == "'":
        return _error("expression-syntax", "This text has no closing quote.", position, "Add a ' at its end.")
    if sign == '"':
        return _error("expression-syntax", 'Texts stand in single quotes, not in ".', position, "Write 'text'.")
    return _error("expression-syntax", f"{sign!r} has no meaning here.", position, "Remove it.")


class _Parser:
    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = tokens
        self._place = 0
        self._length = length

    def expression(self, strength: int, depth: int) -> Node:
        if depth > DEEPEST:
            raise _error(
                "expression-too-deep",
                f"The expression is nested more than {DEEPEST} levels deep.",
                self._position(),
                "Split it, or use groups of conditions.",
            )
        left = self._first(depth + 1)
        while (token := self._peek()) is not None:
            binding = _BINDING.get(token.kind)
            if binding is not None and binding > strength:
                self._place += 1
                right = self.expression(binding, depth + 1)
                left = Operation(token.kind, (left, right), token.position)
            elif token.kind in {"is", "in", "like", "between", "not"} and strength < _COMPARISON:
                left = self._test(left, depth + 1)
            else:
                break
        return left

    def expect_end(self) -> None:
        token = self._peek()
        if token is not None:
            raise _error(
                "expression-syntax",
                f"{token.text!r} does not continue the expression.",
                token.position,
                "Put an operator such as + or 'and' before it, or remove it.",
            )

    def _first(self, depth: int) -> Node:
        token = self._next()
        match token.kind:
            case "text":
                return Literal(token.text[1:-1].replace("''", "'"), False, token.position)
            case "number":
                return Literal(token.text, True, token.position)
            case "true" | "false":
                return Literal(token.kind == "true", False, token.position)
            case "null":
                return Literal(None, False, token.position)
            case "attribute":
                return Attribute(token.text, token.position)
            case "variable":
                return VariableName(token.text, token.position)
            case _:
                return self._prefix(token, depth)

    def _prefix(self, token: _Token, depth: int) -> Node:
        match token.kind:
            case "-" | "+":
                return Operation(f"sign {token.kind}", (self.expression(_SIGN, depth),), token.position)
            case "not":
                return Operation("not", (self.expression(_NOT, depth),), token.position)
            case "(":
                inside = self.expression(0, depth)
                self._expect(")", "Close the parenthesis.")
                return inside
            case "word":
                return self._call(token, depth)
            case _:
                raise _error(
                    "expression-syntax",
                    f"A value is missing before {token.text!r}.",
                    token.position,
                    "Write an attribute (@name), a text ('…'), a number or a function.",
                )

    def _call(self, name: _Token, depth: int) -> Node:
        following = self._peek()
        if following is None or following.kind != "(":
            raise _error(
                "expression-syntax",
                f"{name.text!r} is neither an attribute nor a text.",
                name.position,
                f"Write @{name.text} for the attribute, '{name.text}' for the text, {name.text}(…) for the function.",
            )
        self._place += 1
        arguments: list[Node] = []
        following = self._peek()
        if following is not None and following.kind == ")":
            self._place += 1
            return Call(name.text, (), name.position)
        while True:
            arguments.append(self.expression(0, depth))
            if self._next_is(","):
                continue
            self._expect(")", f"Close the parenthesis of {name.text}, or put a comma between its values.")
            return Call(name.text, tuple(arguments), name.position)

    def _test(self, left: Node, depth: int) -> Node:
        token = self._next()
        negated = token.kind == "not"
        if negated:
            token = self._next()
        match token.kind:
            case "is" if not negated:
                negated = self._next_is("not")
                self._expect("null", "After 'is' comes 'null' or 'not null'.")
                tested = Operation("is null", (left,), token.position)
            case "in":
                tested = Operation("in", (left, *self._list(depth)), token.position)
            case "like":
                tested = Operation("like", (left, self.expression(_COMPARISON, depth)), token.position)
            case "between":
                low = self.expression(_COMPARISON, depth)
                self._expect("and", "Write between … and ….")
                tested = Operation("between", (left, low, self.expression(_COMPARISON, depth)), token.position)
            case _:
                raise _error("expression-syntax", f"{token.text!r} has no meaning here.", token.position, "Remove it.")
        return Operation("not", (tested,), token.position) if negated else tested

    def _list(self, depth: int) -> list[Node]:
        self._expect("(", "Put the values in parentheses, such as ('a', 'b').")
        values = [self.expression(0, depth)]
        while self._next_is(","):
            values.append(self.expression(0, depth))
        self._expect(")", "Close the list.")
        return values

    def _peek(self) -> _Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _next(self) -> _Token:
        token = self._peek()
        if token is None:
            what = "The expression is empty." if not self._tokens else "The expression ends too early."
            raise _error("expression-syntax", what, self._length, "Write the value that is missing.")
        self._place += 1
        return token

    def _next_is(self, kind: str) -> bool:
        token = self._peek()
        if token is not None and token.kind == kind:
            self._place += 1
            return True
        return False

    def _expect(self, kind: str, fix: str) -> None:
        token = self._peek()
        if token is None or token.kind != kind:
            raise _error("expression-syntax", f"{kind!r} is missing here.", self._position(), fix)
        self._place += 1

    def _position(self) -> int:
        token = self._peek()
        return self._length if token is None else token.position
