"""The chain over what is kept: the seal of an entry is a digest of it and of the seal before it.

Whoever changes, adds or takes out an entry breaks the chain from there on. That the latest entries were cut off shows
only to somebody who noted an earlier seal, for no key is kept that could sign the last one.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import JsonValue


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a chain: its number, what is sealed of it, and its seal; empty for one of before there were seals."""

    number: int
    content: tuple[JsonValue, ...]
    seal: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What came of looking at all entries: how many have a seal and how many are older than that, and the last seal.

    `broken` is the number of the first entry that does not fit, `missing` a seal that was looked for in vain.
    """

    sealed: int
    unsealed: int
    head: str
    broken: int | None = None
    missing: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing was changed, added or taken out."""
        return self.broken is None and not self.missing


def seal_of(before: str, content: tuple[JsonValue, ...]) -> str:
    """The seal of an entry."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def look_through(links: Iterable[Link], anchor: str = "", noted: str = "") -> Chain:
    """Whether a chain is whole, from its oldest entry on, which follows the seal `anchor`.

    With `noted`, a seal that somebody kept, also whether that one is in it.
    """
    before, sealed, unsealed, found = anchor, 0, 0, noted == ""
    for one in links:
        if not one.seal and not sealed and not before:
            unsealed += 1
            continue
        if one.seal != seal_of(before, one.content):
            return Chain(sealed, unsealed, before, broken=one.number)
        before, sealed, found = one.seal, sealed + 1, found or one.seal == noted
    return Chain(sealed, unsealed, before, missing="" if found else noted)
