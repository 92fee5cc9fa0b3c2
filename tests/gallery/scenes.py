"""The graphs that the canvas is pictured with: a campaign drawn by hand, and generated ones of any size."""

from collections.abc import Mapping

from canvas.demo.generate import counts, graph, statuses
from canvas.demo.model import MemoryModel
from canvas.demo.types import TYPES
from canvas.difference import Snapshot
from canvas.requests import AddNode, Delete, Move, Rename, SetEdge, SetFrame, SetNode, SetNote
from canvas.views import (
    Badge,
    Count,
    CountState,
    EdgeView,
    FrameView,
    NodeView,
    NoteView,
    Parts,
    PartView,
    PortRef,
    RunState,
    Severity,
    Status,
)

_KINDS = {kind.id: kind for kind in TYPES}


def _node(name: str, kind: str, x: float, y: float, title: str, *summary: str) -> NodeView:
    entry = _KINDS[kind]
    return NodeView(
        name, kind, title, x, y, entry.title, entry.icon, summary, entry.inputs, entry.outputs, entry.accent
    )


def _edge(name: str, source: str, target: str, port: str = "out", entry: str = "in", label: str = "") -> EdgeView:
    return EdgeView(name, PortRef(source, port), PortRef(target, entry) if target else None, label)


def campaign() -> list[PartView]:
    """A spring offer: two sources, a join, a split by tier, three ways on, a frame, a note and an open end."""
    return [
        FrameView("channels", "Who hears from us", (1176, -108, 360, 480), ("gold", "silver"), "green"),
        NoteView(
            "why", "**Spring offer**\n\nGold members hear *first*; the others two days later.", (0, -168, 228, 96)
        ),
        _node("customers", "read", 0, 0, "All customers", "Customers, 48 columns", "Refreshed this morning"),
        _node("buyers", "query", 0, 192, "Bought in the last 90 days", "At least 2 orders", "and accepts e-mail"),
        _node("both", "join", 408, 96, "Customers who buy", "On customer number"),
        _node("tier", "split", 816, 96, "Split by loyalty tier", "3 ways by loyalty tier"),
        _node("gold", "mail", 1248, -36, "Gold: early access", "Template: Spring offer", "From: hello@example.org"),
        _node("silver", "mail", 1248, 120, "Silver: 10 % off", "Template: Spring offer", "From: hello@example.org"),
        _node("rest", "wait", 1248, 420, "Wait two days", "2 days, then 9:00"),
        _node("file", "export", 1656, 420, "Hand over to the call centre", "spring-offer.csv"),
        _edge("t1", "customers", "both", entry="left"),
        _edge("t2", "buyers", "both", entry="right"),
        _edge("t3", "both", "tier"),
        _edge("t4", "tier", "gold", "a", label="Gold"),
        _edge("t5", "tier", "silver", "b", label="Silver"),
        _edge("t6", "tier", "rest", "c", label="Others"),
        _edge("t7", "rest", "file"),
        _edge("t8", "gold", "", "failed", label="Failed"),
    ]


_VALUES = {
    "t1": 2_481_337,
    "t2": 318_204,
    "t3": 301_998,
    "t4": 12_431,
    "t5": 88_020,
    "t6": 201_547,
    "t7": 201_547,
    "t8": 311,
}


def _known(state: CountState = CountState.EXACT) -> dict[str, Count]:
    entry = _VALUES["t1"]
    before = {"t3": _VALUES["t1"], "t4": 301_998, "t5": 301_998, "t6": 301_998, "t7": 201_547, "t8": 12_431}
    return {
        name: Count(
            state,
            value,
            "recipients",
            value / before[name] if name in before else None,
            value / entry,
            seconds=0.31,
            run="Counted for 1 October 2025, 9:00",
        )
        for name, value in _VALUES.items()
    }


def done() -> MemoryModel:
    """The campaign, counted."""
    return _model(campaign(), _known(), {})


def running() -> MemoryModel:
    """The campaign in the middle of a run."""
    known = _known()
    known["t3"] = Count(CountState.COMPUTING, None)
    known |= {name: Count(CountState.COMPUTING, known[name].value) for name in ("t4", "t5", "t6")}
    known["t7"] = known["t8"] = Count()
    run = {
        "customers": Status(RunState.DONE), "buyers": Status(RunState.DONE), "both": Status(RunState.RUNNING, 0.62),
        "tier": Status(RunState.QUEUED), "gold": Status(RunState.QUEUED), "silver": Status(RunState.QUEUED),
        "rest": Status(RunState.WAITING), "file": Status(RunState.SKIPPED),
    }  # fmt: skip
    return _model(campaign(), known, run)


def stale() -> MemoryModel:
    """The campaign after an edit of the join: what follows is out of date."""
    old = _known(CountState.STALE)
    return _model(campaign(), _known() | {name: old[name] for name in old if name not in ("t1", "t2")}, {})


def errors() -> MemoryModel:
    """The campaign with remarks of each severity, a failed run and counts that could not be made."""
    known = _known() | {name: Count(CountState.ERROR) for name in ("t6", "t7")}
    known["t5"] = Count(CountState.ESTIMATED, 88_000, "recipients")
    statuses = {
        "customers": Status(RunState.DONE), "buyers": Status(RunState.WARNING, badge=Badge(Severity.WARNING, 1)),
        "both": Status(RunState.DONE, badge=Badge(Severity.INFO, 2)), "tier": Status(badge=Badge(Severity.ERROR, 3)),
        "rest": Status(RunState.FAILED, badge=Badge(Severity.ERROR, 1, ("The waiting time ends before it begins.",)),
                       detail="The time to wait until is in the past."), "file": Status(RunState.SKIPPED),
    }  # fmt: skip
    return _model(campaign(), known, statuses)


def switched_off() -> MemoryModel:
    """The campaign with a bypassed join of loyalty tiers and one channel off: counts pass through."""
    model = done()
    model.ask(SetNode(frozenset({"both", "silver"}), disabled=True))
    return model


def collapsed(states: Mapping[str, Status] | None = None) -> MemoryModel:
    """The campaign with its channels collapsed to one card."""
    model = _model(campaign(), _known() | {"t5": Count(CountState.STALE, 88_020, "recipients")}, states or {})
    model.ask(SetFrame("channels", collapsed=True))
    return model


def collapsed_with_remarks() -> MemoryModel:
    """The same, with a failure inside."""
    badge = Badge(Severity.ERROR, 2, ("No sender.", "No subject."))
    return collapsed({"gold": Status(RunState.DONE), "silver": Status(RunState.FAILED, badge=badge)})


def edited() -> tuple[MemoryModel, Snapshot]:
    """The campaign after an afternoon of edits, and as it was before."""
    model = done()
    before = Snapshot.of(model)
    model.ask(AddNode("wait", (1656.0, 180.0), source=PortRef("silver", "out")))
    model.ask(Delete(Parts.of(nodes=["file"])))
    model.ask(Move({"buyers": (0.0, 288.0)}))
    model.ask(Rename("tier", "Split by value"))
    model.ask(SetEdge("t6", label="Everyone else"))
    model.ask(SetNote("why", text="**Spring offer**\n\nGold members hear *first*."))
    return model, before


def generated(nodes: int, seed: int = 1) -> MemoryModel:
    """A generated graph with counts and run states."""
    model = MemoryModel(graph(nodes, seed))
    model.set_counts(counts(list(model.edge_ids()), seed))
    model.set_statuses(statuses(list(model.node_ids()), seed))
    return model


def _model(parts: list[PartView], counted: Mapping[str, Count], states: Mapping[str, Status]) -> MemoryModel:
    model = MemoryModel(parts)
    model.set_counts(counted)
    model.set_statuses(states)
    return model
