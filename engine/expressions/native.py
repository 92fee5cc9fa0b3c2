"""The few functions that no query can express, as data: the database room registers them under these names.

They see values, never the workspace, and must be as careful as any reader of foreign data.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree

from sqlglot import exp

from engine.types import STRING, DataType


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


SHA512 = Native("JALON_SHA512", (STRING,), STRING, sha512)
XML_VALUE = Native("JALON_XML_VALUE", (STRING, STRING), STRING, xml_value)
NATIVES = (SHA512, XML_VALUE)
