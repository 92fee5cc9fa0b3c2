"""The functions in Python: what they find, and what they refuse."""

import hashlib

import pytest

from engine.expressions.native import sha512, xml_value
from tests.engine.expressions.calculator import Calculator

XML = '<order id="7" note="é"><item>Mug</item><item>Cup<b> big</b></item><empty/><n:x xmlns:n="u">1</n:x></order>'


@pytest.mark.req("ORC-219")
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/order/item", "Mug"),
        ("/order/item[2]", "Cup big"),
        ("/order/item[3]", None),
        ("/order/@id", "7"),
        ("/order/@note", "é"),
        ("/order/@other", None),
        ("/order/empty", ""),
        ("/order", "MugCup big1"),
        ("order/item", "Mug"),
        ("/other/item", None),
        ("//item", None),
        ("/order/*", None),
        ("/order/item[@x='1']", None),
        ("/order/item[last()]", None),
        ("", None),
        ("/", None),
        ("/@id", None),
    ],
)
def test_a_plain_path_leads_to_a_value(path: str, expected: str | None) -> None:
    assert xml_value(XML, path) == expected


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "no xml",
        "<a><b></a>",
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
        "<a>&unknown;</a>",
        "<a>\u0000</a>",
    ],
)
def test_broken_or_dangerous_xml_has_no_value(xml: str) -> None:
    assert xml_value(xml, "/a") is None


def test_xml_of_any_depth_ends_without_a_crash(calculator: Calculator) -> None:
    deep = "<a>" * 100_000 + "x" + "</a>" * 100_000
    assert calculator.value("Length(NodeValue(@name, '/a'))", {"name": deep}) in {None, 1}


@pytest.mark.req("ORC-219")
@pytest.mark.parametrize("text", ["", "a", "é😀", "x" * 1000])
def test_the_long_digest_is_that_of_the_utf8_bytes(text: str) -> None:
    assert sha512(text) == hashlib.sha512(text.encode("utf-8")).hexdigest()
