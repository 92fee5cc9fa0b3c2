"""The rule tree: which records match, said as a sentence, as SQL, and as an exact predicate."""

from engine.rules.check import check_rule
from engine.rules.compile import Leaf, compile_rule, explain_rule, lines_of, read_rule
from engine.rules.model import (
    Aggregate,
    AudienceReference,
    Condition,
    Exists,
    FilterReference,
    Group,
    Logic,
    Operator,
    Rule,
    counted_items,
    takes_part,
)

__all__ = [
    "Aggregate",
    "AudienceReference",
    "Condition",
    "Exists",
    "FilterReference",
    "Group",
    "Leaf",
    "Logic",
    "Operator",
    "Rule",
    "check_rule",
    "compile_rule",
    "counted_items",
    "explain_rule",
    "lines_of",
    "read_rule",
    "takes_part",
]
