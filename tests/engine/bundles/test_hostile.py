"""Bundles from people who mean harm: each gives one clear error, and nothing is written anywhere."""

import io
import json
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from engine.bundles.archive import MEDIA_PART, MEDIA_TYPE, MOST_PARTS, write_archive
from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.importing import import_bundle
from engine.bundles.manifest import PART, SIGNATURE, Contents, Manifest, Role, entry_of
from engine.bundles.reading import open_bundle
from engine.bundles.reports import make_report
from engine.bundles.signing import SignatureState, Signer, new_key, read_signer
from engine.problems import EngineError
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

END = node("end", "end")
LONDON = campaign([build("london", condition("city", "equal", "London")), END], "london>end", name="London")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a bundle with data."""
    folder = tmp_path_factory.mktemp("good")
    with shop(folder) as workspace:
        export_bundle(workspace, [LONDON], folder / "good.jalon", ExportWish(Contents.FULL))
    return (folder / "good.jalon").read_bytes()


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.create(tmp_path_factory.mktemp("here") / "w") as workspace:
        yield workspace


def refused(here: Workspace, path: Path, content: bytes, passphrase: str | None = None) -> str:
    """What is said about a bundle when it is imported; nothing may have been written."""
    path.write_bytes(content)
    with pytest.raises(EngineError) as caught, open_bundle(path, passphrase) as bundle:
        import_bundle(here, bundle, make_report(bundle, here))
    assert not here.documents.list()
    assert not here.catalog().tables
    assert not here.datasets.snapshot()
    assert not list((here.files / "staging").iterdir())
    return str(caught.value.problem)


def parts_of(good: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != MEDIA_PART}


def packed(parts: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    write_archive(memory, parts)
    return memory.getvalue()


def with_part(good: bytes, path: str, content: bytes) -> bytes:
    """A bundle in which one part was changed and the manifest knows about it."""
    parts = parts_of(good)
    manifest = Manifest.model_validate_json(parts[PART])
    entries = [
        entry_of(one.path, one.role, one.of, content) if one.path == path else one for one in manifest.parts
    ]  # fmt: skip
    parts[path] = content
    parts[PART] = manifest.model_copy(update={"parts": tuple(entries)}).to_bytes()
    return packed(parts)


def path_of(good: bytes, role: Role) -> str:
    return Manifest.model_validate_json(parts_of(good)[PART]).of_role(role)[0].path


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes], first: bool = True) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr(zipfile.ZipInfo(MEDIA_PART), MEDIA_TYPE)
        for entry, content in entries:
            archive.writestr(entry, content)
    return memory.getvalue()


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/passwd", "a/../../b", "a\\b", "C:/x", "a//b", ".hidden", "A", "x" * 400]
)
def test_names_that_lead_elsewhere(here: Workspace, tmp_path: Path, name: str) -> None:
    assert "name" in refused(here, tmp_path / "b.jalon", zipped((name, b"x")))


KEPT = Path(__file__).parent / "kept" / "journeys-1.jalon"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"rows": [{"si_id": "x", "name": "n", "update_existing": "'; DROP TABLE account; --"}]}, "no value"),
        ({"rows": [{"si_id": ["x"], "name": {"a": 1}}]}, "no value"),
        ({"rows": [{"name": "Cloud Suite", "created_at": "yesterday"}]}, "no value"),
        ({"rows": "all of them"}, "rows"),
        ([], "object"),
    ],
)
def test_objects_that_are_none(here: Workspace, tmp_path: Path, rows: object, said: str) -> None:
    content = with_part(KEPT.read_bytes(), "objects/solution-interest-7e790cd4.json", json.dumps(rows).encode())
    assert said in refused(here, tmp_path / "b.jalon", content)


def test_people_that_are_said_to_be_objects(here: Workspace, tmp_path: Path) -> None:
    parts = parts_of(KEPT.read_bytes())
    manifest = Manifest.model_validate_json(parts[PART])
    entries = [
        one.model_copy(update={"of": "person"}) if one.role is Role.OBJECTS else one for one in manifest.parts
    ]  # fmt: skip
    parts[PART] = manifest.model_copy(update={"parts": tuple(entries)}).to_bytes()

    assert "no objects" in refused(here, tmp_path / "b.jalon", packed(parts))


def test_a_link(here: Workspace, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("documents/a.json")
    link.external_attr = 0o120777 << 16
    assert "link" in refused(here, tmp_path / "b.jalon", zipped((link, b"/etc/passwd")))


def test_a_part_that_unpacks_to_a_thousand_times_its_size(here: Workspace, tmp_path: Path) -> None:
    bomb = zipped(("documents/a.json", b"0" * 15_000_000))
    tracemalloc.start()
    try:
        assert "tightly" in refused(here, tmp_path / "b.jalon", bomb)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_part_that_says_it_is_small_and_is_not(here: Workspace, tmp_path: Path, good: bytes) -> None:
    content = bytearray(packed(parts_of(good)))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        size = archive.getinfo(PART).file_size
    start = content.rindex(PART.encode()) - 46
    assert struct.unpack_from("<I", content, start + 24)[0] == size
    struct.pack_into("<I", content, start + 24, size - 10)

    said = refused(here, tmp_path / "b.jalon", bytes(content))

    assert "longer" in said or "cannot be read" in said


def test_a_part_whose_name_is_no_text_where_it_lies(here: Workspace, tmp_path: Path, good: bytes) -> None:
    """The archive's directory names it well, but before the part itself stands a name that is said to be UTF-8."""
    content = bytearray(packed(parts_of(good)))
    place = content.index(path_of(good, Role.DOCUMENT).encode())
    content[place] = 0xFF
    struct.pack_into("<H", content, place - 30 + 6, 0x800)

    assert "cannot be read" in refused(here, tmp_path / "b.jalon", bytes(content))


def test_parts_that_lie_over_each_other(here: Workspace, tmp_path: Path) -> None:
    content = bytearray(zipped(("a.json", b"{}" * 50), ("b.json", b"{}" * 50)))
    second = content.rindex(b"b.json") - 46
    struct.pack_into("<I", content, second + 42, struct.unpack_from("<I", content, content.rindex(b"a.json") - 4)[0])

    assert refused(here, tmp_path / "b.jalon", bytes(content))


def test_one_part_twice(here: Workspace, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        content = zipped(("a.json", b"{}"), ("a.json", b"[]"))
    assert "twice" in refused(here, tmp_path / "b.jalon", content)


def test_too_many_parts(here: Workspace, tmp_path: Path) -> None:
    content = zipped(*((f"documents/{number}.json", b"{}") for number in range(MOST_PARTS + 1)))
    assert "parts" in refused(here, tmp_path / "b.jalon", content)


def test_another_zip_archive(here: Workspace, tmp_path: Path) -> None:
    assert "no bundle" in refused(here, tmp_path / "b.jalon", zipped(("a.json", b"{}"), first=False))


@pytest.mark.parametrize("content", [b"", b"PK", b"hello" * 100, bytes(range(256)) * 10])
def test_no_archive_at_all(here: Workspace, tmp_path: Path, content: bytes) -> None:
    said = refused(here, tmp_path / "b.jalon", content)
    assert "no bundle" in said
    assert "zip" not in said, "only words of the program"


def test_a_bundle_that_was_cut_off(here: Workspace, tmp_path: Path, good: bytes) -> None:
    for share in (0.1, 0.5, 0.9, 0.999):
        assert refused(here, tmp_path / "b.jalon", good[: int(len(good) * share)])


def test_a_part_that_is_not_what_the_manifest_says(here: Workspace, tmp_path: Path, good: bytes) -> None:
    parts = parts_of(good)
    path = path_of(good, Role.DOCUMENT)
    parts[path] = parts[path].replace(b"London", b"Madrid")
    assert "is not what the manifest says" in refused(here, tmp_path / "b.jalon", packed(parts))


def test_a_manifest_that_lies(here: Workspace, tmp_path: Path, good: bytes) -> None:
    parts = parts_of(good)
    said = [
        refused(here, tmp_path / "b.jalon", packed({**parts, "documents/more.json": b"{}"})),
        refused(here, tmp_path / "b.jalon", packed({**parts, path_of(good, Role.DOCUMENT): b"{}"})),
        refused(here, tmp_path / "b.jalon", packed({name: one for name, one in parts.items() if "layout" not in name})),
    ]
    assert "not in the manifest" in said[0]
    assert "another size" in said[1]
    assert "missing" in said[2]


@pytest.mark.parametrize(
    "manifest",
    [b"", b"[]", b"{}", b'{"format": "1"}', b"\xff\xfe", b"[" * 100_000, b'{"format": 1, "parts": [{"path": 7}]}',
     b'{"format":1,"contents":"everything","parts":[]}', b'{"format": 1, "format": 1}'],
)  # fmt: skip
def test_a_manifest_that_is_none(here: Workspace, tmp_path: Path, good: bytes, manifest: bytes) -> None:
    assert "manifest" in refused(here, tmp_path / "b.jalon", packed({**parts_of(good), PART: manifest}))


def test_a_bundle_of_a_newer_version(here: Workspace, tmp_path: Path, good: bytes) -> None:
    raw: dict[str, Any] = json.loads(parts_of(good)[PART])
    newer = json.dumps(raw | {"format": 99}).encode()
    assert "newer version" in refused(here, tmp_path / "b.jalon", packed({**parts_of(good), PART: newer}))


@pytest.mark.parametrize(
    "document",
    [b"", b"null", b"{}", b'{"id": 7}', b'{"id": "other"}', b"\xe9t\xe9", b'{"a":' * 5_000, b'"' + b"a" * 900_000],
)
def test_a_document_that_is_none(here: Workspace, tmp_path: Path, good: bytes, document: bytes) -> None:
    content = with_part(good, path_of(good, Role.DOCUMENT), document)
    assert "documents/" in refused(here, tmp_path / "b.jalon", content)


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\x00" * 100 + b"PAR1", b"a,b\n1,2\n"])
def test_data_that_is_none(here: Workspace, tmp_path: Path, good: bytes, data: bytes) -> None:
    assert refused(here, tmp_path / "b.jalon", with_part(good, path_of(good, Role.DATA), data))


def test_sql_and_templates_in_every_text_are_texts(here: Workspace, tmp_path: Path, good: bytes) -> None:
    evil = "'; DROP TABLE x; -- {{ 7*7 }} \" ${HOME} %s \u202e"
    document = {"id": evil, "name": evil, "description": evil, "dimension": evil,
                "nodes": [{"id": evil, "type": evil, "label": evil, "settings": {evil: evil}}]}  # fmt: skip
    parts = parts_of(good)
    manifest = Manifest.model_validate_json(parts[PART])
    path, content = manifest.of_role(Role.DOCUMENT)[0].path, json.dumps(document).encode()
    rest = tuple(one for one in manifest.parts if one.role not in {Role.DOCUMENT, Role.LAYOUT, Role.COUNTS})
    kept = {one.path: parts[one.path] for one in rest}
    entries = (*rest, entry_of(path, Role.DOCUMENT, evil, content))
    wrong = manifest.model_copy(update={"parts": entries, "title": evil}).to_bytes()
    (tmp_path / "b.jalon").write_bytes(packed({**kept, path: content, PART: wrong}))

    with Workspace.create(tmp_path / "w") as workspace:
        with open_bundle(tmp_path / "b.jalon") as bundle:
            import_bundle(workspace, bundle, make_report(bundle, workspace))
        assert [one.id for one in workspace.documents.list()] == [evil]
        assert set(workspace.datasets.snapshot()) == {"recipients"}


def test_any_byte_changed_anywhere_ends_in_words(here: Workspace, tmp_path: Path, good: bytes) -> None:
    chance = random.Random(7)
    for _ in range(150):
        content = bytearray(good)
        for _ in range(chance.randint(1, 3)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        (tmp_path / "b.jalon").write_bytes(content)
        with suppress(EngineError), open_bundle(tmp_path / "b.jalon") as bundle:
            assert bundle.documents == (LONDON,)
            make_report(bundle, here)


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    new_key(tmp_path / "key.pem")
    return read_signer(tmp_path / "key.pem", "Ann Example")


def test_a_signature_covers_everything_and_the_name(tmp_path: Path, signer: Signer) -> None:
    with shop(tmp_path) as workspace:
        export_bundle(workspace, [LONDON], tmp_path / "s.jalon", ExportWish(Contents.COUNTS, signer=signer))
    signed = (tmp_path / "s.jalon").read_bytes()

    def state(content: bytes) -> SignatureState:
        (tmp_path / "b.jalon").write_bytes(content)
        with open_bundle(tmp_path / "b.jalon") as bundle:
            return bundle.signature.state

    parts = parts_of(signed)
    with open_bundle(tmp_path / "s.jalon") as bundle:
        assert bundle.signature.fingerprint == signer.fingerprint
        assert bundle.signature.name == "Ann Example"
    assert state(signed) is SignatureState.GOOD
    renamed = parts[SIGNATURE].replace(b"Ann Example", b"Bob Example")
    assert state(packed({**parts, SIGNATURE: renamed})) is SignatureState.BAD
    path = path_of(signed, Role.DOCUMENT)
    assert state(with_part(signed, path, parts[path].replace(b"London", b"Madrid"))) is SignatureState.BAD
    assert state(packed({name: one for name, one in parts.items() if name != SIGNATURE})) is SignatureState.NONE


def test_a_signature_that_is_none(here: Workspace, tmp_path: Path, good: bytes) -> None:
    for wrong in (b"", b"{}", b'{"algorithm":"ed25519","name":"x","key":"AA==","signature":"AA=="}'):
        assert "signature" in refused(here, tmp_path / "b.jalon", packed({**parts_of(good), SIGNATURE: wrong}))


def test_an_encrypted_bundle_opens_with_its_passphrase_alone(here: Workspace, tmp_path: Path) -> None:
    with shop(tmp_path) as workspace:
        wish = ExportWish(Contents.FULL, passphrase="correct horse battery")
        export_bundle(workspace, [LONDON], tmp_path / "s.jalon", wish)
    sealed = (tmp_path / "s.jalon").read_bytes()

    assert b"London" not in sealed
    assert b"anna@x.com" not in sealed
    assert "encrypted" in refused(here, tmp_path / "b.jalon", sealed)
    assert "passphrase" in refused(here, tmp_path / "b.jalon", sealed, "another one")
    changed = bytearray(sealed)
    changed[-40] ^= 1
    assert "passphrase" in refused(here, tmp_path / "b.jalon", bytes(changed), "correct horse battery")
    with open_bundle(tmp_path / "s.jalon", "correct horse battery") as bundle:
        assert bundle.documents == (LONDON,)
        assert bundle.encrypted


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with shop(tmp_path) as workspace, pytest.raises(EngineError, match="shorter"):
        export_bundle(workspace, [LONDON], tmp_path / "s.jalon", ExportWish(Contents.FULL, passphrase="short"))
    assert not (tmp_path / "s.jalon").exists()
