"""The kinds of nodes that a document may hold, whatever it designs: what the canvas and the panel know of a node."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, JsonValue

from app.words import said
from canvas.views import NodeType, PortView
from engine.catalog.model import Catalog
from engine.checking import Checked
from engine.document.edits import Edit, SetSetting
from engine.document.model import Document, Kind, Node

ENTRY = "in"

Raw = Mapping[str, JsonValue]


class CardWords(NamedTuple):
    """What a card says: its title, the name of its kind, a line or two of its settings, and its outputs."""

    title: str
    kind: str
    summary: tuple[str, ...]
    outputs: tuple[PortView, ...]


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A kind of node. `title`, `category` and `help` are as the engine declares them, to be translated."""

    id: str
    title: str
    category: str
    icon: str
    accent: str
    version: int
    settings: type[BaseModel]
    entries: tuple[PortView, ...]
    """The input, which all transitions share, or none for a node that always stands first."""
    outputs: Callable[[Raw, int], tuple[PortView, ...] | None]
    """The outputs by settings of a version; None when these cannot be read."""
    help: str = ""
    words: tuple[str, ...] = ()
    starts: bool = False
    offered: bool = True
    """Whether menus offer it; what stands on the canvas by itself is in none."""
    compact: bool = False
    apart: tuple[str, ...] = ()
    """Fields of the settings that the page of a document asks for in a way of its own, if at all."""
    reasons: Mapping[str, str] = field(default_factory=dict[str, str])
    """Code to words: why rows stay behind, and what came of them."""

    @property
    def new_outputs(self) -> tuple[PortView, ...]:
        """The outputs of a new node; none when it cannot be without settings."""
        return self.outputs({}, self.version) or ()

    def outputs_of(self, node: Node) -> tuple[PortView, ...]:
        """The outputs of a node by its settings; those of a new node when they cannot be read."""
        found = self.outputs(node.settings, node.version)
        return self.new_outputs if found is None else found


class Kinds(ABC):
    """All kinds of one sort of document, in the order of the palette."""

    by_id: Mapping[str, NodeKind]
    arranged = False
    """Whether a document of this sort arranges itself, wherever its nodes were put."""

    def get(self, kind: str) -> NodeKind | None:
        """The kind of that id; None when this program does not know it."""
        return self.by_id.get(kind)

    @abstractmethod
    def suggested(self, before: NodeKind | None) -> tuple[str, ...]:
        """Ids of what may stand here, the likeliest first; at the start only what may start."""

    @abstractmethod
    def card(self, node: Node, checked: Checked | None, catalog: Catalog) -> CardWords:
        """What the card of a node of a known kind says."""

    def runs_down(self, document: Document) -> bool:
        """Whether a document that arranges itself runs from top to bottom."""
        del document
        return False

    def setting(
        self, document: Document, node: Node, field: str, value: JsonValue, catalog: Catalog, *, plain: bool
    ) -> Edit:
        """The edit that sets a field of a node, with what follows from it. Errors: EngineError, when it must not be."""
        del document, catalog
        return SetSetting(node.id, field, None if plain else value, absent=plain)

    def whom(self, node: Node, checked: Checked | None) -> str:
        """What of a check the card of a node depends on: whom its rule is about; empty where it has none."""
        del node, checked
        return ""

    def types(self) -> tuple[NodeType, ...]:
        """All kinds as the palette shows them, in the user's language."""
        return tuple(
            NodeType(
                id=one.id,
                title=said(one.title),
                category=said(one.category),
                icon=one.icon,
                accent=one.accent,
                description=said(one.help),
                words=(*one.words, one.title),
                inputs=one.entries,
                outputs=one.new_outputs,
            )
            for one in self.by_id.values()
            if one.offered
        )


@cache
def _kinds(kind: Kind, *, of_people: bool) -> Kinds:
    if kind is Kind.JOURNEY:
        # Journeys are loaded when the first one is opened, so that the program starts without them.
        from app.graph.journey_kinds import JourneyKinds

        return JourneyKinds(of_people=of_people)
    from app.graph.activity_kinds import ActivityKinds

    return ActivityKinds()


def kinds_of(document: Document) -> Kinds:
    """The kinds that a document may hold."""
    return _kinds(document.kind, of_people=document.journey.get("type") == "person")
