"""Journeys that run together with one that is rehearsed, because it adds accounts or people to them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from engine.document.files import from_text
from engine.document.model import Document
from engine.journey.checking import check_journey
from engine.journey.options import Linking, RunOptions
from engine.journey.plan import Plan
from engine.journey.world import JourneyWorld
from engine.problems import EngineError
from engine.workspace import Workspace

ADDING = frozenset({"acct.add_to_journey", "ppl.add_to_journey"})


def with_linked(
    workspace: Workspace, plan: Plan, options: RunOptions, world_of: Callable[[Document], JourneyWorld]
) -> Plan:
    """The plan with the journeys that it, or one of these in turn, adds to; as it is, when they are only recorded.

    `world_of` tells what stands around a journey.
    """
    if options.linked_journeys is not Linking.SIMULATE:
        return plan
    found: list[Plan] = []
    known = {plan.document.id}
    waiting = list(_targets(plan))
    first = max((one.rank for one in plan.nodes), default=0) + 1
    while waiting:
        reference = waiting.pop(0)
        if reference in known:
            continue
        known.add(reference)
        document = from_text(workspace.documents.load(reference))
        checked = check_journey(document, world_of(document), first, len(found) + 1)
        if not checked.can_run:
            continue
        found.append(checked.plan)
        first = max(one.rank for one in checked.plan.nodes) + 1
        waiting += _targets(checked.plan)
    return replace(plan, linked=tuple(found))


def _targets(plan: Plan) -> Iterator[str]:
    """The ids of the journeys that a plan adds to."""
    for one in plan.nodes:
        settings = one.node.settings
        inner = settings.get("settings")
        if settings.get("action") not in ADDING or not isinstance(inner, dict):
            continue
        try:
            yield plan.world.journey(str(inner.get("journey") or "")).id
        except EngineError:
            continue
