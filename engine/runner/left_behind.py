"""The rows that entered a node and did not leave it: the list behind each reason of its conservation.

They are what the node answers for, less what stands in its stored population, row by row; so they are as many as the
count of the reason says. A message keeps everybody, and says of each row in a column what becomes of it.
"""

from datetime import datetime
from functools import partial

from sqlglot import exp

from engine.compiler.plan import Plan, PlannedNode
from engine.contract import Entrants
from engine.database import Store
from engine.document.model import Document
from engine.fingerprints import fingerprint
from engine.problems import EngineError, Problem
from engine.relations import Relation, ascending, column
from engine.runner.keeping import keep_rows
from engine.runner.populations import StoredPopulation
from engine.runner.service import plan_document, prepare
from engine.selecting import named
from engine.texts import quoted, say
from engine.workspace import Workspace

_SET, _TIME = "_entered_by", "_time"
"""Which of several inputs a row comes from, and which of the rows it is that cannot be told apart."""


def find_left_behind(
    workspace: Workspace, document: Document, node: str, *, as_of: datetime | None = None
) -> StoredPopulation:
    """The rows that stayed behind at a node, counted as of an instant. Shape: one row per such row.

    Errors: no-population, not-counted-yet.
    """
    plan = plan_document(workspace, prepare(workspace, document, as_of=as_of))
    planned = _planned(plan, node)
    if not workspace.populations.holds(planned.population or ""):
        raise EngineError(
            Problem(
                code="not-counted-yet",
                what=say("What became of the rows at {node} has not been counted yet.", node=quoted(node)),
                fix="Run the campaign first.",
            )
        )
    entrants = planned.checked.activity.entrants(planned.place, planned.sources) or _entering(planned)
    query = _remaining(entrants, planned)
    table = f"l_{fingerprint(query)}"
    workspace.database.reader.run(partial(keep_rows, workspace, table, query))
    shape = entrants.shape
    relation = Relation(
        shape.columns, shape.key, shape.row_key, shape.dimension, origins=shape.origins,
        store=Store.WORK.value, table=table,
    )  # fmt: skip
    return StoredPopulation(workspace, relation, planned.sources)


def _planned(plan: Plan, node: str) -> PlannedNode:
    planned = plan.nodes.get(node)
    if planned is None or planned.population is None:
        raise EngineError(
            Problem(
                code="no-population",
                what=say("No rows stay behind at {node}.", node=quoted(node)),
                why="What enters there leaves it unchanged.",
                fix="Look at an activity that chooses among rows.",
            )
        )
    return planned


def _entering(planned: PlannedNode) -> Entrants:
    """The rows of all inputs that the node answers for, in the columns of the first."""
    primary = set(planned.checked.activity.entering(planned.place))
    relations = [one.relation for one in planned.place.inputs if one.transition in primary and one.relation is not None]
    first, stands = relations[0], _standing(planned)
    told_by = stands.row_key if all(name in first for name in stands.row_key) else first.row_key
    parts: list[exp.Query] = [
        one.rows("p").select(
            *(
                column("p", name) if name in one else named(exp.cast(exp.null(), first[name].type.to_sql()), name)
                for name in first.names
            ),
            *([named(exp.Literal.number(place), _SET)] if len(relations) > 1 else []),
        )
        for place, one in enumerate(relations)
    ]
    query = parts[0]
    for part in parts[1:]:
        query = exp.union(query, part, distinct=False, copy=False)
    return Entrants(first, query, {name: name for name in told_by})


def _standing(planned: PlannedNode) -> Relation:
    return next(one for one in planned.outputs.values() if one is not None)


def _remaining(entrants: Entrants, planned: PlannedNode) -> exp.Select:
    """The entrants that have no counterpart in the stored population; of several equal ones, those beyond as many."""
    names, stands = entrants.shape.names, _standing(planned)
    order = [name for name in entrants.shape.row_key if name not in entrants.told_by]
    several = [_SET] if any(one.alias_or_name == _SET for one in entrants.query.selects) else []
    entered = exp.select(
        *(column("e", name) for name in names), _numbered("e", [*entrants.told_by], [*several, *order])
    ).from_(entrants.query.subquery("e"))
    whole = Relation(stands.columns, stands.key, stands.row_key, store=stands.store, table=stands.table)
    there = [*entrants.told_by.values()]
    left = whole.rows("l").select(*(column("l", name) for name in there), _numbered("l", there, []))
    same = [
        exp.NullSafeEQ(this=column("n", here), expression=column("o", name)) for here, name in entrants.told_by.items()
    ]
    again = column("n", _TIME).eq(column("o", _TIME))
    counterpart = exp.select("1").from_(left.subquery("o")).where(*same, again)
    select = exp.select(*(column("n", name) for name in names)).from_(entered.subquery("n"))
    return select.where(exp.Not(this=exp.Exists(this=counterpart)))


def _numbered(alias: str, told_by: list[str], order: list[str]) -> exp.Expr:
    terms = [ascending(column(alias, name)) for name in [*order, *told_by]]
    return named(
        exp.Window(
            this=exp.RowNumber(),
            partition_by=[column(alias, name) for name in told_by],
            order=exp.Order(expressions=terms),
        ),
        _TIME,
    )
