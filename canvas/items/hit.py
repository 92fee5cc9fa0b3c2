"""What lies under a point."""

from dataclasses import dataclass
from enum import StrEnum


class Spot(StrEnum):
    """The kinds of places a pointer can be at."""

    EMPTY = "empty"
    NODE = "node"
    INPUT = "input"
    OUTPUT = "output"
    EDGE = "edge"
    EDGE_SOURCE = "edge-source"
    EDGE_TARGET = "edge-target"
    PILL = "pill"
    PLUS_OUTPUT = "plus-output"
    PLUS_EDGE = "plus-edge"
    PEEK = "peek"
    NOTE = "note"
    NOTE_CORNER = "note-corner"
    FRAME = "frame"
    FRAME_CORNER = "frame-corner"
    FRAME_SWITCH = "frame-switch"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place, of one part; `port` when the place belongs to a port."""

    spot: Spot
    id: str = ""
    port: str = ""

    def __bool__(self) -> bool:
        return self.spot is not Spot.EMPTY


NOWHERE = Hit(Spot.EMPTY)

EDGE_SPOTS = frozenset({Spot.EDGE, Spot.EDGE_SOURCE, Spot.EDGE_TARGET, Spot.PILL})
PORT_SPOTS = frozenset({Spot.INPUT, Spot.OUTPUT})
NODE_SPOTS = frozenset({Spot.NODE, Spot.INPUT, Spot.OUTPUT, Spot.BADGE})
NOTE_SPOTS = frozenset({Spot.NOTE, Spot.NOTE_CORNER})
FRAME_SPOTS = frozenset({Spot.FRAME, Spot.FRAME_CORNER, Spot.FRAME_SWITCH})


def kind_of(spot: Spot) -> str:
    """The kind of part a place belongs to: nodes, edges, notes or frames; empty for empty space and affordances."""
    for kind, spots in (("nodes", NODE_SPOTS), ("edges", EDGE_SPOTS), ("notes", NOTE_SPOTS), ("frames", FRAME_SPOTS)):
        if spot in spots:
            return kind
    return ""
