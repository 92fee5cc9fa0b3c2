"""The rule tree: which records match, said as a sentence, as SQL, and as an exact predicate."""

from engine.rules.check import check_rule
from engine.rules.compile import Leaf, compile_rule, explain_rule, lines_of
from engine.rules.mending import Change, changed, deciding, holds, smallest_change
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
from engine.rules.reading import read_rule

__all__ = [
    "Aggregate",
    "AudienceReference",
    "Change",
    "Condition",
    "Exists",
    "FilterReference",
    "Group",
    "Leaf",
    "Logic",
    "Operator",
    "Rule",
    "changed",
    "check_rule",
    "compile_rule",
    "counted_items",
    "deciding",
    "explain_rule",
    "holds",
    "lines_of",
    "read_rule",
    "smallest_change",
    "takes_part",
]
