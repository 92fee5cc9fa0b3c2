"""Links made on the canvas: from the rows of a population to a table's records or to another population's rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from sqlglot import exp

from engine.catalog.sources import Sources
from engine.relations import Relation

if TYPE_CHECKING:
    from engine.catalog.scope import RowScope

Condition = Callable[["RowScope", Sources], exp.Expr]
"""Whether a record meets the row that stands beside it, once the scope of records is known."""


@dataclass(frozen=True, slots=True)
class RowLink:
    """A link made on the canvas: from the rows of a population to a table's records or to another population's rows.

    `pairs` are (path here, path there), all equal; `condition` must hold as well. With `many`, it is a collection.
    """

    name: str
    target: str | Relation
    pairs: tuple[tuple[str, str], ...] = ()
    condition: Condition | None = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class LinkedRelation(Relation):
    """A population from which links lead on. They hold until its rows stand for something else."""

    links: tuple[RowLink, ...] = ()


def with_links(relation: Relation, links: Iterable[RowLink]) -> Relation:
    """The same population with further links; each may use those before it."""
    before = relation.links if isinstance(relation, LinkedRelation) else ()
    values = {field.name: getattr(relation, field.name) for field in fields(Relation)}
    return LinkedRelation(**values, links=(*before, *links))
