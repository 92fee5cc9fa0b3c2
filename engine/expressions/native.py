"""The few functions that no query can express, as data: the database room registers them under these names.

They see values, never the workspace, and must be as careful as any reader of foreign data.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree

from sqlglot import exp

from engine.keys import encrypted
from engine.types import LONG, STRING, DataType


@dataclass(frozen=True, slots=True)
class Native:
    """A function in Python. It is never called with a null; the result is null then."""

    name: str
    arguments: tuple[DataType, ...]
    result: DataType
    function: Callable[..., str | int | float | bool | None]

    def __call__(self, *arguments: exp.Expr) -> exp.Expr:
        """The call as a piece of a query."""
        return exp.Anonymous(this=self.name, expressions=list(arguments))


def sha512(text: str) -> str:
    """The SHA-512 digest in hexadecimal digits."""
    return hashlib.sha512(text.encode()).hexdigest()


_STEP = re.compile(r"[^/@\[\]*.(){}\s]+(?:\[[1-9][0-9]{0,5}\])?")


def xml_value(xml: str, path: str) -> str | None:
    """The value at "/root/step/step[2]" or "/root/@attribute" of an XML text; None where there is none.

    Only such plain paths are read. A text with a document type is refused, since that is where entities are declared
    that grow without end.
    """
    *steps, last = path.strip().strip("/").split("/")
    attribute = last[1:] if last.startswith("@") else None
    if attribute is None:
        steps.append(last)
    if not steps or not all(_STEP.fullmatch(step) for step in steps) or "<!DOCTYPE" in xml:
        return None
    try:
        # The document type, which is what makes this parser unsafe, has been refused above.
        root = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError):
        return None
    if root.tag != steps[0].removesuffix("[1]"):
        return None
    found = root.find("/".join(steps[1:])) if len(steps) > 1 else root
    if found is None:
        return None
    return "".join(found.itertext()) if attribute is None else found.get(attribute)


_MASK = (1 << 32) - 1


def murmur3_32(text: str) -> int:
    """MurmurHash3 (x86, 32 bits, seed 0) of the text in UTF-8, as a number from 0 to 2^32 - 1."""
    data = text.encode()
    found = 0
    for start in range(0, len(data), 4):
        block = data[start : start + 4]
        mixed = (int.from_bytes(block, "little") * 0xCC9E2D51) & _MASK
        mixed = (((mixed << 15) | (mixed >> 17)) * 0x1B873593) & _MASK
        found ^= mixed
        if len(block) == 4:
            found = ((found << 13) | (found >> 19)) & _MASK
            found = (found * 5 + 0xE6546B64) & _MASK
    found ^= len(data)
    found = ((found ^ (found >> 16)) * 0x85EBCA6B) & _MASK
    found = ((found ^ (found >> 13)) * 0xC2B2AE35) & _MASK
    return found ^ (found >> 16)


SHA512 = Native("JALON_SHA512", (STRING,), STRING, sha512)
XML_VALUE = Native("JALON_XML_VALUE", (STRING, STRING), STRING, xml_value)
MURMUR3 = Native("JALON_MURMUR3", (STRING,), LONG, murmur3_32)
AES = Native("JALON_AES", (STRING, STRING), STRING, encrypted)
NATIVES = (SHA512, XML_VALUE, MURMUR3, AES)
