"""What is set in a node, in words: more than its card shows. The search reads it, and versions are compared by it."""

import json
from collections.abc import Mapping

from app.graph.kinds import Kinds
from app.words import said
from engine.document.model import Node


def settings_words(node: Node, kinds: Kinds) -> Mapping[str, str]:
    """Setting to value, as far as settings are made; a setting that this version does not know keeps its name."""
    kind = kinds.get(node.type)
    fields = kind.settings.model_fields if kind is not None else {}
    found: dict[str, str] = {}
    for name, value in node.settings.items():
        known = fields.get(name)
        title = said(known.title) if known is not None and known.title else name
        found[title] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return found
