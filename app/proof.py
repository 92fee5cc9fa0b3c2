"""A count with all that it depends on, as a line to paste into a mail; its code leads back to it."""

from app.words import moment, number, tr
from engine.runner.receipts import Receipt


def line_of(receipt: Receipt) -> str:
    """The line that is copied."""
    node = receipt.output.partition(":")[0]
    source = next((one.source for one in receipt.document.transitions if one.id == receipt.output), node)
    found = receipt.document.node_by_id.get(source)
    return tr(
        "{rows} {unit} · {document}, {version} · {node} · {label} · as of {instant} ({zone}) · data {data} · {code}",
        rows=number(receipt.rows), unit=receipt.unit, document=receipt.document.name or receipt.document.id,
        version=_version_of(receipt), zone=receipt.document.zone,
        node=(found.label or source) if found is not None else source, label=receipt.label,
        instant=moment(receipt.as_of), data=receipt.data_version, code=receipt.code,
    )  # fmt: skip


def _version_of(receipt: Receipt) -> str:
    if receipt.saved:
        return tr("version {number}", number=receipt.version)
    return tr("edited after version {number}", number=receipt.version) if receipt.version else tr("not saved yet")
