"""Texts that the engine makes can be said in another language: constant templates, and values in named places."""

import ast
import re
from collections.abc import Iterator

from tests.translations.engine_texts import ENGINE, PARTS, Takers, arguments, constants, modules, says
from tests.translations.linguist import read

PLACE = re.compile(r"\{([a-z_]+)\}")
SENTENCE = re.compile(r"[A-Z][^\n]* [^\n]*[.!?]")
DECLARING = ("accounts/tables/", "expressions/library/", "catalog/workbook")
"""Where tables, functions and columns of files are described, which are told as they are written."""
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


def test_every_sentence_of_the_engine_can_be_said_in_another_language() -> None:
    """What looks like a sentence is known to the translations, but for descriptions of tables, columns and functions.

    A sentence that stands in a table or is returned as it is would otherwise stay English unnoticed.
    """
    known = {text for room, text in read() if room == "engine"}
    wrong: list[str] = []
    for path, module in modules():
        if path.relative_to(ENGINE).as_posix().startswith(DECLARING):
            continue
        nodes = [*ast.walk(module)]
        texts = {id(one): one.value for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str)}
        for silent in (id(one) for node in nodes for one in _silent(node)):
            texts.pop(silent, None)
        wrong += [f"{path.name}: {one}" for one in texts.values() if SENTENCE.fullmatch(one) and one not in known]
    assert wrong == []


def _silent(node: ast.AST) -> Iterator[ast.AST]:
    """Constants that no window shows: docstrings, descriptions of fields, and parts of f-strings."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.keyword) and node.arg == "description":
        yield from ast.walk(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield from node.values


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
