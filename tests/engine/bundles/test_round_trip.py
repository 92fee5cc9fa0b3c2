"""A bundle gives back what went in: the same documents, the same counts, and the same bytes when exported again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.bundles.exporting import Exported, ExportWish, export_bundle
from engine.bundles.findings import Do, State
from engine.bundles.importing import import_bundle, undo_import
from engine.bundles.manifest import Contents, Role
from engine.bundles.reading import open_bundle
from engine.bundles.reports import make_report
from engine.bundles.verifying import Cause, Verification, verify
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.runner.real import start_real_run
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, node
from tests.engine.fixture import shop

WORKFLOWS = sorted((Path(__file__).parents[2] / "workflows").glob("*.json"))
END = node("end", "end")
LONDON = campaign(
    [build("london", condition("city", "equal", "London")), node("mail", "email", label="Mail"), END],
    "london>mail", "mail>end",
    name="London", layout={"london": (0, 0), "mail": (240, 12)},
    notes=[{"id": "memo", "text": "Ask Ann", "size": [200, 80], "accent": "red"}],
)  # fmt: skip


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop(tmp_path_factory.mktemp("origin")) as workspace:
        yield workspace


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "empty") as workspace:
        yield workspace


def workflows() -> list[Document]:
    """The worked examples of the specification, each under an id of its own."""
    found: list[Document] = []
    for path in WORKFLOWS:
        raw = json.loads(path.read_text(encoding="utf-8"))["document"]
        found.append(Document.model_validate(raw | {"id": path.stem}))
    return found


def export(workspace: Workspace, path: Path, *documents: Document, contents: Contents = Contents.FULL) -> Exported:
    return export_bundle(workspace, documents, path, ExportWish(contents=contents))


def bring(workspace: Workspace, path: Path, choices: dict[str, str] | None = None) -> str:
    """Import a bundle; the id of the import."""
    with open_bundle(path) as bundle:
        return import_bundle(workspace, bundle, make_report(bundle, workspace, choices)).id


def verified(workspace: Workspace, path: Path) -> list[Verification]:
    with open_bundle(path) as bundle:
        return [verify(workspace, document, bundle.expected[document.id]) for document in bundle.documents]


def documents_of(workspace: Workspace) -> dict[str, Document]:
    return {one.id: from_text(workspace.documents.load(one.id)) for one in workspace.documents.list()}


@pytest.mark.req("ORC-24")
def test_every_example_is_reproduced_in_an_empty_workspace(origin: Workspace, empty: Workspace, tmp_path: Path) -> None:
    examples = workflows()
    export(origin, tmp_path / "all.jalon", *examples)

    bring(empty, tmp_path / "all.jalon")

    assert documents_of(empty) == {one.id: one for one in examples}
    for one in verified(empty, tmp_path / "all.jalon"):
        assert one.whole, (one.document, one.sentence, one.differences, one.details)
        assert one.total > 0


def test_an_export_of_the_import_has_the_same_bytes(origin: Workspace, empty: Workspace, tmp_path: Path) -> None:
    unpinned = campaign([build("young", condition("age", "less", 30)), END], "young>end", id="now", as_of=None)
    examples = [*workflows()[:12], LONDON, unpinned]
    export(origin, tmp_path / "first.jalon", *examples)
    bring(empty, tmp_path / "first.jalon")

    export(empty, tmp_path / "second.jalon", *(documents_of(empty)[one.id] for one in examples))

    assert (tmp_path / "second.jalon").read_bytes() == (tmp_path / "first.jalon").read_bytes()


def test_it_holds_what_the_document_refers_to_and_nothing_else(origin: Workspace, tmp_path: Path) -> None:
    rule = exists("purchases", condition("product/description", "equal", "Mug"))
    document = campaign([build("buyers", rule), END], "buyers>end")

    exported = export(origin, tmp_path / "b.jalon", document)

    with open_bundle(exported.path) as bundle:
        assert {one.name for one in bundle.catalog.tables} == {"recipients", "purchases", "products"}
        assert set(bundle.data_of("tables")) == {"recipients", "purchases", "products"}
        assert {one.name for one in bundle.catalog.dimensions} >= {"recipients"}


def test_logic_layout_counts_and_data_are_parts_of_their_own(origin: Workspace, tmp_path: Path) -> None:
    exported = export(origin, tmp_path / "b.jalon", LONDON)

    with open_bundle(exported.path) as bundle:
        logic = bundle.archive.read(next(one.path for one in bundle.manifest.of_role(Role.DOCUMENT))).decode()
        assert "layout" not in logic
        assert "accent" not in logic
        assert "rows" not in logic
        assert to_text(bundle.documents[0]) == to_text(LONDON)


@pytest.mark.parametrize("contents", [Contents.LOGIC, Contents.COUNTS])
def test_without_data_no_row_travels(origin: Workspace, tmp_path: Path, contents: Contents) -> None:
    exported = export(origin, tmp_path / "b.jalon", LONDON, contents=contents)

    assert not exported.manifest.of_role(Role.DATA)
    assert bool(exported.manifest.of_role(Role.COUNTS)) == (contents is Contents.COUNTS)


def test_it_names_neither_the_computer_nor_a_folder(origin: Workspace, tmp_path: Path) -> None:
    exported = export(origin, tmp_path / "b.jalon", LONDON)

    with open_bundle(exported.path) as bundle:
        texts = b"".join(bundle.archive.read(one.path) for one in bundle.manifest.parts if one.role is not Role.DATA)
        everything = texts + bundle.manifest.to_bytes()
    for secret in (str(tmp_path), str(origin.folder), origin.folder.name + "/", Path.home().name + "/"):
        assert secret.encode() not in everything


@pytest.mark.parametrize("path", ["/home/ann/secret/new.csv", "C:\\Users\\Ann\\new.csv"])
def test_a_file_is_named_without_its_folder(origin: Workspace, tmp_path: Path, path: str) -> None:
    loading = campaign([node("file", "load-file", path=path), END], "file>end")

    export(origin, tmp_path / "b.jalon", loading, contents=Contents.LOGIC)

    with open_bundle(tmp_path / "b.jalon") as bundle:
        assert bundle.documents[0].nodes[0].settings["path"] == "new.csv"


def test_other_data_is_said_to_be_the_cause(origin: Workspace, tmp_path: Path) -> None:
    export(origin, tmp_path / "b.jalon", LONDON, contents=Contents.COUNTS)
    with shop(tmp_path) as other:
        path = tmp_path / "more.jsonl"
        path.write_text(json.dumps({"crm_id": "R77", "city": "London", "email": "x@x.com", "c_email": True}))
        import_file(other, path, table="recipients", options=LoadOptions(mode=LoadMode.APPEND))
        (found,) = verified(other, tmp_path / "b.jalon")

    assert (found.reproduced, found.total) == (0, 2)
    assert found.cause is Cause.DATA
    assert found.differences[0].node == "london"
    assert (found.differences[0].expected, found.differences[0].found) == (3, 4)
    assert "12" in found.details[0]


def test_another_schema_is_said_to_be_the_cause(origin: Workspace, empty: Workspace, tmp_path: Path) -> None:
    export(origin, tmp_path / "b.jalon", LONDON)
    bring(empty, tmp_path / "b.jalon")
    (dimension,) = (one for one in empty.catalog().dimensions if one.name == "recipients")
    empty.schemas.add(dimension.model_copy(update={"addresses": {}, "consents": {}}))

    (found,) = verified(empty, tmp_path / "b.jalon")

    assert not found.whole
    assert found.cause is Cause.SCHEMA
    assert found.differences[0].node == "mail"


def test_an_import_is_taken_back_as_one(origin: Workspace, tmp_path: Path) -> None:
    export(origin, tmp_path / "b.jalon", LONDON)
    with Workspace.create(tmp_path / "w") as workspace:
        made = bring(workspace, tmp_path / "b.jalon")
        assert workspace.catalog().tables

        undo_import(workspace, made)

        assert not workspace.documents.list()
        assert not workspace.catalog().tables
        assert not workspace.datasets.snapshot()
        with pytest.raises(EngineError, match="already"):
            undo_import(workspace, made)


def test_a_document_that_is_there_is_put_beside_updated_or_replaced(
    origin: Workspace, empty: Workspace, tmp_path: Path
) -> None:
    mine = campaign(
        [build("paris", condition("city", "equal", "Paris"))], "paris>", name="Mine", layout={"london": (9, 9)}
    )
    empty.documents.save("campaign", to_text(mine), name="Mine", kind="campaign")
    export(origin, tmp_path / "b.jalon", LONDON)

    bring(empty, tmp_path / "b.jalon")
    assert documents_of(empty).keys() == {"campaign", "campaign-2"}
    assert documents_of(empty)["campaign"] == mine
    bring(empty, tmp_path / "b.jalon")
    assert sorted(one.name for one in documents_of(empty).values()) == sorted(["Mine", LONDON.name, f"{LONDON.name} 2"])

    made = bring(empty, tmp_path / "b.jalon", {"document:campaign": Do.UPDATE})
    updated = documents_of(empty)["campaign"]
    assert (updated.name, updated.layout["london"], updated.nodes) == ("Mine", (9, 9), LONDON.nodes)

    undo_import(empty, made)
    assert documents_of(empty)["campaign"] == mine

    bring(empty, tmp_path / "b.jalon", {"document:campaign": Do.REPLACE})
    assert documents_of(empty)["campaign"] == LONDON


def test_choices_are_remembered_for_the_next_import(origin: Workspace, empty: Workspace, tmp_path: Path) -> None:
    mine = campaign([build("paris"), END], "paris>end")
    empty.documents.save("campaign", to_text(mine), name="Mine", kind="campaign")
    export(origin, tmp_path / "b.jalon", LONDON)
    bring(empty, tmp_path / "b.jalon", {"document:campaign": Do.SKIP})

    with open_bundle(tmp_path / "b.jalon") as bundle:
        assert make_report(bundle, empty).choice("document", "campaign") is Do.SKIP


def test_the_report_tells_everything_before_a_byte_is_written(
    origin: Workspace, empty: Workspace, tmp_path: Path
) -> None:
    strange = campaign(
        [build("london", condition("city", "equal", "London")), node("oracle", "ask-oracle", depth=3)], "london>oracle"
    )
    export(origin, tmp_path / "b.jalon", strange)
    (recipients,) = (one for one in origin.catalog().tables if one.name == "recipients")
    fewer = tuple(one for one in recipients.attributes if one.name != "city")
    empty.schemas.add(recipients.model_copy(update={"attributes": fewer}))
    stored = [empty.folder / "workspace.sqlite", empty.folder / "workspace.sqlite-wal"]
    before = [path.read_bytes() for path in stored]

    with open_bundle(tmp_path / "b.jalon") as bundle:
        report = make_report(bundle, empty)

    by_key = {one.key: one for one in report.findings}
    assert by_key["table:recipients"].state is State.DIFFERENT
    assert "'city' (string) is missing here" in by_key["table:recipients"].details[0]
    assert by_key["table:recipients"].choices == (Do.KEEP, Do.REPLACE)
    assert by_key["dimension:recipients"].state is State.NEW
    assert by_key["node-type:ask-oracle"].state is State.UNKNOWN
    assert [path.read_bytes() for path in stored] == before


def test_a_node_of_an_unknown_type_is_kept_whole(origin: Workspace, empty: Workspace, tmp_path: Path) -> None:
    strange = campaign([build("all"), node("oracle", "ask-oracle", depth=[{"a": None}])], "all>oracle")
    export(origin, tmp_path / "b.jalon", strange)

    bring(empty, tmp_path / "b.jalon")

    assert documents_of(empty)["campaign"] == strange


def test_a_saved_audience_travels_with_its_members(origin: Workspace, empty: Workspace, tmp_path: Path) -> None:
    saving = campaign(
        [build("london", condition("city", "equal", "London")), node("save", "save-audience", label="Londoners")],
        "london>save", id="saver",
    )  # fmt: skip
    start_real_run(origin, saving)
    audience = origin.audiences.by_label("Londoners")
    assert audience is not None
    reading = campaign([node("read", "read-audience", audience=audience.id), END], "read>end", id="reader")
    export(origin, tmp_path / "b.jalon", reading)

    bring(empty, tmp_path / "b.jalon")

    (found,) = verified(empty, tmp_path / "b.jalon")
    assert found.whole
    brought = empty.audiences.by_label("Londoners")
    assert brought is not None
    assert (brought.id, brought.rows) == (audience.id, 3)


def test_members_without_what_documents_here_read_are_refused(
    origin: Workspace, empty: Workspace, tmp_path: Path
) -> None:
    def saved(*attributes: dict[str, str]) -> None:
        saving = campaign(
            [build("all"), node("save", "save-audience", label="Everyone", attributes=[*attributes])],
            "all>save", id="everyone",
        )  # fmt: skip
        assert start_real_run(origin, saving).ok

    def reading(*names: str, name: str) -> Document:
        audience = origin.audiences.by_label("Everyone")
        assert audience is not None
        picks = [{"attribute": one} for one in names]
        return campaign(
            [node("read", "read-audience", audience=audience.id, attributes=picks), END], "read>end", id=name
        )

    saved({"attribute": "city", "alias": "town"}, {"attribute": "plan", "alias": "paid"})
    traveller = reading("paid", name="traveller")
    export(origin, tmp_path / "before.jalon", traveller)
    bring(empty, tmp_path / "before.jalon")
    here = reading("town", name="here")
    empty.documents.save("here", to_text(here), name="Here", kind="campaign")
    saved({"attribute": "plan", "alias": "paid"})
    export(origin, tmp_path / "after.jalon", traveller)
    replaced: dict[str, str] = {f"audience:{here.node_by_id['read'].settings['audience']}": Do.REPLACE}

    with pytest.raises(EngineError, match="would lose attributes") as caught:
        bring(empty, tmp_path / "after.jalon", replaced)

    assert caught.value.problem.values["campaigns"] == "Here"
    kept = empty.audiences.by_label("Everyone")
    assert kept is not None
    assert {"town", "paid"} <= {one.name for one in kept.columns}
    empty.documents.save("here", to_text(reading("paid", name="here")), name="Here", kind="campaign")
    bring(empty, tmp_path / "after.jalon", replaced)
    found = empty.audiences.by_label("Everyone")
    assert found is not None
    assert "town" not in {one.name for one in found.columns}


def test_members_of_another_kind_never_replace_those_that_are_here(
    origin: Workspace, empty: Workspace, tmp_path: Path
) -> None:
    def saved(identity: str) -> None:
        saving = campaign(
            [build("all"), node("save", "save-audience", label="By mail", identity=identity)], "all>save", id="by-mail"
        )
        assert start_real_run(origin, saving).ok

    saved("email")
    audience = origin.audiences.by_label("By mail")
    assert audience is not None
    reader = campaign([node("read", "read-audience", audience=audience.id), END], "read>end", id="mailing")
    export(origin, tmp_path / "before.jalon", reader)
    bring(empty, tmp_path / "before.jalon")
    saved("crm_id")
    export(origin, tmp_path / "after.jalon", reader)

    with open_bundle(tmp_path / "after.jalon") as bundle:
        (finding,) = make_report(bundle, empty).of("audience")

    assert (finding.state, finding.choices) == (State.DIFFERENT, (Do.KEEP,))
    assert "told apart by another attribute" in finding.details[0]
