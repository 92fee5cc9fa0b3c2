"""Documents as files: exact, readable, replaced whole, and refused with words that help."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.document.files import from_text, newer_format, read_document, to_text, write_document
from engine.document.fragments import read_fragment
from engine.document.model import Document, Node
from engine.document.parsing import DEEPEST, MOST_BYTES
from engine.problems import EngineError, Problem

ROOT = Path(__file__).resolve().parents[3]

AS_WRITTEN = """{
  "format": 1,
  "kind": "campaign",
  "id": "d",
  "name": "Été \N{GRINNING FACE} \\"q\\" \\\\ \\u0001",
  "zone": "UTC",
  "seed": 0,
  "nodes": [
    {
      "id": "b",
      "type": "teleport",
      "version": 9,
      "settings": {
        "z": 1,
        "a": [
          "x",
          null,
          {
            "deep": [1, 2.5, -3e-07]
          }
        ],
        "empty": {},
        "none": [],
        "big": 123456789012345678901234567890
      },
      "colour": "red"
    },
    {
      "id": "a",
      "type": "fork"
    }
  ],
  "transitions": [
    {
      "id": "t",
      "from": "a",
      "port": "branch:1",
      "to": null,
      "source": "not the field of that name"
    }
  ],
  "layout": {
    "b": [1, 2.5],
    "a": [-10, 0]
  },
  "owner": {
    "z": true,
    "a": 1.0
  }
}
"""


def refused(text: str) -> Problem:
    with pytest.raises(EngineError) as caught:
        from_text(text)
    return caught.value.problem


def test_a_document_is_one_value_per_line_and_comes_back_as_it_was() -> None:
    document = from_text(AS_WRITTEN)

    assert to_text(document) == AS_WRITTEN
    assert from_text(to_text(document)) == document


def test_what_stands_at_its_default_is_left_out() -> None:
    spelt_out = '{"id": "d", "nodes": [{"id": "a", "type": "x", "label": "", "disabled": false}], "notes": []}'
    bare = '{"nodes": [{"type": "x", "id": "a"}], "id": "d"}'

    assert to_text(from_text(spelt_out)) == to_text(from_text(bare))
    assert '"label"' not in to_text(from_text(spelt_out))


def test_one_changed_value_is_one_changed_line() -> None:
    other = AS_WRITTEN.replace('"deep": [1,', '"deep": [7,')
    lines = zip(to_text(from_text(AS_WRITTEN)).splitlines(), to_text(from_text(other)).splitlines(), strict=True)

    assert len([1 for old, new in lines if old != new]) == 1


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**40), 10**40) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=14) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip
UNKNOWN = st.dictionaries(st.text(max_size=4).map(lambda name: f"x{name}"), JSON, max_size=3)


@given(st.dictionaries(st.text(max_size=5), JSON, max_size=4), UNKNOWN, UNKNOWN, UNKNOWN)
def test_settings_and_unknown_fields_come_back_in_value_type_and_order(
    settings: dict[str, Any], in_document: dict[str, Any], in_node: dict[str, Any], in_transition: dict[str, Any]
) -> None:
    node = {"id": "n", "type": "t", "settings": {"first": 1, **settings}, **in_node}
    arrow = {"id": "t", "from": "n", "port": "p", "to": None, **in_transition}
    whole = {"id": "d", "nodes": [node], "transitions": [arrow], **in_document}

    again = json.loads(to_text(from_text(json.dumps(whole))))

    def ordered(value: object) -> str:
        return json.dumps(value)

    assert ordered(again["nodes"]) == ordered([node])
    assert ordered(again["transitions"]) == ordered([arrow])
    assert ordered({name: again[name] for name in again if name in in_document}) == ordered(in_document)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "not-json", None),
        ("{", "not-json", None),
        ('{"id": "d",}', "not-json", None),
        ("[]", "not-a-document", None),
        ('"d"', "not-a-document", None),
        ("{}", "wrong-shape", "id"),
        ('{"id": 5}', "wrong-shape", "id"),
        ('{"id": ""}', "wrong-shape", "id"),
        ('{"id": "d", "seed": "7"}', "wrong-shape", "seed"),
        ('{"id": "d", "seed": 7.0}', "wrong-shape", "seed"),
        ('{"id": "d", "seed": true}', "wrong-shape", "seed"),
        ('{"id": "d", "kind": "party"}', "wrong-shape", "kind"),
        ('{"id": "d", "format": "1"}', "wrong-shape", "format"),
        ('{"id": "d", "format": 0}', "unknown-format", "format"),
        ('{"id": "d", "format": -3}', "unknown-format", "format"),
        ('{"id": "d", "nodes": {}}', "wrong-shape", "nodes"),
        ('{"id": "d", "nodes": [{"id": "a", "type": "x"}, 4]}', "wrong-shape", "nodes[1]"),
        ('{"id": "d", "nodes": [{"id": "a"}]}', "wrong-shape", "nodes[0].type"),
        ('{"id": "d", "nodes": [{"id": "a", "type": "x", "disabled": "yes"}]}', "wrong-shape", "nodes[0].disabled"),
        ('{"id": "d", "nodes": [{"id": "a", "type": "x", "settings": []}]}', "wrong-shape", "nodes[0].settings"),
        ('{"id": "d", "transitions": [{"id": "t", "source": "a"}]}', "wrong-shape", "transitions[0].from"),
        ('{"id": "d", "layout": {"a": [1]}}', "wrong-shape", "layout.a[1]"),
        ('{"id": "d", "id": "e"}', "duplicate-key", None),
        ('{"id": "d", "x": [{"y": {"k": 1, "l": 2, "k": 1}}]}', "duplicate-key", "x[0].y"),
        ('{"id": "d", "seed": NaN}', "unexact-number", "seed"),
        ('{"id": "d", "x": [-Infinity]}', "unexact-number", "x[0]"),
        ('{"id": "d", "x": 1e999}', "unexact-number", "x"),
        ('{"id": "d", "x": 1e-999999999999999999999}', "unexact-number", "x"),
        ('{"id": "d", "x": 0.12345678901234567890}', "unexact-number", "x"),
        (f'{{"id": "d", "x": {"9" * 5000}}}', "unexact-number", "x"),
        ('{"id": "d", "x": "\\ud83d"}', "broken-text", "x"),
        ('{"id": "d", "x": {"\\ud83d": 1}}', "broken-text", "x"),
        ("[" * 100_000, "too-deep", None),
        ('{"id": "d", "x": ' + "[" * DEEPEST + "]" * DEEPEST + "}", "too-deep", "x" + "[0]" * (DEEPEST - 1)),
    ],
)  # fmt: skip
def test_a_wrong_text_is_refused_with_words_at_its_place(text: str, code: str, place: str | None) -> None:
    problem = refused(text)

    assert (problem.code, problem.field) == (code, place)
    assert problem.what.endswith(".")
    assert problem.fix.endswith((".", "}."))


def test_an_error_in_json_names_line_and_column() -> None:
    problem = refused('{"id":\n "a" "b"}')

    assert "line 2, column 6" in problem.what
    assert problem.values == {"line": 2, "column": 6}
    assert problem.position == 12


def test_several_errors_are_counted() -> None:
    assert "2 more" in refused('{"id": 1, "name": 2, "seed": "x"}').fix


def test_what_nests_as_deep_as_allowed_survives() -> None:
    text = '{"id": "d", "x": ' + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1) + "}"

    assert from_text(to_text(from_text(text))) == from_text(text)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", object(), b"x", {1: 2, "a": {"b": {3}}}])
def test_what_no_file_could_hold_is_not_written(value: Any, tmp_path: Path) -> None:
    document = Document(id="d", nodes=(Node.model_validate({"id": "a", "type": "x", "extra": value}),))

    with pytest.raises(EngineError):
        write_document(document, tmp_path / "d.json")
    assert list(tmp_path.iterdir()) == []


def test_an_older_format_is_brought_up_to_date_step_by_step() -> None:
    upgrades = {
        -1: lambda raw: {"title" if name == "caption" else name: value for name, value in raw.items()},
        0: lambda raw: {"name" if name == "title" else name: value for name, value in raw.items()},
    }

    document = from_text('{"format": -1, "id": "d", "caption": "T", "more": [1]}', upgrades)

    assert (document.format, document.name, document.model_extra) == (1, "T", {"more": [1]})


def test_a_document_without_a_format_is_of_the_first() -> None:
    assert from_text('{"id": "d"}').format == 1


def test_a_newer_format_opens_if_it_fits_and_says_so() -> None:
    text = AS_WRITTEN.replace('"format": 1', '"format": 8')
    document = from_text(text)

    remark = newer_format(document)
    assert remark is not None
    assert not remark.is_error
    assert "format 8" in remark.what
    assert to_text(document) == text
    assert newer_format(from_text(AS_WRITTEN)) is None


def test_a_newer_format_that_does_not_fit_names_the_version() -> None:
    problem = refused('{"format": 8, "id": "d", "nodes": {"a": {}}}')

    assert (problem.code, problem.field) == ("wrong-shape", "nodes")
    assert "newer version" in problem.why


def test_a_file_is_written_whole_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "campaign.json"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)

    write_document(from_text(AS_WRITTEN), path)

    assert path.read_bytes() == AS_WRITTEN.encode()
    assert read_document(path) == from_text(AS_WRITTEN)
    assert [one.name for one in tmp_path.iterdir()] == ["campaign.json"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need a right on other systems")
def test_a_link_to_a_document_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")

    write_document(from_text(AS_WRITTEN), tmp_path / "link.json")

    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text(encoding="utf-8") == AS_WRITTEN


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_bytes(b"\xef\xbb\xbf" + AS_WRITTEN.encode())

    assert read_document(tmp_path / "d.json") == from_text("\ufeff" + AS_WRITTEN) == from_text(AS_WRITTEN)


def test_what_is_wrong_with_a_file_is_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "latin.json").write_bytes('{"id": "é"}'.encode("latin-1"))
    (tmp_path / "folder.json").mkdir()
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    found: dict[str, str] = {}
    for name in ("broken", "latin", "folder", "huge", "none"):
        with pytest.raises(EngineError, match=f"{name}.json") as caught:
            read_document(tmp_path / f"{name}.json")
        found[name] = caught.value.problem.code

    assert found == {
        "broken": "not-json", "latin": "not-text", "folder": "unreadable-file", "huge": "document-too-large",
        "none": "unreadable-file",
    }  # fmt: skip


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "d.json"
    write_document(from_text(AS_WRITTEN), path)

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    with pytest.raises(EngineError) as caught:
        write_document(Document(id="new"), path)
    monkeypatch.undo()

    assert caught.value.problem.code == "storage-failed"
    assert "No space left" in caught.value.problem.why
    assert path.read_text(encoding="utf-8") == AS_WRITTEN
    assert [one.name for one in tmp_path.iterdir()] == ["d.json"]


WRITER = """
import sys
from pathlib import Path
from engine.document.files import write_document
from engine.document.model import Document, Node
number = 0
while True:
    number += 1
    nodes = tuple(Node(id=f"n{one}", type="x", label=str(number)) for one in range(300))
    write_document(Document(id="d", seed=number, nodes=nodes), Path(sys.argv[1]))
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="the signal that cannot be caught is one of POSIX")
@pytest.mark.parametrize("writes", [1, 2, 5, 9])
def test_a_writer_that_is_killed_leaves_a_whole_document(writes: int, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        for _ in range(writes):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.stdout.read()

    document = read_document(path)
    assert document.seed >= writes
    assert {one.label for one in document.nodes} == {str(document.seed)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hello", "not-json"),
        ('{"id": "d"}', "not-a-fragment"),
        ('{"kind": "fragment", "nodes": [{"id": "a", "type": "x"}, {"id": "a", "type": "x"}]}', "not-a-fragment"),
        ('{"kind": "fragment", "transitions": [{"id": "t", "from": "a"}]}', "not-a-fragment"),
        ('{"kind": "fragment", "nodes": [{"id": 1, "type": "x"}]}', "wrong-shape"),
    ],
)
def test_a_text_that_cannot_be_pasted_says_why(text: str, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        read_fragment(text)

    assert caught.value.problem.code == code


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "samples").glob("*.json")), ids=lambda path: path.stem)
def test_the_samples_survive_saving(path: Path, tmp_path: Path) -> None:
    document = read_document(path)
    write_document(document, tmp_path / path.name)

    assert read_document(tmp_path / path.name) == document
    assert len(document.nodes) >= 3
