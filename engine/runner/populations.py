"""The rows behind a count: the same stored rows that were counted, found by the transition that shows them."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from engine.catalog.paths import unknown
from engine.catalog.sources import Sources
from engine.compiler.plan import Plan, PlannedNode
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.relations import Column, Relation
from engine.runner.service import plan_document, prepare
from engine.runner.views import Look, Page, Sort, View
from engine.texts import quoted, say
from engine.workspace import Workspace


def find_population(
    workspace: Workspace, document: Document, transition: str, *, as_of: datetime | None = None
) -> "StoredPopulation":
    """The stored population of a transition, or of an open output "node:port", as of the instant of its run.

    Errors: unknown-transition, no-population, not-counted-yet.
    """
    plan = plan_document(workspace, prepare(workspace, document, as_of=as_of))
    relation, node = relation_of(plan, transition)
    if not workspace.populations.holds(relation.table):
        raise EngineError(
            Problem(
                code="not-counted-yet",
                what=say("The population of {transition} has not been counted yet.", transition=quoted(transition)),
                fix="Run the campaign first.",
            )
        )
    return StoredPopulation(workspace, relation, node.sources)


def no_population(place: str) -> Problem:
    """Nobody can pass there: it only starts, waits or ends something, or something is wrong at it or before it."""
    return Problem(
        code="no-population",
        what=say("No population passes {transition}.", transition=quoted(place)),
        fix="Look at the problems of the activity before it.",
    )


def not_taken(place: str) -> Problem:
    """Nobody passes there in a run that could be planned: what is stored for it is who would have passed."""
    return Problem(
        code="not-taken",
        what=say("Nobody goes by {transition}.", transition=quoted(place)),
        fix="In this run another way is taken, or it is not reached.",
    )


def relation_of(plan: Plan, transition: str) -> tuple[Relation, PlannedNode]:
    """Where the population of a transition stands, and the node that it leaves.

    Errors: unknown-transition, no-population.
    """
    document = plan.checked.document
    ends = {one.id: (one.source, one.port) for one in document.transitions}
    ends |= {f"{name}:{port}": (name, port) for name, node in plan.nodes.items() for port in node.outputs}
    known = document.node_by_id.keys()
    if transition not in ends and transition.partition(":")[0] not in known:
        raise EngineError(unknown("transition", transition, ends))
    node, port = ends.get(transition, (transition.partition(":")[0], ""))
    planned = plan.nodes.get(node)
    relation = None if planned is None else planned.outputs.get(port)
    if planned is None or relation is None:
        raise EngineError(no_population(transition))
    return relation, planned


class StoredPopulation:
    """A population that has been counted."""

    def __init__(self, workspace: Workspace, relation: Relation, sources: Sources) -> None:
        self._workspace = workspace
        self._sources = sources
        self.relation = relation

    def at(self, relation: Relation) -> "StoredPopulation":
        """Another stored population of the same unit, seen with the same data around it."""
        return StoredPopulation(self._workspace, relation, self._sources)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.relation.columns

    def look(self, look: Look | None = None) -> View:
        """The rows as `look` wants them. Errors: unknown-column, unknown-attribute, those of its rule."""
        return View(self._workspace, self.relation, self._sources, look or Look())

    def page(self, offset: int = 0, limit: int = 100, *, sort: Sequence[Sort] = (), search: str = "") -> Page:
        """Rows from `offset` on. Errors: unknown-column."""
        return self.look(Look(search=search, sort=tuple(sort))).page(offset, limit)

    def export(self, path: Path) -> int:
        """Write all rows to a .csv, .jsonl, .parquet or .xlsx file; how many. Errors: unknown-format, too-many-rows."""
        return self.look().export(path)
