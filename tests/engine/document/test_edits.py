"""Edits: each can be undone exactly, says what it touched, and changes nothing when it cannot be done."""

import json
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from engine.document.edits import (
    AddFrame,
    AddNode,
    AddNote,
    Applied,
    Batch,
    Connect,
    Disconnect,
    Edit,
    InsertOnTransition,
    MoveNodes,
    Paste,
    Reconnect,
    RemoveAndHeal,
    RemoveFrame,
    RemoveNodes,
    RemoveNote,
    ReplaceNode,
    SetDisabled,
    SetFrame,
    SetLabel,
    SetNote,
    SetPaused,
    SetProperty,
    SetSetting,
    SetSettings,
    SetTransition,
    SetTransitionLabel,
    SetVariables,
    apply,
    from_json,
    to_json,
)
from engine.document.files import from_text, to_text
from engine.document.fragments import Fragment, fragment_text, read_fragment, with_new_ids
from engine.document.model import DeclaredVariable, Document, Frame, Node, Note, Transition
from engine.problems import EngineError

CAMPAIGN = """{
  "format": 1, "id": "d", "name": "Autumn", "owner": {"team": [1, 2.5, null]}, "zone": "Europe/Paris",
  "schedule": {"mode": "daily", "at": "09:00"}, "variables": [{"name": "v", "value": "1", "unit": "EUR"}],
  "nodes": [
    {"id": "a", "type": "build-audience", "settings": {"z": 1, "b": {"deep": [true, "x"]}}, "colour": "red"},
    {"id": "b", "type": "teleport", "version": 7, "settings": {"to": "Mars"}},
    {"id": "s", "type": "split", "label": "Halves", "disabled": true},
    {"id": "c", "type": "combine", "settings": {"sets": ["t2", "s"], "primary_set": "s"}}
  ],
  "transitions": [
    {"id": "t1", "from": "a", "to": "s", "label": "All", "curve": 3},
    {"id": "t2", "from": "s", "port": "subset:1", "to": "c"},
    {"id": "t3", "from": "s", "port": "complement", "to": null, "label": "Rest"},
    {"id": "t4", "from": "b", "to": "c"}
  ],
  "layout": {"s": [10, 20.5], "a": [0, 0], "n": [1, 1], "ghost": [5, 5]},
  "notes": [{"id": "n", "text": "Check this", "importance": 12}],
  "frames": [{"id": "f", "title": "Start", "nodes": ["a", "s"], "tint": 4}]
}"""


def campaign() -> Document:
    return from_text(CAMPAIGN)


def arrow(name: str, source: str, target: str | None, port: str = "result", label: str = "") -> Transition:
    return Transition.model_validate({"id": name, "from": source, "port": port, "to": target, "label": label})


def node(name: str, kind: str = "wait", **settings: Any) -> Node:
    return Node(id=name, type=kind, settings=settings)


def fragment(*nodes: Node, transitions: tuple[Transition, ...] = ()) -> Fragment:
    return Fragment(kind="fragment", nodes=nodes, transitions=transitions, layout={one.id: (1.0, 2.0) for one in nodes})


def arrows(document: Document) -> list[tuple[str, str, str, str | None, str]]:
    return [(one.id, one.source, one.port, one.target, one.label) for one in document.transitions]


EDITS: list[Edit] = [
    AddNode(node("new", settings=1), (3.0, 4.0), place=1),
    AddNode(node("new")),
    RemoveNodes(("s",)),
    RemoveNodes(("c", "a")),
    RemoveNodes(("a", "b", "s", "c")),
    RemoveAndHeal("s"),
    RemoveAndHeal("a"),
    ReplaceNode(node("a", "read-audience", audience="x")),
    SetSettings("a", {"z": 2}, version=3),
    SetSetting("a", "z", 5),
    SetSetting("a", "z", absent=True),
    SetSetting("a", "new", [1, {"a": None}]),
    SetLabel("s", 'Quote " and \N{SPARKLES}'),
    SetDisabled("s", disabled=False),
    SetPaused("a", paused=True),
    MoveNodes({"s": None, "a": (7.5, -1.0), "b": (0.0, 0.0), "n": (2.0, 2.0)}),
    Connect(arrow("t9", "s", "b", "subset:2"), place=0),
    Connect(arrow("t9", "c", None)),
    Disconnect("t2"),
    Reconnect("t2", "a", "result", None),
    SetTransitionLabel("t2", "Half"),
    SetTransition(Transition(id="t2", source="b", target=None, label="Half", points=((1.0, 2.0),), label_at=0.5)),
    InsertOnTransition("t2", node("new"), entering="t9", position=(1.0, 1.0)),
    InsertOnTransition("t3", node("new", "split"), entering="t9", port="subset:1"),
    SetProperty("name", "Winter"),
    SetProperty("as_of", "2025-10-01T09:00"),
    SetProperty("schedule", {"mode": "once", "at": "2026-01-01T00:00"}),
    SetProperty("seed", 12),
    SetVariables((DeclaredVariable(name="w"), DeclaredVariable(name="v", type="integer", value="3"))),
    AddNote(Note(id="n2", text="Hm"), (1.0, 1.0)),
    RemoveNote("n"),
    SetNote(Note(id="n", text="Checked")),
    AddFrame(Frame(id="f2", nodes=("b",))),
    RemoveFrame("f"),
    SetFrame(Frame(id="f", title="End", nodes=("c",))),
    Paste(fragment(node("p"), node("q"), transitions=(arrow("x", "p", "q"),))),
    Batch((RemoveNodes(("b",)), AddNode(node("b"), place=0), Connect(arrow("t5", "b", "a")))),
    Batch(()),
]


@pytest.mark.req("ORC-55", "ORC-50", "ORC-51", "ORC-52")
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.edit)
def test_undo_restores_the_document_and_its_file_exactly(edit: Edit) -> None:
    before = campaign()
    text = to_text(before)

    done = apply(before, edit)
    undone = apply(done.document, done.inverse)
    redone = apply(undone.document, undone.inverse)

    assert to_text(before) == text
    assert (undone.document, to_text(undone.document)) == (before, text)
    assert (redone.document, to_text(redone.document)) == (done.document, to_text(done.document))
    assert undone.change == done.change


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.edit)
def test_an_edit_and_its_inverse_survive_a_journal(edit: Edit) -> None:
    done = apply(campaign(), edit)

    for one in (edit, done.inverse):
        again = from_json(json.loads(json.dumps(to_json(one))))
        assert again == one
    undone = apply(done.document, from_json(json.loads(json.dumps(to_json(done.inverse))))).document
    assert to_text(undone) == to_text(campaign())


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.edit)
def test_what_changed_is_what_is_said_to_have_changed(edit: Edit) -> None:
    before = campaign()
    done = apply(before, edit)

    def differing(name: str) -> set[str]:
        old, new = ({one.id: one for one in getattr(d, name)} for d in (before, done.document))
        return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}

    moved = {
        name
        for name in {*before.layout, *done.document.layout} - {"n", "n2"}
        if before.layout.get(name) != done.document.layout.get(name)
    }
    assert differing("nodes") | moved <= done.change.nodes
    assert differing("transitions") <= done.change.transitions
    assert differing("notes") <= done.change.notes
    assert differing("frames") <= done.change.frames
    assert done.change.nodes <= {*before.node_by_id, *done.document.node_by_id}


REFUSED: list[tuple[Edit, str]] = [
    (AddNode(node("a")), "id-taken"),
    (AddNode(node("new"), place=9), "does-not-fit"),
    (RemoveNodes(("a", "none")), "no-such-activity"),
    (RemoveAndHeal("none"), "no-such-activity"),
    (RemoveAndHeal("s", keep="t9"), "cannot-heal"),
    (ReplaceNode(node("none")), "no-such-activity"),
    (SetSetting("none", "z", 1), "no-such-activity"),
    (SetSettings("none", {}), "no-such-activity"),
    (SetSetting("a", "z", float("nan")), "unexact-number"),
    (SetSetting("a", "z", float("inf")), "unexact-number"),
    (SetSetting("a", "z", "\ud800"), "broken-text"),
    (SetLabel("none", ""), "no-such-activity"),
    (SetLabel("a", 5), "wrong-shape"),  # type: ignore[arg-type]  # a caller may be wrong
    (MoveNodes({"a": (1.0, 1.0), "none": (1.0, 1.0)}), "no-such-activity"),
    (MoveNodes({"a": (float("nan"), 1.0)}), "unexact-number"),
    (Connect(arrow("t1", "a", "b")), "id-taken"),
    (Connect(arrow("t9", "none", "b")), "no-such-activity"),
    (Connect(arrow("t9", "a", "none")), "no-such-activity"),
    (Disconnect("none"), "no-such-transition"),
    (Reconnect("none", "a", "result", "b"), "no-such-transition"),
    (Reconnect("t1", "a", "result", "none"), "no-such-activity"),
    (SetTransitionLabel("none", ""), "no-such-transition"),
    (InsertOnTransition("none", node("new"), "t9"), "no-such-transition"),
    (InsertOnTransition("t1", node("new"), "t1"), "id-taken"),
    (InsertOnTransition("t1", node("a"), "t9"), "id-taken"),
    (SetProperty("seed", "7"), "wrong-shape"),
    (SetProperty("zone", None), "wrong-shape"),
    (SetProperty("variables", []), "wrong-shape"),
    (AddNote(Note(id="n")), "id-taken"),
    (RemoveNote("none"), "no-such-note"),
    (SetNote(Note(id="none")), "no-such-note"),
    (AddFrame(Frame(id="f2", nodes=("none",))), "no-such-activity"),
    (RemoveFrame("none"), "no-such-frame"),
    (Paste(fragment(node("a"))), "id-taken"),
    (Batch((SetLabel("a", "Done"), Disconnect("none"))), "no-such-transition"),
]


@pytest.mark.parametrize(("edit", "code"), REFUSED, ids=[f"{edit.edit}-{code}" for edit, code in REFUSED])
def test_an_edit_that_cannot_be_done_says_why_and_changes_nothing(edit: Edit, code: str) -> None:
    document = campaign()
    text = to_text(document)

    with pytest.raises(EngineError) as caught:
        apply(document, edit)

    assert caught.value.problem.code == code
    assert caught.value.problem.fix
    assert to_text(document) == text


def test_values_that_nest_too_deeply_for_any_file_are_refused() -> None:
    value: Any = 1
    for _ in range(150):
        value = [value]

    with pytest.raises(EngineError) as caught:
        apply(campaign(), SetSetting("a", "z", value))

    assert caught.value.problem.code == "too-deep"


@pytest.mark.parametrize("edit", [AddNode(node("new")), RemoveNodes(("s",)), SetLabel("s", "x"), Disconnect("t4")])
def test_an_inverse_does_not_fit_another_document(edit: Edit) -> None:
    with pytest.raises(EngineError) as caught:
        apply(Document(id="other"), apply(campaign(), edit).inverse)

    assert caught.value.problem.code == "does-not-fit"


@pytest.mark.parametrize("edit", [AddNode(node("new")), SetLabel("s", "x")])
def test_an_inverse_never_changes_another_node_than_its_own(edit: Edit) -> None:
    inverse = apply(campaign(), edit).inverse
    shifted = apply(apply(campaign(), edit).document, AddNode(node("first"), place=0)).document

    with pytest.raises(EngineError, match="another state"):
        apply(shifted, inverse)


@pytest.mark.parametrize(
    "edit",
    [
        SetLabel("s", "New"),
        SetPaused("s", paused=True),
        SetTransitionLabel("t1", "New"),
        MoveNodes({"s": (9.0, 9.0)}),
        SetProperty("name", "x"),
        SetProperty("description", "x"),
        AddNote(Note(id="n2")),
        RemoveNote("n"),
        RemoveFrame("f"),
        SetLabel("a", ""),
        Batch((SetLabel("a", "x"), MoveNodes({"a": None}))),
    ],
    ids=lambda edit: edit.edit,
)
def test_labels_moves_and_remarks_cannot_change_a_count(edit: Edit) -> None:
    assert not apply(campaign(), edit).change.counts


@pytest.mark.parametrize(
    "edit",
    [
        SetSetting("s", "complement", value=True),
        SetDisabled("s", disabled=False),
        SetProperty("seed", 1),
        SetProperty("zone", "UTC"),
        SetVariables(()),
        Disconnect("t1"),
        AddNode(node("new")),
        Batch((SetLabel("a", "x"), Disconnect("t1"))),
    ],
    ids=lambda edit: edit.edit,
)
def test_all_that_a_count_may_depend_on_is_said(edit: Edit) -> None:
    assert apply(campaign(), edit).change.counts


@pytest.mark.req("ORC-50")
def test_removing_a_node_takes_its_transitions_position_and_place_in_frames() -> None:
    document = apply(campaign(), RemoveNodes(("s",))).document

    assert [one.id for one in document.nodes] == ["a", "b", "c"]
    assert [one.id for one in document.transitions] == ["t4"]
    assert "s" not in document.layout
    assert document.frames[0].nodes == ("a",)


@pytest.mark.req("ORC-45")
def test_inserting_on_a_transition_keeps_what_the_next_node_speaks_of() -> None:
    document = apply(campaign(), InsertOnTransition("t2", node("new"), entering="t9")).document

    assert arrows(document)[1:3] == [("t9", "s", "subset:1", "new", ""), ("t2", "new", "result", "c", "")]
    assert document.node_by_id["c"].settings == {"sets": ["t2", "new"], "primary_set": "new"}


def test_the_label_of_a_transition_stays_with_what_it_tells() -> None:
    document = apply(campaign(), InsertOnTransition("t1", node("new"), entering="t9")).document

    assert arrows(document)[:2] == [("t9", "a", "result", "new", "All"), ("t1", "new", "result", "s", "")]
    assert document.transitions[1].model_extra == {"curve": 3}


@pytest.mark.req("ORC-50")
@pytest.mark.parametrize("transition", ["t1", "t2", "t3", "t4"])
def test_healing_a_node_that_was_inserted_gives_the_old_graph(transition: str) -> None:
    before = campaign()
    inserted = apply(before, InsertOnTransition(transition, node("new"), entering="t9")).document
    healed = apply(inserted, RemoveAndHeal("new")).document

    if transition == "t3":  # an open end has no next node whose settings could speak of it
        assert arrows(healed)[2] == ("t9", "s", "complement", None, "Rest")
    else:
        assert healed == before


def test_a_node_with_several_paths_is_healed_along_the_chosen_one() -> None:
    joined = apply(campaign(), Reconnect("t3", "s", "complement", "b")).document

    with pytest.raises(EngineError, match="which path"):
        apply(joined, RemoveAndHeal("s"))
    healed = apply(joined, RemoveAndHeal("s", keep="t3")).document

    assert arrows(healed) == [("t3", "a", "result", "b", "All"), ("t4", "b", "result", "c", "")]


def test_a_join_is_healed_by_leading_all_that_entered_it_on() -> None:
    extended = Batch((AddNode(node("end")), Connect(arrow("t5", "c", "end"))))
    document = apply(apply(campaign(), extended).document, RemoveAndHeal("c")).document

    assert [(one.id, one.target) for one in document.transitions] == [
        ("t1", "s"), ("t2", "end"), ("t3", None), ("t4", "end"),
    ]  # fmt: skip


def test_a_setting_that_is_changed_keeps_its_place_among_the_others() -> None:
    assert list(apply(campaign(), SetSetting("a", "z", 9)).document.node_by_id["a"].settings) == ["z", "b"]


def test_an_edit_keeps_what_nobody_knows() -> None:
    everything = Batch((SetLabel("a", "x"), SetTransitionLabel("t1", "x"), SetDisabled("b", disabled=True)))
    document = apply(campaign(), everything).document

    assert document.node_by_id["a"].model_extra == {"colour": "red"}
    assert document.transitions[0].model_extra == {"curve": 3}
    assert document.node_by_id["b"].version == 7
    assert document.model_extra == {"owner": {"team": [1, 2.5, None]}}


BROKEN = (
    '{"id": "d", "nodes": [{"id": "a", "type": "x"}, {"id": "a", "type": "y"}, {"id": "b", "type": "z"}],'
    ' "transitions": [{"id": "t", "from": "a", "to": "ghost"}, {"id": "t", "from": "ghost", "to": "b"},'
    ' {"id": "u", "from": "a", "to": "a"}], "frames": [{"id": "f", "nodes": ["ghost", "a", "a"]}]}'
)


@pytest.mark.parametrize("edit", [RemoveNodes(("a",)), RemoveNodes(("b",)), RemoveAndHeal("b"), Disconnect("t")])
def test_undo_is_exact_in_a_document_with_double_ids_and_loose_ends(edit: Edit) -> None:
    before = from_text(BROKEN)

    done = apply(before, edit)

    assert done.document != before
    assert to_text(apply(done.document, done.inverse).document) == to_text(before)


def test_one_step_that_touches_many_nodes_costs_a_journal_only_what_it_touches() -> None:
    names = [f"n{number}" for number in range(2_000)]
    whole = Document(id="d", nodes=tuple(node(name) for name in names), layout=dict.fromkeys(names, (0.0, 0.0)))

    single = apply(whole, RemoveNodes(("n1000",)))
    half = apply(whole, RemoveNodes(tuple(names[::2])))

    assert len(json.dumps(to_json(single.inverse))) < 500
    assert len(json.dumps(to_json(half.inverse))) < 500 * 1_000
    assert to_text(apply(half.document, half.inverse).document) == to_text(whole)


@pytest.mark.req("ORC-53")
def test_a_copy_goes_to_another_campaign_with_its_transitions_under_new_ids() -> None:
    source = campaign()
    other = from_text('{"id": "o", "nodes": [{"id": "s", "type": "fork"}], "transitions": [{"id": "t2", "from": "s"}]}')

    copied = read_fragment(fragment_text(source, ["c", "s", "b"]))
    document = apply(other, Paste(with_new_ids(copied, other, by=(5.0, 5.0)))).document

    assert [one.id for one in document.nodes] == ["s", "b", "s-2", "c"]
    assert arrows(document)[1:] == [
        ("t2-2", "s-2", "subset:1", "c", ""), ("t3", "s-2", "complement", None, "Rest"), ("t4", "b", "result", "c", ""),
    ]  # fmt: skip
    assert document.node_by_id["c"].settings == {"sets": ["t2-2", "s-2"], "primary_set": "s-2"}
    assert document.layout == {"s-2": (15.0, 25.5)}


def test_a_value_of_a_rule_is_not_taken_for_a_reference() -> None:
    rule_of = {"kind": "condition", "attribute": "plan", "value": "a", "values": ["a"]}
    nodes = (node("a"), node("b", "split", subsets=[{"filter": rule_of}], primary_set="a"))
    copied = fragment(*nodes, transitions=(arrow("t", "a", "b"),))

    renamed = with_new_ids(copied, Document(id="d", nodes=nodes))

    assert renamed.nodes[1].settings == {"subsets": [{"filter": rule_of}], "primary_set": "a-2"}


def test_pasting_twice_gives_ids_that_go_on_counting() -> None:
    document = Document(id="d", nodes=(node("n-1"), node("n-2"), node("x")))
    copied = read_fragment(fragment_text(document, ["n-1", "n-2", "x"]))

    for _ in range(2):
        document = apply(document, Paste(with_new_ids(copied, document))).document

    names = [one.id for one in document.nodes]
    assert names == ["n-1", "n-2", "x", "n-3", "n-4", "x-2", "n-5", "n-6", "x-3"]


NAMES = st.sampled_from(["a", "b", "c", "s", "e", "g"])
ARROWS = st.sampled_from(["t1", "t2", "t3", "t4", "t5"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=4,
)
WHERE = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
NODES = st.builds(Node, id=NAMES, type=st.sampled_from(["fork", "teleport"]), label=st.text(max_size=3))
SIMPLE: st.SearchStrategy[Edit] = st.one_of(
    st.builds(AddNode, NODES, st.none() | WHERE, st.none() | st.integers(0, 2)),
    st.builds(RemoveNodes, st.lists(NAMES, max_size=2).map(tuple)),
    st.builds(RemoveAndHeal, NAMES, st.none() | ARROWS),
    st.builds(ReplaceNode, NODES),
    st.builds(SetSettings, NAMES, st.dictionaries(st.text(max_size=3), VALUES, max_size=3), st.none() | st.just(2)),
    st.builds(SetSetting, NAMES, st.sampled_from(["z", "sets", "b"]), VALUES, absent=st.booleans()),
    st.builds(SetLabel, NAMES, st.text(max_size=3)),
    st.builds(SetDisabled, NAMES, st.booleans()),
    st.builds(SetPaused, NAMES, st.booleans()),
    st.builds(MoveNodes, st.dictionaries(NAMES, st.none() | WHERE, max_size=2)),
    st.builds(Connect, st.builds(arrow, ARROWS, NAMES, st.none() | NAMES), st.none() | st.integers(0, 2)),
    st.builds(Disconnect, ARROWS),
    st.builds(Reconnect, ARROWS, NAMES, st.sampled_from(["result", "complement"]), st.none() | NAMES),
    st.builds(SetTransitionLabel, ARROWS, st.text(max_size=3)),
    st.builds(SetTransition, st.builds(Transition, id=ARROWS, source=NAMES, target=st.none() | NAMES)),
    st.builds(InsertOnTransition, ARROWS, NODES, ARROWS, position=st.none() | WHERE),
    st.builds(SetProperty, st.sampled_from(["name", "description", "zone"]), st.text(max_size=3)),
    st.builds(SetProperty, st.just("schedule"), st.dictionaries(st.text(max_size=3), VALUES, max_size=2)),
    st.builds(AddNote, st.builds(Note, id=st.sampled_from(["n", "m"]), text=st.text(max_size=3)), st.none() | WHERE),
    st.builds(RemoveNote, st.sampled_from(["n", "m"])),
    st.builds(AddFrame, st.builds(Frame, id=st.just("h"), nodes=st.lists(NAMES, max_size=2).map(tuple))),
    st.builds(SetFrame, st.builds(Frame, id=st.sampled_from(["f", "h"]), nodes=st.lists(NAMES, max_size=1).map(tuple))),
    st.builds(RemoveFrame, st.sampled_from(["f", "h"])),
)


class Editing(RuleBasedStateMachine):
    """Edit, undo, redo, save, load, restart, in any order. What is undone is byte for byte what it was."""

    def __init__(self) -> None:
        super().__init__()
        self.document = campaign()
        self.done: list[tuple[Edit, str]] = []
        self.undone: list[tuple[Edit, str]] = []

    def try_to(self, edit: Edit) -> None:
        before = self.document
        text = to_text(before)
        try:
            applied = apply(before, edit)
        except EngineError:
            assert to_text(before) == text
            return
        self.document = self.accept(applied, self.done, text)
        self.undone.clear()

    def accept(self, applied: Applied, stack: list[tuple[Edit, str]], before: str) -> Document:
        stack.append((applied.inverse, before))
        return applied.document

    @rule(edit=SIMPLE)
    def edit(self, edit: Edit) -> None:
        self.try_to(edit)

    @rule(edits=st.lists(SIMPLE, max_size=3))
    def edit_several(self, edits: list[Edit]) -> None:
        self.try_to(Batch(tuple(edits)))

    @precondition(lambda self: len(self.document.nodes) < 20)
    @rule(names=st.sets(NAMES))
    def copy_and_paste(self, names: set[str]) -> None:
        copied = read_fragment(fragment_text(self.document, names))
        count = len(self.document.nodes)
        self.try_to(Paste(with_new_ids(copied, self.document)))
        assert len(self.document.nodes) == count + len(copied.nodes)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        edit, text = self.done.pop()
        after = to_text(self.document)
        self.document = self.accept(apply(self.document, edit), self.undone, after)
        assert to_text(self.document) == text

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        edit, text = self.undone.pop()
        after = to_text(self.document)
        self.document = self.accept(apply(self.document, edit), self.done, after)
        assert to_text(self.document) == text

    @rule()
    def restart_with_the_journal(self) -> None:
        for stack in (self.done, self.undone):
            stack[:] = [(from_json(json.loads(json.dumps(to_json(edit)))), text) for edit, text in stack]
        text = to_text(self.document)
        again = from_text(text)
        assert (again, to_text(again)) == (self.document, text)
        self.document = again

    @invariant()
    def ids_are_unique_and_every_end_exists(self) -> None:
        names = {one.id for one in self.document.nodes}
        assert len(names) == len(self.document.nodes)
        assert len({one.id for one in self.document.transitions}) == len(self.document.transitions)
        assert all(one.source in names for one in self.document.transitions)
        assert all(one.target is None or one.target in names for one in self.document.transitions)
        assert self.document.layout.keys() <= names | {one.id for one in self.document.notes} | {"ghost"}
        assert all(member in names for frame in self.document.frames for member in frame.nodes)

    @invariant()
    def what_is_cached_is_true(self) -> None:
        assert self.document.node_by_id == {one.id: one for one in self.document.nodes}
        assert sum(map(len, self.document.outbound.values())) == len(self.document.transitions)

    @invariant()
    def what_nobody_knows_is_kept(self) -> None:
        assert json.loads(to_text(self.document))["owner"] == {"team": [1, 2.5, None]}


TestEditing = pytest.mark.req("ORC-55")(Editing.TestCase)


@pytest.mark.req("ORC-14")
def test_who_is_told_of_failures_is_set_and_taken_back() -> None:
    """The names come as a list, as forms and JSON have them."""
    document = Document(id="c", supervisors=("Ada",))
    applied = apply(document, SetProperty("supervisors", ["Bob", "Eve"]))
    assert applied.document.supervisors == ("Bob", "Eve")
    assert apply(applied.document, applied.inverse).document == document
