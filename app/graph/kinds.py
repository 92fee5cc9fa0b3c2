"""What the palette offers: every activity of the registry as a kind of node."""

from collections.abc import Mapping
from functools import cache

from pydantic import ValidationError

from app.words import said
from canvas.views import NodeType, PortView
from engine.contract import Category, Port, Settings
from engine.document.model import Node
from engine.registry import AnyActivity, all_activities, read_settings

ENTRY = "in"
ACCENTS: Mapping[Category, str] = {
    Category.TARGETING: "blue",
    Category.DATA: "teal",
    Category.FLOW: "purple",
    Category.CHANNEL: "amber",
}
"""Category to the colour of its cards."""
_ORDER = {category: place for place, category in enumerate(Category)}
_USUAL: Mapping[Category | None, tuple[Category, ...]] = {
    None: (Category.TARGETING, Category.FLOW, Category.DATA),
    Category.TARGETING: (Category.TARGETING, Category.CHANNEL, Category.DATA, Category.FLOW),
    Category.DATA: (Category.TARGETING, Category.FLOW, Category.CHANNEL),
    Category.FLOW: (Category.TARGETING, Category.CHANNEL, Category.FLOW),
    Category.CHANNEL: (Category.FLOW, Category.DATA, Category.TARGETING),
}
"""What usually follows a category; None is the start of a graph."""


def first_sentence(activity: AnyActivity) -> str:
    """The line that the palette shows under a title."""
    return " ".join((type(activity).__doc__ or "").split("\n\n")[0].split())


@cache
def plain_ports(activity: AnyActivity) -> tuple[Port, ...]:
    """The outputs of a new node; none when it cannot be without settings."""
    try:
        return activity.ports(activity.settings())
    except ValidationError:
        return ()


def ports_of(node: Node, activity: AnyActivity) -> tuple[Port, ...]:
    """The outputs of a node by its settings; those of a new node when they cannot be read."""
    return ports_with(read_settings(activity, node.settings, node.version)[0], activity)


def ports_with(settings: Settings | None, activity: AnyActivity) -> tuple[Port, ...]:
    """The outputs that settings give an activity; those of a new node when there are none."""
    return plain_ports(activity) if settings is None else activity.ports(settings)


def entries(activity: AnyActivity) -> tuple[PortView, ...]:
    """The input, which all transitions share, or none for a node that always stands first."""
    if activity.arity.most == 0:
        return ()
    return (PortView(ENTRY, "", activity.arity.most is None or activity.arity.most > 1),)


def kinds() -> tuple[NodeType, ...]:
    """All kinds, in the order of the palette, in the user's language."""
    ordered = sorted(all_activities().values(), key=lambda one: (_ORDER[one.category], one.title))
    return tuple(
        NodeType(
            id=one.type_id,
            title=said(one.title),
            category=said(one.category.value),
            icon=one.icon,
            accent=ACCENTS[one.category],
            description=said(first_sentence(one)),
            words=(*one.synonyms, one.title),
            inputs=entries(one),
            outputs=tuple(PortView(port.id, said(port.label)) for port in plain_ports(one)),
        )
        for one in ordered
    )


def suggested(before: AnyActivity | None) -> tuple[str, ...]:
    """Type ids of what may stand here, the likeliest first; at the start only what may start."""
    usual = _USUAL[before.category if before else None]
    rank = {category: place for place, category in enumerate(usual)}
    fitting = [
        one
        for one in all_activities().values()
        if (one.starts if before is None else one.arity.most != 0) and one.category in rank
    ]
    return tuple(one.type_id for one in sorted(fitting, key=lambda one: rank[one.category]))
