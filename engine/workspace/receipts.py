"""The counts that were copied out of a workspace, by their codes, each with the document as it was."""

from dataclasses import asdict, dataclass

from engine.workspace.models import ReceiptRow
from engine.workspace.store import MetadataStore, utc_now


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """One count. `content` is the document's text, `as_of` an instant in ISO form."""

    code: str
    document: str
    content: str
    output: str
    label: str
    unit: str
    rows: int
    targets: int
    data_version: str
    as_of: str


class Receipts:
    """Add and find; a receipt never changes."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def add(self, receipt: StoredReceipt) -> None:
        """Keep a receipt; one that is there already stays as it is."""
        with self._store.session() as session:
            if session.get(ReceiptRow, receipt.code) is None:
                session.add(ReceiptRow(**asdict(receipt), created=utc_now()))

    def find(self, code: str) -> StoredReceipt | None:
        """The receipt of a code."""
        with self._store.session() as session:
            row = session.get(ReceiptRow, code)
            if row is None:
                return None
            return StoredReceipt(
                row.code, row.document, row.content, row.output, row.label, row.unit, row.rows, row.targets,
                row.data_version, row.as_of,
            )  # fmt: skip
