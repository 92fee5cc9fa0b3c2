"""The texts that the engine makes: templates of `say`, and constants that stand where a text is wanted."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ENGINE = Path(__file__).resolve().parent.parent.parent / "engine"
SILENT = ("cli", "terminal", "demo", "dossier")
"""Rooms whose texts no window shows: the command line is English, and the dossier has words of its own."""

PARTS = frozenset({"what", "why", "fix", "noun"})
"""Parameters, variables and fields of these names hold texts."""


@cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Every module whose texts the window may show, parsed."""
    found = sorted(ENGINE.rglob("*.py"))
    spoken = (path for path in found if not path.relative_to(ENGINE).parts[0].startswith(SILENT))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in spoken)


class Takers:
    """Which functions take texts, as a module calls them by name: its own, and those of all others."""

    def __init__(self, module: ast.Module) -> None:
        self._places = {**_of_all(), **_taking(module)}

    def places(self, call: ast.Call) -> frozenset[int] | None:
        """The places of the texts among the arguments of a call; None when it takes none."""
        return self._places.get(_name(call.func))


def templates() -> Iterator[str]:
    """Every English template."""
    for _, module in modules():
        takers = Takers(module)
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                yield from (text for one in arguments(node, takers) for text in _prose(one))
                if _name(node.func) == "Port":
                    yield from constants(node.args[1])
                if _name(node.func) == "say":
                    yield from constants(node.args[0])
            elif isinstance(node, ast.Assign) and any(_is_text(target) for target in node.targets):
                yield from (text for text in _prose(node.value) if " " in text)


def arguments(call: ast.Call, takers: Takers) -> Iterator[ast.expr]:
    """The arguments of a call that are texts."""
    places = takers.places(call)
    if places is not None:
        yield from (argument for place, argument in enumerate(call.args) if place in places)
        yield from (keyword.value for keyword in call.keywords if keyword.arg in PARTS)


def says(module: ast.Module) -> Iterator[ast.Call]:
    """The calls of `say` in a module."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _name(node.func) == "say":
            yield node


def constants(node: ast.expr) -> Iterator[str]:
    """The texts that a term may be, as far as they stand there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)
    elif isinstance(node, ast.BoolOp):
        yield from (text for one in node.values for text in constants(one))


def _prose(node: ast.expr) -> Iterator[str]:
    """The constants of a term in which several texts may stand together, such as a table of them."""
    if isinstance(node, ast.Tuple):
        yield from (text for one in node.elts for text in _prose(one))
    elif isinstance(node, ast.Dict):
        yield from (text for one in node.values for text in _prose(one))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        yield from (text for one in [node.func.value, *node.args] for text in _prose(one))
    elif isinstance(node, ast.Subscript):
        yield from _prose(node.value)
    elif isinstance(node, ast.IfExp):
        yield from _prose(node.body)
        yield from _prose(node.orelse)
    else:
        yield from constants(node)


@cache
def _of_all() -> dict[str, frozenset[int]]:
    found = (item for _, module in modules() for item in _taking(module).items())
    return {name: places for name, places in found if not name.startswith("_")}


def _taking(module: ast.Module) -> dict[str, frozenset[int]]:
    """The functions of a module that take texts, with the places of these."""
    found = {"Problem": frozenset({1, 2, 3}), "replace": frozenset[int]()}
    for node in ast.walk(module):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        given = [one.arg for one in [*node.args.posonlyargs, *node.args.args] if one.arg not in {"self", "cls"}]
        places = frozenset(place for place, name in enumerate(given) if name in PARTS)
        if places or any(one.arg in PARTS for one in node.args.kwonlyargs):
            found[node.name] = places
    return found


def _name(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _is_text(target: ast.expr) -> bool:
    if isinstance(target, ast.Tuple):
        return any(_is_text(one) for one in target.elts)
    return isinstance(target, ast.Name) and target.id in PARTS
