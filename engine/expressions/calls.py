"""Calls of functions: the right meaning of the name, the arguments in the types that it wants, its place."""

import difflib
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlglot import exp

from engine.expressions.functions import FUNCTIONS, REFUSED
from engine.expressions.shapes import SHAPES
from engine.expressions.signatures import TOTAL, Constant, Function, Group, Parameter, Sort
from engine.expressions.syntax import Call
from engine.expressions.trees import number, text
from engine.expressions.values import USUAL, Value, Work, advice, converted, fitted, no_value, together
from engine.keys import has_key
from engine.texts import Text, any_of, declared, quoted, say
from engine.types import DOUBLE, LONG, DataType, Kind

_MOST_PIECES = 12_000
_DEEPEST_TREE = 150
_MOST_DECIMALS = 12


def call(work: Work, node: Call) -> Value:
    """The value of a call."""
    name = node.name.lower()
    function = FUNCTIONS.get(name)
    if function is None:
        return _unknown(work, node)
    if not work.allows(function, node.position):
        return no_value(node.position)
    if function.build is None:
        return SHAPES[name](work, node)
    with work.within(say("aggregate") if function.group is Group.AGGREGATE else ""):
        values = [work.compile(argument) for argument in node.arguments]
    function = _meaning(function, values)
    if not _has_right_number(work, function, node):
        return no_value(node.position)
    return _built(work, function, node.position, values)


def _unknown(work: Work, node: Call) -> Value:
    for argument in node.arguments:
        work.compile(argument)
    name = node.name.lower()
    if name in REFUSED:
        return work.wrong(
            "refused-function", say("{node} is not available.", node=node.name), node.position, REFUSED[name]
        )
    near = difflib.get_close_matches(name, FUNCTIONS, n=3, cutoff=0.6)
    fix = (
        say("Did you mean {names}?", names=any_of([FUNCTIONS[one].name for one in near]))
        if near
        else "See the list of functions."
    )
    return work.wrong(
        "unknown-function", say("There is no function {node}.", node=quoted(node.name)), node.position, fix
    )


def _meaning(function: Function, values: list[Value]) -> Function:
    """The other meaning of a name, when the first argument is not of the sort that this one takes."""
    if function.other is None or not values or values[0].sort is None:
        return function
    sorts = function.parameters[0].accepted.sorts
    return function if any(fitted(values[0], sort) for sort in sorts) else function.other


def _has_right_number(work: Work, function: Function, node: Call) -> bool:
    count, least, most = len(node.arguments), function.least, function.most
    if least <= count and (most is None or count <= most):
        return True
    work.wrong(
        "wrong-arity",
        say(
            "{function} takes {wanted}, and there {given}.",
            function=function.name,
            wanted=_wanted(least, most),
            given=say("is 1") if count == 1 else say("are {count}", count=count) if count else say("are none"),
        ),
        node.position,
        say("Write {signature}.", signature=function.signature),
    )
    return False


def _wanted(least: int, most: int | None) -> Text:
    """How many values a function takes."""
    if most is None:
        return say("at least {n} value(s)", n=least)
    if most == least:
        return say("{n} value(s)", n=most) if most else say("no values")
    return say("{least} to {values}", least=least, values=say("{n} value(s)", n=most))


def _built(work: Work, function: Function, position: int, values: list[Value]) -> Value:
    fitting = [_argument(work, function, place, value) for place, value in enumerate(values)]
    types = _letters(work, function, fitting)
    trees = [_tree(function.parameter(place), value, types) for place, value in enumerate(fitting)]
    if work.stopped:
        return no_value(position)
    tree = (function.build or _no_build)(trees, work.moment)
    kind = _result(function, types, fitting)
    if function.result == TOTAL and kind == LONG:
        tree = exp.Cast(this=tree, to=LONG.to_sql())
    if isinstance(tree, exp.Binary | exp.Unary) and not isinstance(tree, exp.Paren):
        tree = exp.Paren(this=tree)
    return _weighed(work, function, Value(tree, kind, position))


def _no_build(_trees: list[exp.Expr], _moment: object) -> exp.Expr:
    raise AssertionError("names that only give shape are compiled by their shape")


def _argument(work: Work, function: Function, place: int, value: Value) -> Value:
    """The argument as one of the sorts that its parameter takes."""
    parameter = function.parameter(place)
    accepted = parameter.accepted
    if accepted.constant is not None:
        return _constant(work, function, parameter, value)
    if value.sort is None or value.sort in accepted.sorts:
        return value
    for sort in Sort:
        if sort in accepted.sorts and (fit := fitted(value, sort)) is not None:
            return fit
    wanted = next(sort for sort in Sort if sort in accepted.sorts)
    return work.wrong(
        "wrong-type",
        say(
            "{function} needs {words} for {parameter}, not {sort}.",
            function=function.name,
            words=accepted.words,
            parameter=quoted(declared(parameter.name)),
            sort=declared(value.sort),
        ),
        value.position,
        say("{advice} The function is {signature}.", advice=advice(value, wanted), signature=function.signature),
        check="V07",
    )


def _constant(work: Work, function: Function, parameter: Parameter, value: Value) -> Value:
    constant = parameter.accepted.constant
    known = {
        Constant.TEXT: value.literal is not None,
        Constant.ZONE: value.literal is not None and _is_zone(value.literal),
        Constant.KEY: value.literal is not None and has_key(value.literal),
        Constant.DECIMALS: isinstance(value.tree, exp.Literal)
        and value.tree.name.isdigit()
        and not value.tree.is_string
        and int(value.tree.name) <= _MOST_DECIMALS,
    }
    if constant is not None and known[constant]:
        return value
    work.wrong(
        "wrong-constant",
        say(
            "{function} needs {words} for {parameter}.",
            function=function.name,
            words=parameter.accepted.words,
            parameter=quoted(declared(parameter.name)),
        ),
        value.position,
        say("Make one with `jalon key new NAME`, and write its whole name into the expression.")
        if constant is Constant.KEY
        else say("Write it into the expression; it cannot come from an attribute."),
        check="V07",
    )
    # Something of the right form, so that the function can be built and the rest be checked.
    return replace(value, tree=number(0) if constant is Constant.DECIMALS else text(""))


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _letters(work: Work, function: Function, values: list[Value]) -> dict[str, DataType | None]:
    """The common type of the arguments of each letter of the signature; `values` are brought to its sort."""
    letters = [function.parameter(place).accepted.letter for place in range(len(values))]
    types: dict[str, DataType | None] = {}
    for letter in dict.fromkeys(filter(None, letters)):
        places = [place for place, one in enumerate(letters) if one == letter]
        found, types[letter] = together(work, [values[place] for place in places])
        for place, value in zip(places, found, strict=True):
            values[place] = value
    return types


def _tree(parameter: Parameter, value: Value, types: dict[str, DataType | None]) -> exp.Expr:
    accepted = parameter.accepted
    kind = types.get(accepted.letter)
    if accepted.to is not None:
        return converted(value, accepted.to)
    if kind is not None and (kind.kind is Kind.DECIMAL or (value.type is None and kind.kind is not Kind.LIST)):
        return converted(value, kind)
    if value.type is None and not accepted.letter:
        return converted(value, next(kind for sort, kind in USUAL.items() if sort in accepted.sorts))
    return value.tree.copy()


def _result(function: Function, types: dict[str, DataType | None], values: list[Value]) -> DataType | None:
    if isinstance(function.result, DataType):
        return function.result
    if function.result != TOTAL:
        return types.get(function.result)
    kind = values[0].type
    if kind is None or kind.kind is Kind.DOUBLE:
        return DOUBLE
    return DataType(Kind.DECIMAL, 38, kind.scale) if kind.kind is Kind.DECIMAL else LONG


def _weighed(work: Work, function: Function, value: Value) -> Value:
    """The value, unless it has grown too large: some functions use an argument several times, and can be nested."""
    levels: dict[int, int] = {}
    for count, piece in enumerate(value.tree.walk(bfs=True)):
        levels[id(piece)] = level = levels.get(id(piece.parent), 0) + 1
        if count > _MOST_PIECES or level > _DEEPEST_TREE:
            work.stop()
            return work.wrong(
                "expression-too-large",
                say("{function} makes the expression too large to count.", function=function.name),
                value.position,
                "Compute a part of it in an earlier step, such as a column of an enrichment.",
            )
    return value
