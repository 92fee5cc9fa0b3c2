"""Reads what users type into a tree of our own; nothing of the text goes any further.

A small parser of our own, rather than a SQL parser with rules taken away: the language has its own names (`@city`,
`[purchases/@price]`, `$(vars/@channel)`), every error must point at its character, and a text of any depth or length
must end in a sentence rather than in a crash. What it does not know, it refuses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.problems import EngineError, Problem
from engine.texts import grouped, quoted, say

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
    """An operator in lower case ("+", "and", "is null", "in"...) and its operands.

    "and", "or" and "||" hold a whole chain as one operation, so that a list of a thousand conditions is not a thousand
    levels deep; "in" and "between" hold the tested value first.
    """

    operator: str
    operands: tuple["Node", ...]
    position: int


Node = Literal | Attribute | VariableName | Call | Operation


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text. `kind` is the operator or keyword itself, or one of the names in the pattern below."""

    kind: str
    text: str
    position: int


_PATTERN = re.compile(
    r"""(?P<space>\s+)
    | (?P<string>'(?:[^']|'')*'(?!'))
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
    | (?P<variable>\$\(\s*vars/@[^)\s]+\s*\))
    | (?P<path>\[[^\]\[]*\])
    | (?P<attribute>@\w+)
    | (?P<word>[^\W\d]\w*)
    | (?P<mark><=|>=|<>|!=|\|\||[-+*/%(),=<>])
    | (?P<unreadable>.)""",
    re.VERBOSE | re.DOTALL,
)

KEYWORDS = ("and", "or", "not", "is", "in", "like", "between", "null", "true", "false")
_CHAINS = {"and", "or", "||"}
_BINDING = {"or": 1, "and": 2, "||": 5, "+": 6, "-": 6, "*": 7, "/": 7, "%": 7}
_BINDING.update(dict.fromkeys(("=", "<>", "<", "<=", ">", ">="), 4))
_NOT = 3
_COMPARISON = 4
_SIGN = 8


def scan(text: str) -> Iterator[Token]:
    """The pieces of a text, blanks left out; what cannot be read becomes an "unreadable" piece of one character."""
    for match in _PATTERN.finditer(text):
        kind, written = match.lastgroup or "", match[0]
        if kind == "word" and written.lower() in KEYWORDS:
            kind = written.lower()
        elif kind == "mark":
            kind = "<>" if written == "!=" else written
        if kind != "space":
            yield Token(kind, written, match.start())


def parse(text: str) -> Node:
    """The tree of an expression. Errors: expression-syntax, expression-too-long, expression-too-deep (V08)."""
    if len(text) > MOST_CHARACTERS:
        raise _error(
            "expression-too-long",
            say(
                "The expression has {n} character(s); at most {most_characters} are allowed.",
                n=len(text),
                most_characters=grouped(MOST_CHARACTERS),
            ),
            MOST_CHARACTERS,
            "Split it into several conditions or columns.",
        )
    parser = _Parser([_readable(token) for token in scan(text)], len(text))
    node = parser.expression(0, 0)
    parser.expect_end()
    return node


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    children = node.operands if isinstance(node, Operation) else node.arguments if isinstance(node, Call) else ()
    for child in children:
        yield from walk(child)


def paths_of(source: str) -> tuple[str, ...]:
    """The attribute paths that an expression reads, in the order of the text. Errors: expression-syntax (V08)."""
    return tuple(node.path for node in walk(parse(source)) if isinstance(node, Attribute))


def variables_of(source: str) -> tuple[str, ...]:
    """The variables that an expression reads, in the order of the text. Errors: expression-syntax (V08)."""
    return tuple(node.name for node in walk(parse(source)) if isinstance(node, VariableName))


def written(path: str) -> str:
    """How a path is written in an expression: "city" is @city, "product/label" is [product/@label]."""
    *links, last = path.split("/")
    return f"@{last}" if not links and re.fullmatch(r"\w+", last) else f"[{'/'.join([*links, f'@{last}'])}]"


def _error(code: str, what: str, position: int, fix: str = "") -> EngineError:
    return EngineError(Problem(code=code, what=what, fix=fix, position=position, check="V08"))


def _readable(token: Token) -> Token:
    """The token, if it can be read. Errors: expression-syntax."""
    if token.kind == "string" and any("\ud800" <= sign <= "\udfff" for sign in token.text):
        raise _error("expression-syntax", "This text holds half a character.", token.position, "Type it again.")
    if token.kind != "unreadable":
        return token
    what, fix = {
        "'": ("This text has no closing quote.", "Add a ' at its end; a quote inside is written twice ('')."),
        '"': ('Texts stand in single quotes, not in ".', "Write 'text', or @name for an attribute."),
        "@": ("After @ comes the name of an attribute.", "Write @city, or [@first name] for a name with blanks."),
        "[": ("This bracket is not closed.", "Write [link/@name], such as [product/@label]."),
        "$": ("This is not a variable.", "Write $(vars/@name)."),
    }.get(token.text, (say("{token} has no meaning here.", token=quoted(token.text)), "Remove it."))
    raise _error("expression-syntax", what, token.position, fix)


def _path(token: Token) -> str:
    if token.kind == "attribute":
        return token.text[1:]
    *links, last = [part.strip() for part in token.text[1:-1].split("/")]
    if not last.startswith("@") or len(last) == 1 or not all(links):
        raise _error(
            "expression-syntax",
            say("{token} is not an attribute.", token=token.text),
            token.position,
            "Write the links and then @ and the attribute's name, such as [product/@label].",
        )
    return "/".join([*links, last[1:]])


class _Parser:
    def __init__(self, tokens: list[Token], length: int) -> None:
        self._tokens = tokens
        self._place = 0
        self._length = length

    def expression(self, strength: int, depth: int) -> Node:
        """What binds more strongly than `strength`, to the right of here."""
        left = self._first(depth)
        levels = depth
        while (token := self._peek()) is not None:
            binding = _BINDING.get(token.kind)
            levels += 1
            if binding is not None and binding > strength:
                left = self._joined(left, token, binding, levels)
            elif token.kind in {"is", "in", "like", "between", "not"} and strength < _COMPARISON:
                left = self._test(left, levels)
            else:
                break
        return left

    def expect_end(self) -> None:
        token = self._peek()
        if token is not None:
            raise _error(
                "expression-syntax",
                say("{token} does not continue the expression.", token=quoted(token.text)),
                token.position,
                "Put an operator such as + or 'and' before it, or remove it.",
            )

    def _joined(self, left: Node, token: Token, binding: int, levels: int) -> Node:
        if token.kind not in _CHAINS:
            # Each operator of such a chain stands one level above the one before it.
            self._expect_depth(levels)
            self._place += 1
            return Operation(token.kind, (left, self.expression(binding, levels)), token.position)
        operands = [left]
        while self._next_is(token.kind):
            operands.append(self.expression(binding, levels))
        return Operation(token.kind, tuple(operands), token.position)

    def _first(self, depth: int) -> Node:
        self._expect_depth(depth)
        token = self._next()
        match token.kind:
            case "string":
                return Literal(token.text[1:-1].replace("''", "'"), False, token.position)
            case "number":
                return Literal(token.text, True, token.position)
            case "true" | "false":
                return Literal(token.kind == "true", False, token.position)
            case "null":
                return Literal(None, False, token.position)
            case "attribute" | "path":
                return Attribute(_path(token), token.position)
            case "variable":
                return VariableName(token.text[2:-1].strip().removeprefix("vars/@"), token.position)
            case _:
                return self._prefix(token, depth + 1)

    def _prefix(self, token: Token, depth: int) -> Node:
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
                    say("A value is missing before {token}.", token=quoted(token.text)),
                    token.position,
                    "Write an attribute (@name), a text ('…'), a number or a function.",
                )

    def _call(self, name: Token, depth: int) -> Node:
        if not self._next_is("("):
            raise _error(
                "expression-syntax",
                say("{name} is neither an attribute nor a text.", name=quoted(name.text)),
                name.position,
                say(
                    "Write @{name} for the attribute, '{name}' for the text, {name}(…) for the function.",
                    name=name.text,
                ),
            )
        if self._next_is(")"):
            return Call(name.text, (), name.position)
        arguments = self._values(
            depth, say("Close the parenthesis of {name}, or put a comma between its values.", name=name.text)
        )
        return Call(name.text, tuple(arguments), name.position)

    def _test(self, left: Node, depth: int) -> Node:
        self._expect_depth(depth)
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
                self._expect("(", "Put the values in parentheses, such as ('a', 'b').")
                tested = Operation("in", (left, *self._values(depth, "Close the list.")), token.position)
            case "like":
                tested = Operation("like", (left, self.expression(_COMPARISON, depth)), token.position)
            case "between":
                low = self.expression(_COMPARISON, depth)
                self._expect("and", "Write between … and ….")
                tested = Operation("between", (left, low, self.expression(_COMPARISON, depth)), token.position)
            case _:
                raise _error(
                    "expression-syntax",
                    say("{token} has no meaning here.", token=quoted(token.text)),
                    token.position,
                    "Remove it.",
                )
        return Operation("not", (tested,), token.position) if negated else tested

    def _values(self, depth: int, fix: str) -> list[Node]:
        values = [self.expression(0, depth)]
        while self._next_is(","):
            values.append(self.expression(0, depth))
        self._expect(")", fix)
        return values

    def _expect_depth(self, depth: int) -> None:
        if depth > DEEPEST:
            raise _error(
                "expression-too-deep",
                say("The expression is nested more than {deepest} levels deep.", deepest=DEEPEST),
                self._position(),
                "Split it, or use groups of conditions.",
            )

    def _peek(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _next(self) -> Token:
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
        if not self._next_is(kind):
            raise _error("expression-syntax", say("{kind} is missing here.", kind=quoted(kind)), self._position(), fix)

    def _position(self) -> int:
        token = self._peek()
        return self._length if token is None else token.position
