"""What stands in the way of a publication, and what its author should know before; nothing of it is done here.

Warnings that say nothing while a document is being designed belong here: that a part is disabled, that SQL is logged.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import datetime

from pydantic import JsonValue

from engine.contract import Category
from engine.document.model import Document, Kind
from engine.problems import EngineError, Problem, Severity
from engine.registry import all_activities, read_settings
from engine.runner.service import check_document, schedule_of
from engine.schedules import TOO_LATE, AsSoonAsPossible, Once
from engine.texts import quoted, say
from engine.workspace import Workspace


def publication_problems(workspace: Workspace, document: Document, now: datetime) -> tuple[Problem, ...]:
    """The errors that block a publication at `now`, which has a zone, and the warnings about it (V25, V27)."""
    found = check_document(workspace, document, as_of=now).problems
    if document.kind is Kind.JOURNEY:
        from engine.runner.journeys import journey_publish_problems

        found = (*found, *journey_publish_problems(workspace, document, now))
    # A launch that is past says nothing at design time; a publication cannot make up for it.
    late = (dataclasses.replace(one, severity=Severity.ERROR) if one.code in TOO_LATE else one for one in found)
    return (*late, *_before_publishing(document))


def runs_once(document: Document) -> bool:
    """Whether a campaign runs a single time, so that its messages wait to be confirmed."""
    try:
        return document.kind is Kind.CAMPAIGN and isinstance(schedule_of(document), AsSoonAsPossible | Once)
    except EngineError:
        return False


def _before_publishing(document: Document) -> Iterator[Problem]:
    once = runs_once(document)
    rules, names = document.execution, {node.id: node.label or node.type for node in document.nodes}
    if rules.keep_populations:
        yield _warning("V27", "populations-kept", "The populations of earlier runs are kept.",
                       "Switch that off among the properties, unless you are trying something out.")  # fmt: skip
    if rules.log_sql:
        yield _warning("V27", "sql-logged", "The SQL of each activity is written to the log.",
                       "Switch that off among the properties, unless somebody reads it.")  # fmt: skip
    for node in document.nodes:
        name = quoted(names[node.id])
        if node.disabled:
            what = say("{name} is disabled; its path ends there.", name=name)
            yield _warning("V27", "published-disabled", what, "Enable it, if its path is to go on.", node=node.id)
        elif node.paused:
            what = say("Each run stops before {name} until it is resumed.", name=name)
            fix = "Take the pause point away, if nobody is to look at it."
            yield _warning("V27", "published-paused", what, fix, node=node.id)
        if not node.disabled and once and _sends_at_once(node.type, node.settings, node.version):
            what = say("{name} sends without being confirmed.", name=name)
            fix = "Let it be confirmed, unless nobody needs to look at it first."
            yield _warning("V25", "sends-unconfirmed", what, fix, node=node.id, field="send_without_confirmation")


def _sends_at_once(type_id: str, settings: Mapping[str, JsonValue], version: int) -> bool:
    activity = all_activities().get(type_id)
    if activity is None or activity.category is not Category.CHANNEL:
        return False
    found = read_settings(activity, settings, version)[0]
    return found is not None and not activity.asks(found)


def _warning(
    check: str, code: str, what: str, fix: str, *, node: str | None = None, field: str | None = None
) -> Problem:
    return Problem(code=code, what=what, fix=fix, severity=Severity.WARNING, node=node, field=field, check=check)
