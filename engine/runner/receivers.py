"""Campaigns that a signal may start, and runs that a signal may move on."""

from engine.document.files import from_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner.results import State
from engine.runner.service import schedule_of
from engine.schedules import OnSignal
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.runs import WAITING, RunEntry
from engine.workspace.statuses import PUBLISHED

FOREVER = "9999-01-01T00:00:00"
"""The moment until which a path waits that only a signal moves on; wall time, as all moments of a run."""

OVER = "0001-01-01T00:00:00"
"""The same once the signal has come."""


def require_receiver(workspace: Workspace, campaign: str) -> Document:
    """The published campaign that a signal may start or move on.

    Errors: receiver-not-published, not-on-signal (V26).
    """
    entry = next((one for one in workspace.documents.list() if one.id == campaign), None)
    if entry is None or entry.status not in PUBLISHED:
        raise EngineError(
            Problem(
                code="receiver-not-published",
                what=say("{campaign} is not published, so it cannot be started.", campaign=quoted(campaign)),
                fix="Publish it, then run again.",
                check="V26",
                values={"campaign": campaign},
            )
        )
    document = from_text(workspace.documents.load(campaign))
    if not isinstance(schedule_of(document), OnSignal) and listening(workspace, campaign) is None:
        raise EngineError(
            Problem(
                code="not-on-signal",
                what=say(
                    "{entry} is not triggered by a signal, and no run of it waits for one.",
                    entry=entry.name or campaign,
                ),
                fix="Choose this in its schedule, or signal it once a run has come to its External signal.",
                check="V26",
                values={"campaign": campaign},
            )
        )
    return document


def listening(workspace: Workspace, campaign: str) -> RunEntry | None:
    """The oldest run of a campaign that waits for a signal."""
    waiting = [run.id for run in workspace.runs.summaries(campaign) if run.status == WAITING]
    runs = (workspace.runs.get(run) for run in reversed(waiting))
    return next((run for run in runs if FOREVER in moments(run).values()), None)


def moments(run: RunEntry) -> dict[str, str]:
    """Node to the moment, as wall time, until which it waits or waited; FOREVER for one that waits for a signal."""
    due = run.state.get("due")
    return {node: str(moment) for node, moment in due.items()} if isinstance(due, dict) else {}


def nodes_in(run: RunEntry, state: State) -> list[str]:
    """The nodes that were in a state when the run last stopped."""
    nodes = run.result.get("nodes") if isinstance(run.result, dict) else None
    found = [node for node in nodes if isinstance(node, dict)] if isinstance(nodes, list) else []
    return [str(node["id"]) for node in found if node.get("state") == state.value]
