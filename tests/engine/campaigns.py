"""Short ways to write campaigns inside tests."""

from typing import Any

from engine.document.model import Document
from tests.engine.fixture import AS_OF, ZONE


def condition(attribute: str, operator: str = "equal", value: Any = None, **more: Any) -> dict[str, Any]:
    """A condition of a rule."""
    found: dict[str, Any] = {"kind": "condition", "attribute": attribute, "operator": operator}
    if value is not None:
        found["value"] = value
    return found | more


def group(operator: str, *items: dict[str, Any]) -> dict[str, Any]:
    """A group of a rule."""
    return {"kind": "group", "operator": operator, "items": list(items)}


def exists(link: str, rule: dict[str, Any] | None = None, *, negated: bool = False) -> dict[str, Any]:
    """A linked record exists."""
    return {"kind": "exists", "link": link, "negated": negated} | ({"rule": rule} if rule else {})


def node(name: str, type_id: str, /, **settings: Any) -> dict[str, Any]:
    """A node of a campaign."""
    return {"id": name, "type": type_id, "settings": settings}


def build(name: str, rule: dict[str, Any] | None = None, dimension: str = "recipients", **more: Any) -> dict[str, Any]:
    """A Build audience."""
    return node(name, "build-audience", dimension=dimension, **({"rule": rule} if rule else {}), **more)


def campaign(nodes: list[dict[str, Any]], *arrows: str, **more: Any) -> Document:
    """A campaign; an arrow is "from>to" or "from:port>to", and its transition is called t1, t2..."""
    transitions: list[dict[str, Any]] = []
    for number, arrow in enumerate(arrows, start=1):
        start, target = arrow.split(">")
        source, _, port = start.partition(":")
        transitions.append({"id": f"t{number}", "from": source, "port": port or "result", "to": target})
    raw = {"id": "campaign", "zone": ZONE, "as_of": AS_OF, "dimension": "recipients"}
    return Document.model_validate(raw | more | {"nodes": nodes, "transitions": transitions})
