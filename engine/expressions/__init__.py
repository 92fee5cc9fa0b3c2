"""The expression language: parse, check types, compile; the function catalogue as data."""

from engine.expressions.compile import Scope, check_expression, compile_expression, paths_of, variables_of
from engine.expressions.functions import FUNCTIONS, Function, Group

__all__ = [
    "FUNCTIONS",
    "Function",
    "Group",
    "Scope",
    "check_expression",
    "compile_expression",
    "paths_of",
    "variables_of",
]
