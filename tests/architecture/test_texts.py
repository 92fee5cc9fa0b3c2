"""Texts that the engine makes can be said in another language: constant templates, and values in named places."""

import ast
import re
from collections.abc import Iterator

from tests.translations.engine_texts import PARTS, Takers, arguments, constants, modules, says

PLACE = re.compile(r"\{([a-z_]+)\}")
LATER = {"n", "status", "type"}
"""What may be given later (`with_values`): what is counted when the text is shown, and what a table of texts lacks."""


def test_no_text_for_users_is_put_together_from_pieces() -> None:
    """A sentence made by an f-string, a sum or a join has no French: it is said with say(...) instead."""
    wrong: list[str] = []
    for path, module in modules():
        takers = Takers(module)
        texts = (text for node in ast.walk(module) for text in _texts(node, takers))
        wrong += [f"{path.name}: {ast.unparse(text)}" for text in texts for _ in _pieces(text)]
    assert wrong == []


def test_templates_name_exactly_the_values_that_are_given() -> None:
    wrong: list[str] = []
    for path, module in modules():
        for call in says(module):
            found = list(constants(call.args[0]))
            given = {keyword.arg for keyword in call.keywords}
            if not found or any(set(PLACE.findall(text)) - LATER != given - LATER for text in found):
                wrong.append(f"{path.name}: {ast.unparse(call)}")
    assert wrong == []


def _texts(node: ast.AST, takers: Takers) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        yield from arguments(node, takers)
    elif isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id in PARTS for one in node.targets):
        yield node.value


def _pieces(text: ast.expr) -> Iterator[ast.expr]:
    """The parts of a term that are put together; what is given to `say` and to other functions is their affair."""
    if isinstance(text, ast.JoinedStr | ast.BinOp):
        yield text
    elif isinstance(text, ast.IfExp):
        yield from _pieces(text.body)
        yield from _pieces(text.orelse)
    elif isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute) and text.func.attr in {"format", "join"}:
        yield text
