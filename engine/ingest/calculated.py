"""Columns that a file does not hold and that are computed from those that it does, in the expression language."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlglot import exp

from engine.catalog.model import Catalog
from engine.catalog.scope import RowScope
from engine.catalog.sources import Clock, Surroundings
from engine.expressions import compile_expression, uses_clock
from engine.problems import EngineError, Problem
from engine.relations import Column, Relation
from engine.texts import quoted, say
from engine.types import DataType

Wrong = list[tuple[str, exp.Expr]]
"""Codes of what is wrong with a value, each with the condition that says so."""
_ALIAS = "s"


def calculate(
    expression: str, types: Mapping[str, DataType], value_of: Callable[[str], tuple[exp.Expr, Wrong]]
) -> tuple[exp.Expr, Wrong]:
    """The value of an expression over the columns of a file, by their headers, and what can be wrong with these.

    `value_of` gives the typed value of a column of the file. A value that is wrong in a column is wrong here, too.
    Errors: those of the expression, and reads-the-present, since a file loaded again must give the same.
    """
    if uses_clock(expression):
        raise EngineError(
            Problem(
                code="reads-the-present",
                what=say("The expression {expression} asks for the present.", expression=quoted(expression)),
                why="The same file would be another one every day.",
                fix="Compute with the columns of the file alone.",
                field="expression",
            )
        )
    tree = compile_expression(expression, scope_of_file(types)).tree
    wrong: Wrong = []

    def filled(node: exp.Expr) -> exp.Expr:
        if not isinstance(node, exp.Column) or node.name not in types:
            return node
        value, faults = value_of(node.name)
        wrong.extend(faults)
        return exp.Paren(this=value)

    return tree.transform(filled), wrong


def scope_of_file(types: Mapping[str, DataType]) -> RowScope:
    """What names stand for in an expression over the columns of a file: header to type, without data."""
    columns = tuple(Column(name, kind) for name, kind in types.items())
    # A frozen clock: what reads it is refused.
    clock = Clock(datetime.fromtimestamp(0, UTC).replace(tzinfo=None), ZoneInfo("UTC"))
    return RowScope.to_check(Surroundings(Catalog(), clock), Relation(columns, table="file"))
