"""Where documents to be compared or merged come from: a workspace and its versions, a file, a bundle.

They are written `campaign`, `campaign@3`, `campaign@name of a version`, `file.json`, `file.jalon`, or
`file.jalon#campaign`; a point alone stands for everything in the workspace.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.bundles.archive import broken
from engine.bundles.reading import open_bundle
from engine.catalog.paths import unknown
from engine.document.files import from_text, read_document
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace

SUFFIX = ".jalon"
WORKSPACE = "."


@dataclass(frozen=True, slots=True)
class Source:
    """Some documents, and what they are called together."""

    title: str
    documents: tuple[Document, ...]
    whole: bool = False
    """Whether these are all that there are, so that a document that is missing was removed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A document before and after; one of both may be missing."""

    before: Document | None
    after: Document | None

    @property
    def name(self) -> str:
        """What the document is called, afterwards if it still is there."""
        one = self.after or self.before
        assert one is not None, "a pair has at least one side"
        return one.name or one.id


def read_source(workspace: Workspace, written: str, passphrase: str | None = None) -> Source:
    """What is written as said above.

    Errors: unknown-document, unknown-version, those of reading documents and bundles.
    """
    if written == WORKSPACE:
        entries = sorted(workspace.documents.list(), key=lambda one: one.id)
        return Source(written, tuple(from_text(workspace.documents.load(one.id)) for one in entries))
    file, _, inside = written.partition("#")
    path = Path(file)
    if path.suffix == SUFFIX:
        return Source(written, _in_bundle(path, inside, passphrase), whole=not inside)
    if path.suffix == ".json" or path.exists():
        return Source(written, (read_document(path),))
    name, at, version = written.partition("@")
    number = _version(workspace, name, version) if at else None
    return Source(written, (from_text(workspace.documents.load(name, number)),))


def read_one(workspace: Workspace, written: str, passphrase: str | None = None) -> Document:
    """The same, of which there is to be just one. Errors: several-documents, and the others."""
    found = read_source(workspace, written, passphrase).documents
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{written}#{one.id}" for one in found[:10])
    what = say("There (is|are) {n} document(s) in {written}.", n=len(found), written=quoted(written))
    raise EngineError(
        Problem(code="several-documents", what=what, fix=say("Name one of them, such as {names}.", names=names))
    )


def _in_bundle(path: Path, inside: str, passphrase: str | None) -> tuple[Document, ...]:
    with open_bundle(path, passphrase) as bundle:
        documents = bundle.documents
    if not inside:
        if not documents:
            raise broken("There is no document in the bundle.")
        return documents
    found = tuple(one for one in documents if one.id == inside)
    if not found:
        raise EngineError(unknown("document", inside, (one.id for one in documents), inside=path.name))
    return found


def _version(workspace: Workspace, document: str, written: str) -> int:
    versions = workspace.documents.versions(document)
    for one in versions:
        if written in {str(one.number), one.name} and written:
            return one.number
    known = [str(one.number) for one in versions] + [one.name for one in versions if one.name]
    raise EngineError(unknown("version", written, known, inside=document))


def pairs(before: Source, after: Source) -> Iterator[Pair]:
    """Documents that belong together: by their ids, or, of one on either side, these two."""
    if len(before.documents) == len(after.documents) == 1:
        yield Pair(before.documents[0], after.documents[0])
        return
    old, new = ({one.id: one for one in side.documents} for side in (before, after))
    for name, document in new.items():
        if name in old or before.whole or after.whole:
            yield Pair(old.get(name), document)
    for name, document in old.items():
        if name not in new and before.whole:
            yield Pair(document, None)
