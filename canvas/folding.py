"""Collapsed frames: what they hide, the ports of their cards, and what their card says. Kept true by the scene.

A transition that crosses the border of a collapsed frame ends at its card; what runs inside is hidden. A note that
stands wholly in the frame is hidden with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from canvas.items.frame import FrameItem, Summary
from canvas.views import Badge, Count, CountState, Parts, Point, PortRef, RunState, Severity, Status

if TYPE_CHECKING:
    from canvas.items.edge import EdgeItem
    from canvas.scene import CanvasScene

_WORST_COUNT = (
    CountState.EXACT, CountState.ESTIMATED, CountState.STALE, CountState.UNKNOWN, CountState.COMPUTING,
    CountState.ERROR,
)  # fmt: skip
_WORST_RUN = (
    RunState.NONE, RunState.DONE, RunState.SKIPPED, RunState.QUEUED, RunState.WAITING, RunState.RUNNING,
    RunState.WARNING, RunState.FAILED,
)  # fmt: skip
_WORST_REMARK = (Severity.INFO, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Fold:
    """One collapsed frame: what it hides, and the inner ports that transitions from outside use, from top to bottom."""

    nodes: frozenset[str]
    notes: frozenset[str]
    ins: tuple[PortRef, ...]
    outs: tuple[PortRef, ...]
    entering: tuple[str, ...]
    leaving: tuple[str, ...]


class Folding:
    """The collapsed frames of one scene. `homes` tells of each hidden node in which of them it is."""

    def __init__(self, scene: "CanvasScene") -> None:
        self._scene = scene
        self.homes: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.folds: dict[str, Fold] = {}
        self._places: dict[str, tuple[float, float]] = {}

    def clear(self) -> None:
        """Forget all: the scene is read anew."""
        self.homes, self.notes, self.folds, self._places = {}, {}, {}, {}

    # Keeping true

    def refresh(self) -> tuple[set[str], set[str]]:
        """Read the frames anew: the nodes that came to light or went, and the transitions whose ends moved."""
        scene = self._scene
        collapsed = [item for item in scene.frames.values() if item.frame.collapsed]
        if not collapsed and not self.folds:
            return set(), set()
        homes: dict[str, str] = {}
        for item in collapsed:
            for node in item.frame.nodes:
                if node in scene.nodes:
                    homes.setdefault(node, item.frame.id)
        before, self.homes = self.homes, homes
        folds = {item.frame.id: self._fold(item) for item in collapsed}
        places = {item.frame.id: (item.x(), item.y()) for item in collapsed}
        touched = self._hidden_by(name for name in folds.keys() | self.folds.keys()
                                  if folds.get(name) != self.folds.get(name)
                                  or places.get(name) != self._places.get(name))  # fmt: skip
        touched |= {node for fold in folds.values() for node in fold.nodes if before.get(node) != homes.get(node)}
        self.folds, self._places = folds, places
        turned = {node for node in before.keys() | homes.keys() if before.get(node) != homes.get(node)}
        self.notes = {note: name for name, fold in folds.items() for note in fold.notes}
        for item in scene.frames.values():
            fold = folds.get(item.frame.id)
            if fold is not None:
                down = any(scene.nodes[node].node.down for node in fold.nodes)
                item.fold(len(fold.ins), len(fold.outs), down=down)
            else:
                item.unfold()
        return turned & scene.nodes.keys(), {edge for node in touched | turned for edge in scene.edges_of(node)}

    def _hidden_by(self, frames: Iterable[str]) -> set[str]:
        return {
            node
            for name in frames
            for node in (self.folds[name].nodes if name in self.folds else ())
            if node in self._scene.nodes
        }

    def _fold(self, item: FrameItem) -> Fold:
        scene, frame = self._scene, item.frame
        nodes = frozenset(node for node, home in self.homes.items() if home == frame.id)
        area = QRectF(*frame.rect)
        notes = frozenset(name for name, note in scene.notes.items() if area.contains(QRectF(*note.note.rect)))
        entering: list[EdgeItem] = []
        leaving: list[EdgeItem] = []
        for node in nodes:
            entering += [one for one in scene.inbound.get(node, {}).values() if one.edge.source.node not in nodes]
            leaving += [
                one for one in scene.outbound.get(node, {}).values()
                if one.edge.target is not None and one.edge.target.node not in nodes
            ]  # fmt: skip
        ins = {one.edge.target for one in entering if one.edge.target is not None}
        outs = {one.edge.source for one in leaving}
        return Fold(
            nodes, notes, self._sorted(ins, False), self._sorted(outs, True),
            tuple(sorted(one.edge.id for one in entering)), tuple(sorted(one.edge.id for one in leaving)),
        )  # fmt: skip

    def _sorted(self, ports: Iterable[PortRef], output: bool) -> tuple[PortRef, ...]:
        nodes = self._scene.nodes

        def place(ref: PortRef) -> tuple[float, float, str]:
            at = nodes[ref.node].port_at(ref.port, output)
            return (at.x(), at.y(), ref.node) if nodes[ref.node].node.down else (at.y(), at.x(), ref.node)

        return tuple(sorted(ports, key=place))

    # Questions

    def end(self, ref: PortRef, output: bool) -> Point:
        """Where a transition ends that is connected to a port, on the node's card or on that of its frame."""
        scene = self._scene
        home = self.homes.get(ref.node)
        if home is None or home not in scene.frames:
            return scene.nodes[ref.node].port_place(ref.port, output)
        fold = self.folds[home]
        ports = fold.outs if output else fold.ins
        at = scene.frames[home].port_at(ports.index(ref) if ref in ports else 0, output)
        return at.x(), at.y()

    def hides(self, source: PortRef, target: PortRef | None) -> bool:
        """Whether a transition between these runs inside one collapsed frame."""
        home = self.homes.get(source.node)
        return home is not None and (target is None or self.homes.get(target.node) == home)

    def with_contents(self, parts: Parts) -> Parts:
        """The parts and all that the collapsed frames among them hide: what is moved or deleted with them."""
        found = parts
        for name in parts.frames & self.folds.keys():
            found |= Parts.of(self.folds[name].nodes, notes=self.folds[name].notes)
        return found

    def summary(self, name: str) -> Summary:
        """What the card of a collapsed frame says."""
        look, fold = self._scene.look, self.folds[name]
        return Summary(
            len(fold.nodes),
            self._total(fold.entering),
            self._total(fold.leaving),
            worst(look.status_of(node) for node in self._scene.frames[name].frame.nodes if node in fold.nodes),
        )

    def _total(self, edges: Iterable[str]) -> Count | None:
        """The sum of what is counted on transitions; None where nothing is."""
        look = self._scene.look
        rows = [row for row in map(look.count_of, edges) if row.state is not CountState.NONE]
        return total(rows) if rows else None


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts. It is no better known than the least known of them, and has no value unless all have one."""
    rows = list(counts)
    state = max((row.state for row in rows), key=_WORST_COUNT.index, default=CountState.UNKNOWN)
    values = [row.value for row in rows if row.value is not None]
    units = {row.unit for row in rows}
    whole = sum(values) if len(values) == len(rows) else None
    return Count(state, whole, units.pop() if len(units) == 1 else "")


def worst(statuses: Iterable[Status]) -> Status:
    """The state that needs attention most, and all remarks together with the severity of the worst."""
    rows = list(statuses)
    first = max(rows, key=lambda row: _WORST_RUN.index(row.run), default=Status())
    badges = [row.badge for row in rows if row.badge is not None]
    if not badges:
        return Status(first.run, first.progress, None, first.detail)
    severity = max((badge.severity for badge in badges), key=_WORST_REMARK.index)
    sentences = tuple(sentence for badge in badges for sentence in badge.sentences)
    badge = Badge(severity, sum(badge.count for badge in badges), sentences)
    return Status(first.run, first.progress, badge, first.detail)
