"""Why a person or record is, or is not, at a place: its way there, the first node that lost it, the line that failed.

Many records are looked up together, in one query per population.
"""

from collections.abc import Sequence
from datetime import datetime

from engine.compiler.plan import Plan
from engine.document.model import Document
from engine.rules.sentences import Language
from engine.runner.answers import Answer, Key
from engine.runner.service import plan_document, prepare, run_document
from engine.runner.tracing import trace
from engine.workspace import Workspace


def why_not(workspace: Workspace, document: Document, place: str, key: Key) -> Answer:
    """Where a record was lost on its way to a node or transition, and why. Errors: unknown-place."""
    return why_each(workspace, document, place, [key])[0]


def why_each(
    workspace: Workspace,
    document: Document,
    place: str,
    keys: Sequence[Key],
    *,
    as_of: datetime | None = None,
    language: Language = "en",
) -> tuple[Answer, ...]:
    """The same for many records, in their order. `place` is a node, a transition, or an output as "node:port".

    What is not counted yet is counted first. Errors: unknown-place.
    """
    plan = counted_plan(workspace, document, as_of)
    return workspace.database.reader.run(lambda cursor: trace(plan, cursor, place, keys, language))


def counted_plan(workspace: Workspace, document: Document, as_of: datetime | None) -> Plan:
    """The plan of a document whose populations are all stored; what is not counted yet is counted first."""
    plan = plan_document(workspace, prepare(workspace, document, as_of=as_of))
    if plan.steps:
        run_document(workspace, document, as_of=as_of)
        plan = plan_document(workspace, prepare(workspace, document, as_of=as_of))
    return plan
