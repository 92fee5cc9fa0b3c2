"""What is wrong with the messages that a journey writes itself, as far as their texts tell: links, size, My Tokens."""

import re
from collections.abc import Collection, Iterator, Mapping

from pydantic import JsonValue

from engine.document.model import Document
from engine.journey.contract import remark, unset
from engine.problems import Problem
from engine.texts import quoted, say

LARGEST = 100 * 1024
"""More bytes than that are cut by the programs that show an e-mail."""
_EMAIL = "ppl.send_email"
_OPT_OUT = re.compile(r"system\.unsubscribe(Link|Text)\b")
_EMPTY_LINK = re.compile(r"""href\s*=\s*(["'])\s*#?\s*\1|\[[^\]\n]*\]\(\s*\)""", re.IGNORECASE)
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TOKEN = re.compile(r"(?<![\w.])my\.(\w+)")


def message_problems(document: Document, tokens: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the messages of a journey (V07, V17), and the My Tokens that nobody defined (V21)."""
    for node in document.nodes:
        settings = node.settings.get("settings")
        if not isinstance(settings, dict):
            continue
        for field, name in _tokens_in(settings):
            if name not in tokens:
                yield Problem(
                    code="unknown-token", what=say("There is no My Token {name}.", name=quoted(name)),
                    fix="Define it in the journey, or leave it out.", node=node.id, field=f"settings.{field}",
                    check="V21",
                )  # fmt: skip
        if node.settings.get("action") == _EMAIL and settings.get("source", "new") == "new":
            yield from (one.at(node=node.id, field="settings") for one in _email(settings))


def _email(settings: Mapping[str, JsonValue]) -> Iterator[Problem]:
    body = str(settings.get("body") or "")
    if not str(settings.get("from_name") or "").strip():
        yield unset("The e-mail does not say whom it is from.", "from_name", "Write a name.", "V07")
    if not body.strip():
        yield unset("The e-mail has no text yet.", "body", "Write it.", "V07")
    elif not settings.get("operational") and _OPT_OUT.search(body) is None:
        yield remark(
            "no-opt-out", "Nobody can opt out of the e-mail.", check="V17", field_name="body",
            fix="Add system.unsubscribeLink in double braces, or make it operational.",
        )  # fmt: skip
    if _EMPTY_LINK.search(body) is not None:
        yield remark("empty-link", "A link of the e-mail leads nowhere.", fix="Say where it leads, or remove it.",
                     check="V17", field_name="body")  # fmt: skip
    size = len(body.encode())
    if size > LARGEST:
        yield remark(
            "large-text", say("The e-mail has {n} byte(s).", n=size), check="V17", field_name="body",
            fix="Shorten it to 100 KB: longer ones are cut where they are read.",
        )  # fmt: skip


def _tokens_in(settings: Mapping[str, JsonValue]) -> Iterator[tuple[str, str]]:
    """The My Tokens that texts use. Shape: field, name."""
    for field, value in settings.items():
        if isinstance(value, str):
            spans = " ".join(one.group() for one in _EXPRESSION.finditer(value))
            yield from ((field, name) for name in dict.fromkeys(_TOKEN.findall(spans)))
