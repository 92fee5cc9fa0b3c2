"""Checks a document against the catalogue: the shape of every transition and every problem, without touching data.

It collects and never raises. A bad node blocks itself and what follows it, never its neighbours.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any

from engine.catalog.paths import unknown
from engine.contract import Activity, Category, Inbound, Place, Settings, World
from engine.document.files import newer_format
from engine.document.graph import cycles, in_order, repeated_ids, upstream
from engine.document.model import Document, Node
from engine.problems import EngineError, Problem, Severity
from engine.registry import AnyActivity, all_activities, read_settings
from engine.relations import Relation
from engine.schedules import check_schedule, read_schedule
from engine.texts import declared, quoted, say

MOST_ACTIVITIES = 500
MANY_ACTIVITIES = 100
MOST_CHANNELS = 10


@dataclass(frozen=True, slots=True)
class CheckedNode:
    """A node that is ready to be compiled: its activity, its place, and the shape of what leaves each port."""

    node: Node
    activity: AnyActivity
    place: Place[Any]
    shapes: Mapping[str, Relation | None]
    input_ports: Mapping[str, str]
    """Inbound transition to the port of its source that it leaves by."""


@dataclass(frozen=True, slots=True)
class Checked:
    """`nodes` holds, in running order, those that can run; `problems` all that was found, in document order."""

    document: Document
    world: World
    nodes: Mapping[str, CheckedNode]
    problems: tuple[Problem, ...]
    settings: Mapping[str, Settings] = field(default_factory=dict[str, Settings])

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)


def check(document: Document, world: World, earlier: Mapping[str, World] = MappingProxyType({})) -> Checked:
    """The shapes and the problems of a document. Errors: none; they are in the result.

    `earlier` is the world of the nodes that a run has passed when it was another one.
    """
    found = _Findings(document)
    _check_structure(document, found)
    settings: dict[str, Settings] = {}
    for node in document.nodes:
        activity = all_activities().get(node.type)
        if activity is None:
            found.add(_unknown_type(node))
            continue
        value, problems = read_settings(activity, node.settings, node.version)
        for problem in problems:
            found.add(problem.at(node=node.id))
        if value is not None:
            settings[node.id] = value
    _check_ports(document, settings, found)
    nodes: dict[str, CheckedNode] = {}
    for name in in_order(document):
        checked = _check_node(document, name, settings, nodes, earlier.get(name, world), found)
        if checked is not None:
            nodes[name] = checked
    _check_channels(document, found)
    _check_schedule(document, world, found)
    return Checked(document, world, nodes, found.sorted(), settings)


class _Findings:
    def __init__(self, document: Document) -> None:
        self._rank = {node.id: place for place, node in enumerate(document.nodes)}
        self._problems: list[Problem] = []
        self.blocked: set[str] = set()

    def add(self, problem: Problem) -> None:
        self._problems.append(problem)
        if problem.is_error and problem.node is not None:
            self.blocked.add(problem.node)

    def sorted(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._problems, key=lambda problem: self._rank.get(problem.node or "", -1)))


def _check_structure(document: Document, found: _Findings) -> None:
    newer = newer_format(document)
    if newer is not None:
        found.add(newer)
    if not document.nodes:
        found.add(
            Problem(
                code="empty-canvas",
                what="The canvas has no activity.",
                fix="Start with a Build audience, a Read audience or a Load file.",
                check="V01",
            )
        )
    for problem in repeated_ids(document):
        found.add(problem)
    _check_size(document, found)
    for group in cycles(document):
        members = [node.id for node in document.nodes if node.id in group]
        for member in members:
            found.add(
                Problem(
                    code="cycle",
                    what=say(
                        "The path leads back to where it came from: {names}.", names=" → ".join([*members, members[0]])
                    ),
                    why="Nothing on a cycle could ever start; a campaign repeats by its schedule.",
                    fix="Remove one of the transitions between these activities.",
                    node=member,
                    check="V03",
                    values={"nodes": ", ".join(members)},
                )
            )


def _check_size(document: Document, found: _Findings) -> None:
    count = len(document.nodes)
    if count > MANY_ACTIVITIES:
        found.add(
            Problem(
                code="many-activities",
                what=say("The canvas has {n} activit(y|ies).", n=count),
                why=say(
                    "At most {most_activities} are allowed, and under {many_activities} it stays readable.",
                    most_activities=MOST_ACTIVITIES,
                    many_activities=MANY_ACTIVITIES,
                ),
                fix="Split it into several campaigns that hand audiences to each other.",
                severity=Severity.ERROR if count > MOST_ACTIVITIES else Severity.WARNING,
                check="V05",
                values={"count": count},
            )
        )


def _unknown_type(node: Node) -> Problem:
    problem = unknown("activity type", node.type, all_activities())
    return Problem(
        code="unknown-activity",
        what=say("This version does not know the activity {node}.", node=quoted(node.type)),
        why="It is kept as it is; it and what follows it are not counted.",
        fix=problem.fix,
        node=node.id,
        check="V02",
        values={"type": node.type},
    )


def _check_ports(document: Document, settings: Mapping[str, Settings], found: _Findings) -> None:
    taken: Counter[tuple[str, str]] = Counter()
    for transition in document.transitions:
        source = document.node_by_id.get(transition.source)
        dangling = transition.target is not None and transition.target not in document.node_by_id
        if source is None or dangling:
            missing = transition.source if source is None else transition.target
            found.add(
                Problem(
                    code="dangling-transition",
                    what=say(
                        "The transition {transition} refers to an activity {missing} that is not there.",
                        transition=quoted(transition.id),
                        missing=quoted(missing),
                    ),
                    fix="Connect it to an existing activity, or remove it.",
                    node=None if source is None else source.id,
                    check="V02",
                    values={"transition": transition.id},
                )
            )
            continue
        activity = all_activities().get(source.type)
        if activity is None or source.id not in settings:
            continue
        ports = [port.id for port in activity.ports(settings[source.id])]
        if transition.port not in ports:
            problem = unknown("output", transition.port, ports, inside=source.label or source.id)
            found.add(problem.at(node=source.id))
        taken[source.id, transition.port] += 1
        if taken[source.id, transition.port] == 2:
            found.add(
                Problem(
                    code="output-taken-twice",
                    what=say(
                        "Two transitions leave {source} by the same output.", source=quoted(source.label or source.id)
                    ),
                    fix="Put a Fork after it to send the population along several paths.",
                    node=source.id,
                    check="V02",
                )
            )


def _check_node(
    document: Document,
    name: str,
    settings: Mapping[str, Settings],
    nodes: Mapping[str, CheckedNode],
    world: World,
    found: _Findings,
) -> CheckedNode | None:
    node = document.node_by_id[name]
    activity = all_activities().get(node.type)
    value = settings.get(name)
    if activity is None or value is None:
        return None
    inputs, complete = _inputs(document, name, nodes)
    for problem in _check_arity(activity, inputs, document, node):
        found.add(problem.at(node=name))
    place = Place(node=name, label=node.label or activity.title, settings=value, inputs=inputs, world=world)
    if complete and len(inputs) >= activity.arity.least:
        for problem in _collected(partial(activity.check, place)):
            found.add(problem.at(node=name))
    if not complete or name in found.blocked:
        return None
    try:
        shapes = activity.shapes(place)
    except EngineError as error:
        found.add(error.problem.at(node=name))
        return None
    ports = {transition.id: transition.port for transition in document.inbound.get(name, ())}
    return CheckedNode(node, activity, place, shapes, ports)


def _collected(checks: Any) -> Iterator[Problem]:
    try:
        yield from checks()
    except EngineError as error:
        yield error.problem


def _inputs(document: Document, name: str, nodes: Mapping[str, CheckedNode]) -> tuple[tuple[Inbound, ...], bool]:
    """What enters a node, and whether all of it is known; a blocked node before it makes it unknown."""
    inputs: list[Inbound] = []
    complete = True
    for transition in document.inbound.get(name, ()):
        source = nodes.get(transition.source)
        if source is None or transition.port not in source.shapes:
            complete = False
            continue
        label = transition.label or source.node.label or source.activity.title
        inputs.append(Inbound(transition.id, transition.source, label, source.shapes[transition.port]))
    return tuple(inputs), complete


def _check_arity(
    activity: Activity[Any], inputs: tuple[Inbound, ...], document: Document, node: Node
) -> Iterator[Problem]:
    count = len(document.inbound.get(node.id, ()))
    arity = activity.arity
    if count < arity.least:
        several = arity.least > 1
        yield Problem(
            code="too-few-inputs",
            what=say(
                "{activity} needs {wanted} to enter it; there {given}.",
                activity=declared(activity.title),
                wanted=say("at least {n} transition(s)", n=arity.least) if several else say("a transition"),
                given=say("is 1") if count == 1 else say("are {count}", count=count) if count else say("are none"),
            ),
            fix="Connect the activities whose populations it should use.",
            check="V09" if several else "V02",
            values={"count": count},
        )
    if arity.most is not None and count > arity.most:
        yield Problem(
            code="too-many-inputs",
            what=say(
                "{activity} takes no inbound transition; there are {count}."
                if arity.most == 0
                else "{activity} takes only one inbound transition; there are {count}.",
                activity=declared(activity.title),
                count=count,
            ),
            fix="Join them with Combine first." if arity.most else "Remove the transition that enters it.",
            check="V02",
            values={"count": count},
        )
    if not arity.trigger and count >= arity.least and arity.least and not activity.starts:
        for inbound in inputs:
            if inbound.relation is None:
                yield Problem(
                    code="no-population",
                    what=say("{inbound} carries no population.", inbound=quoted(inbound.label)),
                    why=say("{activity} works on people or records.", activity=declared(activity.title)),
                    fix="Put an activity that builds or reads an audience before it.",
                    check="V04" if activity.category is Category.CHANNEL else "V02",
                    values={"input": inbound.label},
                )


def _check_channels(document: Document, found: _Findings) -> None:
    activities = all_activities()
    channels = [
        node.id
        for node in document.nodes
        if node.type in activities and activities[node.type].category is Category.CHANNEL
    ]
    if len(channels) > MOST_CHANNELS:
        found.add(
            Problem(
                code="many-channels",
                what=say(
                    "The campaign has {n} channel activit(y|ies); at most {most_channels} are allowed.",
                    n=len(channels),
                    most_channels=MOST_CHANNELS,
                ),
                fix="Move some of the messages to another campaign.",
                check="V05",
                values={"count": len(channels)},
            )
        )
    for name in channels:
        before = upstream(document, name)
        if not any(
            activities[document.node_by_id[other].type].makes_population
            for other in before
            if document.node_by_id[other].type in activities
        ):
            found.add(
                Problem(
                    code="no-audience",
                    what="No audience is built or read before this message.",
                    fix="Put a Build audience, Read audience, Incremental query or Load file before it.",
                    node=name,
                    check="V04",
                )
            )


def _check_schedule(document: Document, world: World, found: _Findings) -> None:
    clock = world.surroundings.clock
    try:
        schedule = read_schedule(document.schedule)
    except EngineError as error:
        found.add(error.problem)
        return
    for problem in check_schedule(schedule, clock.zone, clock.now.replace(tzinfo=clock.zone)):
        found.add(problem.at(field="schedule"))
