"""Edits of a rule's JSON: nothing is lost, nothing is changed in place, and what was not touched stays itself."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.panel.editors.conditions import clipboard
from app.panel.editors.conditions.tree import (
    INSIDE,
    Address,
    Part,
    compact,
    context_of,
    grouped,
    items_of,
    kind_of,
    moved,
    normal,
    parent,
    part_at,
    removed,
    replaced,
    step_target,
    ungrouped,
    walk,
)

leaf = st.integers(0, 999).map(lambda number: {"kind": "condition", "attribute": f"a{number}", "operator": "equal"})
odd: st.SearchStrategy[Any] = st.sampled_from(["text", 7, None, [], {"kind": "magic", "x": 1}, {"no": "kind"}]).map(
    copy.deepcopy
)
parts: st.SearchStrategy[Any] = st.recursive(
    leaf | odd,
    lambda inner: st.builds(
        lambda operator, items: {"kind": "group", "operator": operator, "items": items},
        st.sampled_from(["and", "or", "except"]), st.lists(inner, min_size=1, max_size=4),
    ) | st.builds(lambda items: {"kind": "exists", "link": "l", "rule": {"kind": "group", "operator": "and",
                                                                       "items": items}},
                  st.lists(inner, min_size=1, max_size=3)),
    max_leaves=10,
)  # fmt: skip
roots = st.lists(parts, min_size=1, max_size=5).map(lambda items: normal({"kind": "group", "operator": "and",
                                                                        "items": items}))  # fmt: skip


def leaves(root: Part) -> list[Any]:
    """All that is no group and holds no rule, in reading order."""
    return [part for at, part in walk(root) if at and kind_of(part) not in {"group", "exists", "aggregate"}]


def items(root: Part) -> list[Address]:
    return [at for at, _ in walk(root) if at and isinstance(at[-1], int)]


@pytest.mark.req("ORC-206")
@given(root=roots, data=st.data())
def test_a_move_loses_nothing_and_keeps_reading_order_of_the_rest(root: Part, data: st.DataObject) -> None:
    before = copy.deepcopy(root)
    chosen = data.draw(st.lists(st.sampled_from(items(root)), min_size=1, max_size=3, unique=True))
    groups = [at for at, part in walk(root) if kind_of(part) == "group"]
    group = data.draw(st.sampled_from(groups))
    place = data.draw(st.integers(0, len(items_of(part_at(root, group)))))

    found, now = moved(root, chosen, group, place)

    assert root == before
    assert sorted(map(repr, leaves(found))) == sorted(map(repr, leaves(root)))
    inside = [one for one in chosen if group[: len(one)] == one]
    if not inside:
        outer = [one for one in chosen if not any(one[:size] in chosen for size in range(1, len(one)))]
        assert sorted(map(id, (part_at(found, one) for one in now))) == sorted(
            map(id, (part_at(root, one) for one in outer))
        )


@pytest.mark.req("ORC-206")
@given(root=roots, data=st.data())
def test_ungrouping_takes_grouping_back(root: Part, data: st.DataObject) -> None:
    home = data.draw(st.sampled_from([at for at, part in walk(root) if kind_of(part) == "group" and items_of(part)]))
    count = len(items_of(part_at(root, home)))
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    chosen = [(*home, place) for place in range(first, last + 1)]

    together, at = grouped(root, chosen, "or")
    assert kind_of(part_at(together, at)) == "group"
    again, now = ungrouped(together, at)

    assert again == root
    assert now == chosen


@pytest.mark.req("ORC-206")
@given(root=roots, data=st.data())
def test_removing_leaves_no_empty_group_behind(root: Part, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(items(root)), min_size=1, unique=True))
    gone = [part_at(root, one) for one in chosen]
    left = removed(root, chosen)
    assert not any(part is one for _, part in walk(left) for one in gone if isinstance(one, dict))
    assert all(items_of(part) for at, part in walk(left) if at and at[-1] != INSIDE and kind_of(part) == "group")


@pytest.mark.req("ORC-206")
@given(root=roots)
def test_steps_down_lead_through_every_place_and_never_out_of_a_line(root: Part) -> None:
    for start in items(root):
        here, address = root, start
        home = context_of(address)
        for _ in range(60):
            target = step_target(here, address, down=True)
            if target is None:
                break
            here, (address,) = moved(here, [address], *target)
            assert len(context_of(address)) == len(home)
        group, place = parent(address)
        assert place == len(items_of(part_at(here, group))) - 1
        assert not group or group[-1] == INSIDE


@given(root=roots)
def test_a_rule_comes_out_as_it_went_in(root: Part) -> None:
    assert compact(normal(compact(root))) == compact(root)
    assert normal(compact(root)) == root


@pytest.mark.parametrize(
    ("raw", "root"),
    [
        (None, {"kind": "group", "operator": "and", "items": []}),
        ({"kind": "condition"}, {"kind": "group", "operator": "and", "items": [{"kind": "condition"}]}),
        ("nonsense", {"kind": "group", "operator": "and", "items": ["nonsense"]}),
        ({"kind": "group", "items": 3}, {"kind": "group", "operator": "and", "items": [{"kind": "group", "items": 3}]}),
    ],
)
def test_anything_stands_in_a_group_at_the_root(raw: Any, root: Part) -> None:
    assert normal(raw) == root


def test_only_what_leads_to_an_edit_is_made_anew() -> None:
    root = normal({"kind": "group", "operator": "and", "items": [{"kind": "condition"}, {"kind": "audience"}]})
    found = replaced(root, (0,), {"kind": "filter"})
    assert found is not root
    assert part_at(found, (1,)) is part_at(root, (1,))


@pytest.mark.req("ORC-207")
@given(chosen=st.lists(leaf, min_size=1, max_size=4))
def test_copied_parts_are_pasted_as_they_were(chosen: list[Any]) -> None:
    assert clipboard.read(clipboard.written(chosen)) == chosen


@pytest.mark.req("ORC-207")
@pytest.mark.parametrize(
    "text",
    ["", "hello", "3", "[]", "{}", "[" * 100_000, '{"kind": "group", "items": ' * 5000, '[{"kind": "magic"}]',
     '[{"kind": "condition"}, 3]', "NaN", "\ud800", '{"kind": "group", "operator": "and", "items": 3}'],
)  # fmt: skip
def test_what_is_no_rule_is_not_pasted(text: str) -> None:
    assert clipboard.read(text) == []
