"""Checks a journey: its graph, the settings of its nodes, and what must be true before it is published."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from engine.document.graph import cycles, repeated_ids
from engine.document.model import Document, Node
from engine.journey.calendar import zone_of
from engine.journey.contract import Role, collected, remark, unset
from engine.journey.plan import Plan, PlannedNode, make_plan
from engine.journey.properties import JourneyProperties, JourneyType, Recurrence
from engine.journey.registry import all_nodes
from engine.journey.settings import read_settings
from engine.journey.world import JourneyWorld
from engine.problems import Problem
from engine.texts import declared, quoted, say

LONGEST = timedelta(days=3 * 366)
LONGEST_NAME, LONGEST_DESCRIPTION = 180, 2_000
LEAST_MERGED = 2


@dataclass(frozen=True, slots=True)
class CheckedJourney:
    """What of a journey can run, and everything that is wrong with it, in document order."""

    plan: Plan
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    @property
    def can_run(self) -> bool:
        """Whether there is a source that lets anybody in."""
        return any(one.role is Role.SOURCE for one in self.plan.nodes)


def check_journey(document: Document, world: JourneyWorld, first: int = 1, journey: int = 0) -> CheckedJourney:
    """The plan and the problems of a journey; `first` and `journey` as in `make_plan`. Errors: none, but results."""
    rank = {node.id: place for place, node in enumerate(document.nodes)}
    found = [*_graph(document), *_words(document), *_properties(world.properties), *_ports(document)]
    for node in document.nodes:
        found += [problem.at(node=node.id) for problem in _settings(node)]
    blocked = frozenset(problem.node for problem in found if problem.is_error and problem.node)
    plan = make_plan(document, world, blocked)
    for planned in plan.nodes:
        found += [problem.at(node=planned.id) for problem in _node(planned, world)]
    blocked |= {problem.node for problem in found if problem.is_error and problem.node}
    found.sort(key=lambda problem: rank.get(problem.node or "", -1))
    return CheckedJourney(make_plan(document, world, blocked, first, journey), tuple(found))


def _graph(document: Document) -> Iterator[Problem]:
    sources = [
        node for node in document.nodes if node.type in all_nodes() and all_nodes()[node.type].role is Role.SOURCE
    ]
    if len(sources) != 1:
        yield Problem(
            code="no-audience" if not sources else "several-audiences",
            what="The journey has no audience."
            if not sources
            else say("The journey has {n} audience(s).", n=len(sources)),
            fix="Begin it with exactly one audience.",
            check="V01",
        )
    yield from repeated_ids(document)
    for group in cycles(document):
        members = [node.id for node in document.nodes if node.id in group]
        for member in members:
            yield Problem(
                code="cycle",
                what=say(
                    "The path leads back to where it came from: {names}.", names=" → ".join([*members, members[0]])
                ),
                why="A journey moves forward only; re-entry lets accounts pass again.",
                fix="Remove one of these transitions.",
                node=member,
                check="V02",
                values={"nodes": ", ".join(members)},
            )


def _words(document: Document) -> Iterator[Problem]:
    """What publishing asks of the name (V15) and the description; a rehearsal does not mind."""
    if len(document.name) > LONGEST_NAME:
        yield remark("long-name", "A journey needs a name of at most 180 characters.", fix="Shorten it.", check="V15",
                     field_name="name")  # fmt: skip
    if len(document.description) > LONGEST_DESCRIPTION:
        yield remark("long-description", "The description of a journey has at most 2,000 characters.",
                     fix="Shorten the description.", field_name="description")  # fmt: skip


def _properties(properties: JourneyProperties) -> Iterator[Problem]:
    """What publishing asks of the schedule (V04)."""
    schedule = properties.schedule
    if schedule.start_mode == "specific_date" and schedule.start_date is None:
        yield unset("The start date is not set.", "journey.schedule.start_date", "Choose a date.", "V04")
    if schedule.recurrence is not None:
        yield from _recurrence(schedule.recurrence, properties.type)
    if schedule.end_date is None:
        yield remark(
            "no-end-date",
            "The end date is not set.",
            fix="A journey needs one to be published.",
            check="V04",
            field_name="journey.schedule.end_date",
        )
    elif schedule.start_date is not None:
        length = schedule.end_date - schedule.start_date
        if not timedelta(days=1) <= length <= LONGEST:
            yield Problem(
                code="wrong-end-date",
                what="The end date is not between one day and three years after the start.",
                fix="Choose another date.",
                field="journey.schedule.end_date",
                check="V04",
            )


def _recurrence(recurrence: Recurrence, kind: JourneyType) -> Iterator[Problem]:
    field = "journey.schedule.recurrence"
    if kind is JourneyType.ACCOUNT:
        yield Problem(code="misplaced-recurrence", what="Account journeys do not recur: they are evaluated every day.",
                      fix="Remove the recurrence.", field=field, check="V02")  # fmt: skip
    if zone_of(recurrence.zone) is None:
        yield Problem(code="unknown-zone", what=say("There is no time zone {zone}.", zone=quoted(recurrence.zone)),
                      fix="Choose one such as Europe/Paris or UTC.", field=f"{field}.zone", check="V02")  # fmt: skip
    first, last = recurrence.start_date, recurrence.end_date
    if first is not None and last is not None and last < first:
        yield Problem(code="wrong-end-date", what="The recurrence ends before it starts.", fix="Choose a later date.",
                      field=f"{field}.end_date", check="V04")  # fmt: skip


def _settings(node: Node) -> Iterator[Problem]:
    kind = all_nodes().get(node.type)
    if kind is None:
        yield Problem(
            code="unknown-activity",
            what=say("This version does not know the journey node {node}.", node=quoted(node.type)),
            why="It is kept as it is; it and what follows it are not counted.",
            fix=say("Choose one of {names}.", names=", ".join(all_nodes())),
            check="V02",
            values={"type": node.type},
        )
        return
    yield from read_settings(kind.settings, kind.title, node.settings)[1]


def _ports(document: Document) -> Iterator[Problem]:
    taken: Counter[tuple[str, str]] = Counter()
    for one in document.transitions:
        source = document.node_by_id.get(one.source)
        if source is None or (one.target is not None and one.target not in document.node_by_id):
            missing = one.source if source is None else one.target
            yield Problem(
                code="dangling-transition",
                what=say(
                    "The transition {one} refers to a node {missing} that is not there.",
                    one=quoted(one.id),
                    missing=quoted(missing),
                ),
                fix="Connect it to a node that exists, or remove it.",
                node=None if source is None else source.id,
                check="V02",
                values={"transition": one.id},
            )
            continue
        kind = all_nodes().get(source.type)
        settings = None if kind is None else read_settings(kind.settings, kind.title, source.settings)[0]
        if kind is None or settings is None:
            continue
        ports = [port.id for port in kind.ports(settings)]
        if one.port not in ports:
            yield Problem(
                code="unknown-output",
                what=say(
                    "{source} has no output {port}.", source=quoted(source.label or kind.title), port=quoted(one.port)
                ),
                fix=say("Choose one of {names}.", names=", ".join(ports) or "none"),
                node=source.id,
                check="V02",
                values={"output": one.port},
            )
        taken[one.source, one.port] += 1
        if taken[one.source, one.port] == 2:
            yield Problem(
                code="output-taken-twice",
                what=say("Two transitions leave {source} by one output.", source=quoted(source.label or source.id)),
                why="An account is at one place at a time.",
                fix="Remove one of them.",
                node=source.id,
                check="V02",
            )


def _node(planned: PlannedNode, world: JourneyWorld) -> Iterator[Problem]:
    kind, feeds = planned.kind, len(planned.feeds)
    if world.properties.type not in kind.journeys:
        yield Problem(
            code="misplaced-node",
            what=say(
                "{kind} does not belong to {type} journeys.",
                kind=declared(kind.title),
                type=declared(world.properties.type.value),
            ),
            fix="Remove it, or choose another type of journey.",
            check="V02",
        )
    if kind.most_inputs is not None and feeds > kind.most_inputs:
        yield Problem(
            code="too-many-inputs",
            what=say("{n} transition(s) (enters|enter) {place}.", n=feeds, place=quoted(planned.place.label)),
            fix="Put a merge before it.",
            check="V02",
            values={"count": feeds},
        )
    if kind.type_id == "merge" and feeds < LEAST_MERGED:
        yield Problem(
            code="too-few-inputs", what="A merge needs at least two paths.", fix="Select another path.", check="V09"
        )
    if planned.group is not None and not kind.in_groups:
        yield Problem(
            code="not-in-group",
            what=say("{kind} cannot stand on a path of people.", kind=declared(kind.title)),
            why="Only actions on people can.",
            fix="Put it after the close node.",
            check="V10",
        )
    yield from collected(kind.check(planned.place))
