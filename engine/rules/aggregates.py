"""The value of an aggregate condition by itself, for activities that add it as a column."""

from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources, Typed
from engine.rules.compile import RuleCompiler
from engine.rules.model import Aggregate


def aggregate_value(aggregate: Aggregate, scope: RowScope, sources: Sources) -> Typed:
    """A collection reduced to one value per row of the scope. Errors: as `compile_rule`."""
    return RuleCompiler(scope, sources).aggregate(aggregate)
