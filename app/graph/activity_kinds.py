"""The kinds of a campaign: every activity of the registry."""

from collections.abc import Iterable, Mapping
from functools import cache, partial

from pydantic import JsonValue, ValidationError

from app.graph.kinds import ENTRY, CardWords, Kinds, NodeKind, Raw
from app.graph.summaries import dimension_of, has_rule, summary_of
from app.words import port_words, said
from canvas.views import PortView
from engine import retargeting
from engine.catalog.model import Catalog
from engine.checking import Checked
from engine.contract import Category, Port
from engine.document.edits import Edit
from engine.document.model import Document, Node
from engine.registry import AnyActivity, all_activities, read_settings

ACCENTS: Mapping[Category, str] = {
    Category.TARGETING: "blue",
    Category.DATA: "teal",
    Category.FLOW: "purple",
    Category.CHANNEL: "amber",
}
"""Category to the colour of its cards."""
_ORDER = {category: place for place, category in enumerate(Category)}
_USUAL: Mapping[str, tuple[Category, ...]] = {
    "": (Category.TARGETING, Category.FLOW, Category.DATA),
    Category.TARGETING.value: (Category.TARGETING, Category.CHANNEL, Category.DATA, Category.FLOW),
    Category.DATA.value: (Category.TARGETING, Category.FLOW, Category.CHANNEL),
    Category.FLOW.value: (Category.TARGETING, Category.CHANNEL, Category.FLOW),
    Category.CHANNEL.value: (Category.FLOW, Category.DATA, Category.TARGETING),
}
"""What usually follows a category; the empty one is the start of a graph."""


def first_sentence(thing: object) -> str:
    """The line that the palette shows under a title: the first sentence of the class's docstring."""
    return " ".join((type(thing).__doc__ or "").split("\n\n")[0].split())


@cache
def plain_ports(activity: AnyActivity) -> tuple[Port, ...]:
    """The outputs of a new node; none when it cannot be without settings."""
    try:
        return activity.ports(activity.settings())
    except ValidationError:
        return ()


def _outputs(activity: AnyActivity, raw: Raw, version: int) -> tuple[PortView, ...] | None:
    if not raw:
        return _shown(plain_ports(activity))
    settings, _ = read_settings(activity, raw, version)
    return None if settings is None else _shown(activity.ports(settings))


def _shown(ports: Iterable[Port]) -> tuple[PortView, ...]:
    return tuple(PortView(port.id, port_words(port)) for port in ports)


def _kind(one: AnyActivity) -> NodeKind:
    many = one.arity.most is None or one.arity.most > 1
    return NodeKind(
        id=one.type_id,
        title=one.title,
        category=one.category.value,
        icon=one.icon,
        accent=ACCENTS[one.category],
        version=one.version,
        settings=one.settings,
        entries=() if one.arity.most == 0 else (PortView(ENTRY, "", many),),
        outputs=partial(_outputs, one),
        help=first_sentence(one),
        words=tuple(one.synonyms),
        starts=one.starts,
        reasons={reason.code: reason.label for reason in one.reasons},
    )


class ActivityKinds(Kinds):
    """The activities, by category and title."""

    def __init__(self) -> None:
        ordered = sorted(all_activities().values(), key=lambda one: (_ORDER[one.category], one.title))
        self.by_id = {one.type_id: _kind(one) for one in ordered}

    def suggested(self, before: NodeKind | None) -> tuple[str, ...]:
        usual = _USUAL[before.category if before else ""]
        rank = {category.value: place for place, category in enumerate(usual)}
        fitting = [
            one
            for one in map(self.by_id.__getitem__, all_activities())
            if (one.starts if before is None else one.entries) and one.category in rank
        ]
        return tuple(one.id for one in sorted(fitting, key=lambda one: rank[one.category]))

    def setting(
        self, document: Document, node: Node, field: str, value: JsonValue, catalog: Catalog, *, plain: bool
    ) -> Edit:
        return retargeting.setting(document, node, field, value, catalog, absent=plain)

    def card(self, node: Node, checked: Checked | None, catalog: Catalog) -> CardWords:
        activity = all_activities()[node.type]
        settings, _ = read_settings(activity, node.settings, node.version)
        found = checked.nodes.get(node.id) if checked else None
        title = said(activity.title)
        outputs = _shown(plain_ports(activity) if settings is None else activity.ports(settings))
        lines = () if settings is None else tuple(said(line) for line in activity.card(settings))
        return CardWords(node.label or title, title, lines or summary_of(settings, found, catalog), outputs)

    def whom(self, node: Node, checked: Checked | None) -> str:
        found = checked.nodes.get(node.id) if checked else None
        return dimension_of(found) if has_rule(node.type) else ""
