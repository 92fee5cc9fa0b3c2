"""Two states of a document compared and merged: in words, by who came and went, and by what each choice does."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import cli
from engine.bundles.comparing import compare_documents
from engine.bundles.effects import merge_documents
from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.manifest import Contents
from engine.bundles.sources import Pair, pairs, read_source
from engine.document.drafts import changed
from engine.document.files import read_document, to_text, write_document
from engine.document.merging import Side
from engine.document.model import Document
from engine.dossier.speech import Speech
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop
from tests.engine.journey.running import document as journey_document

END = node("end", "end")


def people_of(city: str, label: str = "Mail") -> Document:
    """A campaign that writes to everybody in a city."""
    mail = node("mail", "email") | {"label": label}
    return campaign(
        [build("people", condition("city", "equal", city)), mail, END], "people>mail", "mail>end", name="Cities"
    )


LONDON, PARIS = people_of("London"), people_of("Paris")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop(tmp_path_factory.mktemp("origin")) as workspace:
        yield workspace


def test_a_changed_rule_is_told_as_a_sentence_in_both_languages(origin: Workspace) -> None:
    english = compare_documents(origin, Pair(LONDON, PARIS), Speech("en"), counted=False)
    french = compare_documents(origin, Pair(LONDON, PARIS), Speech("fr"), counted=False)

    assert [one.sentence for one in english.told] == ["The activity “Build audience” was changed."]
    assert [one.sentence for one in french.told] == ["L’activité «\u00a0Construire une audience\u00a0» a été modifiée."]
    assert english.told[0].details == ("Rule: was city is “London”, now city is “Paris”",)
    assert (
        french.told[0]
        .details[0]
        .endswith("city est «\u00a0London\u00a0»\u00a0; maintenant, city est «\u00a0Paris\u00a0»")
    )


def test_what_is_only_drawn_otherwise_is_no_difference(origin: Workspace) -> None:
    moved = changed(LONDON, layout={"people": (5, 5), "mail": (9, 9)})

    found = compare_documents(origin, Pair(LONDON, moved), Speech(), counted=False)

    assert found.same
    assert found.drawn == "2 parts are only drawn differently."


def test_nodes_that_came_and_went_are_told_with_their_connections(origin: Workspace) -> None:
    text = campaign([build("people", condition("city", "equal", "London")), node("text", "sms"), END], "people>text")

    found = compare_documents(origin, Pair(LONDON, text), Speech(), counted=False)

    sentences = {one.sentence for one in found.told}
    assert "The activity “SMS” was added." in sentences
    assert "The activity “Mail” was removed." in sentences


def test_who_came_and_went_is_counted_and_listed(origin: Workspace) -> None:
    found = compare_documents(origin, Pair(LONDON, PARIS), Speech())

    people = next(one for one in found.counts if one.node == "people")
    assert (people.came, people.went, people.stayed) == (5, 3, 0)
    came = people.listed("came")
    assert came.total == 5
    assert {row[0] for row in came.rows} == {"R02", "R07", "R09", "R10", "R11"}


def test_a_journey_is_compared_by_its_accounts(the_companies: Workspace) -> None:
    before = journey_document("e1-value-tiers")
    raw = json.loads(to_text(before))
    source = next(one for one in raw["nodes"] if one["type"] == "account-audience")
    source["settings"] = {
        "condition": {"filters": [{"kind": "attribute", "attribute": "country", "operator": "is", "values": ["US"]}]}
    }
    after = Document.model_validate(raw)

    found = compare_documents(the_companies, Pair(before, after), Speech())

    entered = next(one for one in found.counts if one.node == source["id"])
    assert "Country is “US”" in found.told[0].details[0]
    assert entered.came == 0
    assert {row[0] for row in entered.listed("went").rows} == {"A4", "A5", "A8"}


def test_a_bundle_is_compared_with_the_workspace(origin: Workspace, tmp_path: Path) -> None:
    other = changed(PARIS, id="other")
    export_bundle(origin, [LONDON, other], tmp_path / "b.jalon", ExportWish(Contents.LOGIC))
    origin.documents.save("campaign", to_text(PARIS), name="Cities", kind="campaign")
    origin.documents.name_version("campaign", 1, "first try")

    found = list(pairs(read_source(origin, "."), read_source(origin, str(tmp_path / "b.jalon"))))
    named = read_source(origin, "campaign@first try")

    assert [(one.before is None, one.name) for one in found] == [(False, "Cities"), (True, "Cities")]
    assert named.documents == (PARIS,)


@pytest.mark.parametrize(("side", "rows"), [(Side.MINE, 3), (Side.THEIRS, 5)])
def test_each_choice_is_told_with_its_effect_on_the_counts(origin: Workspace, side: Side, rows: int) -> None:
    base = people_of("Lyon")
    mine, theirs = people_of("London", "To London"), people_of("Paris")

    done = merge_documents(origin, base, mine, theirs, {"node:people:settings.rule": side})

    (effect,) = done.effects
    assert [(one.node, one.mine, one.theirs) for one in effect.counts] == [("people", 3, 5), ("mail", 3, 5)]
    assert not done.undecided
    assert done.result.transition("t1").rows == rows
    assert done.merged.document.node_by_id["mail"].label == "To London"


def test_commands_tell_differences_and_write_what_is_decided(
    origin: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, one in {"base": people_of("Lyon"), "mine": LONDON, "theirs": PARIS}.items():
        write_document(one, tmp_path / f"{name}.json")
    files = [str(tmp_path / f"{name}.json") for name in ("base", "mine", "theirs")]
    with shop(tmp_path) as workspace:
        folder = str(workspace.folder)

    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["jalon", *arguments, "--workspace", folder])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        return int(stopped.value.code or 0)

    assert run("bundle", "diff", files[1], files[2], "--list", "people:result=came") == 1
    told = capsys.readouterr().out
    assert "now city is “Paris”" in told
    assert "R09" in told
    assert run("bundle", "merge", *files, "--to", str(tmp_path / "out.json")) == 1
    assert not (tmp_path / "out.json").exists()
    choose = ("--choose", "node:people:settings.rule=theirs")
    assert run("bundle", "merge", *files, *choose, "--to", str(tmp_path / "out.json")) == 0
    assert "3 with mine, 5 with theirs" in capsys.readouterr().out
    assert read_document(tmp_path / "out.json") == PARIS
