"""Which approval policies a document meets, and who may agree on behalf of one. Names are compared without case."""

from collections.abc import Iterable, Mapping, Set

from engine.contract import Category
from engine.document.model import Document, Kind
from engine.problems import EngineError
from engine.registry import all_activities
from engine.runner.service import schedule_of
from engine.schedules import AsSoonAsPossible, Once, OnSignal
from engine.workspace import Workspace
from engine.workspace.approvals import About, Condition, Policy

ONCE, RECURRING, SIGNAL, JOURNEY = "once", "recurring", "signal", "journey"
TYPES = (ONCE, RECURRING, SIGNAL, JOURNEY)
"""What a policy calls the types of documents: a campaign that runs once, again and again, or on a signal; a journey."""


def met_policies(workspace: Workspace, document: Document, person: str) -> tuple[Policy, ...]:
    """The active policies that apply when this person wants to publish this document."""
    active = [one.policy for one in workspace.approvals.policies() if one.active]
    if not active:
        return ()
    facts = _facts(workspace, document, person)
    return tuple(policy for policy in active if meets(policy, facts))


def meets(policy: Policy, facts: Mapping[About, Set[str]]) -> bool:
    """Whether what is known of a document, in small letters, fulfils the conditions of a policy."""
    if not policy.conditions:
        return True
    return (all if policy.match == "all" else any)(_holds(one, facts[one.about]) for one in policy.conditions)


def approvers_of(policy: Policy, groups: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Who may agree, in small letters."""
    members = (one for name in policy.groups for one in groups.get(name, ()))
    return _small([*policy.approvers, *members])


def type_of(document: Document) -> str:
    """One of TYPES."""
    if document.kind is Kind.JOURNEY:
        return JOURNEY
    try:
        schedule = schedule_of(document)
    except EngineError:
        return ONCE
    if isinstance(schedule, OnSignal):
        return SIGNAL
    return ONCE if isinstance(schedule, AsSoonAsPossible | Once) else RECURRING


def _holds(condition: Condition, known: Set[str]) -> bool:
    wanted = _small(condition.values)
    if condition.operator == "contains":
        return any(part in one for part in wanted for one in known)
    return bool(wanted & known) == (condition.operator == "is")


def _facts(workspace: Workspace, document: Document, person: str) -> dict[About, frozenset[str]]:
    known = all_activities()
    channels = [
        node.type
        for node in document.nodes
        if not node.disabled and node.type in known and known[node.type].category is Category.CHANNEL
    ]
    entry = next((one for one in workspace.documents.list() if one.id == document.id), None)
    own = [name for name, members in workspace.approvals.groups().items() if _small([person]) <= _small(members)]
    return {
        About.TYPE: frozenset({type_of(document)}),
        About.CHANNEL: _small(channels),
        About.TAG: _small(() if entry is None else entry.tags),
        About.NAME: _small([document.name or document.id]),
        About.REQUESTER: _small([person]),
        About.GROUP: _small(own),
    }


def _small(names: Iterable[str]) -> frozenset[str]:
    return frozenset(one.strip().casefold() for one in names if one.strip())
