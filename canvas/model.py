"""The contract between the canvas and any program: a graph to show, and one door to ask for changes.

Ids are unique within their kind. All calls come from the GUI thread and must return at once; a model that computes
slowly answers with what it knows and signals when it knows more. Counts and statuses are no part of the document.
"""

from abc import abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from canvas.requests import Answer, Connect, Outcome, Reconnect, Request
from canvas.views import NOTHING, Count, EdgeView, FrameView, NodeType, NodeView, NoteView, Parts, PortRef, Status


@dataclass(frozen=True, slots=True)
class GraphChange:
    """One batched notice. `moved` holds what changed its position and nothing else."""

    added: Parts = NOTHING
    removed: Parts = NOTHING
    changed: Parts = NOTHING
    moved: Parts = NOTHING


class GraphModel(QObject):
    """A graph that the canvas shows and asks to change. Subclass it over any document."""

    changed = Signal(object)
    """A GraphChange, once per request, undo or redo."""
    counted = Signal(object)
    """The frozenset of edge ids whose count changed."""
    status_changed = Signal(object)
    """The frozenset of node ids whose status changed."""
    reset = Signal()
    """Everything may have changed: read the graph anew."""
    mode_changed = Signal()
    """`read_only` changed."""

    # Reading

    @abstractmethod
    def node_ids(self) -> Collection[str]:
        """All node ids, in document order."""

    @abstractmethod
    def edge_ids(self) -> Collection[str]:
        """All transition ids, in document order."""

    def note_ids(self) -> Collection[str]:
        """All note ids, from back to front."""
        return ()

    def frame_ids(self) -> Collection[str]:
        """All frame ids, from back to front."""
        return ()

    @abstractmethod
    def node(self, node: str) -> NodeView:
        """One node. Errors: KeyError for an unknown id, as in all readers below."""

    @abstractmethod
    def edge(self, edge: str) -> EdgeView:
        """One transition."""

    def note(self, note: str) -> NoteView:
        """One note."""
        raise KeyError(note)

    def frame(self, frame: str) -> FrameView:
        """One frame."""
        raise KeyError(frame)

    def count(self, edge: str) -> Count:
        """The count on a transition, as far as it is known now."""
        return Count()

    def status(self, node: str) -> Status:
        """The run state and the remarks of a node."""
        return Status()

    def settings(self, node: str) -> Mapping[str, str]:
        """What is set in a node, name to value in words: searched through, and compared between versions."""
        return {}

    def node_types(self) -> Sequence[NodeType]:
        """What can be added, in the order of the palette."""
        return ()

    def suggestions(self, source: PortRef | None) -> Sequence[str]:
        """Type ids that usually follow `source` (or usually start a graph), the likeliest first."""
        return ()

    def read_only(self) -> str:
        """Empty when edits are welcome, or the sentence that says why they are not."""
        return ""

    # Asking

    @abstractmethod
    def can(self, request: Request) -> Answer:
        """Whether a request would be done now; the same answer drives cursor, preview, tooltip and menu."""

    @abstractmethod
    def ask(self, request: Request) -> Outcome:
        """Do a request as one undo step, or refuse it with a sentence. Emits `changed` once when done."""

    def can_connect(self, source: PortRef, target: PortRef, edge: str = "") -> Answer:
        """Whether a transition may run from an output to an input; with `edge`, whether that transition may."""
        return self.can(Reconnect(edge, source, target) if edge else Connect(source, target))

    @abstractmethod
    def copy(self, parts: Parts) -> str:
        """The parts as readable text for the clipboard: transitions inside the selection go along."""

    # Undo

    def steps(self) -> tuple[Sequence[str], int]:
        """The names of all undo steps, the oldest first, and how many of them are done."""
        done, undone = self.undo_text(), self.redo_text()
        return [step for step in (done, undone) if step], int(bool(done))

    def undo_text(self) -> str:
        """The name of the step that undo would take back; empty when there is none."""
        return ""

    def redo_text(self) -> str:
        """The name of the step that redo would do again; empty when there is none."""
        return ""

    def undo(self) -> None:
        """Take the last step back."""

    def redo(self) -> None:
        """Do the last undone step again."""
