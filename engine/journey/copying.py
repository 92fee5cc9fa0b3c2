"""Copies of a journey as a document: what a copy keeps of the settings, and what is to be filled in anew (B2B 2.5)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import JsonValue

from engine.document.model import Document, Node


class Extent(StrEnum):
    """How much of a journey goes into a copy."""

    ALL = "all"
    PARTIAL = "partial"
    """Everything but the messages that were written in the journey; their nodes become incomplete."""
    OUTLINE = "outline"
    """Nodes and paths alone: no settings, no conditions, and each wait as long as a new one."""


_AUTHORED = frozenset({"ppl.send_email", "ppl.send_sms", "ppl.send_whatsapp"})
_SHAPE: Mapping[str, frozenset[str]] = {
    "split-accounts": frozenset({"other"}), "split-people": frozenset({"other"}), "variant": frozenset({"by"}),
    "external-split": frozenset({"by"}), "listen": frozenset({"timeout", "timeout_path"}),
}  # fmt: skip
"""Node type to the settings that say which paths leave it, beside the paths themselves."""
_SOURCES = frozenset({"account-audience", "person-audience"})


def copied(document: Document, extent: Extent) -> Document:
    """The same nodes and paths under the same ids, with what the extent keeps of everything else."""
    if extent is Extent.ALL:
        return document
    keep = _partial if extent is Extent.PARTIAL else _outline
    journey = dict(document.journey)
    if extent is Extent.OUTLINE:
        for name in ("my_tokens", "re_entry", "email_dedup"):
            journey.pop(name, None)
    return document.model_copy(update={"nodes": tuple(keep(node) for node in document.nodes), "journey": journey})


def as_template(document: Document) -> Document:
    """A journey as others begin from it: without its audience."""
    nodes = (node.model_copy(update={"settings": {}}) if node.type in _SOURCES else node for node in document.nodes)
    return document.model_copy(update={"nodes": tuple(nodes)})


def _partial(node: Node) -> Node:
    settings = node.settings
    if node.type != "action" or settings.get("action") not in _AUTHORED:
        return node
    inner = settings.get("settings")
    if isinstance(inner, dict) and inner.get("source") == "marketo":
        return node
    return node.model_copy(update={"settings": {name: one for name, one in settings.items() if name != "settings"}})


def _outline(node: Node) -> Node:
    kept: dict[str, JsonValue] = {
        name: one for name, one in node.settings.items() if name in _SHAPE.get(node.type, frozenset())
    }
    paths = node.settings.get("paths")
    if isinstance(paths, list):
        kept["paths"] = [_named(one) for one in paths if isinstance(one, dict)]
    return node.model_copy(update={"settings": kept, "label": ""})


def _named(path: dict[str, Any]) -> dict[str, JsonValue]:
    """A path by its id and its label alone."""
    return {name: path[name] for name in ("id", "label") if name in path}
