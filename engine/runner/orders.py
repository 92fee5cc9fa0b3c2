"""A run that somebody orders, as a value: it can be handed to the process that has the workspace open."""

from dataclasses import dataclass, field

from pydantic import TypeAdapter

from engine.document.files import from_text, to_text
from engine.document.model import Document, Kind
from engine.journey.options import RunOptions
from engine.problems import EngineError, Problem
from engine.runner.clock import read_instant
from engine.runner.journeys import run_journey
from engine.runner.real import start_real_run
from engine.runner.results import RunResult
from engine.runner.run import Emit
from engine.runner.service import run_document
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RunOrder:
    """The document is one of the workspace by its name, or else a `content`, as files have it.

    `options` are those of a journey. A campaign is counted, or with `real` runs with all that it does.
    """

    document: str = ""
    content: str = ""
    as_of: str | None = None
    real: bool = False
    options: RunOptions = field(default_factory=RunOptions)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an order: the document as it was run, and its result; or the problem that kept it from running."""

    content: str = ""
    result: RunResult | None = None
    problem: Problem | None = None

    def value(self) -> tuple[Document, RunResult]:
        """The document and its result. Errors: the problem."""
        if self.result is None:
            raise EngineError(self.problem or Problem(code="no-answer", what="The run gave no result."))
        return from_text(self.content), self.result


ORDERS = TypeAdapter(RunOrder)
ANSWERS = TypeAdapter(Answer)


def ordered_document(workspace: Workspace, order: RunOrder) -> Document:
    """The document of an order. Errors: unknown-document, unreadable."""
    return from_text(order.content or workspace.documents.load(order.document))


def carry_out(workspace: Workspace, order: RunOrder, emit: Emit = lambda _event: None) -> tuple[Document, RunResult]:
    """Run what is ordered, and wait for it. Errors: those of the run, unknown-document, wrong-as-of, Cancelled."""
    instant = None if order.as_of is None else read_instant(order.as_of)
    document = ordered_document(workspace, order)
    if document.kind is Kind.JOURNEY:
        return document, run_journey(workspace, document, options=order.options, as_of=instant, emit=emit)
    if order.real:
        return document, start_real_run(workspace, document, as_of=instant, emit=emit)
    return document, run_document(workspace, document, as_of=instant, emit=emit)


def answer_to(workspace: Workspace, order: RunOrder) -> Answer:
    """The same as a value to hand back; what is wrong with an order is part of it."""
    try:
        document, result = carry_out(workspace, order)
    except EngineError as error:
        return Answer(problem=error.problem)
    return Answer(to_text(document), result)
