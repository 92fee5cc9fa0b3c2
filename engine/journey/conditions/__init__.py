"""Conditions on accounts and people: the words of the product, and what they compile to."""

from engine.journey.conditions.compile import ConditionCompiler
from engine.journey.conditions.model import Condition, Constraint

__all__ = ["Condition", "ConditionCompiler", "Constraint"]
