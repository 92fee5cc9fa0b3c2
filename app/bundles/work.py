"""What the window has bundles do, on a worker's thread: each a function of plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from engine.bundles.exporting import Exported, ExportWish, export_bundle
from engine.bundles.findings import Do, Report
from engine.bundles.importing import import_bundle, undo_import
from engine.bundles.manifest import Contents
from engine.bundles.reading import open_bundle
from engine.bundles.reports import make_report
from engine.bundles.signing import Signature, Signer, new_key, read_signer
from engine.bundles.verifying import Verification, verify
from engine.document.files import from_text
from engine.document.model import Document
from engine.runner.life import current
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Opened:
    """What a bundle says of itself, its documents, and the dry run of its import."""

    path: Path
    title: str
    contents: Contents
    personal: bool
    encrypted: bool
    signature: Signature
    documents: tuple[Document, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class Receipt:
    """An imported document as it is called here, and how many of its counts came out; None when it came without."""

    document: Document
    verified: Verification | None


@dataclass(frozen=True, slots=True)
class Brought:
    """An import that is done: its id, and a receipt for each document."""

    id: str
    receipts: tuple[Receipt, ...]


def look(workspace: Workspace, path: Path, passphrase: str | None, choices: Mapping[str, str] | None) -> Opened:
    """Open a bundle and compare it with a workspace; nothing is written. Errors: those of opening, wrong-choice."""
    with open_bundle(path, passphrase) as bundle:
        report = make_report(bundle, workspace, choices)
        manifest = bundle.manifest
        return Opened(
            path,
            manifest.title,
            manifest.contents,
            manifest.personal,
            bundle.encrypted,
            bundle.signature,
            bundle.documents,
            report,
        )


def bring(workspace: Workspace, path: Path, passphrase: str | None, choices: Mapping[str, str]) -> Brought:
    """Import a bundle, and count what it brought. Errors: those of importing; nothing was changed then."""
    with open_bundle(path, passphrase) as bundle:
        report = make_report(bundle, workspace, choices)
        done = import_bundle(workspace, bundle, report)
        receipts: list[Receipt] = []
        for there, here in done.documents.items():
            if report.choice("document", there) is Do.SKIP:
                continue
            document = from_text(workspace.documents.load(here))
            expected = bundle.expected.get(there)
            receipts.append(Receipt(document, None if expected is None else verify(workspace, document, expected)))
        return Brought(done.id, tuple(receipts))


def take_back(workspace: Workspace, name: str) -> None:
    """Take an import back. Errors: those of `undo_import`."""
    undo_import(workspace, name)


def send(workspace: Workspace, documents: Sequence[str], path: Path, wish: ExportWish) -> Exported:
    """Export documents of the workspace, as they are being edited. Errors: those of exporting."""
    return export_bundle(workspace, [current(workspace, one) for one in documents], path, wish)


def own_signer(name: str, path: Path | None = None) -> Signer:
    """The key of this user, made when it is first needed, with a display name. Errors: storage-failed, wrong-key."""
    where = path or user_data_path("jalon", ensure_exists=True) / "signing.pem"
    if not where.exists():
        new_key(where)
    return read_signer(where, name)
