"""The operators that fit a field of accounts or people, by its type."""

from collections.abc import Mapping

from app.panel.context import FormContext
from engine.journey.conditions.model import Operator
from engine.types import Family

_BY_FAMILY: Mapping[Family, tuple[Operator, ...]] = {
    Family.NUMBER: (Operator.IS, Operator.IS_NOT, Operator.GREATER, Operator.LESS, Operator.AT_LEAST, Operator.AT_MOST,
                    Operator.BETWEEN, Operator.EMPTY, Operator.NOT_EMPTY),
    Family.BOOLEAN: (Operator.TRUE, Operator.FALSE, Operator.EMPTY),
    Family.TEXT: (Operator.IS, Operator.IS_NOT, Operator.STARTS_WITH, Operator.NOT_STARTS_WITH, Operator.CONTAINS,
                  Operator.NOT_CONTAINS, Operator.ENDS_WITH, Operator.NOT_ENDS_WITH, Operator.MATCHES,
                  Operator.NOT_MATCHES, Operator.EMPTY, Operator.NOT_EMPTY),
}  # fmt: skip
_DATES = (Operator.ON, Operator.BEFORE, Operator.AFTER, Operator.BETWEEN, Operator.IN_PAST, Operator.NOT_IN_PAST,
          Operator.IN_NEXT, Operator.SINCE_ENTRY, Operator.ANNIVERSARY, Operator.EMPTY, Operator.NOT_EMPTY)  # fmt: skip


def operators_of(context: FormContext, entity: str, name: str) -> tuple[Operator, ...]:
    """The operators that fit a field."""
    world = context.world
    table = (world.catalog if world is not None else context.catalog).table_by_name.get(entity)
    found = table.by_name.get(name) if table is not None else None
    if found is None:
        return tuple(Operator)
    return _BY_FAMILY.get(found.type.family, _DATES)
