"""Another dimension: the rules about the table that is left go with it, in one edit that one undo takes back."""

import pytest
from pydantic import JsonValue

from engine.catalog.model import Catalog
from engine.document.edits import SetSetting, apply
from engine.document.files import to_text
from engine.retargeting import setting
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import DIMENSIONS, LINKS, tables

CATALOG = Catalog(tables=tuple(tables()), links=LINKS, dimensions=DIMENSIONS)
LONDON = condition("city", value="London")


@pytest.mark.req("ORC-86")
@pytest.mark.parametrize(
    ("before", "after", "stays"),
    [
        ("recipients", "purchases", False),
        ("recipients", "recipients-email", True),
        ("recipients", "", True),
        ("", "purchases", False),
        ("purchases", "", False),
        ("recipients", "unheard-of", True),
        ("unheard-of", "recipients", True),
    ],
)
def test_a_rule_is_cleared_with_the_table_that_it_told_of(before: str, after: str, stays: bool) -> None:
    document = campaign([build("who", LONDON, before, emit_when_empty=False)])

    edit = setting(document, document.nodes[0], "dimension", after, CATALOG, absent=not after)
    applied = apply(document, edit)

    left: dict[str, JsonValue] = {"emit_when_empty": False}
    left |= {"dimension": after} if after else {}
    assert applied.document.nodes[0].settings == left | ({"rule": LONDON} if stays else {})
    assert to_text(apply(applied.document, applied.inverse).document) == to_text(document)


@pytest.mark.req("ORC-86")
def test_every_rule_about_the_dimension_goes_and_nothing_else() -> None:
    matching = node("match", "reconciliation", dimension="recipients", by="rule", rule=LONDON, filter=LONDON)
    split = node("split", "split", subsets=[{"filter": LONDON}])
    document = campaign([matching, split])

    whole = setting(document, document.nodes[0], "dimension", "purchases", CATALOG)
    assert apply(document, whole).document.nodes[0].settings == {"dimension": "purchases", "by": "rule"}

    other = setting(document, document.nodes[0], "by", "dimension", CATALOG)
    assert isinstance(other, SetSetting)
    strange = campaign([node("x", "of-the-future", dimension="recipients", rule=LONDON)])
    assert isinstance(setting(strange, strange.nodes[0], "dimension", "purchases", CATALOG), SetSetting)


@pytest.mark.req("ORC-118")
@pytest.mark.parametrize(
    ("before", "after", "ports"),
    [
        ("abc", "bac", "213"),
        ("abc", "cab", "231"),
        ("abc", "ac", "132"),
        ("abc", "bc", "312"),
        ("abc", "ab", "123"),
        ("abc", "abcd", "123"),
        ("abc", "abx", "123"),
        ("abc", "a", "123"),
        ("aba", "baa", "213"),
    ],
)
def test_a_transition_stays_with_its_subset(before: str, after: str, ports: str) -> None:
    def subsets(labels: str) -> list[JsonValue]:
        return [{"label": label} for label in labels]

    ends = [node(f"end{number}", "end") for number in (1, 2, 3)]
    arrows = [f"split:subset:{number}>end{number}" for number in (1, 2, 3)]
    split = node("split", "split", subsets=subsets(before), complement=True)
    document = campaign([build("who"), split, *ends], *arrows, "split:complement>end3")

    applied = apply(document, setting(document, document.nodes[1], "subsets", subsets(after), CATALOG))

    assert [one.port for one in applied.document.transitions] == [
        *(f"subset:{port}" for port in ports), "complement",
    ]  # fmt: skip
    assert applied.document.nodes[1].settings["subsets"] == subsets(after)
    assert to_text(apply(applied.document, applied.inverse).document) == to_text(document)
