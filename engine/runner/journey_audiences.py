"""Saves whoever is behind a count of a journey as an audience, so that campaigns and other journeys start from them."""

from sqlglot import exp

from engine.database import Cursor, Store
from engine.document.model import Document
from engine.journey.options import RunOptions
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, KEY, column
from engine.runner.journey_populations import ENTERED, Seen, find_journey_population
from engine.runner.journeys import run_journey
from engine.runner.snapshots import Shape, changes_of, refuse_breaking
from engine.selecting import named
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience, label_taken


def save_journey_audience(
    workspace: Workspace, document: Document, place: str, label: str, options: RunOptions | None = None
) -> SavedAudience:
    """Save who crossed a transition of a journey, or came to a node, as the audience of a label; each of them once.

    Its dimension is that of accounts or of people, its identity their key. What the audience had before is replaced.
    Errors: missing-setting, audience-label-taken and audience-in-use (V18), unknown-transition, unknown-dimension,
    those of a run.
    """
    label, options = label.strip(), options or RunOptions()
    known = workspace.audiences.by_label(label)
    if not label:
        raise EngineError(
            Problem(code="missing-setting", what="The audience has no label.", fix="Write a label.", check="V18")
        )
    if known is not None and known.document != document.id:
        raise EngineError(label_taken(label))
    run_journey(workspace, document, options=options)
    ends = {one.id for one in document.transitions}
    who = "" if place in ends or ":" in place else ENTERED
    population = find_journey_population(workspace, document, place, Seen(options), who=who).relation
    (key,) = population.key
    dimension = workspace.catalog().dimension_by_name.get(population.dimension or "")
    if dimension is None or dimension.identity is None:
        what = say(
            "There is no targeting dimension {dimension} with an identity.", dimension=quoted(population.dimension)
        )
        raise EngineError(Problem(code="unknown-dimension", what=what, fix="Add the tables of accounts first."))
    if known is not None:
        refuse_breaking(workspace, known, Shape(dimension.name, dimension.identity, dimension.namespace))
    whose = column("p", key)
    members = population.rows("p").select(
        named(exp.Cast(this=whose, to=exp.DataType(this=exp.DType.VARCHAR)), IDENTITY), named(whose.copy(), KEY)
    )
    physical = workspace.audiences.begin()

    def write(cursor: Cursor) -> tuple[int, dict[str, int]]:
        rows = cursor.create(Store.DATA, physical, members.distinct())
        return rows, changes_of(cursor, known, physical, rows)

    rows, counts = workspace.database.writer.run(write)
    return workspace.audiences.commit(
        label=label, document=document.id, dimension=dimension.name, identity=dimension.identity,
        namespace=dimension.namespace, physical=physical, rows=rows, columns=(), counts=counts, run="",
    )  # fmt: skip
