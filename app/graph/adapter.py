"""The GraphModel over a session: the canvas reads cards and counts here and asks here for edits."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from app.counts import Trust
from app.facts import in_short, tally_of
from app.graph.cards import Cards, Drawn
from app.graph.kinds import kinds_of
from app.graph.refusals import Rules
from app.graph.requests import Writer
from app.graph.settings_words import settings_words
from app.session import Session
from app.words import moment, said, told, tr
from canvas import Snapshot
from canvas.model import GraphChange, GraphModel
from canvas.requests import ALLOWED, Answer, Outcome, Request
from canvas.views import (
    Badge,
    Count,
    CountState,
    EdgeView,
    FrameView,
    NodeType,
    NodeView,
    NoteView,
    Parts,
    PortRef,
    RunState,
    Severity,
    Status,
)
from engine.catalog.model import Catalog
from engine.document.drafts import changed
from engine.document.fragments import fragment_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner.results import NodeResult, State, TransitionResult

_TRUST = {
    Trust.UNKNOWN: CountState.UNKNOWN,
    Trust.STALE: CountState.STALE,
    Trust.COMPUTING: CountState.COMPUTING,
    Trust.EXACT: CountState.EXACT,
}
_STATES = {
    State.DONE: RunState.NONE,
    State.FAILED: RunState.FAILED,
    State.WAITING: RunState.WAITING,
    State.PAUSED: RunState.WAITING,
    State.PENDING: RunState.WAITING,
    State.NOT_REACHED: RunState.SKIPPED,
}
"""A node whose counts are there needs no mark: the exact counts say it."""


_INPUT_CODES = frozenset({"too-few-inputs", "too-many-inputs"})


class GraphAdapter(GraphModel):
    """One session's document as a graph."""

    def __init__(self, session: Session, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._kinds = kinds_of(session.document)
        self._cards = Cards(catalog, self._kinds)
        self._cards.checked = session.found
        self._drawn = self._cards.draw(session.document)
        self._types = self._kinds.types()
        self._problems: Mapping[str, list[Problem]] = {}
        self._instant: tuple[datetime | None, str] = (None, "")
        session.changed.connect(self._changed)
        session.checked.connect(self._checked)
        session.counted.connect(self._counted)
        session.lock_changed.connect(self.mode_changed)

    # Reading

    def node_ids(self) -> Collection[str]:
        return self._drawn.nodes.keys()

    def edge_ids(self) -> Collection[str]:
        return self._drawn.edges.keys()

    def note_ids(self) -> Collection[str]:
        return self._drawn.notes.keys()

    def frame_ids(self) -> Collection[str]:
        return self._drawn.frames.keys()

    def node(self, node: str) -> NodeView:
        return self._drawn.nodes[node]

    def edge(self, edge: str) -> EdgeView:
        return self._drawn.edges[edge]

    def note(self, note: str) -> NoteView:
        return self._drawn.notes[note]

    def frame(self, frame: str) -> FrameView:
        return self._drawn.frames[frame]

    def settings(self, node: str) -> Mapping[str, str]:
        return settings_words(self.session.document.node_by_id[node], self._kinds)

    def snapshot_of(self, document: Document) -> Snapshot:
        """Another version of the document as the canvas would show it."""
        cards = Cards(self._cards.catalog, self._kinds)
        cards.checked = self._cards.checked
        drawn = cards.draw(document)
        settings = {node.id: settings_words(node, self._kinds) for node in document.nodes}
        return Snapshot(drawn.nodes, drawn.edges, drawn.notes, drawn.frames, settings)

    def node_types(self) -> Sequence[NodeType]:
        return self._types

    def suggestions(self, source: PortRef | None) -> Sequence[str]:
        before = self.session.document.node_by_id.get(source.node) if source is not None else None
        return self._kinds.suggested(self._kinds.get(before.type) if before is not None else None)

    def read_only(self) -> str:
        return self.session.locked

    def count(self, edge: str) -> Count:
        shown = self._drawn.edges[edge]
        known = self.session.counts.output(*shown.source)
        state, result = _TRUST[known.trust], known.result
        if result is None:
            return Count(state)
        if result.rows is None:
            return Count(CountState.UNKNOWN, detail=tr("No population passes here."))
        return Count(
            state,
            result.rows,
            self._unit(result.unit),
            self._share_of_previous(shown.source.node, result),
            self._share_of_entry(result),
            self._detail(result),
            self.session.counts.seconds(shown.source.node),
            self._run(),
        )

    @staticmethod
    def trusted(trust: Trust) -> CountState:
        """How the canvas shows how far a count can be trusted."""
        return _TRUST[trust]

    def _run(self) -> str:
        """Which instant the counts are of. Asked at every painting, so it is put into words once."""
        instant = self.session.as_of
        if self._instant[0] is not instant:
            self._instant = instant, tr("As of {moment}", moment=moment(instant)) if instant is not None else ""
        return self._instant[1]

    def _unit(self, dimension: str | None) -> str:
        found = self._cards.catalog.dimension_by_name.get(dimension or "")
        return found.title if found else ""

    def _share_of_previous(self, node: str, result: TransitionResult) -> float | None:
        found = self.session.counts.node(node)
        return result.rows / found.entered if found and found.entered and result.rows is not None else None

    def _share_of_entry(self, result: TransitionResult) -> float | None:
        largest = max((one.rows or 0 for one in self.session.counts.outputs()), default=0)
        return (result.rows or 0) / largest if largest else None

    def _detail(self, result: TransitionResult) -> str:
        if result.targets is None or result.targets == result.rows:
            return ""
        return tr("{rows}, {targets}", rows=tr("{n} row(s)", result.rows or 0),
                  targets=tr("{n} distinct target(s)", result.targets))  # fmt: skip

    def status(self, node: str) -> Status:
        counts = self.session.counts
        result = counts.node(node)
        run = _STATES[result.state] if result is not None else RunState.NONE
        if counts.is_computing(node):
            run = RunState.RUNNING
        badge = self._badge(node)
        if result is None:
            return Status(run, None, badge)
        outdated = counts.is_stale(node)
        return Status(run, None, badge, self.detail(result), tally=self.tally(node, result), outdated=outdated)

    def tally(self, node: str, result: NodeResult) -> str:
        """What the card says of those who came in; nothing where the activity is switched off, or just finds people."""
        found = self.session.document.node_by_id.get(node)
        return "" if found is None or found.disabled else tally_of(result, self._kinds.get(result.type))

    def detail(self, result: NodeResult) -> str:
        """What a run has to say of an activity, in a line."""
        told = in_short(result, self._kinds.get(result.type))
        return " – ".join(part for part in (said(result.note), told) if part)

    def _badge(self, node: str) -> Badge | None:
        problems = self._problems.get(node, [])
        if not problems:
            return None
        worst = Severity.ERROR if any(problem.is_error for problem in problems) else Severity.WARNING
        return Badge(worst, len(problems), tuple(said(problem.what) for problem in problems))

    # Asking

    def rules(self) -> Rules:
        """What may be asked for now."""
        return Rules(self.session.document, self._drawn.nodes, self._drawn.edges, self._kinds)

    def writer(self) -> Writer:
        """What turns requests into edits now."""
        return Writer(self.session.document, self._drawn.nodes, self._drawn.edges, self._kinds)

    def can(self, request: Request) -> Answer:
        if self.session.locked:
            return Answer(self.session.locked)
        reason = self.rules().refusal(request)
        return Answer(reason) if reason else ALLOWED

    def ask(self, request: Request) -> Outcome:
        answer = self.can(request)
        if not answer:
            return Outcome(answer.reason)
        try:
            asked = self.writer().asked(request)
            self.session.do(asked.edit, asked.text, merge=asked.merge)
        except EngineError as error:
            return Outcome(told(error.problem))
        return Outcome(created=asked.created)

    def copy(self, parts: Parts) -> str:
        places = {name: (view.x, view.y) for name, view in self._drawn.nodes.items()}
        return fragment_text(changed(self.session.document, layout=places), parts.nodes)

    def steps(self) -> tuple[Sequence[str], int]:
        stack = self.session.stack
        return [stack.text(index) for index in range(stack.count())], stack.index()

    def undo_text(self) -> str:
        return self.session.stack.undoText()

    def redo_text(self) -> str:
        return self.session.stack.redoText()

    def undo(self) -> None:
        self.session.undo()

    def redo(self) -> None:
        self.session.redo()

    # What the session tells

    def take_catalog(self, catalog: Catalog) -> None:
        """Show another state of the catalogue: labels may differ."""
        kept = self._cards.checked
        self._cards = Cards(catalog, self._kinds)
        self._cards.checked = kept
        self._redraw()

    def _changed(self) -> None:
        # Also when no card looks different: the canvas names the undo step anew.
        self.changed.emit(self._redrawn())

    def _checked(self) -> None:
        self._cards.checked = self.session.found
        self._cards.wrong_inputs = {
            one.node: said(one.what)
            for one in self.session.problems
            if one.node is not None and one.code in _INPUT_CODES
        }
        self._redraw()
        before, self._problems = self._problems, _by_node(self.session.problems)
        touched = frozenset(
            node for node in before.keys() | self._problems.keys() if before.get(node) != self._problems.get(node)
        )
        if touched:
            self.status_changed.emit(touched & self._drawn.nodes.keys())

    def _counted(self, nodes: frozenset[str]) -> None:
        edges = frozenset(name for node in nodes for name in self._drawn.leaving.get(node, ()))
        if edges:
            self.counted.emit(edges)
        self.status_changed.emit(nodes & self._drawn.nodes.keys())

    def _redraw(self) -> None:
        change = self._redrawn()
        if change.added or change.removed or change.changed or change.moved:
            self.changed.emit(change)

    def _redrawn(self) -> GraphChange:
        before, self._drawn = self._drawn, self._cards.draw(self.session.document)
        return _difference(before, self._drawn)


def _by_node(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.node is not None:
            found.setdefault(problem.node, []).append(problem)
    return found


def _difference(before: Drawn, after: Drawn) -> GraphChange:
    added: dict[str, list[str]] = {}
    removed: dict[str, list[str]] = {}
    touched: dict[str, list[str]] = {}
    for kind in ("nodes", "edges", "notes", "frames"):
        old: Mapping[str, object] = getattr(before, kind)
        new: Mapping[str, object] = getattr(after, kind)
        added[kind] = [name for name in new if name not in old]
        removed[kind] = [name for name in old if name not in new]
        touched[kind] = [name for name, view in new.items() if name in old and old[name] is not view]
        touched[kind] = [name for name in touched[kind] if old[name] != new[name]]
    moved = [name for name in touched["nodes"] if _only_moved(before.nodes[name], after.nodes[name])]
    touched["nodes"] = [name for name in touched["nodes"] if name not in set(moved)]
    return GraphChange(
        added=Parts.of(**added), removed=Parts.of(**removed), changed=Parts.of(**touched), moved=Parts.of(nodes=moved)
    )


def _only_moved(before: NodeView, after: NodeView) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in NodeView.__slots__ if name not in {"x", "y"})
