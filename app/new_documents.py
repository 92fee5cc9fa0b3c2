"""What a new campaign starts from."""

from collections.abc import Container
from datetime import datetime

from app.words import tr
from engine.catalog.model import Catalog
from engine.document.model import Document, Node


def free_id(taken: Container[str], stem: str = "campaign") -> str:
    """An id that no document has: "campaign", "campaign-2"..."""
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def blank_document(name: str, catalog: Catalog) -> Document:
    """A campaign with one empty audience, so that the first count is there before anything was typed."""
    dimension = catalog.dimensions[0].name if catalog.dimensions else ""
    return Document(
        id=name,
        name=tr("New campaign"),
        dimension=dimension,
        zone=_zone(),
        nodes=(Node(id="audience", type="build-audience"),),
        layout={"audience": (0.0, 0.0)},
    )


def blank_journey(name: str, *, of_people: bool = False) -> Document:
    """A journey with an audience, which nobody has chosen yet, that leads to its end."""
    source = "person-audience" if of_people else "account-audience"
    return Document.model_validate({
        "id": name,
        "kind": "journey",
        "name": tr("New journey"),
        "zone": _zone(),
        "journey": {"type": "person" if of_people else "account"},
        "nodes": [{"id": "audience", "type": source}, {"id": "end", "type": "end"}],
        "transitions": [{"id": "t1", "from": "audience", "port": "out", "to": "end"}],
        "layout": {"audience": (0.0, 0.0), "end": (408.0, 0.0)},
    })  # fmt: skip


def _zone() -> str:
    """The machine's time zone by its name, or UTC when it has none."""
    name = getattr(datetime.now().astimezone().tzinfo, "key", "")
    return str(name) or "UTC"
