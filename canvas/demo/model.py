"""A GraphModel over an in-memory graph, with undo. Counts and statuses live beside the graph, outside undo."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from canvas.demo.edits import EDITS, Draft, write
from canvas.demo.graph import Change, Graph, notice
from canvas.demo.rules import refusal
from canvas.demo.text import read
from canvas.demo.types import TYPES
from canvas.model import GraphModel
from canvas.requests import ALLOWED, Answer, Move, Outcome, Paste, Request
from canvas.views import Count, EdgeView, FrameView, NodeType, NodeView, NoteView, Parts, PartView, PortRef, Status
from canvas.words import tr


@dataclass(slots=True)
class Step:
    """One undo step."""

    text: str
    changes: list[Change]
    request: Request


class MemoryModel(GraphModel):
    """A graph in memory. `acyclic` refuses transitions that close a circle."""

    def __init__(
        self,
        parts: Iterable[PartView] = (),
        *,
        types: Sequence[NodeType] = TYPES,
        acyclic: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.graph = Graph(types)
        self.acyclic = acyclic
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._counts: dict[str, Count] = {}
        self._statuses: dict[str, Status] = {}
        self._locked = ""
        draft = Draft(self.graph)
        for part in parts:
            draft.set(part)

    def text(self) -> str:
        """The whole graph as text: equal graphs give equal bytes."""
        return write(self.graph)

    def node_ids(self) -> Collection[str]:
        return self.graph.nodes.keys()

    def edge_ids(self) -> Collection[str]:
        return self.graph.edges.keys()

    def note_ids(self) -> Collection[str]:
        return self.graph.notes.keys()

    def frame_ids(self) -> Collection[str]:
        return self.graph.frames.keys()

    def node(self, node: str) -> NodeView:
        return self.graph.nodes[node]

    def edge(self, edge: str) -> EdgeView:
        return self.graph.edges[edge]

    def note(self, note: str) -> NoteView:
        return self.graph.notes[note]

    def frame(self, frame: str) -> FrameView:
        return self.graph.frames[frame]

    def count(self, edge: str) -> Count:
        return self._counts.get(edge, _NO_COUNT)

    def status(self, node: str) -> Status:
        return self._statuses.get(node, _NO_STATUS)

    def node_types(self) -> Sequence[NodeType]:
        return tuple(self.graph.types.values())

    def suggestions(self, source: PortRef | None) -> Sequence[str]:
        kinds = self.graph.types.values()
        return [kind.id for kind in kinds if bool(kind.inputs) == (source is not None)]

    def read_only(self) -> str:
        return self._locked

    def lock(self, reason: str) -> None:
        """Refuse all edits with a sentence; the empty one unlocks."""
        self._locked = reason
        self.mode_changed.emit()

    def set_counts(self, counts: Mapping[str, Count]) -> None:
        """Take new counts, as one batch."""
        self._counts.update(counts)
        self.counted.emit(frozenset(counts))

    def set_statuses(self, statuses: Mapping[str, Status]) -> None:
        """Take new statuses, as one batch."""
        self._statuses.update(statuses)
        self.status_changed.emit(frozenset(statuses))

    def can(self, request: Request) -> Answer:
        if self._locked:
            return Answer(self._locked)
        reason = refusal(self.graph, request, self.acyclic)
        return Answer(reason) if reason else ALLOWED

    def ask(self, request: Request) -> Outcome:
        answer = self.can(request)
        if not answer:
            return Outcome(answer.reason)
        if isinstance(request, Paste):
            try:
                read(request.text)
            except ValueError as error:
                return Outcome(str(error))
        draft = Draft(self.graph)
        text = EDITS[type(request)](draft, request)
        changes = [change for change in draft.changes if change.before != change.after]
        if changes:
            self._remember(Step(text, changes, request))
            self.changed.emit(notice(changes))
        return Outcome(created=draft.created(), notice=self._remark(request, draft.created()))

    def _remark(self, request: Request, created: Parts) -> str:
        """What a paste brought that this program does not know is kept, and told."""
        if not isinstance(request, Paste):
            return ""
        unknown = sum(self.graph.nodes[name].missing for name in created.nodes)
        words = tr("{n} node(s) (is|are) of a kind that is unknown here, and kept as (it is|they are).", unknown)
        return words if unknown else ""

    def _remember(self, step: Step) -> None:
        self._redo.clear()
        last = self._undo[-1] if self._undo else None
        if last and _nudges(last.request) and _nudges(step.request) and _ids(last) == _ids(step):
            last.changes += step.changes
        else:
            self._undo.append(step)

    def copy(self, parts: Parts) -> str:
        return write(self.graph, parts)

    def undo_text(self) -> str:
        return self._undo[-1].text if self._undo else ""

    def redo_text(self) -> str:
        return self._redo[-1].text if self._redo else ""

    def steps(self) -> tuple[Sequence[str], int]:
        done = [step.text for step in self._undo]
        return [*done, *(step.text for step in reversed(self._redo))], len(done)

    def undo_count(self) -> int:
        """How many steps undo could take back."""
        return len(self._undo)

    def undo(self) -> None:
        if self._undo:
            step = self._undo.pop()
            self._redo.append(step)
            self._apply([change.inverse() for change in reversed(step.changes)])

    def redo(self) -> None:
        if self._redo:
            step = self._redo.pop()
            self._undo.append(step)
            self._apply(step.changes)

    def _apply(self, changes: list[Change]) -> None:
        for change in changes:
            self.graph.put(change)
        self.changed.emit(notice(changes))


_NO_COUNT = Count()
_NO_STATUS = Status()


def _nudges(request: Request) -> bool:
    return isinstance(request, Move) and request.reason == "nudge"


def _ids(step: Step) -> set[str]:
    return {change.id for change in step.changes}
