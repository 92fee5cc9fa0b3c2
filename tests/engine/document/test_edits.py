"""Edits and files: every edit can be undone exactly, and a document survives any journey through text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from engine.document.edits import (
    Batch,
    DropTransition,
    Edit,
    Move,
    PutNode,
    PutTransition,
    SetProperty,
    SetSetting,
    apply,
    edit_from_json,
    edit_to_json,
    insert_on,
    paste,
    remove_and_heal,
    remove_nodes,
)
from engine.document.files import from_text, read_document, to_text, write_document
from engine.document.model import Document, Node, Transition
from engine.problems import EngineError

START = from_text(
    '{"id": "d", "future": {"kept": [1, {"a": null}]}, "nodes": [{"id": "a", "type": "unknown", "x": 1}]}'
)
NAMES = st.sampled_from(["a", "b", "c", "d"])


class Editing(RuleBasedStateMachine):
    """Edits, undo, redo, save and load in any order; what is undone is byte-identical to what it was."""

    def __init__(self) -> None:
        super().__init__()
        self.document = START
        self.undone: list[tuple[Edit, str]] = []
        self.done: list[tuple[Edit, str]] = []

    def do(self, edit: Edit) -> None:
        before = to_text(self.document)
        try:
            applied = apply(self.document, edit)
        except EngineError:
            assert to_text(self.document) == before
            return
        assert edit_from_json(json.loads(json.dumps(edit_to_json(edit)))) == edit
        self.done.append((applied.inverse, before))
        self.document = applied.document

    @rule(name=NAMES, label=st.text(max_size=5))
    def put_node(self, name: str, label: str) -> None:
        self.do(PutNode(node=Node(id=name, type="fork", label=label)))

    @rule(start=NAMES, end=NAMES)
    def connect(self, start: str, end: str) -> None:
        raw = {"id": f"{start}{end}", "from": start, "to": end}
        self.do(PutTransition(transition=Transition.model_validate(raw)))

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        self.do(remove_nodes(self.document, [name]))

    @rule(name=NAMES)
    def heal(self, name: str) -> None:
        if name in self.document.node_by_id:
            self.do(remove_and_heal(self.document, name))

    @rule(name=NAMES, value=st.none() | st.integers() | st.text(max_size=4), absent=st.booleans())
    def set_setting(self, name: str, value: int | str | None, absent: bool) -> None:
        self.do(SetSetting(node=name, name="s", value=value, absent=absent))

    @rule(name=NAMES, x=st.integers(-9, 9))
    def move(self, name: str, x: int) -> None:
        self.do(Move(positions={name: (float(x), 0.0)}))

    @rule(text=st.text(max_size=6))
    def rename(self, text: str) -> None:
        self.do(SetProperty(name="name", value=text))

    @rule()
    def copy_all(self) -> None:
        if len(self.document.nodes) < 12:
            self.do(paste(self.document, self.document.nodes, self.document.transitions))

    @rule()
    def undo(self) -> None:
        if self.done:
            edit, before = self.done.pop()
            self.document = apply(self.document, edit).document
            assert to_text(self.document) == before

    @rule()
    def save_and_load(self) -> None:
        text = to_text(self.document)
        assert from_text(text) == self.document
        assert to_text(from_text(text)) == text

    @invariant()
    def nodes_are_unique_and_the_unknown_is_kept(self) -> None:
        assert len(self.document.node_by_id) == len(self.document.nodes)
        assert json.loads(to_text(self.document))["future"] == {"kept": [1, {"a": None}]}


TestEditing = pytest.mark.req("ORC-55")(Editing.TestCase)


@pytest.mark.req("ORC-45")
def test_inserting_on_a_transition_keeps_both_neighbours() -> None:
    document = from_text(
        '{"id": "d", "nodes": [{"id": "a", "type": "x"}, {"id": "b", "type": "x"}],'
        ' "transitions": [{"id": "t", "from": "a", "to": "b", "label": "People"}]}'
    )

    applied = apply(document, insert_on(document, "t", Node(id="n", type="wait")))

    arrows = [(one.source, one.target, one.label) for one in applied.document.transitions]
    assert arrows == [("a", "n", "People"), ("n", "b", "")]
    assert to_text(apply(applied.document, applied.inverse).document) == to_text(document)


def test_moving_and_labels_cannot_change_counts() -> None:
    document = apply(START, PutNode(node=Node(id="b", type="fork"))).document

    assert not apply(document, Move(positions={"b": (1.0, 2.0)})).change.counts
    assert not apply(document, PutNode(node=Node(id="b", type="fork", label="New"))).change.counts
    assert apply(document, SetSetting(node="b", name="x", value=1)).change.counts


def test_a_batch_that_fails_changes_nothing() -> None:
    batch = Batch(edits=(SetProperty(name="name", value="x"), DropTransition(transition="none")))

    with pytest.raises(EngineError, match="no transition 'none'"):
        apply(START, batch)


def test_a_file_is_written_whole_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "campaign.json"
    write_document(START, path)

    assert read_document(path) == START
    assert [one.name for one in tmp_path.iterdir()] == ["campaign.json"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "not-json"),
        ('{"id": "d",}', "not-json"),
        ("[]", "not-a-document"),
        ('{"id": 5}', "not-a-document"),
        ("{}", "not-a-document"),
        ('{"id": "d", "id": "e"}', "duplicate-key"),
        ('{"id": "d", "seed": NaN}', "not-json"),
        ("[" * 100_000, "not-json"),
        ('{"id": "d", "nodes": [{"id": "a"}]}', "not-a-document"),
    ],
)
def test_a_wrong_text_is_refused_with_words(text: str, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        from_text(text)

    assert caught.value.problem.code == code
    assert caught.value.problem.fix


def test_an_error_names_line_and_column() -> None:
    with pytest.raises(EngineError, match="line 2, column 6"):
        from_text('{"id":\n "a" "b"}')


def test_an_older_format_is_brought_up_to_date() -> None:
    document = from_text(
        '{"format": 0, "title": "T", "id": "d"}', {0: lambda raw: {"id": raw["id"], "name": raw["title"]}}
    )

    assert (document.format, document.name) == (1, "T")


@given(
    st.dictionaries(st.text(max_size=5), st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5))
)
def test_settings_survive_as_they_are(settings: dict[str, object]) -> None:
    raw = {"format": 1, "id": "d", "nodes": [{"id": "n", "type": "t", "settings": settings}]}
    document = Document.model_validate(raw)

    assert json.loads(to_text(document)) == raw
