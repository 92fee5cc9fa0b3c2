"""Differences and merges: nothing is told that did not change, and nothing that somebody changed is lost in silence."""

from itertools import product

import pytest

from engine.document.differences import Fate, FieldChange, PartChange, PartKind, differences
from engine.document.edits import AddNode, Edit, MoveNodes, RemoveNodes, SetLabel, SetSetting, apply
from engine.document.files import from_text, to_text
from engine.document.merging import Side, likely_base, merge
from engine.document.model import Document
from tests.engine.document.test_edits import EDITS, campaign, node


def after(*edits: Edit) -> Document:
    """The campaign after some edits."""
    document = campaign()
    for edit in edits:
        document = apply(document, edit).document
    return document


def test_the_same_document_differs_in_nothing() -> None:
    assert differences(campaign(), from_text(to_text(campaign()))) == ()


def test_a_field_that_changed_is_told_with_both_values_and_its_path() -> None:
    changed = after(SetSetting("a", "b", {"deep": [True, "y"]}), SetLabel("s", "Thirds"))

    assert differences(campaign(), changed) == (
        PartChange(PartKind.NODE, "a", Fate.CHANGED, (FieldChange("settings.b.deep[1]", "x", "y"),)),
        PartChange(PartKind.NODE, "s", Fate.CHANGED, (FieldChange("label", "Halves", "Thirds"),)),
    )


def test_what_only_moved_is_not_told_to_have_changed() -> None:
    assert differences(campaign(), after(MoveNodes({"a": (7.5, -1.0)}))) == (
        PartChange(PartKind.NODE, "a", Fate.MOVED),
    )


def test_one_is_not_true() -> None:
    before, later = after(SetSetting("a", "z", 1)), after(SetSetting("a", "z", value=True))
    assert [one.fields for one in differences(before, later)] == [(FieldChange("settings.z", 1, True),)]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_what_one_side_did_is_taken_whole(edit: Edit) -> None:
    edited = after(edit)

    mine, theirs = merge(campaign(), edited, campaign()), merge(campaign(), campaign(), edited)

    assert mine.conflicts == theirs.conflicts == ()
    assert differences(mine.document, edited) == ()
    assert differences(theirs.document, edited) == ()


def test_both_sides_are_merged_alike_whoever_is_mine() -> None:
    for one, other in product(EDITS, EDITS):
        first, second = after(one), after(other)

        merged, turned = merge(campaign(), first, second), merge(campaign(), second, first)

        assert {conflict.key for conflict in merged.conflicts} == {conflict.key for conflict in turned.conflicts}
        decided = merge(campaign(), first, second, {conflict.key: Side.THEIRS for conflict in merged.conflicts})
        # Places differ only where both moved the same thing; whoever is mine keeps theirs.
        told = [each for each in differences(decided.document, turned.document) if each.fate is not Fate.MOVED]
        assert told == [], (one, other)


def test_two_people_who_set_different_fields_of_one_activity_do_not_meet() -> None:
    merged = merge(campaign(), after(SetSetting("a", "z", 7)), after(SetSetting("a", "new", "y")))

    assert merged.conflicts == ()
    assert merged.document.node_by_id["a"].settings == {"z": 7, "b": {"deep": [True, "x"]}, "new": "y"}


def test_the_same_field_set_to_two_values_is_a_conflict_that_somebody_decides() -> None:
    mine, theirs = after(SetSetting("a", "z", 7)), after(SetSetting("a", "z", 8))

    merged = merge(campaign(), mine, theirs)

    (conflict,) = merged.conflicts
    assert (conflict.key, conflict.base, conflict.mine, conflict.theirs) == ("node:a:settings.z", 1, 7, 8)
    assert merged.document.node_by_id["a"].settings["z"] == 7
    decided = merge(campaign(), mine, theirs, {conflict.key: Side.THEIRS})
    assert decided.document.node_by_id["a"].settings["z"] == 8


def test_a_node_that_one_removed_and_the_other_changed_is_a_conflict() -> None:
    mine, theirs = after(RemoveNodes(("s",))), after(SetLabel("s", "Thirds"))

    merged = merge(campaign(), mine, theirs)

    assert [one.key for one in merged.conflicts] == ["node:s"]
    assert "s" not in merged.document.node_by_id
    decided = merge(campaign(), mine, theirs, {"node:s": Side.THEIRS})
    assert decided.document.node_by_id["s"].label == "Thirds"


def test_a_transition_into_a_node_that_is_gone_goes_with_it_and_is_told() -> None:
    adding = AddNode(node("new"), (0.0, 0.0))
    theirs = from_text(to_text(after(adding)).replace('"to": null', '"to": "new"'))
    mine = after(RemoveNodes(("s",)))

    merged = merge(campaign(), mine, theirs, {"transition:t3": Side.THEIRS})

    assert "new" in merged.document.node_by_id
    assert merged.dropped == ("t3",)
    assert all(one.source in merged.document.node_by_id for one in merged.document.transitions)


def test_a_copy_most_likely_began_from_the_version_that_it_differs_least_from() -> None:
    first, renamed = after(), after(SetLabel("a", "Everybody"))
    second = apply(renamed, SetLabel("s", "Halves")).document
    theirs = apply(renamed, AddNode(node("more", "end"), (0, 0))).document

    assert likely_base(theirs, [first, renamed, second]) == 1
    assert likely_base(first, [first, renamed, second]) == 0
    # Both changed one field of the first: with the second, what is in it would be lost and nobody asked.
    assert likely_base(after(SetLabel("a", "Nobody")), [first, renamed]) == 0
