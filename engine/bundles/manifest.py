"""The manifest of a bundle: what it holds, and the hash of every part. It is the one part that a signature covers."""

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, TypeAdapter

from engine.bundles.archive import Archive, Content, broken
from engine.document.parsing import as_type, parse
from engine.problems import EngineError, Problem
from engine.texts import quoted, say

FORMAT = 1
PART = "manifest.json"
SIGNATURE = "signature.json"

Hash = Annotated[str, StringConstraints(pattern="[0-9a-f]{64}")]


class Contents(StrEnum):
    """What travels beside the logic."""

    LOGIC = "logic"
    COUNTS = "counts"
    SYNTHETIC = "synthetic"
    MASKED = "masked"
    FULL = "full"


class Role(StrEnum):
    """What a part is. Logic, layout, counts and data are never mixed in one part."""

    DOCUMENT = "document"
    LAYOUT = "layout"
    SCHEMA = "schema"
    AUDIENCE = "audience"
    OBJECTS = "objects"
    COUNTS = "counts"
    DATA = "data"


class PartEntry(BaseModel):
    """A part of the archive."""

    model_config = ConfigDict(frozen=True, extra="allow")

    path: str
    role: Role
    of: str = Field(description="What it describes: the id of a document or audience, the name of a table.")
    size: int = Field(ge=0)
    sha256: Hash


class Manifest(BaseModel):
    """What a bundle holds. It names no person, no computer and no moment: equal content gives an equal manifest."""

    model_config = ConfigDict(frozen=True, extra="allow")

    format: int = Field(ge=1)
    contents: Contents
    title: str = ""
    parts: tuple[PartEntry, ...]

    def to_bytes(self) -> bytes:
        """As it stands in the archive."""
        return (self.model_dump_json(indent=2) + "\n").encode()

    @property
    def personal(self) -> bool:
        """Whether it holds data of real people, hidden names and addresses included."""
        return self.contents in {Contents.MASKED, Contents.FULL} and bool(self.of_role(Role.DATA))

    def of_role(self, role: Role) -> tuple[PartEntry, ...]:
        """The parts of a role, in the order of their paths."""
        return tuple(part for part in self.parts if part.role is role)


_MANIFEST = TypeAdapter(Manifest)


def entry_of(path: str, role: Role, of: str, content: Content) -> PartEntry:
    """The line of the manifest for a part that is about to be written."""
    if isinstance(content, bytes):
        return PartEntry(path=path, role=role, of=of, size=len(content), sha256=hashlib.sha256(content).hexdigest())
    return PartEntry(path=path, role=role, of=of, size=content.stat().st_size, sha256=_digest(content))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(archive: Archive) -> tuple[Manifest, bytes]:
    """The manifest and its very bytes; every part it names is there, and no other.

    Errors: wrong-bundle, newer-bundle.
    """
    raw = archive.read(PART)
    try:
        found = parse(raw.decode("utf-8"))
        _refuse_newer(found.get("format"))
        manifest = as_type(_MANIFEST, found)
    except UnicodeDecodeError as error:
        raise broken("The manifest of the bundle is no text.") from error
    except EngineError as error:
        if error.problem.code == "newer-bundle":
            raise
        raise broken("The manifest of the bundle cannot be read.", error.problem.what) from error
    _check_parts(archive, manifest)
    return manifest, raw


def _refuse_newer(written: JsonValue) -> None:
    if isinstance(written, int) and written > FORMAT:
        what = say(
            "A newer version of Jalon wrote this bundle (format {written}; this one reads up to {format}).",
            written=written,
            format=FORMAT,
        )
        raise EngineError(Problem(code="newer-bundle", what=what, fix="Update Jalon, then open it again."))


def _check_parts(archive: Archive, manifest: Manifest) -> None:
    there = {entry.name: entry.size for entry in archive.entries if entry.name not in {PART, SIGNATURE}}
    named = {part.path: part.size for part in manifest.parts}
    if len(named) < len(manifest.parts):
        raise broken("The manifest of the bundle names a part twice.")
    for path in sorted(there.keys() ^ named.keys()):
        raise broken(
            say(
                "The manifest and the parts of the bundle differ: {path} is not in the manifest."
                if path in there
                else "The manifest and the parts of the bundle differ: {path} is missing.",
                path=quoted(path),
            )
        )
    for path, size in named.items():
        if there[path] != size:
            raise broken(say("The part {path} has another size than the manifest says.", path=quoted(path)))


def check_hashes(archive: Archive, manifest: Manifest) -> None:
    """Compare every part with its hash. Errors: wrong-bundle, with the first part that was changed."""
    for part in manifest.parts:
        if archive.hashed(part.path) != part.sha256:
            raise broken(
                say("The part {path} is not what the manifest says.", path=quoted(part.path)),
                "The file was damaged on its way, or somebody changed it.",
            )
