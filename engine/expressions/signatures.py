"""What a function of the language is: its signature, written once in one line, and what that line means.

`Left(text: text, count: whole) -> text` is at the same time the reference that users read, the check of what they
typed, and the conversion of the arguments before the function is built. The words are explained in `ACCEPTED`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase

from sqlglot import exp

from engine.catalog.sources import Clock
from engine.texts import Text, any_of, declared, say
from engine.types import BOOLEAN, DATE, DATETIME, DOUBLE, INTEGER, LONG, STRING, TIME, DataType, Family, Kind


class Group(StrEnum):
    """Where the editor lists a function."""

    AGGREGATE = "Aggregate"
    DATE = "Date"
    GEO = "Geomarketing"
    NUMERIC = "Numeric"
    OTHER = "Others"
    STRING = "String"
    WINDOW = "Window"


class Reads(StrEnum):
    """What a function reads beside its arguments; fingerprints and checks ask for it."""

    CLOCK = "the frozen clock"
    ROW = "the key of the row"
    ROWS = "the other rows"


class Sort(StrEnum):
    """What kind of value: a type without its width. A time of day is no date: the two cannot be compared."""

    TEXT = "a text"
    NUMBER = "a number"
    DATE = "a date"
    TIME = "a time of day"
    BOOLEAN = "true or false"
    LIST = "a list"


def sort_of(kind: DataType) -> Sort:
    """The sort of a type."""
    if kind.kind is Kind.TIME:
        return Sort.TIME
    return {
        Family.TEXT: Sort.TEXT,
        Family.NUMBER: Sort.NUMBER,
        Family.MOMENT: Sort.DATE,
        Family.BOOLEAN: Sort.BOOLEAN,
        Family.LIST: Sort.LIST,
    }[kind.family]


class Constant(StrEnum):
    """An argument that must stand in the expression itself, since the query depends on it."""

    TEXT = "a text in quotes"
    ZONE = "the name of a time zone, such as 'Europe/Paris'"
    DECIMALS = "a whole number from 0 to 12"
    KEY = "the name of a key of this computer, as `jalon key list` tells it"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a parameter takes, and the type that its argument has when it arrives (None: its own).

    Parameters of one `letter` must fit each other: all numbers, all texts...
    """

    sorts: frozenset[Sort]
    to: DataType | None = None
    letter: str = ""
    constant: Constant | None = None

    @property
    def words(self) -> Text:
        """Such as "a text or a number"."""
        if self.constant is not None:
            return declared(self.constant.value)
        return any_of([declared(sort.value) for sort in Sort if sort in self.sorts])


def _one(sort: Sort, to: DataType | None = None, constant: Constant | None = None) -> Accepted:
    return Accepted(frozenset({sort}), to, constant=constant)


_EVERY = frozenset(Sort)

ACCEPTED = {
    "text": _one(Sort.TEXT, STRING),
    "number": _one(Sort.NUMBER),
    "whole": _one(Sort.NUMBER, INTEGER),
    "long": _one(Sort.NUMBER, LONG),
    "double": _one(Sort.NUMBER, DOUBLE),
    "date": _one(Sort.DATE, DATETIME),
    "time": _one(Sort.TIME, TIME),
    "boolean": _one(Sort.BOOLEAN, BOOLEAN),
    "any": Accepted(_EVERY),
    "T": Accepted(_EVERY, letter="T"),
    "U": Accepted(_EVERY, letter="U"),
    "N": Accepted(frozenset({Sort.NUMBER}), letter="N"),
    "D": Accepted(frozenset({Sort.DATE}), letter="D"),
    "O": Accepted(_EVERY - {Sort.BOOLEAN, Sort.LIST}, letter="O"),
    "constant": _one(Sort.TEXT, STRING, Constant.TEXT),
    "zone": _one(Sort.TEXT, STRING, Constant.ZONE),
    "decimals": _one(Sort.NUMBER, None, Constant.DECIMALS),
    "secret": _one(Sort.TEXT, STRING, Constant.KEY),
}
"""The words of a signature: what each takes and what it converts to. "whole" cuts a fraction off; a letter stands for
one sort throughout a signature (N a number, D a date, O anything with an order)."""

TOTAL = "total"
RESULTS = {
    "text": STRING,
    "boolean": BOOLEAN,
    "integer": INTEGER,
    "long": LONG,
    "double": DOUBLE,
    "date": DATE,
    "datetime": DATETIME,
    "time": TIME,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """What a function may read beside its arguments: the frozen clock, the seed, and the columns of the row's key."""

    clock: Clock
    seed: int
    row_key: tuple[exp.Expr, ...]


Build = Callable[[list[exp.Expr], Moment], exp.Expr]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a function."""

    name: str
    accepted: Accepted
    optional: bool = False
    repeated: bool = False

    @property
    def label(self) -> Text:
        """As the signature help shows it: "decimals?", "part…"."""
        marks = f"{'?' if self.optional else ''}{'…' if self.repeated else ''}"
        return Text(f"{{name}}{marks}", {"name": declared(self.name)})


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language.

    `result` is a type, or a letter of the signature (the type that those arguments have in common), or "total".
    `build` is None for the few names that give an expression its shape, such as When or OrderBy. `other` is a second
    meaning of the same name, for a first argument of another sort.
    """

    name: str
    group: Group
    parameters: tuple[Parameter, ...]
    result: DataType | str
    text: str
    build: Build | None = None
    reads: frozenset[Reads] = frozenset()
    other: "Function | None" = None

    @property
    def least(self) -> int:
        return sum(not parameter.optional for parameter in self.parameters)

    @property
    def most(self) -> int | None:
        """None where the last argument can be repeated."""
        return None if any(parameter.repeated for parameter in self.parameters) else len(self.parameters)

    @property
    def arguments(self) -> Text:
        """As users read them: "(number, decimals?)"."""
        places = dict(zip(ascii_lowercase, (parameter.label for parameter in self.parameters), strict=False))
        return Text(f"({', '.join(f'{{{place}}}' for place in places)})", places)

    @property
    def signature(self) -> Text:
        """As users read it: "Round(number, decimals?)"."""
        return say("{name}{arguments}", name=self.name, arguments=self.arguments)

    def parameter(self, place: int) -> Parameter:
        """The parameter of an argument; the last one may stand for many."""
        return self.parameters[min(place, len(self.parameters) - 1)]


_SIGNATURE = re.compile(r"(\w+)\((.*)\) -> (\w+)")


def function(
    signature: str, group: Group, text: str, build: Build | None, *reads: Reads, other: Function | None = None
) -> Function:
    """A function from its signature. Errors: ValueError, KeyError for a signature that is none (a fault of ours)."""
    match = _SIGNATURE.fullmatch(signature)
    if match is None:
        raise ValueError(f"{signature!r} is no signature")
    parameters = tuple(_parameter(one) for one in match[2].split(", ") if one)
    result = RESULTS.get(match[3], match[3])
    return Function(match[1], group, parameters, result, text, build, frozenset(reads), other)


def _parameter(written: str) -> Parameter:
    name, words = written.split(": ")
    taken = [ACCEPTED[word] for word in words.split("|")]
    accepted = taken[0] if len(taken) == 1 else Accepted(frozenset[Sort]().union(*(one.sorts for one in taken)))
    clean = name.removesuffix("...").removesuffix("?")
    return Parameter(clean, accepted, optional=name.removesuffix("...").endswith("?"), repeated=name.endswith("..."))
