"""What differs between two states of a graph: added, removed, changed and moved parts. Pure values, no items."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from canvas.model import GraphModel
from canvas.views import EdgeView, FrameView, NodeView, NoteView, Parts, Point
from canvas.words import tr

KINDS = ("nodes", "edges", "notes", "frames")


class Mark(StrEnum):
    """How a part differs."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


def mark_words(mark: Mark) -> str:
    """A mark in the user's language."""
    return {
        Mark.ADDED: tr("Added"), Mark.REMOVED: tr("Removed"), Mark.CHANGED: tr("Changed"), Mark.MOVED: tr("Moved"),
    }[mark]  # fmt: skip


def _no_settings() -> dict[str, dict[str, str]]:
    return {}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of a graph. `settings` says of each node what is set, by name, in words: more than its card shows."""

    nodes: Mapping[str, NodeView]
    edges: Mapping[str, EdgeView]
    notes: Mapping[str, NoteView]
    frames: Mapping[str, FrameView]
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=_no_settings)

    @staticmethod
    def of(model: GraphModel) -> "Snapshot":
        """The present state."""
        return Snapshot(
            {name: model.node(name) for name in model.node_ids()},
            {name: model.edge(name) for name in model.edge_ids()},
            {name: model.note(name) for name in model.note_ids()},
            {name: model.frame(name) for name in model.frame_ids()},
            {name: found for name in model.node_ids() if (found := model.settings(name))},
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """The parts that differ, by how they do, and the state before, which holds those that were removed."""

    before: Snapshot
    parts: Mapping[Mark, Parts]
    sentences: Mapping[str, tuple[str, ...]]
    """What changed in a node, one sentence each."""

    def mark(self, kind: str, name: str) -> Mark | None:
        """How a part differs; None when it does not."""
        return next((mark for mark, parts in self.parts.items() if name in getattr(parts, kind)), None)

    def moved_from(self, node: str) -> Point | None:
        """Where a moved node stood; None for one that did not move."""
        old = self.before.nodes.get(node)
        return (old.x, old.y) if old is not None and node in self.parts[Mark.MOVED].nodes else None

    def summary(self) -> str:
        """How many of each, in words."""
        counts = {mark: len(self.parts[mark]) for mark in Mark}
        if not any(counts.values()):
            return tr("no difference")
        words = {
            Mark.ADDED: tr("{count} added"), Mark.REMOVED: tr("{count} removed"), Mark.CHANGED: tr("{count} changed"),
            Mark.MOVED: tr("{count} moved"),
        }  # fmt: skip
        return ", ".join(words[mark].format(count=count) for mark, count in counts.items() if count)


def difference(before: Snapshot, after: Snapshot) -> Difference:
    """What has become different. A part that has changed and moved counts as changed."""
    rows: dict[Mark, dict[str, list[str]]] = {mark: {kind: [] for kind in KINDS} for mark in Mark}
    sentences: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        old: Mapping[str, NodeView | EdgeView | NoteView | FrameView] = getattr(before, kind)
        new: Mapping[str, NodeView | EdgeView | NoteView | FrameView] = getattr(after, kind)
        rows[Mark.ADDED][kind] = [name for name in new if name not in old]
        rows[Mark.REMOVED][kind] = [name for name in old if name not in new]
        for name in old.keys() & new.keys():
            changed = _settings_changed(before, after, name) if kind == "nodes" else ()
            if changed or _placeless(old[name]) != _placeless(new[name]):
                rows[Mark.CHANGED][kind].append(name)
                sentences[name] = changed
            elif old[name] != new[name] and _place(old[name]) != _place(new[name]):
                rows[Mark.MOVED][kind].append(name)
    return Difference(before, {mark: Parts.of(**kinds) for mark, kinds in rows.items()}, sentences)


def _settings_changed(before: Snapshot, after: Snapshot, node: str) -> tuple[str, ...]:
    old, new = before.settings.get(node, {}), after.settings.get(node, {})
    found: list[str] = []
    for name in [*old, *(name for name in new if name not in old)]:
        one, two = old.get(name, ""), new.get(name, "")
        if one != two:
            found.append(tr("{name}: {before} → {after}").format(name=name, before=one or "–", after=two or "–"))
    return tuple(found)


def _placeless(part: NodeView | EdgeView | NoteView | FrameView) -> object:
    """A part without its place and without how it is looked at."""
    match part:
        case NodeView():
            return replace(part, x=0.0, y=0.0, compact=False)
        case EdgeView():
            return replace(part, points=(), label_at=None)
        case NoteView():
            return replace(part, rect=(0.0, 0.0, 0.0, 0.0), level=0)
        case FrameView():
            return replace(part, rect=(0.0, 0.0, 0.0, 0.0), level=0, collapsed=False)


def _place(part: NodeView | EdgeView | NoteView | FrameView) -> object:
    match part:
        case NodeView():
            return part.x, part.y
        case EdgeView():
            return part.points, part.label_at
        case _:
            return part.rect
