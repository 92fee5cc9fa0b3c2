"""The expression language that marketers type: parse, check types, compile; the function catalogue as data."""

from engine.expressions.assist import Completion, Help, complete, signature_at
from engine.expressions.compile import Scope, check_expression, compile_expression, uses_clock
from engine.expressions.functions import FUNCTIONS, REFUSED
from engine.expressions.native import NATIVES
from engine.expressions.signatures import Function, Group, Moment, Parameter
from engine.expressions.syntax import paths_of, variables_of
from engine.expressions.trees import like, row_digest
from engine.expressions.values import variable_value

__all__ = [
    "FUNCTIONS",
    "NATIVES",
    "REFUSED",
    "Completion",
    "Function",
    "Group",
    "Help",
    "Moment",
    "Parameter",
    "Scope",
    "check_expression",
    "compile_expression",
    "complete",
    "like",
    "paths_of",
    "row_digest",
    "signature_at",
    "uses_clock",
    "variable_value",
    "variables_of",
]
